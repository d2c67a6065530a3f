"""How was the list of 2014 printed? With serial numbers, with last year's numbers, in text and HTML."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from gongkai.mappings.form import FORMS
from gongkai.report import Number
from gongkai.sample.facts import Facts
from gongkai.sample.layouts_html import plain_table
from gongkai.sample.layouts_text import lines_of_cells, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid, PrintedCell

from .rendering import Promise, Rendering

__all__ = ["LISTS_OF_2014"]

_COUNTS = (0, 0, 0, 1, 2, 5, 12, 20, 37, 104, 1286)
_BANDS = {
    "proactive.items_published": "一、主动公开情况",
    "response.hot_topics": "二、回应解读情况",
    "requests.received": "三、依申请公开情况",
    "capacity.units": "八、机构建设和保障经费情况",
    "training.meetings": "九、政府信息公开会议和培训情况",
}
_PREFIX = "legacy.statistics_2014."


def facts_of_2014(facts: Facts, random: Random) -> Facts:
    """Return what the agency counted in a year of the old list; zeros are printed, blank or marked."""
    figures: dict[str, Number | None] = {}
    printed: dict[str, str] = {}
    zeros = random.choice((("0",), ("0",), ("",), ("/",), ("0", "")))
    for cell in FORMS["2014"].cells():
        value = random.choice(_COUNTS)
        printed[cell.name] = str(value) if value else random.choice(zeros)
        figures[cell.name] = value if printed[cell.name].isdigit() else None
    year = random.choice((2014, 2015, 2016, 2017, 2018))
    title = f"{facts.agency.name}{year}年政府信息公开工作年度报告"
    published = facts.published.replace(year=year + 1, day=min(facts.published.day, 28))
    return replace(
        facts, year=year, title=title, published=published, form=FORMS["2014"], figures=figures, printed=printed, prose={}
    )


def _list(facts: Facts, random: Random, column: str) -> Grid:
    """Return the list: label, unit, number, and one column more if named."""
    width = 4 if column else 3
    rows: Grid = []
    for number, cell in enumerate(facts.form.cells(), 1):
        if band := _BANDS.get(cell.name.removeprefix(_PREFIX)):
            rows.append([PrintedCell(band, 1, width, "band")])
        row = [PrintedCell(cell.row.label, kind="label"), PrintedCell(cell.column.unit, kind="label")]
        row.append(PrintedCell(facts.printed[cell.name], kind="number"))
        if column == "序号":
            row.insert(0, PrintedCell(str(number), kind="label"))
        elif column:
            row.append(PrintedCell(str(random.randint(0, 50)), kind="number"))
        rows.append(row)
    heads = ["统计指标", "单位", "统计数"]
    heads = ["序号", *heads] if column == "序号" else [*heads, column] if column else heads
    return [[PrintedCell(head) for head in heads], *rows]


def _lines(facts: Facts) -> list[str]:
    """Return what stands above the list."""
    agency, year = facts.agency.name, facts.year
    return [
        facts.title,
        f"发布日期：{facts.published}　来源：{agency}",
        "一、概述",
        f"{year}年，{agency}按照有关规定推进政府信息公开工作，全年没有收到投诉。",
        "附件：政府信息公开情况统计表",
        f"（{year}年度）",
        f"填报单位（盖章）：{agency}",
    ]


def _rendering(name: str, promise: Promise, column: str = "") -> Rendering:
    write = {"html": plain_table, "lines": lines_of_cells, "tabs": tab_rows, "pipes": ragged_pipe_rows}[name]

    def render(facts: Facts, random: Random) -> bytes:
        table = write(_list(facts, random, column))
        if name == "html":
            above = "".join(f"<p>{line}</p>\n" for line in _lines(facts))
            return f"<html><head><title>{facts.title}</title></head><body>{above}{table}</body></html>".encode()
        return "\n".join([*_lines(facts), table, "审核人：王五　填报人：李四", ""]).encode()

    suffix = {"序号": "_serial", "上年数": "_last_year", "": ""}[column]
    return Rendering(
        f"list_2014_{name}{suffix}",
        render,
        ".html" if name == "html" else ".txt",
        promise=promise,
        prepare=facts_of_2014,
        forms=("2014",),
    )


LISTS_OF_2014: tuple[Rendering, ...] = tuple(
    _rendering(name, Promise.EXACT if not column and name in ("pipes", "tabs") else Promise.NEVER_WRONG, column)
    for name in ("html", "pipes", "tabs", "lines")
    for column in ("", "序号", "上年数")
)
"""A cell a line shows no blank; with a column more, nothing but its head tells which number is which."""

"""Which lines of a text are rows with commas between the cells, and which are prose?"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from renderers import CATALOGUE, differences, draw, score
from renderers.commas import COMMAS_EXACT
from renderers.rendering import Rendering

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers.commas import with_rows_of_commas
from gongkai.indexer.readers.text import read_text

ROWS = ["项目,本年新收,上年结转", "行政许可,5,0", "行政处罚,12,", "行政强制,,7"]
READ = ["项目 | 本年新收 | 上年结转", "行政许可 | 5 | 0", "行政处罚 | 12 | ", "行政强制 |  | 7"]


def rows(*lines: str) -> list[str]:
    return with_rows_of_commas("\n".join(lines)).split("\n")


@pytest.mark.parametrize("comma", [",", "，"])
def test_lines_with_as_many_commas_are_rows(comma: str) -> None:
    assert rows("如下：", *(row.replace(",", comma) for row in ROWS), "以上。") == ["如下：", *READ, "以上。"]
    assert rows(*(row.replace(",", comma) + comma for row in ROWS)) == READ  # a column without a head is none
    assert rows(*"\n\n".join(ROWS).split("\n")) == "\n\n".join(READ).split("\n")


def test_quotes_hold_a_cell_together() -> None:
    written = ['"受理,含上年",本年', '"1,234",0', '"他说""是""",“2,345”', '"",3']
    assert rows(*(f"{line},9" for line in written)) == [
        "受理,含上年 | 本年 | 9",
        "1,234 | 0 | 9",
        '他说"是" | 2,345 | 9',
        " | 3 | 9",
    ]


def test_a_cell_may_have_lines_of_its_own() -> None:
    written = '项目,本年\n"行政\n许可",5\n"第二十条\n\n第（五）项","1,234"\n他说："是\n不是",又说'
    assert rows(f"a,1,1\nb,1,1\n{written}")[2:] == [
        "项目 | 本年",
        "行政 许可 | 5",
        "第二十条  第（五）项 | 1,234",
        '他说："是',
        '不是",又说',
    ]


def test_a_comma_in_a_label_or_of_the_other_width_parts_nothing() -> None:
    assert rows("部分公开（区分，只计），5，1，3", "规章，1,837，0，2,345", "其他，4，+1,019，0") == [
        "部分公开（区分，只计） | 5 | 1 | 3",
        "规章 | 1,837 | 0 | 2,345",
        "其他 | 4 | +1,019 | 0",
    ]
    assert rows("规章,45，122,813,0", "许可,1,2,3") == ["规章 | 45，122 | 813 | 0", "许可 | 1 | 2 | 3"]


def test_a_page_that_is_one_table_has_lines_of_prose() -> None:
    page = ["一、总体情况,,", '"本年公开1,234条，均已公布。",,', ",,", *ROWS, "行政收费,6"]
    assert rows(*page) == ["一、总体情况", "本年公开1,234条，均已公布。", "", *READ, "行政收费 | 6"]


@pytest.mark.parametrize(
    "lines",
    [
        ["本年收到申请5件,办结5件,结转0件", "上年收到申请3件,办结3件,结转0件"],
        ["强化领导，落实责任，明确分工", "健全制度，完善流程，加强培训"],
        ["我镇严格落实条例要求，", "全年公开信息12条，", "其中公告5条，"],
        ["1,234,567", "2,345,678"],  # a cell a line
        ["行政许可 1,234,567", "行政处罚 2,345,678"],
        ["行政许可  1,234  5,678  0", "行政处罚  2,345  6,789  0"],  # columns of spaces
        ["行政许可 | 1,234,567 | 0", "行政处罚 | 2,345,678 | 0"],
        ["行政许可\t1,234,567\t0", "行政处罚\t2,345,678\t0"],
        ["收到,5,0"],  # one line is no table
        ["全年公开1,234,567字", "公开2,345,678字"],
    ],
)
def test_prose_and_other_tables_stay_as_they_are(lines: list[str]) -> None:
    assert rows(*lines) == lines


def test_thousands_without_quotes_are_not_cut() -> None:
    """The row has a comma too many; where it would have to be cut nobody can tell."""
    assert rows(*ROWS, "行政检查,1,234,0")[-1] == "行政检查,1,234,0"


@settings(deadline=None, max_examples=60)
@given(
    name=st.sampled_from(sorted(n for n, r in CATALOGUE.items() if r.suffix == ".txt" and "commas" not in n)),
    seed=st.integers(0, 999),
)
def test_a_page_written_otherwise_stays_as_it_is(name: str, seed: int) -> None:
    page = read_text(Source(draw(CATALOGUE[name], seed)[1], "a.txt")).text
    assert with_rows_of_commas(page) == page


@settings(deadline=None)
@given(text=st.text(alphabet='ab1 ,，"“”\n。', max_size=80))
def test_no_character_but_commas_quotes_and_spaces_is_lost(text: str) -> None:
    def kept(text: str) -> str:
        return "".join(char for char in text if char not in ' ,，"“”|\n')

    assert kept(with_rows_of_commas(text)) == kept(text)


@pytest.mark.parametrize(
    "rendering", [r for r in COMMAS_EXACT if "blank" not in r.name and "below" not in r.name], ids=lambda r: r.name
)
def test_a_report_with_commas_between_its_cells_is_read_whole(rendering: Rendering) -> None:
    found = [draw(rendering, seed) for seed in range(6)]
    reports = [parse_source(Source(content, "a.txt"))[0] for _, content in found]
    assert [list(differences(facts, report, rendering)) for (facts, _), report in zip(found, reports, strict=True)] == [[]] * 6


def _escaped(text: str) -> str:
    return re.sub(r"(?<=\d)\.(?=\D)|[|()]", r"\\\g<0>", text)


def _with_breaks(text: str) -> str:
    broken = re.sub(r"(?<=[\u3400-\u9fff]{4})(?=[\u3400-\u9fff]{2})(?=[^\n]*\|)", "<br>", text)
    return re.sub(r"(\| \d+) (?=\|)", r"\1<br> ", broken)


@pytest.mark.parametrize("written", [_escaped, _with_breaks])
@pytest.mark.parametrize("name", ["text_markdown", "markdown_blank_zeros"])
def test_markdown_of_another_program_is_read_as_it_was(written: Callable[[str], str], name: str) -> None:
    for seed in range(4):
        facts, content = draw(CATALOGUE[name], seed)
        tables = re.sub(r"(?m)^\|.*$", lambda row: written(row[0]), content.decode())
        assert tables != content.decode()
        as_is, (report,) = (parse_source(Source(text, "a.txt")) for text in (content, tables.encode()))
        assert (score(facts, report), report.figures.keys()) == (score(facts, as_is[0]), as_is[0].figures.keys())

"""In which words of their own do pages head their columns and fill their cells? Functions on grids, and layouts made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_html import HtmlStyle, plain_table
from gongkai.sample.layouts_text import lines_of_cells, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid, PrintedCell

from . import damage, fillers, loss, neighbours, own_rows, stories
from .rendering import ANY, MARKS, Promise, Rendering, html, text

__all__ = ["WORDED", "add_units", "reword_heads", "say_nothing", "turn_columns"]

# Printed head → what pages print in its place: other words, notes with numbers, units.
_HEADS: dict[str, tuple[str, ...]] = {
    "本年制发件数": ("本年发件", "本年制发数量", "制发数量", "本年制发件数(件)"),
    "本年废止件数": ("废止数量", "本年废止件", "本年废止"),
    "现行有效件数": ("现行有效件数（历年累计）", "现行有效件数（含2018年以前）", "现行有效数量"),
    "本年新制作数量": ("2020年新制作数量", "本年新"),
    "本年新公开数量": ("本年新制作数量", "2020年新公开数量", "本年新"),
    "对外公开总数量": ("对外公开总数量（历年累计）", "对外公开总数量(截至12月31日)"),
    "本年处理决定数量": ("2021年处理决定数量", "本年处理决定数量（件）"),
    "上一年项目数量": ("2019年项目数量", "上一年（2019年）项目数量"),
    "本年增/减": ("本年增\\减", "本年增/", "本年增减", "2020年增/减"),
    "处理决定数量": ("处理决定数量(件)", "2020年处理决定数量"),
    "采购项目数量": ("采购项目数量(个)", "采购项目数"),
    "采购总金额": ("采购总金额（单位：万元，保留3位小数", "采购总金额（万元）"),
    "本年收费金额（单位：万元）": ("本年收费金额(单位:0万元)", "本年收费金额（单位：万元，保留3位小数）"),
}


def reword_heads(grid: Grid, random: Random) -> Grid:
    """Head some columns of table two in other words, the same in the whole table or in each of its parts others."""
    chosen = {head: random.choice(words) for head, words in _HEADS.items() if random.random() < 0.6}
    share = random.choice((1, 1, 0.6))

    def reworded(cell: PrintedCell) -> PrintedCell:
        is_other = cell.kind == "head" and random.random() < share
        return cell._replace(text=chosen.get(cell.text, cell.text)) if is_other else cell

    return [list(map(reworded, row)) for row in grid]


def turn_columns(grid: Grid, random: Random) -> Grid:
    """Print two of the three columns of table two in the place of each other, head and numbers, in all of its parts or in one."""
    if grid[0][0].kind != "band":
        return grid
    one, other = random.choice(((1, 3), (2, 3), (1, 2)))
    turned = random.choice((("本年",), ("上一年",), ("本年", "上一年")))
    changed: Grid = []
    is_turned = False
    for row in grid:
        if row[0].text == "信息内容":
            is_turned = row[1].text.startswith(turned)
        if is_turned and len(row) == 4:
            row = list(row)
            row[one], row[other] = row[other], row[one]
        changed.append(row)
    return changed


_COUNTED = ("批次", "批", "件次", "人次", "项", "宗", "家", "部")
_PAID = ("万元", "元整", "万", "（万元）", "(元)", " 万元")
_NOTHING = ("未增未减", "无变化", "持平", "不变", "暂无", "没有", "未发生", "不涉及")


def add_units(grid: Grid, random: Random) -> Grid:
    """Print units behind some or all numbers, those of money behind the last of the rows that count money."""
    unit, money, share = random.choice(_COUNTED), random.choice(_PAID), random.choice((0.2, 0.6, 1))
    changed: Grid = []
    for row in grid:
        ends_with_money = row[0].text in ("政府集中采购", "行政事业性收费")
        cells = []
        for at, cell in enumerate(row):
            is_number = cell.kind == "number" and cell.text.replace(".", "").isdigit() and random.random() < share
            own = money if ends_with_money and at == len(row) - 1 and not cell.text.isdigit() else unit
            cells.append(cell._replace(text=cell.text + own) if is_number else cell)
        changed.append(cells)
    return changed


def say_nothing(facts: Facts, random: Random) -> Facts:
    """Print a word in the place of some or all zeros."""
    word, share = random.choice(_NOTHING), random.choice((0.02, 0.3, 0.8))
    said = [name for name, value in facts.figures.items() if value == 0 and random.random() < share]
    changes = [name for name, value in facts.figures.items() if value == 0 and name.endswith("items_change")]
    said = changes if changes and random.random() < 0.4 else said
    figures = dict(facts.figures) | dict.fromkeys(said, None)
    return replace(facts, figures=figures, printed=dict(facts.printed) | dict.fromkeys(said, word))


def _worded() -> Iterator[Rendering]:
    writers = {
        "filled": fillers.filled_rows(),
        "filled_lines": fillers.filled_lines(),
        "closed_cells": fillers.closed_cells,
        "between_pipes": fillers.lines_between_pipes,
        "ragged": ragged_pipe_rows,
        "tabs": tab_rows,
        "lines": lines_of_cells,
    }
    plain = HtmlStyle(plain_table)
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.0}
    older = {**lossy, "prepare": stories.older_columns}
    yield text("closed_cells", fillers.closed_cells, blanks=ANY)
    yield text("closed_cells_blank_zeros", fillers.closed_cells, prepare=stories.blank_zeros)
    yield text("glued_columns_turned", loss.glued_rows, turn_columns, **lossy)
    for name, table in writers.items():
        yield text(f"{name}_columns_turned", table, turn_columns, **lossy)
        another = {**lossy, "around": neighbours.of_another}
        yield text(f"{name}_another_below_mojibake", table, damage.mojibake, **another)
        yield text(f"{name}_another_below_reworded", table, reword_heads, **another)
        yield text(f"{name}_older_columns_reworded_mojibake", table, reword_heads, damage.mojibake, **older)
        if name != "tabs":
            yield text(f"{name}_units_cells_dropped", table, add_units, damage.drop_cells, **lossy)
            yield text(f"{name}_own_outcomes_labels_lost", table, own_rows.add_own_outcomes, fillers.drop_labels, **lossy)
            yield text(f"{name}_own_outcomes_mojibake", table, own_rows.add_own_outcomes, damage.mojibake, **lossy)
            yield text(f"{name}_another_below_labels_lost", table, fillers.drop_labels, **another)
        yield text(f"{name}_heads_reworded", table, reword_heads)
        yield text(f"{name}_older_columns_reworded", table, reword_heads, prepare=stories.older_columns)
        yield text(f"{name}_other_units", table, add_units)
        yield text(f"{name}_nothing_said", table, prepare=say_nothing, blanks=())
    yield html("html_heads_reworded", plain, reword_heads, blanks=MARKS)
    yield html("html_older_columns_reworded", plain, reword_heads, prepare=stories.older_columns, blanks=MARKS)


WORDED: tuple[Rendering, ...] = tuple(_worded())

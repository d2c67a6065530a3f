"""Is a table read whose halves stand beside one another? Where its head says all columns twice and every line has a label in each half."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.readers.html.reader import read_html

HEAD = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
LEFT = [[f"第{n}项", *"1000012"] for n in "一二三"]
RIGHT = [[f"第{n}项", *"3040007"] for n in "四五六"]


def rows(*lines: list[str]) -> list[list[str]]:
    """Return the rows that a table of these is read as."""
    markup = "".join(
        "<tr>" + "".join(cell if cell[:1] == "<" else f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines
    )
    text = read_html(Source(f"<body><table>{markup}</table></body>".encode(), "a.html")).text
    return [line.split(" | ") for line in text.removesuffix("\n").split("\n")]


def beside(left: list[list[str]], right: list[list[str]]) -> list[list[str]]:
    return [one + other for one, other in zip(left, right, strict=True)]


def test_the_right_half_goes_on_below_the_left_one() -> None:
    assert rows(HEAD * 2, *beside(LEFT, RIGHT)) == [HEAD, *LEFT, *RIGHT]
    assert rows(HEAD * 2, *beside(LEFT, [*RIGHT[:2], [""] * 8])) == [HEAD, *LEFT, *RIGHT[:2]]
    above = ["<td rowspan=2>项目</td>", "<td colspan=7>申请人情况</td>"]
    assert rows(above * 2, HEAD[1:] * 2, *beside(LEFT, RIGHT))[:3] == [["项目", "申请人情况"], HEAD[1:], LEFT[0]]


@pytest.mark.parametrize(
    "lines",
    [
        [[*HEAD, "项目", "个人", *HEAD[2:]], *beside(LEFT, RIGHT)],
        [["今年"] * 8 + ["去年"] * 8, HEAD * 2, *beside(LEFT, RIGHT)],
        [HEAD * 2, *beside(LEFT, [*RIGHT[:2], RIGHT[2][:-1]])],
        [HEAD * 2, *beside(LEFT, [RIGHT[0], ["", *RIGHT[1][1:]], RIGHT[2]])],
        [HEAD * 2, *beside(LEFT, [RIGHT[0], ["5", *RIGHT[1][1:]], RIGHT[2]])],
        [HEAD[1:] * 2, *beside([row[1:] for row in LEFT], [row[1:] for row in RIGHT])],
        [HEAD[:4] * 2, *beside([row[:4] for row in LEFT], [row[:4] for row in RIGHT])],
        [HEAD * 2, *beside(LEFT[:2], RIGHT[:2])],
    ],
    ids=["another column", "two years", "a cell less", "no label", "a number for a label", "numbers alone", "narrow", "short"],
)
def test_other_tables_stay_as_they_are(lines: list[list[str]]) -> None:
    assert rows(*lines) == lines

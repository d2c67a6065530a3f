"""A label of table two that its own cell explains is that label: what stands before the explanation."""

from __future__ import annotations

import pytest
from made_up import read

from gongkai.indexer.fold import fold

_PARTS = {
    "信息内容|本年新制作数量|本年新公开数量|对外公开总数量": {"规章": (2, 1, 5), "规范性文件": (34, 4, 47)},
    "信息内容|上一年项目数量|本年增/减|处理决定数量": {"行政许可": (76, -1, 135), "行政处罚": (17, 3, 18)},
}
_NAMES = {
    "规章": "proactive.rules.newly_produced",
    "规范性文件": "proactive.normative_documents.newly_produced",
    "行政许可": "proactive.licensing.decisions",
}
# Each character is followed by its reading on mirror pages.
_READ_OUT = "规范性文件(指各行政机關(guān)印發(fā)的有正式文號的文件)"


def page(labels: dict[str, str], closing: str = " |", joint: str = " | ") -> str:
    lines = ["某某县水利局2019年政府信息公开工作年度报告", "一、总体情况", "全年公开信息。", "二、主动公开政府信息情况"]
    for part, (head, rows) in zip("一五", _PARTS.items(), strict=True):
        lines += [f"第二十条第({part})项 |", head.replace("|", joint) + closing]
        for row, cells in rows.items():
            lines.append(joint.join([labels.get(row, row), *map(str, cells)]) + closing)
    return "\n".join(lines)


def values(text: str) -> dict[str, object]:
    figures = read(text, "page.txt").figures
    return {row: figures[name].value for row, name in _NAMES.items()}


_SOUND = {"规章": 2, "规范性文件": 34, "行政许可": 135}


@pytest.mark.parametrize("joint", [" | ", " |\n"])
@pytest.mark.parametrize(
    "label",
    [
        "规范性文件",
        _READ_OUT,
        "規(guī)范性文件(指各行政機關(guān)印發(fā)的有正式文號的文件)",
        "规范性文件：是指行政机关在法定权限内制定的，普遍适用于规章以外事务的公文。",
        "规范性文件 指行政机关制定的决定、公告、通知",
        "规范性文件:行政规范性文件指行政机关制定的决定、公告、通知",
    ],
)
def test_a_label_that_its_cell_explains_is_read(label: str, joint: str) -> None:
    assert values(page({"规范性文件": label}, joint=joint)) == _SOUND


@pytest.mark.parametrize(
    "label",
    [
        "规范性文件 指导性案例",
        "规范性文件:指往年制定、不含本年",
        "规范性文件:指转发上级机关的文件",
        "规范性文件 指县政府制定的文件",
        "规范性文件:党委文件",
        "其他规范性文件:指行政机关制定的决定、公告、通知",
    ],
)
def test_a_label_of_which_its_cell_says_more_is_another_rows(label: str) -> None:
    assert values(page({"规范性文件": label}))["规范性文件"] is None


def test_a_row_that_is_printed_twice_keeps_what_tells_its_parts_apart() -> None:
    twice = "行政许可:指本级决定的事项 | 1 | 0 | 2 |\n行政许可:指上级委托的事项"
    assert fold(page({"行政许可": twice})).count("指") == 2
    assert values(page({"行政许可": twice}))["行政许可"] is None
    bare = "行政许可 | 1 | 0 | 2 |\n行政许可:指上级委托的事项"
    assert "指" in fold(page({"行政许可": bare}))

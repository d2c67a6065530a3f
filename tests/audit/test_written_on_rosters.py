"""How offices write names on their rosters: 甲局/乙局, 甲局机关, 甲镇镇政府, the section that answers the telephone in brackets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from test_doubtful_rosters import WHOLE, judged

from gongkai.audit.rosters.names import names_of

PLACE: dict[str, Any] = {"province": "河北省", "city": "邢台市", "county": "宁晋县", "adcode": "130528", "level": "county"}
TOWN = {**PLACE, "town": "凤凰镇", "level": "township", "kind": "government"}
SHELF = [
    report("宁晋县人民政府", 2022, **{**PLACE, **WHOLE}),
    *(report(f"宁晋县{name}", 2022, **PLACE) for name in ("财政局", "司法局", "行政审批局", "消防救援大队")),
    report("宁晋县税务局", 2022, **{**PLACE, "kind": "tax"}),
    report("宁晋县凤凰镇人民政府", 2022, **TOWN),
]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("宁晋县财政局机关", "published"),
        ("宁晋县财政局本级", "published"),
        ("宁晋县司法局/信访局", "published"),
        ("宁晋县信访局 / 司法局", "published"),
        ("宁晋县税务局（纳税服务股）", "published"),
        ("宁晋县财政局（预算科）", "published"),
        ("宁晋县行政审批和政务服务局", "published"),
        ("宁晋县消防大队", "published"),
        ("凤凰镇（镇政府）", "published"),
        ("凤凰镇镇政府", "published"),
        ("宁晋县凤凰镇人民政府办公室", "published"),
        ("凤凰镇党政办", "published"),
        ("宁晋县审计局机关", "missing"),
        ("宁晋县审计局/统计局", "missing"),
        ("宁晋县审计局（财政科）", "missing"),
        ("宁晋县人民政府办公室", "missing"),  # of a county it reports for itself
        ("宁晋县直机关事务服务中心", "missing"),
        ("宁晋县河渠镇政府办公室", "missing"),
    ],
)
def test_a_line_as_offices_write_it(tmp_path: Path, line: str, state: str) -> None:
    found, said = judged(tmp_path, SHELF, f"宁晋县人民政府\n{line}\n")
    assert found == ["published", state], said


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("甲县直机关", ("甲县直机关",)),
        ("甲局（信访局）", ("甲局", "甲局（信访局）", "信访局")),
        ("甲县供电公司（电力科技）", ("甲县供电公司（电力科技）",)),
        ("甲乡政府", ("甲乡政府",)),
        ("宁乡市人民政府办公室", ("宁乡市人民政府办公室",)),
        ("景德镇市政府办公室", ("景德镇市政府办公室",)),
    ],
)
def test_what_is_another_name(line: str, names: tuple[str, ...]) -> None:
    assert names_of(line)[: len(names)] == names

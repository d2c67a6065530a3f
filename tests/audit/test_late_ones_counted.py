"""The page of findings counts as late only what is late: not who came in time, nor whose first day nobody knows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from audit_reports import report
from command_line import run
from test_audit_coverage import index_of


def late(agency: str, fault: str = "source_error", version: int = 1, **parts: Any) -> dict[str, Any]:
    told = {"code": "D2", "message": "发布日期 2023-05-06 晚于规定。", "figures": [], "evidence": "", "fault": fault}
    return report(agency, 2022, version, published="2023-05-06", findings=[told], **parts)


def rows_of(tmp_path: Path, *shelf: dict[str, Any]) -> list[tuple[str, ...]]:
    html = run("check", "--index", index_of(tmp_path, list(shelf)), "--format", "html", status=1).stdout
    return re.findall(r'<tr><td>(D2)</td><td>([^<]*)</td><td class="n">(\d+)</td><td class="n">(\d+)</td>', html)


def test_only_late_ones_are_counted_as_late(tmp_path: Path) -> None:
    again = [report("白银区林业局", 2022), late("白银区林业局", version=2)]
    found = rows_of(tmp_path, late("白银区财政局"), late("白银区教育局", "undecided"), *again)
    assert found == [("D2", "发布逾期", "1", "1"), ("D2", "发布日期晚于期限，首次发布及时或不明", "2", "2")]


def test_nobody_is_late_where_all_are_undecided(tmp_path: Path) -> None:
    assert [name for _, name, *_ in rows_of(tmp_path, late("白银区教育局", "undecided"))] == [
        "发布日期晚于期限，首次发布及时或不明"
    ]

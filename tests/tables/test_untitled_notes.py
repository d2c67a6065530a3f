"""A page without a title, and a note at a table that says whose numbers it holds."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

TITLE, _, BODY = report_text(SOUND).partition("\n")
UNTITLED = ["政府信息公开工作年度报告\n", ""]
ABOVE = {"proactive.licensing.decisions": "三、收到和处理", "requests.received.total": "四、政府信息公开行政复议"}


@pytest.mark.parametrize("title", UNTITLED)
@pytest.mark.parametrize("note", ["注：以上为县公安局数据。", "注：上表为红旗镇数据", "说明：本表为红旗镇人民政府数据。"])
@pytest.mark.parametrize("name", ABOVE)
def test_a_table_is_not_read_whose_note_names_a_body_that_nothing_else_names(name: str, note: str, title: str) -> None:
    found = read(title + BODY.replace(ABOVE[name], f"{note}\n{ABOVE[name]}", 1))
    assert found.value(name) is None
    assert sum(found.value(other) is not None for other in ABOVE) == 1


@pytest.mark.parametrize("title", UNTITLED)
@pytest.mark.parametrize("name", ABOVE)
def test_it_is_where_the_page_names_that_body_or_it_filled_the_table_in(name: str, title: str) -> None:
    noted = BODY.replace(ABOVE[name], f"注：以上为县公安局数据。\n{ABOVE[name]}", 1)
    signed = f"{title}{noted}\n县公安局\n2024年1月20日"
    filled = title + BODY.replace(ABOVE[name], f"填报单位：县公安局\n{ABOVE[name]}", 1)
    for page in (signed, filled):
        assert read(page).value(name) == {"requests.received.total": 2}.get(name, 0)

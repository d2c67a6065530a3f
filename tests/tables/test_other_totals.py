"""A total in words of the page's own is (七)总计 only where every column of the table adds up with it."""

from __future__ import annotations

import pytest
from made_up import ONE, SOUND, TWO, read, report_text

TOTAL = "总计 | 2 | 0 | 0 | 0 | 0 | 0 | 2"
OTHER = TOTAL.replace("2", "4")


@pytest.mark.parametrize("label", ["本年办理", "本年度办理", "上年办理", "累计办理", "当年"])
@pytest.mark.parametrize("separator", [" | ", "\t", "\n"])
def test_a_total_of_the_pages_own_is_the_forms_where_the_table_adds_up(label: str, separator: str) -> None:
    text = report_text(SOUND)
    assert TOTAL in text
    for row, found in ((TOTAL, 2), (OTHER, None)):
        report = read(text.replace(TOTAL, f"{label}{row}").replace(" | ", separator))
        assert report.value("requests.processed.total") == found
        assert report.value("requests.received.total") == 2


def test_a_total_beside_lost_rows_is_not_read() -> None:
    text = report_text({**SOUND, "received": [3, 0, 0, 0, 0, 0, 3], "carried_forward": ONE})
    assert read(text.replace(TOTAL, f"本年办理{TOTAL}")).value("requests.processed.total") == TWO[-1]
    lost = text.replace("重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n", "")
    assert read(lost.replace(TOTAL, f"本年办理{TOTAL}")).value("requests.processed.total") is None


@pytest.mark.parametrize("label", ["总计", "(七)总计", "（七）合计"])
def test_the_forms_own_total_is_read_as_printed(label: str) -> None:
    assert read(report_text(SOUND).replace(TOTAL, OTHER.replace("总计", label))).value("requests.processed.total") == 4

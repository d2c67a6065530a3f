"""A page whose cells are joined by tabs on one line prints no empty cells: where a row has fewer than the form, nobody can tell which."""

from __future__ import annotations

from made_up import ROWS, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report


def _read(text: str) -> Report:
    cells = [cell.strip() for line in text.splitlines() for cell in line.split("|")]
    (report,) = parse_source(Source("\t".join(filter(None, cells)).encode(), "page.txt"))
    assert isinstance(report, Report)
    return report


def _text() -> str:
    """Return a report whose rows of table three, all but one, begin with an empty cell."""
    rows = [line for line in report_text({}).splitlines() if line.startswith(tuple(row.label for row in ROWS))]
    text = report_text({})
    for line in rows:
        text = text.replace(line, line.replace(" | 0", " | ", 1) if "投诉" not in line else line)
    return text


def test_a_row_of_fewer_cells_is_not_read() -> None:
    report = _read(_text())
    assert {report.value(name) for row in ROWS[:4] for name in row.names} == {None}
    assert report.value("requests.not_processed.petition_or_complaint.total") == 0

"""A table four whose every cell is empty is blank, where markup or the count of cells tells it; else it is missing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from made_up import RULINGS, SOUND, report_text, review_page
from renderers import CATALOGUE, draw

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Report, State
from gongkai.sample.facts import Facts

NAMES = [name for row in FORMS["2021"].tables[2].rows for name in row.names]
ZEROS = " | ".join("0" * 15)
LABELLED = pytest.mark.parametrize("label", [None, "数量", ""], ids=["bare", "labelled", "empty label"])


def _report(source: Source) -> Report:
    [report] = parse_source(source)
    assert isinstance(report, Report)
    return report


def _states(report: Report) -> set[State]:
    return {report.figures[name].state for name in NAMES}


@LABELLED
@pytest.mark.parametrize("mark", ["", "&nbsp;", "-", "—", "/"])
def test_empty_cells_of_markup_are_blank(mark: str, label: str | None) -> None:
    report = _report(review_page([mark] * 15, label))
    assert _states(report) == {State.BLANK}
    assert "L4" not in [finding.code for finding in report.findings]


@LABELLED
def test_a_number_among_empty_cells_is_read_where_it_stands(label: str | None) -> None:
    report = _report(review_page(["1", "", "", "", "1", *[""] * 10], label or "数量"))
    assert [report.figures[name].value for name in NAMES[:5]] == [1, None, None, None, 1]
    assert {report.figures[name].state for name in NAMES[5:]} == {State.BLANK}


@pytest.mark.parametrize(
    ("cells", "below"),
    [([""] * 14, ""), ([""] * 17, ""), ([""] * 15, f"<tr><td>甲</td><td>乙</td>{'<td>0</td>' * 15}</tr>")],
    ids=["too few", "too many", "numbers below"],
)
def test_other_counts_and_numbers_elsewhere_tell_nothing(cells: list[str], below: str) -> None:
    report = _report(review_page(cells, None, below))
    assert State.BLANK not in _states(report)


@pytest.mark.parametrize(
    "line",
    [
        " | ".join([""] * 15),
        "| " + " | ".join([""] * 15) + " |",
        "\t".join([""] * 15),
        " | ".join("-" * 15),
        "| " + " | ".join("-" * 15) + " |",
        "\t".join("-" * 15),
        " ".join("-" * 15),
        "\n".join("-" * 15),
        " ".join("/" * 15),
    ],
)
def test_empty_cells_of_text_are_blank_where_their_count_is_clear(line: str) -> None:
    report = _report(Source(report_text(SOUND).replace(ZEROS, line).encode(), "page.txt"))
    assert _states(report) == {State.BLANK}
    assert "L4" not in [finding.code for finding in report.findings]


@pytest.mark.parametrize(
    "line",
    ["", " | ".join([""] * 14), " | ".join([""] * 19), " ".join("-" * 14), " ".join("-" * 16), "|" + "---|" * 15, "-" * 15],
)
def test_text_without_fifteen_cells_is_missing(line: str) -> None:
    report = _report(Source(report_text(SOUND).replace(ZEROS, line).encode(), "page.txt"))
    assert _states(report) == {State.MISSING}


def test_a_head_that_is_not_printed_whole_has_no_empty_cells() -> None:
    text = (
        report_text(SOUND)
        .replace(ZEROS, " ".join("-" * 15))
        .replace("结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | " * 2, "")
    )
    assert _states(_report(Source(text.encode(), "page.txt"))) == {State.MISSING}


@pytest.mark.parametrize("mark", ["0", ""])
def test_a_heading_of_rows_has_no_illegible_cells(mark: str) -> None:
    """A page of the form of 2019 that prints (六) in three rows: their heading is no row that could not be read."""
    text = report_text(SOUND)
    text = text.replace("本年制发件数 | 本年废止件数 | 现行有效件数", "本年新制作数量 | 本年新公开数量 | 对外公开总数量")
    text = text.replace("信息内容 | 本年处理决定数量", "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量")
    text = text.replace("行政许可 | 0", "行政许可 | 0 | 0 | 0").replace("行政处罚 | 0", "行政处罚 | 0 | 0 | 0")
    label = next(row.label for row in FORMS["2021"].tables[1].rows if row.key == "requests.other.correction_overdue")
    report = _report(Source(text.replace(label, f"（六）其他处理 | {label}").replace(" 0", f" {mark}").encode(), "page.txt"))
    assert report.form == "2019"
    assert State.ILLEGIBLE not in {f.state for name, f in report.figures.items() if name.startswith("requests.other.")}
    assert {f.state for n, f in report.figures.items() if n.startswith("requests.other.other.")} == {
        State.READ if mark else State.BLANK
    }


def test_empty_cells_are_blank_where_the_page_is_all_one_table() -> None:
    """What follows table four is rows of one cell then, with the numbers of paragraphs."""

    def unprinted(facts: Facts, random: Random) -> Facts:
        names = [cell.name for cell in facts.form.tables[2].cells()]
        figures, printed = dict(facts.figures), dict(facts.printed)
        return replace(facts, figures=figures | dict.fromkeys(names, None), printed=printed | dict.fromkeys(names, ""))

    rendering = replace(CATALOGUE["html_one_table"], prepare=unprinted)
    facts, content = draw(rendering, 1)
    (report,) = parse_source(Source(content, "page.html"))
    assert isinstance(report, Report)
    assert {report.figures[cell.name].state for cell in facts.form.tables[2].cells()} == {State.BLANK}


@pytest.mark.parametrize("behind", ["5 |\n", "2024 |\n", "7\n"])
@pytest.mark.parametrize("seed", range(8))
def test_a_number_behind_cells_that_end_with_a_separator_moves_none(behind: str, seed: int) -> None:
    chance = Random(seed)
    blocks = [[chance.randrange(1, 9) for _ in range(4)] for _ in range(3)]
    numbers = [number for block in blocks for number in (*block, sum(block))]
    text = report_text(SOUND)
    head, end = text.index("行政复议 | 行政诉讼"), text.index("五、存在")
    titles = ["行政复议", "行政诉讼", *RULINGS, "未经复议直接起诉", "复议后起诉", *RULINGS * 2]
    table = "".join(f"{cell} |\n" for cell in (*titles, *numbers))
    [report] = parse_source(Source((text[:head] + table + behind + text[end:]).encode(), "page.txt"))
    assert isinstance(report, Report)
    read = [report.figures[name].value for name in NAMES]
    assert all(value in (None, number) for value, number in zip(read, numbers, strict=True))


@pytest.mark.parametrize("end", ["", " |"], ids=["bare", "closed"])
@pytest.mark.parametrize("start", ["", "| "], ids=["at once", "opened"])
@pytest.mark.parametrize("empty", range(0, 15, 2))
def test_a_page_number_above_the_cells_takes_no_empty_cells_place(start: str, end: str, empty: int) -> None:
    blocks = [[3, 1, 4, 2], [5, 1, 1, 1], [1, 3, 23, 2]]
    if empty % 5 < 4:
        blocks[empty // 5][empty % 5] = 0
    numbers: list[int | None] = [number for block in blocks for number in (*block, sum(block))]
    numbers[empty] = None
    text = report_text(SOUND)
    head, below = text.index("行政复议 | 行政诉讼"), text.index("五、存在")
    titles = (
        "行政复议 | 行政诉讼 |\n" + " | ".join(["未经复议直接起诉", "复议后起诉"]) + " |\n" + " | ".join(RULINGS * 3) + " |\n"
    )
    row = start + " | ".join("" if number is None else str(number) for number in numbers) + end
    [report] = parse_source(Source((text[:head] + titles + f"7\n{row}\n" + text[below:]).encode(), "page.txt"))
    assert isinstance(report, Report)
    read = [report.figures[name].value for name in NAMES]
    assert all(value in (None, number) for value, number in zip(read, numbers, strict=True))
    if empty and empty % 5 < 4 and end and not start:
        assert read == numbers

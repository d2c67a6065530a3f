"""A word in a cell costs that cell alone; a table that prints its zeros as circles prints zeros; an unreadable table is there."""

from __future__ import annotations

import re
from random import Random

import pytest
from made_up import SOUND, findings, read, report_text
from renderers import CATALOGUE, draw

from gongkai.indexer.documents import to_document
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report, State

_CELL = re.compile(r"(?<=<td>)\d+(?=</td>)")
_ZERO = re.compile(r"(?<![^\s|])0(?![^\s|])")


def web_page(seed: int) -> str:
    return draw(CATALOGUE["html_clean"], seed, "2021")[1].decode()


@pytest.mark.parametrize("word", ["不详", "3（注）", "约12", "12人", "12（注1）", "十二", "○"])
@pytest.mark.parametrize("place", [0, 3, 6, 40, 100])
@pytest.mark.parametrize("seed", [3, 4])
def test_a_word_in_a_cell_of_a_web_page_costs_that_cell_alone(word: str, place: int, seed: int) -> None:
    text = web_page(seed)
    cell = list(_CELL.finditer(text, text.index("新收政府信息公开申请数量")))[place]
    before, report = read(text, "page.html"), read(text[: cell.start()] + word + text[cell.end() :], "page.html")
    changed = [figure for name, figure in report.figures.items() if figure.value != before.figures[name].value]
    assert [(figure.value, figure.state) for figure in changed] == [(None, State.ILLEGIBLE)]
    assert report.extra_rows == before.extra_rows
    assert to_document(report, explain=True)["explain"]["figures"][changed[0].name]["raw"] == word.translate(
        {0xFF08: "(", 0xFF09: ")"}
    )


def test_a_word_in_a_row_that_contradicts_itself_costs_the_row() -> None:
    text = web_page(3)
    first, second, *_ = _CELL.finditer(text, text.index("新收政府信息公开申请数量"))
    report = read(f"{text[: first.start()]}900{text[first.end() : second.start()]}不详{text[second.end() :]}", "page.html")
    row = [figure for name, figure in report.figures.items() if name.startswith("requests.received.")]
    assert {figure.state for figure in row} == {State.ILLEGIBLE}


@pytest.mark.parametrize("zero", "〇○")
def test_zeros_may_be_printed_as_circles(zero: str) -> None:
    plain = report_text(SOUND)
    figures = read(_ZERO.sub(zero, plain), "page.txt").figures
    assert {name: figure.value for name, figure in figures.items()} == {
        name: figure.value for name, figure in read(plain, "page.txt").figures.items()
    }


def test_circles_beside_zeros_are_marks() -> None:
    figures = read(_ZERO.sub("○", report_text(SOUND), count=150), "page.txt").figures
    assert figures["requests.received.total"].value in (2, None)
    assert figures["proactive.licensing.decisions"].value is None


@pytest.mark.parametrize("cells", ["0 | " * 13 + "0", "0 | " * 15 + "0", "不详 | " * 14 + "不详"])
def test_a_table_that_cannot_be_read_is_said_to_be_there(cells: str) -> None:
    text = report_text(SOUND)
    messages = [f.message for f in findings(text.replace(" | ".join("0" * 15), cells)) if f.code == "L4"]
    assert messages == ["表四无法辨认，其数字全部缺失（不等于零）。"]


def test_a_table_that_is_not_there_is_said_not_to_be_found() -> None:
    kept, _, rest = report_text(SOUND).partition("行政复议 | 行政诉讼")
    messages = [f.message for f in findings(kept + rest[rest.index("五、") :]) if f.code == "L4"]
    assert messages == ["没有找到表四，其数字全部缺失（不等于零）。"]


@pytest.mark.parametrize("apart", ["<br>", "</p><p>", " "])
@pytest.mark.parametrize("seed", range(12))
def test_a_number_in_pieces_is_not_its_first(apart: str, seed: int) -> None:
    """As narrow columns break it: 1, 6 and 6 in one cell are 166 or none."""
    facts, page = draw(CATALOGUE["html_clean"], seed, "2021")
    chance = Random(seed)
    text = page.decode()
    begin = text.index("新收政府信息公开申请数量")

    def broken(cell: re.Match[str]) -> str:
        is_broken = cell.start() > begin and len(cell[0]) > 1 and chance.random() < 0.4
        return f"<p>{apart.join(cell[0])}</p>" if is_broken else cell[0]

    report = read(_CELL.sub(broken, text), "page.html")
    wrong = [name for name, value in facts.figures.items() if report.figures[name].value not in (None, value)]
    assert wrong == []


@pytest.mark.parametrize(("other", "is_read"), [(False, True), (True, False)], ids=["the same", "others"])
@pytest.mark.parametrize("seed", range(4))
def test_a_row_printed_twice_is_read_where_it_says_the_same(other: bool, is_read: bool, seed: int) -> None:
    facts, page = draw(CATALOGUE["html_clean"], seed, "2021")
    text = page.decode()
    start = text.rindex("<tr", 0, text.index("要求提供公开出版物"))
    end = text.index("</tr>", start) + len("</tr>")
    row = text[start:end]
    again = _CELL.sub(lambda cell: str(int(cell[0]) + 3), row) if other else row
    report = read(text[:end] + again + text[end:], "page.html")
    names = [name for name in facts.figures if name.startswith("requests.not_processed.published_material.")]
    assert [report.figures[name].value for name in names] == [facts.figures[name] if is_read else None for name in names]


ONE_OF = {
    "licensing.decisions": "行政许可",
    "penalties.decisions": "行政处罚",
    "compulsion.decisions": "行政强制",
    "fees.amount_wan_yuan": "行政事业性收费",
}


@pytest.mark.parametrize(("name", "label"), ONE_OF.items())
@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("7", 7),
        ("-", None),
        ("7\n-", None),
        ("7\n\n/", None),
        ("7\n无", None),
        ("7 —", None),
        ("0\n-", None),
    ],
)
def test_a_number_above_a_dash_in_a_cell_may_be_the_pages(name: str, label: str, cell: str, value: int | None) -> None:
    text = report_text(SOUND)
    head, behind = text.split("三、收到", 1)
    cells = head.replace(" | ", "\n").replace(f"{label}\n0", f"{label}\n{cell}")
    figures = read(f"{cells}三、收到{behind}", "page.txt").figures
    others = {f"proactive.{other}": 0 for other in ONE_OF if other != name}
    assert {key: figures[key].value for key in others} == others
    assert figures[f"proactive.{name}"].value == value


@pytest.mark.parametrize(("fee", "value"), [("18万5千元", None), ("18万元5千", None), ("18万元", 18), ("18万元整", 18)])
def test_an_amount_of_ten_thousands_and_thousands_is_not_its_first_part(fee: str, value: int | None) -> None:
    (report,) = parse_source(Source(report_text(SOUND, fee=fee).encode(), "made-up.txt"))
    assert isinstance(report, Report)
    assert report.value("proactive.fees.amount_wan_yuan") == value

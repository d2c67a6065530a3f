"""Are seven numbers a row's where its table has a column more than the form? Only where its head leaves no cell that may be another's."""

from __future__ import annotations

import pytest
from made_up import ROWS, read, report_text

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
KEYS = [column.key for column in ROWS[0].columns]
NUMBERS = {
    "received": [3, 2, 0, 0, 0, 1, 6],
    "granted": [2, 2, 0, 0, 0, 0, 4],
    "denied.state_secret": [1, 0, 0, 0, 0, 1, 2],
    "processed": [3, 2, 0, 0, 0, 1, 6],
}
MORE = [
    ("合计", 6),
    ("合计", 1),
    ("农民", 1),
    ("其中:外国人", 1),
    ("2022年", 7),
    ("上年数", 0),
    ("上年数", 7),
    ("同比", 7),
    ("小计", 6),
]


def page(more: str, at: int, separator: str, *, blank: int | None, around: bool = False, lines: bool = False) -> str:
    """Return a report whose table three has a column more, of zeros, and an empty cell (`lines`: line) in each row, at another place each time."""
    around_table = report_text({}).split("\n")
    first = next(i for i, line in enumerate(around_table) if line.startswith("自然人"))
    table = [separator.join(with_one(list(COLUMNS), at, more))]
    for n, row in enumerate(ROWS):
        cells = with_one([str(number) for number in NUMBERS.get(row.key.removeprefix("requests."), [0] * 7)], at, "0")
        if blank is not None:
            cells[(blank + n) % len(cells)] = ""
        printed = separator.join(cells if lines or separator in (" | ", "\t") else filter(None, cells))
        half = len(row.label) // 2
        table.append(
            "\n".join((row.label[:half], printed, row.label[half:]))
            if around and half > 2
            else f"{row.label}{separator}{printed}"
        )
    return "\n".join([*around_table[:first], *table, *around_table[first + 1 + len(ROWS) :]])


def with_one(cells: list[str], at: int, more: str) -> list[str]:
    return [*cells[:at], more, *cells[at:]]


def wrong(text: str) -> list[str]:
    """Return the figures that another number was read for; an empty cell may be none."""
    right = {
        f"{row.key}.{key}": n
        for row in ROWS
        for key, n in zip(KEYS, NUMBERS.get(row.key.removeprefix("requests."), [0] * 7), strict=True)
    }
    figures = read(text).figures
    return [name for name, number in right.items() if figures[name].value not in (None, number)]


def filled_though_empty(text: str, at: int, blank: int) -> list[str]:
    """Return the figures that a number was read for, though their cells are empty."""
    figures = read(text).figures
    empty = []
    for n, row in enumerate(ROWS):
        place = (blank + n) % (len(COLUMNS) + 1)
        if place != at:
            empty.append(f"{row.key}.{KEYS[place - (place > at)]}")
    return [name for name in empty if figures[name].value is not None]


@pytest.mark.parametrize("separator", [" | ", "\t", " ", "\n"])
@pytest.mark.parametrize(("more", "at"), MORE)
def test_seven_numbers_of_eight_columns_are_nobodys(more: str, at: int, separator: str) -> None:
    for blank in (0, 3, 7):
        text = page(more, at, separator, blank=blank)
        assert wrong(text) == []
        assert filled_though_empty(text, at, blank) == []


@pytest.mark.parametrize("more", ["2022年", "2022年数据", "上年", "去年同期"])
def test_a_year_alone_on_its_line_behind_the_total_is_a_column(more: str) -> None:
    for blank in range(8):
        text = page(more, 7, "\n", blank=blank, lines=True)
        assert wrong(text) == []
        assert filled_though_empty(text, 7, blank) == []


@pytest.mark.parametrize(("more", "at"), [("合计", 6), ("合计", 1), ("农民", 1), ("2022年", 7), ("小计", 6)])
def test_labels_around_numbers_do_not_tell_their_columns(more: str, at: int) -> None:
    text = page(more, at, " ", blank=2, around=True)
    assert wrong(text) == filled_though_empty(text, at, 2) == []


@pytest.mark.parametrize("separator", [" | ", "\t", " ", "\n"])
def test_the_form_s_own_columns_are_read(separator: str) -> None:
    lines = page("农民", 0, separator, blank=None).replace(f"农民{separator}", "")
    for row in ROWS:
        lines = lines.replace(f"{row.label}{separator}0{separator}", f"{row.label}{separator}", 1)
    report = read(lines)
    assert [report.value(f"requests.received.{key}") for key in KEYS] == NUMBERS["received"]
    assert [report.value(f"requests.denied.state_secret.{key}") for key in KEYS] == NUMBERS["denied.state_secret"]


@pytest.mark.parametrize("separator", [" | ", "\t"])
def test_a_head_that_says_its_columns_twice_or_in_halves_has_no_more(separator: str) -> None:
    text = report_text(NUMBERS)
    twice = separator.join(["自然人", "法人或其他组织", "总计"]) + "\n" + separator.join(COLUMNS)
    halves = separator.join(["自然人", "商业", "企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"])
    for head in (twice, halves):
        report = read(text.replace("自然人 | 法人或其他组织 | 总计", head))
        assert [report.value(f"requests.received.{key}") for key in KEYS] == NUMBERS["received"]

"""Is a table three read that lies on its side, a line for each applicant, whatever stands in its corner? Where every sum holds."""

from __future__ import annotations

import pytest
from made_up import ROWS, read, report_text

from gongkai.mappings.form import APPLICANTS

NUMBERS = {
    "received": [3, 0, 1, 0, 0, 2, 6],
    "carried_over": [1, 0, 0, 0, 0, 0, 1],
    "granted": [2, 0, 1, 0, 0, 2, 5],
    "processed": [3, 0, 1, 0, 0, 2, 6],
    "unavailable.not_held": [1, 0, 0, 0, 0, 0, 1],
    "carried_forward": [1, 0, 0, 0, 0, 0, 1],
}
NAMES = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def page(corner: str, numbers: dict[str, list[int]], *, shift: int = 0) -> str:
    """Return a report whose table three lies on its side; `shift`: by how many columns its numbers stand beside their heads."""
    text = report_text({})
    begin, end = text.index("申请人情况"), text.index("四、政府信息公开行政复议")
    cells = [numbers.get(row.key.removeprefix("requests."), [0] * 7) for row in ROWS]
    cells = cells[shift:] + cells[:shift]
    lines = [" | ".join([corner, *(row.label for row in ROWS)])]
    lines += [" | ".join([name, *(str(row[at]) for row in cells)]) for at, name in enumerate(NAMES)]
    return text[:begin] + "\n".join(lines) + "\n" + text[end:]


def read_of(text: str) -> dict[str, int | None]:
    report = read(text)
    names = [f"{row.key}.{column.key}" for row in ROWS for column in row.columns]
    return {name: value for name in names if (value := report.value(name)) is not None}  # type: ignore[misc]


@pytest.mark.parametrize("corner", ["申请人情况", "申请人", "", "项目", "类别"])
def test_a_table_on_its_side_is_read_whatever_its_corner_says(corner: str) -> None:
    found = read_of(page(corner, NUMBERS))
    assert len(found) == len(ROWS) * len(APPLICANTS)
    for key, numbers in NUMBERS.items():
        assert [found[f"requests.{key}.{column.key}"] for column in ROWS[0].columns] == numbers


@pytest.mark.parametrize("corner", ["", "申请人"])
def test_one_whose_sums_do_not_hold_gives_none_of_its_numbers(corner: str) -> None:
    assert not any(read_of(page(corner, NUMBERS, shift=1)).values())
    assert not any(read_of(page(corner, NUMBERS | {"granted": [2, 0, 1, 0, 0, 3, 5]})).values())

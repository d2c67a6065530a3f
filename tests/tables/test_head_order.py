"""Heads in whatever words: a column that stands elsewhere than the form's gives no number to another one."""

from __future__ import annotations

import pytest
from made_up import ROWS, SOUND, report_text
from test_applicants_heads import BODIES, KEYS, RIGHT, cells_of, columns, printed
from test_own_heads import HEAD, REPORT, read, values

from gongkai.report import Number

SEPARATORS = [" | ", "\t", " ", "   ", "\n"]
CELLS = {row.key: cells_of(row.key) for row in ROWS}
CELLS[ROWS[3].key] = [0, 0, 0, 0, 0, 1, 1]  # 1 0 0 0 0 0 1 holds in either order


def gives_nothing_to_another(head: list[list[str]], order: list[int], separator: str) -> bool:
    """Tell whether each number that is read of a table with its columns in an order is that of its own column."""
    rows = [[CELLS[row.key][at] for at in order] for row in ROWS]
    right = {key: [CELLS[row.key][column] for row in ROWS] for column, key in enumerate(KEYS)}
    found = columns(printed(head, rows, separator))
    return all(value in (None, expected) for key in KEYS for value, expected in zip(found[key], right[key], strict=True))


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("total", ["合计", "总数", "计", "合 计", "小计", "总计(件)"])
def test_a_total_of_any_name_before_the_bodies_is_nobodys_number(total: str, separator: str) -> None:
    word = "合计" if " " in total and separator == " " else total
    first, second = [[word, "自然人", "法人或其他组织"], BODIES], [["自然人", word, "法人或其他组织"], BODIES]
    assert gives_nothing_to_another(first, [6, 0, 1, 2, 3, 4, 5], separator)
    assert gives_nothing_to_another(second, [0, 6, 1, 2, 3, 4, 5], separator)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("head", "order"),
    [
        ([*BODIES, "公民", "总计"], [1, 2, 3, 4, 5, 0, 6]),
        ([*BODIES, "个人", "总计"], [1, 2, 3, 4, 5, 0, 6]),
        (["自然人", *BODIES[:2], "法律服务机构", "社会团体", "其他", "总计"], [0, 1, 2, 4, 3, 5, 6]),
        (["自然人", *BODIES[:2], "律师事务所", "社会公益组织", "其他", "总计"], [0, 1, 2, 4, 3, 5, 6]),
        (["自然人", "科研单位", "商业企业", *BODIES[2:], "总计"], [0, 2, 1, 3, 4, 5, 6]),
        (["自然人", "其它", *BODIES[:4], "总计"], [0, 5, 1, 2, 3, 4, 6]),
        (["自然人", *BODIES[:4], "总数", "其他"], [0, 1, 2, 3, 4, 6, 5]),
    ],
)
def test_an_applicant_in_other_words_that_stands_elsewhere_moves_nobodys_numbers(
    head: list[str], order: list[int], separator: str
) -> None:
    assert gives_nothing_to_another([head], order, separator)


@pytest.mark.parametrize("separator", [" | ", "\t", "\n"])
def test_a_word_nobody_knows_stands_between_others_only_where_the_form_has_a_column(separator: str) -> None:
    order = [1, 2, 3, 4, 5, 0, 6]
    assert gives_nothing_to_another([[*BODIES, "普通群体", "总计"]], order, separator)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "head",
    [
        [["公民", "企业", "科研院所", "社会团体", "律师事务所", "其它", "合计"]],
        [["自然人", "法人或", "其他组织", "总计"], ["商业企业", "科研", "机构", "社会公益组织", "法律服", "务机构", "其他"]],
        [["自然人", "法人或其他组织", "总数"], ["自然人", *BODIES, "总数"]],
        [["自然人", "某类企业", "学术单位", "公益机构", "法律服务机构", "其他", "总计"]],
        [["自", "法", "总计"], BODIES],
        [["自然人", "商业企业", "科研机构", "民办非企业组织", "法律服务机构", "其他企业", "总计"]],
        [["公民(含个体工商户)", "企业", "科研机构", "社会组织", "法律服务机构", "社会其他组织", "总计"]],
    ],
)
def test_heads_in_other_words_and_in_pieces_are_read_in_the_forms_order(head: list[list[str]], separator: str) -> None:
    assert columns(printed(head, [cells_of(row.key) for row in ROWS], separator)) == RIGHT


# -- table four -----------------------------------------------------------------------------------------------
BLOCKS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
RULINGS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
NUMBERS = [[4, 1, 2, 3, 10], [5, 0, 1, 0, 6], [7, 2, 0, 1, 10]]
NAMES = [
    f"{block}.{key}"
    for block in ("review", "litigation_direct", "litigation_after_review")
    for key in ("upheld", "corrected", "other", "pending", "total")
]
WHOLE: list[Number | None] = [number for block in NUMBERS for number in block]


def review(head: list[list[str]], numbers: list[int], separator: str) -> list[Number | None]:
    text = report_text(SOUND)
    heading = "四、政府信息公开行政复议、行政诉讼情况\n"
    before, _, behind = text.partition(heading)
    lines = [separator.join(map(str, line)) for line in (*head, numbers)]
    return values(f"{before}{heading}" + "\n".join(lines) + "\n" + behind[behind.index("五、") :], *NAMES)


def ruled(rulings: list[str], order: list[int]) -> tuple[list[list[str]], list[int]]:
    """Return the form's head with the rulings in other words, and the numbers in another order."""
    head = [["行政复议", "行政诉讼"], [*rulings, *BLOCKS[1:]], rulings * 2]
    return head, [block[at] for block in NUMBERS for at in order]


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("rulings", "order"),
    [
        (["纠正", "结果维持", "其他结果", "尚未审结", "总计"], [1, 0, 2, 3, 4]),
        (["结果纠正", "维持", "其他结果", "尚未审结", "总计"], [1, 0, 2, 3, 4]),
        (["结果维持", "结果纠正", "未审结", "其他结果", "总计"], [0, 1, 3, 2, 4]),
        (["结果维持", "结果纠正", "尚未审结", "其他", "总计"], [0, 1, 3, 2, 4]),
        (["尚未办结", "结果维持", "结果纠正", "其他结果", "总计"], [3, 0, 1, 2, 4]),
        (["结果维持", "总数", "结果纠正", "其他结果", "尚未审结"], [0, 4, 1, 2, 3]),
        (["小计", "维持", "纠正", "其他", "未审结"], [4, 0, 1, 2, 3]),
        (["结果维持", "结果纠正", "其他结果", "总数", "尚未审结"], [0, 1, 2, 4, 3]),
    ],
)
def test_a_ruling_in_other_words_that_stands_elsewhere_is_no_other_one(
    rulings: list[str], order: list[int], separator: str
) -> None:
    assert set(review(*ruled(rulings, order), separator)) == {None}


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    "rulings",
    [
        RULINGS,
        ["维持", "纠正", "其他", "未审结", "合计"],
        ["维持", "责令公开", "其他", "未审结", "总计"],
        ["维持", "纠正", "驳回", "未审结", "总计"],
        ["维持", "纠正", "其他审结结果", "未审结", "总计"],
    ],
)
def test_rulings_in_other_words_and_the_forms_order_are_read(rulings: list[str], separator: str) -> None:
    assert review(*ruled(rulings, [0, 1, 2, 3, 4]), separator) == WHOLE


FLAT = ["行政复议", "行政诉讼(未经复议直接起诉)", "行政诉讼(复议后起诉)"]


@pytest.mark.parametrize("separator", [" | ", "\t", "\n"])
@pytest.mark.parametrize("blocks", [FLAT, ["行政复议", "直接起诉", "复议后起诉"]])
@pytest.mark.parametrize("order", [[1, 2, 0], [1, 0, 2], [0, 2, 1], [2, 1, 0]])
def test_blocks_in_another_order_below_a_flat_head_are_no_others(blocks: list[str], order: list[int], separator: str) -> None:
    numbers = [number for at in order for number in NUMBERS[at]]
    found = review([[blocks[at] for at in order], RULINGS * 3], numbers, separator)
    assert all(value in (None, expected) for value, expected in zip(found, WHOLE, strict=True))
    assert review([blocks, RULINGS * 3], [number for block in NUMBERS for number in block], separator) == WHOLE


# -- table two ------------------------------------------------------------------------------------------------
WIDE = "{:40} | {:40} | {:40}\n | {:40} | {:40} | {:40}\n规章 | 4 | 5 | 6"
RULES = [f"proactive.rules.{key}" for key in ("issued", "repealed", "in_force")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("本年制发数 | 本年废止数 | 现行有效数\n规章 | 4 | 5 | 6", [4, 5, 6]),
        ("现行有效数 | 本年废止数 | 本年制发数\n规章 | 4 | 5 | 6", [None] * 3),
        ("本年制发件数 | 本年制发件数 | 现行有效件数\n规章 | 4 | 5 | 6", [4, None, 6]),  # a slip of many pages
        ("本年制发数 现行有效数 废止数\n规章 4 5 6", [None] * 3),
        ("制发 | 废止 | 现行有\n | 件数 | 件数 | 效件数\n规章 | 4 | 5 | 6", [4, 5, 6]),
        (WIDE.format("制发", "废止", "现行", "件数", "件数", "有效"), [4, 5, 6]),
        (WIDE.format("现行", "废止", "制发", "有效", "件数", "件数"), [None] * 3),
    ],
)
def test_columns_of_table_two_are_named_each_at_its_place(head: str, expected: list[Number | None]) -> None:
    text = REPORT.replace(HEAD, f"信息内容 | {head}")
    assert read(text).figures[RULES[0]].value in (4, None)
    assert values(text, *RULES) == expected

"""Tables that are not printed as tables of the form are: each number stands beside the words that name it."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

TITLE = "青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局认真落实条例。\n"
HEADING = "四、政府信息公开行政复议、行政诉讼情况\n"
END = "五、存在的主要问题及改进情况\n公开的内容还不够丰富。\n六、其他需要报告的事项\n无其他事项。\n"
RULINGS = "结果维持 结果纠正 其他结果 尚未审结 总计"
NAMES = ("review", "litigation_direct", "litigation_after_review")
KEYS = ("upheld", "corrected", "other", "pending", "total")
BLOCKS = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
NUMBERS = ((4, 1, 2, 0, 7), (0, 3, 0, 1, 4), (11, 0, 0, 0, 11))


def figures(text: str) -> dict[str, object]:
    """Return the numbers that are read of a page with this text."""
    (report,) = parse_source(Source((TITLE + text + END).encode(), "a.txt"))
    assert isinstance(report, Report)
    return {name: figure.value for name, figure in report.figures.items() if figure.value is not None}


def review(numbers: tuple[tuple[int, ...], ...] = NUMBERS) -> dict[str, object]:
    return {f"{name}.{key}": n for name, row in zip(NAMES, numbers, strict=True) for key, n in zip(KEYS, row, strict=True)}


def cells(*numbers: int) -> str:
    return " ".join(map(str, numbers))


def in_three(numbers: tuple[tuple[int, ...], ...] = NUMBERS) -> str:
    return "".join(f"{block}\n{RULINGS}\n{cells(*row)}\n" for block, row in zip(BLOCKS, numbers, strict=True))


LISTED = "".join(
    f"{block}\n" + "".join(f"{word}：{n}件\n" for word, n in zip(RULINGS.split(), row, strict=True))
    for block, row in zip(BLOCKS, NUMBERS, strict=True)
)


@pytest.mark.parametrize(
    "printed",
    [
        in_three(),
        in_three().replace(" ", " | "),
        in_three().replace("行政诉讼（未", "（二）行政诉讼案件情况\n（未"),
        LISTED,
        LISTED.replace("：", " "),
        f"类别 {RULINGS}\n" + "".join(f"{b} {cells(*row)}\n" for b, row in zip(BLOCKS, NUMBERS, strict=True)),
        "类别 {} {} {}\n".format(*BLOCKS)
        + "".join(f"{w} {cells(*column)}\n" for w, column in zip(RULINGS.split(), zip(*NUMBERS, strict=True), strict=True)),
        f"行政复议\n{RULINGS}\n4 1 2 0 7\n行政诉讼\n未经复议直接起诉 复议后起诉\n{RULINGS} {RULINGS}\n0 3 0 1 4 11 0 0 0 11\n",
        "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n"
        + 3 * "总计 结果维持 结果纠正 其他结果 尚未审结\n"
        + "7 4 1 2 0 4 0 3 0 1 11 11 0 0 0\n",
        "行政复议 行政诉讼\n未经复议直接起诉 ?议后起诉\n"
        + 3 * "总计 结果维持 结果纠正 其他结果 尚未审结\n"
        + "7 4 1 2 0 4 0 3 0 1 11 11 0 0 0\n",
        "行政复议 行政诉讼\n未经复议直接起诉 ?议后起诉\n"
        + 3 * "结果纠正 结果维持 其他结果 尚未审结 总计\n"
        + "1 4 2 0 7 3 0 0 1 4 0 11 0 0 11\n",
    ],
)
def test_table_four_in_parts_is_read(printed: str) -> None:
    assert figures(HEADING + printed) == review()


@pytest.mark.parametrize(
    "printed",
    [
        in_three(((4, 1, 2, 0, 9), *NUMBERS[1:])),  # a total that is no sum may be another table's number
        in_three() + in_three(((1, 0, 0, 0, 1), *NUMBERS[1:])),  # of two such tables nobody knows which is this year's
        in_three().replace("0 3 0 1 4", "3 1 4"),  # empty cells were left out
        in_three().replace("0 3 0 1 4", "0 3 0 1 4\n3"),  # the page's number, or a cell
        in_three().replace("结果纠正", "", 1),
        in_three().replace("结果纠正", "结果维持", 1),
        LISTED.replace("尚未审结：1件\n", ""),
    ],
)
def test_a_part_that_leaves_doubt_leaves_table_four_unread(printed: str) -> None:
    assert figures(HEADING + printed) == {}


def test_of_two_years_in_parts_the_captions_tell_which_is_the_reports() -> None:
    last_year = in_three(((1, 0, 0, 0, 1), (0, 0, 0, 0, 0), (0, 0, 0, 2, 2)))
    assert figures(f"{HEADING}2022年情况\n{last_year}2023年情况\n{in_three()}") == review()


PROACTIVE = "二、主动公开政府信息情况\n"
FEES = "第二十条第（八）项\n序号 | 信息内容 | 单位 | 本年收费金额（单位：万元）\n"
ROWS_OF_TWO = (
    "第二十条第（一）项\n序号 | 信息内容 | 单位 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
    "1 | 规章 | 件 | 0 | 1 | 5\n2 | 行政规范性文件 | 件 | 3 | 2 | 18\n"
    "第二十条第（五）项\n序号 | 信息内容 | 单位 | 本年处理决定数量\n3 | 行政许可 | 件 | 127\n"
    "第二十条第（六）项\n序号 | 信息内容 | 单位 | 本年处理决定数量\n4 | 行政处罚 | 件 | 45\n5 | 行政强制 | 件 | 61\n"
)
READ_OF_TWO = {
    "proactive.rules.issued": 0,
    "proactive.rules.repealed": 1,
    "proactive.rules.in_force": 5,
    "proactive.normative_documents.issued": 3,
    "proactive.normative_documents.repealed": 2,
    "proactive.normative_documents.in_force": 18,
    "proactive.licensing.decisions": 127,
    "proactive.penalties.decisions": 45,
    "proactive.compulsion.decisions": 61,
}


@pytest.mark.parametrize("mark", [" | ", "\t", "\n", " "])
def test_the_rows_numbers_and_units_of_table_two_are_none_of_its_cells(mark: str) -> None:
    printed = ROWS_OF_TWO + FEES + "6 | 行政事业性收费 | 万元 | 72\n"
    assert figures(PROACTIVE + printed.replace(" | ", mark)) == READ_OF_TWO | {"proactive.fees.amount_wan_yuan": 72}


def test_a_fee_in_a_column_of_units_that_says_yuan_is_not_one_of_ten_thousands() -> None:
    assert figures(PROACTIVE + ROWS_OF_TWO + FEES + "6 | 行政事业性收费 | 元 | 72\n") == READ_OF_TWO


def test_a_number_between_a_label_and_its_unit_is_the_pages() -> None:
    printed = (ROWS_OF_TWO + FEES + "6 | 行政事业性收费 | 万元 | 72\n").replace(" | ", "\n")
    without = {name: n for name, n in READ_OF_TWO.items() if "penalties" not in name}
    assert figures(PROACTIVE + printed.replace("行政处罚\n", "行政处罚\n3\n")) == without | {"proactive.fees.amount_wan_yuan": 72}


def listed(mark: str, between: str) -> str:
    rows = (
        ("规章", (("本年制发件数", 0), ("本年废止件数", 1), ("现行有效件数", 5))),
        ("行政规范性文件", (("本年制发件数", 3), ("本年废止件数", 2), ("现行有效件数", 18))),
        *((row, (("本年处理决定数量", n),)) for row, n in (("行政许可", 127), ("行政处罚", 45), ("行政强制", 61))),
    )
    items = (between.join([row, *(f"{column}{mark}{n}" for column, n in cells)]) + "\n" for row, cells in rows)
    return PROACTIVE + "".join(items)


@pytest.mark.parametrize("mark", ["：", " ", "", " | "])
@pytest.mark.parametrize("between", ["\n", " ", "，"])
def test_table_two_as_a_list_is_read(mark: str, between: str) -> None:
    assert figures(listed(mark, between)) == READ_OF_TWO


def test_table_two_on_its_side_is_read() -> None:
    printed = (
        "信息内容 | 规章 | 行政规范性文件\n本年制发件数 | 0 | 3\n本年废止件数 | 1 | 2\n现行有效件数 | 5 | 18\n"
        "信息内容 | 行政许可 | 行政处罚 | 行政强制\n本年处理决定数量 | 127 | 45 | 61\n"
    )
    assert figures(PROACTIVE + printed) == READ_OF_TWO
    # 3 below empty cells is the page's, which ends there.
    blank = printed.replace("127 | 45 | 61", "45 | 61").replace("行政许可 | 行政处罚", "行政处罚")
    blank = blank.replace(" | ", "\t") + "信息内容\t行政许可\n本年处理决定数量\t\t\n3\n"
    assert "proactive.licensing.decisions" not in figures(PROACTIVE + blank)
    one = printed.replace("127 | 45 | 61", "45 | 61").replace("行政许可 | 行政处罚", "行政处罚")
    one = one.replace(" | ", "\t") + "信息内容\t行政许可\n本年处理决定数量\t\n3\n"
    assert "proactive.licensing.decisions" not in figures(PROACTIVE + one)
    # A word of a column above other rows' numbers is no row of its own, where the label of the fees is damaged.
    torn = (
        "信息内容 | 行政处罚 | 行政强制\n上一年项目数量 | 47 | 8\n本年?/减 | 0 | 43\n处理决定数量 | 85 | 9\n"
        "信息内容 | 行政事业性?费\n上一年项目数量 | 7\n本?增/减 | 0\n信息内容 | 政府集中采购\n采购项目数量 | 0\n"
    )
    assert not any("fees" in name for name in figures(PROACTIVE + torn))
    # The row of a damaged label has no number of its own then: what stands below it is the column's of other rows.
    older = (
        "信息内容 | 行政处罚 | 行政强制\n上一年项目数量 | 4 | 8\n本年增/减 | 0 | 43\n处理决定数量 | 85 | 9\n"
        "信息内容 | 行政事业性?费\n上一年项目数量 | 7\n本年增/减 | 0\n"
    )
    assert not any("fees" in name for name in figures(PROACTIVE + older))


@pytest.mark.parametrize(
    "change",
    [
        ("本年废止件数：1\n", ""),  # a line was lost: whose the others are is told, but not whether they are this row's
        ("本年废止件数：1", "本年制发件数：1"),
        ("行政规范性文件\n", ""),
        ("现行有效件数：18\n", "现行有效件数：18\n行政规范性文件\n本年制发件数：4\n本年废止件数：2\n现行有效件数：18\n"),
    ],
)
def test_a_list_that_leaves_doubt_is_not_read(change: tuple[str, str]) -> None:
    assert figures(listed("：", "\n").replace(*change, 1)) == {}


def test_a_number_more_costs_a_list_the_row_that_it_may_be_of() -> None:
    others = {name: n for name, n in READ_OF_TWO.items() if ".rules." not in name}
    assert figures(listed("：", "\n").replace("现行有效件数：5", "现行有效件数：5\n3")) == others


@pytest.mark.parametrize(
    ("between", "printed"), [("\n", "61\n\n"), ("\n", "\n\n3"), (" ", "\n3"), ("，", "\n3"), (" ", "61 \n3")]
)
def test_a_number_below_the_others_is_not_the_cell_of_an_empty_one(between: str, printed: str) -> None:
    others = {name: n for name, n in READ_OF_TWO.items() if "compulsion" not in name}
    text = listed("：", between)
    mark = "：" if between != "\n" else "\n"
    text = text.replace("：", mark).replace(f"{mark}61", mark + printed if printed[0] == "6" else printed)
    found = figures(text)
    assert found == others if "3" in printed else found == READ_OF_TWO


@pytest.mark.parametrize("fee", ["251, 000", "251 000", "1204 .25", "2510\n00.5"])
@pytest.mark.parametrize("mark", ["：", "\n", " "])
def test_a_number_that_a_space_cuts_is_no_cell_of_a_list(fee: str, mark: str) -> None:
    text = (listed("：", "\n") + "行政事业性收费\n本年收费金额：{}\n").replace("：", mark)
    assert figures(text.format(fee)) == READ_OF_TWO
    assert figures(text.format("251000")) == READ_OF_TWO | {"proactive.fees.amount_wan_yuan": 251000}


REQUESTS = "三、收到和处理政府信息公开申请情况\n"
TOTALS = {
    "一、本年新收政府信息公开申请数量": ("received", 23),
    "二、上年结转政府信息公开申请数量": ("carried_over", 2),
    "三、本年度办理结果 （一）予以公开": ("granted", 9),
    "（二）部分公开": ("partially_granted", 3),
    "（三）不予公开 1.属于国家秘密": ("denied.state_secret", 0),
    "2.其他法律行政法规禁止公开": ("denied.prohibited_by_law", 1),
    "3.危及“三安全一稳定”": ("denied.security_or_stability", 0),
    "4.保护第三方合法权益": ("denied.third_party_rights", 2),
    "5.属于三类内部事务信息": ("denied.internal_affairs", 0),
    "6.属于四类过程性信息": ("denied.deliberative_process", 1),
    "7.属于行政执法案卷": ("denied.enforcement_file", 0),
    "8.属于行政查询事项": ("denied.administrative_inquiry", 0),
    "（四）无法提供 1.本机关不掌握相关政府信息": ("unavailable.not_held", 4),
    "2.没有现成信息需要另行制作": ("unavailable.requires_creation", 0),
    "3.补正后申请内容仍不明确": ("unavailable.unclear_after_correction", 1),
    "（五）不予处理 1.信访举报投诉类申请": ("not_processed.petition_or_complaint", 0),
    "2.重复申请": ("not_processed.repeat_request", 2),
    "3.要求提供公开出版物": ("not_processed.published_material", 0),
    "4.无正当理由大量反复申请": ("not_processed.excessive_requests", 0),
    "5.要求行政机关确认或重新出具已获取信息": ("not_processed.confirm_or_reissue", 0),
    "（六）其他处理 1.申请人无正当理由逾期不补正": ("other.correction_overdue", 1),
    "2.申请人逾期未按收费通知要求缴纳费用": ("other.fee_overdue", 0),
    "3.其他": ("other.other", 0),
    "（七）总计": ("processed", 24),
    "四、结转下年度继续办理": ("carried_forward", 1),
}
READ_OF_THREE = {f"requests.{row}.total": n for row, n in TOTALS.values()}


def rows_of_three(cells: str = "{n}", mark: str = " ") -> str:
    return "".join(f"{label}{mark}{cells.format(n=n, more=n + 3)}\n" for label, (_, n) in TOTALS.items())


@pytest.mark.parametrize(
    "printed",
    [
        "申请人情况 总计\n" + rows_of_three(),
        "项目 | 总计\n" + rows_of_three(mark=" | "),
        "项目\n件数\n" + rows_of_three(mark="\n"),
        "项目 | 件数 | 占比\n" + rows_of_three("{n} | 4.2%", " | "),
        "项目 | 2022年 | 2023年\n" + rows_of_three("{more} | {n}", " | "),
        "项目 | 2023年 | 2022年 | 2021年\n" + rows_of_three("{n} | {more} | {more}", " | "),
        rows_of_three("{n}件", "："),
    ],
)
def test_a_table_three_of_totals_is_read(printed: str) -> None:
    assert figures(REQUESTS + printed) == READ_OF_THREE


def test_people_beside_totals_are_read() -> None:
    people = {f"requests.{row}.natural_person": n for row, n in TOTALS.values()}
    assert figures(REQUESTS + "申请人情况\n自然人 总计\n" + rows_of_three("{n} {n}")) == READ_OF_THREE | people


@pytest.mark.parametrize(
    "printed",
    [
        rows_of_three(),  # nothing says that they are totals
        "申请人情况 自然人\n" + rows_of_three(),
        "申请人情况 总计\n" + rows_of_three().replace("重复申请 2", "重复申请 3"),  # does not hold together
        "申请人情况 总计\n" + rows_of_three().replace("重复申请 2", "重复申请"),
        "项目 | 2021年 | 2022年\n" + rows_of_three("{n} | {n}", " | "),  # of other years
        "项目 | 总计 | 上年\n" + rows_of_three("{n} | {more}", " | "),
        "2022年情况\n申请人情况 总计\n" + rows_of_three(),
        "申请人情况\n自然人 总计\n" + rows_of_three("{more} {n}"),  # more people than requests
    ],
)
def test_a_table_three_of_few_columns_that_leaves_doubt_is_not_read(printed: str) -> None:
    assert figures(REQUESTS + printed) == {}


@pytest.mark.parametrize(
    ("mark", "note", "is_read"),
    [
        ("[1]", "[1]含上年度结转的申请。\n", True),
        ("[1]", "注：[1] 含上年度结转的申请。\n", True),
        ("（注1）", "", True),
        ("[注1]", "", True),
        ("[1]", "", False),  # it may be a number of its own, of those before it
        ("[2]", "[1]含上年度结转的申请。\n", False),
        ("[1]", "[1] | 0 | 0\n", False),
    ],
)
def test_a_number_is_read_without_its_mark_where_the_page_tells_that_it_is_one(mark: str, note: str, is_read: bool) -> None:
    printed = "申请人情况 总计\n" + rows_of_three().replace("新收政府信息公开申请数量 23", f"新收政府信息公开申请数量 23{mark}")
    assert figures(REQUESTS + printed + note) == (READ_OF_THREE if is_read else {})


@pytest.mark.parametrize(
    ("mark", "value"),
    [
        ("<sup>[1]</sup>", 12),
        ("<sup>注1</sup>", 12),
        ('<a href="#_ftn1"><span>[1]</span></a>', 12),
        ('<sup><a href="#_ftn1">[1]</a></sup>', 12),
        ('<a href="#top">1</a>', None),  # nobody can tell whether it is a note's
    ],
)
def test_a_raised_mark_of_markup_is_no_digit_of_its_number(mark: str, value: int | None) -> None:
    rows = (("第二十条第（五）项",), ("信息内容", "本年处理决定数量"), ("行政许可", f"12{mark}"))
    more = (("第二十条第（六）项",), ("信息内容", "本年处理决定数量"), ("行政处罚", "3"), ("行政强制", "0"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (*rows, *more))
    page = "".join(f"<p>{line}</p>" for line in (TITLE + "二、主动公开政府信息情况").split("\n")) + f"<table>{table}</table>"
    page += "".join(f"<p>{line}</p>" for line in END.split("\n"))
    (report,) = parse_source(Source(f"<html><body>{page}</body></html>".encode(), "a.html"))
    assert isinstance(report, Report)
    assert report.figures["proactive.licensing.decisions"].value == value


TURNED = "总计 结果维持 结果纠正 其他结果 尚未审结"


@pytest.mark.parametrize("after", ["复议后起诉", "复\ufffd后起诉", "复议后\ufffd诉", "复议后起"])
def test_a_head_whose_totals_come_first_never_gives_numbers_in_the_forms_order(after: str) -> None:
    numbers = "0 0 0 0 0 6 2 0 2 2 0 0 0 0 0"
    rows = (f"行政复议 未经复议直接起诉 {after}", " ".join([TURNED] * 3), numbers)
    markup = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split()) + "</tr>" for row in rows)
    prose = ["".join(f"<p>{line}</p>" for line in part.split("\n")) for part in (TITLE + HEADING, END)]
    page = f"<html><body>{prose[0]}<table>{markup}</table>{prose[1]}</body></html>"
    (report,) = parse_source(Source(page.encode(), "a.html"))
    assert isinstance(report, Report)
    read = {name: report.value(name) for name in review()}
    expected = {"litigation_direct.total": 6, "litigation_direct.upheld": 2, "litigation_direct.corrected": 0}
    assert all(read[name] in (n, None) for name, n in expected.items())


def test_of_sixteen_numbers_below_totals_first_none_is_left_out_for_a_sum() -> None:
    head = f"行政复议\n未经复议直接起诉\n复议后起诉\n{TURNED} {TURNED} {TURNED}\n".replace(" ", "\n")
    read = figures(HEADING + head + "2\n0\n0\n1\n1\n4\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n")
    assert "review.total" not in read or read["review.total"] == 2

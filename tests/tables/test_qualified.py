"""What a page says beside a label, a head, a number or a table may make it another's; what says no more leaves it the form's."""

from __future__ import annotations

from itertools import groupby

import pytest
from made_up import ONE, SOUND, TWO, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

LICENSING, RULES = "proactive.licensing.decisions", "proactive.rules.in_force"
DENIED = "requests.denied.state_secret.total"
FEES, RECEIVED, REVIEW = "proactive.fees.amount_wan_yuan", "requests.received.total", "review.total"
CELLS = {**SOUND, "carried_over": ONE, "denied.state_secret": ONE, "processed": [3, 0, 0, 0, 0, 0, 3]}
PAGE = (
    report_text(CELLS)
    .replace("规章 | 0 | 0 | 0", "规章 | 4 | 1 | 19")
    .replace("行政许可 | 0", "行政许可 | 235")
    .replace("行政事业性收费 | 0", "行政事业性收费 | 34")
    .replace(
        "0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n五",
        "1 | 0 | 2 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n五",
    )
)
FRAMES = ("第二十条", "申请人情况")


def web(page: str) -> str:
    """Return the page as markup: its rows as tables, all else as paragraphs."""
    pieces = ['<meta charset="utf-8">']
    for is_row, lines in groupby(filter(None, page.split("\n")), lambda line: " |" in line or line.startswith(FRAMES)):
        if is_row:
            rows = (line.rstrip(" |").split("|") for line in lines)
            cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row) for row in rows)
            pieces += ["<table>", *(f"<tr>{row}</tr>" for row in cells), "</table>"]
        else:
            pieces += [f"<p>{line}</p>" for line in lines]
    return "".join(pieces)


def read(page: str, name: str = "a.txt") -> Report:
    (report,) = parse_source(Source(page.encode(), name))
    assert isinstance(report, Report)
    return report


def both(page: str, figure: str) -> set[Number | None]:
    """Return what the page says as text and as markup."""
    return {read(page).figures[figure].value, read(web(page), "a.html").figures[figure].value}


def test_the_page_itself_is_read() -> None:
    for figure, value in ((LICENSING, 235), (RULES, 19), (FEES, 34), (RECEIVED, 2), (REVIEW, 3)):
        assert both(PAGE, figure) == {value}, figure


@pytest.mark.parametrize("note", ["上年", "2022", "2022年", "累计", "不含公安", "百件", "计划数", "截至6月底", "修订", "申请数"])
@pytest.mark.parametrize(("label", "figure"), [("行政许可", LICENSING), ("规章", RULES)])
def test_a_note_behind_a_label_may_name_another_row(label: str, figure: str, note: str) -> None:
    assert both(PAGE.replace(f"\n{label} |", f"\n{label}（{note}） |"), figure) == {None}


@pytest.mark.parametrize("note", ["2022年", "不含乡镇", "截至6月底"])
def test_a_note_behind_a_band_is_of_its_rows(note: str) -> None:
    page = PAGE.replace("第二十条第(五)项", f"第二十条第(五)项（{note}）")
    assert (both(page, LICENSING), both(page, RULES), both(page, FEES)) == ({None}, {19}, {34})


@pytest.mark.parametrize("before", ["拟", "2022年", "上年"])
def test_a_word_before_a_label_may_name_another_row(before: str) -> None:
    assert both(PAGE.replace("\n行政许可 |", f"\n{before}行政许可 |"), LICENSING) == {None}


@pytest.mark.parametrize("note", ["（件）", "（项）", "（单位：件）"])
def test_a_unit_says_no_more(note: str) -> None:
    page = PAGE.replace("\n行政许可 |", f"\n行政许可{note} |")
    assert both(page, LICENSING) == {235}


@pytest.mark.parametrize(
    ("head", "other", "figure"),
    [
        ("现行有效件数", "上年现行有效件数", RULES),
        ("现行有效件数", "现行有效件数（上年）", RULES),
        ("本年处理决定数量\n行政许可", "全县处理决定数量\n行政许可", LICENSING),
        ("本年处理决定数量\n行政许可", "同期处理决定数量\n行政许可", LICENSING),
        ("本年处理决定数量\n行政许可", "处理决定数量同比\n行政许可", LICENSING),
        ("本年处理决定数量\n行政许可", "本年现场检查数量\n行政许可", LICENSING),
        ("本年收费金额(单位:万元)", "本年收费标准（元/件）", FEES),
        ("本年收费金额(单位:万元)", "本年收费件数", FEES),
        ("本年收费金额(单位:万元)", "本年罚没收入（单位：万元）", FEES),
        ("本年收费金额(单位:万元)", "本年收费金额（单位：万美元）", FEES),
        ("本年收费金额(单位:万元)", "本年收费金额（单位：百万元）", FEES),
    ],
)
def test_a_head_may_count_something_else(head: str, other: str, figure: str) -> None:
    assert head in PAGE
    assert both(PAGE.replace(head, other), figure) == {None}


@pytest.mark.parametrize("note", ["上年", "2022年", "累计", "不含乡镇"])
@pytest.mark.parametrize(("word", "figure"), [("申请人情况", RECEIVED), ("行政诉讼\n", REVIEW)])
def test_a_note_in_the_head_of_a_table_is_of_all_of_it(word: str, figure: str, note: str) -> None:
    assert both(PAGE.replace(word, f"{word.strip()}（{note}）" + word[len(word.strip()) :]), figure) == {None}


@pytest.mark.parametrize(
    "words",
    [
        "当面 | 网络 | 信函 | 传真 | 邮件 | 其他 | 总计",
        "局机关 | 水政科 | 办公室 | 财务科 | 水保站 | 其他 | 合计",
        "城关镇 | 伍市镇 | 安定镇 | 三阳乡 | 瓮江镇 | 其他 | 合计",
    ],
)
def test_a_head_of_other_words_leaves_table_three_unread(words: str) -> None:
    assert both(PAGE.replace("申请人情况\n自然人 | 法人或其他组织 | 总计", words), RECEIVED) == {None}


@pytest.mark.parametrize(
    "words", ["胜诉 | 败诉 | 撤诉 | 未结 | 合计", "维持 | 撤销 | 变更 | 终止 | 总计", "信件 | 电话 | 窗口 | 热线 | 合计"]
)
def test_a_head_of_other_words_leaves_table_four_unread(words: str) -> None:
    assert both(PAGE.replace("结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计", words), REVIEW) == {None}


def test_lawsuits_of_others_leave_table_four_unread() -> None:
    assert both(PAGE.replace("行政复议 | 行政诉讼\n", "行政复议 | 民事诉讼\n"), REVIEW) == {None}


def test_a_row_printed_twice_is_neither() -> None:
    row = "本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2\n"
    for other in (row.replace("2", "9"), row.replace("2", "1")):
        assert both(PAGE.replace(row, row + other), RECEIVED) == {None}
        assert both(PAGE.replace(row, other + row), RECEIVED) == {None}
    assert both(PAGE.replace(row, row + row), RECEIVED) == {2}
    total = "总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3\n"
    assert both(PAGE.replace(total, f"（七）{total}（七）{total.replace('3', '8')}"), "requests.processed.total") == {None}


@pytest.mark.parametrize("label", ["更正", "更正后", "正确", "（更正后）"])
def test_a_row_that_corrects_another_leaves_both_unread(label: str) -> None:
    denied = "属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1\n"
    assert denied in PAGE
    assert both(PAGE.replace(denied, denied + denied.replace("属于国家秘密", label).replace("1", "4")), DENIED) == {None}
    assert both(PAGE.replace("行政许可 | 235", f"行政许可 | 235\n{label} | 240"), LICENSING) == {None}
    assert both(PAGE.replace("规章 | 4", f"{label} | 5 | 1 | 20\n规章 | 4"), RULES) == {None}


@pytest.mark.parametrize(
    "note",
    [
        "更正说明：本报告中行政许可处理决定数量应为240件，特此更正。",
        "勘误：表中行政许可处理决定数量“235”应为“240”。",
        "注：行政许可数据已更新为240件。",
        "注：行政许可实际为240件。",
        "编者注：行政许可数据有误。",
        "注：行政许可数据为估算数。",
        "注：表中行政许可一栏为2022年度数据。",
    ],
)
def test_a_note_that_corrects_a_number_leaves_it_unread(note: str) -> None:
    for place in ("三、收到和处理", "五、存在的主要"):
        page = PAGE.replace(place, f"{note}\n{place}")
        assert both(page, LICENSING) == {None}
        assert both(page, FEES) <= {34, None}


def test_a_problem_with_counting_corrects_nothing() -> None:
    said = "一是行政许可、行政处罚数据统计不准确，二是注重整改，及时更正了有误的信息。"
    assert both(PAGE.replace("一是公开不够及时，", said), LICENSING) == {235}


@pytest.mark.parametrize("end", [" 余", " 人", " 左右", " （百件）", " （更正为99）", " %", "（估算）"])
def test_words_behind_a_number_leave_its_cell_unread(end: str) -> None:
    assert both(PAGE.replace("行政许可 | 235", f"行政许可 | 235{end}"), LICENSING) == {None}


@pytest.mark.parametrize("cell", ["34项", "34 个", "34件", "34家"])
def test_cases_are_no_money(cell: str) -> None:
    assert both(PAGE.replace("收费 | 34", f"收费 | {cell}"), FEES) == {None}
    assert both(PAGE.replace("收费 | 34", "收费 | 0项"), FEES) == {0}


@pytest.mark.parametrize(
    ("note", "is_of_it"),
    [
        ("2022年，我局公开情况见下表。", False),
        ("以下为2022年数据。", False),
        ("草稿，仅供参考", False),
        ("下表为上年度统计数据，供参考。", False),
        ("2022年1月1日至2022年12月31日", False),
        ("统计年度：2022", False),
        ("乡镇（街道）数据", False),
        ("填写示例", False),
        ("此表为更正前的数据", False),
        ("计划数", False),
        ("全县汇总表", False),
        ("单位：临江市教育局", False),
        ("2023年，我局公开情况见下表。", True),
        ("统计年度：2023", True),
        ("2023年1月1日至2023年12月31日", True),
        ("单位：件", True),
        ("计划生育服务公开3条。", True),
        ("近三年来，我局未发生行政复议，信息公开工作平稳有序。", True),
        ("截至2023年11月，全县已建成政务公开专区12个，覆盖各乡镇。", True),
        ("根据国办公开办函〔2021〕30号文件，情况如下：", True),
    ],
)
def test_a_line_above_a_table_may_give_it_to_another(note: str, is_of_it: bool) -> None:
    assert both(PAGE.replace("第二十条第(一)项", f"{note}\n第二十条第(一)项"), LICENSING) == ({235} if is_of_it else {None})


@pytest.mark.parametrize("note", ["2022年数据", "上年度数据", "注：上表数据有误，以更正表为准", "*本表为2022年度统计数据"])
def test_a_line_below_the_last_table_of_a_section_may_give_it_to_another(note: str) -> None:
    assert both(PAGE.replace("三、收到和处理", f"{note}\n三、收到和处理"), LICENSING) == {None}


@pytest.mark.parametrize(
    "note",
    [
        "截至2023年12月31日",
        "2023年1月1日-12月31日",
        "全年累计",
        "含所属单位",
        "含上年结转",
        "国办公开办函〔2021〕30号",
        "仅统计本机关",
    ],
)
def test_brackets_with_the_whole_year_or_all_bodies_say_no_more(note: str) -> None:
    for heading in ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"):
        page = PAGE.replace(heading, f"{heading}（{note}）")
        assert (both(page, LICENSING), both(page, RECEIVED), both(page, REVIEW)) == ({235}, {2}, {3})


@pytest.mark.parametrize(
    "said",
    [
        "全市政府信息公开工作运转有序。",
        "截至目前，2022年度考核发现的问题已整改。",
        "目标任务圆满完成。",
        "（五）监督保障方面，参加2022年全县政府信息公开培训",
        "近三年来，我局未发生责任追究情形。",
    ],
)
def test_the_text_above_a_heading_speaks_of_no_table(said: str) -> None:
    assert both(PAGE.replace("二、主动公开", f"{said}\n二、主动公开"), LICENSING) == {235}


def test_notes_below_a_table_say_nothing_of_the_next() -> None:
    page = PAGE.replace("三、收到和处理", "注：以上为2022年数据\n三、收到和处理")
    assert (both(page, LICENSING), both(page, RECEIVED)) == ({None}, {2})


@pytest.mark.parametrize(
    "said",
    [
        "将行政许可承诺办理时限由20个工作日改为5个工作日。",
        "健全规章制度，将审核由两级改为3级。",
        "2022年度报告中行政许可处理决定数量应为120件，特此更正。",
        "社会关注的行政许可、行政处罚等信息统计不准确。",
    ],
)
def test_what_is_changed_or_corrected_elsewhere_corrects_nothing_here(said: str) -> None:
    page = PAGE.replace("一是公开不够及时，", said)
    assert (both(page, LICENSING), both(page, RULES)) == ({235}, {19})


@pytest.mark.parametrize("title", ["景德镇市", "新乡市"])
def test_a_place_that_is_called_after_a_town_is_none(title: str) -> None:
    page = PAGE.replace("临江市蔬菜局", f"{title}人民政府").replace("第二十条第(一)项", "全市数据汇总表\n第二十条第(一)项")
    assert both(page, LICENSING) == {235}


@pytest.mark.parametrize(
    ("one", "end"),
    [
        ('<span style="mso-text-raise:2pt">', "</span>"),
        ('<span style="position:relative;top:1px">', "</span>"),
        ('<font size="1">', "</font>"),
        ("<small>", "</small>"),
    ],
)
def test_a_number_all_in_one_look_is_one_number(one: str, end: str) -> None:
    page = web(PAGE).replace("<td>235</td>", f"<td>{one}2{end}{one}35{end}</td>")
    assert read(page, "a.html").figures[LICENSING].value == 235


def test_the_caption_of_a_table_is_the_line_above_it() -> None:
    page = web(PAGE)
    at = page.index("<tr><td>第二十条")
    for year, value in (("2022", None), ("2023", 235)):
        captioned = f"{page[:at]}<caption>{year}年</caption>{page[at:]}"
        assert read(captioned, "a.html").figures[LICENSING].value == value


@pytest.mark.parametrize(
    "number",
    [
        "235<small>1</small>",
        '235<span style="mso-text-raise:5pt">1</span>',
        '235<font size="1">1</font>',
        '235<span class="superscript">1</span>',
        '<span style="mso-list:Ignore">1</span>235',
        '235<span style="display:block">7</span>',
    ],
)
def test_a_digit_that_looks_otherwise_is_not_read_with_those_beside_it(number: str) -> None:
    assert read(web(PAGE).replace("<td>235</td>", f"<td>{number}</td>"), "a.html").figures[LICENSING].value in (235, None)


def test_the_numbers_of_columns_are_no_figures() -> None:
    row = "1 | 0 | 2 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0"
    counted = " | ".join(map(str, range(1, 16)))
    for page in (PAGE.replace(row, counted), PAGE.replace(row, f"{counted}\n" + " | " * 14)):
        assert both(page, REVIEW) == {None}


@pytest.mark.parametrize("furniture", ["3 / 8", "· 3 ·", "~ 3 ~", "3\n临江市蔬菜局年度报告"])
def test_a_page_s_number_between_cells_is_none_of_them(furniture: str) -> None:
    page = PAGE.replace(" | ", "\n").replace(" |", "\n")
    assert read(page).figures[RULES].value == 19
    for cells in (f"规章\n{furniture}\n4\n1\n19", f"规章\n4\n{furniture}\n1\n19", f"规章\n4\n1\n{furniture}\n19"):
        assert read(page.replace("规章\n4\n1\n19", cells)).figures[RULES].value in (19, None), cells


def test_a_separator_that_closes_lines_is_no_empty_total() -> None:
    page = report_text({**SOUND, "received": TWO}).replace("\n自然人 |", "\n3\n临江市\n自然人 |")
    closed = "\n".join(f"{line} |" if line.count(" | ") == 7 else line for line in page.split("\n"))
    short = closed.replace(
        "本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |", "本年新收政府信息公开申请数量 | 2 | 4 | 1 | 0 | 3 | 10 |"
    )
    assert read(closed).figures[RECEIVED].value == 2
    assert read(short).figures["requests.received.other"].value is None


@pytest.mark.parametrize("whose", ["全县合计", "全市", "下属单位", "局属单位"])
@pytest.mark.parametrize("first", [True, False], ids=["above", "below"])
def test_a_row_that_begins_with_whose_it_is_is_not_the_bureaus(whose: str, first: bool) -> None:
    rows = ["行政强制 | 7", f"{whose}行政强制 | 490"]
    page = report_text(SOUND).replace("行政强制 | 0", "\n".join(rows if first else rows[::-1]))
    (report,) = parse_source(Source(page.encode(), "a.txt"))
    assert isinstance(report, Report)
    assert report.value("proactive.compulsion.decisions") in (7, None)


@pytest.mark.parametrize("note", ["县级无此项", "本级无", "区县无此项", "乡镇无此项", "部门不填写", "县级不涉及"])
@pytest.mark.parametrize("joint", [" | ", "\n"])
def test_a_row_that_is_not_for_this_level_prints_its_zeros(note: str, joint: str) -> None:
    page = PAGE.replace("\n规章 | 4 | 1 | 19", f"\n规章（{note}） | 0 | 0 | 0")
    assert read(page.replace(" | ", joint)).figures[RULES].value == 0


@pytest.mark.parametrize("note", ["县级无此项", "本级无", "县级"])
def test_a_number_beside_a_note_that_there_is_none_is_in_doubt(note: str) -> None:
    assert read(PAGE.replace("\n规章 |", f"\n规章（{note}） |")).figures[RULES].value is None

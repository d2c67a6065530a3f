"""Rows that say more than the form's, tables of other years and other bodies: none of their numbers is a figure of the form."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest
from made_up import LIST_OF_2014, ONE, SOUND, TWO, report_text
from renderers import draw, score
from renderers.rendering import Rendering, html, text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report, State
from gongkai.sample.layouts_html import HtmlStyle, plain_table, word_table
from gongkai.sample.layouts_text import lines_of_cells, ragged_pipe_rows
from gongkai.sample.printed import Grid, PrintedCell

Change = Callable[[Grid, Random], Grid]
ADDED = (  # the end of a row's label, and what the page says above or below it
    ("行政许可", ("其中：建设类行政许可", "不予行政许可", "撤销行政许可", "市场监管局行政许可", "上年度行政许可")),
    ("行政处罚", ("其中：交通行政处罚", "不予行政处罚", "城管局行政处罚")),
    ("行政强制", ("其中：城管行政强制",)),
    ("行政规范性文件", ("其中：县政府办行政规范性文件", "乡镇行政规范性文件")),
    ("行政事业性收费", ("其中：土地行政事业性收费", "上年行政事业性收费")),
    ("本年新收政府信息公开申请数量", ("上年同期新收政府信息公开申请数量", "其中：县政府办本年新收政府信息公开申请数量")),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ("其中：网上部分公开",)),
    ("（七）总计", ("其中：按期办结总计",)),
)
TABLES = {"lines": lines_of_cells, "ragged": ragged_pipe_rows}


def layouts(change: Change) -> list[Rendering]:
    """Return four layouts of tables that are changed so."""
    texts = [text(f"other_{name}", table, change, blanks=()) for name, table in TABLES.items()]
    return [
        *texts,
        *(html(f"other_{table.__name__}", HtmlStyle(table), change, blanks=()) for table in (plain_table, word_table)),
    ]


def longer(row: list[PrintedCell], by: int) -> list[PrintedCell]:
    """Return a row whose spanning labels go over more rows."""
    return [cell._replace(rowspan=cell.rowspan + by) if cell.rowspan > 1 else cell for cell in row]


def adding(end: str, label: str, *, above: bool) -> Change:
    """Return a change that adds a row of other numbers beside the one whose label ends so."""

    def change(grid: Grid, random: Random) -> Grid:
        changed: Grid = []
        group = -1  # where the group of results begins
        for row in grid:
            own = next((cell for cell in row if cell.kind == "label" and cell.text.endswith(end)), None)
            numbers = [cell._replace(text=str(random.randint(100, 900))) for cell in row if cell.kind == "number"]
            beside = [own._replace(text=label), *numbers] if own and numbers else []
            first = len(row) > len(numbers) + 1  # of a group
            group = len(changed) if first else group
            changed += [beside, row] if beside and above and not first else [row, beside] if beside else [row]
            if beside and group >= 0:
                changed[group] = longer(changed[group], 1)
        return changed

    return change


@pytest.mark.parametrize("above", [False, True], ids=["below", "above"])
@pytest.mark.parametrize(("end", "label"), [(end, label) for end, labels in ADDED for label in labels])
def test_a_row_that_says_more_than_the_forms_is_another(end: str, label: str, above: bool) -> None:
    right = missed = 0
    for layout in layouts(adding(end, label, above=above)):
        for seed in range(3):
            facts, content = draw(layout, seed)
            (report,) = parse_source(Source(content, layout.name + layout.suffix))
            counts = score(facts, report)
            assert counts.wrong == 0, (layout.name, seed)
            right, missed = right + counts.right, missed + counts.missed
    assert right > missed * 8


def counted_apart(words: tuple[str, str]) -> Change:
    """Return a change that prints each row of table three twice, behind a word each."""

    def change(grid: Grid, random: Random) -> Grid:
        if grid[0][0].kind == "band" or grid[0][0].text == "行政复议":
            return grid
        changed: Grid = []
        for row in grid:
            labels = [cell for cell in row if cell.kind != "number"]
            numbers = [cell for cell in row if cell.kind == "number"]
            if not numbers:
                changed.append(row)
                continue
            others = [cell._replace(text=str(random.randint(0, 9))) for cell in numbers]
            spanning = [cell._replace(rowspan=2 * cell.rowspan) for cell in labels]
            changed.append([*spanning, PrintedCell(words[0], kind="label"), *others])
            changed.append([PrintedCell(words[1], kind="label"), *numbers])
        return changed

    return change


@pytest.mark.parametrize("words", [("县本级", "合计"), ("2019年", "2020年"), ("上年", "本年"), ("网上", "线下")])
def test_rows_that_are_counted_for_two_bodies_or_years_are_left_unread(words: tuple[str, str]) -> None:
    for layout in layouts(counted_apart(words)):
        facts, content = draw(layout, 1)
        (report,) = parse_source(Source(content, layout.name + layout.suffix))
        assert score(facts, report).wrong == 0, layout.name


def read(page: str) -> Report:
    (report,) = parse_source(Source(page.encode(), "made-up.txt"))
    assert isinstance(report, Report)
    return report


def received(page: str) -> Number | None:
    return read(page).figures["requests.received.total"].value


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("2022年情况如下：", None),
        ("上年度情况：", None),
        ("附件：临江市教育局2023年收到和处理政府信息公开申请情况表", None),
        ("2023年情况与2022年对比如下，2022年数据：", None),
        ("2023年情况如下：", 2),
        ("附件：临江市蔬菜局2023年收到和处理政府信息公开申请情况表", 2),
        ("附件：临江市蔬菜和果品局2023年政府信息公开申请情况表", 2),  # perhaps the name in full
        ("填报时间：2024年1月5日", 2),
    ],
)
def test_a_table_that_its_caption_gives_to_another_year_or_body_is_left_unread(caption: str, expected: int | None) -> None:
    assert received(report_text(SOUND, {3: caption})) == expected
    links = "上一篇：临江市蔬菜局2022年政府信息公开工作年度报告\n"  # which is no title of the page
    assert received(links + report_text(SOUND, {3: caption})) == expected


def requests_of(cells: dict[str, list[int]]) -> str:
    page = report_text(cells)
    return page[page.index("申请人情况") : page.index("四、政府信息公开行政复议")]


TABLE = requests_of(SOUND)
OTHER = requests_of({"received": ONE, "granted": ONE, "processed": ONE})


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (f"2022年\n2023年\n{OTHER}{TABLE}", None),  # side by side
        (f"2022年（左）与2023年（右）\n{OTHER}{TABLE}", None),
        (f"{OTHER}（以上为2022年数据）\n{TABLE}", 2),
        (f"2022年\n{OTHER}2023年\n{TABLE}", 2),
    ],
)
def test_of_two_tables_the_years_that_stand_elsewhere_decide_or_nothing(tables: str, expected: int | None) -> None:
    assert received(report_text(SOUND).replace(TABLE, tables)) == expected


def test_rows_again_below_a_table_leave_it_unread() -> None:
    rows = OTHER[OTHER.index("一、本年新收") :] if "一、本年新收" in OTHER else OTHER[OTHER.index("本年新收") :]
    assert received(report_text(SOUND).replace(TABLE, TABLE + rows)) is None


REVIEW = {"review": [1, 0, 0, 0, 1], "litigation_direct": [0, 2, 0, 0, 2]}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("行政复议 | 行政诉讼\n", "行政复议 | 行政诉讼\n", (1, 2)),
        ("行政复议 | 行政诉讼\n", "行政诉讼 | 行政复议\n", (None, None)),
        ("未经复议直接起诉 | 复议后起诉", "复议后起诉 | 未经复议直接起诉", (None, None)),
    ],
)
def test_blocks_of_table_four_in_another_order_are_left_unread(
    before: str, after: str, expected: tuple[int | None, int | None]
) -> None:
    figures = read(report_text(REVIEW).replace(before, after)).figures
    assert tuple(figures[f"{name}.total"].value for name in ("review", "litigation_direct")) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("本年处理决定数量\n行政许可 | 0", "本年处理决定数量\n行政许可 | 7", 7),
        ("本年处理决定数量\n行政许可 | 0", "2023年处理决定数量\n行政许可 | 7", 7),
        ("本年处理决定数量\n行政许可 | 0", "2022年处理决定数量\n行政许可 | 7", None),
        ("本年处理决定数量\n行政许可 | 0", "累计处理决定数量\n行政许可 | 7", None),
        ("本年处理决定数量\n行政许可 | 0", "本年处理决定数量（百件）\n行政许可 | 7", None),
        ("行政许可 | 0", "行政许可、行政确认 | 7", None),
    ],
)
def test_a_head_of_another_year_or_measure_names_no_column(before: str, after: str, expected: int | None) -> None:
    assert read(report_text(SOUND).replace(before, after)).figures["proactive.licensing.decisions"].value == expected


def test_rows_that_share_a_label_share_a_number() -> None:
    page = report_text(SOUND).replace("行政处罚 | 0\n行政强制 | 0", "行政处罚、行政强制 | 88")
    figures = read(page).figures
    assert [figures[f"proactive.{row}.decisions"].value for row in ("penalties", "compulsion")] == [None, None]
    page = report_text(SOUND).replace("行政处罚 | 0\n行政强制 | 0", "行政处罚 / 行政强制 18")  # prints none of the first
    figures = read(page).figures
    assert [figures[f"proactive.{row}.decisions"].value for row in ("penalties", "compulsion")] == [None, 18]


def test_a_total_of_last_year_is_none_of_the_applicants() -> None:
    assert received(report_text({**SOUND, "denied.state_secret": TWO}).replace("其他组织 | 总计", "其他组织 | 上年总计")) is None


def test_numbers_behind_the_labels_of_a_list_that_count_its_rows_are_codes() -> None:
    rows = ("主动公开政府信息数", "制发规范性文件总数", "收到申请数", "当面申请数", "传真申请数", "网络申请数", "信函申请数")
    rows += (
        "行政复议数量",
        "行政诉讼数量",
        "举报投诉数量",
        "政府信息公开工作专门机构数",
        "举办培训班次数",
        "政府信息公开专项经费",
    )
    lines = [f"{label}|{code:02}|件|{code + 40}|" for code, label in enumerate(rows, 2)]
    page = "甲市2017年政府信息公开工作年度报告\n一、概述\n附表\n统计指标|代码|单位|统计数|\n" + "\n".join(lines) + "\n"
    values = [figure.value for figure in read(page).figures.values() if figure.value is not None]
    assert all(value > 40 for value in values)


@pytest.mark.parametrize("cell", ["1537（不含撤销3件）", "三百二十一", "388（续期12）"])
def test_a_cell_that_prints_more_than_a_number_is_illegible_and_not_empty(cell: str) -> None:
    def change(grid: Grid, random: Random) -> Grid:
        is_it = [row[0].text == "行政许可" for row in grid]
        return [[row[0], row[1]._replace(text=cell)] if it else row for row, it in zip(grid, is_it, strict=True)]

    for layout in layouts(change)[not any(map(str.isdigit, cell)) :]:  # words alone on a line are no cell
        _, content = draw(layout, 1)
        (report,) = parse_source(Source(content, layout.name + layout.suffix))
        assert isinstance(report, Report)
        figure = report.figures["proactive.licensing.decisions"]
        assert (figure.value, figure.state) == (None, State.ILLEGIBLE), layout.name
        assert "L1" in [finding.code for finding in report.findings]


BEFORE = ("其中：", "其中：网上", "去年同期", "上年", "累计", "县直部门", "不予", "撤销", "年初", "部门")
BEHIND = ("（上年）", "（2019年）", "（其中网上）", "（县直）", "（去年同期）", "（本级）", "合计", "（累计）")
HEADS = ("小计", "上年数", "去年同期", "增减", "占比", "合计", "备注", "累计", "其中网上", "计划数")
_NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九\d]+[）)、.．]+")


def any_row(place: int, *, before: str = "", behind: str = "") -> Change:
    """Return a change that prints a row of each table once more, with other words and numbers, below itself."""

    def change(grid: Grid, random: Random) -> Grid:
        rows = [i for i, row in enumerate(grid) if {"number", "label"} <= {cell.kind for cell in row}]
        if grid[0][0].text == "行政复议" or not rows:
            return grid
        row = grid[place_of := rows[place % len(rows)]]
        own = [cell for cell in row if cell.kind == "label"][-1]
        label = f"{before}{_NUMBERING.sub('', own.text) if before else own.text}{behind}"
        numbers = [cell._replace(text=str(random.randint(100, 900))) for cell in row if cell.kind == "number"]
        return [*grid[: place_of + 1], [own._replace(text=label, rowspan=1), *numbers], *grid[place_of + 1 :]]

    return change


def any_column(place: int, head: str) -> Change:
    """Return a change that puts a column of other numbers into a part of table two, with a head of its own."""

    def change(grid: Grid, random: Random) -> Grid:
        if grid[0][0].kind != "band":
            return grid
        band, changed = -1, []
        for row in grid:
            band += row[0].kind == "band"
            cells = [i for i, cell in enumerate(row) if cell.kind in ("number", "head")][-3:]
            if band == place // 3 % 4 and len(row) > 1:
                at = cells[min(place % 3, len(cells) - 1)]
                text = head if row[at].kind == "head" else str(random.randint(0, 500))
                row = [*row[:at], row[at]._replace(text=text, colspan=1), *row[at:]]
            changed.append(row)
        return changed

    return change


@pytest.mark.parametrize("seed", range(24))
def test_nothing_that_a_table_prints_besides_is_read_as_the_forms(seed: int) -> None:
    random = Random(seed)
    changes = [
        any_row(random.randrange(60), before=random.choice(BEFORE)),
        any_row(random.randrange(60), behind=random.choice(BEHIND)),
    ]
    changes.append(any_column(random.randrange(12), random.choice(HEADS)))
    for change in changes:
        for layout in layouts(change):
            facts, content = draw(layout, seed, random.choice(("2021", "2019")))
            (report,) = parse_source(Source(content, layout.name + layout.suffix))
            assert score(facts, report).wrong == 0, layout.name


def test_a_number_that_goes_over_two_rows_is_neithers() -> None:
    def change(grid: Grid, random: Random) -> Grid:
        changed = []
        for row in grid:
            if row[0].text == "行政处罚":
                row = [row[0], row[1]._replace(text="88", rowspan=2)]
            changed.append(row[:1] if row[0].text == "行政强制" else row)
        return changed

    for layout in layouts(change)[2:]:
        facts, content = draw(layout, 2)
        (report,) = parse_source(Source(content, layout.name + layout.suffix))
        assert isinstance(report, Report)
        rows = ("penalties", "compulsion")
        assert [report.figures[f"proactive.{row}.decisions"].value for row in rows] == [None, None], layout.name
        assert report.value("requests.received.total") == facts.figures["requests.received.total"]


@pytest.mark.parametrize(
    ("before", "after", "figure"),
    [
        ("本年新收政府信息公开申请数量", "当年新收政府信息公开申请数量", "requests.received.total"),
        ("本年新收政府信息公开申请数量", "本年度新收政府信息公开申请数量", "requests.received.total"),
        ("本年新收政府信息公开申请数量", "2023年新收政府信息公开申请数量", "requests.received.total"),
        (
            "上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
            "上一年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2",
            "requests.carried_over.total",
        ),
        ("行政许可 | 0", "作出行政许可 | 2", "proactive.licensing.decisions"),
    ],
)
def test_words_that_say_no_more_leave_a_row_the_forms(before: str, after: str, figure: str) -> None:
    page = report_text(SOUND)
    assert before in page
    assert read(page.replace(before, after)).figures[figure].value == 2


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("统计期间：2022年1月1日至2022年12月31日", None),
        ("填报单位：临江市教育局", None),
        ("注：本表数据为2022年数据", None),
        ("注：以上数据为上年数据", None),
        ("统计时间：2023年1月1日至6月30日", None),
        ("（样表）", None),
        ("单位：百件", None),
        ("统计期间：2023年1月1日至2023年12月31日", 2),
        ("填报单位：临江市蔬菜局", 2),
        ("填报时间：2024年1月5日", 2),
        ("单位：件", 2),
        ("注：含信函申请", 2),
    ],
)
def test_a_note_beside_a_table_may_take_it_from_the_report(note: str, expected: int | None) -> None:
    assert received(report_text(SOUND, {3: note})) == expected
    if not note.startswith("（"):
        assert received(report_text(SOUND).replace(TABLE, f"{TABLE}{note}\n")) == expected


@pytest.mark.parametrize(
    ("agency", "line", "expected"),
    [
        ("临江市人民政府", "临江市教育局", None),
        ("临江市人民政府", "（临江市红星镇）", None),
        ("临江市人民政府", "临江市人民政府", 2),
        ("临江市人民政府", "临江市政务服务局", 2),
        ("临江市自然资源局", "临江市国土资源局", 2),
        ("", "临江市蔬菜局", 2),
        ("临江市蔬菜局", "单位：广平县蔬菜局", None),
        ("国家税务总局临江市税务局", "填报单位：国家税务总局广平县税务局", None),
        ("临江市蔬菜局", "单位：吉林省临江市蔬菜局", 2),
        ("市蔬菜局", "单位：临江市蔬菜局", 2),
        ("湘西自治州民政局", "单位：湘西土家族苗族自治州民政局", 2),
        ("广平经开区财政局", "单位：广平经济技术开发区财政局", 2),
    ],
)
def test_the_name_of_another_body_alone_heads_a_table_of_its_own(agency: str, line: str, expected: int | None) -> None:
    assert received(report_text(SOUND, {3: line}).replace("临江市蔬菜局2023", f"{agency}2023")) == expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("市水务局：", "本局：均无。", None),
        ("市水务局：", "蔬菜局：未收到申请。", None),
        ("", "以上是市水务局数据，我局收到0件。", None),
        ("沿用上年数据，本年未作调整。", "", None),
        ("市水务局：", "", None),
        ("临江市蔬菜局：", "市种子站：无。", 2),
        ("", "本局：均无。", 2),
        ("", "以上是本局数据，我局已核对。", 2),
    ],
)
def test_what_stands_below_of_the_agency_gives_the_table_to_another(above: str, below: str, expected: int | None) -> None:
    page = report_text(SOUND, {3: above})
    assert received(page.replace(TABLE, f"{TABLE}{below}\n") if below else page) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("附件：各乡镇汇总表", None),
        ("附件1：县直部门汇总", None),
        ("附件：临江市教育局数据", None),
        ("临江市红星镇年报", None),
        *(
            (f"附件：{time}统计表", None)
            for time in ("2023年上半年", "2023年1-6月", "2023年第二季度", "2022年", "2008年以来累计")
        ),
        *((f"附件\n临江市{name}2023年政府信息公开统计表", None) for name in ("红星镇人民政府", "蔬菜局执法大队", "教育局")),
        ("附：2023年11月政府信息公开情况统计表", None),
        *((f"附件：{time}统计表", 2) for time in ("2023年", "2023年1月至12月", "截至2023年12月31日")),
        ("附件\n临江市蔬菜局2023年政府信息公开统计表", 2),
        ("附件：政府信息公开情况统计表", 2),
        ("附件：临江市蔬菜局政府信息公开情况统计表", 2),
    ],
)
def test_a_table_in_an_attachment_of_others_is_left_unread(head: str, expected: int | None) -> None:
    page = report_text(SOUND)
    attached = f"{page.replace(TABLE, '')}\n{head}\n{TABLE}"
    assert received(attached) == expected
    if expected is None:  # beside the report's own
        assert received(f"{page}\n{head}\n{TABLE.replace('2', '7')}") == 2


def test_an_attachment_of_another_section_does_not_give_way_to_a_table_below() -> None:
    heading = "三、收到和处理政府信息公开申请情况"
    page = report_text(SOUND).replace(heading, f"附：下属单位情况\n规章 | 7 | 7 | 7\n{heading}")
    assert received(page) is None
    assert received(f"{page}\n附件\n（本列数据的勾稽关系为：第一项加第二项之和）\n{TABLE.replace('2', '7')}") is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        *((heading, None) for heading in ("（一）第一季度", "2023年上半年情况", "其中：红星镇", "其中：教育局")),
        *((heading, 2) for heading in ("（一）全年情况", "其中：政府信息公开申请情况")),
    ],
)
def test_a_table_under_the_heading_of_a_part_is_left_unread(heading: str, expected: int | None) -> None:
    assert received(report_text(SOUND, {3: heading})) == expected


@pytest.mark.parametrize(
    ("before", "after", "figure"),
    [
        ("本年收费金额(单位:万元)", "本年收费项目数量", "fees.amount_wan_yuan"),
        ("本年收费金额(单位:万元)", "本年减免金额(单位:万元)", "fees.amount_wan_yuan"),
        ("本年收费金额(单位:万元)", "本年预算收费金额(单位:万元)", "fees.amount_wan_yuan"),
        ("本年处理决定数量\n行政许可", "上半年处理决定数量\n行政许可", "licensing.decisions"),
        ("本年处理决定数量\n行政许可", "处理决定占比\n行政许可", "licensing.decisions"),
        ("本年制发件数", "本年拟制发件数", "rules.issued"),
        ("本年废止件数", "本年修订件数", "rules.repealed"),
        ("现行有效件数", "上年底现行有效件数", "rules.in_force"),
    ],
)
def test_a_head_that_counts_something_else_names_no_column(before: str, after: str, figure: str) -> None:
    page = report_text(SOUND)
    assert before in page
    assert read(page).figures[f"proactive.{figure}"].value == 0
    assert read(page.replace(before, after)).figures[f"proactive.{figure}"].value is None


@pytest.mark.parametrize(
    ("head", "first", "expected"),
    [
        ("统计数", "主动公开政府信息数", 31),
        ("上年统计数", "主动公开政府信息数", None),
        ("计划数", "主动公开政府信息数", None),
        ("统计数", "应主动公开政府信息数", None),
        ("统计数", "累计主动公开政府信息数", None),
    ],
)
def test_a_list_of_2014_that_counts_something_else(head: str, first: str, expected: int | None) -> None:
    counted = "主动公开政府信息数"
    rows = {first if label == counted else label: number for label, number in LIST_OF_2014.items()}
    lines = [f"{label}|件|{number}|" for label, number in rows.items()]
    page = f"临江市蔬菜局2017年政府信息公开工作年度报告\n一、概述\n附表\n统计指标|单位|{head}|\n" + "\n".join(lines) + "\n"
    found = read(page).figures.get("legacy.statistics_2014.proactive.items_published")
    assert (found and found.value) == expected

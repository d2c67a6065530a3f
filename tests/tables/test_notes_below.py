"""What a note below a table or a caption above it says of whose it is gives the table away, alone or beside the agency's own."""

from __future__ import annotations

import pytest
from made_up import ONE, SOUND, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Number, Report

BUREAU, COUNTY, TOWN = "临江市蔬菜局", "青禾县人民政府", "青禾县柳河镇"


def received(text: str, agency: str = BUREAU) -> Number | None:
    (report,) = parse_source(Source(text.replace(BUREAU, agency, 1).encode(), "a.txt"))
    assert isinstance(report, Report)
    return report.value("requests.received.total")


def requests_of(cells: dict[str, list[int]]) -> str:
    page = report_text(cells)
    return page[page.index("申请人情况") : page.index("四、政府信息公开行政复议")]


OWN, OTHER = requests_of(SOUND), requests_of({"received": ONE, "granted": ONE, "processed": ONE})


def with_tables(tables: str) -> str:
    return report_text(SOUND).replace(OWN, tables)


GIVEN_AWAY = [
    "备注：此表为下属单位数据",
    "注：上表系2022年统计",
    "以上是临江市教育局的数据",
    "（上表为局属事业单位情况）",
    "说明：该表是上年数据",
]


@pytest.mark.parametrize("note", GIVEN_AWAY)
def test_a_table_that_the_note_below_gives_away_is_not_the_reports(note: str) -> None:
    assert received(with_tables(f"{OTHER}{note}\n")) is None
    assert received(with_tables(f"{OTHER}{note}\n{OWN}")) in (2, None)
    assert received(with_tables(f"{OWN}{OTHER}{note}\n")) in (2, None)


@pytest.mark.parametrize("note", ["注：上表系2022年统计", "以上是临江市教育局的数据", "注：以上为下属单位情况"])
def test_what_is_said_of_the_table_above_is_not_said_of_the_one_below(note: str) -> None:
    assert received(with_tables(f"{OTHER}{note}\n{OWN}")) == 2


@pytest.mark.parametrize(
    "note",
    [
        "注：以上为各部门汇总数",  # the whole county's own
        "注：上表是各单位报送数据的合计",
        "注：本表系市人民政府办公室统一制定",
        "注：上表为县教育局代为填报",
    ],
)
def test_a_note_that_may_stand_below_the_agencys_own_table_gives_none_away(note: str) -> None:
    assert received(with_tables(f"{OWN}{note}\n{OTHER}"), COUNTY) in (2, None)


@pytest.mark.parametrize(
    "note",
    [
        "注：以上数据含下属单位",
        "注：上表为2023年数据",
        "以上是临江市蔬菜局的数据",
        "注：以上为各类申请人的申请情况",
        "备注：此表为我局及所属单位合计数",
        "注：上表系根据登记台账统计",
    ],
)
def test_a_note_that_gives_nothing_away_leaves_the_table(note: str) -> None:
    assert received(with_tables(f"{OWN}{note}\n")) == 2


@pytest.mark.parametrize(
    ("agency", "caption", "expected"),
    [
        (BUREAU, "开发区管委会", None),  # no bureau was ever called so
        (BUREAU, "临江市红星镇", None),
        (BUREAU, "临江市种植业局", 2),  # perhaps what it was called
        (TOWN, "青禾县教育局", None),
        (TOWN, "青禾县柳河镇", 2),
        (COUNTY, "全市汇总情况如下：", None),
        (COUNTY, "全县汇总情况如下：", 2),
        (BUREAU, "全市", None),
        (BUREAU, "局属事业单位：", None),
        (BUREAU, "其中：红星种子站", None),
        (BUREAU, "我局（含局属单位）情况", 2),
        (BUREAU, "全系统", 2),
    ],
)
def test_a_caption_of_others_gives_a_table_away(agency: str, caption: str, expected: int | None) -> None:
    assert received(report_text(SOUND, {3: caption}), agency) == expected


@pytest.mark.parametrize("note", ["注：本表为上半年数据。", "以上为2023年前三季度统计数", "说明：上表系第一季度情况"])
def test_a_note_below_that_counts_a_part_of_the_year_leaves_the_table_unread(note: str) -> None:
    assert received(with_tables(f"{OWN}{note}\n")) is None


@pytest.mark.parametrize("note", ["（2023年计划数）", "统计周期：季报", "统计周期：半年报"])
def test_so_does_one_above_that_plans_or_is_a_quarters(note: str) -> None:
    assert received(with_tables(f"{note}\n{OWN}")) is None


@pytest.mark.parametrize(
    "note",
    [
        "注：本表数据含上半年结转办理的1件",
        "统计周期：年度",
        "报表类型：年报",
        "注：本表为全年数据",
        "（2023年度）",
        "注：以上含第一季度补报的1件",
    ],
)
def test_nothing_of_the_kind_leaves_it_read(note: str) -> None:
    assert received(with_tables(f"{note}\n{OWN}")) == 2
    assert received(with_tables(f"{OWN}{note}\n")) == 2

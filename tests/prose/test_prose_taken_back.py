"""A number that the sentence behind takes back, of all topics, of more years or more bodies, is none; its neighbours are read."""

from __future__ import annotations

import time

import pytest
from made_up import told

from gongkai.indexer.prose.claimed import Kind
from gongkai.indexer.prose.ownership.own_share import disclaimed, nobody_asked, own_part

REVIEWS, LAWSUITS, RECEIVED, ITEMS = "review.total", "litigation.total", "requests.received", "proactive.items_published"


@pytest.mark.parametrize(
    ("behind", "own"),
    [
        ("其中，政府信息公开申请4件，其余为采伐许可申请。", 4),
        ("按类别分，采伐申请55件，信息公开申请4件。", 4),
        ("经甄别，属于政府信息公开申请的有4件。", 4),
        ("其中4件为政府信息公开申请。", 4),
        ("\n其中政府信息公开申请4件。", 4),
        ("这些都是采伐许可申请，没有人申请信息公开。", None),
        ("均为采伐许可申请。", None),
        ("均为网上申请。", 60),
        ("其中，网上申请50件，当面申请10件。", 60),
        ("其中网上提交政府信息公开申请50件，当面10件。", 60),
    ],
)
def test_requests_of_all_kinds_are_not_those_for_information(behind: str, own: int | None) -> None:
    assert told(requests=f"全年共收到申请60件。{behind}").get(RECEIVED) in (own, None)
    assert told(requests=f"全年共收到政府信息公开申请60件。{behind}").get(RECEIVED) in (60, own, None)


@pytest.mark.parametrize(
    ("behind", "own"),
    [
        ("其中2013年9件，2014年19件，2012年12件。", 19),
        ("其中2013年9件，2014年9件。", None),
        ("其中2014年40件。", 40),
        ("其中县林业局收到18件，其余由各站所收到。", 18),
        ("其中各乡镇林业站收到18件。", None),
        ("注：该数据系2008年以来的合计。", None),
        ("这是近五年的总和。", None),
        ("\n（此数为2012至2014三年之和）", None),
        ("此为2013年数，2014年数待核。", None),
        ("以上包括各乡镇林业站收到的5件。", None),
        ("这是《条例》实施以来首次收到申请。", 40),
        ("以上数据截至2014年12月31日。", 40),
        ("注：该数据为2014年的合计。", 40),
    ],
)
def test_what_more_years_or_bodies_received_is_not_the_agencys(behind: str, own: int | None) -> None:
    assert told(requests=f"共收到政府信息公开申请40件。{behind}").get(RECEIVED) == own


@pytest.mark.parametrize(
    ("behind", "kept"),
    [("但这只是11月至12月的数据", False), ("但这只是1月至12月的数据", True), ("但这只是一个方面", True)],
)
def test_a_number_of_some_months_in_its_own_sentence_is_none(behind: str, kept: bool) -> None:
    assert (RECEIVED in told(requests=f"共收到政府信息公开申请3件，{behind}。")) is kept


@pytest.mark.parametrize(("behind", "kept"), [("（统计口径：2010年以来）", False), ("（统计口径：全年）", True)])
def test_items_of_more_years_are_none(behind: str, kept: bool) -> None:
    assert (ITEMS in told(proactive=f"主动公开政府信息410条。{behind}")) is kept


@pytest.mark.parametrize(
    ("behind", "own"),
    [
        ("其中涉及信息公开的1件。", 1),
        ("其中1件因政府信息公开引起。", 1),
        ("信息公开类1件，行政处罚类4件。", 1),
        ("按类型分：征收4件，信息公开1件。", 1),
        ("除1件为信息公开案件外，均为林权案件。", 1),
        ("其中因政府信息公开引起的均为0件。", 0),
        ("没有一件涉及政府信息公开。", 0),
        ("其中没有政府信息公开类案件。", 0),
        ("这5件都与信息公开无关。", None),
        ("上述案件均为农户不服林权登记所引起，不涉及政府信息公开。", None),
        ("我局均依法应诉。上述案件均系林权纠纷。", None),
        ("案由：强制拆除。", None),
        ("类型为林权争议。", None),
        ("原告要求补发造林款。", None),
        ("均系举报人对举报处理答复不服。", None),
        ("主要是部分农户对林权确权的处理不服。", None),
        ("均为维持。", 5),
        ("均已审结。", 5),
        ("均为不服政府信息公开答复引起。", 5),
        ("主要是申请人对告知书不服。", 5),
        ("主要原因是申请人对答复不理解。", 5),
        ("原告要求提供征地批文。", 5),
        ("未发生因信息公开被追责的情况。", 5),
        ("全年收到政府信息公开申请3件。", 5),
        ("我局加强林权登记和执法检查。", 5),
    ],
)
@pytest.mark.parametrize(("kind", "name"), [(REVIEWS, "复议"), (LAWSUITS, "诉讼")])
def test_contests_of_all_topics_are_not_those_about_information(kind: str, name: str, behind: str, own: int | None) -> None:
    assert told(review=f"全年发生行政{name}5件。{behind}").get(kind) == own


@pytest.mark.parametrize(
    ("behind", "own"),
    [
        ("其中，因信息公开答复引起的行政复议4件、行政诉讼2件，其余为林权争议。", (4, 2)),
        ("涉及政府信息公开的分别为1件、2件。", (1, 2)),
        ("其中因政府信息公开引起的均为0件。", (0, 0)),
        ("其中涉及信息公开的3件。", (None, None)),
        ("均系林权案件。", (None, None)),
        ("其中没有因政府信息公开引起的行政诉讼。", (9, 0)),
        ("均已审结。", (9, 15)),
    ],
)
def test_of_two_each_has_its_own_part(behind: str, own: tuple[int | None, int | None]) -> None:
    found = told(review=f"2014年，我局行政复议案件9件，行政诉讼案件15件。{behind}")
    assert (found.get(REVIEWS), found.get(LAWSUITS)) == own


@pytest.mark.parametrize("more", ["此外，因林权登记被提起行政诉讼5件。", "另外，因采伐许可被提起行政诉讼5件，均胜诉。"])
def test_those_of_another_cause_do_not_take_the_place_of_the_agencys(more: str) -> None:
    assert told(review=f"2014年，因政府信息公开被提起行政诉讼2件。{more}")[LAWSUITS] == 2


def test_of_another_cause_in_the_same_sentence() -> None:
    assert told(review="因林权登记被申请行政复议5件，未因政府信息公开被申请行政复议。").get(REVIEWS) == 0
    assert told(review="因信息公开答复被申请行政复议5件。")[REVIEWS] == 5


def test_further_requests_of_another_kind_are_none() -> None:
    assert told(requests="收到政府信息公开申请1件。另外，共收到申请70件为残疾人补贴。").get(RECEIVED) in (1, None)


@pytest.mark.parametrize(
    "words", ["其中", "涉及信息公开的", "案件", "均", "信息公开行政复议和", "这两件案件", "1件", "、申请", "没有"]
)
def test_no_words_take_long(words: str) -> None:
    began = time.perf_counter()
    for said in (words * (20_000 // len(words)), "其中信息公开" + words * 200, "上述" + words * 200):
        own_part(Kind.REVIEW, "行政复议5件", said, 5)
        own_part(Kind.RECEIVED, "收到申请5件", said, 5)
        disclaimed(Kind.REVIEW, said)
        nobody_asked(said)
    assert time.perf_counter() - began < 2


def test_one_of_another_cause_beside_leaves_the_agencys_own() -> None:
    assert told(review="因政府信息公开提起的行政诉讼2件。另有因林地收回提起的行政诉讼5件。")[LAWSUITS] == 2
    assert LAWSUITS not in told(review="因政府信息公开提起的行政诉讼2件。另有因政府信息公开提起的行政诉讼5件。")


@pytest.mark.parametrize(
    ("behind", "own"),
    [
        ("经复核，上述数字有误，应为388条。", 388),
        ("但经年底核对，其中12条系重复计算，准确数应为398条。", 398),
        ("更正：应为405条。", 405),
        ("经核实，举报应为4条。", 410),
        ("经核对，均真实准确。", 410),
        ("全年更正信息3条。", 410),
    ],
)
def test_a_number_that_is_set_right_behind_is_the_right_one(behind: str, own: int) -> None:
    assert told(proactive=f"全年主动公开政府信息410条。{behind}").get(ITEMS) == own


def test_nothing_and_then_something_is_no_number() -> None:
    assert ITEMS not in told(proactive="本年度主动公开政府信息数为0条，因网站迁移；10月恢复后公开了21条。")
    assert told(proactive="本年度主动公开政府信息数为0条，因网站迁移；10月已恢复。")[ITEMS] == 0


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("收到政府信息公开申请7件，其中2013年收到的2件已于当年统计。", None),
        ("收到政府信息公开申请7件，其中2件已于当年办结。", 7),
        ("受理政府信息公开申请7件（收到9件，其中2件材料不全）。", None),
        ("受理政府信息公开申请7件（网上5件，信函2件）。", 7),
    ],
)
def test_some_counted_before_or_not_taken_leave_the_whole_open(said: str, own: int | None) -> None:
    assert told(requests=said).get(RECEIVED) == own


@pytest.mark.parametrize("words", ["核对", "有误，", "更正应", "应为1", "公开1", "其中2013年", "1件已"])
def test_no_correction_takes_long(words: str) -> None:
    said = (words * 900)[:900]
    began = time.perf_counter()
    told(proactive="全年主动公开政府信息410条。" + said, requests="收到政府信息公开申请7件，" + said)
    assert time.perf_counter() - began < 2

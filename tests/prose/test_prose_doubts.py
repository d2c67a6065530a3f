"""What the prose counts of something else, plans, corrects, denies or bounds is no figure; its neighbours are read."""

from __future__ import annotations

import pytest
from made_up import told

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

BUDGET = "capacity.budget_wan_yuan"


@pytest.mark.parametrize(
    "said",
    [
        "{}主动公开政府信息461条。",
        "全年{}主动公开政府信息461条。",
        "我局{}主动公开政府信息461条。",
    ],
)
@pytest.mark.parametrize(
    "what",
    (
        "已形成 现有 撤销 清理过期 未 审查 补录 转载 涉及民生的 财政预算等 代县政府 集中 任务数为 依申请公开、 党务公开、"
        " 机构改革后, 条例实施后,"
    ).split(),
)
def test_items_that_are_no_more_than_kept_checked_or_of_some_are_not_those_published(said: str, what: str) -> None:
    assert "proactive.items_published" not in told(proactive=said.format(what))


@pytest.mark.parametrize(
    "lead",
    (
        "|我局|2014年|2014年，我局|全年|全年我局共|本年度我局依法及时|双桥县林业局|2014年，县林业局累计|我局及下属单位共"
        "|截至2014年12月31日，我局2014年度|按照《条例》要求，我局"
    ).split("|"),
)
def test_who_when_and_how_may_stand_before_the_items_published(lead: str) -> None:
    assert told(proactive=f"{lead}主动公开政府信息461条。")["proactive.items_published"] == 461


def test_the_items_of_a_field_or_of_a_task_are_not_all() -> None:
    for said in ("1.重点领域。主动公开政府信息58条。", "按照责任书，全年主动公开政府信息500条。", "主动公开政府信息数十条。"):
        assert "proactive.items_published" not in told(proactive=said)
    assert told(proactive="1.主动公开情况。主动公开政府信息58条。")["proactive.items_published"] == 58


@pytest.mark.parametrize(
    "said",
    [
        "《条例》实施后，我局共收到政府信息公开申请102件，今年12件。",
        "我局已收到政府信息公开申请102件，其中今年12件。",
        "自2008年5月至2014年底，我局收到政府信息公开申请102件。",
        "不予受理政府信息公开申请3件。",
        "重复收到政府信息公开申请3件。",
        "我局收到申请328件，办理行政许可320件。",
        "年初收到政府信息公开申请2件，年末收到政府信息公开申请3件。",
        "我局局属单位收到政府信息公开申请8件。",
        "对收到的政府信息公开申请一件一件研究。",
        "收到政府信息公开申请1件1件登记。",
        "没有收到公民政府信息公开申请，收到法人政府信息公开申请2件。",
        "我局未收到政府信息公开申请。其中网上申请3件，当面申请2件。",
        "未收到政府信息公开申请。共答复申请13件。",
        *(f"收到政府信息公开申请10件{bound}。" for bound in ("不到", "许", "有余", "开外", "余")),
        "收到政府信息公开申请几十件。",
    ],
)
def test_requests_of_all_years_of_services_or_a_bound_are_not_those_of_the_year(said: str) -> None:
    assert "requests.received" not in told(requests=said)


@pytest.mark.parametrize(
    ("said", "received"),
    [
        ("机构改革后，2014年我局共收到政府信息公开申请12件。", 12),
        ("我局收到申请12件，均已登记并答复。", 12),
        ("2014年我局收到政府信息公开申请12件，其中网上9件。", 12),
        ("我局未收到政府信息公开申请。全年接听热线咨询30件。", 0),
    ],
)
def test_requests_of_the_year_are_read(said: str, received: int) -> None:
    assert told(requests=said)["requests.received"] == received


@pytest.mark.parametrize(
    "said",
    [
        "行政复议2件，经更正为3件。",
        "行政复议数十件。",
        "化解行政复议2件。",
        "我局受理行政复议申请12件，审结10件。",
        "我局办理行政复议案件12件，行政应诉案件5件。",
        "除1件行政复议外，未发生其他行政复议、行政诉讼。",
        "林权纠纷引发行政复议12件，行政诉讼2件。",
        "行政复议案12件，涉信息公开的没有。",
        "行政复议5件，全部为劳动保障类。",
        "行政诉讼5件，均系工伤认定纠纷。",
    ],
)
def test_reviews_that_are_decided_by_others_or_of_others_are_not_the_agency_s(said: str) -> None:
    found = told(review=said)
    assert not {"review.total", "litigation.total"} & found.keys()


@pytest.mark.parametrize(
    ("said", "reviews", "lawsuits"),
    [
        ("未发生一起行政复议，一件行政诉讼。", {0}, {0, None}),
        ("没有发生1件行政复议、1件行政诉讼。", {0, None}, {0, None}),
        ("未因政府信息公开被申请行政复议1件或被提起行政诉讼1件。", {0, None}, {0, None}),
        ("发生行政复议、行政诉讼各2件。", {2}, {2}),
        ("受理行政复议0件。", {0}, {None}),
        ("全年因政府信息公开引发行政复议3件。", {3}, {None}),
    ],
)
def test_what_is_denied_is_never_one(said: str, reviews: set[int | None], lawsuits: set[int | None]) -> None:
    found = told(review=said)
    assert found.get("review.total") in reviews
    assert found.get("litigation.total") in lawsuits


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("training.trainees", "拟举办政府信息公开培训班2期，培训人员60人次。"),
        ("training.courses", "计划举办政府信息公开培训班2期。"),
        ("response.online_interviews", "召开新闻发布会、开展在线访谈3次。"),
        ("response.press_conferences", "县委宣传部召开新闻发布会3次。"),
        ("response.press_conferences", "召开新闻发布会数十场。"),
        ("capacity.reading_points", "新设置政府信息公开查阅点3个，累计达到12个。"),
        ("capacity.reading_points", "改造升级政府信息公开查阅点2个。"),
        ("capacity.reading_points", "检查政府信息公开查阅点12个。"),
        ("capacity.budget_wan_yuan", "申请政府信息公开专项经费5万元，到位3万元。"),
        ("capacity.budget_wan_yuan", "预算政府信息公开专项经费5万元，决算4.2万元。"),
        ("capacity.budget_wan_yuan", "省财政拨付政府信息公开专项经费5万元给各县。"),
        ("capacity.budget_wan_yuan", "下拨政府信息公开专项经费5万元。"),
        ("capacity.budget_wan_yuan", "补助政府信息公开专项经费5万元。"),
        ("capacity.budget_wan_yuan", "通过转移支付落实政府信息公开专项经费5万元。"),
        ("capacity.budget_wan_yuan", "收到政府信息公开专项经费5万元。"),
        ("capacity.budget_wan_yuan", "政府信息公开专项经费5万元，已划拨各乡镇。"),
        ("capacity.budget_wan_yuan", "政府信息公开专项经费5万元未到位。"),
        ("proactive.by_website", "通过政府公报，政府网站公开政府信息78条。"),
        ("proactive.by_wechat", "微信发布信息312条，其中政府信息78条。"),
        ("proactive.by_weibo", "“双桥发布”微博发布信息956条。"),
        ("proactive.by_weibo", "政务微博公开政府信息数十条。"),
    ],
)
def test_what_is_planned_joint_or_another_body_s_is_no_figure(name: str, said: str) -> None:
    assert name not in told(proactive=said, overview=said)
    assert name not in told(capacity=said)


@pytest.mark.parametrize("ways", ["信函申请及当面申请5件", "当面和信函申请共5件", "电话、现场申请5件"])
def test_a_number_of_two_ways_is_of_neither(ways: str) -> None:
    found = told(requests=f"收到政府信息公开申请12件，其中网络申请7件，{ways}。")
    assert found["requests.received"] == 12
    assert not [name for name in found if "channel" in name]


def test_fees_that_one_sentence_denies_and_one_tells_are_unknown() -> None:
    said = {"fees": "依申请公开未收取费用。", "overview": "依申请公开收取费用120元。"}
    assert "fees_charged_wan_yuan" not in told(**said)
    assert told(fees=said["fees"])["fees_charged_wan_yuan"] == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "据不完全统计，全年共主动公开政府信息560条。",
        "全年共主动公开政府信息132条，此数为估算。",
        "初步统计，本年度主动公开政府信息130条。",
        "全年主动公开政府信息189条，其中21条系重复登记。",
        "全年主动公开政府信息77条，经核对实为70条。",
        "全年主动公开政府信息5条的股室最多。",
        "主动公开政府信息数为0条的月份有2个。",
        "全年主动公开政府信息30条是每所学校的任务。",
    ],
)
def test_a_number_that_is_estimated_corrected_or_of_some_is_not_the_years(sentence: str) -> None:
    assert "proactive.items_published" not in told(proactive=sentence)


def test_a_table_below_words_that_it_is_another_years_is_not_read() -> None:
    cells = " | ".join(["1", *["0"] * 3, "1", *["0"] * 10])
    rulings = " | ".join(("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"))
    table = f"行政复议 | 行政诉讼\n{rulings} | 未经复议直接起诉 | 复议后起诉\n{rulings} | {rulings}\n{cells}"
    for said, is_read in (
        ("下表系2020年情况，2021年未发生：", False),
        ("下面是上年数据，供参考。", False),
        ("2021年情况如下：", True),
    ):
        title = "双桥县林业局2021年政府信息公开工作年度报告\n一、总体情况\n按规定办理。"
        text = f"{title}\n四、政府信息公开行政复议、行政诉讼情况\n{said}\n{table}\n五、存在的主要问题\n人手不足。"
        (report,) = parse_source(Source(text.encode(), "a.txt"))
        assert isinstance(report, Report)
        assert (report.value("review.total") == 1) is is_read


@pytest.mark.parametrize(
    "behind",
    "未落实 尚未落实 ，没有落实 ，暂未安排 暂未安排 ，核减 ，已收回财政 被收回 ，上解"
    " ，由我局代管 ，分给乡镇 ，分配到各乡镇 ，由上级承担 ，未拨付到位 ，用于网站，尚未到位".split(),
)
def test_money_that_was_never_given_or_handed_on_is_not_the_agency_s(behind: str) -> None:
    for section in ("fees", "capacity"):
        assert BUDGET not in told(**{section: f"政府信息公开专项经费5万元{behind}。"})


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", "，全部由县财政拨付"),
        ("", "，已拨付到位"),
        ("县财政拨款", ""),
        ("根据需要，安排", ""),
        *(
            ("安排", f"，{what}")
            for what in "保障工作需要 节约用纸 获得群众好评 支持网站建设 用于借阅点建设 用于奖励先进".split()
        ),
    ],
)
def test_what_money_is_for_and_whence_it_comes_leaves_it_the_agency_s(before: str, behind: str) -> None:
    assert told(capacity=f"{before}政府信息公开专项经费5万元{behind}。")[BUDGET] == 5

"""What stands around a number, above, before or behind it, may set another year, body or plan: then it is no figure."""

from __future__ import annotations

import pytest
from made_up import HEADINGS, LIST, told

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

ITEMS, RECEIVED, REVIEWS, COURSES = "proactive.items_published", "requests.received", "review.total", "training.courses"


OTHER_YEARS = (
    "二〇一三年|二○一三年，|二零一三年|二O一三年|二0一三年度|13年|2013|2Ol3年|前一年|下一年度|明年，|今后|5—12月|2-11月|年中|汛期|上旬"
    "|2014.5.15|当天，|二〇〇八年以来，|2013至2014学年|总计（2008—2014）|本届政府|两年|近一年|连年|以往|迄今|到目前为止，|此前"
)


@pytest.mark.parametrize("when", OTHER_YEARS.split("|"))
def test_a_number_of_another_time_is_none_of_the_year(when: str) -> None:
    found = told(
        requests=f"{when}收到政府信息公开申请12件。",
        review=f"{when}发生行政复议2件。",
        proactive=f"{when}主动公开政府信息461条。",
    )
    assert not {RECEIVED, REVIEWS, ITEMS} & found.keys()


@pytest.mark.parametrize(
    "when", "二〇一四年|二○一四年，|14年，|2014年度|1—12月|1月1日至12月31日，|截至2014年12月31日，|截至12月底，|全年".split("|")
)
def test_a_number_of_the_year_is_read_however_it_is_named(when: str) -> None:
    assert told(requests=f"{when}我局收到政府信息公开申请12件。")[RECEIVED] == 12


@pytest.mark.parametrize(
    "behind",
    (
        "（上半年）|（1—6月）|（全市）|（2013年）|（2008—2014年）|（累计）|（自2008年起）|（截至6月）|（预计）|（目标数）|（注：为上半年数）"
        "|，均为上年度数据|，为历年累计数|，均为2013年提出|，列入2015年计划|，将于2015年办理|的年度目标已完成|，又收到4件，共12件|，补报4件"
        "|的，得满分|，须在1日内移交|，后经核实不属于政府信息公开申请|。以上为全县数据|。以上为2008年以来累计数|。以上数据统计至6月底"
        "|。（注：以上为2013年数据）|，以上为全市数据|，以上为全县合计数|，系县教育局数据|，均为县教育局的统计数|，上述数据均为全县数"
    ).split("|"),
)
def test_what_is_said_behind_a_number_goes_for_it(behind: str) -> None:
    assert RECEIVED not in told(requests=f"我局收到政府信息公开申请12件{behind}。")


@pytest.mark.parametrize(
    "behind",
    (
        "（上半年5件，下半年7件）|（2013年为9件）|（网上9件、信函3件）|，均已按时答复|，均为公民申请|，同比增长10%|（含转办）"
        "|。以上申请均按时答复|，为申请人提供了便利|，是历年来最多的一年|，其中涉及计划生育2件|，均为网上申请"
        "|，均为我局数据|，以上为本单位数据|，以上均为网上提出|，系全年数据|，以上为2014年数据|，以上为各股室合计数|，为全县最多"
    ).split("|"),
)
def test_a_number_that_is_told_apart_or_compared_is_read(behind: str) -> None:
    assert told(requests=f"我局收到政府信息公开申请12件{behind}。")[RECEIVED] == 12


@pytest.mark.parametrize("behind", ["，以上为全县合计数", "，以上数据均为县教育局数据", "（为2013年数据）"])
def test_what_is_said_at_the_end_of_all_above_goes_for_answers_and_for_none(behind: str) -> None:
    assert "requests.closed" not in told(requests=f"我局收到政府信息公开申请12件，均已办结{behind}。")
    assert RECEIVED not in told(requests=f"2014年，我局未收到政府信息公开申请{behind}。")
    assert told(requests="2014年，我局未收到政府信息公开申请（为本单位数据）。")[RECEIVED] == 0


@pytest.mark.parametrize(
    "above",
    [
        "（二）2015年工作打算\n健全机制，提高水平。",
        "（二）历年公开情况\n",
        "（一）2013年情况回顾。工作扎实开展。",
        "自2008年5月1日《条例》施行以来，我局高度重视政府信息公开工作。",
        "2013年，我局政府信息公开工作稳步推进。",
        "2008年至2014年底公开情况如下：\n",
        "截至2013年12月31日，\n",
        "我局上半年\n",
        "上半年，我局充实了领导小组。",
        "5月，我局开展宣传活动。",
        "一季度，召开动员会；",
        "年初制定的目标是：\n",
        "2015年，我局将进一步加大公开力度。",
        "下一步工作打算：\n1.",
        "全省政府信息公开工作取得新成效。",
        "据市政府办公室通报，市直部门公开情况良好。",
        "全县各部门\n",
        "县公安局\n",
        "在“政务公开日”活动中，我局设置咨询台，",
        "在专项整治工作中，",
        "制定考核办法，规定：",
        "县政府办公室下达的任务如下：",
        "《工作要点》提出：",
        "通过网站发布信息328条。另外，",
        "（原县水产局）",
        "合并前，",
        "某市国土局",
    ],
)
def test_a_bare_number_below_another_time_plan_or_body_is_not_the_agency_s(above: str) -> None:
    found = told(proactive=f"{above}主动公开政府信息461条。", requests=f"{above}收到政府信息公开申请12件。")
    assert not {ITEMS, RECEIVED} & found.keys()
    assert not {COURSES, "training.trainees"} & told(capacity=f"{above}举办政府信息公开培训班2期，培训人员60人次。").keys()


@pytest.mark.parametrize(
    "above",
    [
        "（一）主动公开情况\n",
        "1.加强领导。我局成立了领导小组。",
        "2013年，我局起步。2014年，我局继续推进。",
        "自2008年5月1日《条例》施行以来，我局高度重视。2014年，",
        "（一）2013年情况\n工作起步。\n（二）2014年情况\n",
        "上半年，我局充实了领导小组。全年共",
        "全省政府信息公开工作取得新成效。我局",
        "县政府高度重视，我局认真落实。",
        "下一步打算：\n加强学习。\n我局",
        "在政府信息公开工作中，我局",
        "公开情况如下：\n",
        "按照市政府要求，",
        "做到应公开尽公开，",
    ],
)
def test_the_number_of_the_year_is_read_below_what_names_it_again(above: str) -> None:
    assert told(proactive=f"{above}主动公开政府信息461条。")[ITEMS] == 461


@pytest.mark.parametrize(
    "said",
    [
        "（一）县公安局\n县公安局成立了领导小组。收到政府信息公开申请42件。\n（二）县卫生局\n设立公示栏。",
        "1.县国土资源局。明确专人负责。收到政府信息公开申请42件，均按期答复。",
        "（一）城关镇\n全镇共设公示栏12处。收到政府信息公开申请42件。",
        "县财政局明确专人负责。收到政府信息公开申请42件。",
        "省政府大力推进政府信息公开。全年收到政府信息公开申请42件。",
        "我省收到政府信息公开申请42件。",
        "全国收到政府信息公开申请42件。",
        "该镇收到政府信息公开申请42件。",
        "县人大收到政府信息公开申请42件。",
        "以上三家单位收到政府信息公开申请42件。",
    ],
)
def test_the_number_of_one_body_is_not_the_county_s(said: str) -> None:
    assert RECEIVED not in told("双桥县人民政府", requests=said)


def test_the_county_s_own_number_is_read_below_its_bodies() -> None:
    said = "（一）县公安局\n县公安局成立了领导小组。\n（二）总体情况\n全县共收到政府信息公开申请42件。"
    assert told("双桥县人民政府", requests=said)[RECEIVED] == 42
    assert told("双桥县人民政府", requests="我县收到政府信息公开申请42件。")[RECEIVED] == 42


@pytest.mark.parametrize(
    ("period", "is_read"),
    [
        ("2014年1月1日起至2014年6月30日", False),
        ("2008年5月1日起至2014年12月31日", False),
        ("2014年1月1日起至2014年12月31日", True),
        ("2014年1月1日起至2014年12月25日", True),
        ("2014年5月1日起至2014年12月31日", True),
        ("2013年12月1日起至2014年11月30日", True),
    ],
)
def test_figures_of_a_period_that_is_no_year_are_left_alone(period: str, is_read: bool) -> None:
    found = told(opening=f"本报告所列数据的统计期限自{period}止。", requests="我局收到政府信息公开申请12件。")
    assert (RECEIVED in found) == is_read


@pytest.mark.parametrize(
    "said",
    [
        "民事诉讼案件12件。",
        "公益诉讼2件。",
        "国家赔偿诉讼2件。",
        "工伤认定复议2件。",
        "行政诉讼案件12件，其中民事11件。",
        "行政复议12件，案由为行政处罚。",
        "要做到不因公开不当引发行政复议1件、行政诉讼1件。",
        "明确发生行政复议1件扣2分。",
        "行政复议2件的情况没有发生。",
    ],
)
def test_lawsuits_of_another_kind_or_that_were_prevented_are_none(said: str) -> None:
    assert not {REVIEWS, "litigation.total"} & told(review=said).keys()


@pytest.mark.parametrize(
    "said",
    ["受理申请328件，均为许可事项。", "收到申请328件，其中属于政府信息公开申请的12件。", "受理申请12件，涉及公租房分配资格。"],
)
def test_requests_for_something_else_are_not_those_for_information(said: str) -> None:
    assert RECEIVED not in told(requests=said)


def test_years_without_any_are_a_year_without_any() -> None:
    assert told(requests="我局已连续三年未收到政府信息公开申请。")[RECEIVED] == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("training.meetings", "应召开政府信息公开工作会议2次，实际召开1次。"),
        ("training.trainees", "举办安全生产培训班12期，培训人员1200人次，做好政府信息公开工作。"),
        ("training.trainees", "为推进政务公开，我局组织窗口人员服务礼仪培训，培训人员300人次。"),
        ("capacity.staff_full_time", "政府信息公开专职人员2名退休，1名调离。"),
        ("response.press_conferences", "国新办召开新闻发布会13场，我局组织收看。"),
        ("response.press_conferences", "筹备召开新闻发布会3场。"),
        ("response.policy_interpretations", "要发布政策解读稿件12篇。"),
        ("proactive.by_website", "目前，政府网站公开政府信息9128条。"),
        ("proactive.by_weibo", "“双桥公安”微博发布信息1956条。"),
        ("proactive.by_wechat", "企业微信发布信息12条。"),
    ],
)
def test_what_ought_to_be_or_is_of_something_else_is_no_figure(name: str, said: str) -> None:
    assert name not in told(proactive=said, overview=said)
    assert name not in told(capacity=said)


def test_training_about_open_information_is_read() -> None:
    found = told(capacity="举办政府信息公开业务培训班2期，培训人员60人次。召开政府信息公开工作会议2次。")
    assert {name: found[name] for name in (COURSES, "training.trainees", "training.meetings")} == {
        COURSES: 2,
        "training.trainees": 60,
        "training.meetings": 2,
    }


def of_markup(said: str) -> object:
    """Return how many requests a web page tells, where its section of them says so."""
    body = "".join(
        f"<p>{heading}</p><p>{said if section == 'requests' else '按规定办理。'}</p>" for section, heading in HEADINGS.items()
    )
    page = f"<html><body><h1>双桥县林业局2014年政府信息公开工作年度报告</h1>{body}<p>七、存在的主要问题</p><p>人手不足。</p></body></html>"
    (report,) = parse_source(Source(page.encode(), "a.html"))
    assert isinstance(report, Report)
    return report.value(LIST + RECEIVED)


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>1</sup>",
        "<sup>１</sup>",
        " <sup>12</sup>",
        "<sub>1</sub>",
        "<small>1</small>",
        '<font size="1">1</font>',
        '<a href="#_ftn1">1</a>',
        '<a href="#_ftn1" name="_ftnref1"><sup>1</sup></a>',
        '<sup><a href="#n1">1</a></sup>',
        '<span style="vertical-align:super;font-size:8px">1</span>',
        '<span class="sup">1</span>',
    ],
)
def test_the_mark_of_a_note_in_running_text_is_no_digit(mark: str) -> None:
    assert of_markup(f"我局收到政府信息公开申请12{mark}件，均已答复。") in (None, 12)


@pytest.mark.parametrize(
    "number", ["<span>1</span><span>2</span>", '1<span style="font-family:宋体">2</span>', "<b>1</b><b>2</b>", "12"]
)
def test_a_number_in_several_runs_of_text_is_one(number: str) -> None:
    assert of_markup(f"我局收到政府信息公开申请{number}件，均已答复，面积20m<sup>2</sup>。") == 12


@pytest.mark.parametrize(
    "said",
    [
        "自《条例》实施以来累计情况：\n主动公开信息数：611条\n网上咨询数：260人次\n收到政府信息公开申请数：173件",
        "收到政府信息公开申请8件（网上）、4件（书面）。",
        "受理政府信息公开申请48件，其中上年转入3件，本年收到45件。",
        "除县国土局外，我局未收到政府信息公开申请。",
        "年末收到政府信息公开申请2件。",
        "县政府和县直部门收到政府信息公开申请12件。",
    ],
)
def test_requests_told_in_parts_or_of_others_are_not_all(said: str) -> None:
    assert RECEIVED not in told(requests=said)


def test_the_others_number_beside_the_office_s_is_not_the_county_s() -> None:
    said = "县政府及县政府办公室收到政府信息公开申请12件；各乡镇、部门收到政府信息公开申请5件。"
    assert RECEIVED not in told("双桥县人民政府", requests=said)
    said = "各乡镇、部门共收到政府信息公开申请17件。"
    assert told("双桥县人民政府", requests=said)[RECEIVED] == 17


def test_two_sentences_that_disagree_are_no_figure_however_spaced() -> None:
    said = {"overview": "全年收到政府信息公开申请12件。", "requests": "我局共收到政府信息公开申请13件。"}
    assert RECEIVED not in told(**{section: " ".join(text) for section, text in said.items()})
    assert told(requests=" ".join(said["requests"]))[RECEIVED] == 13


def test_a_point_that_may_be_a_comma_is_no_sum() -> None:
    assert "fees_charged_wan_yuan" not in told(fees="依申请公开收取费用3.500元。")
    assert str(told(fees="依申请公开收取费用350.50元。")["fees_charged_wan_yuan"]) == "0.03505"


@pytest.mark.parametrize(
    "title",
    [
        "一是县教育局。",
        "一是:县教育局。",
        "二是县民政局。",
        "一是乡镇情况。",
        "其一，县教育局。",
        "首先是县教育局。",
        "再说县教育局。",
    ],
)
def test_a_body_that_is_counted_off_is_whose_the_next_sentence_is(title: str) -> None:
    for agency in ("双桥县人民政府", "双桥县林业局"):
        assert RECEIVED not in told(agency, overview="全县依法公开。", requests=f"{title}收到政府信息公开申请12件。")


@pytest.mark.parametrize(
    "title",
    ["一是受理情况。", "一是加强领导。", "其一，健全制度。", "一是召开协调会。", "一是县政府办公室牵头。"],
)
def test_what_else_is_counted_off_sets_nobody(title: str) -> None:
    for agency in ("双桥县人民政府", "双桥县林业局"):
        read_of_it = told(agency, overview="全县依法公开。", requests=f"{title}收到政府信息公开申请12件。")
        assert read_of_it[RECEIVED] == 12


@pytest.mark.parametrize(
    "owed", ["按照要求应", "应", "应当", "2014年应", "我局应", "我局拟", "按规定应", "培训案例中，", "案例中，我局"]
)
def test_what_was_to_come_did_not(owed: str) -> None:
    assert REVIEWS not in told(review=f"{owed}因政府信息公开被申请行政复议3件。")
    assert RECEIVED not in told(requests=f"{owed}收到政府信息公开申请12件。")


def test_words_that_end_alike_owe_nothing() -> None:
    for before in ("学习了10个案例，我局", "我局积极响应，", "县里反响良好，我局", "根据规定，", ""):
        assert told(requests=f"{before}收到政府信息公开申请12件。")[RECEIVED] == 12
        assert told(review=f"{before}因政府信息公开被申请行政复议3件。")[REVIEWS] == 3

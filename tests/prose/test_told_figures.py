"""Fees, staff, meetings and ways in the prose of before 2019: what a sentence leaves open stays null."""

from __future__ import annotations

from decimal import Decimal

import pytest
from made_up import LIST, read

from gongkai.report import Number

BUREAU, COUNTY, TOWN = "临江市蔬菜局", "临江县人民政府", "临江县白石镇人民政府"
FEES = LIST + "fees_charged_wan_yuan"
CAPACITY, TRAINING, RESPONSE = LIST + "capacity.", LIST + "training.", LIST + "response."
CHANNEL, BY = LIST + "requests.channel.", LIST + "proactive.by_"
STAFF, FULL, PART = (CAPACITY + name for name in ("staff", "staff_full_time", "staff_part_time"))
ALL_FOUR = [CHANNEL + way for way in ("in_person", "fax", "online", "mail")]


def told(
    said: str, *, under: str = "六、机构建设和会议培训情况", agency: str = BUREAU, requests: str = "", proactive: str = ""
) -> dict[str, Number]:
    """Return the figures of a report of 2015 that says so `under` a heading, or of requests and items."""
    text = "\n".join(
        (
            f"{agency}2015年政府信息公开工作年度报告",
            "一、概述",
            "2015年有序推进各项工作。",
            "二、主动公开政府信息情况",
            f"2015年共主动公开政府信息900条。{proactive}",
            "三、依申请公开政府信息情况",
            requests or "按程序办理。",
            under,
            said or "已落实。",
            "八、存在的主要问题和改进措施",
            "公开不够及时。",
        )
    )
    return {name: figure.value for name, figure in read(text).figures.items() if figure.value is not None}


CHARGED = [
    ("2015年，我局未向申请人收取任何费用。", 0),
    ("我局没有因政府信息公开收取费用，也无减免情况。", 0),
    ("自条例实施以来，我局暂未收取依申请公开的检索、复印、邮寄等费用。", 0),
    ("本年度收费和减免均为零。", 0),
    ("2015年收到依申请公开5件，均未收取费用。", 0),
    ("全年依申请公开收费金额为0元。", 0),
    ("2015年我局依申请提供政府信息共收取检索、复制、邮寄等费用共计470元。", "0.047"),
    ("2015年共收取依申请公开费用2.5万元。", "2.5"),
    ("2015年共收取检索、复制、邮寄等费用1,260元。", "0.126"),
]
CHARGED_OPEN = [
    "2015年依申请公开5件，2件未收取费用。",
    "对公益组织以外的企业未收取依申请公开费用。",
    "我局未收取费用，仅收取依申请公开的工本费。",
    "2014年，我局未向申请人收取任何费用。",
    "我局未收取其他费用。",
    "我局未违规收取费用。",
    "我局未向低保户收取费用。",
    "除复印成本外，我局未收取依申请公开费用。",
    "2015年没有减免费用。",
    "我局不存在乱收费情况。",
    "今后将不收取费用。",
    "未发生与诉讼有关的费用支出。",
    "未收取检索费。",
    "未收取检索、复制费用，但收取邮寄费15元。",
    "收取复印费12元。未收取检索等费用。",
    "按每页0.5元收取检索、复印等费用。",
    "收取复印费用每页0.5元。",
    "2014年收取检索、复制、邮寄等费用470元。",
    "截至2015年底，共收取检索、复制、邮寄等费用470元。",
    "2008年以来累计收取检索、复制、邮寄等费用470元。",
    "上半年收取检索、复制、邮寄等费用470元。",
    "应收取检索、复制、邮寄等费用470元，实际收取300元。",
    "2015年收取检索、复制、邮寄等费用约470元。",
    "减免检索、复制、邮寄等费用470元。",
    "收取检索费10元、复制费20元。",
    "2015年收取复印费20元。",
    "全市共收取依申请公开费用2.5万元。",
    "各乡镇收到依申请公开5件，未收取费用。",
    "各下属单位收取依申请公开费用470元。",
    "收取依申请公开费用470元。收取依申请公开费用400元。",
]


@pytest.mark.parametrize(("said", "value"), CHARGED)
def test_what_was_charged_is_read_in_ten_thousands_of_yuan(said: str, value: int | str) -> None:
    assert told(said, under="六、政府信息公开的收费及减免情况")[FEES] == Decimal(value)


@pytest.mark.parametrize("said", CHARGED_OPEN)
def test_what_else_is_said_of_fees_is_not_what_was_charged(said: str) -> None:
    assert FEES not in told(said, under="六、政府信息公开的收费及减免情况")


def test_a_county_s_fees_are_not_its_office_s() -> None:
    under = "六、政府信息公开的收费及减免情况"
    assert told("全县各部门共收取依申请公开检索、邮寄等费用1200元。", under=under, agency=COUNTY)[FEES] == Decimal("0.12")
    assert FEES not in told("县政府办公室未收取政府信息公开费用。", under=under, agency=COUNTY)


def test_money_of_no_requests_is_no_fee() -> None:
    assert FEES not in told("培训共收取费用470元。")
    assert FEES not in told("共收取费用470元。")


COUNTED: list[tuple[str, dict[str, int | str]]] = [
    ("为做好政府信息公开工作，专门配备了2名全职工作人员、3名兼职工作人员。", {FULL: 2, PART: 3}),
    ("2008年5月1日起我局开展政府信息公开工作。为此，配备了4名兼职工作人员。", {PART: 4}),
    ("自2009年5月1日起开展政府信息公开工作，配备了4名兼职工作人员。", {PART: 4}),
    ("从事政府信息公开工作的人员共5名，其中专职2名，兼职3名。", {STAFF: 5, FULL: 2, PART: 3}),
    ("从事政府信息公开工作人员4名（专职1名、兼职3名）。", {STAFF: 4, FULL: 1, PART: 3}),
    ("本机关从事政府信息公开工作的专职人员1人。", {FULL: 1}),
    ("我局确定2名工作人员负责政府信息公开工作。", {STAFF: 2}),
    ("我局设立政府信息公开公共查阅点2个。", {CAPACITY + "reading_points": 2}),
    ("截至2015年底，我局共设立政府信息公开查阅场所3个。", {CAPACITY + "reading_points": 3}),
    ("政府信息公开工作专门机构1个。", {CAPACITY + "units": 1}),
    (
        "全年召开政府信息公开工作会议2次，举办政府信息公开培训班3期，培训人员120人次。",
        {TRAINING + "meetings": 2, TRAINING + "courses": 3, TRAINING + "trainees": 120},
    ),
    ("安排政府信息公开专项经费6.5万元。", {CAPACITY + "budget_wan_yuan": "6.5"}),
    ("安排政府信息公开专项经费8000元。", {CAPACITY + "budget_wan_yuan": "0.8"}),
    (
        "全年举办新闻发布会3次，发布政策解读稿件12篇，开展在线访谈2期。回应公众关注热点或重大舆情6次。",
        {
            RESPONSE + "press_conferences": 3,
            RESPONSE + "policy_interpretations": 12,
            RESPONSE + "online_interviews": 2,
            RESPONSE + "hot_topics": 6,
        },
    ),
]
UNCOUNTED = [
    "政府信息公开有序开展。我局共有专职人员3名。",
    "政府信息公开有序开展。我局配备专职人员3名从事蔬菜检测。",
    "政府信息公开有序开展。我局配备专职人员3名负责网站更新。",
    "县政府召开政府信息公开工作会议2次。",
    "为做好政府信息公开工作，配备了3名专兼职人员。",
    "为做好政府信息公开工作，配备专职和兼职人员3名。",
    "为做好政府信息公开工作，各科室配备了1名兼职人员。",
    "为做好政府信息公开工作，各镇配备了1名专职人员。",
    "为做好政府信息公开工作，新增专职人员2名。",
    "为做好政府信息公开工作，将配备2名专职人员。",
    "2014年政府信息公开工作配备了2名专职人员。",
    "为做好政府信息公开工作，配备了2名专职人员，下属单位配备了5名专职人员。",
    "政府信息公开网站配备了2名专职人员。",
    "政府信息公开工作培训兼职人员12名。",
    "信访接待配备了3名兼职人员。",
    "从事政府信息公开工作的人员共5名，其中专职2名，兼职4名。",
    "在档案馆设立1个政府信息公开查阅点，在图书馆设立1个政府信息公开查阅点。",
    "新增政府信息公开查阅点2个。",
    "计划设立2个政府信息公开查阅点。",
    "全市设立政府信息公开查阅点200个。",
    "召开政府信息公开工作会议2次、专题会议1次。",
    "召开政府信息公开工作会议两次，召开部署会1次。",
    "2014年召开政府信息公开工作会议2次。",
    "各乡镇召开政府信息公开工作会议12次。",
    "参加市政府信息公开培训班2次。",
    "累计举办政府信息公开培训班30期。",
    "截至2015年底，共举办政府信息公开培训班30期。",
    "政府信息公开培训人员120人。",
    "政府信息公开培训人员120余人次。",
    "安排政府信息公开网站建设专项经费5万元。",
    "2016年计划安排政府信息公开专项经费5万元。",
    "较上年增加政府信息公开专项经费2万元。",
    "全年举办新闻发布会3次，参加省政府新闻发布会1次。",
    "围绕食品安全召开新闻发布会3场。",
    "组织市直部门召开新闻发布会30场。",
    "通过微信发布政策解读稿件5篇。",
]


@pytest.mark.parametrize(("said", "values"), COUNTED)
def test_staff_places_meetings_and_money_are_read(said: str, values: dict[str, int | str]) -> None:
    found = {name: value for name, value in told(said).items() if name.startswith((CAPACITY, TRAINING, RESPONSE))}
    assert found == {name: Decimal(value) for name, value in values.items()}


@pytest.mark.parametrize("said", UNCOUNTED)
def test_other_numbers_of_staff_places_and_meetings_are_not(said: str) -> None:
    assert not [name for name in told(said) if name.startswith((CAPACITY, TRAINING, RESPONSE))]


def test_training_of_another_matter_is_none_of_open_information() -> None:
    assert TRAINING + "trainees" in told("培训人员120人次。", under="六、政府信息公开会议和培训情况")
    assert TRAINING + "trainees" not in told("公开政府信息有序。举办蔬菜种植培训班，培训人员120人次。", under="六、其他工作情况")


def test_in_a_county_s_report_only_the_whole_county_s_staff_are_read() -> None:
    assert FULL not in told("为做好政府信息公开工作，配备了3名专职人员。", agency=COUNTY)
    training = "举办政府信息公开培训班2期，培训人员160人次。"
    assert told("全县共" + training, agency=COUNTY)[TRAINING + "trainees"] == 160
    assert TRAINING + "trainees" not in told("县政府信息公开办" + training, agency=COUNTY)
    whole = told("为做好政府信息公开工作，全县配备了33名专职人员、120名兼职人员。", agency=COUNTY)
    assert (whole[FULL], whole[PART]) == (33, 120)
    assert told("为做好政府信息公开工作，我镇配备了2名兼职人员。", agency=TOWN)[PART] == 2


CAME = "2015年我局收到政府信息公开申请21件"
CAME_FIRST = "2015年我局共收到21件信息公开申请"
WAYS: list[tuple[str, list[int | None]]] = [
    (f"{CAME_FIRST}，其中网络申请14件，信函申请5件，当面申请2件，均已按时办结。", [2, None, 14, 5]),
    ("2015年我局受理了21件政府信息公开的申请，网络申请20件，传真申请1件。", [None, 1, 20, None]),
    (f"{CAME_FIRST}，其中网络申请14件，信函申请5件。", [None] * 4),
    (f"{CAME_FIRST}。2014年共收到21件信息公开申请，其中网络申请14件，信函申请5件，当面申请2件。", [None] * 4),
    (f"{CAME_FIRST}，共接到21件来信，其中网络申请14件，信函申请5件，当面申请2件。", [None] * 4),
    (f"{CAME_FIRST}，答复21件信息公开申请，其中网络申请14件，信函申请5件，当面申请2件。", [None] * 4),
    (f"{CAME}，其中网络申请14件，信函申请5件，当面申请2件。", [2, None, 14, 5]),
    (f"{CAME}，比2014年的17件增加4件，其中网络申请14件，信函申请5件，当面申请2件。", [2, None, 14, 5]),
    (f"{CAME}。其中，当面申请2件，占10%；通过网络提交的申请14件，占66%；信函申请5件，占24%。", [2, None, 14, 5]),
    (f"{CAME}：传真申请0件、网上申请21件。", [None, 0, 21, None]),
    (f"{CAME}，其中电子邮件申请4件，网上申请10件，信函申请5件，当面申请2件。", [2, None, None, 5]),  # of the net or apart
    (f"{CAME}（申请方式为网络平台14件、信函5件、当面2件）。", [2, None, 14, 5]),
    (f"{CAME}，其中网上来信申请4件，当面申请17件。", [None] * 4),
    (f"{CAME}，其中网络申请14件，信函申请5件。", [None] * 4),
    (CAME.replace("年我局", "年1月1日至12月31日，我局共") + "，其中网络申请20件，传真申请1件。", [None, 1, 20, None]),
    (f"{CAME}。去年为21件。2014年收到申请21件。其中，网络申请14件，信函申请5件，当面申请2件。", [None] * 4),
    (f"{CAME}，答复21件，其中网络答复14件，信函答复5件，当面答复2件。", [None] * 4),
    (f"{CAME}，同意公开21件，其中当面2件，网上14件，信函5件。", [None] * 4),
    (f"{CAME}。咨询21件，其中网上14件，信函5件，当面2件。", [None] * 4),
    (f"{CAME}，其中网络申请14件，信函申请5件，当面申请2件，较上年同期增加。", [2, None, 14, 5]),
    (f"{CAME}。2014年收到申请21件，其中网络申请14件，信函申请5件，当面申请2件。", [None] * 4),
]


@pytest.mark.parametrize(("said", "values"), WAYS)
def test_the_ways_of_requests_must_add_up_to_all_that_came(said: str, values: list[int | None]) -> None:
    found = told("", requests=said)
    assert [found.get(name) for name in ALL_FOUR] == values


PUBLISHED_BY: list[tuple[str, dict[str, int]]] = [
    (
        "其中，政府网站公开政府信息71条、“蔬菜之窗”微信公众号公开政府信息数63条，其他方式公开政府信息5条。",
        {"website": 71, "wechat": 63, "other": 5},
    ),
    ("通过政府网站主动公开政府信息71条。", {"website": 71}),
    ("通过我局门户网站公开政府信息71条，占八成。", {"website": 71}),
    ("通过微博公开政府信息数8条，较去年增加2条。", {"weibo": 8}),
    ("通过政府公报公开政府信息3条。", {"gazette": 3}),
    ("通过政府公报、政府网站公开政府信息71条。", {}),
    ("通过政府网站、微信公开政府信息71条。", {}),
    ("截至2015年底，通过政府网站公开政府信息71条。", {}),
    ("截至2015年底，累计公开7100条。其中，政府网站公开政府信息71条。", {}),
    ("2014年通过政府网站公开政府信息71条。", {}),
    ("第一季度政府网站公开政府信息71条。", {}),
    ("政府网站新增公开政府信息71条。", {}),
    ("政府网站日均公开政府信息7条。", {}),
    ("县公安局微信公众号公开政府信息63条。", {}),
    ("省政府网站公开政府信息71条。", {}),
    ("各单位通过政府网站公开政府信息71条。", {}),
    ("全市通过政府网站公开政府信息71条。", {}),
    ("政府网站公开政府信息71条，镇门户网站公开政府信息12条。", {}),
    ("政府网站公开政策信息71条。", {}),
    ("政府网站公开政府信息70余条。", {}),
    ("政府网站公开政府信息71条次。", {}),
    ("政府网站公开政府信息1071条。", {}),  # more than all
]


@pytest.mark.parametrize(("said", "values"), PUBLISHED_BY)
def test_the_ways_of_items_are_read_where_one_has_one_number(said: str, values: dict[str, int]) -> None:
    found = {name: value for name, value in told("", proactive=said).items() if name.startswith(BY)}
    assert found == {BY + way: value for way, value in values.items()}


def test_a_figure_tells_where_its_number_is_printed() -> None:
    text = f"{BUREAU}2015年政府信息公开工作年度报告\n一、概述\n政府信息公开工作配备了12名兼职人员。\n三、依申请公开政府信息情况\n"
    text += "收取检索、邮寄等费用470元。"
    found = read(text)
    for name, raw in ((PART, "12"), (FEES, "470")):
        figure = found.figures[name]
        assert figure.span is not None
        assert (figure.raw, text[slice(*figure.span)], figure.basis) == (raw, raw, "sentence")

"""What a bureau is said to have done before goes on: 县教育局高度重视，公开20条 is the bureau's; who only leads or checks takes no number."""

from __future__ import annotations

import pytest
from made_up import told

BUREAU, TOWN = "双桥县林业局", "双桥县杨湾镇人民政府"
SAID = {
    "proactive": "主动公开政府信息461条。",
    "requests": "收到政府信息公开申请12件。",
    "fees": "政府信息公开没有收费。",
    "review": "未发生因政府信息公开提起的行政复议和行政诉讼。",
    "capacity": "为此，专门配备了3名兼职工作人员。",
}


@pytest.mark.parametrize("agency", [BUREAU, TOWN])
@pytest.mark.parametrize(
    "lead",
    [
        "县教育局高度重视，",
        "2014年，县教育局高度重视，",
        "根据《条例》要求，县教育局对政府信息进行了梳理和编目，2014年",
        "1、2014年县教育局加强制度建设，",
        "县教育局接受检查，",
        "县教育局在县政府指导下完善制度，全局",
        "青山县教育局积极推进，",
        "白石镇认真推进信息公开，",
        "2014年，石口村认真推进村务公开，",
        "县第一中学加强公开，",
        "县委宣传部高度重视，",
    ],
)
def test_what_another_bureau_did_goes_on(agency: str, lead: str) -> None:
    for section, said in SAID.items():
        assert not told(agency, **{section: lead + said}), lead + said


@pytest.mark.parametrize(
    "lead",
    [
        "",
        "2014年，我局高度重视，",
        "县林业局高度重视，全局",
        "县教育局高度重视，我局",
        "县教育局检查指导，",
        "县审计局审查我局账目，",
    ],
)
def test_who_leads_or_checks_takes_no_number(lead: str) -> None:
    assert told(proactive=lead + SAID["proactive"])["proactive.items_published"] == 461
    assert told(requests=lead + SAID["requests"])["requests.received"] == 12


def test_a_heading_on_the_sentence_s_line_hides_nobody() -> None:
    heading = "三、政府信息公开收费和减免情况 "
    assert not told(fees=heading + "本年度县教育局没有因政府信息公开而产生的收费。")
    assert told(fees=heading + "本年度我局没有因政府信息公开而产生的收费。")["fees_charged_wan_yuan"] == 0
    heading = "三、依申请公开政府信息和不予公开政府信息的情况 "
    assert not told(requests=heading + "县教育局2014年没有收到政府信息公开申请。")
    assert told(requests=heading + "我局2014年没有收到政府信息公开申请。")["requests.received"] == 0


def test_whose_calls_they_answered_goes_on_behind_a_semicolon() -> None:
    said = "{}接受咨询216人次；受理政府信息公开申请3件。"
    for lead in ("青山县教育局", "白石镇积极", "2012年至2014年，"):
        assert not told(requests=said.format(lead)), lead
    for lead in ("我局", "2014年，我局", ""):
        assert told(requests=said.format(lead))["requests.received"] == 3, lead


def test_bodies_of_the_party_and_societies_are_others() -> None:
    for body in ("县委宣传部", "县妇联", "县总工会", "县残联", "县日报社"):
        assert not told(requests=f"2014年，{body}没有收到公开政府信息的申请。"), body
    assert told("双桥县残疾人联合会", requests="2014年，县残联没有收到公开政府信息的申请。")["requests.received"] == 0


PLACES_BODIES = (
    "县文联|县侨联|县妇联|县残疾人联合会|县总工会|县武装部|县编办|县委编办|县委办公室|县委办|县委党校|县委政法委|县信访办|县扶贫办|县纪委|县纪委监委|县人大常委会|县政协"
    "|县人民检察院|县法院|团县委|共青团县委|县科协|县红十字会|县供销社|县发改委|开发区管委会|杨湾工业园管委会|县管委会"
)


@pytest.mark.parametrize("body", PLACES_BODIES.split("|"))
def test_a_place_s_bodies_are_others_whatever_is_said_of_them(body: str) -> None:
    for said in (
        "{}收到政府信息公开申请12件。",
        "{}高度重视，收到政府信息公开申请12件。",
        "2014年，{}没有收到政府信息公开申请。",
    ):
        assert not told(requests=said.format(body)), said
    assert not told(proactive=f"{body}加强制度建设，全年主动公开政府信息461条。")


@pytest.mark.parametrize(
    ("agency", "body"),
    [
        ("双桥县文学艺术界联合会", "县文联"),
        ("双桥县人民武装部", "县武装部"),
        ("双桥县机构编制委员会办公室", "县编办"),
        ("双桥经济开发区管理委员会", "开发区管委会"),
        ("双桥县发展和改革委员会", "县发改委"),
        ("双桥县信访办公室", "县信访办"),
        (BUREAU, "县委、县政府"),
        (BUREAU, "县委"),
    ],
)
def test_a_body_s_own_report_reads_its_number_and_who_leads_takes_none(agency: str, body: str) -> None:
    assert told(agency, requests=f"{body}高度重视，全年共收到政府信息公开申请12件。")["requests.received"] == 12


@pytest.mark.parametrize(
    "lead", ["县委全面部署", "县委办理有力", "县委办公室牵头", "县人大代表积极支持", "县人大检查指导", "办理县人大建议2件"]
)
def test_what_only_begins_like_a_place_s_body_is_none(lead: str) -> None:
    assert told(requests=f"{lead}，收到政府信息公开申请12件。")["requests.received"] == 12


def test_half_a_year_goes_on_behind_a_semicolon() -> None:
    assert not told(requests="2014年上半年，接受咨询216人次；受理政府信息公开申请3件。")
    assert told(requests="2014年上半年，接受咨询216人次；全年受理政府信息公开申请3件。")["requests.received"] == 3


def test_a_note_behind_a_list_takes_the_number_above_it() -> None:
    listed = "2014年，主动公开政务信息19条，其中：机构职能5条；政策法规8条；其他信息6条，"
    assert not told(proactive=listed + "以上为全县合计数。")
    assert told(proactive=listed + "以上均为我局公开。")["proactive.items_published"] == 19
    ended = listed + "重大建设项目等，"
    assert not told(proactive=ended + "以上数据为全县合计数。")
    assert told(proactive=ended + "以上均为我局公开。")["proactive.items_published"] == 19


@pytest.mark.parametrize(
    "said",
    [
        "全年发生因拆迁纠纷而被申请行政复议、提起行政诉讼的案件0件。",
        "全年因征地补偿发生行政复议0件，行政诉讼0件。",
        "本年度未发生因征地补偿涉及的行政复议、行政诉讼。",
        "全年未发生因违反房屋拆迁工作而出现投诉、复议、诉讼情况。",
    ],
)
def test_none_about_another_matter_is_not_none(said: str) -> None:
    assert not told(review=said)


def test_none_about_open_information_is_none() -> None:
    for said in (
        "全年发生因政府信息公开而被申请行政复议、提起行政诉讼的案件0件。",
        "本年度未发生因政府信息公开涉及的行政复议、行政诉讼。",
        "全年未发生因违反政府信息公开工作规定而出现投诉、复议、诉讼情况。",
    ):
        assert told(review=said) == {"review.total": 0, "litigation.total": 0}, said


def test_no_charge_for_another_service_is_none_for_information() -> None:
    assert not told(fees="2014年度，我局房屋拆迁没有收费。")
    assert not told(fees="2014年度，我局苗木检疫没有收取任何费用。")
    assert told("双桥县规划局", fees="2014年，县规划局没有收取任何费用。")["fees_charged_wan_yuan"] == 0


def test_what_a_way_was_to_bring_is_no_number() -> None:
    said = "我局主动公开政府信息19条。其中通过政府公报{}公开政府信息4条，通过政府网站公开政府信息15条。"
    assert "proactive.by_gazette" not in told(proactive=said.format("计划"))
    assert told(proactive=said.format(""))["proactive.by_gazette"] == 4


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("requests", "(一)县教育局收到和处理政府信息公开申请情况本年度收到政府信息公开申请12件。"),
        ("requests", "(二)下属单位收到申请情况全年收到政府信息公开申请12件。"),
        ("requests", "2、白石镇办理申请情况2014年收到政府信息公开申请12件。"),
        ("requests", "（二）乡镇收到申请情况全年未收到政府信息公开申请。"),
        ("review", "（二）县教育局行政复议情况本年度未发生因政府信息公开申请行政复议、提起行政诉讼的情况。"),
        ("fees", "1、县教育局收费情况2014年没有收取任何费用。"),
    ],
)
def test_a_heading_that_names_another_before_the_sentence_takes_its_number(section: str, said: str) -> None:
    assert told(BUREAU, **{section: said}) == {}


HALLS = "县档案馆|县图书馆|县文化馆|县规划展览馆|县融媒体中心|县政务服务中心"
COUNTY = "双桥县人民政府"


@pytest.mark.parametrize("agency", [BUREAU, COUNTY])
@pytest.mark.parametrize("body", [*HALLS.split("|"), "县文联", "县残疾人联合会", "县红十字会"])
def test_halls_and_societies_are_others_to_a_bureau_and_to_the_county(agency: str, body: str) -> None:
    for said in (
        f"{body}高度重视，收到政府信息公开申请12件。",
        f"2014年，{body}认真落实，受理政府信息公开申请12件。",
    ):
        assert not told(agency, requests=said), said
    assert not told(agency, proactive=f"{body}积极推进，主动公开政府信息461条。")


@pytest.mark.parametrize(
    ("agency", "lead"),
    [
        ("双桥县档案馆", "县档案馆"),
        ("双桥县融媒体中心", "县融媒体中心"),
        ("双桥县文学艺术界联合会", "县文联"),
        (BUREAU, "县林业局在县档案馆设立查阅点，"),
        (COUNTY, "县档案馆高度重视，全县"),
        (COUNTY, "县委、县政府高度重视，全年"),
        (COUNTY, "县委高度重视，全年"),
    ],
)
def test_a_hall_s_own_report_and_what_only_names_one_are_read(agency: str, lead: str) -> None:
    assert told(agency, requests=f"{lead}收到政府信息公开申请12件。")["requests.received"] == 12


@pytest.mark.parametrize("doer", ["均为县政府办组织", "均由县政府办公室统一组织", "县教育局组织", "全部由县政务公开办公室举办"])
def test_a_bracket_that_says_who_else_did_it_takes_the_number(doer: str) -> None:
    assert not told(capacity=f"举办政府信息公开培训3次（{doer}）。")
    assert not told(capacity=f"召开政府信息公开工作会议2次（{doer}）。")
    assert not told(proactive=f"主动公开政府信息461条（{doer.replace('组织', '发布').replace('举办', '发布')}）。")


@pytest.mark.parametrize("doer", ["均由我局组织", "县林业局组织", "均由局办公室组织"])
def test_and_one_that_names_the_agency_does_not(doer: str) -> None:
    assert told(capacity=f"举办政府信息公开培训3次（{doer}）。")["training.courses"] == 3

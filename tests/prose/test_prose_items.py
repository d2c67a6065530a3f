"""Items published, told behind words that other reports do not use."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS = "proactive.items_published"


@pytest.mark.parametrize(
    "said",
    [
        "（一）主动公开政府信息的数量：2014年度我局共公开政府信息52条。",
        "截至目前，2014年度主动公开政府信息共计52条，全文电子化率达100%。",
        "2014年度主动公开林业政府信息52条。历年累计公开134条。",
        "2014年，我局通过各类政务公开渠道主动公开政府信息52条，其中：通过门户网站公开各类信息共40条。",
        "2014年，我局通过各渠道主动公开政府信息52条，其中通过政府网站公开40条，通过微信公开12条。",
        "2014年，我局通过线上线下多种渠道主动公开政府信息52条。",
        "2014年，我局通过多种渠道共公开政府信息52条。",
        "2014年，我局通过各类方式公开各类政府信息52条，其中通过政府网站公开40条。",
        "2014年，我局在各个平台共公开信息52条，其中，政务信息平台公开总数为40条（工作动态30条，部门文件10条）。",
        "2014年，我局通过各平台主动公开政府信息52条。",
        "2014年，我局对政府信息进行了认真梳理和编目，新增主动公开政府信息52条。",
        "2014年1月1日至12月31日，县林业局共发布各类主动公开信息52件。",
        "2014年我局主动公开政府信息总量52条。",
        "主动公开数据 2014年主动公开政府信息数52条。其中，机构职能类信息9条。",
        "截止2014年12月31日，年度累计主动公开政府信息52条，历年累计主动公开政府信息545条。",
        "2014年，我局通过政府信息公开平台、政府网站主动公开政府信息52条。通过门户网站和政府信息公开平台，及时更新信息。",
        "本局到2014年底累计主动公开政府信息267条，其中本年度新增的主动公开信息52条。2014年累计主动公开政府信息52条。",
    ],
)
def test_items_of_the_year_are_read(said: str) -> None:
    assert told(proactive=said)[ITEMS] == 52


def test_what_a_whole_town_published_is_the_town_s() -> None:
    said = "（一）主动公开政府信息的数量：2014年度全镇共公开政府信息52条。"
    assert told("白石镇人民政府", proactive=said)[ITEMS] == 52
    assert ITEMS not in told(proactive=said)


def test_an_office_that_is_called_short_tells_of_itself() -> None:
    said = "2014年，临江市人防办累计主动公开政府信息52条。"
    assert told("临江市人民防空办公室", proactive=said)[ITEMS] == 52
    assert ITEMS not in told(proactive=said)


@pytest.mark.parametrize(
    "said",
    [
        "（一）主动公开政府信息的数量：2013年度共公开政府信息52条。",
        "（一）主动公开政府信息的数量：2014年度全县共公开政府信息52条。",
        "截至目前，主动公开政府信息共计52条。",
        "截至目前，2014年上半年主动公开政府信息共计52条。",
        "2014年度主动公开财政政府信息52条。",
        "2014年度主动公开林业政府信息52条，主动公开财政政府信息20条。",
        "2014年，我局通过各类渠道主动公开政府信息52条。通过网站公开信息80条。",
        "2014年，我局还通过各类渠道主动公开政府信息52条。",
        "2014年，我局通过各渠道主动公开政府信息52条。通过网站公开信息80条。",
        "2014年，我局通过各部门渠道主动公开政府信息52条。",
        "2014年，我局通过各部门平台公开政府信息52条。",
        "2014年，我局通过多种渠道共公开政府信息52条。通过网站公开信息80条。",
        "2014年，我局还在各个平台公开政府信息52条。",
        "2014年，我局在门户网站等各个平台公开政府信息52条。",
        "2014年，我局在各新媒体平台公开政府信息52条。",
        "2014年，我局在各平台累计公开政府信息52条。",
        "2014年，县政府在各平台公开政府信息52条。",
        "2014年，我局指导乡镇在各平台公开政府信息52条。",
        "2013年，我局在各平台公开政府信息52条。",
        "2014年上半年，我局在各平台公开政府信息52条。",
        "我局对政府信息进行了认真梳理和编目，新增主动公开政府信息52条。",
        "2014年，我局对各股室政府信息进行了认真梳理和编目，新增主动公开政府信息52条。",
        "2014年，县政府办累计主动公开政府信息52条。",
        "本局到2014年底累计主动公开政府信息267条，其中本年度新增的主动公开信息50条。2014年累计主动公开政府信息52条。",
    ],
)
def test_items_of_others_of_a_field_or_of_no_year_are_not(said: str) -> None:
    assert ITEMS not in told(proactive=said)


def test_a_number_that_the_overview_has_word_for_word_is_no_other() -> None:
    said = "按照《条例》要求，全年共公开信息52条。"
    assert told(proactive=said, overview="我局积极开展工作，全年共公开信息52条。")[ITEMS] == 52
    for other in (
        "我局积极开展工作，全年共公开信息50条。",
        "我局积极开展工作，网站公开信息52条。",
        "上半年公开信息20条，全年共公开信息52条。",
        "我局积极开展工作，全年共公开信息52条，微信发布30条。",
        "县里要求，各局全年共公开信息52条。",
    ):
        assert ITEMS not in told(proactive=said, overview=other)
    for lead in ("2013年", "各乡镇", "通过网站，", "上半年"):
        assert ITEMS not in told(proactive=f"{lead}共公开信息52条。", overview=f"我局积极开展工作，{lead}共公开信息52条。")


@pytest.mark.parametrize(
    ("behind", "value"),
    [
        ("", 14),
        ("，全文电子化率100%", 14),
        ("。在本年度主动公开的14条政府信息中，机构职能类信息6条", 14),
        ("。在本年度主动公开的16条政府信息中，机构职能类信息6条", None),
        ("，下属单位主动公开20条", None),
        ("，以上为全县合计数", None),
        ("（为上半年数）", None),
    ],
)
def test_the_year_s_own_is_told_behind_the_sum_of_all_years(behind: str, value: int | None) -> None:
    said = f"截至2014年底，我局主动公开政府信息历年累计52条，其中2014年新增主动公开政府信息14条{behind}。"
    assert told(proactive=said).get("proactive.items_published") == value
    assert "proactive.items_published" not in told(proactive=said.replace("我局", "我局网站"))
    assert "proactive.items_published" not in told(proactive=said.replace("其中2014年", "其中2013年"))


@pytest.mark.parametrize(
    "said",
    [
        "县教育局发布各类主动公开信息52件。",
        "在网站发布各类主动公开信息52件。",
        "微信主动公开信息总量52条。",
        "财政信息公开情况2014年主动公开政府信息52条。",
        "主动公开情况2013年主动公开政府信息52条。",
        "截止2013年12月31日，年度累计主动公开政府信息52条，历年累计主动公开政府信息545条。",
        "截至2014年6月30日，年度累计主动公开政府信息52条。",
        "各科室年度累计主动公开政府信息52条。",
        "2014年，我局通过政府信息公开平台、政府网站主动公开政府信息52条。通过公开栏和门户网站，及时更新信息。",
        "2014年，我局通过政府信息公开平台、政府网站主动公开政府信息52条。门户网站更新12条。",
    ],
)
def test_items_of_others_of_one_way_or_another_time_are_not(said: str) -> None:
    assert ITEMS not in told(proactive=said)


@pytest.mark.parametrize("means", ["各渠道", "各类渠道", "多渠道", "政府公报、门户网站"])
@pytest.mark.parametrize(
    "lead",
    "指导乡镇 协助乡镇 带动村社 引导村级 围绕林改 围绕林改， 就防火工作 就防火工作， 结合林改， 林改工作组 为林农 2014年，指导乡镇".split(),
)
def test_by_all_means_is_of_all_only_where_the_agency_itself_acts(lead: str, means: str) -> None:
    assert ITEMS not in told(proactive=f"{lead}通过{means}主动公开政府信息52条。")


@pytest.mark.parametrize("means", ["各渠道", "各类渠道", "多渠道", "政府公报、门户网站"])
@pytest.mark.parametrize(
    "lead", ["", "2014年，我局", "2014年度我局共", "全年，县林业局", "我局严格按照条例要求，", "我局认真开展政府信息公开工作，"]
)
def test_what_the_agency_published_by_all_means_is_read(lead: str, means: str) -> None:
    assert told(proactive=f"{lead}通过{means}主动公开政府信息52条。")[ITEMS] == 52

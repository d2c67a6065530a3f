"""我县 in the report of an office, a bureau or a town is the county, whose number is not the agency's; 我局 and a county's own stay."""

from __future__ import annotations

import pytest
from made_up import told

SAID = {
    "proactive.items_published": ("proactive", "主动公开政府信息52条。", 52),
    "requests.received": ("requests", "收到申请12件。", 12),
    "review.total": ("review", "因政府信息公开发生行政复议3件。", 3),
}
OFFICES = ["双桥县人民政府办公室", "双桥县政府办公室", "双桥县供销合作社", "双桥县总工会", "双桥县林业局", "双桥县杨湾镇人民政府"]
PLACES = ["我县", "我市", "我区", "我省", "我州", "我旗", "本县"]


def read(agency: str, lead: str) -> set[object]:
    """Return the figures that its report tells of the three, each in its section alone."""
    found = {name: told(agency, **{section: lead + said}).get(name) for name, (section, said, _) in SAID.items()}
    return {found[name] == value if found[name] is not None else None for name, (_, _, value) in SAID.items()}


@pytest.mark.parametrize("agency", OFFICES)
@pytest.mark.parametrize("place", PLACES)
def test_a_place_s_number_is_not_its_office_s(agency: str, place: str) -> None:
    for lead in (place, f"2014年，{place}", f"2014年{place}共", f"{place}全年", f"目前{place}", f"在{place}共", f"{place}政府"):
        assert read(agency, lead) == {None}, lead


@pytest.mark.parametrize("agency", ["双桥县供销合作社", "双桥县总工会", "双桥县人民政府办公室"])
def test_nor_is_all_of_it(agency: str) -> None:
    assert read(agency, "全县共") == {None}
    assert read(agency, "2014年度，双桥县") == {None}


@pytest.mark.parametrize("agency", ["双桥县人民政府办公室", "双桥县林业局", "双桥县杨湾镇人民政府"])
def test_what_a_place_did_goes_on_until_the_agency_is_named(agency: str) -> None:
    own = "我" + {"室": "办", "局": "局", "府": "镇"}[agency[-1]]
    assert read(agency, "我县高度重视，全年") == {None}
    assert read(agency, "我县高度重视。全年") == {None}
    assert read(agency, f"我县高度重视。{own}") == {True}
    assert read(agency, "我县县委、县政府高度重视。全年") == {True}
    assert read(agency, "我县高度重视。\n全年") == {True}
    assert read("双桥县人民政府", "我县高度重视。全年") == {True}


@pytest.mark.parametrize(
    ("agency", "lead"),
    [
        ("双桥县林业局", "我局"),
        ("双桥县人民政府办公室", "我办"),
        ("双桥县人民政府办公室", "2014年，县政府办公室"),
        ("双桥县人民政府办公室", "2014年，"),
        ("双桥县供销合作社", "我社"),
        ("双桥县人民政府", "我县"),
        ("双桥县人民政府", "全县共"),
        ("双桥市人民政府", "2014年，我市共"),
        ("双桥县杨湾镇人民政府", "我镇"),
        ("双桥县白石乡人民政府", "2014年我乡共"),
        ("双桥县白石镇人民政府", "我乡"),
        ("双桥县东关街道办事处", "我街道"),
        ("双桥经济开发区管理委员会", "我区"),
    ],
)
def test_what_the_agency_calls_itself_is_the_agency(agency: str, lead: str) -> None:
    assert read(agency, lead) == {True}


@pytest.mark.parametrize("agency", ["双桥县林业局", "双桥县人民政府办公室", "双桥县人民政府"])
def test_a_town_s_number_is_no_bureau_s(agency: str) -> None:
    for lead in ("我镇", "我乡", "我街道", "2014年，我镇共"):
        assert read(agency, lead) == {None}, lead

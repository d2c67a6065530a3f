"""Are names resolved to the right places, as of the report's year, and left alone where they are ambiguous?"""

from __future__ import annotations

import gzip
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.indexer.gazetteer.gazetteer import Gazetteer, gazetteer
from gongkai.indexer.names.names import read_name
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.places import locate

TABLE = gazetteer()


def place(name: str, text: str = "", year: int = 2023, url: str = "") -> tuple[str | None, ...]:
    found = locate(read_name(name, year, TABLE), Clues(TABLE, text, url, year)).place
    return found.province, found.city, found.county, found.town


def test_the_shipped_tables_are_small() -> None:
    packed = [entry for entry in files("gongkai").joinpath("data").iterdir() if entry.name.endswith(".gz")]
    assert sum(len(entry.read_bytes()) for entry in packed) < 1_000_000
    assert all(gzip.decompress(entry.read_bytes()).endswith(b"\n") for entry in packed)


def test_units_are_well_formed() -> None:
    for code, spans in TABLE.codes.items():
        for unit in spans:
            assert len(code) == 6
            assert code.isdigit()
            assert unit.first <= unit.last
            assert unit.parent == "" or unit.parent in TABLE.codes or unit.parent == "500300"  # a code without a name


def test_every_county_of_today_leads_to_a_province() -> None:
    for unit in TABLE.names_of_level(3):
        chain = TABLE.chain(unit, 2024)
        assert chain[0].level == 1
        assert [above.level for above in chain] == sorted({above.level for above in chain})


def test_towns_lead_to_known_units() -> None:
    unknown = {code for codes in TABLE.towns.values() for code in codes.split(",") if code not in TABLE.codes}
    # Zones of the statistics office that are no administrative units.
    assert len(unknown) < 160


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("临夏州公安局", ("甘肃省", "临夏回族自治州", None, None)),
        ("临夏市公安局", ("甘肃省", "临夏回族自治州", "临夏市", None)),
        ("白塔子镇", ("辽宁省", "朝阳市", "喀喇沁左翼蒙古族自治县", "白塔子镇")),
        ("白塔区", ("辽宁省", "辽阳市", "白塔区", None)),
        ("镇江市住房和城乡建设局", ("江苏省", "镇江市", None, None)),
        ("宁乡市城乡管理局", ("湖南省", "长沙市", "宁乡市", None)),
        ("河北省唐山市开平区开平街道", ("河北省", "唐山市", "开平区", "开平街道")),
        ("北京海淀区教育委员会", ("北京市", "北京市", "海淀区", None)),
        ("重庆市", ("重庆市", None, None, None)),
        ("新乡财政局", (None, None, None, None)),
        ("武乡财政局", (None, None, None, None)),
        ("西乡街道办事处", ("广东省", "深圳市", "宝安区", "西乡街道")),
        ("济南市中区财政局", ("山东省", "济南市", "市中区", None)),
        ("济南市市中区财政局", ("山东省", "济南市", "市中区", None)),
        ("青岛市南区教育局", ("山东省", "青岛市", "市南区", None)),
        ("绵阳市中区教育局", ("四川省", "绵阳市", None, None)),
        ("石柱县财政局", ("重庆市", "重庆市", "石柱土家族自治县", None)),
        ("彭水县财政局", ("重庆市", "重庆市", "彭水苗族土家族自治县", None)),
        ("峨边县财政局", ("四川省", "乐山市", "峨边彝族自治县", None)),
        ("鄂温克旗审计局", ("内蒙古自治区", "呼伦贝尔市", "鄂温克族自治旗", None)),
        ("东乡县财政局", ("甘肃省", "临夏回族自治州", "东乡族自治县", None)),
        ("仁寿县教育局", ("四川省", "眉山市", "仁寿县", None)),
        ("大连市公安局甘井子分局", ("辽宁省", "大连市", "甘井子区", None)),
        ("池州市公安贵池分局", ("安徽省", "池州市", "贵池区", None)),
        ("山东省淄博市张店公安分局", ("山东省", "淄博市", "张店区", None)),
        ("济南市历下区公安分局", ("山东省", "济南市", "历下区", None)),
        ("深圳市机场公安分局", ("广东省", "深圳市", None, None)),
        ("常州市武进地税局", ("江苏省", "常州市", "武进区", None)),
        ("浙江省宁波市鄞州质量技术监督局", ("浙江省", "宁波市", "鄞州区", None)),
        ("常州市地税局", ("江苏省", "常州市", None, None)),
        ("常州市直属地税局", ("江苏省", "常州市", None, None)),
        ("常州市鄞州地税局", ("江苏省", "常州市", None, None)),  # of another city
        ("广州市白云山环境保护局", ("广东省", "广州市", None, None)),
        ("常州市武进规划院", ("江苏省", "常州市", None, None)),
        ("青岛市公安高新分局", ("山东省", "青岛市", None, None)),
        ("青岛市历下公安分局", ("山东省", "青岛市", None, None)),
        ("城区教育局", (None, None, None, None)),
        ("新区管理委员会", (None, None, None, None)),
    ],
)
def test_names(name: str, expected: tuple[str | None, ...]) -> None:
    assert place(name) == expected


def test_namesakes_need_a_clue() -> None:
    assert place("鼓楼区教育局") == (None, None, None, None)
    assert place("鼓楼区教育局", "电话:025-83230000")[1] == "南京市"
    assert place("鼓楼区教育局", "电话:0371-23970000")[1] == "开封市"
    assert place("鼓楼区教育局", url="https://www.xzgl.gov.cn/a")[1] == "徐州市"
    assert place("朝阳区教育局", "长春市人民政府")[1] == "长春市"


def test_a_clue_against_another_leaves_it_open() -> None:
    assert (
        place("鼓楼区教育局", "电话:025-83230000,福州市")[2] is None
        or place("鼓楼区教育局", "电话:025-83230000,福州市")[1] == "南京市"
    )


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("荣昌县人民政府", 2010, "500226"),
        ("荣昌区人民政府", 2016, "500153"),
        ("襄樊市人民政府", 2009, "420600"),
        ("襄阳市人民政府", 2012, "420600"),
        ("杭州市江干区人民政府", 2020, "330104"),
        ("杭州市临平区人民政府", 2021, "330113"),
        ("密云县人民政府", 2014, "110228"),
        ("密云区人民政府", 2015, "110118"),
        ("密云区人民政府", 2014, "110228"),
    ],
)
def test_names_are_those_of_the_year(name: str, year: int, code: str) -> None:
    assert locate(read_name(name, year, TABLE), Clues(TABLE, "", "", year)).place.adcode == code


def test_a_name_out_of_its_time_leads_to_its_successor() -> None:
    assert place("荣昌县人民政府", year=2023)[2] == "荣昌区"


@pytest.mark.parametrize(
    ("name", "year", "county"),
    [("重庆市渝北区教育局", 2024, "渝北区"), ("重庆市两江新区教育局", 2026, "两江新区"), ("岑岭县人民政府", 2026, "岑岭县")],
)
def test_changes_after_the_packages(name: str, year: int, county: str) -> None:
    assert place(name, year=year)[2] == county


def test_a_merger_leads_on() -> None:
    assert place("上海市卢湾区教育局", year=2020)[2] == "黄浦区"
    assert place("上海市卢湾区教育局", year=2010)[2] == "卢湾区"


def test_the_town_decides_between_namesakes() -> None:
    towns = {"鼓楼区湖南路街道": "南京市", "鼓楼区东街街道": "福州市"}
    for name, city in towns.items():
        assert place(name)[1] == city


def test_an_unknown_town_is_kept_with_its_county() -> None:
    assert place("榆中县不在册镇人民政府") == ("甘肃省", "兰州市", "榆中县", "不在册镇")
    assert place("不在册镇人民政府") == (None, None, None, "不在册镇")


def test_codes_inside_identifiers() -> None:
    clues = Clues(TABLE, "索引号 11331024002681250X/2024-1 晋公网安备14110202000110号 网站标识码:6204020001", "", 2024)
    assert {"331024", "141102", "620402"} <= clues.codes


def test_loading_twice_gives_the_same() -> None:
    again = Gazetteer()
    assert again.names == TABLE.names
    assert again.aliases.keys() == TABLE.aliases.keys()


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(sorted(unit.code for unit in TABLE.names_of_level(3) if unit.valid(2023))),
    st.sampled_from(["人民政府", "财政局", "人民政府办公室"]),
)
def test_a_full_chain_is_never_misread(code: str, body: str) -> None:
    unit = TABLE.at(code, 2024)
    assert unit is not None
    names = [above.name for above in TABLE.chain(unit, 2024)]
    found = locate(read_name("".join(names) + body, 2023, TABLE), Clues(TABLE, "", "", 2023)).place
    assert (found.adcode, found.county) == (unit.code, unit.name)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(sorted(unit.code for unit in TABLE.names_of_level(3))))
def test_a_county_alone_is_right_or_open(code: str) -> None:
    unit = TABLE.at(code, 2024)
    assert unit is not None
    found = locate(read_name(unit.name + "财政局", 2023, TABLE), Clues(TABLE, "", "", 2023)).place
    alone = len({other.code for other in TABLE.named(unit.name, 2023)}) == 1
    assert found.adcode in ({unit.code, None} if alone else {None, unit.code[:2] + "0000", unit.code[:4] + "00"})


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="省市县区镇乡街道人民政府办公室白银朝阳鼓楼新城关中西东南北0123 ()", max_size=24))
def test_any_name_can_be_read(text: str) -> None:
    name = read_name(text, 2023, TABLE)
    assert name.text == text
    locate(name, Clues(TABLE, text, "", 2023))


def test_a_unit_of_long_ago_is_followed_to_the_one_of_its_name() -> None:
    """Codes were dealt out anew: 512325 was 资中县, then 石柱县, and 130228 both 迁安县 and 遵化县."""
    for name, now in (("石柱县", "500240"), ("迁安县", "130283"), ("简阳县", "510185"), ("忠县", "500233")):
        for unit in TABLE.names[name]:
            assert TABLE.as_of(unit, 2020).code == now
    for name, code, now in (("庐山区", "360402", "360402"), ("桥东区", "130502", "130502"), ("市中区", "510502", "510502")):
        [unit] = [unit for unit in TABLE.names[name] if unit.code == code]
        assert TABLE.as_of(unit, 2021).code == now


def test_a_district_is_no_county_that_once_had_its_code() -> None:
    district = TABLE.named("北市区", 2012)[0]
    assert (TABLE.as_of(district, 2012).name, TABLE.as_of(district, 2020).name) == ("北市区", "莲池区")
    assert TABLE.codes_now(TABLE.named("金明区", 2010)[0]) == ("410202",)  # merged, and joined by the source


@pytest.mark.parametrize(
    ("agency", "place", "level"),
    [
        ("北京经济技术开发区管理委员会", "北京市/北京市/None", "county"),
        ("重庆高新技术产业开发区管理委员会", "重庆市/重庆市/None", "county"),
        ("大连经济技术开发区管理委员会", "辽宁省/大连市/None", "prefectural"),
        ("贵州大龙经济开发区管理委员会", "贵州省/None/None", ""),
        ("北京市财政局", "北京市/None/None", "provincial"),
    ],
)
def test_a_zone_of_a_municipality_has_its_city_as_a_district_has(agency: str, place: str, level: str) -> None:
    found = locate(read_name(agency, 2016, TABLE), Clues(TABLE, "", "", 2016))
    assert f"{found.place.province}/{found.place.city}/{found.place.county}" == place
    assert found.level == level


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("巢湖市人民政府", 2010, ("安徽省", "巢湖市", None)),
        ("毕节市人民政府", 2010, ("贵州省", "毕节地区", "毕节市")),
        ("吐鲁番市人民政府", 2014, ("新疆维吾尔自治区", "吐鲁番地区", "吐鲁番市")),
        ("毕节市人民政府", 2011, ("贵州省", "毕节市", None)),
    ],
)
def test_a_city_is_what_it_was_in_the_year_of_the_report(name: str, year: int, expected: tuple[str | None, ...]) -> None:
    assert place(name, year=year)[:3] == expected

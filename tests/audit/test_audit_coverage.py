"""Coverage: which agencies published when, whichever way they are written; rosters of three kinds; the command."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from audit_reports import GANSU, report
from command_line import answer, lines, run
from contract.documents import incoming
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.audit.coverage import coverage
from gongkai.audit.local_deadlines import read_deadlines
from gongkai.audit.rosters.file import read_roster
from gongkai.audit.rosters.roster import Expected, Listed
from gongkai.errors import BadQuery, GongkaiError
from gongkai.indexer.agencies.told_by_name import told_by_name
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.gazetteer.jurisdiction import children_of, governments, lasting_code, names_over_time, place_named
from gongkai.indexer.places.place_written import place_written
from gongkai.mappings.agencies import agency_id, body_of
from gongkai.mappings.deadlines import due
from gongkai.search.engine import open_engine

PLACES = ("甘肃省", "白银市", "白银区", None)
XINJIANG = ("新疆维吾尔自治区", None, "石河子市", None)
XINJIANG_PLACE = {**dict(zip(("province", "city", "county"), XINJIANG, strict=False)), "adcode": "659001"}


def index_of(folder: Path, documents: list[dict[str, Any]]) -> Path:
    engine = open_engine(str(folder / "index"), create=True)
    engine.write([incoming(document) for document in documents])
    engine.close()
    return folder / "index"


def states(result: dict[str, Any]) -> dict[tuple[str, int], str]:
    return {(cell["agency"], cell["year"]): cell["state"] for cell in result["cells"]}


# -- who is who ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "spellings",
    [
        ["白银区发展和改革局", "白银市白银区发展和改革局", "白银区发改局", "区发展改革局", "甘肃省白银市白银区发展改革局"],
        ["白银区人民政府", "白银区政府", "甘肃省白银市白银区人民政府", "区政府", "白银区", "白银市人民政府白银区人民政府"],
        ["白银区人民政府办公室", "白银区政府办", "白银区政府办公室", "白银市白银区人民政府办公室"],
        ["白银区市场监督管理局", "市场监督管理局", "白银区市场监管局", "区市场监督管理局"],
        ["国家税务总局白银市白银区税务局", "白银区税务局"],
        ["白银区卫生健康委员会", "白银区卫健委", "白银区卫生健康委"],
        ["白银区科学技术局", "白银区科技局", "科技局"],
        ["白银区安全生产监督管理局", "区安监局"],
    ],
)
def test_spellings_of_one_agency_have_one_id(spellings: list[str]) -> None:
    assert len({agency_id(name, "620402", PLACES) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("spellings", "places", "body"),
    [
        ("延边州财政局 延边朝鲜族自治州财政局 州财政局 吉林省延边州财政局", ("吉林省", "延边朝鲜族自治州"), "财政局"),
        ("甘孜州康定市财政局 甘孜藏族自治州康定市财政局 康定市财政局", ("四川省", "甘孜藏族自治州", "康定市"), "财政局"),
        ("肃南县财政局 肃南裕固族自治县财政局", ("甘肃省", "张掖市", "肃南裕固族自治县"), "财政局"),
        ("鄂温克旗教育局 鄂温克族自治旗教育局", ("内蒙古自治区", "呼伦贝尔市", "鄂温克族自治旗"), "教育局"),
        ("博州财政局 博尔塔拉州财政局 博尔塔拉蒙古自治州财政局", ("新疆维吾尔自治区", "博尔塔拉蒙古自治州"), "财政局"),
        ("自治区财政厅 广西壮族自治区财政厅 广西自治区财政厅 广西财政厅", ("广西壮族自治区",), "财政厅"),
        ("内蒙古财政厅 内蒙古自治区财政厅", ("内蒙古自治区",), "财政厅"),
        ("延边州 延边州政府 延边朝鲜族自治州人民政府", ("吉林省", "延边朝鲜族自治州"), "人民政府"),
        ("广西大学", ("广西壮族自治区",), "广西大学"),
        ("新疆生产建设兵团财政局", ("新疆维吾尔自治区",), "新疆生产建设兵团财政局"),
    ],
)
def test_autonomous_places_are_one_by_their_short_names(spellings: str, places: tuple[str, ...], body: str) -> None:
    whole = (*places, *(None,) * (4 - len(places)))
    assert {body_of(name, whole) for name in spellings.split()} == {body}


@pytest.mark.parametrize(
    ("spellings", "places", "body"),
    [
        ("市中区财政局 济南市市中区财政局 济南市中区财政局", ("山东省", "济南市", "市中区", None), "财政局"),
        ("南区街道办事处 中山市南区街道办事处", ("广东省", "中山市", None, "南区街道"), "街道办事处"),
        ("省直机关事务管理局 甘肃省直机关事务管理局 甘肃省省直机关事务管理局", PLACES[:1], "省直机关事务管理局"),
        ("区直属机关工委 自治区直属机关工委 广西壮族自治区直属机关工委", ("广西壮族自治区",), "区直属机关工委员会"),
        ("市政务服务中心 白银市政务服务中心", ("甘肃省", "白银市"), "政务服务中心"),
        ("市民服务中心 白银市市民服务中心 白银市民服务中心", ("甘肃省", "白银市"), "市民服务中心"),
        ("市民政局 白银市民政局", ("甘肃省", "白银市"), "民政局"),
        ("市中区财政局", (), "市中区财政局"),
        ("市北区人民政府", (), "市北区人民政府"),
        ("市直机关事务管理局", (), "市直机关事务管理局"),
        ("白银市立医院 白银市市立医院 市立医院", PLACES[:2], "市立医院"),
        ("白银市政管理处 白银市市政管理处 市政管理处", PLACES[:2], "市政管理处"),
        (
            "区直属机关事务管理局 广西直属机关事务管理局 广西壮族自治区直属机关事务管理局",
            ("广西壮族自治区",),
            "区直属机关事务管理局",
        ),
        ("县立医院", (), "县立医院"),
        ("市中医院", (), "中医院"),
    ],
)
def test_a_word_of_the_name_is_none_of_its_place(spellings: str, places: tuple[str, ...], body: str) -> None:
    assert {body_of(name, places) for name in spellings.split()} == {body}


@pytest.mark.parametrize(
    ("spellings", "places", "body"),
    [
        (
            "白银高新技术产业开发区管理委员会 白银高新区管委会 白银市高新区管委会 甘肃白银高新技术产业开发区管委会",
            ("甘肃省", "白银市", None, None),
            "高新区管理委员会",
        ),
        ("白银高新区财政局 白银高新技术产业开发区财政局", ("甘肃省", "白银市", None, None), "高新区财政局"),
        ("河北雄安新区管理委员会 雄安新区管委会", ("河北省", None, None, None), "雄安新区管理委员会"),
        ("重庆两江新区管理委员会 两江新区管委会", ("重庆市", "重庆市", None, None), "两江新区管理委员会"),
        ("第八师石河子市人民政府 石河子市人民政府 新疆生产建设兵团第八师石河子市", XINJIANG, "人民政府"),
        ("平川经济开发区管委会 平川经济开发区管理委员会", ("甘肃省", "白银市", None, None), "平川经济开发区管理委员会"),
    ],
)
def test_zones_and_cities_of_the_corps_are_one_by_their_short_names(spellings: str, places: tuple[str, ...], body: str) -> None:
    assert {body_of(name, places) for name in spellings.split()} == {body}


@pytest.mark.parametrize(
    ("reported", "place"),
    [
        ("白银高新技术产业开发区管理委员会", {"city": "白银市", "county": None, "adcode": "620400"}),
        ("河北雄安新区管理委员会", {"province": "河北省", "city": None, "county": None, "adcode": "130000"}),
        ("重庆两江新区管理委员会", {"province": "重庆市", "city": "重庆市", "county": None, "adcode": "500000"}),
        ("平川经济开发区管理委员会", {"city": "白银市", "county": None, "adcode": "620400"}),
        ("石河子市人民政府", XINJIANG_PLACE),
        ("第八师石河子市人民政府", XINJIANG_PLACE),
    ],
)
def test_a_roster_finds_zones_and_cities_of_the_corps(tmp_path: Path, reported: str, place: dict[str, str]) -> None:
    index = index_of(tmp_path, [report(reported, 2022, **place)])
    roster = tmp_path / "roster.txt"
    names = "白银高新区管委会 雄安新区管委会 两江新区管委会 平川经开区管委会 第八师石河子市人民政府 石河子市人民政府".split()
    roster.write_text("\n".join(names), encoding="utf-8")
    cells = answer("coverage", "--of", roster, "--index", index, "--year", "2022")["cells"]
    found = [cell["agency"] for cell in cells if cell["state"] in ("published", "late")]
    assert found == [name for name in names if (name[:2] in reported if name not in names[-2:] else "石河子" in reported)]


def test_other_agencies_and_places_keep_their_ids() -> None:
    names = [
        "白银区人民政府",
        "白银区人民政府办公室",
        "白银区财政局",
        "白银区市政管理局",
        "白银区委办公室",
        "白银区行政审批服务局",
    ]
    assert len({agency_id(name, "620402", PLACES) for name in names}) == len(names)
    assert agency_id("财政局", "620402", PLACES) != agency_id("财政局", "620403", PLACES)
    towns = [agency_id("城关镇人民政府", "620402", (*PLACES[:3], town)) for town in ("城关镇", "强湾乡")]
    assert len(set(towns)) == 2


def test_a_subdistrict_is_one_with_and_without_its_office() -> None:
    places = ("重庆市", "重庆市", "荣昌区", "安富街道")
    assert {
        agency_id(n, "500153", places) for n in ("安富街道", "荣昌区安富街道办事处", "安富街道办", "重庆市荣昌区安富街道办事处")
    } == {"500153/安富街道/街道办事处"}


@settings(deadline=None)
@given(st.text(alphabet="财政农业水利信访统计应急", min_size=2, max_size=6), st.integers(0, 3))
def test_what_is_printed_before_a_name_does_not_matter(stem: str, start: int) -> None:
    name = f"{stem}局"
    assert body_of("".join(part for part in PLACES[start:] if part) + name, PLACES) == body_of(name, PLACES)
    assert agency_id(name, None, PLACES) == agency_id(name, None, PLACES)


def test_a_renamed_county_is_one_place() -> None:
    assert lasting_code("500226") == lasting_code("500153") == "500153"
    assert lasting_code("999999") == "999999"


def test_a_code_that_another_place_bore_before_is_that_of_today() -> None:
    assert lasting_code("410500") == "410500"  # 安阳市; 鹤壁市 until 1981
    today = {unit.code: unit.id for units in gazetteer().codes.values() for unit in units if unit.last == 9999}
    assert {code: lasting_code(code) for code in today} == today
    assert told_by_name("安阳市财政局", "410500") == told_by_name("安阳市财政局")


def test_governments_come_and_go_with_their_places() -> None:
    years = {one.name: one.years for one in governments("county", place_named("浙江省"), range(2019, 2024))}
    assert years["江干区人民政府"] == {2019, 2020}
    assert years["临平区人民政府"] == {2021, 2022, 2023}
    assert years["余杭区人民政府"] == {2019, 2020, 2021, 2022, 2023}
    assert "白银区人民政府" not in years
    assert {one.name for one in governments("provincial", None, range(2023, 2024))} > {"甘肃省人民政府", "北京市人民政府"}
    towns = list(governments("township", place_named("620402"), range(2023, 2024)))
    assert all(one.name.endswith(("人民政府", "办事处")) and one.town for one in towns)
    assert len(children_of("620400", 2023)) == 5


@pytest.mark.parametrize(("name", "words"), [("朝阳区", "write the code"), ("无此地", "There is no place")])
def test_a_place_must_be_one(name: str, words: str) -> None:
    with pytest.raises(BadQuery, match=words):
        place_named(name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甘肃省白银市", "620400"),
        ("甘肃 白银区", "620402"),
        ("白银市", "620400"),
        ("海淀", "110108"),
        ("甘肃", "620000"),
        ("62", "620000"),
        ("6204", "620400"),
        ("620400000000", "620400"),
    ],
)
def test_a_place_may_be_written_in_full_or_short(text: str, code: str) -> None:
    place = place_written(text)
    assert place is not None
    assert place.code == code


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("白银", "620400 甘肃省白银市, 620402 甘肃省白银市白银区"),
        ("朝阳区", "write the code"),
        ("海南省白银市", "There is no place “海南省白银市”"),
        ("99", "There is no place “99”"),
        ("市" * 50_000, "There is no place"),
    ],
)
def test_a_place_that_is_none_or_several_is_told(text: str, words: str) -> None:
    with pytest.raises(BadQuery, match=words):
        place_written(text)


# -- by when ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("year", "level", "kind", "last"),
    [
        (2023, "county", "department", "2024-01-31"),
        (2023, "county", "government", "2024-03-31"),
        (2023, "township", "government", None),
        (2023, "county", None, None),
        (2017, "township", "government", "2018-03-31"),
        (2018, "county", "department", "2019-03-31"),
        (2023, "county", "tax", "2024-01-31"),
        (2023, "county", "administrative_committee", "2024-03-31"),
        (2023, "county", "public_institution", None),
        (2023, "county", "hospital", None),
        (2023, "prefectural", "university", None),
        (2023, "prefectural", "dispatched_agency", None),
    ],
)
def test_article_49(year: int, level: str, kind: str | None, last: str | None) -> None:
    found = due(year, level, kind)
    assert (found.isoformat() if found else None) == last


@pytest.mark.parametrize(
    ("agency", "kind", "state", "unknown"),
    [
        ("白银市自来水公司", "public_institution", "published", "rule"),
        ("白银市中级人民法院", None, "published", "kind"),
        ("白银市财政局", "department", "late", None),
    ],
)
def test_no_day_of_article_49_holds_for_what_is_no_department(
    tmp_path: Path, agency: str, kind: str | None, state: str, unknown: str | None
) -> None:
    index = index_of(tmp_path, [report(agency, 2023, published="2024-07-01", kind=kind)])
    (cell,) = answer("coverage", "--index", index, "--year", "2023")["cells"]
    assert (cell["state"], cell.get("unknown")) == (state, unknown)
    assert ("期限无法判断" in run("coverage", "--index", index, "--year", "2023").stdout) == (unknown is not None)


def test_local_deadlines_in_chinese_and_with_long_codes(tmp_path: Path) -> None:
    path = tmp_path / "rules.csv"
    path.write_text("期限,行政区划代码,层级,首年\n02-28,620402000000,县级,2022\n", encoding="gb18030")
    local = read_deadlines(path)
    assert due(2022, "county", "government", "620402", local=local) == date(2023, 2, 28)
    assert due(2021, "county", "government", "620402", local=local) == date(2022, 3, 31)
    path.write_text("due,first,last\n02-28,2022,2021\n", encoding="utf-8")
    with pytest.raises(GongkaiError, match="holds for no year"):
        read_deadlines(path)


def test_local_deadlines_go_first(tmp_path: Path) -> None:
    path = tmp_path / "local.csv"
    path.write_text(
        "adcode,kind,level,due,first,last\n4312,部门,,01-28,2021,2021\n,government,township,02-10,,\n", encoding="utf-8"
    )
    local = read_deadlines(path)
    assert due(2021, "county", "department", "431202", local=local) == date(2022, 1, 28)
    assert due(2022, "county", "department", "431202", local=local) == date(2023, 1, 31)
    assert due(2022, "township", "government", "620402", local=local) == date(2023, 2, 10)
    path.write_bytes("due,kind\r\n\r\n02-10,部门\r\n".encode("gb18030"))  # as Excel writes it in China
    assert [(rule.day, rule.kinds) for rule in read_deadlines(path)] == [(10, frozenset({"department"}))]
    path.write_text("due,备注\n1月26日,通知\n", encoding="utf-8")
    assert [(rule.month, rule.day) for rule in read_deadlines(path)] == [(1, 26)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: there is no column “due”"),
        ("adcode\n62\n", "line 1: there is no column “due”: the first line names due, adcode"),
        ("due,levle\n01-26,county\n", "line 1: there is no column “levle”: did you mean “level”"),
        ("行政区划编码,期限\n62,01-10\n", "line 1: there is no column “行政区划编码”: did you mean “行政区划代码”"),
        ("地区,期限\n62,01-10\n", "line 1: there is no column “地区”: a remark is called note"),
        ("due\n13-01\n", "line 2: due “13-01” is no day: write MM-DD"),
        ("due\n01-26\n2024-01-26\n", "line 3: due “2024-01-26” is no day: write MM-DD, such as 01-26,"),
        ("due\n01/31\n", "line 2: due “01/31” is no day: write MM-DD, such as 01-31,"),
        ("due\n2月30日前\n", "line 2: due “2月30日前” is no day: write MM-DD, such as 01-31,"),
        (
            "due,kind\n01-31,乡镇\n",
            "there is no kind “乡镇”: write kind government (人民政府) and, in a column level (层级), township (乡级).",
        ),
        ("due,kind\n01-31,县政府\n", "write kind government (人民政府) and, in a column level (层级), county (县级)."),
        ("due,kind\n01-31,市级部门\n", "write kind department (部门) and, in a column level (层级), prefectural (地市级)."),
        ("due,kind\n,部门\n", "line 2: due is empty: write MM-DD"),
        ("due,kind\n01-02,无\n", "line 2: there is no kind “无”; write "),
        ("due,adcode\n01-02,甘肃省\n", "line 2: adcode “甘肃省” is no code: write its first digits"),
        ("due,first\n01-02,21\n", "line 2: first “21” is no year"),
        ("due,first\n01-02,2021,2022\n", "line 2: there are 3 cells, and line 1 names 2 columns"),
    ],
)
def test_wrong_deadlines_are_told_by_line_and_cell(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "local.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GongkaiError, match=re.escape(words)):
        read_deadlines(path)


# -- the grid -----------------------------------------------------------------------------------------
def shelf() -> list[dict[str, Any]]:
    return [
        report("白银区财政局", 2021),
        report("白银市白银区财政局", 2022, published="2023-02-05"),
        report("白银区财政局", 2023, published="2024-01-20"),
        report("白银区财政局", 2023, 2, published="2024-06-01"),
        report("白银区水利局", 2022, published=None),
        report("白银区人民政府", 2022, kind="government", scope="government_consolidated", published="2023-03-30"),
        report("甘肃省财政厅", 2022, **GANSU, city=None, county=None),
        report("白银区教育局", None),
    ]


def test_cells_of_the_corpus(tmp_path: Path) -> None:
    result = answer("coverage", "--index", index_of(tmp_path, shelf()), "--year", "2021..2023")
    assert result["roster"] == "corpus"
    assert result["years"] == [2021, 2022, 2023]
    assert states(result) == {
        **dict.fromkeys((("白银区教育局", year) for year in (2021, 2022, 2023)), "not_assessable"),  # its report tells no year
        ("白银区财政局", 2021): "published",
        ("白银区财政局", 2022): "late",
        ("白银区财政局", 2023): "republished",
        ("白银区水利局", 2021): "missing",
        ("白银区水利局", 2022): "published",
        ("白银区水利局", 2023): "missing",
        ("白银区人民政府", 2021): "missing",
        ("白银区人民政府", 2022): "published",
        ("白银区人民政府", 2023): "missing",
        ("甘肃省财政厅", 2021): "missing",
        ("甘肃省财政厅", 2022): "published",
        ("甘肃省财政厅", 2023): "missing",
    }
    cells = {(cell["agency"], cell["year"]): cell for cell in result["cells"]}
    late = cells["白银区财政局", 2022]
    assert (late["due"], late["days_late"]) == ("2023-01-31", 5)
    again = cells["白银区财政局", 2023]
    assert (again["first_published"], again["published"], again["versions"]) == ("2024-01-20", "2024-06-01", 2)
    undated = cells["白银区水利局", 2022]
    assert (undated["published"], undated["days_late"]) == (None, None)
    assert result["counts"] == {**Counter(states(result).values()), "not_expected": 0}


def test_a_version_without_a_day_may_have_been_in_time(tmp_path: Path) -> None:
    versions = [report("白银区财政局", 2022, number, published=day) for number, day in enumerate(("2023-06-01", "2023年", None))]
    for count, state in ((1, "late"), (2, "republished"), (3, "republished")):
        [cell] = answer("coverage", "--index", index_of(tmp_path / str(count), versions[:count]), "--year", "2022")["cells"]
        assert (cell["state"], cell["versions"], cell["published"]) == (state, count, "2023-06-01")


def test_a_committee_of_unknown_level_has_no_day_and_the_grid_says_so(tmp_path: Path) -> None:
    zone, kind = "白银高新技术产业开发区管理委员会", "administrative_committee"
    known = report("靖远工业园区管理委员会", 2023, kind=kind, published="2024-03-01")
    documents = [
        report(zone, 2023, kind=kind, level=None, adcode=None, published="2024-06-01"),
        known,
        report(zone, 2016, kind=kind, level=None, adcode=None),
    ]
    index = index_of(tmp_path, documents)
    cells = {
        (cell["agency"], cell["year"]): cell
        for cell in answer("coverage", "--index", index, "--year", "2016,2022..2023")["cells"]
    }
    told = cells[zone, 2023]
    assert (told["state"], told["due"], told["days_late"], told["unknown"]) == ("published", None, None, "level")
    assert cells[zone, 2022]["unknown"] == "level"
    assert (cells[zone, 2016]["due"], "unknown" in cells[zone, 2016]) == ("2017-03-31", False)
    assert (cells[known["agency"], 2023]["due"], "unknown" in cells[known["agency"], 2023]) == ("2024-03-31", False)
    table = run("coverage", "--index", index, "--year", "2023").stdout
    assert f"{zone}\t已发布 2024-06-01 期限无法判断\t0" in table
    assert "层级不明，期限无法判断" in run("coverage", "--index", index, "--year", "2023", "--format", "csv").stdout
    rules = tmp_path / "rules.csv"
    rules.write_text("kind,due\nadministrative_committee,01-31\n", encoding="utf-8")
    late = answer("coverage", "--index", index, "--year", "2023", "--deadlines", rules)["cells"]
    assert {cell["agency"]: (cell["state"], cell.get("unknown")) for cell in late} == {
        zone: ("late", None),
        known["agency"]: ("late", None),
    }


def test_a_year_outside_the_range_still_makes_the_roster(tmp_path: Path) -> None:
    result = answer("coverage", "--index", index_of(tmp_path, shelf()), "--year", "2024", "--missing")
    assert {cell["agency"] for cell in result["cells"]} == {"白银区财政局", "白银区水利局", "白银区人民政府", "甘肃省财政厅"}


def test_a_roster_from_a_file(tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("白银区财政局\n\n# 备注\n甘肃省白银市白银区水利局\n白银区审计局\n白银区人民政府\n", encoding="gb18030")
    index = index_of(tmp_path, shelf())
    result = answer("coverage", "--of", roster, "--index", index, "--year", "2022")
    assert list(states(result).values()) == ["late", "published", "missing", "published"]
    roster.write_text("机关,行政区划代码\n财政局,620402\n财政局,620403\n", encoding="utf-8-sig")
    result = answer("coverage", "--of", roster, "--index", index, "--year", "2022")
    assert [cell["state"] for cell in result["cells"]] == ["late", "missing"]


@pytest.mark.parametrize(
    "text",
    [
        "序号,单位名称,代码\n1,白银区财政局,620402\n2,白银区水利局,620402\n",
        "机关（全称）\t行政区划代码\n白银区财政局\t620402000000\n白银区水利局\t620402.0\n",
        "单位；区划\n白银区财政局；620402\n白银区水利局；\n",
        "2022年名单,,\n机关,行政区划代码,备注\n白银区财政局,620402,\n白银区水利局,620402,x\n",
        "1、白银区财政局\n2. 白银区水利局\n",
        "1,白银区财政局\n2,白银区水利局,620402\n",
        "白银区财政局\t620402\n白银区水利局\t620402\n",
        "机关名单\n白银区财政局；\n白银区水利局。\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_rosters_of_many_shapes(tmp_path: Path, text: str, encoding: str) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    assert [(one.agency, one.adcode) for one in read_roster(roster, lasting_code)] in [
        [("白银区财政局", first), ("白银区水利局", second)] for first in ("620402", None) for second in ("620402", None)
    ]


def test_places_in_columns_of_their_own_are_part_of_the_name(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    lines_ = ["省,市,县（市、区）,单位", "甘肃省,白银市,白银区,财政局", "甘肃省,白银市,平川区,财政局"]
    lines_ += ["甘肃省,白银市,白银区,白银市白银区水利局（本级）", "甘肃省,白银市,市本级,财政局"]
    roster.write_text("\n".join(lines_), encoding="gb18030")
    result = answer("coverage", "--of", roster, "--index", index_of(tmp_path, shelf()), "--year", "2022")
    assert states(result) == {
        ("甘肃省白银市白银区财政局", 2022): "late",
        ("甘肃省白银市平川区财政局", 2022): "missing",
        ("甘肃省白银市白银区水利局（本级）", 2022): "published",
        ("甘肃省白银市财政局", 2022): "missing",
    }
    roster.write_text("市,单位,上级\n白银市,财政局,\n白银市,水利局,财政局\n", encoding="utf-8")
    assert [(one.agency, one.parent) for one in read_roster(roster, lasting_code)] == [("财政局", None), ("水利局", "财政局")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("机关,行政区划代码\n财政局,62\n".encode(), "line 2: “62” is no adcode"),
        ("机关,行政区划代码\n\n,620402\n".encode(), "line 3: “” is no agency"),
        (b"PK\x03\x04 and more", "save the sheet as CSV"),
    ],
)
def test_a_roster_that_is_none_says_where(tmp_path: Path, content: bytes, words: str) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes(content)
    with pytest.raises(GongkaiError, match=words):
        read_roster(roster, lasting_code)


def test_a_government_is_not_that_of_a_town_in_it(tmp_path: Path) -> None:
    town = report("白银区强湾乡人民政府", 2022, kind="government", level="township", town="强湾乡")
    office = report("白银区公园路街道办事处", 2022, kind="subdistrict_office", level="township", town="公园路街道")
    station = report("白银区强湾乡林业站", 2022, level="township", town="强湾乡")
    roster = tmp_path / "roster.csv"
    roster.write_text("机关,行政区划代码\n白银区人民政府,620402\n强湾乡人民政府,620402\n白银区林业站,\n", encoding="utf-8")
    index = index_of(tmp_path / "towns", [town, office, station])
    result = answer("coverage", "--of", roster, "--index", index, "--year", "2022")
    assert [cell["state"] for cell in result["cells"]] == ["missing", "published", "published"]
    index = index_of(tmp_path / "both", [*shelf(), town, office])
    result = answer("coverage", "--of", roster, "--index", index, "--year", "2022")
    assert [cell["state"] for cell in result["cells"]] == ["published", "published", "missing"]


def test_a_roster_finds_a_place_by_its_old_and_its_new_name(tmp_path: Path) -> None:
    chongqing = {"kind": "government", "province": "重庆市", "city": "重庆市"}
    index = index_of(
        tmp_path,
        [
            report("荣昌县人民政府", 2014, county="荣昌县", adcode="500226", **chongqing),
            report("重庆市荣昌区人民政府", 2021, county="荣昌区", adcode="500153", **chongqing),
        ],
    )
    roster = tmp_path / "roster.txt"
    for name in ("荣昌区人民政府", "荣昌县人民政府", "重庆市荣昌区政府"):
        roster.write_text(f"{name}\n", encoding="utf-8")
        result = answer("coverage", "--of", roster, "--index", index, "--year", "2014", "--year", "2021")
        assert [cell["state"] for cell in result["cells"]] == ["published", "published"]


@pytest.mark.parametrize(
    ("names", "county", "adcode", "city", "province"),
    [
        ("色尼区人民政府 那曲县人民政府 那曲地区那曲县人民政府 西藏自治区那曲县政府", "色尼区", "540602", "那曲市", "西藏自治区"),
        ("那曲县人民政府 色尼区人民政府 那曲市色尼区人民政府", "那曲县", "542421", "那曲地区", "西藏自治区"),
        ("色尼区财政局 那曲县财政局 那曲市那曲县财政局", "色尼区", "540602", "那曲市", "西藏自治区"),
        ("荣昌县人民政府 荣昌区人民政府 重庆市荣昌县人民政府", "荣昌区", "500153", "重庆市", "重庆市"),
    ],
)
def test_one_report_by_one_name_of_a_place_is_found_by_all_its_names(
    tmp_path: Path, names: str, county: str, adcode: str, city: str, province: str
) -> None:
    place = {"province": province, "city": city, "county": county, "adcode": adcode}
    for number, printed in enumerate(names.split()):  # an old name printed in a new year, and the other way round
        index = index_of(tmp_path / str(number), [report(printed, 2016, **place)])
        roster = tmp_path / "roster.txt"
        roster.write_text("\n".join(names.split()), encoding="utf-8")
        cells = answer("coverage", "--of", roster, "--index", index, "--year", "2016")["cells"]
        assert [cell["state"] for cell in cells] == ["published"] * len(names.split())


def test_names_of_other_years_join_no_other_place() -> None:
    assert names_over_time("620402", PLACES) == PLACES
    assert names_over_time("999999", PLACES) == PLACES
    places = ("山东省", "济南市", None, None)
    assert agency_id("莱芜市财政局", "370100", names_over_time("370100", places)) == "370100/-/莱芜市财政局"


def test_nobody_is_expected_where_there_was_no_place(tmp_path: Path) -> None:
    hangzhou = {"province": "浙江省", "city": "杭州市"}
    index = index_of(
        tmp_path,
        [
            report("江干区财政局", 2019, county="江干区", adcode="330104", **hangzhou),
            report("临平区财政局", 2022, county="临平区", adcode="330113", **hangzhou),
        ],
    )
    roster = tmp_path / "roster.csv"
    roster.write_text("机关,行政区划代码\n江干区财政局,\n临平区财政局,330113\n江干区审计局,330104\n", encoding="utf-8")
    gone = ["published", "missing", "not_expected", "not_expected"]
    new = ["not_expected", "not_expected", "missing", "published"]
    for arguments, lines_ in (((), [gone, new]), (("--of", roster), [gone, new, ["missing", *gone[1:]]])):
        cells = answer("coverage", *arguments, "--index", index, "--year", "2019..2022")["cells"]
        assert [cell["state"] for cell in cells] == [state for line in lines_ for state in line]


@pytest.mark.parametrize(
    ("agency", "adcode", "told"),
    [
        ("敦煌市审计局", None, ("620982", "620982", "county", "department")),
        ("荣昌县人民政府", None, ("500153", "500153", "county", "government")),
        ("莱芜市人民政府", None, ("371200", "371200", "prefectural", "government")),
        ("白银区公园路街道办事处", None, ("620402", "620402", "township", "subdistrict_office")),
        ("财政局", "620402", ("620402", "620402", "county", "department")),
        ("强湾乡人民政府", "620402", ("620402", "620402", "township", "government")),
        ("朝阳区财政局", None, (None, None, None, "department")),
        ("吉林高新区管委会", None, (None, None, None, "administrative_committee")),
        ("吉林市高新区管委会", None, ("220200", "220200", "prefectural", "administrative_committee")),
        ("不存在县人民政府", None, (None, None, None, "government")),
        ("财政局", "999999", (None, None, None, "department")),
    ],
)
def test_a_name_tells_its_place_level_and_kind(agency: str, adcode: str | None, told: tuple[str | None, ...]) -> None:
    assert tuple(told_by_name(agency, adcode))[:4] == told


def test_a_roster_may_call_a_place_by_its_short_name(tmp_path: Path) -> None:
    yanbian = {"province": "吉林省", "city": "延边朝鲜族自治州", "county": None, "adcode": "222400", "level": "prefectural"}
    index = index_of(tmp_path, [report("延边朝鲜族自治州财政局", 2022, **yanbian)])
    roster = tmp_path / "roster.txt"
    roster.write_text("延边州财政局\n延边州水利局\n延边朝鲜族自治州财政局\n", encoding="utf-8")
    cells = answer("coverage", "--of", roster, "--index", index, "--year", "2022")["cells"]
    assert [cell["state"] for cell in cells] == ["published", "missing", "published"]


def test_who_never_published_is_missing_as_soon_as_the_day_is_over(tmp_path: Path) -> None:
    roster = tmp_path / "roster.txt"
    roster.write_text("白银区审计局\n临平区财政局\n白银区强湾乡人民政府\n", encoding="utf-8")
    index = index_of(tmp_path, shelf())
    cells = answer("coverage", "--of", roster, "--index", index, "--year", "2020..2021")["cells"]
    assert [(cell["state"], cell["due"]) for cell in cells] == [
        *[("missing", "2021-01-31"), ("missing", "2022-01-31")],
        *[("not_expected", "2021-01-31"), ("missing", "2022-01-31")],
        *[("missing", None), ("missing", None)],
    ]


def test_who_has_no_government_is_on_no_roster() -> None:
    provinces = [one.name for one in governments("provincial", None, range(2023, 2024))]
    assert len(provinces) == 31
    assert not {"台湾省人民政府", "香港特别行政区人民政府", "澳门特别行政区人民政府"} & set(provinces)
    towns = [one.name for one in governments("township", place_named("甘肃省"), range(2023, 2024))]
    assert not [name for name in towns if "园区" in name or "办事处街道" in name]
    assert "西峰区西街办事处" in towns


def test_towns_of_a_city_without_counties_and_of_zones_are_expected(tmp_path: Path) -> None:
    assert "东莞市虎门镇人民政府" in [one.name for one in governments("township", place_named("广东省"), range(2023, 2024))]
    names = [one.name for one in governments("township", place_named("苏州市"), range(2023, 2024))]
    assert "苏州市唯亭街道办事处" in names
    assert len(names) == len(set(names))
    place = {"province": "江苏省", "city": "苏州市", "county": None, "town": "唯亭街道", "adcode": "320500", "level": "township"}
    office = report("苏州工业园区唯亭街道办事处", 2023, kind="subdistrict_office", zone="苏州工业园区", **place)
    index = index_of(tmp_path, [office])
    found = states(answer("coverage", "--place", "苏州市", "--level", "township", "--year", "2023", "--index", index))
    assert [key for key, state in found.items() if state == "published"] == [("苏州市唯亭街道办事处", 2023)]


def test_a_name_that_fits_several_places_is_not_assessable(tmp_path: Path) -> None:
    other = {"county": "平川区", "adcode": "620403"}
    index = index_of(tmp_path, [report("白银区财政局", 2022), report("平川区财政局", 2022, **other)])
    roster = tmp_path / "roster.txt"
    roster.write_text("财政局\n", encoding="utf-8")
    [cell] = answer("coverage", "--of", roster, "--index", index, "--year", "2022")["cells"]
    assert (cell["state"], len(cell["ambiguous"])) == ("not_assessable", 2)
    gaps = run("coverage", "--of", roster, "--index", index, "--year", "2022", "--missing", status=1)
    assert "line 1: “财政局” fits 2 agencies" in gaps.stderr
    [cell] = answer("coverage", "--of", roster, "--county", "平川区", "--index", index, "--year", "2022")["cells"]
    assert cell["state"] == "published"


def test_a_roster_from_the_gazetteer(tmp_path: Path) -> None:
    index = index_of(tmp_path, shelf())
    result = answer("coverage", "--place", "白银市", "--level", "county", "--year", "2022", "--index", index)
    assert len(result["cells"]) == 5
    assert [key for key, state in states(result).items() if state == "published"] == [("白银区人民政府", 2022)]
    gaps = answer("coverage", "--place", "白银市", "--level", "县级", "--year", "2022", "--missing", "--index", index)
    assert len(gaps["cells"]) == 4
    place = ("coverage", "--place", "白银市", "--level", "县级", "--year", "2022", "--index", index)
    assert "chooses lines of the roster" not in run(*place, "--format", "csv").stderr
    assert "chooses lines of the roster, 0 of 5" in run(*place, "--kind", "部门", "--format", "csv", status=1).stderr
    renamed = report(
        "荣昌县人民政府", 2014, kind="government", province="重庆市", city="重庆市", county="荣昌县", adcode="500226"
    )
    index = index_of(tmp_path / "more", [renamed])
    result = answer("coverage", "--place", "荣昌区", "--level", "county", "--year", "2013..2014", "--index", index)
    assert list(states(result).values()) == ["missing", "published"]


def test_places_that_were_not_there_and_years_not_over(tmp_path: Path) -> None:
    index = index_of(tmp_path, shelf())
    result = answer(
        "coverage", "--place", "临平区", "--level", "county", "--year", "2020..2021", "--year", "2998", "--index", index
    )
    assert [cell["state"] for cell in result["cells"] if cell["year"] != 2998] == ["not_expected", "missing"]
    assert result["cells"][-1]["state"] == "not_expected"


@pytest.mark.parametrize(
    ("level", "kind", "last_day"),
    [
        ("township", "government", date(2025, 12, 31)),
        ("county", None, date(2025, 12, 31)),
        ("county", "department", date(2025, 1, 31)),
    ],
)
def test_nobody_is_missing_before_the_day_is_over(level: str, kind: str | None, last_day: date) -> None:
    listed = [Listed(Expected("白银区某镇人民政府", level=level, kind=kind), ())]
    for today, state in ((last_day, "not_expected"), (last_day + timedelta(1), "missing")):
        [(_, _, cell)] = coverage(listed, [2024], {}, today=today).cells()
        assert cell.state == state


def test_every_form_of_coverage(tmp_path: Path) -> None:
    index = index_of(tmp_path, shelf())
    table = run("coverage", "--index", index, "--year", "2022..2023").stdout.splitlines()
    assert table[0].split("\t") == ["机关", "2022", "2023", "未见"]
    assert "白银区财政局\t逾期 2023-02-05\t再次发布 2024-01-20\t0" in table
    rows = list(csv.DictReader(io.StringIO(run("coverage", "--index", index, "--format", "csv").stdout.removeprefix("\ufeff"))))
    assert {"机关": "白银区财政局", "年度": "2022", "状态": "逾期", "期限": "2023-01-31", "逾期天数": "5"}.items() <= next(
        row for row in rows if row["机关"] == "白银区财政局" and row["年度"] == "2022"
    ).items()
    assert len(lines(run("coverage", "--index", index, "--missing", "--format", "jsonl").stdout)) == 6
    run("coverage", "--index", index, "--year", "2022", "--missing", "水利", status=1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--place", "甘肃省"], "needs one --level"),
        (["--place", "甘肃省", "--level", "national"], "no list of the governments"),
        (["--of", "nowhere.txt"], "nowhere.txt"),
        (["--place", "朝阳区", "--level", "county"], "write the code"),
    ],
)
def test_errors_of_coverage_are_one_line(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = run("coverage", *arguments, "--index", index_of(tmp_path, shelf()), status=2)
    assert (words in result.stderr, result.stderr.count("\n"), result.stdout) == (True, 1, "")


def test_an_empty_roster_is_an_error(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    for text in ("\n", "agency,adcode\n", "财政局,12\n"):
        roster.write_text(text, encoding="utf-8")
        assert "roster.csv" in run("coverage", "--of", roster, "--index", index_of(tmp_path, shelf()), status=2).stderr


def test_the_sample_is_told_as_it_is(tmp_path: Path) -> None:
    run("sample", "60", tmp_path / "reports", "--republished", "0.4")
    run("index", tmp_path / "reports", "--index", tmp_path / "index")
    truth = lines((tmp_path / "reports.truth.jsonl").read_text(encoding="utf-8"))
    versions = Counter((line["agency"], line["adcode"], line["year"]) for line in truth)
    cells = answer("coverage", "--index", tmp_path / "index")["cells"]
    found = {(c["agency"], c["adcode"], c["year"]): c["versions"] for c in cells if c["versions"]}
    agreed = sum(found.get(key) == count for key, count in versions.items())
    assert agreed >= 0.95 * len(versions)  # a name that is read otherwise than it was written is another agency
    assert sum(cell["state"] == "late" for cell in cells) == 0  # the first versions of the sample are in time

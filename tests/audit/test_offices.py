"""Short names of bodies, and offices that had several names by turns: one agency, unless two of them published on one year."""

from __future__ import annotations

from pathlib import Path

import pytest
from audit_reports import report
from command_line import answer
from test_audit_coverage import PLACES, index_of
from test_doubtful_rosters import judged

from gongkai.mappings.agencies import agency_id, body_of
from gongkai.mappings.offices import office_of, spelled_in_full


@pytest.mark.parametrize(
    "spellings",
    [
        "市监局 白银区市监局 市场监管局 白银区市场监督管理局 白银区市场监督局",
        "教体局 教育体育局 白银区教育和体育局",
        "教科局 白银区教育科技局 教育和科学技术局",
        "自规局 资规局 自然资源和规划局 白银区自然资源规划局",
        "文旅局 文化旅游局 文化和旅游局",
        "文广旅局 文化广电旅游局 文化广电和旅游局 文化广播电视和旅游局",
        "文体广旅局 文化体育广电和旅游局 文体广电和旅游局 文体广电旅游局",
        "科工局 科工信局 科技工信局 科技和工业信息化局 科学技术和工业信息化局",
        "民宗局 民族宗教局 民族宗教事务局 民族和宗教事务局",
        "发改局 发展和改革局 发展改革局",
        "人社局 人力资源和社会保障局",
        "住建局 住房和城乡建设局 住房城乡建设局",
        "卫健局 卫生健康局",
        "卫健委 卫生健康委员会",
        "应急局 应急管理局",
        "医保局 医疗保障局",
        "退役军人局 退役军人事务局",
        "审批局 行政审批局",
        "政务服务局 政务服务管理局",
        "政数局 政务服务数据管理局 政务服务和数据管理局",
        "机关事务局 机关事务管理局",
        "金融办 金融工作办公室",
        "扶贫办 扶贫开发办公室 扶贫开发领导小组办公室",
        "公积金中心 住房公积金管理中心",
        "供销社 供销联社 供销合作社联合社",
        "国资委 国有资产监督管理委员会 人民政府国有资产监督管理委员会 政府国资委",
        "交警大队 公安局交警大队 公安局交通警察大队 公安交警大队",
    ],
)
def test_short_names_of_a_body_have_its_id(spellings: str) -> None:
    for written in (spellings.split(), [f"白银区{name.removeprefix('白银区')}" for name in spellings.split()]):
        assert len({agency_id(name, "620402", PLACES) for name in written}) == 1
        assert len({body_of(name) for name in written if name.startswith("白银区")}) <= 1


def test_a_city_and_its_market_bureau_share_a_character() -> None:
    places = ("甘肃省", "白银市", None, None)
    assert {body_of(name, places) for name in ("白银市市监局", "白银市监局", "市监局")} == {"市场监督管理局"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("自然资源局", "自然资源和规划局"),
        ("教育局", "教体局"),
        ("教科局", "教体局"),
        ("文旅局", "文化广电和旅游局"),
        ("发改局", "发改委"),
        ("卫健局", "卫健委"),
        ("扶贫办", "乡村振兴局"),
        ("行政审批局", "政数局"),
        ("行政审批局", "数据和政务服务局"),
        ("政务服务局", "数据与政务服务局"),
        ("林业局", "林草局"),
        ("科工局", "工信局"),
        ("水利局", "水务局"),
        ("文旅局", "文体广电和旅游局"),
    ],
)
def test_names_of_an_office_by_turns_are_one_line(tmp_path: Path, one: str, other: str) -> None:
    first, second = report(f"白银区{one}", 2020), report(f"白银区{other}", 2022)
    index = index_of(tmp_path / "turns", [first, second])
    cells = answer("coverage", "--index", index, "--year", "2020,2022")["cells"]
    assert [(cell["agency"], cell["state"]) for cell in cells] == [(f"白银区{other}", "published")] * 2
    index = index_of(tmp_path / "both", [first, second, report(f"白银区{one}", 2022)])
    cells = answer("coverage", "--index", index, "--year", "2022")["cells"]
    assert [cell["state"] for cell in cells] == ["published"] * 2
    assert len({cell["agency_id"] for cell in cells}) == 2


def test_a_roster_may_call_an_office_by_its_other_name(tmp_path: Path) -> None:
    shelf = [report("白银区自然资源局", 2022), report("白银区人民政府", 2022)]
    states, said = judged(tmp_path / "1", shelf, "白银区自规局\n白银区教体局\n")
    assert states == ["published", "missing"]
    assert "line 1: “白银区自规局” is taken for 白银区自然资源局" in said
    assert judged(tmp_path / "2", shelf, "自规局\n")[0] == ["published"]
    assert judged(tmp_path / "3", shelf, "平川区自规局\n")[0] == ["missing"]
    states, said = judged(tmp_path / "4", shelf, "白银区自规局\n白银区自然资源局\n")  # the roster takes them for two
    assert (states, said) == (["missing", "published"], "")
    two = [*shelf, report("白银区自然资源和规划局", 2022)]
    assert judged(tmp_path / "5", two, "白银区自然资源局\n")[0] == ["published"]


def test_other_bodies_are_no_office_of_that_name() -> None:
    assert body_of("邢台学院", ("河北省", "邢台市", None, None)) == "邢台学院"
    for name in ("教育局", "体育局", "档案局", "档案馆", "科学技术局", "财政局", "文学艺术界联合会", "人民政府"):
        assert (office_of(name) is None) == (name != "教育局"), name
    assert office_of("高新区教育局") != office_of("教育局")


@pytest.mark.parametrize("word", ["教", "市监", "文化和", "自然资源", "金融", "扶贫", "旅游", "供销合作"])
def test_long_names_take_no_time(word: str) -> None:
    assert spelled_in_full(word * 10_000)
    assert office_of(word * 10_000 + "局") != ("", 0)


@pytest.mark.parametrize(
    ("spellings", "places", "body"),
    [
        ("白银高新区 白银高新区管委会 白银高新技术产业开发区 高新区管委会", ("甘肃省", "白银市", None, None), "高新区管理委员会"),
        ("平川经济开发区 平川区经济开发区管委会 区经济开发区", ("甘肃省", "白银市", "平川区", None), "经济开发区管理委员会"),
        ("旌德县府办 县府办 旌德县人民政府办公室 县府办公室", ("安徽省", "宣城市", "旌德县", None), "人民政府办公室"),
        (
            "旌德县生态环境分局 宣城市旌德县生态环境分局 宣城市生态环境局旌德分局 宣城市生态环境局旌德县分局 市生态环境局旌德分局",
            ("安徽省", "宣城市", "旌德县", None),
            "生态环境分局",
        ),
        (
            "沙河市生态环境分局 邢台市生态环境局沙河市分局 邢台市生态环境局沙河分局 沙河生态环境分局 生态环境分局",
            ("河北省", "邢台市", "沙河市", None),
            "生态环境分局",
        ),
        (
            "邢台市生态环境局邢台经济开发区分局 邢台市生态环境局经济开发区分局 市生态环境局邢台经济开发区分局",
            ("河北省", "邢台市", None, None),
            "生态环境局经济开发区分局",
        ),
        *(
            (f"邢台{team} 邢台市{team} 河北省邢台市{team} 市{team}", ("河北省", "邢台市", None, None), team)
            for team in ("调查队", "消防救援支队", "邮政管理局", "住房公积金管理中心")
        ),
        ("国家统计局邢台市调查队 国家统计局邢台调查队", ("河北省", "邢台市", None, None), "调查队"),
        ("宣城市公安局宣州分局 宣州区公安分局", ("安徽省", "宣城市", "宣州区", None), "公安分局"),
    ],
)
def test_zones_offices_and_branches_of_one_place(spellings: str, places: tuple[str | None, ...], body: str) -> None:
    assert {body_of(name, places) for name in spellings.split()} == {body}


def test_branches_of_other_places_keep_their_names() -> None:
    assert body_of("宣城市生态环境局绩溪分局", ("安徽省", "宣城市", "旌德县", None)) == "生态环境局绩溪分局"
    assert body_of("白银市公安局白银分局", ("甘肃省", "白银市", None, None)) == "公安局白银分局"


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("旌德县城管执法局", "旌德县城市管理综合行政执法局", "旌德县综合行政执法局"), 1),
        (("旌德县生态环境局", "旌德县生态环境分局", "宣城市生态环境局旌德分局"), 1),
        (("旌德县城市管理局", "旌德县综合行政执法局"), 1),
        (("旌德县城管局", "旌德县城管综合执法局", "旌德县城市管理综合行政执法局", "旌德县城市管理委员会"), 1),
        (("旌德县城市管理局", "旌德县市场监督管理局"), 2),
        (("旌德县公安局开发区分局", "旌德县公安局旌德经济开发区分局", "旌德县公安局经开区分局"), 1),
        (("旌德县公安局开发区分局", "旌德县公安局高新区分局"), 2),
        (("旌德县公安局开发区分局", "旌德县自然资源局开发区分局"), 2),
    ],
)
def test_offices_that_had_their_names_by_turns(tmp_path: Path, names: tuple[str, ...], count: int) -> None:
    place = {"province": "安徽省", "city": "宣城市", "county": "旌德县", "adcode": "341825"}
    shelf = [report(name, year, **place) for year, name in enumerate(names, 2019)]
    cells = answer("coverage", "--index", index_of(tmp_path, shelf), "--year", f"2019..{2018 + len(names)}")["cells"]
    assert len({cell["agency_id"] for cell in cells}) == count
    assert {cell["state"] for cell in cells} == ({"published"} if count == 1 else {"published", "missing"})
    again = [*shelf, report(names[0], 2020, **place)]
    cells = answer("coverage", "--index", index_of(tmp_path / "again", again), "--year", "2019")["cells"]
    assert len({cell["agency_id"] for cell in cells}) > 1  # two on one year are two bodies

"""Does what other reports of a site show help the weak ones, and only those of a government's site?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.page import Source
from gongkai.indexer.pipeline import index_inputs
from gongkai.indexer.places.hosts import HostMemory, government_host
from gongkai.search.engine import open_engine
from gongkai.search.query import Query

BODY = (
    "一、总体情况\n2023年，{own}认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开政府信息。\n"
    "五、存在的主要问题及改进情况\n公开内容不够丰富。\n六、其他需要报告的事项\n无。\n"
)


def page(number: int, agency: str, host: str, own: str = "我局") -> Source:
    title = f"{agency}2023年政府信息公开工作年度报告"
    return Source(f"{title}\n{BODY.format(own=own)}".encode(), f"{number}.txt", f"http://{host}/{number}.html")


def indexed(folder: Path, *pages: Source) -> dict[str, dict[str, Any]]:
    engine = open_engine(str(folder), create=True)
    index_inputs(pages, engine, workers=1)
    found = {document["source"]: dict(document) for document in engine.export(Query())}
    engine.close()
    return found


SITE = "xxgk.q7.gov.cn"
CONFIDENT = (page(1, "白银市靖远县教育局", SITE), page(2, "靖远县人民政府", SITE, "我县"))


def test_weak_reports_are_placed_by_their_site(tmp_path: Path) -> None:
    weak = (page(3, "财政局", SITE), page(4, "北湾镇人民政府", SITE, "我镇"), page(5, "县水务局", SITE))
    found = indexed(tmp_path / "index", *weak, *CONFIDENT)
    assert {found[f"{number}.txt"]["adcode"] for number in range(1, 6)} == {"620421"}
    assert [found[f"{number}.txt"]["level"] for number in (3, 4, 5)] == ["county", "township", "county"]
    assert found["4.txt"]["town"] == "北湾镇"
    assert found["5.txt"]["agency_id"] == "620421/-/水务局"


def test_a_later_run_remembers(tmp_path: Path) -> None:
    indexed(tmp_path / "index", *CONFIDENT)
    assert indexed(tmp_path / "index", page(3, "财政局", SITE))["3.txt"]["adcode"] == "620421"


@pytest.mark.parametrize(
    ("agency", "host", "others"),
    [
        ("财政局", "mirror.example.com", ("白银市靖远县教育局", "靖远县人民政府")),  # copies on a foreign host
        ("财政局", SITE, ("白银市靖远县教育局",)),  # one report is not enough
        ("财政局", SITE, ("靖远县教育局", "河北省迁西县教育局")),  # two places that share none
        ("城关镇人民政府", SITE, ("靖远县教育局", "靖远县人民政府")),  # a town that the county does not have
        ("中国人民银行", SITE, ("靖远县教育局", "靖远县人民政府")),  # nobody's but the nation's
    ],
)
def test_nothing_is_guessed(tmp_path: Path, agency: str, host: str, others: tuple[str, ...]) -> None:
    rest = [page(number, name, host) for number, name in enumerate(others, 1)]
    assert indexed(tmp_path / "index", page(9, agency, host), *rest)["9.txt"]["adcode"] is None


def test_the_lowest_place_that_all_share() -> None:
    memory = HostMemory({"city": ["620400", "620421", "620402"], "county": ["620421"] * 3, "none": []}.__getitem__)
    assert [memory.recall(host) for host in ("city", "county", "none")] == ["620400", "620421", None]


@pytest.mark.parametrize("url", [None, "", "file.html", "http://[", "https://www.gov.cn.example.com/a"])
def test_other_addresses_are_no_government_hosts(url: str | None) -> None:
    assert government_host(url) is None


def test_a_place_keeps_its_id_under_another_code() -> None:
    table = gazetteer()
    for then, now in (("500226", "500153"), ("140726", "140703"), ("410322", "410308")):
        (unit,) = table.codes[then]
        assert (unit.id, table.codes_now(unit)) == (now, (now,))
    (split,) = table.codes["330104"]
    assert table.codes_now(split) == ("330102", "330114")


def test_the_document_says_the_code_of_the_year_and_of_today(tmp_path: Path) -> None:
    title = "重庆市荣昌县人民政府2013年政府信息公开工作年度报告"
    old = Source(f"{title}\n{BODY.format(own='我县').replace('2023', '2013')}".encode(), "old.txt")
    document = json.loads(json.dumps(indexed(tmp_path / "index", old)["old.txt"]))
    assert (document["county"], document["adcode"]) == ("荣昌县", "500226")
    assert (document["adcode_now"], document["place_id"]) == (["500153"], "500153")

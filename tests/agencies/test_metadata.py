"""Does a page tell its title, agency, year, date, place, level and kind? On made-up openings, and on real cases."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from labelled_openings import FIELDS, PLACE, labelled, read, read_case, values

from gongkai.indexer.agencies.metadata import Metadata, read_metadata
from gongkai.indexer.dates import dates
from gongkai.indexer.dates.dates import report_year, year_in_title
from gongkai.indexer.dates.publication import published_on
from gongkai.indexer.documents import to_document
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.national import national_body
from gongkai.indexer.page import Page, Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers import read_page
from gongkai.indexer.titles.title_words import agency_in
from gongkai.indexer.titles.titles import find_title
from gongkai.report import Place, Report

# Shares of the labelled openings that must be right; they only go up.
FLOORS = dict.fromkeys((*FIELDS, *PLACE), 0.995)


def test_labelled_openings() -> None:
    cases = labelled()
    assert len(cases) >= 150
    right: Counter[str] = Counter()
    wrong = []
    for case in cases:
        got = read_case(case)
        right.update(name for name, value in got.items() if value == case["expect"][name])
        wrong += [
            (case["class"], name, got[name], case["expect"][name])
            for name in PLACE
            if got[name] is not None and got[name] != case["expect"][name]
        ]
    assert not wrong, "a wrong place is worse than none"
    shares = {name: right[name] / len(cases) for name in FLOORS}
    assert all(shares[name] >= floor for name, floor in FLOORS.items()), shares


def cases_folder() -> Path:
    folder = os.environ.get("GONGKAI_CASES")
    if not folder:
        pytest.skip("GONGKAI_CASES is unset: the real cases were not read")
    return Path(folder)


def text_of(path: Path) -> str:
    return read_page(Source(path.read_bytes(), str(path))).text


def differences(metadata: Metadata, expected: dict[str, Any]) -> dict[str, tuple[object, object]]:
    unsure = set(expected.get("unsure_meta", ()))
    aliases = expected.get("agency_aliases", [])
    return {
        name: (value, expected[name])
        for name, value in values(metadata).items()
        if name in expected and name not in unsure and value != expected[name] and not (name == "agency" and value in aliases)
    }


def test_seeds() -> None:
    folder = cases_folder() / "seeds"
    for name, expected in json.loads((folder / "expected.json").read_text("utf-8")).items():
        path = folder / name
        metadata = read_metadata(Page(text=text_of(path)), Source(b"", str(path)))
        assert differences(metadata, expected) == {}, name


def test_real_documents() -> None:
    folder = cases_folder() / "real"
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        expected = json.loads(line)
        if expected["report"]:
            path = folder / expected["file"]
            metadata = read_metadata(Page(text=text_of(path)), Source(b"", str(path)))
            assert differences(metadata, expected) == {}, expected["file"]


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("由济南市历下区统计局编制。2023年，全区各级公开信息3000条。", "济南市历下区人民政府"),
        ("由济南市历下区统计局编制。2023年，我局公开信息300条。", "济南市历下区统计局"),
        ("由济南市历下区统计局编制。2023年，我局服务全区，我局公开信息300条。", "济南市历下区统计局"),
    ],
)
def test_the_body_that_compiles_the_report_of_a_whole_place_is_not_its_agency(said: str, agency: str) -> None:
    text = f"济南市历下区2023年政府信息公开工作年度报告\n本报告{said}"
    assert read_metadata(Page(text), Source(b"", "")).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("本报告由裕安区人民政府办公室综合科根据各股室材料编制。我办认真履职。", "裕安区人民政府办公室"),
        ("本报告由裕安区人民政府办公室综合协调科根据各股室材料编制。", "裕安区人民政府办公室"),
        ("本报告由裕安区人民政府办公室综合全区各部门材料编制。", "裕安区人民政府"),
        ("在2023年度六安市各县区政府信息公开考核基础上,裕安区财政局编制本年度报告。", "裕安区财政局"),
        ("综合六安市各县区工作安排,裕安区财政局编制本年度报告。", "裕安区财政局"),
        ("在2023年度六安市各县区年度报告基础上,由六安市政务公开办公室编制。", "六安市人民政府"),
    ],
)
def test_what_is_gathered_is_the_report_of_a_whole_place(said: str, agency: str) -> None:
    assert read(f"2023年政府信息公开工作年度报告\n{said}\n一、总体情况\n").agency == agency


@pytest.mark.parametrize(
    "when", ["于2015年1月公开", "于2015年1月", "在2015年3月20日向社会公布了", "于2015年初公布的", "已于2015年1月对外发布"]
)
def test_when_a_report_came_out_is_no_part_of_the_name(when: str) -> None:
    found = read(f"青禾县教育局{when}2014年度政府信息公开工作年度报告\n一、概述\n2014年，我局主动公开政府信息20条。\n")
    assert (found.agency, found.year) == ("青禾县教育局", 2014)


@pytest.mark.parametrize(
    ("said", "title", "agency"),
    [
        ("我街道将于2015年2月8日前将2014年度政府信息公开工作年度报告向社会公布。", None, None),
        ("我局拟于3月底前把2014年度政府信息公开工作年度报告向社会公布。", None, None),
        ("我办将于近期把2014年度政府信息公开工作年度报告挂网。", None, None),
        ("于洪区日前镇2014年政府信息公开工作年度报告\n", "于洪区日前镇2014年政府信息公开工作年度报告", "于洪区日前镇人民政府"),
        ("将乐县民政局2014年政府信息公开工作年度报告\n", "将乐县民政局2014年政府信息公开工作年度报告", "将乐县民政局"),
    ],
)
def test_a_sentence_that_promises_a_report_is_no_title(said: str, title: str | None, agency: str | None) -> None:
    found = read(f"统计期限为全年。\n{said}\n一、概述\n公开信息12条。\n")
    assert (found.title, found.agency, found.year) == (title, agency, 2014)


def test_a_promise_does_not_outdo_the_title() -> None:
    title = "泾县黄村镇2014年政府信息公开工作年度报告\n时间:2015-01-19\n"
    found = read(f"{title}统计期限为全年。我镇将于2015年2月8日前将2014年度政府信息公开工作年度报告公布。\n")
    assert found.title == "泾县黄村镇2014年政府信息公开工作年度报告"


def test_nothing_is_made_up_on_an_empty_page() -> None:
    assert read("") == Metadata()


def test_evidence_names_the_source_of_every_field_read() -> None:
    found = read("盱眙县2023年政府信息公开工作年度报告\n发布日期:2024-02-01\n一、总体情况\n")
    assert found.evidence == {"title": "text", "year": "title", "published": "发布日期", "agency": "text", "place": "name"}


def test_url_comes_from_page_source_or_the_crawlers_line() -> None:
    line = "标题: 甲县2023年政府信息公开工作年度报告\n原文链接: https://www.example.gov.cn/a/1.htm\n正文"
    assert read(line).url == "https://www.example.gov.cn/a/1.htm"
    assert read(line, url="https://b.example/2").url == "https://b.example/2"


def test_a_file_name_gives_agency_and_year_but_no_title() -> None:
    found = read_metadata(
        Page(text="一、总体情况\n公开信息12条。"), Source(b"", "年报/泾县文化和旅游局2021年政府信息公开工作年度报告.txt")
    )
    assert (found.title, found.agency, found.year, found.place.county) == (None, "泾县文化和旅游局", 2021, "泾县")


def test_the_name_of_the_site_is_no_agency() -> None:
    text = "来源:会宁县人民政府 时间:2024-01-09\n一、总体情况\n2023年,我局公开信息12条,我局积极回应。"
    found = read(text, meta={"sitename": "会宁县人民政府", "siteidcode": "6204220001"})
    assert (found.agency, found.kind, found.place.county) == (None, "department", "会宁县")


CRUMB = "当前位置：首页 &gt; 政府信息公开 &gt; "


@pytest.mark.parametrize(
    ("crumb", "title"),
    [
        (f"{CRUMB}裕安区司法局2023年政府信息公开工作年度报告", "裕安区司法局2023年政府信息公开工作年度报告"),
        (f"{CRUMB}政府信息公开年报", None),
        (f"{CRUMB}2023年年报", None),
    ],
)
def test_a_way_through_the_site_is_read_when_it_ends_in_the_title(crumb: str, title: str | None) -> None:
    html = f"<html><body><div>{crumb}</div><p>发布日期：2024-01-03</p><p>一、总体情况</p></body></html>"
    page = read_page(Source(html.encode(), "page.html"))
    assert read_metadata(page, Source(b"", "page.html")).title == title
    assert (title is None) == ("首页" not in page.text)


def test_the_title_of_the_document_tells_which_of_several_is_its_own() -> None:
    text = "甲\n金寨县水利局2023年政府信息公开工作年度报告\n裕安区司法局2023年政府信息公开工作年度报告\n一、总体情况\n"
    assert read(text, title="裕安区司法局2023年政府信息公开工作年度报告_裕安区").agency == "裕安区司法局"
    assert read(text, title="金寨县水利局2023年政府信息公开工作年度报告-金寨县").agency == "金寨县水利局"
    assert read(text, title="裕安区司法局门户网站").agency == read(text).agency


def test_the_memory_of_a_host_places_what_the_page_does_not() -> None:
    page = Page(text="2024年政府信息公开工作年度报告\n我镇全年公开信息12条。", url="http://www.q7.gov.cn/a")
    assert read_metadata(page, Source(b"", "a")).place == Place()
    found = read_metadata(page, Source(b"", "a"), {"www.q7.gov.cn": "620422"}.get)
    assert (found.place.county, found.level) == ("会宁县", "township")
    assert found.evidence["place"].endswith("other reports of its host")


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("甲县2023年政府信息公开工作年度报告", 2023),
        ("二〇二一年度政府信息公开报告", 2021),
        ("某大学2020-2021学年信息公开年度报告", 2021),
        ("某大学2020—21学年信息公开年度报告", 2021),
        ("某大学2020—2021學年度信息公開年度報告", 2021),
        ("2020—2021某大学信息公开年度报告", None),  # as with a hyphen
        ("某大学2013—2014年度信息公开工作年度报告", 2013),
        ("甲局政府信息公开工作年度报告(2019)", 2019),
        ("2024年1月发布", None),
        ("2024-01-15 公布", None),
    ],
)
def test_year_in_title(title: str, year: int | None) -> None:
    assert year_in_title(title) == year


def test_year_without_title() -> None:
    assert report_year(None, "数据统计期限自2022年1月1日起至12月31日。2021年10条,2021年3条") == (2022, "period")
    assert report_year(None, "2020年,某局努力。2019年为3条,2019年为5条。") == (2020, "opening")
    assert report_year(None, "没有数字") == (None, "")
    compiled = "本报告根据《条例》要求,由某局编制的2011年政府信息公开工作年度报告。\n"
    assert report_year(None, f"{compiled}2009年,我局成立了领导小组。") == (2011, "opening")
    assert report_year(None, f"{compiled}2010年,我局公开信息5条。") == (None, "")
    assert report_year(None, f"{compiled}2011年,我局公开信息5条。") == (2011, "opening")
    assert report_year(None, "自2015年1月1日起停止收取费用。2016年收到申请5件。") == (2016, "text")
    assert report_year(None, "办理完成78件,余8件转2023年度办理。") == (2022, "text")
    assert report_year(None, "上年未办结3件转入2014年办理,共收到5件。") == (None, "")


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("2016人次参加了培训。", None),
        ("2020余人次参加了培训。", None),
        ("2012项权力清单全部公开。", None),
        ("2018家企业受益。", None),
        ("公开信息2010余条。2010余条信息上网。", None),
        ("2016市民参加了裕安区政府以改革为题的活动。", None),
        ("2016名群众到县政务服务局,未发生投诉。", None),
        ("2008,\n索引号", None),
        ("2008,信息分类:年报", None),
        ("比2022年增加3条,较2021年减少2条。", None),
        ("2022区文旅局主动公开政府信息11条。", 2022),
        ("2022我局主动公开政府信息11条。", 2022),
        ("2022,我局主动公开政府信息11条。", 2022),
        ("2022以来,裕安区司法局主动公开信息11条。", 2022),
        ("2021全年,街道公开信息11条。", 2021),
    ],
)
def test_a_number_without_the_word_year_is_one_before_who_acts_only(said: str, year: int | None) -> None:
    assert report_year(None, f"一、总体情况\n{said}")[0] == year


@pytest.mark.parametrize(
    ("head", "tail", "expected"),
    [
        ("发布日期:2024-02-30", "", None),
        ("发布时间:2024/3/5 10:00", "", "2024-03-05"),
        ("生成日期: | 2024年3月5日 |", "", "2024-03-05"),
        ("成文日期:2024-01-02 发布日期:2024-01-09", "", "2024-01-09"),
        ("发布日期:2021-01-02", "", None),
        ("统计时间:2023年1月1日至2023年12月31日", "", None),
        ("公示时间:2024-01-05至2024年1月10日", "", None),
        ("发布日期:20240105 来源", "", "2024-01-05"),
        ("甲局年报\n(2024年1月12日)\n", "", "2024-01-12"),
        ("甲县生活百科 2029-01-26 17:49", "", None),
        ("", "某局\n2024年1月26日", "2024-01-26"),
        ("", "某局\n二〇二四年一月二十六日", "2024-01-26"),
        ("", "统计到2023年12月31日", None),
        ("打印日期:2026年11月26日", "某局\n2024年1月26日\n打印日期:2026年11月26日", "2024-01-26"),
        ("打 印 时间:2024-11-26\n日期:2024-01-26", "", "2024-01-26"),
        ("访问时间:2024-11-26", "", None),
    ],
)
def test_published(head: str, tail: str, expected: str | None) -> None:
    assert published_on({}, head, tail, 2023)[0] == expected


def test_metadata_of_the_medium_comes_first() -> None:
    assert published_on({"pubdate": "2024-01-05 09:00"}, "发布日期:2024-01-09", "", 2023) == ("2024-01-05", "meta pubdate")


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("关于甲县财政局2020年度政府信息公开工作年度报告", "甲县财政局"),
        ("2019年甲市人民政府办公厅政府信息公开工作年度报告", "甲市人民政府办公厅"),
        ("甲县政府信息公开工作2022年度报告", "甲县"),
        ("甲市市场监督管理局2016年政务信息公开年度报告", "甲市市场监督管理局"),
        ("2023年政府信息公开工作年度报告", ""),
        ("甲县人民政府办公室(县政务公开办)2023年政府信息公开工作年度报告", "甲县人民政府办公室"),
        ("甲大学(威海)2023年信息公开工作年度报告", "甲大学(威海)"),
        ("甲县水利局2023年1-12月政府信息公开工作年度报告", "甲县水利局"),
        ("XX单位XXXX年政府信息公开工作年度报告", ""),
        ("我市2023年政府信息公开工作年度报告", ""),
        ("本溪市2023年政府信息公开工作年度报告", "本溪市"),
        ("六安市体育网球运动管理中心2023年政府信息公开工作年度报告", "六安市体育网球运动管理中心"),
        ("景德镇市文博网络中心2023年政府信息公开工作年度报告", "景德镇市文博网络中心"),
        ("安徽省体育网球学校2023年信息公开工作年度报告", "安徽省体育网球学校"),
        ("北京市直播产业服务中心2023年信息公开工作年度报告", "北京市直播产业服务中心"),
        ("文博网络中心2023年信息公开工作年度报告", "文博网络中心"),
        ("甲省环境保护厅2016年度政府政务信息公开工作报告", "甲省环境保护厅"),
        ("金沙娱乐网裕安区民政局2023年政府信息公开工作年度报告", "裕安区民政局"),
        (
            "甲县乙乡人民政府\ufffd\ufffd\ufffd\ufffd年度政府信息公开工作年度报告",
            "甲县乙乡人民政府",
        ),  # a font that says no digits
        ("甲县乙乡人民政府202\ue031年政府信息公开工作年度报告", "甲县乙乡人民政府"),
    ],
)
def test_agency_in_title(title: str, agency: str) -> None:
    assert agency_in(title) == agency


@pytest.mark.parametrize(
    ("text", "title", "agency"),
    [
        ("关于印发《甲局2023年政府信息公开工作年度报告》的通知", "甲局2023年政府信息公开工作年度报告", "甲局"),
        ("甲局关于公布《2023年政府信息公开工作年度报告》的公告", "2023年政府信息公开工作年度报告", "甲局"),
        ("关于印发《甲局政府信息公开工作年度报告编制规范》的通知", None, None),
        ("学习《甲局2023年政府信息公开工作年度报告》的通知", None, None),
    ],
)
def test_a_notice_names_the_report_it_puts_out(text: str, title: str | None, agency: str | None) -> None:
    found = find_title(text, text, {}, None)
    assert (found and found.text, found and found.agency) == (title, agency)


def test_a_notice_about_reports_is_no_title() -> None:
    text = "关于做好2023年政府信息公开工作年度报告编制工作的通知\n各单位:"
    assert find_title(text, text, {}, None) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("甲县人民政府", "government"),
        ("甲县人民政府办公室", "government_office"),
        ("甲县政府办", "government_office"),
        ("甲街道", "subdistrict_office"),
        ("甲街道办事处", "subdistrict_office"),
        ("甲经济开发区", "administrative_committee"),
        ("甲市公安局乙分局", "public_security"),
        ("国家税务总局甲县税务局", "tax"),
        ("甲海关", "customs"),
        ("甲县气象局", "meteorology"),
        ("甲大学", "university"),
        ("甲市中医院", "hospital"),
        ("甲县妇幼保健计划生育服务中心", "hospital"),
        ("甲县妇幼保健服务中心(县妇幼保健院)", "hospital"),
        ("甲县计划生育服务中心", "public_institution"),
        ("甲县发展和改革委员会", "department"),
        ("甲县政务服务中心", "public_institution"),
        ("甲", None),
        ("甲县住房和城乡建设局(人防办)", "department"),
        ("甲大学(威海)", "university"),
        ("甲县(乙)", "government"),
        ("(乙)", None),
    ],
)
def test_kinds(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def test_bodies_of_the_state_council() -> None:
    assert national_body("中华人民共和国财政部")
    assert not national_body("国家统计局安徽调查总队")


def test_scope() -> None:
    assert read("甲县2023年政府信息公开工作年度报告").scope == "government_consolidated"
    assert read("寿县人民政府办公室2023年政府信息公开工作年度报告").scope == "agency"


def test_a_hostile_page_takes_no_longer_than_others() -> None:
    for text in (
        "政府信息公开" * 30_000,
        "2023年" * 60_000,
        "人民政府办公室" * 30_000,
        "《" * 100_000,
        "中" * 300_000,
        " |\n" * 90_000,
    ):
        start = time.process_time()
        read(text)
        assert time.process_time() - start < 2


def test_explain_says_what_metadata_rests_on() -> None:
    page = (
        "白银市靖远县教育局2023年政府信息公开工作年度报告\n发布日期：2024-01-20\n一、总体情况\n2023年，我局主动公开政府信息。\n"
    )
    (report,) = parse_source(Source(page.encode(), "a.txt"))
    told = to_document(report, explain=True)["explain"]["metadata"]
    assert told["year"] == {"source": "title", "confidence": "certain"}
    assert told["published"] == {"source": "发布日期", "confidence": "certain"}
    assert told["county"]["confidence"] == told["adcode"]["confidence"] == "certain"
    (bare,) = parse_source(Source(page.replace("白银市靖远县", "县").encode(), "a.txt"))
    assert to_document(bare, explain=True)["explain"]["metadata"].get("county") is None


@pytest.mark.parametrize("name", ["教育局", "长江海事局", ""])
def test_the_police_of_a_county_are_no_proof_of_a_county(name: str) -> None:
    """The offices of a city lie in one of its districts, whose police its site is registered with."""
    found = read(f"{name}2023年政府信息公开工作年度报告\n发布日期:2024-02-01\n一、总体情况\n工作。\n皖公网安备 34010302000001号")
    assert (found.place.county, found.level) == (None, None)
    assert found.place.city in ("合肥市", None)
    assert (
        read("县教育局2023年政府信息公开工作年度报告\n一、总体情况\n工作。\n皖公网安备 34012102000001号").place.county == "长丰县"
    )


def test_the_day_of_another_page_is_not_this_pages() -> None:
    body = "怀宁县水利局2023年政府信息公开工作年度报告\n一、总体情况\n工作。\n{}上一篇：怀宁县水利局2022年政府信息公开工作年度报告 [2023-01-18]"
    assert read(body.format("")).published is None
    assert read(body.format("怀宁县水利局\n2024年1月22日\n")).published == "2024-01-22"


def test_all_spellings_of_an_agency_share_a_key() -> None:
    """A county's bureau with and without its city before it; two towns of one county stay two."""

    def key(agency: str) -> object:
        text = f"{agency}2024年政府信息公开工作年度报告\n一、总体情况\n2024年，陕西省榆林市定边县做了许多工作。\n"
        (report,) = parse_source(Source(text.encode(), "a.txt"))
        return to_document(report)["report_key"]

    assert key("榆林市定边县教育局") == key("定边县教育局") == "610825/-/教育局/agency/2024"
    assert key("定边县安边镇人民政府") != key("定边县砖井镇人民政府")


@pytest.mark.parametrize("part", ["全局上下整理栏目。", "教体系统认真整理栏目。", "党政办公室负责整理栏目。"])
def test_a_part_of_a_county_that_speaks_of_it_is_not_its_government(part: str) -> None:
    text = f"2021年政府信息公开工作年度报告\n一、总体情况\n2021年,我县认真落实条例。{part}\n"
    assert read(text, url="http://www.jinzhai.gov.cn/html/1.html").agency is None
    assert read(text.replace(part, ""), url="http://www.jinzhai.gov.cn/html/1.html").agency == "金寨县人民政府"


@pytest.mark.parametrize(
    "said",
    [
        "2023年,罗山县供水公司积极公开水费信息,罗山县供电公司公开停电信息。",
        "2023年,罗山县供水有限公司积极公开水费信息,罗山县供电有限公司公开停电信息。",
        "2023年,罗山县城投有限公司认真公开,住建部门指导。",
        "2023年,罗山县城投有限公司认真公开。全县公开信息20条。",
    ],
)
def test_a_company_that_a_report_tells_of_is_not_its_agency(said: str) -> None:
    assert read(f"2023年政府信息公开工作年度报告\n一、总体情况\n{said}\n").agency is None


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("罗山县依申请公开服务中心2023年政府信息公开工作年度报告", "罗山县依申请公开服务中心"),
        ("3.14工程指挥部2023年政府信息公开工作年度报告", "3.14工程指挥部"),
        ("12.罗山县财政局2023年政府信息公开工作年度报告", "罗山县财政局"),
    ],
)
def test_what_a_name_begins_with_is_no_menu_and_no_number(title: str, agency: str) -> None:
    assert read(f"{title}\n一、总体情况\n").agency == agency


@pytest.mark.parametrize("other", ["政策文件 2024-03-01【解读】\n", "罗山县民政局年报 2024-02-28[查看]\n"])
def test_a_day_before_a_link_is_another_pages(other: str) -> None:
    assert read(f"{other}罗山县财政局2023年政府信息公开工作年度报告\n一、总体情况\n认真公开。\n").published is None


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("请联系:三明市三元区白沙街道办事处;联系电话:0598-8200000。本街道认真落实。", "三明市三元区白沙街道办事处"),
        ("请联系:大田县水利局;地址:建设路1号。我局认真落实。", "大田县水利局"),
        ("请联系:大田县人民政府办公室;联系电话:0598-7200000。我局认真落实。", None),
        ("请联系:大田县政务公开办公室;电话:0598-7200000。我局认真落实。", None),
        ("监督投诉请向大田县纪委监委;联系电话:0598-7200000。我局认真落实。", None),
        ("2022年,我局落实《条例》和《福建省人民政府办公厅关于要点的通知》,制定实施《大田县水利局2022年政务公开工作方案》,加强领导。", "大田县水利局"),
        ("2022年,市局高度重视,制定《三明市水利局2022年政务公开工作要点》,我局认真落实。", None),
        ("2022年,我局认真落实《条例》,市局同时发文,制定《三明市水利局2022年政务公开工作要点》,加强学习。", None),
        ("2022年,我局认真落实《条例》,制定《三明市水利局2022年政务公开工作要点》任务分解表。", None),
        ("2022年,我局认真落实《条例》,印发《福建省水利厅2022年政务公开工作要点》,加强学习。", None),
    ],
)  # fmt: skip
def test_a_body_is_named_by_its_own_contact_and_its_own_plan(said: str, agency: str | None) -> None:
    assert read(f"本报告的统计期限为2022年1月1日至12月31日。\n{said}\n一、总体情况\n").agency == agency


def test_lines_cut_at_the_width_of_a_page_are_read_as_one_but_no_menu_is() -> None:
    law = "本报告是根据《中华人民共和国政府信息公开条例》(以下简称《条例》)要求,由"
    rest = "编制的2022年度政府信息公开年度报告。\n一、概述\n2022年,我局认真贯彻落实《条例》。\n"
    assert read(f"引言\n{law}大田县司法\n局{rest}").agency == "大田县司法局"
    assert read(f"引言\n由大田县司法\n局{rest}").agency is None  # no line as long as the page is wide
    menu = "民政局 财政局 审计局 水利局 农业局 教育局 交通局 住建局 商务局 卫健局\n工信局 人社局 文旅局\n"
    assert read(f"{menu}2022年,我局认真贯彻落实《条例》。\n一、概述\n").agency is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("瑞昌市气象局联系电话:0792-4200000。\n2022年,我局认真落实《条例》。", None),
        ("2022年,我局认真落实《条例》。", "department"),
        (f"2022年,我局认真落实《条例》。{'加强学习,落实责任。' * 45}与市公安局联合发布信息。", "department"),
        ("水利局电话:0792-4200000。\n2022年,我局认真落实《条例》。", "department"),
    ],
)
def test_a_bureau_without_name_is_no_department_where_one_of_another_kind_is_named(said: str, kind: str | None) -> None:
    metadata = read(f"{said}\n一、总体情况\n")
    assert (metadata.agency, metadata.kind, metadata.scope) == (None, kind, "agency")


@pytest.mark.parametrize(
    ("said", "agency", "kind"),
    [
        ("2022年,市数据局继续把政务公开纳入考核。我镇认真落实。", None, "government"),
        ("2022年,大田县人民政府高度重视政务公开。我局认真落实。", None, "department"),
        ("2022年,大田县人民政府高度重视政务公开。我县认真落实。", "大田县人民政府", "government"),
        ("2022年,大田县水利局高度重视政务公开。我局认真落实。", "大田县水利局", "department"),
        ("2022年,大田县均溪镇人民政府高度重视政务公开。我局认真落实。", "大田县均溪镇人民政府", "government"),
    ],
)
def test_the_government_that_a_bureau_tells_of_is_not_its_agency(said: str, agency: str | None, kind: str) -> None:
    metadata = read(f"本报告由概述等部分组成。\n{said}\n一、总体情况\n")
    assert (metadata.agency, metadata.kind) == (agency, kind)


@pytest.mark.parametrize(
    ("before", "said", "agency"),
    [
        ("", "按照《大田县政府信息公开工作年度报告制度》等要求,做好我局的主动公开。我局公开4条。", None),
        ("", "按照《大田县政府信息公开工作年度报告制度》等要求,做好我镇的主动公开。我镇公开4条。", None),
        ("", "现公布《大田县2023年政府信息公开工作年度报告》,做好我县的主动公开。我县公开4条。", "大田县人民政府"),
        ("", "按照《大田县政府信息公开年度报告管理办法(试行)》等要求,我局公开4条。", None),
        ("", "现公布《大田县水利局2023年政府信息公开工作年度报告》,制度完善。我局公开4条。", "大田县水利局"),
        ("", "按照《大田县水利局政府信息公开指南》,我局公开4条。", "大田县水利局"),
        ("", "按照《大田县均溪镇政府信息公开指南》,我镇公开4条。", "大田县均溪镇人民政府"),
        ("来源:大田县人民政府办公室 时间:2024-01-31\n", "2023年,我镇认真落实条例。我镇公开4条。", None),
        ("来源:大田县人民政府办公室 时间:2024-01-31\n", "2023年,我办认真落实条例。我办公开4条。", "大田县人民政府办公室"),
        ("来源:大田县均溪镇人民政府 时间:2024-01-31\n", "2023年,我镇认真落实条例。我镇公开4条。", "大田县均溪镇人民政府"),
    ],
)
def test_a_government_named_for_its_rules_or_site_is_not_the_agency(before: str, said: str, agency: str | None) -> None:
    assert read(f"{before}一、总体情况\n{said}\n二、主动公开政府信息情况\n").agency == agency


@pytest.mark.parametrize(
    ("named", "kind"),
    [("新港街", "subdistrict_office"), ("新港街道", "subdistrict_office"), ("步行街", None), ("新港街市场", None)],
)
def test_a_street_that_the_gazetteer_has_as_a_subdistrict_is_one(named: str, kind: str | None) -> None:
    metadata = read(f"天津市滨海新区{named}2023年政府信息公开工作年度报告\n一、总体情况\n")
    assert metadata.kind == kind


@pytest.mark.parametrize(
    ("said", "agency", "kind", "level"),
    [
        ("由大田县公安局指挥中心办公室编制。2022年,大田县公安局认真落实。", "大田县公安局", "public_security", "county"),
        ("请联系:大田县公安局指挥中心宣传组,7200000。这是大田县公安局2022年贯彻落实《条例》的举措。", "大田县公安局", "public_security", "county"),
        ("请与大田县水利局信息中心联系(电话:0598-7200000)。2022年,我局认真落实,大田县水利局有网站。", "大田县水利局", "department", "county"),
        ("请与大田县水利局信息中心联系(电话:0598-7200000)。2022年,我中心认真落实。", "大田县水利局信息中心", "public_institution", "county"),
        ("请与大田县水利局信息中心联系(电话:0598-7200000)。", "大田县水利局信息中心", "public_institution", "county"),
        ("请与三元区东郊办事处联系(电话:0598-7200000)。我办认真落实。", "三元区东郊办事处", "subdistrict_office", "township"),
    ],
)  # fmt: skip
def test_a_bureau_stands_behind_its_desk_and_an_office_of_a_district_is_of_its_towns(
    said: str, agency: str, kind: str, level: str
) -> None:
    metadata = read(f"本报告的统计期限为2022年1月1日至12月31日。\n{said}\n一、总体情况\n")
    assert (metadata.agency, metadata.kind, metadata.level) == (agency, kind, level)


def test_a_notice_in_words_that_a_copy_lost_is_no_agency() -> None:
    titles = "大田县水利局2022年政府信息公开工作年度报告\n2022年度政府信息公开工作年度报告编制和发布工作的通知年政府信息公开工作年度报告。\n"
    metadata = read(f"{titles}一、总体情况\n")
    assert (metadata.agency, metadata.title) == ("大田县水利局", "大田县水利局2022年政府信息公开工作年度报告")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("大田县人民政府驻北京办事处", "dispatched_agency"),
        ("三明市驻沪办事处", "dispatched_agency"),
        ("驻马店市西园办事处", "subdistrict_office"),
        ("三元区东郊办事处", "subdistrict_office"),
    ],
)
def test_an_office_in_another_city_is_sent_out(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("span", "year"),
    [
        ("自2015-1-1起至2015-12-31止", 2015),
        ("2015.01.01-2015.12.31", 2015),
        ("2015/1/1至2016/12/31", None),
        ("2015-1-1至2015-6-30", None),
        ("2015-1-10至2015-12-31", None),
    ],
)
def test_a_whole_year_in_figures_is_the_reports(span: str, year: int | None) -> None:
    assert report_year(None, f"本报告由大田县民政局编制。本报告中所列数据的统计期限{span}。\n")[0] == year


@pytest.mark.parametrize(
    ("title", "said", "agency"),
    [
        ("楚雄市鹿城街道", "请与楚雄市人民政府鹿城街道办事处联系", "楚雄市人民政府鹿城街道办事处"),
        ("楚雄市鹿城街道", "报告按楚雄市人民政府鹿城街道工作要求编制", "楚雄市鹿城街道办事处"),
        ("鄂温克旗审计局", "请与鄂温克族自治旗审计局办公室联系", "鄂温克族自治旗审计局"),
        ("鄂温克旗审计局", "报告可在鄂温克族自治旗人民政府网站下载", "鄂温克旗审计局"),
        ("大厂县财政局", "请与大厂回族自治县财政局办公室联系", "大厂回族自治县财政局"),
    ],
)
def test_a_name_has_its_government_and_its_autonomy_where_both_are_printed(title: str, said: str, agency: str) -> None:
    text = f"{title}2020年政府信息公开工作年度报告\n如对本报告有疑问,{said}。\n一、总体情况\n主动公开信息12条。"
    assert read(text).agency == agency


def test_a_branch_of_the_police_is_police() -> None:
    text = "一、总体情况\n2020年,分局推进政务公开。如有疑问,请与池州市公安贵池分局办公室联系(电话:0566-2095002)。"
    assert (read(text).kind, read(text).level) == ("public_security", "county")


BODY = "\n一、总体情况\n我局认真落实《条例》,主动公开信息12条。\n二、主动公开政府信息情况\n"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("本报告由大田县水务局)大田县水利局信息中心编制。", "大田县水利局信息中心"),  # no pattern is made of a name
        ("请联系:三明市人民政府;地址:列东。", None),
        ("监督联系:大田县监察局;电话:1。", None),
        ("请联系:大田县司法局;联系电话:1。", "大田县司法局"),
    ],
)
def test_who_is_reached_fits_who_speaks(said: str, agency: str | None) -> None:
    assert read(f"2022年政府信息公开工作年度报告\n{said}{BODY}").agency == agency


def test_a_town_is_no_bureau_that_it_tells_of() -> None:
    said = "我镇认真落实《条例》,县上统一部署,制定《大田县司法局2022年政务公开工作方案》,公开12条。"
    assert read(f"2022年政府信息公开工作年度报告\n{said}\n一、总体情况\n公开12条。").agency is None


@pytest.mark.parametrize(
    "said", ["(有效期2022.01.01-2022.12.31)", "与上年(2022/1/1-2022/12/31)相比", "检索时间:2024-01-01至2024-12-31"]
)
def test_other_spans_in_figures_are_not_the_period(said: str) -> None:
    assert read(f"大田县民政局政府信息公开工作年度报告\n一、总体情况\n2023年,我局公开12条{said}。").year == 2023


@pytest.mark.parametrize(
    ("name", "level", "kind"),
    [
        ("三明市人民政府上海办事处", "prefectural", None),
        ("广西壮族自治区农垦局柳州办事处", "provincial", None),
        ("确山县驻马街办事处", "township", "subdistrict_office"),
        ("北京市市政市容管理委员会", "provincial", "department"),
        ("北京市东城区城市综合管理委员会", "county", "department"),
        ("天津市市容和园林管理委员会", "provincial", "department"),
        ("北京市天安门地区管理委员会", "provincial", "administrative_committee"),
        ("西安市曲江新区管理委员会", "prefectural", "administrative_committee"),
    ],
)
def test_level_and_kind_of_offices_and_committees(name: str, level: str, kind: str | None) -> None:
    found = read(f"{name}2022年政府信息公开工作年度报告\n一、总体情况\n公开12条。")
    assert found.level == level
    assert found.kind == (kind or found.kind)


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("海关总署(本级机关)", "海关总署"),
        ("湖北省地震局(中国地震局地震研究所)", "湖北省地震局"),
        ("北京市大兴区北京市大兴区发展和改革委员会", "北京市大兴区发展和改革委员会"),
        ("吉林省吉林市财政局", "吉林省吉林市财政局"),
    ],
)
def test_what_is_printed_twice_or_says_of_itself_only_is_left_out(printed: str, agency: str) -> None:
    assert read(f"{printed}2022年政府信息公开工作年度报告\n一、总体情况\n公开12条。").agency == agency


def test_a_government_that_compiles_its_report_keeps_its_name() -> None:
    said = "本报告由大田县人民政府编制。2022年,开展“我局长走流程”活动。"
    assert read(f"政府信息公开工作年度报告\n{said}\n一、总体情况\n公开12条。").kind == "government"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("本年报按照条例要求,根据2023年眉山市司法局信息公开工作实际编制而成。", "眉山市司法局"),
        ("本年报按照条例要求,根据《眉山市司法局关于做好公开工作的通知》编制而成。", None),
        ("在2017年各市政府、省直有关部门政府信息公开年度报告基础上,由山西省人民政府办公厅编制。", "山西省人民政府"),
        ("在2017年各处室政府信息公开年度报告基础上,由山西省人民政府办公厅编制。", "山西省人民政府办公厅"),
    ],
)
def test_who_compiles_from_what(said: str, agency: str | None) -> None:
    assert read(f"政府信息公开工作年度报告\n{said}\n一、总体情况\n公开12条。").agency == agency


def test_question_marks_that_a_copy_has_for_spaces_hide_nothing() -> None:
    text = "特编制《鞍山市政府2019年度政府信息公开工作报告》,面向社会公开。?\n一、总体公开情况?\n(一)主动公开情况?\n公开12条。?\n"
    assert (read(text).agency, read(text).year) == ("鞍山市人民政府", 2019)


def test_a_year_that_has_not_begun_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip of the pen for a year that nobody knows: the title is kept as printed, the year is null and says why."""
    monkeypatch.setattr(dates, "latest_year", lambda: 2026)
    page = (
        "<h1>大田县民政局{}年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>本局主动公开信息12条，收到申请3件，均已答复。</p>"
    )
    later = next(iter(parse_source(Source(page.format(2031).encode(), "a.html", media_type="text/html"))))
    assert isinstance(later, Report)
    assert (later.year, later.report_key, "2031年" in str(later.title)) == (None, None, True)
    assert to_document(later, explain=True)["explain"]["metadata"]["year"] == {"source": "later than today", "confidence": "weak"}
    for year in (2026, 2025, 2012):  # the running year's is early, and none of our business
        assert getattr(next(iter(parse_source(Source(page.format(year).encode(), "a.html")))), "year", None) == year
    assert report_year(None, "统计期限为2013年1月1日至12月31日。计划到2035年建成") == (2013, "period")


def test_a_clock_that_runs_behind_takes_no_year_away(monkeypatch: pytest.MonkeyPatch) -> None:
    class Early(date):
        @classmethod
        def today(cls) -> date:
            return cls(1970, 1, 1)

    class Late(date):
        @classmethod
        def today(cls) -> date:
            return cls(2033, 5, 1)

    monkeypatch.setattr(dates, "date", Early)
    assert dates.latest_year() == 2026
    monkeypatch.setattr(dates, "date", Late)
    assert dates.latest_year() == 2033

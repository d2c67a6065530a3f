"""Are other reports, listed beside a page's own, taken for it?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.indexer.agencies.listings import without_lists
from gongkai.indexer.agencies.metadata import read_metadata
from gongkai.indexer.page import Block, Page, Source

OTHERS = ("金寨县水利局", "金寨县教育和体育局", "霍山县司法局", "舒城县千人桥镇", "霍邱县审计局")
OWN = "裕安区农业农村局"
REPORT = "年政府信息公开工作年度报告"
BODY = f"根据《条例》要求,{OWN}编制本报告。\n一、总体情况\n2023年,我局公开信息20条。\n"


def entries(agencies: list[str], years: list[int], mark: str, dated: bool) -> str:
    days = (f" [{year + 1}-01-1{i}]" if dated else "" for i, year in enumerate(years))
    lines = (f"{mark}{agency}{year}{REPORT}{day}" for agency, year, day in zip(agencies, years, days, strict=True))
    return "".join(f"{line}\n" for line in lines)


lists = st.lists(st.sampled_from(OTHERS), min_size=2, max_size=5, unique=True).flatmap(
    lambda agencies: st.builds(
        entries,
        st.just(agencies),
        st.lists(st.sampled_from([2022, 2023]), min_size=len(agencies), max_size=len(agencies)),
        st.sampled_from(["", "·", "• ", "> "]),
        st.booleans(),
    )
)


def read(text: str) -> tuple[str | None, int | None, str | None, str | None]:
    found = read_metadata(Page(text), Source(b"", "page.html"))
    return found.agency, found.year, found.title, found.place.county


@settings(max_examples=60, deadline=None)
@given(lists, st.sampled_from(["", "相关信息\n", "热点新闻:\n"]))
def test_a_list_above_or_below_the_title_changes_nothing(others: str, header: str) -> None:
    title = f"{OWN}2023{REPORT}\n"
    expected = read(f"{title}发布日期:2024-01-05\n{BODY}")
    assert expected == (OWN, 2023, title.strip(), "裕安区")
    assert read(f"{header}{others}{title}发布日期:2024-01-05\n{BODY}") == expected
    assert read(f"{title}发布日期:2024-01-05\n{header}{others}{BODY}") == expected
    assert read(f"{title}{header}{others}{BODY}") == expected


@settings(max_examples=40, deadline=None)
@given(lists)
def test_a_list_on_a_page_without_a_title_gives_no_agency(others: str) -> None:
    found = read_metadata(Page(f"相关信息\n{others}{BODY}"), Source(b"", "page.html"))
    assert (found.agency, found.year) == (OWN, 2023)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="甲乙县局镇2023年政府信息公开工作度报告。:\n |", max_size=200))
def test_nothing_is_added_and_no_line_is_changed(text: str) -> None:
    kept = without_lists(text, "").split("\n")
    lines = iter(text.split("\n"))
    assert all(line == "" or any(line == other for other in lines) for line in kept)


@pytest.mark.parametrize("years", [(2021, 2022, 2023), (2023, 2022, 2021), (2022, 2023, 2021)])
def test_of_its_own_titles_of_several_years_the_one_that_the_text_speaks_of_counts(years: tuple[int, ...]) -> None:
    listed = entries([OWN] * 3, list(years), "", dated=False)
    assert read(f"{listed}统计期限自2022年1月1日起至2022年12月31日止。\n{BODY.replace('2023', '2022')}")[:2] == (OWN, 2022)


def test_two_spellings_of_one_title_are_no_list() -> None:
    text = f"安徽省六安市{OWN}2023{REPORT}\n{OWN}2023{REPORT}\n{BODY}"
    assert without_lists(text, "") == text


def test_a_heading_tells_the_title_in_a_list() -> None:
    text = "".join(f"{agency}2023{REPORT}\n" for agency in (*OTHERS[:2], "裕安区司法局")) + "一、总体情况\n"
    start = re.search("裕安区", text)
    assert start is not None
    heading = Block(start.start(), text.index("\n", start.start()), "heading")
    assert read_metadata(Page(text, (heading,)), Source(b"", "page.html")).agency == "裕安区司法局"
    assert read(text)[0] is None


CIVIL, JUSTICE, FINANCE = "裕安区民政局", "裕安区司法局", "裕安区财政局"
TOWN = "六安市裕安区城南镇"


@pytest.mark.parametrize(
    ("listed", "body", "agency", "year"),
    [
        ([(CIVIL, 2023), (CIVIL, 2022)], "我局公开信息30条,比2022年增加3条。", CIVIL, 2023),
        ([(CIVIL, 2023), (CIVIL, 2022), (CIVIL, 2021)], "我局公开信息30条,比2022年增加3条。", CIVIL, 2023),
        ([(CIVIL, 2021), (CIVIL, 2022), (CIVIL, 2023)], f"我局公开信息30条。\n{CIVIL}\n2024年1月10日", CIVIL, 2023),
        ([(TOWN, 2023), ("裕安区人民政府", 2023)], "2023年,我镇通过裕安区人民政府网站公开信息。", f"{TOWN}人民政府", 2023),
        ([(CIVIL, 2023), ("六安市民政局", 2023)], "2023年,我局在六安市民政局的指导下开展工作。", CIVIL, 2023),
        ([(CIVIL, 2023), (JUSTICE, 2023), (FINANCE, 2023)], f"我局同{JUSTICE}检查。\n{CIVIL}\n2024年1月10日", CIVIL, 2023),
        ([(CIVIL, 2023), (JUSTICE, 2023), (FINANCE, 2023)], f"本报告由{JUSTICE}编制。", JUSTICE, 2023),
        ([(CIVIL, 2023), (JUSTICE, 2023), (FINANCE, 2023)], f"我局同{JUSTICE}检查,比2022年多。", None, None),
    ],
)
def test_a_mention_is_no_proof(listed: list[tuple[str, int]], body: str, agency: str | None, year: int | None) -> None:
    titles = "".join(f"{name}{of}{REPORT}\n" for name, of in listed)
    assert read(f"{titles}一、总体情况\n{body}\n")[:2] == (agency, year)


@pytest.mark.parametrize(
    ("listed", "label", "agency", "year"),
    [
        ([(TOWN, 2023), ("裕安区人民政府", 2023)], "来源:裕安区人民政府", f"{TOWN}人民政府", 2023),
        ([("裕安区人民政府", 2023), (TOWN, 2023)], "来源:城南镇人民政府", f"{TOWN}人民政府", 2023),
        ([(CIVIL, 2023), (CIVIL, 2022)], "发布日期:2024-01-10", CIVIL, 2023),
    ],
)
def test_labels_below_a_list(listed: list[tuple[str, int]], label: str, agency: str, year: int) -> None:
    titles = "".join(f"{name}{of}{REPORT}\n" for name, of in listed)
    who = "我镇" if TOWN in agency else "我局"
    assert read(f"{titles}{label}\n一、总体情况\n{who}公开信息。\n")[:2] == (agency, year)

"""Places that became others between two years, days on which a page was only changed, corrections without a day: nobody is accused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audit_reports import report
from command_line import answer, run
from made_up import report_text
from test_audit_coverage import index_of

from gongkai.indexer.agencies.told_by_name import told_by_name
from gongkai.indexer.gazetteer.jurisdiction import was_reshaped
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Fault, Report
from gongkai.search.ranking import rank

HANGZHOU = {"province": "浙江省", "city": "杭州市"}
CARRIED = {"requests.carried_forward.total": 3, "requests.carried_over.total": 3}
MORE = {"requests.carried_forward.total": 3, "requests.carried_over.total": 8}


def parsed(text: str) -> Report:
    [found] = parse_source(Source(text.encode(), "page.txt"))
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize(
    ("place", "code", "years", "codes"),
    [
        ("拱墅区", "330105", (2020, 2021), []),  # took in 下城区
        ("余杭区", "330110", (2020, 2021), []),  # of which 临平区 was made
        ("拱墅区", "330105", (2021, 2022), ["Y1"]),
        ("淳安县", "330127", (2022, 2023), ["Y1"]),
    ],
)
@pytest.mark.parametrize("body", ["财政局", "人民政府"])
def test_numbers_do_not_go_on_where_a_place_became_another(
    tmp_path: Path, place: str, code: str, years: tuple[int, int], codes: list[str], body: str
) -> None:
    about: dict[str, Any] = {**HANGZHOU, "county": place, "adcode": code}
    shelf = [
        report(f"{place}{body}", year, figures=numbers, **about) for year, numbers in zip(years, (CARRIED, MORE), strict=True)
    ]
    index = index_of(tmp_path, shelf)
    found = answer("check", "--across", "years", "--index", index, status=1 if codes else 0)
    assert [line["code"] for line in found["findings"]] == codes
    assert found["across"]["Y1"]["assessed"] == len(codes)


def test_towns_go_on_where_their_county_became_another(tmp_path: Path) -> None:
    about: dict[str, Any] = {**HANGZHOU, "county": "拱墅区", "adcode": "330105", "town": "半山镇", "level": "township"}
    shelf = [report("半山镇人民政府", year, figures=numbers, **about) for year, numbers in ((2020, CARRIED), (2021, MORE))]
    index = index_of(tmp_path, shelf)
    assert [line["code"] for line in answer("check", "--across", "years", "--index", index, status=1)["findings"]] == ["Y1"]


def test_which_places_became_others() -> None:
    assert was_reshaped("330105", 2021)
    assert was_reshaped("370100", 2019)  # 济南市 took in 莱芜市
    assert not was_reshaped("330105", 2020)
    assert not was_reshaped("500153", 2015)  # 荣昌县 is called 荣昌区 since
    assert not was_reshaped("999999", 2021)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("更新时间：2024-05-06", Fault.UNDECIDED),
        ("更新日期：2024年5月6日", Fault.UNDECIDED),
        ("发布时间：2024-05-06", Fault.SOURCE_ERROR),
        ("更新时间：2024-05-06 发布日期：2024-05-06", Fault.SOURCE_ERROR),
        ("更新时间：2024-05-06 公开日期：2024-01-06", None),
    ],
)
def test_a_page_that_was_changed_late_may_have_been_out_in_time(tmp_path: Path, line: str, fault: Fault | None) -> None:
    head = f"白银区财政局2023年政府信息公开工作年度报告\n{line}"
    page = tmp_path / "page.txt"
    page.write_text(report_text({}, head=head), encoding="utf-8")
    late = [one for one in parsed(page.read_text(encoding="utf-8")).findings if one.code == "D2"]
    assert [one.fault for one in late] == ([fault] if fault else [])
    run("index", page, "--index", tmp_path / "index")
    rules = tmp_path / "rules.csv"
    rules.write_text("adcode,due\n62,01-20\n", encoding="utf-8")
    for options in ((), ("--deadlines", rules)):
        [cell] = answer("coverage", "--index", tmp_path / "index", "--year", "2023", *options)["cells"]
        if fault is Fault.UNDECIDED:
            assert (cell["state"], cell["unknown"], cell["days_late"]) == ("published", "date", None)
        else:
            assert (cell["state"], "unknown" in cell) == ("late" if fault else "published", False)
        result = answer("check", "--index", tmp_path / "index", "--finding", "D2", *options, status=None)
        assert [one["fault"] for one in result["findings"]] == ([fault.value] if fault else [])


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("统计期限自2022年1月1日起，至2022年12月31日止。2023年，本局依法推进公开。", Fault.SOURCE_ERROR),
        ("数据统计期限为2022年1月1日至12月31日。2022年，本局依法推进公开。", Fault.UNDECIDED),  # nobody knows the year
    ],
)
def test_a_period_of_another_year_than_the_title_is_found(sentence: str, fault: Fault) -> None:
    found = parsed(report_text({}, {1: sentence}))
    assert [one.fault for one in found.findings if one.code == "D3"] == [fault]
    assert (found.year is None) == (fault is Fault.UNDECIDED)


def test_a_correction_without_a_day_is_current() -> None:
    first = report("白银区财政局", 2022)
    correction = {**first, "id": "00000000", "published": None, "title": f"{first['title']}（更正）"}
    assert rank(correction) > rank(first)
    assert rank({**first, "published": None}) < rank(first)


def test_a_correction_without_a_day_is_the_version_shown(tmp_path: Path) -> None:
    first = report("白银区财政局", 2022)
    second = report("白银区财政局", 2022, 2, published=None, title=f"{first['title']}（更正）")
    [cell] = answer("coverage", "--index", index_of(tmp_path, [second, first]), "--year", "2022")["cells"]
    assert (cell["id"], cell["state"], cell["first_published"]) == (second["id"], "republished", first["published"])


@pytest.mark.parametrize(
    ("names", "same"),
    [
        ("任县 邢台市任县 任县人民政府 任泽区 邢台市任泽区人民政府", "130505/-/人民政府"),
        ("任县财政局 邢台市任县财政局 任泽区财政局", "130505/-/财政局"),
        ("赣县区 赣县 赣州市赣县区人民政府", "360704/-/人民政府"),
        ("赣县区财政局 赣县财政局", "360704/-/财政局"),
    ],
)
def test_a_place_once_of_two_characters_is_one_with_what_it_became(names: str, same: str) -> None:
    assert {told_by_name(name).agency_id for name in names.split()} == {same}

"""A place that another took in during the year of the report, or that its namesakes elsewhere outlived."""

from __future__ import annotations

import pytest
from made_up import read, report_text


@pytest.mark.parametrize(
    ("agency", "year", "adcode", "county", "identity"),
    [
        ("莱芜市人民政府", 2018, "371200", None, "371200/-/人民政府"),
        ("莱芜市财政局", 2018, "371200", None, "371200/-/财政局"),
        ("山东省莱芜市财政局", 2017, "371200", None, "371200/-/财政局"),
        ("上海市闸北区财政局", 2015, "310108", "闸北区", "310108/-/财政局"),
        ("石家庄市桥东区人民政府", 2014, "130103", "桥东区", "130103/-/人民政府"),
        ("保定市新市区财政局", 2015, "130602", "竞秀区", "130602/-/财政局"),
        ("抚州市东乡县财政局", 2016, "361003", "东乡区", "361003/-/财政局"),
        ("巢湖市人民政府", 2011, "340181", "巢湖市", "340181/-/人民政府"),
        ("东城区财政局", 2010, "110101", "东城区", "110101/-/财政局"),
        ("济南市财政局", 2018, "370100", None, "370100/-/财政局"),
    ],
)
def test_a_place_by_its_own_name_in_the_year_of_its_end(
    agency: str, year: int, adcode: str | None, county: str | None, identity: str
) -> None:
    report = read(report_text({}, {1: "本单位依法推进公开。"}, head=f"{agency}{year}年政府信息公开工作年度报告"))
    assert (report.place.adcode, report.place.county, report.agency_id) == (adcode, county, identity)

"""Who reports, and where, on pages that say it by the way? Each rule with what it must leave alone."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from gongkai.indexer.metadata import Metadata, read_metadata
from gongkai.indexer.page import Page, Source


def read(text: str, url: str | None = None) -> Metadata:
    return read_metadata(Page(text=text), Source(b"", "page.html", url=url))


def where(found: Metadata) -> str:
    return "/".join(part for part in (found.place.province, found.place.city, found.place.county) if part)


PROSE = "一、概述\n我市各級部門落實條例,公開信息。\n二、公開情況\n全市公開12條。\n"


@pytest.mark.parametrize(
    ("step", "agency", "year"),
    [
        ("三明市2013年政府信息公開工作年度報告", "三明市人民政府", 2013),
        ("大田縣審計局2013年政府信息公開工作年度報告", "大田县审计局", 2013),
        ("政府信息公开年度报告", None, None),  # a column of the site
        ("三明市政府信息公开年报", None, None),
    ],
)
def test_a_mirror_keeps_the_title_in_the_address(step: str, agency: str | None, year: int | None) -> None:
    found = read(PROSE, f"https://wiki.example.com/wiki/{quote(step)}/6341")
    assert (found.agency, found.year, found.title) == (agency, year, None)


def test_a_printed_title_and_a_body_that_speaks_stand_before_the_address() -> None:
    url = f"https://wiki.example.com/{quote('三明市2013年政府信息公开工作年度报告')}"
    assert read(f"大田县审计局2013年政府信息公开工作年度报告\n{PROSE}", url).agency == "大田县审计局"
    assert read("一、概述\n2013年,我局落实条例。\n二、公开情况\n公开12条。\n", url).agency is None
    assert read(f"2012年政府信息公开工作年度报告\n{PROSE}", url).agency is None  # another year's

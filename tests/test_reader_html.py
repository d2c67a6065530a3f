"""Does the HTML reader see what a person sees?"""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.readers.html import read_html

PAGE = "<html><body><p>政府{0}信息</p><table><tr><td>收到{0}申请</td><td>{0}12{0}</td><td>{0}</td></tr></table></body></html>"
SEEN = PAGE.format("")


def text(page: str) -> str:
    return read_html(Source(page.encode(), "a.html")).text


@pytest.mark.parametrize(
    "written",
    [
        *("\u200b", "\u200c", "\u200e", "\u00ad", "\ufeff", "\u2060", "\u202c", "\u2069"),
        *("&#8203;", "&#65279;", "&#xFEFF;", "&#x200B;", "&#X200b;", "&#0008203;", "&zwnj;", "&zwj;", "&shy;", "&lrm;", "&rlm;"),
        *("&ZeroWidthSpace;", "&NoBreak;", "&#8288;", "&#173;", "&#8203;&#8203;\u200b&shy;"),
    ],
)
def test_what_nobody_sees_is_not_there(written: str) -> None:
    assert text(PAGE.format(written)) == text(SEEN)


@pytest.mark.parametrize(
    ("written", "read"), [("&#19968;", "一"), ("&#x4E00;", "一"), ("&lt;", "<"), ("&amp;#8203;", "&#8203;"), ("&shyly;", "ly;")]
)
def test_other_entities_stay(written: str, read: str) -> None:
    assert text(f"<html><body><p>政府{written}信息</p></body></html>").strip() == f"政府{read}信息"


def test_a_space_written_as_an_entity_is_a_space() -> None:
    assert text(PAGE.format("&#160;")).split() == ["政府", "信息", "收到", "申请", "|", "12", "|"]

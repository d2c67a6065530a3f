"""Which title has a report whose page prints none? That in its address, where a mirror keeps it, or in the name of its file.

And which body is named around a title that names none: behind it, in brackets before it, on the way through the site?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from gongkai.indexer.agencies.candidates import Candidate, candidate
from gongkai.indexer.agencies.told_of import OF_WHOLE_PLACE, may_speak
from gongkai.indexer.agencies.wholes.whole_place import PLACE_SUBJECT
from gongkai.indexer.dates.dates import year_in_title
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY
from gongkai.indexer.names.desks import speaks_as_body
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.plain_text import plain
from gongkai.indexer.page import Source
from gongkai.indexer.titles.titles import Title, find_title

__all__ = ["named_around_title", "title_outside"]

_EXTENSION = expression(r"\.[A-Za-z0-9]{1,5}$")
_HAN_WORDS = expression(r"[\u3400-\u9fff]{4}")

_AROUND = 400  # characters in which a title stands, and the way to it
# 2023年政府信息公开工作年度报告-甲市教育局, 2023年…年度报告(甲市教育局)
_BEHIND = expression(rf"(?:年度报告|年报)[ \t]*(?:[-—–_]+[ \t]*|\()({AGENCY})\)?[ \t|]*(?=\n|$)")
_BRACKETED = expression(rf"(?:^|\n)[ \t]*[\[【〔]({AGENCY})[\]】〕](?=[ \t]*20\d\d年)")
# 当前位置:首页 > 政府信息公开 > 甲市教育局 > 政府信息公开年报
_WAY = expression(r"(?:位置|首页)[^\n。]{0,8}?[>»→›][^\n。]{2,120}")
_STEP = expression(rf"[>»→›][ \t]*({AGENCY})(?=[ \t]*[>»→›])")
_SITES = ("government", "government_office")


def named_around_title(head: str) -> Iterator[Candidate]:
    """Yield the bodies behind a title, in brackets before it, and the last on the way to it, which may be the site's government."""
    for weight, pattern in ((6, _BEHIND), (8, _BRACKETED)):
        for found in pattern.finditer(head, 0, _AROUND):
            whole = kind_of(found[1]) == "government" and pattern is _BEHIND and not read_name(found[1], None, gazetteer()).town
            whole = whole and not _speaks_as(found[1], head)
            yield from candidate(found[1], weight, "line") if not whole and may_speak(found[1], head) else ()
    steps = [step for way in _WAY.finditer(head, 0, _AROUND) for step in _STEP.findall(way[0])]
    last = steps[-1] if steps else ""
    town = read_name(last, None, gazetteer()).town if last else None
    told = OF_WHOLE_PLACE.search(head) or (not town and PLACE_SUBJECT.search(head))
    own = (town or kind_of(last) not in _SITES) and not told and may_speak(last, head)
    if last and (own or _speaks_as(last, head)):
        yield from candidate(last, 4, "way")


def _speaks_as(name: str, head: str) -> bool:
    """Tell whether a page speaks as the county whose government the name is, 我县, and as no body; 我市 may be in the city of that name."""
    county = name.removesuffix("人民政府")[-1]
    whole = name.endswith("人民政府") and county in "县区旗" and re.search(f"[我全]{county}(?!域)", head) is not None
    return whole and not speaks_as_body(head)


def title_outside(printed: Title | None, source: Source, url: str | None, head: str) -> Title | None:
    """Return the printed title, with the agency of that in the address where it names none; else that in the file's name."""
    if printed and printed.agency:
        return printed
    addressed = _in_address(url or "", head)
    if printed is None:
        return addressed or _in_name(source)
    same = addressed and year_in_title(printed.text) in (None, year_in_title(addressed.text))
    return Title(printed.text, addressed.agency, addressed.source) if addressed and same else printed


def _in_address(url: str, head: str) -> Title | None:
    """Return the title that is a step of the address: /wiki/甲市2016年度政府信息公开工作报告/63.

    A step without a year is a column of the site, and a place alone is no name of a body that speaks: 我局.
    """
    if "%" not in url and url.isascii():
        return None
    try:
        steps = unquote(urlsplit(url).path).split("/")
    except ValueError:
        return None
    for step in reversed(steps):
        words = _EXTENSION.sub("", step)
        found = find_title(plain(words), words, {}, None) if _HAN_WORDS.search(words) else None
        if found and found.agency and year_in_title(found.text) is not None:
            name = read_name(found.agency, None, gazetteer())
            place_alone = bool(name.places) and not (name.body or name.town or name.zone)
            return None if place_alone and speaks_as_body(head) else Title(found.text, found.agency, "address")
    return None


def _in_name(source: Source) -> Title | None:
    """Return the title that a file is called by, for agency and year only."""
    stem = _EXTENSION.sub("", re.split(r"[/\\!]", source.title or source.origin)[-1])
    found = find_title(plain(stem), stem, {}, None) if _HAN_WORDS.search(stem) else None
    return Title(found.text, found.agency, "file name") if found else None

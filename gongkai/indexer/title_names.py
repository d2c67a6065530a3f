"""What is the name in full behind the short one in a title? 甲办 by what the text calls so, 甲系统 by its bureau, 辽宁 by its place."""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.indexer.desks import HAN
from gongkai.indexer.gazetteer import gazetteer
from gongkai.indexer.kinds import kind_of
from gongkai.indexer.names import read_name
from gongkai.indexer.titles import Title

__all__ = ["named_in_full"]

_SYSTEM = re.compile("(?:系统|部门)$")


def named_in_full(title: Title | None, head: str) -> Title | None:
    """Return the title with its agency in full; with none where it names a place by its short name that the page does not spell out."""
    if title is None or not title.agency:
        return title
    agency = title.agency
    if longer := _called(agency, head):
        return replace(title, agency=longer)
    bureau = _SYSTEM.sub("局", agency)
    if (
        bureau != agency
        and re.search(rf"{re.escape(bureau)}(?![{HAN}]{{0,4}}局)", head)
        and read_name(bureau, None, gazetteer()).places
    ):
        return replace(title, agency=bureau)
    if agency in gazetteer().stems and agency not in gazetteer().names:
        return replace(title, agency=_place(agency, head))
    return title


def _called(short: str, head: str) -> str:
    """Return the body that the page says it calls so: 甲省乙规划建设管理办公室(以下简称甲省乙办); empty: none."""
    for said in re.finditer(rf"([{HAN}]{{6,40}})\((?:以下)?[简下统]称:?[\u201c\x22]?{re.escape(short)}[\u201d\x22]?\)", head):
        starts = (said[1][start:] for start in range(len(said[1]) - len(short)))
        body = next((name for name in starts if read_name(name, None, gazetteer()).places and kind_of(name)), "")
        if body:
            return body
    return ""


def _place(stem: str, head: str) -> str:
    """Return the one place of this stem that the page prints in full; empty: none or several."""
    printed = {unit.name for unit in gazetteer().stems[stem] if unit.name in head}
    return printed.pop() if len(printed) == 1 else ""

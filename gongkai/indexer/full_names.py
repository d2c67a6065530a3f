"""Which of the names that a page states is a short one's in full? 县发改委 is 怀宁县发展和改革委员会."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.indexer.gazetteer import gazetteer
from gongkai.indexer.kinds import kind_of
from gongkai.indexer.names import Name, read_name
from gongkai.indexer.stated import Candidate
from gongkai.mappings.agencies import body_of

__all__ = ["spelled_longer", "spelled_out"]

_LEVELS = "省市县区旗州盟"  # 县财政局 is a county's


def spelled_out(short: Name, stated: Iterable[Candidate], year: int | None) -> Name | None:
    """Return the one agency with its place that is stated and that the short name is a spelling of.

    县发改委 is 怀宁县发展和改革委员会, and no body of a city or a province.
    """
    body = body_of(short.text)
    own = "" if body.startswith(short.text[0]) else short.text[0]  # 县, but not the 市 of 市场
    alike = [name for name in _named(stated, year) if name.printed and body_of(name.text, name.printed) == body]
    if any(name.body == short.text for name in alike):
        return None  # 甲市环境保护局 is named as well as 甲市环保局
    alike = [name for name in alike if name.printed[-1].endswith(own if own in _LEVELS else "")]
    one = len({name.places[-1] for name in alike}) == 1
    return max(alike, key=lambda name: len(name.text)) if one else None


def spelled_longer(name: Name, stated: Iterable[Candidate], year: int | None) -> Name:
    """Return the longest spelling of a department of this place that is stated: 甲市工信委 is 甲市工业和信息化委员会."""
    if not name.printed or name.town or name.zone or kind_of(name.text) != "department":
        return name
    body = body_of(name.text, name.printed)
    alike = [
        other
        for other in _named(stated, year)
        if other.places and other.places[-1] == name.places[-1] and body_of(other.text, other.printed) == body
    ]
    return max([name, *alike], key=lambda other: len(other.body))


def _named(stated: Iterable[Candidate], year: int | None) -> list[Name]:
    return [read_name(candidate.name, year, gazetteer()) for candidate in stated]

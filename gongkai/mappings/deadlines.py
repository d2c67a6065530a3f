"""By which day must a report be out? Article 49 of the Regulations, and local rules as data.

The Regulations of 2007 (article 31): every agency by 31 March. Those of 2019 (article 49): departments by 31 January,
governments by 31 March. Towns are not named there; unless a local rule names them, nobody can say that they are late.
Nor are the committees of zones (管委会), which a government sends out: by 31 March they are late whichever of the two they are, of
a city or of its district.
Nor are institutions, companies, courts and societies: they are no departments of a government, and no day of it holds for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

__all__ = ["NATIONAL", "Deadline", "due", "is_early", "local_rule", "may_be_moved", "undetermined"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """Agencies of these levels and kinds at places whose code begins with `adcode` publish by `day` of the next year.

    No levels or kinds: every one. `first` and `last` are years that reports cover.
    """

    month: int
    day: int
    levels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    adcode: str = ""
    first: int = 2008
    last: int = 9999
    source: str = ""

    def covers(self, year: int, level: str | None, kind: str | None, adcode: str | None) -> bool:
        """Tell whether the rule is one for such a report; one for departments is for those of kinds of their own, the police, taxes."""
        return (
            self.first <= year <= self.last
            and (not self.levels or level in self.levels)
            and (not self.kinds or kind in self.kinds or ("department" in self.kinds and kind in _OF_A_PLACE))
            and (adcode or "").startswith(self.adcode)
        )


_LEVELS = frozenset(("provincial", "prefectural", "county"))
_COMMITTEE = "administrative_committee"
_GOVERNMENTS = frozenset(("government", "government_office", _COMMITTEE))
_DEPARTMENTS = frozenset(
    (
        *("department", "public_security", "tax", "customs", "maritime"),
        *("meteorology", "postal", "survey_team", "central_department"),
    )
)
"""Those of governments, also where the ministry and not the place leads them."""
_OF_A_PLACE = _DEPARTMENTS - {"central_department"}  # whom a local rule on departments is for
_FIRST_OF_ARTICLE_49 = 2019
_OLD, _NEW = "《条例》（2007年）第三十一条", "《条例》（2019年）第四十九条"
NATIONAL: tuple[Deadline, ...] = (
    Deadline(3, 31, last=_FIRST_OF_ARTICLE_49 - 1, source=_OLD),
    Deadline(3, 31, _LEVELS, _GOVERNMENTS, first=_FIRST_OF_ARTICLE_49, source=_NEW),
    Deadline(1, 31, _LEVELS, _DEPARTMENTS, first=_FIRST_OF_ARTICLE_49, source=_NEW),
)


def due(
    year: int, level: str | None, kind: str | None, adcode: str | None = None, *, local: Iterable[Deadline] = ()
) -> date | None:
    """Return the last day for the report on `year`; null when no rule names such an agency."""
    if kind is None and year >= _FIRST_OF_ARTICLE_49:
        return None
    rule = local_rule(year, level, kind, adcode, local)
    return date(year + 1, rule.month, rule.day) if rule else _national(year, level or _level_of_a_zone(kind, adcode), kind)


def is_early(published: str | None, year: int) -> bool:
    """Tell whether an ISO date is one on which the year of a report was not over (D1): it is perhaps the year in which that was written."""
    return published is not None and published < f"{year}-12-31"


def may_be_moved(published: str, last: date) -> bool:
    """Tell whether an ISO date is so late that it may be another's: a page moved to another site bears the day on which it was moved."""
    return published > last.replace(year=last.year + 1).isoformat()


def local_rule(year: int, level: str | None, kind: str | None, adcode: str | None, local: Iterable[Deadline]) -> Deadline | None:
    """Return the local rule that goes before the national ones; null where none holds.

    It is the one with the longest code; of those one that names the kind before one for all departments.
    """
    rules = [rule for rule in local if rule.covers(year, level, kind, adcode)]
    return min(rules, key=lambda rule: (-len(rule.adcode), bool(rule.kinds) and kind not in rule.kinds), default=None)


def _level_of_a_zone(kind: str | None, adcode: str | None) -> str | None:
    """Return a level of those that article 49 names for a zone in a known place: it is the city's or its district's, nobody knows which."""
    return "county" if kind == _COMMITTEE and adcode else None


def undetermined(year: int, level: str | None, kind: str | None) -> str | None:
    """Return what leaves an agency without a day of article 49: its level or kind is not known, or no rule is for its kind.

    Nothing for towns: the article names none, and that is certain.
    """
    if year < _FIRST_OF_ARTICLE_49:
        return None
    if kind is None or level is None:
        return "kind" if kind is None else "level"
    return "rule" if level in _LEVELS and _national(year, level, kind) is None else None


@lru_cache(maxsize=4096)
def _national(year: int, level: str | None, kind: str | None) -> date | None:
    rule = next((rule for rule in NATIONAL if rule.covers(year, level, kind, None)), None)
    return date(year + 1, rule.month, rule.day) if rule else None

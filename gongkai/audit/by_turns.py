"""Which of the names that one agency or town had by turns did it have last?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

__all__ = ["last_by_turns"]


def last_by_turns(names: Mapping[str, Collection[int]]) -> str | None:
    """Return the name with the latest report, of names and the different years of their reports; null where two have one year: they are two.

    A report without a year may be of any: it leaves the names one.
    """
    if max(Counter(year for years in names.values() for year in years).values(), default=0) > 1:
        return None
    return max(names, key=lambda name: max(names[name], default=0))

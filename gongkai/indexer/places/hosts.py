"""Where do the reports of a host sit? What confident reports show helps the weak ones of the same site.

A page that says only 我镇 tells its place by nothing but its address; the other reports of that site often agree on
one. The index is the memory: what was indexed before counts as much as what the same run has read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice, takewhile
from urllib.parse import urlsplit

from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.report import Report

__all__ = ["HostMemory", "government_host", "weak_host"]

_ENOUGH = 2  # reports that must agree
_LOOKED_AT = 2_000  # reports of one host


def government_host(url: str | None) -> str | None:
    """Return the host of a government's site; null for all others: copies on foreign hosts say nothing of the place."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    return host if host.endswith(".gov.cn") else None


def weak_host(report: Report) -> str | None:
    """Return the host that might tell where a report sits whose place is not known down to its level; else null."""
    place, level = report.place, report.level
    is_placed = place.adcode and (place.county or place.zone or level not in ("county", "township", None))
    return None if is_placed or level == "national" else government_host(report.url)


class HostMemory:
    """Remembers for the time of one run what an index says of hosts; `places_on` yields the codes that it has for one."""

    def __init__(self, places_on: Callable[[str], Iterable[str]]) -> None:
        self._places_on = places_on
        self._known: dict[str, str | None] = {}

    def recall(self, host: str) -> str | None:
        """Return the code of the lowest place that the reports of the host share; null for none or too few."""
        if host not in self._known:
            self._known[host] = _shared(islice(self._places_on(host), _LOOKED_AT))
        return self._known[host]


def _shared(codes: Iterable[str]) -> str | None:
    table = gazetteer()
    units = filter(None, (table.at(code, None) for code in codes))
    chains = [[above.code for above in table.chain(unit, None)] for unit in units]
    if len(chains) < _ENOUGH:
        return None
    shared = [level[0] for level in takewhile(lambda level: len(set(level)) == 1, zip(*chains, strict=False))]
    return shared[-1] if shared else None

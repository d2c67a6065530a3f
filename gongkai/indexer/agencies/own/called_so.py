"""May a body of this name call itself as the page does? 我局 is a 局."""

from __future__ import annotations

import re

from gongkai.indexer.agencies.told_of import may_speak
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.names import read_name
from gongkai.indexer.places.called_after import called_after

__all__ = ["called_so", "may_be", "town_at_end"]

# How the name of a body ends that calls itself so.
_CALLED = {"局": "局", "委": "委(?:员会)?", "厅": "厅", "院": "院", "中心": "中心", "处": "处"}
_CALLED |= {town: f"{town}(?:人民政府|政府|办事处|办)?" for town in ("镇", "乡", "苏木")}


def may_be(name: str, said: re.Match[str] | None, head: str) -> bool:
    """Tell whether a body of this name calls itself so: 我局 is a 局."""
    placed = read_name(name, None, gazetteer()).places or town_at_end(name) or len(called_after(name, head, 2, None)) == 1
    column = "政府网" in name  # of a government's site: 完善甲区人民政府网区旅游局专栏
    return not column and called_so(name, said[1] if said else "") and may_speak(name, head) and bool(placed)


def called_so(name: str, said: str) -> bool:
    """Tell whether the name ends as a body's that calls itself so; of a street, any name."""
    end = _CALLED.get(said, "")
    return not end or re.search(f"{end}$", name) is not None


def town_at_end(run: str) -> str:
    """Return the longest end of the run that is the name of a town; empty: none."""
    ends = (run[start:] for start in range(len(run) - 1))
    return next((end for end in ends if end in gazetteer().towns), "")

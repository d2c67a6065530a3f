"""Which of the documents that share a report key is the current one?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from gongkai.mappings.too_late import is_correction

__all__ = ["rank"]

_LAST = date.max.toordinal()
_MOST = 255  # figures that count
_HEX = re.compile(r"[0-9a-f]{8}")


def rank(document: Mapping[str, Any]) -> int:
    """Return the document's rank among those of its report key; the highest is current.

    The later publication goes first (an unknown day is the earliest of all, that of a correction the last: it came
    behind what it corrects), then a title that calls itself a correction, then the greater number of figures that have
    a value, then the greater id. One positive integer of 63 bits: 22 bits of the day, 1 of the correction, 8 of the
    figures, 32 of the id, so that every engine can keep and compare it as one number.
    """
    figures = list((document.get("figures") or {}).values())
    corrects = is_correction(document.get("title"))
    complete = min(len(figures) - figures.count(None), _MOST)
    day = _day(document.get("published")) or (_LAST if corrects else 0)
    return day << 41 | corrects << 40 | complete << 32 | _tie(str(document["id"]))


def _day(published: object) -> int:
    try:
        return date.fromisoformat(str(published)).toordinal()
    except ValueError:
        return 0


def _tie(id: str) -> int:
    if _HEX.match(id):
        return int(id[:8], 16)
    return int.from_bytes(id.encode("utf-8", "replace")[:4].ljust(4, b"\0"))

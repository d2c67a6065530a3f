"""In which text are names read, and where do they stand in it? No readings, no 和 that joins, names of places left whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import fold

__all__ = ["READING", "occurrences", "plain", "without_conjunction", "without_readings"]

# Characters that names of places keep in simplified script (乾县, 於潜镇) and that folding would replace.
_KEPT = expression("[乾濛么塚磑抬於氾洩瀂鮜鷺]")
_TRADITIONAL = expression("[條關發開務報書會]")


def plain(text: str, folded: str | None = None) -> str:
    """Return the text folded one to one, names of places left whole unless the text is in traditional script."""
    folded = fold(text) if folded is None else folded
    if not _KEPT.search(text) or len(_TRADITIONAL.findall(text)) > 2:
        return folded
    chars = list(folded)
    for kept in _KEPT.finditer(text):
        chars[kept.start()] = kept[0]
    return "".join(chars)


_SOUND = r"[a-zü\u00e0-\u01dc\u0250-\u02af\u1e00-\u1eff]{1,8}[))]"
READING = expression(rf"[((](?<=[\u3400-\u9fff].){_SOUND}(?:[((]{_SOUND})*")
_TONES = "\u00e0\u00e8\u00ec\u00f3\u00f9\u016b"  # à, è, ì, ó, ù, ū: one of them is in any text with readings


def without_readings(text: str) -> str:
    """Return the text without the readings that copies in traditional script have after characters: 區(qū)."""
    return READING.sub("", text) if any(tone in text for tone in _TONES) else text


def occurrences(words: str, text: str) -> Iterator[int]:
    """Yield where the words stand in the text: an expression made for them takes longer to make than to look for."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


_AND_COUNTY = expression(r"(?<=[省市级厅局办委府)》\u201d])和县(?=委|(?:人民)?政府)")
_COUNTY_OF_AND = expression(r"(?:^|[\s:>|])和县|安徽|马鞍山|巢湖", re.MULTILINE)


def without_conjunction(text: str) -> str:
    """Return the text with a sign for the 和 of 省和县政府, which is no 和县 unless the page names that county or where it lies."""
    return _AND_COUNTY.sub("、县", text) if "和县" in text and not _COUNTY_OF_AND.search(text) else text

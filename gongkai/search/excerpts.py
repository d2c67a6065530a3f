"""Which part of a text decides about its snippet? Found on the printed characters, before anything is normalised.

Normalising a section takes longer than the cluster takes to find it. Phrases of Han alone, nearly all of them, are
found as printed: only white space and what has no width may stand between their characters, unless the text holds
characters that normalising makes such Han of; then the whole text decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gongkai.search.query import Near, Phrase

__all__ = ["BECOMES_HAN", "excerpt_of"]

_HAN = "\u4e00-\u9fff"
_BETWEEN = "[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff]*"
BECOMES_HAN = "\u2e80-\u2fdf\u3038-\u303a\u3190-\u33ff\uf900-\ufaff\U0001f200-\U0001f2ff\U0002f800-\U0002fa1f"
"""Characters that NFKC makes Han of, and their neighbours: the inside of a class of `re`."""
_STRANGE = re.compile(f"[{BECOMES_HAN}]")
_PLAIN = re.compile(f"[{_HAN}]+")


def excerpt_of(text: str, wanted: Sequence[Phrase | Near], context: int) -> tuple[int, int] | None:
    """Return where the part begins and ends that holds all phrases and `context` normalised characters on both sides.

    Null when the text holds none. It is cut only between two Han, where nothing merges and no white space lies.
    """
    phrases = [one.text for one in wanted if isinstance(one, Phrase) and _PLAIN.fullmatch(one.text)]
    if len(phrases) < len(wanted) or _STRANGE.search(text):
        return 0, len(text)
    spots = [match.span() for phrase in phrases for match in _printed(phrase).finditer(text)]
    if not spots:
        return None
    first, last = min(start for start, _ in spots), max(end for _, end in spots)
    return _begin(text, first, context), _end(text, last, context)


@lru_cache(64)
def _printed(phrase: str) -> re.Pattern[str]:
    return re.compile(_BETWEEN.join(phrase))


def _begin(text: str, at: int, context: int) -> int:
    return at - _end(text[:at][::-1], 0, context)


def _end(text: str, at: int, context: int) -> int:
    """Return the first place between two Han with `context` of them before it, counted from the Han that ends at `at`."""
    found = _up_to(context).match(text, at)
    return found.end() if found else len(text)


@lru_cache(64)
def _up_to(context: int) -> re.Pattern[str]:
    return re.compile(rf"(?:[^{_HAN}]*[{_HAN}]){{{context},}}?(?=[{_HAN}])")

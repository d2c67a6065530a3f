"""How is text compared? The one normalisation that index, query and highlight share.

Normalised is: zero-width characters dropped, NFKC, ASCII letters lower-cased, white space beside a Han
character and soft line wraps removed, every other run of white space one space, none at the ends. A soft
wrap is a single line break that does not stand between two ASCII letters or digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["HAN", "normalise", "normalise_all", "normalise_with_offsets", "storable"]

# Unicode script Han (Scripts.txt), which has no class in `re`.
HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufa6d\ufa70-\ufad9\U00016fe2\U00016fe3\U00016ff0\U00016ff1\U00020000-\U0002fa1d\U00030000-\U000323af"
)

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DROPPED = dict.fromkeys(map(ord, _ZERO_WIDTH))
_SPACES = re.compile(r"\s+")
# What a Chinese page is full of and what NFKC makes of it: none of these merges with what follows, and replacing
# them first spares nearly every text the slow path of NFKC (30× on the sections of a report).
_WIDE = tuple((char, unicodedata.normalize("NFKC", char)) for char in "，：；（）！？％\u3000\xa0")
_IS_HAN = re.compile(f"[{HAN}]")
_AMONG_ASCII = re.compile(" (?<=[!-~] )(?=[!-~])")
_BESIDE_HAN = rf"\s(?<!\s\s)(?:(?<=[{HAN}]\s)\s*|\s*+(?=[{HAN}]))"
# A character that never merges with the one before it, and all that might merge into it.
_SELF = rf"\0-\xac\xae-\u02ff\u2000-\u200a\u200e-\u205f\u2061-\u206f\u3000-\u3029\u3030-\u303f\u30a0-\u30ff\uff00-\uff65{HAN}"
_CLUSTER = rf".[^{_SELF}]*"
# Characters that NFKC leaves as they are or makes one other of, where nothing follows that might merge: nearly all of
# a page is runs of them, and a run is folded as a whole.
_ONE = "\t\n\r !-~\u2014\u2018-\u201d\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e"
_STRETCH = rf"(?P<one>[{_ONE}]+(?![^{_SELF}]))|{_CLUSTER}"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile on first use: classes of so many ranges take longer than the start of a command."""
    return re.compile(pattern, re.DOTALL)


def normalise(text: str) -> str:
    """Return `text` as index and query compare it. Idempotent."""
    for char in _ZERO_WIDTH:
        text = text.replace(char, "")
    for wide, plain in _WIDE:
        text = text.replace(wide, plain)
    text = _without_spaces(_folded(unicodedata.normalize("NFKC", text)))
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


# What is no mark, of one character before and after: all that a page is made of, nearly always.
_IN_TABLE = (
    *(range(0x20, 0x7F), range(0xAE, 0x100), range(0x2010, 0x2060), range(0x2100, 0x2800), range(0x3000, 0x302A)),
    *(range(0x3200, 0x3400), range(0xFF01, 0xFF66)),
)
_HAN_AS_IT_IS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
_SPACES_IN_TABLE = "\t\n\r \u3000\xa0"
_BLANK, _NEITHER = ord(" "), 0xFFFF  # in the table: what only `normalise` knows
_END = "\0"


def normalise_all(texts: Sequence[str]) -> list[str]:
    """Return what `normalise` makes of each text: all in one go through a table of characters, in a third of the time."""
    import numpy as np  # only where texts are indexed: it would double the start of a search

    joined = _END.join(["", *texts, ""])
    table, is_han = _tables()
    units = table.take(np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), np.uint16))
    if units.max() == _NEITHER or joined.count(_END) > len(texts) + 1:
        return [normalise(text) for text in texts]
    is_kept = units != _BLANK
    edges = np.flatnonzero(is_kept[:-1] != is_kept[1:])  # in turns the last character before a run of white space, and of it
    edges[1::2] += 1
    beside_han = is_han[units[edges]]
    apart = ~(beside_han[::2] | beside_han[1::2])
    for start, end in edges.reshape(-1, 2)[apart].tolist():
        before, after = chr(units[start]), chr(units[end])
        is_kept[start + 1] = _joint_between(joined[start + 1 : end], before, after)
    whole = str(units[is_kept].data, "utf-16-le")
    return whole.split(_END)[1:-1]


@cache
def _tables() -> tuple[ndarray, ndarray]:
    """Return what each character below U+10000 becomes by itself, and which of what comes out are Han."""
    import numpy as np

    table, is_han = np.full(1 << 16, _NEITHER, np.uint16), np.zeros(1 << 16, bool)
    for code in chain(*_IN_TABLE):
        plain = _folded(unicodedata.normalize("NFKC", chr(code)))
        if len(plain) == 1 and not plain.isspace():
            table[code], is_han[ord(plain)] = ord(plain), bool(_IS_HAN.match(plain))
    for han in _HAN_AS_IT_IS:
        table[han.start : han.stop], is_han[han.start : han.stop] = np.arange(han.start, han.stop), True
    for space in _SPACES_IN_TABLE:
        table[ord(space)] = _BLANK
    table[0], is_han[0] = 0, True  # the end of a text: no space stays beside it
    return table, is_han


def _folded(text: str) -> str:
    """Return the text in ASCII lower case: of bytes, `lower` changes no others, in half the time of an expression."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _without_spaces(text: str) -> str:
    """Return the text with its runs of white space replaced.

    A single space between two characters of ASCII stays, two of three in a page's tables: it is put aside meanwhile. Most
    others stand beside Han characters: they go first.
    """
    if _END in text:
        return _joined(text)
    return _joined(_compiled(_BESIDE_HAN).sub("", _AMONG_ASCII.sub(_END, text))).replace(_END, " ")


def _joined(text: str) -> str:
    """Return the text with its runs of white space replaced; `split` finds them four times as fast as an expression."""
    words = text.split()
    if len(words) < 2:
        return "".join(words)
    joined, start = [words[0]], text.index(words[0])
    for before, after in pairwise(words):
        end = start + len(before)
        start = text.index(after, end)
        joint = _joint_of_one if start - end == 1 else _joint
        joined += joint(text[end:start], before[-1], after[0]), after
    return "".join(joined)


def _joint_between(run: str, before: str, after: str) -> str:
    return (_joint_of_one if len(run) == 1 else _joint)(run, before, after)


def _joint(run: str, before: str, after: str) -> str:
    """Return what a run of white space becomes between its two neighbours."""
    if _IS_HAN.match(before) or _IS_HAN.match(after):
        return ""
    wrapped = max(run.count("\n"), run.count("\r")) == 1 and not (_is_ascii_word(before) and _is_ascii_word(after))
    return "" if wrapped else " "


@lru_cache(maxsize=1 << 14)  # nearly all white space of a page's tables is one space between the same few characters
def _joint_of_one(space: str, before: str, after: str) -> str:
    return _joint(space, before, after)


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def normalise_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the normalised text and, for each of its characters and its end, the offset in `text`.

    Shape: `len(offsets) == len(normalised) + 1`; the characters `[i, j)` of the normalised text were
    printed within `text[offsets[i]:offsets[j]]`, white space at the edges aside.
    """
    chars: list[str] = []
    origin: list[int] = []
    for stretch in _compiled(_STRETCH).finditer(text):
        if stretch.lastgroup:
            folded = unicodedata.normalize("NFKC", stretch.group())
            origin += range(stretch.start(), stretch.end())
        else:
            folded = unicodedata.normalize("NFKC", stretch.group().translate(_DROPPED))
            origin += [stretch.start()] * len(folded)
        chars.append(_folded(folded))
    joined = "".join(chars)
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for run in _SPACES.finditer(joined):
        pieces += joined[last : run.start()], (joint := _joint_at(run))
        offsets += origin[last : run.start()] + origin[run.start() : run.start() + len(joint)]
        last = run.end()
    pieces.append(joined[last:])
    offsets += origin[last:]
    result = "".join(pieces)
    if not unicodedata.is_normalized("NFKC", result):  # a mark met a new base where white space went: rare
        result, offsets = _composed(result, offsets)
    return result, [*offsets, len(text)]


def _joint_at(run: re.Match[str]) -> str:
    text, start, end = run.string, run.start(), run.end()
    return "" if start == 0 or end == len(text) else _joint(run.group(), text[start - 1], text[end])


def _composed(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Return the text composed again; what marks and their base became was printed where the base begins."""
    chars: list[str] = []
    origin: list[int] = []
    for cluster in _compiled(_CLUSTER).finditer(text):
        composed = unicodedata.normalize("NFKC", cluster.group())
        chars.append(composed)
        origin += [offsets[cluster.start()]] * len(composed)
    return "".join(chars), origin


def storable(text: object) -> str:
    """Return text that SQLite can keep: bytes of a file name that are no characters are written as escapes."""
    text = str(text)
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()

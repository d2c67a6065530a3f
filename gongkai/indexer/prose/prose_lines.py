"""Of which lines and sentences is a section of prose made, whatever stands above them?

A report's prose is read twice, for claims and for figures, and what stands above counts otherwise for each: all that does
not depend on it is found out here, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.in_words import with_digits, without_titles
from gongkai.indexer.prose.measures.added import adds
from gongkai.indexer.prose.ownership.stocks import tells_growth
from gongkai.indexer.prose.ownership.surroundings import Line, Said, Surroundings
from gongkai.indexer.prose.ownership.year_words import with_plain_years

__all__ = ["Printed", "PrintedLine", "around", "lines_of", "whole_lines", "with_information"]

_TOPIC = expression(r"信息公开|公开(?:政府)?信息|政务公开|依申请|公开申请|申请公开")
# A long line that is broken where no sentence ends goes on, unless it is a heading or a heading, a cell or an item begins there.
_BROKEN = expression(r"\n(?<=[^\n]{14}[^\s。;:!?|]\n)(?<!情况\n|事项\n|措施\n|问题\n)(?=[^\s(一二三四五六七八九十第|])")
# A number that stands apart on its line, beside a page's text or before it, is no part of the sentence's: 行政复议4 / 17  83件, 人员 | 12 / 4132人.
_BEGINS_APART = expression(r"\d+(?:[ \t]{2}|[ \t]*\|)")
_ENDS_APART = expression(r"(?:\||[ \t]{2})[ \t]*\d+\Z")
_BETWEEN_NUMBERS = expression(r"(?<=\d)(?:[ \t]*\||[ \t]{2})[ \t|]*(?=\d)")
_UNKNOWN = "\ufffd"
# What copies in Big5 have for 信息 in the words of open information; 文化资讯, 资讯中心 are something else.
_CONVERTED = expression(
    r"(?:(?<=政府)|(?<=政[务務])|(?<=主[动動]公[开開])|(?<=主[动動]公[开開]的))[资資][讯訊]|[资資][讯訊](?=公[开開]|申[请請])"
)
_CONVERTED_SIGNS = ("訊", "讯")
_LONGEST = 1000  # characters; a page without full stops states nothing surely, and each look at all of it takes time
_LONG, _FIRST, _LAST = 80, 16, 40  # characters of a line that is no heading, and of its ends: one may be glued to it
_LINE, _SENTENCE = expression(r"[^\n]+"), expression(r"[^。;\n]+")
_MARKS = "-▲△★☆◆◇●○■□※①②③④⑤⑥⑦⑧⑨⑩"  # before an item of a list: no part of whose it is
_NOISE = '|*#“”"‘’'
_BEHIND = 240  # characters behind a sentence that may yet speak of it
# A line that goes on to speak of the number above it.
_GOES_ON = expression(r"\n\s*[(]?(?:其中|上述|以上|注|这|此[为数]|该|均|案由|统计口径|两案|主要[是为])")
_END = expression("[。\n]")


def _bare(text: str) -> str:
    """Return the text with digits, without white space, separators, quotes and emphasis: in a sixth of the time of an expression."""
    return with_digits("".join(_without_noise(text).split()))


def _without_noise(text: str) -> str:
    """Return the text, of the same length, with spaces in place of separators, quotes and emphasis."""
    text = without_titles(text)
    for mark in _NOISE:
        text = text.replace(mark, " ")
    return text


class Printed(NamedTuple):
    """A sentence without its spaces; `start` and `end` are where it stands in the section.

    `behind` is what stands behind it on its line, `after` the next sentence where that tells how many came new, or more than
    the sentence does; `said` is what the sentence sets and ends, for each that was asked.
    """

    text: str
    start: int
    end: int
    behind: str
    after: str
    said: tuple[Said, ...]


class PrintedLine:
    """A line of a section, and its ends, where a heading may stand."""

    def __init__(self, folded: str, clean: str, start: int, end: int, above: Sequence[Surroundings]) -> None:
        self._folded, self._clean, self._start, self._end, self._above = folded, clean, start, end, above
        self._raw = folded[start:end]
        if end - start < _LONG:
            self.ends = Line.of(self._bare(start, end))
        else:
            self.ends = Line.of(f"{self._bare(start, start + _FIRST)}。{self._bare(end - _LAST, end)}")

    def _bare(self, start: int, end: int) -> str:
        """Return what `_bare` makes of a stretch, whose noise is spaces already."""
        return with_digits("".join(self._clean[start:end].split()))

    @cached_property
    def on_topic(self) -> bool:
        """Tell whether it speaks of open information, or of requests for it."""
        return self.says(_TOPIC)

    def says(self, words: re.Pattern[str]) -> bool:
        """Tell whether the words stand in it, its spaces left out."""
        if words.search(self._raw):
            return True
        return " " in self._raw and words.search(self._bare(self._start, self._end)) is not None

    @cached_property
    def sentences(self) -> Sequence[Printed | None]:
        """Return its sentences; none for one that is too long."""
        return [
            self._printed(*match.span()) if match.end() - match.start() <= _LONGEST else None
            for match in _SENTENCE.finditer(self._folded, self._start, self._end)
        ]

    def _printed(self, start: int, end: int) -> Printed:
        text = with_plain_years(self._bare(start, end))
        behind = self._bare(end + 1, min(self._end, end + _LAST))
        growth = tells_growth(behind)
        after = with_plain_years(behind) if growth else adds(self._bare(end + 1, end + _LONG))
        said = tuple(Said(above, text) for above in self._above)
        return Printed(text.lstrip(_MARKS), start, end, behind, after, said)


def lines_of(folded: str, above: Sequence[Surroundings]) -> Iterator[PrintedLine]:
    """Yield the lines of a section; `above` say what its sentences set and end."""
    clean = _without_noise(folded)
    return (PrintedLine(folded, clean, *line.span(), above) for line in _LINE.finditer(folded))


def with_information(section: str) -> str:
    """Return a section, of the same length, with 信息 where a copy in Big5 has another word for it: 主動公開政府資訊20條."""
    return _CONVERTED.sub("信息", section) if any(sign in section for sign in _CONVERTED_SIGNS) else section


def whole_lines(folded: str) -> str:
    """Return the text, of the same length, with its broken lines put together, and no numbers that stand apart."""
    apart = folded
    if any(gap in folded for gap in ("|", "\t", "  ")):  # one of these stands between two numbers that are apart
        apart = _BETWEEN_NUMBERS.sub(lambda gap: _UNKNOWN + " " * (len(gap.group()) - 1), folded)
    return _BROKEN.sub(lambda at: "\n" if _is_beside(folded, at.start()) else " ", apart)


def _is_beside(folded: str, at: int) -> bool:
    """Tell whether the number that begins the line behind a break stands apart there, or the one that ends the line before it."""
    above = folded[max(folded.rfind("\n", 0, at) + 1, at - _LAST) : at]
    return folded[at + 1].isdigit() and bool(_BEGINS_APART.match(folded, at + 1) or _ENDS_APART.search(above))


def around(folded: str, start: int, end: int) -> tuple[str, str, int]:
    """Return a sentence, what stands behind it in its paragraph, and on the next line that speaks of it; where the next sentence ends."""
    stop = folded.find("\n", end)
    stop = len(folded) if stop < 0 else stop
    behind = _bare(folded[end + 1 : min(stop, end + _BEHIND)])
    if stop - end < _BEHIND and (below := _GOES_ON.match(folded, stop)):
        line = folded.find("\n", below.end())
        behind += ("" if not behind or behind.endswith("。") else "。") + _bare(
            folded[stop + 1 : min(len(folded) if line < 0 else line, stop + _BEHIND)]
        )
        stop = stop if folded[end + 1 : stop].strip() else stop + 1
    ends = _END.search(folded, max(end + 1, stop if not folded[end:stop].strip("。; \t") else 0))
    said = with_plain_years(_bare(folded[start:end]))
    return said, with_plain_years(behind), ends.start() if ends else len(folded)

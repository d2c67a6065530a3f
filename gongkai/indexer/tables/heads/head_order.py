"""In which order do the heads of tables three and four name their columns, in whatever words? 公民, 律师事务所, 未审结, 合计.

The form's words alone do not tell it: where one of them is worded otherwise, the others still stand in order. So each cell of
a head is known by what any wording of it says, and all that are known must stand at the form's places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.habits import columns_in_order
from gongkai.indexer.tables.labels import FRAME, RULINGS, column_words, rulings_in_order
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS

__all__ = [
    *("BODIES", "LONG_HEAD", "PERSON", "TOTAL", "UNKNOWN", "applicant_of", "applicants_in_order", "further_rulings"),
    *("lines_of_head", "review_in_order", "rulings_printed", "words_of_heads"),
]

LONG_HEAD = 3000  # characters above the first row: merged cells repeat what they say
_AROUND = 600  # of the head of table four, which may begin and end with words unknown to the form
_SECTIONS = {"requests": "收到和处理政府信息公开申请情况", "review": "行政诉讼情况"}
_APART, _WIDE, _HAN, _DIGIT = expression(r"[|\t]"), expression(r" {2,}"), expression("[\u4e00-\u9fff]"), expression(r"\d")
_SPACED = expression("([总合小其])(?<![\u4e00-\u9fff].) ([计数他它])(?![\u4e00-\u9fff])")
_QUOTED = expression('("[^"\n|\t]{1,14})\n([^"\n|\t]{1,14}")')  # a cell that a sheet's export parts
_LONGEST, _MARKS, _UNIT = 14, expression("[、,。;:]"), expression(r"\((?:单位:?)?[件人条宗次]+\)$")
_PLAIN, _SUM, _FEWEST = expression("[\u4e00-\u9fff]{2,}"), expression("[总合小]计$"), 3  # a whole word; columns that are known
_BLOCK, _LAST, _REVIEW = 5, 4, 15

PERSON, _OTHER, TOTAL, BODIES, UNKNOWN = 0, 5, 6, -1, -2
_BANDS = tuple(word for word in FRAME["requests"] if "法人" in word)
_BAND = expression("|".join(map(re.escape, _BANDS)))
_TOTALS = "^(?:[总合小]?计|总[数量]|总件数)$"


class _Says:
    """An expression a column of what its head says; one is told from another by which it is: expressions are slow to hash."""

    def __init__(self, *columns: str) -> None:
        self.columns = tuple(map(expression, columns))


# What the head of a column says in any wording; of kinds of bodies half of it is enough, where a line ends within.
_SAYS_APPLICANT = _Says(
    "自然人|^自然$|^公民(?:个人|\\(.*\\))?$|^个人$|^居民$|^群众$",
    "(?<!非)企业(?![及和或]其他)|公司|商业|(?<!个体)工商",
    "科研|研究|高校|院校|院所",
    "公益|^社会(?!公众|其他)|社团",
    "法律|律师|律所|法务",
    "^(?:社会)?其[他它]",
    _TOTALS,
)
_SAYS_RULING = _Says("维持", "纠正|撤销(?!申请|复议|诉)|变更", "^其[他它]", "审结|未结|办结|未决", _TOTALS)
_SAYS_BLOCK = _Says("^行政复议(?:案件|情况|结果)?$", "未经|直接起诉|直接诉讼", "(?<!未)经复议|复议后|^后起诉")
_HALVES = frozenset(("结果", "尚未", "审结"))
_CANON = [min(words, key=len) for words in column_words(FORMS["2021"].tables[2].rows[0])]


def applicants_in_order(text: TableText, folded: str) -> bool:
    """Tell whether every applicant that the head names in the form's or in whatever words, and the total, stands at its place of the form."""
    if not columns_in_order(text, folded):
        return False
    first = next((s.label[0] for s in text.segments if s.row and not s.unknown), text.start)
    runs = _runs(lines_of_head("requests", max(0, first - LONG_HEAD), first, folded))
    return all(_is_form_order(run, on_one_line=on_one_line) for run, on_one_line in runs)


def review_in_order(text: TableText, folded: str) -> bool:
    """Tell whether the head of table four names its blocks and its rulings in the form's order, in whatever words."""
    lines = list(lines_of_head("review", max(0, text.start - _AROUND), text.end + _AROUND, folded))
    for words in _between_numbers(chain.from_iterable(lines)):
        blocks = [place for word in words if (place := _place(word, _SAYS_BLOCK)) is not None]
        if blocks != sorted(blocks) and not _is_repeated(blocks):
            return False
    return all(_are_rulings_in_order(words, on_one_line=on_one_line) for words, on_one_line in _runs(lines))


def rulings_printed(text: TableText, folded: str) -> list[int]:
    """Return the places of the rulings of table four's head, in whatever words, where one line or line after line prints all of them."""
    runs = _runs(lines_of_head("review", max(0, text.start - _AROUND), text.end + _AROUND, folded))
    found = (_rulings(words) for words, _ in runs if not any(map(_is_broken, words)))
    return next((places for places in found if len(places) == _REVIEW and UNKNOWN not in places), [])


def further_rulings(start: int, end: int, folded: str) -> list[str]:
    """Return the words of table four's head that head columns of the page's own, where all rulings are printed: 撤回, 诉讼小计, 部分纠正."""
    words = [word for line in lines_of_head("review", start, end, folded) for word in line]
    named = {word: _place(word, _SAYS_RULING) for word in words}
    sums = [word for word in named if named[word] is None and _SUM.search(word)]
    places = [place for word in words if (place := named[word]) not in (None, _LAST)]
    if len(places) < _REVIEW - _REVIEW // _BLOCK or any(_is_broken(word) for word in words if word not in sums):
        return []
    more = [] if places == [*range(_LAST)] * (len(places) // _LAST) else [word for word in named if named[word] is not None]
    totals = [word for word in named if named[word] == _LAST][1:]  # 合计 beside 总计
    return [*sums, *totals, *more, *(word for word in words if word.startswith("部分") or _rulings([word]) == [UNKNOWN])]


# -- the cells of a head --------------------------------------------------------------------------------------
def _runs(lines: Iterable[list[str]]) -> Iterator[tuple[list[str], bool]]:
    """Yield what the cells between two numbers say: of one line, which is told, or of lines of one cell."""
    alone: list[str] = []
    for words in lines:
        if len(words) == 1 and not _DIGIT.search(words[0]):
            alone += words
        else:
            yield alone, False
            alone = []
            yield from ((run, True) for run in _between_numbers(words))
    yield alone, False


def lines_of_head(key: str, start: int, end: int, folded: str) -> Iterator[list[str]]:
    """Yield what the cells of each line say, below the heading of the section where there is one."""
    heading = folded.rfind(_SECTIONS[key], start, end)
    above = heading + len(_SECTIONS[key]) if heading >= 0 else folded.rfind("\n", 0, start) + 1
    for line in _QUOTED.sub(r"\1\2", folded[above:end]).split("\n"):
        words = [word for cell in _cells(line, key) if (word := _without_unit(squeeze_label(cell)))]
        if any(_HAN.search(word) or _DIGIT.search(word) for word in words):
            yield words


def _without_unit(word: str) -> str:
    return _UNIT.sub("", word) if word.endswith(")") else word


def _cells(line: str, key: str) -> list[str]:
    if _APART.search(line):
        return _APART.split(line)
    line = line.strip(" ")
    if _WIDE.search(line):
        return _WIDE.split(line)
    if len(cells := line.split(",")) >= _FEWEST and max(map(len, cells)) <= _LONGEST:
        return cells
    return [line] if _is_one_cell(line, key) else _SPACED.sub(r"\1\2", line).split(" ")


def _is_one_cell(line: str, key: str) -> bool:
    """Tell whether the pieces of a line that spaces part name together one column, and no piece another: 尚未 审结."""
    says = _SAYS_APPLICANT if key == "requests" else _SAYS_RULING
    whole = _place(squeeze_label(line), says)
    pieces = line.split(" ")
    return whole is not None and all(_place(piece, says) in (None, whole) and not piece.startswith("法人") for piece in pieces)


def _between_numbers(words: Iterable[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for word in words:
        if _DIGIT.search(word):
            yield run
            run = []
        else:
            run.append(word)
    yield run


def _place(word: str, says: _Says) -> int | None:
    """Return the only place whose column a cell may name; null for a sentence, for cells run together, for other words."""
    return None if len(word) > _LONGEST else _only_place(word, says)


@lru_cache(maxsize=4096)  # the words of heads come again on every page, each several times
def _only_place(word: str, says: _Says) -> int | None:
    if _MARKS.search(word):
        return None
    places = [place for place, naming in enumerate(says.columns) if naming.search(word)]
    return places[0] if len(places) == 1 else None


@cache
def words_of_heads() -> frozenset[str]:
    """Return the words of both heads, of which a line or a cell may hold a piece."""
    words = (column_words(row) for table in FORMS["2021"].tables[1:] for row in table.rows[:1])
    return frozenset(word for columns in words for named in columns for word in named) | frozenset(
        squeeze_label(word)
        for word in (*FRAME["requests"], *FRAME["review"], *(row.label for row in FORMS["2021"].tables[2].rows))
    )


def _is_other(word: str) -> bool:
    """Tell whether a word is whole, and neither the form's nor a piece of one, nor run together with one: a page's own column."""
    is_whole = len(word) <= _LONGEST and _PLAIN.fullmatch(word) is not None
    return is_whole and not any(word in printed or printed in word for printed in words_of_heads())


def _is_repeated(places: Sequence[int]) -> bool:
    """Tell whether a head prints the same twice or three times, in the form's order: cells that go over several lines of it."""
    return any(
        len(places) % times == 0
        and list(places) == list(places[: len(places) // times]) * times
        and sorted(places[: len(places) // times]) == list(places[: len(places) // times])
        for times in (2, 3)
    )


# -- table three ----------------------------------------------------------------------------------------------
def applicant_of(word: str) -> int | None:
    """Return the place of the applicant that a cell names, that of the bodies' heading, or of a word unknown to the form."""
    bare = _BAND.sub("", word)
    place = _place(bare.strip("()"), _SAYS_APPLICANT)
    if bare != word and (place == TOTAL or not bare.strip("()")):
        return BODIES if place is None else None
    if word.startswith("法人"):
        return BODIES if place is None else place
    return place if place is not None else UNKNOWN if _is_other(word) else None


def _joined(words: Sequence[str]) -> list[str]:
    """Return the words with the bodies' heading as one, whose rest stands in the next cell or line: 法人或 | 其他组织."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].startswith("法人") and any((joined[-1] + word) in band for band in (*_BANDS, "法人其他组织")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_form_order(words: Sequence[str], *, on_one_line: bool) -> bool:
    """Tell whether the applicants that cells name stand in the form's order; what a head says over several lines comes again."""
    places = [applicant_of(word) for word in _joined(words)]
    known = [place for place in places if place is not None and place != UNKNOWN]
    columns = [place for place in known if place != BODIES]
    if len(set(known)) < _FEWEST or _is_repeated(columns):
        return True
    kinds = [place for place in columns if place != TOTAL]
    if kinds != sorted(kinds) or _has_total_early(places) or not _fills_gaps(places):
        return False
    is_headed = {PERSON, BODIES} <= set(known)
    return not (on_one_line and is_headed and known.index(BODIES) < known.index(PERSON))


def _has_total_early(places: Sequence[int | None]) -> bool:
    """Tell whether the total stands before the persons, between them and the bodies, or between two kinds of these."""
    if TOTAL not in places:
        return False
    total = places.index(TOTAL)
    kinds = [i for i, place in enumerate(places) if place is not None and PERSON < place < TOTAL]
    if any(places.index(before) > total for before in (PERSON, BODIES) if before in places):
        return True
    if any(kinds and kinds[0] < i < kinds[-1] for i, place in enumerate(places) if place == TOTAL):
        return True
    is_second = total > 0 and places[total - 1] == PERSON and bool(kinds)  # of a head that prints no heading of the bodies
    return is_second and BODIES not in places and TOTAL not in places[total + 1 :]


def _fills_gaps(places: Sequence[int | None]) -> bool:
    """Tell whether the words unknown to the form are no more than the columns between those that are known."""
    at: int | None = None
    unknown = 0
    for place in places:
        if place == UNKNOWN:
            unknown += 1
        elif place is not None and place != BODIES:
            if at is not None and unknown > max(0, place - at - 1) and place > PERSON:
                return False
            at, unknown = place, 0
        elif place == BODIES:
            at, unknown = None, 0
    return True


# -- table four -----------------------------------------------------------------------------------------------
def _rulings(words: Sequence[str]) -> list[int]:
    """Return the places of the rulings that cells name, and a mark for each word between them that names none."""
    places: list[int] = []
    for word in words:
        if (place := _place(word, _SAYS_RULING)) is not None:
            places.append(place)
        elif _place(word, _SAYS_BLOCK) is None and _is_other(word):
            places.append(UNKNOWN)
    return places


def _are_rulings_in_order(words: Sequence[str], *, on_one_line: bool) -> bool:
    """Tell whether the rulings that cells name stand in the form's order: where all cells of blocks are told, each at its place."""
    places = _rulings(words)
    known = [place for place in places if place != UNKNOWN]
    if len(set(known)) < _FEWEST or any(map(_is_broken, words)):
        return True
    if not rulings_in_order(_CANON[place] for place in known):
        return False
    others = [place for place in places if place != _LAST]
    if others == [*range(_LAST)] * (len(others) // _LAST):
        return True  # where the totals stand the sums must tell
    is_told = len(places) % _BLOCK == 0 and (on_one_line or len(places) >= _REVIEW)
    return not is_told or all(place in (UNKNOWN, i % _BLOCK) for i, place in enumerate(places))


def _is_broken(word: str) -> bool:
    """Tell whether a cell holds half a word of the head, or several run together: then no count of cells tells their places."""
    if word in _HALVES:
        return True
    is_known = any(_place(word, says) is not None for says in (_SAYS_RULING, _SAYS_BLOCK))
    return not is_known and any(ruling in word for ruling in (*RULINGS, *_HALVES))

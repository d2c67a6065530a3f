"""How are labels found in damaged text? Folding for matching; offsets always lead back to the page.

`fold` maps one character to one character, so offsets stay; readings in parentheses after a character (`規(guī)章`)
become spaces. `squeeze` drops what never tells two labels apart: white space, cell separators, quotes, emphasis.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate

from gongkai.indexer.expressions import expression

__all__ = ["DROPPED", "Squeezed", "fold", "squeeze", "squeeze_label"]

# Other forms of characters; from 陜 on those of names of places.
_VARIANTS = {
    ord(key): value
    for key, value in zip(
        "覆祕羣爲衆裏綫啓陜鄕靑淸塲徳寕寜彜囯戸黒県広渓塩隣鐡蘓緜屛呉沢厯歴崐廰栢峩",
        "复秘群为众里线启陕乡青清场德宁宁彝国户黑县广溪盐邻铁苏绵屏吴泽历历昆厅柏峨",
        strict=True,
    )
}
# 計畫 as Taiwan writes it, 建設計畫 as well; not what is 設計 with a picture behind: 設計畫冊.
_PLANS = expression("(?<![设统会])计画(?![册面家院廊])|(?<=建设)计画(?![册面家院廊])")
_DASHES = "‐‑‒–—―─━﹣－−"
_COMMON = "，：；（）\u3000"
_QUOTES = "“”„‟\"'‘’「」『』〝〞＂＇`*#"
DROPPED = rf"[\s|{_QUOTES}\u200b\u200c\u200d\u2060\ufeff\u00ad]"
"""What never tells two labels apart, a class of characters: white space, what parts cells, quotes, emphasis."""
_GAP = expression(f"({DROPPED}{DROPPED}*)")  # one that begins with a single character is found sooner than with a run of them
# No page is the 0th, and none has tabs in its number: - 0 - is a row.
_PAGE_NUMBER = expression(
    r"\n[ \t]*(?:[-·•~] *0?[1-9]\d{0,2} *[-·•~]|(?P<page>[1-9]\d{0,2}) */ *(?P<of>[1-9]\d{0,2})"
    r"|第[ \t]*\d{1,4}[ \t]*页(?:[ \t,/]*共[ \t]*\d{1,4}[ \t]*页)?)[ \t]*$",
    re.MULTILINE,
)
# Tabs that begin a line of one cell, or of none, and tabs between two cells.
_INDENT = expression(r"^[ \t]*\t[ \t]*(?=[^\t\n]*[ \t]*$)", re.MULTILINE)
_BETWEEN = expression(r"(?<=[^\t\n ]) *(\t+)(?= *[^\t\n ])")
_MANY = 30  # of them: a table's worth
_BROKEN_SPACE = expression(r"\?+(?=[ \t\r]*(?:\n|$))|(?<=[。\n])\?+")
_UNIT_APART = expression(r" (?<=\d )(件|个|项|条|宗|起|份|万?元|[批件项]次|笔|批)(?=[ \t|\n]|$)")  # 12 件 is one cell
# A reading after a character on mirror pages: letters with tone marks, in parentheses. Expressions that begin with what they
# look for are ten times faster than those that look back at what stands before it: that is looked at where one is found.
_READING = expression(r"\([a-zü\u00e0-\u01dc\u0250-\u02af\u1e00-\u1eff]{1,8}\)")

# A cell of table two that explains its word of the form: 本年增/减(减少的用负数表示,如-8).
_NOTE = expression(r"\((?=[^()]*[\u4e00-\u9fff])[^()|\n]{6,300}\)(?=[ \t]*(?:\||$))", re.MULTILINE)
# That a row is not for this level, where zero is printed: 规章(县级无此项).
_NOT_FOR_US = expression(
    r"\((?=[^()|\n]{1,5}\))[^()|\n]{0,4}(?:无此项|[无没]有?|不涉及|不适用|不填写?)\)(?=[ \t]*(?:\||$)[\s|]*0(?![\d.]))",
    re.MULTILINE,
)
# The same behind a colon or a space: 规章:地方政府规章指...; not where it tells a part of what the row counts.
_OF_A_PART = "(?:简易|一般|普通)程序|金额|罚没|受理件|历年|废止|转发|草案|送审|委托|减免|退还|应收|本级|[县市区]政府|乡镇|数量"
_DEFINED = expression(
    r"(?<=[章件案可项罚制费购量减])(?= *[: ]) *+(?>(?:: *+)?)(?:[^|\n\d,;。:]{0,12}(?:规章|文件|许可|事项|处罚|强制|收费|采购))?"
    rf"是?指(?![导定标示令挥])(?![^|\n]{{0,310}}(?:{_OF_A_PART}))[^|\n\d]{{4,300}}(?=[ \t]*(?:\||$))",
    re.MULTILINE,
)
_FIRST_MONTH, _FIRST_MONTH_IN_WORDS = (
    expression("(?:(?<=[0-9]年)|(?<=[0-9] 年)|(?<=[0-9]年 )|(?<=[0-9] 年 ))元(?=月)"),
    expression("(?<=[〇○零O一二三四五六七八九]年)元(?=月)"),
)
_DEFINES = expression("指(?![导定标示令挥])")
# A pattern of notes, and how the word that one explains is printed where another may: another note's, a row of that name without any.
_NOTES = (_NOTE, r"{}\("), (_NOT_FOR_US, r"{}\("), (_DEFINED, r"(?:^|\|)[ \t]*{}(?=[(:|\s])")
_SAYS_OTHERWISE = expression(
    r"为20\d\d年|上一?年(?!度?(?:项目|事项))|去年|不含|不包括|除外|截[至止](?!.*(?:12月31日|年底))|估算|更正|应为"
)
_NOTED = expression(
    r"规章|(?:行政)?规范性(?:文件|档案)|其他主动公开(?:文件|档案)|行政许可|其[他它]对外管理服务事项|行政处罚|行政强制|行政事业性收费|政府集中采购"
    r"|上一年项目数量|本年增/?减|(?:本年)?处理决定数量|采购项目数量|本年新(?:制作|公开)数量|对外公开总数量"
)
# A row of table two that says in what it is counted: 行政许可(件).
_UNIT_OF_ROW = expression(r"\((?:单位:?)?(?:[件项个宗条次份部]|万元)\)(?=[ \t]*(?:\||$)|[ \t]+\d)", re.MULTILINE)
_HAS_UNIT = ("规章", "文件", "许可", "事项", "处罚", "强制", "收费")
# A column of table two that says which year this one is: 本年(2023)制发件数, 本年收费金额(单位:万元)(2023).
_NAMED_YEAR = expression(
    r"(本年度?)(\(20[0-3]\d年?度?\))(?=制发|废止|处理|收费)|(本年(?:制发|废止|处理决定|收费)[^\s|]{0,14})(\(20[0-3]\d年?度?\))(?=[ \t]*(?:\||$))",
    re.MULTILINE,
)


@cache
def _table() -> dict[int, str]:
    compat = (range(0x2E80, 0x2FE0), range(0x3000, 0x3001), range(0xF900, 0xFB00), range(0xFE50, 0xFF70), range(0x00A0, 0x00A1))
    table = {
        code: folded
        for block in compat
        for code in block
        if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1 and folded != chr(code)
    }
    table |= dict.fromkeys(range(8192, 8203), " ")
    table |= {ord(dash): "-" for dash in _DASHES}
    table |= dict.fromkeys((0xFF5C, 0x2502, 0x2503, 0xA6), "|")
    traditional, simplified = files("gongkai").joinpath("data/traditional.txt").read_text("utf-8").splitlines()
    return table | {ord(key): value for key, value in zip(traditional, simplified, strict=True)} | _VARIANTS


def _without_reading(noise: re.Match[str]) -> str:
    before = noise.string[noise.start() - 1 : noise.start()]
    return " " * len(noise.group()) if "\u4e00" <= before <= "\u9fff" else noise.group()


def _without_notes(text: str) -> str:
    """Return the text without its notes, but for those that say of several rows of one name which part each is."""
    for pattern, opening in _NOTES:
        if pattern is _DEFINED and not _DEFINES.search(text):  # each of them says it
            continue
        found = [(word, note) for note in pattern.finditer(text) if (word := _noted(note))]
        if not found:
            continue
        times = Counter((word, note.group()) for word, note in found)
        printed = {word: opening.format(" *".join(map(re.escape, word))) for word in {word for word, _ in times}}
        named = {word: len(re.findall(spaced, text, re.MULTILINE)) for word, spaced in printed.items()}
        pieces: list[str] = []
        at = 0
        for word, note in found:
            if named[word] <= times[word, note.group()]:
                pieces += text[at : note.start()], " " * len(note.group())
                at = note.end()
        text = "".join([*pieces, text[at:]]) if pieces else text
    return text


def _noted(note: re.Match[str]) -> str:
    """Return the word of the form that a note explains, all of its cell before the note; empty: none, or the note changes it.

    Readings that were taken out have left spaces in it: 规      范性文件.
    """
    text, end = note.string, note.start()
    begin = max(text.rfind("\n", 0, end), text.rfind("|", 0, end)) + 1
    word = text[begin:end].replace(" ", "").strip("\t")
    return word if _NOTED.fullmatch(word) and not _SAYS_OTHERWISE.search(note.group().replace(" ", "")) else ""


def _without_year(head: re.Match[str]) -> str:
    return (head[1] or head[3]) + " " * len(head[2] or head[4])


def _without_page(line: re.Match[str]) -> str:
    is_page = line["page"] is None or int(line["page"]) <= int(line["of"])
    return "\n" + " " * (len(line.group()) - 1) if is_page else line.group()


def _without_unit(unit: re.Match[str]) -> str:
    return " " * len(unit.group()) if unit.string.endswith(_HAS_UNIT, 0, unit.start()) else unit.group()


def _to_number(unit: re.Match[str]) -> str:
    return unit[1] + " "


def _spaces(noise: re.Match[str]) -> str:
    return " " * len(noise.group())


@cache
def _foldable() -> tuple[re.Pattern[str], dict[str, str], tuple[tuple[str, str], ...]]:
    """Return a pattern of what to fold beside the table: scanning for it is 20 times faster than translating all.

    What a page is full of is replaced before, so that few characters are left to call for.
    """
    table = {chr(code): plain for code, plain in _table().items()}
    common = tuple((char, table[char]) for char in _COMMON)
    return re.compile(f"[{re.escape(''.join(table))}]"), table, common


def fold(text: str) -> str:
    """Return `text` with full-width, compatibility and traditional characters replaced, one for one.

    A reading in parentheses after a character, a line that only numbers a page, and a note in parentheses that ends a
    cell of table two, or says which year this one is, become as many spaces; so do question marks that a copy has for spaces.
    """
    characters, table, common = _foldable()
    for wide, plain in common:
        text = text.replace(wide, plain)
    folded = characters.sub(lambda m: table[m[0]], text)
    folded = _PLANS.sub("计划", folded) if "计画" in folded else folded
    folded = _READING.sub(_without_reading, folded)
    folded = _PAGE_NUMBER.sub(_without_page, "\n" + folded)[1:]  # a break before each line, which is looked for
    folded = _UNIT_OF_ROW.sub(_without_unit, folded)
    folded = _without_notes(folded)
    if "(20" in folded:  # it is in each head that names its year
        folded = _NAMED_YEAR.sub(_without_year, folded)
    if "元月" in folded:  # January
        folded = _FIRST_MONTH.sub("1", _FIRST_MONTH_IN_WORDS.sub("一", folded))
    if folded.count("。?") > 1:
        folded = _BROKEN_SPACE.sub(_spaces, folded)
    return _UNIT_APART.sub(_to_number, _plain_tabs(folded) if "\t" in folded else folded)


def _plain_tabs(text: str) -> str:
    """Return the text with its tabs as they part cells: none where they indent the source of a page, one where two stand."""
    indented = _INDENT.findall(text)
    if len(indented) >= _MANY and len(indented) > 3 * len(_BETWEEN.findall(text)):
        return _INDENT.sub(_spaces, text)
    runs = [len(run) for run in _BETWEEN.findall(text)]
    return text.replace("\t\t", "\t ") if len(runs) >= _MANY and not any(run % 2 for run in runs) else text


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Folded text without white space and quotes: runs of the page's text, which begin at `starts` here and at `places` there."""

    text: str
    starts: list[int]
    places: list[int]

    def offset(self, index: int) -> int:
        """Return where the character at `index` stands in the page."""
        run = bisect_right(self.starts, index) - 1
        return self.places[run] + index - self.starts[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the page's range for `[start, end)` here; empty ranges are not allowed."""
        return self.offset(start), self.offset(end - 1) + 1

    def at(self, offset: int) -> int:
        """Return the index of the first character at or after the page's `offset`."""
        run = bisect_right(self.places, offset)
        end = self.starts[run] if run < len(self.starts) else len(self.text)
        return min(self.starts[run - 1] + offset - self.places[run - 1], end) if run else 0

    def run(self, index: int) -> int:
        """Return where the run begins that the character at `index` is of."""
        return self.starts[bisect_right(self.starts, index) - 1]

    def part(self, start: int, end: int) -> Squeezed:
        """Return `[start, end)` of it, the same page's."""
        first, last = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)
        starts = [max(at - start, 0) for at in self.starts[first:last]]
        places = [self.places[first] + start - self.starts[first], *self.places[first + 1 : last]]
        return Squeezed(self.text[start:end], starts, places)


def squeeze(folded: str) -> Squeezed:
    """Return the folded page without what never tells two labels apart."""
    pieces = _GAP.split(folded)
    edges = list(accumulate(map(len, pieces), initial=0))
    runs = pieces[::2]
    return Squeezed("".join(runs), list(accumulate(map(len, runs[:-1]), initial=0)), edges[:-1:2])


@lru_cache(maxsize=1 << 14)  # a page asks for the words of the form and of its tables' heads 2,700 times
def squeeze_label(label: str) -> str:
    """Return a label of the form as it stands in squeezed text."""
    return "".join(_GAP.split(fold(label))[::2])

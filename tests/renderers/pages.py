"""What happens to a whole page on its way through crawlers and mirrors? Functions from page to page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random

from opencc import OpenCC

from gongkai.sample.layouts_text import HEADINGS

__all__ = [
    "as_record",
    "break_title",
    "contents_first",
    "deduplicate_lines",
    "drop_headings",
    "drop_title",
    "footnote_cells",
    "glue_page",
    "headings_mid_line",
    "in_pipes",
    "number_pages",
    "odd_spaces",
    "one_line",
    "pinyin",
    "strike_cells",
    "surround",
    "traditional",
    "vary_headings",
]

_READINGS = {
    "规": "guī", "许": "xǔ", "罚": "fá", "费": "fèi", "请": "qǐng", "结": "jié", "转": "zhuǎn", "讼": "sòng", "议": "yì",
    "机": "jī", "业": "yè", "报": "bào", "开": "kāi", "关": "guān", "总": "zǒng", "计": "jì",
    "規": "guī", "許": "xǔ", "罰": "fá", "費": "fèi", "請": "qǐng", "結": "jié", "轉": "zhuǎn", "訟": "sòng", "議": "yì",
    "機": "jī", "業": "yè", "報": "bào", "開": "kāi", "關": "guān", "總": "zǒng", "計": "jì",
}  # fmt: skip
_PHRASES = (("文件", "檔案"), ("信息", "資訊"))
_NAVIGATION = ("首页", "走进本地", "政务公开", "政务服务", "互动交流", "数据发布", "公开年报", "2019年", "2024年")
_FOOTER = ("国务院部门网站", "地方政府网站", "市政府部门网站", "其他网站", "网站地图 | 联系我们", "网站标识码：1234567890")


_PUNCTUATION = str.maketrans("():,;", "（）：，；")
_HEADINGS = {text for wordings in HEADINGS.values() for text in wordings}
_TITLE = re.compile(r"^.{4,60}政府信息公开(?:工作)?年度报告$", re.MULTILINE)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


def traditional(page: str, random: Random) -> str:
    """Print the page in traditional characters, some words by what Taiwan says."""
    page = _converter().convert(page)
    for mainland, taiwan in _PHRASES:
        mainland = _converter().convert(mainland)
        if random.random() < 0.5:
            page = page.replace(mainland, taiwan)
    return page


def pinyin(page: str, random: Random) -> str:
    """Put readings in parentheses after some characters of the traditional page."""
    page = traditional(page, random)
    chosen = set(random.sample(sorted(_READINGS), 8))
    return re.sub(f"[{''.join(chosen)}]", lambda m: f"{m[0]}({_READINGS[m[0]]})", page)


def drop_headings(page: str, random: Random) -> str:
    """Lose the six headings."""
    return "\n".join(line for line in page.split("\n") if line.translate(_PUNCTUATION) not in _HEADINGS)


def drop_title(page: str, random: Random) -> str:
    """Lose the title's line."""
    return _TITLE.sub("", page, count=1)


def headings_mid_line(page: str, random: Random) -> str:
    """Let every heading follow the paragraph before it, and its text follow the heading, on one line."""
    lines: list[str] = []
    for line in page.split("\n"):
        is_heading = line.translate(_PUNCTUATION) in _HEADINGS
        if lines and (is_heading or lines[-1].translate(_PUNCTUATION)[-30:].endswith(tuple(_HEADINGS))):
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def one_line(page: str, random: Random) -> str:
    """Print the page on one line, a space between its parts."""
    return re.sub(r"\s*\n\s*", " ", page)


def glue_page(page: str, random: Random) -> str:
    """Print the page on one line, nothing between its parts."""
    return re.sub(r"\s*\n\s*", "", page)


def deduplicate_lines(page: str, random: Random) -> str:
    """Keep the first of equal lines only: labels stay, most values go."""
    return "\n".join(dict.fromkeys(page.split("\n")))


def surround(page: str, random: Random) -> str:
    """Put a site's navigation before and after the page."""
    return "\n".join((*_NAVIGATION, page, *_FOOTER))


def as_record(page: str, random: Random) -> str:
    """Print the page as a crawler's record: named fields, a rule, the body on one line."""
    title = match.group() if (match := _TITLE.search(page)) else ""
    day = re.search(r"\d{4}-\d\d-\d\d", page)
    fields = f"标题: {title}\n发布时间: {day.group() if day else ''}\n文号: \n栏目: 政府信息公开年报"
    return f"{fields}\n{'=' * 20} 正文 {'=' * 20}\n{one_line(page, random)}"


def break_title(page: str, random: Random) -> str:
    """Break the title in two lines before its year or after its agency."""
    return _TITLE.sub(lambda m: re.sub(r"(?<=.)(?=\d{4}年)|(?<=^\d{4}年)", "\n", m.group(), count=1), page, count=1)


def contents_first(page: str, random: Random) -> str:
    """Print a table of contents below the title."""
    headings = [line for line in page.split("\n") if line.translate(_PUNCTUATION) in _HEADINGS]
    dots = random.choice(("", " ......... 3", "\t2"))
    listed = "\n".join(["目　录", *(heading + dots for heading in headings)])
    return _TITLE.sub(lambda m: f"{m.group()}\n{listed}", page, count=1)


def in_pipes(page: str, random: Random) -> str:
    """Print the page as the inside of one wide table: every line between pipes, many of them at the end."""
    tail = "|" * random.randint(3, 90)
    lines = (line if line.startswith("|") or line.endswith("|") else f"| {line} {tail}" for line in page.split("\n"))
    return "\n".join(lines)


def number_pages(page: str, random: Random) -> str:
    """Put page numbers between some lines."""
    lines = []
    for number, line in enumerate(page.split("\n")):
        lines.append(line)
        if random.random() < 0.02:
            lines.append(random.choice(("— {} —", "- {} -", "第 {} 页 共 9 页", "{}")).format(number % 8 + 1))
    return "\n".join(lines)


def odd_spaces(page: str, random: Random) -> str:
    """Print Windows line ends, ideographic and non-breaking spaces, zero-width characters."""
    page = page.replace(" ", random.choice(("\u00a0", "\u3000", "\u2002", " ")))
    page = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda m: "\u200b" if random.random() < 0.02 else "", page)
    return "\ufeff" + page.replace("\n", "\r\n")


def vary_headings(page: str, random: Random) -> str:
    """Print headings with other punctuation after the ordinal and at the end."""
    mark, end = random.choice(("、 ", "．", ".", "、　", " 、")), random.choice(("", "：", "。", " "))
    lines = (
        f"{line[0]}{mark}{line[2:]}{end}" if line.translate(_PUNCTUATION) in _HEADINGS else line for line in page.split("\n")
    )
    return "\n".join(lines)


_NUMBER_CELL = re.compile(r"(<td[^>]*>)(\d+)(</td>)")
_LABEL_CELL = re.compile(r"(<td[^>]*>)([^<>]*[\u4e00-\u9fff][^<>]*)(</td>)")


def footnote_cells(*marks: str) -> Callable[[str, Random], str]:
    """Return what puts raised marks of footnotes behind some numbers and labels."""

    def footnoted(page: str, random: Random) -> str:
        def marked(match: re.Match[str]) -> str:
            note = f"<sup>{random.choice(marks)}</sup>" if random.random() < 0.15 else ""
            return match[1] + match[2] + note + match[3]

        return _LABEL_CELL.sub(marked, _NUMBER_CELL.sub(marked, page))

    return footnoted


def strike_cells(page: str, random: Random) -> str:
    """Put a number that was struck out before some numbers."""

    def struck(match: re.Match[str]) -> str:
        tag = random.choice(("del", "s", "strike"))
        old = f"<{tag}>{random.randint(1, 99)}</{tag}>" if random.random() < 0.15 else ""
        return match[1] + old + match[2] + match[3]

    return _NUMBER_CELL.sub(struck, page)

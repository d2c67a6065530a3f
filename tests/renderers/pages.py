"""What happens to a whole page on its way through crawlers and mirrors? Functions from page to page."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from opencc import OpenCC

from gongkai.sample.layouts_text import HEADINGS

__all__ = [
    "deduplicate_lines",
    "drop_headings",
    "drop_title",
    "glue_page",
    "headings_mid_line",
    "one_line",
    "pinyin",
    "surround",
    "traditional",
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

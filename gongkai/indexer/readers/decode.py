"""In which encoding are the bytes? Byte order mark, UTF-8 if it is, what the page declares, GB18030, Big5."""

from __future__ import annotations

import codecs
from itertools import accumulate

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASCII = bytes(range(0x80))
_COMMON = "政府", "公开", "公開", "信息", "申请", "申請", "年度", "报告", "報告", "行政", "工作", "情况", "情況"
_PLENTY = 50  # common words in a text without a damaged character: no other encoding gives more
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030"}


def decode(content: bytes, *, is_html: bool) -> str:
    """Return the text of `content`; undecodable bytes become U+FFFD, never an error."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    few = len(content.translate(None, _ASCII)) / 3 / 50  # a page cut inside a character is still UTF-8
    head = content[: len(content) // 8].decode("utf-8", "replace")
    if head.count("\ufffd") <= few + 1:  # it may end in half a character; one in another encoding has more
        repaired = content.decode("utf-8", "replace")
        if repaired.count("\ufffd") <= few:
            return repaired
    # Loaded here: it is a third of the time in which the parser is loaded, and pages in UTF-8 need none of it.
    from bs4.dammit import EncodingDetector

    return _chinese(content, EncodingDetector.find_declared_encoding(content, is_html=is_html) if is_html else None)


def _chinese(content: bytes, declared: str | None) -> str:
    """Decode as the page declares if that gives Chinese, else as the encoding that gives most of it."""
    encodings = list(dict.fromkeys([_ALIASES.get(e.lower(), e.lower()) for e in (declared, "gb18030", "big5") if e]))
    best, most = "", -1
    for encoding in encodings:
        try:
            text = content.decode(encoding, "replace")
        except LookupError:
            continue
        damaged = text.count("\ufffd")
        if not damaged and any(common >= _PLENTY for common in accumulate(map(text.count, _COMMON))):
            return text
        worth = sum(map(text.count, _COMMON)) - damaged
        if worth > most:
            best, most = text, worth
    if most > 0:
        return best
    from bs4.dammit import UnicodeDammit

    guessed = UnicodeDammit(content, is_html=True).unicode_markup
    return guessed if guessed is not None else content.decode("gb18030", "replace")

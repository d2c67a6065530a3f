"""Which year does a sentence name in other spellings than 2014年? In characters, two digits, with a letter for a digit, without 年."""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["with_plain_years"]

_NOUGHT, _ONE = "0〇○零OoＯ", "1一Il"
# Four digits are spelled so already: most years are. All begin with what they look for, and then look back: in a quarter of the time.
_SPELLED = expression(
    rf"[2二](?<![\d一二三四五六七八九十].)(?!(?<=2)\d{{3}})[{_NOUGHT}][{_NOUGHT}{_ONE}][\d{_NOUGHT}{_ONE}二三四五六七八九](?=年)"
)
_DIGITS = str.maketrans("〇○零OoＯ一Il二三四五六七八九", "00000011123456789")
# 14年收到, where a clause begins; 10年来 and 12年多 are how long.
_SHORT = expression(r"(0[5-9]|1[0-8])(?<![^,;:(至到和与及-]..)年(?=度|[,全我本收受主共新发底])")
_BARE = expression(r"20(?<![\d.,]..)[01]\d(?=(?:收到|受理|接到|主动公开|发生|[我本][局县市镇乡办委厅院区]|全年|度))")


def with_plain_years(text: str) -> str:
    """Return the text with its years in four digits and 年."""
    if "年" in text:
        text = _SPELLED.sub(lambda year: year.group().translate(_DIGITS), text)
        text = _SHORT.sub(lambda year: f"20{year[1]}年", text)
    return _BARE.sub(lambda year: year[0] + "年", text) if "20" in text else text

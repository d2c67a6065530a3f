"""Which places does a page name in passing only? Those it visits, learns from, helps or hears from: they tell nothing of its own."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.plain_text import occurrences
from gongkai.indexer.places.place_words import HERE, VISITED

__all__ = ["prints", "without_visits"]

# Streets, and places that one learns from or helps: 南京东路, 学习浙江经验.
_ELSEWHERE_BEFORE = expression(r"学|鉴|运用|推广|参照|赴|考察|对口|援|协作|转发")
_ELSEWHERE_AFTER = expression(r".{0,2}[路街巷道]|时间|大学|.{0,8}?(?:经验|模式|工程|做法|援|帮扶|协作|奥)")
_RUN = rf"(?:(?!{HERE})[\u3400-\u9fff、\u201c\u201d()])"
# What one's own city has said is learnt as well: 学习甲市政府办公室文件.
_SAID = r"(?:贯彻|宣传|领会|传达|落实|[\u3400-\u9fff]{0,24}?(?:文件|精神|通知|规定|条例|办法|讲话|会议|要求))"
_GOVERNED = expression(
    rf"(?:(?:{VISITED})(?!{_SAID})|对口|(?<!法律)(?:支援|援助)|援[建藏疆青]?(?=[\u3400-\u9fff]{{2,8}}[省市县区旗州盟])"
    rf"|帮扶|结对|协作|来自|参观|(?<!派)(?<![我本][局委厅办院处队校])驻(?![地址])|邀请|兄弟|外地|转自){_RUN}+"
)
_TOGETHER = "学习|考察|调研|参观|取经|观摩|借鉴|交流|对口|帮扶|协作|结对|签订|签署|合作|对接|支援|援助|联谊|锻炼|挂职|跟班|研修"
_WITH = expression(
    rf"(?:(?<![收得接达直做受])到|前往|向|去|(?<![请可参])与|(?<![会协共陪连相等不合])同){_RUN}{{2,30}}?(?:{_TOGETHER})"
)
# 赴上海,沈阳市考察: a list that commas part
_LISTED = expression(
    rf"(?:赴|前往){_RUN}{{2,12}}(?:,{_RUN}{{1,10}}[省市县区旗州盟]){{1,4}}?(?:等地)?{_RUN}{{0,6}}?(?:{_TOGETHER})"
)
# 甲市来我局考察, 甲市籍, 甲市等地的先进做法
_CAME = expression(
    r"[\u3400-\u9fff]{1,8}?[省市县区旗州盟](?:籍|等(?:[省市县区]、?)*[地省市]|[\u3400-\u9fff]{0,8}?(?:来我?[局市县区]|来访|来函|莅临)"
    r"|[\u3400-\u9fff]{0,4}?的?(?:先进|成功|好的?|有益)(?:做法|经验))"
)


def without_visits(text: str) -> str:
    """Return the text without the words that name places which it visits, learns from, helps or hears from."""
    for passing in (_LISTED, _WITH, _GOVERNED, _CAME):
        text = passing.sub(",", text)
    return text


def prints(stems: Iterable[str], text: str) -> bool:
    """Tell whether the text prints one of the short names, streets and what one learns from aside."""
    found = ((at, at + len(stem)) for stem in stems if len(stem) > 1 for at in occurrences(stem, text))
    return any(
        not _ELSEWHERE_BEFORE.search(text, max(0, start - 8), start) and not _ELSEWHERE_AFTER.match(text, end)
        for start, end in found
    )

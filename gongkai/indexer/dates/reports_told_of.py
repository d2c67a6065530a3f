"""Which report does a text only tell of, last year's, that was put out in the year? 按规定及时发布甲局2019年度政府信息公开年报, in that of 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.expressions import expression

__all__ = ["only_tells_of", "told_reports", "without_told_reports"]

_PUT_OUT = "(?:发布|公布|公开|公示|上传|刊登|刊载|更新|推送)"
# Without one of these words or 了 it may be a button of the site: 已公开 甲局2019年….
_IN_TIME = "(?:按照?(?:相关|有关|上级)?(?:规定|要求)|按期|按时|及时|如期|先后|同时)"
_MADE = "(?:编制|编写|撰写|形成|更新)(?:完成)?[并、和]?(?:及时|按时|按期|如期)?"
_WHERE = r"(?:(?:在|通过|于)[^,。;\n]{2,24}?)?"
_WHOSE = "[\u201c\x22]?《?[\u3400-\u9fff]{0,24}?"
_REPORT = r"(20[012]\d)[ \t]*年度?[\u3400-\u9fff]{0,10}(?:信息|政务)公开(?!指南|目录|制度)[\u3400-\u9fff]{0,8}?(?:年度?报告|工作报告|年报)"
_TOLD = expression(
    rf"(?:{_IN_TIME}{{1,3}}{_WHERE}(?:{_MADE})?{_PUT_OUT}|(?:{_PUT_OUT}|编制){_WHERE}了|{_PUT_OUT}并{_PUT_OUT}){_WHOSE}{_REPORT}"
)
_IN_TIME_BEHIND = expression(
    rf"{_REPORT}》?(?:已经?|均|也)?(?:按时|及时|按期|如期|按规定|按要求){_WHERE}(?:{_PUT_OUT}|完成|上报|报送)"
)
_CLAUSE = expression(r"[。;,\n]")
_NOW = expression(r"现(?!场|代|行|有|状)|特(?:此|将|向)|如下")
# What is this report and no other: 公布了2019年度…报告。本报告由六部分组成
_THIS_ONE = expression(
    r"[》\u201d\x22]*(?:[。,;:\n]\s*(?:本|该|全文|报告(?:由|全文|共|包括|分为)|现)|如下|\((?:以下)?[简下统]称)"
)


def only_tells_of(words: str) -> bool:
    """Tell whether what reads like a title are the words of a sentence on a report that was put out."""
    return "公开" in words and not _NOW.search(words) and _TOLD.search(words) is not None


def told_reports(head: str) -> Iterator[re.Match[str]]:
    """Yield the reports that a text tells of, unless it says that one is this: 现公布了…."""
    for pattern in (_TOLD, _IN_TIME_BEHIND):
        for told in pattern.finditer(head):
            before = _CLAUSE.split(head[max(0, told.start() - 40) : told.start()])[-1]
            if not (_NOW.search(before) or _NOW.search(told[0]) or _THIS_ONE.match(head, told.end())):
                yield told


def without_told_reports(head: str) -> str:
    """Return the text without the reports that it only tells of."""
    for told in sorted(told_reports(head), key=lambda told: -told.start()):
        head = head[: told.start()] + head[told.end() :]
    return head

"""What does a heading with a stock reply say: 行政复议、提起行政诉讼的情况：没有? That there was none of what it names.

Only where the reply is all that stands behind the heading or right below it, and nothing besides counts any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.told import Told, Topical
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Number

__all__ = ["stock_replies"]

_NUMBERED = r"(?:(?:\([一二三四五六七八九十\d]{1,2}\)|第?[一二三四五六七八九十\d]{1,2}(?:部分)?[、.,:]?)){0,2}"
_WHO = r"(?:(?:20\d\d年度?|本年度?|全年|[我本][局委厅办院镇乡县市区校]|街道),?){0,3}"
_INFORMATION = r"(?:政府|政务)?信息"
_CONTESTS = (
    rf"(?:因|由)?{_INFORMATION}公开(?:工作|事务)?的?(?:而)?被?(?:申请|引[发起])?的?(?:行政)?复议"
    r"(?:[、,和及与或]|以及)*被?(?:提起|引[发起])?的?(?:行政)?诉讼"
)
_REQUESTS = (
    rf"依申请公开(?:{_INFORMATION})?(?:申请)?(?:办理|受理|处理)?(?:[和及与、]不予公开(?:{_INFORMATION})?)?的?情况"
    rf"|(?:收到|受理)(?:{_INFORMATION}公开)?申请的?(?:数量|总数|件数|情况)(?:\([^()]{{0,24}}\))?"
)
_FEES = rf"(?:{_INFORMATION}公开|依申请公开)?的?(?:收取?费用?)(?:情况)?(?:[和及与、]减免)?(?:费用)?的?情况"
_NONE = (
    rf"{_WHO}[均也都暂尚]?(?:没有|无|未发生|没有发生|零|0[件元])"
    r"(?:(?:此|该|这)[类种]?(?:情况|情形|事项|事件|申请)?|(?:相关|有关)(?:情况|情形|事项|事件))?"
)
# Of requests only, where the heading above is of them and says what they are about.
_NONE_CAME = rf"{_WHO}(?:没有|从?未)(?:收到|受理|接到)过?(?:任何)?(?:相关|有关|此类|该类)的?申请"
_KINDS = (
    (
        ("review.total", "litigation.total"),
        f"{_CONTESTS}的?情况",
        _NONE,
        r"(?:复议|诉讼)[^,。;]{0,16}?(?<!\d)[1-9一二两三四五六]\d{0,5}[件起宗例]",
    ),
    (
        ("requests.received",),
        _REQUESTS,
        f"(?:{_NONE}|{_NONE_CAME})",
        r"申请[^,。;\d]{0,16}?(?<!\d)[1-9]\d{0,5}[件份条宗项个]|(?<!\d)[1-9]\d{0,5}[件份条宗项个][^,。;\d]{0,8}申请",
    ),
    (("fees_charged_wan_yuan",), _FEES, _NONE, r"(?<![\d.,])\d[\d.,]{0,12}[余多]?万?元"),
)
_REPLIES = tuple(
    (names, expression(f"{_NUMBERED}{_WHO}的?(?:{heading})[:,]?(?P<said>{none})?"), expression(none), expression(some))
    for names, heading, none, some in _KINDS
)
_SHORTEST, _LONGEST = 1, 80  # characters of a heading with its reply


def stock_replies(sentences: Sequence[Topical], told: Mapping[str, set[Number]]) -> Iterator[Told]:
    """Yield that there was none where a heading is answered so; `told` are the figures known, which go before."""
    above = ""
    for one in sentences:
        text = one.sentence.text
        for names, heading, none, some in _REPLIES if _SHORTEST <= len(text) <= _LONGEST else ():
            headed = heading.fullmatch(text)
            below = none.fullmatch(text) is not None and (over := heading.fullmatch(above)) is not None and not over["said"]
            if not (below or (headed and headed["said"])) or not _is_of_all(one):
                continue
            if any(told.get(LIST_2014 + name) for name in names) or any(some.search(each.sentence.text) for each in sentences):
                continue
            yield from (one.tells(LIST_2014 + name, 0) for name in names)
        above = text


def _is_of_all(one: Topical) -> bool:
    """Tell whether what the whole sentence says is of the year and the agency."""
    sentence, end = one.sentence, len(one.sentence.text)
    return not sentence.apart and sentence.is_of_year(end) and sentence.is_of_agency(end)

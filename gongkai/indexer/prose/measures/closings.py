"""How many requests were closed, where the prose says that all that came were: 收到39件,均按时办结?

Only where nothing came from last year, nothing went into the next or was put off, and no other number of them is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.told import Told, Topical, is_of_all, within
from gongkai.indexer.prose.wordings import UNIT
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Number

__all__ = ["closed"]

_RECEIVED, _CLOSED = LIST_2014 + "requests.received", LIST_2014 + "requests.closed"
_ON_TIME = r"按[时期]|在?(?:法定|规定)的?(?:期限|时限|时间)(?:以?内)?"
_ALL = expression(
    rf"(?:(?<![平人])均|全部(?!门)|(?<=[,件请])都)(?:已经?|及时|依法|依规|按规定|妥善|受理|[并且、]|予以|得到|(?P<on_time>{_ON_TIME}))*办结(?=$|[,。;(])"
)
# 收到8件,按时办结8件: told by the same number
_AS_MANY = expression(rf"(?:已|共|全部|其中)?(?P<on_time>{_ON_TIME})?(?:已|共)?办结(?P<n>\d{{1,5}}){UNIT}(?=$|[,。;(])")
_ALL_OF_ONE_WAY = expression("[,(](?:均|都|全部)[为是系][^,。;()\\d]{1,8}申请[)]?(?=,)")
_COUNTED = expression(rf"(?<![\d.])(?P<n>\d{{1,5}}){UNIT}(?:(?:政府)?信息公开|依?申请(?:公开)?|公开|政府信息|的)*")
_PART = expression(rf"(?<![\d.])(\d{{1,5}})[{COUNTERS}]")
_BETWEEN = expression(  # 基本均按时办结, 要求均按时办结 say something else
    r"(?:[,、)]|政府|信息|公开|依?申请|的|事项|我[局委厅办院镇乡县市区]|街道|目前|对|已|上述|以上|所有|截[至止]20\d\d年12月31日)*"
)
_OPEN = expression(
    r"结转|转结|延期|延长|顺延|正在|尚[未在]|到期|剩余|未办结|待|撤[回销]|不予受理|补正|上一?年|去年|超期|超过|超时|超出(?![期时]限[0零])|办理中\d|件(?:[仍还]?在)?办理中|逾期|[仍还]在|在办|转[至到入下]|率"
)
_CLOSED_COUNT = expression(rf"(?:办结|办理完毕)[^,。;:\d]{{0,8}}(\d+)[{COUNTERS}]|(\d+)[{COUNTERS}][^,。;:\d]{{0,8}}办结")


def closed(sentences: Sequence[Topical], told: Mapping[str, set[Number]]) -> Iterator[Told]:
    """Yield that all that came were closed, and on time; `told` are the figures known."""
    came = told.get(_RECEIVED, set())
    of_requests = within(sentences, "overview", "requests")
    said = "。".join(one.sentence.text for one in of_requests)
    if len(came) != 1 or not (total := int(next(iter(came)))) or _OPEN.search(said):
        return
    if any(int(one or other) != total for one, other in _CLOSED_COUNT.findall(said)):
        return
    for one in of_requests:
        all_of_it = _ALL.search(one.sentence.text)
        if all_of_it is None and (counted := _AS_MANY.search(one.sentence.text)) and int(counted["n"]) == total:
            all_of_it = counted
        if all_of_it and _is_of_all(one, all_of_it.start(), total):
            yield one.tells(_CLOSED, total, str(total))
            if all_of_it["on_time"]:
                yield one.tells(_CLOSED + "_on_time", total, str(total))


def _is_of_all(one: Topical, at: int, total: int) -> bool:
    """Tell whether what stands before are all requests of the year, alone or with ways that add up to them."""
    before = _ALL_OF_ONE_WAY.sub("", one.sentence.text[:at])
    counted = _COUNTED.search(before)
    if counted is None or int(counted["n"]) != total or "申请" not in before or re.search("复议|诉讼|信访|咨询|举报", before):
        return False
    parts = list(_PART.finditer(before, counted.end()))
    if parts and sum(int(part[1]) for part in parts) != total:
        return False
    if not _BETWEEN.fullmatch(before, parts[-1].end() if parts else counted.end()):
        return False
    return is_of_all(one.sentence, counted.start())

"""Do the words behind a number, in its own sentence, give it to another matter, another body or another year?

收到申请12件,主要是房屋登记信息查询; 收到申请9件,申请对象均是县人民政府; 收到申请8件是2016年的情况,今年为零.
"""

from __future__ import annotations

import re

from gongkai.indexer.claimed import Claim, Kind

__all__ = ["is_told_away"]

_ALL = r"(?:[均都全]|全部|主要|多数?|其实|实际上?|基本|内容)*(?:都?[是为系]|属于?|包括|涉及)"
# What a window or a telephone answers: no request that is registered.
_AT_A_WINDOW = re.compile(
    rf"[,(]{_ALL}[^,。;]{{0,24}}(?:查询|询问|问询|证明|身份证|户籍|口头|电话里|便民|热线|服务事项)(?![^。;]*(?:答复|公开)\d)"
    r"|未形成书面|即问即答|其中[^,。;\d]{2,12}查询\d+[件条次份]|真正的?(?:政府)?信息公开(?:申请)?(?:只|仅|为|有)*\d"
)
# Whose they are, if not the agency's: 申请对象是县政府, 寄给区政府的, 以县政府名义答复, 已计入县政府年报.
_OF_ANOTHER = re.compile(
    r"申请对象[均都]?[是为](?!我|本)|[寄发提递]交?给(?!我|本)[^,。;]{2,10}的|不列入[本我]|不计入[本我]|[计列]入(?!我|本|20)[^,。;]{2,12}(?:年报|报告|统计)"
    r"|[,(](?:系|是|为)(?!我|本)[^,。;]{2,10}的(?:申请|件)|[,(][均都]?由(?!我|本)[^,。;]{2,10}统一(?:答复|办理|统计)|以(?!我|本)[^,。;]{2,10}(?:的)?名义"
)
# What a review or a lawsuit is about, if not about a request.
_OF_A_MATTER = re.compile(
    r"[,(](?:[均多都]|主要|大多|全部)*(?:[为是系由与因]|涉及)(?![^,。;()]*(?:公开|信息|依申请))[^,。;()]{2,24}(?:引[发起]|争议|纠纷|有关|投诉|打假|不服)"
    r"|\((?![^()]*(?:公开|信息))[^()\d]{0,10}(?:征收|处罚|许可|登记|认定|拆迁|纠纷|补偿|确权)[^()\d]{0,4}\)|申请人[均都]?[为是]职业"
)
_WHEN = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|[条件份])(?:该件|[均都])?(?:[是为系]|属于?)(?P<said>20\d\d年|上一?年度?|去年|前年|计划数?|预[计算]数?|目标数?)(?:的|提起|收到|情况|数|度|,|$|[。;)])"
    r"|已[计列纳]入(?P<where>20\d\d年度?|上一?年度?)"
)


def is_told_away(claim: Claim, said: str, year: int | None) -> bool:
    """Tell whether the sentence `said`, of a report of that year, gives the number to somebody or something else behind it."""
    at = said.find(str(claim.value))
    behind = said[at + len(str(claim.value)) :] if at >= 0 else said
    if claim.kind is Kind.RECEIVED and _AT_A_WINDOW.search(behind):
        return True
    if claim.kind in (Kind.RECEIVED, Kind.PUBLISHED) and _OF_ANOTHER.search(behind):
        return True
    if claim.kind in (Kind.REVIEW, Kind.LITIGATION) and _OF_A_MATTER.search(behind):
        return True
    return any((found["said"] or found["where"]) != f"{year}年" for found in _WHEN.finditer(behind))

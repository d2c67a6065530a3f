"""Is a bare 申请 that came a request for information? Not where the words behind tell of licences, aid, registrations.

收到申请12件,均为救助申请; 受理申请65件,颁发土地使用证65本; 受理申请45件。其中信息公开申请2件,公租房申请43件.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.ownership.vocabulary import SERVICES

__all__ = ["is_answered_at_a_window", "is_of_services"]

_CLAUSES = expression(r"[,;:。()]|、(?=[^,、;。]{0,14}\d)")
_OURS = expression("公开|信息|政策|文件|材料")
_SERVICE = expression(SERVICES)
_DOES_SERVICE = expression(rf"(?:开展|受理|办理|进行|启动|组织|实施)[^,;:。]{{0,10}}?(?:{SERVICES})")
# What all or some of them are said to be, and what else a clause of requests for information may count.
_ARE = expression(
    r"(?:其|该|[这那]些|以上|上述|申请|事项|内容|类型|均|都|皆|全部?|大|部分|绝?多数?|主要|基本|中|余|它|他)*(?:[为是系](?!\d|零)|属于?(?![我本]))"
)
_COUNTS = expression(r"\d+[件份本套张宗户个](?!工作日)")
_PLAIN = expression(
    r"网|邮|信[函件箱]|来信|当面|现场|传真|电[话子]|窗口|书面|口头|来访|在线|平台|系统|当场|上门|寄|方式|形式|渠道|途径|自然人|公民|法人|企业|组织|个人|单位|公众|群众|媒体|律师|居民|村民|市民|农民|学生|申请人|同一|重复"
    r"|答|回复|复议|诉讼|告知|办[结理]|办件|不存在|不属|[不未]予|同意|补[充正]|撤|处理|受理|登记|归档|机关|职权|无法|主动|依法|按[时期]|延期|延长|转|移|驳|其[他它](?:情|处|方|原)|超|逾|结|咨询|接待|投诉|举报|信访|建议|提案|议案|留言|宣传|印|刊|编|较|比|增|减|上年|去年|查[阅询]|研究|提供|更改|更正|有效|无效|收到|接到|需|纸质|乡镇|部门|街道|政府|本级|系统|(?:[局委厅镇乡县区市院办队所室]|(?<!控)股|(?<![内外儿妇眼骨牙专])科)\d"
)
_OF_TOPIC = expression(r"(?:类|方面|领域)(?:的|共|有|为)*\d")
# 其中信息公开申请2件 of 45: the others are of something else.
_TOLD_APART = expression(r"信息公开(?:类|方面|申请|事项|件|的)*(?:仅|只|有|为|共|占|是)*(\d+)[件份条宗]")
_EXCEPT = expression("不含|不包括|(?<!公)非(?:政府)?信息公开")
# What a window or a telephone answers is no request that is registered: 主要是房屋登记信息查询, 均为口头.
_AT_A_WINDOW = expression(
    r"[,(](?:[均都全]|全部|主要|多数?|其实|实际上?|基本|内容)*(?:都?[是为系]|属于?|包括|涉及)[^,。;]{0,24}"
    r"(?:查询|询问|问询|证明|身份证|户籍|口头|电话里|便民|热线|服务事项)(?![^。;]*(?:答复|公开)\d)"
    r"|未形成书面|即问即答|其中[^,。;\d]{2,12}查询\d+[件条次份]|真正的?(?:政府)?信息公开(?:申请)?(?:只|仅|为|有)*\d"
)
_GOES_ON = expression(
    r"其(?:中|余|他|它)|[这那]些|以上|上述|[该此]类|[均都皆]|全部|主要|内容|申请|大部分|绝?大?多数|按[^,。;]{0,6}分|办理|经|涉及|批准|[核颁]?发"
)


def is_of_services(before: str, counted: str, rest: str, behind: str) -> bool:
    """Tell whether 申请 `counted` without a word of what is asked for are of what the agency grants.

    `before` and `rest` are what the sentence says around them, `behind` what stands behind it on its line.
    """
    if _EXCEPT.search(before):
        return True
    *_, last, _ = ("", *_CLAUSES.split(before))  # 开展林权登记,收到申请12件
    if _DOES_SERVICE.search(last) and not _OURS.search(last):
        return True
    after = behind.partition("。")[0] if _GOES_ON.match(behind) else ""
    if any(int(one) != int(re.sub(r"\D", "", counted) or 0) for one in _TOLD_APART.findall(f"{rest}。{after}")):
        return True
    return any(_tells_another(clause) for clause in _CLAUSES.split(f"{rest}。{after}") if clause)


def is_answered_at_a_window(behind: str) -> bool:
    """Tell whether the words behind a number of requests say that they are what a window or a telephone answers."""
    return _AT_A_WINDOW.search(behind) is not None


def _tells_another(clause: str) -> bool:
    """Tell whether a clause says of them, or counts, what is no request for information."""
    if _OURS.search(clause):
        return False
    if _SERVICE.search(clause):
        return True
    if _PLAIN.search(clause):
        return False
    return bool(_ARE.match(clause) or (_COUNTS.search(clause) and not _OF_TOPIC.search(clause)))

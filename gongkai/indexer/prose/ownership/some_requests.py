"""Does a clause say of the requests it counts or denies that they are only some: by one way, of bodies, for another agency?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression

__all__ = ["counts_else", "denies_some", "is_of_bodies", "is_of_some"]

# By one way none came, by another some may have: 微信方面没有收到.
_ONE_WAY = expression(r"微信|微博|来访|上门|(?<!公开)(?<!申请)方面")
_OF_BODIES = expression("^(?!.*(?:公民|自然人.*(?:法人|组织))).*(?:自然人|法人|组织|企业)")  # 未收到法人提出的申请: others may
# 县长信箱收到5件, 局网站未收到
_WAY_FIRST = expression(
    r"(?:[^,]{0,16}(?:热线|信箱|邮箱|网站?|后台|公众号|窗口|服务台|查阅室|阅览室|大厅)|(?![^,]*(?:[我本设]|信息公开))[^,]{0,16}(?:查阅|受理)点)"
    r"(?:共计?|总共|一共|累计|已经?|也|均|都|尚|还|新)*$"
)
# 协助县政府收到5件, 配合县政府答复其收到的5件, 其余收到5件, 应收到5件, 经审查受理5件, 因拆迁收到5件
_FOR_OTHERS = expression(
    "协助|帮助|(?:配合|指导|督促)[^,。;我本]{2,14}(?:答复|回复|办理|处理|办结)其?$|[代替][省市县区乡镇]|(?:其余|剩余|(?<![相响供对])应|拟)共?$|(?:正式|经审[查核]后?)$|[因就](?:拆迁|征地|征收|补偿|安置|土地|房屋|信访)[\u4e00-\u9fff]{0,4}$"
)
# 5件(含咨询3件): not all of them are requests. 信访举报投诉类申请 is what requests are answered as; 均不属于信息公开: none is.
_NO_REQUEST = "(?:(?:电话|口头|现场|政策|业务)?咨询(?:类|事项|件|性质)?|(?:信访|投诉|举报|求助|来访|留言)(?:事项|件)?)"
_ELSE = expression(
    r"[^,。;()]{0,4}(?:[,(](?:其中[:,]?(?:含|包括|包含)?|含|包括|包含)[^,。;()\d]{0,6}(?:咨询(?!类)|(?:信访|来访|建议|提案|热线|留言|求助|举报|投诉)(?![^,。;()\d]{0,8}(?:类|申请)))[^,。;()\d]{0,6}\d"
    r"|,?[均都全]?(?:部不|不|未)属于?(?:政府)?信息公开(?!范围)|,?[均都]?(?:非|不是)(?:政府)?信息公开"
    # 均为咨询, 其中10件为咨询、信访; 其中2件属于政府信息公开申请
    rf"|[,(](?:经[^,。;\d]{{2,6}},?)?(?:其中[:,]?(?:仅有?|只有|有)?\d+[件条份宗]|(?:其?[均都全]|多数?|大多数?|大部分|实际上?|其实|实){{1,2}})(?:为|是|系|属于?){_NO_REQUEST}(?:、{_NO_REQUEST})*(?=$|[,。;)])"
    r"|[,(](?:经[^,。;\d]{2,6},?)?其中[:,]?(?:仅有?|只有|有)?\d+[件条份宗](?:为|是|系|属于?)(?:政府)?信息公开(?:类|的)?(?:申请)?(?=$|[,。;)]))"
)


def counts_else(behind: str) -> bool:
    """Tell whether the words behind a number of requests tell that things of another sort are in it: 含咨询3件."""
    return _ELSE.match(behind) is not None


def denies_some(clause: str, denied: str) -> bool:
    """Tell whether what is denied behind a clause are requests by one way, or those of some applicants."""
    return bool(_ONE_WAY.search(clause) or _WAY_FIRST.fullmatch(clause) or _OF_BODIES.search(denied))


def is_of_some(clause: str) -> bool:
    """Tell whether the clause before a number says that it is what one way brought, or what another agency received."""
    return bool(_WAY_FIRST.fullmatch(clause) or _FOR_OTHERS.search(clause))


def is_of_bodies(who: str) -> bool:
    """Tell whether those who asked are people alone or bodies alone: 公民, 企业; 公民、法人和其他组织, 企业和群众 are all."""
    if "企业" in who or "社会组织" in who:
        return re.search("公民|群众|公众|个人", who) is None
    return re.search("公民|法人|自然人", who) is not None and "组织" not in who

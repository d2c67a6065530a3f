"""Do the sections that may deny all requests tell of some as well: 没有公民提出申请。受理3件? Then nobody knows how many came."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.ownership.vocabulary import MATTERS, SERVICES

__all__ = ["counts_requests"]

_CLAUSES = expression(r"[,;:。!?()\n]|、(?=[^,、;。]{0,14}\d)")
_OTHERS = expression(
    rf"{SERVICES}|{MATTERS}|咨询|信访|来访|来信|来电|热线|信箱|留言|建议|提案|议案|主动|复议|诉讼|会议|培训|解读|舆情|热点|网民|问政|微[博信]|简报|稿|规范性文件|[上去前往]一?年|同期"
    r"|(?:专利|商标|著作权|援助|生育|入[学园党伍]|转学|助学|公证|调解)[^,人者公]{0,4}申请(?![人公])"
    r"|点击|访问|浏览|审批|案件|业务|求助|报[警修名]|订阅|索[取要]|查[阅询]"
)
_REQUESTS = expression("申请|要求公开")
_SOME = expression(
    rf"(?:收到|受理|接到|接收|申请|答复|办结|依申请公开|信函|网[上络]|当面|现场|书面|传真|邮[件寄箱])(?:政府|信息|群众|公民|书面|公开|申请|依|事项|[的了共计各类有为数量])*[1-9]\d*[{COUNTERS}](?!以|次|{COUNTERS})"
)
_ANY_NUMBER = expression(rf"\d+[{COUNTERS}]")


def counts_requests(said: str, *, of_requests: bool) -> bool:
    """Tell whether a section without its spaces counts any request; `of_requests`: it is about nothing else."""
    about = of_requests
    for clause in _CLAUSES.split(said):
        if _OTHERS.search(clause):
            about = False
        elif _REQUESTS.search(clause):
            about = True
        if about and _SOME.search(clause):
            return True
    return False

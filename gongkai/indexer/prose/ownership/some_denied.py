"""Does a sentence deny of some only, or of another time: 部分乡镇未收到, 除县国土局外没有发生, 以前未收到, 若未收到?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.ownership.vocabulary import CLAUSE_END

__all__ = ["denies_some_only"]

_DENIALS = ("未", "没", "无", "从未", "尚未", "不存在")
_WHOM = r"(?:乡镇|[镇乡村](?![容])|街道|社区|部门|单位|机关|学校|医院|企业|局(?!限)|申请|答复|群众|市民|村民|居民|公民|当事人|干部|年[度份]|情况下)"
_SOME = expression(
    rf"(?:(?<![息容公布的])部分|大部分|个别|近?(?:一?半|半数)(?!以上)|少数|多数|有的|有些|一些|不少|许多|几[个家]|(?<![\d及和与、])(?<!全[省市县区州旗局镇乡])(?!0)\d+[个家名位])的?[\u4e00-\u9fff]{{0,5}}?{_WHOM}"
)
_CAUSE = expression("由于|因为?|受|鉴于|针对")  # 由于部分群众不了解,我局未收到
_SUBJECT = expression(r"[我本](?!年|次|级|着)[\u4e00-\u9fff]|全[省市县区州旗局镇乡年]|所有|[均都]$|20\d\d年")
_EXCEPT = expression(
    r"除(?!此|上述|以上|依法|主动)[^。;]{0,24}?(?:局|部门|委|办|厅|院|[镇乡县市区]|街道|单位|学校|机关|站|所)(?:[及和等]?[^,。;]{0,4})?(?:外|之外|以外)"
)
_EXCEPTED = expression(r"[^。;]{0,60}[,(](?:[^,。;()]{0,12}除外|除\d+[件条次宗起例][^,。;()]{0,8}外(?=$|[,。;)]))")
_LEVEL = expression(r"(?<!全[省市县区州旗])(?<![我本][省市县区州旗局])(?:一级|层面)上?[也均都则]?$")
# 网上申请的, 同意公开的申请: before the denial; 已办结的申请 where others are still open.
_THOSE = expression(
    r"(?:(?:个人|企业|法人|网[上络]|信函|当面|邮寄|现场|书面|传真)(?:提出)?申请的|(?:个人|企业|法人|网[上络]|信函|当面|邮寄|现场|书面|传真)(?:提出的|的)申请"
    r"|(?:(?:不?(?:同意|予以?)|部分)公开|逾期|补正|告知)[^,。;的]{0,4}的(?:申请|答复)|(?<=的)部分)(?:部分)?[也均都则]?$"
)
_CLOSED, _OPEN = (
    expression("已(?:经)?(?:办结|答复|回复|办理)[^,。;]{0,4}(?:申请|事项)"),
    expression("正在|尚|未办结|在办|其[余他它]"),
)
_ONE_OF_THEM = expression(r"申请人?[\u4e00-\u9fff]某")
_BEFORE = expression(
    r"(?<![年月日底会])以前|从前|(?<![经通])过去(?!的?[一\d]年|的?20|了)|(?<!每)(?<!这)(?:一段|长)时间[内里]?|有的年[份度]|一度(?!重)|曾经"
)
_SUPPOSED = expression(r"(?:若(?![干尔羌])|如(?:果|在|有|[今全本一]年)|假[如设]|倘|即[使便])")


def denies_some_only(text: str, end: int) -> bool:
    """Tell whether what is denied at `end` is denied of some bodies, requests or applicants, of another time, or supposed."""
    if not text.startswith(_DENIALS, end):
        return False
    clauses = CLAUSE_END.split(text[:end])
    clause, rest = clauses[-1], text[end:]
    if _SOME.search(clause) or _LEVEL.search(clause) or _THOSE.search(clause) or _ONE_OF_THEM.search(clause):
        return True
    if _BEFORE.search(clause) or _SUPPOSED.match(clause) or _EXCEPTED.match(rest):
        return True
    if "除" in text and _EXCEPT.search(text, 0, end):
        return True
    if _CLOSED.search(clause) and _OPEN.search(rest):
        return True
    return any(_goes_on(one, clauses[at + 1 :]) for at, one in enumerate(clauses[:-1]))


def _goes_on(clause: str, later: list[str]) -> bool:
    """Tell whether a clause begins with some, or one applicant, of whom the later clauses go on to tell."""
    if any(_SUBJECT.search(one) for one in later):
        return False
    said = _SOME.search(clause, 0, 24)
    return (said is not None and said.start() < 3 and not _CAUSE.match(clause)) or _ONE_OF_THEM.match(clause) is not None

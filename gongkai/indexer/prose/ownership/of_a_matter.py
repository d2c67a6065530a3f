"""Are the reviews and lawsuits that are counted called after a matter: 林业行政复议2件, 房屋征收类行政诉讼3件? Those are about no information."""

from __future__ import annotations

from itertools import groupby

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.ownership.vocabulary import CLAUSE_END

__all__ = ["PLAIN", "is_called_after_a_matter", "without_agency"]

# What a statement about all of them may say; what else it says tells which are meant: 没有棘手的, 没有涉及林权的, 没有因预算信息公开引起的.
PLAIN = expression(
    r"政府|政务|信息|公开|申请人?|工作|方面|事[项务宜件]|问题|内容|原因|[答回]复|处理|决定|行为|具体|行政|不[服满当]|上访|形式|异议|争议|纠纷|投诉|举报|信访|申诉|复议|诉讼|仲裁"
    r"|引[发起]|产生|导致|造成|发生|出现|提[起出请]|[收接]到|受理|案[件例]?|情[况形]|现象|[全本当]?年度?|义务|履行|依法?|公民|法人|自然人|企业|[其任]?[他它何]|组织|单位|个人|群众"
    r"|社会团体|利害关系人?|第三[人方]|就|社会|公众|市民|村民|当事人|相对人|机[关构]|部门|[上本]级|人民|街道|相关|[有]?关于?|涉及?|针对|[因由于就对向以为与和或者及而的等了过被、并未不类无要求到方之此在中且所引起发]|认为"
    r"|侵犯|合法|权益|存在|[一\d]+[件起例宗次个]?|[我本该局委厅办镇乡县市区州旗院校省]"
)
_ENDS_OF_BODIES = "局委厅办院校站所会心府镇乡道省市县区州旗盟"
_WHEN_AND_HOW_MANY = expression(
    r"截[至止]到?|\d+[年月日]|20\d\d|期[间内]|[总累共合]计|总数|数量|件数|总[量共]|[一二三]是|[共内底末止均都也已还曾仅只另新增收各类年今全以来]|同时|另外|此外|目前|办理|[办审]结|圆满|妥善|认真|有效|积极|[做抓]好|完成|面临|经历|化解|应对|应诉|法定期限|[\W\d_]"
)
_INFORMATION = expression("信息|公开|政务|告知|申请")
_AFTER_VERB = expression("发生|引[发起]|产生|出现|提[起出]|申请(?!人)|[收接]到|受理|涉及|导致|造成|有关|针对|[被有因由共为]")
_CONCERNING = expression("涉[林农税企法路军地房矿水海]")
_CONTEST = expression("(?<!申请)(?<!提起)(?:复议|诉讼)(?!机|局|委|人)")
_ENDS, _LONGEST = expression(f"{CLAUSE_END.pattern}|、"), 40  # characters that are looked at
_BRACKET = expression(r"\((?P<said>[\u4e00-\u9fff、]{2,12})\)")
_ENDED = expression("某|维持|纠|撤|败|胜|结|审|驳|履行|[全均都]|附|见|含|不")


def without_agency(agency: str, words: str) -> str:
    """Return the words without a body or place that is spelled with the agency's characters; 林业方面的 of 林业局 is its field."""
    runs = ((own, "".join(run)) for own, run in groupby(words, agency.__contains__))
    return "".join(run for own, run in runs if not own or len(run) == 1 or run[-1] not in _ENDS_OF_BODIES)


def is_called_after_a_matter(text: str, start: int, end: int, agency: str | None) -> bool:
    """Tell whether what is counted from `start` to `end`, or in a clause before, is called after a matter: 林业行政复议2件,行政诉讼1件."""
    bracket = _BRACKET.match(text, end)
    if bracket and not _ENDED.search(bracket["said"]) and _is_a_matter(bracket["said"], agency):
        return True
    for clause in _ENDS.split(text[: start + 2]):
        named = _CONTEST.search(clause)
        if named and _is_a_matter(clause[max(named.start() - _LONGEST, 0) : named.start()], agency):
            return True
    return False


def _is_a_matter(clause: str, agency: str | None) -> bool:
    """Tell whether the words before 复议 or 诉讼, behind the verb that brings them, are more than whose, when and how many."""
    called = _AFTER_VERB.split(clause.removesuffix("行政"))[-1]
    if _INFORMATION.search(called):
        return False
    if _CONCERNING.search(called):
        return True
    rest = _WHEN_AND_HOW_MANY.sub("", PLAIN.sub("", without_agency(agency or "", called)))
    return len(rest) > 1

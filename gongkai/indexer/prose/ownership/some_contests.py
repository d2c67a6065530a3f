"""Which reviews and lawsuits that a sentence counts are others', of all topics, last year's, or some that have ended?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import is_own
from gongkai.indexer.prose.ownership.subjects import is_of_part

__all__ = ["counts_some", "is_asked", "is_because_of_another", "without_none_pending"]

# Who is asked for a review decides it: 收到行政复议申请45件; of others' answers: 收到不服县直部门政府信息公开答复的行政复议申请6件.
_RECEIVES = expression(
    "(?:收到|接到)(?![^,。;]*(?:信息公开|以[我本]))[^,。;]*$|(?:收到|接到)[^,。;]*(?:不服|对)(?![我本])[^,。;]{1,12}(?:部门|单位|局|政府)[^,。;]*$"
)
# What is told of two together is told of each: 行政复议2件、行政诉讼1件尚未审结.
_ENDED_TOGETHER = expression(
    r"[、和及与](?:\d+[件起]的?行政(?:复议|诉讼)|行政(?:复议|诉讼)\d+[件起])(?:案件)?(?![均都全])[^,。;均都全]{0,6}(?:[未已待在]审|审结|办结|在办|未结)"
)
# 诉讼2件(含上年结转1件), 2件,均系2017年立案
_OF_LAST_YEAR = expression(
    r"[(,]?(?:[均都全][系为是]|(?:[(,]?(?:其中|包括|包含|含|(?:案件)?中|(?=\d+[件起](?:[为系是]|属于))))[:,]?(?:\d+[件起](?:[为系是]|属于)?)?)(?:上一?年度?|去年|往年|(?P<year>20\d\d)年度?)的?(?:结转|转入|遗留|转来|案件|立案|受理|发生)"
)
# 行政复议12件,其中1件涉及信息公开
_OF_TOPIC = expression(
    r"(?:其中[^。;]{0,16}|(?<!均)(?<!都)涉及(?:政府)?)信息公开(?![^,。;]{0,8}(?:诉讼|复议))|其中[:,]?(?:涉及|属于|因|有关|关于)?(?:政府)?信息公开[^,。;\d]{0,10}(?:复议|诉讼)(?:案件)?\d|(?<![均都系])与(?:政府)?信息公开(?:工作)?[有相]关的?(?:案件)?[有为是共]?\d"
)
# 行政复议12件(政府信息公开类3件), 诉讼5件,土地类4件: of all topics.
_TOLD_APART = expression(
    r"(?:[、,]行政(?:复议|诉讼)\d+[件起])?(?:[,(](?:其中)?(?:涉及|属于|有关)?(?:政府)?信息公开(?:类|方面)?的?(?:案件)?(?:占|有|为|共)?\d+[件起]|[,(]\d[\d.]*%[^,。;]{0,6}信息公开"
    r"|[(,][^,。;()、]{1,10}类\d+[件起])"
)
# 因县水务局信息公开工作被申请行政复议3件
_BECAUSE_OF = expression("因(?!政府信息|政务信息)(?P<whose>[\u4e00-\u9fff]{2,14}?)的?(?:政府|政务)?信息公开")
# 不服县水务局的答复申请行政复议3件
_ANSWERED_BY = expression(
    "(?:不服|对)(?P<whose>[\u4e00-\u9fff]{1,14}?(?:局|委|厅|政府|办公室|部门|单位|街道办|中心|大队))(?:[\u4e00-\u9fff]{0,2}作出)?的?(?:政府信息公开)?(?:申请)?(?:答复|回复|告知)"
)
_GOVERNMENT = expression("[省市县区州旗镇乡](?:人民)?政府$")
# 行政诉讼1件,在审行政诉讼0件: none that is pending adds nothing.
_NONE_PENDING = expression(
    "[,;、](?:其中[:,]?)?(?:在审|待审|未审结|尚未审结|未结)的?(?:政府信息公开)?的?行政(?:复议|诉讼)(?:案件)?数?[为:]?[0零][件起](?=$|[,;。)])"
)


def without_none_pending(text: str) -> str:
    """Return a sentence without what it says of reviews or lawsuits that are pending, where it says that there are none."""
    return _NONE_PENDING.sub("", text) if "审" in text or "未结" in text else text


def is_because_of_another(clause: str, scope: str | None, agency: str | None) -> bool:
    """Tell whether the clause before a number says that they are about the information or an answer of another body, or of a part."""
    found = (pattern.search(clause) for pattern in (_BECAUSE_OF, _ANSWERED_BY))
    return any(about is not None and _is_another(about["whose"], scope, agency) for about in found)


def _is_another(body: str, scope: str | None, agency: str | None) -> bool:
    if _GOVERNMENT.search(body) and not is_own(body, scope, agency):
        return True
    return is_of_part(body, len(body), scope, agency)


def is_asked(clause: str) -> bool:
    """Tell whether the words before a number of reviews speak of those that the agency is asked to decide."""
    return _RECEIVES.search(clause) is not None


def counts_some(behind: str, year: int | None) -> bool:
    """Tell whether the words behind a number tell that some of them are of open information, last year's, or have ended."""
    if _OF_TOPIC.search(behind) or _TOLD_APART.match(behind) or _ENDED_TOGETHER.match(behind):
        return True
    last = _OF_LAST_YEAR.match(behind)
    return last is not None and last["year"] != str(year)

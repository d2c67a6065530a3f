"""Is a number of a rule rather than of the year: 做到收到申请1件、登记1件, 凡收到1件的, 收到1件就要登记, 一次收到3件以上的?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.ownership.vocabulary import last_clause

__all__ = ["is_of_a_rule", "tells_of_a_drill"]

_ONE = rf"[一1][{COUNTERS}]"
_AIMS = expression(r"(?:做到|坚持|要求|按照|实行|落实|遵循|确保)(?:凡|每|了)?$")
_EACH_ONE = expression(rf"[^\d,。;]{{0,20}}?{_ONE}[^\d,。;]{{0,16}}[,、]?(?:就|便|即)?(?:要|须|应)?[^\d,。;]{{1,8}}?{_ONE}")
_SUPPOSED = expression(
    r"(?:凡(?:是|[收接受有]|$)|若(?![干尔羌])|如(?=[收接受有遇发未没果出引]|$)|一旦|只要|每当?|倘若?|假如|无论)"
)
_OF_RULE = expression(
    rf"[^\d,。;]{{0,20}}?(?:{_ONE}(?:[^\d,。;]{{0,10}},?(?:就(?!是|有|达)(?:要|须|应|得)?[^\d,。;]{{1,6}}{_ONE}|就[要须应])|(?:[、,][^\d,。;、]{{1,6}}{_ONE}){{1,5}}的?(?:原则|要求|制度|办法|规定|做法))"
    rf"|\d{{1,2}}[{COUNTERS}](?:及以上|以上)的)"
)
# 按照要求应因…被申请行政复议3件, 拟收到3件; not 我局反应, 供应, which stand before no verb of these.
_OBLIGED = expression(
    r"(?:^|要求|规定|年度?|[我本][局委厅办院镇乡县市区])(?:应当?|拟)$|(?:理应|本该|预期|打算|有可能|原则上|差点|险些|(?:模拟|演习|推演)中)$"
)
_IN_AN_EXAMPLE = expression(r"(?:案例|示例|例题|样[本张表])[中里][,:]?[^,。;\d]{0,6}$")
_ONE_APPLICANT = expression(r"同一(?:申请人|人|公民)[^,。;]*$")
_DRILL = expression(r"(?:虚拟|虚构|假设|假定|模拟|设想)的?[^,。;]{0,6}(?:场景|案例|情形|情景|情况|例子)")


def is_of_a_rule(text: str, end: int) -> bool:
    """Tell whether the number behind `end` is that of a rule, whatever came."""
    clause = last_clause(text, end)
    if _AIMS.search(clause):
        return _EACH_ONE.match(text, end) is not None
    if _SUPPOSED.match(clause) or _OBLIGED.search(clause) or _IN_AN_EXAMPLE.search(text, 0, end):
        return True
    return bool(_ONE_APPLICANT.search(clause) or _OF_RULE.match(text, end))


def tells_of_a_drill(text: str) -> bool:
    """Tell whether a sentence says that what follows is made up."""
    return _DRILL.search(text) is not None

"""Does what stands behind a sentence take its number back: 行政诉讼5件。其中涉及信息公开的1件; 收到申请8件。这是近五年的总和?

A number that counts more than what the agency was asked, more years or more bodies is not told; the part that is the
agency's own, or the year's, is told in its stead where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import is_own
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.claimed import Claim, Kind
from gongkai.indexer.prose.ownership.own_share import UNKNOWN, disclaimed, nobody_asked, own_part
from gongkai.indexer.prose.ownership.vocabulary import ALL_OF_IT
from gongkai.indexer.prose.prose_lines import around
from gongkai.indexer.prose.prose_sections import Prose
from gongkai.indexer.prose.sentences import Sentence

__all__ = ["without_taken_back"]

# 注:该数据系2008年以来的合计, (统计口径:2010年以来), 此为2011年数; of 这是条例实施以来首次收到申请 it is no number that is spoken of.
_NOTE = expression(
    r"[(]?(?:注[:,]?)?(?:"
    r"(?:(?:[这此该其]|以?上述?|前述)(?:一?(?:统计)?(?:数[据字量]?|总数))?|数据|统计(?:数据?|口径|范围|时间|时段)|口径)"
    r"(?:只|仅)?(?:[为是系:]|来自|取自|(?P<holds>包括|包含|[已均]?含))(?P<said>[^。;()]{2,40}))"
)
_OF_A_NUMBER = expression("数[据字量]?|合计|总和|之和|总计|累计|统计|口径|范围|时间|时段")
# 其中2013年9件,2014年19件: what each of several years brought.
_YEARS = expression(rf"(?:其中|分别为|包括)?[:,]?(?:20\d\d年度?[^,。;、\d结转]{{0,8}}\d+[{COUNTERS}][,、;和]?){{2,6}}")
# 其中今年10条, or 2014年主动公开10条 behind a number without a year; 其中今年网上申请3件, 当年财政信息10条 are some of the year's.
_ONE_YEAR = expression(rf"其中[:,]?(?:20\d\d|[今本当])年度?{ALL_OF_IT}{{0,8}}(?P<n>\d+)[{COUNTERS}](?![^。]*\d[{COUNTERS}])")
_THE_YEAR = expression(
    rf"(?:(?P<year>20\d\d)|[今本当])年度?(?:共|新增|累计){{0,2}}(?P<did>主动公开|收到){ALL_OF_IT}{{0,8}}(?P<n>\d+)[{COUNTERS}](?=[,。;(]|$)"
)
_WITH_YEAR = expression("年(?!度累计)")
_YEAR = expression(rf"(20\d\d)年度?[^,。;、\d]{{0,8}}(\d+)[{COUNTERS}]")
# 其中区政府办公室收到18件,其余由各部门收到
_SHARE = expression(
    rf"其中[,:]?(?:由|有)?(?P<body>[^,。;、\d收受接由有]{{2,16}}?)(?:本级|本身|自身)?(?:共|直接)?(?:收到|受理|接到|接收|公开|主动公开|发布)(?:的?申请|政府信息)*(?:了|的)?[有为]?(?P<n>\d+)[{COUNTERS}]"
)
_OWN_BODY = expression("[我本][局委厅办院处校所站中单机部]|局机关|本级|机关本身")

# 经复核,上述数字有误,应为203条; 其中21条系重复计算,准确数应为168条
_SET_RIGHT = expression(
    rf"(?:有误|错误|重复|[核校]对|[复审]核|核[实查]|更正|勘误|订正)(?:[^。;]*,)?[^。;,\d]{{0,6}}?(?:[应实]|[准正]确数?|更正|订正|修正|实际数?)应?[为是](?P<n>\d+)[{COUNTERS}]"
)
_KINDS = {Kind.RECEIVED: "申请", Kind.REVIEW: "复议", Kind.LITIGATION: "诉讼", Kind.PUBLISHED: "公开"}
_ANY_KIND = expression("申请|复议|诉讼|投诉|举报|咨询|信访|点击|访问")
_PUBLISHED_YET = expression(r"(?:公开|发布)了?(?:政府信息)?(?:共计?)?[1-9]\d*条")


def without_taken_back(claims: Iterable[Claim], prose: Prose) -> Iterator[Claim]:
    """Yield the claims but for numbers that the sentence behind takes back; of those that it tells the own part of, that."""
    for claim in claims:
        if claim.kind not in _KINDS or claim.of_part or not (claim.value or claim.kind is Kind.PUBLISHED):
            yield claim
            continue
        said, behind, end = around(prose.folded[claim.section], claim.start, claim.end)
        own = _own(claim, said, behind, prose.nobody)
        if own is None:
            yield claim
        elif own != UNKNOWN:
            yield replace(claim, value=own, end=end)


def _own(claim: Claim, said: str, behind: str, nobody: Sentence) -> int | None:
    """Return the number that is meant, -1 for one that nobody knows; none where the claim is as it says."""
    if _is_noted(behind, nobody):
        return UNKNOWN
    if not behind:
        return None
    first = behind.partition("。")[0]
    if not claim.value:  # 0条;11月恢复后公开了33条
        return UNKNOWN if _PUBLISHED_YET.search(first) else None
    if (right := _SET_RIGHT.search(first)) and set(_ANY_KIND.findall(first)) <= {_KINDS[claim.kind]}:
        return int(right["n"])
    for of_share in (_of_year(claim, said, first, nobody), _of_body(claim, first, nobody)):
        if of_share is not None:
            return of_share
    if claim.kind is Kind.PUBLISHED:
        return None
    return _of_topic(claim, said, behind)


def _is_noted(behind: str, nobody: Sentence) -> bool:
    """Tell whether a note behind the sentence says that the number is of another time or of others."""
    note = _NOTE.match(behind)
    if note is None or (note["holds"] and nobody.scope == "government_consolidated"):
        return False
    named = note.group()[: note.start("said") - note.start()]
    if not (note["holds"] or _OF_A_NUMBER.search(named) or _OF_A_NUMBER.search(note["said"])):
        return False
    return nobody.tells_otherwise(re.split("[,、]", note["said"], maxsplit=1)[0])


def _of_year(claim: Claim, said: str, first: str, nobody: Sentence) -> int | None:
    """Return the number of the report's year where the sentence behind tells one for each of several years."""
    if (one := _ONE_YEAR.match(first)) and int(one["n"]) != claim.value:
        return UNKNOWN
    one = None if _WITH_YEAR.search(said) else _THE_YEAR.match(first)
    if one and one["did"] in said and int(one["n"]) < claim.value and one["year"] in (None, str(nobody.year)):
        return UNKNOWN
    if _YEARS.match(first) is None:
        return None
    each = [(int(year), int(n)) for year, n in _YEAR.findall(first)]
    if {year for year, _ in each} <= {nobody.year}:
        return None
    own = [n for year, n in each if year == nobody.year]
    return own[0] if len(own) == 1 and sum(n for _, n in each) == claim.value else UNKNOWN


def _of_body(claim: Claim, first: str, nobody: Sentence) -> int | None:
    """Return the agency's own share where the sentence behind tells that, or nothing where it tells another body's."""
    share = _SHARE.match(first) if nobody.scope == "agency" else None
    if share is None or int(share["n"]) >= claim.value:
        return None
    body = share["body"]
    if _OWN_BODY.fullmatch(body):
        return int(share["n"])
    if not nobody.tells_otherwise(body):
        named = nobody.agency is not None and nobody.agency[-2:] == body[-2:] and is_own(body, nobody.scope, nobody.agency)
        return int(share["n"]) if named else None
    return UNKNOWN


def _of_topic(claim: Claim, said: str, behind: str) -> int | None:
    """Return how many are of open information where the sentence counts those of all topics."""
    if "公开" in said if claim.kind is Kind.RECEIVED else "信息公开" in said:
        return None
    own = own_part(claim.kind, said, behind, claim.value)
    if own is not None:
        return own
    if claim.kind is Kind.RECEIVED:
        return 0 if nobody_asked(behind) else None
    return disclaimed(claim.kind, behind)

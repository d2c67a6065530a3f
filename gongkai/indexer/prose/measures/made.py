"""How many items were published of those that were made or obtained in the year: 共制作、获取政府信息614条,其中主动公开29条?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES, COUNT, UNIT, number

__all__ = ["published_of_made"]

_DOING = "(?:制作|产生|形成|生成|获取|保存|制发)"
_WHO = r"(?:(?:20\d\d年度?|[本全]年度?|[我本][局委厅办院镇乡校街县市区]道?|机关|单位|街道|一?共|总共|累计|新),?){0,8}"
_MADE = expression(
    rf"(?P<who>{_WHO}){_DOING}(?:(?:[、和及或与]|或者|并){_DOING})*了?的?(?:各类)?(?:政府|政务)?信息(?:数量|总数|数)?(?:一?共|共计|总计|合计|为|:)?"
    rf"{COUNT.replace('?P<n>', '?P<made>')}{UNIT}"
    rf",?(?:其中[:,]?|[(]其中[:,]?)(?:属于?)?主动公开(?:的)?(?:类)?(?:(?:政府|政务)?信息)?(?:数|共|有|为|:)*{COUNT}{UNIT}"
    r"(?=[,、。;)]|$)"
)
_OF_YEAR = expression(r"(?:20\d\d|[本全])年|年度")
_OTHER_SORT = expression(
    rf"(?:依申请公开|不予公开)[^,。;\d]{{0,8}}{COUNT.replace('?P<n>', '?:')}"
)  # then all three may be marks on papers
_UP_TO = expression("截[至止]|以来|历年|累计")
_PARTS = expression(rf"(?<!其)中:|{AT_OTHER_TIMES.pattern}")


def published_of_made(sentence: Sentence) -> re.Match[str] | None:
    """Return what tells it, where all that was made is of the year and of whose report it is; its number is `n`."""
    found = _MADE.search(sentence.text)
    if found is None or number(found["made"]) < number(found["n"]):
        return None
    before = sentence.text[: found.start()]
    of_year = _OF_YEAR.search(found["who"]) is not None
    if "累计" in found["who"] or (_UP_TO.search(before) and not of_year) or sentence.clause(found.start()):
        return None
    if not (of_year or _OF_YEAR.search(before)):
        return None
    if _OTHER_SORT.search(sentence.text, found.end()):
        return None
    if sentence.of_field or not sentence.speaks_of_all(found.start(), _PARTS):
        return None
    own = sentence.text[: found.start("n")]
    return found if sentence.speaks_of_all(len(own), _PARTS) else None

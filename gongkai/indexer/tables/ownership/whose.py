"""Which year and which body does the page's title name, and is a body that it names beside a table another one?"""

from __future__ import annotations

from functools import lru_cache

from gongkai.indexer.dates.dates import year_in_title
from gongkai.indexer.expressions import expression
from gongkai.indexer.titles.titles import find_title

__all__ = ["BODY", "UNIT", "ZONES", "agency_of_title", "is_elsewhere", "is_of_another_body", "title_of", "year_of_title"]

_TITLE, _OPENING = expression(r"(20\d\d)\s*年[^。\n]{0,40}(?:报告|年报)"), 3_000  # characters in which a title stands
_NEIGHBOUR = expression("[上下]一[篇条]")
BODY = r"[\u3400-\u9fff]{2,16}(?:局|委员会|镇|乡|街道|办事处|管委会|人民政府|政府)"
"""The name of a body, as notes and captions have it."""
UNIT = r"[\u3400-\u9fff]{2,16}(?:[大支中总]队|中心|(?<!事务)(?<!院)所|[站馆]|(?<!科研)院|学校)"
"""The name of a body below a bureau, as notes and captions have it."""
_NAME_END = 3  # characters
_GOVERNMENT = expression("(?:人民)?政府$")
_PLACES = expression("[\u3400-\u9fff]{2,6}?[省市县区旗州盟]")
ZONES = ("开发区", "新区", "园区", "业区", "税区")
"""How the names of zones end: they stand at no level of their own."""
_YEAR_FIRST = expression(r"^[^\d\u3400-\u9fff]*20\d\d年度?")
_OF_ANY_BODY = set("省市县区旗州镇乡街道局委员会办事处室管人民政府和信息公开工作年度报告情况的与")
_UNIT = expression(UNIT)
_TITLE_ENDS, _ITS_YEAR = expression("关于|(?:政府|政务)?信息公开|政务公开|工作报告|年度报告|年报"), expression(r"20\d\d年?度?")


def is_of_another_body(body: str, folded: str) -> bool:
    """Tell whether a body is none that the page's title may name: 甲县教体局 may be 甲县教育和体育局."""
    title, body = title_of(folded), _GOVERNMENT.sub("", body)
    if not title:
        return False
    if _UNIT.fullmatch(body) and body[-2:] not in title:
        return True
    if is_elsewhere(body, title):
        return True
    if body[-_NAME_END:] in title:
        return False
    shared = next((end for end in range(len(body), 1, -1) if body[:end] in title), 0)
    if shared and body[shared - 1] not in "省市县区旗州盟镇乡":
        return False
    rest = title.replace(body[:shared], "") if shared else title
    return not set(body[shared:]) & set(rest) - _OF_ANY_BODY


def is_elsewhere(body: str, title: str) -> bool:
    """Tell whether the last place that a body's name begins with is none of the title's, which names another: 进贤县, 南昌县."""
    own, others = _PLACES.findall(_YEAR_FIRST.sub("", title).partition("20")[0]), _PLACES.findall(body)
    if not own or not others or any(place.endswith(ZONES) or "自治" in place for place in (own[-1], others[-1])):
        return False
    return others[-1][:-1] not in title and own[-1][:-1] not in body


@lru_cache(maxsize=2)  # asked for beside each table
def year_of_title(folded: str) -> str:
    """Return the year that the title of the page names, other pages' titles in lists of links aside; empty: none does."""
    if year := year_in_title(title_of(folded)):
        return str(year)
    found = _TITLE.search(folded)
    return found[1] if found else ""


@lru_cache(maxsize=2)
def title_of(folded: str) -> str:
    """Return the title of a page; empty: it has none."""
    head = folded[:_OPENING]
    if _NEIGHBOUR.search(head):
        head = "".join(line for line in head.splitlines(keepends=True) if not _NEIGHBOUR.search(line))
    title = find_title(head, head, {}, None)
    return title.text if title else ""


def agency_of_title(folded: str) -> str:
    """Return what the page's title says of who reports; empty: nothing."""
    title = _ITS_YEAR.sub("", title_of(folded))
    return _TITLE_ENDS.split(title, maxsplit=1)[0].strip(" 的:()")

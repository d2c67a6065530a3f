"""Of which one body are the account, the documents, the lists, the counts that a page tells of?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY, ENDS
from gongkai.indexer.names.desks import ACTS, HAN
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.national import national_body
from gongkai.indexer.names.plain_text import occurrences
from gongkai.indexer.places.clues import Clues

__all__ = ["GATHERER", "by_account", "by_documents", "by_its_own", "counted_by", "of_another_body", "single"]

GATHERER = expression("政务|审批|数据|营商|档案")
# The account of a body as a page names it: “甲区城市管理委员会”、“甲区垃圾分类”微信公众号.
_OWN_ACCOUNT = expression(
    rf"[\u201c\x22]({AGENCY})[\u201d\x22](?:[、和及][\u201c\x22][^\u201c\u201d\x22\n]{{2,20}}[\u201d\x22])*"
    "(?:官方|政务)*(?:微信|微博)?(?:公众号|订阅号|微博|微信)"
    rf"|(?:公众号|订阅号)[::]?[\u201c\x22]({AGENCY})[\u201d\x22](?:[、和及][\u201c\x22][^\u201c\u201d\x22\n]{{2,20}}[\u201d\x22])*"
)
# 新媒体(甲旗司法局微信公众号)发布96条
_ACCOUNT_WORDS = expression(r"(?:官方|政务|微信|微博)+\Z")
_RUN = expression(rf"[{HAN}]{{4,30}}\Z")
_QUOTED_BODY = expression(rf"[\u201c\x22]({AGENCY})[\u201d\x22]")
_COUNTED = expression(
    rf"(?:^|[。,;\n])(?:20\d\d年度?,?)?({AGENCY}|[{HAN}]{{2,20}}中心)((?:门户|官方|政务)*网站)?(?:20\d\d年度?,?)?(?:全年|共|累计|主动)*公开(?:政府|各类|政务)*信息\d"
)
# 建立《甲市教育局网上信息公开审查制度》, of a page whose subject is 市教育局.
_DOCUMENT = expression(rf"《({AGENCY})[{HAN}]{{0,6}}?(?:信息|政务)公开[{HAN}]{{0,8}}》")
# What a body has of its own: 公布甲市审计局权力清单, 更新甲区林业局栏目, the plan that it puts out.
_OF_ITS_OWN = (
    expression(
        rf"(?:公[开布示]了?|(?:发布|编制|制定|更新|完善|调整)了?|包括|[、和及《])({AGENCY})(?:行政)?(?:权力|责任|权责)清单"
    ),
    # 我局修订《甲市统计局信息考核制度》; 我局积极发挥甲市统计局网站作用
    expression(
        rf"[我本](?:局|委|厅)(?:先后|及时|相继)?(?:制定|修订|制修订|出台|印发)了?《({AGENCY})(?!关于)[^《》\n]{{2,24}}(?:制度|办法|细则)》"
    ),
    expression(rf"[我本](?:局|委|厅)(?:积极|充分)?(?:发挥|维护|管好)好?({AGENCY})(?:门户|官方|政务)*网站(?:和[{HAN}]{{2,8}})?"),
    expression(rf"(?:更新|维护|完善|充实)(?:了)?({AGENCY})(?:信息公开|政务公开)?(?:专栏|栏目)(?!组)"),
    expression(
        rf"(?<![据照实彻绕发])《({AGENCY})20\d\d年度?(?:政务|(?:政府)?信息)公开[^《》\n]{{0,16}}》(?=于?[^。,;\n]{{0,12}}?(?:发布|公布|公开|印发|出台))"
    ),
)
# 成立甲市机关事务管理局,由…调整为政府部门。我局…; one to which others gave duties is none that tells of it.
_FOUNDED = expression(
    rf"(?:^|[。,;\n])(?:正式)?(?:成立|组建)了?({AGENCY})(?=[,。](?![^。\n]*(?:划|剥离|移交|转隶|职[能责]))[^。\n]*。?[^。\n]{{0,6}}[我本]局)"
)
_SUBJECT = expression(rf"(?:^|[。,;\n)])((?:[市县区旗州盟])[{HAN}]{{2,10}}[局委])(?=明确|成立|指定|安排|通过|共|主动|{ACTS})")


def counted_by(head: str) -> set[str]:
    """Return the one body that, or whose site, is told to have published a number of items, and no other: 甲镇公开信息50条."""
    told = [found for found in _COUNTED.findall(head) if "的" not in found[0] and not (found[1] and GATHERER.search(found[0]))]
    return {re.sub(r"^20\d\d年度?", "", name) for name, _ in told}


def single(pattern: re.Pattern[str], head: str) -> set[str]:
    """Return the one name that the pattern finds; none where it finds several."""
    found = {match[1] for match in pattern.finditer(head)}
    return found if len(found) == 1 else set()


def by_account(head: str) -> set[str]:
    """Return the one body by whose name an account is called, in quotation marks among others that are called after no body."""
    accounts = "".join(match[0] for match in _OWN_ACCOUNT.finditer(head))
    if quoted := single(_QUOTED_BODY, accounts):
        return quoted
    before = (_ACCOUNT_WORDS.sub("", head[max(0, at - 30) : at]) for at in occurrences("公众号", head))
    runs = (run[0] for words in before if words.endswith(ENDS) and (run := _RUN.search(words)))
    named = {_from_place(run) for run in runs} - {""}
    return {name for name in named if not GATHERER.search(name)} if len(named) == 1 else set()


def by_documents(head: str) -> set[str]:
    """Return the one name in those of documents that the page's subject is without its place: 市教育局明确…, 《甲市教育局…制度》."""
    subjects = single(_SUBJECT, head)
    named = {match[1] for match in _DOCUMENT.finditer(head)}
    own = {name for name in named for subject in subjects if name.endswith(subject) and name != subject}
    return own if len(own) == 1 else set()


def by_its_own(head: str) -> set[str]:
    """Return the one body, by its name from its place on, whose lists, column or plan are told of, or that was founded."""
    runs = (match[1] for pattern in (*_OF_ITS_OWN, _FOUNDED) for match in pattern.finditer(head))
    named = {name for run in runs if (name := _from_place(run))}
    return named if len(named) == 1 else set()


def _from_place(run: str) -> str:
    """Return the run from the first place in it on; empty: it holds none."""
    ends = (run[at:] for at in range(len(run) - 3))
    return next((end for end in ends if gazetteer().begins(end) and read_name(end, None, gazetteer()).places), "")


def of_another_body(name: str, head: str, url: str | None) -> bool:
    """Tell whether rules are those of a body above: of 三明市教育局, where 县教育局明确…, of one of the state on the site of a place."""
    if national_body(name) and Clues(gazetteer(), head, url or "", None).domain():
        return True
    subjects = single(_SUBJECT, head)
    return any(name.endswith(subject[1:]) and not name.endswith(subject) for subject in subjects)

"""By which ways did requests come, and by which were items published?

Requests: only where the ways add up to all that came. Items: only where a way has one number on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import is_above, is_own, tells_of_another_bureau, without_lead
from gongkai.indexer.prose.ownership.fields_of_work import is_of_a_field
from gongkai.indexer.prose.ownership.sites import is_site_of_another_place
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.told import UP_TO, Told, Topical, counts, is_of_all, is_of_whole, within
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES, COUNT, OTHER_TIMES, UNIT, number
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Number

__all__ = ["published_by", "requested_by"]

_FORM = r"(?:形式|方式|渠道|途径)?(?:提交|递交|提出|收到|受理)?的?(?:申请(?:公开)?)?(?:数|共|为|:)?"
_N = r"(?<![\d.约近])(?P<n>\d{1,6})" + UNIT
_WAYS = (
    ("in_person", rf"(?<!网上)(?<!网络)(?<!在线)(?:当面|现场|窗口|上门){_FORM}{_N}"),
    ("fax", rf"传真{_FORM}{_N}"),
    ("online", rf"(?:网[上络]|互联网|在线|网站)(?:平台|系统)?{_FORM}{_N}"),
    ("mail", rf"(?<!电子)(?<!网上)(?<!网络)(?:信函|邮寄|书信|来信|信件)(?:邮寄)?{_FORM}{_N}"),
    ("", rf"(?:电子邮件|电子邮箱|邮件|其[他它]){_FORM}{_N}"),
)
_BY_WAY = tuple((key and LIST_2014 + "requests.channel." + key, expression(pattern)) for key, pattern in _WAYS)
_WAYS_JOINED = expression(
    r"(?:当面|现场|窗口|上门|传真|网[上络]?|网站|在线|信函|邮寄|书信|来信|信件|邮件|邮箱|电话)(?:申请)?[、和及与或](?:通过|以)?$"
)
_EMAIL = expression(rf"(?:电子邮件|电子邮箱|邮件){_FORM}[1-9]")
_RECEIVED = LIST_2014 + "requests.received"
_ANY_WAY = expression("当面|现场|窗口|上门|传真|网|互联网|在线|信函|邮寄|书信|来信|信件")
_YEAR = expression(r"20\d\d年度?")
# The clause of the number speaks of requests that came, and nothing else stands between it and the ways.
_REQUESTS = expression(
    r"申请(?:公开)?(?:(?:政府)?信息)?(?:事项|数量|数|总数|共计?|为|:|的)*$|依申请(?:公开)?(?:政府信息)?(?:公开)?(?:事项)?共?$"
)
# 共收到4件信息公开申请,其中网络申请2件
_CAME = expression("(?:收到|受理|接到|接收)(?:了|过|各类|有效|群众|公民|共计?)*$")
_REQUESTS_BEHIND = expression(
    "的?(?:(?:政府)?信息公开的?申请|依申请公开(?:政府)?(?:信息)?的?申请|公开(?:政府)?信息的?申请)(?:表|书|件)?"
)
_THEREOF = expression(r"(?:申请|方式|其中|包括|分别|通过|采用|[为是有含以均都系]|[,。;:()、])*")
_PARTS = expression(rf"新增|{OTHER_TIMES}")
_COMPARED = expression(
    r",?(?:较|比|同|与)(?:20\d\d年|上一?年|去年)[^。;]{0,16}?(?:增[加长多]|减少|下降|上升|持平)[^,。;]*|,?占[^,。;]{0,8}?\d[\d.]*%"
)
# 公开政府信息20条, 公开20条信息; 公开20条 only where the number of all stands before
_ITEMS = (
    r"上?共?(?:(?:主动)?(?:公开|发布)了?(?:各类|各项)?(?:(?:政府|政务)?信息的?(?:数量|总数|条数|数)?|数)(?:共计?|总计|为|达|:)?"
    r"|(?P<verbless>(?:政府|政务)?信息(?:条数|数量|数)(?:共计?|为|达|:)?)"
    r"|(?:主动)?(?:公开|发布)了?(?=\d{1,6}条(?:各类|政府|政务)?信息(?=[,。;(]|$))|(?P<bare>(?:主动)?公开)(?=\d))"
)
# 上报微博信息数12条, 转载微信信息数8条 are no count of what it brought
_PLAIN_MEANS = expression(
    "(?:[我本]?[局委厅办院镇乡]|政府|政务|官方|门户|信息公开|其[他它])*(?:微[博信](?:公众)?[号平台]*|网站?|方式|渠道|途径)上?共?"
)
_BEHIND = "(?![以之]?外)"
# Of the agency's own account, or one that bears no other body's name.
_OTHERS = r"(?:[省市县区局厅委办镇乡]|街道|政府)"
_NAME = r"[^,。;:、和及与等各\d]{0,14}"
_ACCOUNT = rf"(?:[我本][局委厅办院镇乡县市区]|(?!{_NAME}{_OTHERS}[^,。;]{{0,14}}微){_NAME})"
_BODY = "(?![我本各全所有和与及])[\u4e00-\u9fff]{2,10}(?:局|委|委员会|厅)"  # a bureau's own site: 发改委网站
_VIA = (
    r"(?:^|[,。;:]|(?<=条)、|其中)(?:其中)?(?:20\d\d年度?|[全本]年度?)?(?:[我本][局委厅办院镇乡街]道?(?:20\d\d年度?)?)?"
    r"(?P<who>[\u4e00-\u9fff]{0,12}(?:[局委厅]|[镇乡]政府|街道(?:办事处)?)(?=共?(?:通过|利用|借助|在)))?"
    r"(?:共)?(?:通过|利用|借助|依托|在|[一二三四1-9][.、])?(?:[^,。;:、]{0,6}年度?,?)?"
)
_BY = "(?:(?<=通过)|(?<=利用)|(?<=借助)|(?<=依托)|(?<=在))"
_PLACE = "(?:[\u4e00-\u9fff]{2,4})?[省市县区州旗]"
# Key, the word that all that states it holds, what states it, and what goes on behind the word in all that counts of it.
_MEANS = (
    (
        "gazette",
        "公报",
        r"(?:政府公报)(?:[^,。;\d]{0,40}?)?(?:公开|刊登|发布)(?:[^,。;\d]{0,40}等(?:方面|各类)?的?)?(?:(?:政府|政务)?信息)数?",
        "",
    ),
    (
        "website",
        "网",
        rf"(?:(?<![省市县区])政府(?:门户)?网站|{_BY}{_PLACE}政府(?:门户)?网站(?=上?主动公开)|"
        rf"{_BY}(?:{_PLACE})?政府信息公开网(?!络|上公开平台)站?|{_BY}网站(?=上?(?:主动)?(?:公开|发布)(?:政府|政务|各类)?信息)|"
        rf"(?<=通过)(?:数字[\u4e00-\u9fff]{{2}})?(?P<named>{_BODY})(?:门户|官方)?网站|[我本][局委厅办镇乡县市区](?:政府)?(?:门户)?网站|(?P<own>[局委厅])(?:门户|官方)?网站|门户网站|政府网(?!站|络)){_ITEMS}",
        "(?!络)站?",
    ),
    ("weibo", "微博", rf"{_ACCOUNT}微博{_ITEMS}", ""),
    ("wechat", "微信", rf"{_ACCOUNT}微信(?:公众号|公众平台|平台)?{_ITEMS}", ""),
    ("other", "其", rf"其[他它](?:方式|渠道|途径){_ITEMS}", "[他它](?:方式|渠道|途径)"),
)
_BY_MEANS = tuple(
    (
        LIST_2014 + "proactive.by_" + key,
        word,
        expression(rf"(?P<via>{_VIA})(?:{pattern}){COUNT}{UNIT}{_BEHIND}"),
        expression(rf"{word}{behind}[^,。;\d]{{0,16}}\d+[余多]?[条篇件份]"),
    )
    for key, word, pattern, behind in _MEANS
)
_PUBLISHED = LIST_2014 + "proactive.items_published"
_CHANNEL_BEFORE = expression(r"(?:网站?|微信|微博|公报|公众号|平台|栏|报纸|电视|广播),$")
_BY_MEANS_OF = expression("通过|利用|借助|运用")
_SOCIAL = expression("(?:政务|官方)?微[博信]")
_OF_OUR_PLACE = expression("[我本][县市区]")  # 我县政府网站公开280条 in a bureau's report: the county's
_OF_IT = expression(r"[,(]?其中,?(?:政府|政务)信息\d")
_OF_PLACE = expression("([\u4e00-\u9fff]{2})(?:发布|之声|在线)(?=微[博信])")
_BUREAU = expression("(?:局|厅|(?<!管理)委员会|中心|院|队)$")  # 双桥发布 is its county's, no bureau's
_NOT_OURS = expression(
    "(?:公安|警方|交警|教育|检察|法院)(?=微[博信])|(?:[类域面]|专题)(?:政务|官方)?微[博信]|企业微信|工作群|^目前|日报|晚报|国务院|新华|人民网|转发|转载|(?:每[天日周月季旬]|[天日周月季]均)[^,。;]*$|(?:计划|拟)(?:公开|发布|刊登)"
)
# 微博、微信公开20条, 微博微信公开20条: of both
_SEVERAL = expression(
    r"(?:网站?|微信|微博|公报|公众号|平台|栏)[、和及与]|[、和及与](?:微信|微博|公报|网站)|(?:网站|微[博信](?:公众号|平台)?)(?:政务|官方)?微[博信]"
)


def requested_by(sentences: Sequence[Topical], told: Mapping[str, set[Number]]) -> Iterator[Told]:
    """Yield the ways of the requests where they are told behind the number of all; `told` are the figures known."""
    came = told.get(_RECEIVED, set())
    if len(came) != 1:
        return
    total = next(iter(came))
    for at, one in enumerate(sentences):
        if one.sentence.section not in ("overview", "requests") or not _ANY_WAY.search(one.sentence.text):
            continue
        run = list(_of_one_line(sentences, at))
        above = sentences[at - 1].sentence.text if at and one.sentence.text.startswith("其中") else one.before
        for last in range(len(run), 0, -1):
            said = ";".join(part.sentence.text for part in run[:last])
            if ways := _ways_of_all(one, above, said, int(total)):
                yield from (replace(one.tells(*way), end=run[last - 1].sentence.end) for way in ways)
                break


def _of_one_line(sentences: Sequence[Topical], at: int) -> Iterator[Topical]:
    """Yield the sentences of a line from one on: 当面申请2件;网络申请3件."""
    yield sentences[at]
    for one in sentences[at + 1 :]:
        if not one.before:
            return
        yield one


def _ways_of_all(one: Topical, above: str, said: str, total: int) -> list[tuple[str, int, str]]:
    """Return the ways, their numbers and digits where they add up to the total that stands right before them."""
    text = _COMPARED.sub("", said)
    found = [(name, way) for name, pattern in _BY_WAY for way in pattern.finditer(text)]
    named = [name for name, _ in found if name]
    if not named or len(named) != len(set(named)) or sum(int(way["n"]) for _, way in found) != total:
        return []
    if any(_WAYS_JOINED.search(text, 0, way.start()) for _, way in found):
        return []
    first = min(way.start() for _, way in found)
    lead = text[:first]
    if not any(digit.isdigit() for digit in _YEAR.sub("", lead)):  # the number stands in the sentence before
        lead = _COMPARED.sub("", above) + ";" + lead
    behind = re.fullmatch(rf"(?P<clause>.*?)(?<!\d){total}{UNIT}(?P<rest>[^\d]*)", lead)
    if behind is None or not _speak_of_requests(behind["clause"], behind["rest"]):
        return []
    at, years = min(first, len(one.sentence.text)), {int(year[:4]) for year in _YEAR.findall(lead)}
    if AT_OTHER_TIMES.search(text, first) or (total == 0 and len(found) < 3) or years - {one.sentence.year}:
        return []
    if not is_of_all(one.sentence, at):
        return []
    apart = _EMAIL.search(text) is not None  # whether e-mails are of the net, the page does not say
    return [(name, int(way["n"]), way["n"]) for name, way in found if name and not (apart and name.endswith("online"))]


def _speak_of_requests(clause: str, rest: str) -> bool:
    """Tell whether the words before a number and those behind it, up to the ways, speak of requests and nothing else."""
    if _REQUESTS.search(clause):
        return _THEREOF.fullmatch(rest) is not None
    asked = _REQUESTS_BEHIND.match(rest) if _CAME.search(clause) else None
    return asked is not None and _THEREOF.fullmatch(rest, asked.end()) is not None


def published_by(sentences: Sequence[Topical], told: Mapping[str, set[Number]]) -> Iterator[Told]:
    """Yield how many items each way brought; none where a way has more than the whole."""
    of_sections = within(sentences, "overview", "proactive")
    whole = told.get(_PUBLISHED, set())
    most: Number | None = next(iter(whole)) if len(whole) == 1 else None
    for name, word, pattern, counted in _BY_MEANS:
        naming = [(at, one) for at, one in enumerate(of_sections) if word in one.sentence.text]
        found_in = [(at, one, found) for at, one in naming for found in pattern.finditer(one.sentence.text)]
        numbers = counts(of_sections, counted) if found_in else []
        for at, one, found in found_in:
            value, before = number(found["n"]), one.sentence.text[: found.start()]
            if numbers not in ([], [found["n"]]) or (most is not None and value > most):
                continue
            if _CHANNEL_BEFORE.search(one.sentence.text, 0, found.end("via")) or _OF_IT.match(one.sentence.text, found.end()):
                continue
            named, agency = _OF_PLACE.search(one.sentence.text, 0, found.end()), one.sentence.agency or ""
            if named and _BUREAU.search(agency) and named[1] in agency[:6]:
                continue
            if _NOT_OURS.search(one.sentence.text[: found.end()]) or _SEVERAL.search(found.group().removeprefix(found["via"])):
                continue
            behind = _behind_whole(most, before)
            if found.groupdict().get("bare") and behind is None:
                continue
            if _names_another(one.sentence, found):
                continue
            if is_of_a_field(one.sentence.text[: found.end("via")], one.sentence.agency, below=one.sentence.of_field):
                continue
            above = of_sections[at - 1].sentence.text if at else ""
            if UP_TO.search((before + "。" + above if behind is None else behind) + "。" + found.group()):
                continue
            parts = _PARTS if behind is None else AT_OTHER_TIMES
            if _is_account_of_another(one.sentence, found.end()) or _is_by_others(one.sentence, found, parts):
                continue
            if is_of_whole(one.sentence, found.end("via"), parts=parts):
                yield one.tells(name, value, found["n"])


def _names_another(sentence: Sentence, found: re.Match[str]) -> bool:
    """Tell whether who publishes, or whose site it is, is named and is another than who reports."""
    scope, agency, named = sentence.scope, sentence.agency, found.groupdict()
    if (own := named.get("own")) and not (agency or "").endswith((own, f"{own}员会")):
        return True
    if (who := named["who"]) and (not (agency and is_own(who, scope, agency)) or is_above(who, agency)):
        return True
    if named.get("verbless") and not _PLAIN_MEANS.fullmatch(sentence.text, found.end("via"), found.start("verbless")):
        return True
    if (site := named.get("named")) and not is_own(site, scope, agency):
        return True
    if is_site_of_another_place(found.group().removeprefix(found["via"]), agency):
        return True
    return scope == "agency" and _OF_OUR_PLACE.match(found.group().removeprefix(found["via"])) is not None


def _is_by_others(sentence: Sentence, found: re.Match[str], parts: re.Pattern[str]) -> bool:
    """Tell whether others stand before the means: 下属单位通过微信公众号公开20条."""
    if sentence.scope == "agency" and tells_of_another_bureau(sentence.clause(found.end("via")), sentence.agency):
        return True  # 如县教育局通过网站公开90条、微信公开20条
    means = _BY_MEANS_OF.search(sentence.text, found.end("via"), found.end())
    return means is not None and not is_of_whole(sentence, means.start(), parts=parts)


def _behind_whole(whole: Number | None, before: str) -> str | None:
    """Return what stands behind the number of all, where it stands before: 新增主动公开政府信息226条,其中…; null where it does not."""
    found = re.search(rf"主动公开(?:政府|政务)?信息\D{{0,6}}(?<!\d){whole}{UNIT}", before) if whole is not None else None
    return before[found.end() :] if found else None


def _is_account_of_another(sentence: Sentence, end: int) -> bool:
    """Tell whether the last account before `end` that is said to be somebody's is another's: 县政府政务微博22条,政务微信18条."""
    for account in reversed(list(_SOCIAL.finditer(sentence.text, 0, end))):
        at = account.start()
        if sentence.is_of_part(at) or not sentence.is_of_agency(at):
            return True
        if without_lead(sentence.clause(at)):
            return False
    return False

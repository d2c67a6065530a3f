"""How were requests answered, where the prose tells it answer by answer: 在已答复的9件申请中，同意公开的7件，不予公开的2件?

Only where the answers add up to all that were answered: the reports of 2008 to 2018 tell them so before their list does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.measures.adding_up import Part, that_add_up
from gongkai.indexer.prose.told import Told, Topical, is_of_all, within
from gongkai.indexer.prose.wordings import COUNT, UNIT, number
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["answers"]

_ANSWERED = LIST_2014 + "requests.answered"
_DENIED = _ANSWERED + ".denied"
_N = COUNT + UNIT
_REQUESTS = r"(?:(?:政府)?信息公开|依申请(?:公开)?(?:政府信息)?|公开)?(?:的?申请)?(?:事项)?"
_END = r"(?=[,:;(]|$)"
_ALL = r"(?:均已?|已?经?全部)(?:按[时期]|依法|按规定)?(?:作出|予以|进行)?"
# Whose and when: all that may stand in the clause before, so that 网上申请答复9件, 对土地类申请答复9件 are of a part.
_WHO = (
    r"(?:^|(?<=[,:;(]))(?:(?:20\d\d|[本全])年度?|[我本][局委厅办院处镇乡县市区]|[我本]?街道|在|其中|已经?|己经?|均|一?共|总共|总计|实际|依法|依规|及时"
    r"|受理|作出|进行|予以|对)*"
)
_RECEIVED = (
    r"(?:收到|受理|办理|接到|接收)了?(?:各类|群众|公民|公众|社会|有效|要求|(?:政府)?信息|公开|依|的)*申请"
    r"(?:公开|(?:政府)?信息|事项|数|共|的|:)*"
)
# 在已经答复的9件申请中, 共答复申请9件, 3件申请全部按期答复: how many were answered. 按时答复9件 may leave out those that came late.
_ANSWERS = expression(rf"{_WHO}答复(?:的|了)?(?:共计?)?{_REQUESTS}(?:总数|数|共计?|为)*{_N}{_REQUESTS}中?{_END}")
_ALL_ANSWERED = expression(rf"{_WHO}(?:已到(?:答复)?期的|{_RECEIVED}){_N}{_REQUESTS},?{_ALL}答复{_END}")
_RECEIPT = rf"{_WHO}{_RECEIVED}{_N}{_REQUESTS}"
_CAME = expression(rf"{_RECEIPT}(?:,{_ALL}办结)?{_END}")
_CAME_AT_ALL = expression(rf"{_RECEIVED}(?:政府)?(?:信息)?{_N}")
_CLOSED = expression(rf"{_WHO}(?:按[时期])?办结{_REQUESTS}{_N}{_REQUESTS}{_END}")
_ALL_CLOSED = expression(rf"{_WHO}{_N}(?:申请|{_REQUESTS}){_ALL}(?:办结|办理完毕){_END}")  # 39件申请均按时办结,其中…
_ALL_GRANTED = expression(rf"{_WHO}{_RECEIVED}{_N}{_REQUESTS},{_ALL}(?:同意)?(?:全部)?公开{_END}")
# 受理申请13件,答复13件: all that came, and no other number of answers beside it.
_ALL_THAT_CAME = expression(
    rf"{_RECEIPT},(?:均?已|全部|均|依法|按[时期]|及时)*答复了?{COUNT.replace('?P<n>', '?P<answered>')}{UNIT}(?:申请)?(?=[,(]|$)"
)
_ANSWER_COUNT = expression(
    rf"答复[^,。;:\d]{{0,10}}?(?<!\d)(\d{{1,6}})[余多]?[{COUNTERS}]|(?<!\d)(\d{{1,6}})[余多]?[{COUNTERS}][^,。;:\d]{{0,6}}答复"
)
_OF_MORE = expression(
    "结转|转结|另[外有]|上一?年|去年|其中[^,。;]{0,6}(?:收到|受理|办理|接[到收])|超期|逾期|补正|未答复|待[答办处回]|正在[办处答审]"
)
_NOT_ALL = expression("截[至止]到?目前|至今|迄今|方面|领域|类[申的]")
_OTHERS = expression("复议|诉讼|咨询|信访|提案|建议|议案|投诉|举报|热线|来信|留言|信箱")
_CONTESTS = expression("行政复议|行政诉讼|复议|诉讼")
_BODY = "(?:[本我该]?(?:行政)?(?:机关|单位|部门|[局委厅办院镇乡县市区]|街道))"
_OUTCOMES = (
    (".already_public", r"已(?:经)?主动公开(?:的?范围|信息)?"),
    (".granted", r"(?:同意|予以|给予|全部)公开"),
    (".partially_granted", r"(?:同意|予以|给予)?部分公开"),
    (".denied", r"(?:不予|不同意|否决)公开"),
    (".does_not_exist", r"(?:所?申请(?:公开)?的?)?(?:政府)?信息不存在"),
    (".not_this_agency", rf"(?:不属于?|非){_BODY}(?:政府信息|(?:公开|掌握|职责|职权|权限)+(?:的?范围|的?(?:政府)?信息)?)"),
    (".asked_to_amend", r"告知(?:申请人)?(?:作出|进行)?(?:更改、?补充|补正)(?:申请)?"),
    (".referred_elsewhere", r"告知(?:申请人)?通过其[他它](?:途径|渠道)办理"),
    (".denied.state_secret", r"涉及国家秘密"),
    (".denied.trade_secret", r"涉及商业秘密"),
    (".denied.personal_privacy", r"涉及个人隐私"),
)
# The clause of an answer with # for its number: 其中同意公开的#, 作出不予公开决定的共#, #属于已主动公开范围
_BEFORE = r"(?:其中|\(?[1-9一二三四五六七八九][、.)]|作出|属于?|对|因|由于)*"
_BEHIND = r"(?:答复|决定|告知|处理|情况|申请|政府信息|信息|的|数|为|有|共|:)*"
_KINDS = tuple(
    (
        _ANSWERED + name,
        expression(rf"{_BEFORE}{words}{_BEHIND}#(?:申请)?|(?:其中)?(?:有)?#(?:申请)?(?:属于?|为|因)?{words}(?:的|答复)*"),
    )
    for name, words in _OUTCOMES
)
_ANY = expression("|".join(words for _, words in _OUTCOMES))


def answers(sentences: Sequence[Topical]) -> Iterator[Told]:
    """Yield the answers to the requests of the year and how many they were, where these add up."""
    of_requests = within(sentences, "overview", "requests")
    for at, one in enumerate(of_requests):
        yield from _all_that_came(one, of_requests)
        if _OTHERS.search(one.sentence.text):
            continue
        for pattern, answered in (
            (_ANSWERS, True),
            (_ALL_ANSWERED, True),
            (_CAME, False),
            (_CLOSED, False),
            (_ALL_CLOSED, False),
        ):
            for lead in pattern.finditer(one.sentence.text):
                if pattern is not _ALL_CLOSED or _are_all(lead, of_requests):
                    yield from _behind(lead, of_requests, at, answered=answered)
        every = _ALL_GRANTED.search(one.sentence.text)
        if every and _is_of_year(one, every.start("n")):
            yield one.tells(_ANSWERED + ".granted", number(every["n"]), every["n"])


def _all_that_came(one: Topical, of_requests: Sequence[Topical]) -> Iterator[Told]:
    """Yield how many were answered where as many came, and nothing in the sections tells another number of answers."""
    found = _ALL_THAT_CAME.search(one.sentence.text)
    if (
        found is None
        or _OTHERS.search(_CONTESTS.sub("", one.sentence.text))
        or not (total := number(found["n"]))
        or number(found["answered"]) != total
    ):
        return
    said = "。".join(each.sentence.text for each in of_requests)
    if _OF_MORE.search(said) or any(int(behind or before) != total for behind, before in _ANSWER_COUNT.findall(said)):
        return
    if _is_of_year(one, found.start("n")):
        yield one.tells(_ANSWERED, total, found["answered"])


def _are_all(closed: re.Match[str], of_requests: Sequence[Topical]) -> bool:
    """Tell whether those that were closed are as many as came: 网上收到20件,20件申请均按时办结 are of a part."""
    came = {number(one["n"]) for each in of_requests for one in _CAME_AT_ALL.finditer(each.sentence.text)}
    return came == {number(closed["n"])}


def _behind(lead: re.Match[str], sentences: Sequence[Topical], at: int, *, answered: bool) -> Iterator[Told]:
    """Yield the answers that are told behind the number of all, and that number where it is of those `answered`."""
    one, total = sentences[at], number(lead["n"])
    if not total or not _is_of_year(one, lead.start("n")):
        return
    parts = that_add_up(lead, sentences, at, _answer, _ANY, within=_DENIED + ".")
    if answered and parts:
        yield one.tells(_ANSWERED, total, lead["n"])
    yield from (told for part in _without_odd_reasons(parts) if (told := part.tells()))


def _answer(clause: str) -> str | bool | None:
    """Return the figure that a clause counts, None where its words are not known, False where it is of no requests."""
    if _OTHERS.search(clause):
        return False
    return next((name for name, kind in _KINDS if kind.fullmatch(clause)), None)


def _without_odd_reasons(parts: list[Part]) -> list[Part]:
    """Return the answers without the reasons of refusals, unless these add up to all refusals."""
    reasons = [part for part in parts if (part.name or "").startswith(_DENIED + ".")]
    denied = next((part.value for part in parts if part.name == _DENIED), None)
    return parts if sum(part.value for part in reasons) == denied else [part for part in parts if part not in reasons]


def _is_of_year(one: Topical, at: int) -> bool:
    """Tell whether the number `at` is of the agency's requests of the year."""
    sentence = one.sentence
    on_topic = one.on_topic or sentence.section == "requests"
    return on_topic and _NOT_ALL.search(sentence.text, 0, at) is None and is_of_all(sentence, at)

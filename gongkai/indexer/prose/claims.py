"""What does the prose surely state of requests: how many were received, carried over and forward, were all closed?

A claim is taken only from words that speak of the whole year and all requests: what came by one channel, in one quarter, from one
kind of applicant, in another year or another agency's name is left alone, and so is every sentence that may say something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.claimed import Claim, Kind, without_parts
from gongkai.indexer.prose.in_words import with_digits
from gongkai.indexer.prose.measures.added import is_one_of_ways
from gongkai.indexer.prose.measures.all_ways import came_beside, is_by_ways, without_ways
from gongkai.indexer.prose.measures.carried import OVER, carried, is_beside_carried
from gongkai.indexer.prose.measures.contested import contested
from gongkai.indexer.prose.none_came import MENTIONED, none_at_all, nothing_of_the_kind
from gongkai.indexer.prose.ownership.other_requests import is_answered_at_a_window, is_of_services
from gongkai.indexer.prose.ownership.single_cases import without_denied
from gongkai.indexer.prose.ownership.some_requests import counts_else, denies_some, is_of_bodies, is_of_some
from gongkai.indexer.prose.ownership.spans import YEARS_PAST
from gongkai.indexer.prose.ownership.taken_back import without_taken_back
from gongkai.indexer.prose.ownership.vocabulary import QUARTER
from gongkai.indexer.prose.prose_sections import Prose
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES, COUNT, OTHER_TIMES, UNIT, number

__all__ = ["find_claims", "some_came"]

_OBJECT = (
    r"(?:(?:政府)?信息依申请公开|(?:政府)?信息公开(?:事务|工作)?的?(?:相关|正式)?申请[表书]?|依申请(?:政府)?信息公开|依申请信息公开"
    r"|依申请公开(?:政府)?(?:信息)?|公开(?:政府)?信息的?申请|申请(?:公开)?(?:相关|有关)?政府信息(?:公开)?|依法申请公开|群众申请公开|依申请信息|依申请(?=件)|申请公开(?:信息)?(?=\d))"
)
_WHO = (
    r"(?:公民|法人|自然人|其[他它]组织|社会组织|企业|社会公众|群众|申请人|或者?|[和及与、,等的]|以及|提出|提交|任何|形式|正式|主动|要求|各类|有效|有关|相关"
    r"|针对本[部门机关单位]{2}|共计?|总计|合计){0,14}"
)
_TAIL = r"(?:事项|情况|信件|事务|事宜|信息|公文|的|申请|数量|[数量为有达:]|办?件|总数|总计|共计?|合计|累计|,(?=共)){0,8}"
_HANDLED = r"(?P<also>(?:[并和及且与、]?(?:妥善|依法|及时|按时|规范)?(?:收到|受理|接收|办理|处理|答复|回复)了?)*)"
_ALSO_HANDLED = expression("[办处]理|答复|回复")  # 受理收到 and 收到并受理 are received
_VERB = rf"(?:新收|新接收|收到|受理|接收到?|接到)(?:了|过)?{_HANDLED}"
_VERBS, _REQUEST = (
    ("收", "受理", "接", "提", "递交", "数"),
    "申请",
)  # one verb is in each; the word in all that tells how many came or that none did
_OF_REQUESTS = rf"(?:{UNIT}|项(?!目|次|内容|工作|以上|左右|多))"
_UNDENIED = r"(?=[新收受接])(?<![未没不末拟])(?<!(?<![接优招])待)(?<!(?<!当)代)(?<!没有)(?<!不予)(?<!重复)(?<!再次)"
_RECEIVED = (
    expression(rf"{_UNDENIED}{_VERB}{_WHO}{_OBJECT}{_TAIL}{COUNT}{_OF_REQUESTS}"),
    expression(
        rf"{_UNDENIED}{_VERB}(?:共计?)?{COUNT}{_OF_REQUESTS}{_WHO}{_OBJECT}(?!(?:政府)?(?:信息)?(?:申请)?的?(?:征询|转|咨询|投诉|举报|信访|(?:行政)?[复诉]))"
    ),
)
# 公民、法人和其他组织向我局提出政府信息公开申请12件; 企业向我局提出12件 are some
_ASKED_US = expression(
    rf"(?:^|(?<=[,;:])|(?<=年)|(?<=年度)|(?<=共有))(?:(?:公民|法人|自然人|其[他它](?:社会)?组织|社会公众|群众|申请人|或者|以及|[和或及与、])*)向[我本](?:局|委|厅|办|院|镇|乡|街道?|机关|单位|部门)"
    rf"(?:提[出交]|递交)(?P<also>)了?(?:的|共计?|共)*{_OBJECT}{_TAIL}{COUNT}{_OF_REQUESTS}"
)
# 我局政府信息公开申请总数为12件, 依申请公开政府信息受理数为12件
_SUMMED = expression(
    rf"(?:^|(?<=[,;:])|(?<=年)|(?<=年度)|(?<=[我本全][局委厅办院镇乡县市区])|(?<=机关)|(?<=单位))(?:政府信息公开申请(?:的?受理)?|依申请公开(?:政府信息)?(?:的?申请|的?受理|的?收到)+)"
    rf"(?P<also>)的?(?:总数|总量|总件数|数量|件数|数)(?:共计?|总计|合计|[为是:]){{1,2}}{COUNT}{_OF_REQUESTS}"
)
_CAME_BESIDE = expression(rf"(?<![不未多少])(?:新收|新增|收到|接收)(?:的|了|申请|数|[为共:])*{COUNT}{UNIT}")
_BARELY = expression(rf"{_UNDENIED}{_VERB}申请书?(?:共计?)?{COUNT}{UNIT}")
_NEW = expression(
    rf"(?:其中,?)?(?:(?:本年度?|今年)新(?:接)?收到?(?:政府信息公开)?(?:申请)?|(?<![最重更])新(?:接)?收到?政府信息公开申请)[数量件]*{COUNT}{UNIT}"
)
_PART_OF_YEAR = expression(
    rf"半年|{QUARTER}|截[至止]到?(?:20\d\d年)?(?:[1-9]|1[01])月|(?<!\d)[1-9]月?份?[-—~至到]+(?:[1-9]|1[01])月"
)
_NONE_RECEIVED = expression(
    rf"(?:(?<!再)(?:未|没有|无|从未)有?(?:收到|受理|接收|接受|接到|接收受理)(?:到|过)?(?:[和及并](?:处理|办理))?|未有){_WHO}(?:{_OBJECT}|公开申请|申请公开信息|公开其[他它](?:政府)?信息的?申请|(?<=要求)公开(?:政府)?信息(?=的情况))(?:的|信息|事项|事件|件|申请|要求|请求)*"
    r"(?=$|[,。.;、()和并及也]|情况)"
)
_SPACES = expression("[^\\S\n]+")
_CAME = expression(
    rf"(?:^|[,。;:\n])(?![^,。;:\n]*(?:咨询|信访|投诉|举报|公开(?:政府)?信息(?!的?申请)|主动公开|复议|诉讼|上一?年|去年|往年|同期))[^,。;:\n]*?{COUNT}{_OF_REQUESTS}"
)
# What speaks of some requests only: a channel, a kind of applicant, a part of the year, another year.
_PARTS = expression(
    r"其中|网上|网络|线上|线下|信函|邮寄|邮件|邮箱|邮政|当面|现场|平台|系统|窗口|传真|书面|纸质|来信|电话|转来|转交|转办|交办|上级|涉及|关于"
    rf"|自然人|企业|个人|{OTHER_TIMES}|{YEARS_PAST}|(?:实施|施行|开展|颁布|成立)以来|截[至止].*累计|除.{{1,30}}外"
)
# A clause of its own: 主动公开66条,其中政策解读1条,我镇未收到申请. Where none came before, only what tells of another time goes for it.
_SOME_CAME = expression(r"(?:申请|收到|受理|接到|接收)[^,。;\d]{0,12}[1-9]\d*" + UNIT)
_EXCEPT = expression("除[^。;]{1,30}外")
# 县政府及其办公室收到12件;各乡镇、部门收到5件: the second are the others'.
_OF_OFFICE = expression(r"政府(?:办公[厅室]|本级|机关)[^,。;]*(?:收到|受理)[^,。;]*\d")
_BESIDE_OFFICE = expression(  # 各乡镇、各部门共收到12件,县政府办公室收到5件
    rf"(?:(?:20\d\d|[本全])年度?,?)?各[^,。;\d]{{2,40}}\d+[{COUNTERS}][,;](?!其中)[^,。;\d]{{0,8}}政府办公?[室厅]?[^,。;\d]{{0,16}}\d"
)
_OF_THE_REST = expression("(?:各|其[他它余])[^,。;]{0,14}(?:部门|乡镇|街道|单位)")
_SUBJECT = expression(r"[我本](?:局|委|办|厅|镇|乡|街道?|县|市|区|院|校|单位|机关|部门)$")

_ANSWERED = r"(?:答复|办结|回复|办理完毕|办理完成)"
_ANSWERS = ("答复", "办结", "回复", "办理完")  # one of them is in each
_ALL = expression(
    rf"(?:(?<![平人])均|(?<![成首武于丰昌宜花新望])都(?=已|在|按|依|能|得|予|做|作|进行|及时|给)|全部(?!门)|全数)(?!不|未|为|系|是|属|由|通过|严格)[^,。;]{{0,40}}?{_ANSWERED}|(?<![时期])(?:办结|答复)率均?(?:为|达到?)?100%"
)
_OPEN = expression(r"结转|转结|顺延|延期|正在|尚[未在]|到期|剩余|其余|除|待办|继续办理|下年|下一年|补正")
_NOTHING_OPEN = expression(
    r"(?<!有)(?:无|没有)(?:结转|转结)(?:至?下一?个?年度?)?(?:继续)?(?:办理)?的?(?:申请|事项|情况|件)*(?=$|[,。;()])"
)
_SOME = expression(rf"(?:{_ANSWERED}|办理|办结)[^,。;]{{0,12}}?\d{{1,6}}{UNIT}|(?<!\d)\d{{1,6}}{UNIT}[^,。;]{{0,6}}?{_ANSWERED}")
_THOSE = expression(
    r"^(?:[^。;]{0,40},)?(?:对?(?:所有|全部|上述|以上|(?P<n>\d+)件)(?:依?申请(?:公开)?|事项|信息公开申请)+|上述申请|受理的(?:公开)?申请)已?(?=均|都|全部)"
)
_ALL_OF_IT = expression(
    rf"(?:现?已)?(?:全部|均|都)已?(?:经|按[时期]|依法|及时|依规|按规定|在?(?:法定|规定)(?:期限|时限|时间)内|予以|妥善)*{_ANSWERED}$"
)
_ENDS_WITH_COUNT = expression(rf"^(?:\D|20\d\d年)*{COUNT}{UNIT}[^,。;:\d]*,?$")


def find_claims(prose: Prose) -> Iterator[Claim]:
    """Yield what sections one to four surely state, in printed order."""
    return without_parts(without_denied(without_taken_back(_claims(prose), prose), prose.printed))


def _claims(prose: Prose) -> Iterator[Claim]:
    came = cache(lambda: some_came(prose))
    everything = cache(lambda: [one for one, _ in prose.sentences()])
    for sentence, before in prose.sentences(only_on_topic=True):
        if not sentence.may_claim:
            continue
        if sentence.section != "review":
            over = carried(Kind.CARRIED_OVER, sentence, before)
            included = over.value if over else 0
            plain = without_ways(sentence)
            received = list(_received(plain, included))
            received = [replace(one, included=0) if is_beside_carried(plain.text, one) else one for one in received]
            if plain is not sentence and any(came_beside(everything(), one.value) for one in received):
                received = []
            if not any(one.value for one in received) and none_at_all(sentence) and came():
                received = []
            if _is_beside_office(sentence, before):
                received = []
            yield from received
            if not received and (none := nothing_of_the_kind(sentence, _PARTS)) and not came():
                yield none
            yield from _of_parts(plain)
            yield from (claim for claim in (over, carried(Kind.CARRIED_FORWARD, sentence, before)) if claim)
            if closed := _all_closed(sentence, before, received, included):
                yield closed
        yield from contested(sentence, before)


def _is_beside_office(sentence: Sentence, before: Sentence | None) -> bool:
    """Tell whether the sentence counts what all others than the government's office received, which is told beside it."""
    if _BESIDE_OFFICE.match(sentence.text):
        return True
    return before is not None and _OF_THE_REST.match(sentence.text) is not None and _OF_OFFICE.search(before.text) is not None


def _received(sentence: Sentence, over: int) -> Iterator[Claim]:
    """Yield how many were received; what 本年新收 says goes before 受理, of two numbers without it neither is sure."""
    if (new := _NEW.search(sentence.text)) and _is_of_all(sentence, new.start()):
        yield sentence.claim(Kind.RECEIVED, number(new["n"]), at=new.start())
        return
    found = [one for one in _receipts(sentence) if _is_of_everyone(sentence, one)]
    if len({number(one["n"]) for one in found}) > 1:  # 收到申请12件,受理申请10件
        found = [one for one in found if "收到" in one.group()]
    if len({number(one["n"]) for one in found}) == 1:
        handled = _ALSO_HANDLED.search(found[0]["also"]) is not None
        yield sentence.claim(Kind.RECEIVED, number(found[0]["n"]), at=found[0].start(), handled=handled, included=over)
    elif found or _REQUEST not in sentence.text:
        return
    elif none := _NONE_RECEIVED.search(sentence.text) or none_at_all(sentence):
        own = _SUBJECT.match(sentence.clause(none.start())) and not _SOME_CAME.search(sentence.text, 0, none.start())
        parts = AT_OTHER_TIMES if own else _PARTS
        if _EXCEPT.search(sentence.text, 0, none.start()) or is_by_ways(sentence, none.start()):
            return
        if sentence.speaks_of_all(none.start(), parts) and not denies_some(sentence.clause(none.start()), none.group()):
            yield sentence.claim(Kind.RECEIVED, 0, at=none.start())


def some_came(prose: Prose, *, asked: bool = False) -> bool:
    """Tell whether the section of requests states how many came anywhere, by whatever way; `asked`: in a clause of requests."""
    said = with_digits(_SPACES.sub("", prose.printed["requests"]))
    return any(number(one["n"]) for one in _CAME.finditer(said) if not asked or MENTIONED.search(one.group()))


def _of_parts(sentence: Sentence) -> Iterator[Claim]:
    """Yield how many a part received: 各部门收到申请12件."""
    for one in _receipts(sentence):
        if sentence.is_of_part(one.start()) and sentence.may_speak_of_all(one.start(), _PARTS):
            yield sentence.claim(Kind.RECEIVED, number(one["n"]), at=one.start())


def _receipts(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Yield where a sentence says how many requests came."""
    text = sentence.text
    if _REQUEST in text and any(verb in text for verb in _VERBS):
        yield from chain.from_iterable(pattern.finditer(text) for pattern in _RECEIVED)
        yield from (one for one in _SUMMED.finditer(text) if not _tells_another(text, one))
        if sentence.scope != "government_consolidated":  # whose 我局 is none of all
            yield from _ASKED_US.finditer(text)
        for one in _BARELY.finditer(text):
            if not is_of_services(text[: one.start()], one["n"], text[one.end() :], sentence.behind):
                yield one


def _tells_another(text: str, summed: re.Match[str]) -> bool:
    """Tell whether fewer came than the sum of 申请总数为12件,收到9件,结转3件."""
    return any(number(one["n"]) != number(summed["n"]) for one in _CAME_BESIDE.finditer(text, summed.end()))


def _is_of_everyone(sentence: Sentence, found: re.Match[str]) -> bool:
    who = found.group().partition("公开")[0]
    if is_of_bodies(who) or is_of_some(sentence.clause(found.start())) or is_answered_at_a_window(sentence.text[found.end() :]):
        return False
    if counts_else(sentence.text[found.end() :]):
        return False
    return not is_one_of_ways(sentence.text, found.start(), sentence.after) and sentence.speaks_of_all(found.start(), _PARTS)


def _is_of_all(sentence: Sentence, end: int) -> bool:
    """Tell whether 本年新收 is of all requests: what came from last year stands before it, and is no part of it."""
    clause = sentence.clause(end)
    some = _PARTS.search(OVER.sub("", clause)) or is_of_some(clause) or _PART_OF_YEAR.search(sentence.text, 0, end)
    return some is None and sentence.is_of_year(end) and sentence.is_of_agency(end) and not sentence.is_of_part(end)


def _all_closed(sentence: Sentence, before: Sentence | None, received: list[Claim], over: int) -> Claim | None:
    """Return the claim that all requests of the year were answered: 收到N件,均已按时答复, or N件申请均… behind it."""
    found = _ALL.search(sentence.text) if any(word in sentence.text for word in _ANSWERS) else None
    if found is None or _is_open(sentence) or (before and _is_open(before)):
        return None
    if not received:
        return _all_of_those(sentence, before) if before else None
    counted = re.search(rf"{received[0].value}{UNIT}", sentence.text)
    some = _SOME.search(sentence.text, counted.end() if counted else 0, found.start())
    clause = sentence.clause(found.start())
    others = any(number(other["n"]) != received[0].value for other in re.finditer(COUNT + UNIT, clause))  # 10件均已答复
    if not received[0].value or some or others or "答复" in clause:
        return None
    return sentence.claim(Kind.ALL_CLOSED, received[0].value, included=over)


def _is_open(sentence: Sentence) -> bool:
    """Tell whether the sentence speaks of requests that are not closed; what came from last year and 无结转 are none."""
    return _OPEN.search(_NOTHING_OPEN.sub("", OVER.sub("", sentence.text))) is not None


def _all_of_those(sentence: Sentence, before: Sentence) -> Claim | None:
    if _ALL_OF_IT.match(sentence.text):  # 收到申请2件。全部办结: of these, where nothing else is counted
        counted = [claim.value for claim in _received(before, 0) if claim.value]
        alone = _ENDS_WITH_COUNT.search(before.text.partition("其中")[0]) and not _SOME.search(before.text)
        return sentence.claim(Kind.ALL_CLOSED, counted[0]) if alone and counted else None
    those = _THOSE.match(sentence.text)
    if those is None or _SOME.search(before.text):
        return None
    received = next((claim.value for claim in _received(before, 0)), -1)
    return None if those["n"] and int(those["n"]) != received else sentence.claim(Kind.ALL_CLOSED, received)

"""What does a sentence surely state of reviews and lawsuits about requests? Those that an agency decides are not meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import is_own
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.claimed import Claim, Kind
from gongkai.indexer.prose.ownership.at_court import goes_to_court, without_court
from gongkai.indexer.prose.ownership.of_a_matter import PLAIN, is_called_after_a_matter, without_agency
from gongkai.indexer.prose.ownership.other_causes import (
    decides_them,
    is_brought_about_otherwise,
    is_caused_otherwise,
    is_of_other_kind,
    tries_them,
)
from gongkai.indexer.prose.ownership.some_contests import counts_some, is_asked, is_because_of_another, without_none_pending
from gongkai.indexer.prose.ownership.subjects import names_a_part
from gongkai.indexer.prose.ownership.vocabulary import MATTERS
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import COUNT, OTHER_TIMES, UNIT, number

__all__ = ["contested"]

_NUMBER_BEHIND = rf"的?(?:申请|案件|案|事项|情况)?的?(?:数量|总数|共计?|合计|[数为有:的])*{COUNT}{UNIT}"
_NUMBER_BEFORE = (  # 发生3件行政复议; 有3件行政复议,2件行政诉讼
    r"(?P<lead>(?<![未没无])(?<!没有)(?:发生|引发|引起|产生|被申请)|(?<![没无])有|复议(?:案件)?[,、])"
    + COUNT.replace("?P<n>", "?P<before>")
    + UNIT
    + r"(?:有关|因|涉及|关于|的)*(?:政府)?(?:信息公开)?(?:引发|引起|工作|申请)?[类的]?行政"
)
_REVIEW = expression(rf"复议{_NUMBER_BEHIND}|{_NUMBER_BEFORE}复议")
_LITIGATION = expression(rf"诉讼{_NUMBER_BEHIND}|{_NUMBER_BEFORE}诉讼")
_BOTH_ZERO = expression(
    r"复议(?:申请|案件)?(?:[、,和及或与者]|以及)*被?(?:提起)?(?:行政)?诉讼的?(?:案件|事项|情况)?(?:数量|[数均共各为:])*[0零]"
    + UNIT
)
_BOTH_SOME = expression(  # 行政复议、行政诉讼各1件
    rf"复议(?:申请|案件)?(?:[、,和及与]|以及)+被?(?:提起)?(?:行政)?诉讼的?(?:案件)?各(?:为|有)?{COUNT}(?P<before>){UNIT}"
)
_OUTCOME = expression(r"维持|纠[正错]|撤[销回诉]|未[结决]|[在待]审|旁听|败诉|胜诉|审结|责令|违法|履行|驳回|结转|以外|不予受理")
_NO_CONTESTS = expression(r"无关|信访复[议查核]\d")  # 信访复议3件,行政诉讼2件: of petitions
# What the words behind a number tell apart: 1件行政复议案件予以维持,2件予以纠正. What goes for all of them does not.
_ENDED = expression(
    rf"被?(?:纠|撤|败|胜|维持)|(?![^,。;:(、]*?[均都全])[^,。;:(、]*?(?:{_OUTCOME.pattern}|撤回|中止|终止|听证|应诉|移送|调解|结案|办结|待[审判决结]|[在未]审|在办|未结|审理|受理|终结|补正|正在|尚|仍在)"
)
_SUPPOSED = expression(
    "可能|拟(?![定订制])|或许(?!可)|如(?=[有发遇因引出被])|若(?!干)|凡|一旦|每|(?<!截至)(?<!截止)目前|正在|尚有|仍有|另有|另外|还有"
)
_WHOSE = expression("的(?!案件|情况|事项|申请|$|[,。;])")  # 发生1件行政复议的单位
# 有 alone states all of them where the clause begins with it and the sentence has no other number of them.
_HAVING = expression(
    r"(?:(?:20\d\d|[本全今])年度?|年内|我[局委办厅镇乡县市区院]|本(?:局|机关|单位|部门|镇|街道)|共|(?:因|涉及)政府信息公开(?:工作|申请)?的?)*"
)
_OF_BOTH = expression(rf"{COUNT}{UNIT}(?!的?行政(?:复议|诉讼))")
_AUTHORITY = expression(r"办理|审理|受理|代理|审结|承办|化解|接待|培训|参加|应诉|出庭|指导|收到")
_PLAINTIFF = expression(
    "(?<![对向以告])[我本](?:局|委|厅|办|院|镇|乡|校|机关|单位)(?:主动|依法|共)?(?:提起|申请)(?:行政)?$"
)  # it sues, and is not sued
_ARISEN = expression("发生|引发|引起|产生|因|被")
_PARTS_OF_REQUESTS = expression(r"[^复诉,]*申请[^复诉,]*\d")  # 其中网络申请5件
_BROKEN_DOWN = expression(r"其中|[(:]|包括|[较比]|上一?年|去年")
_BECAUSE = expression("因[^,。;]{0,8}信息公开")
_DECIDES = expression("审理|代理|承办|指导|化解|复议机[关构]")
# 受理行政复议0件 and 办理因信息公开引发的行政复议12件 are its own, 受理行政复议12件 may be what it decides.
_MAY_DECIDE = expression("受理|办理|处理")
_DENIED_BEFORE = expression("(?<![因对由])(?:未|没有?|无)曾?(?:发生|引发|产生|出现|因|被|收到|接到|有|涉及)")
_PREVENTED = expression("不因|不发生|不引发|避免|防止|杜绝|预防")
_OF_OURS = expression("针对[我本]")  # 收到针对我局的行政复议
_PUBLISHED = expression(r"(?<!信息)(?<!申请)公开了?(?:行政)?$")  # 主动公开行政复议案件12件
_ONE_KIND = expression(r"未经|直接|复议后|一审|二审|再审|原告|(?<!为)被告|第三人")
_PARTS = expression(f"{OTHER_TIMES}|累计")
_PARTS_BESIDE = expression(f"(?!上一?年度?(?:结转|转结))(?:{OTHER_TIMES})|累计")
_REQUESTS_CARRIED = expression(
    rf"(?<=[{COUNTERS}])[,、(其中含]{{1,4}}上一?年度?(?:结转|转结){COUNT}{UNIT}(?!的?行政)"
)  # behind how many requests came
_NEVER = expression(
    r"(?:(?:未|尚未|从未)(?:有|曾)?(?:发生|引发|产生|出现|收到|接到|引起|涉及|因|被|导致|存在|提起|有)|没有|不存在"
    r"|(?<!有)无(?!法|关|偿|需|正当|效|条件|误|锡|为|极|棣|论))(?P<between>[^,。;()]{0,40}?)(?=(?P<what>(?:行政)?(?:复议|诉讼).*))"
)
_NAMED = {Kind.REVIEW: expression(r"复议(?!机[关构]|局|委)"), Kind.LITIGATION: expression("诉讼")}
_CHAIN = expression(  # 行政复议、行政诉讼: one statement of both
    r"(?:(?:行政)?(?:复议|诉讼|申[诉述]|应诉)(?!机[关构]|局|委|费)|申请|案件?|事项|情况|事件|行为|[和及与](?:有关|相关)|[、,和及或与者的]|以及|被|提起|引发|发生|出现|投诉|举报|而)+"
)
# What may stand behind the chain: 行政复议决定, 行政复议后起诉 and 行政诉讼应诉不力 deny something else.
_CHAIN_END = expression(
    r"$|[,。;:!?()]|\d|[数总合均各共皆为是零]|等|情形(?!外)|现象|纠纷|请求|诉求|信访|上访|赔偿|仲裁|例|记录|方面的情况|(?:起诉|问题|件)(?:$|[,。])"
)
# 行政复议、行政诉讼共8件, 被申请行政复议或提起行政诉讼8件, 复议诉讼案件8件: the number belongs to neither.
_CONTESTS = r"(?:复议|诉讼|申诉|应诉|仲裁|信访|举报|投诉)"
_JOINED = expression(
    rf"{_CONTESTS}(?:申请|案件|案|事项|情况)?的?(?:[、,和及与或/]|以及|或者|(?:并|直接|被|由此|因此|引[发起]|提起|产生|发生|申请|涉及)的?)*(?:行政)?$"
)
_JOINED_BEHIND = expression(rf"(?:案件|案)?(?:[、和及与或/]|以及|或者)*(?:被|提起|申请)*(?:行政)?{_CONTESTS}")
_NEVER_BEFORE = expression("未|没有|无|不存在")
# 受理各类行政复议52件, 没有因政府信息公开引起的: of any topic
_OF_ANY_TOPIC = expression(
    r"^(?!.*信息公开).*(?:(?:各[类种]|其[他它]|全部)的?|类|土地|拆迁|征收|治安|劳动|房屋|规划|环保|工伤)行政$"
)
_NONE_OF_TOPIC = expression(
    r"信息公开的?(?:没有|[为是]?[零0无])|(?:没有|无|未|非|不|[^\d]0件)[^,。;\d]{0,8}信息公开(?![^,。;]{0,8}(?:诉讼|复议|申诉|举报|投诉|信访))"
)
# 新增行政复议2件: beside what was carried over, or more than last year; 新发生 is of the year where none was carried over.
_NEW, _CARRIED = (
    expression(r"新(?:收|增|受理|接|发生)"),
    expression(r"上一?年|去年|20\d\d年(?:度)?(?:结转|遗留|转)|结转|转入|遗留"),
)
# Only some are denied: 没有未结行政诉讼, 无二审, 没有因逾期答复引起的行政复议, 没有针对乡镇的.
_QUALIFIED = expression(
    r"未办|办结|不予|整改|机关受理|重大|较大|重要|典型|群体|集体|疑难|未结|未审|积压|遗留|新增|新发|新的|逾期|超期|延期|不及时|拖延|延误|不作为|不当|不规范|不准确|不到位|不力|失误|过错|泄密"
    r"|复杂|严重|负面|不良|敏感|收费|土地|征地|征收|拆迁|房屋|二审|一审|再审|直接|经复议|未经|再次|重复|恶意|成功|生效|行政赔偿|涉[林农税企法路军地房矿水海]"
)
_CAUSED = expression(
    r"(?:因|由)(?!(?:(?!引[起发]|导致|产生|造成)[^,。;])*(?:信息|公开|申请|工作|政务|此|答复|不服|而))[^,。;]{2,12}?(?:引[起发]|导致|产生|造成)"
)
_BY_ANOTHER_MATTER = expression(  # 没有因违反拆迁工作规定而出现投诉、复议
    rf"因(?!此)(?![^,。;]*(?:信息|公开|申请|[答回]复))[^,。;、]*?(?:{MATTERS})[^,。;、]*?(?:而|引[发起]|导致|产生|造成|出现|发生|涉及|被)"
)
# Behind 信息公开 (信息公开领域的, 信息公开服务引起的) only the words above tell which are denied.
_WHAT_OF_IT = expression("信息公开(?:[^,]*的|[^,]*$)")
_LISTED = expression("[、和或,]|(?<!涉)及(?!时)|与(?!政府|信息)")
_AGAINST = expression(r"(?:针对|对|以)(?![我本该])(?P<whom>[^,。;]*)")
_AGAINST_WHOM = expression(
    r"(?:针对|对|起诉|状告|以)(?P<whom>[\u4e00-\u9fff]{1,12}?(?:政府|(?<![结布格])局|厅|委员会|办公室|街道办|[大支]队|部门|单位|乡镇|街道))(?:(?:为被告)?(?:提起|申请|被)|为(?:共同)?被(?:告|申请人))"
)
_SOME_OF_THEM = expression("除[^,。;]*(?:复议|诉讼)[^,。;]*外|其中[,:]?[^,。;:]{0,8}$")
_OF_THOSE = expression(r"(?:不服|[经对由])$")
_NUMBER_NEXT = expression(r"\D{0,6}[1-9]")
_FIRST_CLAUSE, _CLAUSES = expression(r"[^,。;]*"), expression(r"[^,。;]+")
_STATED = ((Kind.REVIEW, _REVIEW), (Kind.LITIGATION, _LITIGATION))


def contested(sentence: Sentence, before: Sentence | None = None) -> Iterator[Claim]:
    """Yield how many reviews and lawsuits the sentence states, none where it denies them; `before` may say who decides them."""
    if _NO_CONTESTS.search(sentence.text) or not ("复议" in sentence.text or "诉讼" in sentence.text):
        return
    sentence = replace(sentence, text=without_none_pending(without_court(sentence.text)))
    yield from _of_parts(sentence)
    if (each := _BOTH_SOME.search(sentence.text)) and not _DENIED_BEFORE.search(sentence.clause(each.start())):
        if _is_contest(sentence, each):
            yield from (sentence.claim(kind, number(each["n"]), at=each.start()) for kind in _NAMED)
        return
    if (both := _BOTH_ZERO.search(sentence.text)) and sentence.speaks_of_all(both.start(), _PARTS):
        if not is_called_after_a_matter(sentence.text, both.start(), both.end(), sentence.agency) and not is_caused_otherwise(
            sentence.text, both.start(), both.end(), sentence.agency
        ):
            yield from (sentence.claim(kind, 0, at=both.start()) for kind in _NAMED)
        return
    said: set[Kind] = set()
    for kind, pattern in _STATED:
        found = pattern.search(sentence.text)
        if found and _is_contest(sentence, found) and _is_whole(sentence, found, pattern, said):
            if _is_of_others(sentence, found, before, kind):
                continue
            said.add(kind)
            yield sentence.claim(kind, _count(found), at=found.start())
    for never in _NEVER.finditer(sentence.text):
        yield from (sentence.claim(kind, 0, at=never.start()) for kind in _denied(sentence, never) if kind not in said)


def _is_of_others(sentence: Sentence, found: re.Match[str], before: Sentence | None, kind: Kind) -> bool:
    """Tell whether the sentences say that they are about something else, or to be decided by the agency."""
    said = before.text if before else ""
    decides = decides_them if kind is Kind.REVIEW else tries_them
    if _count(found) and decides(sentence.clause(found.end()), said, sentence.agency):
        return True
    if is_called_after_a_matter(sentence.text, found.start(), found.end(), sentence.agency):
        return True
    return is_caused_otherwise(sentence.text, found.start(), found.end(), sentence.agency)


def _count(found: re.Match[str]) -> int:
    """Return the number that stands behind the word, or before it."""
    return number(found["n"] or found["before"])


def _of_parts(sentence: Sentence) -> Iterator[Claim]:
    """Yield how many a part has: 县公安局被提起行政诉讼3件."""
    for kind, pattern in _STATED:
        for found in pattern.finditer(sentence.text):
            if sentence.is_of_part(found.start()) and sentence.may_speak_of_all(found.start(), _PARTS):
                yield sentence.claim(kind, _count(found), at=found.start())


def _is_joint(sentence: Sentence, found: re.Match[str]) -> bool:
    """Tell whether the number is of several together: 行政复议、行政诉讼共8件; 无行政复议,行政诉讼1件 is not."""
    if not _count(found):
        return False  # none of both
    if found["before"]:
        return _JOINED_BEHIND.match(sentence.text, found.end()) is not None
    joined = _JOINED.search(sentence.text[: found.start()])
    return joined is not None and _NEVER_BEFORE.search(sentence.clause(joined.start())) is None


def _is_contest(sentence: Sentence, found: re.Match[str]) -> bool:
    clause = sentence.clause(found.start())
    against = _AGAINST_WHOM.search(clause)
    if _PLAINTIFF.search(clause) or goes_to_court(sentence.text[: found.start()]):
        return False
    if is_because_of_another(clause, sentence.scope, sentence.agency):
        return False
    if against and not is_own(against["whom"], sentence.scope, sentence.agency):
        return False
    _, some, parts = sentence.text[: found.start()].partition("其中")
    if some and not (_ARISEN.match(clause) and _PARTS_OF_REQUESTS.match(parts)):  # 其中网络申请5件,…,发生行政复议1件
        return False
    authority = _DECIDES if sentence.section == "review" else _AUTHORITY  # section four is of its own
    may_decide = _MAY_DECIDE.search(clause) is not None and "信息公开" not in clause
    may_decide = may_decide or (found.group().startswith("复议申请") and is_asked(clause))
    if (authority.search(clause) or (may_decide and _count(found))) and not _OF_OURS.search(clause):
        return False
    if any(is_brought_about_otherwise(said, sentence.agency) for said in _CLAUSES.findall(sentence.text, 0, found.end())):
        return False
    said = sentence.text.partition("其中")[0]  # 诉讼3件,其中未经复议直接起诉2件: of all, then of some
    if _OUTCOME.search(clause) or _PUBLISHED.search(clause) or _ONE_KIND.search(said) or _ENDED.match(sentence.text, found.end()):
        return False
    because = _BECAUSE.search(sentence.text, found.start() - len(clause), found.start())
    before = replace(sentence, text=sentence.text[: found.start()], after="", behind="")
    if because and not before.speaks_of_all(because.start(), _parts_of(sentence)):
        return False  # 约因政府信息公开被申请行政复议3件
    return sentence.speaks_of_all(found.start(), _parts_of(sentence))


def _parts_of(sentence: Sentence) -> re.Pattern[str]:
    """Return what tells of a part: of 收到依申请公开2件,上年结转1件 the second is of requests, and of no other time."""
    requests = sentence.text.partition("复议")[0].partition("诉讼")[0]
    return _PARTS_BESIDE if "申请" in requests and _REQUESTS_CARRIED.search(requests) else _PARTS


def _is_whole(sentence: Sentence, found: re.Match[str], pattern: re.Pattern[str], said: set[Kind]) -> bool:
    """Tell whether the number is of all of them, and of none that are supposed, pending or told apart by their cause."""
    clause, behind = sentence.clause(found.start()), sentence.text[found.end() :]
    if _PREVENTED.search(clause) or (_count(found) and (_DENIED_BEFORE.search(clause) or is_of_other_kind(clause, behind))):
        return False
    if _SUPPOSED.search(clause) or _WHOSE.match(behind) or counts_some(behind, sentence.year) or _is_joint(sentence, found):
        return False
    if _OF_ANY_TOPIC.search(clause) or _NONE_OF_TOPIC.search(behind) or _is_new(clause, sentence.text):
        return False
    others = pattern.finditer(_BROKEN_DOWN.split(behind)[0])
    if any(_count(other) != _count(found) for other in others):
        return False
    lead = found["lead"] or ""
    if lead.startswith("复议"):
        return Kind.REVIEW in said
    if lead == "有":
        before = sentence.text[: found.start()]
        return bool(_HAVING.fullmatch(clause)) and not (_OF_BOTH.search(behind) or "复议" in before or "诉讼" in before)
    return True


def _is_new(clause: str, text: str) -> bool:
    """Tell whether the clause counts what came new, which may be less than all."""
    new = _NEW.search(clause)
    return new is not None and (not new.group().endswith("发生") or _CARRIED.search(text) is not None)


def _is_of_some(between: str, agency: str | None) -> bool:
    """Tell whether the words between 没有 and what is denied deny some of them only."""
    against = _AGAINST.search(between)
    last = _LISTED.split(between)[-1]  # 没有群体性事件和行政复议
    qualified = _QUALIFIED.search(last)
    last = _WHAT_OF_IT.sub("信息公开", last)
    if agency:
        last = without_agency(agency, last)
    rest = PLAIN.sub("", last)
    if len(rest) > 1:
        return True
    if _BY_ANOTHER_MATTER.search(between):
        return True
    return bool(qualified or _CAUSED.search(between) or (against and names_a_part(against["whom"])))


def _denied(sentence: Sentence, never: re.Match[str]) -> Iterator[Kind]:
    """Yield what the words after 未发生, 无, 没有 deny: both where reviews and lawsuits are named together."""
    chain = _CHAIN.match(never["what"])
    if (
        chain is None
        or _OUTCOME.search(never["between"])
        or _is_of_some(never["between"], sentence.agency)
        or not sentence.speaks_of_all(never.start(), _parts_of(sentence))
    ):
        return
    rest, named = never["what"][chain.end() :], chain.group()
    if _SOME_OF_THEM.search(sentence.text, 0, never.start()):
        return
    if _OF_THOSE.search(never["between"]) or not (named.endswith(",") or _CHAIN_END.match(rest)):
        return
    said = _FIRST_CLAUSE.match(rest)
    if said and _OUTCOME.search(said.group()):
        return
    if _NUMBER_NEXT.match(rest):  # 无复议案件,诉讼案件2件
        named = named.rpartition(",")[0]
    yield from (kind for kind, pattern in _NAMED.items() if pattern.search(named))

"""Where does a page name the agency that reports? Publisher lines, signature, sentences, metadata, each with a weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from gongkai.indexer.agencies.candidates import ZONE_ENDS, Candidate, candidate, in_menu
from gongkai.indexer.agencies.moved import behind_other_words, behind_party, opens
from gongkai.indexer.agencies.own.own_documents import OWN_DOCUMENTS, OWN_OF_BODY, OWN_OF_YEAR, may_be_own
from gongkai.indexer.agencies.reported_work import (
    ANNUAL,
    ANNUAL_WORDS,
    BESIDE_RULES,
    COVERED,
    OF_BODY,
    REPORTED_WORK,
    STAFFED,
    SUITED,
    SUITED_TO,
    WRITTEN_FROM,
)
from gongkai.indexer.agencies.title_names import called_so
from gongkai.indexer.agencies.told_of import central_is_told_of, firm_reports, may_speak, town_is_told_of, zone_is_told_of
from gongkai.indexer.agencies.wholes.compilers import behind_compiler, behind_gatherer, gathers_all
from gongkai.indexer.agencies.wholes.whole_place import (
    PLACE_SUBJECT,
    own_governments,
    puts_out,
    reached_for_all,
    whole_governments,
)
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY, ENDS, with_campus
from gongkai.indexer.names.desks import (
    BODY_ITSELF,
    GOVERNMENT_OFFICE,
    HAN,
    OFFICE_ITSELF,
    OFFICE_SECTION,
    behind_desk,
    gathers,
    gathers_in,
    is_office_beside,
    of_contact,
    speaks_as_body,
)
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.national import CENTRAL_ENDS, national_body
from gongkai.indexer.names.voices import within_bureau
from gongkai.indexer.titles.title_words import without_second_names
from gongkai.indexer.titles.titles import titles_in_sentences

__all__ = ["COMPILES", "META", "issuers", "stated"]

_TOWN_SHORT = ("镇政府", "乡政府")
_ZONE_WORD = 3  # characters of 高新区, 开发区
_ZONE_SUBJECT = (*ZONE_ENDS, "管理区")  # 2025年,甲管理区在…领导下
_TELLS_OF_ZONES = expression("[全我][市县旗州](?![域场级直])")  # a county that tells of one of its 管理区
_SUBJECT_ENDS = (*ENDS, *_ZONE_SUBJECT, *_TOWN_SHORT, "党委政府", "公司", ")", "公开工作", "政府办")
_NAMED_ENDS = (*ENDS, ")")  # 山东大学(威海); other brackets are gone
_RUN_ENDS = (*_SUBJECT_ENDS, *CENTRAL_ENDS)
_LABELLED = expression(
    rf"(?:发\s*[布文]\s*(?:机\s*[构关]|单\s*位)|公开责任部门|公\s*开\s*主\s*体|发布者|报告机关|制作单位|信息提供单位)"
    rf"[\s::|\]】]{{0,6}}({AGENCY})(?=[\s|,。;)]|$|发文|成文|生成|发布|文号|主题|名称)"
)
_SOURCE = expression(
    rf"(?:来\s*源|作\s*者|供稿)[\s::|\]】]{{1,6}}({AGENCY})"
    r"(?=[\s|,。;)]|$|时间|发布|作者|浏览|点击|字体|字号|访问|阅读|日期)"
)
_COMPILED = expression(
    rf"由({AGENCY})(?:(?:政务|政府信息|信息)公开(?:工作)?(?:主管|工作)?(?:机构|部门))?(?:\([^)]{{2,40}}\))?(?:[、和]{AGENCY}(?=编制))?(?:负责)?(?:编制|编写|撰写|起草|整理(?!好|和)|汇总|综合)"
)
_CONTACT = expression(
    rf"(?:[与向]|请于|致电|联系[::]?(?:请联系)?)((?:中国\([{HAN}]{{2,4}}\))?[{HAN}·]{{3,40}})(?:\([^)]{{2,40}}\))?(?:联系|反映|咨询|\(|,)"
)
_HANDED_IN = expression("[府厅室局委](?:送交|提交|移交|上交|抄送|推送|提供|通报)")  # 向省政府办公厅送交主动公开文件(…)12件
# 请联系:X街道办事处;联系电话:1. A government's office or the one for publicity may be reached for others.
_REACHED = expression(
    rf"(?<!监督)(?<!投诉)(?<!举报)(?<!复议申请请)(?<!复议请)(?<!问题请)(?<!维护请)(?<!文本请)(?<!查阅请)联系:([{HAN}·]{{3,40}})(?<!政府办公室)(?<!政府办公厅)(?<!公开办公室)(?<!公开办)(?<!中心);(?=\s*(?:联系|电话|地址|邮编|传真))"
)
_TO_SPEAK = (_REACHED, BESIDE_RULES, COVERED, SUITED_TO, *OWN_OF_YEAR)  # where the page must be able to speak as the body
_BY_SITE = "(?=[^,。;]{2,24}(?:网站|平台|公众号)[^,。;]{0,6}(?:公开|发布))"
# What follows the subject of a sentence about the reporting agency. One plain alternation, each of which begins with a character:
# the search skips to these.
_PREDICATE = expression(
    rf"通过{_BY_SITE}|利用{_BY_SITE}|"
    r"\(以下[简统]称|组织编制[了完]?|编制(?:[了完]|(?=本年?度?报告|20\d\d年))|根据|依据|按照|依照|深入|坚持|认真|严格|紧紧|全面|始终|高度重视|以|积极|围绕|切实|持续|坚决|坚定|全力|努力|精心|稳步|有序|高效|"
    r"结合|对(?=20\d\d年度?[^。,;]{0,16}公开工作[^。,;]{0,8}总结)|在(?=20\d\d年|[^,。;]{2,20}(?:上|网站|平台)上?(?:主动|积极|及时|累计|共)*(?:公开|发布))|特(?=编制|制定)|未(?:发生|收到|接到|出现|收取|受理)|没有(?:收到|接到|受理|收取)|在(?=[^,。;]{2,40}(?:领导(?!小组)|(?:安排|部署|指导|关心|支持|组织)下))|紧密|贯彻|落实|不断|依法|主动|准确|聚焦|立足|锚定|牢[固牢]|充分|大力|统筹|突出|强化|加强|健全|优化|紧扣|共(?=收到|受理|公开|发布)|进一步|扎实|着力|把|依托|结合|按(?=国|省|市|县|区|州|旗|上级|要求)|推进|推动|遵循|遵照|恪守|及时|因(?=机构|人事|人员|工作)|秉持|秉承|践行|狠抓|注重|[现特](?:公布|发布)(?=20\d\d年度?[^。,;]{0,20}(?:报告|年报))|[现特]?将(?=20\d\d|本)|[现特]?向(?=社会[^。,;]{0,4}公[布开][^。,;]{0,24}(?:报告|年报))"
)
_BASES = ("根据", "依据", "按照", "依照", "结合")
_NOT_NAME = expression(rf"[^{HAN}()·]")
_ASIDE = expression(
    r"(?<!大学)\([^()]{2,30}\)$|(?<=大学)\([^()]{5,30}\)$|(?:政务公开|政务信息公开|(?<!人民)政府信息公开|信息公开)工作$|(?<=[镇乡])党委(?=政府$)"
)
_AFTER_YEAR = expression(
    r"(?:(?:20\d\d\s*学?|今|一)年(?:度|以来|来|里)?[,,]?|20\d\d(?:以来)?,"
    r"|20\d\d年1月(?:1日)?[至到~—-]+(?:20\d\d年)?12月(?:31日|底|末)?(?:期间|止)?,?)\s*$"  # 2023年1月1日至12月31日,X在…
)
# 2024年,甲市人民政府办公室均认真…, 坚紧紧围绕: one character, a word or a slip of the pen.
_WORD_BETWEEN = expression(rf"20\d\d年(?:度|以来|来)?,?[{HAN}]{{2,12}}政府办公[室厅](?![的和与及对等])[{HAN}]$")
# 甲县教育局2022年认真…; 甲县乙镇2016年度政务公开工作,在…领导下开展
_YEAR_BEHIND = expression(rf"(?<=[{HAN}])(?:20\d\d年(?:度|以来|来)?的?(?:(?:政府信息|政务|信息)?公开工作)?,?|(?<=公开工作),)$")
_PARTY_AND = expression("(?<=[镇乡])党委[、和][镇乡]?(?=(?:人民)?政府)|(?<=街道)党工委[、和](?=办事处)")  # 甲镇党委、政府坚持…
_YEAR_BEFORE, _GLUED_YEAR = expression(r"20\d\d\s*$"), expression(r"年(?:年?度|以来|来|里)?")
_PERIOD_GOES_ON = r"(?!\s*(?:[至到起]|[~—-]+\s*\d))"  # 2010年1月1日-12月31日 is no day on which anybody signed
_SIGNATURE = expression(
    rf"(?:^|[\n\s。|])({AGENCY})\s*(?:\([盖公]章\))?\s*\n?\s*"
    rf"(?=(?:20\d\d\s*年|二[〇○零O0])[^\n至到~—-]{{1,14}}日(?!\s*星期){_PERIOD_GOES_ON}"
    rf"|20\d\d[-/.]\d\d?+(?>(?:[-/.]\d\d?+)?){_PERIOD_GOES_ON})"
)
_LINE = expression(rf"^[ \t]*(?:\((?=[{HAN}]+\)))?({AGENCY})\)?[ \t|]*$", re.MULTILINE)
_LAST_LINE = expression(rf"(?:^|\n)\s*({AGENCY})\s*$")
META = ("contentsource", "source", "author", "publisher", "department", "sitename", "og:site_name")
"""Which of a page's metadata name an agency."""
COMPILES = 7
"""Weight of a subject that compiles the report; less is that of one that acts."""
_PUBLISHES = 1  # weight of a town that publishes by a site, which reports of others tell of as well
_TOWN_END = expression(r"(?:[镇乡]|苏木|街道)(?:人民政府|办事处|办)?$")
_FIRST = 200  # characters in which a company is the one that reports, and no other body's subject
_MENU = 3  # lines with nothing but the name of a body: a menu


def stated(head: str, tail: str, meta: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the agencies that head, signature and metadata of a folded page state."""
    printed, head, tail = head, without_second_names(head), without_second_names(tail)
    for agency in titles_in_sentences(head):
        yield from candidate(agency, 9, "sentence")
    lines = [line for line in _LINE.finditer(head, 0, 800) if not in_menu(line)]
    if len({line[1] for line in lines}) < _MENU:
        for line in lines:
            yield from candidate(line[1], 6.5, "line")
    for weight, source, pattern, text in (
        (8, "signature", _SIGNATURE, tail),
        (7, "last line", _LAST_LINE, tail),
        (8, "text", _COMPILED, head),
        (7, "contact", _CONTACT, head),
        (7, "contact", _REACHED, head if "联系:" in head else ""),
        (6, "contact", _CONTACT, tail),
        *((4, "own rules", rules, head) for rules in OWN_DOCUMENTS),
        (8, "text", ANNUAL, head if ANNUAL_WORDS.search(head) else ""),
        *((weight, "text", told, head) for weight, told in REPORTED_WORK),
    ):
        for match in pattern.finditer(text):
            name = match[1]
            if source == "contact":
                if _HANDED_IN.search(name):
                    continue
                name = _reached(with_campus(name, text, match.end(1)), head, named=pattern is _CONTACT)
            elif pattern is _COMPILED:
                name = _maker(match, head)
            elif source == "own rules" and gathers_all(head) and not OFFICE_ITSELF.search(head):
                name = GOVERNMENT_OFFICE.sub("政府", name)
            yield from candidate(name, weight, source) if _is_said(pattern, name, head) else ()
    yield from (Candidate(name, 8.5, "text") for name in whole_governments(head))
    subjects = _own_subjects(head)
    yield from (Candidate(name, weight, "text") for name, weight in own_governments(head, alone=not subjects))
    for issuer in (replace(one, name=called_so(one.name, printed) or one.name) for one in issuers(head)):
        yield replace(issuer, name=_behind_reached(issuer.name, head, puts_out(issuer.name, head)))
    yield from subjects
    for name in META:
        if content := meta.get(name):
            yield from candidate(content.strip(), 4, f"meta {name}")


def _reached(name: str, head: str, *, named: bool) -> str:
    """Return the body behind what is reached for questions."""
    name = behind_compiler(of_contact(name.removesuffix("联系"), head), head, reached=True)
    name = behind_gatherer(name, head) if gathers_all(head) else name
    office = OFFICE_SECTION.sub("", name)
    return _behind_reached(office if reached_for_all(office, head) else name, head, named and puts_out(name, head))


def _behind_reached(name: str, head: str, for_place: bool) -> str:
    """Return the government behind an office, or a bureau that gathers, that is only reached for it or carries its report."""
    if for_place or reached_for_all(name, head):
        return GOVERNMENT_OFFICE.sub("政府", name)
    return behind_compiler(name, head, reached=True)


def _maker(match: re.Match[str], head: str) -> str:
    """Return the body behind who compiled a report: 由…编制."""
    name = behind_compiler(behind_desk(match[1], head), head)
    gathered = gathers(head, match.start(1), match.end(1), match.end()) and not OFFICE_ITSELF.search(head)
    if gathered and gathers_all(head[match.end(1) : match.end(1) + 260].partition("。")[0]):
        name = behind_gatherer(name, head)
    return GOVERNMENT_OFFICE.sub("政府", name) if gathered or puts_out(name, head) else name


def _is_said(pattern: re.Pattern[str], name: str, head: str) -> bool:
    """Tell whether the page may be called what the pattern found."""
    if pattern is OF_BODY or pattern in OWN_OF_BODY:
        return speaks_as_body(head) and _calls_itself(name, head)
    if pattern is STAFFED:
        return (speaks_as_body(head) or within_bureau(head)) and may_speak(name, head) and gazetteer().begins(name)
    if pattern in OWN_DOCUMENTS and not may_be_own(pattern, name, head):
        return False
    if pattern in _TO_SPEAK:
        return may_speak(name, head)
    if pattern is WRITTEN_FROM:  # 结合开发区管委会…数据撰写: its name stands elsewhere
        return name[0] in "省市县区旗州" or bool(read_name(name, None, gazetteer()).places)
    return pattern is not SUITED or _calls_itself(name, head)


def _calls_itself(name: str, head: str) -> bool:
    """Tell whether a page that speaks as a body speaks as this one: 我局 is no 政府办公厅."""
    body = BODY_ITSELF.search(head)
    return body is None or name.removesuffix("员会").endswith(body[0][1:])


def issuers(head: str) -> Iterator[Candidate]:
    """Yield the agencies that publisher and source lines name."""
    head = without_second_names(head)
    for weight, source, pattern in ((7, "publisher", _LABELLED), (5, "source line", _SOURCE)):
        for match in pattern.finditer(head):
            yield from candidate(match[1], weight, source)


def _own_subjects(head: str) -> list[Candidate]:
    """Return the subjects; a town that publishes by a site only where it is alone, of several towns the one told of most."""
    subjects = list(_subjects(head))
    told = {subject.name: subject.weight < COMPILES and read_name(subject.name, None, gazetteer()).town for subject in subjects}
    towns = Counter(filter(None, (told[subject.name] for subject in subjects))).most_common()
    if len(towns) > 1:
        most = towns[0][0] if towns[0][1] > towns[1][1] else ""
        subjects = [subject for subject in subjects if told[subject.name] in (False, None, most)]
    return [subject for subject in subjects if subject.weight > _PUBLISHES] or subjects


def _subjects(head: str) -> Iterator[Candidate]:
    """Yield the agencies that are subjects: 2024年,X坚持…; 在…领导下,X严格…; X根据…编制."""
    head = _PARTY_AND.sub("", head)
    for predicate in _PREDICATE.finditer(head):
        left = head[max(0, predicate.start() - 70) : predicate.start()]
        left = left[:-1] if _WORD_BETWEEN.search(left) else left
        behind = _YEAR_BEHIND.search(left)
        left = left[: behind.start()] if behind else left
        run = _NOT_NAME.split(left)[-1] if left.endswith(_RUN_ENDS) else ""
        if not national_body(run) and not run.endswith(_SUBJECT_ENDS):
            continue
        glued = _GLUED_YEAR.match(run) if _YEAR_BEFORE.search(left[: len(left) - len(run)]) else None
        subject = _ASIDE.sub("", run[glued.end() :] if glued else run)
        zone, firm = subject.endswith(_ZONE_SUBJECT), subject.endswith("公司") and firm_reports(subject, head)
        town = subject.endswith(_TOWN_SHORT) and not town_is_told_of(head)
        office = subject.endswith("政府办") and OFFICE_ITSELF.search(head) is not None
        if len(subject) < 3 or not (zone or firm or town or subject.endswith(_NAMED_ENDS) or office or national_body(subject)):
            continue
        before = left[: len(left) - len(run)]
        dated = glued is not None or _AFTER_YEAR.search(before) is not None
        if behind and not ((dated or opens(before)) and (gazetteer().begins(subject) or national_body(subject))):
            continue
        dated = dated or behind is not None
        word, sentence = predicate[0], head[predicate.end() : predicate.end() + 260].partition("。")[0]
        weight = _weight(word, before, dated=dated, compiles="编制" in sentence)
        if word in _BASES and weight == COMPILES and GOVERNMENT_OFFICE.search(subject) and not OFFICE_ITSELF.search(head):
            subject = GOVERNMENT_OFFICE.sub("政府", subject) if gathers_in(word + sentence) else subject
        if word in _BASES and weight == COMPILES and gathers_all(word + sentence):
            subject = behind_gatherer(subject, head)
        if word in ("通过", "利用"):  # a town's only: in a report of a whole place its bodies are told of
            own = _TOWN_END.search(subject) and not (PLACE_SUBJECT.search(head) or town_is_told_of(head))
            weight = _PUBLISHES if (dated or opens(before)) and own else 0
        if _of_another(subject, word + sentence, run, head):
            continue
        if zone or firm:
            told = zone and len(subject) == _ZONE_WORD and zone_is_told_of(head)
            weight = 4 if zone and dated and not told else 2 if firm and dated and predicate.start() < _FIRST else 0
        if weight and not (national_body(subject) and central_is_told_of(subject, head)):
            name = behind_party(_behind(subject, word, head, compiles=weight == COMPILES))
            yield from (one for one in candidate(name, weight, "text") if not behind_other_words(one.name))


def _of_another(subject: str, acts: str, run: str, head: str) -> bool:
    """Tell whether a subject is a zone of which its county tells, an office of which another body does, or acts for who reports: 由甲办统筹."""
    for_another = subject.startswith("由") and not acts.startswith(_BASES) and "编制" not in acts
    return for_another or (subject.endswith("管理区") and _TELLS_OF_ZONES.search(head) is not None) or is_office_beside(run, head)


def _weight(word: str, before: str, *, dated: bool, compiles: bool) -> float:
    """Return the weight of a subject by the word behind it and by what stands before it."""
    if word.startswith("(") or word[-1] in "向布":
        return 6
    if "编制" in word or word[-1] == "将":
        return COMPILES
    if word in _BASES:
        return COMPILES if compiles else 6 if word == "结合" and before.endswith("下,") else 5 if dated or opens(before) else 0
    return 5 if dated else 6 if before.endswith("下,") else 3 if opens(before) else 0


def _behind(subject: str, word: str, head: str, *, compiles: bool) -> str:
    """Return the body for which the subject of the word acts: the government behind the office that only drew up its report."""
    subject = behind_compiler(subject, head) if "编制" not in word else behind_desk(subject, head)
    return GOVERNMENT_OFFICE.sub("政府", subject) if compiles and puts_out(subject, head) else subject

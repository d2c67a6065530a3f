"""Where does a page name the agency that reports? Publisher lines, signature, sentences, metadata, each with a weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from gongkai.indexer.agencies.candidates import Candidate, candidate, in_menu
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
from gongkai.indexer.agencies.subjects import own_subjects
from gongkai.indexer.agencies.title_names import called_so
from gongkai.indexer.agencies.told_of import may_speak
from gongkai.indexer.agencies.wholes.compilers import behind_compiler, behind_gatherer, gathers_all
from gongkai.indexer.agencies.wholes.whole_place import own_governments, puts_out, reached_for_all, whole_governments
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY, with_campus
from gongkai.indexer.names.desks import (
    BODY_ITSELF,
    GOVERNMENT_OFFICE,
    HAN,
    OFFICE_ITSELF,
    OFFICE_SECTION,
    behind_desk,
    gathers,
    of_contact,
    speaks_as_body,
)
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.voices import within_bureau
from gongkai.indexer.titles.title_words import without_second_names
from gongkai.indexer.titles.titles import titles_in_sentences

__all__ = ["META", "issuers", "stated"]

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
    subjects = own_subjects(head)
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

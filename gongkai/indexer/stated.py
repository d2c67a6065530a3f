"""Where does a page name the agency that reports? Publisher lines, signature, sentences, metadata, each with a weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gongkai.indexer.agency_ends import AGENCY, ENDS
from gongkai.indexer.brands import without_brand
from gongkai.indexer.desks import BODY_ITSELF, GOVERNMENT_OFFICE, HAN, OFFICE_ITSELF, behind_desk, gathers, gathers_in, of_contact
from gongkai.indexer.gazetteer import gazetteer
from gongkai.indexer.kinds import CENTRAL_ENDS, kind_of, national_body
from gongkai.indexer.moved import behind_other_words, behind_party, is_moved
from gongkai.indexer.names import read_name
from gongkai.indexer.title_words import without_second_names
from gongkai.indexer.titles import titles_in_sentences
from gongkai.indexer.told_of import central_is_told_of, may_speak, town_is_told_of
from gongkai.indexer.voices import speaks_as_town
from gongkai.indexer.whole_place import PLACE_SUBJECT, behind_compiler, own_governments, puts_out, whole_governments

__all__ = ["COMPILES", "Candidate", "issuers", "stated"]

_ZONE_ENDS = ("开发区", "高新区", "经开区", "度假区", "保税区", "经济区", "工业园区", "产业园区")
_TOWN_SHORT = ("镇政府", "乡政府")
_SUBJECT_ENDS = (*ENDS, *_ZONE_ENDS, *_TOWN_SHORT, "党委政府", "公司", ")", "公开工作")
_RUN_ENDS = (*_SUBJECT_ENDS, *CENTRAL_ENDS)
# No agency begins like this, unless a place of that name does (和平, 本溪, 月湖).
_OPENERS = re.compile(
    r"根据|按照|为|如|对|在|由|与|请|本|通过|依据|严格|认真|全|现将|并|和|及|以|国务院办公|中华人民共和国政府|公民|法人|我|上级|各|"
    r"所有|全部|部分|其[他余]|多个|有关|相关|会同|联合(?!大学|国)|配合|牵头|下辖|下属|所属|试点|责任|主办|承办|版权|网站|原创|转载|互联网|作者|编辑|管理员|佚名|收到|年|月|日"
)
_NOT_AGENCY = re.compile(
    r"我[省市县区州旗盟局委厅办院镇乡街]|公开条例|年报|报告|工作(?![委部局])|信息(?!化|中心)|通知|规定|网站$"
)
_LABELLED = re.compile(
    rf"(?:发\s*[布文]\s*(?:机\s*[构关]|单\s*位)|公开责任部门|公\s*开\s*主\s*体|发布者|报告机关|制作单位|信息提供单位)"
    rf"[\s::|\]】]{{0,6}}({AGENCY})(?=[\s|,。;)]|$|发文|成文|生成|发布|文号|主题|名称)"
)
_SOURCE = re.compile(
    rf"(?:来\s*源|作\s*者|供稿)[\s::|\]】]{{1,6}}({AGENCY})"
    r"(?=[\s|,。;)]|$|时间|发布|作者|浏览|点击|字体|字号|访问|阅读|日期)"
)
_COMPILED = re.compile(rf"由({AGENCY})(?:\([^)]{{2,40}}\))?(?:[、和]{AGENCY}(?=编制))?(?:负责)?(?:编制|编写|汇总|综合)")
# 为做好X政府信息公开工作,我局…
_CONCERN = re.compile(
    rf"(?:做好|推进|加强|规范|深化)({AGENCY})(?=的?(?:政府信息公开|信息公开|政务公开)(?:年度报告)?工作,(?:我|本)[局委办厅院镇乡街单])"
)
_WORK = rf"(?:20\d\d年度?)?({AGENCY})(?=(?:20\d\d(?:-20\d\d学)?年度?)?(?:政府)?信息公开(?:年度)?(?:工作)?"
# 现公布2021年度X信息公开年度工作情况
_REPORTED = re.compile(rf"(?:公布|发布|公开|现将|涵盖|包括){_WORK}(?:总体|开展)?情况)")
# 对2024年度X政府信息公开工作情况报告如下
_REPORTED_OF = re.compile(
    rf"(?:^|[,。\n])现?[对就]{_WORK}(?:总体|开展)?(?:有关)?情况,?(?:作如下)?(?:报告|汇报|总结)(?:如下)?[::。])"
)
# 结合X信息公开工作实际,编制本报告: where another body follows, it compiles.
_SUITED = re.compile(
    rf"(?:^|[。\n])(?:(?:本|根据|按照|依据)[^。\n]{{0,240}})?(?:(?<![局委厅办院])结合|(?<=,)根据){_WORK}(?:实际|(?:总体|开展|执行)?情况),?[现特]?(?:编制|由))"
)
# X2010年年报根据《条例》编制
_ANNUAL = re.compile(rf"(?:^|[\n。,;\s])({AGENCY})20\d\d年(?:度|年度)?(?:年报|报告)(?:\([^)]*\))?(?=根据|依据|按照|是根据|由)")
_ANNUAL_WORDS = re.compile(r"20\d\d年(?:度|年度)?(?:年报|报告)(?:\([^)]*\))?(?=根据|依据|按照|是根据|由)")
_CONTACT = re.compile(
    rf"(?:[与向]|致电|联系[::]?)((?:中国\([{HAN}]{{2,4}}\))?[{HAN}·]{{3,40}})(?:\([^)]{{2,40}}\))?(?:联系|反映|咨询|\(|,)"
)
# 请联系:X街道办事处;联系电话:1. A government's office or the one for publicity may be reached for others.
_REACHED = re.compile(
    rf"(?<!监督)(?<!投诉)(?<!举报)(?<!复议申请请)(?<!复议请)(?<!问题请)(?<!维护请)(?<!文本请)(?<!查阅请)联系:([{HAN}·]{{3,40}})(?<!政府办公室)(?<!政府办公厅)(?<!公开办公室)(?<!公开办)(?<!中心);(?=\s*(?:联系|电话|地址|邮编|传真))"
)
# Sections of an agency, in whose name it can be reached; its office is one, a government's office is an agency itself.
_MATTERS = "外事|侨务|金融|扶贫|移民|以工代赈|经济合作|台湾|港澳|人民防空|信访|口岸|宗教"
_OFFICES = rf"(?![{HAN}]{{0,14}}(?:公开|网站|接待))(?:(?:{_MATTERS})[{HAN}]{{0,10}}|[{HAN}]{{2,8}}项目领导小组)办公室"
_SECTION = re.compile(
    rf"^([{HAN}·()]*(?:局(?!驻)|委员会|委(?!员?会)|办事处|街道|管委会|政府(?!信息|政务|{_OFFICES})|镇|乡|苏木|厅|院|大学|中心|海关|队|(?<![行公])署|(?:行|行政公)署(?!{_OFFICES})|馆|联合?社|供销(?:合作)?(?:总)?社|人民政府办公[室厅]|政府办公室|(?:{'|'.join(_ZONE_ENDS)}|管理区)(?=(?:党政|综合)*办(?:公室)?$)))"
    rf"[{HAN}]{{0,16}}?(?:办公室|办|科|室|股|处|组|窗口)$"
)
# Guides and rules that an agency names after itself: 《X政府信息公开指南》.
_LAW = "(?<=政府)(?:政府)?信息公开(?:暂行)?(?:规定|办法)"  # a province's: everybody cites it
_OWN_RULES = re.compile(
    rf"《({AGENCY})(?!{_LAW})(?:政府信息|信息公开|政务公开|依申请|主动公开|基层政务|公文)(?!(?:公开)?(?:工作)?(?:任务|责任|要点))"
)
# What a body says that it drew up for the year: 我局认真落实《…》,制定《X2022年政务公开工作方案》. Another 局 between may have done it.
_OWN_PLAN = re.compile(
    rf"[我本][局委办厅镇乡](?:[^。;\n局厅府《》]|《[^》\n]{{0,80}}》){{0,150}}?,制定(?:实施|印发|了)?《({AGENCY})20\d\d年度?(?:政务|(?:政府)?信息)公开[^《》]{{0,12}}》(?=[,。;])"
)
# 先后制定《2018年甲市农业局信息报送制度》; another body before may have done it.
_OWN_YEARLY = re.compile(
    rf"(?:^|[。;\n)])(?:[我本][局委厅办院])?(?:(?![局厅府委办院])[{HAN}]){{0,6}}(?:制定|出台)了?《20\d\d年度?({AGENCY})(?:政务|信息|政府信息)[{HAN}]{{2,14}}(?:制度|方案|办法)》"
)
_OWN_DOCUMENTS = re.compile(rf"(?:制修订|制定|修订|出台|制发)(?:了)?《({AGENCY})关于")
_OWN = (_OWN_RULES, _OWN_DOCUMENTS, _OWN_PLAN, _OWN_YEARLY)
_TO_SPEAK = (_REACHED, _OWN_PLAN, _OWN_YEARLY)  # where the page must be able to speak as the body
_BY_SITE = "(?=[^,。;]{2,24}(?:网站|平台|公众号)[^,。;]{0,6}(?:公开|发布))"
# What follows the subject of a sentence about the reporting agency. One plain alternation, each of which begins with a character:
# the search skips to these.
_PREDICATE = re.compile(
    rf"通过{_BY_SITE}|利用{_BY_SITE}|"
    r"\(以下[简统]称|组织编制[了完]?|编制(?:[了完]|(?=本年?度?报告|20\d\d年))|根据|依据|按照|依照|深入|坚持|认真|严格|紧紧|全面|始终|高度重视|以|积极|围绕|切实|持续|坚决|坚定|全力|努力|精心|稳步|有序|高效|"
    r"结合|对(?=20\d\d年度?[^。,;]{0,16}公开工作[^。,;]{0,8}总结)|在(?=20\d\d年|[^,。;]{2,20}(?:上|网站|平台)(?:主动)?(?:公开|发布))|特(?=编制|制定)|未(?:发生|收到|接到|出现)|在(?=[^,。;]{2,40}(?:领导(?!小组)|(?:安排|部署|指导|关心|支持|组织)下))|紧密|贯彻|落实|不断|依法|主动|准确|聚焦|立足|锚定|牢[固牢]|充分|大力|统筹|突出|强化|加强|健全|优化|紧扣|共(?=收到|受理|公开|发布)|进一步|扎实|着力|把|依托|结合|将(?=20\d\d|本)|向(?=社会[^。,;]{0,4}公[布开][^。,;]{0,24}(?:报告|年报))"
)
_NOT_NAME = re.compile(rf"[^{HAN}()·]")
_ASIDE = re.compile(r"\([^()]{2,30}\)$|(?:政务公开|政务信息公开|(?<!人民)政府信息公开|信息公开)工作$|(?<=[镇乡])党委(?=政府$)")
_AFTER_YEAR = re.compile(r"(?:(?:20\d\d\s*学?|今|一)年(?:度|以来|来|里)?[,,]?|20\d\d(?:以来)?,)\s*$")
_AIM_BEFORE = re.compile(r"(?:^|[\n。])[ \t]*为[^。,;\n]{2,40},$")  # 为保障公众知情权,甲县审计局始终…
_YEAR_BEFORE, _GLUED_YEAR = re.compile(r"20\d\d\s*$"), re.compile(r"年(?:年?度|以来|来|里)?")
_SIGNATURE = re.compile(
    rf"(?:^|[\n\s。|])({AGENCY})\s*(?:\([盖公]章\))?\s*\n?\s*(?=(?:20\d\d\s*年|二[〇○零O0])[^\n]{{1,14}}日(?!\s*星期)|20\d\d[-/.]\d)"
)
_LINE = re.compile(rf"^[ \t]*(?:\((?=[{HAN}]+\)))?({AGENCY})\)?[ \t|]*$", re.MULTILINE)
_LAST_LINE = re.compile(rf"(?:^|\n)\s*({AGENCY})\s*$")
_META = ("contentsource", "source", "author", "publisher", "department", "sitename", "og:site_name")
# 区政府办公室政务公开办 is the office that compiles: the agency is what stands before.
_INNER = re.compile(
    r"(?<=[府局会委厅处室])(?:政务公开|政府信息公开|信息公开|政府信息与政务公开)(?:工作)?(?:领导小组)?(?:办公室|办|工作人员|人员)?$"
    r"|(?<=大学|学院)(?:学校|校长|院长|党政|党委)?办公室$"
)

# A town's government has no office that is an agency of its own.
_INNER_OFFICE = re.compile(r"((?:镇|乡|苏木)(?:人民)?政府)办公室$")
# Parts of sites: 新闻中心, 政务服务中心.
_SITE_PART = re.compile(
    r"(?:新闻|资讯|信息|政务|服务|便民|办事|互动|交流|下载|数据|个人|会员|用户|帮助|客服|融媒体?|媒体|网络|公告|行政|产品|联系|关于|我的)+(?:中心|局)$|(?:党政|综合|政务公开){0,2}办公[厅室]$"
)
COMPILES = 7
"""Weight of a subject that compiles the report; less is that of one that acts."""
_PUBLISHES = 1  # weight of a town that publishes by a site, which reports of others tell of as well
_TOWN_END = re.compile(r"(?:[镇乡]|苏木|街道)(?:人民政府|办事处|办)?$")
_NO_TOWN = re.compile(r"(?:镇|乡|街道|苏木)(?:(?:人民)?(?:政府|办事处)|党委|党工委)")  # 镇政府
_FIRST = 200  # characters in which a company is the one that reports, and no other body's subject
_FIRM = re.compile(rf"((?![我本该])[{HAN}](?![我本该])[{HAN}])(?:集团|股份|有限|责任|总)*公司")
_OF_ALL = re.compile(
    r"全[省市县区旗]|(?<!内设)部门|各(?:单位|乡镇|镇|街道)|等(?:单位|企业|公司)"
)  # a place's report tells of its companies
_MENU_HEAD = re.compile(r"导航|链接|部门|网站|栏目|机构[ \t|]*$")
_MENU = 3  # lines with nothing but the name of a body: a menu
_BODY_OFFICE = re.compile(r"(?<=[局厅])办公室$")  # is no agency


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that might be the agency's, its weight, and where it stood."""

    name: str
    weight: float
    source: str


def stated(head: str, tail: str, meta: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the agencies that head, signature and metadata of a folded page state."""
    head, tail = without_second_names(head), without_second_names(tail)
    for agency in titles_in_sentences(head):
        yield from _candidate(agency, 9, "sentence")
    lines = [line for line in _LINE.finditer(head, 0, 800) if not _in_menu(line)]
    if len({line[1] for line in lines}) < _MENU:
        for line in lines:
            yield from _candidate(line[1], 6.5, "line")
    for weight, source, pattern, text in (
        (8, "signature", _SIGNATURE, tail),
        (7, "last line", _LAST_LINE, tail),
        (8, "text", _COMPILED, head),
        (7, "contact", _CONTACT, head),
        (7, "contact", _REACHED, head if "联系:" in head else ""),
        (6, "contact", _CONTACT, tail),
        *((4, "own rules", rules, head) for rules in _OWN),
        (6, "text", _CONCERN, head),
        (8, "text", _ANNUAL, head if _ANNUAL_WORDS.search(head) else ""),
        *((8, "text", told, head) for told in (_REPORTED, _REPORTED_OF)),
        (8, "text", _SUITED, head),
    ):
        for match in pattern.finditer(text):
            name = behind_compiler(of_contact(match[1].removesuffix("联系"), head), head) if source == "contact" else match[1]
            if pattern is _COMPILED:
                name = behind_compiler(behind_desk(name, head), head)
            gathered = pattern is _COMPILED and gathers(head, match.start(1), match.end(1), match.end())
            if (gathered and not OFFICE_ITSELF.search(head)) or (pattern in (_COMPILED, _CONTACT) and puts_out(name, head)):
                name = GOVERNMENT_OFFICE.sub("政府", name)
            says_so = may_speak(name, head) if pattern in _TO_SPEAK else pattern is not _SUITED or _calls_itself(name, head)
            yield from _candidate(name, weight, source) if says_so else ()
    yield from (Candidate(name, 8.5, "text") for name in whole_governments(head))
    subjects = _own_subjects(head)
    yield from (Candidate(name, weight, "text") for name, weight in own_governments(head, alone=not subjects))
    for issuer in issuers(head):
        yield replace(issuer, name=GOVERNMENT_OFFICE.sub("政府", issuer.name)) if puts_out(issuer.name, head) else issuer
    yield from subjects
    for name in _META:
        if content := meta.get(name):
            yield from _candidate(content.strip(), 4, f"meta {name}")


def _in_menu(line: re.Match[str]) -> bool:
    """Tell whether a name with a rule of a menu or a table behind it stands under the head of a menu, or on a town's page."""
    above = line.string[max(0, line.start() - 30) : line.start()].rstrip(" \t|\n").rpartition("\n")[2]
    return line[0].rstrip().endswith("|") and (_MENU_HEAD.search(above) is not None or speaks_as_town(line.string))


def _calls_itself(name: str, head: str) -> bool:
    """Tell whether a page that speaks as a body speaks as this one: 我局 is no 政府办公厅."""
    body = BODY_ITSELF.search(head)
    return body is None or name.removesuffix("员会").endswith(body[0][1:])


def issuers(head: str) -> Iterator[Candidate]:
    """Yield the agencies that publisher and source lines name."""
    head = without_second_names(head)
    for weight, source, pattern in ((7, "publisher", _LABELLED), (5, "source line", _SOURCE)):
        for match in pattern.finditer(head):
            yield from _candidate(match[1], weight, source)


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
    for predicate in _PREDICATE.finditer(head):
        left = head[max(0, predicate.start() - 70) : predicate.start()]
        run = _NOT_NAME.split(left)[-1] if left.endswith(_RUN_ENDS) else ""
        if not national_body(run) and not run.endswith(_SUBJECT_ENDS):
            continue
        glued = _GLUED_YEAR.match(run) if _YEAR_BEFORE.search(left[: len(left) - len(run)]) else None
        subject = _ASIDE.sub("", run[glued.end() :] if glued else run)
        zone, firm = subject.endswith(_ZONE_ENDS), subject.endswith("公司") and _reports(subject, head)
        town = subject.endswith(_TOWN_SHORT) and not town_is_told_of(head)
        if len(subject) < 3 or not (zone or firm or town or subject.endswith(ENDS) or national_body(subject)):
            continue
        before = left[: len(left) - len(run)]
        dated = glued is not None or _AFTER_YEAR.search(before) is not None
        opens = _opens(before)
        word = predicate[0]
        if word.startswith("("):
            weight = 6.0
        elif "编制" in word or word == "将":
            weight = 7.0
        elif word in ("根据", "依据", "按照", "依照", "结合"):
            sentence = head[predicate.end() : predicate.end() + 130].partition("。")[0]
            compiles = "编制" in sentence
            if compiles and GOVERNMENT_OFFICE.search(subject) and gathers_in(sentence) and not OFFICE_ITSELF.search(head):
                subject = GOVERNMENT_OFFICE.sub("政府", subject)
            led = word == "结合" and before.endswith("下,")
            weight = 7 if compiles else 6 if led else 5 if opens or dated else 0
        else:
            weight = 5 if dated else 6 if before.endswith("下,") else 3 if opens else 0
        if word in ("通过", "利用"):  # a town's only: in a report of a whole place its bodies are told of
            own = _TOWN_END.search(subject) and not (PLACE_SUBJECT.search(head) or town_is_told_of(head))
            weight = _PUBLISHES if (dated or opens) and own else 0
        if zone or firm:
            weight = 4 if zone and dated else 2 if firm and dated and predicate.start() < _FIRST else 0
        if weight and not (national_body(subject) and central_is_told_of(subject, head)):
            name = behind_party(_behind(subject, word, head, compiles=weight == COMPILES))
            yield from (one for one in _candidate(name, weight, "text") if not behind_other_words(one.name))


def _opens(before: str) -> bool:
    """Tell whether a sentence or a clause begins behind these words."""
    return (
        not before.strip(" \t")
        or before[-1] in "\n。 \u3000\t:"
        or before.endswith(("要求,", "部署,", "规定,", "精神,", "通知,"))
        or _AIM_BEFORE.search(before) is not None
    )


def _behind(subject: str, word: str, head: str, *, compiles: bool) -> str:
    """Return the body for which the subject of the word acts: the government behind the office that only drew up its report."""
    subject = behind_compiler(subject, head) if "编制" not in word else behind_desk(subject, head)
    return GOVERNMENT_OFFICE.sub("政府", subject) if compiles and puts_out(subject, head) else subject


def _reports(firm: str, head: str) -> bool:
    """Tell whether a company may be the one that reports: its name in full begins with a place; no body, no other company is there."""
    alone = firm.endswith(("有限公司", "责任公司", "集团公司", "总公司")) and len(set(_FIRM.findall(head))) < 2
    return alone and gazetteer().begins(firm) and not BODY_ITSELF.search(head) and not _OF_ALL.search(head)


def _candidate(name: str, weight: float, source: str) -> Iterator[Candidate]:
    name = re.sub(r"\s+", "", name)
    name = re.sub(r"^.*(?:20\d\d年度?|\d日|请与|报告是?由|现由)|^由", "", name) or name
    name = re.sub(r"([局厅])\1$", r"\1", _BODY_OFFICE.sub("", without_brand(_INNER.sub("", name))))
    if source == "contact":
        name = name.removesuffix("联系")
        name = name if name.endswith(("政府办公室", "政府办公厅", "行署办公室", "行政公署办公室")) else _SECTION.sub(r"\1", name)
    if source in ("contact", "text"):
        name = _INNER_OFFICE.sub(r"\1", name)
    name = re.sub(r"(?<=[区会府镇乡道])(?:党政综合办公室|党政办公室|综合办公室|党政办|综合办)$", "", name)
    if name.count("(") != name.count(")"):
        name = name.partition("(")[0].rpartition(")")[2]
    nameless = _SITE_PART.match(name) or _NO_TOWN.match(name) or is_moved(name)
    if not 3 <= len(name) <= 40 or nameless or _NOT_AGENCY.search(name) or not kind_of(name):
        return
    if not _OPENERS.match(name) or gazetteer().begins(name):
        yield Candidate(name, weight, source)

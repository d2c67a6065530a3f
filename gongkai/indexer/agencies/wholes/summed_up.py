"""Whose report sums up what all bodies of a place did, and names nobody: the government whose site carries it, whose documents it cites."""

from __future__ import annotations

import re
from collections import Counter

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.wholes.carried import SECTIONS, places_of_copies
from gongkai.indexer.agencies.wholes.compilers import gathers_all
from gongkai.indexer.agencies.wholes.nameless import A_BODY, COUNTY_SPEAKS, PART_ACTS, ZONE_WORDS
from gongkai.indexer.agencies.wholes.whole_place import PLACE_SUBJECT
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.indexer.names.desks import ACTS, DEEDS, HAN, speaks_as_body
from gongkai.indexer.names.kinds import self_reference
from gongkai.indexer.names.next_place import COMMON
from gongkai.indexer.names.voices import speaks_of_one_line
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.place_words import DOCUMENT

__all__ = ["government_of_all"]

_WEIGHT = 2
# The work, the reports of all bodies are what it is made from; 编制要求 is what they are told.
_SUMS = expression(
    rf"各(?:级|部门|有关部门|工作部门|单位|乡|镇|街道|[县区市旗])(?:(?!学校|科室|股室|卫生院|分局|村)[^。;《》\n]){{0,60}}?(?:情况|实际|报告|年报)"
    rf"(?:[和及、](?:有关|相关)?统计(?:数据|报表))?(?:的?基础上|汇总|综合|整理|后|,)*编制(?![{HAN}]{{0,4}}(?:格式|要求|通知|工作|规范|模板|培训|办法))"
)
# 甲省各级政府重视政府信息公开工作: who acts, in a report of 全省.
_ALL_LEVELS = expression(
    rf"(?:^|[。\n])[ \t]*(?:20\d\d年(?:度|以来|来)?,?)?([{HAN}]{{2,8}}[省市州县旗盟])各级(?:人民)?(?:政府|行政机关)"
    rf"(?:及其?(?:工作)?部门)?(?:高度|都|均)*(?:重视|{DEEDS})"
)
# 甲县积极推进, below what the province's governments did: the county's report.
_PLACE_ACTS = expression(
    rf"(?:(?<![{HAN}])|(?<=年))(?!年)([{HAN}]{{2,8}}[省市州县区旗])(?:认真|(?=的?(?:政府|政务)信息公开)|{DEEDS})"
)
# 2015年,甲市按照…; 印发《甲市人民政府办公室关于…》; 对各区县政府、市级各部门…
_SUBJECT = expression(rf"20\d\d年(?:度|以来|来)?,?([{HAN}]{{2,12}}[省市州县区旗盟])(?:按照|根据|贯彻|落实|{ACTS})")
_OWN_DOCUMENT = expression(
    rf"(?:印发|出台|制定|下发|制发)了?《([{HAN}]{{2,12}}[省市州县区旗盟])(?:人民)?政府(?:办公[室厅])?(?:关于|20)"
)
# 我市下发了《甲市人民政府办公室印发关于…》, 结合我区实际,制定了《2018年甲区政务公开工作安排》: who speaks is who issued it.
_WE_ISSUED = expression(
    rf"我([省市州县区旗盟])(?:先后|实际|,)*(?:印发|出台|制定|下发|制发)了?《(?:20\d\d年度?)?([{HAN}]{{2,12}}[省市州县区旗盟])"
    r"(?:(?:人民)?政府(?:办公[室厅])?(?:关于|印发|20)|(?:20\d\d年度?)?(?:政务|政府信息)公开(?:重点|主要)*工作(?:要点|安排|方案|计划)》)"
)
# 结合本市2024年政府信息公开工作实际编制; 本市秉持…, on whose government's site or account: 通过甲市人民政府网站, 甲区政务微信
_OURS = expression(
    rf"(?:结合|20\d\d ?年(?:度)?,?|[。\n][ \t]*)[我本]([市县区旗州盟])(?:20\d\d ?年度?(?:政府信息|政务)公开工作"
    rf"|(?:政府信息|政务)公开工作,?(?=以|{DEEDS})|秉持|秉承|{DEEDS})"
)
_OUR_SITE = expression(
    rf"([{HAN}]{{2,14}}[市县区旗州盟])(?:(?:人民)?政府(?:门户|官方|公众|信息)*网|政务微信|(?:人民)?政府信息公开(?:工作|年度报告)*制度》)"
)
_OF_A_COUNTY = expression("各(?:乡|镇|街道)|(?<!各)[县区旗](?:委|(?:人民)?政府)")  # whose city's site carries it
_GOVERNMENTS_BELOW = expression(rf"各(?:[县区市旗州盟]|乡镇|镇街){{1,2}}(?:\([{HAN}]+\))?(?:人民)?政府、[{HAN}]{{0,6}}部门")
# 2024年市政府(办公室)主动公开…12条, on the site of 甲市人民政府 that it names; 受理的行政复议, 主动公开要求 are told by those below.
_GOVERNMENT_PUBLISHES = expression(
    rf"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?([市县区旗州盟])政府(?:\(办公[厅室]\))?(?:共|累计|全年)*(?:主动公开|收到|受理)"
    rf"(?!中心|的|要求|事项|目录|标准|栏)[{HAN}]{{0,14}}\d+(?:[条件份篇]|%)"
)
# Who else acts, and may be the one that reports: 街道办事处公开3条
_ONE_BELOW = expression(
    f"(?<![各、和及与])(?:街道(?:办事处)?|[镇乡]政府|医院|学校|公司)(?:共|累计|全年|积极|认真)*(?:主动|公开|{DEEDS})"
)
# 我市…: 绥乙县、丙县、丁区均已设立机构; 在戊市档案局网站: the counties of one city, which nobody below it tells of together
_OUR_CITY = expression("我市(?![场域级直民])")
_ALL_CITY = expression("全市(?![场域级直])")
_BODY_OR_SITE = f"(?:[{HAN}]{{2,8}}?局|(?:人民)?政府(?:门户|公众|官方|信息)*网)"
_VISITS = expression("学习|考察|借鉴|对口|赴|交流")
# 在甲市委、市政府和乙区委、区政府的领导下,乙区切实贯彻…; 涵盖了2020年甲县政府信息公开工作。
_LED_BY_OWN = expression(
    rf"([{HAN}]{{2,8}}?([市州县区旗盟]))委、?\2(?:人民)?政府的?(?:正确|坚强|统一|有力)*领导下,(?P<place>[{HAN}]{{2,8}}?\2)(?={DEEDS})"
)
_COVERED = expression(rf"(?:涵盖|反映|总结)了?20\d\d年度?([{HAN}]{{2,8}}[市州县区旗盟])的?(?:政府信息|政务)公开工作(?=[。,;])")
# jyj.huining.gov.cn, /slj/: a bureau's part of a site, whose page may be the bureau's that tells what its county did.
_BUREAUS_PART = expression(r"//[a-z]{2,8}j(?=\.[a-z]+\.gov)|(?<!/)/[a-z]{2,9}j(?=/)")
_AGAIN = 2  # times that a place is the subject
_CITY = 2  # levels of places
_COUNTY = 3
_COUNTIES = 3  # or more: those of neighbours or of one visit are fewer


def government_of_all(head: str, url: str | None) -> Candidate | None:
    """Return the one government whose bodies' work a report without a name sums up; none where a body speaks: 我局, 我镇."""
    sums = _SUMS.search(DOCUMENT.sub("", head)) if "编制" in head else None
    found = (
        set(places_of_copies(head, sums)) | set(_cited(head))
        or (set() if sums else _ours(head))
        or _of_counties(head)
        or _of_all_levels(head)
    )
    acting = set() if found else _publishing(head) or _acting(head, url) or _gathered(head)
    found = found or acting
    if len(found) != 1 or speaks_as_body(head) or self_reference(head)[0]:
        return None
    if PART_ACTS.search(head) or A_BODY.search(head) or speaks_of_one_line(head):
        return None
    (place,) = found
    units = gazetteer().named(place, None)
    return (
        Candidate(place + "人民政府", _WEIGHT, "text")
        if (acting or _spoken(place, head)) and _may_host(units, head, url)
        else None
    )


def _acting(head: str, url: str | None) -> set[str]:
    """Return the one place that its own leaders lead, whose work a report covers, or that is its only subject, again or on its own site."""
    names = gazetteer().names
    led = {led["place"] for led in _LED_BY_OWN.finditer(head) if led[1].endswith(led["place"])} if "领导下" in head else set()
    told = {place for place in led | set(_COVERED.findall(head)) if place in names and place not in COMMON}
    subjects = Counter(subject[1] for subject in PLACE_SUBJECT.finditer(head) if subject[1] in names and subject[1] not in COMMON)
    if told or len(subjects) != 1:
        return told
    site = None if _BUREAUS_PART.search(url or "") else Clues(gazetteer(), head, url or "", None).domain()
    return {place for place, times in subjects.items() if times >= _AGAIN or (site and site in names[place])}


def _of_all_levels(head: str) -> set[str]:
    """Return the place whose governments of all levels act, where the page speaks of the whole of it, and no place in it acts."""
    names = gazetteer().names
    found = {acts[1] for acts in _ALL_LEVELS.finditer(head) if acts[1] in names and f"全{acts[1][-1]}" in head}
    acting = {acts[1] for acts in (_PLACE_ACTS.finditer(head) if found else ()) if acts[1] in names}
    return set() if acting - found else found


def _publishing(head: str) -> set[str]:
    """Return the one place whose government publishes, 市政府(办公室)主动公开…, and whose site is the only one that the page names."""
    words = set() if SECTIONS.search(head) or _ONE_BELOW.search(head) else set(_GOVERNMENT_PUBLISHES.findall(head))
    runs = _OUR_SITE.findall(head) if len(words) == 1 else []
    sites = {next((run[at:] for at in range(len(run) - 1) if run[at:] in gazetteer().names), "") for run in runs}
    return sites if len(sites) == 1 and next(iter(sites))[-1:] in words else set()


def _gathered(head: str) -> set[str]:
    """Return the one place whose year is told and of which the report is made from those of all its bodies: 全区."""
    told = {subject[1] for subject in _SUBJECT.finditer(head)} if gathers_all(head) else set()
    return told if len(told) == 1 and told <= gazetteer().names.keys() and f"全{next(iter(told))[-1]}" in head else set()


def _cited(head: str) -> list[str]:
    """Return the places whose year is told and whose government's documents its report cites, over governments below."""
    if "《" not in head:
        return []
    if issued := [
        issue[2] for issue in _WE_ISSUED.finditer(head) if issue[2].endswith(issue[1]) and issue[2] in gazetteer().names
    ]:
        return issued
    if not _GOVERNMENTS_BELOW.search(head):
        return []
    told = {subject[1] for subject in _SUBJECT.finditer(head)}
    return [cited[1] for cited in _OWN_DOCUMENT.finditer(head) if cited[1] in told and cited[1] in gazetteer().names]


def _ours(head: str) -> set[str]:
    """Return the one place of the kind that a page speaks as, 本市, whose government's site it names, and which it names alone."""
    words = set(_OURS.findall(head)) if "政府" in head else set()
    runs = _OUR_SITE.findall(head) if len(words) == 1 else []
    sites = {run[start:] for run in runs for start in range(len(run) - 1) if run[start:] in gazetteer().names}
    if len(sites) != 1 or not (place := next(iter(sites))).endswith(next(iter(words))):
        return set()
    units = gazetteer().named(place, None)
    of_a_county = any(unit.level == 2 for unit in units) and _OF_A_COUNTY.search(head)
    others = ZONE_WORDS if place[-1] == "区" else COUNTY_SPEAKS  # 我区 may be a zone
    if of_a_county or (place[-1] not in "县旗" and others.search(head)):
        return set()
    above = {over.name for unit in units for over in gazetteer().chain(unit, None)}
    return sites if set(gazetteer().mentions(head)) <= above else set()


def _of_counties(head: str) -> set[str]:
    """Return the one city in which lie all the counties that a page of 我市 tells of, and whose bureau or site it names."""
    if not (_OUR_CITY.search(head) and _ALL_CITY.search(head)) or COUNTY_SPEAKS.search(head):
        return set()
    own = "。".join(sentence for sentence in re.split("[。;\n]", head) if not _VISITS.search(sentence))
    told = {name: gazetteer().named(name, None) for name in gazetteer().mentions(own)}
    counties = {name: units for name, units in told.items() if {unit.level for unit in units} == {_COUNTY}}
    if len(counties) < _COUNTIES or any(_has_body(name, head) for name in counties if name.endswith("市")):
        return set()
    above = [{over.name for unit in units for over in gazetteer().chain(unit, None)} for units in counties.values()]
    cities = {name for name, units in told.items() if name.endswith("市") and any(unit.level == _CITY for unit in units)}
    return {name for name in cities.intersection(*above) if _has_body(name, head)} if len(cities) == 1 else set()


def _has_body(place: str, head: str) -> bool:
    return re.search(f"{place}{_BODY_OR_SITE}", head) is not None


def _spoken(place: str, head: str) -> bool:
    """Tell whether the page speaks of the whole of such a place: 我市, 全县, 县政府各部门, 甲市各级行政机关."""
    word = place[-1]
    words = (f"我{word}", f"本{word}", f"全{word}", f"{word}政府各部门", f"{word}政府及", f"{word}级各部门", f"{place}各级")
    return any(said in head for said in words)


def _may_host(units: list[Unit], head: str, url: str | None) -> bool:
    """Tell whether the page's host is that of the place or of one above it; a city's site carries reports of its counties as well."""
    host = Clues(gazetteer(), head, url or "", None).domain()
    return host is None or any(host.code in {above.code for above in gazetteer().chain(unit, None)} for unit in units)

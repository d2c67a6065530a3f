"""Whose report sums up what all bodies of a place did, and names nobody: the government whose site carries it, whose documents it cites."""

from __future__ import annotations

import re
from collections import Counter

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.wholes.whole_place import MADE_BY, PART_ACTS, PLACE_SUBJECT, ZONE_WORDS, gathers_all, of_some_county
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.indexer.names.desks import ACTS, DEEDS, HAN, speaks_as_body
from gongkai.indexer.names.kinds import self_reference
from gongkai.indexer.names.names import COMMON
from gongkai.indexer.names.voices import speaks_as_district, speaks_of_one_line
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.place_words import DOCUMENT
from gongkai.report import Place

__all__ = ["government_of_all", "level_of_government"]

_WEIGHT = 2
# The work, the reports of all bodies are what it is made from; 编制要求 is what they are told.
_SUMS = expression(
    rf"各(?:级|部门|有关部门|工作部门|单位|乡|镇|街道|[县区市旗])(?:(?!学校|科室|股室|卫生院|分局|村)[^。;《》\n]){{0,60}}?(?:情况|实际|报告|年报)"
    rf"(?:[和及、](?:有关|相关)?统计(?:数据|报表))?(?:的?基础上|汇总|综合|整理|后|,)*编制(?![{HAN}]{{0,4}}(?:格式|要求|通知|工作|规范|模板|培训|办法))"
)
# 以及2012年甲县各乡镇、各部门…报告编制
_WHOSE = expression(rf"(?:20\d\d年度?|[,、])([{HAN}]{{2,12}}[省市州县区旗盟])$")
# 甲省各级政府重视政府信息公开工作: who acts, in a report of 全省.
_ALL_LEVELS = expression(
    rf"(?:^|[。\n])[ \t]*(?:20\d\d年(?:度|以来|来)?,?)?([{HAN}]{{2,8}}[省市州县旗盟])各级(?:人民)?(?:政府|行政机关)"
    rf"(?:及其?(?:工作)?部门)?(?:高度|都|均)*(?:重视|{DEEDS})"
)
# 甲县积极推进, below what the province's governments did: the county's report.
_PLACE_ACTS = expression(
    rf"(?:(?<![{HAN}])|(?<=年))(?!年)([{HAN}]{{2,8}}[省市州县区旗])(?:认真|(?=的?(?:政府|政务)信息公开)|{DEEDS})"
)
_COPY = expression(
    rf"电子(?:版|文[档本])[^。\n]{{0,14}}?[在从][\u201c\x22]?(?:中国)?([{HAN}]{{2,14}}?)[\u201d\x22]?(?:人民)?政府(?:门户|公众|官方|信息|公开)*网"
    rf"|电子(?:版|文[档本])[^。\n]{{0,14}}?[在从][\u201c\x22]中国·?([{HAN}]{{2,4}})[\u201d\x22](?:政府)?(?:门户|公众|官方|信息|公开)*网"
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
# A body that does not call itself so: 全市工商系统, 局党组, 镇政府.
_A_BODY = expression(
    rf"全系统|全[省市州县区旗盟](?!各|行政|党政|政府)[{HAN}]{{2,5}}(?:系统|机关)|局党[组委]|局领导|局长|(?<![委办各])局(?:机关|班子|务会)|镇里|(?<!各)镇机关|(?<![乡各])镇(?:政府|党委)|(?<!各)乡(?:政府|党委)"
)
# 2024年市政府(办公室)主动公开…12条, on the site of 甲市人民政府 that it names; 受理的行政复议, 主动公开要求 are told by those below.
_GOVERNMENT_PUBLISHES = expression(
    rf"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?([市县区旗州盟])政府(?:\(办公[厅室]\))?(?:共|累计|全年)*(?:主动公开|收到|受理)"
    rf"(?!中心|的|要求|事项|目录|标准|栏)[{HAN}]{{0,14}}\d+(?:[条件份篇]|%)"
)
# 各单位, 各科室 are a bureau's as well: towns and counties, 县政府各部门 are a government's.
_LEVELS = r"各级(?:(?:人民)?政府|党政|行政机关|(?:[、,和及]?各)?(?:有关)?(?:部门|单位))"
_ITS_DEPARTMENTS = (
    "[全我][省市州县区旗盟]各(?:级|有关|工作|职能)?(?:部门|单位)"
    "|[省市州县区旗盟](?:人民)?(?:政府|级|直)(?:(?:工作|组成|所属|直属|有关|相关|职能)?各?(?:工作|组成|所属|直属|有关|相关|职能)?(?:部门|单位))"
)
_BELOW_CITY = expression(rf"各[县区市旗州]|{_LEVELS}")
_BELOW_COUNTY = expression(rf"各(?:有关)?(?:乡|镇|街道)|[、和](?:各?乡镇|街道)|{_LEVELS}|{_ITS_DEPARTMENTS}")
# 各县(市)区、市政府各部门均…: who act or of whose work is told, not who are asked or inspected. Their city a copy may have lost; in a
# municipality they are 各区县, and 县 of a county there are none.
_CITY_BODIES = expression(
    r"(?<![对向])(?<!督促)(?<!指导)(?<!组织)(?<!要求)各县(?:\([市区][、,]?[市区]?\)[市区]?|市区|市|、?区)(?:(?:人民)?政府)?(?:[、,和及与]|以及)+[市州盟](?:(?:人民)?政府|直|级)(?:及其)?"
    r"各?(?:有关|工作|组成|直属|所属)?(?:部门|单位|机构)"
    r"(?:[^。,;\n]{0,12}?(?:信息|政务)公开(?:工作)?(?:情况|实际|报告|年报)|[^。,;\n]{0,10}?(?:均|都|按照|根据|建立|成立|明确|完善|健全|高度重视|认真|积极))"
)
_COUNTY_SPEAKS = expression("[全我][县区旗](?![域场级直])")
_CITY_SPEAKS = expression(rf"[我本全][市州盟](?![场域级直])|(?<![{HAN}])[市州]政府(?:进一步|{DEEDS})")
# Who else acts, and may be the one that reports: 街道办事处公开3条
_ONE_BELOW = expression(
    f"(?<![各、和及与])(?:街道(?:办事处)?|[镇乡]政府|医院|学校|公司)(?:共|累计|全年|积极|认真)*(?:主动|公开|{DEEDS})"
)
_SECTIONS = expression(rf"科室|股室|处室|各[科股](?![技学])|各(?:乡|镇|街道)[{HAN}]{{0,6}}(?:所(?![属有做辖])|站|分局|中队)")
# 我市…: 绥乙县、丙县、丁区均已设立机构; 在戊市档案局网站: the counties of one city, which nobody below it tells of together
_OUR_CITY, _ALL_CITY = expression("我市(?![场域级直民])"), expression("全市(?![场域级直])")
_BODY_OR_SITE = f"(?:[{HAN}]{{2,8}}?局|(?:人民)?政府(?:门户|公众|官方|信息)*网)"
_VISITS = expression("学习|考察|借鉴|对口|赴|交流")
# 在甲市委、市政府和乙区委、区政府的领导下,乙区切实贯彻…; 涵盖了2020年甲县政府信息公开工作。
_LED_BY_OWN = expression(
    rf"([{HAN}]{{2,8}}?([市州县区旗盟]))委、?\2(?:人民)?政府的?(?:正确|坚强|统一|有力)*领导下,(?P<place>[{HAN}]{{2,8}}?\2)(?={DEEDS})"
)
_COVERED = expression(rf"(?:涵盖|反映|总结)了?20\d\d年度?([{HAN}]{{2,8}}[市州县区旗盟])的?(?:政府信息|政务)公开工作(?=[。,;])")
# jyj.huining.gov.cn, /slj/: a bureau's part of a site, whose page may be the bureau's that tells what its county did.
_BUREAUS_PART = expression(r"//[a-z]{2,8}j(?=\.[a-z]+\.gov)|(?<!/)/[a-z]{2,9}j(?=/)")
_TODAY = 9999  # the last year of a place that exists
_AGAIN = 2  # times that a place is the subject
_CITY, _COUNTY = 2, 3  # levels of places
_COUNTIES = 3  # or more: those of neighbours or of one visit are fewer
_DISTRICTS = expression("各(?:县区|区县|县市|市县|县\\(|区\\()")


def government_of_all(head: str, url: str | None) -> Candidate | None:
    """Return the one government whose bodies' work a report without a name sums up; none where a body speaks: 我局, 我镇."""
    sums = _SUMS.search(DOCUMENT.sub("", head)) if "编制" in head else None
    found = (
        set(_carried(head, sums)) | set(_cited(head))
        or (set() if sums else _ours(head))
        or _of_counties(head)
        or _of_all_levels(head)
    )
    acting = set() if found else _publishing(head) or _acting(head, url) or _gathered(head)
    found = found or acting
    if len(found) != 1 or speaks_as_body(head) or self_reference(head)[0]:
        return None
    if PART_ACTS.search(head) or _A_BODY.search(head) or speaks_of_one_line(head):
        return None
    (place,) = found
    units = gazetteer().named(place, None)
    return (
        Candidate(place + "人民政府", _WEIGHT, "text")
        if (acting or _spoken(place, head)) and _may_host(units, head, url)
        else None
    )


def level_of_government(place: Place, level: str, head: str) -> str:
    """Return the level of the government of a page that names nobody and speaks of nothing but a county or a city; empty: of a body."""
    of_district = speaks_as_district(head) and not (PART_ACTS.search(head) or _A_BODY.search(head))
    if not level and place.county is None and (of_some_county(head) or of_district):
        return "county"
    if level in ("", "prefectural") and place.county is None and _of_whole_city(head):
        return "prefectural"
    return "" if level else _of_reports(place, head)


def _of_reports(place: Place, head: str) -> str:
    """Return the level of the place where a page lies that is made from the reports of 市政府各部门, and speaks as such a place: 我市."""
    name = place.county or place.city or ""
    word = name[-1:]
    own = (
        bool(word)
        and place.zone is None
        and f"我{word}" in head
        and re.search(f"{word}(?:政府|直|级)", head)
        and gathers_all(head)
    )
    if not own or speaks_as_body(head) or self_reference(head)[0] or _A_BODY.search(head) or speaks_of_one_line(head):
        return ""
    return "county" if place.county else "prefectural" if _DISTRICTS.search(head) and not _COUNTY_SPEAKS.search(head) else ""


def _of_whole_city(head: str) -> bool:
    """Tell whether a page that names nobody sums up the work of a city's counties and departments: 各县(市)区、市政府各部门."""
    if not (_CITY_SPEAKS.search(head) and _CITY_BODIES.search(head)) or speaks_as_body(head) or self_reference(head)[0]:
        return False
    return not (_COUNTY_SPEAKS.search(head) or PART_ACTS.search(head) or _A_BODY.search(head) or speaks_of_one_line(head))


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


def _carried(head: str, sums: re.Match[str] | None) -> list[str]:
    """Return the places whose government's site carries the electronic copy of what sums up all bodies, or what they compile themselves."""
    copies = list(_COPY.finditer(head)) if "电子" in head else []
    places = {_in_full(copy[1], head) if copy[1] else _called(copy[2], head) for copy in copies} - {""}
    if sums and (whose := _WHOSE.search(DOCUMENT.sub("", head)[: sums.start()])) and whose[1] not in COMMON:
        places |= {whose[1]} & gazetteer().names.keys()
    makers = {made[1] for made in MADE_BY.finditer(head)}
    said = _sentence(DOCUMENT.sub("", head), sums) if sums else ""
    return [place for place in places if place in makers or (said and _sums_up(place, said))]


def _sentence(text: str, found: re.Match[str]) -> str:
    """Return the sentence until the end of what is found; empty: it tells of a bureau's sections."""
    start = max(text.rfind(end, 0, found.start()) for end in "。;\n") + 1
    whole = re.split("[。;\n]", text[start:], maxsplit=1)[0]
    return "" if _SECTIONS.search(whole) else text[start : found.end()]


def _sums_up(place: str, words: str) -> bool:
    """Tell whether these are the bodies of such a place: 各区县 are a city's, 各乡镇 no city's."""
    if all(unit.level == 3 for unit in gazetteer().named(place, None)):
        return _BELOW_COUNTY.search(words) is not None and not _DISTRICTS.search(words)
    return _BELOW_CITY.search(words) is not None


def _publishing(head: str) -> set[str]:
    """Return the one place whose government publishes, 市政府(办公室)主动公开…, and whose site is the only one that the page names."""
    words = set() if _SECTIONS.search(head) or _ONE_BELOW.search(head) else set(_GOVERNMENT_PUBLISHES.findall(head))
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
    others = ZONE_WORDS if place[-1] == "区" else _COUNTY_SPEAKS  # 我区 may be a zone
    if of_a_county or (place[-1] not in "县旗" and others.search(head)):
        return set()
    above = {over.name for unit in units for over in gazetteer().chain(unit, None)}
    return sites if set(gazetteer().mentions(head)) <= above else set()


def _of_counties(head: str) -> set[str]:
    """Return the one city in which lie all the counties that a page of 我市 tells of, and whose bureau or site it names."""
    if not (_OUR_CITY.search(head) and _ALL_CITY.search(head)) or _COUNTY_SPEAKS.search(head):
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


def _in_full(name: str, head: str) -> str:
    """Return the place of this name, or the one of this stem that the page prints in full; empty: none."""
    if name in gazetteer().names:
        return "" if name in COMMON else name
    printed = {unit.name for unit in gazetteer().stems.get(name, ()) if unit.name in head}
    return printed.pop() if len(printed) == 1 else ""


def _called(stem: str, head: str) -> str:
    """Return the one city or county of this stem, after which a site is called that no other place can have: “中国衡水”; empty: several."""
    units = {unit.code: unit for unit in gazetteer().stems.get(stem, ()) if unit.last == _TODAY}
    return _in_full(stem, head) or (next(iter(units.values())).name if len(units) == 1 else "")


def _spoken(place: str, head: str) -> bool:
    """Tell whether the page speaks of the whole of such a place: 我市, 全县, 县政府各部门, 甲市各级行政机关."""
    word = place[-1]
    words = (f"我{word}", f"本{word}", f"全{word}", f"{word}政府各部门", f"{word}政府及", f"{word}级各部门", f"{place}各级")
    return any(said in head for said in words)


def _may_host(units: list[Unit], head: str, url: str | None) -> bool:
    """Tell whether the page's host is that of the place or of one above it; a city's site carries reports of its counties as well."""
    host = Clues(gazetteer(), head, url or "", None).domain()
    return host is None or any(host.code in {above.code for above in gazetteer().chain(unit, None)} for unit in units)

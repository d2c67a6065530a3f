"""When is a report that of a whole place, whoever compiled it, and whose is it then?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY
from gongkai.indexer.names.desks import ACTS, BODY_ITSELF, DEEDS, GOVERNMENT_OFFICE, HAN, from_reports, speaks_as_body
from gongkai.indexer.names.names import COMMON, occurrences, read_name
from gongkai.indexer.names.voices import speaks_as_other, speaks_as_town
from gongkai.indexer.places.place_words import BOTH_COMPILE
from gongkai.report import Place

__all__ = [
    "OFFICE_ACTS",
    "PART_ACTS",
    "PLACE_SUBJECT",
    "ZONE_WORDS",
    "behind_compiler",
    "behind_gatherer",
    "compiler_of_all",
    "gathers_all",
    "government_acts",
    "of_county",
    "of_some_county",
    "own_governments",
    "puts_out",
    "reached_for_all",
    "whole_governments",
]

_COUNTY_ACTS = expression(
    r"我[县旗](?:各级(?:行政机关|政府|部门|各部门))?(?:政府信息公开|政务公开)?(?:工作)?(?:认真|坚持|全面|深入|严格|高度|积极|切实|始终|紧紧)"
    r"|我[县旗](?:\([^()\n]{2,60}\))?(?:累计|共|主动|全年)+公开(?:各类|政府|政务)*信息\d"
    r"|20\d\d年(?:度|以来|来)?,?全[县旗](?:政府信息|政务)公开工作(?!(?:要点|部署|会|安排|方案|计划|领导|考核|的?(?:通知|意见|要求)))"
)
# A district's, on its own host; what is no district has a committee, lies in a zone or tells of one.
_DISTRICT_ACTS = expression(
    r"我区(?:政府信息公开|政务公开)?(?:工作)?(?:认真|坚持|全面|深入|严格|高度|积极|切实|始终|紧紧)[\s\S]*全区(?:政府信息公开单位|各(?:级|部门|单位|镇|街))"
)
# Without 我区: what all its bodies did, under a group that the district's own leaders head.
_DISTRICT_LED = expression(r"全区各?(?:政府信息公开单位|级行政机关)(?:全部|均|都|按照|认真|积极)")
_DISTRICTS_GROUP = expression(
    "由区(?:政府(?:主要领导|分管领导|领导)|长|委常委)[^。,;\n]{0,14}(?:任|为|担任)组长|(?:区长|副区长)[^。,;\n]{0,6}(?:任|为|担任)组长"
)
ZONE_WORDS = expression("管委会|管理委员会|开发区|园区|高新区|经开区|新区|保税区|度假区|功能区|示范区|风景区|管理区")
PART_ACTS = expression(
    r"全(?:局|镇|乡|苏木|院|校|站)(?!面)|[\u3400-\u9fff]系统(?:上下|内|各|认真|坚持|全面|深入|严格|积极)|(?:局|委|党政)办(?:公室)?负责"
)
# 由甲区政务服务局依据《条例》以及全区各部门信息公开工作编制而成. The work, reports or numbers of all bodies are a source; what they are
# asked or told is none (全区各部门工作安排, …年报编制格式, 《关于全区各部门年报的提示》). And only an office, or a bureau for such work, puts
# together what others did: 县教育局 compiles of itself from 全县各单位.
_FROM_ALL = expression(
    rf"由([{HAN}]{{2,20}}?(?:(?:政务|审批|数据|营商)[{HAN}]{{0,14}}?(?:局|中心|办公室)|(?:管委会|管理委员会|政府)办公[室厅]))"
    r"(?:负责)?(?=依据|根据|按照|综合|汇总)[^。\n]{2,220}?(?<!负责|指导|做好|组织|开展|推进)全([省市州县区旗盟])各(?:级(?:各?部门|行政机关)|有关部门|部门|单位|行政机关|乡镇|镇街|街道)"
    rf"(?:(?!要求|部署|通知|安排|精神|格式|规定|会议|计划|模板|编制)[{HAN}\d、]){{0,40}}?(?:(?<!重点)工作|情况|年度?报告|年报|材料|数据|信息)"
    r"(?:的?基础上|汇总|综合|整理|统计|进行|后|并|,)*编制(?:而成|形成|完成)?(?:本?(?:年度)?报告)?(?=[。,;:()\n]|$)"
)
# What all bodies of a place hand in is the report of its government, whoever puts it together.
_WHOLE = expression(
    rf"(?:(?:综合|汇总)(?:了)?(?:20\d\d年度?)?|在20\d\d年度?)([{HAN}]{{2,16}}?)(?:本级)?(?:、|和)?各(?:地区?|[县区市乡镇]|街道|级|有关部门|部门|单位|行政机关|\([县区市])"
)
_MADE, _MADE_ON = expression(r"[\s\S]{0,58}?编制"), expression(r"[^。;]{0,30}?(?:报告|年报)[^。,;考评]{0,6}基础上[^。;]{0,30}")
_MAKER = expression(rf"(?:^|[,由])({AGENCY})(?:负责|组织)?编制")
# 在县委、县政府的正确领导下,甲县政府信息公开工作…: a place of the kind whose leaders lead
_LED = "|".join(
    rf"{word}(?:人民)?(?:政府|委)的?(?:正确|坚强|统一)?领导下,(?=(?:[{HAN}]{{2,6}}[市州])?[{HAN}]{{1,5}}?{word}(?:人民)?政)"
    for word in "县区旗"
)
PLACE_SUBJECT = expression(
    rf"(?:^|20\d\d年(?:度|以来|来)?,?|[。\n]|{_LED})"
    rf"([{HAN}]{{1,16}}[省市州县区旗盟])(?:(?:人民)?政府)?(?:20\d\d年度?)?(?:(?:政府信息|政务)公开工作)?,?(?={ACTS}|(?<=公开工作)按照|(?<=公开工作,)按照|按照(?:《|[{HAN}、]{{2,14}}(?:要求|部署))|在[^,。;]{{2,24}}(?:领导|指导)下(?:,|推进|开展|有序|扎实|稳步))"
)
# 甲市对2018年政府信息公开工作进行梳理和汇总,形成本报告
_SUMS_UP = expression(
    rf"(?:^|[,。\n])([{HAN}]{{1,12}}[省市州县区旗盟])(?:人民政府)?对20\d\d年度?(?:政府信息|政务)公开(?:工作)?(?:情况)?进行了?(?:认真|全面)?(?:梳理|总结|汇总)"
)
# 结合2023年甲区政府信息公开工作情况编制, of a page whose subject is 甲区
_SUITED = expression(
    rf"结合(?:20\d\d年度?)?([{HAN}]{{2,12}}[省市州县区旗盟])(?:政府信息|政务)公开工作(?:实际)?(?:开展)?(?:情况)?,?[现特]?(?:组织)?编制(?!委|[{HAN}]{{0,4}}(?:指南|目录|方案))"
)
_OFFICE_COMPILES = expression(
    r"由[\u3400-\u9fff]{2,12}政府办公[厅室](?:负责|组织|牵头)?(?:编制|编写|汇总)(?!的?(?:模板|格式|范本))"
)
_PLACE_SPEAKS = expression(
    r"(?:公布|发布|公开|现将|20\d\d年度?,?|[。\n)])我[省市县区旗州盟](?:20\d\d年|认真|全面|深入|严格|紧紧|坚持|围绕|结合(?!我)|(?:政府信息|政务)公开工作(?=在|取得)|各级(?:各部门|行政机关)?(?:认真|全面|深入|严格|坚持|围绕|按照))"
    r"|(?:要求|精神|部署|规定),{1,2}我[省市县区旗州盟](?:结合实际|认真|全面|深入|严格|紧紧|坚持|围绕)"
    r"|20\d\d(?:年度?)?以来,?我[省市县区旗州盟](?:高度重视|认真|全面|深入|严格|紧紧|坚持|围绕|积极|切实)"
    r"|下,我[省市县区旗州盟]的?(?:政府信息|政务)公开工作(?=取得|有序|稳步|扎实|不断|进一步|坚持|始终)"
    r"|(?:20\d\d年度?,?|[。\n)])全[省市县区旗州盟](?:各级|各部门|各单位|共|累计|主动)*(?:公开|发布)(?:政府)?信息\d"
)
_ALL_BODIES = expression(
    rf"(?:汇总|综合)[{HAN}]{{0,10}}?(?<!属)各(?:级|[县区市乡镇旗]|苏木|街道|(?:有关|工作|组成|直属|直)?部门|行政机关)[^。;\n]{{0,80}}编制"
)
_SPOKEN = expression("[全我本]([省市州县区旗盟])(?![域场级直])")
MADE_BY = expression(rf"由([{HAN}]{{2,12}}[省市州县区旗盟])编制(?!委)")
# 2023年,甲县人民政府在…领导下; 甲县将…列入: whose year is told.
_YEAR_OF = expression(r"20\d\d年(?:度|以来|来)?,?")
_TOLD_OF = expression(
    rf"(?:人民政府|政府)?(?:(?:政府信息|政务)公开工作(?=按照|在|{ACTS}))?,?(?:{ACTS}|贯彻|落实|将|按照|在[^。,;]{{2,24}}(?:领导|指导)下)"
)
_OF_LEVEL = {"省": "provincial", "市": "prefectural", "州": "prefectural", "盟": "prefectural"} | dict.fromkeys(
    "县区旗", "county"
)
# Of a city in a county's rank, on its own host: 2020年,全市各级行政机关坚持…, and its office: 市政府办公室.
_CITY_ACTS = expression(
    r"(?:^|[。\n])[ \t]*20\d\d年(?:度|以来|来)?,?全市各级(?:行政机关|(?:政府|行政)?(?:各)?部门|(?:人民)?政府)[^。;]{0,12}"
    r"(?:以|认真|坚持|全面|深入|严格|高度|积极|切实|始终|紧紧)"
)
_CITYS_OFFICE = expression("市(?:人民)?政府(?:办|(?:门户)?网站)")
_NO_CITY = expression(rf"[我全本][县区旗](?![域场])|各[县区旗]|[县旗](?:委|政府)|全市[{HAN}]{{2,5}}系统|局党[组委]|局领导|局长")
_GOVERNMENT_ACTS = expression(
    r"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?([省市州盟县区旗])政府(?:办公[室厅]|(?:门户)?网站)(?:截[止至]20\d\d年12月31日)?(?:主动|累计|共)*"
    r"(?:收到|受理|公开|发布)(?!的)[^。;\n]{0,30}\d"
)
# Of a page that speaks as the place: 我区; 区政府成立了政务公开工作领导小组.
_GROUP_OF = expression(r"([省市州盟县区旗])政府成立了?(?:政府信息|政务|信息)公开(?:工作)?领导小组")
_GATHERER_ACTS = expression(DEEDS)
_GATHERER = expression(
    rf"(?<=[省市州县区旗盟])(?:(?![省市州县区旗盟])[{HAN}]){{0,4}}(?:(?:政务|审批|数据|数字化|营商)[{HAN}]{{0,14}}?(?:局|中心)|(?:电子政务|信息化)[{HAN}]{{0,10}}?(?:办公室|办|中心))(?=(?:[{HAN}]{{0,10}}[股科处室])?$)"
)
OFFICE_ACTS = expression(
    rf"(?:办公[厅室]|府办)(?:{ACTS}|贯彻|落实|(?:按照|根据)(?![^。\n]{{0,240}}?编制)|在|(?:共|主动|累计)*公开|产生|形成)"
)


def behind_compiler(name: str, head: str, *, reached: bool = False) -> str:
    """Return the government, or the committee of the zone, whose bodies' work the named bureau only puts together; else the name."""
    if (gatherer := _GATHERER.search(name)) and _only_gathers(gatherer, head, reached=reached):
        return _government_of(name[: gatherer.start()])
    compiler = compiler_of_all(head)
    if not compiler or not name.endswith(compiler):  # 本年度报告由甲区政务服务局
        return name
    bureau = read_name(compiler, None, gazetteer())
    place = compiler.removesuffix(bureau.body)
    if bureau.town or place == compiler or not (bureau.places or bureau.zone):
        return name
    return place + ("管理委员会" if bureau.zone else "人民政府")


def gathers_all(text: str) -> bool:
    """Tell whether the reports of all bodies of a place, and not of a bureau's own, are put together."""
    return from_reports(text) or _ALL_BODIES.search(text) is not None


def behind_gatherer(name: str, head: str) -> str:
    """Return the government whose bodies' reports a bureau for such work, and no page that speaks as a body, puts together; else the name."""
    gatherer = _GATHERER.search(name)
    return _government_of(name[: gatherer.start()]) if gatherer and not speaks_as_body(head) else name


def _government_of(place: str) -> str:
    zone = read_name(place + "管理委员会", None, gazetteer()).zone
    return place.removesuffix("政府").removesuffix("人民") + ("管理委员会" if zone else "人民政府")


def _only_gathers(gatherer: re.Match[str], head: str, *, reached: bool) -> bool:
    """Tell whether a bureau for such work puts together the report of its place, whose year the page tells: 2019年,甲区将…列入重点工作."""
    place = gatherer.string[: gatherer.start()].removesuffix("人民政府").removesuffix("政府")
    whole = _is_subject(place, head) or (reached and _speaks_as(place[-1:], head))
    if not whole or speaks_as_body(head):
        return False
    return not any(_GATHERER_ACTS.match(head, at + len(gatherer[0])) for at in occurrences(gatherer[0], head))


def _speaks_as(word: str, head: str) -> bool:
    """Tell whether a page speaks as a place of this kind: 我旗落实…, 全旗主动公开."""
    return bool(word) and re.search(rf"我{word}(?:{DEEDS}|制定|印发)|全{word}(?:主动公开|共公开|累计公开)", head) is not None


def _is_subject(place: str, head: str) -> bool:
    """Tell whether the page tells what a place, by its name or that of the last in the chain, did in the year."""
    printed = read_name(place.rpartition("由")[2], None, gazetteer()).printed
    if not printed:
        return False
    ends = (year.end() for year in _YEAR_OF.finditer(head) if head.startswith(printed[-1], year.end()))
    return any(_TOLD_OF.match(head, end + len(printed[-1])) for end in ends)


def compiler_of_all(head: str) -> str:
    """Return the bureau that compiles from the work of all bodies of a place that the page speaks as: 我区; empty: none."""
    found = _FROM_ALL.search(head)
    return found[1] if found and f"我{found[2]}" in head and not speaks_as_body(head) else ""


def government_acts(level: str, head: str) -> bool:
    """Tell whether a page that names no body tells what the offices of a government of this level did: 县政府办公室收到申请9件."""
    groups = (match for match in _GROUP_OF.finditer(head) if f"我{match[1]}" in head)
    acts = any(_OF_LEVEL.get(match[1]) == level for match in (*_GOVERNMENT_ACTS.finditer(head), *groups))
    return acts and not speaks_as_body(head) and not speaks_as_town(head)


def of_county(place: Place, head: str, *, hosted: bool) -> str | None:
    """Return the government of the county whose report speaks of nothing but the county: 我县认真贯彻…; 我区 may be a zone off its host."""
    county = place.county or ""
    whole = county.endswith(("县", "旗")) and _COUNTY_ACTS.search(head) is not None
    if hosted and county.endswith("区") and not ZONE_WORDS.search(head.replace(county, "")):
        led = _DISTRICT_LED.search(head) is not None and _DISTRICTS_GROUP.search(head) is not None
        whole = led or _DISTRICT_ACTS.search(head) is not None
    if hosted and county.endswith("市"):
        whole = _CITY_ACTS.search(head) is not None and _CITYS_OFFICE.search(head) is not None
        whole = whole and not (_NO_CITY.search(head) or speaks_as_body(head) or speaks_as_town(head))
    return county + "人民政府" if whole and not _is_of_a_body(head) else None


def of_some_county(head: str) -> bool:
    """Tell whether a page that nothing places speaks of nothing but its county, 我县认真贯彻…, or is of two that report together."""
    if not _COUNTY_ACTS.search(head) or not any(f"我{word}" in head and f"全{word}" in head for word in "县旗"):
        return BOTH_COMPILE.search(head) is not None
    return not _is_of_a_body(head) and not speaks_as_body(head) and not speaks_as_town(head)


def _is_of_a_body(head: str) -> bool:
    """Tell whether a page tells of a body itself, of what a part of it does, or speaks as anybody but a place."""
    return BODY_ITSELF.search(head) is not None or PART_ACTS.search(head) is not None or speaks_as_other(head)


def puts_out(office: str, head: str) -> bool:
    """Tell whether a government's office only puts out what speaks of the whole place and of no body: 公布我县2022年度…报告.

    So does one that compiles a report whose year is the government's: 2023年,甲县人民政府在…领导下.
    """
    place = GOVERNMENT_OFFICE.sub("", office).removesuffix("人民")
    speaks = place != office and (_PLACE_SPEAKS.search(head) or _is_subject(place, head))
    return bool(speaks) and not BODY_ITSELF.search(head) and not OFFICE_ACTS.search(head)


def reached_for_all(office: str, head: str) -> bool:
    """Tell whether a government's office is only reached for, or carries, a report that speaks of the whole place: 我市, 全市, 各部门.

    So is one that covers 县政府及所属部门, or is made from the place's work: 结合2023年甲县政府信息公开工作实际编制. Of pages that lost
    their titles ten in ten of such were the government's.
    """
    place = GOVERNMENT_OFFICE.sub("", office).removesuffix("人民")
    if place in ("", office) or BODY_ITSELF.search(head) or OFFICE_ACTS.search(head):
        return False
    whole = re.search(rf"[我全]{place[-1]}(?![域级直场])|各(?:部门|乡镇|镇街|街道|县区|区县)|政府及其?所属各?部门", head)
    suited = _SUITED.finditer(head) if "结合" in head else ()
    return whole is not None or any(match[1].endswith(place) for match in (*suited, *PLACE_SUBJECT.finditer(head)))


def own_governments(head: str, *, alone: bool) -> Iterator[tuple[str, float]]:
    """Yield the government of the place that a whole report speaks of: 2018年,甲省全面贯彻…,我省…; 全省, where it is alone; and a weight."""
    if BODY_ITSELF.search(head):
        return
    spoken = set(_SPOKEN.findall(head))
    made = {match[1] for match in (MADE_BY.finditer(head) if "编制" in head else ()) if _is_place(match[1])}
    yield from ((_as_signed(place, head), 8.5) for place in made if spoken <= {place[-1]})
    suited = {match[1] for match in (_SUITED.finditer(head) if "结合" in head else ())}
    cited = (re.search(rf"《([{HAN}]{{0,8}}{place}人民政府)办公室关于", head) for place in suited if alone and _is_place(place))
    yield from ((document[1], 8.5) for document in cited if document and gazetteer().begins(document[1]))
    for match in (*PLACE_SUBJECT.finditer(head), *_SUMS_UP.finditer(head)):
        place = match[1]
        compiled = _OFFICE_COMPILES.search(head) is not None and not OFFICE_ACTS.search(head)
        own = (
            f"我{place[-1]}" in head
            or (alone and "公开工作" in match[0])
            or (alone and (place in suited or f"印发《{place}人民政府" in head or f"印发了《{place}人民政府" in head))
            or ((alone or compiled) and _speaks_of_all(place[-1], head))
        )
        if own and _is_place(place):
            yield place + "人民政府", 10 if "公开工作" in match[0] else 8.5 if compiled else 4


def _as_signed(place: str, head: str) -> str:
    """Return the government of the place without the places above it where the page prints it so alone: 由甲市乙县编制, 乙县人民政府."""
    whole, read = place + "人民政府", read_name(place, None, gazetteer())
    own = read.printed[-1] + "人民政府" if len(read.places) > 1 and not read.body else whole
    return own if whole not in head and own in head else whole


def _is_place(name: str) -> bool:
    if name in gazetteer().names or name in gazetteer().aliases:
        return name not in COMMON
    read = read_name(name, None, gazetteer())  # 甲州乙县
    return len(read.places) > 1 and not (read.body or read.town or read.zone)


def _speaks_of_all(word: str, head: str) -> bool:
    """Tell whether a page speaks of a whole place, or tells of what only its government puts out: 全市, 市政府公报."""
    return re.search(f"全{word}|{word}(?:人民)?政府(?:公报|令|常务会议)", head) is not None


def whole_governments(head: str) -> Iterator[str]:
    """Yield the governments whose bodies handed in what a report puts together: 综合甲市各县区、各部门…编制."""
    for match in _WHOLE.finditer(head):
        place = match[1].removesuffix("人民政府").removesuffix("政府")
        made = (_MADE_ON if match[0][0] == "在" else _MADE).match(head, match.end())
        maker = made and _MAKER.search(made[0])
        if _is_place(place) and made and not (maker and _elsewhere(maker[1], place)):
            yield place + "人民政府"


def _elsewhere(maker: str, place: str) -> bool:
    """Tell whether the body that puts a report together is of another place than this one."""
    _, own, below = maker.rpartition(place[:-1])
    return gazetteer().begins(below.removeprefix(place[-1]) if own else maker)

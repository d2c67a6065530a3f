"""When is a report that of a whole place, which an office only puts out, and whose is it then?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.agencies.wholes.compilers import is_subject_of_year
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY
from gongkai.indexer.names.desks import ACTS, BODY_ITSELF, GOVERNMENT_OFFICE, HAN
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.next_place import COMMON

__all__ = ["MADE_BY", "OFFICE_ACTS", "PLACE_SUBJECT", "own_governments", "puts_out", "reached_for_all", "whole_governments"]

# What all bodies of a place hand in is the report of its government, whoever puts it together.
_WHOLE = expression(
    rf"(?:(?:综合|汇总)(?:了)?(?:20\d\d年度?)?|在20\d\d年度?)([{HAN}]{{2,16}}?)(?:本级)?(?:、|和)?各(?:地区?|[县区市乡镇]|街道|级|有关部门|部门|单位|行政机关|\([县区市])"
)
_MADE = expression(r"[\s\S]{0,58}?编制")
_MADE_ON = expression(r"[^。;]{0,30}?(?:报告|年报)[^。,;考评]{0,6}基础上[^。;]{0,30}")
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
_SPOKEN = expression("[全我本]([省市州县区旗盟])(?![域场级直])")
MADE_BY = expression(rf"由([{HAN}]{{2,12}}[省市州县区旗盟])编制(?!委)")
OFFICE_ACTS = expression(
    rf"(?:办公[厅室]|府办)(?:{ACTS}|贯彻|落实|(?:按照|根据)(?![^。\n]{{0,240}}?编制)|在|(?:共|主动|累计)*公开|产生|形成)"
)


def puts_out(office: str, head: str) -> bool:
    """Tell whether a government's office only puts out what speaks of the whole place and of no body: 公布我县2022年度…报告.

    So does one that compiles a report whose year is the government's: 2023年,甲县人民政府在…领导下.
    """
    place = GOVERNMENT_OFFICE.sub("", office).removesuffix("人民")
    speaks = place != office and (_PLACE_SPEAKS.search(head) or is_subject_of_year(place, head))
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

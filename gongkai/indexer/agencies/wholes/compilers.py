"""Who only puts together what all bodies of a place did, and for whom?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import ACTS, DEEDS, HAN, from_reports, speaks_as_body
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.plain_text import occurrences

__all__ = ["behind_compiler", "behind_gatherer", "compiler_of_all", "gathers_all", "is_subject_of_year"]

# 由甲区政务服务局依据《条例》以及全区各部门信息公开工作编制而成. The work, reports or numbers of all bodies are a source; what they are
# asked or told is none (全区各部门工作安排, …年报编制格式, 《关于全区各部门年报的提示》). And only an office, or a bureau for such work, puts
# together what others did: 县教育局 compiles of itself from 全县各单位.
_FROM_ALL = expression(
    rf"由([{HAN}]{{2,20}}?(?:(?:政务|审批|数据|营商)[{HAN}]{{0,14}}?(?:局|中心|办公室)|(?:管委会|管理委员会|政府)办公[室厅]))"
    r"(?:负责)?(?=依据|根据|按照|综合|汇总)[^。\n]{2,220}?(?<!负责|指导|做好|组织|开展|推进)全([省市州县区旗盟])各(?:级(?:各?部门|行政机关)|有关部门|部门|单位|行政机关|乡镇|镇街|街道)"
    rf"(?:(?!要求|部署|通知|安排|精神|格式|规定|会议|计划|模板|编制)[{HAN}\d、]){{0,40}}?(?:(?<!重点)工作|情况|年度?报告|年报|材料|数据|信息)"
    r"(?:的?基础上|汇总|综合|整理|统计|进行|后|并|,)*编制(?:而成|形成|完成)?(?:本?(?:年度)?报告)?(?=[。,;:()\n]|$)"
)
_ALL_BODIES = expression(
    rf"(?:汇总|综合)[{HAN}]{{0,10}}?(?<!属)各(?:级|[县区市乡镇旗]|苏木|街道|(?:有关|工作|组成|直属|直)?部门|行政机关)[^。;\n]{{0,80}}编制"
)
# 2023年,甲县人民政府在…领导下; 甲县将…列入: whose year is told.
_YEAR_OF = expression(r"20\d\d年(?:度|以来|来)?,?")
_TOLD_OF = expression(
    rf"(?:人民政府|政府)?(?:(?:政府信息|政务)公开工作(?=按照|在|{ACTS}))?,?(?:{ACTS}|贯彻|落实|将|按照|在[^。,;]{{2,24}}(?:领导|指导)下)"
)
_GATHERER_ACTS = expression(DEEDS)
_GATHERER = expression(
    rf"(?<=[省市州县区旗盟])(?:(?![省市州县区旗盟])[{HAN}]){{0,4}}(?:(?:政务|审批|数据|数字化|营商)[{HAN}]{{0,14}}?(?:局|中心)|(?:电子政务|信息化)[{HAN}]{{0,10}}?(?:办公室|办|中心))(?=(?:[{HAN}]{{0,10}}[股科处室])?$)"
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
    whole = is_subject_of_year(place, head) or (reached and _speaks_as(place[-1:], head))
    if not whole or speaks_as_body(head):
        return False
    return not any(_GATHERER_ACTS.match(head, at + len(gatherer[0])) for at in occurrences(gatherer[0], head))


def _speaks_as(word: str, head: str) -> bool:
    """Tell whether a page speaks as a place of this kind: 我旗落实…, 全旗主动公开."""
    return bool(word) and re.search(rf"我{word}(?:{DEEDS}|制定|印发)|全{word}(?:主动公开|共公开|累计公开)", head) is not None


def is_subject_of_year(place: str, head: str) -> bool:
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

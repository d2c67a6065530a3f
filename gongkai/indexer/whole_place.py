"""When is a report that of a whole place, whoever compiled it, and whose is it then?"""

from __future__ import annotations

import re

from gongkai.indexer.desks import BODY_ITSELF, HAN, speaks_as_body
from gongkai.indexer.gazetteer import gazetteer
from gongkai.indexer.names import read_name
from gongkai.report import Place

__all__ = ["behind_compiler", "of_county", "scope_of"]

_COUNTY_ACTS = re.compile(r"我[县旗](?:政府信息公开|政务公开)?(?:工作)?(?:认真|坚持|全面|深入|严格|高度|积极|切实|始终|紧紧)")
_PART_ACTS = re.compile(
    r"全(?:局|镇|乡|苏木|院|校|站)(?!面)|[\u3400-\u9fff]系统(?:上下|内|各|认真|坚持|全面|深入|严格|积极)|(?:局|委|党政)办(?:公室)?负责"
)
# 由甲区政务服务局依据《条例》以及全区各部门信息公开工作编制而成. The work, reports or numbers of all bodies are a source; what they are
# asked or told is none (全区各部门工作安排, …年报编制格式, 《关于全区各部门年报的提示》). And only an office, or a bureau for such work, puts
# together what others did: 县教育局 compiles of itself from 全县各单位.
_FROM_ALL = re.compile(
    rf"由([{HAN}]{{2,20}}?(?:(?:政务|审批|数据|营商)[{HAN}]{{0,14}}?(?:局|中心|办公室)|(?:管委会|管理委员会|政府)办公[室厅]))"
    r"(?:负责)?(?=依据|根据|按照|综合|汇总)[^。\n]{2,220}?(?<!负责|指导|做好|组织|开展|推进)全([省市州县区旗盟])各(?:级(?:各?部门|行政机关)|有关部门|部门|单位|行政机关|乡镇|镇街|街道)"
    rf"(?:(?!要求|部署|通知|安排|精神|格式|规定|会议|计划|模板|编制)[{HAN}\d、]){{0,40}}?(?:(?<!重点)工作|情况|年度?报告|年报|材料|数据|信息)"
    r"(?:的?基础上|汇总|综合|整理|统计|进行|后|并|,)*编制(?:而成|形成|完成)?(?:本?(?:年度)?报告)?(?=[。,;:()\n]|$)"
)


def behind_compiler(name: str, head: str) -> str:
    """Return the government, or the committee of the zone, whose bodies' work the named bureau only puts together; else the name."""
    compiler = _compiler(head)
    if not compiler or not name.endswith(compiler):  # 本年度报告由甲区政务服务局
        return name
    bureau = read_name(compiler, None, gazetteer())
    place = compiler.removesuffix(bureau.body)
    if bureau.town or place == compiler or not (bureau.places or bureau.zone):
        return name
    return place + ("管理委员会" if bureau.zone else "人民政府")


def _compiler(head: str) -> str:
    """Return the bureau that compiles from the work of all bodies of a place that the page speaks as: 我区; empty: none."""
    found = _FROM_ALL.search(head)
    return found[1] if found and f"我{found[2]}" in head and not speaks_as_body(head) else ""


def of_county(place: Place, head: str) -> str | None:
    """Return the government of the county whose report speaks of nothing but the county: 我县认真贯彻…; 我区 may be a zone."""
    county = place.county or ""
    whole = county.endswith(("县", "旗")) and _COUNTY_ACTS.search(head) is not None
    return county + "人民政府" if whole and not BODY_ITSELF.search(head) and not _PART_ACTS.search(head) else None


def scope_of(kind: str | None, level: str, head: str) -> str | None:
    """Return the scope: a government's report is that of all its bodies, a zone's where its page says so."""
    if kind is None:
        return None
    whole = kind == "government" or (kind == "administrative_committee" and _compiler(head))
    return "government_consolidated" if whole and level != "township" else "agency"

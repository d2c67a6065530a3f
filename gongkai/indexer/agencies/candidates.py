"""Which words that a page prints are a name that may be the agency's?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.indexer.agencies.moved import is_moved
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import WITH_PLACE
from gongkai.indexer.names.branches import without_state
from gongkai.indexer.names.desks import HAN
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.voices import speaks_as_town
from gongkai.indexer.titles.brands import without_brand
from gongkai.indexer.titles.title_words import NEVER_NAMED, PAGE_FIELD, town_of_zone

__all__ = ["WITH_OFFICE", "ZONE_ENDS", "Candidate", "candidate", "in_menu"]

ZONE_ENDS = ("开发区", "高新区", "经开区", "度假区", "保税区", "经济区", "工业园区", "产业园区")
"""What a zone's name ends with."""
# No agency begins like this, unless a place of that name does (和平, 本溪, 月湖).
_OPENERS = expression(
    r"根据|按照|落实|贯彻|结合|围绕|为|如|对|在|由|与|请|本|通过|依据|严格|认真|全|现将|并|和|及|以|国务院办公|中华人民共和国政府|公民|法人|我|上级|各|"
    r"所有|全部|部分|其[他余]|多个|有关|相关|会同|联合(?!大学|国)|配合|牵头|下辖|下属|所属|试点|责任|主办|承办|版权|网站|原创|转载|互联网|作者|编辑|管理员|佚名|收到|年|月|日"
)
_NOT_AGENCY = expression(
    r"公开暨|我[省市县区州旗盟局委厅办院镇乡街]|公开条例|年报|报告|公开工作|工作(?![委部局]|办公室$)|[府室局会厅]的|信息(?!化|中心)|通知|规定|网站$"
    rf"|{NEVER_NAMED}|报送|高度|研究(?=[部制解])"  # 局主要领导主持召开会议研究部署
)
# Sections of an agency, in whose name it can be reached; its office is one, a government's office is an agency itself.
_MATTERS = "外事|侨务|金融|扶贫|移民|以工代赈|经济合作|台湾|港澳|人民防空|信访|口岸|宗教"
_OFFICES = rf"(?![{HAN}]{{0,14}}(?:公开|网站|接待))(?:(?:{_MATTERS})[{HAN}]{{0,10}}|[{HAN}]{{2,8}}项目领导小组)办公室"
_SECTION = expression(
    rf"^([{HAN}·()]*(?:局(?!驻)|委员会|委(?!员?会)|办事处|街道|管委会|政府(?!信息|政务|研究室$|参事室$|{_OFFICES})|镇|乡|苏木|厅|院|大学|中心|海关|队|(?<![行公])署|(?:行|行政公)署(?!{_OFFICES})|馆|联合?社|供销(?:合作)?(?:总)?社|人民政府办公[室厅]|政府办公室|(?:{'|'.join(ZONE_ENDS)}|管理区)(?=(?:党政|综合)*办(?:公室)?$)))"
    rf"[{HAN}]{{0,16}}?(?:办公室|办|科|室|股|处|组|窗口)$"
)
# 区政府办公室政务公开办 is the office that compiles: the agency is what stands before.
_INNER = expression(
    r"(?<=[府局会委厅处室心院校])(?<![^民省市县区旗州盟镇乡]政府)(?:政务公开[暨和与及、]?)?(?:政务公开|政府信息公开|信息公开|政府信息与政务公开)(?:工作|申请)?(?:领导小组)?(?:办公室|办|工作人员|人员|受理(?:机构|部门|点))?$"
    r"|(?<=[\u3400-\u9fff]{2}办)(?:政务公开[暨和与及、]?)?(?:政务公开|政府信息公开|信息公开)(?:工作)?领导小组(?:办公室|办)$"  # 市人防办
    r"|(?<=大学|学院)(?:学校|校长|院长|党政|党委)?办公室$"
)

# A town's government has no office that is an agency of its own.
WITH_OFFICE = expression(r"(公署|人民政府)(?:及其?|和|暨)办公[室厅]$")
"""A government named with its office: 甲地区行政公署及办公室, 甲区人民政府及办公室."""
_SAID_TWICE = expression(r"(?<![津沙])([市县区旗])\1(?!场|政|容|民|委|直|级)")  # 甲市市商务局; 津市市 is a place
# 甲市教育局局党政办公室, 甲市医院院长办公室: what is left of an inner office; 新镇镇 is a town.
_END_TWICE = expression(r"([局厅委院镇乡])\1(?=$|(?<=[镇乡])(?:人民)?政府$)")
_SITES_NAME = expression(r"^.*网站?[-—–>]+")  # 甲县人民政府-网-县住建局
_INNER_OFFICE = expression(r"((?:镇|乡|苏木)(?:人民)?政府)办公室$")
# Where a town serves its people, and who puts a bureau's news on a site.
_SERVICE = expression(r"(?:(?<=办事处)|(?<=街道)|(?<=[镇乡])|(?<=人民政府))(?:便民|党群|政务|公共|综合|为民)+服务(?:中心|大厅)$")
_NEWS = expression("(?<=[\u3400-\u9fff]{3}局)(?:信息|宣传|宣教)中心$")
# Parts of sites: 新闻中心, 政务服务中心; and what is nobody's name.
_SITE_PART = expression(
    r"(?:新闻|资讯|信息|政务|服务|便民|办事|互动|交流|下载|数据|个人|会员|用户|帮助|客服|融媒体?|媒体|网络|公告|行政|产品|联系|关于|我的)+(?:中心|局)$|(?:党政|综合|政务公开){0,2}办公[厅室]$"
    r"|总[局署](?:办公[厅室])?$"  # a ministry that calls itself so, which has a name elsewhere
)
_PARTYS_COMMITTEE = expression("(?<=[区园城])党工委、?(?=管委会|管理委员会)")
_NO_TOWN = expression(r"(?:镇|乡|街道|苏木)(?:(?:人民)?(?:政府|办事处)|党委|党工委)")  # 镇政府
# Bodies in whose names another stands, in which no section of that is: 甲县市场监督管理局乙市场监督管理所办公室.
_OF_ITS_OWN = expression(
    rf"(?:所|学校|中学|小学|党校|驻[{HAN}]{{1,6}}(?:联络处|办事处)|编纂室|研究室|公司|红十字会|总工会|协会|组织部|宣传部|统战部|[省市县区旗州盟]委办公室)$"
)
_BODY_OFFICE = expression(
    r"(?:(?<=[局厅社馆校队所学])|(?<=公司)|(?<=中心)|(?<=联合会)|(?<=十字会)|(?<=编纂室)|(?<=研究室)|(?<=办公室)|(?<=总工会)|(?<=协会)|(?<=联络处))办公室$"
)  # is no agency
_MENU_HEAD = expression(r"导航|链接|部门|网站|栏目|机构[ \t|]*$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that might be the agency's, its weight, and where it stood."""

    name: str
    weight: float
    source: str


def candidate(name: str, weight: float, source: str) -> Iterator[Candidate]:
    """Yield the name without what sections, sites and offices of a body add to it; nothing for words that are no name."""
    name = _SITES_NAME.sub("", re.sub(rf"\s+|{PAGE_FIELD}", "", name))
    name = _PARTYS_COMMITTEE.sub("", name)
    name = re.sub(r"^.*(?:20\d\d年度?|\d日|请与|报告是?由|现由)|^(?:由|现[把将就])", "", name) or name
    printed = name
    name = _BODY_OFFICE.sub("", without_brand(_INNER.sub("", name)))
    name = _SAID_TWICE.sub(r"\1", name.replace("人民政府政府", "人民政府"))
    if source == "contact":
        name = _BODY_OFFICE.sub("", name.removesuffix("联系"))
        whole = name.endswith(("政府办公室", "政府办公厅", "行署办公室", "行政公署办公室")) or _OF_ITS_OWN.search(name)
        name = name if whole else _SECTION.sub(r"\1", name)
    name = _SERVICE.sub("", name) if source == "contact" else _NEWS.sub("", name) if source == "source line" else name
    if source in ("contact", "text"):
        name = _INNER_OFFICE.sub(r"\1", name)
    name = re.sub(r"(?<=[区会府镇乡道])(?:党政综合办公室|党政办公室|综合办公室|党政办|综合办)$", "", name)
    name = town_of_zone(WITH_OFFICE.sub(r"\1", _once(name, printed)))
    if name.count("(") != name.count(")"):
        name = name.partition("(")[0].rpartition(")")[2]
    nameless = _SITE_PART.match(name) or _NO_TOWN.match(name) or is_moved(name)
    if not 3 <= len(name) <= 40 or nameless or _NOT_AGENCY.search(name) or not kind_of(name):
        return
    if gazetteer().begins(without_state(name)) or not (_OPENERS.match(name) or name.endswith(WITH_PLACE)):
        yield Candidate(name, weight, source)


def _once(name: str, printed: str) -> str:
    """Return the name without the end that it has twice, where an inner office stood behind it; a bureau's wherever it stood."""
    twice = _END_TWICE.search(name)
    if not twice or (twice[1] not in "局厅" and len(name) == len(printed)):
        return name
    end = twice.end()
    town = twice[1] in "镇乡" and any(name[end - length : end] in gazetteer().towns for length in range(3, 8))
    return name if town else name[: end - 1] + name[end:]


def in_menu(line: re.Match[str]) -> bool:
    """Tell whether a name with a rule of a menu or a table behind it stands under the head of a menu, or on a town's page."""
    above = line.string[max(0, line.start() - 30) : line.start()].rstrip(" \t|\n").rpartition("\n")[2]
    return line[0].rstrip().endswith("|") and (_MENU_HEAD.search(above) is not None or speaks_as_town(line.string))

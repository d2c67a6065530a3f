"""What stands in a title besides the year and the words for a report? The name of an agency, without what sites add to it."""

from __future__ import annotations

import re
from functools import lru_cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.titles.brands import without_brand

__all__ = ["ABBREVIATED", "NEVER_NAMED", "OF_RULES", "PAGE_FIELD", "agency_in", "town_of_zone", "without_second_names"]

NEVER_NAMED = "主持|召开|部署|及时"
"""Words of what leaders do, which are in no name: 局主要领导主持召开会议研究部署."""
# 我街道将于2015年2月8日前将2014年度…报告公布 tells when a report will come out.
_PROMISED = r"[将拟应]于(?:(?:20\d\d)?年)?(?:\d{1,2}月|近[日期]|[底初])|[日底末]前[将把]"
OF_RULES = rf"^第[一二三四五六七八九十百]{{1,4}}条|所称|负责编制|{_PROMISED}"
"""What an article of rules begins with or says, or a sentence that promises a report, and no title or name."""
PAGE_FIELD = r"^(?:PAGE)+\d*"
"""The field of a page's number that Word left before a title."""
ABBREVIATED = expression(r"\((?:以下)?[简下统]称[^)]*\)")
# Words of a site that a crawler left before a title without a space.
_MENU = expression(r"^.*(?:依申请公开|互动交流|首页)(?=[\u3400-\u9fff]{3})")  # a site's menu glued to a title
_REPORT_WORDS = expression(
    r"(?:(?<=[局委厅办院会])政府政务|政府(?:环境|环保|交通|教育|卫生|气象|国土)?|政务|校务)?(?:(?:信息|资讯)(?:年度)?|政务|校务)(?:公开|公示)(?:工作|重点工作|主要工作|开展|情况|的|学年度|学年|年度|年报|年(?!报|度)|总结|报告)*"
)
_YEARS = expression(
    r"\(?(?:20\d\d|二[〇○零O0][〇○零O一二三四五六七八九]{2})\s*(?:[-~—–至]+\s*(?:20)?\d\d)?\s*(?:学年|年)?度?"
    r"(?:(?<=年)\(?(?:\d{1,2}月?[-~—–至到]+\d{1,2}月份?|[上下]半年度?|第?[一二三四1-4]季度)\)?)?\)?(?!\d)"
)
# 甲县教育局于2015年1月公开2014年度…报告 tells when it came out.
_CAME_OUT = expression(
    r"[已曾]?[于在]20\d\d年(?:\d{1,2}月(?:\d{1,2}日|份|[底初])?|[底初])(?:向社会)?(?:主动|对外)?(?:公开|发布|公布|编制|印发|上报|报送)?了?"
)
# A second name of a body in brackets: 水利局(河长制办公室); whose part: 新闻出版广电局(广电部分). The campus in 大学(威海) is none.
_SECOND_NAME = expression(
    r"\((?<=[府局委会厅院处部办室心署].)(?:本级|[\u3400-\u9fff、]{2,24}?(?:办公室|委员会|人民政府|办|局|委|厅|室|处|科|中心|会|队|站|馆|所|机关|部分))\)"
)
# What a template has in the place of a name, what a line break left of one (康局), how an agency speaks of itself, and what a
# column of a site is called.
_NO_NAME = expression(
    rf"{NEVER_NAMED}|编制并|政府网站|互联网站|{OF_RULES}"
    r"|^通过|(?:[网站栏目台号]上?|[省市州县区旗])对$|^(?:人民)?政府$|门户网|信息网$|www\.|https?:|关于做好|的通知|可在|^本年?报|(?:^|[和与及])全[省市州县区旗盟](?:政府|机关|各)|^[康育计利业游源障理输政察设务案化督全安技革境省市县区旗州盟]局$|^员会$|^会保障局$|^(?:[与及]|和(?:社会|信息|旅游|改革|草原|湖泊|城乡)).*[局委会]$|(?:官网|网站|报告|(?:编制|编写)了?)$|首页|的通知年?$|"
    r"\d年$|各(?:部门|单位|乡镇|镇街|街道|区县|县区|[处科股]室)|[xX×╳]{2}|\*{2}|_{2}|[○〇]{2}|\.{3}|…|我(?:们|[省市州县区旗盟局委厅办院校镇乡]|街道|机关|单位)?$"
    r"|(?:^|公[布开]|向社会|发布|[就对将])本[省市州县区旗盟局委厅办院校镇乡街道机关单位]{0,2}$"
    r"|^[各省市州县区旗盟政府]{0,4}(?:组成部门|工作部门|直属机构|直属单位|直部门|直单位|部门|单位|乡镇|镇街|街镇|街道办事处|街道|乡镇\(?街道\)?)$"
)
# 甲市人民政府2024年甲市政府信息公开…
_PLACE_AGAIN = expression(
    r"(([\u3400-\u9fff]{2,10}[省市州县区旗盟])[\u3400-\u9fff]{0,20}(?:政府|办公[室厅]|[局厅委院]|委员会|中心))\2"
)
_SAID_AGAIN, _OVERVIEW = expression(r"(.{6,})\1$"), expression(r"^(?:一、)?总体情况(?=[\u3400-\u9fff]{3})")
# The office that puts out the report of another body: 教育部办公厅关于教育部…报告的公告.
_PLACE_ABOUT = expression(r"([\u3400-\u9fff]{2,8}[市县区旗])关于(?=[\u3400-\u9fff]{1,10}[局委办院]$)")
_ABOUT = expression(r"^[\u3400-\u9fff()]{2,30}关于(?:印发|公布|发布|公开|报送)?(?=[\u3400-\u9fff]{3})")
_LEAD = expression(
    rf"^\([\u3400-\u9fff]{{1,6}}\)|{PAGE_FIELD}"
    r"|^(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,6}(?=[\u3400-\u9fff])|^(?:关于)?(?:公布|发布|印发|报送|上报|编制|做好)?(?:《)?|^(?:转发|附件\d*|附|标题|题目|一图读懂|图解|解读)[::]?"
)
_TRAIL = expression(
    r"(?:\((?:机关|本级)\)|(?<=[镇乡局厅委办府院处会心署队学关司社馆所室部])本级|(?<=[局厅委])机关|(?<=[分学]院)机关|\d{2,4}(?:体育|娱乐|彩票)(?:报告)?|关于|的|及其|[现特](?:将|予以?)?(?:公布|发布)|发布|公布|印发|落实|开展|履行|推进|截?至|截止|自|从|(?<=[局委厅办府会院镇乡道心])对|年度|本年度|\(\)|[-—_|·•:,.])+$"
)
# 开发区(甲街道), a street that runs a zone which is called after nothing; 甲科技城(乙镇) is a zone.
_ZONES_TOWN = expression(
    r"(?:省级|国家级)?(?:经济(?:技术)?|高新技术产业|工业)?(?:开发区|高新区|经开区|工业园区?)\(([\u3400-\u9fff]{2,8}(?:街道|镇|乡)(?:办事处|人民政府)?)\)"
)
_UNREAD_YEAR = expression(r"\d*[\ufffd\ue000-\uf8ff][\d\ufffd\ue000-\uf8ff]*年?$")


@lru_cache(maxsize=1024)  # asked of the same words while a title is put together
def agency_in(title: str) -> str:
    """Return what stands in a folded title besides the year and the words for a report."""
    title = without_second_names(ABBREVIATED.sub("", re.sub(r"\s+", "", title)))
    behind = _MENU.sub("", title)
    rest = _LEAD.sub("", behind if gazetteer().begins(behind) else title)
    rest = _REPORT_WORDS.sub("", _YEARS.sub("", _CAME_OUT.sub("", rest)))
    rest = re.sub(r"^\(|\)$", "", rest) if rest.count("(") != rest.count(")") or rest.startswith("(") else rest
    rest = without_brand(rest)
    about = _PLACE_ABOUT.match(rest)  # 甲县关于乙局2023年…报告
    if about and about[1] in gazetteer().names and not gazetteer().begins(rest[about.end() :]):
        rest = about[1] + rest[about.end() :]
    rest = _ABOUT.sub("", rest)
    for _ in range(2):
        rest = _LEAD.sub("", _TRAIL.sub("", rest))
    rest = re.sub(r"^(?:[-\d:]+|\d{1,3}\.)(?=[\u3400-\u9fff]{3})|(?:^)(.{3,})(?=\1$)", "", rest)
    rest = again[1] if (again := _PLACE_AGAIN.fullmatch(rest)) else rest
    rest = _OVERVIEW.sub("", _SAID_AGAIN.sub(r"\1", rest) if rest[-6:] in rest[:-6] else rest)
    rest = re.sub(r"(?<=海关)(?:关区|海关)$|(?<=海关总署)海关$", "", _UNREAD_YEAR.sub("", rest))
    rest = re.sub(r"(?<=[\u3400-\u9fff]{3})(?:公共)?企事业单位$", "", rest)  # 甲县自来水公司2023年企事业单位信息公开年报
    rest = town_of_zone(rest)
    rest += "政府" if rest.endswith("人民") else ""
    return rest if re.search(r"[\u3400-\u9fff]{2}", rest) and not _NO_NAME.search(rest) else ""


def town_of_zone(name: str) -> str:
    """Return the town that stands in brackets behind a word for a zone, 开发区(甲街道), or the name."""
    town = _ZONES_TOWN.fullmatch(name)
    return town[1] if town else name


def without_second_names(text: str) -> str:
    """Return the folded text without the second names of bodies in brackets: 水利局(河长制办公室)."""
    return _SECOND_NAME.sub("", text) if "(" in text else text

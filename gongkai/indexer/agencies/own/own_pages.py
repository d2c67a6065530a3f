"""Which body names itself only by the way: its site with its address, the guide of 我园区, the account of 我院, requests that it received?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.own.its_place import led_as, of_host
from gongkai.indexer.agencies.told_of import may_speak, zone_is_told_of
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY
from gongkai.indexer.names.desks import ACTS, BODY_ITSELF, DEEDS, HAN
from gongkai.indexer.names.names import read_name
from gongkai.indexer.places.institutions import is_listed

__all__ = ["named_by_pages"]

_WEIGHT = 3
_WITH_PLACE = 6.5  # of a zone by its whole name, more than by its word alone as the subject of a year
_BUREAU_ITSELF = expression("[我本]局")
# 在市人社局门户网站(http://hrss.xm.gov.cn/), of the page of 我局 on that host; a city's site publishes for all of its bodies.
_WITH_ADDRESS = expression(
    rf"(?:在|通过|登录)([市州盟县区旗][{HAN}]{{2,10}}局)(?:门户|官方|政务|政府)*网(?:站|页)?\((?:网址:?)?https?://([\w.-]+)"
)
# 我办通过市外侨办政务外网发布, of the office of one line of work; the government's own publishes for all.
_OFFICES_SITE = expression(
    rf"[我本]办(?:[{HAN}、]{{0,30}}?)(?:通过|(?<!存)在|依托|利用)([省市州盟县区旗](?!政府|委|府)[{HAN}]{{2,8}}(?<!公开)(?<!政务)办)(?:公室)?(?:门户|官方|政务|外|内|信息)*网"
)
_OWN_HOST = expression(r"(?!(?:www|xxgk|zwgk|zfxxgk|gk|zw|zwfw)\.)[\w-]+\.[\w-]+\.gov\.cn$")
_GATHERERS = expression("政务|审批|数据|营商|档案")
_BELOW = expression("[县区旗](?:委|(?:人民)?政府)")
# 制定《甲科技园信息公开指南》, of a page that says 我园区
_PARK_ITSELF = expression("[我本](?:园区|管委会|开发区)")
_PARKS_GUIDE = expression(
    rf"(?:制定|编制|完善|修订|更新|公布)了?《([{HAN}]{{4,20}}(?:园区?|开发区|高新区|经开区|度假区|保税区))(?:政府)?信息公开(?:指南|目录)》"
)
# 2023年,高新区认真贯彻…; 开发区政府信息公开工作在党工委、管委会直接领导下开展: the zone is the page's own, its name stands elsewhere.
_ZONE_WORDS = "高新区|经开区|开发区|保税区|度假区|产业园|工业园"
_ZONES_YEAR = expression(
    rf"(?:(?<=20\d\d年)|(?<=20\d\d年,)|(?<=20\d\d年度,))(?:{_ZONE_WORDS})(?:管委会)?(?:高度)?(?={ACTS})"
    rf"|(?:^|[。,;\n])(?:{_ZONE_WORDS})(?:政府信息公开|政务公开|信息公开)工作在区?党工委、管委会的?(?:直接|统一|正确|坚强)*领导下"
)
# 2022年,甲新区在政府信息公开目录系统主动公开: a zone of the table
_ZONES_OWN = expression(
    rf"20\d\d年(?:度|以来|来)?,?([{HAN}]{{3,16}}?区)(?:管委会|管理委员会)?(?={DEEDS}|在[^,。;\n]{{2,30}}(?:系统|平台|网站|专栏)[^。;\n]{{0,60}}?主动公开)"
)
_ZONE_ENDS = "(?:开发区|高新区|经开区|保税区|度假区|产业园区?|工业园区?)"
_ZONE_ACTS = expression(
    rf"(?:^|[。,;\n])([{HAN}]{{2,6}}{_ZONE_ENDS})(?={DEEDS}|按照|根据|结合)|([{HAN}]{{2,14}}{_ZONE_ENDS})(?:门户|官方|政务)*网站"
    rf"|《([{HAN}]{{2,12}}{_ZONE_ENDS})(?:政府信息|政务|信息|依申请)公开[^《》\n]{{0,12}}(?:制度|办法|细则|规程|指南)》"
)

# 借鉴《甲高新区政府信息公开办法》, 赴甲高新区网站: another zone's
_OF_OTHERS = expression(rf"(?:借鉴|参照|参考|学习(?!贯彻|宣传)|考察|观摩|赴|前往)[^。;\n]{{0,8}}[{HAN}]{{0,14}}{_ZONE_ENDS}")

# 运用甲市人民医院微信公众号, of a page that says 我院
_HOSPITALS_ACCOUNT = expression(rf"(?<![{HAN}])([{HAN}]{{4,24}}(?:医院|保健院))(?:官方)?(?:微信|微博)?公众号")

# 成立了甲大学信息公开工作领导小组, of a page that says 我校 and of a school that the list has
_SCHOOLS_GROUP = expression(
    rf"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?(?:[我本]?[校院]|学[校院])?(?:于20\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)?(?:还|已|先后|及时|专门)*(?:成立|组建|设立|调整|建立|完善|健全)了?"
    rf"([{HAN}()]{{2,20}}?(?:大学|学院))(?:校务|院务)?信息公开(?:工作)?(?:领导小组|领导机构|委员会)(?![后之的])"
)
# 根据甲学院2014~2015学年信息公开工作执行情况编制, by the rules for universities
_SCHOOLS_WORK = expression(
    rf"(?:结合|根据|依据|按照|围绕|(?<!学院)(?<!大学)和)((?:(?![和与及]|关于|教育[厅局部])[{HAN}()]){{2,20}}?(?:大学|学院|高等专科学校))20\d\d(?:[-—–~至]+(?:20)?\d\d)?学?年度?信息公开(?:工作)?"
    "(?:执行|开展|落实|实施|进展)?(?:情况|实际)(?!的?通报)"
)
_OF_SCHOOLS = expression("高等学校信息公开|高校信息公开")
_AUTHORITY_ITSELF = expression("[我本][厅局委]")  # which tells of its schools
_SCHOOL_ITSELF = expression("[我本]校|[我本]院")

# 2024年,甲县教育局收到和处理政府信息公开申请2件, of the one body of a page of which that is told
_RECEIVES = expression(
    rf"(?:(?<=[。,;:\n])|(?<=[。,;:\n]20\d\d年)|(?<=[。,;:\n]20\d\d年度))([{HAN}]{{4,24}}?(?:局|委员会|办公室|中心))"
    r"(?:共|累计)?(?:收到(?:和|并|及)处理|收到)(?:的)?(?:政府)?信息公开申请"
)
# 本报告的电子版可从甲市公安局网站…栏目下载, of a page of 我局; a place's site, or a bureau for such work, has the copies of all.
_COPY_AT = expression(
    rf"(?:报告|年报)的?(?:电子版|电子文本|全文|文本)?(?:均|都)?可以?(?:从|在|到|登录|通过)({AGENCY})(?<=局)(?:门户|官方|政务|政府)*网(?:站|页)?[^。;\n]{{0,80}}?下载"
)
# 甲县乙局工作QQ群, of a page that calls itself 县乙局 as well
_CHAT = expression("(?:QQ|qq|微信|钉钉)(?:工作)?群")
_CHATS_BODY = expression(rf"[{HAN}]{{4,20}}局(?=(?:机关|工作|官方|政务)*$)")
# 市公安局党委高度重视公开工作, of a page of 我局: its own party committee, where no body below a city's speaks
_PARTY_HEEDS = expression(
    rf"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?([{HAN}]{{3,20}}局)党[委组](?:始终|一直)?(?:高度|十分|非常)重视(?=[^。,;\n]{{0,12}}公开)"
)
_BRANCH = expression("[我本市]?分局|[支大]队")
_TELLS_OF_ALL = expression("[全我][省市县旗州盟区](?![域场])|各(?:部门|单位|乡镇)")

# 2021年,街道通过门户网站发布信息54条。甲街道将信息公开…: whose streets a district tells of has 全区, 各街道 as well
_STREET_SPEAKS = expression(
    r"(?:(?<=[。,;\n])|(?<=20\d\d年))街道(?=通过[^。,;\n]{2,16}(?:公开|发布)|主动|公开|共|累计|成立|党工委|办事处|结合)"
)
_STREET_ACTS = expression(rf"(?<=[。,;\n])(?:20\d\d年(?:度|以来)?,?)?([{HAN}]{{2,6}}街道)(?=将|把|党工委|办事处|{DEEDS})")
# 2025年,甲街严格遵循…, of a page that says 我街: a street office whose name lost 道
_STREETS_YEAR = expression(rf"20\d\d年(?:度|以来|来)?,?([{HAN}]{{1,6}}街)(?={DEEDS})")


def _my_street(head: str) -> Iterator[Candidate]:
    """Yield the one street whose year is told by its name without 道, which only a street of the gazetteer has so."""
    found = {match[1] + "道" for match in _STREETS_YEAR.finditer(head)}
    yield from (Candidate(name, _WEIGHT, "text") for name in found if len(found) == 1 and name in gazetteer().towns)


def _streets(head: str) -> Iterator[Candidate]:
    """Yield the one street that acts on a page whose subject is 街道."""
    if not _STREET_SPEAKS.search(head) or _TELLS_OF_ALL.search(head) or "各街道" in head or BODY_ITSELF.search(head):
        return
    found = {match[1] for match in _STREET_ACTS.finditer(head)}
    yield from (Candidate(name, _WEIGHT, "text") for name in found if len(found) == 1 and name in gazetteer().towns)


def _schools(head: str) -> Iterator[Candidate]:
    """Yield the one university whose work of a year a page reports by the rules for them; or a listed one, whose own group 我校 tells of."""
    by_rules = _OF_SCHOOLS.search(head) and not _AUTHORITY_ITSELF.search(head)
    told = {match[1] for match in _SCHOOLS_WORK.finditer(head)} if by_rules else set()
    yield from (Candidate(name, _WITH_PLACE, "text") for name in told if len(told) == 1)
    found = {match[1] for match in _SCHOOLS_GROUP.finditer(head)} if _SCHOOL_ITSELF.search(head) else set()
    yield from (Candidate(name, _WEIGHT, "own group") for name in found if len(found) == 1 and is_listed(name))


def _receivers(head: str) -> Iterator[Candidate]:
    """Yield the one body that receives requests, by its name with its place, of a page that tells of no whole place."""
    told = {match[1] for match in _RECEIVES.finditer(head)} if "收到" in head else set()
    found = [name for name in told if gazetteer().begins(name) and read_name(name, None, gazetteer()).places]
    speaks = len(told) == 1 and found and not _TELLS_OF_ALL.search(head) and may_speak(found[0], head)
    yield from (Candidate(name, _WEIGHT, "text") for name in found if speaks)


def _zones(head: str) -> Iterator[Candidate]:
    """Yield the committee of the one zone that acts, has rules or a site on a page whose year's subject is a 开发区, or is in the table."""
    if "区" in head and not zone_is_told_of(head):
        listed = {match[1] for match in _ZONES_OWN.finditer(head) if _is_listed_zone(match[1])}
        yield from (Candidate(f"{zone}管理委员会", _WEIGHT, "text") for zone in listed if len(listed) == 1)
    if "区" not in head or not _ZONES_YEAR.search(head) or zone_is_told_of(head):
        return
    own = (match for match in _ZONE_ACTS.finditer(head) if not _OF_OTHERS.search(head, max(0, match.start() - 16), match.end()))
    runs = (next(filter(None, match.groups())) for match in own)
    found = {next((run[at:] for at in range(len(run) - 4) if _is_park(run[at:])), "") for run in runs} - {""}
    yield from (Candidate(zone, _WITH_PLACE, "text") for zone in found if len(found) == 1)


def _is_listed_zone(name: str) -> bool:
    """Tell whether a zone is in the table, also behind its province: 河北雄安新区."""
    read = read_name(name, None, gazetteer())
    behind = len(read.printed) == 1 and read.printed[0] in gazetteer().provinces and not (read.body or read.town)
    return name in gazetteer().zones or (behind and read.zone in gazetteer().zones)


def named_by_pages(head: str, url: str | None) -> Iterator[Candidate]:
    """Yield the bureau on whose own host the page lies, as it is called there; the park whose guide, the hospital whose account is told of."""
    yield from _receivers(head)
    yield from _zones(head)
    yield from _streets(head) if "街道" in head else ()
    yield from _my_street(head) if "我街" in head else ()
    yield from _schools(head)
    if _PARK_ITSELF.search(head):
        parks = {match[1] for match in _PARKS_GUIDE.finditer(head)}
        yield from (Candidate(f"{park}管理委员会", _WEIGHT, "own rules") for park in parks if len(parks) == 1 and _is_park(park))
    elif "我院" in head and "医院" in head:
        hospitals = {name for match in _HOSPITALS_ACCOUNT.finditer(head) if (name := _from_place(match[1]))}
        yield from (Candidate(name, _WEIGHT, "own account") for name in hospitals if len(hospitals) == 1)
    elif "我办" in head and not _BUREAU_ITSELF.search(head):
        offices = {match[1] for match in _OFFICES_SITE.finditer(head)}
        yield from (Candidate(name, _WEIGHT, "own site") for name in offices if len(offices) == 1 and may_speak(name, head))
    elif _BUREAU_ITSELF.search(head):
        sites = {match[1] for match in _WITH_ADDRESS.finditer(head) if _is_host(match[2], url)}
        sites = {name for name in sites if not (_GATHERERS.search(name) or (name[0] not in "县区旗" and _BELOW.search(head)))}
        yield from (Candidate(name, _WEIGHT, "own site") for name in sites if len(sites) == 1 and may_speak(name, head))
        yield from _by_copy_or_chat(head, url)
        yield from _by_party(head, url) if "局党" in head else ()


def _by_party(head: str, url: str | None) -> Iterator[Candidate]:
    """Yield the one bureau whose party committee heeds publicity: 县教育局党组高度重视…; that of a city may be above a branch."""
    found = {match[1] for match in _PARTY_HEEDS.finditer(head)}
    below = _BELOW.search(head) or _BRANCH.search(head)
    for name in found if len(found) == 1 and not re.search("[和与及]", "".join(found)) else ():
        own = led_as(name, head, url) if gazetteer().begins(name) else name[0] in "县区旗" or (name[0] == "市" and not below)
        yield from (Candidate(name, _WEIGHT, "text"),) if own and may_speak(name, head) else ()


def _by_copy_or_chat(head: str, url: str | None) -> Iterator[Candidate]:
    """Yield the one bureau from whose site the report is fetched, or whose group talks, under such leaders or on its host."""
    copies = {match[1] for match in _COPY_AT.finditer(head)} if "下载" in head else set()
    copies = {name for name in copies if gazetteer().begins(name) and not _GATHERERS.search(name)}
    copies = {name for name in copies if led_as(name, head, url)}
    runs = (_CHATS_BODY.search(head, max(0, chat.start() - 24), chat.start()) for chat in _CHAT.finditer(head))
    chats = {name for run in runs if run and (name := _from_place(run[0]))}
    if len(chats) == 1:
        copies |= {name for name in chats if _calls_itself_short(name, head) and of_host(name, head, url, or_none=True)}
    yield from (Candidate(name, _WEIGHT, "own site") for name in copies if len(copies) == 1 and may_speak(name, head))


def _calls_itself_short(name: str, head: str) -> bool:
    """Tell whether the page has the name of a bureau without its place as well: 县乙局 of 甲县乙局."""
    printed = read_name(name, None, gazetteer()).printed
    return (
        bool(printed)
        and re.search(rf"(?<![{HAN}]){re.escape(printed[-1][-1] + name.partition(printed[-1])[2])}", head) is not None
    )


def _is_host(host: str, url: str | None) -> bool:
    """Tell whether the host is that of the page, and no government's own: hrss.xm.gov.cn."""
    return (url or "").partition("://")[2].startswith(f"{host}/") and _OWN_HOST.match(host) is not None


def _is_park(name: str) -> bool:
    """Tell whether the name is a zone's and begins with a place."""
    return gazetteer().begins(name) and read_name(f"{name}管理委员会", None, gazetteer()).zone is not None


def _from_place(run: str) -> str:
    """Return the run from the first place in it on; empty: it holds none."""
    ends = (run[at:] for at in range(len(run) - 4))
    return next((end for end in ends if gazetteer().begins(end) and read_name(end, None, gazetteer()).places), "")

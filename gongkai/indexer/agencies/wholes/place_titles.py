"""Whose report is it whose title names a place only? Its government's, or that of a bureau or a town that filled it in."""

from __future__ import annotations

import re

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.openings import Opening
from gongkai.indexer.agencies.subjects import COMPILES
from gongkai.indexer.agencies.told_of import OF_WHOLE_PLACE, may_speak
from gongkai.indexer.agencies.wholes.whole_place import PLACE_SUBJECT
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import ACTS, DEEDS, speaks_as_body
from gongkai.indexer.names.kinds import TOWN, kind_of, self_reference
from gongkai.indexer.names.names import Name, read_name
from gongkai.indexer.names.plain_text import occurrences
from gongkai.indexer.names.voices import bureau_acts, within_bureau
from gongkai.mappings.agencies import body_of

__all__ = [
    "DEPARTMENTS",
    "OF_MANY",
    "body_under",
    "government_of_both",
    "may_gather",
    "not_the_government",
    "of_town",
    "only_told_of",
    "only_town",
    "own_bureau",
    "own_town",
    "reached_at_bureau",
]

DEPARTMENTS = {"department", "public_security", "public_institution", "tax", "meteorology", "hospital"}
_COMPILER = expression(r"由([\u3400-\u9fff\n]{5,24}?局)(?:(?:、|和)[^。]{2,30}?)?(?:\([^)]*\))?\s*编\s*制")
OF_MANY = expression(
    r"汇总|综合(?=各|全)|各(?:乡镇|街道|镇街|区县|县区)"
    # 局属各单位, 局机关各部门, 各科室、各单位 are a bureau's own
    r"|(?<![局委厅院校]属)(?<!局机关)(?<!委机关)(?<!系统)(?<!系统内)(?<!科室、)(?<!股室、)(?<!处室、)(?<!科室和)(?<!股室和)(?<!处室和)(?<![全我本][局委厅院校])"
    r"各(?:部门|单位|组成部门|工作部门)|(?<![局委厅院校])(?<![局委厅院校]各)(?<![局委厅院校]及)(?<![局委厅院校]和)(?<!机关及)(?<!机关和)所属(?:部门|单位)"
)
# A town that fills in the report of its county as a form: 公布甲县2018年…报告, and 在镇党委、镇政府领导下.
_TOWN_SPEAKS = expression(r"[镇乡](?<![各乡].)党委[^。,;县区市]{0,12}领导下|[我本](?<!基.)[镇乡](?![域村镇土])")
# A page that speaks as a whole place tells of its towns: 我县坚持…。2024年,甲镇认真….
_PLACE_SPEAKS = expression(rf"我[县区市旗](?:{ACTS}|各)|全[县区市旗]各(?:级|部门|单位|乡镇|镇街|街道|镇)")
_PLACE_DID = expression(rf"我[县区市旗](?:{DEEDS})")
_TOWN_ITSELF = expression("[我本](?:镇|乡|街道|苏木|办事处)|(?:镇|乡|街道)(?:党委|党工委|机关|班子)")
# Bureaus that some places have made the keepers of openness of all bodies; they have papers of their own as well.
_KEEPER = expression("(?:档案|监察)局")
# 工业和信息化局, 经济信息局 and those for people and machines gather nothing.
_GATHERER = expression(
    r"办|数据|审批|政务|(?<!金融)(?<!医疗)(?<!农业)(?<!就业)(?<!养老)(?<!军人)(?<!农机)服务|(?<!经济)(?<!经济和)(?<!经济与)(?<!工业)信息(?!化|产业)"
)

_BUREAU_SPEAKS = expression("[我本](?:局|厅|委(?!员会?的))")
# 如有疑问,请与我局联系: so does a bureau that only drew up the report of its government.
_REACHED = expression(r"[^。;\n]*(?:联系|咨询|疑问|编制)[^。;\n]*")
_TOWNS_GOVERNMENT = expression(r"[\u3400-\u9fff]{2,12}?(?:[镇乡]人民政府|街道办事处)")
# 为推动甲镇各项事业, 促进甲镇经济社会发展: a town works for its own good.
_TOWNS_GOOD = expression(
    r"(?:推动|促进|推进|加快|实现|助力)(?:发展|建设)?([\u3400-\u9fff]{1,4}[镇乡])的?(?:各项(?:事业|工作)|(?:经济|社会|高质量|全面|又好又快|更好更快)[^。,;\n]{0,8}发展(?!的?(?:先进|成功|典型)?(?:经验|做法|模式|案例)))"
)
_ITS_OWN = ("signature", "last line", "publisher", "contact", "text", "line", "source line", "own group", "own site")
_SIGNED = ("signature", "last line", "publisher")

# An office that speaks of itself, again and again: 办公厅机关, 办公厅各处室, 我办; and what it did in the year.
_OFFICE_ITSELF = expression(
    r"办公[厅室](?:机关|各[处科股]室|内设|全体|系统|网站|党组|领导班子)|(?<!政府信息公开工作)(?<!领导小组)[我本]办(?![事理学公])"
)
_OFFICE_DID = expression(
    rf"20\d\d年(?:度|以来|来)?,?(?:[\u3400-\u9fff]{{2,8}})?[省市州盟县区旗](?:人民)?政府(办公[厅室])(?:{DEEDS}|按照|根据|成立)"
)
# What only a whole place does or tells: its office puts together what all did.
_OF_ALL = expression(
    r"我[省市州县区旗盟](?![场域])|全[省市州县区旗盟]各|全[省市州县区旗盟](?:共|累计|主动|公开|发布|受理|收到|(?:政府信息|政务)公开工作(?!会|作|进行|要|的?(?:部署|安排|要求|开展)))"
    r"|[我本][局厅镇乡]|办公[厅室](?:负责)?(?:编制|汇总|综合|牵头|组织编)"
)
_TOLD_AGAIN = 3
_ZONE_AND_DISTRICT = expression(r"区\(([\u3400-\u9fff]{1,8}[区县市])\)$")
_GOVERNMENT_PRINTED = expression(rf"(?:人民)?政府(?=20\d\d年|{DEEDS})")
_COUNTY = 3  # level


def government_of_both(name: Name, head: str) -> str:
    """Return the government of a zone that is one with the district in brackets behind it, where it is printed as one; else the name.

    高新区(甲区)政府2020年…报告 is no 管理委员会; 高新区(甲区)政府信息公开… tells of 政府信息.
    """
    both = _ZONE_AND_DISTRICT.search(name.text) if name.zone and not name.body else None
    if not both or not any(unit.level == _COUNTY for unit in gazetteer().named(both[1], None)):
        return name.text
    printed = (head[at + len(name.text) :][:24] for at in occurrences(name.text, head))
    return f"{name.text}人民政府" if any(_GOVERNMENT_PRINTED.match(rest) for rest in printed) else name.text


def body_under(name: Name, opening: Opening, year: int | None) -> Name | None:
    """Return the body that compiled the report, where a title names its place only: 甲市政府信息公开年报 of 甲市统计局.

    Bodies that put together the report of a whole government are none, nor those of a report that speaks of 全区, or of what the
    place or its government did, and not of 我局 or what the bureau did. So does a town.
    """
    if not name.places or name.body or name.town or name.zone:
        return None
    if office := _office_under(name, opening.head):
        return read_name(office, year, gazetteer())
    if town := own_town(opening):
        return read_name(town.name, year, gazetteer())
    if OF_MANY.search(opening.head):
        return None
    speaks = self_reference(opening.head)[0] in DEPARTMENTS
    if not speaks and OF_WHOLE_PLACE.search(opening.head):
        return None
    told_of = not speaks and _acts(name, opening.head)
    for match in _COMPILER.finditer(opening.head):
        body = read_name(re.sub(r"\s", "", match[1]), year, gazetteer())
        same = body.places and {unit.code for unit in body.places[-1]} & {unit.code for unit in name.places[-1]}
        if same and body.body and kind_of(body.text) in DEPARTMENTS and not _GATHERER.search(body.body):
            return None if told_of and not bureau_acts(body.body, opening.head) else body
    return None


def not_the_government(name: Name, head: str) -> bool:
    """Tell whether a title that names a government stands over what a bureau says of itself: 我局, and nothing of 全县 or 我县."""
    government = bool(name.places) and not (name.town or name.zone) and name.body in ("", "政府", "人民政府")
    speaks = self_reference(head)[0] == "department" and _BUREAU_SPEAKS.search(head) is not None
    if not government or not speaks or (_is_subject(name, head) and not _speaks_itself(head)):
        return False
    return not OF_WHOLE_PLACE.search(head) and not OF_MANY.search(head)


def _speaks_itself(head: str) -> bool:
    """Tell whether a bureau says 我局 of more than that it drew the report up and is reached."""
    return _BUREAU_SPEAKS.search(_REACHED.sub("", head)) is not None


def _is_subject(name: Name, head: str) -> bool:
    """Tell whether the page tells what the government of the title's place did: 2023年,县政府坚持…; not 县政府高度重视."""
    words = "|".join(sorted({re.escape(word) for unit in name.places[-1] for word in (unit.name, unit.name[-1])}))
    acts = rf"(?!高度重视)(?:{ACTS}|贯彻|落实|主动公开|共|累计)"
    return re.search(rf"(?:^|[。,;\n])(?:20\d\d年(?:度|以来|来)?,?)?(?:{words})(?:人民)?政府{acts}", head) is not None


def _office_under(name: Name, head: str) -> str:
    """Return the government's office of the title's place where it is what the page speaks of: 办公厅机关, 办公厅各处室; empty: it is not.

    A report of the whole place that its office drew up tells what the place and all its bodies did.
    """
    did = _OFFICE_DID.search(head)
    if not did or len(_OFFICE_ITSELF.findall(head)) < _TOLD_AGAIN or _OF_ALL.search(head) or OF_MANY.search(head):
        return ""
    place = name.printed[-1] if name.printed else ""
    return f"{name.text.removesuffix('政府')}人民政府{did[1]}" if place and name.text.endswith(place) else ""


def _acts(name: Name, head: str) -> bool:
    """Tell whether the page tells what the place or its government did: 2023年,甲县坚持…."""
    named = {unit.name for unit in name.places[-1]}
    return _is_subject(name, head) or any(match[1] in named for match in PLACE_SUBJECT.finditer(head))


def own_bureau(name: Name, opening: Opening, year: int | None, *, said: bool) -> Name | None:
    """Return the one bureau of the title's place that the page names as its own: in a signature, as publisher, as subject.

    One that is only reached is no gatherer of reports, and has to sign what the title says (`said`) to be its government's.
    """
    codes = {unit.code for unit in name.places[-1]}
    speaks = _speaks_itself(opening.head)
    gathers = _is_subject(name, opening.head) or not speaks
    own_names = [named for named in opening.stated if _is_own(named, opening.head)]
    own_names = [named for named in own_names if speaks or not said or named.source in _SIGNED]
    names = [read_name(named.name, year, gazetteer()) for named in own_names]
    names = [own for own in names if own.body and own.places and codes & {unit.code for unit in own.places[-1]}]
    names = [own for own in names if not (gathers and _GATHERER.search(own.body))]
    alike = {body_of(own.text, own.printed) for own in names}
    return max(names, key=lambda own: len(own.text)) if len(alike) == 1 else None


def _is_own(named: Candidate, head: str) -> bool:
    return named.source in _ITS_OWN and kind_of(named.name) in DEPARTMENTS and may_speak(named.name, head)


def may_gather(body: Name, head: str) -> bool:
    """Tell whether nobody can say if a bureau compiled its own report or its government's: 甲县档案局, which says no 我局."""
    return _KEEPER.match(body.body) is not None and self_reference(head)[0] not in DEPARTMENTS


def only_told_of(named: Candidate, head: str) -> bool:
    """Tell whether a page that speaks as a whole place only tells what one of its towns did."""
    subject = named.source == "text" and named.weight < COMPILES
    if subject and kind_of(named.name) in DEPARTMENTS and _PLACE_DID.search(head):
        return not speaks_as_body(head) and not within_bureau(head)
    return subject and of_town(named) and _PLACE_SPEAKS.search(head) is not None and not _TOWN_ITSELF.search(head)


def reached_at_bureau(named: Candidate, opening: Opening) -> bool:
    """Tell whether a page of 我局 that publishes the report of a place is a bureau's of it: 特公布甲市…报告. 请与甲市民政局联系."""
    place = read_name(named.name, None, gazetteer())
    if kind_of(named.name) != "government" or place.town or place.zone or not place.places:
        return False
    reached = [read_name(other.name, None, gazetteer()) for other in opening.stated if other.source == "contact"]
    codes = {unit.code for unit in place.places[-1]}
    own = (body for body in reached if body.places and codes & {unit.code for unit in body.places[-1]})
    return any(kind_of(body.text) in DEPARTMENTS and not _GATHERER.search(body.body) for body in own)


def own_town(opening: Opening) -> Candidate | None:
    """Return the one town that is reached, where the page speaks of a town's leaders or of itself as one."""
    if not _TOWN_SPEAKS.search(opening.head):
        return None
    towns = {named.name: named for named in opening.stated if named.source == "contact" and of_town(named)}
    return next(iter(towns.values())) if len(towns) == 1 else None


def only_town(head: str) -> Candidate | None:
    """Return the one town whose government is printed at all, or whose good the page works for, where it says 我镇 and states nobody."""
    if self_reference(head)[1] != TOWN:
        return None
    printed = {_known_town(match[0]) for match in _TOWNS_GOVERNMENT.finditer(head)}
    printed = printed or {f"{match[1]}人民政府" for match in _TOWNS_GOOD.finditer(head) if match[1] in gazetteer().towns}
    return Candidate(printed.pop(), 1, "text") if len(printed) == 1 and "" not in printed else None


def _known_town(words: str) -> str:
    """Return the end of the words that is a town's government, or nothing where the gazetteer has no such town."""
    table = gazetteer()
    ends = (words[start:] for start in range(len(words) - 5))
    return next((end for end in ends if read_name(end, None, table).town in table.towns), "")


def of_town(named: Candidate) -> bool:
    """Tell whether the candidate is a town's body."""
    return read_name(named.name, None, gazetteer()).town is not None

"""What is the name in full behind the short one in a title? 甲办 by what the text calls so, 甲系统 by its bureau, 辽宁 by its place."""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.indexer.dates.dates import year_in_title
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import DEEDS, HAN, OFFICE_ITSELF, speaks_as_body
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.names import ZONE_WORDS, read_name
from gongkai.indexer.names.plain_text import occurrences, plain
from gongkai.indexer.names.site_words import ends_as_site
from gongkai.indexer.names.slips import said_once
from gongkai.indexer.titles.titles import Title
from gongkai.mappings.agencies import body_of

__all__ = ["called_so", "named_in_full"]

# All that has a class of characters is written here once: an expression made for each name takes as long as the rest of a page.
_SYSTEM = expression("(?:系统|部门)$")
_PART_BELOW = expression(rf"[{HAN}]{{0,4}}局")
_SAID_SHORT = expression(rf"\((?:以下)?[简下统]称:?[\u201c\x22]?([{HAN}]{{2,20}})[\u201d\x22]?\)")
_RUN = expression(rf"[{HAN}]{{6,}}\Z")
# 甲市卫生健康委员会办公室关于…情况的报告 is that of the body whose office sends it, where the body is whose year is told.
_OFFICE_OF = expression(rf"[{HAN}]{{4,}}(?:(?<!府)委员会|局|厅)(?=办公室$)")
_WITH_OFFICE = expression(r"政府\([省市州县区旗盟]?(?:人民)?政府(办公[室厅])\)")  # 甲市人民政府(市人民政府办公室)2023年…
_REPORT_OF_OFFICE = expression(r"(?:20\d\d年度?)?(?:政府信息|政务)公开(?:工作)?(?:年度)?(?:工作)?报告")
_DRAWN_UP = expression(rf"编制([{HAN}]{{4,24}}?(?:局|委员会|办公室))20\d\d年度?(?:政府)?信息公开(?:工作)?年度(?:工作)?报告")
_ZONE_REST = expression(rf"(?:国家级?|省级|国际|生态|文化|森林|温泉|农业|旅游|休闲|现代){{0,2}}(?:{ZONE_WORDS})")
# A zone that does what the report tells of is its own: no 对接甲旅游度假区, no 甲度假区企业, and nobody else is 我镇.
_BEGINS_CLAUSE = expression(r"(?:^|[。;\n][ \t]*|20\d\d年(?:度|以来|来)?,?|(?:下|要求|部署|精神|规定),)\Z")
_ZONE_ACTS = expression(rf"(?:管委会|管理委员会)?(?:20\d\d年度?,?)?(?!共[建享同]|协助|以[内外东南西北]|公开工作)(?:{DEEDS})")
# 现公布双峰山旅游度假区2020年政府信息公开工作年度报告
_PUT_OUT = expression(r"(?:公布|发布|公开|编制)《?\Z")
_ITS_REPORT = expression("20\\d\\d年度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?报告")
_OTHER_BODY = expression("(?<!自)[我本全](?:局|厅|院|校|中心|公司|所|大队|支队|办公室|镇|乡(?!村)|村|街道)")
_TOWN_ENDS = ("镇", "乡", "街道", "苏木")
_BODY_ENDS = ("局", "委员会", "办公室")
_LONGEST = 40  # characters of a name


def named_in_full(title: Title | None, head: str) -> Title | None:
    """Return the title with its agency in full; with none where it names a place by its short name that the page does not spell out."""
    if title is None or not title.agency:
        return title
    title = replace(title, agency=said_once(title.agency, head))
    agency = title.agency
    if ends_as_site(agency):
        return replace(title, agency="")
    if former := _drawn_up(title, head):
        return replace(title, agency=former)
    if longer := called_so(agency, head):
        return replace(title, agency=longer)
    if office := _office_reports(title, head):
        return replace(title, agency=office)
    if (body := _OFFICE_OF.match(agency)) and _office_only_writes(body[0], title.text, head):
        return replace(title, agency=body[0])
    bureau = _SYSTEM.sub("局", agency)
    if bureau != agency and (found := _printed_bureau(bureau, head)):
        return replace(title, agency=found)
    if agency in gazetteer().stems and agency not in gazetteer().names:
        return replace(title, agency=_place(agency, head))
    if kind_of(agency) is None and (bureau := _cut_short(agency, head)):
        return replace(title, agency=bureau)
    if kind_of(agency) is None and any(agency + end in gazetteer().towns for end in _TOWN_ENDS):
        printed = [agency + end for end in _TOWN_ENDS if agency + end in head]
        return replace(title, agency=printed[0] if len(printed) == 1 else "")
    if kind_of(agency) is None and (zone := _zone_cut_short(agency, head)):
        return replace(title, agency=zone)
    return title


def _drawn_up(title: Title, head: str) -> str:
    """Return the one bureau whose report of a year a page says that it draws up, under the name without a place of another, of today's.

    编制甲县食品药品监督管理局2008年度…报告, under 县市场监管局(知识产权局) in the way to the page.
    """
    if year_in_title(title.text) is not None or kind_of(title.agency) != "department" or title.agency[0] not in "省市州县区旗盟":
        return ""
    named = {found[1] for found in _DRAWN_UP.finditer(head)}
    name = named.pop() if len(named) == 1 else ""
    read = read_name(name, None, gazetteer()) if name and kind_of(name) == "department" else None
    if read is None or not read.places or not read.printed[-1].endswith(title.agency[0]):
        return ""
    return "" if body_of(name, read.printed) == body_of(title.agency) else name


def _cut_short(agency: str, head: str) -> str:
    """Return the bureau whose last word the title left out, where the page prints one such with it: 甲区应急管理 of 甲区应急管理局."""
    read = read_name(agency, None, gazetteer())
    printed = [agency + end for end in _BODY_ENDS if read.places and read.body and _prints(agency + end, head)]
    return printed[0] if len(printed) == 1 else ""


def _zone_cut_short(agency: str, head: str) -> str:
    """Return the one zone that acts under its name in full, of a title that has its first word: 双峰山 of 双峰山旅游度假区.

    A town or a bureau of a county whose title lost its last word is none: 甲县交通运输, 甲县均溪.
    """
    if len(agency) < 3 or read_name(agency, None, gazetteer()).places or _OTHER_BODY.search(head):
        return ""
    rests = [(at, rest) for at in occurrences(agency, head) if (rest := _ZONE_REST.match(head, at + len(agency)))]
    acts = any(
        (_BEGINS_CLAUSE.search(head[max(0, at - 12) : at]) and _ZONE_ACTS.match(head, rest.end()))
        or (_PUT_OUT.search(head[max(0, at - 4) : at]) and _ITS_REPORT.match(head, rest.end()))
        for at, rest in rests
    )
    return agency + rests[0][1][0] if acts and len({rest[0] for _, rest in rests}) == 1 else ""


def _office_reports(title: Title, head: str) -> str:
    """Return the office that a title has behind its government, where the text calls the report its own: 甲市人民政府办公室2020年度…报告."""
    both = _WITH_OFFICE.search(plain(title.text))
    office = title.agency + both[1] if both and title.agency.endswith("政府") else ""
    own = any(_REPORT_OF_OFFICE.match(head, at + len(office)) for at in occurrences(office, head))
    return office if own else ""


def _office_only_writes(body: str, title: str, head: str) -> bool:
    """Tell whether a letter of a body's office tells of the body's year: 2018年,甲市卫生健康委员会认真…, and not of its own: 我办."""
    letter = f"{body}办公室关于" in re.sub(r"\s", "", title)
    acts = (re.match(DEEDS, head[at + len(body) :]) for at in occurrences(body, head))
    return letter and any(acts) and not OFFICE_ITSELF.search(head)


def _printed_bureau(bureau: str, head: str) -> str:
    """Return the bureau as the page prints it, with its province or without: 甲省乙市气象局, 乙市气象局; empty: it does not."""
    read = read_name(bureau, None, gazetteer())
    if not read.places or _prints(bureau, head):
        return bureau if read.places else ""
    below = bureau.removeprefix(read.printed[0])
    return below if len(read.places) > 1 and _prints(below, head) else ""


def _prints(bureau: str, head: str) -> bool:
    """Tell whether the page prints the bureau, and not only one below it."""
    at = head.find(bureau)
    while at >= 0 and _PART_BELOW.match(head, at + len(bureau)):
        at = head.find(bureau, at + 1)
    return at >= 0


def called_so(short: str, head: str) -> str:
    """Return the body that the page says it calls so: 甲省乙规划建设管理办公室(以下简称甲省乙办); empty: none."""
    for said in _SAID_SHORT.finditer(head):
        run = _RUN.search(head[max(0, said.start() - _LONGEST) : said.start()]) if said[1] == short else None
        body = _body_at_end(run[0], len(short)) if run else ""
        if body:
            return body
    return ""


def _body_at_end(run: str, longer_than: int) -> str:
    """Return the name of a body that the run ends with, with all places before it: 结合|甲省乙县农业农村局; else that of a zone's."""
    found = ""
    names = [run[start:] for start in range(len(run) - longer_than - 1, -1, -1)]
    for name in (name for name in names if kind_of(name) and read_name(name, None, gazetteer()).places):
        if not found or _behind_places(name) == _behind_places(found):
            found = name
    zones = (name for name in names if kind_of(name) and gazetteer().begins(name))
    return found or next((name for name in zones if read_name(name, None, gazetteer()).zone), "")


def _behind_places(name: str) -> tuple[str | None, str]:
    read = read_name(name, None, gazetteer())
    return read.zone, read.body


def _place(stem: str, head: str) -> str:
    """Return the one place of this stem that the page prints in full; empty: none or several, or a body speaks: 我办."""
    if speaks_as_body(head):
        return ""
    printed = {unit.name for unit in gazetteer().stems[stem] if unit.name in head}
    return printed.pop() if len(printed) == 1 else ""

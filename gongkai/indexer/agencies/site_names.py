"""Which names that a page without a title states are only those of the site, of its government, of who is above?"""

from __future__ import annotations

import re

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.openings import Opening
from gongkai.indexer.agencies.own.belongings import of_another_body
from gongkai.indexer.agencies.told_of import OF_WHOLE_PLACE
from gongkai.indexer.agencies.wholes.place_titles import DEPARTMENTS, not_the_government, of_town, only_told_of, reached_at_bureau
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import GOVERNMENT_OFFICE
from gongkai.indexer.names.kinds import TOWN, kind_of
from gongkai.indexer.names.names import read_name
from gongkai.indexer.places.choices import related
from gongkai.indexer.places.clues import Clues

__all__ = ["only_the_site"]

_NO_BUREAU = expression("(?:中心|馆|站|公司)$")
_MEDIA = expression("融媒体|传媒|新闻|广播|电视台|报社|信息中心")
_GATHERER = expression("政务|审批|数据|营商|信息化|办公室$")
_OF_PROVINCE = expression("(?:省|自治区)(?:人民)?政府(?:办公厅)?")
_DEPARTMENT = expression("(省|自治区)([\u3400-\u9fff]{2,14}(?<!办公)厅)")
_ITSELF = expression("我厅|厅机关|厅(?:门户|官方|政务)*网站")
_DATED, _COMPILES = 5, 8  # weight of the subject of a year, of who compiled the report


def only_the_site(named: Candidate, own: str | None, opening: Opening, offices: list[str], *, bureau: bool) -> bool:
    """Tell whether a line names the site rather than the agency: the government, where the text says 我局 or speaks of a town.

    So does that of a government whose office alone acts.
    """
    if named.source in ("meta sitename", "meta og:site_name") or only_told_of(named, opening.head):
        return True
    if _OF_PROVINCE.fullmatch(named.name) and _is_departments(opening):
        return True  # 向省政府办公厅反映, of a page whose year is 省水利厅's
    if own == TOWN and _left_from_another(named, opening):
        return True
    if bureau and named.source == "sentence" and (reached_at_bureau(named, opening) or _of_no_government(named, opening)):
        return True
    if named.source == "own rules" and of_another_body(named.name, opening.head, opening.url):
        return True
    if bureau and named.source in ("line", "publisher", "source line") and _NO_BUREAU.search(named.name):
        return True  # 发布机构:甲县畜牧中心, over 我局
    if named.source in ("line", "contact") and any(
        named.name.endswith(GOVERNMENT_OFFICE.sub("政府", office)) for office in offices
    ):
        return True
    line = named.source == "source line" or named.source.startswith("meta")
    lower = own in ("department", "public_institution", TOWN)
    if line and lower and own != "public_institution" and _MEDIA.search(named.name):
        return True  # 来源:甲县融媒体中心, over 我局
    return _of_government_above(named, own, opening, bureau=bureau, line=line, lower=lower)


def _left_from_another(named: Candidate, opening: Opening) -> bool:
    """Tell whether a bureau of another place than the site's stands on a town's page, in a text that was copied: 现公布甲县教育局…, 我街道."""
    places = read_name(named.name, None, gazetteer()).places if kind_of(named.name) in DEPARTMENTS else ()
    clues = Clues(gazetteer(), opening.head, opening.url or "", None)
    host = clues.domain() if places else None
    return bool(places) and not (host and any(related(host, unit, clues) for unit in places[-1]))


def _is_departments(opening: Opening) -> bool:
    """Tell whether a page of 厅网站 tells the year of a province's department, which a document on it names with its province."""
    acts = (other.name for other in opening.stated if other.source == "text" and other.weight >= _DATED)
    bodies = [body[2] for name in acts if (body := _DEPARTMENT.fullmatch(name))] if _ITSELF.search(opening.head) else []
    return any(re.search(rf"《[\u3400-\u9fff]{{2,8}}{re.escape(body)}", opening.head) for body in bodies)


def _of_government_above(named: Candidate, own: str | None, opening: Opening, *, bureau: bool, line: bool, lower: bool) -> bool:
    """Tell whether the name is that of a government or its office, where the page is that of a body below."""
    kind = kind_of(named.name)
    if kind not in ("government", "government_office") or of_town(named):
        return False
    government = kind == "government"
    if government and lower and named.source in ("publisher", "own rules"):
        return True
    carries = named.source in ("line", "publisher", "own rules") and not _of_whole_place(opening)
    if government and carries and any(map(_acts, opening.stated)):
        return True  # 发布机构:甲县人民政府, over 2025年,甲县水利局严格落实
    if government and own == "department" and named.source == "text" and named.weight < _COMPILES:
        return True  # 甲县人民政府高度重视。我局认真落实
    if own == TOWN and named.source in ("line", "contact"):
        return True
    office = not government and (own == TOWN or bureau)
    if office and (line or named.source in ("line", "publisher")):
        return True  # 来源:甲县人民政府办公室, over 我镇, 我局
    if not government or not (line or named.source in ("line", "signature")):
        return False
    if named.source == "signature" and bureau:
        return True  # the site's name above the day on which 我局 published
    if named.source == "line" and (bureau or any(map(_issued_below, opening.stated))):
        return True
    return (line and lower) or any(other.source == "text" and of_town(other) for other in opening.stated)


def _of_whole_place(opening: Opening) -> bool:
    """Tell whether the page speaks of a whole place, and not only of one line of work there, that of the bureau which acts: 全区水务."""
    bodies = [other.name for other in opening.stated if _acts(other)]
    works = (opening.head[found.end() : found.end() + 2] for found in OF_WHOLE_PLACE.finditer(opening.head))
    return any(not any(work in body for body in bodies) for work in works)


def _of_no_government(named: Candidate, opening: Opening) -> bool:
    """Tell whether 特公布甲市…报告 stands over what a bureau, which names nobody to ask, says of itself and nothing of the whole place."""
    reached = any(other.source == "contact" for other in opening.stated)
    return not reached and not_the_government(read_name(named.name, None, gazetteer()), opening.head)


def _acts(other: Candidate) -> bool:
    """Tell whether a bureau that gathers no reports is whose year the text tells."""
    subject = other.source == "text" and other.weight >= _DATED and kind_of(other.name) in DEPARTMENTS
    return subject and not _GATHERER.search(other.name)


def _issued_below(other: Candidate) -> bool:
    """Tell whether a body below a government issued the page, or the text says whose work it reports: 现将市水利局…情况报告如下."""
    bureau = kind_of(other.name) in DEPARTMENTS and not _GATHERER.search(other.name)
    issued = other.source in ("publisher", "source line") or (other.source == "text" and other.weight >= _COMPILES)
    return issued and (bureau or of_town(other))

"""Which of the names that a page states is a short one's in full? 县发改委 is 怀宁县发展和改革委员会."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.openings import NAMED, Opening
from gongkai.indexer.agencies.stated import META
from gongkai.indexer.agencies.told_of import LEADS
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.bodies import has_letters
from gongkai.indexer.names.kinds import TOWN, kind_of, self_reference
from gongkai.indexer.names.names import Name, read_name
from gongkai.indexer.names.plain_text import occurrences
from gongkai.indexer.titles.title_words import without_second_names
from gongkai.mappings.agencies import body_of

__all__ = [
    "abbreviates",
    "office_of_source",
    "printed_in_full",
    "signed_in_full",
    "spelled_longer",
    "spelled_out",
    "with_town",
    "zone_in_full",
]

_GOVERNMENT = expression(r"([\u3400-\u9fff]{2,4})人民政府")
_BODY_FIRST = expression(r"[\u3400-\u9fff]{3,18}?(?:局|委员会|厅)")
_ZONE_WORDS = expression("(?:经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新区)$")
# The shortest and the longest place that may begin there: 大理州|市场监管局, 郑州市|教育局.
_WITH_PLACE = tuple(
    expression(f"(?=([\u3400-\u9fff]{{{length}[省市县区旗州盟])([\u3400-\u9fff]{{2,18}}?(?:局|委员会|委|办公室|厅)))")
    for length in ("1,8}?", "1,8}")
)
_VISITED = expression(
    "(?:(?<![请可])与|[和在赴到向]|按照|根据|依据|上报|学习|借鉴|对口|结对|协作|考察|转发|参加)[\u3400-\u9fff、]{2,16}$"
)
_OFFICE = expression("[省市县区旗州盟](?:人民)?政府办公[室厅]")
_SUPERVISES = ("国资委", "国资监管委", "人民政府国有资产监督管理委员会", "政府国有资产监督管理委员会", "国有资产监督管理委员会")
_INTRODUCED = expression(r"([\u3400-\u9fff]{6,36})\((?:以下)?(?:统一)?简称")
# The address of a body is often its own name, and that in full: 地址:甲区安全生产监督管理局.
_AT_BODY = expression(r"(?:地[址点]|联系单位|单位名称)[\s:]{0,3}([\u3400-\u9fff\d-]{4,40})")
_SIGNED = ("signature", "last line", "publisher")
_PEOPLES = expression("(?:(?![与和乡镇村街、])[\u3400-\u9fff]){1,10}?族(?:民族)?乡")  # behind its first words: 甲|鄂温克民族乡
_NO_NAME = expression(r'[。;:“”"《》〈〉<>【】!?,\n|]')  # no name goes on behind one of these
_SAME_WORK = expression("管理|保障|规划|监督|综合|执法|交通")  # what a bureau for building or for towns is also called
_LONGEST_REST = 4  # characters before what may be the end of a place's name
_LEVELS = "省市县区旗州盟"  # 县财政局 is a county's


def spelled_out(short: Name, stated: Iterable[Candidate], year: int | None) -> Name | None:
    """Return the one agency with its place that is stated and that the short name is a spelling of.

    县发改委 is 怀宁县发展和改革委员会, and no body of a city or a province.
    """
    body = body_of(short.text)
    own = "" if body.startswith(short.text[0]) else short.text[0]  # 县, but not the 市 of 市场
    alike = [name for name in _named(stated, year) if name.printed and body_of(name.text, name.printed) == body]
    if any(name.body == short.text for name in alike):
        return None  # 甲市环境保护局 is named as well as 甲市环保局
    alike = [name for name in alike if name.printed[-1].endswith(own if own in _LEVELS else "")]
    one = len({name.places[-1] for name in alike}) == 1
    return max(alike, key=lambda name: len(name.text)) if one else None


def printed_in_full(short: Name, head: str, year: int | None) -> Name | None:
    """Return the one agency with its place that is printed anywhere and that the short name is a spelling or an abbreviation of.

    市文广新局 is 丹阳市文化广电新闻出版局; that of another place which one visits or learns from is none.
    """
    body, own = body_of(short.text), short.text[0]
    found: dict[str, Name] = {}
    searched = _WITH_PLACE if kind_of(short.text) == "department" and own in _LEVELS else ()
    for match in (match for pattern in searched for match in pattern.finditer(head)):
        place = next((match[1][start:] for start in range(len(match[1]) - 1) if _is_place(match[1][start:])), "")
        elsewhere = _VISITED.search(head[: match.start(2)]) or LEADS.match(head, match.end(2))
        cut = _cuts_a_place(head, match.start(2) - len(place), match.start(2))
        if place.endswith(own) and not (elsewhere or cut) and _spells(short.text.removeprefix(own), body, body_of(match[2])):
            found[place + match[2]] = read_name(place + match[2], year, gazetteer())
    names = [name for name in found.values() if name.places]
    return max(names, key=lambda name: len(name.text)) if len({name.places[-1] for name in names}) == 1 else None


def _cuts_a_place(head: str, start: int, end: int) -> bool:
    """Tell whether a name that is printed from `start` to `end` is but the last characters of a place's: 北区 in 江北区."""
    return any(_is_place(head[longer:end]) for longer in range(max(0, start - _LONGEST_REST), start))


def office_of_source(short: Name, stated: Iterable[Candidate], host: str) -> str:
    """Return 市政府办公厅 with the place of the host before it, where the line on the source names that: 来源:甲市政府办公厅人事处."""
    word = _OFFICE.fullmatch(short.text)
    named = (
        (one.name for one in stated if one.source in ("source line", "publisher"))
        if word and host.endswith(short.text[0])
        else ()
    )
    office = short.text.partition("政府")[2]
    return f"{host}人民政府{office}" if any(re.match(f"{host}(?:人民)?政府{office}", name) for name in named) else ""


def _is_place(name: str) -> bool:
    return name in gazetteer().names or name in gazetteer().aliases


def abbreviates(short: str, full: str) -> bool:
    """Tell whether the name is the other or is made of characters of it: 文广新局; 教育局 is no 教育体育局."""
    if short == full:
        return True
    return short[:-1] not in full and short[0] == full[0] and short[-1] == full[-1] and has_letters(full, short)


def _spells(short: str, body: str, full: str) -> bool:
    """Tell whether a name is that of `body`, which a short one is taken for, or has besides only words for the same work.

    住建局 is 住房和城乡建设局, where it is called so 住房保障和城乡建设管理局.
    """
    same = short != body and _SAME_WORK.sub("", full) == _SAME_WORK.sub("", body)
    return abbreviates(body, full) or (same and abbreviates(short, full))


def spelled_longer(name: Name, opening: Opening, year: int | None) -> Name:
    """Return the longest spelling of a department of this place that is stated: 甲市工信委 is 甲市工业和信息化委员会, 甲市文广新局 in full."""
    if name.printed and not name.town and (full := _introduced(name, opening.head)):
        return read_name(full, year, gazetteer())
    if not name.printed or name.town or name.zone or kind_of(name.text) != "department":
        return name
    if name.body in _SUPERVISES and (full := _supervisor(name, opening.head)):
        return read_name(full, year, gazetteer())
    body = body_of(name.text, name.printed)
    if _without_and(name.body) == _without_and(body) and not _may_stand_longer(name.body, opening):
        return name
    alike = [
        other
        for other in (*_named(opening.stated, year), *_addressed(name, opening.head, year))
        if other.places
        and other.places[-1] == name.places[-1]
        and _spells(name.body, body, body_of(other.text, other.printed))
        and not other.body.endswith(name.body)  # 甲区区卫生局
    ]
    if len({body_of(other.text, other.printed) for other in alike} - {body}) > 1:
        return name  # short for which of them?
    best = max([name, *alike], key=lambda other: len(other.body))
    return best if best.body != name.body else _of_source_line(name, opening, year)


def _of_source_line(name: Name, opening: Opening, year: int | None) -> Name:
    """Return the body of this place that the line on the source spells out in other words than are usual: 住建委, 住房和建设委员会."""
    short = re.sub("委$", "委员会", name.body)
    lines = [one for one in opening.stated if one.source in ("source line", "publisher")]
    alike = {
        other.text: other
        for other in _named(lines, year)
        if other.places and other.places[-1] == name.places[-1] and not other.town and not other.zone
        if short != other.body and len(short) < len(other.body) and abbreviates(short, other.body)
    }
    return next(iter(alike.values())) if len(alike) == 1 else name


def _addressed(name: Name, head: str, year: int | None) -> list[Name]:
    """Return the bodies of the name's place in whose names addresses stand."""
    place, before = name.printed[-1], name.text.removesuffix(name.body)
    runs = (match[1].rpartition(place) for match in _AT_BODY.finditer(head[:NAMED]) if place in match[1])
    bodies = (_BODY_FIRST.match(run[2]) for run in runs)
    return [read_name(before + body[0], year, gazetteer()) for body in bodies if body]


def _introduced(name: Name, head: str) -> str:
    """Return the name as the page introduces it, with the words for a zone in full: 甲市公安局高新技术产业开发区分局(以下简称高新区分局)."""
    runs = (match[1] for match in _INTRODUCED.finditer(head)) if "简称" in head else ()
    found = {run[run.rfind(name.printed[0]) :] for run in runs if name.printed[0] in run}
    alike = [full for full in found if len(full) > len(name.text) and _zone_short(full) == _zone_short(name.text)]
    return alike[0] if len(alike) == 1 else ""


def _zone_short(name: str) -> str:
    return re.sub("经济技术开发区|经济开发区", "经开区", re.sub("高新技术(?:产业)?开发区", "高新区", name))


def _may_stand_longer(body: str, opening: Opening) -> bool:
    """Tell whether a longer spelling of a name that is no short one may be stated: most pages print no name like one.

    Such a spelling has all characters of the name in their order, 和 perhaps left out, and does not have the name in it: spelled
    in full, a name keeps them unless it is 政府.
    """
    if body[-1:] not in ("局", "厅", "会") or body.startswith("人民政府"):
        return True
    letters = _without_and(body)
    texts = (without_second_names(text) for text in (opening.head[:NAMED], opening.tail))
    runs = [run for text in texts if letters[0] in text for run in _NO_NAME.split(text.replace(body, "\n"))]
    runs += [opening.meta.get(name, "").replace(body, "\n") for name in META]
    return any(letters[0] in run[: max(run.rfind(letters[-1]), 0)] and has_letters(run, letters) for run in runs)


def _without_and(body: str) -> str:
    return body.replace("和", "")


def _supervisor(name: Name, head: str) -> str:
    """Return the commission for what the state owns as its place's government has it, where it is printed so: 甲市国资委."""
    own = (name.text.removesuffix(name.body) + longer for longer in _SUPERVISES[2:])
    return next((full for full in own if full in head and len(full) > len(name.text)), "")


def zone_in_full(name: Name, opening: Opening, year: int | None) -> Name:
    """Return the one zone that is stated by its name in full, where a name is nothing but the words for it, 经开区管委会, or lacks its city's."""
    if name.places or not name.zone:
        return name
    if not (words := _ZONE_WORDS.fullmatch(name.zone)):
        return _behind_city(name, opening, year)
    alike = {
        other.zone: other
        for other in _named(opening.stated, year)
        if other.zone
        and (spelled := _ZONE_WORDS.search(other.zone))
        and other.zone != spelled[0]
        and _letter(spelled) == _letter(words)
    }
    same = [other for other in alike.values() if kind_of(other.text) == kind_of(name.text)]
    return same[0] if len(alike) == 1 and same else name


def _behind_city(name: Name, opening: Opening, year: int | None) -> Name:
    """Return the zone with its city's name before its own where the page states that too: 盘锦辽滨沿海经济技术开发区."""
    own = name.zone or ""
    named = [(other.zone or "", other) for other in _named(opening.stated, year) if other.body == name.body]
    cities = {zone.removesuffix(own): other for zone, other in named if zone.endswith(own)}
    longer = [other for city, other in cities.items() if city in gazetteer().stems or city in gazetteer().names]
    return longer[0] if len(longer) == 1 else name


def _letter(words: re.Match[str]) -> str:
    return words[0][0]


def with_town(name: Name, head: str, year: int | None) -> Name:
    """Return the government of a town that lost the word for it: 双溪人民政府, of a page that says 我乡 and names 双溪乡."""
    if name.town and (people := _of_a_people(name.town, head)):
        return read_name(name.text.replace(name.town, people), year, gazetteer())
    lost = _GOVERNMENT.fullmatch(name.body)
    if not lost or name.town or name.zone or self_reference(head)[1] != TOWN:
        return name
    ends = [end for end in ("乡", "镇") if lost[1] + end in head]
    if len(ends) != 1 or not re.search(f"[我本]{ends[0]}", head):
        return name
    return read_name(name.text.removesuffix("人民政府") + ends[0] + "人民政府", year, gazetteer())


def _of_a_people(town: str, head: str) -> str:
    """Return the one name with its people that the page prints for a 乡 as well: 甲鄂温克民族乡 for 甲乡; empty: none or several."""
    stem = town.removesuffix("乡")
    if stem == town or len(stem) < 2 or town.endswith("族乡"):
        return ""
    found = {stem + rest[0] for at in occurrences(stem, head) if (rest := _PEOPLES.match(head, at + len(stem)))}
    return found.pop() if len(found) == 1 else ""


def signed_in_full(name: Name, opening: Opening, year: int | None) -> Name:
    """Return the name as it is signed where a title lost one word for a place: 甲市乙人民政府办公室, signed 甲市乙区人民政府办公室."""
    short, start = name.text, len(name.text) - len(name.body)
    cuts = [start + length for length in (2, 3, 4) if name.body[:length] in gazetteer().stems]
    if not cuts:
        return name
    signed = {other.name for other in opening.stated if other.source in _SIGNED and len(other.name) == len(short) + 1}
    longer = [
        read_name(full, year, gazetteer())
        for full in signed
        if any(full[at] in _LEVELS and full[:at] + full[at + 1 :] == short for at in cuts)
    ]
    deeper = [full for full in longer if full.places[:-1] == name.places and full.body and not full.town]
    return deeper[0] if len(deeper) == 1 else name


def _named(stated: Iterable[Candidate], year: int | None) -> list[Name]:
    return [read_name(candidate.name, year, gazetteer()) for candidate in stated]

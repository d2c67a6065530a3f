"""Which body is named by a short name without its place, whose full name a line, a sentence or the text has? 高投中心, 安监总局, 市市场监管局."""

from __future__ import annotations

from gongkai.indexer.agencies.full_names import abbreviates, printed_in_full, spelled_out
from gongkai.indexer.agencies.openings import NAMED, Opening
from gongkai.indexer.agencies.told_of import LEADS
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.domains import spelled_by
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.names import Name, read_name
from gongkai.indexer.names.national import in_full, national_body, spelled_in
from gongkai.indexer.names.plain_text import occurrences
from gongkai.indexer.places.hosts import government_host
from gongkai.mappings.agencies import body_of

__all__ = ["from_text", "longest_without_place", "nationally", "of_the_state"]

_LEVEL = expression("^[省市县区旗州盟](?=..)")
# 国资委 is that in Beijing where only the centre is above it: 落实党中央、国务院决策部署, and no place is named or meant.
_CENTRE = expression("党中央、?国务院")
_PLACE_MEANT = expression("[省市县区旗州盟](?:委(?!员)|(?:人民)?政府|[级直党])|[我全本][省市县区旗州盟](?![域场])|自治区")
_BELOW_PLACES = expression("各?县区|区县|乡镇|街道|[科股]室")  # whom no body of the centre leads
_OF_LEVEL = expression("(?:(?<![\u3400-\u9fff])|(?<=结合)|(?<=公布)|(?<=[由与向]))[市县区旗州盟][\u3400-\u9fff]{2,16}?局")
_LEVELS = "省市县区旗州盟"  # 县财政局 is a county's
_YEAR, _BY_MEANS = expression(r"20\d\d年度?,?$"), expression("共?通过")  # 2023年度市商务局通过网站公开
_SURE = 7  # weight of who compiles a report, or whose report a sentence says that it is


def from_text(short: Name, opening: Opening, year: int | None) -> Name | None:
    """Return the agency in full that a name without its place is short for: by its spelling, its letters, or as the report's own sentence has it."""
    spelled = spelled_out(short, opening.stated, year) or printed_in_full(short, opening.head, year)
    return spelled or _reported_as(short, opening, year)


def _reported_as(short: Name, opening: Opening, year: int | None) -> Name | None:
    """Return the one body of this kind that a sentence says reports, and whose letters, from the first to the last, the short name is made of."""
    letters = _LEVEL.sub("", short.text)
    if len(letters) < 3 or opening.head[:NAMED].count(short.text) > 1:  # 甲中心 that acts is called so
        return None
    said = {one.name for one in opening.stated if one.source in ("sentence", "text") and one.weight >= _SURE}
    read = [read_name(name, year, gazetteer()) for name in said if kind_of(name) == kind_of(short.text)]
    alike = [name for name in read if (name.places or name.zone) and not name.town and abbreviates(letters, name.body)]
    return alike[0] if len(alike) == 1 and alike[0].body != letters else None


def nationally(name: str, opening: Opening) -> str:
    """Return the name of a body of the State Council as the page has it in full."""
    reported = {one.name for one in opening.stated if one.source == "sentence"}
    return in_full(spelled_in(name, opening.head[:NAMED]) or name, reported)


def of_the_state(name: Name, opening: Opening) -> bool:
    """Tell whether a commission that is called by its work alone is the State Council's: 国资委, above which there is only 党中央、国务院."""
    if not name.bare or not name.text.endswith("委") or not any(national_body(over + name.text) for over in ("国务院", "国家")):
        return False
    table = gazetteer()
    host = (government_host(opening.url) or "").removesuffix(".gov.cn").rpartition(".")[2]
    here = (
        _PLACE_MEANT.search(opening.head)
        or _BELOW_PLACES.search(opening.head)
        or table.mentions(opening.head)
        or (host and spelled_by(host, table, None))
    )
    return _CENTRE.search(opening.head) is not None and not here


def longest_without_place(short: Name, opening: Opening, year: int | None) -> Name:
    """Return the longest spelling of a bureau that is printed by its level alone: 市市场监管局 is 市市场监督管理局 where that is printed."""
    short, head = _of_level(short, opening, year), opening.head
    if not short.bare or short.text[0] not in _LEVELS or kind_of(short.text) != "department":
        return short
    printed = {match[0] for match in _OF_LEVEL.finditer(head) if match[0][0] == short.text[0] and len(match[0]) > len(short.text)}
    alike = [longer for longer in printed if body_of(longer) == body_of(short.text) and longer[1:] != short.text]
    return read_name(max(alike, key=len), year, gazetteer()) if alike else short


def _of_level(short: Name, opening: Opening, year: int | None) -> Name:
    """Return a bureau with the word for its level before it, 市安监局 of 安监局, where it acts so, no other level's is printed and it leads none."""
    if not short.bare or short.text[0] in _LEVELS or kind_of(short.text) != "department":
        return short
    if issuer := _by_publisher(short, opening):
        return read_name(issuer, year, gazetteer())
    ends = ((at, at + len(short.text)) for at in occurrences(short.text, opening.head) if at)
    printed = [(at - 1, end) for at, end in ends if opening.head[at - 1] in _LEVELS]
    words = {opening.head[at] for at, _ in printed}
    acts = any(one.source == "text" and one.name[0] in words and one.name[1:] == short.text for one in opening.stated)
    acts = acts or any(_BY_MEANS.match(opening.head, end) and _YEAR.search(opening.head[:at][-8:]) for at, end in printed)
    below = any(f"我{word}" in opening.head for word in "县区旗" if word not in words)
    if len(words) != 1 or not acts or below or any(LEADS.match(opening.head, end) for _, end in printed):
        return short
    return read_name(words.pop() + short.text, year, gazetteer())


def _by_publisher(short: Name, opening: Opening) -> str:
    """Return the one bureau with the word for its level that the publisher's line names and the short name is a spelling of."""
    named = {one.name for one in opening.stated if one.source == "publisher" and one.name[0] in _LEVELS}
    alike = {name for name in named if body_of(name[1:]) == body_of(short.text)}
    return alike.pop() if len(alike) == len(named) == 1 else ""

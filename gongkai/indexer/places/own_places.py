"""Of which place are the rules that a page follows, who asks for its report, its account, a unit below it?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.domains import letters_of
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.next_place import COMMON
from gongkai.indexer.names.plain_text import occurrences
from gongkai.indexer.places.choices import chains_pointed_at
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.leaders import DESK, of_city, of_county
from gongkai.indexer.places.place_words import DOCUMENT

__all__ = ["asked_at", "asked_by", "by_account", "by_own_unit", "ruled", "stem_before", "told_to"]

# 根据《甲县政府信息公开工作年度报告制度》, 制定出台《甲市政府信息公开办法》; what a text says outside of documents of a county.
_RULES_OF = expression(
    r"(?:根据|按照|依据|执行|落实|制定|出台|印发)[^。\n]{0,60}?《([\u3400-\u9fff]{1,14}[县区市旗])"
    r"(?:(?:人民)?政府[^《》]{0,20}(?:制度|办法|规定|规程)|20\d\d年度?(?:政务|政府信息)公开工作要点)》"
    # 《2022年甲区政务公开工作要点》
    r"|(?:根据|按照|依据|执行|落实)[^。\n]{0,60}?《20\d\d年度?([\u3400-\u9fff]{1,14}[县区旗])(?:政务|政府信息)公开工作要点》"
)
# 总书记对广东系列重要讲话精神, which those of no other province follow; where one went to see may be anybody's model.
_TOLD_TO = expression(r"总书记(?:关于)?对([\u3400-\u9fff]{2,3}?)(?:工作)?的?(?:一?系列)?重要(?:讲话|指示|批示)")
_OF_COUNTY = expression("[全我本][县区旗]|(?<!各)[县区旗](?:委|直|级|局|(?:人民)?政府)")
# 按照甲市政务公开领导小组办公室的要求, 落实甲市政务公开工作相关要求
_ASKS = expression(
    rf"(?:根据|按照|落实|贯彻|执行|以及|和)(?:了|执行)?([\u3400-\u9fff]{{2,8}}市)(?:{DESK}(?:办公室)?|政务公开工作)(?:的?(?:有关|相关|工作))*要求"
)
# 我局开设有“甲商务”微信公众号, and 甲日报 of the same place
_ACCOUNT = expression(
    r"(?:[我本]局|局)(?:(?!转发|关注)[^。\n]){0,30}[\u201c\x22]([\u3400-\u9fff]{4,8})[\u201d\x22](?:官方|政务|政府)*(?:微信|公众号|微博)"
)
_HANDED_TO = expression(
    "向|报送|投稿|推荐|学习|订阅|参考|借鉴|采[用纳]|[被为获]"
)  # 向“甲发改”微信公众号报送 is what those below do
_MEDIA = expression("(?:日报|晚报|电视台|广播电|政府网|政务网|新闻网|发布)")
# 由市发改委下属事业单位甲市经济信息中心负责
_OWN_UNIT = expression(
    r"(?:市[\u3400-\u9fff]{2,6}?[局委]|[我本][局委])(?:的?(?:下属|所属|直属))(?:事业)?单位([\u3400-\u9fff]{2,6}?市)(?=[\u3400-\u9fff]{2,14}?(?:中心|馆|院|站|所)(?:负责|承担|具体|开展))"
)
_OF_BODY = expression("/([a-z]{4,10}[jw])(?=/)")  # the body's part of a site: /hksswj/


def ruled(clues: Clues) -> Unit | None:
    """Return the one place whose government's rules the text follows and whose leaders it speaks of; a city's where it says 全市."""
    rules = {match[1] or match[2] for match in _RULES_OF.finditer(clues.text)} if "《" in clues.text else set()
    names = {name for rule in rules for name in clues.gazetteer.mentions(rule) if rule.endswith(name)}
    name = names.pop() if len(names) == 1 else ""
    units = clues.gazetteer.named(name, clues.year) if name and name not in COMMON else []
    said = DOCUMENT.sub("", clues.text) if len(units) == 1 else ""
    if not said or not re.search(f"全{name[-1]}|{name[-1]}(?:委|(?:人民)?政府)", said):
        return None
    whole = f"全{name[-1]}" in said and not _OF_COUNTY.search(said)
    return units[0] if units[0].level == 3 or whole else None


def asked_by(clues: Clues) -> Unit | None:
    """Return the one city whose office for publicity asks for the report, of a page that names no other city and no county's leaders.

    None where a county of that city is a 市 as well, whose bodies are asked by the city above.
    """
    names = {match[1].rpartition("及")[2] for match in _ASKS.finditer(clues.text)} if "政务公开" in clues.text else set()
    cities = [unit for name in names for unit in clues.gazetteer.named(name, clues.year) if unit.level == 2]
    if len(names) != 1 or len(cities) != 1 or clues.domain() or of_county(clues.text):
        return None
    others = [
        unit for name in clues.named for unit in clues.gazetteer.named(name, clues.year) if name.endswith(("市", "州", "盟"))
    ]
    inside = (unit for units in clues.gazetteer.codes.values() for unit in units if unit.parent == cities[0].code)
    several = any(unit.name.endswith("市") and unit.valid(clues.year) for unit in inside)
    return None if several or any(unit.code != cities[0].code for unit in others) else cities[0]


def asked_at(clues: Clues) -> Unit | None:
    """Return the city that asks for the report and whose initials begin the name of its body in the path: 海口市, /hksswj/."""
    parts = set(_OF_BODY.findall(clues.url))
    city = asked_by(clues) if parts else None
    return city if city and any(part.startswith(letters_of(city)) for part in parts) else None


def by_own_unit(clues: Clues) -> Unit | None:
    """Return the one city after which a unit below a nameless bureau is called, that speaks of a city's leaders: 由市发改委下属单位甲市信息中心."""
    names = {match[1] for match in _OWN_UNIT.finditer(clues.text)} if "属" in clues.text and of_city(clues.text) else set()
    units = [unit for name in names for unit in clues.gazetteer.named(name, clues.year)]
    return units[0] if len(units) == len(names) == 1 and clues.domain() in (None, units[0]) else None


def stem_before(words: str, clues: Clues) -> str:
    """Return the short name of a place that words begin with, 甲 of 甲商务; empty: none."""
    return next((words[:length] for length in (4, 3, 2) if words[:length] in clues.gazetteer.stems), "")


def by_account(body: str, clues: Clues) -> Unit | None:
    """Return the place of a 市商务局, by its level, whose own account is called 甲商务 and of whose press the page tells: 甲日报.

    Or of whose province, and of no other place.

    Of a 县商务局 only where no city is called so.
    """
    for match in _ACCOUNT.finditer(clues.text) if "微" in clues.text or "公众号" in clues.text else ():
        stem = stem_before(match[1], clues)
        field = match[1].removeprefix(stem)
        if not stem or len(field) < 2 or not _shortens(field, body[1:]):
            continue
        called = [one for one in clues.gazetteer.stems[stem] if one.valid(clues.year)]
        units = [one for one in called if one.name.endswith(body[0]) and (body[0] == "市" or len(called) == 1)]
        press = (at + len(stem) for at in occurrences(stem, clues.text))
        clause = re.split("[,;]", clues.text[match.start() : match.start(1)])[-1]
        alone = _HANDED_TO.search(clause) is None and _only_province(units[0], clues) if len(units) == 1 else False
        if len(units) == 1 and (alone or any(_MEDIA.match(clues.text, at) for at in press)):
            site = clues.domain()
            return units[0] if site is None or site == units[0] else None
    return None


def _shortens(short: str, body: str) -> bool:
    """Tell whether a body's name begins with the words, or has their characters in this order from its first on: 发改 of 发展和改革局."""
    rest = iter(body)
    return body.startswith(short) or (body[:1] == short[:1] and all(char in rest for char in short))


def _only_province(unit: Unit, clues: Clues) -> bool:
    """Tell whether the page names the unit's province, and nothing that lies in another or in another city."""
    own, pointed = clues.gazetteer.chain(unit, clues.year), chains_pointed_at(clues)
    within = all(there.code == here.code for chain in pointed for here, there in zip(own, chain, strict=False))
    return bool(pointed) and within


def told_to(clues: Clues) -> Unit | None:
    """Return the one province to which the words are said that the page follows, where it names no other."""
    stems = {match[1] for match in _TOLD_TO.finditer(clues.text)} if "总书记" in clues.text else set()
    stem = stems.pop() if len(stems) == 1 else ""
    units = [unit for unit in clues.gazetteer.stems.get(stem, ()) if unit.level == 1 and unit.valid(clues.year)]
    others = {province.code for province, *_ in chains_pointed_at(clues)}
    return units[0] if len(units) == 1 and others <= {units[0].code} else None

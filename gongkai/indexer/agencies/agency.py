"""Which of the agencies that a page names is the one that reports, and what is its full name?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from gongkai.indexer.agencies.candidates import WITH_OFFICE, Candidate
from gongkai.indexer.agencies.told_of import LEADS
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.gazetteer.short_names import SHORT_NAMES
from gongkai.indexer.names.desks import HAN
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.names import ZONE_WORDS, Name, read_name
from gongkai.indexer.names.plain_text import occurrences

__all__ = ["canonical", "choose", "fullest", "is_organ", "with_place"]

_GENERIC = expression(
    r"^(?:我|本)?[省市州县区旗盟](?:人民政府(?!办)|政府(?!办))?(?=[\u3400-\u9fff]{2})(?!政府[办]|[^局委办厅]{0,6}[镇乡]|中)"
)
_HAN_RUN = expression(rf"[{HAN}]+\Z")
# The level that a name without its place tells: 市气象局 is a city's and no province's.
_CUE = expression(r"(?:我|本)?([省市州县区旗盟])(?!场|容|政(?!府)|域|划|际|直|级)(?=[\u3400-\u9fff]{2})")
# A town is no part of the government above it: 甲区人民政府乙镇.
_GOVERNMENT_ABOVE = expression(r"(?<=[县区市旗])人民政府(?=[\u3400-\u9fff]{1,10}(?:镇|乡|苏木)$)")
_ADDRESS = expression(rf"地[址点]\s*[::]?\s*[{HAN}]{{0,14}}$")  # names the place in full before a body, as no body does
# The address of a town is often its own name and nothing more.
_TOWNS_OWN = expression("(?:镇|乡|苏木)人民政府$|街道办事处$")
_ALL = 3  # places in a chain down to a county
_TOWN_OFFICE = expression("人民政府$|办事处$")
_TOWN_SAID = expression(
    r"(?:人民)?政府(?!信息)|党委|党工委|办事处|党政|党群|综合|(?:政府信息|信息|政务)公开|办公室|机关|便民|微信|20\d\d年|[,。、;()\u201d]"
)
_ADDRESS_ENDS = expression(r"\s*(?:[;,。)|\n]|邮编|邮政编码|联系|电话|$)")
_OVER = ("国家税务总局", "国家统计局", "中华人民共和国")
_GREETING = expression(rf"欢迎(?:您|你)?(?:登录|访问|光临|来到)[{HAN}]+")  # names a site
_ZONES = (
    ("高新区", "高新技术产业开发区"),
    ("经开区", "经济技术开发区"),
    ("经开区", "经济开发区"),
    ("风景区", "风景名胜区"),
    ("景区", "风景名胜区"),
)
# What every place has one of; without a name before it, it is nobody's: 编制管委会2022年度…报告.
_ORGAN = expression(
    r"[我本该]?(?:(?:人民)?政府|人民政府办公[室厅]|[镇乡]人民政府|(?:街道|地区)?办事处|管委会|管理委员会|委员会|办公[室厅]|管理局|分局|医院|卫生院|学校|学院|公司|中心|[局厅委办院])"
)
_DATED, _OPENS = 5, 12  # weight of the subject of a year; characters before it that opens the text: 2008年,
_ANY_ZONE = expression(ZONE_WORDS)  # called after nothing
_OF_ITS_WORD = expression("[市县区旗]人民政府")
_SITE = expression("[\u201d\x22]?(?:公众|公共|门户|入口|官方|信息|政务|数据|政府)*网")  # 甲县人民政府门户网站
_NAMES_A_SITE = expression("(?:人民)?政府(?!信息公开)")  # 在甲州人民政府网站: only its site is called so
_NO_GOVERNMENT = expression(f"{_SITE.pattern}|信息|政务")
# What follows a body's name in that of a part of it: 甲市教育局信息中心, but 《甲市教育局信息公开指南》.
_INNER, _INNER_OF_GOVERNMENT = expression("(?:信息|政务)(?!公开)"), expression("办|信息|政务|员会")
_VERTICAL = {"tax", "survey_team", "customs", "maritime"}


def choose(candidates: list[Candidate], text: str, known: str = "") -> Candidate | None:
    """Return the weightiest; with `known`, a name without its place, only longer names that end in it count."""
    if known:
        cue, body = _cue(known), _whole(_GENERIC.sub("", known))
        longer = ((c, _whole(c.name)) for c in candidates)
        longer = ((c, name) for c, name in longer if name.endswith(body) and len(name) > len(_whole(known)))
        candidates = [c for c, name in longer if name.removesuffix(body).endswith(cue)]

    def worth(candidate: Candidate) -> tuple[float, int]:
        generic = _GENERIC.match(candidate.name) is not None
        name = read_name(candidate.name, None, gazetteer())
        left = 4 * (candidate.source == "contact" and _left_from_another(name, candidates, text))
        placed = 2.5 * bool(name.places or (name.zone and not _ANY_ZONE.fullmatch(name.text)))
        return candidate.weight + min(text.count(candidate.name), 3) + placed - 6 * generic - left, len(candidate.name)

    return max(candidates, key=worth, default=None)


def _left_from_another(contact: Name, candidates: list[Candidate], text: str) -> bool:
    """Tell whether a bureau is only reached, in the report of another of its place whose year opens the text: a sentence left in a copied form."""
    if kind_of(contact.text) != "department" or text.count(contact.text) > 1:
        return False
    opening = (
        one.name for one in candidates if one.source == "text" and one.weight >= _DATED and 0 <= text.find(one.name) < _OPENS
    )
    others = (read_name(name, None, gazetteer()) for name in opening if kind_of(name) == "department")
    return any(other.printed == contact.printed and other.body != contact.body for other in others if other.printed)


def _cue(name: str) -> str:
    """Return the word for the level that a name without its place begins with; empty: none."""
    cue = _CUE.match(name)
    return cue[1] if cue else ""


def _whole(name: str) -> str:
    return canonical(name, zone=False, place=False)


def with_place(name: str, text: str, places: Callable[[str], bool]) -> str:
    """Return the name as it is printed most often with its place before it, one of its level: 市财政局 → 武汉市财政局."""
    cue, body = _cue(name), _GENERIC.sub("", name)
    found = Counter(
        longer
        for printed in _with_what_stands_before(body, text)
        if (longer := _from_place(printed, len(body), places)) and longer.removesuffix(body).endswith(cue)
    )
    return found.most_common(1)[0][0] if found else ""


def _with_what_stands_before(body: str, text: str) -> Iterator[str]:
    """Yield the words as they are printed, each with up to 17 characters before them on its line; not what tells of a body above."""
    last = 0
    for at in (
        at for at in occurrences(body, text) if not (LEADS.match(text, at + len(body)) or _DESK.match(text, at + len(body)))
    ):
        before = _HAN_RUN.search(text[max(last, at - 17) : at])
        listed = before and text[: at - len(before[0])].endswith("、") and text.startswith("、", at + len(body))  # among channels
        if before and not listed:
            last = at + len(body)
            yield before[0] + body


def _from_place(printed: str, body: int, places: Callable[[str], bool]) -> str:
    """Return the longest end of the print that begins with a place's name."""
    starts = range(len(printed) - body - 1)
    return next((printed[start:] for start in starts if places(printed[start : len(printed) - body])), "")


_DESK = expression("信息公开(?:工作)?(?:办|领导)")  # 三明市政府信息公开办公室, to which a county's government reports
_TWICE = expression(rf"^([{HAN}]{{2,12}}[省市县区旗州盟])\1")  # 甲市乙区甲市乙区财政局


def canonical(name: str, *, zone: bool, place: bool) -> str:
    """Return the name with its suffix put back: 白塔子镇 → 白塔子镇人民政府."""
    office = r"(?<![开发高新经园度假保税]区)(?<!区管委会)(?<!区管理委员会)(?:党政办公室|党政综合办公室|综合办公室|党政办|综合科)$"
    body = re.sub(office, "", name)
    name = (
        body if kind_of(body) or body.endswith(("街", "场")) else name
    )  # 甲示范区管理委员会政务综合办公室 is no office of a 政务
    name = WITH_OFFICE.sub(r"\1", _GOVERNMENT_ABOVE.sub("", _TWICE.sub(r"\1", name)))
    if re.search(r"(?:镇|乡|苏木|[市县区旗州省盟])政府$", name):
        return name[:-2] + "人民政府"
    if match := re.search(r"(?<=.)(?<!人民)政府办(公[室厅]|)$", name):
        return name[: match.start()] + "人民政府办" + (match[1] or "公室")
    if name.endswith("人民政府办"):
        return name + "公室"
    if name.endswith(("街道", "街道办")):
        return name.removesuffix("办") + "办事处"
    if name.endswith("街办"):
        return name[:-1] + "道办事处"
    if match := re.search(r"管委会(办公室)?$", name):
        return name[: match.start()] + "管理委员会" + (match[1] or "")
    if re.search(r"(?:镇|乡|苏木)$", name):
        return name + "人民政府"
    if zone and kind_of(name) == "administrative_committee" and not name.endswith("委员会"):
        return name + "管理委员会"
    if place:
        return name + ("行政公署" if name.endswith(("地区", "盟")) else "人民政府")
    return name


def is_organ(name: str) -> bool:
    """Tell whether the name is nothing but the word for an organ: 管理委员会, 办事处, 医院."""
    return _ORGAN.fullmatch(name) is not None


def fullest(name: str, chain: list[str], text: str) -> str:
    """Return the longest form of the name that the text prints, with the names of its places and bodies before it."""
    name = _autonomy_in_full(_of_its_place(name, chain, text), chain, text)
    start = next((i for i, place in enumerate(chain) if name.startswith(place)), len(chain))

    def longer(name: str) -> Iterator[str]:
        end, body = start, name
        while end < len(chain) and body.startswith(chain[end]) and body != chain[end]:
            end, body = end + 1, body.removeprefix(chain[end])
        for first in range(start + 1):
            places = "".join(chain[first:end])
            yield from (places + joint + body for joint in ("人民政府", "") if places)  # 甲市乙区人民政府丙街道办事处
            if first == 0 and end == _ALL:
                yield chain[0] + chain[2] + body  # 甲省丙县, where 乙市 between is left out
            if first < start:
                yield "".join(chain[first:start]) + "人民政府" + name

    if name.endswith("委") and name + "员会" in text:
        name += "员会"
    if name.endswith("办") and not name.endswith(("街道办", "政府办")) and name + "公室" in text:
        name += "公室"
    if name.endswith("街") and name[-3:] + "道办事处" in text:  # 甲区西营街, and 西营街道办事处 below
        name += "道办事处"
    name = _of_province(_zone_in_full(name, text), chain, text)
    if (bureau := _place_in_full(name, chain)) and _printed(bureau, text):
        name = bureau
    name = next((form for form in longer(name) if _printed(form, text)), name)
    if kind_of(name) in _VERTICAL:
        return next((prefix + name for prefix in _OVER if prefix + name in _GREETING.sub("", text)), name)
    return name


def _of_its_place(name: str, chain: list[str], text: str) -> str:
    """Return a government that is called by the word for its place only with the name of that place, where it is printed: 区人民政府."""
    place = chain[-1] if chain else ""
    if SHORT_NAMES.get(name.removesuffix("人民政府")) == place and any(
        not _NAMES_A_SITE.match(text, at + len(place)) for at in occurrences(place, text)
    ):
        return place + "人民政府"  # 西乌旗人民政府
    own = _OF_ITS_WORD.fullmatch(name) is not None and place.endswith(name[0]) and place in text
    return place + name[1:] if own else name


def _autonomy_in_full(name: str, chain: list[str], text: str) -> str:
    """Return the name with its autonomous place as long as the text prints it: 鄂温克旗审计局 → 鄂温克族自治旗审计局.

    A government is printed as well where its office is: 请与耿马傣族佤族自治县人民政府办公室联系.
    """
    for place in (place for place in chain if "自治" in place):
        short = re.match(rf"(.{{{1 if place[-1] == '州' else 2},6}}?){place[-1]}(?=.)", name)  # 巴州 is 巴音郭楞蒙古自治州
        if short and place.startswith(short[1].removesuffix("自治")) and place != short[0]:
            full = place + name[short.end() :]
            if (_acts if name.endswith("人民政府") else _printed)(full, text):
                return full
    return name


def _acts(government: str, text: str) -> bool:
    """Tell whether the text prints the government as a body, and not only in its address or in the name of its site."""
    found = re.finditer(re.escape(government), text)
    return any(
        not _NO_GOVERNMENT.match(text, one.end()) and not _ADDRESS.search(text[max(0, one.start() - 24) : one.start()])
        for one in found
    )


def _zone_in_full(name: str, text: str) -> str:
    """Return the name with the word for its zone as long as the text prints it: 甲高新区管理委员会 → 甲高新技术产业开发区管理委员会."""
    zone, committee, _ = name.partition("管理委员会")
    forms = (zone.removesuffix(short) + full for short, full in _ZONES if committee and zone.endswith(short) and zone != short)
    return next((form + name[len(zone) :] for form in forms if form in text), name)


def _of_province(name: str, chain: list[str], text: str) -> str:
    """Return the name of a zone's committee with its province by its short name before it, where it is printed so."""
    stems = gazetteer().stems
    units = next((stems[name[:length]] for length in (4, 3, 2) if name[:length] in stems), [])
    provinces = chain[:1] or [gazetteer().chain(unit, None)[0].name for unit in units]
    shorts = [short for short, same in gazetteer().provinces.items() if same[0].name in provinces]
    forms = (short + name for short in shorts if units and "管理委员会" in name and not name.startswith(short))
    return next((form for form in forms if any(_printed(as_said, text) for as_said in (form, _said(form)))), name)


def _said(name: str) -> str:
    return name.replace("管理委员会", "管委会")


def _place_in_full(name: str, chain: list[str]) -> str:
    """Return the name of a department with the word that its place is called without: 东湖公安分局 → 东湖区公安分局."""
    place = chain[-1] if chain else ""
    stem = place[:-1]
    called = len(stem) > 1 and name.startswith(stem) and not name.startswith(place)
    return place + name.removeprefix(stem) if called and name.endswith("局") else ""


def _printed(form: str, text: str) -> bool:
    if _TOWNS_OWN.search(form) and _town_printed(form, text):
        return True
    inner = _INNER_OF_GOVERNMENT if form.endswith(("政府", "委")) else _INNER
    at = text.find(form)
    while at >= 0 and (_in_address(form, text, at) or _of_site(form, text, at + len(form))):
        at = text.find(form, at + 1)
    return at >= 0 and not inner.match(text, at + len(form))


def _town_printed(form: str, text: str) -> bool:
    """Tell whether the town of this name is printed without the word for its government: 甲市乙镇微信公众号, 甲市乙镇党政办公室."""
    town = _TOWN_OFFICE.sub("", form)
    ends = (at + len(town) for at in occurrences(town, text) if not _ADDRESS.search(text[max(0, at - 24) : at]))
    return "政府" not in town and any(_TOWN_SAID.match(text, end) for end in ends)


def _in_address(form: str, text: str, at: int) -> bool:
    """Tell whether the name stands in an address, unless it is all of it and a town's: 地址:甲县乙镇人民政府."""
    address = _ADDRESS.search(text[max(0, at - 24) : at])
    if not address:
        return False
    whole = address[0].rstrip()[-1] in "::址点" and _TOWNS_OWN.search(form) and _ADDRESS_ENDS.match(text, at + len(form))
    return not (whole and len(read_name(form, None, gazetteer()).places) == 1)


def _of_site(form: str, text: str, end: int) -> bool:
    """Tell whether the name is that of a government's site, and none of a body: 甲市乙区人民政府网站, 甲市人民政府公安局门户网站.

    A town's site is called as the town is.
    """
    government = (form.endswith("政府") and not _TOWNS_OWN.search(form)) or (form.endswith("局") and "人民政府" in form)
    return government and _SITE.match(text, end) is not None

"""Which agency reports? Its name from the title or, failing that, from the other places where a page states it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from gongkai.indexer.kinds import kind_of
from gongkai.indexer.titles import titles_in_sentences

__all__ = ["Candidate", "canonical", "choose", "fullest", "stated", "with_place"]

_HAN = "\u4e00-\u9fff"
_END = (
    r"(?:人民政府办公[厅室]|人民政府|政府办公[厅室]|办事处|街道办|管理委员会|管委会|委员会|办公室|管理局|分局|局|厅|委|"
    r"大学|学院|医院|中心|支队|总队|大队|署|院|处|海关|镇|乡|街道|苏木)"
)
_AGENCY = rf"[{_HAN}()·]{{2,40}}?{_END}"
_NOT_AGENCY = re.compile(
    r"^(?:根据|按照|为|如|对|在|由|与|请|本报告|通过|依据|严格|认真|全面|现将|并|和|及|以|国务院办公|中华人民共和国政府|公民|法人|我|本|上级|各|"
    r"责任|主办|承办|版权|网站|原创|转载|互联网|作者|编辑|管理员|佚名|收到|全年|年度|年)|公开条例|年报|月|日|报告|工作|信息|通知|规定|网站$"
)
_LABELLED = re.compile(
    rf"(?:发\s*布\s*机\s*构|发\s*布\s*单\s*位|发\s*文\s*机\s*关|发\s*布\s*机\s*关|公开责任部门|公\s*开\s*主\s*体|发布者|报告机关|制作单位|信息提供单位)"
    rf"[\s::|\]】]{{0,6}}({_AGENCY})(?=[\s|,。;)]|$|发文|成文|生成|发布|文号|主题|名称)"
)
_SOURCE = re.compile(
    rf"(?:信\s*息\s*来\s*源|文章来源|稿件来源|来\s*源|作\s*者|供稿)[\s::|\]】]{{1,6}}({_AGENCY})(?=[\s|,。;)]|$|时间|发布|作者|浏览|点击|字体|字号|访问|阅读|日期)"
)
_CONTACT = re.compile(
    rf"(?:请)?(?:与|致电|联系|向)({_AGENCY})(?:\([^)]{{2,40}}\))?(?:[{_HAN}]{{0,14}}?(?:办公室|办|科|室|股|处))?(?:联系|反映|咨询|\()"
)
_DOES = (
    "(?:深入|坚持|认真|严格|紧紧|全面|始终|高度|以|按照|积极|围绕|切实|持续|根据|贯彻|不断|依法|政府信息|政务公开|"
    "共|主动|进一步|扎实|着力|把|将|依托|结合|在)"
)
_COMPILED = (
    (8, re.compile(rf"(?:由|现由)({_AGENCY})(?:\([^)]{{2,40}}\))?(?:负责)?(?:编制|编写|汇总|综合)")),
    (7, re.compile(rf"(?:^|[\n\s。,、,])({_AGENCY})(?:根据|依据|按照|依照)[^。]{{4,120}}?编制")),
    (7, re.compile(rf"(?:^|[\n\s。,、,])({_AGENCY})(?:编制了|组织编制)")),
    (6, re.compile(rf"在[^,。]{{2,40}}下,({_AGENCY})(?:严格|坚持|认真|深入|紧紧|按照|全面|积极|始终|以)")),
    (7, _CONTACT),
    (6, re.compile(rf"(?:^|[\n\s。])({_AGENCY})\(以下(?:简称|统称)")),
    (5, re.compile(rf"20\d\d\s*年(?:度|以来|来|里)?[,,]?\s*({_AGENCY})(?:\([^)]{{2,30}}\))?(?:在[^,。]{{2,30}}(?:领导|指导|下)[,,])?{_DOES}")),
    (3, re.compile(rf"(?:^|[\n\s。,)])([省市州县区旗][{_HAN}]{{1,14}}?(?:局|委|办公室|厅|中心))(?:高度重视|严格|坚持|认真|按照)")),
    (5, re.compile(rf"(?:^|[\n\s。])({_AGENCY})(?:根据|依据|按照|依照)(?:《|国务院|省|市|县|区|条例)")),
)  # fmt: skip
_SIGNATURE = re.compile(
    rf"(?:^|[\n\s。|])({_AGENCY})\s*(?:\(盖章\)|\(公章\))?\s*\n?\s*(?=(?:20\d\d\s*年|二[〇○零O0])[^\n]{{1,14}}日|20\d\d[-/.]\d)"
)
_LINE = re.compile(rf"^[ \t]*({_AGENCY})[ \t]*$", re.MULTILINE)
_LAST_LINE = re.compile(rf"(?:^|\n)\s*({_AGENCY})\s*$")
_META = ("contentsource", "source", "author", "publisher", "department", "sitename", "og:site_name")
_GENERIC = re.compile(
    r"^(?:我|本)?[省市州县区旗盟](?:人民政府(?!办)|政府(?!办))?(?=[\u4e00-\u9fff]{2})(?!政府[办]|[^局委办厅]{0,6}[镇乡]|中)"
)
_OVER = ("国家税务总局", "国家统计局", "中华人民共和国")
_VERTICAL = {"tax", "survey_team", "customs", "maritime"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that might be the agency's, its weight, and where it stood."""

    name: str
    weight: float
    source: str


def stated(head: str, tail: str, meta: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the agencies that head, signature and metadata of a folded page state."""
    for match in _LINE.finditer(head[:800]):
        yield from _candidate(match[1], 6.5, "line")
    for agency in titles_in_sentences(head):
        yield from _candidate(agency, 9, "sentence")
    for match in _SIGNATURE.finditer(tail):
        yield from _candidate(match[1], 8, "signature")
    if last := _LAST_LINE.search(tail):
        yield from _candidate(last[1], 7, "last line")
    for match in _LABELLED.finditer(head):
        yield from _candidate(match[1], 7, "publisher")
    for match in _SOURCE.finditer(head):
        yield from _candidate(match[1], 5, "source line")
    for weight, pattern in _COMPILED:
        for match in pattern.finditer(head):
            yield from _candidate(match[1], weight, "text")
    for match in _CONTACT.finditer(tail):
        yield from _candidate(match[1], 6, "contact")
    for name in _META:
        if content := meta.get(name):
            yield from _candidate(content.strip(), 4, f"meta {name}")


def _candidate(name: str, weight: float, source: str) -> Iterator[Candidate]:
    name = re.sub(r"\s+", "", name)
    name = re.sub(r"^.*(?:20\d\d年度?|日|请与|由)", "", name) or name
    name = re.sub(r"(?<=[府局会委厅处])(?:政务公开|政府信息公开|信息公开|政府信息与政务公开)?(?:工作)?(?:领导小组)?(?:办公室|办)$",
                  lambda m: "" if m[0] not in ("办公室", "办") else m[0], name)  # fmt: skip
    if 3 <= len(name) <= 40 and not _NOT_AGENCY.search(name) and kind_of(name):
        yield Candidate(name, weight, source)


def choose(candidates: list[Candidate], text: str, known: str = "") -> Candidate | None:
    """Return the weightiest; with `known`, a name without its place, only names that end in it count."""
    body = _GENERIC.sub("", known)
    if known:
        candidates = [c for c in candidates if c.name != known and c.name.endswith(body) and len(c.name) > len(body)]

    def worth(candidate: Candidate) -> tuple[float, int]:
        generic = _GENERIC.match(candidate.name) is not None
        return candidate.weight + min(text.count(candidate.name), 3) - 6 * generic, len(candidate.name)

    return max(candidates, key=worth, default=None)


def with_place(name: str, text: str, places: Callable[[str], bool]) -> str:
    """Return the name as it is printed most often with its place before it: 市财政局 → 武汉市财政局."""
    body = _GENERIC.sub("", name)
    found = Counter(
        longer
        for match in re.finditer(rf"[{_HAN}]{{0,16}}?[{_HAN}]{re.escape(body)}", text)
        if (longer := _from_place(match[0], len(body), places))
    )
    return found.most_common(1)[0][0] if found else ""


def _from_place(printed: str, body: int, places: Callable[[str], bool]) -> str:
    """Return the longest end of the print that begins with a place's name."""
    starts = range(len(printed) - body - 1)
    return next((printed[start:] for start in starts if places(printed[start : len(printed) - body])), "")


def canonical(name: str, *, zone: bool, place: bool) -> str:
    """Return the name with its suffix put back: 白塔子镇 → 白塔子镇人民政府."""
    name = re.sub(r"(?:党政办公室|党政综合办公室|综合办公室|党政办|综合科)$", "", name) or name
    if re.search(r"(?:镇|乡|苏木|[市县区旗州省盟])政府$", name):
        return name[:-2] + "人民政府"
    if match := re.search(r"(?<!人民)政府办(公[室厅]|)$", name):
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
    return name + "人民政府" if place else name


def fullest(name: str, chain: list[str], text: str) -> str:
    """Return the longest form of the name that the text prints, with the names of its places and bodies before it."""
    start = next((i for i, place in enumerate(chain) if name.startswith(place)), len(chain))

    def longer(name: str) -> Iterator[str]:
        for first in range(start):
            yield from ("".join(chain[first:start]) + joint + name for joint in ("", "人民政府"))

    if name.endswith("委") and name + "员会" in text:
        name += "员会"
    name = next((form for form in longer(name) if _printed(form, text)), name)
    if kind_of(name) in _VERTICAL:
        return next((prefix + name for prefix in _OVER if prefix + name in text), name)
    return name


def _printed(form: str, text: str) -> bool:
    at = text.find(form)
    return at >= 0 and not text.startswith(("办", "信息", "政务", "员会"), at + len(form))

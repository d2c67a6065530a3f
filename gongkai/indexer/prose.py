"""Which figures does a report without tables state in its prose? Before 2019 that is where most numbers stand.

Only four, each by its name in the list of 2014, and only where all sentences that speak of it agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.indexer.claims import find_claims
from gongkai.indexer.fold import fold
from gongkai.indexer.sections import Layout
from gongkai.indexer.sentences import COUNT, OTHER_TIMES, UNIT, Claim, Kind, Sentence, number, sentences, without_parts
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Figure, Number, State

__all__ = ["LAST_YEAR_OF_PROSE", "prose_figures"]

LAST_YEAR_OF_PROSE = 2018
_NAMES = {
    Kind.RECEIVED: LIST_2014 + "requests.received",
    Kind.REVIEW: LIST_2014 + "review.total",
    Kind.LITIGATION: LIST_2014 + "litigation.total",
}
_PUBLISHED = re.compile(
    rf"(?:(?:(?<=年)|(?<=年度))共?新增|共|一共|总共|共计|经审核)?主动公开(?:的|了|各类|各项)?(?:政府|政务)?信息的?(?:总数|数量|件数|条数|数)?(?:的|共计?|合计|总计|[为有:])*{COUNT}{UNIT}"
)
_PARTS = re.compile(
    rf"其中|网|平台|微信|微博|公众号|公报|媒体|栏|渠道|{OTHER_TIMES}|新增|累计|截[至止]|以来|比|较|至今|至20|目前|类|方面"
)
# By one channel, as it ought to be, or of a part: what the clause says before the number.
_OF_SOME = re.compile(
    r"通过|利用|借助|依托|运用|采[取用]|印发|在|向|以|[各报刊]|全文|电子|广播|电视|会议|应|须|要|拟|计划|确保|力争|争取|移送|非|不"
    r"|(?:领域|经费|资金|项目|[预决]算|采购|征收|拆迁|补偿|保障|工程|许可|处罚|监管|(?<!政府)(?<!政务)信息)(?:方面)?(?:共计?|累计|总共|一共|已)?$"
)
# The 各 of whom is not of a part, where no other number is: 全市各部门100条,各乡镇200条.
_EVERYONE = re.compile(
    "全[省市州县区旗](?=各级|(?:各|有关|[和及、])*(?:部门|单位|行政机关|乡镇|街道)(?:各|[和及、])*(?:部门|单位|行政机关|乡镇|街道))"
    "(?:各级|各|有关|部门|单位|行政机关|乡镇|街道|[和及、])+"
)
_OF_EACH = re.compile(r"(?:各|乡镇|街道)[^,。;\d]{0,40}" + COUNT + UNIT)
# 公开重点领域 is what was done, no field whose number it is.
_OF_A_FIELD = re.compile(r"(?:(?<![^息务]公开重点)(?<!^公开重点)领域|(?<!公开)方面)[,:](?:共计?|累计)?$")
_IN_A_LIST = re.compile(rf"{COUNT}{UNIT}(?:\([一二]\)|[\d一]+[.、])?$")  # 9条 (一)主动公开政府信息数 3条: of the row below
_NUMBER = re.compile(COUNT + UNIT)


def prose_figures(text: str, layout: Layout, year: int, scope: str | None, agency: str | None = None) -> dict[str, Figure]:
    """Return the figures that the sections of a page without tables state; `text` is the page's."""
    starts = {key: ranges[0][0] for key, ranges in layout.ranges.items()}
    sections = {key: text[ranges[0][0] : ranges[0][1]] for key, ranges in layout.ranges.items()}
    stated: dict[str, dict[int, tuple[int, int]]] = {}
    for name, value, section, start, end in _stated(sections, year, scope, agency):
        stated.setdefault(name, {}).setdefault(value, (starts[section] + start, starts[section] + end))
    return {name: _figure(name, text, *one) for name, values in stated.items() if len(values) == 1 for one in values.items()}


def _stated(
    sections: Mapping[str, str], year: int, scope: str | None, agency: str | None
) -> Iterator[tuple[str, int, str, int, int]]:
    for claim in find_claims(sections, year, scope, agency):
        if claim.kind in _NAMES and not claim.handled and not claim.included:
            yield _NAMES[claim.kind], claim.value, claim.section, claim.start, claim.end
    published = _published(
        [one for one, _ in sentences(sections, year, scope, agency) if one.section in ("overview", "proactive")]
    )
    for claim in without_parts(published):
        yield LIST_2014 + "proactive.items_published", claim.value, claim.section, claim.start, claim.end


def _published(of_sections: list[Sentence]) -> Iterator[Claim]:
    only = sum(len(_OF_EACH.findall(sentence.text)) for sentence in of_sections) == 1
    for sentence in of_sections:
        found = _PUBLISHED.search(sentence.text)
        if found is None:
            continue
        clause = sentence.clause(found.start())
        if only and len(_NUMBER.findall(sentence.text.partition("其中")[0])) == 1:
            clause = _EVERYONE.sub("", clause)
        start = found.start()
        if _OF_A_FIELD.search(sentence.text[:start]) or _IN_A_LIST.search(sentence.text[:start]):
            continue
        if (not _OF_SOME.search(clause) or sentence.is_of_part(start)) and sentence.may_speak_of_all(start, _PARTS):
            yield sentence.claim(Kind.PUBLISHED, number(found["n"]), at=start)


def _figure(name: str, text: str, value: Number, sentence: tuple[int, int]) -> Figure:
    """Return the figure where its number is printed; a number in words, or that there was none, is the sentence."""
    start, end = sentence
    printed = re.compile(rf"(?<![\d.,]){value:,}(?=\s*{UNIT})|(?<![\d.,]){value}(?=\s*{UNIT})").search(fold(text[start:end]))
    if printed:
        start, end = start + printed.start(), start + printed.end()
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    return Figure(name, value, State.READ, raw.strip(), (start, start + len(raw.strip())), "sentence")

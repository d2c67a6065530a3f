"""Which notes stand in brackets behind the labels of table three? 1.属于国家秘密(注1), 5.属于三类内部事务信息(人事管理、后勤管理、内部工作流程).

Such a note is no part of the label, and 7 cells are lost with it. It is taken out where it is a mark, a unit, or tells what the row
is by the law; what may make another row of it (含结转, 仅本级, 2件为上年的) stays, and leaves the row unread.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import FRAME
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS

__all__ = ["without_notes_of_rows"]

_OPENS, _CLOSES = "(\\[【〔", ")\\]】〕"
# Behind a note its cell ends, a number begins, or the next label's numbering.
_NOTE = expression(rf"[{_OPENS}](?P<said>[^{_OPENS}{_CLOSES}|\t]{{1,80}})[{_CLOSES}](?=[\s|]|[-/]?\d|\Z)")
_MARK = expression(
    r"(?:详?见|参见)?(?:附?[注表件录]|注[释解]?|[备脚附]注|(?:填[表报])?说明|下[表文]|[文表][末后])[一二三四五六七八九十\d\u2460-\u2473*]{0,2}"
    r"|(?:单位[:]?)?[件宗]|(?:件|宗)数|\*{1,3}"
)
_CITED = expression(r"\d{1,2}")  # only in square brackets: (1) may be the next row's
_OF_LAW = expression(r"第[一二三四五六七八九十\d]{1,4}[条款项]")
_LISTED = expression(r"[\u3400-\u9fff]{2,12}(?:、[\u3400-\u9fff]{2,12})+(?:等(?:信息|资料|内容|情形|文件)?)?")
_OPENING = expression(r"(?:(?:备?注|说明)\d?[:、.,]?|含|包[括含]|[是系即]?指|即|例?如|依据|根据|按照?|参照|适用)")
# What a note may not say: another year's, a part's, what is left out or added, that a number is none.
_OTHERWISE = expression(
    r"[\d?\ufffd]|[上去往前历]一?年|年前|以前|累计|以来|年度?(?:底|末|初)|季|半年|月|同期|同比"
    r"|结转|不含|不包|不计|不列|不在|未[列计纳含]|除|仅|只|另|其中|部分|撤[回销]|重复|合并|多次|一并|拟|计划|预|估|约|暂|更正|应为|有误|错|截[至止]"
    # By one channel, of other bodies, in persons, or only what was accepted: 本年新收(网络、信函), 属于国家秘密(教育局、卫健局), (按人统计).
    r"|当面|现场|窗口|网[络上站]|线[上下]|平台|(?<!磋商)信[函件]|信箱|来信|传真|邮[件寄箱]|电子|口头|书面|局|厅|委员会|法院|检察院|公司|按(?:人|批|户|申请人)|批次|人[次数]|受理|有效"
    r"|[所下直]属|直管|乡镇|街道|[市县区]级|各(?:部门|单位|地|县|区|市|乡|镇)|全[省市州县区旗]|本?年新|转[来办交送]|咨询|复议|诉讼|比例|[率%]"
)
_DECLARES_WHOLE = expression(
    "(?:含|包[括含])(?:[市县区]?本级|(?:所|下|直)属(?:部门|单位|机构)?|各?(?:乡镇|街道|部门|单位)|[和及、])+"
)
_QUOTES = "\u201d\"'\u2019\u300d\u300f"  # 危及\u201c三安全一稳定\u201d(注1)
_BEFORE, _SPACES = 120, " \n"  # characters before a note in which its label stands
# What the form prints behind 部分公开, and some pages behind 予以公开 above it as well.
_OF_FORM, _FULL, _PARTLY, _NEAR = expression("区分处理的?(?:,只计这一情形(?:,不计其他情形)?)?"), "予以公开", "部分公开", 200


@cache
def _labels() -> tuple[str, ...]:
    """Return the labels of table three's rows and groups, squeezed, the longest first."""
    rows = [row for key in ("2021", "2019") for row in FORMS[key].tables[1].rows]
    words = {squeeze_label(word) for row in rows for word in (row.label, *row.spellings)}
    words |= {squeeze_label(word) for word in (*OUTCOME_GROUPS.values(), *FRAME["requests"])}
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _last_characters() -> frozenset[str]:
    """Return what may stand right before a note: few of a page's brackets stand behind it."""
    return frozenset(word[-1] for word in _labels()) | set(_QUOTES)


@cache
def _stems() -> frozenset[str]:
    """Return what tells one row from the others wherever it is named."""
    return frozenset(word for word in _labels() if len(word) > 3)


def without_notes_of_rows(folded: str) -> str:
    """Return the page's text with the notes behind table three's labels as spaces, where they leave each label its row."""
    text = _without_last_notes(folded)
    return text if text == folded else _without_last_notes(text)  # 予以公开(区分处理的)(注1)


def _without_last_notes(folded: str) -> str:
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for note in _NOTE.finditer(folded):
        if word := _label_before(folded, note.start()):
            found[word].append(note)
    pieces: list[str] = []
    at = 0
    told = [note for word, notes in found.items() if _may_go(word, notes) for note in notes]
    for note in sorted(told, key=re.Match.start):
        label = folded[at : note.start()].rstrip(_SPACES)  # a break before the note would end the label's line
        pieces += label, " " * (note.end() - at - len(label))
        at = note.end()
    return "".join([*pieces, folded[at:]]) if pieces else folded


def _label_before(folded: str, end: int) -> str:
    """Return the label that ends where a note begins; empty: none does."""
    before = folded[max(0, end - _BEFORE) : end].rstrip(_SPACES)
    if before[-1:] not in _last_characters():
        return ""
    before = squeeze_label(before)
    return next((word for word in _labels() if before.endswith(word)), "")


def _may_go(word: str, notes: list[re.Match[str]]) -> bool:
    """Tell whether all notes behind one label say the same, and nothing that makes another row of it."""
    said = {squeeze_label(note["said"]) for note in notes}
    if len(said) > 1:
        return False
    if word == _FULL and all(_OF_FORM.fullmatch(words) for words in said):
        return all(_PARTLY in note.string[note.end() : note.end() + _NEAR] for note in notes)
    return _leaves_row(word, *said, is_square=notes[0][0][0] in "[【〔")


def _leaves_row(word: str, said: str, *, is_square: bool) -> bool:
    if _MARK.fullmatch(said) or (is_square and _CITED.fullmatch(said)):
        return True
    rest = _DECLARES_WHOLE.sub("", _OF_LAW.sub("", said))
    if _OTHERWISE.search(rest) or any(stem in rest for stem in _stems() if stem not in word):
        return False
    return _OPENING.match(said) is not None or _OF_LAW.search(said) is not None or _LISTED.fullmatch(said) is not None

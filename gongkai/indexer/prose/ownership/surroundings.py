"""What do the lines and sentences above set: another year, a plan, a part of the year, another body?

（二）2016年工作打算 / 主动公开政府信息500条 is no number of 2015, 县国土局高度重视。收到申请42件 none of the county's. What is set
holds to the end of its line, and below a heading up to the next one of its rank, until the report's own year or agency is named.
"""

from __future__ import annotations

import re
from collections.abc import Set
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import acts_for_itself, begins_with_another, without_lead
from gongkai.indexer.prose.ownership.doers import tells_of_our_place
from gongkai.indexer.prose.ownership.parts_above import heads_a_part, is_reported_by_parts, sets_a_task, tells_of_parts
from gongkai.indexer.prose.ownership.principles import tells_of_a_drill
from gongkai.indexer.prose.ownership.spans import opens_with_years, spans_years
from gongkai.indexer.prose.ownership.subjects import is_of_part
from gongkai.indexer.prose.ownership.vocabulary import YEAR_OF_ACCOUNT, without_whole_year

__all__ = ["Line", "Part", "Said", "Surroundings"]


class Part(Enum):
    """What is set."""

    YEAR = auto()  # other years, what is planned or asked for
    PART = auto()  # a part of the year
    BODY = auto()  # somebody else
    FIELD = auto()  # a field of work, to the items published


_NUMBERING = expression(
    r"(?=[一二三四五六七八九十第(\d▲△★☆◆◇●○■□※①-⑳-])"  # most lines and sentences begin with none of them
    r"(?:(?P<a>[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分)|(?P<b>\([一二三四五六七八九十]{1,3}\))|(?P<c>\d{1,2}[.、](?!\d))|(?P<d>\(\d{1,2}\))|(?P<e>-{2,}|[▲△★☆◆◇●○■□※①-⑳]))"
)
# 一是县教育局。 is a title, too; 一是加强领导。 tells what was done.
_COUNTED_OFF = expression(
    r"(?:[一二三四五六七八九十]{1,2}是|其[一二三四五六]是?|(?:首先|其次|再次|最后)是?|[先再][看说])[:,]?"
    r"(?![建设]|[成创]立|组[建织]|加强|强化|打造|依托|明确)(?=[^,:;。]{0,20}(?:[局委厅院所站队镇乡村校办]|委员会|街道|办事处|中心|公司|单位|部门|(?:乡镇|街道|单位|部门|学校|社区)情况)[。:]?$)"
)
_RANKS = {"a": 0, "b": 1, "c": 2, "d": 3, "e": 4}
_NO_RANK = 5
_LONGEST_HEADING, _LONGEST_TITLE, _LONGEST_ITEM = 30, 20, 60  # characters of a line, a first sentence, a line of a list
_COUNTS = expression(r"\d[件条次份期个篇人名万元]")
_DOCUMENT = expression("《[^》]*》")
_YEARS = expression(r"(20\d\d)年")
_RANGE = expression(r"20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?起?[至到-]+20\d\d年")
_MONTH = r"(?:[1-9]|1[0-2])月(?!度)"
_FIRST_YEAR = expression(
    r"(?:自|从|截[至止]到?|回顾|回头看|回首|盘点)?(20\d\d)年(?![^,]{0,14}(?:基础|相比|要点|会议|文件|《|[较比]))(?:度?工作)?(?P<month>(?:[1-9]|1[0-2])月(?!(?:份|\d{1,2}日)?起))?"
)
_SEVERAL_YEARS = expression(r"20\d\d年?度?(?:[至到]|-+|[—–~]+)20\d\d年度?,")
_COMING = expression(r"(?:补充说明|附:?(?:上一?年度?|去年)|下一步|明年|来年|下一?个?年度?|今后)(?!级)")
_SINCE = expression(r"(?:自|从)[^,。;]{2,24}(?:以来|起),|[两二三四五六七八九十]年来,|近[两二三四五六七八九十\d]{1,2}年")
_LAST_YEAR = expression(
    r"(?:[首先]{0,2}(?:回顾|回望|总结)(?:了|一下)?)?(?:去年|前年|上一?年度?)"
    r"(?:,|[是属堪](?!否)|的?(?:工作)?$|[我本][局委厅办院镇乡县市区]|(?:[1-9]|1[0-2])月|[上下]半年)(?!.*今年)"
)
_FIRST_PART = expression(
    rf"在?[^,。;]{{2,24}}(?:检查|抽查|评估|活动|行动)(?:期间|中),|(?:20\d\d年度?|今年|本年度?)?(?:[上下]半年|第?[一二三四1-4]季度)|(?:20\d\d年?度?|[今本]年?度?)?{YEAR_OF_ACCOUNT}|(?:今年|本年度?)?(?:截[至止]到?(?:[1-9]|1[01])月|{_MONTH}(?:份|底|初|\d{{1,2}}日)?)"
)
# In a heading, wherever it stands.
_OF_OTHER_YEARS = expression(
    r"历年|以来|累计|上一?年|去年|往年|下一?年|下一步|打算|设想|明年|工作计划|今后|努力方向|(?:目标|任务)(?:[是为]|如下)?:?$"
)
_OF_A_PART = expression(
    rf"半年|季度|{YEAR_OF_ACCOUNT}|(?<!\d){_MONTH}|(?:网[上络]|信函|邮[寄件]|当面|现场|传真|书面|公民|法人|企业|个人)[^,。;]{{0,4}}申请|^公民(?:个人)?$"
)
_NAMES_A_BODY = expression(
    r"(?:如|例如)?(?P<body>[\u4e00-\u9fff]{1,12}(?:(?<![格布结当全])局|厅|委员会|(?<!乡)镇|(?<!镇)乡|街道|办事处"
    r"|[大支中总]队|分局|派出所|(?<![局委厅办院府])所|(?<!网)站|中心|[医法]院|[科股](?!技)|公司|学校|(?<!农)村)):?"
)
_EVERYBODY = expression(r"全[省市州区县旗盟](?:各|所有|有关)?[\u4e00-\u9fff、]{0,8}(?:部门|单位|机关|乡镇|街道):?")
_PARTS_OF_ALL = expression(
    r"(?:(?:各|下属|所属)*(?:乡镇|部门|街道|单位|科室)|[省市县区州旗](?:本级|直部门|直单位))(?:(?:公开|工作)?情况(?:如下)?|工作)?:?"
)
_WHOLE_PLACE = expression(r"(?:.*,)?全(?P<place>[国省市州区县旗盟])(?:(?:政府)?信息公开|公开)?(?:工作)?情况(?:如下)?:?")
_PRACTICE = expression(r"[省市县区州旗][\u4e00-\u9fff]{1,12}(?:局|厅|委员会)的?(?:做法|经验)")
# 县国土局高度重视, 县第一小学在校务公开中走在前列; 全县中小学招生平稳 tells of no school's doings.
_BODY_FIRST = expression(
    r"(?:例如|比如|如)?,?(?P<body>[省市县区州旗](?:[\u4e00-\u9fff]{1,12}?(?:(?<![格布结当全])局|厅|委员会)"
    r"|[\u4e00-\u9fff]{0,8}?(?:[一二三四五六七八九十]中(?![心央])|(?:(?<!中)小|中)学(?![生校招]|[、和及]小学|教[师育])|幼儿园)))"
)
# 先进典型:交通局; 申请最集中的是区征收办, 较多的部门依次为:县教育局: what follows is that body's.
_POINTED_OUT = expression(
    r"(?:[^,。;:]{0,8}(?:先进|典型|标兵|榜样|示范)[^,。;:]{0,6}[:是为]|[^,。;:]{0,12}[最较][^,。;:是为]{1,10}的?[是为]:?)(?P<body>[\u4e00-\u9fff]{2,14})"
)
_GIVEN = expression(
    r"将全(?P<place>[省市县区州旗])(?![^,。;]{0,6}系统)[^,。;]{0,8}(?:情况|数[据字])[^,。;]{0,4}(?:公布(?!如下)|通报|列出|列示|附[后上])"
)
_ABOVE_ALL = expression(
    r"(?:20\d\d年度?,?)?(?:全(?P<place>[国省市州区县旗盟])|(?P<of>[省市县区州旗])(?:委|政府|人民政府)(?!信息|[办工]|网|[及和]))"
)
_LOOKED_BACK = expression(r"[^,。;:]{0,6}(?:对[照比]|回顾|回看|上一?年|去年|往年)[^,。;:]{0,4}:(20\d\d)年")
_REPORTED = expression(r"据[^,]{2,16}通报")
_THIS_YEAR, _ALL_YEAR = expression(r"本年度?(?!级)|今年|当年"), expression("全年|年内|一年来")
_OWN = expression(r"[我本](?!年|次|级|着)[\u4e00-\u9fff]")


class Said:
    """What a sentence ends of all that is set where it stands, and what it sets itself; found out where anybody asks."""

    def __init__(self, above: Surroundings, text: str) -> None:
        self._above = above
        self._numbered = numbered = _NUMBERING.match(text) or _COUNTED_OFF.match(text)
        self._text = text[numbered.end() :] if numbered else text

    @cached_property
    def ended(self) -> Set[Part]:
        """Return what it ends."""
        return self._above.ends(self._text)

    @cached_property
    def found(self) -> Set[Part]:
        """Return what it sets for the sentences behind it on its line."""
        is_title = (
            self._numbered is not None and len(self._text) <= _LONGEST_TITLE and "," not in self._text and ":" not in self._text
        )
        return self._above.sets(self._text, heading=is_title)


class Line(NamedTuple):
    """A line of the page without its spaces: its rank, whether all of it is a heading, and the words and rank of one it ends with."""

    text: str
    rank: int
    is_heading: bool
    heading: str | None
    heading_rank: int

    @classmethod
    def of(cls, text: str) -> Line:
        """Take a line apart, once for all that is set above."""
        first = _NUMBERING.match(text)
        is_heading = len(text) <= _LONGEST_HEADING and "。" not in text and ";" not in text and not _COUNTS.search(text)
        last = text.rpartition("。")[2]  # a heading may be glued to the line above
        numbered = first if len(last) == len(text) else _NUMBERING.match(last)
        if is_heading or (numbered and len(last) <= _LONGEST_TITLE and not _COUNTS.search(last)):
            return cls(text, _rank(first), is_heading, last[numbered.end() if numbered else 0 :], _rank(numbered))
        return cls(text, _rank(first), is_heading, None, _NO_RANK)


class Surroundings:
    """What is set where the sentences of a section stand, told line by line and sentence by sentence."""

    def __init__(self, year: int | None, scope: str | None, agency: str | None, place: str | None) -> None:
        self._year, self._scope, self._agency, self._place = year, scope, agency, place
        self._head: Set[Part] = frozenset()  # by the heading above
        self._rank = self._next_rank = _NO_RANK
        self._coming: tuple[Set[Part], int] | None = None  # by this line for those below, and its rank
        self._line: Set[Part] = frozenset()  # by the sentences before on the line
        self._before: Said | None = None  # the last of them, not yet asked what it sets
        self._is_heading = self._below = self._is_list = False

    @property
    def is_set(self) -> bool:
        """Tell whether anything is set by the heading above."""
        return bool(self._head)

    def begin_line(self, line: Line) -> None:
        """Begin a line of the page: it ends what a heading of its rank or below set."""
        if self._coming:
            self._head, self._rank, self._below = *self._coming, False
        if self._head and self._ends_head(line.rank, line.text):
            self._head = frozenset()
        self._line, self._before, self._coming, self._is_heading = frozenset(), None, None, line.is_heading
        if line.heading is not None:
            found = self.sets(line.heading, heading=True)
            self._coming = (found, line.heading_rank) if found else None

    def _ends_head(self, rank: int, line: str) -> bool:
        """Tell whether a line of a rank ends the heading: of one without a number only the line or the list below is."""
        if self._rank < _NO_RANK:
            return rank <= self._rank
        is_item = len(line) <= _LONGEST_ITEM and "。" not in line
        if not self._below:
            self._below, self._next_rank, self._is_list = True, rank, is_item and rank == _NO_RANK
            return False
        return not self._is_list if rank == _NO_RANK and is_item else rank == _NO_RANK or rank != self._next_rank

    def is_apart(self, said: Said) -> bool:
        """Tell whether the next sentence of the line stands below what was set, and keep what it sets itself; a heading is no sentence."""
        if self._is_heading:
            return False
        if self._before:
            self._line |= self._before.found
        self._before = said
        if self._line or self._head:
            self._line, self._head = self._line - said.ended, self._head - said.ended
        return bool(self._line or self._head)

    def ends(self, text: str) -> set[Part]:
        """Return what the sentence ends: it names the report's year, all of it, or whose report it is."""
        ended: set[Part] = set()
        own_year = self._year is not None and f"{self._year}年" in text
        told = "年" in text  # each of the words has it
        if own_year or (told and _THIS_YEAR.search(text)):
            ended = {Part.YEAR, Part.PART}
        elif told and _ALL_YEAR.search(text):
            ended = {Part.PART}
        counted = _COUNTS.search(text)  # 举办培训班3次,我局派2人: the first may be the other's yet
        text = text[: counted.start()] if counted else text
        if _OWN.search(text) or (self._agency and self._agency in text) or f"全{self._place or '-'}" in text:
            ended.add(Part.BODY)
        return ended

    def sets(self, text: str, *, heading: bool) -> set[Part]:
        """Return what a sentence sets for those behind it, a heading for what is below."""
        found: set[Part] = set()
        bare = _DOCUMENT.sub("", text) if "《" in text else text
        years = _YEARS.findall(bare) if heading else []
        own = str(self._year or "")
        if own and set(years) - {own} and (own not in years or _RANGE.search(bare)):
            found.add(Part.YEAR)
        bare = without_whole_year(bare)
        if self._heads_other_years(bare) if heading else self._is_of_other_years(text):
            found.add(Part.YEAR)
        first = _FIRST_YEAR.match(bare) if "20" in bare else None
        in_own_year = bool(first and first["month"] and int(first[1]) == self._year)
        if _OF_A_PART.search(bare) if heading else (in_own_year or _FIRST_PART.match(bare)):
            found.add(Part.PART)
        if not heading and (sets_a_task(text) or tells_of_a_drill(text)):
            found.add(Part.BODY)
        return found | ({Part.BODY} if self._names_another(text, heading=heading) else set())

    def _heads_other_years(self, heading: str) -> bool:
        """Tell whether a heading names other years, and not what was done as well."""
        others = _OF_OTHER_YEARS.search(heading) or spans_years(heading, self._year)
        return bool(others) and not _is_of_work(heading)

    def _is_of_other_years(self, text: str) -> bool:
        """Tell whether a sentence begins with another year, one to come, or all of some years."""
        if _COMING.match(text):
            return True
        if _SEVERAL_YEARS.match(text):
            return True  # 2012年至2014年,…;收到申请9件
        if self._year is not None and f"{self._year}年" in text:
            return False
        first = (_FIRST_YEAR.match(text) or _LOOKED_BACK.match(text)) if "20" in text else None
        other = first and self._year and int(first[1]) != self._year
        return bool(other or _SINCE.match(text) or _LAST_YEAR.match(text) or opens_with_years(text))

    def _names_another(self, text: str, *, heading: bool) -> bool:
        """Tell whether the sentence begins with another body, or the heading is its name."""
        of_one = self._scope not in (None, "government_consolidated")  # whose parts' numbers are not its own
        if of_one and not heading and is_reported_by_parts(text):
            return True
        if of_one and not heading and tells_of_our_place(text, self._scope, self._agency, self._place):
            return True
        if self._scope is None or _OWN.search(text):
            return False
        if heading:
            if self._scope != "government_consolidated" and _EVERYBODY.fullmatch(text):
                return True
            whole = _WHOLE_PLACE.fullmatch(text)
            if whole and (whole["place"] != self._place or self._scope != "government_consolidated"):
                return True
            if _PARTS_OF_ALL.fullmatch(text) or heads_a_part(text) or _PRACTICE.search(text):
                return True
            body = _NAMES_A_BODY.fullmatch(text)
            return body is not None and self._is_other(body["body"])
        if _REPORTED.match(text):
            return True
        above = _ABOVE_ALL.match(text)
        if above and (above["place"] or above["of"]) != self._place:
            return True
        text = without_lead(text)
        given = _GIVEN.search(text) if of_one and "将全" in text else None
        if (given and given["place"] != self._place) or (of_one and tells_of_parts(text)):
            return True
        first = _BODY_FIRST.match(text) or _POINTED_OUT.fullmatch(text)
        if self._scope == "agency" and acts_for_itself(text, self._agency):
            return True
        return (first is not None and self._is_other(first["body"])) or begins_with_another(text, self._scope, self._agency)

    def _is_other(self, body: str) -> bool:
        return is_of_part(body, len(body), self._scope, self._agency)


def _rank(numbered: re.Match[str] | None) -> int:
    return _RANKS[numbered.lastgroup] if numbered and numbered.lastgroup else _NO_RANK


def _is_of_work(text: str) -> bool:
    """Tell whether a heading names what was done as well: 2014年工作情况和下一步打算, 目标完成情况."""
    return re.search("情况.*打算|完成|落实情况|[和及与]", text) is not None

"""Which sentences of sections one to four may state a number, and of whom and when does each speak?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import is_own, without_own_name
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.claimed import Claim, Kind
from gongkai.indexer.prose.measures.added import adds, is_added_to
from gongkai.indexer.prose.ownership.behind import doer_behind, is_denied_behind, is_set_apart, qualifiers, shares_behind
from gongkai.indexer.prose.ownership.doers import is_of_somebody
from gongkai.indexer.prose.ownership.parts_above import is_told_by_others
from gongkai.indexer.prose.ownership.principles import is_of_a_rule
from gongkai.indexer.prose.ownership.some_denied import denies_some_only
from gongkai.indexer.prose.ownership.spans import spans_years
from gongkai.indexer.prose.ownership.stocks import is_stock
from gongkai.indexer.prose.ownership.subjects import is_inner_section, is_of_part, names_a_part
from gongkai.indexer.prose.ownership.vocabulary import ALL_OF_IT, last_clause, without_whole_year
from gongkai.indexer.prose.ownership.year_words import with_plain_years
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES

__all__ = ["CLAIMED", "MAY_CLAIM", "OF_REQUESTS", "Sentence"]


# Not how many there were in the year: of a day or a member of staff, of a plan, or a bound.
_NOT_THE_TOTAL = expression(
    r"[日月周季年人户]均(?!已|按|在|予|未|无|没|为0)|平均|每(?:[天日月周季年个人]|件(?!申请|事项)|一?工作日)|[单当][日天月](?!面)|预计|计划(?!生育)|明年|来年|至少|起码|至多"
    r"|(?<![\d至到止])年末|(?<![至到止])(?<!\d)20\d\d年末|第[一二三四五六七八九十\d]{1,3}批|(?<![十二三\d])一(?:[天日]|周(?!年))|[天日周]内|(?<![告计度日年月作述此])期间|任期|年初(?![至到])|年底前|节前|春节|国庆|节假日|双休日|周末|高峰[期时]|力争|争取|确保"
    r"|不[少低超多][于过]|目标(?![^,]*[我本][局委厅办院处镇乡县市区州旗])"
)
# What stands right before says that it is no exact number, a difference, or what others did: 约收到5件, 少收到5件, 督促公开52条.
_ROUND_OR_OTHERS = expression(
    "(?:演练(?:活动)?[中里]?|假[设定]|理论上|本应|本周|超过|不[到足]|(?<![最附接将])近|(?<![按照据务])承诺|受[^,。;我本]{2,10}委托|协助[^,。;]{2,12}(?:办理|处理|答复|应诉)(?:政府信息公开|行政)*|(?<![按照》据依])规定|大?约|[将接]近|(?<![减不至])少|转发|督促|参与|验收|系统内|通报了|(?:指导|审核|督办|督导|帮助|协助|抽查|检查(?!站|所)|监督(?!管理|检验|[站所局]|中心)|联系|带动|引导|帮扶|代理?|(?<![作成称列认])[为替给])(?!我|本|民|群众|公众|社会)"
    "(?:各?[乡镇村站所]{1,2}|各?[\u4e00-\u9fff]{1,8}(?<![我本])(?:[镇乡村社街园场]|社区|街道|单位|部门|学校|医院|企业|基层|分局|[县市区省](?:政府|委|局)|政府(?:办公[室厅]|办)?|林场))"
    "|(?:抽[查取检]|暗访|巡查|调[阅取]|核查|评查|随机[检选][查取])了?[我本][局委厅办院镇乡县市区校])$"
)
_BY_WHOM = expression(
    "由(?P<body>[\u4e00-\u9fff]{0,8}[省市县区州旗乡镇](?:[\u4e00-\u9fff]{1,10}局|人民政府|政府(?:办公[室厅]|办)?))$"
)
_COMPARED = expression(r"较|比上|比去|比20|相比|同比|增[长加]|下降|减少")
_YEAR = expression(r"(20\d\d)年")
_SUMMED_UP = expression(r"截[至止].*累计|^(?!.*(?:20\d\d|全|今|本|[一1])年|.*年[度内初]).*累计")
_TO_COUNT = expression(r"[^\d,。;(]*")
# 98件(其中2023年82件,2024年16件), 98件,今年16件; what 结转 or 新收 tells apart is of this year.
_ITS_OWN_YEAR = rf"(?:20\d\d年度?|今年|本年度?|当年){ALL_OF_IT}*[有了]?"
_BY_YEARS = expression(
    rf"^[^。;]{{0,60}}(?:其中|[(]|包括|包含|含)[:,]?(?:补[发录登报])?{_ITS_OWN_YEAR}(?:补[发录登报]的?)?\d|^[^。;]{{0,60}},[今本当]年度?\d+[{COUNTERS}](?=[,。;]|$)"
    rf"|^(?:[一总共合累]?[共计])*(?P<did>主动公开|收到|受理|接到|发生)[^,。;\d]{{0,20}}\d+[{COUNTERS}][,、](?:(?P<year>20\d\d)|[今本当])年度?(?:共计?|新增)?"
    rf"(?P=did){ALL_OF_IT}*\d+[{COUNTERS}]"
)
_OF_THE_YEAR = expression("全年|[今本]年度?|20\\d\\d年")
_HAPPENED_AND_CARRIED = expression(  # 2件,其中当年发生1件,上年结转1件: the year had both
    rf"[^,。;]{{0,20}},其中[:,]?[今本当]年度?发生(?:行政|复议|诉讼)*\d+[{COUNTERS}],上一?年度?结转\d+[{COUNTERS}]"
)
_BEFORE_OR_AFTER = expression("年?度?(?:[以之][前后]|[前后](?=[,主未没收公共无我本]|$))")  # 2014年以前收到12件: of other years
# 2件,经更正为3件, 收到2件应为收到3件
_CORRECTED = expression(
    rf"(?:更正|订正|修正|核实|核减|核增|[改应])为\d+[{COUNTERS}]|(?:更正|订正|修正|[改应])为(?:主动公开|收到|受理)[^,。;\d]{{0,16}}\d+[{COUNTERS}]"
    r"|[,(](?:实际)?[应实][为是]\d+(?=[,。;)]|$)|[,(](?:该|两)?(?:数[据字量]|统计)(?:不一致|不符|有出入)|[,(]正在核[实查对]"
)
_WIDE = expression(r"全[省市州区县旗盟镇]|全系统|各[单部地县区市镇乡级职街]")
# Of any body that is called otherwise it is known whose it is not.
_GOVERNS = expression("(?:政府|行署|公署|管委会|委员会|区公所|[省市州县区旗盟镇乡]|街道|办事处)$")
_TOWN, _OWN_TOWN = (
    expression("镇(?:人民政府|政府)?$"),
    expression(
        r"全镇(?:(?:20\d\d|[本全今])年度?)?(?=共(?!有\d)|[均都已也全]|收到|受理|接到|新|主动|累计|总共|一共|合计|(?:政府)?信息公开|依申请|因|被|发生|产生|引发|未|没有|无|,|$)"
    ),
)
_WHOLE_PLACE = expression(
    r"全([省市州区县旗盟镇乡])(?:(?:20\d\d|[本全今])年度?)?(?=$|各|共|收|受|接|主动|累计|未|没|无|新|因|行政|依|发生|被|公开|制作|党政|数|情况|统计|汇总)"
)
_SEEN_FROM = expression("全([省市州区县旗盟])(?:范围内?|情况)?(?:来看|看|而言|来说),")
_OF_PLACE = expression("([省市州区县旗盟])(?:人民政府|政府|行政公署|行署|管委会|管理委员会|$)")
_NARROW = expression(
    r"本级|机关|办公[室厅]|我[局委厅办院处]|[局委厅](?=共|收|受|新|接|全年|本年|$)"
    r"|[省市州县区旗](?:人民)?政府(?:及其|所属|各|部门|机构|单位|乡镇|街道|政府|[和与、])*(?=共|收|受|新|接|全年|本年|$)"
)
# A sentence of the government and its bureaus alone, whatever its later clauses leave out.
_OF_GOVERNMENT = expression(r"(?:(?:20\d\d|本|全)年度?,?)?[^,]{0,8}?政府(?:及其|所属)(?:工作)?(?:部门|机构)")
_OF_ALL = expression(r"全[省市县区州旗局镇乡]|[我本][^年日次级期人]|(?<!公)共(?![和同享])|总计|合计|总数")
_SAYS_WHOSE = expression("(?:20\\d\\d年度?|[本全]年度?)?(?:[我本][局委厅办院处校所站中单镇乡街]|全[局委厅院镇乡])")
_WE = expression(
    "(?:20\\d\\d年度?|[本全]年度?|其中)?[我本](?:局|委|厅|办|院|镇|乡|街道?|机关|单位|部门)(?![\u4e00-\u9fff]{0,4}(?:单位|部门|机构|[科股]室))"
)
_NARROW_WORDS = expression("机关|本级|本部")
# 我局 beside 下属单位收到20件 may be the rest of them: it is the whole where it says 我局及下属单位, 全局 or 共计.
# 全县46个单位 and 全县各部门 beside 乡镇收到20件 may leave those out.
_OWN_SHARE = expression(
    r"全[省市县区州旗](?:\d+多?[个家]|各(?!.*[乡镇街]))|[我本][局委厅办院处校所站中单部]"
    r"(?!.*(?:[及和与、]|共计|总计|合计|总数|全[省市县区州旗局镇乡系]))"
)
# Another agency's number, 县公安局收到20件 in a bureau's report, is no part of 我局's.
_OTHERS = expression(
    r"(?!.*(?:下属|所属|直属|二级|基层|分局))(?:.*[^省市县区州旗])?[省市县区州旗][\u4e00-\u9fff]{1,12}(?:局|厅|委|办|院|委员会)"
)

OF_REQUESTS = ("requests", "review")
MAY_CLAIM = expression(rf"[{COUNTERS}]|\d项|为[零0]|率|办结|答复|回复|未|没有|无|不存在")
"""One of these is in each sentence that claims anything."""
CLAIMED = expression("申请|收|[转延]|继续|答复|办结|回复|办理完|复议|诉讼")
"""And one of these, which say of what: requests received, carried, closed, or contested."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its spaces; `start` and `end` are where it stands in the section.

    `on_topic` tells that its line speaks of requests for information, `year` and `scope` are the report's; `apart` that
    what stands above it, or a note below, tells of another time or body, or of what is planned. `behind` is what its line says
    next, `after` the next sentence where that tells how many came new, or more than it; `of_field` tells of a field or topic above.
    """

    text: str
    section: str
    start: int
    end: int
    on_topic: bool
    year: int | None
    scope: str | None
    agency: str | None = None
    apart: bool = False
    after: str = ""
    of_field: bool = False
    behind: str = ""
    _parts: dict[int, bool] = field(default_factory=dict, init=False, repr=False, compare=False)  # asked of before

    def claim(self, kind: Kind, value: int, *, at: int = 0, handled: bool = False, included: int = 0) -> Claim:
        """Return a claim of this sentence; what it counts begins `at`."""
        clause, of_part = self.clause(at), self.is_of_part(at)
        said = clause + self.text[at : at + 12]
        of_all = _OF_ALL.search(said) is not None and not _NARROW_WORDS.search(clause)
        of_share, of_other = _OWN_SHARE.search(said) is not None, of_part and _OTHERS.match(clause) is not None
        span = (self.start, self.end)
        return Claim(kind, value, self.section, *span, handled, included, of_all, of_share, of_part, of_other)

    @property
    def may_claim(self) -> bool:
        """Tell whether it has the words that claims need."""
        of_topic = self.of_field and self.section in OF_REQUESTS
        return self.on_topic and not (self.apart or of_topic) and bool(MAY_CLAIM.search(self.text) and CLAIMED.search(self.text))

    def clause(self, end: int) -> str:
        """Return what the clause says that goes on at `end`, up to there."""
        return last_clause(self.text, end)

    def speaks_of_all(self, end: int, parts: re.Pattern[str]) -> bool:
        """Tell whether the words before `end` speak of this year, this agency and, with none of `parts`, of everything."""
        return self.may_speak_of_all(end, parts) and not self.is_of_part(end)

    def may_speak_of_all(self, end: int, parts: re.Pattern[str]) -> bool:
        """Tell the same of all but the subject, which may be a part's."""
        if self.apart or is_set_apart(self.text, end):
            return False
        if denies_some_only(self.text, end) or is_of_a_rule(self.text, end):
            return False
        if self.scope not in (None, "government_consolidated") and is_told_by_others(self.text, end):
            return False
        if parts.search(without_own_name(without_whole_year(self.text[:end]), self.agency)) or _COMPARED.search(self.clause(end)):
            return False
        if _CORRECTED.search(self.text, end):
            return False
        if _NOT_THE_TOTAL.search(self.clause(end)) or _ROUND_OR_OTHERS.search(self.clause(end)):
            return False
        if is_stock(self.text, end, self.after) or is_added_to(self.text, end, adds(self.after)):
            return False
        if self._is_done_by_others(end):
            return False
        if is_denied_behind(self.text, end) or any(map(self.tells_otherwise, qualifiers(self.text, end))):
            return False
        return self.is_of_year(end) and self.is_of_agency(end) and not (self.is_of_years(end) or self._holds_others(end))

    def _is_done_by_others(self, end: int) -> bool:
        """Tell whether the words right before the number, 由县政府, or behind it say that another body, or its parts, did all of it."""
        by = _BY_WHOM.search(self.clause(end))
        doer = by["body"] if by else doer_behind(self.text, end)
        if doer is None:
            return False
        if self.scope == "government_consolidated" and (names_a_part(doer) or self._is_in_the_place(doer, end)):
            return False  # 均由各部门受理, 全县收到112件,均由县政府办公室受理: they are the county
        return not is_own(doer, self.scope, self.agency) or is_of_part(doer, len(doer), self.scope, self.agency)

    def _is_in_the_place(self, body: str, end: int) -> bool:
        """Tell whether a body is of the place of which the words before `end` say that the number is the whole one's."""
        return (
            self.place is not None and body.startswith(self.place) and _WHOLE_PLACE.findall(self.text[:end])[-1:] == [self.place]
        )

    def _holds_others(self, end: int) -> bool:
        """Tell whether the number behind `end` has another body's in it, unless 我局 has all of it or its parts add up."""
        if self.scope == "government_consolidated" or _SAYS_WHOSE.match(self.clause(end)):
            return False
        shares = shares_behind(self.text, end)
        if not shares:
            return False
        *parts, (_, whole) = shares
        adds_up = len(parts) > 1 and sum(n for _, n in parts) == whole
        inner = [n for who, n in parts if is_inner_section(who)]
        if sum(inner) > whole:
            return True
        others = (who for who, _ in parts if who and not is_inner_section(who))
        return not adds_up and any(is_of_part(who, len(who), self.scope, self.agency) for who in others)

    def tells_otherwise(self, words: str) -> bool:
        """Tell whether words said of a number tell of another time or body: 上半年, 全市, 县公安局."""
        said = replace(self, text=with_plain_years(words), apart=False, after="")
        return not said.speaks_of_all(len(said.text), AT_OTHER_TIMES)

    def is_of_years(self, end: int) -> bool:
        """Tell whether the words before `end`, or those that tell its parts, speak of more years than the report's."""
        before = self.text[:end]
        counted = before + _TO_COUNT.match(self.text, end).group()  # type: ignore[union-attr]
        return bool(
            spans_years(self.text[: end + 1], self.year) or _SUMMED_UP.search(counted) or self._has_another_of_the_year(end)
        )

    def _has_another_of_the_year(self, end: int) -> bool:
        """Tell whether the year's own number, of all of it, is told behind that which follows `end`."""
        other = _BY_YEARS.match(self.text[end:])
        if other is None or (other["year"] and int(other["year"]) != self.year):
            return False
        return not (_OF_THE_YEAR.search(self.text, 0, end) and _HAPPENED_AND_CARRIED.match(self.text, end))

    def is_of_year(self, end: int) -> bool:
        """Tell whether the words before `end` speak last of the report's year, or of none."""
        years = _YEAR.findall(without_whole_year(self.text[:end]))
        if not (self.year and years):
            return True
        last = list(_YEAR.finditer(self.text, 0, end))[-1]
        return int(years[-1]) == self.year and not _BEFORE_OR_AFTER.match(self.text[:end], last.end())

    def is_of_agency(self, end: int) -> bool:
        """Tell whether the words before `end` may speak of whose report it is: not 全县 in an office's, no office in a county's."""
        if self._is_body and is_of_somebody(self.clause(end), self.scope, self.agency, self.place):
            return False
        said = self.clause(end) if self._is_body and _WE.match(self.clause(end)) else self.text[:end]  # 全市45件,我局收到12件
        wide = _WIDE.search(_OWN_TOWN.sub("", said) if self._is_town else said) is not None
        if self.scope == "government_consolidated":
            clause = self.clause(end)
            places = _WHOLE_PLACE.findall(clause) or _SEEN_FROM.findall(self.text, 0, end)
            if places and self.place and places[-1] != self.place:
                return False  # 全市 is of the city that the county lies in, 全镇 of one of its towns
            # Of 全县收到9件,县政府收到5件 the second is the government's alone.
            own = _NARROW.search(clause) if wide else _NARROW.search(clause) or _OF_GOVERNMENT.match(self.text, 0, end)
            return own is None or _WIDE.search(clause) is not None
        return not (self._is_body and wide)

    @property
    def _is_body(self) -> bool:
        """Tell whether it is known who reports, by its scope or by a name that is no place's."""
        return self.scope is not None or (self.agency is not None and _GOVERNS.search(self.agency) is None)

    @property
    def place(self) -> str | None:
        """Return the last character of the place whose government or committee reports: 县, 市."""
        found = _OF_PLACE.search(self.agency or "")
        return found[1] if found else None

    @property
    def _is_town(self) -> bool:
        """Tell whether a town reports, whose own is what 全镇 has."""
        return self.agency is not None and _TOWN.search(self.agency) is not None

    def is_of_part(self, end: int) -> bool:
        """Tell whether the words before `end` name a part of the agency, or another body, as whose it is."""
        if end not in self._parts:
            self._parts[end] = is_of_part(self.text, end, self.scope, self.agency)
        return self._parts[end]

"""Does a line at a list of figures name another body or another time than the report: 填报单位:水政大队, 数据截至2016年9月30日, 全县…统计表?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.filled_by import is_filled_by_another
from gongkai.indexer.tables.ownership.whose import is_of_another_body, title_of, year_of_title

__all__ = ["is_of_another_place", "names_another_body", "names_another_time", "speaks_of_another"]

_NAME = r"[\u4e00-\u9fff]{3,24}?(?=填|统计|报送|日期|时间|审核|审批|负责|联系|制表|\(|:|,|20\d\d|$)"
_FILLED_BY = expression(
    rf"(?:(?:填[报表写制]|报送|上报|统计)单位(?:名称)?(?:\([^()]{{1,4}}\))?|^单位(?:名称)?(?:\([^()]{{1,4}}\))?):(?P<body>{_NAME})"
)
_ENDS = r"(?:局|委员会|镇|乡|街道|办事处|管委会|政府|厅|大队|支队|公司|中学|小学|学校|医院|中心|站|所)"
_SIGNED = expression(rf"\(?(?P<body>[\u4e00-\u9fff]{{2,16}}{_ENDS})(?:\((?:盖章|公章|章)\))?\)?")
_CAPTIONED = expression(
    rf"(?:附[件表]?\d*:)?(?P<body>[\u4e00-\u9fff]{{2,16}}{_ENDS})(?:20\d\d年度?)?政府信息公开(?:工作)?(?:情况)?统计表.*"
)
# Bodies below a bureau or a government; its own desk fills a list in for all of it: 甲县公安局指挥中心.
_BELOW_END = expression("(?:大队|支队|中队|公司|中学|小学|学校|医院|中心|站|所|馆)$")
_DESK = expression("[\u4e00-\u9fff]*?(?:局|委员会|厅|政府)")
_SUBORDINATE = expression("下属|所属|直属|二级单位")
_PLACES = "省市县区旗州盟"
_ABOVE_IT = expression(rf"(?P<place>[\u4e00-\u9fff]{{2,8}}?[{_PLACES}])(?P<rest>[^{_PLACES}]{{2,12}})")
_GOVERNMENT = expression("(?:人民)?政府$")

_WHOLE_PLACE = expression("全([国省市州区县旗盟])")
_UNTIL = expression(r"截[至止](?:时间|日期|到)*:?(?:(?P<year>20\d\d)年?)?(?P<month>\d{1,2})月")
_FIRST_MONTHS = expression(r"(?<!\d)1月?份?[-至到—~]+(?:[1-9]|1[01])月")
_YEARS = expression(r"(20\d\d)年?(?:度|\d{1,2}月(?:\d{1,2}日)?)?[-至到—~]+(20\d\d)年")
_SUMMED_UP = expression(
    r"(?:.*(?:情况|统计|汇总)表)?[(注:]*(?:历年|截[至止](?:20\d\d年)?(?:\d{1,2}月)?[底末]?)?累计(?:数据?|情况)?[).。]*"
)
_OF_A_PART = expression(
    r"[(]?(?:[注说备明:]{0,3})(?:(?:本|上)表|以上|上述|表中|所列)?(?:统计)?(?:数据|数)?[为系是]*(?:20\d\d年)?"
    r"(?:[上下]半年|第?[一二三四]季度|前三季度)的?(?:统计)?(?:数据?|情况)?[).。]*"
    r"|.{0,4}(?:类型|类别|周期|报别):(?:月|季|半年)度?报?表?"
)
# No numbers of what was done at all, or none that are final.
_NOT_YET = expression(
    r"[(注:]*(?:征求意见|送审|讨论)稿[).]*|[(注:]*(?:模拟|虚拟|测试|示例)数据[).]*|[(注:]*(?:20\d\d年度?)?计划数?[).]*"
)
_CAPTION = expression("(?:情况|统计|汇总)表")
_DECEMBER = 12
_OFFICE_OF = expression("(?:(?:人民)?政府|党政|综合|政务(?:公开)?|信息公开|办公[室厅]|办)+$")
_OWN_GOVERNMENT = r"(?:(?:人民)?政府)?(?:办事处)?(?:办公[室厅])?(?=20\d\d|政务|政府信息|信息|关于)"


def speaks_of_another(line: str, folded: str) -> bool:
    """Tell whether a line above a list, without its spaces, names another body, place or time than the report."""
    of_place = _CAPTION.search(line) is not None and is_of_another_place(line, folded)
    return of_place or names_another_body(line, folded) or names_another_time(line, folded)


def names_another_body(line: str, folded: str) -> bool:
    """Tell whether a line, without its spaces, says that another body filled the list in."""
    found = _FILLED_BY.search(line) or _SIGNED.fullmatch(line) or _CAPTIONED.fullmatch(line)
    if found is None:
        return False
    body, title = found["body"], title_of(folded)
    if not title or body in title or _is_its_office(body, title):
        return False
    if is_of_another_body(body, folded) or _SUBORDINATE.search(body):
        return True
    if (desk := _DESK.match(body)) and desk[0] in title:
        return False
    if (kind := _BELOW_END.search(body)) and kind[0] not in title:
        return True
    if _GOVERNMENT.search(body) and "政府" not in title.replace("政府信息", ""):
        return True
    if is_filled_by_another(line, folded):
        return True
    above = _ABOVE_IT.fullmatch(body)
    return above is not None and re.search(rf"{above['place']}[^{_PLACES}]{{1,6}}[{_PLACES}]{above['rest']}", title) is not None


def _is_its_office(body: str, title: str) -> bool:
    """Tell whether a body is the government, or an office of it, of the place whose report it is: 安平镇党政办, of 安平镇2016年…."""
    place = _OFFICE_OF.sub("", body)
    return bool(place) and re.search(rf"{re.escape(place)}{_OWN_GOVERNMENT}", title) is not None


def names_another_time(line: str, folded: str) -> bool:
    """Tell whether a line, without its spaces, says that the numbers are of a part of the year, of several, another or none."""
    year = year_of_title(folded)
    until = _UNTIL.search(line)
    if until and (until["year"] or year) == year and int(until["month"]) != _DECEMBER:
        return True
    if _FIRST_MONTHS.search(line) or any(said.fullmatch(line) for said in (_SUMMED_UP, _NOT_YET, _OF_A_PART)):
        return True
    years = _YEARS.search(line)
    return years is not None and bool(year) and not (years[1] == year == years[2]) and not _ends_soon(years, line, year)


def _ends_soon(years: re.Match[str], line: str, year: str) -> bool:
    """Tell whether a span is a year that somebody began or ended a month early: 2015年12月26日至2016年12月25日."""
    return years[2] == year and int(years[1]) == int(year) - 1 and "12月" in line[years.start() : years.end()]


def is_of_another_place(words: str, folded: str) -> bool:
    """Tell whether the words speak of a whole place that is not whose report it is: 全市 in a county's."""
    place = _WHOLE_PLACE.search(words)
    return place is not None and re.search(rf"{place[1]}(?:人民)?(?:政府)?(?:20|政务|政府信息|信息)", title_of(folded)) is None

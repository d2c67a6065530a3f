"""Does the sentence right above a table announce others' numbers or another time's: 其中:局属单位情况如下。 上一年情况如下。 驻地单位:?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.times import is_another_time
from gongkai.indexer.tables.ownership.whose import BODY, UNIT, is_of_another_body, year_of_title

__all__ = ["announces_others"]

_LONGEST = 40  # characters of such a sentence
_ENDS = expression(
    r"(?:的?(?:具体|基本|有关|相关|详细|统计|汇总)?(?:情况|数据|数字|统计))?(?:如下表?|[见如]下表|下表)(?:所示)?[:。]?$|(?:情况|数据)?:$"
)
_LEAD = expression(r"(?:其中|此外|另外|另|附)[:,]?|[(]?[一二三四五六七八九十\d]{1,2}[)、.]")
_TIME = expression(
    r"(?:上一?年|去年|前年|往年|历年)度?(?:同期)?|同期|近(?:[两二三四五六七八九十几]|\d{1,2})年来?|[两二三四五六七八九十几]年来|(?!今年|本年|年初|20)[^\n]{0,16}以来"
)
_YEAR = expression(r"(20\d\d)年度?(?:以来)?")
_OTHERS = expression(
    r"(?:[我本](?:[局委厅办院校镇乡县市区]|单位))?(?:全部|所有|各)?(?:"
    r"(?:下属|所属|下辖|直属|[局委厅院]属|二级|代管|托管|驻地|驻[省市县区镇]|垂管|[镇乡县市区]直|系统内|全系统|其[他它余]|兄弟)(?:各|的)?(?:事业|企业|企事业)?(?:单位|部门|机构|机关|学校|医院)?"
    r"|(?<=各)(?:乡镇|乡|镇|街道|村|社区|部门|单位|科室|股室|处室|县|区|市))"
)
_ONE = expression(rf"(?!各|全|[我本]){BODY}|(?!各|全|[我本]){UNIT}")


def announces_others(line: str, folded: str) -> bool:
    """Tell whether a line above a table, or the last sentence of one, says that what follows is others' or of another time."""
    said = line.rstrip("。").rpartition("。")[2] + ("。" if line.endswith("。") else "")
    end = _ENDS.search(said) if len(said) <= _LONGEST else None
    if end is None:
        return False
    what = said[: end.start()]
    while lead := _LEAD.match(what):
        what = what[lead.end() :]
    year = _YEAR.fullmatch(what)
    if year is not None:
        return bool(year_of_title(folded)) and year[1] != year_of_title(folded)
    if _TIME.fullmatch(what) or is_another_time(what, folded) or _OTHERS.fullmatch(what):
        return True
    return _ONE.fullmatch(what) is not None and is_of_another_body(what, folded)

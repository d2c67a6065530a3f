"""Does a note at a table say that it sums up another whole than the report's, or that its numbers stand corrected elsewhere?

以上数据为全国汇总数 in a county's report is another's; 全市汇总数据 is a city's own, with its whole tree. 更正数据见附件 leaves
a table whose numbers are no longer those that count.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.whose import agency_of_title

__all__ = ["is_of_another_whole"]

_LONGEST = 40  # characters
_LED = (
    r"[(*]*(?:[注说备明]{1,2}[:])?(?:以[上下]|上述|[本上下此该]表|表[中内])?(?:所列|统计)?(?:数据|数字|情况)?(?:均|都)?[为是系]?"
)
_WHOLE = expression(
    rf"{_LED}全(?P<of>[国省市州盟县旗区镇乡])(?:[\u3400-\u9fff]{{0,8}}系统|各[\u3400-\u9fff]{{1,8}})?的?"
    r"(?:数据?|(?:数据|统计)?(?:汇总|合计|总计|总数|累计)(?:统计)?(?:数据|数字|数|情况|结果)?)[)。]*"
)
_CORRECTED = expression(
    r"(?:更正|订正|修正|勘误|(?:数据|数字|统计)[^。;]{0,4}更新)[^。;]{0,10}(?:[详参请]*见|以)[^。;]{0,12}(?:附件|附表|附后|文末|链接|公告|下[表文])"
    r"|(?:数据|数字|本表|上表|以上)[^。;,]{0,6}以(?![本此]|上[述表]|实际|年报|年度)[^。;,]{1,12}为准|^[(]?以附[件表][^。;,]{0,4}为准"
    r"|(?:更正|最终|准确|正式)(?:后的?)?(?:数据|数字)[^。;,]{0,4}(?:另行|后续|待)"
)
_NATIONAL = expression("^(?:国家|国务院|中国|全国)(?!税务总局.)|(?<!省)部$|总署$")


def is_of_another_whole(line: str, folded: str) -> bool:
    """Tell whether a note says that a table sums up a country, a province or a place that is not who reports, or is corrected elsewhere."""
    said = "".join(line.split())
    if len(said) > _LONGEST:
        return False
    if _CORRECTED.search(said):
        return True
    whole = _WHOLE.fullmatch(said)
    agency = agency_of_title(folded) if whole else ""
    if whole is None or not agency:
        return False
    if whole["of"] == "国":
        return _NATIONAL.search(agency) is None
    if "系统" in said:
        return whole["of"] not in agency
    return re.search(rf"{whole['of']}(?:人民)?(?:政府)?$", agency) is None

"""Of which year does a page say that its report is? 编制了《甲局2015年…报告》(以下简称年报), 现将2022年度…报告如下."""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["AS_FOLLOWS", "CALLED_THIS", "PUT_OUT", "WRITTEN_REPORT", "written"]

# What a body wrote for the year, 我镇编写了《甲镇2020年度…报告》, over a period that was copied from the last one's.
_QUOTED = r"《[^《》\n]{0,40}?(20[012]\d)\s*年度?[^《》\n]{0,8}(?:信息|政务)公开[^《》\n]{0,12}(?:报告|年报)[^《》\n]{0,8}》"
# 甲局编制了2021年政府信息公开年度报告。 as well: no year's report is written in the year before it.
WRITTEN_REPORT = expression(
    rf"(?:编制|编写|撰写|形成)了?{_QUOTED}|(?:编制|编写|撰写|形成)了(20[012]\d)\s*年度?(?:政府)?信息公开(?:工作)?年度(?:工作)?报告(?=[。,;\n])"
)
# 编制了《甲局2015年…报告》(以下简称年报), 本报告是由甲局编制的2015年度…报告: this report and no other.
CALLED_THIS = expression(
    rf"{_QUOTED}\((?:以下)?[简下统]称[\u201c\x22《]?[本该]?(?:年度)?(?:工作)?(?:报告|年报)"
    r"|本(?:年度)?(?:报告|年报)[是系](?:(?:根据|按照|依据)[^。\n]{0,120}?[,,])?由[^。\n,]{2,30}编制的(20[012]\d)\s*年度?(?:政府)?信息公开[^。\n\d]{0,8}(?:报告|年报)"
    r"(?=[。,;\n]|$)"
)
# 现发布《甲局2015年…报告》; 2016年以来 tells of the time when it was written.
PUT_OUT = expression(rf"现(?:予以?|将)?(?:发布|公布|公开|将){_QUOTED}")
# 现将2022年度政府信息公开工作报告如下, over a period that was copied as well.
AS_FOLLOWS = expression(
    r"现[将就](?:[我本][\u3400-\u9fff]{1,3})?(20[012]\d)\s*年度?(?:政府信息|信息|政务)公开[\u3400-\u9fff]{0,8}报告(?:公布|发布|汇报|报告)?如下"
)


def written(head: str) -> set[int]:
    """Return the years of the reports that a page says that its body wrote, or that follow."""
    found = (report for pattern in (WRITTEN_REPORT, AS_FOLLOWS) for report in pattern.finditer(head))
    return {int(year) for report in found for year in report.groups() if year}

"""Does a note say that software summed a table's numbers up: 数据为系统汇总数据, 本表数据为系统自动汇总? That says nothing of whose they are."""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["without_software"]

_OF_REPORTS = "(?:年报|年度报告|(?:政府)?信息公开|填报|统计|报送|管理)*"
# 系统汇总 alone may be what the bureaus of a system have together, as 全系统汇总 and 我局系统汇总 are.
_BY_SOFTWARE = expression(
    rf"(?P<is>[数表][据字]?(?:均|都)?(?:[为是由经]|系(?!统)))(?:{_OF_REPORTS}系统(?:自动(?:汇总|生成|统计|导出|提取|采集)+|导出|生成)|系统汇总(?=数据[。)]*$))(?:而成|得出)?的?"
)


def without_software(note: str) -> str:
    """Return a note without the words that software made up the numbers: 本表数据为上年数据, of one that says 为系统自动汇总的上年数据."""
    return _BY_SOFTWARE.sub(r"\g<is>", note) if "系统" in note else note

"""What does the line below a table say of it: of another year, of other bodies? It speaks of the table above it, of no other."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.whose import BODY, UNIT, is_of_another_body, year_of_title

__all__ = ["SPEAKS_OF_ABOVE", "is_given_away_below", "is_said_past_below"]

_NOTE = r"[(*]?(?:(?:注|说明|备注):?)?"
SPEAKS_OF_ABOVE = expression(rf"^{_NOTE}(?:以上|上表|上述)")
"""A line that speaks of what stands above it: no caption of the table below it."""
_PAST = expression(r"\s*[(]?(?:以上|上表)[^\n。]{0,8}?(?:(20\d\d)年|(上一?年|去年))")
# Right below a table a note is its own, though 此表 may be the one below as well.
_IS = rf"\s*{_NOTE}(?:以上|上表|[此本该]表)[^\n。,]{{0,6}}?[为是系]"
_PAST_OF_TWO = expression(rf"{_IS}[^\n。,\d]{{0,4}}(?:(20\d\d)年(?!结转)|(上一?年(?!度?结转)|去年|前年))")
_PARTS = expression(
    rf"{_IS}[^\n。,含括及和与]{{0,6}}(?:[所下]属|[局委厅]属|各(?:乡|镇|街道|部门|单位|科室|股室)(?![^\n。]*(?:汇总|合计|总数|总和|之和)))"
)
# 以上是县教育局的数据; who laid the form down or filled it in is not whose numbers they are: 此表系市人民政府统一制定, 上表为县教育局代为填报.
_BODY = expression(rf"{_IS}((?!各|全)(?:{BODY}|{UNIT}))(?=(?:20\d\d年度?)?的?(?:数|情况|[。)\s]|\Z))")


def is_said_past_below(end: int, folded: str) -> bool:
    """Tell whether the line below a table says that it is another year's: (以上为2022年数据)."""
    said = _PAST.match(folded, end)
    return said is not None and (said[2] is not None or said[1] != year_of_title(folded))


def is_given_away_below(end: int, folded: str) -> bool:
    """Tell whether a note below one of two tables says that it is another year's, or whose: 注:上表系2022年统计, 此表为下属单位数据."""
    if is_said_past_below(end, folded) or _PARTS.match(folded, end):
        return True
    past, body = _PAST_OF_TWO.match(folded, end), _BODY.match(folded, end)
    if past is not None and (past[2] is not None or past[1] != year_of_title(folded)):
        return True
    return body is not None and is_of_another_body(body[1], folded)

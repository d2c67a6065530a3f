"""Which words of a table does the page qualify, so that they are another row's or column's? 规章(上年), 2022年行政强制, 申请人情况(累计)."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.beside import qualifies
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.tables import Segment, TableText

__all__ = ["has_qualified_head", "leave_qualified"]

_BEFORE = expression(
    r"(?:上一?年度?|去年|(?P<year>20\d\d)年度?|(?P<whose>全[省市县区旗](?:合计|汇总)?|[下所直局]属(?:事业)?(?:单位|机构)))[:(]?$"
)
_LONGEST = 8  # characters before a label
_BEHIND = expression(r"\s*[(\[【〔](?P<note>[^()\[\]【】〔〕|\n]{1,30})[)\]】〕]")
_QUALIFIED_ABOVE, _ABOVE = expression(rf"(?:申请人情况|行政复议|行政诉讼){_BEHIND.pattern}"), 60  # characters
_OF_WHICH = expression(r"其中[:,、]?[\s|]*(?:[(\[]?[一二三四五六七八九十\d]{1,2}[)\].、]+[\s|]*)?$")
_NUMBERED = expression(r"[(\[]?[一二三四五六七八九十\d]{1,2}[)\].、]+[\s|]*$")
_FEWEST, _BEFORE_LABEL = 4, 16  # characters of a label that heads no column as well, and before one
_BAND = "第二十条"
_HEADINGS = (_BAND, "信息内容")  # what is said behind them is of all rows below
_OF_COLUMN = expression("不含|不包括|除外|仅")  # 法人或其他组织(不含自然人): of its own column
_OTHER_ROW = expression("修[订改]|申请数|复议|撤销")
_HEADS = frozenset(("申请人情况", "本年度办理结果", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"))


def leave_qualified(table: TableText, folded: str) -> None:
    """Take rows for none of the form's whose label says that they are parts of others; of table two, or whose band, another year's."""
    _leave_of_which(table, folded)
    if table.key != "proactive":
        return
    of_band = ""  # what the heading of the rows says of them all
    for segment in table.segments:
        if segment.row is not None:
            if said := _said_of(segment.label, folded) or of_band:
                segment.row, segment.unknown = None, said
        elif not segment.unknown and segment.word.startswith(_HEADINGS):
            behind = _BEHIND.match(folded, segment.label[1])
            of_band = "" if segment.word.startswith(_BAND) else of_band
            of_band = behind["note"] if behind and qualifies(behind["note"], folded) else of_band


def _leave_of_which(table: TableText, folded: str) -> None:
    """Take a label behind 其中: for none of the form's where the same stands above it: the first is the row's, whose cells may be empty."""
    above: dict[str, Segment] = {}
    for segment in table.segments:
        low = max(0, segment.label[0] - _BEFORE_LABEL)
        heads_column = len(segment.word) < _FEWEST and not _NUMBERED.search(folded, low, segment.label[0])
        if segment.unknown or heads_column:
            continue
        first = above.setdefault(segment.word, segment)
        if first is not segment and segment.row and _OF_WHICH.search(folded, low, segment.label[0]):
            first.row, segment.row, segment.unknown = segment.row, None, segment.word


def _said_of(label: tuple[int, int], folded: str) -> str:
    """Return what is said before a row's label, or in brackets behind it, that makes it another row's; else nothing."""
    start, end = label
    before, behind = _BEFORE.search(folded, max(0, start - _LONGEST), start), _BEHIND.match(folded, end)
    if before and (qualifies(before["whose"], folded) if before["whose"] else before["year"] != year_of_title(folded)):
        return before[0]  # 2022年行政强制, 上年规章, 全县合计行政强制 in a bureau's report
    is_other = behind is not None and (
        (not behind["note"].startswith("含") and _OTHER_ROW.search(behind["note"])) or qualifies(behind["note"], folded)
    )
    return behind["note"] if behind and is_other else ""


def has_qualified_head(table: TableText, folded: str) -> bool:
    """Tell whether the head of table three or four says that its numbers are of another year, or not of all."""
    words = [s for s in table.segments if not s.unknown and (s.row is None or s.word in _HEADS)]
    notes = [(s.word, behind["note"]) for s in words if (behind := _BEHIND.match(folded, s.label[1]))]
    above = _QUALIFIED_ABOVE.finditer(folded, max(0, table.start - _ABOVE), table.start)  # a year cuts its word off the table
    notes += [(next(iter(_HEADS)), found["note"]) for found in above]
    return any(qualifies(note, folded) and (word in _HEADS or not _OF_COLUMN.search(note)) for word, note in notes)

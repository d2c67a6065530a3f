"""Which years does a note beside a table name only of single cases, of documents, of what the year is compared with?

(注:2022年结转的3件已于本年办结), (注:申请量较2022年有所下降): a table of 2023 stays the report's with such a note.
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["without_cases"]

_MARK = expression(r"[(*]*(?:(?:填[报表写]|编者)?(?:注(?:释)?|说明)|备注)\d?[)]?[:、.]*|[(*]+")
# Words that speak of the whole table, and what they do not speak of it in.
_OF_WHOLE = expression(
    r"以[上下]|上[表列述]|下[列面表]|[本此该全]表|表[中内格]|[沿引]用"
    r"|所[列填]|数据|数字|统计|口径|情况|更正|有误|期间|年报数|截[至止]"
)
_NOT_WHOLE = expression(
    r"(?:[本此该上]表|表[中内]|(?:以上|上述|表[中内])(?:数据|申请|案件))[中内]?[,]?(?:包?含|包括|另有|有(?=\d))"
    r"|[本此该上]表[中内](?=上一?年度?结转\d)|(?:部分|个别)(?:数据|数字)|(?:不再|未|重复)统计|统计口径|未[计列统]入[本此该上]表"
    r"|(?<=\d件),与[本此该上]表(?:数据)?一致"
)
_YEAR, _WHEN = r"20\d\d年度?", r"(?:第?[一二三四1-4]季度|\d{1,2}月(?:\d{1,2}日)?|[年]?[初底末]|同期)?"
_CASES = r"\d+(?:件|宗|起|笔|份)"
_EVENT = "收到|收|受理|接到|提出|提交|申请|撤回|复议|诉讼|案件|未办结|未审结|审结|办结|立案"
# What names a year and says nothing of the table's.
_BY_THE_WAY = expression(
    rf"(?:较|[与比同和](?={_YEAR}[^,。;]{{0,12}}(?:比|增|减|升|降|多|少|持平|不同|差异))){_YEAR}{_WHEN}"
    rf"|转[入至到]?{_YEAR}|[上去]一?年度?指{_YEAR}"
    rf"|{_YEAR}[^,。;\d]{{0,6}}(?:印发|公布|发布|出台|下发|修订|制定|颁布)[^,。;\d]{{0,12}}(?:文件|目录|通知|规定|办法|标准|格式|条例|清单|细则)"
    rf"|因{_YEAR}[^,。;\d]{{0,4}}(?:机构改革|职能[划调]|撤并|合并|划转)"
    rf"|其中,?{_CASES}[^,。;\d]{{0,6}}{_YEAR}{_WHEN}[^,。;\d]{{0,8}}(?:{_EVENT})"
    rf"|{_CASES}[系为是]{_YEAR}{_WHEN}结转"
    rf"|上一?年度?结转[^,。;\d]{{0,6}}(?:{_CASES})?[^,。;\d]{{0,4}}(?:{_YEAR}){_WHEN}[^,。;\d]{{0,4}}(?:{_EVENT}|年?度?报告)"
    rf"|{_YEAR}{_WHEN}[^,。;\d]{{0,4}}(?:结转|转入|未办结|未审结|尚未)[^,。;\d]{{0,8}}{_CASES}"
    rf"|{_YEAR}(?:年度)?报告[^,。;\d]{{0,6}}结转[^,。;\d]{{0,6}}{_CASES}"
    rf"|{_YEAR}(?:\d{{1,2}}月(?:\d{{1,2}}日)?|[底末])[^,。;\d]{{0,4}}(?:{_EVENT})[^,。;\d]{{0,6}}{_CASES}[^,。;\d]{{0,6}}(?:上一?年|结转|转)"
)
# These only where the table does not print their number: it may be that year's.
_COUNTED = expression(
    rf"{_YEAR}{_WHEN}[^,。;\d]{{0,8}}(?:{_EVENT})[^,。;\d]{{0,8}}?(?P<n>\d+)(?:件|宗|起|笔|份)"
    rf"|(?P<m>\d+)(?:件|宗|起|笔|份)[^,。;\d]{{0,6}}{_YEAR}{_WHEN}[^,。;\d]{{0,8}}(?:{_EVENT})"
)
_NUMBER = expression(r"(?<![\d.])\d+(?![\d.])")
_GLUED = 7  # digits: several cells that run together


def without_cases(note: str, table: str) -> str:
    """Return a note without what it says of single cases; as it is where it is none, or speaks of the whole table.

    `table` is the text of the table that it stands beside.
    """
    mark = _MARK.match(note)
    if mark is None or _OF_WHOLE.search(_NOT_WHOLE.sub("", note[mark.end() :])):
        return note
    rest = _BY_THE_WAY.sub("", note)
    return _COUNTED.sub(lambda found: found[0] if _prints(found["n"] or found["m"], table) else "", rest)


def _prints(number: str, table: str) -> bool:
    """Tell whether a table prints a number, as a cell or perhaps in cells that run together."""
    return any(number == run or (len(run) >= _GLUED and number in run) for run in _NUMBER.findall(table))

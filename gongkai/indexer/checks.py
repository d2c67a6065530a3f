"""Does the report hold water? Its identities, its lost tables, its dates."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from gongkai.indexer.expressions import expression
from gongkai.indexer.lost import lost_tables, unread
from gongkai.mappings.deadlines import due, is_early
from gongkai.mappings.findings import RULES
from gongkai.mappings.form import FORMS, SUBTOTAL, Identity, cells_by_name
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.mappings.too_late import BY_ARTICLE_49, too_late
from gongkai.report import Fault, Figure, Finding, Number, State

__all__ = ["LONGEST_EVIDENCE", "check_dates", "check_encoding", "check_figures", "check_narrative", "finding"]

LONGEST_EVIDENCE = 160
_SHORTEST_PROBLEMS = 10  # characters
_PROBLEM = expression("不[够足高强全深及]|有待|薄弱|滞后|欠|加强|提高|完善")  # 公开内容不够全面
_LONGEST_HEADING = 24
_HEADING = expression(r"[^\n]{0,36}?(?:(?:改进|整改)(?:情况|措施|方向)|下一步[^\s:：。]{0,8}|问题|不足)(?=[\s:：。*#|]|$)")
_MOST_ADDENDS = 6
_FEWEST_ROWS = 3  # of table three: fewer are a mention
_UNDECODED, _MANY_UNDECODED, _UNDECODED_OF = "\ufffd", 10, 200  # at least so many, one of so many characters
_FIRST_YEAR_OF_TABLES = 2019


def finding(code: str, message: str, figures: tuple[str, ...] = (), evidence: str = "", fault: Fault | None = None) -> Finding:
    """Build a finding; the fault is the rule's unless the caller knows better."""
    return Finding(code, message, figures, _shortened(" ".join(evidence.split())), fault or RULES[code].fault)


def _shortened(evidence: str) -> str:
    """Return what fits, with … for the rest; no number is cut in two, it would be quoted as another."""
    if len(evidence) <= LONGEST_EVIDENCE:
        return evidence
    kept = evidence[: LONGEST_EVIDENCE - 1]
    quotes = kept.rfind(" / ")
    if quotes > 0:
        return kept[:quotes] + " …"
    return (kept.rstrip("0123456789.,-") if evidence[len(kept)].isdigit() else kept).rstrip() + "…"


def check_figures(
    form: str | None, figures: Mapping[str, Figure], tables: Collection[str], text: str, year: int | None = None
) -> Iterator[Finding]:
    """Yield a finding for each identity that fails and for tables and cells that are lost.

    Reports of years before 2019 had no tables two to four: none is lost.
    """
    had_none = form == "2014" or (form is None and year is not None and year < _FIRST_YEAR_OF_TABLES)
    if not had_none:
        yield from (finding(code, message) for code, message in lost_tables(tables, text))
    end = list(_check_end(form, figures))
    yield from _check_cells(figures, () if had_none else tables, {name for one in end for name in one.figures})
    yield from end
    values = {name: figure.value for name, figure in figures.items()}
    for identity in _identities(form, figures):
        yield from _check(identity, figures, values, text)
    yield from _check_unit(figures, text)


def _check_cells(figures: Mapping[str, Figure], tables: Collection[str], told: Collection[str]) -> Iterator[Finding]:
    """Tell of the cells that cannot be read, and of those that the tables do not have, but for those that are `told` already."""
    illegible, missing = unread(figures, tables)
    missing = tuple(name for name in missing if name not in told)
    said = [f"有 {len(illegible)} 个单元格的数字无法辨认：{_names(illegible)}。"] if illegible else []
    said += [f"有 {len(missing)} 个单元格在表格中没有找到：{_names(missing)}（其数字缺失，不等于零）。"] if missing else []
    if said:
        yield finding("L1", "".join(said), illegible + missing, fault=None if illegible else Fault.UNDECIDED)


def _check_end(form: str | None, figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Tell of a table three that begins and does not end: what is not there is missing, and adds up to nothing."""
    rows = FORMS[form].tables[1].rows if form in FORMS and form != "2014" else ()
    known = [n for n, row in enumerate(rows) if any(figures[name].value is not None for name in row.names)]
    gone = [name for row in rows[known[-1] + 1 :] for name in row.names] if len(known) >= _FEWEST_ROWS else []
    if all(figures[name].state is State.MISSING for name in gone) and len(gone) > len(rows[0].names if rows else ()):
        count, last = len(rows) - known[-1] - 1, rows[known[-1]].label
        yield finding("L7", f"表三到“{last}”为止，其后 {count} 行没有找到，表格可能中断（其数字缺失，不等于零）。", tuple(gone))


def check_encoding(text: str) -> Iterator[Finding]:
    """Tell of a page many of whose characters were lost when it was stored in another encoding; a few may be signs that it prints."""
    lost = text.count(_UNDECODED)
    if lost >= _MANY_UNDECODED and lost * _UNDECODED_OF >= len(text) - sum(map(text.count, " \n\t")):
        place = text.index(_UNDECODED)
        message = f"页面有 {lost:,} 处字符无法解码，编码损坏；其间的文字和数字可能已经丢失。"
        yield finding("L6", message, evidence=text[max(0, place - 20) : place + 20])


def _identities(form: str | None, figures: Mapping[str, Figure]) -> tuple[Identity, ...]:
    """Return the identities of the table three that is printed: 2019's (六) is one row, in 2021 reports too."""
    whole = figures.get(f"{SUBTOTAL}.total")
    if form == "2021" and whole and whole.state is not State.MISSING:
        return FORMS["2019"].identities
    return FORMS[form or "2021"].identities


def _check(
    identity: Identity, figures: Mapping[str, Figure], values: Mapping[str, Number | None], text: str
) -> Iterator[Finding]:
    names = identity.left + identity.right
    numbers = [value for name in names if (value := values.get(name)) is not None]
    if len(numbers) < len(names):
        return  # not assessable, not failed
    left, right = sum(numbers[: len(identity.left)]), sum(numbers[len(identity.left) :])
    if left == right:
        return
    clean = all(figures[name].state is State.READ for name in names)
    message = _MESSAGES[identity.code](identity, numbers, left, right)
    shown = tuple(n for n in names if figures[n].value) or names
    evidence = " / ".join(dict.fromkeys(_quote(figures[name], text) for name in shown[:4]))  # several may stand on one line
    yield finding(identity.code, message, names, evidence, None if clean else Fault.PARSER_SUSPECT)


def _quote(figure: Figure, text: str) -> str:
    """Return the printed line that holds the figure, or the figure with the label before it."""
    if figure.span is None:
        return figure.raw
    start, end = figure.span
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)].strip(" |\t")
    if len(line) <= 70 and len(line) > end - start:
        return line
    cell = cells_by_name()[figure.name]
    return f"{cell.row.label}·{cell.column.label} {figure.raw}"


def _f1(identity: Identity, n: list[Number], left: Number, right: Number) -> str:
    return (
        f"表三·{identity.scope}：本年新收 {n[0]} + 上年结转 {n[1]} = {left}，"
        f"而（七）总计 {n[2]} + 结转下年度继续办理 {n[3]} = {right}，两者不等。"
    )


def _f2(identity: Identity, n: list[Number], left: Number, right: Number) -> str:
    return f"表三·{identity.scope}：各项办理结果之和为 {left}{_addends(identity, n)}，而（七）总计为 {right}，两者不等。"


def _f3(identity: Identity, n: list[Number], left: Number, right: Number) -> str:
    return f"表三·{identity.scope}：自然人与各类法人或其他组织之和为 {left}{_addends(identity, n)}，而总计为 {right}，两者不等。"


def _addends(identity: Identity, n: list[Number]) -> str:
    """Name the numbers that were summed, zeros apart, where a sentence can hold them."""
    cells = [cells_by_name()[name] for name in identity.left]
    column = identity.code == "F3"  # of a row
    terms = [f"{(c.column if column else c.row).label} {x}" for c, x in zip(cells, n, strict=False) if x]
    return f"（{' + '.join(terms)}）" if 0 < len(terms) <= _MOST_ADDENDS else ""


def _f4(identity: Identity, n: list[Number], left: Number, right: Number) -> str:
    return (
        f"表四·{identity.scope}：结果维持 {n[0]} + 结果纠正 {n[1]} + 其他结果 {n[2]} + 尚未审结 {n[3]} = {left}，"
        f"而总计为 {right}，两者不等。"
    )


_MESSAGES = {"F1": _f1, "F2": _f2, "F3": _f3, "F4": _f4}


_IN_YUAN = expression(r"(?<!万)元整?[)）]?$")
_UNIT_CELL, _UNIT_BEFORE = expression(r"[|\s]([(（]?[亿千百]?元[)）]?)\s*[|\s]\s*$|(?<=[用)）])(元)\s*$"), 12  # characters
_IN_WAN_YUAN = {
    "proactive.fees.amount_wan_yuan": "表二·行政事业性收费",
    LIST_2014 + "fees_charged_wan_yuan": "统计表·依申请公开信息收取的费用",
    LIST_2014 + "capacity.budget_wan_yuan": "统计表·政府信息公开专项经费",
}
_BELOW, _NEXT_SECTION = 300, expression("三、|收到和处理")  # characters in which a note stands below its table
_UNIT_NOTE = expression(
    r"(?<!处理费)(?<!减免)(?:行政事业性)?收费(?:金额)?(?:的?(?:计量)?单位\s*[为是:：]\s*|(?:均|是)?以\s*)([亿千百]?元)(?=为单位|[。；;，,）)\s]|$)"
)
_OTHER_UNIT = expression(r"(?:本年收费金额\s*[(（/]?|收费金额\s*[(（/])\s*(?:单位)?\s*[:：]?\s*(?:[亿千百]元|元)\s*[)）]?")

# 单位:元 on a line of its own, between the heading of section two and the figure.
_UNIT_LINE = expression(r"^[ \t|]*[(（]?(?:金额|货币|计量)?单位\s?[:：]\s?(?:人民币)?([亿千百]?元)[)）]?[ \t|]*$", re.MULTILINE)
_ABOVE, _HEADING_OF_TWO = 1_200, "主动公开政府信息"


def _check_unit(figures: Mapping[str, Figure], text: str) -> Iterator[Finding]:
    """Money printed in 元 where the form counts in 万元 is reported, not converted."""
    for name, where in _IN_WAN_YUAN.items():
        figure = figures.get(name)
        if not figure or not figure.value or "万" in figure.raw:
            continue
        before = text[max(0, figure.span[0] - _UNIT_BEFORE) : figure.span[0]] if figure.span else ""
        head = _OTHER_UNIT.search(text) if name.startswith("proactive.") else None
        if _IN_YUAN.search(figure.raw):
            said, printed = "单元格印的是", figure.raw
        elif unit := _UNIT_CELL.search(before):
            said, printed = "单位一栏印的是", unit[1] or unit[2]
        elif head:
            said, printed = "表头印的是", head[0]
        elif name.startswith("proactive.") and figure.span and (line := _unit_line(text, figure.span[0])):
            said, printed = "表上注明的是", line[0].strip(" \t|")
        elif name.startswith("proactive.") and figure.span and (note := _unit_note(text, figure.span[1])):
            said, printed = "表下注明的是", note[0]
        else:
            continue
        message = f"{where}：单位应为万元，{said}“{printed}”；数值按原样保留为 {figure.value}，未换算。"
        yield finding("U1", message, (name,), printed)


def _unit_note(text: str, start: int) -> re.Match[str] | None:
    """Return what is said of the unit of fees between the figure and the next section."""
    return _UNIT_NOTE.search(_NEXT_SECTION.split(text[start : start + _BELOW], maxsplit=1)[0])


def _unit_line(text: str, end: int) -> re.Match[str] | None:
    """Return the line above the figure in section two that says in which unit the table counts."""
    _, heading, above = text[max(0, end - _ABOVE) : end].rpartition(_HEADING_OF_TWO)
    return _UNIT_LINE.search(above) if heading else None


def check_dates(
    year: int | None,
    published: str | None,
    agency: tuple[str | None, str | None, str | None],
    *,
    doubt: str | None = None,
    of_two_years: bool = False,
    first: str | None = None,
) -> Iterator[Finding]:
    """Yield findings on the day of publication: article 49 of the Regulations of 2019. `agency` is its level, kind and adcode.

    `doubt` tells why the report may have been out before that day, `of_two_years` that its title and its text tell two,
    `first` what the text tells of its first day, as `too_late` takes it.
    """
    if year is None or published is None:
        return
    if is_early(published, year):
        yield finding("D1", f"发布日期 {published} 早于报告年度 {year} 年结束。", evidence=published)
        return
    last = due(year, *agency) if year >= _FIRST_YEAR_OF_TABLES else None
    if last and (told := too_late(published, last, BY_ARTICLE_49, doubt=doubt, of_two_years=of_two_years, first=first)):
        message, fault = told
        yield finding("D2", message, evidence=published, fault=fault)


# A whole year: 2019年1月1日起施行至今 is none, nor are five years.
_PERIOD = expression(r"(20\d\d)年(?:度)?1月1日[^\n。;,]{0,4},?[至到-](?:\1年)?12月3[01]日")

# What says that the report is of a period; a period may be compared with, or be one of something else, a contract or a budget.
_OF_REPORT = expression(
    r"(?:(?:\A|[,。;:!?()\n])(?:\s|本|该|年度|20\d\d年|报告|年报|政府信息公开|工作|中|所列|所涉|的|各项|相关|有关|全部|数据|内容|信息|指标)*"
    r"(?:统计(?:数据|信息)?的?(?:起止|截止)?(?:期限|时限|时段|时间|日期|周期|期间|区间|范围|口径|自|从)|报告期)"
    r"|本(?:年度)?(?:报告|年报)(?:(?!合同|[预决]算|采购|服务|规划|项目|任期)[^。;,])*(?:期限|时限|时段|时间|数据|涵盖))[^。;,]*(?<![与和比较同])$"
)
_OF_OTHERS = expression(r"的|[^。;]{0,12}(?:相比|比较|对比)")
_LONGEST_LEAD = 48


def check_narrative(
    year: int | None, sections: Mapping[str, str], folded: Mapping[str, str], headings: int, *, titled: int | None = None
) -> Iterator[Finding]:
    """Yield findings on what the text says of itself: its period, and a section five without substance.

    `sections` are as printed, `folded` the same folded.
    Where the year is not known, as all that the text says contradicts the title, the year of the title stands for it.
    """
    text = folded.get("preamble", "") + folded.get("overview", "")
    periods = list(_PERIOD.finditer(text))
    counted = (p for p in periods if _speaks_of_itself(text, p))
    told = titled if year is None else year
    if told is not None and all(int(p[1]) != told for p in periods) and (period := next(counted, None)):
        message = f"标题年度为 {told} 年，正文统计期限从 {period[1]} 年开始，两者不符。"
        yield finding("D3", message, evidence=period.group(), fault=Fault.UNDECIDED if year is None else None)
    problems = sections.get("problems", "").strip()
    goes_on = bool(sections.get("other", "").strip())  # a page that ends behind the heading may be cut there
    said = _behind_heading(problems)
    if headings >= 4 and goes_on and problems and len(said) < _SHORTEST_PROBLEMS and not _PROBLEM.search(said):
        yield finding("P1", f"第五部分标题之后只有 {len(said)} 个字，没有写明问题和改进情况。", evidence=problems)


def _speaks_of_itself(text: str, period: re.Match[str]) -> bool:
    """Tell whether the period is the report's: what stands before it says so, and nothing behind whose it is."""
    said = _OF_REPORT.search(text, max(0, period.start() - _LONGEST_LEAD), period.start())
    return said is not None and _OF_OTHERS.match(text, period.end()) is None


def _behind_heading(section: str) -> str:
    """Return what a section says, without space and punctuation; its text may go on behind the heading on one line."""
    first, _, rest = section.partition("\n")
    heading = _HEADING.match(first)
    end = heading.end() if heading else len(first) if len(first) <= _LONGEST_HEADING else 0
    return re.sub(r"[\W_]", "", first[end:] + rest)


def _names(names: tuple[str, ...]) -> str:
    labels = [cells_by_name()[name].label for name in names[:3]]
    return "、".join(labels) + (" 等" if len(names) > 3 else "")

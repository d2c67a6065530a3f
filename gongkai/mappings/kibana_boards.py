"""Which dashboards are there? BOARDS: six of them, as rows of panels.

A panel over the reports sums a figure's own field; a panel over the figures has the table's rows, groups and
columns on its axes, and leaves out the column of totals or takes nothing else, so that nothing counts twice.
"""

from __future__ import annotations

from gongkai.mappings.form import APPLICANTS, FORMS
from gongkai.mappings.kibana_panels import (
    Board,
    Chart,
    Count,
    Distinct,
    Listing,
    Panel,
    Part,
    Phrases,
    Sum,
    Terms,
    View,
    Where,
    WordCloud,
)

__all__ = ["BOARDS", "CONTROLS", "LISTINGS", "PHRASES"]

CONTROLS = ("year", "province", "city", "level", "kind")
"""The fields that every dashboard can be narrowed by."""

PHRASES = (
    "三审三校",
    "保密审查",
    "主动公开",
    "依申请公开",
    "政策解读",
    "政务新媒体",
    "业务培训",
    "人员不足",
    "队伍建设",
    "更新不及时",
    "内容不够",
    "渠道单一",
    "公众参与",
    "监督考核",
    "答复不规范",
    "基层政务公开",
)
"""What is looked for in section five: saved as filters and as the rows of two panels."""

_YEAR, _YEARS = Terms("year", 20, in_order=True), Terms("year", 12, in_order=True)
_PROVINCE, _LEVEL, _KIND = Terms("province"), Terms("level", 10), Terms("kind", 24)
_ROW, _COLUMN = Terms("row_label"), Terms("column_label", 12)
_GROUP, _APPLICANT = Terms("group_label", 10), Terms("applicant_label", 10)
_VALUE = Sum("value", "件数")
_REPORTS = (Count(),)

_WHO = tuple(column.key for column in APPLICANTS if column.key != "total")
_TOTALS: Where = (("applicant", ("total",)),)
_OUTCOMES: Where = (("group", ()), *_TOTALS)
_RULINGS = tuple(column.key for column in FORMS["2021"].tables[2].rows[0].columns if column.key != "total")
_REVIEW: Where = (("table", ("review",)), ("column", _RULINGS))
_COLUMNS = ("year", "province", "city", "agency", "title", "published")


def _figure(name: str, label: str) -> Sum:
    return Sum(f"figures.{name}", label)


def _number(key: str, title: str, name: str, note: str = "") -> Panel:
    return Panel(key, title, Chart.NUMBER, View.REPORTS, (_figure(name, title),), note=note)


def _bar(key: str, title: str, rows: Terms, measures: tuple[Count | Sum, ...] = _REPORTS) -> Panel:
    return Panel(key, title, Chart.BAR_LYING, View.REPORTS, measures, rows)


def _over(key: str, title: str, chart: Chart, rows: Terms, split: Terms | None, where: Where, note: str = "") -> Panel:
    """Return a panel over the figures: sums of their values."""
    return Panel(key, title, chart, View.FIGURES, (_VALUE,), rows, split, where, note)


def _row(height: int, *parts: Part) -> tuple[int, tuple[tuple[int, Part], ...]]:
    """Return a row of panels of one width."""
    return height, tuple((48 // len(parts), part) for part in parts)


LISTINGS = (
    Listing("reports", "全部报告", _COLUMNS, note="每行一篇现行报告。"),
    Listing("findings", "有核查发现的报告", ("year", "agency", "finding", "fault", "tables"), (("finding", ()),)),
    Listing("problems", "存在的主要问题及改进情况", ("year", "agency", "sections.problems"), (("sections.problems", ()),)),
)

_RECEIVED = _number("received", "本年新收申请", "requests.received.total")
_PROCESSED = _number("processed", "办理结果总计", "requests.processed.total")

_OVERVIEW = Board(
    "overview",
    "总览",
    "收录了哪些报告：年度、地区、层级、机关类型，以及哪些机关哪些年度没有报告。",
    (
        _row(
            7,
            Panel("reports", "报告数", Chart.NUMBER, View.REPORTS, _REPORTS),
            Panel(
                "agencies",
                "机关数",
                Chart.NUMBER,
                View.REPORTS,
                (Distinct("agency", "机关数"),),
                note="同名机关计为一个；三千个以上为估计值。",
            ),
            _RECEIVED,
            _PROCESSED,
        ),
        _row(
            14,
            Panel("by-year", "各年度报告数", Chart.BAR_STACKED, View.REPORTS, _REPORTS, _YEAR, _LEVEL),
            _bar("by-province", "各省报告数", _PROVINCE),
        ),
        _row(
            14,
            Panel("by-level", "层级", Chart.DONUT, View.REPORTS, _REPORTS, _LEVEL),
            Panel("by-kind", "机关类型", Chart.DONUT, View.REPORTS, _REPORTS, _KIND),
            _bar("by-city", "报告最多的市", Terms("city", 15)),
        ),
        _row(
            20,
            Panel(
                "coverage",
                "覆盖：机关 × 年度",
                Chart.TABLE,
                View.REPORTS,
                _REPORTS,
                Terms("agency", 200),
                _YEARS,
                note="空格：该机关该年度没有收录报告。",
            ),
        ),
        _row(16, LISTINGS[0]),
    ),
)

_REQUESTS = Board(
    "requests",
    "申请与答复",
    "表三：收到多少申请，谁申请，怎样答复，结转多少。一篇报告没有印出的数不计为零。",
    (
        _row(
            7,
            _RECEIVED,
            _number("carried-over", "上年结转", "requests.carried_over.total"),
            _PROCESSED,
            _number("carried-forward", "结转下年度", "requests.carried_forward.total"),
        ),
        _row(
            14,
            Panel(
                "flow",
                "新收、办结与结转",
                Chart.BAR,
                View.REPORTS,
                (
                    _figure("requests.received.total", "本年新收"),
                    _figure("requests.processed.total", "办理结果总计"),
                    _figure("requests.carried_forward.total", "结转下年度"),
                ),
                _YEAR,
            ),
            _over("groups", "办理结果构成（占比）", Chart.BAR_SHARES, _YEAR, _GROUP, _OUTCOMES),
        ),
        _row(
            18,
            _over("outcomes", "办理结果 × 年度", Chart.TABLE, _ROW, _YEARS, _OUTCOMES),
            _over("grounds", "不予公开的理由", Chart.BAR_LYING, _ROW, None, (("group", ("denied",)), *_TOTALS)),
        ),
        _row(
            14,
            _over(
                "applicants",
                "申请人构成",
                Chart.DONUT,
                _APPLICANT,
                None,
                (("row", ("requests.received",)), ("applicant", _WHO)),
            ),
            _over(
                "groups-by-applicant",
                "各类申请人得到的结果（占比）",
                Chart.BAR_SHARES,
                _APPLICANT,
                _GROUP,
                (("group", ()), ("applicant", _WHO)),
            ),
        ),
        _row(
            18,
            _over("groups-by-province", "各省办理结果", Chart.TABLE, _PROVINCE, _GROUP, _OUTCOMES),
            _bar("received-by-province", "各省新收申请", _PROVINCE, (_figure("requests.received.total", "本年新收"),)),
        ),
        _row(
            16,
            _bar(
                "received-by-agency", "新收申请最多的机关", Terms("agency", 25), (_figure("requests.received.total", "本年新收"),)
            ),
        ),
    ),
)

_CORRECTED: Where = (("table", ("review",)), ("column", ("corrected",)))
_REVIEWS = Board(
    "review",
    "复议诉讼",
    "表四：因政府信息公开提起的行政复议、行政诉讼，及其中被纠正的（纠错）。",
    (
        _row(
            7,
            _number("review-total", "行政复议", "review.total"),
            _number("review-corrected", "复议结果纠正", "review.corrected"),
            _number("litigation-direct", "未经复议直接起诉", "litigation_direct.total"),
            _number("litigation-after", "复议后起诉", "litigation_after_review.total"),
        ),
        _row(
            14,
            _over(
                "review-results",
                "行政复议结果（占比）",
                Chart.BAR_SHARES,
                _YEAR,
                _COLUMN,
                (("row", ("review",)), ("column", _RULINGS)),
            ),
            _over(
                "litigation-results",
                "行政诉讼结果（占比）",
                Chart.BAR_SHARES,
                _YEAR,
                _COLUMN,
                (("row", ("litigation_direct", "litigation_after_review")), ("column", _RULINGS)),
            ),
        ),
        _row(
            14,
            _over("rulings", "程序 × 结果", Chart.TABLE, _ROW, _COLUMN, _REVIEW),
            _over("corrected-by-year", "被纠正的件数", Chart.BAR_STACKED, _YEAR, _ROW, _CORRECTED),
        ),
        _row(
            16,
            _over("corrected-by-province", "各省被纠正的件数", Chart.BAR_LYING, _PROVINCE, None, _CORRECTED),
            _over("corrected-by-agency", "被纠正的件数：机关 × 年度", Chart.TABLE, Terms("agency", 50), _YEARS, _CORRECTED),
        ),
    ),
)

_DOCUMENTS: Where = (("row", ("proactive.normative_documents",)),)
_DECISIONS: Where = (("table", ("proactive",)), ("column", ("decisions",)))
_FEES = _figure("proactive.fees.amount_wan_yuan", "收费（万元）")
_PROACTIVE = Board(
    "proactive",
    "主动公开",
    "表二：规章、规范性文件、许可、处罚、强制、收费。2019 年和 2021 年表式的列不同，各自成列。",
    (
        _row(
            7,
            _number("documents-issued", "规范性文件制发", "proactive.normative_documents.issued", "2021 年表式。"),
            _number("licensing", "行政许可决定", "proactive.licensing.decisions"),
            _number("penalties", "行政处罚决定", "proactive.penalties.decisions"),
            _number("compulsion", "行政强制决定", "proactive.compulsion.decisions"),
        ),
        _row(
            14,
            _over("documents", "行政规范性文件", Chart.BAR, _YEAR, _COLUMN, _DOCUMENTS),
            _over("decisions", "处理决定数量", Chart.BAR, _YEAR, _ROW, _DECISIONS),
        ),
        _row(
            14,
            _over("table-two", "处理决定：省 × 事项", Chart.TABLE, _PROVINCE, _ROW, _DECISIONS),
            Panel("fees", "行政事业性收费（万元）", Chart.LINE, View.REPORTS, (_FEES,), _YEAR),
        ),
    ),
)

_PROBLEMS = Board(
    "problems",
    "问题与改进",
    "第五部分写了什么：常见说法各有多少篇，各年度突出的词。上方备有筛选条件，点开即用。",
    (
        _row(
            20,
            Panel(
                "phrases",
                "第五部分的说法",
                Chart.BAR_LYING,
                View.REPORTS,
                _REPORTS,
                Phrases("sections.problems", PHRASES),
                note="逐字查找，一篇可有多种说法。",
            ),
            Panel(
                "phrases-by-year",
                "说法 × 年度",
                Chart.TABLE,
                View.REPORTS,
                _REPORTS,
                Phrases("sections.problems", PHRASES),
                _YEARS,
            ),
        ),
        _row(
            18, WordCloud("words", "各年度突出的词（第五部分）", "sections.problems", "year", note="与全部报告相比更常见的词。")
        ),
        _row(16, LISTINGS[2]),
    ),
    PHRASES,
)

_LOST: Where = (("tables", ("partial", "missing")),)
_QUALITY = Board(
    "quality",
    "数据质量",
    "哪些报告的数字对不上、与正文矛盾、逾期发布或缺表，可能错在报告还是读取。",
    (
        _row(
            14,
            Panel("rules", "核查发现（规则）", Chart.BAR_LYING, View.REPORTS, _REPORTS, Terms("finding", 30)),
            Panel("faults", "可能归因", Chart.DONUT, View.REPORTS, _REPORTS, Terms("fault", 5)),
            Panel("tables", "表格读取情况", Chart.BAR_SHARES, View.REPORTS, _REPORTS, _YEAR, Terms("tables", 5)),
        ),
        _row(
            16,
            Panel("rules-by-year", "规则 × 年度", Chart.TABLE, View.REPORTS, _REPORTS, Terms("finding", 30), _YEARS),
            Panel(
                "faults-by-province", "各省有发现的报告", Chart.BAR_STACKED, View.REPORTS, _REPORTS, _PROVINCE, Terms("fault", 5)
            ),
        ),
        _row(
            16,
            Panel("lost-by-province", "缺表或部分缺表的报告", Chart.BAR_LYING, View.REPORTS, _REPORTS, _PROVINCE, None, _LOST),
            Panel(
                "inferred",
                "由勾稽关系推定的数",
                Chart.TABLE,
                View.FIGURES,
                (Count("数值个数"),),
                Terms("table_label", 6),
                Terms("state", 4),
            ),
        ),
        _row(16, LISTINGS[1]),
    ),
)

BOARDS = (_OVERVIEW, _REQUESTS, _REVIEWS, _PROACTIVE, _PROBLEMS, _QUALITY)

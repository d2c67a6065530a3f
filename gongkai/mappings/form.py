"""What must a report contain? The official forms of 2021, 2019 and 2014 as data.

Sources: the 2021 form is 国办公开办函〔2021〕30号, the 2019 form 国办公开办函〔2019〕60号, the 2014 list
国办发〔2014〕32号. Chinese terms are quoted here and nowhere else in the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from gongkai.mappings.form_2014 import LIST_2014, SPELLINGS_2014, STATISTICS_2014

__all__ = [
    "APPLICANTS",
    "FORMS",
    "GROUP_TOTALS",
    "OUTCOMES",
    "OUTCOME_GROUPS",
    "SUBTOTAL",
    "Cell",
    "Column",
    "Form",
    "Identity",
    "Row",
    "Table",
    "cells_by_name",
    "names_of",
]

NumberKind = Literal["count", "signed", "decimal"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `kind` says which numbers it may hold."""

    key: str
    label: str
    unit: str = "件"
    kind: NumberKind = "count"
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    `label` is the text that tells the row from the others; `ordinal` is the number printed before it,
    `band` the printed heading that the row stands under, `group` the key of that heading.
    """

    key: str
    label: str
    columns: tuple[Column, ...]
    ordinal: str = ""
    band: str = ""
    group: str = ""
    spellings: tuple[str, ...] = ()
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)  # of the row's figures, one a column

    def __post_init__(self) -> None:
        """Name the row's figures, once for all pages."""
        names = tuple(f"{self.key}.{column.key}" if column.key else self.key for column in self.columns)
        object.__setattr__(self, "names", names)

    def __hash__(self) -> int:
        """Return the hash of the key, which few rows have in common: a page asks for it fifty times."""
        return hash(self.key)


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of the form with everything needed to name it."""

    name: str
    table: Table
    row: Row
    column: Column

    @property
    def label(self) -> str:
        """Name the cell as a reader of the printed form would."""
        column = "" if self.column.label == self.row.label and len(self.row.names) == 1 else f"·{self.column.label}"
        return f"{self.table.label}·{self.row.label}{column}"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the form; `section` is the key of the section it stands in."""

    key: str
    label: str
    section: str
    rows: tuple[Row, ...]

    def cells(self) -> Iterator[Cell]:
        """Yield the cells in printed order."""
        for row in self.rows:
            for name, column in zip(row.names, row.columns, strict=True):
                yield Cell(name, self, row, column)


@dataclass(frozen=True, slots=True)
class Identity:
    """Two sums of figures that must be equal (forms.md §6)."""

    code: str
    scope: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One version of the official form."""

    key: str
    tables: tuple[Table, ...]
    identities: tuple[Identity, ...]

    def cells(self) -> Iterator[Cell]:
        """Yield every cell of the form in printed order."""
        for table in self.tables:
            yield from table.cells()


# -- Table 3: who asked -------------------------------------------------------------------------------
APPLICANTS: tuple[Column, ...] = (
    Column("natural_person", "自然人"),
    Column("commercial_enterprise", "商业企业"),
    Column("research_institution", "科研机构"),
    Column("social_organization", "社会公益组织", spellings=("公益组织", "社会组织", "社会公益机构")),
    Column("legal_service_organization", "法律服务机构"),
    Column("other", "其他", spellings=("其他组织",)),
    Column("total", "总计", spellings=("合计",)),
)

_RESULT = "三、本年度办理结果"
OUTCOME_GROUPS: dict[str, str] = {
    "granted": "予以公开",
    "partially_granted": "部分公开",
    "denied": "不予公开",
    "unavailable": "无法提供",
    "not_processed": "不予处理",
    "other": "其他处理",
}
"""The six groups of results that table three prints, (一) to (六)."""


def _outcome(key: str, ordinal: str, label: str, *spellings: str) -> Row:
    group = key.split(".")[0]
    band = f"({'一二三四五六'[list(OUTCOME_GROUPS).index(group)]}){OUTCOME_GROUPS[group]}"
    return Row(f"requests.{key}", label, APPLICANTS, ordinal, band if "." in key else _RESULT, group, spellings)


_OPENING = (
    Row(
        "requests.received",
        "本年新收政府信息公开申请数量",
        APPLICANTS,
        "一",
        spellings=("本年新收政府信息公开申请", "本年新收政府信息公开数量"),
    ),
    Row(
        "requests.carried_over",
        "上年结转政府信息公开申请数量",
        APPLICANTS,
        "二",
        spellings=("上年结转政府信息公开申请", "上年结转政府信息公开数量"),
    ),
)
_OUTCOMES_TO_20 = (
    _outcome("granted", "(一)", "予以公开"),
    _outcome(
        "partially_granted",
        "(二)",
        "部分公开",
        "部分公开(区分处理的,只计这一情形,不计其他情形)",
        "部分公开(区分处理)",
        "部分公开(区分处理的,只计这一情形)",
    ),
    _outcome("denied.state_secret", "1", "属于国家秘密"),
    _outcome(
        "denied.prohibited_by_law",
        "2",
        "其他法律行政法规禁止公开",
        "其他法律、行政法规禁止公开",
        "法律行政法规禁止公开",
        "其他法律行政止公开",
    ),
    _outcome("denied.security_or_stability", "3", "危及三安全一稳定", "危及国家安全、公共安全、经济安全、社会稳定"),
    _outcome("denied.third_party_rights", "4", "保护第三方合法权益"),
    _outcome("denied.internal_affairs", "5", "属于三类内部事务信息"),
    _outcome("denied.deliberative_process", "6", "属于四类过程性信息"),
    _outcome("denied.enforcement_file", "7", "属于行政执法案卷", "属于行政执法案件", "行政执法案卷"),
    _outcome("denied.administrative_inquiry", "8", "属于行政查询事项"),
    _outcome("unavailable.not_held", "1", "本机关不掌握相关政府信息"),
    _outcome("unavailable.requires_creation", "2", "没有现成信息需要另行制作"),
    _outcome("unavailable.unclear_after_correction", "3", "补正后申请内容仍不明确"),
    _outcome("not_processed.petition_or_complaint", "1", "信访举报投诉类申请"),
    _outcome("not_processed.repeat_request", "2", "重复申请"),
    _outcome("not_processed.published_material", "3", "要求提供公开出版物"),
    _outcome("not_processed.excessive_requests", "4", "无正当理由大量反复申请"),
    _outcome("not_processed.confirm_or_reissue", "5", "要求行政机关确认或重新出具已获取信息", "要求行政机关确认或重新出具"),
)
_CORRECTION = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
_FEE = "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
_OTHER_SPLIT = (
    _outcome("other.correction_overdue", "1", _CORRECTION, "申请人无正当理由逾期不补正", "申请人逾期不补正", "逾期不补正"),
    _outcome("other.fee_overdue", "2", _FEE, "申请人逾期未按收费通知要求缴纳费用", "申请人逾期未缴纳费用", "逾期未缴费"),
    _outcome("other.other", "3", "其他", "其它", "其他情形"),
)
SUBTOTAL = "requests.other.subtotal"
"""The row (六)其他处理, which has numbers of its own in the form of 2019 and heads three rows in that of 2021."""
_OTHER_WHOLE = (Row(SUBTOTAL, "其他处理", APPLICANTS, "(六)", _RESULT, "other"),)
_CLOSING = (
    Row("requests.processed", "总计", APPLICANTS, "(七)", _RESULT, spellings=("合计",)),
    Row(
        "requests.carried_forward",
        "结转下年度继续办理",
        APPLICANTS,
        "四",
        spellings=("结转下一年度继续办理", "结转下年度", "结转下一年度", "结转下年"),
    ),
)

# -- Table 4 ------------------------------------------------------------------------------------------
_RULINGS = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other", "其他结果"),
    Column("pending", "尚未审结"),
    Column("total", "总计", spellings=("合计",)),
)
_REVIEW = Table(
    "review",
    "表四",
    "review",
    (
        Row("review", "行政复议", _RULINGS),
        Row("litigation_direct", "未经复议直接起诉", _RULINGS, band="行政诉讼", spellings=("未经行政复议直接起诉",)),
        Row("litigation_after_review", "复议后起诉", _RULINGS, band="行政诉讼"),
    ),
)

# -- Table 2 ------------------------------------------------------------------------------------------
_ARTICLE_20 = "第二十条第({})项"
_DOCUMENTS_2021 = (
    Column("issued", "本年制发件数", spellings=("本年制发件",)),
    Column("repealed", "本年废止件数", spellings=("本年废止件",)),
    Column("in_force", "现行有效件数", spellings=("现行有效件",)),
)
_DECISIONS_2021 = (Column("decisions", "本年处理决定数量"),)
_FEE_SPELLINGS = ("行政事业收费", "行政事业型收费", "行政性事业收费", "行政性事业性收费")
_FEES_2021 = (
    Column("amount_wan_yuan", "本年收费金额(单位:万元)", "万元", "decimal", ("本年收费金额", "收费金额(万元)", "收费金额")),
)
_PROACTIVE_2021 = Table(
    "proactive",
    "表二",
    "proactive",
    (
        Row("proactive.rules", "规章", _DOCUMENTS_2021, band=_ARTICLE_20.format("一")),
        Row(
            "proactive.normative_documents",
            "行政规范性文件",
            _DOCUMENTS_2021,
            band=_ARTICLE_20.format("一"),
            spellings=("规范性文件", "行政规范性档案", "规范性档案"),
        ),
        Row("proactive.licensing", "行政许可", _DECISIONS_2021, band=_ARTICLE_20.format("五")),
        Row("proactive.penalties", "行政处罚", _DECISIONS_2021, band=_ARTICLE_20.format("六")),
        Row("proactive.compulsion", "行政强制", _DECISIONS_2021, band=_ARTICLE_20.format("六")),
        Row("proactive.fees", "行政事业性收费", _FEES_2021, band=_ARTICLE_20.format("八"), spellings=_FEE_SPELLINGS),
    ),
)
_DOCUMENTS_2019 = (
    Column("newly_produced", "本年新制作数量", spellings=("本年新制作数",)),
    Column("newly_published", "本年新公开数量", spellings=("本年新公开数",)),
    Column("total_published", "对外公开总数量", spellings=("对外公开总数",)),
)
_ITEMS_2019 = (
    Column("items_previous_year", "上一年项目数量", "项"),
    Column("items_change", "本年增/减", "项", "signed", ("本年增减",)),
)
_DECISIONS_2019 = (*_ITEMS_2019, Column("decisions", "处理决定数量"))
_PROCUREMENT_2019 = (
    Column("projects", "采购项目数量", "个"),
    Column("amount", "采购总金额", "", "decimal"),
)
_PROACTIVE_2019 = Table(
    "proactive",
    "表二",
    "proactive",
    (
        Row("proactive.rules", "规章", _DOCUMENTS_2019, band=_ARTICLE_20.format("一")),
        Row(
            "proactive.normative_documents",
            "规范性文件",
            _DOCUMENTS_2019,
            band=_ARTICLE_20.format("一"),
            spellings=("行政规范性文件", "规范性档案"),
        ),
        Row("proactive.licensing", "行政许可", _DECISIONS_2019, band=_ARTICLE_20.format("五")),
        Row(
            "proactive.other_services",
            "其他对外管理服务事项",
            _DECISIONS_2019,
            band=_ARTICLE_20.format("五"),
            spellings=("其它对外管理服务事项",),
        ),
        Row("proactive.penalties", "行政处罚", _DECISIONS_2019, band=_ARTICLE_20.format("六")),
        Row("proactive.compulsion", "行政强制", _DECISIONS_2019, band=_ARTICLE_20.format("六")),
        Row("proactive.fees", "行政事业性收费", _ITEMS_2019, band=_ARTICLE_20.format("八"), spellings=_FEE_SPELLINGS),
        Row(
            "proactive.procurement",
            "政府集中采购",
            _PROCUREMENT_2019,
            band=_ARTICLE_20.format("九"),
            spellings=("政府集中采购项目",),
        ),
    ),
)


def _identities(requests: Table, review: Table) -> tuple[Identity, ...]:
    outcomes = [row.key for row in requests.rows if row.group]
    found: list[Identity] = []
    for column in APPLICANTS:
        received, over, processed, forward = (
            f"requests.{row}.{column.key}" for row in ("received", "carried_over", "processed", "carried_forward")
        )
        found.append(Identity("F1", f"{column.label}列", (received, over), (processed, forward)))
        found.append(Identity("F2", f"{column.label}列", tuple(f"{row}.{column.key}" for row in outcomes), (processed,)))
    for row in requests.rows:
        parts = tuple(f"{row.key}.{column.key}" for column in APPLICANTS[:-1])
        found.append(Identity("F3", f"“{row.label}”行", parts, (f"{row.key}.total",)))
    for row in review.rows:
        parts = tuple(f"{row.key}.{column.key}" for column in _RULINGS[:-1])
        found.append(Identity("F4", row.label, parts, (f"{row.key}.total",)))
    return tuple(sorted(found, key=lambda identity: identity.code))


def _form(key: str, proactive: Table, other: tuple[Row, ...]) -> Form:
    requests = Table("requests", "表三", "requests", (*_OPENING, *_OUTCOMES_TO_20, *other, *_CLOSING))
    return Form(key, (proactive, requests, _REVIEW), _identities(requests, _REVIEW))


def _form_2014() -> Form:
    rows = tuple(
        Row(
            LIST_2014 + key,
            label,
            (Column("", label, unit, "decimal" if "元" in unit else "count"),),
            spellings=SPELLINGS_2014.get(key, ()),
        )
        for key, label, unit in STATISTICS_2014
    )
    return Form("2014", (Table("statistics", "政府信息公开情况统计表", "other", rows),), ())


FORMS: dict[str, Form] = {
    "2021": _form("2021", _PROACTIVE_2021, _OTHER_SPLIT),
    "2019": _form("2019", _PROACTIVE_2019, _OTHER_WHOLE),
    "2014": _form_2014(),
}

OUTCOMES: dict[str, str] = {row.key.removeprefix("requests."): row.label for row in FORMS["2021"].tables[1].rows if row.group}
"""The 21 leaves of table three's results: key → printed label."""

GROUP_TOTALS: dict[str, tuple[str, ...]] = {
    group: tuple(f"{row.key}.total" for row in (*FORMS["2021"].tables[1].rows, *_OTHER_WHOLE) if row.group == group)
    for group in OUTCOME_GROUPS
}
"""Group of results → the figures whose sum it is. A report prints (六) in one row (2019) or in three, never both."""


@cache
def names_of(form: str) -> tuple[str, ...]:
    """Return the names of a form's figures in printed order; `form` is its key."""
    return tuple(cell.name for cell in FORMS[form].cells())


@cache
def cells_by_name() -> dict[str, Cell]:
    """Return every cell of every form by its figure name, the newest form first."""
    cells: dict[str, Cell] = {}
    for form in FORMS.values():
        for cell in form.cells():
            cells.setdefault(cell.name, cell)
    return cells

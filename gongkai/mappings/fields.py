"""What can be searched? FIELDS: every searchable field, once. Everything else is derived from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from gongkai.mappings.form import FORMS, cells_by_name
from gongkai.report import SECTIONS

__all__ = ["FACETS", "FIELDS", "FIGURES", "MAPPING_VERSION", "TEXTS", "Field", "Kind", "field_label", "field_named"]


class Kind(StrEnum):
    """How a value behaves; each engine maps every kind."""

    KEYWORD = "keyword"
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """One searchable field. Everything the product says about it is here."""

    name: str  # key in the document, filter name, CLI option
    kind: Kind
    label: str  # Chinese: facet heading, table column, Kibana label
    help: str  # one English sentence: --help, docs
    facet: bool = False
    boost: float = 0  # 0: not part of a text query
    many: bool = False  # a document may hold several values
    figure: bool = False  # a cell of the official form
    aliases: tuple[str, ...] = ()


_DESCRIPTIVE = (
    Field("id", Kind.KEYWORD, "编号", "Digest of the page's normalised text and its URL."),
    Field(
        "report_key",
        Kind.KEYWORD,
        "报告键",
        "Place, agency (however spelled), scope and year; null when the agency or the year is unknown, or agencies of several places are called so.",
    ),
    Field("title", Kind.TEXT, "标题", "Title of the report.", boost=3),
    Field("agency", Kind.KEYWORD, "机关", "Fullest name of the agency that the report prints.", True, aliases=("机构",)),
    Field("year", Kind.INTEGER, "年度", "Year the report covers.", facet=True, aliases=("年份", "年")),
    Field("published", Kind.DATE, "发布日期", "Day the report was published.", aliases=("日期",)),
    Field("url", Kind.KEYWORD, "网址", "Address of the page."),
    Field("source", Kind.KEYWORD, "来源", "File the report was read from."),
    Field("form", Kind.KEYWORD, "表式", "Version of the official form: 2021, 2019 or 2014.", facet=True),
    Field("province", Kind.KEYWORD, "省", "Province of the agency.", facet=True, aliases=("省份",)),
    Field("city", Kind.KEYWORD, "市", "City (prefecture) of the agency.", facet=True, aliases=("地市",)),
    Field("county", Kind.KEYWORD, "县", "County or district of the agency.", facet=True, aliases=("区县", "县区")),
    Field("town", Kind.KEYWORD, "乡镇街道", "Town or subdistrict of the agency.", facet=True, aliases=("乡镇", "街道")),
    Field("zone", Kind.KEYWORD, "功能区", "Development zone of the agency.", facet=True, aliases=("开发区",)),
    Field("adcode", Kind.KEYWORD, "行政区划代码", "Six-digit administrative code of the place."),
    Field("adcode_now", Kind.KEYWORD, "现行行政区划代码", "Code of the same place today; several when it was split.", many=True),
    Field("place_id", Kind.KEYWORD, "地点标识", "Code that joins a place over the years, whatever it was called."),
    Field("agency_id", Kind.KEYWORD, "机关标识", "Joins the spellings of one agency in one place over the years."),
    Field("level", Kind.KEYWORD, "层级", "national, provincial, prefectural, county or township.", facet=True),
    Field("kind", Kind.KEYWORD, "机关类型", "government, department, subdistrict_office …", facet=True, aliases=("类型",)),
    Field("scope", Kind.KEYWORD, "口径", "agency, or government_consolidated.", facet=True),
    Field(
        "outcome",
        Kind.KEYWORD,
        "办理结果",
        "Outcome of table three with a total above zero, or its group.",
        facet=True,
        many=True,
    ),
    Field("finding", Kind.KEYWORD, "核查发现", "Code of a finding.", facet=True, many=True, aliases=("问题",)),
    Field("fault", Kind.KEYWORD, "可能归因", "Who is likelier at fault in a finding.", facet=True, many=True),
    Field(
        "other_unit",
        Kind.KEYWORD,
        "单位不同的数",
        "Name of a figure that the report prints in another unit than the form's (finding U1): no sum counts it.",
        many=True,
    ),
    Field("tables", Kind.KEYWORD, "表格状态", "complete, partial or missing: how much of the three tables was read.", facet=True),
)


def _sections() -> tuple[Field, ...]:
    return tuple(
        Field(f"sections.{key}", Kind.TEXT, label, f"Text of the section {label}.", boost=1, aliases=(label,))
        for key, label in SECTIONS.items()
    )


_AS_PRINTED = (
    "the unit that its page prints, 元 or 万元, so that a sum over reports says nothing (`parse --explain` shows the cell)"
)


def _figures() -> tuple[Field, ...]:
    in_forms: dict[str, list[str]] = {}
    for form in FORMS.values():
        for cell in form.cells():
            in_forms.setdefault(cell.name, []).append(form.key)
    return tuple(
        Field(
            name,
            Kind.DECIMAL if cell.column.kind == "decimal" else Kind.INTEGER,
            cell.label,
            f"Figure of the form of {', '.join(in_forms[name])}, in {cell.column.unit or _AS_PRINTED}.",
            figure=True,
        )
        for name, cell in cells_by_name().items()
    )


FIGURES: tuple[Field, ...] = _figures()
TEXTS: tuple[Field, ...] = (*(f for f in _DESCRIPTIVE if f.kind is Kind.TEXT), *_sections())
"""The fields a phrase is looked for in: the title and each section."""
FIELDS: tuple[Field, ...] = (*_DESCRIPTIVE, *_sections(), *FIGURES)
FACETS: tuple[Field, ...] = tuple(field for field in FIELDS if field.facet)

_BY_NAME = {field.name: field for field in FIELDS}
MAPPING_VERSION = hashlib.sha256(repr([(f.name, f.kind, f.facet, f.many) for f in FIELDS]).encode()).hexdigest()[:8]
"""Digest of what an index depends on: another digest means that the index must be built again."""


def field_named(name: str) -> Field | None:
    """Return the field of that exact name, or null."""
    return _BY_NAME.get(name)


def field_label(name: str) -> str:
    """Return what the field of that exact name is called in Chinese, or the name itself."""
    field = _BY_NAME.get(name)
    return field.label if field else name

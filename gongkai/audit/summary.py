"""What was found, by report, by rule and by place?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from gongkai.audit.discrepancy import Tally
from gongkai.mappings.findings import RULES
from gongkai.search.render import Sheet
from gongkai.search.render_report import FINDING_HEADINGS, finding_row

__all__ = [
    "by_place",
    "by_rule",
    "finding_lines",
    "listing",
    "listing_csv",
    "place_sheet",
    "rule_sheet",
    "tallies_json",
    "tally_sheet",
]

Line = Mapping[str, Any]

_ABOUT = ("source", "id", "agency", "year")
_PLACES = ("province", "city", "county")


def finding_lines(document: Line, wanted: Mapping[str, Sequence[str | int]]) -> list[dict[str, Any]]:
    """Return the findings of a line of `parse`, those with the wanted codes and faults (none wanted: all)."""
    parts = dict.fromkeys(part for name in _PLACES if (part := document.get(name)))
    about = {name: document.get(name) for name in _ABOUT} | {"place": "".join(parts) or None}
    return [
        {**about, **finding}
        for finding in document.get("findings") or ()
        if all(not values or finding[name] in values for name, values in wanted.items())
    ]


def by_rule(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Return how often each rule was broken, in how many reports, in the order of the rules."""
    counted = _counted(lines, "code")
    order = [code for code in RULES if code in counted] + sorted(counted.keys() - RULES.keys(), key=str)
    return [{"code": code, "name": RULES[code].name if code in RULES else None, **counted[code]} for code in order]


def by_place(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Return how much was found in each place, the most first; a place that is not known is null."""
    counted = _counted(lines, "place")
    order = sorted(counted, key=lambda place: (-counted[place]["findings"], place is None, place or ""))
    return [{"place": place, **counted[place]} for place in order]


def _counted(lines: Iterable[Line], name: str) -> dict[Any, dict[str, int]]:
    findings: dict[Any, int] = defaultdict(int)
    reports: dict[Any, set[str]] = defaultdict(set)
    for line in lines:
        findings[line.get(name)] += 1
        reports[line.get(name)].add(line["id"])
    return {key: {"findings": findings[key], "reports": len(reports[key])} for key in findings}


def listing(lines: Sequence[Line], reports: int) -> Sheet:
    """Return a row a finding."""
    rows = [(line["agency"] or line["source"], line["year"], *finding_row(line)) for line in lines]
    foot = f"查了 {reports:,} 篇报告，{len({line['id'] for line in lines}):,} 篇共有 {len(lines):,} 条发现"
    return Sheet(("机关", "年度", *FINDING_HEADINGS), rows, frozenset({1}), frozenset({0, 4, 5}), foot=foot)


def listing_csv(lines: Iterable[Line]) -> Sheet:
    """Return a row a finding with everything that says which report it is."""
    rows = [(*(line[name] for name in _ABOUT), *finding_row(line), line["figures"]) for line in lines]
    return Sheet(("来源", "编号", "机关", "年度", *FINDING_HEADINGS, "数据项"), rows)


def rule_sheet(lines: Iterable[Line]) -> Sheet:
    """Return a row a rule."""
    rows = [(line["code"], line["name"], line["findings"], line["reports"]) for line in by_rule(lines)]
    return Sheet(("代码", "名称", "发现", "报告"), rows, frozenset({2, 3}))


def place_sheet(lines: Iterable[Line]) -> Sheet:
    """Return a row a place."""
    rows = [(line["place"] or "（不明）", line["findings"], line["reports"]) for line in by_place(lines)]
    return Sheet(("地区", "发现", "报告"), rows, frozenset({1, 2}))


def tallies_json(tallies: Mapping[str, Tally]) -> dict[str, dict[str, int]]:
    """Return rule → how often it could be tried, failed, or could not be tried."""
    return {
        code: {"assessed": tally.assessed, "failed": tally.failed, "not_assessable": tally.not_assessable}
        for code, tally in tallies.items()
    }


def tally_sheet(tallies: Mapping[str, Tally]) -> Sheet:
    """Return a row a rule across reports."""
    rows = [(code, RULES[code].name, tally.assessed, tally.failed, tally.not_assessable) for code, tally in tallies.items()]
    return Sheet(("代码", "名称", "可判断", "不符", "无法判断"), rows, frozenset({2, 3, 4}), title="跨报告核对")

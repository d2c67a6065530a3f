"""What is sent to an agency? One page that says what its reports print, where, and what does not fit. No scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from gongkai.audit.discrepancy import number
from gongkai.audit.summary import by_rule
from gongkai.mappings.findings import RULES
from gongkai.mappings.form import cells_by_name
from gongkai.mappings.labels import STATES, label_of
from gongkai.report import Fault
from gongkai.search.render import one_line

__all__ = ["ABOUT", "Subject", "page", "subject_of"]

ABOUT = ("id", "agency", "year", "title", "published", "url", "source")
"""Fields of a report that the page tells."""

_NOT_LATE = "发布日期晚于期限，首次发布及时或不明"
_MOST, _SHORT = 24, 8  # figures shown of one finding; as many are shown even when they are zero
_STYLE = """
body{font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;color:#222;max-width:50rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.25rem;border-bottom:2px solid #333;margin-top:2.5rem}h3{font-size:1.05rem;margin-bottom:.2rem}
.about,.note{color:#555;font-size:.9rem;overflow-wrap:anywhere}
.finding{border-left:4px solid #a33;padding:.1rem 0 .1rem 1rem;margin:1rem 0;break-inside:avoid}
.finding.parser_suspect,.finding.undecided{border-color:#999}.finding p{margin:.3rem 0}
.message{font-weight:bold}blockquote{margin:.3rem 0;padding:.2rem .8rem;background:#f4f4f0;overflow-wrap:anywhere}
table{border-collapse:collapse;font-size:.9rem;margin:.4rem 0}th,td{border:1px solid #bbb;padding:.15rem .6rem;text-align:left}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
@media print{body{margin:0;max-width:none}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(slots=True)
class Subject:
    """A report with findings: what the page says of it. `printed` holds the figures that a finding names."""

    about: Mapping[str, Any]
    findings: list[Mapping[str, Any]] = field(default_factory=list)
    printed: dict[str, str] = field(default_factory=dict)


def subject_of(document: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]) -> Subject:
    """Return what the page needs of a line of `parse`."""
    figures, states = document.get("figures") or {}, document.get("states") or {}
    names = dict.fromkeys(name for finding in findings for name in finding["figures"])
    printed = {
        name: number(value) if (value := figures.get(name)) is not None else STATES.get(states.get(name, ""), STATES["missing"])
        for name in names
    }
    about = {name: document.get(name) for name in ABOUT}
    return Subject(about, list(findings), printed)


def page(subjects: Sequence[Subject], reports: int, *, made: str) -> Iterator[str]:
    """Yield the page in pieces; `reports` is how many were looked at, `made` the day it was made."""
    findings = [finding for subject in subjects for finding in subject.findings]
    yield '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>政府信息公开工作年度报告核查情况</title><style>{_STYLE}</style></head>\n<body><h1>政府信息公开工作年度报告核查情况</h1>"
    yield (
        f"<p>共核查 {reports:,} 篇报告，其中 {len(subjects):,} 篇有 {len(findings):,} 处需要说明或更正。"
        "以下逐篇列出报告所印的内容、所在位置和不相符之处。</p>"
        '<p class="note">本页由程序根据已公开的报告生成，所列数字均为报告原样，未作任何更正；空白不作零计。'
        "“解析存疑”和“未定”的，请先对照原文核实。</p>"
    )
    yield from _rules(findings)
    agency: object = None
    for subject in sorted(subjects, key=_order):
        name = _name(subject.about)
        if name != agency:
            yield f"\n<h2>{_text(name)}</h2>"
            agency = name
        yield from _subject(subject)
    yield f'\n<p class="note">制表日期：{_text(made)}</p></body></html>\n'


def _order(subject: Subject) -> tuple[str, int, str]:
    return _name(subject.about), subject.about.get("year") or 0, str(subject.about["id"])


def _name(about: Mapping[str, Any]) -> str:
    return str(about.get("agency") or about.get("title") or about.get("source") or "机关不明")


def _text(value: object) -> str:
    return escape(one_line(str(value)))


def _is_of_no_late_one(finding: Mapping[str, Any]) -> bool:
    return bool(finding["code"] == "D2" and finding["fault"] == Fault.UNDECIDED)


def _name_of(finding: Mapping[str, Any]) -> str:
    """Return what a finding is called; nobody is called late whose first version came in time, or on a day that nobody knows."""
    rule = RULES.get(finding["code"])
    return _NOT_LATE if _is_of_no_late_one(finding) else rule.name if rule else ""


def _rules(findings: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield '<table><thead><tr><th>代码</th><th>问题</th><th class="n">处</th><th class="n">篇</th></tr></thead><tbody>'
    named: dict[str, list[Mapping[str, Any]]] = {}
    for finding in sorted(findings, key=_is_of_no_late_one):
        named.setdefault(_name_of(finding), []).append(finding)
    for code in (line["code"] for line in by_rule(findings)):
        for name, some in named.items():
            for line in by_rule(finding for finding in some if finding["code"] == code):
                numbers = f'<td class="n">{line["findings"]:,}</td><td class="n">{line["reports"]:,}</td>'
                yield f"<tr><td>{_text(code)}</td><td>{_text(name)}</td>{numbers}</tr>"
    yield "</tbody></table>"


def _subject(subject: Subject) -> Iterator[str]:
    about = subject.about
    title = about.get("title") or f"{about.get('year') or '年度不明'}年政府信息公开工作年度报告"
    yield f"\n<h3>《{_text(title)}》</h3>"
    url = str(about.get("url") or "")
    address = _text(url)
    if url.startswith(("http://", "https://")):
        address = f'<a href="{address}" rel="noreferrer noopener">{address}</a>'
    known = {
        "报告年度": about.get("year"),
        "发布日期": about.get("published"),
        "来源": re.split(r"[/\\]", about.get("source") or "")[-1] or None,  # nobody else has our folders
        "编号": about.get("id"),
    }
    parts = [f"{label}：{_text(value)}" for label, value in known.items() if value is not None]
    yield f'<p class="about">{"　".join(parts)}{f"　网址：{address}" if url else ""}</p>'
    for finding in subject.findings:
        yield from _finding(finding, subject.printed)


def _finding(finding: Mapping[str, Any], printed: Mapping[str, str]) -> Iterator[str]:
    rule = RULES.get(finding["code"])
    fault = _text(finding["fault"])
    yield f'\n<div class="finding {fault}"><p>{_text(finding["code"])} {_text(_name_of(finding))}</p>'
    yield f'<p class="message">{_text(finding["message"])}</p>'
    if finding.get("evidence"):
        yield f"<p>报告所印：</p><blockquote>{_text(finding['evidence'])}</blockquote>"
    if not finding.get("others"):  # of several reports: what each prints stands above
        yield from _numbers([name for name in finding["figures"] if name in printed], printed)
    if rule:
        yield f'<p class="note">核对规则：{_text(rule.compares)}。依据：{_text(rule.basis)}。'
        yield f"可能归因：{_text(label_of('fault', finding['fault']))}。</p>"
    yield "</div>"


def _numbers(names: Sequence[str], printed: Mapping[str, str]) -> Iterator[str]:
    """Yield the figures as a table; in a long one the zeros are only counted."""
    if not names:
        return
    shown = names if len(names) <= _SHORT else [name for name in names if printed[name] != "0"]
    yield '<table><thead><tr><th>位置</th><th class="n">所印数字</th></tr></thead><tbody>'
    for name in shown[:_MOST]:
        cell = cells_by_name().get(name)
        yield f'<tr><td>{_text(cell.label if cell else name)}</td><td class="n">{_text(printed[name])}</td></tr>'
    yield "</tbody></table>"
    if zeros := len(names) - len(shown):
        yield f'<p class="note">其余 {zeros} 项所印均为 0。</p>'
    if len(shown) > _MOST:
        yield f'<p class="note">另有 {len(shown) - _MOST} 项未列出。</p>'

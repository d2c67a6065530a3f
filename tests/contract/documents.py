"""Made-up lines of `parse` for the contract and the tests of the engines."""

from __future__ import annotations

import hashlib
from typing import Any

from gongkai.mappings.form import FORMS
from gongkai.search.engine import Incoming

__all__ = ["SHELF", "incoming", "make_document", "make_id"]

PARSER = "1"
FORM_FIGURES = [cell.name for cell in FORMS["2021"].cells()]


def make_id(text: str) -> str:
    """Return an id as `parse` makes them: a digest."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def make_document(name: str, *, figures: dict[str, Any] | None = None, **parts: Any) -> dict[str, Any]:
    """Return a line of `parse`: every figure of the 2021 form is null unless given."""
    values: dict[str, Any] = dict.fromkeys(FORM_FIGURES) | (figures or {})
    document = {
        "source": f"{name}.html",
        "report": True,
        "id": make_id(name),
        "report_key": None,
        "title": None,
        "agency": None,
        "year": None,
        "published": None,
        "url": None,
        "form": "2021",
        "province": None,
        "city": None,
        "county": None,
        "town": None,
        "zone": None,
        "adcode": None,
        "adcode_now": [],
        "level": None,
        "kind": None,
        "scope": None,
        "sections": {},
        "extra_rows": [],
        "findings": [],
    }
    unknown = parts.keys() - document.keys()
    assert not unknown, unknown
    states = {figure: "missing" for figure, value in values.items() if value is None}
    return {**document, **parts, "figures": values, "states": states}


def incoming(document: dict[str, Any], *, source: str | None = None, digest: str = "1", parser: str = PARSER) -> Incoming:
    """Return what the pipeline hands over for a document."""
    return Incoming(source or document["source"], digest, parser, document, b"<html>")


def _shelf() -> list[dict[str, Any]]:
    """Return six reports: two provinces and one that has none, three years, figures printed, zero and lost."""
    total, secret, held = (f"requests.{row}.total" for row in ("received", "denied.state_secret", "unavailable.not_held"))
    fees = "proactive.fees.amount_wan_yuan"
    f1 = {"code": "F1", "message": "…", "figures": [total], "evidence": "", "fault": "source_error"}
    f2 = {"code": "F2", "message": "…", "figures": [], "evidence": "", "fault": "undecided"}
    return [
        make_document(
            "a",
            title="甲市2021年政府信息公开工作年度报告",
            agency="甲市人民政府",
            year=2021,
            province="甘肃省",
            level="prefectural",
            published="2022-01-10",
            adcode="620400",
            sections={"overview": "严格执行三审三校制度，保密审查到位。", "problems": "人员\n不足。"},
            figures={total: 10, secret: 2, held: 0, "requests.granted.total": 8, fees: 1.1},
        ),
        make_document(
            "b",
            title="乙县2021年年度报告",
            agency="乙县人民政府",
            year=2021,
            province="甘肃省",
            level="county",
            published="2022-03-01",
            sections={"overview": "落实“三审三校”。", "problems": "三审制度执行不严；三校缺位。"},
            figures={total: 0, secret: 0, fees: 2.2},
            findings=[f1, f2],
        ),
        make_document(
            "c",
            title="丙区年度报告",
            agency="丙区人民政府",
            year=2022,
            province="重庆市",
            level="county",
            published="2023-01-31",
            sections={"overview": "总体情况良好", "proactive": "三审", "requests": "三校", "problems": "无"},
            figures={total: 5, held: 5},
            findings=[f1],
        ),
        make_document(
            "d",
            agency="丁局",
            year=2023,
            province="重庆市",
            level="county",
            sections={"preamble": "Annual  Report\n2023 年 度"},
            figures={total: 7, secret: 7, fees: 0},
        ),
        make_document("e", title="三审三校", year=2022, level="county", sections={"other": "𠀀字𠀁"}),
        make_document("f", agency="己局", province="甘肃省", form=None, figures={total: 100}),
    ]


SHELF = _shelf()

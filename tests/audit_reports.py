"""Made-up lines of `parse` for the tests of audits: agencies of 白银区 and around, year by year."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from contract.documents import make_document

__all__ = ["BAIYIN", "GANSU", "as_printed", "report", "write_lines"]

GANSU = {"province": "甘肃省", "adcode": "620000", "level": "provincial"}
BAIYIN = {"province": "甘肃省", "city": "白银市", "county": "白银区", "adcode": "620402", "level": "county"}


def report(agency: str, year: int | None, version: int = 1, **parts: Any) -> dict[str, Any]:
    """Return a report of a department of 白银区, published on 15 January, unless told otherwise."""
    known: dict[str, Any] = {**BAIYIN, "kind": "department", "scope": "agency", **parts}
    key = f"{known['adcode']}/{agency}/{known['scope']}/{year}"
    known.setdefault("published", f"{year + 1}-01-15" if year else None)
    known.setdefault("title", f"{agency}{year}年政府信息公开工作年度报告")
    return make_document(f"{key}/{version}", agency=agency, year=year, report_key=key, **known)


def as_printed(adcode: str, places: tuple[str | None, ...]) -> tuple[str, tuple[str | None, ...]]:
    """Return a place as a report prints it, for tests without a gazetteer."""
    return adcode, places


def write_lines(path: Path, documents: list[dict[str, Any]]) -> Path:
    """Write lines of `parse`."""
    path.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents), encoding="utf-8")
    return path

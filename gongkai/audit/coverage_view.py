"""How is coverage shown? A grid of blocks, lines of words, JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gongkai.audit.coverage import Cell, Grid, Line, Presence
from gongkai.search.render import Sheet

__all__ = ["BLOCKS", "LABELS", "cells_sheet", "grid_json", "grid_lines", "grid_sheet"]

LABELS: dict[Presence, str] = {
    Presence.PUBLISHED: "已发布",
    Presence.REPUBLISHED: "再次发布",
    Presence.LATE: "逾期",
    Presence.MISSING: "未见",
    Presence.NOT_EXPECTED: "不适用",
    Presence.NOT_ASSESSABLE: "无法判断",
}
BLOCKS: dict[Presence, str] = {
    Presence.PUBLISHED: "█",
    Presence.REPUBLISHED: "▓",
    Presence.LATE: "▄",
    Presence.MISSING: "□",
    Presence.NOT_EXPECTED: "·",
    Presence.NOT_ASSESSABLE: "?",
}
_HEADINGS = ("机关", "行政区划代码", "年度", "状态", "首次发布", "现行版发布", "期限", "逾期天数", "版本数", "编号")
_GAPS = ("机关", "行政区划代码", "年度", "期限")
_SAID = ("期限说明", "无法判断原因")  # columns that are there where a row has something to say
_UNJUDGED = "期限无法判断"
_UNKNOWN = {
    "level": f"层级不明，{_UNJUDGED}",
    "kind": f"机关类型不明，{_UNJUDGED}",
    "date": f"日期出自页面的“更新时间”，{_UNJUDGED}",
    "first": f"标题或正文称其为更正、修订版，首次发布日期不明，{_UNJUDGED}",
    "rule": f"条例未规定此类单位的期限，{_UNJUDGED}",
}
_REASONS = {
    "several_places": "名称为几地所共有",
    "several_agencies": "名称与几个机关相符",
    "no_place": "名称和代码未表明所在地",
    "code": "代码有误，或与名称不符",
    "unplaced_report": "有同名报告，其所在地不明",
    "yearless_report": "另有报告年度不明、自相矛盾，或发布于标题所称年度结束之前",
    "other_name": "名单另一行的机关当年已发布，两者可能是先后改名的同一机关",
    "several_names": "一行写了几个机关",
    "other_place": "名称未表明所在地，同名报告出自别处",
}


def grid_sheet(grid: Grid, *, blocks: bool) -> Sheet:
    """Return agencies × years, as blocks for a terminal or as words with the day of first publication."""
    draw = _block if blocks else _words
    rows: list[tuple[object, ...]] = []
    for line in grid.lines:
        gaps = sum(cell.state is Presence.MISSING for cell in line.cells.values())
        rows.append((line.expected.agency, *(draw(line.cells[year]) for year in grid.years), gaps))
    headings = ("机关", *map(str, grid.years), "未见")
    return Sheet(headings, rows, frozenset({len(headings) - 1}), foot=_legend(grid))


def _block(cell: Cell) -> str:
    return BLOCKS[cell.state] * 4


def _words(cell: Cell) -> str:
    return " ".join(part for part in (LABELS[cell.state], cell.first, _UNJUDGED if cell.unknown else None) if part)


def _legend(grid: Grid) -> str:
    counts = grid.counts()
    named = [f"{BLOCKS[state]} {LABELS[state]} {counts[state]:,}" for state in Presence if counts[state]]
    unjudged = sum(cell.unknown is not None for _, _, cell in grid.cells())
    named += [f"{_UNJUDGED} {unjudged:,}"] if unjudged else []
    return f"{len(grid.lines):,} 个机关　" + "　".join(named)


def _chosen(grid: Grid, *, only_gaps: bool) -> Iterator[tuple[Line, int, Cell]]:
    return (cell for cell in grid.cells() if not only_gaps or cell[2].state is Presence.MISSING)


def cells_sheet(grid: Grid, *, only_gaps: bool) -> Sheet:
    """Return a row a cell, and columns of what is to be said of some of them."""
    rows: list[tuple[object, ...]] = []
    for line, year, cell in _chosen(grid, only_gaps=only_gaps):
        about = (line.expected.agency, line.expected.adcode, year)
        said = (_UNKNOWN.get(cell.unknown or ""), _REASONS.get(cell.reason or ""))
        if only_gaps:
            rows.append((*about, cell.due, *said))
        else:
            days = (cell.first, cell.published, cell.due, cell.days_late, cell.versions, cell.id)
            rows.append((*about, LABELS[cell.state], *days, *said))
    headings = (*(_GAPS if only_gaps else _HEADINGS), *_SAID)
    kept = [place for place in range(len(headings)) if headings[place] not in _SAID or any(row[place] for row in rows)]
    shown = [tuple(row[place] for place in kept) for row in rows]
    foot = _legend(grid) if only_gaps else ""
    return Sheet(tuple(headings[place] for place in kept), shown, frozenset({2} if only_gaps else {2, 7, 8}), foot=foot)


def grid_lines(grid: Grid, *, only_gaps: bool) -> Iterator[dict[str, Any]]:
    """Yield a cell at a time under its documented names."""
    for line, year, cell in _chosen(grid, only_gaps=only_gaps):
        yield {
            "agency": line.expected.agency,
            "agency_id": line.expected.agency_id,
            "adcode": line.expected.adcode,
            "year": year,
            "state": cell.state.value,
            "first_published": cell.first,
            "published": cell.published,
            "due": cell.due.isoformat() if cell.due else None,
            "days_late": cell.days_late,
            "versions": cell.versions,
            "id": cell.id,
            **({"unknown": cell.unknown} if cell.unknown else {}),
            **({"reason": cell.reason} if cell.reason else {}),
            **({"ambiguous": list(line.ambiguous)} if line.ambiguous else {}),
            **({"note": line.note} if line.note else {}),
        }


def grid_json(grid: Grid, roster: str, *, only_gaps: bool) -> dict[str, Any]:
    """Return the answer of `coverage` under its documented names."""
    cells = list(grid_lines(grid, only_gaps=only_gaps))
    return {"roster": roster, "years": list(grid.years), "agencies": len(grid.lines), "counts": grid.counts(), "cells": cells}

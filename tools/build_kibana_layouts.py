"""Draw the layout of each dashboard into docs/kibana/*.svg: its grid, with the numbers of made-up reports.

python -m tools.build_kibana_layouts
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from gongkai.indexer.inputs.sources import Sources
from gongkai.indexer.pipeline import index_inputs
from gongkai.mappings.findings import RULES
from gongkai.mappings.kibana_boards import BOARDS, CONTROLS
from gongkai.mappings.kibana_panels import WIDTH, Board, Chart, Listing, Panel, Part, Phrases, Place, View, WordCloud
from gongkai.mappings.kibana_views import FIELDS_OF
from gongkai.mappings.labels import label_of
from gongkai.sample.generate import write_sample
from gongkai.search.engine import Engine, open_engine
from gongkai.search.query import AllOf, Exists, Query, Term
from tools import kibana_drawing as draw
from tools.kibana_numbers import Key, Numbers, numbers

__all__ = ["drawn", "main"]

FOLDER = Path(__file__).parent.parent / "docs" / "kibana"
REPORTS = 600
COLUMN, LINE, GAP, TOP = 22.0, 16.0, 4.0, 92.0
STYLE = 'font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"'


def main() -> None:
    """Write a file a dashboard."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_sample(REPORTS, place / "reports", seed=7, broken=0.2)
        engine = open_engine(str(place / "index"), create=True)
        index_inputs(Sources([str(place / "reports")]), engine)
        FOLDER.mkdir(parents=True, exist_ok=True)
        for board in BOARDS:
            (FOLDER / f"{board.key}.svg").write_text(drawn(board, engine), encoding="utf-8")
        engine.close()


def drawn(board: Board, engine: Engine) -> str:
    """Return the drawing of a dashboard."""
    parts = list(board.parts())
    width = WIDTH * COLUMN
    height = TOP + max(place.y + place.h for _, place in parts) * LINE
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" {STYLE}>',
        f'<rect width="{width:g}" height="{height:g}" fill="#f7f8fc"/>',
        draw.text(10, 24, f"政府信息公开年报·{board.title}", 17),
        draw.text(width - 10, 24, f"示意图：版面与 {REPORTS} 篇虚构报告的数字", 11, anchor="end", colour="#98a2b3"),
        _controls(width),
        _pills(board),
        *(_panel(part, place, engine) for part, place in parts),
        "</svg>\n",
    ]
    return "\n".join(piece for piece in pieces if piece)


def _controls(width: float) -> str:
    each = (width - 12) / len(CONTROLS)
    pieces = []
    for number, name in enumerate(CONTROLS):
        x = 6 + number * each
        pieces.append(f'<rect x="{x:.1f}" y="36" width="{each - 8:.1f}" height="24" rx="4" fill="#fff" stroke="#d3dae6"/>')
        pieces.append(draw.text(x + 8, 52, f"{FIELDS_OF[View.REPORTS][name].label}　任意"))
    return "".join(pieces)


def _pills(board: Board) -> str:
    x, pieces = 6.0, []
    for phrase in board.phrases:
        wide = len(phrase) * 10 + 14
        pieces.append(f'<rect x="{x:.1f}" y="66" width="{wide}" height="18" rx="4" fill="#e9edf3" stroke="#d3dae6"/>')
        pieces.append(draw.text(x + wide / 2, 79, phrase, 10, anchor="middle", colour="#98a2b3"))
        x += wide + 5
    return "".join(pieces)


def _panel(part: Part, place: Place, engine: Engine) -> str:
    x, y = place.x * COLUMN + GAP, TOP + place.y * LINE + GAP
    width, height = place.w * COLUMN - 2 * GAP, place.h * LINE - 2 * GAP
    frame = (
        f'<rect data-panel="{part.key}" data-grid="{place.x} {place.y} {place.w} {place.h}" x="{x:g}" y="{y:g}"'
        f' width="{width:g}" height="{height:g}" rx="5" fill="#fff" stroke="#d3dae6"/>'
    )
    inside = (x + 10, y + 30, width - 20, height - 38)
    return frame + draw.text(x + 10, y + 18, part.title, 12) + _content(part, inside, engine)


def _content(part: Part, box: draw.Box, engine: Engine) -> str:
    if isinstance(part, WordCloud):
        return draw.text(
            box[0], box[1] + 16, "每个年度一列词，由 Elasticsearch 的 significant_text 算出，此处不画。", colour="#98a2b3"
        )
    if isinstance(part, Listing):
        return _listing(part, box, engine)
    found = numbers(engine, part)
    if part.chart is Chart.NUMBER:
        return draw.number(box, found[0].get((None, None), 0))
    if part.chart in (Chart.BAR_LYING, Chart.DONUT):
        rows = [(_name(part, "rows", key), value) for (key, _), value in _ordered(part, found[0])]
        return draw.bars(box, rows) if part.chart is Chart.BAR_LYING else draw.donut(box, rows)
    keys = _keys(part, found)
    names = [_name(part, "rows", key) for key in keys]
    series = _series(part, found, keys)
    if part.chart is Chart.TABLE:
        heads = [_heading(part), *(name for name, _ in series)]
        cells = [[name, *(values[place] or "" for _, values in series)] for place, name in enumerate(names)]
        return draw.table(box, heads, cells)
    if part.chart is Chart.LINE:
        return draw.lines(box, names, series)
    return draw.columns(box, names, series, shares=part.chart is Chart.BAR_SHARES, side_by_side=part.chart is Chart.BAR)


def _series(part: Panel, found: list[Numbers], keys: list[Key]) -> list[tuple[str, list[float]]]:
    """Return (name, values): of each measure, or of each value of the second axis."""
    if part.split is None:
        return [
            (measure.label, [each.get((key, None), 0.0) for key in keys])
            for measure, each in zip(part.measures, found, strict=True)
        ]
    splits = sorted({split for _, split in found[0]}, key=lambda split: _place(part, found[0], split))[: part.split.size]
    return [(_name(part, "split", split), [found[0].get((key, split), 0.0) for key in keys]) for split in splits]


def _place(part: Panel, found: Numbers, split: Key) -> tuple[float, str]:
    in_order = part.split is not None and part.split.in_order
    return (0, str(split)) if in_order else (-sum(value for (_, each), value in found.items() if each == split), str(split))


def _keys(part: Panel, found: list[Numbers]) -> list[Key]:
    totals: dict[Key, float] = {}
    for (row, _), value in found[0].items():
        totals[row] = totals.get(row, 0) + value
    if isinstance(part.rows, Phrases):
        return list(part.rows.phrases)
    if part.rows is not None and part.rows.in_order:
        return sorted(totals, key=str)
    return sorted(totals, key=lambda key: (-totals[key], str(key)))


def _ordered(part: Panel, found: Numbers) -> list[tuple[tuple[Key, Key], float]]:
    if isinstance(part.rows, Phrases):
        return [((phrase, None), found.get((phrase, None), 0)) for phrase in part.rows.phrases]
    return sorted(found.items(), key=lambda pair: (-pair[1], str(pair[0])))


def _name(part: Panel, axis: str, key: Key) -> str:
    """Return what Kibana would show of a value: the formats of the data view."""
    chosen = part.rows if axis == "rows" else part.split
    if chosen is None or isinstance(chosen, Phrases):
        return str(key)
    if chosen.field == "finding":
        return f"{key} {RULES[str(key)].name}"
    return label_of(chosen.field, key)


def _heading(part: Panel) -> str:
    return "说法" if part.rows is None or isinstance(part.rows, Phrases) else FIELDS_OF[part.view][part.rows.field].label


def _listing(part: Listing, box: draw.Box, engine: Engine) -> str:
    parts = tuple(Term(field, values) if values else Exists(field) for field, values in part.where)
    hits = engine.search(Query(AllOf(parts), sort="-year", limit=int(box[3] // 16))).hits
    rows = [[_shown(hit.document, name) for name in part.columns] for hit in hits]
    return draw.table(box, [FIELDS_OF[View.REPORTS][name].label for name in part.columns], rows)


def _shown(document: Mapping[str, object], name: str) -> str:
    sections, findings = document.get("sections"), document.get("findings")
    if name.startswith("sections.") and isinstance(sections, Mapping):
        return str(sections.get(name.removeprefix("sections."), ""))
    if name in ("finding", "fault") and isinstance(findings, list):
        return "、".join(sorted({str(each["code" if name == "finding" else "fault"]) for each in findings}))
    return str(document.get(name) or "")


if __name__ == "__main__":
    main()

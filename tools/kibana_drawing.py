"""How is a panel drawn in the layouts of docs/kibana? Small charts in SVG: what to expect, not what Kibana draws."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

__all__ = ["Box", "bars", "columns", "donut", "lines", "number", "table", "text"]

COLOURS = ("#54b399", "#6092c0", "#d36086", "#9170b8", "#ca8eae", "#d6bf57", "#b9a888", "#da8b45", "#aa6556", "#e7664c")
Series = Sequence[tuple[str, Sequence[float]]]
Box = tuple[float, float, float, float]  # x, y, width, height


def text(x: float, y: float, words: object, size: float = 11, *, anchor: str = "start", colour: str = "#343741") -> str:
    """Return a line of text."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" fill="{colour}">{escape(str(words))}</text>'
    )


def cut(words: object, width: float, size: float = 11) -> str:
    """Return the beginning of a text that fits; a Chinese character is as wide as the size says."""
    room, kept = width / size, ""
    for char in str(words):
        room -= 1 if ord(char) > 0x2E80 else 0.58
        if room < 0.6:
            return kept + "…"
        kept += char
    return kept


def figure(value: float) -> str:
    """Return a number as Kibana would show it."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def number(box: Box, value: float) -> str:
    """Draw one large number."""
    x, y, width, height = box
    return text(x + width / 2, y + height / 2 + 12, figure(value), 30, anchor="middle")


def bars(box: Box, rows: Sequence[tuple[str, float]]) -> str:
    """Draw lying bars, the longest first."""
    x, y, width, height = box
    shown = rows[: max(1, int(height // 16))]
    most = max((value for _, value in shown), default=1) or 1
    label = min(150.0, width * 0.42)
    parts = []
    for place, (name, value) in enumerate(shown):
        top = y + place * 16
        length = (width - label - 60) * value / most
        parts.append(text(x + label - 6, top + 11, cut(name, label - 8, 10), 10, anchor="end"))
        parts.append(f'<rect x="{x + label:.1f}" y="{top + 2:.1f}" width="{length:.1f}" height="11" fill="{COLOURS[0]}"/>')
        parts.append(text(x + label + length + 4, top + 11, figure(value), 10))
    return "".join(parts)


def columns(box: Box, names: Sequence[str], series: Series, *, shares: bool = False, side_by_side: bool = False) -> str:
    """Draw standing columns: on each other, as shares of each column, or side by side."""
    x, y, width, height = box
    parts = [legend(box, [name for name, _ in series])] if len(series) > 1 else []
    width -= 110 if len(series) > 1 else 0
    height -= 18
    totals = [sum(values[place] for _, values in series) for place in range(len(names))]
    most = 1.0 if shares else max((max(values) for _, values in series) if side_by_side else totals, default=1) or 1
    step = width / max(1, len(names))
    for place, name in enumerate(names):
        left, top = x + place * step, y + height
        for number_, (_, values) in enumerate(series):
            value = values[place] / (totals[place] or 1) if shares else values[place]
            tall = (height - 4) * value / most
            if side_by_side:
                each = step * 0.8 / len(series)
                parts.append(_bar(left + step * 0.1 + number_ * each, y + height - tall, each, tall, number_))
            else:
                top -= tall
                parts.append(_bar(left + step * 0.12, top, step * 0.76, tall, number_))
        parts.append(text(left + step / 2, y + height + 13, cut(name, step, 10), 10, anchor="middle"))
    return "".join(parts)


def lines(box: Box, names: Sequence[str], series: Series) -> str:
    """Draw a line through the values."""
    x, y, width, height = box
    most = max((max(values) for _, values in series), default=1) or 1
    step = width / max(1, len(names))
    parts = [text(x + (place + 0.5) * step, y + height - 4, name, 10, anchor="middle") for place, name in enumerate(names)]
    for number_, (_, values) in enumerate(series):
        points = " ".join(
            f"{x + (place + 0.5) * step:.1f},{y + (height - 24) * (1 - value / most) + 4:.1f}"
            for place, value in enumerate(values)
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[number_]}" stroke-width="2"/>')
    return "".join(parts)


def donut(box: Box, rows: Sequence[tuple[str, float]]) -> str:
    """Draw a ring of shares."""
    x, y, width, height = box
    whole = sum(value for _, value in rows) or 1
    radius = min(height, width - 110) / 2 - 6
    cx, cy, angle = x + (width - 110) / 2, y + height / 2, -math.pi / 2
    around = 2 * math.pi * radius * 0.75
    parts = [legend(box, [f"{name} {value / whole:.0%}" for name, value in rows])]
    for place, (_, value) in enumerate(rows):
        share = value / whole
        parts.append(
            f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{radius * 0.75:.1f}" fill="none" stroke="{COLOURS[place % len(COLOURS)]}"'
            f' stroke-width="{radius * 0.45:.1f}" stroke-dasharray="{around * share:.2f} {around:.2f}"'
            f' transform="rotate({math.degrees(angle):.2f} {cx:.1f} {cy:.1f})"/>'
        )
        angle += 2 * math.pi * share
    return "".join(parts)


def table(box: Box, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Draw as much of a table as there is room for."""
    x, y, width, height = box
    first = min(220.0, width * 0.35)
    step = (width - first) / max(1, len(heads) - 1)
    parts = []
    for number_, row in enumerate([heads, *rows]):
        top = y + 11 + number_ * 16
        if top > y + height:
            break
        colour = "#69707d" if number_ == 0 else "#343741"
        for place, cell in enumerate(row):
            if place == 0:
                parts.append(text(x, top, cut(cell, first - 6, 10), 10, colour=colour))
            else:
                shown = figure(cell) if isinstance(cell, float) else cut(cell, step - 4, 10)
                parts.append(text(x + first + place * step - 4, top, shown, 10, anchor="end", colour=colour))
        parts.append(f'<path d="M{x:.1f} {top + 4:.1f}h{width:.1f}" stroke="#e4e8ee"/>')
    return "".join(parts)


def legend(box: Box, names: Sequence[str]) -> str:
    """Draw what the colours mean, at the right."""
    x, y, width, height = box
    parts = []
    for place, name in enumerate(names[: int(height // 14)]):
        top = y + place * 14
        parts.append(
            f'<rect x="{x + width - 100:.1f}" y="{top + 2:.1f}" width="8" height="8" fill="{COLOURS[place % len(COLOURS)]}"/>'
        )
        parts.append(text(x + width - 88, top + 10, cut(name, 90, 9), 9))
    return "".join(parts)


def _bar(x: float, y: float, width: float, height: float, colour: int) -> str:
    fill = COLOURS[colour % len(COLOURS)]
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{max(0.0, height):.1f}" fill="{fill}"/>'

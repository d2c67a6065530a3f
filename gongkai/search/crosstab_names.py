"""What does a name mean in a table? An axis, a statistic, a figure or a share; a wrong one is a BadQuery that names the closest."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from gongkai.errors import BadQuery
from gongkai.mappings.ratios import RATIOS, Ratio, ratio_named
from gongkai.search import named
from gongkai.search.crosstab import AXES, SHOWS
from gongkai.search.syntax_fields import field_called, short

__all__ = ["axis_called", "measure_called", "shows_called"]


def axis_called(name: str) -> str:
    """Return the facet field, or the axis of AXES, of that name or Chinese label. Raises BadQuery."""
    labels = {label: axis for axis, (label, _) in reversed(AXES.items())}
    name = labels.get(name, name)
    if name in AXES:
        return name
    try:
        return named.facet(field_called(name).name).name
    except BadQuery:
        if close := get_close_matches(name, AXES, 1, 0.7):
            raise BadQuery(f"Unknown field “{short(name)}”. Did you mean “{close[0]}”?") from None
        raise


def shows_called(names: Iterable[str]) -> tuple[str, ...]:
    """Return the statistics of these names, each once; `sum` is `value`. Raises BadQuery."""
    return tuple(dict.fromkeys(map(_show_called, names)))


def _show_called(name: str) -> str:
    key = name.strip().replace("-", "_")
    key = "value" if key == "sum" else key
    if key not in SHOWS:
        close = get_close_matches(key, SHOWS, 1, 0.5)
        hint = f"Did you mean “{close[0]}”?" if close else f"It shows {', '.join(SHOWS)}."
        raise BadQuery(f"A cell does not show “{short(name)}”. {hint}")
    return key


def measure_called(name: str | None) -> str | Ratio | None:
    """Return the figure or the share of that name; null counts reports. Raises BadQuery."""
    if name is None:
        return None
    if ratio := ratio_named(name):
        return ratio
    try:
        field = field_called(name)
    except BadQuery:
        if close := get_close_matches(name, RATIOS, 1, 0.8):
            raise BadQuery(f"Unknown share “{short(name)}”. Did you mean “{close[0]}”?") from None
        raise
    if not field.figure:
        raise BadQuery(f"{field.name} is no figure; `gongkai fields --figures` lists them. Shares: {', '.join(RATIOS)}.")
    return field.name

"""Which place of today does somebody mean who writes it his own way: 甘肃省白银市, 白银, 6204?"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.errors import BadQuery
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.indexer.gazetteer.jurisdiction import place_named

__all__ = ["place_written"]

_SHORT_CODE = expression(r"[1-9]\d(?:\d\d){0,2}(?=(?:000|000000)?$)")  # 62, 6204, 620402; with the zeros of the statistics
_MOST = 6  # places that a message names


def place_written(text: str) -> Unit | None:
    """Return the place of today of that name or code, written in full, behind its province and city, or short, where it is one only.

    Null for the whole country. Raises BadQuery, which says what may have been meant.
    """
    name = "".join(text.split())
    if found := _SHORT_CODE.match(name):
        name = found[0].ljust(6, "0")
    try:
        return place_named(name)
    except BadQuery:
        meant = {unit.code: unit for unit in _meant(name)}
        if len(meant) == 1:
            return next(iter(meant.values()))
        if not meant:
            return place_named(text)  # which says so of the text as it was written
    words = ", ".join(f"{code} {gazetteer().in_full(unit)}" for code, unit in sorted(meant.items())[:_MOST])
    more = f" and {len(meant) - _MOST} more" if len(meant) > _MOST else ""
    raise BadQuery(f"“{text[:40]}” may be several places: write the code ({words}{more}).")


def _meant(text: str) -> Iterator[Unit]:
    """Yield the places whose name, or its stem, the text ends with, when places above them stand before it, or nothing."""
    places = gazetteer()
    for table in (places.names, places.stems):
        for name, units in table.items():
            if text.endswith(name):
                before = text[: -len(name)]
                yield from (unit for unit in units if unit.valid(None) and _are_above(before, places.chain(unit, None)[:-1]))


def _are_above(text: str, above: list[Unit]) -> bool:
    """Tell whether a text is nothing but names of places above, in their order, one or the other left out."""
    for unit in above:
        text = text.removeprefix(unit.name) if text.startswith(unit.name) else text.removeprefix(unit.stem)
    return not text

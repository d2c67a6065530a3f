"""How does an answer become a data frame? Under the names of the fields; what is missing stays missing, never zero."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from gongkai.errors import GongkaiError

if TYPE_CHECKING:
    from gongkai.search.crosstab import Table
    from gongkai.search.results import Facet, Results

__all__ = ["facet_frame", "frame_of", "hits_frame", "table_frame"]


def frame_of(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Any:
    """Return a pandas.DataFrame whose whole numbers stay whole beside missing ones. GongkaiError without pandas."""
    try:
        import pandas
    except ImportError:
        raise GongkaiError("A data frame needs an extra package: pip install 'gongkai[pandas]'.") from None
    return pandas.DataFrame(list(rows), columns=list(columns)).convert_dtypes()


def hits_frame(results: Results) -> Any:
    """Return a row a hit: what says which report it is, and its passages."""
    from gongkai.search.render_results import ABOUT, marked

    rows = (
        (
            *(hit.document.get(name) for name in ABOUT),
            hit.score,
            "\n".join(marked(snippet.text, snippet.marks) for snippet in hit.snippets),
        )
        for hit in results.hits
    )
    return frame_of((*ABOUT, "score", "passages"), rows)


def facet_frame(facet: Facet) -> Any:
    """Return a row a value, under the field's name."""
    return frame_of((facet.field, "label", "count"), ((one.value, one.label, one.count) for one in facet.buckets))


def table_frame(table: Table) -> Any:
    """Return a row a cell, under the names of the axes."""
    asked = table.asked
    shows = tuple(dict.fromkeys(("value", "reports", "missing", *asked.shows)))
    return frame_of((*asked.axes, *shows), ((*cell.keys, *map(cell.show, shows)) for cell in table.cells))

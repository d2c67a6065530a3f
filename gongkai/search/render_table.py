"""How do many reports become one table? A row a report, a column a field and a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai.errors import GongkaiError
from gongkai.mappings.document import flatten
from gongkai.mappings.fields import FIELDS, Field, Kind

if TYPE_CHECKING:
    import pyarrow

__all__ = ["COLUMNS", "report_rows", "write_parquet"]

Document = Mapping[str, Any]

COLUMNS: tuple[Field, ...] = tuple(field for field in FIELDS if not field.name.startswith("sections."))
_GROUP = 1_000  # reports in memory at a time


def report_rows(documents: Iterable[Document]) -> Iterator[list[object]]:
    """Yield a report's values under COLUMNS; what it does not print is null."""
    for document in documents:
        values = flatten(document)
        yield [values.get(field.name) for field in COLUMNS]


def write_parquet(documents: Iterable[Document], path: Path) -> None:
    """Write fields, sections and figures under their names; labels are the columns' metadata. Needs pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise GongkaiError("Parquet needs an extra package: pip install 'gongkai[parquet]'.") from None
    schema = pyarrow.schema([_column(pyarrow, field) for field in FIELDS])
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        batch: list[dict[str, Any]] = []
        for document in documents:
            batch.append(_typed(flatten(document)))
            if len(batch) == _GROUP:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                batch = []
        writer.write_table(pyarrow.Table.from_pylist(batch, schema))


def _column(arrow: Any, field: Field) -> pyarrow.Field:
    kinds = {Kind.INTEGER: arrow.int64(), Kind.DECIMAL: arrow.float64(), Kind.DATE: arrow.date32()}
    kind = kinds.get(field.kind, arrow.string())
    return arrow.field(field.name, arrow.list_(kind) if field.many else kind, metadata={"label": field.label})


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    from datetime import date

    if values.get("published"):
        values["published"] = date.fromisoformat(values["published"])
    return values

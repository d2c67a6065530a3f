"""How do rows become Parquet? Typed columns under their fields' names, labels as metadata, a group of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai.errors import GongkaiError
from gongkai.mappings.fields import Field, Kind
from gongkai.search.export_rows import Layout

if TYPE_CHECKING:
    import pyarrow

__all__ = ["write_parquet"]

_GROUP = 250_000  # cells in memory at a time


def write_parquet(rows: Iterable[list[Any]], layout: Layout, path: Path) -> int:
    """Write the rows; no cell is cut. GongkaiError without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise GongkaiError("Parquet needs an extra package: pip install 'gongkai[parquet]'.") from None
    schema = pyarrow.schema([_column(pyarrow, field) for field in layout.columns])
    left = iter(rows)
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(left, max(1, _GROUP // len(layout.columns)))):
            columns = [_values(field, values) for field, values in zip(layout.columns, zip(*group, strict=True), strict=True)]
            arrays = [pyarrow.array(values, one.type) for values, one in zip(columns, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
    return 0


def _column(arrow: Any, field: Field) -> pyarrow.Field:
    kinds = {Kind.INTEGER: arrow.int64(), Kind.DECIMAL: arrow.float64(), Kind.DATE: arrow.date32()}
    kind = kinds.get(field.kind, arrow.string())
    return arrow.field(field.name, arrow.list_(kind) if field.many else kind, metadata={"label": field.label})


def _values(field: Field, values: Sequence[Any]) -> Sequence[Any]:
    if field.kind is Kind.DATE:
        return [value and date.fromisoformat(value) for value in values]
    return [None if value is None else float(value) for value in values] if field.kind is Kind.DECIMAL else values

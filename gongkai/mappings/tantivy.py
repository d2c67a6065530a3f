"""How does tantivy index a document? FIELDS → schema of the embedded index."""

from __future__ import annotations

from functools import cache

import tantivy

from gongkai.mappings import form
from gongkai.mappings.fields import FIELDS, MAPPING_VERSION, Kind

__all__ = ["FORMAT", "GROUP_TOTALS", "NUMBER", "ORDER", "schema"]

LAYOUT = 2  # raised when the way a document is written changes (normalisation, bigrams, columns)
FORMAT = f"{MAPPING_VERSION}-{LAYOUT}-{getattr(tantivy, '__version__', '').rpartition(' ')[2]}"
"""What an index depends on: one of another format is built again from the store."""

NUMBER = "_no"  # number of the document in the store
ORDER = "_order"  # the first eight bytes of the id: sorts by id but for rare ties
GROUP_TOTALS: dict[str, tuple[str, tuple[str, ...]]] = {
    group: (f"_total.{group}", figures) for group, figures in form.GROUP_TOTALS.items()
}
"""Group of outcomes → (column of its sum, the figures summed); a document has it when one leaf is printed."""


@cache
def schema() -> tantivy.Schema:
    """Return the schema: a positional text field a section, a column for everything else."""
    builder = tantivy.SchemaBuilder()
    for name in (NUMBER, ORDER, *(column for column, _ in GROUP_TOTALS.values())):
        builder.add_integer_field(name, indexed=name == NUMBER, fast=True)
    for field in FIELDS:
        if field.kind is Kind.TEXT:
            builder.add_text_field(field.name, tokenizer_name="whitespace", index_option="position")
        elif field.kind is Kind.KEYWORD:
            builder.add_text_field(field.name, tokenizer_name="raw", fast=True, index_option="basic")
        elif field.kind is Kind.DECIMAL:
            builder.add_float_field(field.name, indexed=True, fast=True)
        else:  # a day is the number yyyymmdd
            builder.add_integer_field(field.name, indexed=True, fast=True)
    return builder.build()

"""How does tantivy index a document? FIELDS → schema of the embedded index.

A phrase is looked for in one field of everything, `_all`, whose sections are parted by a pair that no phrase
holds; the fields of title and sections stand beside it for phrases in one of them. Measured against the
other design, fields of title and sections only, all eight of them queried (8,000 made-up reports of 1,800
characters, 200 columns, one thread, processor time, 120 phrases of 2-12 characters, the same totals):

    design                      indexed    size    phrase + top 10: p50 / p90 / p99
    fields only                 700/s     57 MB    0.35 / 1.05 / 3.8 ms
    one field of all, beside    413/s    105 MB    0.12 / 0.73 / 1.8 ms

A report is indexed once and searched for years, and reading a page takes ten times as long as either: the
faster search is worth its disk.
"""

from __future__ import annotations

from functools import cache

import tantivy

from gongkai.mappings import form
from gongkai.mappings.fields import FIELDS, MAPPING_VERSION, Kind

__all__ = ["ALL", "FORMAT", "GROUP_TOTALS", "NAMES", "NUMBER", "ORDER", "schema"]

LAYOUT = 5  # raised when the way a document is written changes (normalisation, bigrams, columns)
FORMAT = f"{MAPPING_VERSION}-{LAYOUT}-{getattr(tantivy, '__version__', '').rpartition(' ')[2]}"
"""What an index depends on: one of another format is built again from the store."""

ALL = "_all"  # title and sections, for phrases that may stand in any of them
NUMBER = "_no"  # number of the document in the store
ORDER = "_order"  # the first eight bytes of the id: sorts by id but for rare ties
GROUP_TOTALS: dict[str, tuple[str, tuple[str, ...]]] = {
    group: (f"_total.{group}", figures) for group, figures in form.GROUP_TOTALS.items()
}
"""Group of outcomes → (column of its sum, the figures summed); a document has it when one leaf is printed."""

NAMES = (ALL, NUMBER, ORDER, *(column for column, _ in GROUP_TOTALS.values()), *(field.name for field in FIELDS))
"""The fields in the order in which `schema` adds them: tantivy knows them by number."""


@cache
def schema() -> tantivy.Schema:
    """Return the schema: positional fields for text, a column for everything else.

    Figures have no terms: two hundred a document, and a column answers for equality as well.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(ALL, tokenizer_name="whitespace", index_option="position")
    for name in (NUMBER, ORDER, *(column for column, _ in GROUP_TOTALS.values())):
        builder.add_integer_field(name, indexed=name == NUMBER, fast=True)
    for field in FIELDS:
        if field.kind is Kind.TEXT:
            builder.add_text_field(field.name, tokenizer_name="whitespace", index_option="position")
        elif field.kind is Kind.KEYWORD:
            builder.add_text_field(field.name, tokenizer_name="raw", fast=True, index_option="basic")
        elif field.kind is Kind.DECIMAL:
            builder.add_float_field(field.name, fast=True)
        else:  # a day is the number yyyymmdd
            builder.add_integer_field(field.name, indexed=not field.figure, fast=True)
    return builder.build()

"""What does an extract of the list of 2014 print, too short to be read as the list: 行政复议数量 | 件 | 0?

Beside prose that states another number nobody knows which is right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.lists.list_notes import speaks_of_another
from gongkai.indexer.tables.lists.old_lists import lines_above
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014

__all__ = ["printed_in_rows"]

_NAMES = {label: LIST_2014 + name for name, label, _ in STATISTICS_2014}
_UNITS = "|".join(sorted({unit for _, _, unit in STATISTICS_2014}, key=len, reverse=True))
_BETWEEN = r"(?=[ ]*+[|\t\n])[ \t|]*+(?>(?:\n[ \t|]*+){0,3})"
_ROW = expression(
    rf"(?:(?<=[\n|.、)])|^)[ \t]*+(?P<label>{'|'.join(map(re.escape, _NAMES))}){_BETWEEN}(?:{_UNITS}){_BETWEEN}"
    r"(?P<numbers>\d[\d,. \t|]*+)(?=\n|$)"
)
_NUMBER = expression(r"\d[\d,]*(?:\.\d+)?")


def printed_in_rows(folded: str) -> Mapping[str, set[Decimal]]:
    """Return the numbers of rows that print label, unit and numbers, by the names of the list of 2014; none of a list of others."""
    printed: defaultdict[str, set[Decimal]] = defaultdict(set)
    for row in _ROW.finditer(folded):
        if not printed and any(speaks_of_another(line, folded) for line in lines_above(row.start(), folded)):
            return {}
        printed[_NAMES[row["label"]]].update(Decimal(one.replace(",", "")) for one in _NUMBER.findall(row["numbers"]))
    return printed

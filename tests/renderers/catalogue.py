"""Which layouts are there? Every one by its name."""

from __future__ import annotations

from .apart import APART
from .commas import COMMAS_EXACT, COMMAS_LOSSY
from .cut import CUT
from .exact import EXACT_LAYOUTS
from .fewer import FEWER
from .lossy import LOSSY_LAYOUTS
from .marks import MARKS_OF_NOTES
from .mixtures import MIXTURES
from .more_columns import MORE_COLUMNS
from .parts import PARTS
from .rendering import Rendering
from .shapes import SHAPES
from .torn import TORN
from .worded import WORDED

__all__ = ["CATALOGUE", "MIXED_LAYOUTS"]

MIXED_LAYOUTS: tuple[Rendering, ...] = (
    *MIXTURES,
    *SHAPES,
    *APART,
    *WORDED,
    *COMMAS_EXACT,
    *COMMAS_LOSSY,
    *CUT,
    *TORN,
    *PARTS,
    *MORE_COLUMNS,
    *FEWER,
    *MARKS_OF_NOTES,
)
"""Those that print one habit, or several together, with many writers of tables."""

CATALOGUE: dict[str, Rendering] = {layout.name: layout for layout in (*EXACT_LAYOUTS, *LOSSY_LAYOUTS)}

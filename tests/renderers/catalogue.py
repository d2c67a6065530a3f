"""Which layouts are there? Every one by its name."""

from __future__ import annotations

from .exact import EXACT_LAYOUTS
from .lossy import LOSSY_LAYOUTS
from .rendering import Rendering

__all__ = ["CATALOGUE"]

CATALOGUE: dict[str, Rendering] = {layout.name: layout for layout in (*EXACT_LAYOUTS, *LOSSY_LAYOUTS)}

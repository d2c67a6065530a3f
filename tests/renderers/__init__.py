"""Renderers that only tests need: damage, loss and rare markup on top of the layouts of `gongkai.sample`."""

from .catalogue import CATALOGUE
from .compare import Difference, Score, differences, score
from .exact import EXACT_LAYOUTS
from .lossy import LOSSY_LAYOUTS
from .rendering import Promise, Rendering, draw

__all__ = [
    "CATALOGUE",
    "EXACT_LAYOUTS",
    "LOSSY_LAYOUTS",
    "Difference",
    "Promise",
    "Rendering",
    "Score",
    "differences",
    "draw",
    "score",
]

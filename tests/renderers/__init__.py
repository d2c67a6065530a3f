"""Renderers that only tests need: damage, loss and rare markup on top of the layouts of `gongkai.sample`."""

from .catalogue import CATALOGUE, EXACT_LAYOUTS, LOSSY_LAYOUTS, Promise, Rendering, draw
from .compare import Difference, Score, differences, score

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

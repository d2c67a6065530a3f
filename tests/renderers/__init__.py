"""Renderers that only tests need: damage, loss and rare markup on top of the layouts of `gongkai.sample`."""

from .catalogue import CATALOGUE, EXACT_LAYOUTS, LOSSY_LAYOUTS, Promise, Rendering, draw

__all__ = ["CATALOGUE", "EXACT_LAYOUTS", "LOSSY_LAYOUTS", "Promise", "Rendering", "draw"]

"""Which colour does a style or an attribute of a web page name, and can text of it be seen on a ground?"""

from __future__ import annotations

from functools import lru_cache

from gongkai.indexer.expressions import expression

__all__ = ["BLACK", "WHITE", "Colour", "are_alike", "colour_of"]

Colour = tuple[float, float, float]
"""Red, green and blue of 255."""

BLACK, WHITE = (0.0, 0.0, 0.0), (255.0, 255.0, 255.0)
_ALIKE = 20  # of 255, each part: text and ground that differ by less are one
_NAMED = {
    "black": BLACK,
    "windowtext": BLACK,
    "white": WHITE,
    "window": WHITE,
    "snow": (255.0, 250.0, 250.0),
    "ivory": (255.0, 255.0, 240.0),
    "whitesmoke": (245.0, 245.0, 245.0),
    "red": (255.0, 0.0, 0.0),
    "yellow": (255.0, 255.0, 0.0),
    "blue": (0.0, 0.0, 255.0),
    "navy": (0.0, 0.0, 128.0),
    "green": (0.0, 128.0, 0.0),
    "gray": (128.0, 128.0, 128.0),
    "grey": (128.0, 128.0, 128.0),
    "silver": (192.0, 192.0, 192.0),
}
_HEX = expression(r"#?(?:([0-9a-f]{6})(?:[89a-f][0-9a-f])?|([0-9a-f]{3})[89a-f]?)")  # nor is #00000008 black
_SHARE = r"(\d{1,3}(?:\.\d+)?%?)"
_PARTS = expression(rf"rgba?\(\s*{_SHARE}[\s,]+{_SHARE}[\s,]+{_SHARE}\s*(?:[,/]\s*(?:1|1?\.[\d]+|0?\.[5-9]\d*|100%)\s*)?\)")
_GRAY = expression(r"hsla?\([^%)]*%?[^%)]*\d%?[\s,]+(0|100)%\s*\)")


@lru_cache(maxsize=256)  # a page names the same few colours again and again
def colour_of(written: str) -> Colour | None:
    """Return the colour that is written in lower case; null where nobody can tell it: a variable, one that is half seen through."""
    if written in _NAMED:
        return _NAMED[written]
    if found := _HEX.fullmatch(written):
        digits = found[1] or "".join(digit * 2 for digit in found[2])
        return float(int(digits[:2], 16)), float(int(digits[2:4], 16)), float(int(digits[4:], 16))
    if parts := _PARTS.fullmatch(written):
        return _part(parts[1]), _part(parts[2]), _part(parts[3])
    gray = _GRAY.fullmatch(written)
    return None if gray is None else BLACK if gray[1] == "0" else WHITE


def are_alike(ink: Colour | None, ground: Colour | None) -> bool:
    """Tell whether nobody sees text of that colour on that ground."""
    return ink is not None and ground is not None and all(abs(a - b) < _ALIKE for a, b in zip(ink, ground, strict=True))


def _part(written: str) -> float:
    return float(written[:-1]) * 255 / 100 if written.endswith("%") else float(written)

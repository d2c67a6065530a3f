"""How does Word show a run of text? Hidden and struck text is none, raised digits are a note's; white ones may not be seen."""

from __future__ import annotations

from typing import Any

from gongkai.indexer.readers.docx.numbers import value_of
from gongkai.indexer.readers.linear import LOWERED, RAISED

__all__ = ["Looks", "joined"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEX = frozenset("0123456789ABCDEFabcdef")
_DEEPEST = 9  # styles that rest on others
_SMALLEST = 4  # half points: 2 pt nobody sees
_HIGH = 4  # half points above or below the line: as a note's mark stands, not as a number that is put in the middle of its cell
_LONGEST_MARK = 2  # digits of such a mark

_LIGHTEST = 235  # of 255, each colour: digits so light nobody sees on paper
_PAPER = frozenset({"background1", "light1"})  # white in nearly all themes
_ALIKE = 20  # of 255, each colour: text and ground that differ by less are one
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
}
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_IN_LINE = frozenset(_FORMULA + name for name in ("r", "oMath", "oMathPara", "d", "e", "box", "sSup"))

Part = tuple[str, str]  # text and look: gone, raised, doubtful, white, unseen, or nothing


class Looks:
    """The styles of a document, as far as they change what is seen."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.get(_W + "styleId"): style for style in document.styles.element.iterchildren(_W + "style")}
        self._of: dict[str, str] = {}

    def of(self, run: Any) -> str:
        """Return `gone` for hidden and struck-out text, `raised` for a note's number, `white`, `unseen`, `doubtful` for what may not be seen."""
        look = self._printed(run)
        if look in ("", "white") and (_is_of_its_ground(run) or _is_turned(run)):
            return "unseen"
        return "" if look == "white" and self._has_ground(run) else look

    def in_formula(self, text: Any) -> str:
        """Return the look of a text of a formula: that of a power is raised, of a fraction, a root or an index nobody can tell."""
        above = [element.tag for element in text.iterancestors() if element.tag.startswith(_FORMULA)]
        if _FORMULA + "sup" in above:
            return "raised"
        return "" if _IN_LINE.issuperset(above) else "unseen"

    def _has_ground(self, run: Any) -> bool:
        """Return whether a run stands on a shaded ground: its own, its paragraph's, its cell's, or one that a style gives its table."""
        for parent in run.iterancestors(_W + "p", _W + "tc", _W + "tbl"):
            name = parent.tag.removeprefix(_W)
            properties = parent.find(f"{_W}{name}Pr")
            if properties is None:
                continue
            if _is_shaded(properties) or (name != "tc" and self._shades(value_of(properties, f"{name}Style"))):
                return True
        own = run.find(_W + "rPr")
        return own is not None and (_is_shaded(own) or value_of(own, "highlight") not in ("", "none", "white"))

    def _shades(self, style: str) -> bool:
        """Return whether a style, or one it rests on, shades anything."""
        for _ in range(_DEEPEST):
            basis = self._styles.get(style)
            if basis is None:
                break
            if any(map(_is_shading, basis.iter(_W + "shd"))):
                return True
            style = value_of(basis, "basedOn")
        return False

    def _printed(self, run: Any) -> str:
        if run.find(_W + "footnoteReference") is not None or run.find(_W + "endnoteReference") is not None:
            return "raised"  # with a mark of its own
        own = run.find(_W + "rPr")
        if own is None:
            return self._of_paragraph(run)
        gone, look = _gone(own), _look(own, run)
        if gone or look:
            return "gone" if gone else look
        style = value_of(own, "rStyle")
        found = self._styled(style) if style else ""
        found = found or self._of_paragraph(run)
        return "" if gone is False and found == "gone" else found

    def _of_paragraph(self, run: Any) -> str:
        paragraph = next(run.iterancestors(_W + "p"), None)
        properties = None if paragraph is None else paragraph.find(_W + "pPr")
        style = "" if properties is None else value_of(properties, "pStyle")
        return self._styled(style) if style else ""

    def _styled(self, name: str) -> str:
        """Return the look of a style, its own or that of the one it rests on."""
        if name not in self._of:
            look, style = "", name
            for _ in range(_DEEPEST):
                basis = self._styles.get(style)
                if basis is None:
                    break
                if (properties := basis.find(_W + "rPr")) is not None:
                    gone, look = _gone(properties), _look(properties, None)
                    look = "gone" if gone else look
                    if look or gone is False:
                        break
                style = value_of(basis, "basedOn")
            self._of[name] = look
        return self._of[name]


def joined(parts: list[Part]) -> str:
    """Return the text of a paragraph's runs: digits that may not be seen beside others are none that anybody can tell."""
    is_number = any(not look and any(map(str.isdigit, text)) for text, look in parts)
    marks = {"raised": RAISED, "doubtful": LOWERED if is_number else {}, "white": LOWERED, "unseen": LOWERED}
    return "".join(text.translate(marks[look]) if look else text for text, look in parts if look != "gone")


def _gone(properties: Any) -> bool | None:
    """Tell whether the text is hidden or struck; null where nothing is said."""
    said = [mark for name in ("vanish", "strike", "dstrike") if (mark := properties.find(_W + name)) is not None]
    return any(mark.get(_W + "val") not in ("0", "false", "off") for mark in said) if said else None


def _look(properties: Any, run: Any) -> str:
    place = value_of(properties, "vertAlign")
    if place in ("superscript", "subscript"):
        return "raised" if place == "superscript" else "doubtful"
    if _is_white(properties):
        return "white"
    size, height = _whole(value_of(properties, "sz")), _whole(value_of(properties, "position"))
    is_mark = run is not None and abs(height) >= _HIGH and sum(len(t.text or "") for t in run.iter(_W + "t")) <= _LONGEST_MARK
    return "unseen" if 0 < size <= _SMALLEST else "doubtful" if is_mark else ""


def _is_white(properties: Any) -> bool:
    """Return whether text is printed in the colour of paper, by its code or as the theme's ground."""
    colour = properties.find(_W + "color")
    if colour is None:
        return False
    if colour.get(_W + "themeColor") in _PAPER:
        return colour.get(_W + "themeShade") is None
    code = _rgb(colour.get(_W + "val"))
    return bool(code) and min(code) >= _LIGHTEST


def _is_of_its_ground(run: Any) -> bool:
    """Return whether a run has the colour of its ground: that of the nearest shading that names one."""
    properties = run.find(_W + "rPr")
    colour = None if properties is None else properties.find(_W + "color")
    if colour is None or not (ink := _rgb(colour.get(_W + "val"))):
        return False
    if ground := _rgb(_HIGHLIGHTS.get(value_of(properties, "highlight"))):
        return _are_alike(ink, ground)
    shadings = [parent.find(f"{parent.tag}Pr/{_W}shd") for parent in run.iterancestors(_W + "p", _W + "tc")]
    fills = (_rgb(shading.get(_W + "fill")) for shading in (properties.find(_W + "shd"), *shadings) if shading is not None)
    ground = next(filter(None, fills), b"")
    return bool(ground) and _are_alike(ink, ground)


def _are_alike(one: bytes, other: bytes) -> bool:
    return all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))


def _is_turned(run: Any) -> bool:
    """Return whether a run is shown from its end to its beginning."""
    order = run.getparent()
    return order is not None and order.tag == _W + "bdo" and order.get(_W + "val") == "rtl"


def _rgb(code: str | None) -> bytes:
    return bytes.fromhex(code) if code and len(code) == 6 and all(char in _HEX for char in code) else b""


def _is_shaded(properties: Any) -> bool:
    shading = properties.find(_W + "shd")
    return shading is not None and _is_shading(shading)


def _is_shading(shading: Any) -> bool:
    """Return whether a shading is another than white."""
    theme, fill = shading.get(_W + "themeFill"), (shading.get(_W + "fill") or "auto").upper()
    if theme is not None:
        return theme not in _PAPER or shading.get(_W + "themeFillShade") is not None
    return fill not in ("AUTO", "FFFFFF") or (shading.get(_W + "val") or "clear") not in ("clear", "nil")


def _whole(text: str) -> int:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0

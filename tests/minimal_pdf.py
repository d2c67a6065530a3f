"""Write small PDFs for tests: text and lines at given places, in a font of their own, so that no machine's fonts matter.

Coordinates are points from the upper left corner, y downward; the text's y is its base line.
"""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, field
from functools import cache

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

UNITS = 1000  # of the font's em
ASCENT, DESCENT = 880, -120

_Box = tuple[int, int, int, int]
_LOW = (100, -110, 300, 90)
_NO_INK = (0, 0, 0, 0)
_STATES = b"/ExtGState << /Faint << /ca .01 >> /Half << /ca .5 >> /Masked << /SMask << /S /Luminosity /G 10 0 R >> >> >>"
_RUN = (  # of colours, from black to grey
    b"<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [ 0 0 600 0 ] /Extend [ true true ]"
    b" /Function << /FunctionType 2 /Domain [ 0 1 ] /C0 [ 0 ] /C1 [ 0.2 ] /N 1 >> >>"
)
_RUNS = b"/Shading << /Run %s >> /Pattern << /Run << /PatternType 2 /Shading %s >> >>" % (_RUN, _RUN)
_BOXES: dict[str, _Box] = (
    dict.fromkeys(" \u3000", _NO_INK)
    | dict.fromkeys("，、。,.", _LOW)
    | {
        "—": (0, 330, 1000, 400),
        "–": (0, 330, 500, 400),
        "-": (60, 250, 330, 320),
    }
)


@dataclass
class Sheet:
    """One page under construction."""

    width: float = 595.0
    height: float = 842.0
    rotate: int = 0
    marks: list[bytes] = field(default_factory=list)
    codes: set[int] = field(default_factory=set)

    def text(self, x: float, y: float, text: str, size: float = 10.0, turn: str = "1 0 0 1") -> None:
        """Print a text; `turn` is the upper part of its matrix."""
        code = text.encode("utf-16-be").hex().upper()
        self.codes.update(map(ord, text))
        self.marks.append(f"BT /F {size:g} Tf {turn} {x:g} {self.height - y:g} Tm <{code}> Tj ET".encode())

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.marks.append(f"{x0:g} {self.height - y0:g} m {x1:g} {self.height - y1:g} l S".encode())

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Fill a rectangle."""
        self.marks.append(f"{x0:g} {self.height - y1:g} {x1 - x0:g} {y1 - y0:g} re f".encode())

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw the outline of a rectangle."""
        self.marks.append(f"{x0:g} {self.height - y1:g} {x1 - x0:g} {y1 - y0:g} re S".encode())

    def grid(self, xs: list[float], top: float, rows: list[list[str]], high: float = 20.0, size: float = 10.0) -> float:
        """Draw a table: a box a cell, its text at the left; return where it ends."""
        for row in rows:
            for x0, x1, text in zip(xs, xs[1:], row, strict=False):
                self.box(x0, top, x1, top + high)
                self.text(x0 + 4, top + high - 6, text, size)
            top += high
        return top


def write_pdf(sheets: list[Sheet], trailer: bytes = b"", layer: bytes = b"", called: str = "", form: bytes = b"") -> bytes:
    """Return the PDF of the pages; with `layer`, OFF or ON, they may use a layer: `/OC /Layer BDC` … `EMC`.

    The font says of the first character of `called` that it is the second one. They may draw `form`, an object, as /Form, and the
    shading or pattern /Run, and in the state /Faint, opaque to a hundredth, /Half, to a half, or /Masked, by the light of the
    object, of which black has none.
    """
    layers = b"/OCProperties << /OCGs [ 9 0 R ] /D << /%s [ 9 0 R ] >> >>" % layer if layer else b""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R %s >>" % layers, b"", *_font(sheets, called)]
    objects.append(b"<< /Type /OCG /Name (Layer) >>")
    objects += [form] if form else []
    drawn = _RUNS + (b"/XObject << /Form 10 0 R >> " + _STATES if form else b"")
    kids: list[bytes] = []
    for sheet in sheets:
        objects.append(_stream(b"\n".join(sheet.marks)))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 %g %g ] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Properties << /Layer 9 0 R >> /Font << /F 3 0 R >> %s >> >>"
            % (sheet.width, sheet.height, sheet.rotate, len(objects), drawn)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [ %s ] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects, trailer)


def _font(sheets: list[Sheet], called: str = "") -> list[bytes]:
    """Return the objects from number 3 on of a font that holds all characters of the sheets: their codes are UTF-16's."""
    codes = sorted({code for sheet in sheets for code in sheet.codes})
    glyphs = bytearray(2 << 16)
    for glyph, code in enumerate(codes, 1):
        glyphs[2 * code : 2 * code + 2] = glyph.to_bytes(2)
    pages = sorted({code >> 8 for code in codes})
    ranges = b" ".join(b"<%02X00> <%02XFF> <%02X00>" % (page, page, page) for page in pages)
    other = b"1 beginbfchar <%04X> <%04X> endbfchar" % (ord(called[0]), ord(called[1])) if called else b""
    unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Codes def /CMapType 2 def 1 begincodespacerange"
        b" <0000> <FFFF> endcodespacerange %d beginbfrange %s endbfrange %s endcmap end end" % (len(pages), ranges, other)
    )
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Boxes /Encoding /Identity-H /DescendantFonts [ 4 0 R ] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Boxes /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /DW 1000 /W [ 1 127 500 ] /CIDToGIDMap 8 0 R /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /Boxes /Flags 4 /FontBBox [ 0 %d 1000 %d ] /ItalicAngle 0 /Ascent %d /Descent %d"
        b" /CapHeight %d /StemV 80 /FontFile2 6 0 R >>" % (DESCENT, ASCENT, ASCENT, DESCENT, ASCENT),
        _stream(_true_type(tuple(codes))),
        _stream(unicode),
        _stream(bytes(glyphs)),
    ]


@cache
def _true_type(codes: tuple[int, ...]) -> bytes:
    """Return a font file whose glyphs, in the order of the codes, are boxes: what is measured of a print is not its shape."""
    names = [".notdef", *(f"u{code:04X}" for code in codes)]
    font = FontBuilder(UNITS)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(dict(zip(codes, names[1:], strict=True)))
    boxes = [_BOXES.get(chr(code), (50, 0, 450, 700) if code < 128 else (40, -80, 960, 820)) for code in codes]
    font.setupGlyf(dict(zip(names, map(_outline, [_NO_INK, *boxes]), strict=True)))
    font.setupHorizontalMetrics(
        {name: (500 if code < 128 else 1000, box[0]) for name, code, box in zip(names, (0, *codes), [(0,), *boxes], strict=True)}
    )
    font.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    font.setupPost()
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _outline(box: _Box) -> Glyph:
    left, bottom, right, top = box
    pen = TTGlyphPen(None)
    if right > left:
        pen.moveTo((left, bottom))
        for corner in ((left, top), (right, top), (right, bottom)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def _stream(body: bytes) -> bytes:
    packed = zlib.compress(body)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


LOW_GLYPHS = {
    "，": (100, -110, 240, 110),
    "、": (100, -110, 300, 90),
    "一": (40, 340, 950, 430),
    "总": (20, -120, 980, 840),
    "体": (20, -120, 980, 840),
}


def write_low_font_pdf(lines: list[tuple[float, float, str]], turned: bool = False) -> bytes:
    """Return a PDF in a font that states no height: pdfium takes it from the glyph of code 65, here a comma.

    `lines` are left end, base line and text, of the characters of LOW_GLYPHS.
    """
    codes = {char: 65 + number for number, char in enumerate(LOW_GLYPHS)}
    stream = b"\n".join(
        b"BT /F 11 Tf %s %g %g Tm <%s> Tj ET"
        % (*((b"0 1 -1 0", y, x) if turned else (b"1 0 0 1", x, 842 - y)), bytes(codes[c] for c in text).hex().encode())
        for x, y, text in lines
    )
    procs = [
        b"1000 0 %d %d %d %d d1 %d %d %d %d re f" % (*box, *box[:2], box[2] - box[0], box[3] - box[1])
        for box in LOW_GLYPHS.values()
    ]
    pairs = b" ".join(b"<%02X> <%04X>" % (code, ord(char)) for char, code in codes.items())
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Low def /CMapType 2 def 1 begincodespacerange"
        b" <00> <FF> endcodespacerange %d beginbfchar %s endbfchar endcmap end end" % (len(codes), pairs)
    )
    first, last = 65, 64 + len(codes)
    names = b" ".join(b"/g%d" % code for code in codes.values())
    glyphs = b" ".join(b"/g%d %d 0 R" % (code, 7 + code - first) for code in codes.values())
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [ 0 0 0 0 ] /FontMatrix [ .001 0 0 .001 0 0 ] /FirstChar %d /LastChar %d"
        b" /Widths [ %s ] /Encoding << /Type /Encoding /Differences [ %d %s ] >> /CharProcs << %s >> /ToUnicode 6 0 R >>"
        % (first, last, b"1000 " * len(codes), first, names, glyphs)
    )
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    pages = b"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>"
    streams = [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body) for body in (stream, cmap, *procs)]
    return _file([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, streams[0], font, *streams[1:]], b"")

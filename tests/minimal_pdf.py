"""Write small PDFs for tests: text and lines at given places, no package and no font file needed.

Coordinates are points from the upper left corner, y downward; the text's y is its base line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font"
    b" /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /DW 1000 /W [ 1 95 500 ] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4"
    b" /FontBBox [ 0 -120 1000 880 ] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >> ] >>"
)


@dataclass
class Sheet:
    """One page under construction."""

    width: float = 595.0
    height: float = 842.0
    rotate: int = 0
    marks: list[bytes] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10.0, turn: str = "1 0 0 1") -> None:
        """Print a text; `turn` is the upper part of its matrix."""
        code = text.encode("utf-16-be").hex().upper()
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


def write_pdf(sheets: list[Sheet], trailer: bytes = b"") -> bytes:
    """Return the PDF of the pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", FONT]
    kids: list[bytes] = []
    for sheet in sheets:
        stream = b"\n".join(sheet.marks)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 %g %g ] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (sheet.width, sheet.height, sheet.rotate, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [ %s ] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)

"""How does a report look as a Word document? Paragraphs and ruled tables with raised and struck-out text."""

from __future__ import annotations

import io
import zipfile
from html import escape
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_text import heading
from gongkai.sample.printed import Grid, PrintedCell, grids

__all__ = ["word_document"]

_SCHEMA = "http://schemas.openxmlformats.org"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_SCHEMA}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_SCHEMA}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_SCHEMA}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
}


def word_document(facts: Facts, random: Random) -> bytes:
    """Return a `.docx` in which some cells hold a raised footnote mark or a number that was struck out."""
    tables = grids(facts.form, facts.printed)
    parts = [_paragraph(facts.title), _paragraph(f"发布日期：{facts.published}　来源：{facts.agency.name}")]
    for section, paragraphs in facts.prose.items():
        if section != "preamble":
            parts.append(_paragraph(heading(section, random)))
        parts += map(_paragraph, paragraphs)
        if section in tables:
            parts += [_table(tables[section], random), _paragraph("")]
    schema = f'xmlns:w="{_SCHEMA}/wordprocessingml/2006/main"'
    document = f"<w:document {schema}><w:body>{''.join(parts)}</w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
    return out.getvalue()


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(text: str) -> str:
    return f"<w:p>{_run(text)}</w:p>"


def _table(grid: Grid, random: Random) -> str:
    rows, below = [], {}
    for number, row in enumerate(grid):
        at, cells, waiting = 0, [], list(row)
        while waiting or (number, at) in below:
            if (number, at) in below:
                width = below[number, at]
                cells.append(_cell("<w:p/>", width, "<w:vMerge/>"))
            else:
                cell = waiting.pop(0)
                width = cell.colspan
                below |= {(number + down, at): width for down in range(1, cell.rowspan)}
                merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
                cells.append(_cell(f"<w:p>{_runs(cell, random)}</w:p>", width, merge))
            at += width
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def _cell(content: str, width: int, merge: str) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/>{merge}</w:tcPr>{content}</w:tc>'


def _runs(cell: PrintedCell, random: Random) -> str:
    if cell.kind not in ("number", "label") or not cell.text or random.random() < 0.85:
        return _run(cell.text)
    if cell.kind == "number" and random.random() < 0.5:
        return _run(str(random.randint(1, 99)), "<w:strike/>") + _run(cell.text)
    return _run(cell.text) + _run(random.choice("12①"), '<w:vertAlign w:val="superscript"/>')

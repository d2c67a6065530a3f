"""Are Word documents read as they are printed?"""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import ParseError
from gongkai.indexer.fold import fold
from gongkai.indexer.page import Page, Source
from gongkai.indexer.readers.docx.reader import read_docx


def saved(document: Any) -> bytes:
    """Return the bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(document: Any) -> Page:
    """Return the page of a document."""
    return read_docx(Source(saved(document), "report.docx"))


def table_of(document: Any, rows: list[list[str]]) -> Any:
    """Add a table of those texts."""
    table = document.add_table(len(rows), len(rows[0]))
    for line, row in zip(rows, table.rows, strict=True):
        for text, cell in zip(line, row.cells, strict=True):
            cell.text = text
    return table


def test_paragraphs_and_tables_come_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("二、主动公开 政府信息情况")
    table_of(document, [["规章", "1"], ["行政许可", ""]])
    document.add_paragraph("三、收到和处理")
    page = read(document)
    assert page.text == "二、主动公开政府信息情况\n规章 | 1\n行政许可 | \n三、收到和处理"
    assert [block.kind for block in page.blocks] == ["paragraph", "table", "paragraph"]
    assert [page.text[block.start : block.end] for block in page.blocks][1] == "规章 | 1\n行政许可 | "


def test_merged_cells_are_printed_once_with_their_spans() -> None:
    document = docx.Document()
    table = table_of(document, [["", "", ""], ["", "重复申请", "0"], ["总计", "", "7"]])
    table.cell(0, 0).merge(table.cell(1, 0)).text = "（五）不予\n处理"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "自然人"
    table.cell(2, 0).merge(table.cell(2, 1))
    page = read(document)
    assert page.text.split("\n") == ["（五）不予处理 | 自然人", "重复申请 | 0", "总计 | 7"]
    spans = [[(cell.rowspan, cell.colspan) for cell in row] for row in page.tables[0].rows]
    assert spans == [[(2, 1), (1, 2)], [(1, 1), (1, 1)], [(1, 2), (1, 1)]]


def test_tables_in_a_table_are_read_and_the_outer_one_is_layout() -> None:
    document = docx.Document()
    outer = document.add_table(1, 1)
    outer.cell(0, 0).text = "一、总体情况"
    inner = outer.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "规章", "3"
    page = read(document)
    assert page.text == "一、总体情况\n规章 | 3"
    assert len(page.tables) == 1


def numbered(document: Any, levels: list[tuple[str, str]]) -> None:
    """Define list 77 of those formats and level texts."""
    marks = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{marks}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def test_numbers_that_word_counts_are_printed() -> None:
    document = docx.Document()
    numbered(document, [("chineseCountingThousand", "%1、"), ("decimal", "%2.")])
    for level, text in [(0, "总体情况"), (1, "主动公开"), (1, "依申请公开"), (0, "主动公开情况"), (1, "规章")]:
        paragraph = document.add_paragraph(text)
        mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(mark))
    expected = ["一、总体情况", "1.主动公开", "2.依申请公开", "二、主动公开情况", "1.规章"]
    assert read(document).text.split("\n") == expected


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ("begin =code sep 14 end", "14"),
        ("begin =code begin =code sep 370 end =code sep 14 end", "14"),
        ("begin =code begin =code sep 3 end =code begin =code sep 4 end =code sep 7 end 件", "7件"),
        ("1 begin =code sep 4 begin =code sep 2 end end", "142"),
        ("begin =code sep 14", "14"),
        ("begin =code 14", "14"),
        ("14 end", "14"),
    ],
)
def test_of_a_field_its_result_alone_is_read(runs: str, expected: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    marks = {"begin": "begin", "sep": "separate", "end": "end"}
    for word in runs.split():
        run = paragraph.add_run("" if word in marks or word[0] == "=" else word)
        if word in marks:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{marks[word]}"/>'))
        elif word[0] == "=":
            run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>MERGEFIELD n</w:instrText>"))
    assert read(document).text == expected


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("收到申请")._p
    for tag, text in (("ins", "<w:t>3件</w:t>"), ("del", "<w:delText>2件</w:delText>")):
        paragraph.append(parse_xml(f"<w:{tag} {nsdecls('w')}><w:r>{text}</w:r></w:{tag}>"))
    assert read(document).text == "收到申请3件"


HIDDEN = f"""<w:style {nsdecls("w")} w:type="character" w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style>"""
RESTS = f"""<w:style {nsdecls("w")} w:type="character" w:styleId="Further"><w:basedOn w:val="Away"/></w:style>"""
NOTE = (
    f"""<w:style {nsdecls("w")} w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"""
)


def looking(properties: str, text: str = "7", before: str = "24") -> str:
    """Return what is read of a cell with a second run of those properties."""
    document = docx.Document()
    for style in (HIDDEN, RESTS, NOTE):
        document.styles.element.append(parse_xml(style))
    paragraph = table_of(document, [["行政许可", before]]).cell(0, 1).paragraphs[0]
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"))
    return read(document).text.split(" | ")[1]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        *(('<w:rStyle w:val="Away"/>', "24"), ('<w:rStyle w:val="Further"/>', "24"), ("<w:dstrike/>", "24")),
        *(('<w:rStyle w:val="Note"/>', "24⁷"), ('<w:vertAlign w:val="subscript"/>', "24₇")),
        *(('<w:color w:val="FFFFFF"/>', "24₇"), ('<w:sz w:val="2"/>', "24₇"), ('<w:position w:val="9"/>', "24₇")),
        *(
            ('<w:rStyle w:val="Away"/><w:vanish w:val="0"/>', "247"),
            ('<w:color w:val="FF0000"/>', "247"),
            ('<w:sz w:val="21"/>', "247"),
        ),
        *(('<w:position w:val="2"/>', "247"), ('<w:rStyle w:val="Nowhere"/>', "247"), ('<w:position w:val="high"/>', "247")),
    ],
)
def test_a_run_is_read_as_it_is_shown(properties: str, expected: str) -> None:
    assert looking(properties) == expected


def test_a_number_of_one_look_is_read() -> None:
    assert looking('<w:position w:val="9"/>', "24", "") == "24"


WHITE = '<w:color w:val="FFFFFF"/>'
THEME = '<w:color w:val="000000" w:themeColor="background1"/>'


@pytest.mark.parametrize(
    "properties", [WHITE, THEME, '<w:color w:val="F2F2F2"/>', '<w:sz w:val="2"/>', WHITE + '<w:shd w:fill="FFFFFF"/>']
)
def test_a_number_that_nobody_sees_is_none(properties: str) -> None:
    assert looking(properties, "24", "") == "₂₄"


@pytest.mark.parametrize(
    "properties",
    [
        *(
            '<w:color w:val="auto"/>',
            '<w:color w:val="BFBFBF" w:themeColor="background1" w:themeShade="BF"/>',
            '<w:color w:val="red"/>',
        ),
        *(
            WHITE + '<w:shd w:val="clear" w:fill="1F4E79"/>',
            THEME + '<w:highlight w:val="blue"/>',
            WHITE + '<w:shd w:val="solid"/>',
        ),
    ],
)
def test_a_number_that_is_seen_is_read(properties: str) -> None:
    assert looking(properties, "24", "") == "24"


@pytest.mark.parametrize(("fill", "expected"), [("1F4E79", "24"), ("FFFFFF", "₂₄"), ("auto", "₂₄")])
def test_a_white_number_is_read_in_a_dark_cell(fill: str, expected: str) -> None:
    document = docx.Document()
    cell = table_of(document, [["行政许可", ""]]).cell(0, 1)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))
    cell.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{WHITE}</w:rPr><w:t>24</w:t></w:r>"))
    assert read(document).text == f"行政许可 | {expected}"


@pytest.mark.parametrize(("fill", "expected"), [("FF0000", "₂₄"), ("F80408", "₂₄"), ("FFFF00", "24"), ("auto", "24")])
def test_a_number_of_the_colour_of_its_cell_is_none(fill: str, expected: str) -> None:
    document = docx.Document()
    cell = table_of(document, [["行政许可", ""]]).cell(0, 1)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))
    red = '<w:color w:val="FF0000"/>'
    cell.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{red}</w:rPr><w:t>24</w:t></w:r>"))
    assert read(document).text == f"行政许可 | {expected}"


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FF0000"/>', "₂₄"),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', "₂₄"),
        ('<w:color w:val="FF0000"/><w:highlight w:val="yellow"/><w:shd w:val="clear" w:fill="FF0000"/>', "24"),
    ],
)
def test_a_number_of_the_colour_of_its_own_ground_is_none(properties: str, expected: str) -> None:
    assert looking(properties, "24", "") == expected


def test_digits_that_are_shown_from_their_end_are_none() -> None:
    document = docx.Document()
    turned = f'<w:bdo {nsdecls("w")} w:val="rtl"><w:r><w:t>24</w:t></w:r></w:bdo>'
    table_of(document, [["行政许可", ""]]).cell(0, 1).paragraphs[0]._p.append(parse_xml(turned))
    assert read(document).text == "行政许可 | ₂₄"


@pytest.mark.parametrize(("fill", "expected"), [("1F4E79", "24"), ("FFFFFF", "₂₄")])
@pytest.mark.parametrize("of", ["table", "paragraph"])
def test_a_white_number_is_read_on_a_ground_that_a_style_gives(of: str, fill: str, expected: str) -> None:
    document = docx.Document()
    basis = (
        f'<w:style {nsdecls("w")} w:type="{of}" w:styleId="Basis"><w:pPr><w:shd w:val="clear" w:fill="{fill}"/></w:pPr></w:style>'
    )
    style = f'<w:style {nsdecls("w")} w:type="{of}" w:styleId="Dark"><w:basedOn w:val="Basis"/></w:style>'
    for one in (basis, style):
        document.styles.element.append(parse_xml(one))
    table = table_of(document, [["行政许可", ""]])
    paragraph = table.cell(0, 1).paragraphs[0]
    holder = table._tbl.tblPr if of == "table" else paragraph._p.get_or_add_pPr()
    for plain in holder.findall(qn("w:tblStyle")):
        holder.remove(plain)
    holder.insert(0, parse_xml(f'<w:{"tblStyle" if of == "table" else "pStyle"} {nsdecls("w")} w:val="Dark"/>'))
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{WHITE}</w:rPr><w:t>24</w:t></w:r>"))
    assert read(document).text == f"行政许可 | {expected}"


@pytest.mark.parametrize(
    ("before", "formula", "expected"),
    [
        ("", "<m:r><m:t>12</m:t></m:r>", "12"),
        ("1", "<m:r><m:t>2</m:t></m:r>", "12"),
        ("", "<m:sSup><m:e><m:r><m:t>12</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>", "12³"),
        ("1", "<m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>", "1₂₃"),
        ("1", "<m:sSub><m:e><m:r><m:t>2</m:t></m:r></m:e><m:sub><m:r><m:t>3</m:t></m:r></m:sub></m:sSub>", "1₂₃"),
    ],
)
def test_a_formula_is_read_as_it_is_printed(before: str, formula: str, expected: str) -> None:
    document = docx.Document()
    paragraph = table_of(document, [["行政许可", before]]).cell(0, 1).paragraphs[0]
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    paragraph._p.append(parse_xml(f"<m:oMath {math}>{formula}</m:oMath>"))
    assert read(document).text == f"行政许可 | {expected}"


@pytest.mark.parametrize("text", [".5", "．5", "〔1〕"])
def test_a_cell_without_a_whole_number_has_none(text: str) -> None:
    assert looking("", text, "") == text.replace("5", "\ufffd").replace("1", "\ufffd")


def test_a_mark_that_a_note_has_of_its_own_is_raised() -> None:
    assert looking("", "</w:t><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>1") == "24¹"


def test_a_cell_that_a_marked_change_deletes_is_not_read() -> None:
    document = docx.Document()
    table = table_of(document, [["予以公开", "7", "24"]])
    table.cell(0, 1)._tc.get_or_add_tcPr().append(parse_xml(f"<w:cellDel {nsdecls('w')}/>"))
    assert read(document).text == "予以公开 | 24"


def test_a_row_that_a_marked_change_deletes_is_not_read() -> None:
    document = docx.Document()
    table = table_of(document, [["规章", "1"], ["行政许可", "8"], ["行政许可", "2"]])
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="某"/>'))
    assert read(document).text == "规章 | 1\n行政许可 | 2"


def test_a_cell_merged_to_the_left_is_no_cell_of_its_own() -> None:
    document = docx.Document()
    table = table_of(document, [["申请人情况", "", "总计"], ["自然人", "其他", "7"]])
    for cell, value in zip(table.rows[0].cells, ("restart", "continue"), strict=False):
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:hMerge {nsdecls("w")} w:val="{value}"/>'))
    page = read(document)
    assert page.text == "申请人情况 | 总计\n自然人 | 其他 | 7"
    assert [cell.colspan for cell in page.tables[0].rows[0]] == [2, 1]


def test_a_table_of_one_cell_in_a_cell_is_a_frame_round_its_text() -> None:
    document = docx.Document()
    table = table_of(document, [["规章", "1", ""], ["行政许可", "2", "5"]])
    inner = table.cell(0, 2).add_table(1, 1)
    inner.cell(0, 0).text = "12"
    page = read(document)
    assert page.text == "规章 | 1 | 12\n行政许可 | 2 | 5"
    assert len(page.tables) == 1


def boxed(content: str) -> Any:
    """Return a run with a text box, as Word writes it twice: for itself and for older programs."""
    names = " ".join(
        f'xmlns:{prefix}="http://schemas.{rest}"'
        for prefix, rest in (
            ("w", "openxmlformats.org/wordprocessingml/2006/main"),
            ("mc", "openxmlformats.org/markup-compatibility/2006"),
        )
    )
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    both = f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
    return parse_xml(f"<w:r {names}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")


def test_a_number_in_a_text_box_of_a_cell_is_read_once() -> None:
    document = docx.Document()
    table = table_of(document, [["规章", ""]])
    table.cell(0, 1).paragraphs[0]._p.append(boxed("<w:p><w:r><w:t>12</w:t></w:r></w:p>"))
    assert read(document).text == "规章 | 12"


def test_a_table_in_a_text_box_is_a_table() -> None:
    document = docx.Document()
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("规章", "12"))
    document.add_paragraph("二、主动公开")._p.append(boxed(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl><w:p/>"))
    page = read(document)
    assert page.text == "二、主动公开\n规章 | 12"
    assert len(page.tables) == 1


@pytest.mark.parametrize(
    ("font", "code", "expected"), [("Symbol", "F032", "12"), ("Arial", "0032", "12"), ("Wingdings", "F032", "1")]
)
def test_a_symbol_is_the_character_that_it_shows(font: str, code: str, expected: str) -> None:
    document = docx.Document()
    document.add_paragraph("1")._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="{font}" w:char="{code}"/></w:r>'))
    assert read(document).text == expected


def test_a_span_that_no_table_has_is_bounded() -> None:
    document = docx.Document()
    table = table_of(document, [["规章", "1"]])
    table.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="1000000000"/>'))
    page = read(document)
    assert page.text == "规章 | 1"
    assert len(page.tables[0].grid()[0]) <= 1001


def test_what_cannot_be_read_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(ParseError, match=r"old Word format; save it as \.docx or PDF"):
        read_docx(Source(ole, "a.doc"))
    with pytest.raises(ParseError, match="encrypted; save it without a password"):
        read_docx(Source(ole + "EncryptedPackage".encode("utf-16-le"), "a.docx"))
    for part, what in (
        ("xl/workbook.xml", "a spreadsheet; save its sheet as a web page"),
        ("OFD.xml", "an OFD document; save it as PDF"),
    ):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(part, "<a/>")
        with pytest.raises(ParseError, match=what):
            read_docx(Source(packed.getvalue(), "a.zip"))
    whole = saved(docx.Document())
    for broken in (b"PK\x03\x04nothing", whole[: len(whole) // 2], _without(whole, "word/document.xml", b"<broken")):
        with pytest.raises(ParseError, match="not a readable Word document"):
            read_docx(Source(broken, "a.docx"))
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ParseError, match=r"pip install 'gongkai\[docx\]'"):
        read_docx(Source(whole, "a.docx"))


def _without(content: bytes, name: str, instead: bytes) -> bytes:
    """Return an archive with one member replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        for member in archive.namelist():
            copy.writestr(member, instead if member == name else archive.read(member))
    return out.getvalue()


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongkai.indexer.readers.docx.reader.MAX_BYTES", 1000)
    with pytest.raises(ParseError, match="split the document"):
        read(docx.Document())


SAVED = saved(docx.Document())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SAVED) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_damaged_file_is_read_or_refused(damage: list[tuple[int, int]]) -> None:
    content = bytearray(SAVED)
    for place, byte in damage:
        content[place] = byte
    try:
        page = read_docx(Source(bytes(content), "a.docx"))
    except ParseError:
        return
    assert all(block.end <= len(page.text) for block in page.blocks)


@st.composite
def merges(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, int, int]]]:
    """Return a table's size and rectangles of cells to merge that do not overlap."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    taken: set[tuple[int, int]] = set()
    chosen: list[tuple[int, int, int, int]] = []
    for _ in range(draw(st.integers(0, 3))):
        r, c = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
        below, right = draw(st.integers(r, rows - 1)), draw(st.integers(c, columns - 1))
        squares = {(y, x) for y in range(r, below + 1) for x in range(c, right + 1)}
        if not squares & taken:
            taken |= squares
            chosen.append((r, c, below, right))
    return rows, columns, chosen


@settings(max_examples=30, deadline=None)
@given(merges())
def test_the_grid_of_any_merged_table_is_the_printed_one(case: tuple[int, int, list[tuple[int, int, int, int]]]) -> None:
    rows, columns, rectangles = case
    document = docx.Document()
    table = document.add_table(rows, columns)
    expected = [[f"格{r}{c}" for c in range(columns)] for r in range(rows)]
    for r, c, below, right in rectangles:
        table.cell(r, c).merge(table.cell(below, right))
        for y in range(r, below + 1):
            expected[y][c : right + 1] = [f"格{r}{c}"] * (right + 1 - c)
    for r, line in enumerate(expected):
        for c, text in enumerate(line):
            table.cell(r, c).text = text
    page = read(document)
    assert [[page.text[cell.start : cell.end] if cell else None for cell in row] for row in page.tables[0].grid()] == expected


CASES = os.environ.get("GONGKAI_CASES")


@pytest.mark.skipif(not CASES, reason="GONGKAI_CASES does not name the folder of published reports")
def test_the_official_blank_form_has_three_tables_with_empty_cells() -> None:
    page = read_docx(Source((Path(CASES or "") / "real" / "neg_blank_template.docx").read_bytes(), "form.docx"))
    assert [[len(page.tables), len(table.rows), len(table.grid()[0])] for table in page.tables] == [
        [3, 14, 4],
        [3, 28, 10],
        [3, 4, 15],
    ]
    digits = [c for t in page.tables for r in t.rows for c in r if page.text[c.start : c.end].isdigit()]
    empty = [c for c in page.tables[1].rows[3] if c.start == c.end]
    assert (digits, len(empty)) == ([], 7)


def test_a_printed_bar_is_no_separator() -> None:
    document = docx.Document()
    table_of(document, [["行政许可", "54|", "|3"], ["行政处罚", "2", "1"]])
    assert fold(read(document).text).split("\n") == ["行政许可 | 54∣ | ∣3", "行政处罚 | 2 | 1"]


def test_an_absolute_tab_parts_two_numbers() -> None:
    document = docx.Document()
    cell = table_of(document, [["予以公开", "2"]]).cell(0, 1)
    for xml in ("<w:ptab/>", "<w:t>4</w:t>"):
        cell.paragraphs[0].add_run()._r.append(
            parse_xml(xml.replace("/>", f" {nsdecls('w')}/>").replace("<w:t>", f"<w:t {nsdecls('w')}>"))
        )
    assert read(document).text == "予以公开 | 2 4"

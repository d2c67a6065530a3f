"""Web pages that a browser saved in one file, and the formats that are refused with a way out."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from made_up import review_page

from gongkai.errors import ParseError
from gongkai.indexer.inputs.sources import Sources
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers import read_page
from gongkai.indexer.readers.mhtml import unwrapped
from gongkai.report import Report

ADDRESS = "http://www.linjiang.gov.cn/art/2024/1/9/art_1.html"
PAGE = review_page(["0"] * 15, None).content.decode()


def saved(charset: str = "utf-8", *, html: str = PAGE, address: str | None = ADDRESS) -> bytes:
    mail = MIMEMultipart("related")
    mail.attach(MIMEImage(b"\x89PNG\r\n\x1a\n", "png"))
    text = MIMEText(html.encode(charset).decode("latin-1"), "html", "latin-1")
    text.replace_header("Content-Type", f'text/html; charset="{charset}"')
    if address:
        text["Content-Location"] = address
    mail.attach(text)
    mail.attach(MIMEText("body{}", "css"))
    return mail.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_page_saved_in_one_file_is_its_page(charset: str, end: bytes) -> None:
    (found,) = parse_source(Source(saved(charset).replace(b"\n", end), "a.mhtml"))
    (plain,) = parse_source(Source(PAGE.encode(), "a.mhtml", ADDRESS))
    assert isinstance(found, Report)
    assert isinstance(plain, Report)
    assert found == plain
    assert found.url == ADDRESS


def in_a_mail(inner: MIMEMultipart, depth: int) -> bytes:
    """Return it as mail programs save it: beside a plain text, among the parts of a part."""
    for _ in range(depth):
        outer = MIMEMultipart("alternative")
        outer.attach(MIMEText("plain", "plain"))
        outer.attach(inner)
        inner = outer
    return inner.as_bytes()


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_page_among_the_parts_of_a_part_is_read(depth: int) -> None:
    related = MIMEMultipart("related")
    related.attach(MIMEText(PAGE, "html", "utf-8"))
    related.attach(MIMEImage(b"\x89PNG\r\n\x1a\n", "png"))
    assert unwrapped(Source(in_a_mail(related, depth), "a.mht")).content.decode() == PAGE


def test_parts_too_deep_hold_no_page() -> None:
    related = MIMEMultipart("related")
    related.attach(MIMEText(PAGE, "html", "utf-8"))
    with pytest.raises(ParseError, match="without its text"):
        unwrapped(Source(in_a_mail(related, 9), "a.mht"))


def test_the_address_of_the_whole_file_counts_where_the_page_has_none_on_the_web() -> None:
    content = b"Snapshot-Content-Location: " + ADDRESS.encode() + b"\n" + saved(address="cid:frame-1@mhtml.blink")
    assert unwrapped(Source(content, "a.mhtml")).url == ADDRESS


def test_a_file_of_one_part_is_the_page_too() -> None:
    quoted = MIMEText(PAGE, "html", "utf-8").as_bytes()
    (found,) = parse_source(Source(quoted, "a.mht"))
    assert isinstance(found, Report)
    assert found.url is None


@pytest.mark.parametrize("address", [None, "cid:frame-1@mhtml.blink", "file:///C:/a.html"])
def test_only_an_address_on_the_web_is_one(address: str | None) -> None:
    assert unwrapped(Source(saved(address=address), "a.mht")).url is None


def test_the_address_that_is_known_counts() -> None:
    assert unwrapped(Source(saved(), "a.mht", "http://a.gov.cn/1.html")).url == "http://a.gov.cn/1.html"


@pytest.mark.parametrize("text", [b"MIME-Version: 1.0\n", PAGE.encode(), "标题: 年度报告\n\n正文".encode(), b""])
def test_other_files_are_left_as_they_are(text: bytes) -> None:
    assert unwrapped(source := Source(text, "a.txt")) is source


def test_a_file_without_its_page_says_so() -> None:
    mail = MIMEMultipart("related")
    mail.attach(MIMEImage(b"\x89PNG\r\n\x1a\n", "png"))
    with pytest.raises(ParseError, match="without its text; save it as"):
        parse_source(Source(mail.as_bytes(), "a.mht"))


@pytest.mark.parametrize("piece", [b"--b\n", b"--b\n\n", b"--b\nContent-Type: text/plain;\n", b"a", b";", b'"', b"a:\n"])
def test_hostile_files_cost_no_time(piece: bytes) -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    started = time.process_time()
    for content in (head + piece * 200_000, head.replace(b"=b", b"=b" + piece * 10_000), piece * 200_000 + head):
        with contextlib.suppress(ParseError):
            unwrapped(Source(content, "a.mht"))
    assert time.process_time() - started < 3


def ofd() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("OFD.xml", "<ofd:OFD/>")
        archive.writestr("Doc_0/Pages/Page_0/Content.xml", "<ofd:Page/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "way_out"), [(ofd(), "OFD document; save it as PDF"), (b"{\\rtf1\\ansi}", r"rich text file \(.rtf\); save it as")]
)
def test_other_formats_are_refused_whole_and_with_a_way_out(content: bytes, way_out: str, tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(content)
    (source,) = Sources([str(tmp_path / "report")])
    assert isinstance(source, Source)
    with pytest.raises(ParseError, match=way_out):
        read_page(source)

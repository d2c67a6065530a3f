"""Damage to an archive costs what it hits: what is whole is read, a cut page is none, and one line says so."""

from __future__ import annotations

import bz2
import gzip
import io
import logging
import lzma
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from time import process_time

import pytest

from gongkai.indexer.inputs import sources
from gongkai.indexer.inputs.json_lines import Unreadable
from gongkai.indexer.inputs.members import Limits
from gongkai.indexer.inputs.sources import Sources
from gongkai.indexer.page import Source

ArchiveIterator = pytest.importorskip("warcio.archiveiterator").ArchiveIterator

LIMIT = 8 << 20
NOISE = Random(1)


def read(*paths: Path) -> tuple[list[bytes], list[str]]:
    """Return the pages that are there, and what is said of the rest."""
    found = list(Sources([str(path) for path in paths], Limits(member=LIMIT)))
    pages = [item.content for item in found if isinstance(item, Source)]
    return pages, [f"{Path(item.origin).name}: {item.reason}" for item in found if isinstance(item, Unreadable)]


def record(number: int, body: bytes = b"", head: bytes = b"", *, leave_out: str = "", **changes: object) -> bytes:
    """Return a record of a web archive that answers with a page; `changes` to its headers, _ for -."""
    block = (head or b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") + (body or page(number))
    headers: dict[str, object] = {"WARC-Type": "response", "WARC-Target-URI": f"http://a.example/{number}"}
    headers |= {"WARC-Date": "2024-01-31T00:00:00Z", "Content-Length": len(block)}
    headers |= {name.replace("_", "-"): value for name, value in changes.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if name != leave_out)
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def page(number: int) -> bytes:
    return b"<p>page %d " % number + bytes(ord("a") + byte % 26 for byte in noise(900)) + b"</p>"


def noise(length: int) -> bytes:
    """Return bytes that no packing makes shorter, those of the examples the same in every process."""
    return NOISE.randbytes(length)


def frames(*records: bytes, pack: Callable[[bytes], bytes] = gzip.compress) -> list[bytes]:
    return [pack(one) for one in records]


def place(number: int) -> str:
    return f"{number}@2024-01-31T00:00:00Z"


NOT_A_RECORD = "a.warc: it is damaged: Invalid WARC record, first line: "
WRONG_LENGTH = f"{place(1)}: it is damaged: its record is not as long as it says"


@pytest.mark.parametrize(
    ("broken", "numbers", "told"),
    [
        (record(1, leave_out="WARC-Type"), "02", [f"{place(1)}: its record does not say what it is (WARC-Type)"]),
        (
            record(1, leave_out="WARC-Target-URI", WARC_Type="resource"),
            "02",
            ["a.warc!@2024-01-31T00:00:00Z: its record has no address (WARC-Target-URI)"],
        ),
        # warcio reads no further
        (
            record(1, leave_out="WARC-Target-URI"),
            "0",
            ["a.warc: it is damaged; 1 member was read, the rest was not"],
        ),
        (
            record(1, leave_out="Content-Length"),
            "0",
            [
                "a.warc: it is cut off in the head of a record, or the record does not say how long it is: "
                + f"http://a.example/{place(1)}; 1 member was read, the rest was not"
            ],
        ),
        (
            record(1, Content_Length="many"),
            "0",
            [WRONG_LENGTH, NOT_A_RECORD + "Content-Type: text/html; 1 member was read, the rest was not"],
        ),
        (
            record(1, b"<p>1\n" * 100, Content_Length=300),
            "0",
            [WRONG_LENGTH, NOT_A_RECORD + "<p>1; 1 member was read, the rest was not"],
        ),
        (
            record(1, Content_Length=10**9),
            "0",
            [f"a.warc: it is cut off in http://a.example/{place(1)}; 1 member was read, the rest was not"],
        ),
        (
            b"<p>what no record is</p>\r\n\r\n",
            "0",
            [NOT_A_RECORD + "<p>what no record is</p>; 1 member was read, the rest was not"],
        ),
        (b"\0\x1b[2J\xff\n", "0", [NOT_A_RECORD + "[2J\xff; 1 member was read, the rest was not"]),
    ],
)
def test_a_damaged_record_costs_no_more_than_its_archive(
    tmp_path: Path, broken: bytes, numbers: str, told: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.warc").write_bytes(record(0) + broken + record(2))
    (tmp_path / "b.txt").write_bytes(b"other")
    pages, reasons = read(tmp_path)
    assert [content[8:9].decode() for content in pages[:-1]] == list(numbers)
    assert pages[-1] == b"other"
    assert reasons == told
    assert capfd.readouterr() == ("", "")


def test_a_record_that_takes_in_the_next_is_no_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.warc").write_bytes(record(0) + record(1, Content_Length=1500) + record(2))
    pages, reasons = read(tmp_path)
    assert [content[8:9] for content in pages] == [b"0"]
    assert reasons[0] == WRONG_LENGTH
    assert capfd.readouterr() == ("", "")


def test_an_address_with_a_space_is_no_damage(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """warcio logs that it mends it, and what nobody handles is printed."""
    monkeypatch.setattr(logging.root, "handlers", [])
    (tmp_path / "a.warc").write_bytes(record(0, WARC_Target_URI="<http://a.example/a b>"))
    (found,) = Sources([str(tmp_path)])
    assert isinstance(found, Source)
    assert found.url == "http://a.example/a%20b"
    assert capfd.readouterr() == ("", "")


def test_what_others_write_meanwhile_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar of progress is drawn by a thread of its own."""

    def also_draws(archive: object) -> None:
        sys.stderr.write("50 %")
        read_to_end(archive)

    read_to_end = ArchiveIterator.read_to_end
    monkeypatch.setattr(ArchiveIterator, "read_to_end", also_draws)
    (tmp_path / "a.warc").write_bytes(record(0) + record(1))
    pages, reasons = read(tmp_path)
    assert (len(pages), reasons) == (2, [])


def test_reading_web_archives_without_warcio_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (tmp_path / "a.warc").write_bytes(record(0))
    told = "a.warc: reading WARC needs an extra package: pip install 'gongkai[warc]'; nothing in it was read"
    assert read(tmp_path) == ([], [told])


def test_a_web_archive_that_is_cut_anywhere_says_so_and_gives_what_is_whole(tmp_path: Path) -> None:
    records = [record(number) for number in range(3)]
    raw, ends = b"".join(records), [len(b"".join(records[:number])) for number in range(4)]
    for cut in range(6, len(raw), 7):
        (tmp_path / "a.warc").write_bytes(raw[:cut])
        pages, reasons = read(tmp_path)
        whole = sum(end - 4 <= cut for end in ends[1:])  # the blank lines behind a record may be missing
        assert len(pages) == whole
        assert bool(reasons) == all(not end - 4 <= cut <= end for end in ends), cut
    (tmp_path / "a.warc").write_bytes(raw[:60])
    assert read(tmp_path)[1] == ["a.warc: it is cut off in the head of a record; nothing in it was read"]


def packings() -> list[object]:
    zstandard = pytest.importorskip("zstandard")
    return [gzip.compress, zstandard.ZstdCompressor(write_checksum=True).compress]


@pytest.mark.parametrize("medium", [0, 1])
def test_of_what_is_packed_that_is_read_which_stands_before_the_damage(tmp_path: Path, medium: int) -> None:
    """The line says how many; what lies behind the damage is not looked for."""
    pack = packings()[medium]
    parts = frames(*[record(number) for number in range(20)], pack=pack)  # type: ignore[arg-type]
    damaged = bytearray(parts[7])
    damaged[-20] ^= 0xFF
    (tmp_path / "a.warc.gz").write_bytes(b"".join([*parts[:7], damaged, *parts[8:]]))
    pages, reasons = read(tmp_path)
    assert 6 <= len(pages) <= 7
    assert [int(content[8:10]) for content in pages] == list(range(len(pages)))
    assert len(reasons) == 1
    assert reasons[0].startswith("a.warc.gz: it is damaged: ")
    assert reasons[0].endswith(f"; {len(pages)} members were read, the rest was not")
    for cut in range(len(parts[19]) + 1, 3, -20):
        (tmp_path / "a.warc.gz").write_bytes(b"".join(parts)[:-cut])
        pages, reasons = read(tmp_path)
        assert 18 <= len(pages) <= 19
        assert len(reasons) == 1
        assert reasons[0].startswith("a.warc.gz: it is cut off")
        assert reasons[0].endswith(f"; {len(pages)} members were read, the rest was not")


def test_a_page_whose_checksum_does_not_fit_is_none(tmp_path: Path) -> None:
    """The bytes can be unpacked to the end, and a digit among them may be another."""
    for length in (100, (1 << 16) - 200, 1 << 17):
        parts = frames(*[record(number, b"<p>%d" % number + bytes(length)) for number in range(3)])
        parts[1] = parts[1][:-8] + bytes(4) + parts[1][-4:]
        (tmp_path / "a.warc.gz").write_bytes(b"".join(parts))
        pages, reasons = read(tmp_path)
        assert [content[3:4] for content in pages] == [b"0"]
        assert len(reasons) == 1
        assert reasons[0].startswith("a.warc.gz: it is damaged: CRC check failed 0x0 != 0x")
        assert reasons[0].endswith("; 1 member was read, the rest was not")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, "zstd"])
def test_a_packed_page_that_is_cut_is_none(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    """zstandard's own reader takes what is there for all of it."""
    if pack == "zstd":
        pack = pytest.importorskip("zstandard").compress
    (tmp_path / "a.html.x").write_bytes(pack(page(1) * 9)[:-30])
    assert read(tmp_path) == ([], ["a.html.x: it is cut off"])


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_a_tar_that_is_cut_says_so_and_gives_what_is_whole(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for number in range(40):
            info = tarfile.TarInfo(f"{number}.html")
            info.size = 700
            archive.addfile(info, io.BytesIO(b"x" * 700))
    member = 512 + 1024
    for cut, told in ((0, "it is cut off"), (200, "it is cut off"), (800, "it is cut off in 30.html")):
        (tmp_path / "a.tar.x").write_bytes(pack(buffer.getvalue()[: 30 * member + cut]))
        pages, reasons = read(tmp_path)
        assert len(pages) == 30
        assert reasons == [f"a.tar.x: {told}; 30 members were read, the rest was not"]
    (tmp_path / "a.tar.x").write_bytes(pack(buffer.getvalue()[: 40 * member] + b"x" * 1024))
    assert read(tmp_path)[1] == ["a.tar.x: it is damaged: invalid header; 40 members were read, the rest was not"]


def test_a_packed_tar_that_is_cut_gives_what_came_before(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for number in range(40):
            info = tarfile.TarInfo(f"{number}.html")
            info.size = 512
            archive.addfile(info, io.BytesIO(noise(512)))
    (tmp_path / "a.tar.gz").write_bytes(buffer.getvalue()[: len(buffer.getvalue()) * 3 // 4])
    pages, reasons = read(tmp_path)
    assert 28 <= len(pages) <= 30
    assert reasons == [f"a.tar.gz: it is cut off; {len(pages)} members were read, the rest was not"]


def test_a_checksum_behind_the_end_of_a_tar_is_looked_at(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo("a.html")
        info.size = 200_000
        archive.addfile(info, io.BytesIO(bytes(200_000)))
    raw = gzip.compress(buffer.getvalue() + bytes(200_000))
    (tmp_path / "a.tar.gz").write_bytes(raw[:-8] + bytes(8))
    (told,) = read(tmp_path)[1]
    assert told.startswith("a.tar.gz: it is damaged: CRC check failed 0x0 != 0x")
    assert told.endswith("; 1 member was read, the rest was not")


def test_a_zip_says_what_is_to_be_done(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.html", b"1")
    raw = bytearray(buffer.getvalue())
    (tmp_path / "cut.zip").write_bytes(raw[:-10])
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "secret.zip").write_bytes(raw)
    assert read(tmp_path) == (
        [],
        [
            "cut.zip: its end, which lists what is in it, is cut off or damaged (File is not a zip file); fetch the file again",
            "secret.zip!a.html: it is encrypted; unpack the archive with its password, and name the folder",
        ],
    )


def test_whatever_a_library_raises_costs_one_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'startswith'")

    monkeypatch.setattr(sources, "archive_members", breaks)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.html", b"1")
    (tmp_path / "b.txt").write_bytes(b"2")
    told = "a.zip: it is damaged"
    assert read(tmp_path) == ([b"2"], [told])


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIPPED = OK + b"Content-Encoding: gzip\r\n\r\n"
DEFLATED = OK + b"Content-Encoding: deflate\r\n\r\n"
SPOILT = gzip.compress(b"hello")[:-8] + bytes(8)
CUT = "it is cut off or damaged: the server's answer cannot be read to its end"


@pytest.mark.parametrize(
    ("head", "body", "content"),
    [
        (CHUNKED, b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n", b"hello world"),
        (CHUNKED, b"hello, joined already", b"hello, joined already"),
        (GZIPPED, gzip.compress(b"hello"), b"hello"),
        (GZIPPED, b"hello", b"hello"),
        (DEFLATED, zlib.compress(b"hello"), b"hello"),
        (DEFLATED, zlib.compress(b"hello")[2:-4], b"hello"),
        (OK + b"Content-Encoding: utf-8\r\n\r\n", "报".encode("gbk"), "报".encode("gbk")),
        (OK + b"Content-Encoding: br\r\n\r\n", b"hello", b"hello"),
        # warcio leaves what it cannot unpack from its beginning on: bytes that no reader takes for a report
        (OK + b"Content-Encoding: br\r\n\r\n", b"\xff\xfe\xff", b"\xff\xfe\xff"),
        (GZIPPED, SPOILT, SPOILT),
        (OK.replace(b"\r", b"") + b"\n", b"hello", b"hello"),
        (OK + b"X-Note: a\r\n b\r\n\r\n", b"hello\r\n\r\n", b"hello\r\n\r\n"),
    ],
    ids=map(str, count()),
)
def test_answers_are_unpacked(tmp_path: Path, head: bytes, body: bytes, content: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(record(1, body, head))
    assert read(tmp_path) == ([content], [])


@pytest.mark.parametrize(
    ("head", "body", "told"),
    [
        (CHUNKED, b"5\r\nhello\r\n6\r\n wo", CUT),
        (CHUNKED, b"5\r\nhel", CUT),
        (CHUNKED, b"5\r\nhello\r\n", CUT),
        (CHUNKED, b"1\r\na\r\n1\r\nb\r\nxyz", CUT),
        (
            CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n"),
            b"1e\r\n" + gzip.compress(noise(99))[:30] + b"\r\n0\r\n\r\n",
            CUT,
        ),
        (GZIPPED, gzip.compress(b"hello" * 99)[:-12], CUT),
        (
            GZIPPED,
            gzip.compress(noise(99_999))[:-8] + bytes(8),
            CUT,
        ),
        (DEFLATED, zlib.compress(noise(99))[:-20], CUT),
        (GZIPPED, gzip.compress(bytes(4 * LIMIT)), "it is larger than 8 MB; --max-size raises the limit"),
        (OK + b"\r\n", bytes(LIMIT + 1), "it is larger than 8 MB; --max-size raises the limit"),
        (OK + b"\r\n", bytes(2 * LIMIT), "it is larger than 8 MB; --max-size raises the limit"),
        (b"<html>\r\n\r\n", b"hello", "it holds no answer of a server (HTTP/1.1 200 OK)"),
    ],
    ids=map(str, count()),
)
def test_an_answer_that_is_not_whole_is_no_page(tmp_path: Path, head: bytes, body: bytes, told: str) -> None:
    (tmp_path / "a.warc").write_bytes(record(1, body, head) + record(2))
    pages, reasons = read(tmp_path)
    assert len(pages) == 1
    assert [reason.split(": ", 1)[1] for reason in reasons] == [told]


def test_a_page_that_the_crawler_cut_off_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(1, WARC_Truncated="length"))
    told = "1@2024-01-31T00:00:00Z: it is cut off: the crawler did not take all of it (WARC-Truncated: length)"
    assert read(tmp_path) == ([], [told])


def test_frames_of_zstandard(tmp_path: Path) -> None:
    compress = pytest.importorskip("zstandard").compress
    whole, text = compress(b"1" * 300_000), b"1" * 300_000
    for raw, found in (
        (whole + compress(b"") + compress(b"2"), ([text + b"2"], [])),
        (compress(b"2") + b"xyzxyz", ([], ["a.zst: it is damaged: zstd decompressor error: Unknown frame descriptor"])),
        (whole[:-1], ([], ["a.zst: it is cut off"])),
        (whole + whole[:2], ([], ["a.zst: it is cut off"])),
    ):
        (tmp_path / "a.zst").write_bytes(raw)
        assert read(tmp_path) == found


def test_hostile_archives_take_no_time_that_grows_faster_than_they_do(tmp_path: Path) -> None:
    nested = record(1, leave_out="WARC-Type", Content_Length=7 << 20).split(b"\r\n\r\n")[0] + b"\r\n\r\n"
    started = process_time()
    (tmp_path / "a.warc").write_bytes(nested * 40_000)
    (tmp_path / "b.warc").write_bytes(b"WARC/1.0\r\n" * 500_000)
    (tmp_path / "c.warc.gz").write_bytes(gzip.compress(record(1))[:-9] + b"\x1f\x8b\x08\x00" * 500_000)
    (tmp_path / "d.warc").write_bytes(record(1, b"1\r\na\r\n" * 500_000 + b"x", CHUNKED))
    assert len(read(tmp_path)[1]) == 4
    assert process_time() - started < 20

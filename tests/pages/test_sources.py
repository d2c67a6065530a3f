"""Files, folders, archives, JSON lines: what comes out, in which order, and what is refused."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gongkai import open_index
from gongkai.errors import ParseError
from gongkai.indexer.inputs.json_lines import Ready, Unreadable, document_of
from gongkai.indexer.inputs.sources import Input, Limits, Sources
from gongkai.indexer.page import Source
from gongkai.report import NotAReport

SMALL = Limits(member=1 << 20)


def read(*paths: Path | str, limits: Limits = SMALL, **keys: str) -> list[Input]:
    return list(Sources([str(path) for path in paths], limits, keys))


def contents(inputs: list[Input]) -> dict[str, bytes]:
    return {item.origin: item.content for item in inputs if isinstance(item, Source)}


def reasons(inputs: list[Input]) -> dict[str, str]:
    return {item.origin: item.reason for item in inputs if isinstance(item, Unreadable)}


def tar_bytes(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def zip_bytes(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.txt", "b/d.txt", ".hidden", ".git/x"):
        (tmp_path / name).write_text(name)
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(contents(read(tmp_path)).values()) == [b"a.txt", b"c.txt", b"b/d.txt"]


def test_a_link_to_a_folder_is_followed_once(tmp_path: Path) -> None:
    """A folder goes by its own path where it has one; loops, and links to what was walked, add nothing."""
    top, away = tmp_path / "top", tmp_path / "away"
    for folder in (top / "z", away / "deep"):
        folder.mkdir(parents=True)
        (folder / "page.txt").write_text(folder.name)
    (top / "a").symlink_to(top / "z", target_is_directory=True)
    (top / "out").symlink_to(away, target_is_directory=True)
    (top / "out-again").symlink_to(away, target_is_directory=True)
    (top / ".hidden").symlink_to(tmp_path, target_is_directory=True)
    (away / "back").symlink_to(top, target_is_directory=True)
    (away / "deep" / "self").symlink_to(away / "deep", target_is_directory=True)
    found = {f"{top}/z/page.txt": b"z", f"{top}/out/deep/page.txt": b"deep"}
    assert contents(read(top)) == found
    (tmp_path / "link").symlink_to(top, target_is_directory=True)
    assert list(contents(read(tmp_path / "link")).values()) == list(found.values())


def test_a_folder_that_may_not_be_looked_into_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "page.txt").write_text("甲")
    listed = os.scandir

    def scandir(folder: str) -> object:
        if str(folder).endswith("closed"):
            raise PermissionError(13, "Permission denied", folder)
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    told = {
        str(tmp_path / "closed"): "it is a folder that may not be looked into; give yourself the right to read it (chmod u+rx)"
    }
    assert reasons(read(tmp_path)) == reasons(read(tmp_path / "closed")) == told
    assert contents(read(tmp_path)) == {str(tmp_path / "page.txt"): b"\xe7\x94\xb2"}


def test_a_path_that_may_not_be_asked_about_is_opened_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that may be listed but not entered."""
    (tmp_path / "page.txt").write_text("甲")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    found = iter(Sources([str(tmp_path / "page.txt")]))
    monkeypatch.setattr(os, "stat", denied)
    monkeypatch.setattr(Path, "open", denied)
    told = "it may not be read; give yourself the right to (chmod u+r, and u+x for the folders above it)"
    assert next(found) == Unreadable(str(tmp_path / "page.txt"), told)


@pytest.mark.parametrize("nested", ["", "years/index"])
def test_an_index_is_no_input_but_pages_beside_it_are(tmp_path: Path, nested: str) -> None:
    pages = tmp_path / "pages"
    folder = pages / nested
    open_index(folder, create=True).close()
    with open_index(folder) as index:
        index.add(Path(__file__))
    (pages / "page.txt").write_text("甲")
    (pages / "search-1.txt").write_text("乙")
    assert {"store.sqlite", "search-1"} <= {path.name for path in folder.iterdir()}
    assert sorted(contents(read(pages)).values()) == ["乙".encode(), "甲".encode()]
    assert reasons(read(pages)) == {}
    (pages / "other").mkdir()
    (pages / "other" / "store.sqlite").write_text("丙")
    assert "丙".encode() in contents(read(pages)).values()


def test_what_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲")
    found = read(tmp_path / "gone.txt", tmp_path / "a.txt")
    assert [type(item) for item in found] == [Unreadable, Source]
    assert reasons(found) == {str(tmp_path / "gone.txt"): "No such file or directory"}


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * ((1 << 20) + 1))
    assert reasons(read(tmp_path)) == {str(tmp_path / "a.txt"): "it is larger than 1 MB; --max-size raises the limit"}


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress, bz2.compress])
def test_tar_archives(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "pages.tar"
    path.write_bytes(pack(tar_bytes(**{"x/a.txt": b"1", "b.txt": b"2" * 900, ".hidden": b"3"})))
    assert contents(read(path)) == {f"{path}!x/a.txt": b"1", f"{path}!b.txt": b"2" * 900}


def test_a_zstandard_archive(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "pages.tar.zst"
    path.write_bytes(zstandard.compress(tar_bytes(a=b"1")) + zstandard.compress(b""))
    assert contents(read(path)) == {f"{path}!a": b"1"}
    path.write_bytes(b"\x28\xb5\x2f\xfd damaged")
    assert "damaged" in reasons(read(path))[str(path)]


def test_a_single_compressed_page_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress("甲".encode()))
    assert contents(read(tmp_path)) == {str(tmp_path / "a.html.gz"): "甲".encode()}


def test_a_zip_of_a_zip_and_a_gbk_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    raw = zip_bytes({"XXXX.txt": b"1", "in.zip": zip_bytes({"b.txt": b"2"}), "__MACOSX/._b": b"3"})
    path.write_bytes(raw.replace(b"XXXX", "报告".encode("gbk")))
    assert contents(read(path)) == {f"{path}!报告.txt": b"1", f"{path}!in.zip!b.txt": b"2"}


@pytest.mark.parametrize("name", ["报告.txt", "市政府信息公开工作年度报告（2023）.txt", "é.txt"])
def test_a_zip_of_info_zip_has_names_in_utf8_without_saying_so(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_bytes({"X" * len(name.encode()): b"1"}).replace(b"X" * len(name.encode()), name.encode()))
    assert contents(read(path)) == {f"{path}!{name}": b"1"}


def test_a_name_in_neither_is_that_of_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_bytes({"XX.txt": b"1"}).replace(b"XX", b"\x81\x20"))
    assert contents(read(path)) == {f"{path}!ü .txt": b"1"}


def test_a_zip_that_is_a_document_stays_whole(tmp_path: Path) -> None:
    content = zip_bytes({"[Content_Types].xml": b"", "word/document.xml": b""})
    (tmp_path / "a.docx").write_bytes(content)
    assert contents(read(tmp_path)) == {str(tmp_path / "a.docx"): content}
    (tmp_path / "a.docx").write_bytes(zip_bytes({"b.docx": content}))
    assert contents(read(tmp_path)) == {f"{tmp_path / 'a.docx'}!b.docx": content}


def test_depth_is_bounded(tmp_path: Path) -> None:
    content = b"deep"
    for _ in range(4):
        content = zip_bytes({"a": content})
    (tmp_path / "a.zip").write_bytes(content)
    assert list(reasons(read(tmp_path)).values()) == ["it lies in archives more than 3 deep"]
    (tmp_path / "a.zip").write_bytes(gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x"))))))
    assert list(reasons(read(tmp_path)).values()) == ["it lies in archives more than 3 deep"]


def test_bombs_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = bytes(150 << 20)
    path = tmp_path / "a.zip"
    path.write_bytes(zip_bytes({"bomb": bytes(2 << 20), "flat.txt": b"1"}))
    found = read(path, limits=Limits(member=4 << 20))
    assert reasons(found) == {f"{path}!bomb": "it unpacks to more than 200 times its size"}
    assert contents(found) == {f"{path}!flat.txt": b"1"}
    path.write_bytes(gzip.compress(bomb))
    assert reasons(read(path, limits=Limits(member=200 << 20))) == {str(path): "it unpacks to more than 200 times its size"}


def test_the_count_of_members_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tar_bytes(a=b"1", b=b"2", c=b"3"))
    found = read(tmp_path, limits=Limits(members=2))
    assert (len(contents(found)), list(reasons(found).values())) == (
        2,
        ["it has more than 2 members; 2 members were read, the rest was not"],
    )


def test_damage_ends_one_archive_only(tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(tar_bytes(a=b"1" * 9000, b=bytes(range(256)) * 40))[:100])
    (tmp_path / "b.zip").write_bytes(zip_bytes({"a": b"1"})[:-10])
    (tmp_path / "c.txt").write_bytes(b"2")
    found = read(tmp_path)
    assert sorted(reasons(found)) == [str(tmp_path / "a.tar.gz"), str(tmp_path / "b.zip")]
    assert contents(found) == {str(tmp_path / "c.txt"): b"2"}


def test_a_web_archive_gives_its_pages(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, (status, media) in enumerate(
            [("200 OK", "text/html; charset=utf-8"), ("404 Not Found", "text/html"), ("200 OK", "image/png")]
        ):
            headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.0")
            writer.write_record(
                writer.create_warc_record(
                    f"http://example.org/{number}",
                    "response",
                    payload=io.BytesIO(b"<p>page</p>"),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2024-01-31T00:00:00Z"},
                )
            )
    (page,) = read(path)
    assert page == Source(
        b"<p>page</p>",
        f"{path}!http://example.org/0@2024-01-31T00:00:00Z",
        "http://example.org/0",
        media_type="text/html",
    )


DOCUMENT = {"source": "a.html", "id": "f00", "report": True, "year": 2024, "sections": {}, "figures": {}, "findings": []}


def test_json_lines_of_parse(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    lines = [DOCUMENT, {"source": "b.html", "report": False, "reason": "a list"}]
    path.write_text("\ufeff" + "\n\n".join(json.dumps(line) for line in lines))
    report, other = read(path)
    assert isinstance(report, Ready)
    assert isinstance(other, Ready)
    assert (report.origin, document_of(report)) == (f"{path}!1", DOCUMENT)
    assert (other.origin, document_of(other)) == (f"{path}!3", NotAReport(f"{path}!3", "a list"))


def test_a_line_of_a_page_that_says_nothing_says_so(tmp_path: Path) -> None:
    """By a fact of its own, not by how the reason is worded."""
    from gongkai.indexer.documents import to_document
    from gongkai.indexer.workers import parse_all

    (tmp_path / "a.html").write_text("502 Bad Gateway\nnginx")
    (tmp_path / "b.html").write_text("<h1>政府信息公开指南</h1>")
    pages = [parsed for _, parsed in parse_all(read(tmp_path), 1)]
    assert [one.says_nothing for one in pages] == [True, False]
    told = [to_document(NotAReport(name, str(one.reason), one.says_nothing)) for name, one in zip("ab", pages, strict=True)]
    told.append({key: value for key, value in told[0].items() if key != "says_nothing"})
    told.append({**told[1], "says_nothing": "yes"})
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(map(json.dumps, told)))
    assert [parsed.says_nothing for _, parsed in parse_all(read(path), 1)] == [True, False, False, False]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": ""}, "needs an id"),
        ({"year": "2024"}, "its year is no number"),
        ({"title": 3}, "its title is no text"),
        ({"published": "31.1.2024"}, "its published is no date"),
        ({"sections": {"nowhere": ""}}, "sections"),
        ({"figures": {"nowhere": 1}}, "is no figure"),
        ({"figures": {"requests.received.total": 1.5}}, "no number"),
        ({"figures": {"requests.received.total": 10**30}}, "no number"),
        ({"findings": [{}]}, "findings"),
    ],
)
def test_a_line_that_no_engine_could_take_is_refused(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(DOCUMENT | change))
    (refused,) = read(tmp_path)
    assert isinstance(refused, Ready)
    with pytest.raises(ParseError, match=reason):
        document_of(refused)


@pytest.mark.parametrize("order", [["source", "report"], ["report", "source"], ["id", "source"]])
def test_a_line_of_parse_on_standard_input_is_called_as_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    """However its names are ordered; after the report's id where the page does not lie here."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / 'a "b"\\.zip').write_bytes(b"")
    called = {
        'a "b"\\.zip!1.html#2': f'{tmp_path}/a "b"\\.zip!1.html#2',
        "-!3660315a9af3": "-!3660315a9af3",
        "b.html": f"-!{DOCUMENT['id']}",
    }
    for source, origin in called.items():
        document = {name: DOCUMENT[name] for name in order} | DOCUMENT | {"source": source}
        (line,) = piped(monkeypatch, json.dumps(document).encode())
        assert isinstance(line, Ready)
        assert line.origin == origin
        assert document_of(line) == document


def test_json_lines_of_pages(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    lines = ['{"url": "u", "html": "<p>甲", "title": "t"}', '{"body": "乙\\ud800"}', "{", '{"text": 1}', "[]", '{"a": NaN}']
    path.write_text("\n".join(lines))
    found = read(path, text="body")
    assert found[0] == Source("<p>甲".encode(), f"{path}!1", "u", "t", "text/html")
    assert found[1] == Source("乙\ufffd".encode(), f"{path}!2", media_type="text/plain")
    assert [item.origin for item in found[2:]] == [f"{path}!{number}" for number in (3, 4, 5, 6)]
    assert all(isinstance(item, Unreadable) for item in found[2:])


def test_a_line_without_a_page_is_told_the_names_that_were_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text('{"html": "<p>甲", "words": 1}')
    told = "it has no body, text or 正文; --key text=NAME says what yours is called (of nested ones: data.text)"
    assert reasons(read(path, html="body", content="正文")) == {f"{path}!1": told}


def test_a_nested_name_is_the_way_to_it(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    lines = ['{"data": {"content": "<p>甲", "url": "u"}}', '{"data.content": "<p>乙", "data": {"content": "丙"}}']
    path.write_text("\n".join([*lines, '{"data": ["<p>丁"]}', '{"data": {"content": 1}}']))
    found = read(path, html="data.content", url="data.url")
    assert found[:2] == [
        Source("<p>甲".encode(), f"{path}!1", "u", media_type="text/html"),
        Source("<p>乙".encode(), f"{path}!2", media_type="text/html"),
    ]
    assert [type(item) for item in found[2:]] == [Unreadable, Unreadable]


def test_a_line_too_long_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(['{"text": "1"}', json.dumps({"text": "x" * (3 << 20)}), '{"text": "3"}']))
    found = read(path)
    assert contents(found) == {f"{path}!1": b"1", f"{path}!3": b"3"}
    assert reasons(found) == {f"{path}!2": "the line is longer than 1 MB"}


def test_a_page_that_starts_with_a_brace_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n{甲}\n乙")
    assert contents(read(tmp_path)) == {str(tmp_path / "a.txt"): "\n{甲}\n乙".encode()}


def piped(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> list[Any]:
    """Return what is read of those bytes on standard input."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(raw))))
    return read("-")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is called depends on what it is, not on where it stands: the next must not take its place."""
    for raw, expected in (
        (gzip.compress(tar_bytes(a=b"1")), {"-!6b86b273ff34!a": b"1"}),
        (zip_bytes({"a": b"1"}), {"-!6b86b273ff34!a": b"1"}),
        (b"page", {"-!3660315a9af3": b"page"}),
        (b'{"text": "1"}', {"-!e3a656746837": b"1"}),
        (b'{"text": "2"}', {"-!bd9e8c947272": b"2"}),
    ):
        assert contents(piped(monkeypatch, raw)) == expected
    assert [item.origin for item in piped(monkeypatch, b'{"text": "1"}\n{"text": 1}')][1] == "-!2"


@pytest.mark.parametrize("source", [b'"a\\q.html"', b'"\xff.html"'])
def test_a_broken_line_of_parse_on_standard_input_spares_the_others(monkeypatch: pytest.MonkeyPatch, source: bytes) -> None:
    broken = b'{"source": ' + source + b', "report": true, "id": "1"}'
    found = piped(monkeypatch, b'{"text": "1"}\n' + broken + b'\n{"text": "2"}\n')
    assert contents(found) == {"-!e3a656746837": b"1", "-!bd9e8c947272": b"2"}
    assert reasons(found)["-!2"].startswith("the line is no JSON: ")


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="there is no folder in memory")
def test_files_in_memory_keep_their_names() -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        (Path(folder) / "a.html").write_bytes(b"1")
        assert contents(read(folder)) == {f"{folder}/a.html": b"1"}


def test_the_whole_path_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("1")
    assert [[item.origin for item in Sources(["a.txt"], absolute=whole)] for whole in (True, False)] == [
        [f"{tmp_path}/a.txt"],
        ["a.txt"],
    ]


def test_position_reaches_the_total(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    (tmp_path / "b.tar.gz").write_bytes(gzip.compress(tar_bytes(a=b"1")))
    sources = Sources([str(tmp_path)])
    assert [isinstance(item, Source) for item in sources] == [True, True]
    assert sources.position == sources.total() > 5


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    name = bytes(tmp_path) + b"/\xff.txt"
    with open(name, "wb") as file:  # noqa: PTH123 — a path of bytes
        file.write(b"1")
    assert list(contents(read(tmp_path))) == [f"{tmp_path}/\\xff.txt"]


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    """Opening a named pipe would wait for its other end for ever."""
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "nowhere.html").symlink_to(tmp_path / "gone")
    (tmp_path / ".hidden.html").write_text("年度报告")
    for named in (tmp_path, tmp_path / "pipe.html"):
        found = {item.origin.rsplit("/", 1)[-1]: item for item in Sources([str(named)])}
        assert isinstance(found["pipe.html"], Unreadable)
        assert ".hidden.html" not in found
    assert "No such file" in str(next(iter(Sources([str(tmp_path / "nowhere.html")]))).reason)  # type: ignore[union-attr]

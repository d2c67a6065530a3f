"""Pictures and fonts in the folder that a browser puts beside a saved page are no failures; any other picture is."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
from command_line import run

from gongkai.errors import ParseError
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.recognition.saved_pages import PART_OF_PAGE, is_beside_its_page
from gongkai.mappings.labels import reason_label

PICTURE, FONT = b"\x89PNG\r\n\x1a\n" + bytes(99), b"wOFF\x00\x01" + bytes(99)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the folder of a saved page."""
    (tmp_path / "年报.html").write_text("<p>政府信息公开</p>")
    folder = tmp_path / "年报_files"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("content", [PICTURE, FONT])
@pytest.mark.parametrize("folder", ["年报_files", "年报.files"])
def test_parts_of_a_saved_page_are_no_reports(tmp_path: Path, content: bytes, folder: str) -> None:
    (tmp_path / "年报.htm").write_text("")
    place = tmp_path / folder / "x.png"
    (found,) = parse_source(Source(content, str(place)))
    assert getattr(found, "reason", None) == PART_OF_PAGE
    assert reason_label(PART_OF_PAGE) != PART_OF_PAGE


@pytest.mark.parametrize("place", ["扫描_files/x.png", "年报_files.png", "年报_files/x/y.png", "x.png"])
def test_other_pictures_fail_with_their_reason(page: Path, place: str) -> None:
    with pytest.raises(ParseError, match="is a picture"):
        parse_source(Source(PICTURE, str(page.parent / place)))


def test_in_an_archive_the_name_of_the_folder_says_so() -> None:
    assert is_beside_its_page("a.zip!年报_files/x.png")
    assert is_beside_its_page("a.zip!in/年报_files/x.png")
    assert not is_beside_its_page("a.zip!x.png")


def test_a_saved_page_is_read_without_a_failure(page: Path) -> None:
    (page / "x.png").write_bytes(PICTURE)
    (page / "a.css").write_text("body{}")
    result = run("parse", page.parent)
    assert "picture;" not in result.stderr
    assert result.exit_code == 0
    with zipfile.ZipFile(page.parent / "a.zip", "w") as archive:
        archive.write(page / "x.png", "年报_files/x.png")
    assert run("parse", page.parent / "a.zip").exit_code == 0


@pytest.mark.parametrize("piece", ["_files/", "!", "a/", "_files", "."])
def test_hostile_names_cost_no_time(piece: str) -> None:
    started = time.process_time()
    is_beside_its_page(piece * 10_000)
    assert time.process_time() - started < 1

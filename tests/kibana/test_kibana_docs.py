"""What docs/kibana.md says and shows is what there is."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from folders import DOCS
from kibana_lint import RULES
from test_kibana_objects import TWINS

from gongkai.cli_kibana import kibana
from gongkai.mappings.kibana_boards import BOARDS
from gongkai.mappings.kibana_names import VERSIONS
from gongkai.mappings.kibana_panels import Board

TEXT = (DOCS / "kibana.md").read_text("utf-8")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.key)
def test_a_layout_shows_the_panels_where_they_stand(board: Board) -> None:
    """When it fails: python -m tools.build_kibana_layouts."""
    root = ElementTree.parse(DOCS / "kibana" / f"{board.key}.svg").getroot()
    drawn = {each.get("data-panel"): each.get("data-grid") for each in root.iter(f"{SVG}rect") if each.get("data-panel")}
    assert drawn == {part.key: f"{place.x} {place.y} {place.w} {place.h}" for part, place in board.parts()}
    words = {each.text for each in root.iter(f"{SVG}text")}
    assert {f"政府信息公开年报·{board.title}", *(part.title for part, _ in board.parts())} <= words
    assert f"### {board.title}\n" in TEXT
    assert f"![{board.title}](kibana/{board.key}.svg)" in TEXT


def test_every_command_is_told() -> None:
    for name in kibana.commands:
        assert f"gongkai kibana {name}" in TEXT


def test_numbers_in_the_text() -> None:
    assert f"with {len(RULES)} rules" in TEXT
    assert len(TWINS) >= len(RULES)
    for version in (*VERSIONS.values(), "8.8.0"):
        assert version in TEXT


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#h][^)]*)\)", TEXT):
        assert (DOCS / target).exists(), target
    anchors = {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in re.findall(r"(?m)^#+ (.+)$", TEXT)}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors

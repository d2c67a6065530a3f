"""Real reports, read by hand: every figure and every piece of metadata. They are not part of the repository."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gongkai.indexer.documents import to_document
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.text import normalise

CASES = os.environ.get("GONGKAI_CASES")
METADATA = ("title", "year", "published", "province", "city", "county", "town", "level", "kind", "adcode", "zone")
needs_cases = pytest.mark.skipif(
    not CASES, reason="real reports are not part of the repository: set GONGKAI_CASES to the folder that holds seeds/ and real/"
)


def _seeds() -> Iterator[tuple[Path, dict[str, Any]]]:
    if CASES and (folder := Path(CASES) / "seeds").is_dir():
        for name, expected in json.loads((folder / "expected.json").read_text("utf-8")).items():
            yield folder / name, expected


def _gold() -> Iterator[tuple[Path, dict[str, Any]]]:
    if CASES and (folder := Path(CASES) / "real").is_dir():
        for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
            expected = json.loads(line)
            yield folder / expected["file"], expected


def _parse(path: Path) -> dict[str, Any]:
    [report] = parse_source(Source(path.read_bytes(), str(path)))
    return to_document(report)


def _wrong(expected: dict[str, Any], got: dict[str, Any], lenient: frozenset[str]) -> list[tuple[str, object, object]]:
    wrong = []
    for name, value in expected.items():
        read = got.get(name)
        if value == "any0null":
            right = read in (0, None)
        elif name in lenient:
            right = read is None or read == value
        else:
            right = read == value and (read is None) == (value is None)
        if not right:
            wrong.append((name, value, read))
    return wrong


SEEDS = list(_seeds())
GOLD = list(_gold())
IDS = [path.name for path, _ in SEEDS]


@needs_cases
def test_the_cases_are_there() -> None:
    assert len(SEEDS) == 5
    assert GOLD


@pytest.mark.parametrize(("path", "expected"), SEEDS, ids=IDS)
def test_every_figure_of_a_seed(path: Path, expected: dict[str, Any]) -> None:
    document = _parse(path)
    assert document["figures"].keys() == expected["figures"].keys()
    assert _wrong(expected["figures"], document["figures"], frozenset()) == []


@pytest.mark.parametrize(("path", "expected"), SEEDS, ids=IDS)
def test_metadata_of_a_seed(path: Path, expected: dict[str, Any]) -> None:
    document = _parse(path)
    names = (*METADATA[:-1], "agency")
    assert {name: document[name] for name in names} == {name: expected[name] for name in names}


@pytest.mark.parametrize(("path", "expected"), SEEDS, ids=IDS)
def test_nothing_readable_of_a_seed_is_lost(path: Path, expected: dict[str, Any]) -> None:
    """Every sentence stands in the title or a section, whole."""
    document = _parse(path)
    text = normalise("\n".join([document["title"] or "", *document["sections"].values()]))
    sentences = [s for line in path.read_text("utf-8").splitlines() for s in line.split("。") if "," in s and "|" not in s]
    assert sentences
    assert [s for s in sentences if normalise(s) not in text and "勾稽关系" not in s and "区分处理" not in s] == []


@pytest.mark.parametrize(("path", "expected"), SEEDS, ids=IDS)
def test_section_five_of_a_seed(path: Path, expected: dict[str, Any]) -> None:
    sections = _parse(path)["sections"]
    assert "三审三校" in "".join(sections.values())
    assert "问题" in sections["problems"] or "不足" in sections["problems"]
    assert "信息处理费" not in sections["problems"]
    assert "统计期限" not in sections["problems"]


@pytest.mark.parametrize(("path", "expected"), GOLD, ids=[path.name for path, _ in GOLD])
def test_a_real_document(path: Path, expected: dict[str, Any]) -> None:
    document = _parse(path)
    assert document["report"] == expected["report"]
    if not expected["report"]:
        return
    figures = {name: value for name, value in expected["figures"].items() if name not in expected["unsure"]}
    assert _wrong(figures, document["figures"], frozenset(expected["ambiguous"])) == []
    assert document["form"] == expected["form"]
    assert document["agency"] in (expected["agency"], *expected["agency_aliases"])
    scored = [name for name in METADATA if name in expected and name not in expected["unsure_meta"]]
    assert {name: document[name] for name in scored} == {name: expected[name] for name in scored}


def _findings(name: str) -> list[dict[str, Any]]:
    path = next(path for path, _ in SEEDS if path.name.startswith(name))
    return list(_parse(path)["findings"])


@needs_cases
def test_the_broken_identities_of_a_real_report() -> None:
    broken = {(f["code"], f["message"].split("：")[0]) for f in _findings("003") if f["code"].startswith("F")}
    assert broken == {
        ("F1", "表三·自然人列"),
        ("F1", "表三·商业企业列"),
        ("F2", "表三·商业企业列"),
        ("F2", "表三·总计列"),
    }
    assert all(f["fault"] == "source_error" for f in _findings("003") if f["code"].startswith("F"))
    assert [f["code"] for f in _findings("003") if f["code"] in ("T1", "T2", "T3", "T4")] == ["T4"]


@needs_cases
def test_prose_against_table_in_a_real_report() -> None:
    [found] = [f for f in _findings("004") if f["code"] == "T2"]
    assert "1 件" in found["message"]
    assert "2 件" in found["message"]


@needs_cases
def test_a_sound_real_report_has_no_source_error() -> None:
    assert [f for f in _findings("001") if f["fault"] == "source_error"] == []

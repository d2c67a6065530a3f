"""Exports, on every engine: the same file byte for byte, also when it was stopped and went on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contract.documents import incoming, make_document
from contract.random_corpus import document
from gongkai.search import export_file as files
from gongkai.search.engine import Engine, open_engine
from gongkai.search.export_file import Request, Text, export_file
from gongkai.search.export_rows import layout_of
from gongkai.search.query import Query


class Stopped(Exception):
    pass


def corpus() -> list[dict[str, Any]]:
    chance = random.Random("exports")
    return [document(chance, f"exports {number}") for number in range(30)]


def write(engine: Engine, path: Path, form: str, shape: str, after: int = -1) -> tuple[dict[str, Any], list[str]]:
    said: list[str] = []

    def follow(texts: Iterator[Text], done: int) -> Iterator[Text]:
        for number, text in enumerate(texts):
            if done + number == after:
                raise Stopped
            yield text

    request = Request({}, form, layout_of(shape, form, []), "here", "some")
    return export_file(engine, Query(), request, path, follow, said.append), said


@pytest.mark.parametrize(("form", "shape"), [("csv", "wide"), ("jsonl", "wide"), ("csv", "long")])
def test_every_engine_writes_the_same_file(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, shape: str
) -> None:
    monkeypatch.setattr(files, "_EVERY", 4)
    other = open_engine(str(tmp_path / "other"), create=True)
    for one in (engine, other):
        one.write([incoming(report) for report in corpus()])
    whole, path = tmp_path / "whole", tmp_path / "out"
    write(other, whole, form, shape)
    other.close()
    with pytest.raises(Stopped):
        write(engine, path, form, shape, after=15)
    manifest, said = write(engine, path, form, shape)
    assert said == ["Goes on behind the 15 reports that were written before."]
    assert path.read_bytes() == whole.read_bytes()
    assert manifest["reports"] == 30
    with pytest.raises(Stopped):
        write(engine, path, form, shape, after=15)
    engine.write([incoming(make_document("one more export"))])
    manifest, said = write(engine, path, form, shape)
    assert (manifest["reports"], "the index has changed" in said[0]) == (31, True)

"""N machines that each take their share of the same input do all of it, once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import answer, run
from contract.documents import make_document

from gongkai.indexer.inputs.sharding import share
from gongkai.indexer.inputs.sources import Input, Sources


def name_of(item: Input) -> str:
    return item.origin


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty pages, one of them twice."""
    made = tmp_path_factory.mktemp("shares")
    for number in range(40):
        (made / f"{number}.txt").write_text(f"第{number}页", encoding="utf-8")
    (made / "copy.txt").write_text("第7页", encoding="utf-8")
    return made


@pytest.mark.parametrize("machines", [1, 2, 3, 7])
def test_every_input_falls_to_exactly_one_machine(folder: Path, machines: int) -> None:
    sources = [str(folder), str(folder / "nothing.txt")]
    shares = [[name_of(item) for item in share(Sources(sources), number, machines)] for number in range(1, machines + 1)]
    every = [name_of(item) for item in Sources(sources)]
    assert sorted(name for part in shares for name in part) == sorted(every)
    assert all(shares)
    (whole,) = [part for part in shares if str(folder / "7.txt") in part]
    assert str(folder / "copy.txt") in whole  # decided by content


def test_two_machines_fill_one_index(tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_text("".join(json.dumps(make_document(f"s{n}")) + "\n" for n in range(30)))
    place = ("--index", tmp_path / "index")
    parts = [answer("index", lines, "--shard", f"{number}/2", *place)["indexed"] for number in (1, 2)]
    assert sum(parts) == 30
    assert min(parts) > 0
    assert answer("index", lines, *place)["unchanged"] == 30


@pytest.mark.parametrize("shard", ["0/2", "3/2", "2", "a/b", "1/0"])
def test_a_share_that_cannot_be(shard: str) -> None:
    assert "second of five shares" in run("index", "x", "--shard", shard, status=2).stderr

"""Over what is it measured? Made-up pages, and any number of lines of `parse` varied from them. Kept in .cache/bench."""

from __future__ import annotations

import copy
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gongkai.indexer.inputs.sources import Sources
from gongkai.indexer.workers import parse_all
from gongkai.sample.generate import write_sample

__all__ = ["base_documents", "documents", "json_lines", "pages"]

CACHE = Path(__file__).parent.parent / ".cache" / "bench"
BASE = 1_000  # parsed reports that all others are varied from
_SENTENCE = re.compile(r"[^。；\n]*[。；\n]?")


def pages(count: int) -> Path:
    """Return a folder of that many made-up pages."""
    folder = CACHE / f"pages-{count}"
    if not folder.is_dir():
        part = CACHE / f"pages-{count}.part" / "pages"
        write_sample(count, part, 1)
        part.rename(folder)
    return folder


def json_lines(count: int) -> Path:
    """Return a file of that many lines of `parse`."""
    path = CACHE / f"reports-{count}.jsonl"
    if not path.exists():
        part = _part(path)
        with part.open("w", encoding="utf-8") as out:
            for document in documents(count):
                out.write(json.dumps(document, ensure_ascii=False) + "\n")
        part.rename(path)
    return path


def _part(path: Path) -> Path:
    """Return the file that is written first, in a folder that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_suffix(".part")


def documents(count: int) -> Iterator[dict[str, Any]]:
    """Yield lines of `parse`, each an agency and year of its own, with the sentences of many reports mixed."""
    base = base_documents()
    pools = {key: _sentences(base, key) for key in base[0]["sections"]}
    for number in range(count):
        chance = random.Random(number)
        document = copy.copy(base[number % len(base)])
        agency = f"{document['agency'] or '某局'}{number}"
        document |= {
            "id": hashlib.sha256(str(number).encode()).hexdigest()[:24],
            "source": f"{number:07}.html",
            "agency": agency,
            "report_key": f"{document['adcode'] or '-'}/{agency}/agency/{document['year']}",
            "sections": {key: _mixed(text, pools[key], chance) for key, text in document["sections"].items()},
        }
        yield document


def base_documents() -> list[dict[str, Any]]:
    """Return the parsed reports that all others are varied from."""
    path = CACHE / "base.jsonl"
    if not path.exists():
        part = _part(path)
        with part.open("w", encoding="utf-8") as out:
            for _, parsed in parse_all(Sources([str(pages(BASE))])):
                out.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in parsed.documents)
        part.rename(path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _sentences(base: list[dict[str, Any]], key: str) -> list[str]:
    return [sentence for document in base for sentence in _SENTENCE.findall(document["sections"].get(key, "")) if sentence] or [
        ""
    ]


def _mixed(text: str, pool: list[str], chance: random.Random) -> str:
    sentences = [sentence for sentence in _SENTENCE.findall(text) if sentence]
    return "".join(sentence if chance.random() < 0.5 else chance.choice(pool) for sentence in sentences)

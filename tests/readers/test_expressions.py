"""What was compiled in an earlier process is the same expression; a file that is of no use costs time and nothing else."""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import subprocess
import sys
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gongkai.indexer.parse  # noqa: F401  every expression of the parser is made
from gongkai.indexer import expressions
from gongkai.indexer.expressions import expression

OURS: list[tuple[str | bytes, int]] = sorted(
    {
        (value.pattern, value.flags)
        for name, module in sys.modules.items()
        if name.startswith(("gongkai.indexer", "gongkai.mappings", "gongkai.text"))
        for value in vars(module).values()
        if isinstance(value, re.Pattern)
    },
    key=repr,
)
OTHERS: list[tuple[str, int]] = [
    ("", 0),
    ("(?P<first>a)(?P<second>[一-龥]+)(?P=first)|(?i:B)", 0),
    ("(?<![\\d.])\\d{1,3}(?:,\\d{3})*(?![\\d.])", int(re.MULTILINE | re.DOTALL)),
    ("(?x) a  # a remark", 0),
    ("(?>a+)b*+", int(re.IGNORECASE)),
]


def shelf(path: Path) -> expressions._Shelf:
    return expressions._Shelf(path)


@pytest.fixture(autouse=True)
def bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def possessive_groups(parsed: object) -> list[object]:
    """Return what is repeated possessively in a parsed expression and is more than one character."""
    if not isinstance(parsed, list | tuple | _parser.SubPattern):
        return []
    found = [group for part in parsed for group in possessive_groups(part)]
    if isinstance(parsed, tuple) and parsed and parsed[0] is _parser.POSSESSIVE_REPEAT:
        (what, _), *more = parsed[1][2]
        found += [parsed] if more or what not in (_parser.IN, _parser.LITERAL, _parser.NOT_LITERAL, _parser.ANY) else []
    return found


@pytest.mark.parametrize("pattern", ["(?:ab?c)++", "a(?:b|(?:cd)?+)", "(?=(?:a*){2}+)"])
def test_a_group_repeated_possessively_is_seen(pattern: str) -> None:
    assert possessive_groups(_parser.parse(pattern))


def test_no_group_is_repeated_possessively() -> None:
    """Until Python 3.11.5 `(?:ab?c)++` matches all of aca; `(?>(?:ab?c)+)` says the same and matches ac in every version."""
    assert [pattern for pattern, flags in OURS if possessive_groups(_parser.parse(pattern, flags))] == []


def test_what_is_kept_is_what_re_compiles(tmp_path: Path) -> None:
    first = shelf(tmp_path / "kept")
    assert len(OURS) > 1000
    for pattern, flags in [*OURS, *OTHERS]:
        assert first.take(pattern, flags) == re.compile(pattern, flags)
    first.keep()
    second = shelf(tmp_path / "kept")
    assert len(second._before) == len(OURS) + len(OTHERS)
    for pattern, flags in [*OURS, *OTHERS]:
        kept, plain = second.take(pattern, flags), re.compile(pattern, flags)
        assert (kept, kept.groupindex, kept.groups) == (plain, plain.groupindex, plain.groups)


@given(st.text("aA1一二 ，,\n", max_size=12))
@settings(deadline=None)
def test_it_finds_what_re_finds(text: str) -> None:
    for pattern, flags in OTHERS:
        kept = expressions._pattern(pattern, expressions._compile(pattern, flags))
        found, plain = kept.search(text), re.compile(pattern, flags).search(text)
        assert (found and (found.span(), found.groupdict())) == (plain and (plain.span(), plain.groupdict()))


def test_what_is_not_asked_for_again_is_dropped_when_something_is_new(tmp_path: Path) -> None:
    for patterns in ("ab", "a", "ac"):
        opened = shelf(tmp_path / "kept")
        for pattern in patterns:
            opened.take(pattern, 0)
        opened.keep()
        expected = {"ab": "ab", "a": "ab", "ac": "ac"}[patterns]  # of fewer nothing is written: another module may ask again
        assert sorted(pattern for pattern, _ in shelf(tmp_path / "kept")._before) == list(expected)


def sealed(kept: bytes) -> bytes:
    return hashlib.sha256(kept).digest() + kept


@pytest.mark.parametrize(
    "damage", [b"", b"no bytes of ours", marshal.dumps(None), *map(sealed, (b"", marshal.dumps((("another Python", 0, 4), {}))))]
)
def test_a_file_of_no_use_is_written_again(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(damage)
    opened = shelf(tmp_path / "kept")
    assert opened.take("a+", 0) == re.compile("a+")
    opened.keep()
    assert len(shelf(tmp_path / "kept")._before) == 1


def test_a_file_cut_off_anywhere_is_of_no_use(tmp_path: Path) -> None:
    opened = shelf(tmp_path / "kept")
    opened.take("(?P<name>a+)", 0)
    opened.keep()
    whole = (tmp_path / "kept").read_bytes()
    for length in range(len(whole)):
        (tmp_path / "kept").write_bytes(whole[:length])
        assert shelf(tmp_path / "kept")._before == {}


def test_a_file_with_a_flipped_bit_is_of_no_use(tmp_path: Path) -> None:
    """One that stays valid would be another rule."""
    opened = shelf(tmp_path / "kept")
    opened.take("(?P<name>a+)", 0)
    opened.keep()
    whole = (tmp_path / "kept").read_bytes()
    for place in range(len(whole)):
        (tmp_path / "kept").write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert shelf(tmp_path / "kept")._before == {}
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    opened = shelf(tmp_path / "file" / "kept")
    assert opened.take("a", 0).match("a")
    opened.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_broken_expression_is_told_as_re_tells_it(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="missing \\)"):
        shelf(tmp_path / "kept").take("(", 0)
    with pytest.raises(re.error, match="missing \\)"):
        expression("(")


COUNT = """
import re._compiler as compiler
compiled, code = [], compiler._code
compiler._code = lambda *given: compiled.append(given) or code(*given)
import gongkai.indexer.parse
print(len(compiled))
"""


@pytest.mark.parametrize(("written", "again"), [("", range(300)), ("1", range(1500, 9999))])
def test_a_second_process_compiles_next_to_nothing(written: str, again: range, tmp_path: Path) -> None:
    """Bytecode that is not to be written has nothing written beside it either."""
    surrounding = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": written}
    counts = [
        int(subprocess.run([sys.executable, "-c", COUNT], env=surrounding, capture_output=True, check=True).stdout)
        for _ in range(2)
    ]
    assert counts[0] > 1500
    assert counts[1] in again

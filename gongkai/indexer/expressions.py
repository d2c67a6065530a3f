"""Regular expressions, compiled once on a machine: kept beside the bytecode of this module, by the same rules.

The parser has 2,000 of them. Python compiles them whenever a process begins, which takes 2 seconds; to read back what was
compiled takes 0.03. A file that is damaged, of another Python, or cannot be written costs those 2 seconds and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import importlib.util
import marshal
import os
import re
import sys
import tempfile
from array import array
from pathlib import Path
from typing import Any, AnyStr

__all__ = ["expression", "keep_expressions"]

_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code of the matching engine, number of groups, and the groups' names, as `_sre.compile` takes them."""
_Kept = dict[tuple[str | bytes, int], _Compiled]
"""By pattern and flags."""
_DIGEST = 32  # bytes in front of what is kept
_UNREADABLE = (OSError, EOFError, ValueError, TypeError)


class _Shelf:
    """What was compiled before, what this process asked for, and whether that was all there."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._before: _Kept = _read(path) if path else {}
        self._used: _Kept = {}

    def take(self, pattern: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        key = pattern, flags
        compiled = self._before.get(key)
        if compiled is None:
            compiled = _compile(pattern, flags)
        self._used[key] = compiled
        return _pattern(pattern, compiled)

    def keep(self) -> None:
        """Write what was used, if any of it had to be compiled."""
        if self._path is None or sys.dont_write_bytecode or self._used.keys() <= self._before.keys():
            return
        kept = marshal.dumps((_python(), self._used))
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent)
            passing = Path(name)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(kept).digest() + kept)
                passing.chmod(0o644)
                passing.replace(self._path)
            finally:
                passing.unlink(missing_ok=True)  # where the disk was full


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns; raise `re.error` where it does. For what a module compiles when it is imported."""
    return re.compile(pattern, flags) if _shelf is None else _shelf.take(pattern, int(flags))


def keep_expressions() -> None:
    """Keep what was compiled until now for the next process; what is asked for later is compiled as ever."""
    global _shelf
    if _shelf is not None:
        _shelf.keep()
    _shelf = None


def _compile(pattern: str | bytes, flags: int) -> _Compiled:
    """Do what `re.compile` does, but for its last step."""
    parsed = _parser.parse(pattern, flags)
    names: list[str | None] = [None] * parsed.state.groups
    for name, group in parsed.state.groupdict.items():
        names[group] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict), tuple(names)


def _pattern(pattern: AnyStr, compiled: _Compiled) -> re.Pattern[AnyStr]:
    """Take the last step: the engine checks the code and makes a pattern of it."""
    flags, code, groups, groupindex, names = compiled
    words = array("I")
    words.frombytes(code)
    made: re.Pattern[AnyStr] = _sre.compile(pattern, flags, words.tolist(), groups, groupindex, names)
    return made


def _read(path: Path) -> _Kept:
    try:
        digest, written = (content := path.read_bytes())[:_DIGEST], content[_DIGEST:]
        if hashlib.sha256(written).digest() != digest:  # a flipped bit may make another expression of one
            return {}
        python, kept = marshal.loads(written)
        return dict(kept) if python == _python() else {}
    except _UNREADABLE:
        return {}


def _python() -> tuple[str, int, int]:
    return sys.version, _sre.MAGIC, array("I").itemsize


def _place() -> Path | None:
    """Return a file beside the bytecode of this module, or None where Python has no place for bytecode."""
    if sys.implementation.cache_tag is None:
        return None
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(".expressions")


def _begin() -> _Shelf | None:
    """Return an open shelf if this Python compiles as CPython 3.11 to 3.14 do: the inner parts of `re` are nobody's promise."""
    try:
        sample = "(?P<word>[一二]|a)+"
        return _Shelf(_place()) if _pattern(sample, _compile(sample, 0)) == re.compile(sample) else None
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return None


try:
    _sre: Any = importlib.import_module("_sre")
    _parser: Any = importlib.import_module("re._parser")
    _compiler: Any = importlib.import_module("re._compiler")
except ImportError:  # another Python than CPython 3.11 and newer
    _sre = _parser = _compiler = None

_shelf: _Shelf | None = _begin()

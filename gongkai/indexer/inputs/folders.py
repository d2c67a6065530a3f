"""Which files lie in a folder? All but hidden ones and those of an index, links to folders followed once."""

from __future__ import annotations

import os
from collections.abc import Iterator

from gongkai.indexer.expressions import expression

__all__ = ["files_at"]

_Key = tuple[int, int]  # device and inode

_STORE = "store.sqlite"
_STORE_BEGINS = b"SQLite format 3\x00"
_OF_INDEX = expression(r"(?:store\.sqlite|writer\.lock)(?:-wal|-shm|-journal)?")
_SEARCH = expression(r"search-\d+")


def files_at(named: str) -> Iterator[str]:
    """Yield the path itself, or every file below it in the order of names; hidden ones are left out.

    Behind them come the files of folders that links lead to and that were not walked, and folders that may not be
    looked into: opening those says why.
    """
    if named == "-" or not os.path.isdir(named):  # noqa: PTH112 — a path may hold bytes that are no text
        yield named
        return
    closed: list[str] = []
    walked: set[_Key] = set()
    folders = [named]  # and links to folders, last: a folder is called by its own path where it has one
    for folder in folders:
        yield from _below(folder, walked, folders, closed)
    yield from closed


def _below(top: str, walked: set[_Key], links: list[str], closed: list[str]) -> Iterator[str]:
    """Yield the files below a folder; note the links to folders, and the folders that may not be looked into."""
    for folder, below, names in os.walk(top, onerror=lambda error: closed.append(error.filename)):
        key = _key(folder)
        if key is None or key in walked:
            below.clear()
            continue
        walked.add(key)
        if _STORE in names and _is_index(folder):
            names = [name for name in names if not _OF_INDEX.fullmatch(name)]
            below[:] = [name for name in below if not _SEARCH.fullmatch(name)]
        below[:] = sorted(name for name in below if not name.startswith("."))
        places = (os.path.join(folder, name) for name in below)  # noqa: PTH118
        links += (place for place in places if os.path.islink(place))  # noqa: PTH114
        for name in sorted(names):
            if not name.startswith("."):  # what is no file, and a link that leads nowhere, has its line of the ledger
                yield os.path.join(folder, name)  # noqa: PTH118


def _key(folder: str) -> _Key | None:
    try:
        found = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_index(folder: str) -> bool:
    """Tell the folder of an index, which may hold pages too."""
    try:
        with open(os.path.join(folder, _STORE), "rb") as store:  # noqa: PTH118, PTH123
            return store.read(len(_STORE_BEGINS)) == _STORE_BEGINS
    except OSError:
        return False

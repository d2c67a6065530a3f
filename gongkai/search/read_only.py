"""How is an index read that nobody may write here: another user's, or one on a medium that only reads?

SQLite and tantivy both write beside what they read, to tell a writer that somebody reads. Where that cannot be, no
writer is told: the store is opened as a file that does not change, and a change of it is noticed and said.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from gongkai.errors import EngineUnavailable

__all__ = ["Unchanging", "is_read_only", "linked"]


def is_read_only(folder: Path) -> bool:
    """Tell whether nothing can be written into the folder."""
    return folder.is_dir() and not os.access(folder, os.W_OK)


class Unchanging:
    """A file that is read as one that does not change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state = self._now()

    def check(self) -> None:
        """EngineUnavailable when it has changed: what was read since cannot be trusted."""
        if self._now() != self._state:
            raise EngineUnavailable(f"{self._path} was written to while it was read, and may not be locked here: ask again.")

    def _now(self) -> tuple[int, int]:
        state = self._path.stat()
        return state.st_mtime_ns, state.st_size


def linked(folder: Path) -> tempfile.TemporaryDirectory[str]:
    """Return a folder of one's own that holds links to the files of another, so that locks can be written beside them."""
    own = tempfile.TemporaryDirectory(prefix="gongkai-")
    for path in folder.absolute().iterdir():
        if not path.name.endswith(".lock"):
            (Path(own.name) / path.name).symlink_to(path)
    return own

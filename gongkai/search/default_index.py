"""Where is the index when nobody names one? GONGKAI_INDEX, or a folder in the user's data directory."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["default_index"]


def default_index() -> str:
    """Return the folder or URL of the index."""
    return os.environ.get("GONGKAI_INDEX") or str(_data_folder() / "gongkai" / "index")


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")

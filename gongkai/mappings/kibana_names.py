"""What are our objects in Kibana called? Stable ids, made from the prefix of the indices and the space."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from gongkai.mappings.kibana_panels import View

__all__ = ["CORE_VERSION", "VERSIONS", "Names", "SavedObject", "compact", "stamp_of", "stamped"]

SavedObject = dict[str, Any]

CORE_VERSION = "8.8.0"
VERSIONS = {"index-pattern": "8.0.0", "search": "8.0.0", "lens": "8.9.0", "visualization": "8.5.0", "dashboard": "8.9.0"}
"""The oldest shapes that hold what we use. Kibana 8.19 and later bring them up to their own; a newer one they refuse."""

_STAMP = re.compile(r"〔gongkai ([0-9a-f]{8})〕$")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of what belongs to one prefix in one space: the same ids every time, different ones elsewhere."""

    prefix: str = "gongkai"
    space: str = ""

    def id(self, kind: str, key: str) -> str:
        """Return the id of an object, such as `gongkai-dashboard-overview`."""
        parts = ["gongkai", *([self.prefix] if self.prefix != "gongkai" else []), *([self.space] if self.space else [])]
        return "-".join([*parts, kind, key])

    def view(self, view: View) -> str:
        """Return the id of a data view."""
        return self.id("view", view)

    def index(self, view: View) -> str:
        """Return the alias that the data view reads."""
        return f"{self.prefix}-{view}"

    def title(self, text: str) -> str:
        """Return the title of an object: which of several sets it belongs to is told only when there are several."""
        return f"政府信息公开年报·{text}" + (f"（{self.prefix}）" if self.prefix != "gongkai" else "")


def compact(value: object) -> str:
    """Return JSON as Kibana keeps it inside a string."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def stamped(saved: SavedObject) -> SavedObject:
    """Return the object with a digest of itself at the end of its description: what changed since is seen by it."""
    attributes = saved["attributes"]
    digest = hashlib.sha256(json.dumps(saved, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:8]
    text = f"{attributes['description']} 〔gongkai {digest}〕".strip()
    return {**saved, "attributes": {**attributes, "description": text}}


def stamp_of(saved: SavedObject) -> str | None:
    """Return the digest that an object carries; null when it is not ours."""
    found = _STAMP.search(str(saved.get("attributes", {}).get("description", "")))
    return found[1] if found else None

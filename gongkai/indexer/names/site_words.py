"""Is a name that of a site? Copies on foreign hosts put words of their own in the place of an agency's: 中文网, 图书馆VIP."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.names import Name

__all__ = ["ends_as_site", "of_a_body"]

_ENDS_AS_SITE = expression(r"(?:(?<!电)网|网站|平台|VIP|APP)$", re.IGNORECASE)  # 国家电网 is a company


def of_a_body(name: Name | None, stood: str) -> tuple[Name | None, str]:
    """Return a name and where it stood; null for one that no body has."""
    return (None, "") if name and ends_as_site(name.text) else (name, stood)


def ends_as_site(name: str) -> bool:
    """Tell whether a name ends as that of a site."""
    return _ENDS_AS_SITE.search(name) is not None

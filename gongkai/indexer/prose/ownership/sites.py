"""Whose site is a channel? 青山县政府网站 is none of 双桥县's, nor of its bureaus'; 县政府网站 and 市政府网站 may be."""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["is_site_of_another_place"]

_SITE = expression(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?)[省市县区州旗镇乡](?:(?:人民)?政府|政务|[\u4e00-\u9fff]{1,8}?局|委|门户|信息公开|网|微[博信])"
)
_PLACED = expression("[\u4e00-\u9fff]{2,}?(?<!城)[省市县区州旗盟]")  # of 杨湾镇人民政府 nobody knows the county


def is_site_of_another_place(channel: str, agency: str | None) -> bool:
    """Tell whether a channel begins with the name of a place that is not in the agency's, where that names its county or city."""
    site = _SITE.match(channel)
    return site is not None and _PLACED.match(agency or "") is not None and site["place"][-2:] not in (agency or "")

"""Which place is a bureau called after, without the word for its kind? 甲人力资源和社会保障局, of a page that prints 甲市."""

from __future__ import annotations

import re

from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer

__all__ = ["called_after", "is_customs_over_several"]

# Those of the state's own, which are called after where they sit, and branches, which are a district's.
_NOT_THE_CITYS = re.compile(
    "分局|林业局|铁路|铁道|海事|航道|航务|民航|检验检疫|监管局|监督局|专员|通信管理|邮政|口岸|公积金|勘[察测]|地震|地质"
)

# Customs right below the general administration, over several cities, that are called after a place below a city.
_OVER_SEVERAL = re.compile("(?:中华人民共和国)?(?:黄埔|拱北|满洲里)海关")


def is_customs_over_several(name: str) -> bool:
    """Tell whether the name is that of a customs over several cities which is no body of the county or the port that it is called after."""
    return _OVER_SEVERAL.fullmatch(name) is not None


def called_after(name: str, text: str, level: int, year: int | None) -> list[Unit]:
    """Return the places of the level that a bureau is called after by their short name, and that the text prints in full."""
    if not name.endswith("局") or (level < 3 and _NOT_THE_CITYS.search(name)):
        return []
    called = (unit for length in (4, 3, 2) for unit in gazetteer().stems.get(name[:length], ()))
    return list({unit for unit in called if unit.level == level and unit.valid(year) and unit.name in text})

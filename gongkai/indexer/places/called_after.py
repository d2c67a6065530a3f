"""Which place is a bureau called after, without the word for its kind? 甲人力资源和社会保障局, of a page that prints 甲市."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer

__all__ = ["called_after"]

# Those of the state's own, which are called after where they sit, and branches, which are a district's.
_NOT_THE_CITYS = expression(
    "分局|林业局|铁路|铁道|海事|航道|航务|民航|检验检疫|监管局|监督局|专员|通信管理|邮政|口岸|公积金|勘[察测]|地震|地质"
)

# Those that a city or a county has for its water, gas and buses: 甲自来水公司.
_FIRM = expression(
    "(?:水务|供水|自来水|水业|排水|燃气|天然气|公交|公共(?:交通|汽车)|轨道交通|地铁|供热|热力|热电|城投|城市建设|城建|交投|交通投资|文旅|旅游)"
    r"[\u3400-\u9fff()]{0,12}(?:公司|集团)$"
)


def called_after(name: str, text: str, level: int, year: int | None) -> list[Unit]:
    """Return the places of the level that a bureau is called after by their short name, and that the text prints in full."""
    if not (name.endswith("局") or _FIRM.search(name)) or (level < 3 and _NOT_THE_CITYS.search(name)):
        return []
    called = (unit for length in (4, 3, 2) for unit in gazetteer().stems.get(name[:length], ()))
    return list({unit for unit in called if unit.level == level and unit.valid(year) and unit.name in text})

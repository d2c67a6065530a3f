"""Which bodies of the state are called after a province or a city without its suffix? 国家税务总局…, …监管局; and what stands before that place."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit

__all__ = ["is_branch", "is_local", "with_branch", "without_regiment", "without_state"]

_VERTICAL = expression(
    r"^(?:国家税务总局|国家统计局|中华人民共和国|国家金融监督管理总局|中国人民银行|国家(?:矿山安全监察|煤矿安全监察|煤矿安监)局|国家能源局"
    r"|国家外汇管理局|国家粮食和物资储备局|国家(?:物资)?储备局|中国(?:证券|银行业|银行保险|保险)监督管理委员会|(?:中国)?(?:证|银|保|银保)监会"
    r"|财政部驻?(?=[\u3400-\u9fff]{2,8}(?:监管局|专员办))|(?:中国)?(?:民航|民用航空)局?(?=[\u3400-\u9fff]{2,4}(?:安全监督管理局|监管局))"
    r"|(?:交通运输部|中华人民共和国交通运输部)(?=[\u3400-\u9fff]{2,3}海事局)|(?:国网)?[\u3400-\u9fff]{2,7}(?:电力|电网)(?:有限)?(?:责任)?公司(?=[\u3400-\u9fff]{2,8}供电)|中共|共青团|国网)"
)
_BRANCH_BODY = expression(
    r"^(?:海关|海事|调查总?队|监管局|监管办|监管分局|(?:银保监|银监|金融监管)分局|出入境|检验检疫|证监局|保监局|银监局|银保监局|安全监督管理局|"
    r"煤矿安全监察局|煤矿安监局|矿山安全监察局|(?:财政监察)?专员办|特派员办|分行|中心支行)"
)
_CITYS_BRANCH = expression("(?:银保监|银监|金融)?监管分局|(?:银保监|银监)分局|中心支行")
# Bodies of counties as well: 朝阳 is a city, and a district of another.
_LOCAL_BODY = expression(
    r"^(?:气象局|电业局|供电局|供电(?:分)?公司|住房公积金(?:管理)?中心|公积金(?:管理)?中心|仲裁委员会|血液中心|中心血站|(?:广播)?电视台|日报社|晚报社)"
)
# Divisions and regiments of the corps in Xinjiang stand before the cities and towns that they run.
_DIVISION = expression(r"^(?:新疆生产建设)?(?:兵团)?[农第]?[一二三四五六七八九十]{1,3}师(?=[\u3400-\u9fff]{2,6}市)")
_REGIMENT = expression(r"^[一二三四五六七八九十百〇零\d]{1,4}团(?=[\u3400-\u9fff]{2,6}镇(?:$|人民政府|政府))")


def without_state(name: str) -> str:
    """Return the name without the body of the state or the division that stands before its place: 国家税务总局, 新疆生产建设兵团第一师."""
    return _DIVISION.sub("", _VERTICAL.sub("", name))


def without_regiment(rest: str) -> str:
    """Return what stands behind a city without the regiment before its town: 八团塔门镇."""
    return _REGIMENT.sub("", rest)


def is_branch(rest: str) -> bool:
    """Tell whether a body of the state stands behind a short name of a place, which is the highest so called then: 吉林监管局."""
    return _BRANCH_BODY.match(rest) is not None


def with_branch(rest: str, units: list[Unit]) -> tuple[Unit, ...]:
    """Return the places of a short name that have this branch, the highest or, of one that only cities have, the cities: 吉林监管分局."""
    cities = tuple(unit for unit in units if unit.level == 2) if _CITYS_BRANCH.match(rest) else ()
    return cities or tuple(unit for unit in units if unit.level == min(other.level for other in units))


def is_local(rest: str) -> bool:
    """Tell whether a body stands behind the short name of a city, or of what may be a county: 朝阳气象局."""
    return _LOCAL_BODY.match(rest) is not None

"""How is a town called? With the peoples it is named after and without, as 乡 and, since it is one, as 镇."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["PEOPLES", "plain_town", "town_stem"]

# Peoples in the names of autonomous places; the longest first, so that 蒙古族 goes before 蒙古.
PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|"
    "佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|"
    "锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|塔塔尔族|独龙族|鄂伦春族|"
    "赫哲族|门巴族|珞巴族|基诺族|各族"
)
_ONE = "|".join(name for name in PEOPLES.split("|") if name.endswith("族") and name != "各族")
_SHORT = "|".join(dict.fromkeys(stem for name in PEOPLES.split("|") if len(stem := name.removesuffix("族")) > 1))
# Peoples that no 乡 or 镇 follows are passed in one step: each of them would be begun with again.
_NAMED_AFTER = re.compile(rf"(?<=[^省市县区旗州盟])(?:(?>(?:{_ONE})+)(?:民族)?|(?:{_SHORT})民族)(?P<town>[乡镇])?")
_TOWN = re.compile("(.{2,})(?:镇|乡|苏木)")


@lru_cache(maxsize=1 << 15)
def plain_town(name: str) -> str:
    """Return the name of a town, or of a body in one, without the peoples it is called after: 甲回族乡 is 甲乡 as well."""
    return _NAMED_AFTER.sub(lambda found: found["town"] or found[0], name) if "族" in name else name


@lru_cache(maxsize=1 << 15)
def town_stem(town: str) -> str:
    """Return what a town keeps as it becomes a 镇; the whole name of what is neither 镇 nor 乡."""
    plain = plain_town(town)
    return found[1] if (found := _TOWN.fullmatch(plain)) else plain

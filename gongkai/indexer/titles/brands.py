"""Which words before a title does a copy on a foreign site have in the place of a place? Brands of betting and of downloads."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer

__all__ = ["without_brand"]

_BRAND = expression(
    r"^[^局委厅府镇乡]*(?:官网|官方网站|(?:备用)?网址|赌场|(?:下载|登录)(?:入口|地址)?|app|APP|彩票网|投注|娱乐场(?!所))"
    r"(?=[\u3400-\u9fff]{3})"
)
_BETTING = expression(
    r"^(?:[^局委厅府镇乡]*(?:直播|入口)|[\u3400-\u9fff]{0,8}(?:彩票?|博|娱乐|体育|足球|篮球|棋牌)网(?![球络格站]))(?=[\u3400-\u9fff]{3})"
)
# Nothing but a brand, 2016年某某官网下载政府信息公开…, and one before what was a city's or a county's: 某某公司市公路局.
_ONLY = expression(
    r"^[^局委厅府镇乡]*(?:官网|官方网站|网址|赌场|app|APP|彩票网|投注|娱乐场)(?:下载|登录|入口|地址|注册|首页|平台)*$"
)
_FIRM_LEFT = expression(r"^[\u3400-\u9fff]{2,14}公司(?=[市县区旗州][\u3400-\u9fff]{2,12}(?:局|委员会|厅)$)")
# 某某公司市建设部门 names nobody: a department is one of several.
_FIRMS_DEPARTMENT = expression(r"^[\u3400-\u9fff]{2,14}公司[市县区旗州][\u3400-\u9fff]{2,8}部门$")
# Abcbet体育城市管理局: no body is called in Latin letters and for betting.
_LATIN = expression(r"^[A-Za-z][A-Za-z0-9]{2,}(?:体育|娱乐|彩票|足球|棋牌|电竞|真人|博彩)(?=[\u3400-\u9fff]{3})")
_GOVERNMENT_LEFT = expression(r"^[市区县旗](?:人民)?政府(?=[\u3400-\u9fff]{1,10}(?:街道|镇|乡))")


def without_brand(name: str) -> str:
    """Return the name without what copies on foreign sites have in the place of a place, and what is left of a place there."""
    if _ONLY.match(name) or _FIRMS_DEPARTMENT.match(name):
        return ""
    rest = _FIRM_LEFT.sub("", _BRAND.sub("", _LATIN.sub("", name)))
    if rest == name and not _placed(name):
        rest = _BETTING.sub("", name)
    return rest if rest == name else _GOVERNMENT_LEFT.sub("", rest)


def _placed(name: str) -> bool:
    """Tell whether the name begins with that of a place in full: 六安市体育网球…; 金沙 is a brand as well."""
    return any(name[:length] in gazetteer().names for length in range(3, 12))

"""What on a web page is site chrome? Navigation, footers, share and print controls, never report text."""

from __future__ import annotations

import re

from lxml import etree

from gongkai.indexer.expressions import expression

__all__ = ["REPORT", "digits_in", "is_chrome", "is_control_line", "is_menu", "text_of", "writable"]

REPORT = expression("总体情况|總體情況|本年新收|第二十条|第二十條|其他需要报告|存在的主要问题|信息处理费|统计期限")
"""Words of a report's own; an element with one of them is never chrome."""
_CHROME_TAGS = frozenset(("nav", "footer"))
_CHROME_NAME = expression(
    r"(?:^|[-_\s])(?:nav\w*|menu\w*|bread\w*|crumbs?|foot\w*|copyright|share\w*|bdshare\w*|print\w*|toolbar|fontsize|side\w*"
    r"|friend\w*|links?|search\w*|login|qrcode\w*|related|top-?bar|page-?top|head(?:er)?|logo|banner|location|position|weizhi|dqwz)"
    r"(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_KEPT_ALWAYS = frozenset(("html", "body", "table", "tbody", "tr", "td", "th", "p", "span", "font", "b", "strong", "a", "br"))
_CONTROL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CHROME = 2500  # characters of text; chrome with more is not believed
_LINK_SHARE, _MENU_SHARE = 0.75, 0.9
_WAY_SIGNS = frozenset(">›»→/")
_FEWEST_ITEMS, _LONGEST_ITEM = 4, 12  # of a menu; characters
_CONTROL_LINE = expression(
    r"\W*(?:(?:您?(?:当前|现在|所在)(?:的)?位置|您的位置|首页\s*[>»/]).{0,120}|[上下]一[篇条](?:文章)?\s*[:：].{0,80}|[上下]一篇.{0,80}|扫(?:一扫|描二维码).{0,20}"
    r"|(?:.{0,3}ICP备(?:案号?)?|.{0,3}公(?:网|安)(?:安备|备案)号?)[\W\w]{0,4}?\d{6,}号?(?:-\d+)?\W*"
    r"|(?:(?:字[号体]|打印(?:本页|此页|文章)?|关闭(?:窗口|本页|此页)?|分享(?:到|至)?(?:手机|朋友圈)?|(?:加入|添加)?收藏(?:本页|本站)?|设为首页"
    r"|返回(?:顶部|首页|列表)?|微信|微博|QQ空间|QQ|(?:保护视力|视力保护)色?|(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?|[TtAa]|无障碍(?:阅读|浏览)?"
    r"|(?:长者|关怀|适老化?)(?:模式|版|助手)?|语音(?:播报|朗读)|我要纠错|纠错|[繁简][體体](?:版|中文)?|ENGLISH|English|日本語|한국어|FRANÇAIS|Français|登[录陆]|注册|网站支持IPv6)[\W\d大中小次人]*)+)"
)
# A way through the site that ends in the title of the page, which may stand nowhere else.
_TITLE_LAST = expression(
    r"[>»/]\W*(?=[^>»/]*20\d\d)[^>»/]*?(?:[局委厅办镇乡会院校区县市州省旗]|(?<!政)府|街道|中心)[^>»/]*公[开開][^>»/]*(?:报告|報告|年报|年報)\W*$"
)


def text_of(element: etree._Element) -> str:
    """Return all text inside an element, as it stands."""
    if len(element) == 0:
        return element.text or ""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)  # in a sixth of the time of itertext


def digits_in(element: etree._Element) -> int:
    """Return how many digits stand inside an element."""
    return sum(map(str.isdigit, text_of(element)))


def writable(text: str | None) -> str:
    """Return text as the tree takes it: a control character, which markup can only spell (&#1;), is a space."""
    if not text:
        return ""
    return text if text.strip(" \t\r\n").isprintable() else _CONTROL.sub(" ", text)


def is_control_line(text: str) -> bool:
    """Tell a line that only steers the site: a breadcrumb without the page's title, print and font-size controls, neighbours."""
    control = len(text) <= 140 and _CONTROL_LINE.fullmatch(text) is not None
    return control and _TITLE_LAST.search(text) is None


def is_chrome(element: etree._Element) -> bool:
    """Tell an element that holds site chrome and nothing of a report."""
    tag = element.tag
    if tag in _KEPT_ALWAYS:
        return False
    attributes = element.attrib
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else " "
    suspect = tag in _CHROME_TAGS or (names != " " and _CHROME_NAME.search(names) is not None)
    listing = tag in ("ul", "dl")
    if not (suspect or listing):
        return False
    text = text_of(element)
    if len(text) > _LONGEST_CHROME or REPORT.search(text):
        return False
    return suspect or _mostly_links(element, text)


def is_menu(table: etree._Element) -> bool:
    """Tell a table that holds the columns of the site: short links and next to nothing beside them."""
    items = list(table.iter("a"))
    if len(items) < _FEWEST_ITEMS or next(table.iterdescendants("table"), None) is not None:
        return False
    links = [text_of(link).strip() for link in items]
    if any(len(link) > _LONGEST_ITEM or any(map(str.isdigit, link)) for link in links):
        return False
    whole = "".join(text_of(table).replace("|", "").split())
    if REPORT.search(whole) or not _WAY_SIGNS.isdisjoint(whole):
        return False  # a table of contents; a way through the site, which may name the agency
    return sum(map(len, links)) >= _MENU_SHARE * len(whole)


def _mostly_links(element: etree._Element, text: str) -> bool:
    links = list(element.iter("a"))
    linked = sum(len(text_of(link).strip()) for link in links)
    return len(links) >= 3 and linked >= _LINK_SHARE * len("".join(text.split()))

"""Which lines at both ends of a page are the site's? Controls before a report; behind it footer, related pages, links to other sites."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import is_control_line

__all__ = ["BESIDE", "body_end", "body_start"]

BESIDE = "|".join(f"{word}(?:文章|链接|新闻|阅读|稿件)" for word in ("相关", "热点", "推荐"))
"""Pattern of what stands above a list of other pages."""

_LONGEST_LINE = 160  # characters
_MOST_LINES = 200  # of a footer
_BEGINS = expression(
    r"[\W_]*(?:(?:主办|承办|协办)(?:单位|方)?[:：]|(?:网站)?(?:版权|著作权)(?:所有|归)|Copyright|©|网站标识码|网站备案"
    r"|(?:友情链接|网站地图|网站声明|关于我们|联系我们|使用帮助|隐私(?:声明|保护)|法律声明)+(?![\u4e00-\u9fff])|.{0,3}ICP备|.{0,3}公(?:网|安)(?:安备|备案)|政府网站找错|(?:建议|推荐|请)使用.{0,40}浏览器|(?:建议|推荐|请)?使用.{0,40}分辨率"
    rf"|(?:{BESIDE}|(?:相关|热点|推荐)(?:推荐|专题))"
    r"[:：]?\W*$|分享(?:到|至)?[:：]?[\W\w]{0,24}$"
    r"|(?:国务院|国家|中央|地方政府|各?省|各?市|各?区|各?县|部门|其他|区\(县\)|县\(市)\S{0,10}网站$)",
    re.IGNORECASE,
)
# A sentence, words of the form, an item, 无 and the day that a report ends with.
_REPORT = expression(
    r"。|[;；]$|申请|复议|诉讼|收费|处理费|附件|统计|总体情况|第二十条|^[一二三四五六七八九]是|^[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]|^无(?!障碍)"
    r"|^20\d\d年\d{1,2}月\d{1,2}日$"
)
# What readers say below a report.
_READERS = expression(
    r"^[ \t|]*(?:网友|读者|发表|最新|全部|热门)(?:评论|留言)(?:列表|区)?(?:[((]\d+[))])?[::]?[ \t|]*$", re.MULTILINE
)
_SCAN = expression(
    r"[\W_]{0,4}(?:(?:请|可|用|手机|微信)*(?:扫一扫|扫码|扫描?.{0,6}二维码)|(?:长按|识别).{0,8}二维码|用?微信扫)(?!的)[^\d。]{0,24}$"
)
# What a report asks its readers, or says of itself: 请扫码填写政府信息公开满意度问卷.
_ASKS = expression(r"(?:扫|二维码).*(?:问卷|满意度|调查|意见|建议|留言|评[价议]|反馈|本报告|年报|图解|解读)")
_LINE = expression(r"[^\n]+")
_BLANK = " \t|\u3000\u00a0"


def body_start(text: str, before: int) -> int:
    """Return where the first line begins that does not only steer the site: no breadcrumb, no print controls."""
    for line in _LINE.finditer(text, 0, before):
        words = line.group().strip(_BLANK)
        if words and not _steers_to_site(words):
            return line.start()
    return 0


def body_end(text: str, after: int) -> int:
    """Return where the site's own lines begin that end a page, its length where it ends with the report.

    They begin with words that only sites have, and nothing of a report may follow; `after` is where the last heading
    or table ends.
    """
    lines = [line for line in _LINE.finditer(text, after) if line.group().strip(_BLANK)]
    readers = _READERS.search(text, after)
    start = readers.start() if readers else len(text)
    for line in reversed(lines[-_MOST_LINES:]):
        words = line.group().strip(_BLANK)
        if len(words) > _LONGEST_LINE or _REPORT.search(words):
            break
        if _BEGINS.match(words) or _steers_to_site(words):
            start = min(start, line.start())
    return start


def _steers_to_site(words: str) -> bool:
    return (_SCAN.match(words) is not None or is_control_line(words)) and not _ASKS.search(words)

"""Between which words does a page print the place that it is of? Its site, its government's notice, its leaders, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.expressions import expression

__all__ = [
    "ADDRESS_IN",
    "ADDRESS_IN_CITY",
    "BOTH_COMPILE",
    "BRANCHES",
    "CITY_SPEAKS",
    "DOCUMENT",
    "ELSEWHERE",
    "HERE",
    "ISLANDS",
    "LED_BY",
    "NOTICE_OF",
    "OFFICE_OF",
    "OWN_HOST",
    "SITE_OF_STEM",
    "VISITED",
    "sites_named",
    "without_letterhead",
]

DOCUMENT = expression(r"《[^《》\n]*》")
BRANCHES = expression("[各市]、?(?:市、?)?县(?:、?区)?级?局")
"""A bureau's own branches below it: 市县局."""
OWN_HOST = expression(
    r"https?://(?:drc|fgw|fzggw|gzw|sgzw|jxw|gxw|wjw|wsjkw|mzw|mzzjw|tjj|amr|scjgj|mpa|yjj|gdj|tyj|ybj|ylbzj|lyj|xfj"
    r"|rfb|lsj|lswz|zscqj|dsjj|jgj|dzj|sjj|wwj)\.[a-z]+\.gov\.cn(?:[:/]|$)"
)
"""The own host of a commission or a bureau in front of its place's domain: drc.gd.gov.cn."""
ISLANDS = "7"
"""Codes of 台湾, 香港 and 澳门, where nobody reports, begin here: brands on copies of pages name them."""
_SITE_OF = expression(
    r"([\u3400-\u9fff]{1,14}[省市县区旗州盟])(?:人民)?(?:政府)?[\u201c\u201d\x22]?(?:政府)?(?:公众|公共|门户|入口|官方|信息|政务|公开){0,3}网(?!站?(?:管理|建设|考[核评])[^》\n]{0,6}》)"
)
# 在“中国甲”县政府门户网站, 登录“中国·甲”市人民政府网站; one that nothing is published on may be another's: 学习“中国乙”县政府网站的做法.
_SITE_CALLED = expression(
    r"((?:通过|在|登[录陆]|依托|利用)[\u201c\x22])?中国·?([\u3400-\u9fff]{2,4})[\u201d\x22]([市县区旗])(?:人民)?政府(?:门户|公众|信息)*网"
)
# Sites elsewhere that a page learns from or leads to.
VISITED = "学习|借鉴|参照|考察|调研|对标|赴"
HERE = "通过|在|登[录陆]|依托|利用"  # what follows is one's own again
_LEARNT = expression(rf"(?:{VISITED}|链接[至到])(?:(?!{HERE})[\u3400-\u9fff])*\Z")
_TO_LEARN = expression("站?的?(?:先进|好的?|成功|有益)?(?:做法|经验)")
SITE_OF_STEM = expression(r"(?:通过|在|登录|依托|利用)[\u201c\x22]?([\u3400-\u9fff]{2,4})(?:政府)?(?:门户|公众信息|政务)网")
CITY_SPEAKS = expression(r"我[省市厅]|市局|市(?:人民)?政府")
# The notice of its own government that a report follows: 根据《甲县人民政府办公室关于做好…年度报告…的通知》, …关于印发2021年政务公开工作要点的通知.
NOTICE_OF = expression(
    r"([\u3400-\u9fff]{1,14}[县区市旗])(?:人民)?政府办公室(?:印发的?)?[《〈]?关于[^《》。]{2,24}(?:年度报告|年报|(?:政务|政府信息)公开)[^《》。]{0,12}通知"
)
OFFICE_OF = expression(r"(?<![\u3400-\u9fff])(?:中共)?([\u3400-\u9fff]{1,14}[县区市旗])(?:委|(?:人民)?政府)办公室")
ADDRESS_IN = expression(r"(?:地址|地点)\s*:?\s*([\u3400-\u9fff]{2,16}?[县区市旗])(?![\u3400-\u9fff]{0,6}[县区市旗])")
ADDRESS_IN_CITY = expression(r"(?:地址|地点)\s*(?::\s*)?(?:[\u3400-\u9fff]{2,8}?(?:省|自治区))?([\u3400-\u9fff]{2,8}?市)")
BOTH_COMPILE = expression(
    r"由([\u3400-\u9fff]{1,8}[县区旗])(?:人民)?政府[、和]([\u3400-\u9fff]{1,8}[县区旗])(?:人民)?政府(?:共同|联合)编制"
)
"""Two counties that report together, as those that become one do: 由甲区政府、乙区政府共同编制."""
ELSEWHERE = expression(r"(?:(?<![请可,])与|赴|到|前往|帮扶|对口|结对|支援|援助|考察|学习|协作)[\u3400-\u9fff、]{2,16}$")
LED_BY = expression(r"在([\u3400-\u9fff]{2,10}?[县区市旗])委(?:、|和|,)?[县区市旗](?:人民)?政府[^。,;]{0,16}(?:领导|指导)下")
# What a firm's site has above a copy: its address, its telephone, a line each; a report says so in a sentence.
_LETTERHEAD = expression(r"^[ \t]*(?:公司)?(?:地址|电话|联系电话|传真|手机|邮件|邮箱|邮编|QQ)[ \t]*:[^\n。]{2,60}$", re.MULTILINE)


def sites_named(text: str) -> Iterator[str]:
    """Yield the words that end with the name of a place whose site the text names."""
    yield from (
        match[1] for match in _SITE_OF.finditer(text) if not _LEARNT.search(match[1]) and not _TO_LEARN.match(text, match.end())
    )
    called = list(_SITE_CALLED.finditer(text)) if "中国" in text else []
    if any(match[1] for match in called):
        yield from (match[2] + match[3] for match in called)


def without_letterhead(text: str, url: str) -> str:
    """Return the text without the lines in which the site of no government says where its firm lies, above the first sentence."""
    above, stop, below = text.partition("。")
    firms = stop and url and ".gov.cn" not in url
    return _LETTERHEAD.sub("", above) + stop + below if firms else text

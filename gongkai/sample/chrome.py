"""What stands around a report on a government site? Head, navigation, sidebar and footer of made-up sites."""

from __future__ import annotations

from functools import cache
from html import escape
from random import Random

__all__ = ["SITE_NAME", "escaped", "site_foot", "site_head"]

SITE_NAME = "@@SITE@@"
"""Stands for the site's name in the cached chrome."""

_MENUS = {
    "走进本地": "历史沿革 行政区划 自然地理 人口民族 风景名胜 特色产品 城市建设 教育科技 交通出行",
    "新闻中心": "要闻动态 部门动态 乡镇动态 通知公告 媒体聚焦 视频新闻 图片新闻 专题专栏",
    "政务公开": "法定主动公开内容 政府信息公开指南 政府信息公开制度 政府信息公开年报 依申请公开 基层政务公开 "
    "重点领域 规划计划 财政资金 人事信息 应急管理",
    "政务服务": "个人办事 法人办事 便民服务 办事指南 结果公示 中介超市 好差评 跨省通办 一件事一次办",
    "互动交流": "领导信箱 在线访谈 民意征集 网上调查 咨询投诉 常见问题 回应关切",
    "数据发布": "统计公报 数据解读 月度数据 统计年鉴 数据开放",
}
_SIDEBAR = "公开指南 公开制度 法定主动公开内容 公开年报 依申请公开 政策文件 政策解读 会议公开 建议提案 双随机一公开 行政执法公示"
_SCRIPT = """
function switchTab{n}(id, total) {{
  for (var i = 1; i <= total; i++) {{
    document.getElementById('tab{n}_' + i).className = i == id ? 'on' : '';
    document.getElementById('con{n}_' + i).style.display = i == id ? 'block' : 'none';
  }}
  if (window.console && typeof(counter{n}) != 'undefined') {{ counter{n}.push([{a}, {b}, 'page', 'view']); }}
}}
var cookieName{n} = 'site_font_{a}'; var fontSizes{n} = [12, 14, 16, 18, 20, 24];
"""
_STYLE = ".m{n} li a{{color:#{a:06x};line-height:{b}px;padding:0 {n}px 0 12px;background:url(/images/icon_{n}.png) no-repeat}}\n"


@cache
def site_head(site: int) -> str:
    """Return everything of site number `site` between `<head>`'s metadata and the article."""
    random = Random(f"site {site}")
    styles = (_STYLE.format(n=n, a=random.randrange(1 << 24), b=random.randint(18, 40)) for n in range(170))
    scripts = (_SCRIPT.format(n=n, a=random.randint(10, 9999), b=random.randint(10, 9999)) for n in range(50))
    menus = "".join(_menu(random, name, items.split()) for name, items in _MENUS.items())
    return (
        f"<style>{''.join(styles)}</style>\n<script>{''.join(scripts)}</script>\n</head>\n<body>\n"
        '<div class="top"><a href="#main">跳过导航</a><span>无障碍浏览</span><span>长者模式</span>'
        '<a href="/en/">English</a></div>\n'
        f'<div class="logo"><h1><a href="/">{SITE_NAME}</a></h1><form action="/search"><input name="q" value="请输入关键字">'
        f'<input type="submit" value="搜索"></form></div>\n<div id="nav"><ul>{menus}</ul></div>\n'
    )


def _menu(random: Random, name: str, items: list[str]) -> str:
    links = "".join(
        f'<li><a href="/{random.randint(10, 99)}/{random.randint(1000, 9999)}/index.html" target="_blank" title="{item}">'
        f"{item}</a></li>\n"
        for item in items
    )
    return f'<li class="m{random.randint(1, 89)}"><a href="/">{name}</a><ul>{links}</ul></li>\n'


@cache
def site_foot(site: int) -> str:
    """Return everything of site number `site` after the article."""
    random = Random(f"foot {site}")
    related = "".join(
        f'<li><a href="/nb/{year}/t{random.randint(10**6, 10**7)}.html">{name}{year}年政府信息公开工作年度报告</a>'
        f"<span>{year + 1}-01-{random.randint(10, 31)}</span></li>\n"
        for name, year in zip(("邻近单位甲", "邻近单位乙", "邻近单位丙"), (2017, 2018, 2018), strict=True)
    )
    scripts = "".join(_SCRIPT.format(n=n, a=random.randint(10, 9999), b=random.randint(10, 9999)) for n in range(60, 84))
    sides = "".join(f'<li><a href="/{random.randint(100, 999)}/">{item}</a></li>\n' for item in _SIDEBAR.split())
    return (
        '<div class="share">分享到：<a class="wx">微信</a><a class="wb">微博</a></div>\n'
        '<div class="tools"><a href="javascript:window.print()">【打印本页】</a>'
        '<a href="javascript:window.close()">【关闭窗口】</a></div>\n'
        f'<div class="related"><h3>相关链接</h3><ul>{related}</ul></div>\n<div class="side"><ul>{sides}</ul></div>\n'
        f'<div class="footer"><p>主办：{SITE_NAME} 承办：政务信息中心</p><p>网站标识码：{random.randint(10**9, 10**10 - 1)} '
        f"备案号：ICP备{random.randint(10**7, 10**8)}号</p>"
        f"<p>联系电话：0{random.randint(100, 999)}-{random.randint(10**6, 10**7)}</p></div>\n"
        f"<script>{scripts}</script>\n</body>\n</html>\n"
    )


def escaped(text: str) -> str:
    """Escape text for HTML, quotes kept."""
    return escape(text, quote=False)

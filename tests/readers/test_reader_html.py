"""Does the HTML reader see what a person sees?"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

from gongkai.errors import ParseError
from gongkai.indexer.page import Source
from gongkai.indexer.readers import read_page
from gongkai.indexer.readers.html.reader import read_html
from gongkai.indexer.readers.text import visible_markup, without_invisible

PAGE = "<html><body><p>政府{0}信息</p><table><tr><td>收到{0}申请</td><td>{0}12{0}</td><td>{0}</td></tr></table></body></html>"
SEEN = PAGE.format("")


def text(page: str) -> str:
    return read_html(Source(page.encode(), "a.html")).text


@pytest.mark.parametrize(
    "written",
    [
        *("\u200b", "\u200c", "\u200e", "\u00ad", "\ufeff", "\u2060", "\u202c", "\u2069"),
        *("&#8203;", "&#65279;", "&#xFEFF;", "&#x200B;", "&#X200b;", "&#0008203;", "&zwnj;", "&zwj;", "&shy;", "&lrm;", "&rlm;"),
        *("&ZeroWidthSpace;", "&NoBreak;", "&#8288;", "&#173;", "&#8203;&#8203;\u200b&shy;"),
    ],
)
def test_what_nobody_sees_is_not_there(written: str) -> None:
    assert text(PAGE.format(written)) == text(SEEN)


@pytest.mark.parametrize(
    ("written", "read"), [("&#19968;", "一"), ("&#x4E00;", "一"), ("&lt;", "<"), ("&amp;#8203;", "&#8203;"), ("&shyly;", "ly;")]
)
def test_other_entities_stay(written: str, read: str) -> None:
    assert text(f"<html><body><p>政府{written}信息</p></body></html>").strip() == f"政府{read}信息"


def test_a_space_written_as_an_entity_is_a_space() -> None:
    assert text(PAGE.format("&#160;")).split() == ["政府", "信息", "收到", "申请", "|", "12", "|"]


CONTROLS = """字号:[大 中 小]|【打印】【关闭】|分享到:微信 微博 QQ空间|扫描二维码 分享到手机|浏览次数:123|阅读:12次
保护视力色:|无障碍阅读 长者模式|A+ A-|繁體 | 简体
繁體版 ENGLISH 日本語 한국어 无障碍 长者版
登录 | 注册|设为首页 | 加入收藏|上一条:无|下一篇:没有了|我要纠错|京ICP备12345678号-1|甘公网安备 62000002000001号|语音播报""".replace(
    "\n", "|"
)
SENTENCES = "English版网站公开信息12条|上一条意见已经办理|注册资本12万元|点击公开专栏查看"
SENTENCES += "|微信公开信息12条|ICP备案事项办理12件|来源:水利局|主办:甲县人民政府|网站标识码:1234567890"


def test_lines_that_steer_the_site_are_left_out() -> None:
    controls = [line.strip() for line in CONTROLS.replace("繁體 | 简体", "繁體 简体").split("|")]
    for line in controls:
        assert text(f"<html><body><p>政府信息</p><div>{line}</div></body></html>").split() == ["政府信息"], line
    for line in SENTENCES.split("|"):
        assert line in text(f"<html><body><p>政府信息</p><div>{line}</div></body></html>")


@pytest.mark.parametrize("piece", ["字体大小", "A+", "浏览次数", "关闭窗口 ", "打印1"])
def test_a_long_line_of_controls_is_told_at_once(piece: str) -> None:
    line = piece * (138 // len(piece)) + "x"
    assert line.strip() in text(f"<html><body><p>{line}</p></body></html>")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<td>1<p>2</p></td>", "1 2"),
        ("<td>1<div>2</div></td>", "1 2"),
        ("<td><h4>1</h4><h4>2</h4></td>", "1 2"),
        ("<td>1<ul><li>2</li></ul></td>", "1 2"),
        ("<td><p>12</p></td>", "12"),
        ("<td>1<sub>2</sub></td>", "1₂"),
        ("<td>1<br>&#1;2<sup>&#2;</sup><p>&#11;</p></td>", "1 2"),
        ("<td>1<sup>2</sup></td>", "1²"),
        ('<td><span style="text-decoration: line-through">1</span>2</td>', "2"),
        ('<td style="text-decoration:line-through">1</td>', ""),
    ],
)
def test_blocks_in_a_cell_stand_apart_and_struck_text_is_none(cell: str, text: str) -> None:
    markup = f"<table><tr><td>行政许可</td>{cell}</tr><tr><td>行政处罚</td><td>3</td></tr></table>"
    assert read_html(Source(markup.encode(), "page.html")).text == f"行政许可 | {text}\n行政处罚 | 3\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("media_type", [None, "text/html"])
def test_markup_in_wide_characters_is_markup(encoding: str, media_type: str | None) -> None:
    marked = Source(f"\ufeff{SEEN}".encode(encoding), "a.html", media_type=media_type)
    assert (read_page(marked).text, len(read_page(marked).tables)) == (text(SEEN), 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", ["", "<p></p><!--" + "𠀀" * 1100 + "-->", "\r\n"])
def test_markup_in_wide_characters_needs_no_mark_of_byte_order(encoding: str, before: str) -> None:
    """The zeros tell it, wherever the first 4 KB end."""
    assert read_page(Source((before + SEEN).encode(encoding), "a")).text == text(SEEN)


@pytest.mark.parametrize("content", [b"MZ\x90\x00\x03\x00\x00\x00" * 40, "政府".encode() + bytes(9), "甲 a".encode("utf-16-le")])
def test_zeros_alone_make_no_text(content: bytes) -> None:
    with pytest.raises(ParseError, match="is binary"):
        read_page(Source(content, "a"))


def test_a_table_of_short_links_is_a_menu() -> None:
    def table(*links: str) -> str:
        return "".join(f"<tr><td><img></td><td><a href='x'>{link}</a></td></tr>" for link in links).join(("<table>", "</table>"))

    names = ["法规文件", "规划计划", "财务公开", "政府采购", "应急管理"]
    page = "<html><body><table><tr><td>{}</td><td><p>政府信息</p></td></tr></table></body></html>"
    assert text(page.format(table(*names))).split() == ["政府信息"]
    for kept in ([*names, "甲县水利局政府信息公开工作年度报告"], [*names, "附件1"], names[:3], [*names, "总体情况"]):
        assert kept[0] in text(page.format(table(*kept)))
    way = "<table><tr><td>" + " &gt; ".join(f"<a>{name}</a>" for name in ["甲县", "甲县水利局", *names]) + "</td></tr></table>"
    assert "甲县水利局" in text(page.format(way))
    assert "主动公开" in text(page.format(table(*names) + "<table><tr><td>主动公开</td><td>12</td></tr></table>"))


def test_text_that_was_typed_keeps_its_lines() -> None:
    page = "<html><body><pre>一、总体情况\n公开\t12\t\t条。\n\n二、主动公开 <b>信息</b>\n打印\n</pre></body></html>"
    assert text(page) == "一、总体情况\n公开\t12\t\t条。\n二、主动公开 信息\n"
    assert text("<html><body><pre>公开\n信息</pre></body></html>").split() == ["公开", "信息"]


@pytest.mark.parametrize(
    "put",
    [
        lambda page: page.replace("</", "<\\/").replace("<table", "\\n<table").replace("<td>", "<td>\\t"),
        lambda page: page.replace("<td>", '<td width="9">').replace('"', '\\"').replace("<p>", "<p>\\r\\n"),
        lambda page: page.encode("ascii", "backslashreplace").decode() + "<!-- " + "\\u4e00" * 100 + " -->",
        lambda page: f"<rss><item><description>{escape(page)}</description></item></rss>",
        lambda page: escape(page),
    ],
)
def test_a_page_out_of_a_string_is_read(put: Callable[[str], str]) -> None:
    assert text(put(SEEN)).split() == text(SEEN).split()
    assert read_page(Source(put(SEEN).encode(), "a")).tables


def test_backslashes_of_a_script_or_a_text_stay() -> None:
    script = '<script>document.write("<p>12<\\/p><a href=\\"x\\">")</script>'
    assert text(SEEN.replace("</body>", f"{script * 3}</body>")) == text(SEEN)
    assert text(r"<html><body><p>C:\new 1\/2 \u4e00</p></body></html>") == "C:\\new 1\\/2 \\u4e00\n"
    assert text("<html><body><p>&lt;p&gt;</p></body></html>") == "<p>\n"
    assert text("<html><body><p>" + "<script>\\" * 50_000 + "</p></body></html>") == ""


def test_a_foot_stands_below_its_table() -> None:
    foot, body = "<tfoot><tr><td>总计</td><td>3</td></tr></tfoot>", "<tr><td>许可</td><td>3</td></tr>"
    assert text(f"<html><body><table>{foot}{body}</table></body></html>").split("\n")[:2] == ["许可 | 3", "总计 | 3"]


def test_cells_within_a_form_are_cells() -> None:
    row = "<tr><form><td>许可</td><td></td><td>3</td></form></tr>"
    assert text(f"<html><body><table>{row}</table></body></html>") == "许可 |  | 3\n"


def test_a_number_in_a_field_of_a_table_is_read() -> None:
    field = '<input type="{}" value="{}">'
    cells = [field.format(*pair) for pair in (("text", 12), ("", 0), ("hidden", 7), ("text", "请输入"), ("number", "减3"))]
    cells[1] = '<input readonly value="0">'
    row = "".join(f"<td>{cell}</td>" for cell in ["许可", *cells])
    assert text(f"<html><body><table><tr>{row}</tr></table></body></html>") == "许可 | 12 | 0 |  |  | 减3\n"
    assert text(f"<html><body><p>第{cells[0]}页</p></body></html>") == "第页\n"
    assert text(f"<html><body><table><tr><td>许可</td><td>12{cells[0]}</td></tr></table></body></html>") == "许可 | 12\n"


def test_what_nobody_sees_is_left_out_of_markup_as_it_is_of_text() -> None:
    """The bytes that the one looks for are the characters that the other drops."""
    characters = [chr(code) for code in (*range(0x80, 0xD800), *range(0xE000, 0x10000))]
    unseen = [char for char in characters if not without_invisible(char)]
    assert len(unseen) == 22
    assert [char for char in characters if visible_markup(f"a{char}b") == b"ab"] == unseen
    assert all(visible_markup(f"&lt;{char}&#{ord(char)};&#x{ord(char):x};</p>") == b"&lt;</p>" for char in unseen)


@pytest.mark.parametrize("deep", [10, 250, 300, 1500])
def test_what_lies_deep_is_read_in_its_order(deep: int) -> None:
    within = "前<p>一、总体<br>情况</p><script>x=1</script><table><tr><td>规章</td><td>3</td></tr></table>后"
    page = f"<html><body><p>首</p>{'<div>' * deep}{within}{'</div>' * deep}尾<p>末</p></body></html>"
    read = read_html(Source(page.encode(), "a.html"))
    assert read.text == "首\n前\n一、总体\n情况\n规章 | 3\n后\n尾\n末\n"
    assert [read.text[cell.start : cell.end] for table in read.tables for row in table.rows for cell in row] == ["规章", "3"]


def test_a_hidden_element_in_another_hides_what_it_holds_once() -> None:
    assert text("<html><body><p>甲</p><div style='display:none'><p hidden>乙</p>丙</div>丁</body></html>") == "甲\n丁\n"

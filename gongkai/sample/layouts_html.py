"""How do government sites print a report as HTML? One function a habit, from facts to the characters of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from random import Random

from gongkai.sample.chrome import SITE_NAME, escaped, site_foot, site_head
from gongkai.sample.facts import Blanks, Facts
from gongkai.sample.layouts_text import Layout, heading
from gongkai.sample.printed import Grid, PrintedCell, grids

__all__ = ["HTML_LAYOUTS", "HtmlStyle", "divs", "html_page", "paragraphs_of_cells", "plain_table", "word_table"]

_ANY: Blanks = ("", "-", "/", "—", "无")
_MARKS: Blanks = ("-", "/", "—", "无")

_CRUMBS = (
    '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; '
    '<a href="/nb/">政府信息公开年报</a></div>\n'
)


@dataclass(frozen=True, slots=True)
class HtmlStyle:
    """What tells one HTML page from another; `paragraph` and `heading` are templates with {} for the text."""

    table: Callable[[Grid], str]
    paragraph: str = "<p>{}</p>\n"
    heading: str = "<p><strong>{}</strong></p>\n"
    wrapper: str = '<div class="article">\n{}\n</div>\n'
    info_table: bool = False
    site: bool = False
    charset: str = "utf-8"


def html_page(facts: Facts, random: Random, style: HtmlStyle) -> str:
    """Return the whole page in that style."""
    body = style.wrapper.format(_article(facts, random, style))
    title, day = escaped(facts.title), f"{facts.published} {random.randint(8, 17):02d}:{random.randint(10, 59)}"
    head = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="{style.charset}">\n'
    if not style.site:
        return f"{head}<title>{title}</title>\n</head>\n<body>\n{_top(facts, random, style)}{body}</body>\n</html>\n"
    site = random.randrange(6)
    name = f"{facts.agency.place.county or facts.agency.place.city or facts.agency.place.province}人民政府"
    head += f"<title>{title}_{name}</title>\n{_meta(facts, name, day)}{site_head(site).replace(SITE_NAME, name)}"
    return f"{head}{_CRUMBS}{_top(facts, random, style)}{body}{site_foot(site).replace(SITE_NAME, name)}"


def _meta(facts: Facts, site: str, day: str) -> str:
    """Return the metadata that the ministry's rules ask of a site."""
    pairs = {
        "SiteName": site,
        "SiteIDCode": f"{facts.agency.place.adcode}0001",
        "ColumnName": "政府信息公开年报",
        "ColumnType": "政府信息公开",
        "ArticleTitle": facts.title,
        "PubDate": day,
        "ContentSource": facts.agency.name,
        "Url": facts.url,
    }
    return "".join(f'<meta name="{name}" content="{escape(content)}">\n' for name, content in pairs.items())


def _top(facts: Facts, random: Random, style: HtmlStyle) -> str:
    """Return the title and the line, or the table of metadata, above the article."""
    title = f'<h1 class="title">{escaped(facts.title)}</h1>\n'
    if not style.info_table:
        source = f"<span>来源：{facts.agency.name}</span>" if random.random() < 0.7 else ""
        tools = "<span>字号：<a>大</a> <a>中</a> <a>小</a></span><span>浏览次数：</span>"
        return f'{title}<div class="info"><span>发布日期：{facts.published}</span>{source}{tools}</div>\n'
    rows = (
        ("索 引 号", f"{facts.agency.place.adcode}-{facts.url[-11:-5]}", "主题分类", "政府信息公开年报"),
        ("发布机构", facts.agency.name, "发布日期", str(facts.published)),
        ("名　　称", escaped(facts.title), "文　　号", ""),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>\n" for row in rows)
    return f'<table class="xxgk-head" width="100%">\n{cells}</table>\n{title}'


def _article(facts: Facts, random: Random, style: HtmlStyle) -> str:
    tables = grids(facts.form, facts.printed)
    parts: list[str] = []
    for section, paragraphs in facts.prose.items():
        if section != "preamble":
            parts.append(style.heading.format(heading(section, random)))
        parts += (style.paragraph.format(_spanned(escaped(paragraph), random)) for paragraph in paragraphs)
        if section in tables:
            parts.append(style.table(tables[section]))
    if random.random() < 0.6:
        day = f"{facts.published.year}年{facts.published.month}月{facts.published.day}日"
        parts += (style.paragraph.format(line) for line in (facts.agency.name, day))
    return "".join(parts)


def _spanned(paragraph: str, random: Random) -> str:
    """Break the paragraph into spans at any character, as word processors do; half of them stay whole."""
    if random.random() < 0.5 or len(paragraph) < 4 or "&" in paragraph:
        return paragraph
    at = paragraph.find("三审") + 2 if "三审三校" in paragraph else random.randint(1, len(paragraph) - 1)
    return f"<span>{paragraph[:at]}</span><span style='font-family:仿宋'>{paragraph[at:]}</span>"


# -- Tables -------------------------------------------------------------------------------------------
def _attributes(cell: PrintedCell) -> str:
    rows = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return rows + (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "")


def plain_table(grid: Grid) -> str:
    """Print a clean table with spans."""
    rows = ("".join(f"<td{_attributes(cell)}>{escaped(cell.text)}</td>" for cell in row) for row in grid)
    return '<table border="1">\n<tbody>\n' + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</tbody>\n</table>\n"


_WORD_CELL = (
    '<td width="{width}" valign="center" nowrap="" style="width:{width}.0000pt;padding:0pt 5.4pt;border:1.0000pt '
    'solid windowtext;"{attributes}>\n<p class="MsoNormal" align="center" style="text-align:center;"><span style='
    '"mso-spacerun:yes;font-family:仿宋_GB2312;font-size:10.5000pt;"><font face="仿宋_GB2312">{text}</font></span></p>\n</td>\n'
)


def word_table(grid: Grid) -> str:
    """Print a table as a word processor exports it; an empty cell holds a non-breaking space."""
    rows = (
        "".join(
            _WORD_CELL.format(
                width=58 * cell.colspan, attributes=_attributes(cell), text=escaped(cell.text) if cell.text else "&nbsp;"
            )
            for cell in row
        )
        for row in grid
    )
    body = "".join(f'<tr style="height:24.95pt">\n{row}</tr>\n' for row in rows)
    return f'<table class="MsoNormalTable" border="1" cellspacing="0" style="border-collapse:collapse;">\n{body}</table>\n'


def paragraphs_of_cells(grid: Grid) -> str:
    """Print a paragraph a cell, no table at all."""
    return "".join(f"<p>{escaped(cell.text)}</p>\n" for row in grid for cell in row)


def divs(grid: Grid) -> str:
    """Print a div a row and a div a cell."""
    rows = ("".join(f'<div class="td">{escaped(cell.text)}</div>' for cell in row) for row in grid)
    return '<div class="table">\n' + "".join(f'<div class="tr">{row}</div>\n' for row in rows) + "</div>\n"


def table_in_pieces(grid: Grid) -> str:
    """Print a long table in two pieces, the second with the head again; spans are cut at the break."""
    if len(grid) < 20:
        return plain_table(grid)
    head, rows = grid[:3], grid[3:]
    half = len(rows) // 2
    pieces = [head + _cut(rows[:half]), head + rows[half:]]
    return "".join(plain_table(piece) for piece in pieces)


def _cut(rows: Grid) -> Grid:
    """Let no cell reach below the last row."""
    return [[cell._replace(rowspan=min(cell.rowspan, len(rows) - i)) for cell in row] for i, row in enumerate(rows)]


def _layout(name: str, style: HtmlStyle, encoding: str = "utf-8", blanks: Blanks = _ANY) -> Layout:
    return Layout(name, lambda facts, random: html_page(facts, random, style), ".html", encoding, blanks)


_LAYOUT_TABLE = (
    '<table width="1000" align="center"><tr><td>\n<table width="100%"><tr><td>\n{}\n</td></tr></table>\n</td></tr></table>\n'
)
_WORD_PARAGRAPH = '<p class="MsoNormal" style="text-indent:32.0000pt;"><span style="font-size:16pt;">{}</span></p>\n'

HTML_LAYOUTS: tuple[Layout, ...] = (
    _layout("html_clean", HtmlStyle(plain_table, heading="<h2>{}</h2>\n")),
    _layout("html_word", HtmlStyle(word_table, _WORD_PARAGRAPH, _WORD_PARAGRAPH.format("<b>{}</b>"))),
    _layout("html_site", HtmlStyle(plain_table, site=True)),
    _layout("html_site_gbk", HtmlStyle(plain_table, site=True, info_table=True, charset="gb2312"), "gb18030"),
    _layout("html_nested", HtmlStyle(plain_table, wrapper=_LAYOUT_TABLE, info_table=True)),
    _layout("html_pieces", HtmlStyle(table_in_pieces)),
    _layout("html_cell_paragraphs", HtmlStyle(paragraphs_of_cells), blanks=_MARKS),
    _layout("html_divs", HtmlStyle(divs), blanks=_MARKS),
)
"""The layouts that lose nothing but the blanks they cannot show."""

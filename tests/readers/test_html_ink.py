"""Does a number count that a web page prints in its ground's colour, in no size, or off the page? Where a ground is stated it does."""

from __future__ import annotations

from time import process_time

import pytest
from made_up import read
from renderers import EXACT_LAYOUTS, draw

from gongkai.indexer.numbers import read_number
from gongkai.indexer.page import Source
from gongkai.indexer.readers.html.reader import read_html

LAYOUTS = {rendering.name: rendering for rendering in EXACT_LAYOUTS}
SHEET = """<style>
.pale{COLOR:#FFF} .small{font-size:0} .faint{opacity:0} .away{text-indent:-9999px;display:block}
.dark, th{background-color:#036} .night{background:#036;color:#fff} thead{background:navy}
</style>"""
UNSEEN = [
    *("<font face=Wingdings>24</font>", "<FONT FACE='Webdings'><b>2</b>4</FONT>", "<font face=' wingdings 2, 宋体'>24</font>"),
    *("<b style='font:12.0pt Wingdings'>24</b>", "<b style='font: bold 12px/1.5 &quot;Wingdings 2&quot;'>24</b>"),
    *("<font color=white>24</font>", "<font color='#FFFFFF'>24</font>", "<font color=fff>2</font><font color='#fff'>4</font>"),
    *(
        f"<b style='color:{colour}'>24</b>"
        for colour in (
            *("#fff", "#FFFFFF !important", "White", "rgb(255,255,255)", "rgb(100% 100% 100%)", "rgba(255, 255, 255, 1)"),
            *("hsl(0,0%,100%)", "#ffffffff", "#fefefe", "snow", "transparent", "rgba(0,0,0,0)"),
        )
    ),
    *(
        f"<b style='{style}'>24</b>"
        for style in (
            *(
                "FONT-SIZE: 0",
                "font-size:0px !important",
                "font-size:1.0pt",
                "font:0/0 a",
                "opacity:0",
                "opacity : .00;",
                "opacity:0%",
                "font-family:Wingdings",
                'font-family: "Webdings"'.replace('"', "&quot;"),
            ),
            *("filter:opacity(0)", "filter:alpha(opacity=0)", "position:absolute;left:-9999px", "position:absolute;left:-99em"),
            *("text-indent:-9999px", "transform:scale(0)", "clip:rect(0,0,0,0)", "-webkit-text-fill-color:transparent"),
            *(
                "height:0;overflow:hidden;display:block",
                "background:#000",
                "background:#000000e6",
                "color:red;background-color:#f00",
                "background:white;color:#fff",
            ),
        )
    ),
    *(f"<b class={name}>24</b>" for name in ("pale", "small", "faint", "away")),
    *("<p style='color:#fff'><b>2</b>4</p>", "<p style='font-size:0'>２４</p>", "<b class=dark style='color:#036'>24</b>"),
]
SEEN = [
    *("<font face='宋体,Wingdings'>24</font>", "<font face=Wingdings></font>24", "<font face=Symbol>24</font>"),
    *("<b style='font:12px 宋体,Wingdings'>24</b>", "<b title='face=Wingdings'>24</b>"),
    *("<b class=night>24</b>", "<b class=dark><font color=white>24</font></b>", "<b style='background:#036;color:#fff'>24</b>"),
    *(
        f"<b style='background:{ground};color:white'>24</b>"
        for ground in ("url(a.gif)", "linear-gradient(#036,#069)", "var(--dark)", "rgb(0,51,102) none", "TEAL", "#fff url(a.gif)")
    ),
    *(
        "<p style='font-size:0'><b style='font-size:14px'>24</b></p>",
        "<b style='color:#ccc'>24</b>",
        "<b style='color:#000'>24</b>",
    ),
    *(
        "<b style='opacity:0.9'>24</b>",
        "<b style='font-family:宋体,Wingdings'>24</b>",
        "<b style='opacity:1.0'>24</b>",
        "<b style='font-size:10.0pt'>24</b>",
        "<b style='clip:auto'>24</b>",
        *(f"<b style='background:{ground}'>24</b>" for ground in ("#0000", "#00000000", "#00000008", "#0003")),
        "<b style='color:#ffffff33;background:#036'>24</b>",
    ),
    *("<b style='text-indent:-24.0pt'>24</b>", "<b style='height:0'>24</b>", "<b style='color:#f00'>24</b>"),
    *("<b style='background:transparent'>24</b>", "<b style='color:inherit'>24</b>", "<b style='color:var(--c)'>24</b>"),
]


def number(markup: str, row: str = "<tr>", table: str = "<table>") -> object:
    page = f"<html><head>{SHEET}</head><body>{table}{row}<td>予以公开</td><td>{markup}</td><td>6</td></tr></table></body></html>"
    text = read_html(Source(page.encode(), "a.html")).text.strip().split(" | ")[1]
    return read_number(text, "count")[0]


@pytest.mark.parametrize("markup", UNSEEN)
def test_a_number_that_nobody_sees_is_none(markup: str) -> None:
    assert number(markup) is None


@pytest.mark.parametrize("markup", SEEN)
def test_a_number_on_another_ground_stays(markup: str) -> None:
    assert number(markup) == 24


@pytest.mark.parametrize(
    ("row", "table"),
    [
        *(
            (row, "<table>")
            for row in ("<tr bgcolor='#003366'>", "<tr style='BACKGROUND: navy'>", "<tr class=dark>", "<tr background=a.gif>")
        ),
        *(("<tr>", table) for table in ("<table bgcolor=navy>", "<div style='background:#234'><table>", "<table class=night>")),
        ("<thead><tr>", "<table>"),
    ],
)
def test_white_on_the_ground_of_its_row_or_table_stays(row: str, table: str) -> None:
    assert number("<font color=white>24</font>", row, table) == 24
    assert number("<font color=white>24</font>") is None


@pytest.mark.parametrize("row", ["<tr style='color:#fff'>", "<tr class=pale>", "<tr style='font-size:0'>", "<tr bgcolor=black>"])
def test_what_its_row_hides_is_none(row: str) -> None:
    assert number("24", row) is None


def test_numbers_that_are_all_white_have_a_ground() -> None:
    rows = "".join(f"<tr><td>第{'一二三四五六七八九十'[n]}项</td><td>1{n}</td></tr>" for n in range(10))
    shown = "<tr style='color:#000'><td>合计</td><td>145</td></tr>"
    for more, is_kept in (("", True), (shown, False)):
        page = f"<table style='color:#fff'>{rows}{more}</table>"
        assert ("13" in read_html(Source(page.encode(), "a.html")).text) is is_kept


def test_numbers_that_are_all_white_on_a_page_have_a_ground_in_its_small_tables_too() -> None:
    tables = [f"<table><tr><td>第{'一二三四五'[n]}项</td><td>1{n}</td><td>2{n}</td></tr></table>" for n in range(5)]
    for shown, is_kept in (("", True), ("<table style='color:#000'><tr><td>合计</td><td>145</td></tr></table>", False)):
        page = f"<body style='color:#fff'>{''.join(tables)}{shown}</body>"
        assert ("13" in read_html(Source(page.encode(), "a.html")).text) is is_kept


def test_tables_in_tables_are_looked_at_once() -> None:
    _, content = draw(LAYOUTS["html_clean"], 1)
    nested = content.decode().replace("</body>", "<table><tr><td style='color:#fff'>5" * 300)
    began = process_time()
    read_html(Source(nested.encode(), "a.html"))
    assert process_time() - began < 1


def test_unseen_digits_of_a_sentence_are_none_but_what_holds_paragraphs_is_seen() -> None:
    def text(markup: str) -> str:
        return read_html(Source(markup.encode(), "a.html")).text

    assert text("<p>收到申请<span style='color:#fff'>3</span>2件。</p>") == "收到申请₃2件。\n"
    assert text("<div style='font-size:0'><p>收到申请12件。</p></div>") == "收到申请12件。\n"
    assert text("<table><tr><td><div style='font-size:0'><p>收到申请12件。" + "本局依法推进公开。" * 9).startswith(
        "收到申请12件。"
    )


@pytest.mark.parametrize(
    "title",
    [
        "<h1><font color=white>{}</font></h1>",
        "<table><tr><td style='color:#fff'>{}</td></tr></table>",
        "<div><span style='background:linear-gradient(red,blue);-webkit-text-fill-color:transparent'>{}</span></div>",
    ],
)
def test_a_title_on_a_banner_keeps_its_year_where_no_other_is_seen(title: str) -> None:
    said = title.format("临江市蔬菜局2023年政府信息公开工作年度报告")
    for seen, is_kept in (("", True), ("<h2>临江市蔬菜局2022年政府信息公开工作年度报告</h2>", False)):
        page = f"<html><head><title>2023年政府信息公开报告</title></head><body>{said}{seen}<p>一、总体情况</p></body></html>"
        assert ("2023" in read_html(Source(page.encode(), "a.html")).text) is is_kept
    _, content = draw(LAYOUTS["html_clean"], 1)
    page = content.decode()
    at, end = page.index("<h1"), page.index("</h1>") + len("</h1>")
    shown, pale = read(page, "a.html"), read(page[:at] + title.format(text_of_title(page[at:end])) + page[end:], "a.html")
    assert (pale.agency, pale.title, pale.year) == (shown.agency, shown.title, shown.year)


def text_of_title(markup: str) -> str:
    return markup[markup.index(">") + 1 : markup.index("</")]


def test_the_row_of_an_unseen_number_keeps_its_others() -> None:
    _, content = draw(LAYOUTS["html_clean"], 1)
    page = content.decode()
    before = read(page, "a.html")
    at = page.rindex("<td>", 0, page.index("</td></tr>", page.index("本年新收")))
    hidden = read(f"{page[:at]}<td style='color:#fff'>{page[at + 4 :]}", "a.html")
    assert before.value("requests.received.total") is not None
    assert hidden.figures["requests.received.total"].state == "illegible"
    assert [name for name in before.figures if before.value(name) != hidden.value(name)] == ["requests.received.total"]

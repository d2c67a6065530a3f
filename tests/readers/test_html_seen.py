"""Does a cell of a web page say what a reader sees in it? Hidden, struck and unseen digits make no number longer."""

from __future__ import annotations

import pytest

from gongkai.indexer.numbers import read_number
from gongkai.indexer.page import Source
from gongkai.indexer.readers.html.reader import read_html
from gongkai.indexer.readers.text import without_invisible

SHEET = """<style>/* .x{display:none} */
.gone, td.gone { display:none }
#away{visibility : hidden} em.old{text-decoration:line-through} i.up{vertical-align:super}
.tab{display:none} .tab.on{display:block}
@media print { .paper{display:none} }
</style>"""


def cell(markup: str) -> str:
    page = f"<html><head>{SHEET}</head><body><table><tr><td>予以公开</td><td>{markup}</td><td>6</td></tr></table></body></html>"
    return read_html(Source(page.encode(), "a.html")).text.strip().split(" | ")[1]


@pytest.mark.parametrize(
    "markup",
    [
        *(
            "24<template>7</template>",
            "<noscript>7</noscript>24",
            "24<select><option>7</select>",
            "<datalist><option>7</datalist>24",
            "<title>7</title>24",
            "24<button>7</button>",
            "24<meter value=3>7</meter>",
            "<progress max=9>7</progress>24",
        ),
        *("<ruby>24<rp>(</rp><rt>7</rt><rp>)</rp></ruby>", "24<svg><text>7</text></svg>", "24<textarea>7</textarea>"),
        *("24<b class=gone>7</b>", "<span class='a gone'>7<b>8</b></span>24", "24<i id=away>7</i>", "<b hidden>7</b>24"),
        *("<em class=old>7</em>24", "<b style='TEXT-DECORATION: Line-Through'>7</b>24", "<del>7</del><ins>24</ins>"),
        *("24</td><td class=gone>7", "24</td><td style='display:none'>7"),
    ],
)
def test_what_is_not_shown_is_no_part_of_a_number(markup: str) -> None:
    assert cell(markup) == "24"


@pytest.mark.parametrize(
    "markup",
    [
        *("24<sup><span>1</span></sup>", "24<sup class=footnote>1</sup>", "24<span class=footnote><sup>1</sup></span>"),
        *("24<sup><i class=up>1</i></sup>", "24<span style='vertical-align: super'><sup>1</sup></span>"),
        *("24<a href='#_ftn1'><span class=MsoFootnoteReference>1</span></a>", "24<i class=up><a href='#note1'>1</a></i>"),
    ],
)
def test_a_raised_digit_is_a_note(markup: str) -> None:
    assert cell(markup) == "24¹"


@pytest.mark.parametrize(
    "markup",
    ["24<i class=up>[1]</i>", "24(注<span class=footnote>1</span>)", "24<span style='vertical-align:super'>(注1)</span>"],
)
def test_a_mark_in_brackets_that_is_raised_is_a_note(markup: str) -> None:
    assert read_number(cell(markup), "count")[0] == 24


@pytest.mark.parametrize(
    "markup",
    [
        *("4<span style='vertical-align:super;font-size:15pt'>6</span>", "4<i class=up>6</i>", "4<b class='fn-count'>6</b>"),
        *("<span class=footnote>4</span>6", "4<span class=note>6</span>", "4<i class=up><a href='b.html'>6</a></i>"),
        "24[<span class=footnote>1</span>]",
        "4<i class=up>[<b>1</b>]</i><i class=up>6</i>",
    ],
)
def test_digits_that_only_a_style_or_a_class_raises_leave_no_number(markup: str) -> None:
    assert read_number(cell(markup), "count")[0] is None


@pytest.mark.parametrize(
    "markup",
    [
        *("24<span style='color:#fff'>7</span>", "24<font color=white>7</font>", "24<b style='font-size:0'>7</b>"),
        *("<b aria-hidden=true>7</b>24", "24<b class=sr-only>7</b>", "24<b style='position:absolute;left:-999px'>7</b>"),
        *("24<b style='opacity:0'>7</b>", "24<b style='mso-hide:all'>7</b>", "24<a href='#x'>1</a>", "<bdo dir=rtl>42</bdo>"),
        *("24<b style='margin-left:-9999px'>7</b>", "<b style='color:#fff'>2<i style='color:#000'>4</i></b>7"),
        "<b style='color:#fff;background:#00a'>24</b><b style='color:#fff'>7</b>",
        *(
            "<b class=msoDel>7</b>24",
            "<b style='transform:scale(0)'>7</b>24",
            "2<font color=red>4</font>",
            "2<b style='color:#F00'>4</b>",
        ),
        *("<img src='7.gif'>24", "2<img src='4.gif' width=9>", "24<img src='7.gif' width='12' height='12'>"),
    ],
)
def test_digits_that_may_not_be_seen_leave_no_number(markup: str) -> None:
    assert read_number(cell(markup), "count")[0] is None


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='#x'>24</a>",
        *("<b style='background-color:#fff'>2</b>4", "<b style='font-size:1.2em'>2</b>4", "<b style='font-family:a'>2</b>4"),
        *("<b class=tab>24</b>", "<b class=paper>2</b>4", "<b class=x>2</b>4", "<p id=up class=up>24</p>"),
        *("<textarea>24</textarea>", "<ins>24</ins>", "<b class=endless>2</b>4"),
        "<b style='margin-left:-108px'>2</b>4",
        *(
            "<b style='vertical-align:super'>24</b>",
            "<b class=footnote>24</b>",
            "<font color=red>24</font>",
            "<b class=msoIns>2</b>4",
        ),
        *("<p><b style='color:red'><i class=up>24</i></b></p>", "<p>&#1;24</p>", "<p><br>24</p>", " <p>\n24 </p>\n"),
        *("<img src='space.gif' width=1>24", "<b style='transform:scale(0.9)'>2</b>4", "<b style='color:#F00A00'>2</b>4"),
    ],
)
def test_a_number_of_one_look_stays(markup: str) -> None:
    assert cell(markup) == "24"


@pytest.mark.parametrize(
    "second",
    [
        *(
            f"<b style='{style}'>740</b>"
            for style in ("display:block", "DISPLAY : inline-block", "float:right", "margin-left:2em")
        ),
        *(f"<b style='{style}'>740</b>" for style in ("margin: 0 0 0 9px", "padding:2px", "display:table-cell")),
        *(
            "<label>740</label>",
            "<el-badge>740</el-badge>",
            "<dialog>740</dialog>",
            "<details>740</details>",
            "<summary>740</summary>",
        ),
    ],
)
def test_numbers_that_stand_apart_are_two(second: str) -> None:
    first = second.replace("740", "24")
    for markup in (f"24{second}", f"{first}{second}", f"{first}740"):
        assert read_number(cell(markup), "count")[0] is None


@pytest.mark.parametrize(
    "markup",
    [
        *(
            "<b style='display:block'>24</b>",
            "<label>24</label>",
            "<el-tag>24</el-tag>",
            "<details><summary>24</summary></details>",
        ),
        *(
            "<b style='margin:0 0 0.0001pt;padding:0'>2</b>4",
            "2<b style='letter-spacing:1px'>4</b>",
            "<b style='float:none'>2</b>4",
        ),
        *("<math><mn>24</mn></math>", "<b style='padding:0px;border:1px'>2</b><b style='margin:0px'>4</b>"),
    ],
)
def test_what_stands_apart_with_no_number_beside_it_is_one(markup: str) -> None:
    assert cell(markup) == "24"


@pytest.mark.parametrize("style", ["font-size:10px;vertical-align:top", "font-size:x-small", "FONT-SIZE: smaller"])
def test_a_small_digit_behind_a_number_leaves_none(style: str) -> None:
    assert read_number(cell(f"24<b style='{style}'>1</b>"), "count")[0] is None
    assert cell(f"<b style='{style}'>24</b>") == "24"


TURNED = "style='unicode-bidi:bidi-override;direction:rtl'"


@pytest.mark.parametrize(
    "markup",
    [
        *("<input class='form-control hidden' value=7>", "<input class=d-none value=7>", "<input value=7><input value=3>"),
        *("<input value=7>/<input value=3>", "<input value=7>件<input type=number value=3>"),
        *(f"<span {TURNED}>21</span>", f"<p {TURNED}><b>21</b></p>", "&#8238;21", "&#x202E;21&#8236;"),
        *("12<span class='badge'>7</span>", "12<i class='tooltip-text'>7</i>", "12<b class='layui-badge'>7</b>"),
    ],
)
def test_numbers_of_two_fields_or_turned_or_set_apart_by_name_are_none(markup: str) -> None:
    assert read_number(cell(markup), "count")[0] is None


@pytest.mark.parametrize(
    "markup",
    [
        *(
            "<input value=24>",
            "<input value=24><input type=hidden value=3>",
            "<input class=hide value=3>24",
            "<input value=24>件",
        ),
        *(
            "<b style='direction:rtl'>24</b>",
            "<b style='unicode-bidi:bidi-override'>24</b>",
            "<bdo dir=ltr>24</bdo>",
            "2&#8206;4",
        ),
        *("<span class=badge>24</span>", "<b class=badger>2</b>4"),
    ],
)
def test_numbers_of_one_field_or_not_turned_or_alone_stay(markup: str) -> None:
    assert cell(markup).removesuffix("件") == "24"


def test_a_cell_that_is_turned_round_leaves_no_number() -> None:
    page = f"<table><tr><td>予以公开</td><td {TURNED}>21</td><td>6</td></tr></table>"
    assert read_number(read_html(Source(page.encode(), "a.html")).text.split(" | ")[1], "count")[0] is None


@pytest.mark.parametrize("goal", ["data-to=24", "data-target='24'", "data-count=1,024", "data-end=3.5"])
def test_the_zero_from_which_a_script_counts_up_is_none(goal: str) -> None:
    assert cell(f"<b class=timer {goal}>0</b>") == ""
    assert cell(f"<b class=timer {goal}>24</b>") == "24"
    assert cell(f"<b class=timer data-to=0 data-speed={goal.partition('=')[2]}>0</b>") == "0"


@pytest.mark.parametrize("name", ["data-count", "data-num", "data-end"])
def test_the_zero_of_a_cell_that_is_only_sorted_by_a_number_is_one(name: str) -> None:
    page = "<table><tr><td>予以公开</td><td {}>0</td><td>6</td></tr></table>"
    for said, number in ((f"{name}=5", "0"), (f"class=country {name}=5", "0"), (f"class='counter' {name}=5", "")):
        assert read_html(Source(page.format(said).encode(), "a.html")).text == f"予以公开 | {number} | 6\n"


def test_hidden_cells_leave_no_place_and_unseen_ones_do() -> None:
    assert cell("24</td><td style='visibility:hidden'>7") == "24"
    page = "<table><tr><td>予以公开</td><td style='visibility:hidden'>7</td><td>6</td></tr></table>"
    assert read_html(Source(page.encode(), "a.html")).text == "予以公开 |  | 6\n"


def test_struck_text_is_none_in_a_paragraph_either() -> None:
    page = "<p>收到申请<del>12</del>15件，<s>答复7件</s>答复9件。</p>"
    assert read_html(Source(page.encode(), "a.html")).text == "收到申请15件，答复9件。\n"
    whole = "<s><p>一、总体情况</p><p>收到申请15件。</p></s>"
    assert "收到申请15件" in read_html(Source(whole.encode(), "a.html")).text


def test_digits_that_are_shown_turned_round_leave_no_number() -> None:
    assert without_invisible("\u202e总\u202c计\u202d24") == "总计24"
    assert read_number(without_invisible("\u202e42\u202c"), "count")[0] is None


@pytest.mark.parametrize(
    ("media", "text"),
    [
        *(
            (medium, "乙县水务局\n正文\n")
            for medium in ("print", "screen and (max-width: 600px)", "not screen", "handheld, print")
        ),
        *((medium, "正文\n") for medium in ("", "all", "SCREEN", "screen, print")),
    ],
)
def test_a_sheet_counts_where_it_is_for_the_screen(media: str, text: str) -> None:
    page = f"<style media='{media}'>.far{{display:none}}</style><p class=far>乙县水务局</p><p>正文</p>"
    assert read_html(Source(page.encode(), "a.html")).text == text


def rows(hidden: str, *, shown: str = "") -> str:
    cells = "".join(f"<tr><td>第{'一二三四五六七八九十'[n]}项</td><td {hidden}>1{n}</td></tr>" for n in range(10))
    page = f"<style>.v{{visibility:hidden}} .n{{display:none}}</style><p>表格如下。</p><table>{cells}{shown}</table>"
    return read_html(Source(page.encode(), "a.html")).text


@pytest.mark.parametrize("hidden", ["class=v", "class=n", "style='display:none'"])
def test_numbers_are_not_all_hidden(hidden: str) -> None:
    assert "第四项 | 13\n第五项 | 14\n" in rows(hidden)
    one_is_shown = rows(hidden, shown="<tr><td>合计</td><td>145</td></tr>")
    assert "合计 | 145" in one_is_shown
    assert "13" not in one_is_shown
    calendar = f"<div style='display:none'><table>{''.join(f'<tr><td>{n}</td></tr>' for n in range(20))}</table></div><p>正文</p>"
    assert read_html(Source(calendar.encode(), "a.html")).text == "正文\n"


def lines(markup: str) -> list[str]:
    return read_html(Source(f"<style>.n{{display:none}}</style>{markup}<p>正文</p>".encode(), "a.html")).text.split("\n")[:-2]


def test_the_only_title_and_the_only_date_are_not_hidden() -> None:
    title, date = "乙县水务局2021年政府信息公开工作年度报告", "发布日期：2022-01-18"
    assert lines(f"<h1 class=n>{title}</h1>") == [title]
    assert lines(f"<div class=n>{date} 来源：水务局</div>") == [f"{date} 来源：水务局"]
    assert lines(f"<h1 class=n>{title}</h1><p>{title}</p>") == [title]
    assert lines(f"<p>{date}</p><p class=n>发布日期：2020-05-05</p>") == [date]
    assert lines(f"<ul class=n><li><a href='b.html'>{title}</a></li></ul>") == []
    assert lines("<h1 class=n>乙县人民政府门户网站</h1>") == []


@pytest.mark.parametrize("markup", ["<p><bdo dir=rtl>24</bdo></p>", "<p>2</p>4", "<p>2<br>4</p>", "<p><b>2</b><sub>4</sub></p>"])
def test_one_paragraph_around_a_cell_hides_nothing_in_it(markup: str) -> None:
    assert read_number(cell(markup), "count")[0] is None

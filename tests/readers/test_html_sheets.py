"""Which rules of a page's own sheets hide, strike or show digits? Those of tags, classes and ids, also inside others, on a screen."""

from __future__ import annotations

import re
from time import process_time

import pytest

from gongkai.indexer.numbers import read_number
from gongkai.indexer.page import Source
from gongkai.indexer.readers.html.reader import read_html

STANDARD = "<!DOCTYPE html>"
TRANSITIONAL = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
OLD = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">'


def cell(sheet: str, markup: str, opening: str = STANDARD) -> str:
    rows = f"<table class=t><tr><td>予以公开</td><td class=c>{markup}</td><td>6</td></tr></table>"
    page = f"{opening}<html><head><style>{sheet}</style></head><body><div class=article id=zoom>{rows}</div></body></html>"
    return read_html(Source(page.encode(), "a.html")).text.strip().split(" | ")[1]


@pytest.mark.parametrize(
    ("selector", "markup"),
    [
        *((".a.b", "24<i class='b c a'>7</i>"), (".a .b", "24<i class=a><b class=b>7</b></i>"), (".t .b", "24<b class=b>7</b>")),
        *(("#zoom .b", "24<b class=b>7</b>"), ("td>.b", "24<b class=b>7</b>"), ("#zoom   td.c > EM", "24<em>7</em>")),
        *(
            ("em", "24<em>7</em>"),
            ("td em", "24<em>7</em>"),
            (".x, .article em , .y", "24<em>7</em>"),
            ("B#b", "24<b id=b>7</b>"),
        ),
        *((".a:hover, em", "24<em>7</em>"), ("*, em", "24<em>7</em>")),
    ],
)
@pytest.mark.parametrize("style", ["display:none", "visibility : hidden !important", "text-decoration:line-through"])
@pytest.mark.parametrize("sheet", ["{}{{{}}}", "@media screen {{ p{{color:red}} {}{{{}}} }}", "@import url(x.css); {}{{{}"])
def test_a_rule_hides_or_strikes_what_it_is_for(selector: str, markup: str, style: str, sheet: str) -> None:
    assert cell(sheet.format(selector, style), markup) == "24"


@pytest.mark.parametrize(
    ("selector", "markup"),
    [
        *((".a.b", "2<i class=a>4</i>"), (".a .b", "2<b class=b>4</b>"), (".b .a", "2<i class=a><b class=b>4</b></i>")),
        *(
            ("td > .b", "2<i><b class=b>4</b></i>"),
            ("#zoom > em", "2<em>4</em>"),
            (".nav em", "2<em>4</em>"),
            ("i.a", "2<b class=a>4</b>"),
        ),
        *(
            (".A", "2<b class=a>4</b>"),
            (".a:hover", "2<b class=a>4</b>"),
            (".a::before", "2<b class=a>4</b>"),
            ("em em", "2<em>4</em>"),
        ),
    ],
)
def test_a_rule_hides_nothing_else(selector: str, markup: str) -> None:
    for style in ("display:none", "text-decoration:line-through"):
        assert cell(f"{selector}{{{style}}}", markup) == "24"


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        *(
            (f"@media {medium}{{em{{display:none}}}}", "2<em>4</em>")
            for medium in ("print", "screen and (max-width:600px)", "not all")
        ),
        *((f"@{rule}{{em{{display:none}}}}", "2<em>4</em>") for rule in ("supports (a:b)", "font-face", "keyframes x")),
        ("em{display:none} .t em{display:inline}", "2<em>4</em>"),
        (".t em{display:inline} em{display:none}", "2<em>4</em>"),
        (".a{display:none} .b{display:inline}", "2<em class='a b'>4</em>"),
        (".b{display:inline !important} .a{display:none}", "2<em class='a b'>4</em>"),
        (".a{display:none}", "2<em class=a style='display:inline'>4</em>"),
        (".a{display:none!important} td .a{display:inline!important}", "2<em class=a>4</em>"),
        (".a{visibility:hidden} td .a{visibility:visible}", "2<em class=a>4</em>"),
    ],
)
def test_a_rule_for_paper_or_one_that_a_stronger_one_takes_back_hides_nothing(sheet: str, markup: str) -> None:
    assert cell(sheet, markup) == "24"


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        (".a{display:inline} .b{display:none}", "24<em class='a b'>7</em>"),
        (".a{display:none !important}", "24<em class=a style='display:inline'>7</em>"),
        ("em{display:inline} td em.a{display:none}", "24<em class=a>7</em>"),
    ],
)
def test_the_strongest_rule_hides(sheet: str, markup: str) -> None:
    assert cell(sheet, markup) == "24"


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        ("em{display:none} em.on{display:inline}", "24<em>7</em>"),
        (".a{display:none} .a.on{display:inline}", "24<b class=a>7</b>"),
        *((f"{rule}{{display:none!important}} .a{{display:inline}}", "24<b class=a>7</b>") for rule in (".a", "td .a")),
        (".a{visibility:hidden !important} td .a{visibility:visible}", "24<b class=a>7</b>"),
        *((f"td em{{{style}}}", "24<em>7</em>") for style in ("font-size:0", "color:#fff", "opacity:0", "vertical-align:super")),
    ],
)
def test_digits_that_a_script_may_show_or_a_rule_makes_small_leave_no_number(sheet: str, markup: str) -> None:
    assert read_number(cell(sheet, markup), "count")[0] is None


def test_colours_of_a_ground_count_with_those_of_digits() -> None:
    assert cell(".t td{background:#036} .t td em{color:#fff}", "<em>24</em>") == "24"
    assert read_number(cell(".t td em{color:#fff}", "<em>24</em>"), "count")[0] is None
    assert cell(".nav em{color:#fff} em{color:#333}", "<em>24</em>") == "24"


def test_names_are_the_same_in_any_case_on_a_page_of_old_alone() -> None:
    for sheet, markup in ((".A{display:none}", "<b class=a>7</b>"), ("td #Gone{display:none}", "<b id=gOne>7</b>")):
        assert [cell(sheet, f"24{markup}", opening) for opening in ("", OLD)] == ["24", "24"]
        assert [cell(sheet, f"24{markup}", opening) for opening in (STANDARD, TRANSITIONAL)] == ["247", "247"]


def test_a_sheet_where_no_script_runs_hides_nothing() -> None:
    page = "<html><head><noscript><style>.far{display:none}</style></noscript></head><body><p class=far>正文</p></body></html>"
    assert read_html(Source(page.encode(), "a.html")).text == "正文\n"


@pytest.mark.parametrize(
    "page",
    [
        "<style>.x em, .a .b .c em{display:none}</style>" + "<em class=x>" * 2000 + "5",
        "<style>"
        + "".join(f".a{n} .b{n % 7} em{{display:none}}" for n in range(2000))
        + "</style>"
        + "<em class=b3>5</em>" * 500,
        "<style>" + "a" * 500_000 + "</style>正文",
        "<style>" + ".a{" * 100_000 + "</style>正文",
        "<style>" + "a " * 100_000 + "{display:none}</style>正文",
    ],
)
def test_long_sheets_and_deep_pages_take_no_long_time(page: str) -> None:
    began = process_time()
    read_html(Source(page.encode(), "a.html"))
    assert process_time() - began < 2


def test_rules_are_looked_up_once_for_elements_of_the_same_kind_and_place() -> None:
    rules = "".join(f".box .n{n} i{{color:#{n:06x}}}" for n in range(1, 60)) + ".box .n7 i{display:none}.box .n9 i{color:red}"
    page = "".join(f"<p class=n{n % 12}><i>{n}</i>|</p>" for n in range(600))
    text = read_html(Source(f"<style>{rules}</style><div class=box>{page}</div>".encode(), "page.html")).text
    assert {int(n) for n in re.findall(r"\d+", text)} == {n for n in range(600) if n % 12 != 7}

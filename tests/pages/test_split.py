"""A page of several whole reports gives each of them, with the tables of its markup."""

from __future__ import annotations

import pytest
from made_up import SOUND, TWO, report_text, review_page

from gongkai.indexer.fold import fold
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers import read_page
from gongkai.indexer.recognition.split import split_page
from gongkai.mappings.form import FORMS
from gongkai.report import Report, State

TITLE = "临江市蔬菜局2023年政府信息公开工作年度报告"
SEVEN = [7, 0, 0, 0, 0, 0, 7]
RECEIVED = "requests.received.total"


def _body(year: int, received: list[int]) -> str:
    """Return the body of a page with the report of a year, all whose tables are markup; table four's cells are empty."""
    page = review_page([""] * 15, "数量").content.decode()
    page = page.removeprefix("<html><body>").removesuffix("</body></html>").replace("2023年", f"{year}年")
    lines = page.replace("</p>", "</p>\n").split("\n")
    rows = [line[3:-4] for line in lines if line.startswith("<p>") and " | " in line]
    for row in rows:
        line = f"<p>{row}</p>"
        lines[lines.index(line)] = f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in row.split(' | '))}</tr></table>"
    body = "".join(lines).replace("</table><table>", "")
    return body.replace(_cells(TWO), _cells(received), 1)


def _cells(numbers: list[int]) -> str:
    return "".join(f"<td>{number}</td>" for number in numbers)


TOGETHER = {
    "one body": "<html><head><title>年报</title></head><body>{}{}</body></html>",
    "two parts": "<html><body><div class='content'>{}</div><div class='content'>{}</div></body></html>",
    "two documents": "<html><head><title>甲</title></head><body>{}</body></html>\n<html><head><title>乙</title></head><body>{}</body></html>",
    "closed early": "<html><body>{}</body></html>{}",
}


@pytest.mark.parametrize("page", TOGETHER.values(), ids=TOGETHER)
def test_each_report_of_a_web_page_is_read(page: str) -> None:
    reports = parse_source(Source(page.format(_body(2023, TWO), _body(2022, SEVEN)).encode(), "page.html"))
    assert [r.year for r in reports if isinstance(r, Report)] == [2023, 2022]
    assert [r.figures[RECEIVED].value for r in reports if isinstance(r, Report)] == [2, 7]
    for report in reports:
        assert isinstance(report, Report)
        assert {report.figures[name].state for row in FORMS["2021"].tables[2].rows for name in row.names} == {State.BLANK}


def test_metadata_of_a_page_are_those_of_its_first_report() -> None:
    head = '<html><head><meta name="ArticleTitle" content="{}"><meta name="PubDate" content="2023-01-28"></head><body>'.format(
        TITLE.replace("2023", "2022")
    )
    second = _body(2023, TWO).replace("</p>", "</p><p>发布日期：2024-01-30</p>", 1)
    content = head + _body(2022, SEVEN) + second + "</body></html>"
    found = [(one.year, one.published) for one in parse_source(Source(content.encode(), "page.html")) if isinstance(one, Report)]
    assert found == [(2022, "2023-01-28"), (2023, "2024-01-30")]


@pytest.mark.parametrize("above", [TITLE, f"{TITLE}</p><p>发布日期：2024-01-20", "临江市2022年政府信息公开工作年度报告"])
def test_a_title_of_the_page_is_not_the_first_reports_that_has_its_own(above: str) -> None:
    """A page called after this year's report may show last year's first."""
    page = f"<html><head><title>{TITLE}</title></head><body><p>{above}</p>{_body(2022, SEVEN)}{_body(2023, TWO)}</body></html>"
    reports = [one for one in parse_source(Source(page.encode(), "page.html")) if isinstance(one, Report)]
    assert [(r.agency, r.year, r.figures[RECEIVED].value) for r in reports] == [
        ("临江市蔬菜局", 2022, 7),
        ("临江市蔬菜局", 2023, 2),
    ]
    assert all(report.published is None for report in reports)


@pytest.mark.parametrize("above", [TITLE, "2023年政府信息公开工作年度报告", TITLE.removeprefix("临江市"), f"甲省{TITLE}"])
def test_a_title_of_the_page_that_names_the_first_report_is_its_own(above: str) -> None:
    page = f"<html><body><p>{above}</p><p>发布日期：2024-01-20</p>{_body(2023, TWO)}{_body(2022, SEVEN)}</body></html>"
    reports = [one for one in parse_source(Source(page.encode(), "page.html")) if isinstance(one, Report)]
    assert [(one.year, one.published) for one in reports] == [(2023, "2024-01-20"), (2022, None)]


def test_the_tables_go_with_their_reports() -> None:
    page = read_page(Source(TOGETHER["one body"].format(_body(2023, TWO), _body(2022, SEVEN)).encode(), "page.html"))
    parts = split_page(page, fold(page.text))
    assert sum(len(part.tables) for part in parts) == len(page.tables)
    texts = [[part.text[c.start : c.end] for t in part.tables for row in t.rows for c in row] for part in parts]
    assert [*texts[0], *texts[1]] == [page.text[c.start : c.end] for t in page.tables for row in t.rows for c in row]


@pytest.mark.parametrize("tail", ["", "\n", "<!-- 缓存 -->", "<script>count()</script>", "统计"])
def test_what_ends_a_page_is_no_part_of_it(tail: str) -> None:
    whole = TOGETHER["one body"].format(_body(2023, TWO), "")
    assert read_page(Source((whole + tail).encode(), "page.html")) == read_page(Source(whole.encode(), "page.html"))


def test_text_of_two_reports_is_still_split() -> None:
    text = report_text(SOUND) + "\n" + report_text(SOUND).replace("2023年", "2022年")
    assert [r.year for r in parse_source(Source(text.encode(), "page.txt")) if isinstance(r, Report)] == [2023, 2022]


def test_a_title_of_the_head_is_no_line_of_the_page() -> None:
    page = read_page(Source(f"<html><body><title>{TITLE}</title><p>正文</p></body></html>".encode(), "page.html"))
    assert (page.title, page.text) == (TITLE, "正文\n")


def test_a_running_head_begins_no_report_and_parts_no_table() -> None:
    """The title that is printed again at the head of a page, in the midst of a table, is no second report's."""
    text = report_text(SOUND, {1: "本局依法推进公开，本年新收申请均已办结。" * 40})
    title = next(line for line in text.splitlines() if line.endswith("年度报告"))
    (plain,) = parse_source(Source(text.encode(), "x.txt"))
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("上年结转"))
    (report,) = parse_source(Source("\n".join([*lines[:at], title, *lines[at:]]).encode(), "x.txt"))
    assert isinstance(plain, Report)
    assert isinstance(report, Report)
    assert {name: figure.value for name, figure in report.figures.items()} == {
        name: figure.value for name, figure in plain.figures.items()
    }


TITLES = [
    "甲县教育局\n{}年政府信息公开工作年度报告",
    "甲县教育局{}年政府信息公开工作\n年度报告",
    "甲县教育局\n{}年政府信息\n公开工作年度报告",
    "甲县教育局政府信息公开工作年度报告({}年)",
    "甲县教育局{}年度政府信息公开年报",
    "甲县教育局{}年政务公开工作年度报告",
    "1.甲县教育局{}年政府信息公开工作年度报告",
    "甲县教育局{}年政府信息公开工作年度报告  发布日期:2024-01-15",
]


@pytest.mark.parametrize("title", TITLES)
def test_each_report_goes_with_its_title_however_that_is_printed(title: str) -> None:
    first, second = (report_text({**SOUND, "received": n}, head=title.format(y)) for n, y in ((TWO, 2022), (SEVEN, 2023)))
    second = second.replace("教育局", "水利局")
    reports = [r for r in parse_source(Source(f"{first}\n{second}".encode(), "x.txt")) if isinstance(r, Report)]
    assert [(r.year, r.agency, r.figures[RECEIVED].value) for r in reports] == [(2022, "甲县教育局", 2), (2023, "甲县水利局", 7)]


OLD = """甲县教育局2012年政府信息公开工作年度报告
一、概述
我局高度重视。成立了小组。
二、主动公开政府信息情况
2012年主动公开政府信息21条。
三、依申请公开情况
2012年未收到申请。
四、复议、诉讼情况
没有发生复议、诉讼。
五、存在的问题
信息不够全面。
"""
BEHIND = "六、主动公开的打算\n加强培训。加强监督。\n七、申请须知\n可以当面提出。\n"
HEADS = ("甲县2012年政府信息公开年度报告", "2011年政府信息公开工作年度报告", "甲县水利局2012年政府信息公开工作年度报告")
OUTLINE = "目录\n" + "".join(line + "\n" for line in OLD.splitlines() if line[1] == "、")


def test_short_reports_from_before_the_tables_are_split() -> None:
    signed = OLD + "甲县教育局\n2013年3月1日\n" + OLD.replace("教育", "水利") + "甲县水利局\n2013年3月5日\n"
    reports = [r for r in parse_source(Source(signed.encode(), "x.txt")) if isinstance(r, Report)]
    assert [(r.agency, r.published) for r in reports] == [("甲县教育局", "2013-03-01"), ("甲县水利局", "2013-03-05")]


@pytest.mark.parametrize(
    "text",
    [
        "2012年度政府信息公开工作总结\n甲县教育局\n" + OUTLINE + OLD,
        "甲县教育局\n2012年政府信息公开工作年度报告\n" + OUTLINE + OLD,
        OLD.replace("小组。\n", "小组。\n2012年政府信息公开年报\n"),
        OLD + "".join(f"甲县{body}局{year}年政府信息公开工作年度报告\n" for body in ("水利", "审计") for year in (2010, 2011)),
        OLD.replace("教育局2012年", "教育局关于2012年") + "2012年政府信息公开年报\n" + OLD.partition("\n")[2],
        OLD.replace("小组。\n", "小组。去年发布的\n甲县教育局2011年政府信息公开工作年度报告\n得到好评。\n"),
        *(OLD.replace("四、", f"{head}\n四、") + BEHIND for head in HEADS),
    ],
    ids=[
        "cover and outline",
        "the same title",
        "running head",
        "other pages",
        "other words on the second page",
        "a report that is told of",
        "running head with the county",
        "heading of last year's",
        "report of another body beside it",
    ],
)
def test_one_report_is_not_split(text: str) -> None:
    assert len(parse_source(Source(text.encode(), "x.txt"))) == 1

"""Is the page an annual report at all? A report's title or any of its sections makes it one, even an excerpt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from gongkai.indexer.figures import PageFigures
from gongkai.indexer.fold import fold
from gongkai.indexer.page import Page
from gongkai.indexer.sections import Layout
from gongkai.report import State

__all__ = ["why_no_report"]

_TITLE = re.compile(r"(?:政府)?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)")
_DATED_TITLE = re.compile(
    r"(?:19|20)\d{2}\s*年?(?:度)?[^\n。;；]{0,12}?政府信息公开(?:工作)?(?:情况)?年度?(?:工作)?(?:报告|年报)"
)
_DAY = re.compile(r"(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}")
_GUIDE = re.compile(r"政府信息公开指南|信息公开(?:基本)?目录|依申请公开(?:指南|流程)")
_NOTICE = re.compile(
    r"关于(?:做好|编制|报送|开展|切实做好|认真做好|进一步做好|印发|填报|公布)"
    r"[^\n。]{0,40}年度?(?:工作)?(?:报告|年报)[^\n。]{0,24}(?:通知|函|格式)"
)
# Lines that are the title of another document. One that names a year's report beside them outweighs them.
_REPORT = r"(?:信息|资讯|政务)公开[^\n]{0,20}(?:报告|年报)"
_END = r"(?:\([^()]*\))?(?:$|[_|-])"
_TABLE = r"(?:报告|报表|总结|[季年]报|统计|情况|情况表|统计表|汇总表|一览表)"
_ABOUT = rf"[^\n]{{0,36}}(?:(?:信息|资讯|政务)公开|依申请)[^\n]{{0,24}}{_TABLE}{_END}"
_PART = re.compile(
    rf"^[^一二三四五六七八九(\d]?[^\n]{{0,30}}?(?:[上下]半年|半年(?:度|报)|前[一二三]季度|第?[一二三四1-4]季度){_ABOUT}"
)
_MONTHS = re.compile(rf"20\d\d年(?:0?\d[-~—至到]\d{{1,2}}|\d{{1,2}})月份?(?!.*(?:年度|年报)){_ABOUT}")
_WHOLE_YEAR = re.compile(r"0?1[-~—至到]12月")
_EXPLAINED = re.compile(
    rf"^[【\[]?(?:一图|图解|图说|图读|一张图|长图|解读|政策解读|图文解读|动漫|漫画|H5)[^\n]{{0,40}}{_REPORT}|{_REPORT}》?(?:的|政策|图文|文字)*(?:解读|图解)"
)
_NEWS = re.compile(rf"{_REPORT}》?(?:正式|已|对外|出台|于?近日)*(?:发布|公布|出炉|亮相|上线)!?(?:$|[_|-])")
_TOLD = re.compile(r"报告(?:显示|指出|披露|称)|记者|获悉|据悉|据了解|日前|近日")
_OTHER = re.compile(
    r"(?:法治政府|法治建设|依法行政|政府网站|网站(?:工作)?年度|政务新媒体|行政执法|预算|决算|绩效)[^\n]{0,24}(?:报告|报表|总结|要点|方案|计划)"
    rf"{_END}|(?:信息|政务)公开[^\n]{{0,16}}(?:要点|计划|方案|任务分工|工作安排|制度|办法|细则|规定){_END}"
)
_CRUMB = 12  # characters: so short a line is the name of a column of the site
_YEAR = re.compile(r"20\d\d|二[〇○零0][〇○零一二三四五六七八九]{2}")
_LETTER = re.compile(r"(?:答复|告知|回复)(?:书|函)|申请人[:：]|信息公开申请表")
_HEAD = 700  # characters: where a page says what it is
_TITLE_LINE = 70  # characters: a longer line is no title
_LINES = 30
_HEADINGS = 3  # of the form: with as many, a page that explains a report prints it
_MATRICES = frozenset(("requests", "statistics"))  # tables that no other document has
_ROW = 7  # figures: of one row of a table
_EMPTY_FORM_TEXT = 700  # characters of the official form that are no figures


def why_no_report(page: Page, folded: str, layout: Layout, figures: PageFigures, sections: Mapping[str, str]) -> str | None:
    """Return the reason why the page is no report, in English; null when it is one."""
    if not folded.strip():
        return "the page holds no text"
    read = sum(1 for f in figures.figures.values() if f.value is not None)
    length = sum(len("".join(text.split())) for text in sections.values())
    illegible = any(f.state is State.ILLEGIBLE for f in figures.figures.values())
    if figures.tables and not read and not illegible and length < _EMPTY_FORM_TEXT:
        return "an empty form: its tables hold no number and no section has text"
    if other := _other_document(page, folded, layout, tabled=read >= _ROW or not _MATRICES.isdisjoint(figures.tables)):
        return other
    if read or layout.headings >= 2:
        return None
    head = f"{page.title or ''}\n{folded[:_HEAD]}"
    titles = len(_DATED_TITLE.findall(folded))
    if titles >= 3 and len(_DAY.findall(folded)) >= 3 and layout.headings == 0:
        return "a list of reports, not a report"
    if _NOTICE.search(head):
        return "a notice about reports, not a report"
    if layout.headings == 0 and _GUIDE.search(head) and not _DATED_TITLE.search(head):
        return "a guide or catalogue, not a report"
    if layout.headings == 0 and _LETTER.search(head) and not _DATED_TITLE.search(head):
        return "a letter or an application form, not a report"
    if layout.headings or figures.tables or _TITLE.search(head):
        return None
    return "neither the title nor a section nor a table of an annual report is on the page"


def _other_document(page: Page, folded: str, layout: Layout, *, tabled: bool) -> str | None:
    """Return the reason why the title is another document's: of part of a year, on a report, on something else.

    `tabled` tells that tables of the form were read: such a page is a report whatever it is called, but of which period
    only its title tells.
    """
    lines = _title_lines(page, folded)
    quarters = {line for line in lines if _PART.match(line) and (_YEAR.search(line) or not line.endswith("情况"))}
    months = {line for line in lines if _MONTHS.search(line) and not _WHOLE_YEAR.search(line)}
    explained = [line for line in lines if _EXPLAINED.search(line)]
    told = [line for line in lines if _NEWS.search(line)]
    titles = [line for line in lines if _TITLE.search(line) and line not in {*quarters, *months, *explained, *told}]
    if any(_YEAR.search(line) for line in titles):
        return None
    if quarters or months:
        return "a report or table of a part of a year, not the annual report"
    if tabled or layout.headings >= _HEADINGS:
        return None
    if explained or (told and _TOLD.search(folded)):
        return "an explanation of a report or news about one, not the report"
    if all(len(line) <= _CRUMB for line in titles) and any(_OTHER.search(line) and _YEAR.search(line) for line in lines):
        return "a report or plan on something else"
    return None


def _title_lines(page: Page, folded: str) -> list[str]:
    """Return the lines that may be the page's title, without white space; a year on a line of its own goes with the next."""
    lines = [re.sub(r"[\s|#*]", "", line) for line in (fold(page.title or ""), *folded[:_HEAD].split("\n")[:_LINES])]
    lines = [line for line in lines if line]
    joined = [first + second for first, second in pairwise(lines) if _YEAR.search(first) and len(first) <= _TITLE_LINE // 2]
    return [line for line in lines + joined if len(line) <= _TITLE_LINE and not re.search("[。;]", line)]

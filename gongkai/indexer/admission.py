"""Is the page an annual report at all? A report's title or any of its sections makes it one, even an excerpt."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gongkai.indexer.figures import PageFigures
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
_LETTER = re.compile(r"(?:答复|告知|回复)(?:书|函)|申请人[:：]|信息公开申请表")
_HEAD = 700  # characters: where a page says what it is
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

"""Is the page an annual report at all? A report's title or any of its sections makes it one, even an excerpt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, islice

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import fold
from gongkai.indexer.page import Page
from gongkai.indexer.recognition.lookalikes import articles, has_own_part, is_model, of_a_part, puts_out_only, says_it_follows
from gongkai.indexer.recognition.title_lines import HEAD, YEAR, Titles, may_be_titles, read_titles, titles_of_parts
from gongkai.indexer.sections.sections import Layout
from gongkai.indexer.tables.figures import PageFigures
from gongkai.indexer.titles.titles import title_lines
from gongkai.report import State

__all__ = ["why_no_report"]

_ENTRY = expression(
    r"^(?!.{0,6}(?:[上下]一[篇条]|附件|相关)).*?([^\n。;|:>»·\d\s\]\[]{0,24}((?:19|20)\d{2})\s*年?(?:度)?[^\n。;|]{0,12}?信息公开(?:工作)?(?:情况)?"
    r"年?度?(?:工作)?(?:报告|年报))(?!\.|的)([^\n]*)",
    re.MULTILINE,
)
_DAY = expression(r"(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}")
_GUIDE = expression(r"政府信息公开指南|信息公开(?:基本)?目录|依申请公开(?:指南|流程)")
_OWN_GUIDE = expression(r"(?:编制|制定|公布|更新)本(?:《)?(?:指南|目录)|本《?指南》?")
# What a report must hold, said by whom it is handed to.
_PRESCRIBED = expression(r"(?:年度报告|年报)(?:的?内容)?(?:应当?|必?须|要)包[括含](?:下列|以下)")
_STUDY = expression(r"^(?:摘要|内容摘要|参考文献|作者简介|基金项目)(?:[:。]|$)", re.MULTILINE)
_MOST_ENTRIES = 300
_AGAIN = 3
_NEWS = expression(r"报告(?:显示|指出|披露|称)|记者|获悉|据悉|据了解|日前|近日")
# Sentences in which a report speaks of itself.
_ITSELF = expression(
    r"本(?:年度)?(?:工作)?(?:报告|年报)(?:是|根据|由|依据|按照|中?所[列涉]|中?使用|中?的?(?:信息)?数据|包括|全文|的?电子版|统计|汇总|内容(?:包括|由)|主要(?:包括|由))"
    r"|(?:编制|编写|撰写|形成|制作|制定)(?:完成|了|和公布)?(?:如下)?本(?:年度)?(?:报告|年报)(?!的)"
    r"|统计(?:的)?(?:期限|时限|时间|周期|数据)[^。\n]{0,24}1月1日"
)
_ASKED = expression(
    r"(?:如?对|如有)本(?:年度)?(?:工作)?(?:报告|年报)(?:有|的?任何|内容)[^。\n]{0,12}(?:疑[问义]|意见|建议)[^。\n]{0,20}联系"
)
"""Whom a reader may ask, which a report alone says of itself."""
# What a year's work amounts to, which no rule and no notice says: 公开信息120条.
_DONE = expression(
    r"(?:公开|发布|收到|受理|办理|回复|答复|制发|更新|报送|召开|举办)[^。;\n]{0,24}?\d余?(?:条|件|次|期|篇|份|场|起)(?!以[上下])"
)
# That nobody asked, which no guide says: 未收到申请, 没有收取任何费用; a chapter 依申请公开 with 无 only.
_NOT_ASKED = expression(
    r"(?:未|没有|无人)[^。;,\n]{0,4}(?:收到|接到|受理|提出|收取)[^。;,\n]{0,24}(?:申请(?![人表书])|费用)"
    r"|没有申请公开|无依申请公开|依申请公开[^\n。]{0,4}\n[ \t]*无[。\n]"
)
_NONE = expression(r"^[^\n]{0,12}(?:无|没有|未发生)[^\n。,]{0,12}。?$", re.MULTILINE)
# How points are given and taken for open government, which is no report of it.
_SCORED = expression(r"(?:扣|加|得)\d(?:\.\d+)?分|(?<![\d时点:])\d{1,2}(?:\.\d+)?分(?=[\n|,。;)]|$)|不得分", re.MULTILINE)
_TAKEN_OFF = expression(r"扣\d|扣分|不得分")  # a report tells how many points it got
# What nobody filled in: 20XX年, XX镇.
_UNFILLED = expression(r"20[xX×╳*]{2}年|[xX×╳]{2,}[省市县区镇乡局]")
# What the agency has done, in its own voice; what tells others what to write.
_OWN_WORK = expression(
    r"(?:我(?:们|[局委办厅院校镇乡县市区处])|本(?:局|委|办|机关|单位|镇|乡|街道|部门))"
    r"(?:[^。\n]{8,}(?<!为)(?:了|已)[^。\n]{4,}|[^。\n]{0,40}(?:坚持|围绕|认真|扎实|积极|严格)[^。\n]{8,})。"
    r"|(?:全年|20\d\d年|年内)[^。\n]{2,60}[^。\n\d]\d{1,5}[条件篇次期份][^。\n]{0,200}。"
)
_TO_FILL_IN = expression(
    r"填[写报]|概述|简述|写明|说明|介绍|应[当包写]|不少于|字以?内|模[板版]|范[文本]|样[式本]|示例|_{2,}|[某○□…]|\.{3}"
)
# A year that is told of, not the day of a law or of a letter.
_YEAR_TOLD = expression(
    r"全年|学年|本年|今年|去年|年内|一年来|(?:19|20)\d\d年(?!\s*\d{0,2}\s*月|.{0,4}(?:修订|施行|实施|印发|公布))"
)
_SET_RIGHT = expression(r"自查|整改")
# A heading of what was done, or a word on the report itself.
_STATED = expression(
    r"^[ \t]*一、[^\n。,]{0,12}?(?:概[ \t]{0,4}述|概况|总体[^\n。,]{0,6}情况)"
    r"|^[^\n。]{0,24}公开[^\n。]{0,14}情况[::。]?$|对本(?:年度)?(?:工作)?(?:报告|年报)",
    re.MULTILINE,
)
# A chapter that reports from before 2019 have, and no other document: 四、政府信息公开的收费及减免情况, and that there were none.
_FEES = expression(
    r"^[ \t]*[一二三四五六七八九]、政府信息公开[^\n。;]{0,8}(?:收费|支出)[^\n。;]{0,10}\n\s*[^\n]*(?:未|没有|无|\d元)",
    re.MULTILINE,
)
# What a body did for open government in a year, in chapters on it, where a site has its annual reports: zfxxgkgzndbg, gknb. It may
# tell of its own guide or catalogue: 通过信息公开目录公开.
_OF_YEAR = expression(
    r"(?:^|[。\n])[ \t]*(?:19|20)\d\d年(?:度|以来|来)?,?[我本](?:局|委(?!员会)|厅|办(?!法)|院|中心|单位|机关|镇|乡|街道)(?!将|要|拟|计划)"
    r"[^。\n]{0,400}?(?:信息|政务)公开(?:各项)?工作"
)
_CHAPTER = expression(r"^[ \t]*[一二三四五六七八九]、[^\n。]{0,40}公开", re.MULTILINE)
_REPORTS_COLUMN = expression(r"gk(?:gz|xx)?(?:nd(?:gz)?bg|nb)(?![a-z])|/(?:nd(?:gz)?bg|gknb)(?=[/_])|AnnualReport\.")
_CHAPTERS = 2
_FORM_WORDS = (
    expression("总体情况"),
    expression("主动公开(?:政府信息)?(?:工作)?(?:的)?情况|政府信息主动公开(?:工作)?情况"),
    expression("收到和处理(?:政府)?信息公开申请|依申请公开(?:政府信息)?(?:办理|工作)?(?:的)?情况"),
    expression("需要报告的事项"),
)
_SPECIFIC = frozenset(("proactive", "requests"))  # sections that no other document has
_HEADING = expression(
    r"存在的主要问题及改进情况|(?:本年新收|上年结转)政府信息公开申请|需要报告的事项|政府信息公开(?:工作)?(?:被?申请)?行政复议|信息处理费"
)
_PUBLICITY = expression("公开(?!招标|招聘|招录|招考|选拔|竞争|竞价|拍卖|遴选|征集|征求|出让|转让|发行|课|赛|比选|询价|采购)")
_OTHER_CASES = expression("信访|复议申请|许可申请|仲裁|救助")  # which bodies are asked for as well
_SENTENCE = expression(r"[^\n。]{8,}公开[^\n。]*。|[^\n。]*公开[^\n。]{8,}。")
_LONG = expression(r"[^\n]{60,}。")
_MATRICES = frozenset(("requests", "statistics"))  # tables that no other document has
_OF_RULES = ("proactive.rules.", "proactive.normative_documents.")  # a list of rules in force has such a table too
_ROW = 7  # figures: of one row of a table
_EMPTY_FORM_TEXT = 700  # characters of the official form that are no figures
_OPENING = 3_000  # characters
_BLANKS = 3  # names and years left open: one or two are forgotten in a report
_SCORES = 4  # points given or taken: fewer are told by a report as well
_SHORTEST_REPORT = 300  # characters: with fewer, what a server says of a page that is not there is all
_GONE = expression(
    r"(?:页面|网页|文章)(?:不存在|丢失|走丢|找不到|已过期|已[被经]?(?:删除|移除|下线))|(?:找不到|无法找到|未找到).{0,8}页面|无权访问"
    r"|访问被(?:拒绝|阻断|拦截)"
    r"|系统繁忙|(?:网站|系统)(?:(?:正在|升级|例行)+(?:进行)?维护|(?<!负责网站)(?<!做好网站)(?<!加强网站)维护(?=中|升级|期间|[,。!]|$))|(?:不合法|非法)的?(?:参数|请求)|输入验证码"
    r"|\b[45]0\d ?(?:not found|forbidden|bad gateway|error|错误|gateway time)"
    r"|HTTP Status [45]\d\d|service (?:temporarily )?unavailable|internal server error|server error in|requested URL was not found"
    r"|\"(?:code|status)\" ?: ?[45]\d\d",
    re.I,
)

_SCRIPT = expression(rb"<script\b", re.I)

_NOTICE = "a notice about reports, not a report"
_ELSE = "a report or plan on something else"
_COLLECTION = "a collection of texts or a study, not a report"
_OF_A_PART = "a report or table of a part of a year, not the annual report"


def why_silent(folded: str, figures: PageFigures, sections: Mapping[str, str], content: bytes) -> str | None:
    """Return the reason, in English, why the page is none at all, and says nothing of what lay there before; null when it does."""
    if not folded.strip():
        drawn = _SCRIPT.search(content) is not None
        return "the page holds no text but scripts: save it as a browser draws it" if drawn else "the page holds no text"
    if _length(sections) < _SHORTEST_REPORT and not figures.tables and _GONE.search(folded[:_OPENING]):
        return "a server's message in place of a page"
    return None


def _length(sections: Mapping[str, str]) -> int:
    return sum(len("".join(text.split())) for text in sections.values())


def why_no_report(
    page: Page, folded: str, layout: Layout, figures: PageFigures, sections: Mapping[str, str], url: str | None = None
) -> str | None:
    """Return the reason why the page at this address is no report, in English; null when it is one."""
    unread = [figure.state for figure in figures.figures.values() if figure.value is None]
    read, illegible = len(figures.figures) - len(unread), State.ILLEGIBLE in unread
    is_empty = figures.tables and not read and not illegible and _length(sections) < _EMPTY_FORM_TEXT
    if is_empty and not _tells_of_work(sections.get("overview", "")):
        return "an empty form: its tables hold no number and no section has text"
    lines = may_be_titles(page, folded)
    has_figures = read >= _ROW or ((read or illegible) and not _MATRICES.isdisjoint(figures.tables))
    if has_figures and not titles_of_parts(lines):
        return None  # nearly every page
    titles = read_titles(lines)
    if titles.parts and not titles.dated:
        return _OF_A_PART
    if has_figures:
        return None
    text = re.sub(r"[ \t|#*]", "", folded[:_OPENING])
    if _is_list(folded, layout, text):
        return "a list of reports, not a report"
    if titles.dated:
        return _NOTICE if _announces(titles, text, folded, layout) else None
    if not titles.named and of_a_part(folded, chain.from_iterable(layout.ranges.values())):
        return _OF_A_PART
    told = any(f.value is not None and not name.startswith(_OF_RULES) for name, f in figures.figures.items())
    if other := _other_document(titles, text, folded, layout):
        return other
    return None if _of_year(text, url or page.url or "") else _nothing_of_a_report(titles, text, folded, layout, told)


def _of_year(text: str, url: str) -> bool:
    """Tell whether a page in a site's column of reports tells, in chapters, what its body did for open government in a year."""
    return (
        _REPORTS_COLUMN.search(url) is not None and len(_CHAPTER.findall(text)) >= _CHAPTERS and _OF_YEAR.search(text) is not None
    )


def _tells_of_work(text: str) -> bool:
    """Tell whether the first section says what the agency has done: no form that is to be filled in does."""
    text = fold(text)
    return _OWN_WORK.search(text) is not None and not (_TO_FILL_IN.search(text) or _UNFILLED.search(text))


def _is_list(folded: str, layout: Layout, text: str) -> bool:
    """Tell a page of links to reports from one report: titles of several, with their days, no section, no prose."""
    found = [(entry[1], _DAY.search(entry[3])) for entry in islice(_ENTRY.finditer(folded), _MOST_ENTRIES)]
    entries = dict(found)
    days = len(_DAY.findall(folded))
    dated = sum(1 for day in entries.values() if day)
    again = sum(1 for _, day in found if day) >= _AGAIN  # a front page shows one title in several places
    if layout.headings or not (dated >= 2 or again or (len(entries) >= 3 and days >= 3) or len(entries) >= 6):
        return False
    return not (_LONG.search(folded) or _ITSELF.search(text) or says_it_follows(text))


def _other_document(titles: Titles, text: str, folded: str, layout: Layout) -> str | None:
    """Return the reason why the page is another document, by its title or by what it calls itself.

    A title is outweighed by a page that speaks of itself as a report, some also by the form's own headings.
    """
    itself = _ITSELF.search(text) is not None
    told = layout.headings >= 3 and len(_DONE.findall(folded)) >= 2
    formal = itself or sum(1 for words in _FORM_WORDS if words.search(folded)) >= 2
    asked = itself and _ASKED.search(text) is not None
    if (titles.explained and not (asked or (itself and told))) or (titles.told and _NEWS.search(folded)):
        return "an explanation of a report or news about one, not the report"
    if articles(folded) >= 2 and not (itself or told):
        return "rules, not a report"
    if _PRESCRIBED.search(text) and not (itself or told):
        return _NOTICE
    if titles.sent or titles.ordered:
        if told or (layout.headings and (titles.sent or (itself and layout.headings >= 2))) or (titles.sent and _below(folded)):
            return None
        return _NOTICE
    if len(_SCORED.findall(folded)) >= _SCORES and _TAKEN_OFF.search(folded) and not (itself or told):
        return _ELSE
    if (titles.guide or _OWN_GUIDE.search(text)) and not (itself or told):
        return "a guide or catalogue, not a report"
    if titles.elsewhere and not (
        titles.named or has_own_part(folded) or says_it_follows(text) or (itself and "信息公开条例" in text)
    ):
        return _ELSE
    if titles.letter and not formal and layout.headings < 2:
        return "a letter or an application form, not a report"
    if titles.checked and not itself:
        return _ELSE
    if (len(_UNFILLED.findall(folded)) >= _BLANKS or is_model(folded)) and not told:
        return _COLLECTION
    if (titles.collected and not (itself and YEAR.search(text))) or (_STUDY.search(text) and not (formal or told)):
        return _COLLECTION
    of_itself = formal or layout.ranges.keys() >= _SPECIFIC or says_it_follows(text)
    if (titles.other and not titles.named and not formal) or (titles.work and not of_itself):
        return _ELSE
    return None


def _announces(titles: Titles, text: str, folded: str, layout: Layout) -> bool:
    """Tell whether the page is a notice that puts out a report, and has the report nowhere but in an attachment."""
    if not titles.announced or layout.headings or not puts_out_only(folded):
        return False
    return not any(words.search(text) for words in (_ITSELF, _DONE, _NOT_ASKED))


def _below(folded: str) -> bool:
    """Tell whether the report stands below the notice that sends it: its title on a line of its own, and what it says of itself."""
    return any(_ITSELF.search(re.sub(r"\s", "", folded[end : end + _OPENING])) for _, end, _ in title_lines(folded[:_OPENING]))


def _nothing_of_a_report(titles: Titles, text: str, folded: str, layout: Layout, any_figure: bool) -> str | None:
    """Return the reason why a page without a dated title is none: no section, no table, no word of itself."""
    if any_figure or titles.named or _ITSELF.search(text) or says_it_follows(text):
        return None
    if (layout.headings and _tells(folded, layout)) or _FEES.search(folded):
        return None
    if has_own_part(folded) and any(words.search(folded) for words in (_DONE, _NOT_ASKED, _NONE, _YEAR_TOLD)):
        return None
    if (titles.reports or titles.told) and _SENTENCE.search(folded):
        return None
    if _GUIDE.search(folded[:HEAD]):
        return "a guide or catalogue, not a report"
    return "neither the title nor a section nor a table of an annual report is on the page"


def _tells(folded: str, layout: Layout) -> bool:
    """Tell whether the sections are those of a report: the form's own headings, or what was done in a year.

    Guides, plans and lists have chapters called 主动公开 and 依申请公开 as well.
    """
    if _HEADING.search(folded):
        return True
    if (_SPECIFIC.isdisjoint(layout.ranges) or _OTHER_CASES.search(folded)) and not _PUBLICITY.search(folded):
        return False
    if any(words.search(folded) for words in (*_FORM_WORDS, _STATED, _DONE, _NOT_ASKED, _YEAR_TOLD)):
        return True
    return "problems" in layout.ranges and not _SET_RIGHT.search(folded)

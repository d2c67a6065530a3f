"""What do the lines say that may be a page's title? That it is a report, or which other document beside or about one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import fold
from gongkai.indexer.page import Page

__all__ = ["HEAD", "YEAR", "Titles", "may_be_titles", "read_titles", "titles_of_parts"]

HEAD = 700
"""Characters at the beginning of a page where it says what it is."""

_LONGEST = 70  # characters: a longer line is no title
_MOST = 30
_CRUMB = 12  # characters: so short a line is the name of a column of the site
_FIRST = 3  # lines: where a page's own title is, not that of another one linked to
_COLUMN = 16  # characters: 政府信息公开工作年度报告制度 is one still
YEAR = expression(r"20\d\d|二[〇○零0][〇○零一二三四五六七八九]{2}")
_PUBLICITY = r"(?:信息|资讯|政务)公开"
_REPORT = rf"{_PUBLICITY}[^\n]{{0,20}}(?:报告|年报)"
_END = r"(?:\([^()]*\))?》?(?:的?通知)?$"
# A report's title, and what may follow it on its line.
_TITLE = expression(
    r"(?:(?:信息|资讯)公开(?:工作)?(?:情况)?的?(?:20\d\d年?)?(?:年?度)?(?:工作)?(?:情况)?的?(?:报告|年报)"
    r"|政务公开(?:工作)?(?:年度(?:工作)?报告|年报)|信息年度报告)"
    r"(?:全文|》|\([^()]*\))*(?:$|附件|下载|来源|信息来源|发布(?:时间|日期|机构|单位|者)|公开(?:时间|日期)|日期|时间|作者|索引|字[体号]|浏览|阅读|点击|分享"
    r"|打印|\[|\d{4}[-./年]|\.(?:pdf|docx?|wps|xlsx?|ofd))"
)
_TABLE = r"(?:报告|报表|[总小]结|[季年]报|统计|情况|情况表|统计表|汇总表|一览表)"
_ABOUT_PART = rf"[^\n]{{0,36}}(?:{_PUBLICITY}|依申请)[^\n]{{0,24}}{_TABLE}(?:\([^()]*\))?$"
_PART = expression(
    rf"^[^一二三四五六七八九(\d]?[^\n]{{0,30}}?(?:[上下]半年|半年(?:度|报)|前[一二三]季度|第?[一二三四1-4]季度){_ABOUT_PART}"
)
_PART_BEHIND = expression(rf"{_PUBLICITY}(?:工作)?(?:[上下]?半年|第?[一二三四1-4]季度)[^\n]{{0,6}}(?:报告|[总小]结)$")
_MONTHS = expression(rf"20\d\d年(?:0?\d[-~—至到]\d{{1,2}}|\d{{1,2}})月份?(?!\d{{1,2}}日|.*(?:年度|年报)){_ABOUT_PART}")
_OF_A_PART = expression(
    r"(?:[上下]半年|半年度|季度)(?:政府信息|政务|信息)公开[^\n]{0,10}(?:报告|[总小]结)"
)  # with the day behind it on its line
_WHOLE_YEAR = expression(r"0?1[-~—至到]12月")
_EXPLAINED = expression(
    r"^[【\[]?(?:一图|图解|图说|图读|一张图|长图|(?:政策|图文|文字|图片|视频|数字|音频)?解读|动漫|漫画|H5)[^\n]{0,40}"
    rf"{_REPORT}|{_REPORT}》?的?(?:政策|图文|文字|图片|视频)*(?:解读|图解|答记者问|问答)"
)
_TOLD = expression(rf"{_REPORT}》?(?:正式|已|对外|出台|于?近日)*(?:发布|公布|出炉|亮相|上线)!?$")
_TASK = expression(  # 10、编制、报送年度报告; 3、及时发布年报
    r"^[\d一二三四五六七八九十()、.]*(?:按时|按期|及时)?(?:编制|编写|撰写|报送)(?!单位)"
    r"|^\(?[\d一二三四五六七八九十]{1,2}[)、.]+(?:按时|按期|及时)(?:发布|公布|公开|更新)"
)
_UNNAMED = expression(r"[xX×╳]{2,}(?=[省市县区镇乡街局委厅年])|20[xX×╳*]{2}|某某")
_LINKED = expression(r"^(?:相关|解读|图解|政策)+(?:链接|阅读|稿件)[::]")  # to an explanation, below a report
# Of any other text: 《甲办法》解读.
_EXPLAINS = expression(r"^(?:[【\[][^\n】\]]{0,8}解读[】\]])?(?:关于)?《[^\n》]+》的?(?:政策|图文|文字)*解读$")
_CITED = expression(r"^(?:根据|按照|依据|依照|为|现将)")
_SENT = expression(
    rf"关于(?:印发|公布|发布|报送|上报|呈报|报备)[^\n]{{0,50}}{_REPORT}》?的?(?:通知|函)$"
    rf"|^(?!.*(?:[请催做]|征求|转发|规范|编制)).*20\d\d年度?[^\n]{{0,8}}{_REPORT}的函$"
)
_PUT_OUT = expression(rf"关于(?:公布|发布|报送|上报|呈报|报备)[^\n]{{0,50}}{_REPORT}》?的?(?:报告|公告|通告|公示)$")
_ANNOUNCED = expression("(?:公告|通告|公示)$")
_ATTACHMENT = expression(r"^附件|\.(?:pdf|docx?|wps|xlsx?|ofd)$")
_ORDERED = expression(
    r"关于(?:(?:切实|认真|进一步|扎实|全面)*(?:做好|抓好|加强|规范)|编制|填报|开展|组织|报送)[^\n]{0,40}(?:报告|年报)"
    r"|(?:报告|年报)[^\n]{0,40}(?:通知|通报|函|意见|格式|模板|样式|样本|范本|制度|办法|规定|细则|方案|培训会?|培训班|会议|座谈会|评[估议测]结果|须知|写作要求)"
    rf"{_END}"
)
_GUIDE = expression(rf"{_PUBLICITY}(?:基本)?(?:指南|目录){_END}|依申请公开(?:指南|流程|办法){_END}")
_LETTER = expression(rf"(?:答复|告知|回复)(?:书|函){_END}|信息公开申请表{_END}|^申请人[:：]")
_COLLECTED = expression(
    r"(?:报告|年报|总结)(?:怎么|如何|怎样)写|写作(?:要点|指[南导]|技巧)|汇编(?:\(|$)|范文|模板|集锦|合集|大全|\(?(?:优质|精选|通用)?\d+篇\)?(?:$|[^章])|篇[一1]$"
)
_OTHER = expression(
    rf"(?:法治政府|法治建设|依法行政|政府网站|网站(?:工作)?年度|政务新媒体|行政执法|绩效)[^\n]{{0,24}}(?:报告|报表|总结|要点|方案|计划){_END}"
    rf"|(?:预算|决算)(?:公开)?(?:情况)?(?:的?说明|报告|报表|总结)?{_END}"
    r"|(?:信息|政务)公开[^\n]{0,16}(?:(?:要点|计划|方案|任务分工|工作安排)(?:[^\n]{0,8}(?:落实|贯彻|执行|完成|推进)情况)?|制度|办法|细则|规定)"
    + _END
)
# Reports on something else, which only the form's own sections outweigh.
_ELSEWHERE = expression(
    r"^(?!\(?[一二三四五六七八九十\d]{1,2}[)、.])[^\n]*(?:行政执法|双公示|建议|提案|行政复议|行政应诉|信用|生态环境|环境状况|环境质量|信访|法治政府|法治建设|依法行政"
    rf"|(?:[村党厂检居财]务|[预决]算)公开)[^\n]{{0,16}}(?:报告|年报|公报|总结|统计表?|情况){_END}"
)
_OF_OURS = expression(rf"{_PUBLICITY}|[校院]务公开")
_CHECKED = expression(
    rf"^[^一二三四五六七八九(\d]?[^\n]*{_PUBLICITY}[^\n]{{0,20}}(?:自查|评估|评价|测评|考核|考评|调研|督查|检查|整改)[^\n]{{0,12}}"
    rf"(?:报告|通报|结果|细则|评分表|排名){_END}|透明度(?:指数)?(?:评估)?报告"
)
# What an agency did all year, of which open government is a part at most: 2023年工作总结及2024年工作计划.
_WORK = expression(
    r"工作(?:情况)?的?(?:总结|报告|汇报)(?:的报告|报告)?(?:[及和暨与、](?:20\d\d|明|下一?)年[^\n]{0,20}(?:计划|打算|要点|安排|思路|部署|重点))?"
    + _END
)
_OF_PUBLICITY = expression(r"公开[^\n]{0,20}(?:总结|报告|年报|情况|汇报)")
# A title with the page's text behind it on one line.
_OPENS = expression(
    rf"[^。;,:]{{0,40}}(?:{YEAR.pattern})[^。;,:]{{0,30}}(?:信息|资讯)公开[^。;,:]{{0,8}}(?:报告|年报)(?=[一本根按依现第(\[]|来源|发布|日期|时间|字[号体])"
)
_LABELS = ("标题", "题名", "中文名", "文件名称", "信息名称")
_LABELLED = expression(
    rf"(?:^|\|)[ \t]*(?:{'|'.join(_LABELS)})[ \t]*:?[ \t]*\|[ \t]*([^\n|]{{10,60}})\|", re.MULTILINE
)  # in a table
_SENTENCE = expression("[。;?!]|(?:报告|汇报)如下:?$")  # 按照市里关于做好…的要求,现将…情况报告如下:
_BETWEEN = expression(r"[_>»›]|(?<=[\u4e00-\u9fff])-+(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Titles:
    """The lines that may be the title of a page, without white space, by what they call the page."""

    reports: tuple[str, ...]  # a report
    parts: bool  # a report of a quarter, half a year, some months
    explained: bool
    told: bool  # news: 年度报告发布
    sent: bool  # a letter with the report: 关于印发…年度报告的通知
    ordered: bool  # a notice about reports, or another text about them
    guide: bool
    letter: bool
    collected: bool
    checked: bool  # an assessment of publicity: 自查报告, 第三方评估报告
    other: bool  # a plan, rules, a report on something else
    elsewhere: bool  # a report on something else, by a name that no report of ours has
    announced: bool  # a notice that puts a report out: 关于公布…年度报告的公告
    work: bool  # a summary of all of an agency's work, and nothing of open government

    @property
    def dated(self) -> bool:
        """Tell whether a report of a year is named."""
        return any(YEAR.search(line) for line in self.reports)

    @property
    def named(self) -> bool:
        """Tell whether a report is named by more than a column of the site: 甲县政府信息公开年度报告."""
        return any(len(line) > _CRUMB for line in self.reports)


def titles_of_parts(lines: Sequence[str]) -> set[str]:
    """Return which of the lines that may be a page's title name a report of a quarter, half a year or some months."""
    parts = {x for x in lines if _PART_BEHIND.search(x) or (_PART.match(x) and (YEAR.search(x) or not x.endswith("情况")))}
    return parts | {x for x in lines if _MONTHS.search(x) and not _WHOLE_YEAR.search(x)}


def read_titles(lines: Sequence[str]) -> Titles:
    """Return what the lines that may be a page's title call it."""
    parts = titles_of_parts(lines)
    linked = {x for x in lines if _LINKED.match(x)}
    explained = {x for x in lines if _EXPLAINED.search(x)} - linked
    told = {x for x in lines if _TOLD.search(x)}
    about = [x for x in lines if not _CITED.search(x)]
    sent = {x for x in about if _SENT.search(x)}
    put_out = {x for x in about if _PUT_OUT.search(x)}
    ordered = {x for x in about if _ORDERED.search(x) and (len(x) > _COLUMN or "关于" in x)} - sent - put_out
    collected = {x for x in lines if _COLLECTED.search(x)}
    checked = {x for x in about if _CHECKED.search(x)}
    elsewhere = {x for x in about if _ELSEWHERE.match(x) and YEAR.search(x) and not _OF_OURS.search(x)}
    none = parts | linked | explained | told | sent | ordered | collected | checked | elsewhere
    quoted = explained or told
    unnamed = {x for x in lines if _UNNAMED.search(x) or _OF_A_PART.search(x)}
    reports = [
        x for x in lines if x not in none | unnamed and (x in put_out or _is_title(x)) and not (quoted and x.startswith("《"))
    ]
    return Titles(
        reports=tuple(reports),
        parts=bool(parts),
        explained=bool(explained) or any(_EXPLAINS.search(x) for x in lines[:_FIRST]),
        told=bool(told),
        sent=bool(sent),
        ordered=bool(ordered),
        guide=any(len(x) > _CRUMB and _GUIDE.search(x) for x in about),
        letter=any(_LETTER.search(x) for x in lines),
        collected=bool(collected),
        checked=bool(checked),
        other=any(_OTHER.search(x) and YEAR.search(x) for x in about),
        elsewhere=bool(elsewhere),
        announced=any(_ANNOUNCED.search(x) for x in put_out)
        and all(len(x) <= _CRUMB or x in put_out or _ATTACHMENT.search(x) for x in reports),
        work=any(_WORK.search(x) and YEAR.search(x) for x in about) and not any(_OF_PUBLICITY.search(x) for x in lines),
    )


def _is_title(line: str) -> bool:
    return _TITLE.search(line) is not None and not _TASK.match(line)


def may_be_titles(page: Page, folded: str) -> list[str]:
    """Return the page's own title and those of its first lines that may be one; a year or a name on a line of its own goes with the next."""
    found = [re.sub(r"[\s|#*]", "", line) for line in (fold(page.title or ""), *folded[:HEAD].split("\n")[:_MOST])]
    labelled = _LABELLED.findall(folded, 0, HEAD) if any(folded.find(label, 0, HEAD) >= 0 for label in _LABELS) else ()
    found = [line for line in found if line] + [re.sub(r"\s", "", cell) for cell in labelled]
    found += [opens.group() for line in found if len(line) > _LONGEST and (opens := _OPENS.match(line))]
    joined = [first + second for first, second in pairwise(found) if len(first) <= _LONGEST // 2 and _goes_on(first)]
    pieces = [piece for line in found + joined if not _SENTENCE.search(line) for piece in _BETWEEN.split(line)]
    return [piece for piece in pieces if piece and len(piece) <= _LONGEST]


def _goes_on(line: str) -> bool:
    return YEAR.search(line) is not None or "关于" in line or line.endswith(("报告", "信息公开工作", "公开办公室"))

"""Does every sentence of a whole page come out in its section and only there? Made-up reports of all years, damaged in many ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest
from renderers import pages

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

KEYS = {
    "p": "preamble",
    "o": "overview",
    "a": "proactive",
    "r": "requests",
    "v": "review",
    "x": "problems",
    "t": "other",
}
BODY = "全年按照安排推进各项工作,公开信息12条,及时回应群众关切"
LISTED = "本报告由概述、主动公开政府信息情况、依申请公开政府信息情况、复议诉讼情况、存在的主要问题、其他需要报告的事项组成。"

# `key line`: a heading of its section, or of one that goes with it; every heading is followed by two sentences.
REPORTS = {
    "2008, in the words of those years": "o 一、概述|a 二、主动公开政府信息的情况|r 三、依申请公开政府信息和不予公开政府信息的情况"
    "|r 四、收费及减免情况|v 五、因政府信息公开申请行政复议、提起行政诉讼的情况|v 六、工作人员情况|x 七、工作存在的主要问题及改进情况|x 八、附表",
    "no section one": "a 一、主动公开政府信息的情况|r 二、政府信息依申请公开办理情况|r 三、依申请信息公开收费情况|v 四、复议、诉讼和申诉情况",
    "section one in the agency's own words": "o 一、加强制度建设,形成长效机制|o 二、信息公开渠道|a 三、主动公开政府信息的情况"
    "|r 四、依申请公开政府信息的情况|v 五、行政复议情况|v 六、行政诉讼情况|x 七、存在的主要问题及改进情况",
    "a note behind a heading": "o 一、基本情况(平台建设、制度建设)|a 二、政府信息主动公开情况|r 三、政府信息依申请公开情况"
    "|v 四、因政府信息公开申请投诉举报、行政复议以及提起行政诉讼的情况|x 五、主要问题、改进措施",
    "other matters before problems": "o 一、概述|a 二、主动公开政府信息情况|r 三、依申请公开政府信息情况|r 四、咨询处理情况"
    "|v 五、政府信息公开类复议、诉讼情况|v 六、支出和收费|t 七、其它相关工作情况|x 八、存在主要问题和改进措施",
    "review before requests": "o 一、概述|a 二、主动公开情况|v 三、行政复议、诉讼情况|r 四、依申请公开情况|x 五、存在问题",
    "blocks of 2014": "o 一、工作总体推进情况|a 二、主动公开情况|a 三、回应解读情况|r 四、依申请公开情况|v 五、行政复议情况"
    "|v 六、行政诉讼情况|v 七、机构建设和保障经费情况|v 八、会议和培训情况|x 九、存在的主要问题和改进措施|t 十、其他",
    "numbers within problems": "o 一、总体情况|a 二、主动公开政府信息情况|r 三、收到和处理政府信息公开申请情况"
    "|v 四、政府信息公开行政复议、行政诉讼情况|x 五、问题与改进|x 一、存在的主要问题|x 二、改进情况|x 三、下一步打算|t 六、其他需要报告的事项",
    "words of other sections within sections": "o 一、总体情况|o (一)主动公开情况|o (二)依申请公开|o (四)行政复议、行政诉讼情况|o (五)监督保障"
    "|a 二、主动公开政府信息情况|a (一)总体情况|a (三)其他|r 三、收到和处理政府信息公开申请情况|r (一)申请情况|r (四)行政复议、行政诉讼情况"
    "|v 四、复议、诉讼情况|v 1.行政复议情况|x 五、存在的主要问题及改进情况|x (一)存在的主要问题|x 1.主动公开情况不均衡|x 2.依申请公开办理不规范"
    "|x (二)改进情况|t 六、其他需要报告的事项|t (一)信息处理费收取情况|t (三)主动公开情况考核",
    "numbers in parentheses": "o (一)总体工作开展情况|a (二)主动公开政府信息基本情况|r (三)依申请公开"
    "|v (四)复议、诉讼情况|x (五)存在问题|t (六)其他重要事项",
}
ON_THEIR_LINE = {"no section one", "other matters before problems", "blocks of 2014", "review before requests"}
DAMAGE: dict[str, Callable[[str], str]] = {
    "as it is": lambda page: page,
    "full-width": lambda page: page.translate(str.maketrans("(),:;", "（），：；")),
    "wrapped": lambda page: "\n".join(line[at : at + 26] for line in page.split("\n") for at in range(0, len(line), 26)),
    "emphasised": lambda page: "\n".join(f"**{line}**" if line[1:2] == "、" else line for line in page.split("\n")),
    "traditional with readings": lambda page: pages.pinyin(page, Random(3)),
    "paragraphs": lambda page: "<html><body>" + "".join(f"<p>&nbsp; {line}</p>" for line in page.split("\n")) + "</body></html>",
    "breaks": lambda page: "<html><body><div>" + "<br>\u3000\u3000".join(page.split("\n")) + "</div></body></html>",
}


def written(report: str, *, apart: str = "\n") -> tuple[str, dict[str, str]]:
    """Return a report and the section of each of its markers; `apart` stands between a heading and its text."""
    lines = ["甲县水利局2016年政府信息公开工作年度报告", f"{LISTED}统计期限自1月1日起QZ0Q。"]
    sections = {"QZ0Q": "preamble"}
    for entry in report.split("|"):
        first, second = (f"QZ{len(sections) + i}Q" for i in range(2))
        lines.append(f"{entry[2:]}{apart}{BODY}{first}。\n{BODY}{second}。")
        sections |= {first: KEYS[entry[0]], second: KEYS[entry[0]]}
    return "\n".join((*lines, "甲县水利局\n2017年1月20日")), sections


def misplaced(page: str, expected: dict[str, str]) -> Iterator[tuple[str, str, list[str]]]:
    name = "page.html" if page.startswith("<html>") else "page.txt"
    [report] = parse_source(Source(page.encode(), name))
    assert isinstance(report, Report), report
    texts = {key: "".join(text.split()) for key, text in report.sections.items()}
    for marker, section in expected.items():
        found = [key for key, text in texts.items() if marker in text]
        if found != [section]:
            yield marker, section, found


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", REPORTS)
def test_every_sentence_is_in_its_section(name: str, damage: str) -> None:
    page, expected = written(REPORTS[name])
    assert list(misplaced(DAMAGE[damage](page), expected)) == []


@pytest.mark.parametrize("apart", [":", "。", " "])
@pytest.mark.parametrize("name", sorted(ON_THEIR_LINE))
def test_the_text_may_go_on_behind_its_heading(name: str, apart: str) -> None:
    page, expected = written(
        REPORTS[name].replace("支出和收费", "支出和收费情况").replace("其他", "其他需要报告的事项"), apart=apart
    )
    assert list(misplaced(page, expected)) == []


@pytest.mark.parametrize("between", [" ", ""])
@pytest.mark.parametrize("name", ["no section one", "blocks of 2014", "other matters before problems"])
def test_the_page_may_be_one_line(name: str, between: str) -> None:
    page, expected = written(REPORTS[name].replace("支出和收费", "支出和收费情况").replace("其他", "其他需要报告的事项"))
    assert list(misplaced(between.join(page.split("\n")), expected)) == []


def test_what_a_report_says_of_itself_is_its_preamble() -> None:
    said = "甲县水利局根据条例编制本报告,现向社会公布,所列数据的统计期限自2016年1月1日起至2016年12月31日止QZP。"
    page = f"{said}\n{BODY},{BODY}QZO。\n二、主动公开情况\n{BODY}\n三、依申请公开情况\n{BODY}"
    assert list(misplaced(page, {"QZP": "preamble", "QZO": "overview"})) == []
    assert list(misplaced(page.replace("二、", "一、").replace("三、", "二、"), {"QZP": "preamble", "QZO": "preamble"})) == []


def test_a_page_may_name_no_section_or_begin_within_one() -> None:
    title = "甲县水利局2016年政府信息公开工作年度报告"
    own = f"{title}\n按照条例编制本报告QZP。\n一、主要工作及成效\n{BODY}QZO。\n二、下年工作安排\n{BODY}QZA。\n主办：甲县人民政府"
    assert list(misplaced(own, {"QZP": "preamble", "QZO": "overview", "QZA": "overview"})) == []
    assert "主办" not in "".join(sections_of(own).values())
    cut = f"{title}\n(二)依申请公开情况\n受理申请0件QZO。\n(三)复议情况\n{BODY}QZV。\n二、主动公开政府信息情况\n公开QZA。"
    assert list(misplaced(cut, {"QZO": "overview", "QZV": "overview", "QZA": "proactive"})) == []


@pytest.mark.parametrize("above", ["一、政府信息公开工作情况", "一、总体情况", "一、2016年政府信息公开工作"])
@pytest.mark.parametrize("style", ["({})", "{}、"])
def test_the_sections_may_stand_below_one_heading_of_the_whole_page(above: str, style: str) -> None:
    titles = ("o 总体情况", "a 主动公开政府信息情况", "r 收到和处理政府信息公开申请情况", "v 政府信息公开行政复议、行政诉讼情况")
    titles += ("x 存在的主要问题及改进情况", "t 其他需要报告的事项")
    numbers = "一二三四五六" if style == "({})" else "123456"
    page = "|".join(f"{title[:2]}{style.format(n)}{title[2:]}" for n, title in zip(numbers, titles, strict=True))
    text, expected = written(page)
    assert list(misplaced(text.replace("QZ0Q。\n", f"QZ0Q。\n{above}\n"), expected)) == []


@pytest.mark.parametrize(
    "page",
    [
        "o 一、总体情况|o 1、工作机制|o 2、平台建设|a 2、主动公开政府信息情况|r 3、收到和处理政府信息公开申请情况"
        "|v 4、政府信息公开行政复议、行政诉讼情况|x 5、存在的主要问题及改进情况|t 6、其他需要报告的事项",
        "o 一、总体情况|o 1、主动公开情况|o 2、依申请公开办理情况",
        "o 一、概述|o (一)机制|o (二)主动公开政府信息情况|o (三)依申请公开情况|o (四)行政复议、行政诉讼情况|x 二、存在的主要问题及改进情况",
        "o 一、工作开展总体情况|o (一)总体概述|o (二)主动公开政府信息情况|o (三)依申请公开情况",
        "o 一、总体情况|o (一)工作完成情况|o (二)主动公开政府信息情况|a 二、主动公开政府信息情况|r 三、收到和处理政府信息公开申请情况",
        "o 一、概述|a 二、主动公开情况|a 1.公开内容|a 2.公开形式|a 3.依申请公开情况",
        "o 一、概述|a (二)主动公开情况|r (三)依申请公开情况|v (四)复议、诉讼情况",
    ],
)
def test_numbers_that_begin_anew_are_of_subsections_however_few_headings_there_are(page: str) -> None:
    text, expected = written(page)
    assert list(misplaced(text, expected)) == []


def test_a_heading_goes_before_its_own_subsection_of_the_same_words() -> None:
    page = f"甲县水利局2016年政府信息公开工作年度报告\n一、概述\n{BODY}QZO。\n(一)政府信息公开工作基本情况\n{BODY}QZV。"
    for end in ("", f"\n二、主动公开情况\n{BODY}。"):
        assert list(misplaced(page + end, {"QZO": "overview", "QZV": "overview"})) == []


def test_marks_of_emphasis_stay_with_their_heading() -> None:
    [report] = parse_source(Source("## **一、总体情况**\n公开。\n## **二、主动公开政府信息情况**\n公开。".encode(), "page.md"))
    assert isinstance(report, Report)
    assert report.sections["proactive"].startswith("## **二、")
    assert report.sections["overview"].endswith("公开。")


PAGE_START = "\n".join(
    (
        "临江市蔬菜局2023年政府信息公开工作年度报告",
        "一、总体情况",
        "我局依法推进公开。",
        "二、主动公开政府信息情况",
        "公开信息12条。",
        "三、收到和处理政府信息公开申请情况",
        "未收到申请。",
        "四、政府信息公开行政复议、行政诉讼情况",
        "未发生。",
        "五、存在的主要问题及改进情况",
        "公开不够及时，下一步将改进。",
    )
)


def sections_of(page: str) -> dict[str, str]:
    """Return the sections of a page."""
    [report] = parse_source(Source(page.encode(), "made-up.txt"))
    assert isinstance(report, Report)
    return report.sections


REPORT_END = "六、其他需要报告的事项\n本年度未收取信息处理费。\n临江市蔬菜局\n2024年1月20日"
FOOTERS = [
    "主办：临江市人民政府办公室　承办：临江市政务服务局\n网站标识码：2200000001　吉ICP备05001234号\n地址：临江市人民路1号　电话：0439-1234567",
    "版权所有：临江市人民政府　网站地图　联系我们",
    "国务院部门网站\n省政府部门网站\n各县(市)区政府网站\n其他网站",
    "相关文章\n临江市民政局2023年政府信息公开工作年度报告\n临江市财政局2023年政府信息公开工作年度报告",
    "[ 打印本页 | 关闭窗口 ]\n分享到：微信 新浪微博\n扫一扫在手机打开当前页",
    "友情链接\n中国政府网\n吉林省人民政府",
    "网友评论\n张某某：贵局收到政府信息公开申请99件，形同虚设。",
    "Copyright 2024 临江市人民政府\n建议使用1366×768分辨率浏览",
    "扫描二维码关注本局",
    "请用手机扫描二维码关注本局官方微信\n长按识别二维码\n关注我们",
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_what_the_site_puts_behind_a_report_is_in_no_section(footer: str) -> None:
    page = f"{PAGE_START}\n{REPORT_END}\n{footer}\n"
    assert sections_of(page)["other"] == REPORT_END
    assert all(line not in text for text in sections_of(page).values() for line in footer.split("\n"))


@pytest.mark.parametrize(
    "header",
    ["当前位置：首页 > 政务公开 > 政府信息公开年报", "用微信扫描二维码分享至好友和朋友圈", "【打印】【关闭】\n登录 | 注册"],
)
def test_what_steers_the_site_before_a_report_is_in_no_section(header: str) -> None:
    preamble = sections_of(f"{header}\n{PAGE_START}\n{REPORT_END}")["preamble"]
    assert preamble == "临江市蔬菜局2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "line",
    [
        "附件：临江市蔬菜局2023年政府信息公开情况统计表.doc",
        "主办建议提案12件，承办3件",
        "如有疑问请致电0439-1234567，网站标识码见首页。",
        "版权所有的说明：本报告可在临江市人民政府网站下载。",
        "责任编辑：王一",
        "请扫码填写政府信息公开满意度问卷",
        "扫描二维码查看本报告图解",
        "扫码反馈意见",
        "扫一扫提建议",
        "关注我们",
        "扫描识别二维码的群众达到3000人次",
        "关注我们的公众号的群众达到3000人",
        "联系我们的方式为电话0439-1234567",
        "隐私保护工作得到加强",
        "网站地图已更新，栏目调整8个",
        "使用新版浏览器的比例达到80%",
        "部门网站\n一是建好门户网站\n二是建好公众号",
        "主办：临江市人民政府\n（一）建好门户网站",
        "公开渠道\n微信\n微博\n临江市蔬菜局\n2024年1月20日",
        "【打印本页】\n无其他事项",
    ],
)
def test_what_a_report_ends_with_stays(line: str) -> None:
    assert line in sections_of(f"{PAGE_START}\n{REPORT_END}\n{line}\n")["other"]
    assert line in sections_of(f"{PAGE_START}\n{REPORT_END}\n主办：临江市人民政府\n{line}。\n")["other"]

"""Which pages are annual reports, and which only look like one? Pairs of near neighbours, in made-up words."""

from __future__ import annotations

import pytest
from folders import REPORTS

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import NotAReport, Report

TITLE = "丙县水利局2023年政府信息公开工作年度报告"
PROSE = "\n2023年,丙县水利局公开信息60条。"
GOLDEN = REPORTS / "in" / "broken_identities.txt"
ROWS = "\n" + "\n".join(GOLDEN.read_text("utf-8").split("\n")[18:47])
TABLE = f"\n三、收到和处理政府信息公开申请情况{ROWS}\n"


def refused(text: str, name: str = "page.txt") -> str | None:
    [parsed] = parse_source(Source(text.encode(), name))
    return parsed.reason if isinstance(parsed, NotAReport) else None


@pytest.mark.parametrize(
    "text",
    [
        f"丙县水利局2023年上半年政府信息公开工作报告{PROSE}{TABLE}",
        f"丙县2023年第三季度政府信息公开申请办理情况统计表{TABLE}",
        f"丙县水利局2023年1-6月政府信息公开情况统计表{TABLE}",
        f"丙县水利局2023年9月份依申请公开情况统计表{TABLE}",
        f"2023年\n上半年政务公开工作总结{PROSE}\n一、总体情况\n二、存在的主要问题",
        f"丙县水利局2023年半年度政府信息公开报告{TABLE}",
    ],
)
def test_a_part_of_a_year_is_no_annual_report(text: str) -> None:
    assert refused(text) == "a report or table of a part of a year, not the annual report"


@pytest.mark.parametrize(
    "text",
    [
        f"《{TITLE}》解读\n一、编制背景\n按照条例编制。\n二、主要内容\n全年收到申请3件。",
        f"一图读懂{TITLE}\n主动公开信息120条\n新收申请3件",
        f"图解:{TITLE}\n主动公开信息120条",
        "丙市2023年政府信息公开工作年度报告发布\n1月30日,丙市发布年度报告。报告显示,全年公开信息12万条,受理申请312件。",
    ],
)
def test_what_is_said_about_a_report_is_none(text: str) -> None:
    assert refused(text) == "an explanation of a report or news about one, not the report"


@pytest.mark.parametrize(
    "text",
    [
        "丙县水利局2023年法治政府建设年度报告\n一、总体情况\n行政许可312件,行政复议2件。\n二、存在的主要问题\n三、下一步工作",
        "丙县2023年依法行政工作总结\n一、基本情况\n行政复议2件。\n二、存在的问题",
        "丙县水利局2023年政务公开工作要点\n一、主动公开政府信息\n行政许可、行政处罚。\n二、依申请公开\n三、监督保障",
        "2023年政府信息公开工作实施方案\n一、总体情况\n二、主动公开",
    ],
)
def test_other_reports_and_plans_are_none(text: str) -> None:
    assert refused(text) == "a report or plan on something else"


WORK = (
    "\n一、工作开展情况\n新建学校3所,新增学位2000个。\n二、政府信息公开\n全年公开信息120条,收到政府信息公开申请3件。"
    "\n三、存在的问题\n学位不足。\n四、下一步工作打算\n继续推进。"
)


@pytest.mark.parametrize(
    "title",
    [
        "丙县教育局2023年工作总结",
        "丙县教育局2023年度工作总结及2024年工作计划",
        "丙县教育局关于2023年工作总结的报告",
        "2023年工作总结",
        "丙县教育局\n2023年工作情况报告",
        "2023年丙县政府工作报告",
    ],
)
def test_a_summary_of_all_work_is_none(title: str) -> None:
    assert refused(title + WORK) == "a report or plan on something else"


@pytest.mark.parametrize(
    "text",
    [
        f"丙县教育局2023年政务公开工作总结{WORK}",
        f"丙县教育局2023年政府信息公开工作总结{WORK}",
        f"丙县教育局2023年政务公开工作报告{WORK}",
        f"丙县教育局2023年工作总结(政务公开){WORK}",
        f"丙县教育局信息公开2012年工作总结{WORK}",
        f"上一篇:2022年工作总结\n丙县教育局2023年政务公开工作情况{WORK}",
        "丙县教育局2012年工作总结\n一、主动公开情况\n公开信息120条。\n二、依申请公开情况\n收到申请3件。\n三、存在的问题\n不足。",
        f"丙县教育局2012年工作总结\n现将2012年政府信息公开工作情况总结如下:{WORK}",
        f"丙县教育局2023年工作总结{PROSE}{TABLE}",
    ],
)
def test_a_summary_of_open_government_is_a_report(text: str) -> None:
    assert refused(text) is None


OFFICIAL = (
    "主动公开政府信息情况 收到和处理政府信息公开申请情况 政府信息公开行政复议、行政诉讼情况 存在的主要问题及改进情况 其他需要报告的事项"
).split()
SIX = "".join(f"\n{number}、{words}\n按要求填写。" for number, words in zip("一二三四五六", ["总体情况", *OFFICIAL], strict=True))
PARTS = "".join(f"\n第{number}部分:{words},列明相关内容。" for number, words in zip("一二三四五", OFFICIAL, strict=True))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"文字解读:{TITLE}\n一、编制背景\n按照条例编写本报告。\n二、主要内容{PARTS}", "an explanation"),
        (f"{TITLE}解读\n一、编制背景\n按照条例编写。\n二、主要内容\n分为以下部分。{SIX}", "an explanation"),
        (
            f"图解:{TITLE}\n本报告根据条例编制,数据的统计期限自2023年1月1日至12月31日。\n一、总体情况{PROSE}",
            "an explanation",
        ),
        (f"丙县政府办负责人就{TITLE}答记者问\n问:请介绍总体情况。\n答:公开信息12条。", "an explanation"),
        (f"丙县关于做好2023年政府信息公开工作年度报告编制工作的通知\n各科室:\n请报送以下内容。{SIX}", "a notice"),
        (
            "丙县人民政府办公室\n关于做好2023年政府信息公开工作年度报告\n编制工作的通知\n各镇:\n一、规范内容\n二、按时报送",
            "a notice",
        ),
        ("丙省关于2009年政府信息公开工作年度报告编制公布情况的通报\n各市:\n各单位编制情况有了改善。", "a notice"),
        (f"关于印发《丙国政府信息公开工作年度报告格式》的通知\n各省:\n现印发给你们。{SIX}", "a notice"),
        ("關于政府信息公開工作年度報告\n有關事項的通知\n各(ge)省:\n一、抓緊部署\n二、規范內容", "a notice"),
        (
            "第二条 本制度由丙县解释。\n第三条 报告包括:\n(一)主动公开政府信息的情况;\n(二)依申请公开政府信息的情况;\n第四条 自发布之日起施行。",
            "rules",
        ),
        (
            "丙县政府信息公开实施办法\n第一章 总则\n第二章 主动公开\n第三章 依申请公开\n应当公布政府信息公开工作年度报告。",
            "rules",
        ),
        (
            "丙县水利局政府信息公开指南\n编制本指南。\n一、主动公开\n二、依申请公开\n三、行政复议和行政诉讼\n四、其他事项",
            "a guide",
        ),
        ("关于请报送2019年政府信息公开工作年度报告的函\n各镇:\n一、报送内容\n公开情况。", "a notice"),
        ("政府信息公开申请答复书\n申请人:张某\n你申请公开的2022年政府信息公开工作年度报告,现予公开。", "a letter"),
        (
            "2021年政务公开工作总结汇编(30篇)\n丙市公安局总结\n一、主动公开政府信息情况\n公开。\n二、存在的问题\n不足。",
            "a collection",
        ),
        (
            "政府信息公开年度工作报告范文\n本年度报告是根据条例要求,由市区编制。\n一、概述\n二、主动公开政府信息情况\n公开5928条。",
            "a collection",
        ),
        (
            "增强公开实效\n各高校要认真编制年度报告。年度报告应包括下列内容:\n概述\n反映总体情况。\n主动公开情况\n反映数据。"
            "\n依申请公开和不予公开情况\n反映数量。",
            "a notice",
        ),
        ("政府信息公开工作年度报告模板\nXX局XXXX年政府信息公开工作年度报告" + SIX, "a collection"),
        (
            "信息公开制度研究\n摘要:以年度报告为样本。\n一、引言\n二、主动公开的现状\n三、依申请公开的现状\n四、存在的问题",
            "a collection",
        ),
        (
            "2014年政府信息公开第三方评估报告\n一、评估方法\n(一)主动公开情况\n(二)依申请公开情况\n二、存在的主要问题",
            "a report or plan",
        ),
        ("丙市推进政务公开工作五年来的总体评价报告\n一、评价概况\n(一)评价对象\n(二)主动公开情况", "a report or plan"),
        (
            "评估内容 | 分值\n2、主动公开的政府信息是否达到要求\n10、编制、报送并及时公开本机关政府信息公开年度报告(10) | 10",
            "neither",
        ),
        ("丙县关于政府信息公开工作的自查报告\n一、基本情况\n二、存在的问题\n三、整改措施", "a report or plan"),
        (
            "丙县水利局2023年法治政府建设工作报告\n一、总体情况\n二、行政复议和行政诉讼情况\n三、存在的主要问题\n四、其他",
            "a report or plan",
        ),
        ("丙县水利局2022年度部门决算\n第一部分 部门概况\n第二部分 情况说明\n一、总体情况\n第三部分 其他事项", "a report or plan"),
        (f"序号 | 标题 | 日期\n1 | {TITLE} | 2024-01-20\n2 | 丙县林业局2023年政府信息公开工作年度报告 | 2024-01-21", "a list"),
        ("政务公开>>\n" + f"{TITLE} 2024-01-20\n" * 3 + "公告信息", "a list"),
        ("每年3月31日,是政府信息公开工作年度报告的时间节点。研究中心对年度报告进行了分析,向记者提供了结果。", "neither"),
        ("本文统计2011-2013年政府信息公开年度报告的数据,评价信息公开的整体情况。", "neither"),
        (f"参见 | {TITLE} | 地 区 | 丙县 |\n更新政府信息公开目录和政府信息公开指南。\n编制政府信息公开指南。", "a guide"),
        ("信息公开制度\n第四条的职责是:\n(三)组织编制政府信息公开指南和政府信息公开工作年度报告;", "a guide"),
        ("问:政府信息公开年度报告什么时候公布?\n答:每年1月31日前。", "neither"),
        ("丙县召开政府信息公开工作年度报告编制培训会\n会上讲解了编写要点。", "a notice"),
        ("丙县2023年政务公开工作要点落实情况\n一、主动公开情况\n已完成。\n二、依申请公开\n已完成。", "a report or plan"),
        ("您访问的页面不存在或已删除\n首页 政务公开 政府信息公开年报", "a server's message"),
        (f"{TITLE}\n404 Not Found\n返回首页", "a server's message"),
        ("502 Bad Gateway\nnginx", "a server's message"),
        ("HTTP Status 500 - Internal Server Error", "a server's message"),
        ("系统繁忙，请稍后再试", "a server's message"),
        (f"{TITLE}\n网站维护中，请稍后访问", "a server's message"),
        ("您的请求带有不合法的参数，已被网站管理员设置拦截", "a server's message"),
        ('{"code": 500, "msg": "error"}', "a server's message"),
        ("丙县堤防工程招标公告\n一、项目基本情况\n公开招标。\n二、其他事项\n请按时报名。", "neither"),
        (
            "根据条例,我镇编制了《丙镇政府信息公开指南》(以下简称《指南》)。\n一、主动公开\n(一)公开范围\n机构职能。\n二、依申请公开\n请填写申请表。",
            "a guide",
        ),
        (
            "条例于2007年1月17日通过,2019年进行修订。\n一、丙镇政府信息公开范围\n3、及时发布信息公开年报\n二、公开方式\n(一)主动公开\n20个工作日内公开。",
            "neither",
        ),
        ("特制定丙街道政务公开工作实施方案。\n一、强化组织领导\n二、深化主动公开\n三、规范依申请公开\n畅通渠道。", "neither"),
        (
            "丙县关于印发政府信息公开审查等制度配套文书的通知\n2021年8月18日\n一、《丙县审查制度》\n二、《主动公开移送制度》\n移送表\n三、《依申请公开制度》\n申请表",
            "neither",
        ),
        (
            "考核标准\n一、机制建设(20分)\n按照要求规范编制政府信息公开年度报告,未公开的不得分,超期扣5分。\n二、主动公开情况\n4分\n更新不及时扣2分。",
            "a report or plan",
        ),
        (
            "《丙县2023年度法治政府建设工作总结的报告》政策解读\n一、起草背景\n最终形成本报告。\n二、主要内容\n政务公开。",
            "an explanation",
        ),
        ("政务公开工作自查报告怎么写?\n一、基本情况\n(一)组织领导情况。\n为贯彻落实政务公开工作。", "neither"),
        ("现将xx镇20xx年度政府信息公开工作情况报告如下:\n一、政府信息公开工作开展情况\n根据xx县通知公开。", "a collection"),
        ("XX县水利局信息公开2010工作报告\n丙县水利局信息公开2010年度工作报告 第1篇\n一、概述\n我局公开信息。", "a collection"),
    ],
)
def test_what_only_looks_like_a_report_is_none(text: str, what: str) -> None:
    reason = refused(text)
    assert reason is not None
    assert reason.startswith(what)


@pytest.mark.parametrize(
    "text",
    [
        "本报告根据条例编制,数据的统计期限自2014年1月1日至12月31日。\n园区信息公开工作涉及面广,领导高度重视。",
        "本年度報告是根據《政府信息公開條例》要求編制。\n我局重視。",
        "信息公开指南\n信息公开目录\n依申请公开\n信息公开年报\n本报告所列数据统计期限为2021年1月1日至12月31日。\n公开信息12条。",
        "根据条例规定,现公布丙市2015年政府信息公开工作年度报告。\n全市重视。",
        "2023年,我局不断规范公开内容。现将政府信息公开工作总结如下:\n一、工作开展情况\n公开信息。",
        f"丙镇2016年度政府信息公开工作年度报告的函\n县信息办:\n一、基本工作情况{PROSE}",
        f"关于报送2019年政府信息公开工作年度报告的函\n县政府办:\n现将报告报上。\n一、总体情况{PROSE}\n二、主动公开政府信息情况{PROSE}",
        f"根据《关于做好2012年政府信息公开年度报告编制工作的通知》要求,现将情况报告如下:\n一、工作开展情况{PROSE}\n二、存在问题",
        f"政府信息公开年度报告制度\n一、总体情况{PROSE}\n二、主动公开政府信息情况{PROSE}",
        f"丙县水利局政府信息公开指南\n一、总体情况{PROSE}\n二、主动公开政府信息情况{PROSE}\n五、存在的主要问题及改进情况\n受理申请3件。",
        "丙县文化局2013年度信息公开工作\n年度报告\n公开信息5条。",
        "丙高新区2014年信息年度报告\n高新区加强领导。",
        "一、概述\n自2008年5月1日起,我镇开始开展政府信息公开工作。",
        "如对本报告有疑问,请与丙镇联系。\n一、基本情况\n我镇重视信息公开。",
        "二、政府信息公开工作的基本情况\n完善领导机制。",
        "三、依申请公开情况\n无。",
        "二、上年结转政府信息公开申请数量0000000",
        "  一、 概 述\n我镇重视政府信息公开工作。",
        "一、总体工作情况\n我镇建立了政务公开制度。",
        "一、总体公开情况\n我厅按照要点公开信息。",
        "三、依申请公开政府信息:无依申请公开的政府信息。\n",
        "四、政府信息公开的收费及减免情况\n\n我局没有收费项目。",
        f"六、其他需要报告的事项\n未收取信息处理费。本报告电子版可下载。\n解读链接:一图读懂《{TITLE}》",
        "二、主动公开\n我镇全年通过公开栏公开信息。",
        "编制了《丙镇政府信息公开指南》(以下简称《指南》)。\n一、主动公开\n公开信息12条。\n二、依申请公开\n没有收到申请。",
        "五、存在的问题\n公开不够及时。",
        "一、主动公开\n我镇公开信息12条,丙县信息中心负责网站维护。\n二、依申请公开\n没有收到申请。",
        "在考核中得98分,排名第3。\n一、主动公开\n公开信息12条。",
        "一、主动公开\n季度考核得96分,得97分,得98分,年终得95.5分。\n二、依申请公开\n本年未收到申请。",
        "一、组织领导\n我局重视信息公开。\n二、主动公开\n通过公告栏公开。\n三、依申请公开\n我局未收到公民、法人和其他组织的申请。",
        "一、主动公开\n已公开办事指南。\n二、依申请公开\n没有申请公开政府信息的。\n三、收费情况\n没有收取任何费用。",
        "一、深化主动公开\n公开低保名单。\n二、规范依申请公开\n专人负责,目前尚无人提出申请。",
        "一、主动公开\n我镇公开信息,组织自查。\n二、依申请公开\n无。",
        f"{TITLE}一、2013年工作情况公开信息12条,办理申请3件,全年按照安排推进各项工作,及时回应群众关切。二、存在问题人手不足。",
        f"本报告根据条例编制。按照通知要求,年度报告应当包括下列内容,现报告如下。\n一、总体情况{PROSE}\n二、主动公开政府信息情况{PROSE}",
        f"{TITLE}\n上一篇:丙县水利局2022年政府信息公开工作年度报告\n附件:{TITLE}.pdf",
        f"中文名 | {TITLE} | 地 区 | 丙县 |\n更新政府信息公开目录和政府信息公开指南。\n编制政府信息公开指南。",
    ],
)
def test_a_page_that_speaks_of_itself_as_a_report_is_one(text: str) -> None:
    assert refused(text) is None


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}{PROSE}",
        f"{TITLE}\n附件:{TITLE}.pdf",
        f"{TITLE} 2024-01-20\n{TITLE} 2024-01-20\n下载全文",
        f"{TITLE}\n一、总体情况\n2人负责网站维护和信息公开。\n二、主动公开政府信息情况\n公开3条。",
        f"{TITLE}\n一、总体情况\n全年更新目录,已删除过期信息12条,申请公开的信息不存在的3件。{TABLE}",
        "三、收到和处理政府信息公开申请情况\n受理3件,其中信息不存在1件,文件已删除1件。\n四、政府信息公开行政复议、行政诉讼情况\n无。",
        f"{TITLE}\n2023年政务公开工作要点落实情况\n一、总体情况{PROSE}",
        f"相关链接\n丙县水利局2023年上半年政务公开工作总结\n一图读懂{TITLE}\n丙县2023年法治政府建设年度报告\n{TITLE}{PROSE}{TABLE}",
        f"2023年1-12月政府信息公开工作报告{PROSE}{TABLE}",
        f"丙县新局2023年4-12月政府信息公开工作年度报告{PROSE}{TABLE}",
        f"本报告根据条例编制。\n内容涵盖丙县水利局2023年1月1日至12月31日期间的政府信息公开工作情况\n一、总体情况{PROSE}{TABLE}",
        f"丙县水利局政府信息公开工作年度报告(2024年1月){PROSE}{TABLE}",
        f"2024年1月\n丙县水利局政府信息公开工作年度报告{PROSE}{TABLE}",
        f"一、总体情况\n上半年组织政务公开培训2次\n第三季度公布依申请公开指南\n2023年全年公开信息60条。{TABLE}",
        f"一、总体情况{PROSE}\n上半年组织政务公开培训并通报情况\n五、存在的主要问题及改进情况\n培训不足。",
        f"丙县水利局2023年政务公开工作总结{PROSE}\n一、总体情况\n二、存在的主要问题及改进情况\n不足。",
        f"政策解读\n2023年度政府信息公开年报{PROSE}",
        f"《{TITLE}》解读\n一、总体情况\n公开。\n二、主动公开政府信息情况\n许可。{TABLE}四、行政复议、行政诉讼情况\n无。",
        f"丙县2023年法治政府建设年度报告{TABLE}",
        f"关于印发《{TITLE}》的通知\n各单位:\n现将报告印发。\n{TITLE}\n一、总体情况{PROSE}{TABLE}",
        f"{TITLE}发布\n一、总体情况{PROSE}",
        "图解:丙县水利局政府信息公开工作年度报告\n本报告根据条例编制,数据的统计期限自2023年1月1日至12月31日。"
        f"\n一、总体情况{PROSE}\n二、主动公开政府信息情况\n制发文件3件。\n五、存在的主要问题及改进情况\n受理申请3件,人手不足。",
        ROWS,
    ],
)
def test_reports_and_excerpts_of_reports_stay_reports(text: str) -> None:
    assert refused(text) is None


def test_a_report_of_a_quarter_with_its_day_on_the_line_below_is_refused() -> None:
    day = "发布时间:2024-02-05 来源:县政府办"
    assert refused(f"丙县水利局2023年第四季度政府信息公开工作报告\n{day}\n一、总体情况\n公开信息60条。{TABLE}")
    assert refused(f"丙县水利局2023年政府信息公开工作年度报告\n{day}\n一、总体情况\n第四季度公开信息60条。{TABLE}") is None


def test_the_title_of_a_web_page_counts() -> None:
    page = "<html><head><title>{}_丙县人民政府</title></head><body><p>全年公开信息60条。</p></body></html>"
    assert refused(page.format("丙县水利局2023年第一季度政府信息公开统计表"), "a.html")
    assert refused(page.format(TITLE), "a.html") is None


def test_a_list_of_rules_in_force_is_no_report() -> None:
    table = "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 1 0 5\n"
    assert refused(f"丙县2023年规范性文件清理情况\n{table}") is not None
    assert refused(f"丙县水利局2023年政府信息公开工作年度报告\n{table}") is None


_EMPTY = (REPORTS / "in" / "empty_form.txt").read_text("utf-8").partition("二、主动公开")


@pytest.mark.parametrize(
    ("first", "is_report"),
    [
        ("按照县政府的统一安排,我们把各项指标落实到位,建立健全了工作制度。", True),
        ("本局高度重视公开工作,全年已按要求公开各类信息。", True),
        ("全年公布信息31条,接待来访人员920人次。", True),
        ("2021年,本局围绕水利中心工作,推进各项公开任务落地见效。", True),
        ("", False),
        ("(一)主动公开情况。(二)依申请公开情况。", False),
        ("概述本单位开展了哪些公开工作,取得了什么成效。", False),
        ("本单位(填写名称)认真开展了政府信息公开工作,各项任务已完成。", False),
        ("XX局:本单位认真开展了政府信息公开工作,各项任务已完成。", False),
        ("本单位认真贯彻落实……,健全了公开制度,各项任务已完成。", False),
    ],
)
def test_an_empty_table_below_what_the_agency_has_done_is_a_reports(first: str, is_report: bool) -> None:
    reason = refused(f"政府信息公开工作年度报告\n一、总体情况\n{first}\n{''.join(_EMPTY[1:])}")
    assert reason == (None if is_report else "an empty form: its tables hold no number and no section has text")


WORK_OF_YEAR = (
    "一、加强领导,推进信息公开工作\n2014年,我局在区委、区政府的领导下,按照保密规定,深入推进水利部门政府信息公开工作,方便群众。"
    "\n二、拓宽公开渠道\n主要通过政府信息公开目录和《丙区水利局政务公开指南》公开。\n三、健全制度\n修订办法。"
)
COLUMN = "http://www.bq.gov.cn/zfxxgkml/slj/zfxxgkgzndbg/content/post_12.html"
GUIDE_OF_YEAR = "\n一、主动公开\n政府信息公开目录列明。\n二、依申请公开\n填写申请表。"


def refused_at(text: str, url: str) -> bool:
    [parsed] = parse_source(Source(text.encode(), "page.txt", url))
    return isinstance(parsed, NotAReport)


@pytest.mark.parametrize(
    ("text", "url", "is_refused"),
    [
        (WORK_OF_YEAR, COLUMN, False),
        (WORK_OF_YEAR, "http://www.bq.gov.cn/slj/gknb/201502/t20150203_12.html", False),
        (WORK_OF_YEAR, "http://www.bq.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=1&fbtime=2014", False),
        (WORK_OF_YEAR, "http://www.bq.gov.cn/module/xxgk/xxgkGuide.jsp?area=1", True),
        (
            f"现将2008年政府信息工作情况报告如下:\n一、组织{PROSE}\n二、学习{PROSE}",
            "http://www.bq.gov.cn/a.html",
            False,
        ),
        (
            f"现将2008年政府信息报送工作安排报告如下:\n一、组织{PROSE}\n二、学习{PROSE}",
            "http://www.bq.gov.cn/a.html",
            True,
        ),
        (WORK_OF_YEAR, "http://www.bq.gov.cn/zfxxgkml/slj/zfxxgkzn/content/post_12.html", True),  # a column of guides
        (WORK_OF_YEAR, "http://www.bq.gov.cn/slj/fzzfjsndbg/12.html", True),  # of reports on something else
        (WORK_OF_YEAR.replace("我局在", "我局将在"), COLUMN, True),  # a plan
        (WORK_OF_YEAR.replace("2014年,我局", "我局"), COLUMN, True),  # of no year
        (WORK_OF_YEAR.replace("拓宽公开渠道", "拓宽渠道"), COLUMN, True),  # one chapter
        (f"丙区水利局政府信息公开指南\n{WORK_OF_YEAR}", COLUMN, True),
        (f"{WORK_OF_YEAR}\n为方便公众,特编制本指南。", COLUMN, True),
        (f"丙区水利局政府信息公开指南{GUIDE_OF_YEAR}", COLUMN, True),
        (f"本局依条例编制政府信息公开目录。{GUIDE_OF_YEAR}", COLUMN, True),
    ],
)
def test_what_a_body_did_in_a_year_is_a_report_where_its_site_has_them(text: str, url: str, is_refused: bool) -> None:
    assert refused_at(text, url) is is_refused


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("本办法所称年度报告,是指每年向社会公布上一年政府信息公开工作情况的报告。", True),
        ("年度报告由各机关每年3月底前编写,并向社会公布本机关的政府信息公开年度报告,报告应当在网站发布。", True),
        ("依照条例,各镇要在3月底前向社会公布2015年政府信息公开工作年度报告。", True),
        ("请于3月底前向社会公布2015年政府信息公开工作年度报告。", True),
        ("贵县是否已经向社会公布2015年政府信息公开工作年度报告?", True),
        ("本报讯 丙县昨天向社会公布2015年政府信息公开工作年度报告。", True),
        ("检查组查看了丙县各镇向社会公布2015年政府信息公开工作年度报告的情况。", True),
        ("根据条例第五十条,各部门须按时编制2015年政府信息公开工作年度报告。", True),
        ("按照条例要求,向社会公布2015年政府信息公开工作年度报告。", False),
        ("根据各级部门要求,现向社会公布2015年政府信息公开工作年度报告。", False),
        (
            "按照行政机关应当于每年3月底前公布报告的规定,现将2015年政府信息公开工作年度报告向社会公布2015年政府信息公开年度报告。",
            False,
        ),
        ("根据条例第五十条,编制2015年政府信息公开工作年度报告。", False),
        ("重视公开。特向社会公布政府信息公开年报。各单位应当学习。", False),
    ],
)
def test_who_says_that_a_report_is_due_gives_none(text: str, is_refused: bool) -> None:
    assert (refused(text) is not None) is is_refused


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        (
            "报告制度.docx\n1、报告制度第一条为做好公开,制定本制度。第二条本制度对政府信息公开工作年度报告作出规定。第三条各镇编写报告,公开情况写明。",
            True,
        ),
        ("一、概述\n制定办法。第二条渠道是网站。第三条渠道是公开栏,全年公开信息60条。", True),
        ("一、概述\n重视公开。第二条渠道是网站,全年公开信息60条。", False),
        ("一、概述\n依据条例。第五十条的规定已落实。第三十三条和第三十六条的要求已做到,公开信息60条。", False),
    ],
)
def test_articles_that_were_run_together_are_rules(text: str, is_refused: bool) -> None:
    assert (refused(text) is not None) is is_refused


def test_an_article_is_no_title() -> None:
    page = "第二条本制度所称政府信息公开工作年度报告\n一、概述\n2015年公开信息60条。\n二、主动公开政府信息情况\n公开60条。"
    for text, agency in (
        (page, None),
        (f"丙局负责编制政府信息公开工作年度报告\n{page.partition(chr(10))[2]}", None),
        (f"甲省水利厅2015年政府信息公开工作年度报告\n{page}", "甲省水利厅"),
    ):
        [parsed] = parse_source(Source(text.encode(), "page.txt"))
        assert isinstance(parsed, Report)
        assert parsed.agency == agency


@pytest.mark.parametrize("number", ["(三)", "三、", "3.", ""])
@pytest.mark.parametrize(
    "words",
    [
        "主动公开政府信息情况",
        "政府信息依申请公开情况",
        "因政府信息公开申请行政复议、提起行政诉讼的情况",
        "政府信息公开的收费及减免情况",
        "政府信息公开工作存在的主要问题及改进情况",
    ],
)
def test_a_section_is_one_whatever_its_number_looks_like(number: str, words: str) -> None:
    assert refused(f"{number}{words}\n2019年0件。") is None
    assert refused(f"{number}{words}\n本局无。") is None


@pytest.mark.parametrize(
    "text",
    [
        "(一)主动公开\n2019年版目录列明公开内容。\n(二)依申请公开\n请填写申请表。",  # a guide's chapters
        "(一)主动公开政府信息情况;\n(二)依申请公开政府信息情况;\n(三)收费情况。2019年报送。",  # a list of what to write
        "(二)信访工作情况\n2019年办理信访3件。",
    ],
)
def test_other_lines_in_brackets_are_no_sections(text: str) -> None:
    assert refused(text) is not None


NOTICE = "丙县水利局关于印发\n2023年政府信息公开工作年度报告的通知\n各科室:\n现将报告印发给你们,请认真落实。" + "\n" * 700


@pytest.mark.parametrize(
    ("below", "is_refused"),
    [
        ("丙县水利局\n2023年政府信息公开工作年度报告\n根据条例等文件,编制本报告。", False),
        ("丙县水利局\n2023年政府信息公开工作年度报告\n附件请下载。", True),
        ("根据条例等文件,编制本报告的要求如下,请认真学习。", True),
        ("附件:丙县水利局2023年政府信息公开工作年度报告.pdf\n根据条例等文件,编制本报告。", True),
    ],
)
def test_a_report_below_its_notice_is_one(below: str, is_refused: bool) -> None:
    assert (refused(NOTICE + below) is not None) is is_refused
    assert refused(NOTICE.replace("印发", "做好") + below) is not None


PUT_OUT = "关于公布丙县水利局2021年政府信息公开工作年度报告的"


@pytest.mark.parametrize("kind", ["公告", "通告", "公示"])
def test_a_notice_with_nothing_but_an_attachment_is_no_report(kind: str) -> None:
    own = "丙县水利局2021年政府信息公开工作年度报告"
    sent = f"{PUT_OUT}{kind}\n现将丙县水利局2021年政府信息公开工作年度报告予以公布,全文见附件。"
    assert refused(f"{sent}\n附件:{own}.pdf") == "a notice about reports, not a report"
    assert refused(f"政府信息公开年报\n{sent}\n{own}.docx") is not None  # below the name of a column
    for below in (
        f"\n附件:{own}.pdf\n{own}\n下载全文",
        "\n附件:全文.pdf\n2021年公开信息60条。",
        "\n附件:全文.pdf\n本年度未收到申请。",
        "\n附件:全文.pdf\n本报告根据条例编制。",
        "\n附件:全文.pdf\n水利局重视这项工作,组织全体人员学习。",
        "\n附件:全文.pdf\n一、总体情况\n水利局重视信息公开。",
    ):
        assert refused(sent + below) is None
    assert refused(sent.replace("全文见附件", "请社会监督")) is None


HALF = "我局信息公开工作情况如下:\n一、主动公开政府信息情况\n{}公开信息30条。\n二、依申请公开政府信息情况\n{}未收到申请。\n三、{}\n加强更新。"


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("截至6月底," + HALF.format("", "", "下半年工作打算"), True),
        (HALF.format("2022年上半年,", "", "下半年工作计划"), True),
        (HALF.format("第三季度,", "", "下一季度工作安排"), True),
        (HALF.format("2022年1-6月,", "", "下半年重点"), True),
        ("一、收到申请情况\n2022年第三季度收到公开申请3件。\n二、申请答复情况\n第三季度答复公开申请3件。", True),
        ("丙局第三季度政务公开工作小结\n一、总体情况\n公开12条。\n二、主动公开政府信息情况\n公开2条。", True),
        ("丙局政务公开半年总结\n一、总体情况\n公开12条。\n二、主动公开政府信息情况\n公开2条。", True),
        (HALF.format("上半年,", "", "下一步工作打算"), False),
        (HALF.format("上半年,", "全年", "下半年工作打算"), False),
        (HALF.format("上半年公开10条,下半年已", "", "下半年培训计划"), False),
        (HALF.format("2022年度", "上半年,", "下半年工作打算"), False),
        (HALF.format("我局", "", "下半年工作打算"), False),
        ("一、收到申请情况\n2022年收到公开申请3件。\n二、申请答复情况\n第三季度答复公开申请3件。", False),
        (f"{TITLE}\n" + HALF.format("上半年,", "", "下半年工作打算"), False),
        ("丙局2022年政务公开工作小结\n一、总体情况\n上半年公开12条。\n二、主动公开政府信息情况\n公开2条。", False),
    ],
)
def test_sections_that_tell_of_a_part_of_a_year_make_no_annual_report(text: str, is_refused: bool) -> None:
    assert (refused(text) == "a report or table of a part of a year, not the annual report") is is_refused
    assert (refused(text) is not None) is is_refused


OPEN = "{},我镇重视信息公开。\n一、概述\n{}有序推进。\n二、主动公开政府信息情况\n主动公开各类信息。"


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        (OPEN.format("201x年", "201x年"), True),
        (OPEN.format("××年", "工作"), True),
        (OPEN.format("20XX年", "工作"), True),
        ("政府信息公开年度报告怎么写\n分为:一、概述 二、主动公开政府信息情况 三、依申请公开政府信息情况。", True),
        ("2021年政府信息公开年度报告写作要点\n一、概述\n写明情况。\n二、主动公开政府信息情况\n写明数量。", True),
        (OPEN.format("2016年", "201x年"), False),
        (OPEN.format("2 0 1 6 年", "20XX年"), False),
        (OPEN.format("二〇一六年", "××年"), False),
        (OPEN.format("我镇", "XX村"), False),
        (OPEN.format("如何写好年度报告是难点", "工作"), False),
    ],
)
def test_models_and_pages_on_how_to_write_are_none(text: str, is_refused: bool) -> None:
    assert (refused(text) == "a collection of texts or a study, not a report") is is_refused
    assert (refused(text) is not None) is is_refused


ELSE = "\n一、总体情况\n共办理12件,均已主动公开。\n二、主动公开情况\n公开10条。\n三、存在的主要问题及改进情况\n人手不足。"


@pytest.mark.parametrize(
    "title",
    [
        "丙县2022年双公示工作年度报告",
        "丙县2022年度行政执法统计年报",
        "丙镇2022年人大建议政协提案办理情况报告",
        "丙县2022年行政复议工作年度报告",
        "丙县2022年企业信用年度报告",
        "丙县2022年企业信用信息年度报告",
        "丙县2022年生态环境状况公报",
        "丙县2022年信访工作总结",
        "丙县2022年法治政府建设年度报告",
        "丙镇2022年村务公开工作总结",
        "丙局2022年党务公开年度报告",
        "丙局2022年财政预决算公开工作年度报告",
    ],
)
def test_a_report_on_something_else_needs_a_section_of_the_form(title: str) -> None:
    assert refused(title + ELSE) == "a report or plan on something else"
    for own in (
        "\n(二)依申请公开情况\n收到3件。",
        "\n四、收到和处理政府信息公开申请情况\n收到3件。",
        "\n五、政府信息公开行政复议、行政诉讼情况\n无。",
        "\n现将2022年政府信息公开工作情况报告如下。",
        f"\n{TABLE}",
    ):
        assert refused(title + ELSE + own) is None
    assert refused(f"{TITLE}\n{title}{ELSE}") is None
    assert refused(f"根据《政府信息公开条例》编制本报告。\n{title}{ELSE}") is None
    assert refused(f"3、{title}{ELSE}") is None  # a heading within a report


def test_cases_of_other_kinds_are_no_applications_for_information() -> None:
    text = "一、收到申请情况\n2022年共收到{}149件。\n二、申请答复情况\n答复130件。"
    assert refused(text.format("行政复议申请")) is not None
    assert refused(text.format("信访事项")) is not None
    assert refused(text.format("信息公开申请,无信访事项,")) is None


def test_a_page_that_scripts_draw_says_so() -> None:
    drawn = f'<html><head><title>{TITLE}</title></head><body><div id="app"></div>{{}}</body></html>'
    assert refused(drawn.format("")) == "the page holds no text"
    told = "the page holds no text but scripts: save it as a browser draws it"
    assert refused(drawn.format("<SCRIPT>show({})</SCRIPT>")) == told
    assert refused(" ") == "the page holds no text"

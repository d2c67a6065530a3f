"""Is each of the six sections found under whatever heading agencies give it, and nothing else taken for a heading?"""

from __future__ import annotations

import re

import pytest

from gongkai.indexer.fold import fold, squeeze
from gongkai.indexer.sections.headings import _HEADING, heading_lines, official_headings
from gongkai.indexer.sections.sections import find_sections

OFFICIAL = {
    "overview": "总体情况",
    "proactive": "主动公开政府信息情况",
    "requests": "收到和处理政府信息公开申请情况",
    "review": "政府信息公开行政复议、行政诉讼情况",
    "problems": "存在的主要问题及改进情况",
    "other": "其他需要报告的事项",
}
VARIANTS = {
    "overview": """总体情况 基本情况 概述 概况 总述 工作概述 总体概述 总体概况 总体工作情况 工作总体情况 总体情况概述 总体工作开展情况 整体情况
        2023年总体情况 2023年度总体情况 二〇二三年总体情况 本年度总体情况 全年总体情况 2023年政府信息公开工作总体情况 政府信息公开工作总体情况
        政府信息公开总体情况 政务公开工作总体情况 政府信息公开工作基本情况 政府信息公开工作概述 政府信息公开工作概况 信息公开工作总体情况
        年度工作总体情况 工作基本情况 基本情况概述 工作开展情况 2023年工作开展情况 政府信息公开工作情况 政府信息公开工作开展情况
        我县2023年政府信息公开工作总体情况 政府信息公开总体工作情况 政府资讯公开工作总体情况""",
    "proactive": """主动公开政府信息情况 主动公开政府信息的情况 主动公开情况 主动公开的情况 政府信息主动公开情况 主动公开政府信息公开情况
        主动公开工作情况 主动公开信息情况 主动公开政府信息工作情况 主动公开的政府信息情况 主动公开政府信息 主动公开 2023年主动公开政府信息情况
        行政机关主动公开政府信息情况 行政机关主动公开政府信息的情况 主动公开政府信息工作开展情况 主动公开政务信息情况 政务信息主动公开情况
        政府信息主动公开 信息主动公开情况 政府信息公开主动公开情况 主动公开政府信息基本情况 主动公开政府信息总体情况 主动公开政府信息的主要情况
        主动公开政府信息内容 主动公开政府信息统计情况 主动公开政府信息情况表 主动公开工作开展情况 本年度主动公开情况 我局主动公开政府信息情况
        重点领域信息主动公开情况 主动公开政府资讯情况""",
    "requests": """收到和处理政府信息公开申请情况 收到和处理政府信息公开申请的情况 收到及处理政府信息公开申请的情况 收到与处理政府信息公开申请情况
        收到、处理政府信息公开申请情况 收到并处理政府信息公开申请情况 收到和办理政府信息公开申请情况 收到和处理政府信息申请情况
        收到和处理信息公开申请情况 收到和处理政府信息公开情况 收到和处理公开申请情况 受理和处理政府信息公开申请情况 受理和办理政府信息公开申请情况
        政府信息公开申请的受理和办理情况 政府信息公开申请受理和办理情况 政府信息公开申请办理情况 政府信息公开申请收到和处理情况
        政府信息公开申请的收到和处理情况 政府信息公开申请处理情况 政府信息公开申请情况 依申请公开情况 依申请公开政府信息情况 依申请公开
        依申请公开办理情况 依申请公开工作情况 依申请公开政府信息办理情况 依申请公开政府信息和不予公开政府信息的情况 政府信息依申请公开情况
        处理政府信息公开申请情况 收到和处理依申请公开政府信息情况 收到和处理政府信息公开申请 申请公开政府信息情况 2023年收到和处理政府信息公开申请情况
        公民、法人和其他组织申请公开政府信息情况 收到和處理政府資訊公開申請情況""",
    "review": """政府信息公开行政复议、行政诉讼情况 政府信息公开行政复议行政诉讼情况 因政府信息公开工作被申请行政复议、提起行政诉讼情况
        因政府信息公开工作被申请行政复议和提起行政诉讼情况 政府信息公开行政复议、行政诉讼 政府信息公开引发行政复议行政诉讼情况 行政复议、行政诉讼情况
        行政复议和行政诉讼情况 行政复议及行政诉讼情况 行政复议与行政诉讼 行政复议、诉讼情况 复议、诉讼情况 复议诉讼
        因政府信息公开申请行政复议、提起行政诉讼的情况
        因政府信息公开申请行政复议、提起行政诉讼情况 政府信息公开工作被申请行政复议、提起行政诉讼情况 因政府信息公开被申请行政复议、提起行政诉讼情况
        政府信息公开行政复议、行政诉讼的情况 政府信息公开行政复议及行政诉讼情况 政府信息公开复议、诉讼情况 政府信息公开工作行政复议、行政诉讼情况
        政府信息公开申请行政复议、行政诉讼情况 被申请行政复议、提起行政诉讼情况 因政府信息公开引起的行政复议、行政诉讼情况 复议、诉讼和申诉情况
        行政复议、行政诉讼和举报投诉情况 政府信息公开行政诉讼、行政复议情况
        因政府信息公开申请行政复议、提起行政诉讼和申诉的情况
        涉及政府信息公开的行政复议、行政诉讼情况
        政府信息公开的行政复议、行政诉讼情况 2023年政府信息公开行政复议、行政诉讼情况""",
    "problems": """存在的主要问题及改进情况 存在问题及改进情况 存在的问题及改进情况 存在的主要问题和改进情况 政府信息公开工作存在的主要问题及改进情况
        工作存在的主要问题及改进情况 工作中存在的主要问题及改进措施 存在的问题和不足 存在的主要问题 存在问题 存在的问题 存在的不足及改进措施
        存在不足和下一步工作打算 问题及改进 主要问题及改进情况 主要问题和改进措施 主要问题、改进措施 存在问题及整改措施 存在的主要问题及下一步改进措施
        存在的困难和问题 存在问题与对策 存在的主要问题以及改进情况 存在的主要问题及改进 问题与改进 存在问题和下一步打算 存在的问题及下步工作打算
        存在主要问题及改进情况 2023年存在的主要问题及改进情况 不足及改进措施 存在的薄弱环节及改进 政务公开工作存在的主要问题及改进情况 存在问题和建议
        政府信息公开工作中存在的问题及改进措施 存在的差距与不足""",
    "other": """其他需要报告的事项 其他需要报告事项 其他需报告事项 其他需报告的事项 其他 其它 其他事项 其他情况 其他需要说明的事项 需要说明的其他事项
        需要报告的其他事项 需要报告的事项 其它需要报告的事项 其他应报告的事项 其他应当报告的事项 其他需要报告的情况 其他需要报告的 其他报告事项
        其他重要事项 其他需要公开的事项 其他有关事项 其他有关情况 其他需要报告事宜 其他相关事项 其他需要报告内容 其他应报告事项 其他需要报送的事项
        需要说明的事项 需报告的其他事项 其他需报告情况 其他需特别说明的事项 政府信息公开工作其他需要报告的事项 应当报告的其他事项""",
}


def sections(page: str) -> dict[str, str]:
    folded = fold(page)
    ranges = find_sections(squeeze(folded), folded, {}).ranges
    return {key: "".join(page[start:end] for start, end in spans).strip() for key, spans in ranges.items()}


def page_with(section: str, heading: str, numbers: str = "一二三四五六") -> str:
    headings = OFFICIAL | {section: heading}
    return "甲县水利局年度报告\n" + "".join(
        f"{number}、{words}\n这一部分写明{key}的内容,全年工作有序推进。\n"
        for number, (key, words) in zip(numbers, headings.items(), strict=True)
    )


@pytest.mark.parametrize("section", VARIANTS)
def test_a_section_is_found_under_every_heading(section: str) -> None:
    headings = VARIANTS[section].split()
    assert len(set(headings)) >= 30
    for heading in headings:
        found = sections(page_with(section, heading))
        wrong = {key: text for key, text in found.items() if key != "preamble" and f"写明{key}的内容" not in text}
        assert (list(found), wrong) == (["preamble", *OFFICIAL], {}), heading


@pytest.mark.parametrize("mark", ["、", "", "{},、"], ids=["number lost", "no number", "doubled"])
def test_marks_that_copies_lost_or_doubled_hide_no_heading(mark: str) -> None:
    page = page_with("requests", "行政机关收到和处理政府信息公开申请情况")
    page = re.sub("^([一二三四五六])、", lambda number: mark.format(number[1]), page, flags=re.MULTILINE)
    assert list(sections(page)) == ["preamble", *OFFICIAL]


def test_a_doubled_comma_within_a_heading_hides_it_not() -> None:
    heading = "政府信息公开行政复议,、行政诉讼情况"
    assert sections(page_with("review", heading))["review"].startswith(f"四、{heading}\n")


@pytest.mark.parametrize("numbers", ["ⅠⅡⅢⅣⅤⅥ", "一二三五六七", "123456"])
def test_the_numbers_of_the_headings_may_be_others(numbers: str) -> None:
    for section in OFFICIAL:
        assert list(sections(page_with(section, OFFICIAL[section], numbers))) == ["preamble", *OFFICIAL]


def test_two_headings_of_one_section_make_one() -> None:
    page = "一、概述\n内容。\n二、主动公开情况\n内容。\n三、依申请公开情况\n内容。\n"
    page += "四、行政复议情况\n甲。\n五、行政诉讼情况\n乙。\n六、存在问题\n丙。"
    assert sections(page)["review"] == "四、行政复议情况\n甲。\n五、行政诉讼情况\n乙。"


@pytest.mark.parametrize(
    "line",
    [
        "一、本年新收政府信息公开申请数量",
        "四、行政复议数量",
        "四、结转下年度继续办理",
        "五、申请人情况",
        "三、收到政府信息公开申请12件",
        "一、加强组织领导",
        "二、回应解读情况",
        "六、会议和培训情况",
        "七、收费及减免情况",
        "二、加强平台建设,主动公开政府信息;及时回应。",
        "四、重点领域热点问题回应情况",
        "一、政府信息公开指南",
        "(二)依申请公开",
        "1.主动公开数量",
    ],
)
def test_other_numbered_lines_name_no_section(line: str) -> None:
    assert not list(heading_lines(line))


def test_a_note_makes_no_heading_too_long() -> None:
    note = "(公民、法人和其他组织就政府信息公开提出行政复议、行政诉讼和申诉的具体情况)"
    [line] = heading_lines(f"五、复议、诉讼和申诉的情况{note}")
    assert line.section == "review"
    assert not list(heading_lines("五、" + "复议诉讼" * 15))


def test_a_style_of_numbers_tells_subsections() -> None:
    subsections = "(四)行政复议、行政诉讼情况\n无。\n4.行政复议、行政诉讼情况\n"
    found = sections(
        page_with("requests", OFFICIAL["requests"]).replace("写明requests的内容", f"写明requests的内容。\n{subsections}")
    )
    assert "4.行政复议" not in found["review"]
    assert "(四)行政复议" in found["requests"]


def test_subsections_stay_in_their_section() -> None:
    page = page_with("overview", "总体情况").replace(
        "写明overview的内容",
        "写明overview的内容。\n(一)主动公开\n全年。\n(二)依申请公开\n全年。\n(三)其他\n(五)监督保障,存在问题及改进情况\n全年",
    )
    assert "监督保障" in sections(page)["overview"]
    assert re.sub(r"\W.*", "", sections(page)["proactive"]) == "二"


def test_a_list_of_the_sections_is_no_section() -> None:
    listed = "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、其他六部分组成。\n"
    found = sections(listed + page_with("other", "其他"))
    assert found["other"].startswith("六、其他")
    assert found["preamble"].endswith("年度报告")


@pytest.mark.parametrize("marks", ["", "| | | | |", "|" * 12, "> > > > >", "*" * 9])
def test_marks_before_a_heading_whose_text_follows_hide_it_not(marks: str) -> None:
    text = f"甲市民政局报告\n{marks}一、政务公开工作开展情况 2022年,我局主动公开信息12条。\n"
    assert list(heading_lines(fold(text)))


def test_no_official_heading_is_passed_over() -> None:
    """The search for how they begin finds what the search for all of their words does."""
    words = [*OFFICIAL.values(), *(word for variants in VARIANTS.values() for word in variants.split())]
    words += [
        "政务公开工作存在的问题及改进情况",
        "工作中存在的主要问题和整改措施",
        "因政府信息公开被申请行政复议诉讼情况",
        "需报告的事项",
        "其它应说明的事项",
    ]
    text = "".join(f"{word}政府信息{word}其他{word[1:]}" for word in words)
    found = [(heading.span(), heading.lastgroup) for heading in official_headings(text)]
    assert found == [(heading.span(), heading.lastgroup) for heading in _HEADING.finditer(text)]
    assert len(found) > len(words) / 2

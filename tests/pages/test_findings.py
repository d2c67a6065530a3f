"""Findings: each rule fires where it must and stays silent where it must not."""

from __future__ import annotations

import re

import pytest
from folders import DOCS, REPORTS
from made_up import LIST_OF_2014, ONE, ROWS, SOUND, TWO, codes, findings, report_text

from gongkai.indexer.checks import LONGEST_EVIDENCE
from gongkai.indexer.contradictions import check_claims
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.prose.prose_sections import Prose
from gongkai.mappings.findings import RULES
from gongkai.report import Fault, Figure, Report, State
from tools.build_findings_doc import page


def test_a_sound_report_has_no_findings() -> None:
    assert codes(report_text(SOUND, {1: "全年收到政府信息公开申请2件，均已办结。"})) == []


FIRES = [
    ("F1", report_text({**SOUND, "carried_forward": ONE}), 2),
    ("F2", report_text({**SOUND, "granted": ONE}), 2),
    ("F3", report_text({**SOUND, "denied.state_secret": [0, 0, 0, 0, 0, 0, 1]}), 1),
    ("F4", report_text({**SOUND, "review": [1, 0, 0, 0, 2]}), 1),
    ("T1", report_text(SOUND, {1: "全年共收到政府信息公开申请5件。"}), 1),
    ("T1", report_text(SOUND, {3: "本年度未收到政府信息公开申请。"}), 1),
    ("T2", report_text(SOUND, {4: "全年因政府信息公开被申请行政复议3件。"}), 1),
    ("T3", report_text(SOUND, {4: "全年发生行政诉讼4件。"}), 1),
    (
        "T4",
        report_text(
            {"received": TWO, "granted": ONE, "processed": ONE, "carried_forward": ONE}, {3: "收到申请2件，已全部办结。"}
        ),
        1,
    ),
    ("T5", report_text(SOUND, {3: "办结2件，结转下年度继续办理1件。"}), 1),
    ("D3", report_text(SOUND, {1: "统计期限为2022年1月1日至2022年12月31日。"}), 1),
    ("D3", report_text(SOUND, {1: "数据统计期限自2022年1月1日起至12月31日止。"}), 1),
    ("D3", report_text(SOUND, {1: "本报告的报告期为2022年1月1日至12月31日。"}), 1),
    ("D3", report_text(SOUND, {1: "报告所列数据的统计期限\n自2022年1月1日起至12月31日止。"}), 1),
    ("D3", report_text(SOUND, {1: "本报告内容涵盖我局2022年1月1日至12月31日期间的工作。"}), 1),
    ("P1", report_text(SOUND, {5: "无。"}), 1),
    ("D1", report_text(SOUND, head="发布日期：2023-11-02\n临江市蔬菜局2023年政府信息公开工作年度报告"), 1),
    ("D2", report_text(SOUND, head="发布日期：2024-03-02\n临江市蔬菜局2023年政府信息公开工作年度报告"), 1),
    ("U1", report_text(SOUND, fee="30000元"), 1),
    ("U1", report_text(SOUND, fee="30000").replace("本年收费金额(单位:万元)", "本年收费金额/元"), 1),
    ("U1", report_text(SOUND, fee="30000").replace("本年收费金额(单位:万元)", "收费金额(元)"), 1),
    ("U1", report_text(SOUND, fee="3万元").replace("本年收费金额(单位:万元)", "收费金额(元)"), 0),
    ("U1", report_text(SOUND, fee="30000\n注：行政事业性收费以元为单位。").replace("(单位:万元)", ""), 1),
    ("U1", report_text(SOUND, fee="3\n注：行政事业性收费单位为万元。").replace("(单位:万元)", ""), 0),
]


# Made-up sentences in the ways reports have of saying it; the tables hold other numbers.
OPEN = {"received": TWO, "granted": ONE, "processed": ONE, "carried_forward": ONE}
STATED = [
    ("T1", SOUND, "2023年，我局收到7条依申请公开政府信息，均按照要求进行了回复。"),
    ("T1", SOUND, "本年度共受理政府信息公开申请58件，申请数量较2022年下降19.4%。"),
    ("T1", SOUND, "我局2022年收到政府信息公开申请12件，2023年收到政府信息公开申请9件。"),
    ("T1", SOUND, "全年共收到和办理依申请公开68件。"),
    ("T1", SOUND, "全年收到公民、法人或者其他组织政府信息公开申请共32件。"),
    ("T1", SOUND, "本年度收到政府信息公开申请四件。"),
    ("T1", SOUND, "2023年，我局新收政府信息公開申請11宗。"),
    ("T1", SOUND, "2023年全年，未收到任何形式的依申请公开政府信息。"),
    ("T1", SOUND, "年度内未有公民、法人或其他组织提出政府信息公开申请。"),
    ("T1", SOUND, "2023年，我局累计收到政府信息公开申请98件。"),
    ("T1", SOUND, "今年以来，累计收到政府信息公开申请98件。"),
    ("T1", SOUND, "全年收到政府信息公开申请累计98件。"),
    ("T1", SOUND, "截至2023年12月31日，收到政府信息公开申请98件，均已按时答复。"),
    ("T1", SOUND, "2022年和2023年，我局完善制度。2023年收到政府信息公开申请98件。"),
    ("T1", SOUND, "2023年收到政府信息公开申请98件（其中2022年结转0件，本年新收98件）。"),
    ("T2", SOUND, "因信息公开引起的行政复议31件，行政诉讼0件。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "2023年，我局未发生因政府信息公开引发的行政复议或行政诉讼案件。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "本年度涉及政府信息公开的行政复议、行政诉讼案件为0件。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "本年度无涉及政府信息公开的行政复议，无行政诉讼案例。"),
    ("T3", {**SOUND, "litigation_direct": [1, 0, 0, 0, 1]}, "没有因政府信息公开申请有关的行政复议或行政诉讼情况。"),
    ("T3", SOUND, "因政府信息公开申请产生行政复议0起；行政诉讼5起，其中胜诉2起。"),
    ("T4", OPEN, "全年共收到政府信息公开申请2件，均在法定时限内完成答复。"),
    ("T4", OPEN, "2023年，我局共受理依申请公开2件。2件申请均在法定期限内予以回复。"),
    ("T5", SOUND, "共收到信息公开申请2件，上年度结转3件。"),
    ("T5", SOUND, "我局新受理申请2件，其中2022年结转政府信息公开申请3件。"),
    ("T5", SOUND, "共答复信息公开申请2件，剩余4件将结转至下年度继续办理。"),
    ("T5", SOUND, "收到依申请公开2件，顺延至2024年答复5件。"),
    ("T5", SOUND, "受理政府信息公开申请2件，结转上年度办理3件。"),
    ("T5", SOUND, "收到申请2件，2022年结转政府信息公开申请0件，共办结2件，结转2024年度继续办理5件。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "信息公开无被复议案件，被诉讼案件为0件。"),
    ("T3", {**SOUND, "litigation_direct": [1, 0, 0, 0, 1]}, "未受理依申请公开申请，无行政复议、无提起行政诉讼情况。"),
    ("T1", SOUND, "本年度未收到和处理政府信息公开申请事件。"),
    ("T1", SOUND, "全年未收到依法申请公开事项。"),
    ("T1", SOUND, "通过平台主动公开政府信息66条，其中政策解读1条，我局未收到任何公民提出的公开政府信息的申请。"),
    ("T1", SOUND, "我局收到并处理信息公开申请信件9件。"),
    ("T1", SOUND, "收到申请政府信息公开事项9件。"),
    ("T1", SOUND, "我局共收到政府信息公开申请情况9件（4件属自然人申请，5件属商业企业申请）。"),
    ("T1", SOUND, "共受理政府信息依申请公开12件（其中本年度新收申请数9件，上年结转申请数3件）。"),
    ("T1", SOUND, "收到政府信息公开申请9件，受理政府信息公开申请7件。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "未发生针对本部门政府信息公开事务的行政复议案、行政诉讼案和有关的申诉案。"),
    ("T2", SOUND, "受理依申请公开2件，有37件行政复议案件，5件行政诉讼案件。"),
    ("T3", SOUND, "受理依申请公开2件，有37件行政复议案件，5件行政诉讼案件。"),
    ("T2", SOUND, "收到针对我街道信息公开事务的行政复议3件。"),
    ("T3", SOUND, "因政府信息公开被提起行政诉讼3件，其中未经复议直接起诉2件。"),
    ("T5", SOUND, "共受理依申请公开2件，另外5件申请依法顺延到下年度答复。"),
    ("T5", SOUND, "收到政府信息公开申请2件，没有引发行政复议和行政诉讼，结转下年度继续办理4件。"),
    ("T5", SOUND, "收到政府信息公开申请2件，发生行政复议1件，结转下年度政府信息公开申请4件。"),
    ("T5", SOUND, "收到政府信息依申请公开2件，上年转结1件，其中网络申请2件，发生行政复议3件。"),
    ("T2", SOUND, "因政府信息公开被申请行政复议3件，均被维持。"),
    ("T2", SOUND, "因政府信息公开发生2件行政复议案件，其中1件予以纠正。"),
    ("T2", SOUND, "2023年，我局有2件政府信息公开行政复议案件。"),
    ("T1", SOUND, "通过网站公开12条，其中网络公开9条，我局未收到政府信息公开申请。"),
    ("T4", OPEN, "全年共收到政府信息公开申请2件，全部办理完毕，无结转。"),
    ("T4", OPEN, "全年共收到政府信息公开申请2件。均已按时办结。"),
    ("D3", SOUND, "本年度报告的数据涵盖2022年1月1日至12月31日。"),
    ("T2", SOUND, "收到政府信息依申请公开2件，上年转结1件，其中网络申请2件，发生行政复议3件。"),
]


@pytest.mark.parametrize(("code", "cells", "sentence"), STATED)
def test_what_a_sentence_surely_states_is_compared(code: str, cells: dict[str, list[int]], sentence: str) -> None:
    found = [finding for finding in findings(report_text(cells, {1: sentence})) if finding.code == code]
    assert len(found) == 1
    assert found[0].evidence
    assert found[0].evidence in sentence


@pytest.mark.parametrize("apart", ["\n", "：", " ", "：\n"])
def test_what_section_five_says_may_stand_on_the_line_of_its_heading(apart: str) -> None:
    def said(words: str) -> list[str]:
        text = report_text(SOUND, {5: words}).replace("五、存在的主要问题及改进情况\n", f"五、存在的主要问题及改进情况{apart}")
        return [finding.message for finding in findings(text) if finding.code == "P1"]

    assert said("公开内容不够全面，下步改进。") == said("公开内容不够全面。") == []
    assert said("无。") == ["第五部分标题之后只有 1 个字，没有写明问题和改进情况。"]
    assert said("") == ["第五部分标题之后只有 0 个字，没有写明问题和改进情况。"]


@pytest.mark.parametrize(("code", "text", "times"), FIRES)
def test_a_rule_fires(code: str, text: str, times: int) -> None:
    found = [finding for finding in findings(text) if finding.code == code]
    assert len(found) == times
    for finding in found:
        assert finding.figures or code in ("D1", "D2", "D3", "P1")
        assert any(char.isdigit() for char in finding.message)
        assert finding.evidence
        assert finding.fault is (Fault.UNDECIDED if code == "D1" else Fault.SOURCE_ERROR)


def test_a_sum_names_the_numbers_that_were_added() -> None:
    odd = {**SOUND, "denied.state_secret": [3, 0, 0, 0, 2, 0, 4]}
    said = {finding.message for finding in findings(report_text(odd)) if finding.code in ("F2", "F3")}
    assert "表三·自然人列：各项办理结果之和为 5（予以公开 2 + 属于国家秘密 3），而（七）总计为 2，两者不等。" in said
    assert any("之和为 5（自然人 3 + 法律服务机构 2），而总计为 4" in message for message in said)


def test_what_is_quoted_is_cut_before_a_number_not_within() -> None:
    rows = {row.key.removeprefix("requests."): [1234567, 0, 0, 0, 0, 0, 7654321] for row in ROWS}
    quoted = [finding.evidence for finding in findings(report_text(rows)) if finding.code == "F2"]
    assert quoted
    for evidence in quoted:
        assert len(evidence) <= LONGEST_EVIDENCE
        assert evidence.endswith("…")
        assert set(re.findall(r"\d{2,}", evidence)) <= {"1234567", "7654321"}
    long = "，".join(["我局依法推进公开"] * 17) + "，收到政府信息公开申请12345件"
    [said] = [finding.evidence for finding in findings(report_text(SOUND, {1: long + "。"})) if finding.code == "T1"]
    assert said == "…收到政府信息公开申请12345件"


SILENT = [
    ("T1", "其中自然人申请1件。"),
    ("T1", "收到政府信息公开申请2件，比上年增长1件。"),
    ("T1", "上年结转申请0件，本年新收政府信息公开申请2件。"),
    ("T2", "未发生行政复议。"),
    ("T2", "行政复议0件。"),
    ("T3", "行政诉讼0件。"),
    ("T4", "收到申请2件，全部办结。"),
    ("T5", "结转下年度继续办理0件。"),
    ("T5", "收到申请2件，发生行政复议6件，没有引发行政诉讼，结转下年度继续办理5件。"),
    ("T1", "2023年上半年，我局共受理政府信息公开申请7件。"),
    ("T1", "通过网络收到政府信息公开申请1件，通过信函收到政府信息公开申请1件。"),
    ("T1", "受理公民政府信息公开申请1件、法人及其他组织政府信息公开申请1件。"),
    ("T1", "2022年，我局收到政府信息公开申请9件。"),
    ("T1", "全县各部门共收到政府信息公开申请90件。"),
    ("T1", "收到上级转办的政府信息公开申请1件。"),
    ("T1", "本年度收到9件区政府的信息公开征询单。"),
    ("T1", "共收到政府信息公开申请4件（包含上年结转2件）。"),
    ("T1", "未收到因政府信息公开申请行政复议的案件。"),
    ("T1", "未收到网上政府信息公开申请。"),
    ("T1", "信函申请1件，其中有效1件，网络平台未收到政府信息公开申请。"),
    ("T1", "上半年收到申请2件，其中有效2件，我局未收到政府信息公开申请。"),
    ("T2", "全年我局办理行政复议案件12件，与政府信息公开无关。"),
    ("T2", "全年共收到因信息公开以外事项引发的行政复议9件。"),
    ("T2", "依法做好政府信息公开，主动公开行政复议案件12件。"),
    ("T1", "全系统共收到政府信息公开申请90件。"),
    ("T3", "行政诉讼被纠错4件。"),
    ("T3", "因政府信息公开被提起行政诉讼：未经复议直接提起行政诉讼3件，复议后提起行政诉讼1件。"),
]
# Sentences that deny or include something, over tables that hold what they leave open.
OTHER_PERIODS = (
    "公开了涵盖2022年1月1日至12月31日的财政数据",
    "公示服务期限为2022年1月1日至2022年12月31日的采购合同",
    "清理规范性文件，时间范围为2022年1月1日至12月31日",
    "与上年统计期限2022年1月1日至12月31日相比，有所增加",
    "网站普查数据统计期限为2022年1月1日至12月31日",
    "本报告所列采购合同的期限为2022年1月1日至12月31日",
    "公开统计公报，数据时间为2022年1月1日至12月31日",
)
OF_PARTS = [
    ("T2", "有1件行政复议案件予以维持，2件予以纠正"),
    ("T2", "有1件行政复议案件，维持1件"),
    ("T2", "发生1件行政复议案件被维持，2件被纠正"),
    ("T2", "行政复议1件予以维持，2件予以纠正"),
    ("T2", "目前有1件行政复议正在办理中"),
    ("T2", "目前行政复议1件正在办理中"),
    ("T3", "有1件行政诉讼案件法院判决驳回"),
    ("T3", "有行政诉讼1件法院判决驳回"),
    ("T2", "有1件行政复议案件经调解后撤回申请"),
    ("T2", "有1件行政复议案件中止"),
    ("T2", "如有1件行政复议即约谈"),
    ("T2", "每发生行政复议1件扣2分"),
    ("T2", "有2件行政复议听证"),
    ("T2", "共发生行政复议12件，其中有1件涉及政府信息公开"),
    ("T3", "被提起行政诉讼5件，涉及信息公开3件"),
    ("T2", "约谈发生1件行政复议的单位"),
    ("T2", "有2件行政复议案件和1件行政诉讼案件在审"),
    ("T3", "有1件行政复议案件正在办理，1件行政诉讼"),
    ("T2", "涉及政府信息公开的纠纷5起，其中，因答复不及时引发行政复议1件、因答复内容引发行政复议2件"),
    ("T2", "因答复不及时引发行政复议1件，因答复内容引发行政复议2件"),
    ("T2", "其中网络申请1件，因答复超期引发行政复议1件，因内容争议引发行政复议2件"),
    ("T2", "上年结转2件，今年发生行政复议1件"),
    ("T2", "上年度结转的2件已办结，行政复议1件"),
    ("T2", "收到政府信息公开申请2件，上年结转2件行政复议，新发生行政复议1件"),
]
LEFT_OPEN = [
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "本年度未有因政府信息公开引发行政复议纠错或行政诉讼败诉案件。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "因政府信息公开被申请行政复议1件，无行政复议被撤销的情况。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "上年度未发生因政府信息公开引发的行政复议。"),
    ("T3", {**SOUND, "litigation_direct": [1, 0, 0, 0, 1]}, "未发生因政府信息公开引发的行政复议，行政诉讼1件。"),
    ("T4", OPEN, "共答复政府信息公开申请1件，均在法定期限内答复。"),
    ("T4", OPEN, "收到政府信息公开申请2件，1件结转下年度办理，其余均已按时答复。"),
    ("T4", OPEN, "收到政府信息公开申请2件，按时办结率100%。"),
    ("T4", OPEN, "收到政府信息公开申请2件，所有申请均严格依照条例规定办理。"),
    ("T1", SOUND, "2021年、2022年、2023年分别收到政府信息公开申请3件、5件、2件。"),
    ("T1", SOUND, "市本级和县区收到政府信息公开申请12件、30件。"),
    ("T1", SOUND, "截至2023年12月31日，我局累计收到政府信息公开申请120件，其中2023年收到2件。"),
    *(
        ("T1", SOUND, sentence)
        for sentence in (
            "截至2023年底，累计收到政府信息公开申请98件。",
            "截至2023年底，收到政府信息公开申请累计98件。",
            "累计收到政府信息公开申请98件。",
            "累计收到政府信息公开申请98件（其中2022年82件，2023年16件）。",
            "2023年，收到政府信息公开申请98件（其中2022年82件，2023年16件）。",
            "收到政府信息公开申请98件，其中2023年收到2件。",
            "历年共收到政府信息公开申请98件。",
            "自机构改革以来，共收到政府信息公开申请98件。",
            "自新条例颁布实施起，共收到政府信息公开申请98件。",
            "建局至今收到政府信息公开申请98件。",
            "近三年收到政府信息公开申请98件。",
            "三年来共收到政府信息公开申请98件。",
            "2021年至2023年，共收到政府信息公开申请98件。",
            "2021年、2022年和2023年共收到政府信息公开申请98件。",
        )
    ),
    ("T2", SOUND, "自成立以来因政府信息公开发生行政复议9件。"),
    ("T1", SOUND, "上年结转0件，网络渠道今年新收申请1件，信函渠道本年新收申请1件。"),
    ("T1", SOUND, "上半年的2件办结后再未收到政府信息公开申请。"),
    ("T5", {**SOUND, "carried_forward": [23, 0, 0, 0, 0, 0, 23]}, "有二十三件申请结转下年度继续办理。"),
    ("T5", SOUND, "2022年上年结转政府信息公开申请2件。"),
    ("T5", SOUND, "2021年结转政府信息公开申请1件，2022年办结6件，结转下年度5件。"),
    ("T4", OPEN, "2023年成都市财政局收到并答复政府信息公开申请2件。"),
    ("T4", OPEN, "收到政府信息公开申请2件，平均答复时间为8个工作日。"),
    ("T4", OPEN, "收到政府信息公开申请2件，其中1件转为信访处理，1件均予以答复。"),
    ("T2", {**SOUND, "review": [0, 0, 0, 1, 1]}, "被申请行政复议1件。截至年底尚未收到行政复议决定书。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "没有对行政复议决定不服提起行政诉讼的。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "未发生行政复议后提起行政诉讼的情况。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "没有未经复议直接起诉的案件。"),
    ("T2", {**SOUND, "review": [1, 0, 0, 0, 1]}, "2022年行政复议、行政诉讼0件。"),
    ("T3", {**SOUND, "litigation_direct": [1, 0, 0, 0, 1]}, "未因行政复议、行政诉讼被问责，不存在行政诉讼应诉不力问题。"),
    ("T1", SOUND, "收到政府信息公开申请2件，受理政府信息公开申请1件。"),
    ("T1", SOUND, "受理政府信息公开申请9件，受理政府信息公开申请7件。"),
    ("T2", {**SOUND, "review": [3, 0, 0, 0, 3]}, "因政府信息公开被申请行政复议3件，其中网络提出的行政复议1件。"),
    ("T2", SOUND, "政府信息公开上年度发生行政复议3件。"),
    ("T2", SOUND, "政府信息公开方面尚有1件行政复议案件未审结。"),
    ("T2", SOUND, "政府信息公开申请另有3件行政复议案件。"),
    ("T3", {**SOUND, "litigation_direct": [3, 0, 0, 0, 3]}, "因政府信息公开被提起行政诉讼2件，复议后起诉1件。"),
    ("T2", SOUND, "全年收到行政复议12件，与信息公开申请一并办理。"),
    ("T4", OPEN, "收到政府信息公开申请2件，答复建议提案9件。均已办结。"),
    ("T4", OPEN, "收到政府信息公开申请2件，1件正在办理。全部按时办结。"),
    ("T4", OPEN, "收到政府信息公开申请2件，办理网民留言多件。全部办结。"),
    ("T4", OPEN, "收到政府信息公开申请2件，到期的全部办结。"),
    ("T1", SOUND, "上级转办依申请公开2件，我局未收到政府信息公开申请。"),
    ("T1", SOUND, "网上平台接收2件，本机关未收到政府信息公开申请。"),
    *(("D3", SOUND, f"{words}。") for words in OTHER_PERIODS),
    *(
        (code, {"review": [1, 1, 1, 0, 3], "litigation_direct": [1, 1, 1, 0, 3]}, f"政府信息公开方面，{words}。")
        for code, words in OF_PARTS
    ),
    *(
        ("T1", SOUND, f"通过网络收到政府信息公开申请2件，{who}未收到政府信息公开申请。")
        for who in ("我局窗口", "我局机关", "本局窗口")
    ),
]


@pytest.mark.parametrize(("code", "cells", "sentence"), LEFT_OPEN)
def test_what_a_sentence_leaves_open_is_no_contradiction(code: str, cells: dict[str, list[int]], sentence: str) -> None:
    assert code not in codes(report_text(cells, {1: sentence, 3: sentence}))


@pytest.mark.parametrize(("code", "sentence"), SILENT)
def test_a_rule_stays_silent(code: str, sentence: str) -> None:
    assert code not in codes(report_text(SOUND, {1: sentence, 3: sentence, 4: sentence}))


@pytest.mark.parametrize(
    "sentence", ["我局作为复议机关，审理政府信息公开行政复议案件9件。", "本机关以复议机关身份受理行政复议案件9件。"]
)
def test_what_an_agency_decides_is_not_against_it(sentence: str) -> None:
    assert "T2" not in codes(report_text(SOUND, {4: sentence}))
    assert "T2" in codes(report_text(SOUND, {4: "办理因政府信息公开引发的行政复议案件9件。"}))


def test_received_may_count_the_carried_over() -> None:
    cells = {"received": TWO, "carried_over": ONE, "granted": [3, 0, 0, 0, 0, 0, 3], "processed": [3, 0, 0, 0, 0, 0, 3]}
    assert "T1" not in codes(report_text(cells, {3: "全年共收到政府信息公开申请3件。"}))


def test_a_blank_operand_is_not_assessable() -> None:
    text = report_text({**SOUND, "carried_forward": ONE}).replace("结转下年度继续办理 | 1", "结转下年度继续办理 |  ")
    assert [f.message for f in findings(text) if f.code == "F1" and "自然人" in f.message] == []


def test_lost_tables_are_said_and_are_not_zero() -> None:
    text = "\n".join(line for line in report_text(SOUND).splitlines() if "|" not in line and "第二十条" not in line)
    [report] = parse_source(Source(text.encode(), "made-up.txt"))
    assert isinstance(report, Report)
    assert {"L2", "L3", "L4"} <= {finding.code for finding in report.findings}
    assert {figure.value for figure in report.figures.values()} == {None}


def test_a_whole_county_s_report_is_not_compared_with_one_agency_s_numbers() -> None:
    head = "临江县人民政府2023年政府信息公开工作年度报告"
    for sentence in (
        "2023年，县政府共收到政府信息公开申请1件。",
        "县政府办公室收到政府信息公开申请1件。",
        "本级收到政府信息公开申请1件。",
        "2023年，县政府收到政府信息公开申请1件。",
        "县政府及其部门受理政府信息公开申请1件。",
        "县政府及其部门高度重视，收到政府信息公开申请1件。",
        "县、乡政府所属部门和乡镇政府受理政府信息公开申请1件。",
    ):
        assert "T1" not in codes(report_text(SOUND, {1: sentence}, head))
    assert "T1" in codes(report_text(SOUND, {1: "2023年，全县各单位共收到政府信息公开申请1件。"}, head))


def test_what_each_body_has_is_not_what_all_have() -> None:
    head = "临江县人民政府2023年政府信息公开工作年度报告"
    assert "T2" not in codes(report_text({**SOUND, "review": [3, 0, 0, 0, 3]}, {4: "各部门有1件行政复议。"}, head))


def test_a_sentence_beside_one_that_agrees_may_speak_of_less() -> None:
    agreeing, other = "全年共收到政府信息公开申请2件。", "我局受理政府信息公开申请1件。"
    [found] = [finding for finding in findings(report_text(SOUND, {1: agreeing, 3: other})) if finding.code == "T1"]
    assert (found.fault, found.evidence) == (Fault.UNDECIDED, other.removesuffix("。"))
    head = "临江县人民政府2023年政府信息公开工作年度报告"
    assert "T1" not in codes(report_text(SOUND, {1: "2023年，全县共收到政府信息公开申请2件。", 3: other}, head))
    assert "T1" in codes(report_text(SOUND, {1: "2023年，全县共收到政府信息公开申请3件。", 3: other}, head))


def test_a_number_that_only_the_identities_tell_may_be_the_parser_s() -> None:
    for state, fault in ((State.READ, Fault.SOURCE_ERROR), (State.INFERRED, Fault.PARSER_SUSPECT)):
        figures = {"requests.received.total": Figure("requests.received.total", 2, state)}
        sections = {"requests": "全年收到政府信息公开申请1件。"}
        [found] = check_claims(Prose(sections, 2023, None, None), sections, figures)
        assert (found.code, found.fault) == ("T1", fault)


def test_a_page_dated_years_later_may_have_been_moved() -> None:
    title = "临江市蔬菜局2021年政府信息公开工作年度报告"
    for day, fault in (("2022-03-02", Fault.SOURCE_ERROR), ("2024-05-02", Fault.UNDECIDED)):
        [found] = findings(report_text(SOUND, head=f"发布日期：{day}\n{title}"))
        assert (found.code, found.fault) == ("D2", fault)


def test_a_correction_came_behind_another_version_whose_day_nobody_knows() -> None:
    title = "临江市蔬菜局2021年政府信息公开工作年度报告"
    for edition, fault in (("", Fault.SOURCE_ERROR), ("（修订版）", Fault.UNDECIDED), ("(更正)", Fault.UNDECIDED)):
        [found] = findings(report_text(SOUND, head=f"{title}{edition}\n发布日期：2022-03-02"))
        assert (found.code, found.fault) == ("D2", fault)


def test_prose_is_compared_with_the_list_of_2014() -> None:
    page = (REPORTS / "in" / "statistics_2014.txt").read_text("utf-8")

    def codes_with(sentence: str) -> list[str]:
        return [code for code in codes(page.replace("附件\n", f"{sentence}\n附件\n")) if code.startswith("T")]

    assert codes_with("全年收到政府信息公开申请6件，引发行政复议5件。") == ["T1", "T2"]
    assert codes_with("全年收到政府信息公开申请0件，引发行政复议117件、行政诉讼129件。") == []
    assert codes_with("未发生因政府信息公开引发的行政诉讼。") == ["T3"]


def test_a_report_from_before_the_tables_lost_none() -> None:
    text = report_text(SOUND, head="临江市蔬菜局2016年政府信息公开工作年度报告")
    text = "\n".join(line for line in text.splitlines() if "|" not in line and "第二十条" not in line)
    assert codes(text) == []


def test_a_page_that_is_cut_behind_a_heading_has_no_empty_section() -> None:
    text = report_text(SOUND, {5: ""})
    assert "P1" in codes(text)
    assert "P1" not in codes(text[: text.index("六、其他")])


@pytest.mark.parametrize(
    "sentence",
    [
        "《办法》自2019年1月1日起至今施行。",
        "自2019年1月1日至2023年12月31日，五年来公开不断深化。",
        "公开信息数与2022年1月1日至2022年12月31日相比增长12%。",
        "各项统计数据较2022年1月1日至2022年12月31日均有增长。",
        "培训计划自2022年1月1日至12月31日执行。",
    ],
)
def test_other_dates_are_no_period(sentence: str) -> None:
    assert "D3" not in codes(report_text(SOUND, {1: sentence}))


def test_a_period_that_is_compared_with_is_not_the_reports() -> None:
    both = "与2022年1月1日至12月31日相比，2023年1月1日至12月31日公开信息更多。"
    assert "D3" not in codes(report_text(SOUND, {1: both}))


def test_what_never_ends_is_no_sentence() -> None:
    """Looked at whole for each of its words, it took five minutes."""
    endless = "未发生行政复议、" * 5_000
    assert not [code for code in codes(report_text({**SOUND, "review": [1, 0, 0, 0, 1]}, {4: endless})) if code == "T2"]


def test_every_code_is_declared_and_documented() -> None:
    assert {finding.code for _, text, _ in FIRES for finding in findings(text)} <= RULES.keys()
    document = DOCS / "findings.md"
    assert document.read_text("utf-8") == page(), "run: python tools/build_findings_doc.py"


@pytest.mark.parametrize(
    ("cells", "fires"), [("|元|220000|", True), ("|220000元|", True), ("|万元|22|", False), ("|22|", False), ("|22万元|", False)]
)
def test_money_of_a_list_of_2014_in_another_unit_is_reported(cells: str, fires: bool) -> None:
    unit = cells.count("|") > 2
    lines = [f"{label}|{'件|' if unit else ''}{number}|" for label, number in LIST_OF_2014.items()]
    page = f"临江市蔬菜局2017年政府信息公开工作年度报告\n一、概述\n公开31条。\n附表\n统计指标|{'单位|' if unit else ''}统计数|\n"
    text = page + "\n".join([*lines, f"依申请公开信息收取的费用{cells}"]) + "\n"
    found = [finding for finding in findings(text) if finding.code == "U1"]
    assert [finding.figures for finding in found] == ([("legacy.statistics_2014.fees_charged_wan_yuan",)] if fires else [])


@pytest.mark.parametrize("line", ["单位：元", "（单位:元）", "金额单位：千元"])
def test_a_unit_on_a_line_above_table_two_contradicts_its_head(line: str) -> None:
    text, heading = report_text({}, fee="2000"), "二、主动公开政府信息情况\n"
    assert "U1" in codes(text.replace(heading, f"{heading}{line}\n"))


@pytest.mark.parametrize("line", ["单位：件", "单位：万元", "单位:件、万元"])
def test_a_unit_that_the_head_has_as_well_is_no_finding(line: str) -> None:
    text, heading = report_text({}, fee="2000"), "二、主动公开政府信息情况\n"
    assert "U1" not in codes(text.replace(heading, f"{heading}{line}\n"))
    assert "U1" not in codes(text.replace("一、总体情况", "一、总体情况\n单位：元"))

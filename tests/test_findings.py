"""Findings: each rule fires where it must and stays silent where it must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.findings import RULES
from gongkai.mappings.form import FORMS
from gongkai.report import Fault, Finding, Report
from tools.build_findings_doc import page

ROWS = FORMS["2021"].tables[1].rows


def report_text(cells: dict[str, list[int]], prose: dict[int, str] | None = None, head: str = "", fee: str = "0") -> str:
    """Return a report of pipe rows; `cells` maps a row or block key to its numbers, all others are zero."""
    prose = prose or {}
    lines = [head or "临江市蔬菜局2023年政府信息公开工作年度报告", "一、总体情况", prose.get(1, "本局依法推进公开。")]
    lines += ["二、主动公开政府信息情况", "第二十条第(一)项", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"]
    lines += ["规章 | 0 | 0 | 0", "行政规范性文件 | 0 | 0 | 0", "第二十条第(五)项", "信息内容 | 本年处理决定数量", "行政许可 | 0"]
    lines += ["第二十条第(六)项", "信息内容 | 本年处理决定数量", "行政处罚 | 0", "行政强制 | 0"]
    lines += ["第二十条第(八)项", "信息内容 | 本年收费金额(单位:万元)", f"行政事业性收费 | {fee}"]
    lines += ["三、收到和处理政府信息公开申请情况", prose.get(3, ""), "申请人情况", "自然人 | 法人或其他组织 | 总计"]
    for row in ROWS:
        numbers = cells.get(row.key.removeprefix("requests."), [0] * 7)
        lines.append(f"{row.label} | {' | '.join(map(str, numbers))}")
    lines += ["四、政府信息公开行政复议、行政诉讼情况", prose.get(4, ""), "行政复议 | 行政诉讼"]
    lines += ["结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉"]
    lines += ["结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | " * 2]
    blocks = [cells.get(key, [0] * 5) for key in ("review", "litigation_direct", "litigation_after_review")]
    lines.append(" | ".join(str(n) for block in blocks for n in block))
    lines += ["五、存在的主要问题及改进情况", prose.get(5, "一是公开不够及时，二是解读不够深入，下一步将逐项改进。")]
    lines += ["六、其他需要报告的事项", "本年度未收取信息处理费。"]
    return "\n".join(lines)


ONE = [1, 0, 0, 0, 0, 0, 1]
TWO = [2, 0, 0, 0, 0, 0, 2]
SOUND = {"received": TWO, "granted": TWO, "processed": TWO}


def findings(text: str) -> list[Finding]:
    """Return what is found in a report of that text."""
    [report] = parse_source(Source(text.encode(), "made-up.txt"))
    assert isinstance(report, Report)
    return list(report.findings)


def codes(text: str) -> list[str]:
    return [finding.code for finding in findings(text)]


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
    ("P1", report_text(SOUND, {5: "无。"}), 1),
    ("D1", report_text(SOUND, head="发布日期：2023-11-02\n临江市蔬菜局2023年政府信息公开工作年度报告"), 1),
    ("D2", report_text(SOUND, head="发布日期：2024-03-02\n临江市蔬菜局2023年政府信息公开工作年度报告"), 1),
    ("U1", report_text(SOUND, fee="30000元"), 1),
]


@pytest.mark.parametrize(("code", "text", "times"), FIRES)
def test_a_rule_fires(code: str, text: str, times: int) -> None:
    found = [finding for finding in findings(text) if finding.code == code]
    assert len(found) == times
    for finding in found:
        assert finding.figures or code in ("D1", "D2", "D3", "P1")
        assert any(char.isdigit() for char in finding.message)
        assert finding.evidence
        assert finding.fault is (Fault.UNDECIDED if code == "D1" else Fault.SOURCE_ERROR)


SILENT = [
    ("T1", "其中自然人申请1件。"),
    ("T1", "收到政府信息公开申请2件，比上年增长1件。"),
    ("T1", "上年结转申请0件，本年新收政府信息公开申请2件。"),
    ("T2", "未发生行政复议。"),
    ("T2", "行政复议0件。"),
    ("T3", "行政诉讼0件。"),
    ("T4", "收到申请2件，全部办结。"),
    ("T5", "结转下年度继续办理0件。"),
]


@pytest.mark.parametrize(("code", "sentence"), SILENT)
def test_a_rule_stays_silent(code: str, sentence: str) -> None:
    assert code not in codes(report_text(SOUND, {1: sentence, 3: sentence, 4: sentence}))


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


def test_every_code_is_declared_and_documented() -> None:
    assert {finding.code for _, text, _ in FIRES for finding in findings(text)} <= RULES.keys()
    document = Path(__file__).parent.parent / "docs" / "findings.md"
    assert document.read_text("utf-8") == page(), "run: python tools/build_findings_doc.py"

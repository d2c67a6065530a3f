"""What can be found in a report? Every rule once: its code, its Chinese name, what it compares, who is likelier at fault."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.report import Fault

__all__ = ["LEFT_OUT", "OF_DOUBTFUL_YEAR", "OF_OTHER_UNIT", "RULES", "Rule", "compared_across", "reference"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `fault` is the likelier fault when every figure involved was read from clean labels and cells."""

    code: str
    name: str
    compares: str
    basis: str
    fault: Fault


_RULES = (
    Rule("F1", "收支不平衡", "本年新收 + 上年结转 = 总计 + 结转下年度（表三每列）", "表内印明的勾稽关系", Fault.SOURCE_ERROR),
    Rule("F2", "分项之和不等于总计", "各办理结果之和 = （七）总计（表三每列）", "总计的含义", Fault.SOURCE_ERROR),
    Rule("F3", "行合计不符", "自然人 + 五类法人或其他组织 = 总计（表三每行）", "总计的含义", Fault.SOURCE_ERROR),
    Rule("F4", "复议诉讼合计不符", "维持 + 纠正 + 其他 + 尚未审结 = 总计（表四每组）", "总计的含义", Fault.SOURCE_ERROR),
    Rule("T1", "新收件数与正文不符", "正文所述收到申请件数与表三本年新收总计", "正文与表格", Fault.SOURCE_ERROR),
    Rule("T2", "复议件数与正文不符", "正文所述行政复议件数与表四行政复议总计", "正文与表格", Fault.SOURCE_ERROR),
    Rule("T3", "诉讼件数与正文不符", "正文所述行政诉讼件数与表四两组诉讼总计之和", "正文与表格", Fault.SOURCE_ERROR),
    Rule("T4", "全部办结与结转不符", "正文称全部办结而表三结转下年度大于零", "正文与表格", Fault.SOURCE_ERROR),
    Rule("T5", "结转件数与正文不符", "正文所述上年结转、结转下年度件数与表三", "正文与表格", Fault.SOURCE_ERROR),
    Rule("L1", "数字无法辨认", "表格在，但部分单元格没有唯一读法，或者没有找到", "读取", Fault.PARSER_SUSPECT),
    Rule("L2", "表二缺失", "第二部分没有表格", "读取", Fault.UNDECIDED),
    Rule("L3", "表三缺失", "第三部分没有表格", "读取", Fault.UNDECIDED),
    Rule("L4", "表四缺失", "第四部分没有表格", "读取", Fault.UNDECIDED),
    Rule("L5", "没有文字层", "页面只有图像，无法读取", "读取", Fault.UNDECIDED),
    Rule("L6", "字符无法解码", "页面有成片的“\ufffd”，编码损坏", "读取", Fault.UNDECIDED),
    Rule("L7", "表三中断", "表三有开头几行，而末尾各行都没有", "读取", Fault.UNDECIDED),
    Rule(
        "U1", "收费单位疑误", "单位应为万元，而单元格、单位一栏、表头或表上、表下的注印的是别的单位", "单位", Fault.SOURCE_ERROR
    ),
    Rule("P1", "问题部分为空", "第五部分没有实质内容", "《条例》第五十条", Fault.SOURCE_ERROR),
    Rule("D1", "发布过早", "发布日期早于报告年度结束", "《条例》第四十九条", Fault.UNDECIDED),
    Rule("D2", "发布逾期", "部门晚于次年1月31日、政府晚于次年3月31日发布", "《条例》第四十九条", Fault.SOURCE_ERROR),
    Rule("D3", "年度不一致", "标题年度与统计期限年度不同", "标题与正文", Fault.SOURCE_ERROR),
    Rule(
        "Y1",
        "结转前后年不符",
        "上年报告结转下年度 = 本年报告上年结转（表三每列，2020年起）",
        "同一机关两年报告",
        Fault.SOURCE_ERROR,
    ),
    Rule(
        "Y2",
        "项目数量前后年不符",
        "上一年项目数量 + 本年增/减 = 下一年报告的上一年项目数量（2019年表式）",
        "同一机关两年报告",
        Fault.UNDECIDED,
    ),
    Rule(
        "Y3",
        "现行有效件数推算不符",
        "上年现行有效 + 本年制发 − 本年废止 = 本年现行有效（2021年表式）",
        "同一机关两年报告",
        Fault.UNDECIDED,
    ),
    Rule("Y4", "数字骤变", "同一数字两年相差超过十倍，且较大者不小于100", "同一机关两年报告", Fault.UNDECIDED),
    Rule("S1", "下级之和大于汇总", "下级政府汇总报告之和 ≤ 本级政府汇总报告（下级齐全时）", "上下级报告", Fault.UNDECIDED),
    Rule("S2", "下级之和不等于汇总", "名册所列下级报告之和 = 上级报告（下级齐全时）", "上下级报告", Fault.UNDECIDED),
)
RULES: dict[str, Rule] = {rule.code: rule for rule in _RULES}
OF_DOUBTFUL_YEAR = ("D1", "D3")
"""What makes the year of a report doubtful: out before the year was over, it may bear the year in which it was written; two years are told."""
OF_OTHER_UNIT = "U1"
"""What says that a figure is printed in another unit than the form's: it is kept as it is printed, and no sum counts it."""

LEFT_OUT: dict[str, str] = {
    "收到件数 = 总计 + 结转下年度": "wrong whenever 上年结转 is above zero; 收到N件 is compared with 本年新收 (T1) instead",
    "表格有空白格": "a blank is a state of the figure (`blank`), not a fault of the report: the notices do not forbid it",
    "行政事业性收费大于零而第六部分称未收费": "两者不是一回事: 行政事业性收费 is not the 信息处理费 of section six",
    "表格没有边框": "says nothing about numbers; detectors of it were wrong on every real document tried",
    "序号、重复字词、英文标点": "proof-reading, not open-government data",
    "两次独立解析一致": "the parser is deterministic: the same bytes give the same report",
    "同级均值": "a comparison with peers, not a fault",
}
"""Rules of other tools that were looked at and not taken, with the reason."""

_FAULTS = {Fault.SOURCE_ERROR: "报告本身", Fault.PARSER_SUSPECT: "读取程序", Fault.UNDECIDED: "未定"}


def compared_across(code: str) -> str | None:
    """Return across what the rule compares reports, as `check --across` takes it; null for one that a single report tells."""
    return "levels --of FILE" if code == "S2" else {"Y": "years", "S": "levels"}.get(code[:1])


def reference() -> str:
    """Return the table of codes as Markdown, for docs/findings.md."""
    lines = ["| code | 名称 | 比较 | 依据 | fault |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {r.code} | {r.name} | {r.compares} | {r.basis} | `{r.fault}`（{_FAULTS[r.fault]}） |" for r in _RULES]
    return "\n".join(lines) + "\n"

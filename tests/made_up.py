"""Reports that several tests make up, written out as text, and what is read of them."""

from __future__ import annotations

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Finding, Report

ROWS = FORMS["2021"].tables[1].rows
LIST = "legacy.statistics_2014."
PUBLISHED, RECEIVED = LIST + "proactive.items_published", LIST + "requests.received"
REVIEW, LITIGATION = LIST + "review.total", LIST + "litigation.total"
LIST_OF_2014 = {
    "主动公开政府信息数": 31,
    "主动公开规范性文件数": 96,
    "制发规范性文件总数": 47,
    "收到申请数": 96,
    "当面申请数": 85,
    "传真申请数": 69,
    "网络申请数": 5,
    "信函申请数": 61,
    "行政复议数量": 33,
    "行政诉讼数量": 85,
    "举报投诉数量": 8,
    "举办培训班次数": 33,
    "政府信息公开工作专门机构数": 49,
}
HEADINGS = {
    "overview": "一、概述",
    "proactive": "二、主动公开政府信息情况",
    "requests": "三、依申请公开政府信息情况",
    "fees": "四、政府信息公开的收费及减免情况",
    "review": "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
    "capacity": "六、机构建设、保障经费和会议培训情况",
}


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
RULINGS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def review_page(cells: list[str], label: str | None, below: str = "") -> Source:
    """Return a page of paragraphs with table four as markup, which has a caption and perhaps a column of labels."""
    text = report_text(SOUND)
    head = text.index("行政复议 | 行政诉讼")
    end = text.index("五、存在")
    first = [] if label is None else [label]
    rows = [
        ["表四"],
        [*first, "行政复议", "行政诉讼"],
        [*first, *RULINGS, "未经复议直接起诉", "复议后起诉"],
        [*first, *RULINGS * 2],
        [*first, *cells],
    ]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + below
    prose = ["".join(f"<p>{line}</p>" for line in part.split("\n")) for part in (text[:head], text[end:])]
    return Source(f"<html><body>{prose[0]}<table>{table}</table>{prose[1]}</body></html>".encode(), "page.html")


def told(agency: str = "双桥县林业局", opening: str = "", **said: str) -> dict[str, object]:
    """Return what a report of 2014 tells whose sections say so, by the names of the list of 2014."""
    body = "".join(f"{heading}\n{said.get(section, '按规定办理。')}\n" for section, heading in HEADINGS.items())
    text = f"{agency}2014年政府信息公开工作年度报告\n{opening}\n{body}七、存在的主要问题\n人手不足。\n"
    return {name.removeprefix(LIST): f.value for name, f in read(text).figures.items() if f.value is not None}


def read(text: str, name: str = "made-up.txt") -> Report:
    """Return the one report that the text is."""
    (report,) = parse_source(Source(text.encode(), name))
    assert isinstance(report, Report)
    return report


def findings(text: str) -> list[Finding]:
    """Return what is found in a report of that text."""
    return list(read(text).findings)


def codes(text: str) -> list[str]:
    return [finding.code for finding in findings(text)]

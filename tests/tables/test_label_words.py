"""Labels that pages word a little otherwise than the form does are read as the form's, in every layout."""

from __future__ import annotations

import pytest
from made_up import ONE, ROWS, SOUND, TWO, read, report_text

LABELS = {row.key.removeprefix("requests."): row.label for row in ROWS}
CELLS = {"received": [3, 0, 0, 0, 0, 0, 3], "granted": TWO, "processed": TWO, "carried_forward": ONE}


@pytest.mark.parametrize("separator", [" | ", "\n", "\t", "  "])
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("received", ["本年新收政府信息公开申请数", "新收政府信息公开申请数量"]),
        ("granted", ["予以公开的", "（一）予以公开的"]),
        ("partially_granted", ["部分公开（区分处理的，只计这一情形）"]),
        ("denied.state_secret", ["属于国家秘密信息", "1.属于国家秘密的信息"]),
        ("denied.security_or_stability", ["危及“三安全一稳定”的", "危及国家安全、公共安全、经济安全、社会稳定"]),
        ("denied.enforcement_file", ["7.属于行政执法案卷信息"]),
        ("not_processed.excessive_requests", ["无正当理由大量反复申请的"]),
        ("other.correction_overdue", ["1.申请人逾期不补正"]),
        ("other.fee_overdue", ["2.申请人逾期未缴纳费用"]),
        ("carried_forward", ["四、结转下一年度继续办理", "结转下年度办理"]),
    ],
)
def test_a_row_of_table_three(key: str, words: list[str], separator: str) -> None:
    cells = {key: TWO} | CELLS
    text = report_text(cells)
    for word in words:
        row = f"\n{LABELS[key]} | "
        assert row in text
        assert read(text.replace(row, f"\n{word} | ").replace(" | ", separator)).value(f"requests.{key}.total") == cells[key][-1]


@pytest.mark.parametrize("separator", [" | ", "\n", "\t", "  "])
@pytest.mark.parametrize(
    "word",
    ["行政事业收费", "行政事业型收费", "行政性事业收费", "行政事业性收费（万元）"],
)
def test_fees(word: str, separator: str) -> None:
    text = report_text(SOUND, fee="34").replace("行政事业性收费 | ", f"{word} | ")
    assert read(text.replace(" | ", separator)).value("proactive.fees.amount_wan_yuan") == 34


@pytest.mark.parametrize("separator", [" | ", "\n"])
@pytest.mark.parametrize("note", ["（按规定的标准收取的费用）", " （按规定的标准收取的费用）"])
def test_fees_with_a_note(note: str, separator: str) -> None:
    text = report_text(SOUND, fee="34").replace("行政事业性收费 | ", f"行政事业性收费{note} | ")
    assert read(text.replace(" | ", separator)).value("proactive.fees.amount_wan_yuan") == 34


@pytest.mark.parametrize("separator", [" | ", "\n", "\t", "  "])
def test_rows_of_the_form_of_2019(separator: str) -> None:
    head = "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量"
    lines = [
        "青禾县水务局2019年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "第二十条第（五）项",
        head,
        "行政许可 | 7 | 0 | 8",
    ]
    lines += [
        "其它对外管理服务事项 | 8 | 1 | 9",
        "第二十条第（六）项",
        head,
        "行政处罚 | 8 | 2 | 3",
        "行政强制 | 9 | 3 | 2",
        "第二十条第（九）项",
    ]
    lines += ["信息内容 | 采购项目数量 | 采购总金额", "政府集中采购项目 | 12 | 33.5万元", "三、收到和处理政府信息公开申请情况"]
    text = "\n".join(lines).replace(" | ", separator)
    report = read(text)
    assert report.value("proactive.other_services.decisions") == 9
    assert report.value("proactive.procurement.projects") == 12
    exchanged = read(text.replace(f"12{separator}33.5万元", f"33.5万元{separator}12"))
    assert [exchanged.value(f"proactive.procurement.{column}") for column in ("projects", "amount")] == [None, None]

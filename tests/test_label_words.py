"""Labels that pages word a little otherwise than the form does are read as the form's, in every layout."""

from __future__ import annotations

import pytest
from test_findings import ONE, ROWS, SOUND, TWO, report_text
from test_unsummed import read

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
@pytest.mark.parametrize("word", ["行政事业收费", "行政事业型收费", "行政性事业收费", "行政事业性收费（万元）"])
def test_fees(word: str, separator: str) -> None:
    text = report_text(SOUND, fee="34").replace("行政事业性收费 | ", f"{word} | ")
    assert read(text.replace(" | ", separator)).value("proactive.fees.amount_wan_yuan") == 34

"""What stands around an amount and says no more than that it is money does not hide it."""

from __future__ import annotations

import time

import pytest
from made_up import read

from gongkai.indexer.tables.rows.words_of_money import without_words_of_money

HEAD = "双桥县林业局2019年政府信息公开工作年度报告\n一、总体情况\n2019年，我局做好公开工作。\n二、主动公开政府信息情况\n"
ROWS = """第二十条第（一）项
信息内容|本年新制作数量|本年新公开数量|对外公开总数量
规章|0|0|0
规范性文件|1|1|4
第二十条第（五）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政许可|7|1|52
其他对外管理服务事项|5|0|2
第二十条第（六）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政处罚|9|0|6
行政强制|3|0|0
第二十条第（八）项
信息内容|上一年项目数量|本年增/减
行政事业性收费|0|0
第二十条第（九）项
信息内容|采购项目数量|采购总金额
政府集中采购|3|"""
PROJECTS, AMOUNT = "proactive.procurement.projects", "proactive.procurement.amount"


def page(amount: str, separator: str) -> str:
    return HEAD + (ROWS + amount).replace("|", separator) + "\n三、收到和处理政府信息公开申请情况\n无。\n"


@pytest.mark.parametrize("separator", [" | ", "\n", "\t", "\n\n"])
@pytest.mark.parametrize(
    ("amount", "value"),
    [("￥13000.00", 13000), ("¥13,000元", 13000), ("人民币13000元", 13000), ("130.5（单位：万元）", 130.5)],
)
def test_an_amount_is_read_beside_words_that_say_that_it_is_money(amount: str, value: float, separator: str) -> None:
    figures = read(page(amount, separator)).figures
    assert (figures[PROJECTS].value, float(figures[AMOUNT].value or 0)) == (3, value)


@pytest.mark.parametrize(
    "amount", ["约13000元", "13000（预算）", "¥13000（不含上年）", "美元13000", "人民币", "13000（单位：本）"]
)
def test_what_makes_another_amount_of_it_leaves_it_unread(amount: str) -> None:
    assert read(page(amount, " | ")).figures[AMOUNT].value is None


@pytest.mark.parametrize(("amount", "value"), [("¥13000.00", None), ("￥1,300", None), ("¥1.3万元", 1.3), ("1.3", 1.3)])
def test_a_fee_in_a_sign_of_yuan_is_none_in_ten_thousands(amount: str, value: float | None) -> None:
    text = page("13000", " | ").replace(
        "上一年项目数量 | 本年增/减\n行政事业性收费 | 0 | 0", f"上一年项目数量 | 本年增/减\n行政事业性收费 | 0 | {amount}"
    )
    text = text.replace("2019年", "2021年").replace(
        "上一年项目数量 | 本年增/减\n行政事业性收费 | 0 |", "本年收费金额（单位：万元）\n行政事业性收费 |"
    )
    found = read(text).figures.get("proactive.fees.amount_wan_yuan")
    assert (float(found.value) if found and found.value is not None else None) == value


def test_money_is_not_read_where_cases_are_counted() -> None:
    text = page("13000", " | ").replace("行政处罚 | 9 | 0 | 6", "行政处罚 | 9 | 0 | ¥6")
    figures = read(text).figures
    assert (figures["proactive.penalties.decisions"].value, figures[AMOUNT].value) == (None, 13000)


def test_every_character_keeps_its_place_in_a_long_page_as_well() -> None:
    text = "政府集中采购 | 3 | ¥13000.00(单位:元)\n" * 20_000
    begin = time.process_time()
    plain = without_words_of_money(text)
    assert len(plain) == len(text)
    assert "¥" not in plain
    assert time.process_time() - begin < 2

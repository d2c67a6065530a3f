"""What is said of a table by a caption with a sentence below it, by a note that names no bureau, by a word in brackets."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text
from test_notes_below import OTHER, OWN, received, with_tables

BUREAU, TITLE = "临江市蔬菜局", "临江市蔬菜局2023年政府信息公开工作年度报告"
SENTENCES = ["各单位高度重视，认真落实。", "统计口径以条例为准。"]
OF_OTHERS = [
    "局属事业单位情况",
    "二级机构汇总如下：",
    "临江市教育局统计数据如下：",
    "参考：临江市教育局同期数据",
    "临江市综合行政执法大队统计表",
    "附：河道管理服务中心政府信息公开情况统计表",
    "原公布数据（有误，已更正）：",
    "更正前数据：",
    "上年度情况（供对比）",
]


@pytest.mark.parametrize("sentence", ["", *SENTENCES])
@pytest.mark.parametrize("caption", OF_OTHERS)
def test_a_caption_of_others_holds_over_a_sentence_below_it(caption: str, sentence: str) -> None:
    above = f"{caption}\n{sentence}\n" if sentence else f"{caption}\n"
    assert received(with_tables(f"{above}{OTHER}")) is None
    assert received(with_tables(f"{above}{OTHER}更正后数据：\n{OWN}")) in (2, None)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("caption", ["", "更正后数据：", "2023年度数据", f"{BUREAU}统计表", "局机关（本级）"])
def test_a_sentence_below_its_own_caption_leaves_the_table(caption: str, sentence: str) -> None:
    assert received(with_tables(f"{caption}\n{sentence}\n{OWN}")) == 2


@pytest.mark.parametrize(
    "note",
    ["（以上为临江市综合行政执法大队数据）", "说明：上表系河道管理服务中心数据，供参考。", "以上是蔬菜技术推广站的数据"],
)
def test_a_note_below_names_a_body_that_is_no_bureau(note: str) -> None:
    assert received(with_tables(f"{OTHER}{note}\n")) is None
    assert received(with_tables(f"{OTHER}{note}\n{OWN}")) in (2, None)


def test_a_note_that_the_city_laid_down_the_form_leaves_a_countys_table() -> None:
    assert received(with_tables(f"{OWN}注：本表系市人民政府办公室统一制定\n"), "青禾县人民政府") == 2


def test_a_title_that_begins_with_its_year_names_its_place_as_well() -> None:
    page = with_tables(f"{OTHER}说明：上表系临江市蔬菜局数据，供参考。\n").replace(
        TITLE, "2023年青禾县蔬菜局政府信息公开工作年度报告"
    )
    assert read(page).value("requests.received.total") is None


@pytest.mark.parametrize("said", ["全县", "全市汇总", "含历年", "含上年"])
def test_a_row_of_the_whole_place_or_of_all_years_is_not_the_bureaus(said: str) -> None:
    page = report_text(SOUND).replace("行政许可 | 0", f"行政许可（{said}） | 7")
    assert read(page).value("proactive.licensing.decisions") is None

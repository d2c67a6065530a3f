"""One damaged character of 总计 or 复议后起诉 in table four's head costs nothing: the other words prove it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up import SOUND, read, report_text, review_page

from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.heads.damaged_head import with_whole_heads
from gongkai.report import Report

CELLS = {"review": [4, 1, 0, 0, 5], "litigation_direct": [2, 0, 1, 0, 3], "litigation_after_review": [1, 0, 0, 1, 2]}
NUMBERS = [n for cells in CELLS.values() for n in cells]


def review(text: str) -> list[object]:
    figures = read(text).figures
    return [figure.value for key in CELLS for name, figure in figures.items() if name.startswith(f"{key}.")]


@pytest.mark.parametrize("separator", [" | ", "\t", "  ", "\n"])
@pytest.mark.parametrize("damaged", ["?计", "□计", "\ufffd计", "总?", "总汁", "忌计"])
def test_a_damaged_total_is_proved_by_the_words_before_it(damaged: str, separator: str) -> None:
    text = report_text({**SOUND, **CELLS})
    at = text.index("结果维持")
    for times in (1, 2, 3):
        said = text[:at] + text[at:].replace("总计", damaged, times)
        assert review(said.replace(" | ", separator)) == NUMBERS


@pytest.mark.parametrize("damaged", ["\ufffd议后起诉", "复?后起诉", "复议□起诉", "复议后起?"])
def test_so_is_the_last_block(damaged: str) -> None:
    assert review(report_text({**SOUND, **CELLS}).replace("复议后起诉", damaged)) == NUMBERS


def test_each_character_of_the_two_kinds_of_lawsuits_may_be_the_damaged_one() -> None:
    whole = "结果维持 未经复议直接起诉 | 复议后起诉 结果"
    assert with_whole_heads(whole) == whole
    for place in (*range(5, 13), *range(16, 21)):
        damaged = f"{whole[:place]}口{whole[place + 1 :]}"
        for said in (damaged, whole + damaged, damaged + whole):
            assert with_whole_heads(said) == whole * (len(said) // len(whole))


@pytest.mark.parametrize("damaged", ["?计", "总\ufffd"])
def test_a_web_page_is_read_with_it(damaged: str) -> None:
    page = review_page(list(map(str, NUMBERS)), None)
    (report,) = parse_source(replace(page, content=page.content.replace("总计".encode(), damaged.encode())))
    assert isinstance(report, Report)
    assert report.value("review.total") == 5


@pytest.mark.parametrize("word", ["小计", "累计", "总数", "预计", "审计", "总额"])
def test_another_word_is_no_damaged_one(word: str) -> None:
    text = report_text({**SOUND, **CELLS})
    said = text[: text.index("结果维持")] + text[text.index("结果维持") :].replace("总计", word)
    assert with_whole_heads(said) == said


@pytest.mark.parametrize(
    "piece", ["结果维持", "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | ", "未经复议直接起诉 ", "结果维持 " + " " * 50]
)
def test_many_of_them_take_no_time(piece: str) -> None:
    assert len(with_whole_heads(piece * 10_000)) == len(piece) * 10_000

"""Which edition of a report it is belongs to its title; 元月 is January."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

TITLE = "临江市蔬菜局2023年政府信息公开工作年度报告"


@pytest.mark.parametrize("edition", ["（更正版）", "(修订稿)", "【更正版】", "（修订）", "更正版", "（\n更正版）", " （更正版）"])
def test_an_edition_is_part_of_the_title(edition: str) -> None:
    report = read(report_text(SOUND, head=f"{TITLE}{edition}\n发布日期：2024-01-05"))
    assert (report.title, report.agency, report.year) == (TITLE + "".join(edition.split()), "临江市蔬菜局", 2023)


@pytest.mark.parametrize(
    "behind", ["（征求意见）", "更正说明附后", "（更正版", " 更正 打印", "(" * 20_000, " " * 20_000, "\n" * 20_000]
)
def test_other_words_behind_the_title_are_not(behind: str) -> None:
    assert read(report_text(SOUND, head=f"{TITLE}{behind}\n发布日期：2024-01-05")).title == TITLE


@pytest.mark.parametrize("day", ["2024年元月5日", "2024 年元月5日", "二〇二四年元月五日", "2024年1月5日"])
def test_the_first_month_has_a_name(day: str) -> None:
    assert read(report_text(SOUND) + f"\n临江市蔬菜局\n{day}").published == "2024-01-05"
    assert read(report_text(SOUND, head=f"{TITLE}\n发布日期：{day}")).published in ("2024-01-05", None)

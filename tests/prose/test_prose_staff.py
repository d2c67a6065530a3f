"""Who works at open information, all and of both kinds told together: read where they add up, and are the agency's."""

from __future__ import annotations

import pytest
from made_up import told

ALL, FULL, PART = "capacity.staff", "capacity.staff_full_time", "capacity.staff_part_time"


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("为规范我局政府信息公开工作，配备两名工作人员，其中专职与兼职人员各一人，按要求开展工作。", {ALL: 2, FULL: 1, PART: 1}),
        ("我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。", {ALL: 5, FULL: 2, PART: 3}),
        ("我局政府信息公开工作配备了5名工作人员（其中专职2人、兼职3人）。", {ALL: 5, FULL: 2, PART: 3}),
        ("我局为政府信息公开工作专门配备了14名兼职工作人员。", {PART: 14}),
        ("我局为开展政府信息公开工作配备了2名专职工作人员，设立了1个受理点。", {FULL: 2}),
        ("为做好政府信息公开工作，本局配备了3名兼职人员。", {PART: 3}),
    ],
)
def test_staff_told_together_is_read(said: str, numbers: dict[str, int]) -> None:
    figures = told(overview=said)
    assert {name: figures[name] for name in (ALL, FULL, PART) if name in figures} == numbers


@pytest.mark.parametrize(
    "said",
    [
        "我局政府信息公开工作配备工作人员5人，其中专职2人，兼职2人。",
        "我局政府信息公开工作配备两名工作人员，其中专职与兼职人员各两人。",
        "县财政局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。",
        "各乡镇政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。",
        "2013年我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。",
        "我局政府信息公开工作拟配备工作人员5人，其中专职2人，兼职3人。",
        "我局档案工作配备工作人员5人，其中专职2人，兼职3人。",
        "各科室为开展政府信息公开工作配备了9名专职工作人员。",
        "我局为开展政府信息公开工作在各站所配备了9名专职工作人员。",
        "我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人。另有3名工作人员负责网站。",
        "我局政府信息公开工作配备工作人员5人，其中专职2人，兼职3人以上。",
    ],
)
def test_staff_of_others_of_other_years_or_that_does_not_add_up_is_not(said: str) -> None:
    assert not {ALL, FULL, PART} & told(overview=said).keys()


def test_both_kinds_in_one_list_and_together() -> None:
    both = {"capacity.staff_full_time": 1, "capacity.staff_part_time": 26}
    assert told(capacity="我局政府信息公开工作配备了1名专职、26名兼职工作人员。") == both
    assert told(capacity="目前我局共配备了1名专职、26名兼职工作人员，设立了1个信息公开申请受理点。") == both
    assert told(capacity="我局配备了3名专兼职工作人员负责政府信息公开工作。") == {"capacity.staff": 3}
    for said in (
        "县教育局政府信息公开工作配备了1名专职、26名兼职工作人员。",
        "我局政府信息公开工作拟配备1名专职、26名兼职工作人员。",
        "我局政府信息公开工作配备了1名专职、26名兼职工作人员负责网站维护。",
        "我局政府信息公开工作配备了1名专职、26名兼职工作人员。下属单位配备2名兼职人员。",
        "我局配备了3名专兼职工作人员负责网站维护。",
    ):
        assert not told(capacity=said), said


def test_a_town_may_be_called_no_more_than_that() -> None:
    for said, numbers in (
        ("根据要求，镇配备了2名专职人员和3名兼职工作人员，并成立了信息公开领导小组。", {FULL: 2, PART: 3}),
        ("各镇配备了3名兼职工作人员负责政府信息公开工作。", {}),
        ("乡镇配备了3名兼职工作人员负责政府信息公开工作。", {}),
        ("市局配备了3名兼职工作人员负责政府信息公开工作。", {}),
    ):
        assert told("双桥县石桥镇人民政府", overview=said) == numbers, said
    assert not told(overview="镇配备了3名兼职工作人员，负责政府信息公开工作。")


def test_staff_told_in_numerals_beside_digits_leaves_the_kind_unread() -> None:
    for said in (
        "办公室配备一名兼职工作人员负责依申请公开政府信息工作。查阅点配备3名兼职工作人员，解答政策。",
        "我局配备3名兼职工作人员负责政府信息公开工作，窗口有兼职人员两名。",
    ):
        assert PART not in told(overview=said), said
    assert told(overview="我局开展政府信息公开工作，配备一名专职工作人员，2名兼职工作人员。") == {FULL: 1, PART: 2}
    assert told(overview="我局共配备了7名全职工作人员，9名兼职工作人员，为政府信息公开工作提供了保障。") == {FULL: 7, PART: 9}


def test_staff_of_another_duty_told_behind_a_comma_is_not_for_open_information() -> None:
    for said in ("我局配备了3名兼职工作人员，负责网站维护。", "配备了3名兼职工作人员，具体负责档案工作。"):
        assert not told(overview=f"我局政府信息公开工作运行正常。{said}"), said
    assert told(overview="我局配备了3名兼职工作人员，具体负责政府信息公开日常工作。") == {PART: 3}


def test_what_was_named_and_a_name_without_its_place_are_no_others() -> None:
    of = "双桥市林业局"
    assert told(of, overview="本局开展政府信息公开工作，确定了主管领导和主管部门，明确了2名兼职工作人员，将责任落实到人。") == {
        PART: 2
    }
    assert told(of, overview="市林业局配备了1名兼职工作人员，设立了1个专门的信息申请受理点。") == {PART: 1}
    for said in (
        "各乡镇明确了分管领导和主管部门，配备了2名兼职工作人员负责信息公开工作。",
        "市教育局确定了主管部门，配备了2名兼职工作人员负责信息公开工作。",
        "督促各单位成立了领导小组，明确了2名兼职工作人员负责信息公开工作。",
        "市农业局配备了1名兼职工作人员，设立了1个专门的信息申请受理点。",
    ):
        assert not told(of, overview=said), said


def test_the_staff_of_the_bureau_above_is_not_its_branch_s() -> None:
    for agency in ("双桥市公安局交通警察支队", "双桥市公安局青山分局"):
        assert not told(agency, overview="市公安局配备了2名兼职工作人员负责政府信息公开工作。")
    assert told("双桥市公安局", overview="市公安局配备了2名兼职工作人员负责政府信息公开工作。") == {PART: 2}

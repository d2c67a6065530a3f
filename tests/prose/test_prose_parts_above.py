"""What the sentence, the heading or the mark above says of whose the numbers are, of which year, or of what was asked for."""

from __future__ import annotations

import time

import pytest
from made_up import PUBLISHED, RECEIVED
from test_subjects import BUREAU, figures

from gongkai.indexer.prose.ownership.parts_above import (
    heads_a_part,
    is_reported_by_parts,
    is_told_by_others,
    sets_a_task,
    tells_of_parts,
)

OFFICE = "临江县人民政府办公室"
CAME, OPEN = "全年共收到政府信息公开申请31件。", "全年主动公开政府信息880条。"


@pytest.mark.parametrize(
    "above",
    [
        "从县直各部门上报的数据看，申请总体平稳。",
        "根据各单位报送情况统计，申请集中在两家单位。",
        "汇总各乡镇的年报，群众关心征地。",
        "各部门申请量差别很大。",
        "各乡镇、各部门都明确了责任人。",
        "局属各单位也开展了这项工作。",
        "全县各级行政机关认真履行职责。",
        "全县36家单位都设立了专栏。",
        "放眼全县，工作成效明显。",
        "县政府各部门的受理情况，已由我办汇总上报。",
        "人民医院独立开展这项工作。",
        "以下是一个虚构的演练情景。",
        "去年是这项工作的低谷。",
        "先回顾去年的工作。",
        "县里对我局下达了任务。",
    ],
)
@pytest.mark.parametrize("agency", [BUREAU, OFFICE])
def test_the_sentence_before_says_whose_and_of_when(above: str, agency: str) -> None:
    assert RECEIVED not in figures(f"依申请公开方面。{above}{CAME}", agency)
    assert RECEIVED not in figures(f"{above}{CAME}", agency)
    assert PUBLISHED not in figures(above + OPEN, agency)


@pytest.mark.parametrize(
    "above",
    [
        "各科室密切配合，落实责任。",
        "我局高度重视依申请公开工作。",
        "对各部门加强指导。",
        "依申请公开工作平稳有序。",
        "去年的问题已经整改。",
        "上级要求及时答复。",
    ],
)
def test_what_is_done_for_others_leaves_the_number_its_own(above: str) -> None:
    assert figures(above + CAME)[RECEIVED] == 31
    assert figures(above + OPEN)[PUBLISHED] == 880


@pytest.mark.parametrize("above", ["各部门申请量差别很大。", "局属各单位也开展了这项工作。", "县里对我局下达了任务。"])
def test_the_agency_named_again_ends_what_was_set(above: str) -> None:
    assert figures(above + "我局全年共收到政府信息公开申请31件。")[RECEIVED] == 31


@pytest.mark.parametrize(
    "behind", ["都由各单位自行答复", "由三馆分别发布", "分别由县医院答复20件、中医院答复11件", "均由各村公开"]
)
def test_what_others_answered_is_not_its_own(behind: str) -> None:
    assert RECEIVED not in figures(f"全年共收到政府信息公开申请31件，{behind}。")


@pytest.mark.parametrize("behind", ["均由局办公室答复", "由业务科室办理", "均由我局答复"])
def test_what_its_own_desks_answered_is_its_own(behind: str) -> None:
    assert figures(f"全年共收到政府信息公开申请31件，{behind}。")[RECEIVED] == 31


@pytest.mark.parametrize(
    "said",
    [
        "——局属单位\n收到政府信息公开申请31件。",
        "▲学校层面\n收到政府信息公开申请31件。",
        "★乡镇\n收到政府信息公开申请31件。",
        "①下属单位情况。收到政府信息公开申请31件。",
        "——各医疗单位：收到政府信息公开申请31件；",
        "今后努力方向\n收到政府信息公开申请31件。",
    ],
)
def test_a_mark_and_a_name_are_a_heading(said: str) -> None:
    assert RECEIVED not in figures(said)


@pytest.mark.parametrize(
    "said", ["——收到情况\n收到政府信息公开申请31件。", "▲收到政府信息公开申请31件。", "★局机关：收到政府信息公开申请31件。"]
)
def test_a_mark_alone_sets_nothing(said: str) -> None:
    assert figures(said).get(RECEIVED, 31) == 31
    assert heads_a_part("收到情况") is False


def test_a_mark_before_a_number_leaves_it() -> None:
    assert figures("▲收到政府信息公开申请31件。")[RECEIVED] == 31


@pytest.mark.parametrize("word", ["各", "各乡镇、", "全县", "下达", "局属", "由各", "从各部门", "医院、"])
def test_long_words_cost_little_time(word: str) -> None:
    text = word * (20_000 // len(word))
    begin = time.perf_counter()
    for look in (tells_of_parts, is_reported_by_parts, heads_a_part, sets_a_task):
        look(text)
    is_told_by_others("收到31件," + text, 0)
    assert time.perf_counter() - begin < 0.5

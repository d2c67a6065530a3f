"""How requests were answered, where the prose tells it answer by answer and these add up; else nothing of it is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import told

ALL = "requests.answered"
GRANTED, PARTLY, DENIED = f"{ALL}.granted", f"{ALL}.partially_granted", f"{ALL}.denied"
MISSING, NOT_OURS, PUBLIC = f"{ALL}.does_not_exist", f"{ALL}.not_this_agency", f"{ALL}.already_public"
AMEND, ELSEWHERE = f"{ALL}.asked_to_amend", f"{ALL}.referred_elsewhere"


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        (
            "全年共收到申请8件。在已经答复的8件申请中，“同意公开”的6件，占总数的75%；“不予公开”的2件，占总数的25%。主要是工资。",
            {ALL: 8, GRANTED: 6, DENIED: 2},
        ),
        (
            "已到答复期的5件申请全部按期答复，其中：\n同意公开3件，占总数的60%\n信息不存在1件，占总数的20%；\n非本机关掌握1件，占总数的20%。",
            {ALL: 5, GRANTED: 3, MISSING: 1, NOT_OURS: 1},
        ),
        (
            "2014年，我局收到政府信息公开申请12件，均已按期答复，其中同意公开6件、同意部分公开1件，"
            "不予公开3件（其中涉及国家秘密1件，涉及商业秘密2件），申请信息不存在2件。",
            {ALL: 12, GRANTED: 6, PARTLY: 1, DENIED: 3, f"{DENIED}.state_secret": 1, f"{DENIED}.trade_secret": 2, MISSING: 2},
        ),
        (
            "我局共答复政府信息公开申请11件，其中：属于已主动公开范围4件，不属于本行政机关公开3件，"
            "告知作出更改补充1件，告知通过其他途径办理2件，撤回申请1件。",
            {ALL: 11, PUBLIC: 4, NOT_OURS: 3, AMEND: 1, ELSEWHERE: 2},
        ),
        ("共受理申请7件，都为信函申请，按时办结7件，其中同意公开答复数4件，申请信息不存在3件。", {GRANTED: 4, MISSING: 3}),
        ("全年收到政府信息公开申请9件，其中5件予以公开，4件信息不存在。", {GRANTED: 5, MISSING: 4}),
        ("全年共办理依申请公开3件，均同意公开，并按时对申请人进行答复。", {GRANTED: 3}),
        ("我局2014年共收到申请2件，均按时办结，其中申请公开信息不存在1件，不属于本行政机关公开1件。", {MISSING: 1, NOT_OURS: 1}),
        ("2014年1月1日至12月31日，主动公开政府信息20条，受理政府信息公开申请13件，答复13件，未收到行政复议。", {ALL: 13}),
        ("我局共收到政府信息公开申请6件，均已按时答复6件。", {ALL: 6}),
        # these do not add up to all refusals, as one more reason is not told
        ("共答复申请5件，其中同意公开2件，不予公开3件（涉及个人隐私1件）。", {ALL: 5, GRANTED: 2, DENIED: 3}),
    ],
)
def test_answers_that_add_up_are_read(said: str, numbers: dict[str, int]) -> None:
    figures = told(requests=said)
    assert {name: value for name, value in figures.items() if name.startswith(ALL)} == numbers


NOT_READ = (
    "共答复申请9件，其中同意公开6件，不予公开2件。|共答复申请9件，其中同意公开6件，其余3件不予公开。|上半年答复申请9件，其中同意公开6件，不予公开3件。"
    "|2013年共答复申请9件，其中同意公开6件，不予公开3件。|共答复申请9件，其中同意公开6件，不予公开3件，信息不存在1件。|县水务局共答复申请9件，其中同意公开6件，不予公开3件。"
    "|共答复咨询9件，其中同意公开6件，不予公开3件。|共答复申请9余件，其中同意公开6件，不予公开3件。|共答复申请9件，其中同意公开6件，不予公开3件。信息不存在的另有2件。"
    "|同意公开答复1条，由于信息不存在否决公开答复1条。|共答复申请9件，其中去年同意公开6件，今年不予公开3件。|共答复申请9件，比上年增加3件，其中同意公开6件、不予公开3件，另有同意公开1件。"
    "|各乡镇共答复申请9件，其中同意公开6件，不予公开3件。|制作信息9件，其中主动公开6件，不予公开3件。|共答复复议申请9件，其中同意公开6件，不予公开3件。|计划答复申请9件，其中同意公开6件，不予公开3件。"
    "|截至目前，共答复申请9件，其中同意公开6件，不予公开3件。|我局共收到申请20件。其中对土地类申请答复9件，同意公开6件，不予公开3件。|网上申请答复9件，其中同意公开6件，不予公开3件。"
    "|土地方面的申请，我局共答复申请9件，其中同意公开6件，不予公开3件。|我局共收到申请9件，其中个人申请6件，企业申请3件，均同意公开。|我局向社会公开申请指南9件，均同意公开。"
    "|收到张某等人提出的申请2件，均予以公开。|共收到申请9件，其中3件，均予以公开。|收到申请9件，已答复8件，均予以公开。|受理申请13件，答复12件。|受理申请13件，答复13余件。"
    "|受理申请13件，答复13件。去年结转的申请答复2件。|受理申请13件，答复13件，上年结转2件。|收到申请20件，其中受理申请13件，答复13件。|网上受理申请13件，答复13件。"
    "|2013年受理申请13件，答复13件。|受理咨询13件，答复13件。|各乡镇受理申请13件，答复13件。|受理申请13件，答复13件，另有2件未答复。|受理申请13件，答复13次。"
    "|截至目前，受理申请13件，答复13件。|受理行政复议申请13件，答复13件。|接待信访20件，受理申请13件，答复13件。|受理申请13件，答复13件、转办1件。|受理申请13件，答复13件。共答复15件。|自2008年以来，共答复申请9件，其中同意公开6件，不予公开3件。"
)


@pytest.mark.parametrize("said", NOT_READ.split("|"))
def test_answers_of_others_or_with_some_untold_are_null(said: str) -> None:
    assert not [name for name in told(requests=said) if name.startswith(ALL)]


NAMES = {
    GRANTED: "同意公开",
    PARTLY: "同意部分公开",
    DENIED: "不予公开",
    MISSING: "申请信息不存在",
    NOT_OURS: "不属于本行政机关公开",
    ELSEWHERE: "告知通过其他途径办理",
}
LISTS = (
    ("共答复申请{n}件，其中：", "{name}{k}件", "，", "。"),
    ("在已经答复的{n}件申请中，", "“{name}”的{k}件", "；", "。"),
    ("收到政府信息公开申请{n}件，均已答复，其中", "{name}{k}件", "、", "。"),
    ("已到答复期的{n}件申请全部按期答复，其中：\n", "{name}的{k}件", "；\n", "。"),
    ("共受理申请{n}件，其中", "{k}件{name}", "，", "。"),
)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(sorted(NAMES)), st.integers(1, 30), min_size=2),
    st.sampled_from(LISTS),
    st.sampled_from(["whole", "one lost", "one more", "one twice", "other year"]),
)
def test_answers_are_read_as_they_were_told_or_not_at_all(
    counts: dict[str, int], layout: tuple[str, str, str, str], damage: str
) -> None:
    lead, clause, between, end = layout
    told_of = [clause.format(name=NAMES[name], k=count) for name, count in counts.items()]
    if damage == "one lost":
        told_of.pop()
    elif damage == "one more":
        told_of.append(clause.format(name="重复申请", k=1))
    elif damage == "one twice":
        told_of.append(told_of[0])
    said = ("2013年，" if damage == "other year" else "") + lead.format(n=sum(counts.values())) + between.join(told_of) + end
    read = {name: value for name, value in told(requests=said).items() if name.startswith(ALL)}
    read.pop(ALL, None)
    # where 重复申请 stands behind the last of the year's answers, these are all told
    assert read == counts if damage == "whole" else not read or (damage == "one more" and read == counts)

"""The query language: text → tree, tree → text, and what the errors say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import BadQuery
from gongkai.mappings.fields import FIELDS, TEXTS, Kind
from gongkai.mappings.labels import keys_of
from gongkai.search.query import AllOf, AnyOf, Exists, Near, Not, Phrase, Range, Term, Tree, Words
from gongkai.search.syntax import parse_comparison, parse_query
from gongkai.search.syntax_print import write_query
from gongkai.text import normalise

PROBLEMS = ("sections.problems",)
TOTAL = "requests.received.total"


def above(figure: str) -> Range:
    return Range(f"requests.{figure}", 0, low_open=True)


READINGS: list[tuple[str, Tree]] = [
    ("", AllOf()),
    (" \u3000 ", AllOf()),
    ("三审三校", Phrase("三审三校")),
    ("三审三校 保密审查", AllOf((Phrase("三审三校"), Phrase("保密审查")))),
    ("三审三校\u3000保密审查", AllOf((Phrase("三审三校"), Phrase("保密审查")))),
    ('"政务 公开"', Phrase("政务 公开")),
    ("“政务 公开”", Phrase("政务 公开")),
    ("「政务 公开」", Phrase("政务 公开")),
    ('"落实“放管服”改革"', Phrase("落实“放管服”改革")),
    ("落实“放管服”改革", Phrase("落实“放管服”改革")),
    ("”政务 公开“", Phrase("政务 公开")),
    (r'"他说\"好\""', Phrase('他说"好"')),
    ("三审三校 -信访", AllOf((Phrase("三审三校"), Not(Phrase("信访"))))),
    ("甲 OR 乙 丙", AnyOf((Phrase("甲"), AllOf((Phrase("乙"), Phrase("丙")))))),
    ("(甲 OR 乙) 丙", AllOf((AnyOf((Phrase("甲"), Phrase("乙"))), Phrase("丙")))),
    ("（甲 OR 乙）丙", AllOf((AnyOf((Phrase("甲"), Phrase("乙"))), Phrase("丙")))),
    ("-(甲 乙)", Not(AllOf((Phrase("甲"), Phrase("乙"))))),
    ("OR甲", Phrase("OR甲")),
    ("province:甘肃省", Term("province", ("甘肃省",))),
    ("省：甘肃省", Term("province", ("甘肃省",))),
    ("省份: 甘肃省，陕西省", Term("province", ("甘肃省", "陕西省"))),
    ('agency:"某局 (本级)",乙局', Term("agency", ("某局 (本级)", "乙局"))),
    ("level:(county,township)", Term("level", ("county", "township"))),
    ("年度：2024", Term("year", (2024,))),
    ("year:２０２４", Term("year", (2024,))),
    ("year:2021..2025", Range("year", 2021, 2025)),
    ("year:2021..", Range("year", 2021)),
    ("year:..2025", Range("year", None, 2025)),
    ("year:>=2021", Range("year", 2021)),
    ("year:＞2021", Range("year", 2021, low_open=True)),
    ("year:≤2021", Range("year", None, 2021)),
    ("year:>2020..<2023", Range("year", 2020, 2023, True, True)),
    ("year:2019,2021..2023", AnyOf((Term("year", (2019,)), Range("year", 2021, 2023)))),
    ("year:*", Exists("year")),
    ("-year:*", Not(Exists("year"))),
    ("published:2024-01-31", Term("published", ("2024-01-31",))),
    ("published:2024-02..2024-03", Range("published", "2024-02-01", "2024-03-31")),
    ("published:2024-02", Range("published", "2024-02-01", "2024-02-29")),
    ("published:2024,2022-01-31", AnyOf((Range("published", "2024-01-01", "2024-12-31"), Term("published", ("2022-01-31",))))),
    ("level:县级", Term("level", ("county",))),
    ("published:<2024", Range("published", None, "2024-01-01", high_open=True)),
    ("published:>2024", Range("published", "2024-12-31", None, low_open=True)),
    (f"{TOTAL}:>=100", Range(TOTAL, 100)),
    ("received.total:>=100", Range(TOTAL, 100)),
    ("amount_wan_yuan:1.5", Term("proactive.fees.amount_wan_yuan", (Decimal("1.5"),))),
    ("outcome:denied", Term("outcome", ("denied",))),
    ("办理结果:不予公开", Term("outcome", ("denied",))),
    ("finding:F1", Term("finding", ("F1",))),
    ("finding:发布逾期,行合计不符", Term("finding", ("D2", "F3"))),
    ("title:年度报告", Phrase("年度报告", ("title",))),
    ("problems:人员不足", Phrase("人员不足", PROBLEMS)),
    ("in:problems 人员不足", Phrase("人员不足", PROBLEMS)),
    ("in:problems 人员不足 经费", AllOf((Phrase("人员不足", PROBLEMS), Phrase("经费")))),
    ("in:problems -人员不足", Not(Phrase("人员不足", PROBLEMS))),
    ("in:存在的主要问题及改进情况 人员不足", Phrase("人员不足", PROBLEMS)),
    ("in:(overview, problems) 人员", Phrase("人员", ("sections.overview", "sections.problems"))),
    ("in:overview,problems 人员", Phrase("人员", ("sections.overview", "sections.problems"))),
    (
        "in:problems (甲 OR 乙 year:2024)",
        AnyOf((Phrase("甲", PROBLEMS), AllOf((Phrase("乙", PROBLEMS), Term("year", (2024,)))))),
    ),
    ("near(三审三校, 保密, 20)", Near("三审三校", "保密", 20)),
    ("near（三审三校，“政务 公开”，２０）", Near("三审三校", "政务 公开", 20)),
    ("-Near( 甲 ,乙,0 )丙", AllOf((Not(Near("甲", "乙", 0)), Phrase("丙")))),
    ("in:problems near(甲, 乙, 20)", Near("甲", "乙", 20, PROBLEMS)),
    ("in:problems (near(甲, 乙, 20) OR 丙)", AnyOf((Near("甲", "乙", 20, PROBLEMS), Phrase("丙", PROBLEMS)))),
    ("near 甲", AllOf((Phrase("near"), Phrase("甲")))),
    ('"near"(甲)', AllOf((Phrase("near"), Phrase("甲")))),
    ('"三审*校"', Phrase("三审*校")),
    ("年度：＊", Exists("year")),
    ("-年度:*", Not(Exists("year"))),
    ("outcome:denied.state_secret applicant:natural_person", above("denied.state_secret.natural_person")),
    ("申请人：自然人 办理结果：属于国家秘密", above("denied.state_secret.natural_person")),
    ("applicant:natural_person,其他 -outcome:granted", Not(AnyOf((above("granted.natural_person"), above("granted.other"))))),
    (
        "甲 applicant:公益组织 outcome:unavailable",
        AllOf(
            (
                Phrase("甲"),
                AnyOf(
                    tuple(
                        above(f"unavailable.{leaf}.social_organization")
                        for leaf in ("not_held", "requires_creation", "unclear_after_correction")
                    )
                ),
            )
        ),
    ),
]


@pytest.mark.parametrize(("text", "tree"), READINGS)
def test_a_text_has_one_reading(text: str, tree: Tree) -> None:
    assert parse_query(text) == tree


def test_words_are_unquoted_text() -> None:
    expected = AllOf((Words("机构人员"), Phrase("三审三校"), Words("不足", PROBLEMS)))
    assert parse_query('机构人员 "三审三校" in:problems 不足', words=True) == expected


BROKEN = [
    ("yaer:2024", 0, "“year”"),
    ("甲 provnce:甘肃省", 2, "“province”"),
    ("目标：完成", 0, "Unknown field"),
    ("year:abc", 5, "not a whole number"),
    ("year:2021-2025", 5, "1..5"),
    ("year:1.5", 5, "not a whole number"),
    ("year:99999999999999999999", 5, "not a whole number"),
    ("amount_wan_yuan:1e5", 16, "not a number"),
    ("province:>=3", 9, "ranges"),
    ("total:>=1", 0, "is the end of"),
    ("received:>=1", 0, "is the end of"),  # a row of table three as well as a line of 2014
    ("received.total:1,000", 15, "write 1000"),
    ("received.total:>=1，000", 15, "write 1000"),
    ("received.total:(5,1,000)", 15, "write 1000"),
    ("甲 requests.received.total>=100", 2, "requests.received.total:>=100"),
    ("year＝2024", 0, "year:2024"),
    ("年度 >= 2024", 3, "FIELD:>=N"),
    ("received>5", 0, "received:>5"),
    ("甲 or 乙", 2, "in capitals"),
    ("甲 || 乙", 2, "in capitals"),
    ("year:", 5, "missing"),
    ("year:..", 5, "no range"),
    ("published:2024-13-01", 10, "no such month"),
    ("published:2023-02-29", 10, "no such day"),
    ("level:countty", 6, "“county”"),
    ("outcome:denyed", 8, "“denied”"),
    ("(甲", 0, "not closed"),
    ("甲)", 1, "never opened"),
    ("甲 OR", 4, "missing"),
    ("OR 甲", 0, "missing"),
    ("()", 1, "missing"),
    ('"甲', 0, "not closed"),
    ('"甲”', 0, "not closed"),
    ('甲"乙 丙"', 1, "inside a word"),
    ('""', 0, "nothing to look for"),
    ("- 甲", 0, "minus"),
    ("甲 AND 乙", 2, "AND"),
    (":甲", 0, "field is missing"),
    ("in:problems", 11, "phrase"),
    ("in:problems year:2024", 12, "phrase"),
    ("in:problem 甲", 3, "“problems”"),
    ("三审*", 0, "write 三审, which"),
    ("甲 三审*校", 2, "near(三审, 校, 5)"),
    ("三审＊", 0, "no wildcards"),
    ("province:甘*", 9, "no wildcards"),
    ("title:甘*", 6, "no wildcards"),
    ("*", 0, "FIELD:*"),
    ("near(甲, 乙)", 9, "quoted"),
    ("near(甲, 乙, 二十)", 11, "whole number"),
    ("near(甲, 乙, 2000)", 11, "up to 1,000"),
    ("near(甲, 乙, 20", 0, "near(三审三校, 保密, 20)"),
    ("near(甲 丙, 乙, 20)", 7, "quoted"),
    ("near(甲*, 乙, 20)", 5, "no wildcards"),
    ('near("", 乙, 20)', 7, "quoted"),
    ("title:near(甲, 乙, 20)", 6, "in:title near"),
    ("applicant:natural_person", 0, "beside outcome"),
    ("甲 applicant:natural_persn outcome:denied", 12, "“natural_person”"),
    ("outcome:denied -applicant:other", 16, "never behind a minus"),
    ("outcome:denied in:problems applicant:other", 27, "never behind a minus or in:"),
    ("(outcome:denied) OR applicant:other", 20, "beside outcome"),
    ("(" * 60 + "甲" + ")" * 60, 50, "nested"),
]


@pytest.mark.parametrize(("text", "position", "words"), BROKEN)
def test_an_error_points_at_the_place(text: str, position: int, words: str) -> None:
    with pytest.raises(BadQuery) as caught:
        parse_query(text)
    assert (caught.value.position, words in str(caught.value)) == (position, True), str(caught.value)


def test_long_input_is_not_echoed() -> None:
    with pytest.raises(BadQuery) as caught:
        parse_query("x" * 9_000 + ":1")
    assert len(str(caught.value)) < 300
    with pytest.raises(BadQuery, match="longer"):
        parse_query("x" * 20_000)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (f"{TOTAL}>=100", Range(TOTAL, 100)),
        (f"{TOTAL} < 5", Range(TOTAL, None, 5, high_open=True)),
        ("received.total=0", Term(TOTAL, (0,))),
        ("received.total:2..5", Range(TOTAL, 2, 5)),
    ],
)
def test_a_comparison_is_a_range(text: str, tree: Tree) -> None:
    assert parse_comparison(text) == tree


def test_every_field_is_found_by_name_label_and_alias() -> None:
    for field in FIELDS:
        for name in (field.name, field.label, *field.aliases):
            assert parse_query(f'"{name}":*') == Exists(field.name), name


TEXT = st.text(min_size=1, max_size=8).filter(lambda text: normalise(text) != "")
SCOPE = st.lists(st.sampled_from([field.name for field in TEXTS]), unique=True, max_size=3).map(tuple)
EXACT = [field for field in FIELDS if field.kind is not Kind.TEXT and not keys_of(field.name)]


def values(kind: Kind) -> st.SearchStrategy[object]:
    if kind is Kind.INTEGER:
        return st.integers(-(10**12), 10**12)
    if kind is Kind.DECIMAL:
        return st.decimals(-(10**6), 10**6, places=2)
    if kind is Kind.DATE:
        return st.dates().map(lambda day: day.isoformat())
    return st.text(min_size=1, max_size=8)


@st.composite
def leaves(draw: st.DrawFn) -> Tree:
    choice = draw(st.integers(0, 4))
    if choice == 0:
        return Phrase(draw(TEXT), draw(SCOPE))
    if choice == 4:
        return Near(draw(TEXT), draw(TEXT), draw(st.integers(0, 1_000)), draw(SCOPE))
    field = draw(st.sampled_from(EXACT))
    if choice == 1:
        return Exists(field.name)
    if choice == 2 or field.kind is Kind.KEYWORD:
        return Term(field.name, tuple(draw(st.lists(values(field.kind), min_size=1, max_size=3))))  # type: ignore[arg-type]
    low, high = draw(st.tuples(st.none() | values(field.kind), st.none() | values(field.kind)).filter(any_end))
    opens = draw(st.booleans()), draw(st.booleans())
    return Range(field.name, low, high, opens[0] and low is not None, opens[1] and high is not None)  # type: ignore[arg-type]


def any_end(ends: tuple[object, object]) -> bool:
    return ends != (None, None)


TREES = st.just(AllOf()) | st.recursive(
    leaves(),
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(lambda several: AllOf(tuple(several))),
        st.lists(parts, min_size=2, max_size=3).map(lambda several: AnyOf(tuple(several))),
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(TREES)
def test_parse_undoes_print(tree: Tree) -> None:
    assert parse_query(write_query(tree)) == tree


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.sampled_from('甲乙OR in:(),，（）："“”「」-*.<>=≥ \u3000year2021problems\\'), max_size=30))
def test_any_text_is_a_tree_or_a_bad_query(text: str) -> None:
    try:
        tree = parse_query(text)
    except BadQuery as error:
        position = error.position
        tree = AllOf()
    else:
        position = 0
    assert position is None or 0 <= position <= len(text)
    assert parse_query(write_query(tree)) == tree


@pytest.mark.parametrize("text", ["received.total=>7", "received.total=<7", "received.total = >7"])
def test_a_comparison_the_wrong_way_round_is_none(text: str) -> None:
    with pytest.raises(BadQuery, match="at least is written >="):
        parse_comparison(text)

"""near(…): what is near, how little is read for it, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from contract.documents import make_document
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import BadQuery
from gongkai.search import near
from gongkai.search.elasticsearch_query import compile_tree
from gongkai.search.near import Verified, near_pairs
from gongkai.search.query import AllOf, AnyOf, Near, Not, Phrase, Query, Term, Tree
from gongkai.search.snippets import snippets_of, wanted_of
from gongkai.text import normalise

TEXT = st.text("甲乙 。", min_size=1, max_size=3).filter(normalise)


@settings(deadline=None, max_examples=500)
@given(st.text("甲乙丙 。", max_size=30).map(normalise), TEXT, TEXT, st.integers(0, 8))
def test_near_is_what_every_pair_of_places_says(text: str, first: str, second: str, within: int) -> None:
    one, other = normalise(first), normalise(second)
    spots = set()
    for left in range(len(text)):
        for right in range(len(text)):
            if text.startswith(one, left) and text.startswith(other, right):
                gap = max(right - left - len(one), left - right - len(other))
                if 0 <= gap <= within:
                    spots |= {(left, left + len(one)), (right, right + len(other))}
    assert near_pairs(text, Near(first, second, within)) == spots


DOCUMENTS = [make_document(str(number), sections={"overview": "甲" + "丙" * number + "乙"}) for number in range(5)]


def read_by(asked: list[Tree]) -> Any:
    def read(near: Near, tree: Tree) -> Iterator[dict[str, Any]]:
        asked.append(tree)
        return iter(DOCUMENTS)

    return read


def resolved(query: Query, read: Any) -> Query:
    return Verified(lambda: "").resolved(query, read)


def test_what_was_verified_is_kept_while_nothing_changes() -> None:
    asked: list[Tree] = []
    states = iter("aab")
    verified = Verified(lambda: next(states))
    for times in (1, 1, 2):
        verified.resolved(Query(Near("甲", "乙", 2)), read_by(asked))
        assert len(asked) == times


def test_a_condition_becomes_a_set_of_ids() -> None:
    asked: list[Tree] = []
    both = AllOf((Phrase("甲", ("title",)), Phrase("乙", ("title",))))
    query = resolved(Query(Near("甲", "乙", 2, ("title",))), read_by(asked))
    assert query.tree == AllOf((AnyOf((both,)), Term("id", ())))
    query = resolved(Query(Near("甲", "乙", 2)), read_by(asked))
    assert isinstance(query.tree, AllOf)
    assert query.tree.parts[1] == Term("id", tuple(one["id"] for one in DOCUMENTS[:3]))


def test_only_what_can_be_found_is_read() -> None:
    asked: list[Tree] = []
    year, phrase = Term("year", (2024,)), Not(Phrase("丁"))
    inner = AllOf((phrase, Not(Near("甲", "乙", 2))))
    resolved(Query(AllOf((year, AnyOf((phrase, inner))))), read_by(asked))
    (tree,) = asked
    assert isinstance(tree, AllOf)
    assert tree.parts[1:] == (year, phrase)
    plain = Query(AllOf((year, phrase)))
    assert resolved(plain, read_by(asked)) is plain
    assert len(asked) == 1


def test_more_reports_than_memory_should_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "MOST", 2)
    with pytest.raises(BadQuery, match="more than 2 reports"):
        resolved(Query(Near("甲", "乙", 2)), read_by([]))


def test_a_cluster_takes_any_number_of_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    from gongkai.search import elasticsearch_query

    monkeypatch.setattr(elasticsearch_query, "_TERMS", 3)
    ids = tuple(f"{number}" for number in range(7))
    (asked,) = compile_tree(Term("id", ids)).to_dict()["bool"]["filter"]
    assert [part["terms"]["id"] for part in asked["bool"]["should"]] == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


def test_marks_lie_on_the_printed_characters() -> None:
    document = make_document("m", sections={"overview": "三审\n三校，　再 保\n密。" + "字" * 50 + "三审三校"})
    (snippet,) = snippets_of(document, wanted_of(Near("三审三校", "保密", 5)), 3)
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["三审\n三校", "保\n密"]
    assert snippet.text == "三审\n三校，　再 保\n密。字字"

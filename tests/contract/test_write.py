"""The contract, written: outcomes, the ledger, what is current, history, deep pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from contract.documents import incoming, make_document, make_id
from gongkai.errors import BadQuery
from gongkai.search.engine import Engine, Entry, Incoming, Outcome
from gongkai.search.query import Phrase, Pivot, Query, Range, Term

KEY = "620400/甲市人民政府/agency/2021"
GRANTED = "requests.granted.total"


def found(engine: Engine, query: Query | None = None) -> list[str]:
    """Return the sources of what is current, by source."""
    return sorted(document["source"] for document in engine.export(query or Query(limit=1)))


def version(name: str, *, published: str | None = None, granted: int | None = None, **parts: Any) -> dict[str, Any]:
    """Return a document of KEY."""
    figures = {} if granted is None else {GRANTED: granted}
    return make_document(name, report_key=parts.pop("key", KEY), published=published, figures=figures, **parts)


def write(engine: Engine, inputs: Iterable[Incoming]) -> list[tuple[str, str]]:
    """Write a batch; return source and outcome."""
    return [(entry.source, str(entry.outcome)) for entry in engine.write(inputs)]


def test_every_input_has_one_line_of_the_ledger(engine: Engine) -> None:
    document = make_document("a")
    batch = [
        incoming(document),
        incoming(document, source="copy.html"),
        Incoming("list.html", "2", "1", outcome=Outcome.NOT_A_REPORT, reason="目录页"),
        Incoming("bad.html", "3", "1", outcome=Outcome.FAILED, reason="empty"),
    ]
    entries = engine.write(iter(batch))
    assert entries == [
        Entry("a.html", Outcome.INDEXED, make_id("a")),
        Entry("copy.html", Outcome.DUPLICATE, make_id("a"), "a.html"),
        Entry("list.html", Outcome.NOT_A_REPORT, None, "目录页"),
        Entry("bad.html", Outcome.FAILED, None, "empty"),
    ]
    assert sorted(engine.ledger(), key=lambda e: e.source) == sorted(entries, key=lambda e: e.source)
    assert engine.count() == 1


def test_what_was_read_is_known_until_it_or_the_parser_changes(engine: Engine) -> None:
    engine.write([incoming(make_document("a")), Incoming("b", "2", "1", outcome=Outcome.NOT_A_REPORT)])
    assert engine.known("a.html", "1", "1")
    assert engine.known("b", "2", "1")
    assert not engine.known("a.html", "2", "1")
    assert not engine.known("a.html", "1", "2")
    assert not engine.known("c.html", "1", "1")


def test_what_failed_is_tried_again(engine: Engine) -> None:
    engine.write([Incoming("a.html", "1", "1", outcome=Outcome.FAILED, reason="timeout")])
    assert not engine.known("a.html", "1", "1")
    assert write(engine, [incoming(make_document("a"))]) == [("a.html", "indexed")]
    assert [entry.outcome for entry in engine.ledger()] == [Outcome.INDEXED]


def test_the_same_again_changes_nothing(engine: Engine) -> None:
    batch = [incoming(make_document("a")), incoming(make_document("b"))]
    engine.write(batch)
    before = list(engine.ledger())
    assert write(engine, batch) == [("a.html", "unchanged"), ("b.html", "unchanged")]
    assert list(engine.ledger()) == before
    assert engine.count() == 2


def test_a_newer_parser_replaces_its_own_reading(engine: Engine) -> None:
    engine.write([incoming(make_document("a", title="甲"))])
    entries = write(engine, [incoming(make_document("a", title="乙"), parser="2")])
    assert entries == [("a.html", "indexed")]
    assert engine.count() == 1
    assert engine.search(Query(Phrase("甲"))).total == 0
    assert engine.search(Query(Phrase("乙"))).total == 1
    assert (engine.get(make_id("a")) or {})["title"] == "乙"


def test_the_later_publication_is_current(engine: Engine) -> None:
    engine.write([incoming(version("new", published="2022-02-01")), incoming(version("old", published="2022-01-01"))])
    assert found(engine) == ["new.html"]
    engine.write([incoming(version("newest", published="2022-03-01", title="甲"))])
    assert found(engine) == ["newest.html"]
    assert engine.count() == 1
    assert engine.search(Query(Term("report_key", (KEY,)))).total == 1
    assert [d["source"] for d in engine.history(KEY)] == ["newest.html", "new.html", "old.html"]
    assert (engine.get(make_id("old")) or {})["source"] == "old.html"


def test_then_the_more_complete_then_the_greater_id(engine: Engine) -> None:
    engine.write([incoming(version("empty")), incoming(version("full", granted=0))])
    assert found(engine) == ["full.html"]  # a printed zero counts as printed
    twins = {make_id("t1"): "t1.html", make_id("t2"): "t2.html"}
    engine.write([incoming(version("t1", key="k2")), incoming(version("t2", key="k2"))])
    assert found(engine) == ["full.html", twins[max(twins)]]
    assert engine.history("nothing") == []


def test_without_a_key_a_document_stands_alone(engine: Engine) -> None:
    engine.write([incoming(make_document("a")), incoming(make_document("b"))])
    assert found(engine) == ["a.html", "b.html"]


def test_a_changed_file_takes_the_place_of_its_former_version(engine: Engine) -> None:
    engine.write([incoming(version("a", published="2022-05-01", title="旧"))])
    changed = incoming(version("a2", published="2022-01-01", title="新"), source="a.html", digest="2")
    assert write(engine, [changed]) == [("a.html", "indexed")]  # although it is published earlier
    assert engine.search(Query(Phrase("旧"))).total == 0
    assert engine.search(Query(Phrase("新"))).total == 1
    assert [d["title"] for d in engine.history(KEY)] == ["新", "旧"]
    assert [(e.source, e.id) for e in engine.ledger()] == [("a.html", make_id("a2"))]


@pytest.mark.parametrize("key", [None, KEY, "other"])
def test_its_former_version_leaves_even_another_key(engine: Engine, key: str | None) -> None:
    engine.write([incoming(make_document("a", title="旧"))])
    engine.write([incoming(make_document("a2", title="新", report_key=key), source="a.html", digest="2")])
    assert engine.count() == 1
    assert engine.search(Query(Phrase("旧"))).total == 0
    assert (engine.get(make_id("a")) or {})["title"] == "旧"


def test_a_file_that_is_no_report_any_more_leaves_the_index(engine: Engine) -> None:
    engine.write([incoming(make_document("a"))])
    engine.write([Incoming("a.html", "2", "1", outcome=Outcome.NOT_A_REPORT, reason="目录页")])
    assert (engine.count(), [e.outcome for e in engine.ledger()]) == (0, [Outcome.NOT_A_REPORT])
    assert write(engine, [incoming(make_document("a"), digest="3")]) == [("a.html", "indexed")]
    assert engine.count() == 1


def test_a_page_that_says_nothing_any_more_loses_nothing(engine: Engine) -> None:
    """The server failed or the crawler: a message in place of a page, or an empty one."""
    engine.write([incoming(version("a"), source="a.html")])
    message = Incoming("a.html", "2", "1", outcome=Outcome.NOT_A_REPORT, reason="404 Not Found", says_nothing=True)
    assert list(engine.write([message])) == [Entry("a.html", Outcome.NOT_A_REPORT, make_id("a"), "404 Not Found")]
    assert list(engine.write([message])) == [Entry("a.html", Outcome.UNCHANGED, make_id("a"), "404 Not Found")]
    empty = replace(message, digest="3", reason="the page holds no text")
    assert list(engine.write([empty])) == [Entry("a.html", Outcome.NOT_A_REPORT, make_id("a"), "the page holds no text")]
    assert found(engine) == ["a.html"]
    assert engine.known("a.html", "3", "1")
    engine.write([incoming(version("b"), source="a.html", digest="4")])
    assert found(engine) == ["b.html"]
    engine.write([Incoming("a.html", "5", "1", outcome=Outcome.NOT_A_REPORT, reason="目录页")])
    assert found(engine) == []
    assert list(engine.write([replace(message, digest="6")])) == [Entry("a.html", Outcome.NOT_A_REPORT, None, "404 Not Found")]


def test_a_page_that_a_better_parser_takes_for_no_report_leaves(engine: Engine) -> None:
    engine.write([incoming(version("a"), source="a.html")])
    recognised = Incoming("a.html", "1", "2", outcome=Outcome.NOT_A_REPORT, reason="no text", says_nothing=True)
    engine.write([recognised])
    assert found(engine) == []
    engine.write([incoming(version("a"), source="a.html", digest="2")])
    engine.write([replace(recognised, digest="3"), replace(recognised, digest="3", parser="3")])
    assert found(engine) == ["a.html"]


def test_a_file_that_cannot_be_read_again_loses_nothing(engine: Engine) -> None:
    engine.write([incoming(version("a"), source="a.html")])
    failed = Incoming("a.html", "unreadable", "1", outcome=Outcome.FAILED, reason="Permission denied")
    for _ in range(2):
        assert list(engine.write([failed])) == [Entry("a.html", Outcome.FAILED, make_id("a"), "Permission denied")]
        assert found(engine) == ["a.html"]
    assert not engine.known("a.html", "unreadable", "1")
    engine.write([Incoming("a.html", "2", "1", outcome=Outcome.NOT_A_REPORT, reason="目录页")])
    assert found(engine) == []


def test_the_next_in_rank_follows_when_the_current_one_leaves(engine: Engine) -> None:
    engine.write([incoming(version("first", published="2022-01-01")), incoming(version("second", published="2022-02-01"))])
    engine.write([Incoming("second.html", "2", "1", outcome=Outcome.NOT_A_REPORT, reason="empty")])
    assert found(engine) == ["first.html"]
    assert engine.search(Query(Range("published", "2022-01-01"))).total == 1


def test_a_page_in_two_files_stays_while_one_of_them_has_it(engine: Engine) -> None:
    page = make_document("a", title="旧")
    engine.write([incoming(page), incoming(page, source="copy.html")])
    engine.write([incoming(make_document("a2"), source="a.html", digest="2")])
    assert engine.count() == 2
    engine.write([incoming(make_document("a3"), source="copy.html", digest="2")])
    assert engine.search(Query(Phrase("旧"))).total == 0
    assert engine.count() == 2


def test_a_key_that_a_newer_parser_corrects(engine: Engine) -> None:
    engine.write([incoming(version("a", published="2022-02-01")), incoming(version("b", published="2022-01-01"))])
    assert found(engine) == ["a.html"]
    engine.write([incoming(version("a", published="2022-02-01", key="right"), parser="2")])
    assert found(engine) == ["a.html", "b.html"]


def test_versions_within_one_batch(engine: Engine) -> None:
    engine.write(incoming(version(f"v{n}", published=f"2022-01-{n % 28 + 1:02}", title=f"第{n}版")) for n in range(60))
    assert engine.count() == 1
    assert len(engine.history(KEY)) == 60
    current = engine.history(KEY)[0]
    assert current["published"] == "2022-01-28"
    assert found(engine) == [current["source"]]
    assert engine.search(Query(Phrase(current["title"]))).total == 1


def test_an_error_in_a_batch_undoes_the_batch(engine: Engine) -> None:
    def broken() -> Iterable[Incoming]:
        yield incoming(make_document("b"))
        raise KeyboardInterrupt

    engine.write([incoming(make_document("a"))])
    with pytest.raises(KeyboardInterrupt):
        engine.write(broken())
    assert [entry.source for entry in engine.ledger()] == ["a.html"]
    assert engine.count() == 1
    engine.write([incoming(make_document("c"))])
    assert found(engine) == ["a.html", "c.html"]


def test_odd_texts_are_stored_as_they_are(engine: Engine) -> None:
    odd = make_document("a", title="\ud800 lone", agency="\udcff", sections={"other": "\0 \x1b[31m \U0010ffff"})
    (entry,) = engine.write([incoming(odd, source="bad\udcff.html")])
    assert entry.outcome is Outcome.INDEXED
    assert engine.known("bad\udcff.html", "1", "1")
    assert engine.get(make_id("a")) == odd
    assert engine.search(Query(Phrase("lone"))).total == 1
    assert [e.source.isprintable() for e in engine.ledger()] == [True]


def test_an_id_is_found_by_a_beginning_that_is_unique(engine: Engine) -> None:
    engine.write([incoming({**make_document(name), "id": name}) for name in ("ab12", "ab13", "ab1")])
    assert (engine.get("ab12") or {})["id"] == "ab12"
    assert (engine.get("ab1") or {})["id"] == "ab1"  # an exact id is never ambiguous
    with pytest.raises(BadQuery, match="ab"):
        engine.get("ab")


def test_deep_pages(engine: Engine) -> None:
    documents = [make_document(f"d{n}", year=2000 + n % 3, sections={"overview": "三审三校" * (1 + n % 2)}) for n in range(300)]
    engine.write(incoming(document) for document in documents)
    for query in ({"sort": "year"}, {"sort": "-year"}, {"tree": Phrase("三审三校")}, {}):
        whole = [hit.id for hit in engine.search(Query(limit=300, **query)).hits]  # type: ignore[arg-type]
        assert len(set(whole)) == 300
        parts = [hit.id for at in range(0, 300, 70) for hit in engine.search(Query(offset=at, limit=70, **query)).hits]  # type: ignore[arg-type]
        assert parts == whole
        beyond = engine.search(Query(offset=10**12, limit=10**12, **query))  # type: ignore[arg-type]
        assert (beyond.total, beyond.hits) == (300, ())
    years = {document["id"]: document["year"] for document in documents}
    descending = [hit.id for hit in engine.search(Query(sort="-year", limit=300)).hits]
    assert descending == sorted(sorted(years), key=lambda one: -years[one])


def test_many_values_are_counted_and_summed_exactly(engine: Engine) -> None:
    engine.write(incoming(make_document(f"d{n}", agency=f"机关{n % 2500:04}", figures={GRANTED: n})) for n in range(3000))
    (facet,) = engine.search(Query(facets=("agency",))).facets
    assert len(facet.buckets) == 2500
    assert [(b.value, b.count) for b in facet.buckets[:2]] == [("机关0000", 2), ("机关0001", 2)]
    assert facet.buckets[500].count == 1
    cells = engine.pivot(Query(), Pivot("agency", None, GRANTED))
    assert len(cells) == 2500
    assert cells[3].value == 3 + 2503

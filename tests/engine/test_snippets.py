"""Marks and contexts: always on the report's own characters, whatever was folded between them."""

from __future__ import annotations

import re
import unicodedata

import pytest
from contract.documents import make_document
from contract.random_corpus import ALPHABETS
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.search import snippets
from gongkai.search.excerpts import BECOMES_HAN
from gongkai.search.query import AnyOf, Near, Phrase
from gongkai.search.snippets import count_of, marks_in, occurrences_of, snippets_of, wanted_of
from gongkai.text import normalise

HOSTILE = st.sampled_from(ALPHABETS).flatmap(lambda alphabet: st.text(alphabet + "三校\n", max_size=40))
PLAIN = st.text("三审校 \n\u3000。", max_size=60)


@st.composite
def text_and_phrase(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, str]:
    text = draw(texts.filter(normalise))
    plain = normalise(text)
    start = draw(st.integers(0, len(plain) - 1))
    return text, normalise(plain[start : start + draw(st.integers(1, 6))]) or plain


@settings(deadline=None, max_examples=400)
@given(text_and_phrase(HOSTILE), st.integers(0, 30))
def test_every_occurrence_lies_on_printed_characters(drawn: tuple[str, str], context: int) -> None:
    text, phrase = drawn
    document = make_document("o", sections={"overview": text})
    wanted = wanted_of(Phrase(phrase))
    found = list(occurrences_of(document, wanted, context))
    assert len(found) == normalise(text).count(phrase) == count_of(document, wanted)
    for one in found:
        assert "".join(one.printed) in text
        assert phrase in normalise("三" + one.printed[1] + "三") or phrase in normalise("a" + one.printed[1] + "a")
    for snippet in snippets_of(document, wanted, context):
        assert snippet.text in text
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)


@settings(deadline=None, max_examples=300)
@given(text_and_phrase(PLAIN), st.integers(0, 30))
def test_a_context_is_as_long_as_asked(drawn: tuple[str, str], context: int) -> None:
    text, phrase = drawn
    plain = normalise(text)
    at = -len(phrase)
    for one in occurrences_of(make_document("o", sections={"other": text}), wanted_of(Phrase(phrase)), context):
        at = plain.find(phrase, at + len(phrase))
        left, keyword, right = map(normalise, one.printed)
        assert keyword == phrase
        assert left == normalise(plain[max(0, at - context) : at])
        assert right == normalise(plain[at + len(phrase) :][:context])


@settings(deadline=None, max_examples=300)
@given(PLAIN, st.integers(0, 9))
def test_marks_of_near_are_its_two_phrases(text: str, within: int) -> None:
    near = Near("三审", "校", within)
    marks = marks_in(text, "sections.other", wanted_of(near))
    assert {normalise(text[start:end]) for start, end in marks} <= {"三审", "校"}
    assert marks == sorted(marks)
    assert bool(marks) == bool(count_of(make_document("m", sections={"other": text}), wanted_of(near)))


@settings(deadline=None, max_examples=600)
@given(
    st.one_of(HOSTILE, PLAIN, st.text("三审校字㊔\u2f00一审\u200b \n。a", max_size=200)),
    st.lists(st.text("三审校字一", min_size=1, max_size=3), min_size=1, max_size=3),
    st.integers(0, 12),
)
def test_an_excerpt_decides_as_the_whole_text_does(text: str, phrases: list[str], context: int) -> None:
    document = make_document("o", sections={"overview": text})
    wanted = wanted_of(AnyOf(tuple(map(Phrase, phrases))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snippets, "excerpt_of", lambda text, wanted, context: (0, len(text)))
        whole = snippets_of(document, wanted, context)
    assert snippets_of(document, wanted, context) == whole


def test_what_normalising_makes_han_of_is_known() -> None:
    strange = re.compile(f"[{BECOMES_HAN}]")
    for char in map(chr, range(0x110000)):
        if not "\u4e00" <= char <= "\u9fff" and re.search("[\u4e00-\u9fff]", unicodedata.normalize("NFKC", char)):
            assert strange.match(char), hex(ord(char))


def test_the_passage_with_most_different_phrases_is_shown() -> None:
    text = "公开" * 5 + "事" * 300 + "公开与保密" + "项" * 300 + "保密" * 4
    document = make_document("passage", sections={"overview": text})
    (snippet,) = snippets_of(document, wanted_of(AnyOf((Phrase("公开"), Phrase("保密")))), 5)
    assert snippet.text == "事" * 5 + "公开与保密" + "项" * 5

"""The laws of the one normalisation: what index, query and highlight rely on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongkai.text import normalise, normalise_all, normalise_with_offsets

# Characters at which normalisations break: every white space, marks, jamo, kana marks, compatibility forms, Han beyond the BMP.
HOSTILE = (
    " \t\n\r\x0b\x0c\x1c\x1f\x85\xa0\u1680\u2003\u2028\u2029\u202f\u3000\u200b\u200d\ufeff\u00ad"
    "\u0301\u0323\u0327\u0345\u3099\u309a\u1100\u1161\u11a8\uac00\u0344\u0f73\u1112\u094d\U00011099\U000110ba\u1ffe\u00b4\u00a8\u2017"
    "aAzZ09.-é\u1e9bÅ\u212aſ０Ａ①㈠㍿㎏ﬁ½…“”‘，。、（）：；ｶﾞカ゛はﾟ℃№"
    "中文字三审校〇々〆\u2f00\uf900\ufa0e\u3021\U00020000\U0002f800\U00030000\U0001f600\ue000\ufdd0\u2420\u2403"
)
TEXTS = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_categories=["Cs"])), max_size=40)
PLAIN = st.text(
    st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_categories=["Cs"])).filter(
        lambda char: not any(unicodedata.category(part)[0] == "M" for part in unicodedata.normalize("NFKC", char))
    ),
    max_size=40,
)
"""Texts without marks: a mark that white space kept from its base may be printed behind the next offset."""
LAWS = settings(deadline=None, max_examples=1500)
ORDINARY = " \t\n\r\u3000\xa0aAzZ09.-０Ａ①“”，。、（）：；中文字三审校〇々·—◆"
"""What a table of characters knows: texts of these only are never handed on."""


@LAWS
@given(TEXTS)
def test_normalised_text_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@LAWS
@given(st.lists(st.text(st.sampled_from(ORDINARY), max_size=40) | TEXTS | st.text(max_size=5), max_size=5))
@example(["a\0b", "c"])
@example(["\ud800", "Ａ"])
def test_many_texts_at_once_are_normalised_as_each_is(texts: list[str]) -> None:
    assert normalise_all(texts) == [normalise(text) for text in texts]


@pytest.mark.parametrize("context", ["{}", "a{}a", "中{}中", "A {} ,"])
def test_every_character_at_once_is_what_it_is_alone(context: str) -> None:
    texts = [context.format(chr(code)) for code in range(1 << 16)]
    parts = [[text] for text in texts[:0x3400] + texts[0xFF00:]]  # one that the table lacks hands its neighbours on as well
    for part in [*parts, *(texts[start : start + 256] for start in range(0x3400, 0xFF00, 256))]:
        assert normalise_all(part) == [normalise(text) for text in part]


@LAWS
@given(TEXTS)
@example("e\n\u0301")
@example("中 \u0301文")
def test_both_functions_agree_and_every_character_has_an_offset(text: str) -> None:
    plain, offsets = normalise_with_offsets(text)
    assert plain == normalise(text)
    assert len(offsets) == len(plain) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@LAWS
@given(TEXTS)
def test_what_is_normalised_is_nfkc_folded_and_has_no_stray_space(text: str) -> None:
    plain = normalise(text)
    assert unicodedata.is_normalized("NFKC", plain)
    assert not any("A" <= char <= "Z" for char in plain)
    assert "  " not in plain
    assert plain == plain.strip()
    assert {char for char in plain if char.isspace()} <= {" "}


@LAWS
@given(PLAIN, st.data())
def test_a_stretch_of_normalised_text_is_printed_where_its_offsets_say(text: str, data: st.DataObject) -> None:
    plain, offsets = normalise_with_offsets(text)
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    while start and offsets[start] == offsets[start - 1]:
        start -= 1  # one printed character became several
    while end < len(plain) and offsets[end] == offsets[end - 1]:
        end += 1
    printed = normalise(text[offsets[start] : offsets[end]])
    assert printed.replace(" ", "") == plain[start:end].replace(" ", "")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("政 府 信\n息", "政府信息"),
        ("三审\r\n三校", "三审三校"),
        ("政务  open\tDATA 公开", "政务open data公开"),
        ("open\ndata", "open data"),
        ("100\n件", "100件"),
        ("（１）ＡＢＣ", "(1)abc"),
        ("a\n(b", "a(b"),
        ("a\n\n(b", "a (b"),
        ("\u3000 首尾 \n", "首尾"),
        ("零\u200b宽", "零宽"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_examples(text: str, plain: str) -> None:
    assert normalise(text) == plain

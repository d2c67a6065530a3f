"""Exact means exact: hostile documents and queries against a plain substring scan of the normalised text."""

from __future__ import annotations

import random
from pathlib import Path

import tantivy
from contract.documents import incoming, make_document

from gongkai.mappings.fields import TEXTS
from gongkai.report import SECTIONS
from gongkai.search.embedded import EmbeddedEngine
from gongkai.search.embedded_query import compile_tree
from gongkai.search.query import AllOf, AnyOf, Not, Phrase, Tree
from gongkai.text import normalise

SEED = 20_260_101
DOCUMENTS, QUERIES = 3_000, 2_400
ALPHABETS = (
    "三审校制度",  # few characters: many near misses
    "政府信息公开申请办理不予部分予以公开年度报告",
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2003\u2028\u2029\u202f\u205f\u3000\u200b\ufeff三a",
    "\\.+*?()|[]{}^$#&-~<>@\"'/:;,!%=_`",
    "aAbBSEse019 ０９ＡＺ\n",
    "é\u0301e\u0323a\u0308\u3099か\u309aハﾟ\u1100\u1161한\u0345中",
    "\U00020000\U00020001\U0001f600\U0001f1e8\U0001f1f3\U0002f800中字",
    "\u2420\u2403\u2424\ufffd\ufdd0\ue000\uf8ff\u0000\u0001\u007f\u3007①㈠㎏ﬁ½",
)


def _text(chance: random.Random, longest: int) -> str:
    alphabet = chance.choice(ALPHABETS) if chance.random() < 0.7 else "".join(chance.sample(ALPHABETS, 3))
    return "".join(chance.choices(alphabet, k=chance.randint(0, longest)))


def _parts(chance: random.Random) -> dict[str, str]:
    """Return field name → raw text of one document; sections touch, so that a phrase could cross them."""
    chosen = chance.sample(list(SECTIONS), chance.randint(1, 3))
    parts = {f"sections.{key}": _text(chance, 40) for key in chosen}
    if chance.random() < 0.5:
        parts["title"] = _text(chance, 15)
    return parts


def _phrase(chance: random.Random, texts: list[str]) -> str:
    """Return a stretch of a document, sometimes changed in one character, or a text of its own."""
    length = chance.randint(1, 12)
    text = chance.choice(texts)
    if text and chance.random() < 0.75:
        start = chance.randrange(len(text))
        phrase = text[start : start + length]
        if chance.random() < 0.25:
            at = chance.randrange(len(phrase))
            phrase = phrase[:at] + chance.choice(chance.choice(ALPHABETS)) + phrase[at + 1 :]
        return phrase
    return _text(chance, length)


def _tree(chance: random.Random, texts: list[str]) -> Tree:
    while not normalise(text := _phrase(chance, texts)):
        pass
    fields: tuple[str, ...] = ()
    if chance.random() < 0.3:
        fields = tuple(field.name for field in chance.sample(TEXTS, chance.randint(1, 3)))
    phrase = Phrase(text, fields)
    kind = chance.random()
    if kind < 0.8:
        return phrase
    other = _tree(chance, texts)
    return AllOf((phrase, other)) if kind < 0.87 else AnyOf((phrase, other)) if kind < 0.94 else AllOf((phrase, Not(other)))


def _scan(tree: Tree, plain: list[tuple[int, str, str]]) -> set[int]:
    """Return by a plain scan the numbers that the tree finds; `plain` is (number, field, normalised text)."""
    match tree:
        case Phrase(text, names):
            wanted = normalise(text)
            return {no for no, name, text in plain if wanted in text and (not names or name in names)}
        case AllOf((first, Not(part))):
            return _scan(first, plain) - _scan(part, plain)
        case AllOf((first, second)):
            return _scan(first, plain) & _scan(second, plain)
        case AnyOf((first, second)):
            return _scan(first, plain) | _scan(second, plain)
    raise AssertionError(tree)


def test_phrases_find_what_a_substring_scan_finds(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    raw = [_parts(chance) for _ in range(DOCUMENTS)]
    engine = EmbeddedEngine.open(tmp_path, create=True)
    engine.write(
        incoming(
            make_document(
                f"{no}",
                title=parts.get("title"),
                sections={name.removeprefix("sections."): text for name, text in parts.items() if name != "title"},
            )
        )
        for no, parts in enumerate(raw)
    )
    plain = [(no, name, normalise(text)) for no, parts in enumerate(raw, 1) for name, text in parts.items()]
    texts = [text for parts in raw for text in parts.values() if text]
    order = [field.name for field in TEXTS]
    texts += ["".join(parts[name] for name in order if name in parts) for parts in raw]  # phrases across sections
    searcher = engine._index.searcher()
    wrong, matching = [], 0
    for _ in range(QUERIES):
        tree = _tree(chance, texts)
        expected = _scan(tree, plain)
        found = searcher.search(compile_tree(tree, lambda _: ()), DOCUMENTS, order_by_field="_no", order=tantivy.Order.Asc)
        matching += bool(expected)
        if {no for no, _ in found.hits} != expected:
            wrong.append(tree)
    engine.close()
    assert wrong == []
    assert matching > QUERIES // 2

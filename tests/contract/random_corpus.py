"""Made-up corpora and questions: small, hostile, and full of near misses."""

from __future__ import annotations

import random
from typing import Any

from contract.documents import make_document
from gongkai.mappings.form import FORMS
from gongkai.report import SECTIONS
from gongkai.search.query import AllOf, AnyOf, Exists, Not, Phrase, Pivot, Query, Range, Term, Tree

ALPHABETS = (
    "三审校制度",
    "政府信息公开申请办理不予",
    " \t\n\r\x0b\u3000\xa0\u2028\u200b三a",
    "\\.+*?()|[]{}^$#&-~<>@\"'/:;,!%=_`",
    "aAbBSEse019 ０９ＡＺ",
    "é\u0301e\u0323か\u309a한\u0345中",
    "\U00020000\U00020001\U0001f600中字",
    "\u2420\u2403\u2424\ufffd\ue000\u0000\u3007①㈠㎏ﬁ½",
)
FIGURES = [cell.name for cell in FORMS["2021"].cells()][:12] + [
    f"requests.{row}.total" for row in ("received", "granted", "denied.state_secret", "unavailable.not_held", "processed")
]
DECIMAL = "proactive.fees.amount_wan_yuan"
VALUES: dict[str, tuple[Any, ...]] = {
    "province": ("甘肃省", "重庆市", "青海省", None),
    "year": (2020, 2021, 2022, None),
    "level": ("county", "township", None),
    "agency": ("甲局", "乙局", "丙局", "丁局", None),
}
DAYS = ("2021-01-31", "2021-03-01", "2022-01-10", None)


def text(chance: random.Random, longest: int) -> str:
    """Return a text of one alphabet, or of three mixed."""
    alphabet = chance.choice(ALPHABETS) if chance.random() < 0.7 else "".join(chance.sample(ALPHABETS, 3))
    return "".join(chance.choices(alphabet, k=chance.randint(0, longest)))


def document(chance: random.Random, name: str) -> dict[str, Any]:
    """Return a report with random values; sections touch, so that a phrase could cross them."""
    figures: dict[str, Any] = {figure: chance.choice((0, 1, 2, 7, 120)) for figure in FIGURES if chance.random() < 0.6}
    if chance.random() < 0.5:
        figures[DECIMAL] = chance.choice((0, 0.5, 1.1, 2.25))
    findings = [
        {"code": code, "message": "…", "figures": [], "evidence": "", "fault": chance.choice(("source_error", "undecided"))}
        for code in chance.sample(("F1", "F2", "L1"), chance.randint(0, 2))
    ]
    return make_document(
        name,
        title=text(chance, 15) or None,
        published=chance.choice(DAYS),
        sections={key: text(chance, 40) for key in chance.sample(list(SECTIONS), chance.randint(0, 4))},
        figures=figures,
        findings=findings,
        **{field: chance.choice(values) for field, values in VALUES.items()},
    )


def phrase(chance: random.Random, texts: list[str]) -> str:
    """Return a stretch of a text, sometimes changed in one character, or a text of its own."""
    length, found = chance.randint(1, 10), chance.choice(texts)
    if not found or chance.random() < 0.2:
        return text(chance, length)
    start = chance.randrange(len(found))
    chosen = found[start : start + length]
    if chance.random() < 0.25:
        at = chance.randrange(len(chosen))
        chosen = chosen[:at] + chance.choice(chance.choice(ALPHABETS)) + chosen[at + 1 :]
    return chosen


def tree(chance: random.Random, texts: list[str], depth: int = 2) -> Tree:
    """Return a random query; a phrase of nothing stands for every document."""
    kind = chance.randrange(9 if depth else 6)
    if kind >= 6:
        parts = tuple(tree(chance, texts, depth - 1) for _ in range(chance.randint(1, 3)))
        return Not(parts[0]) if kind == 8 else (AllOf, AnyOf)[kind - 6](parts)
    if kind < 3:
        chosen = phrase(chance, texts)
        fields = chance.choice(((), (), ("title",), ("sections.overview", "sections.other")))
        return Phrase(chosen, fields) if chosen.strip() and _has_text(chosen) else AllOf()
    if kind == 3:
        field = chance.choice(list(VALUES))
        return Term(field, tuple(value for value in chance.sample(VALUES[field], 2) if value is not None))
    if kind == 4:
        return Exists(chance.choice((*FIGURES, "title", "sections.overview", "published", "finding")))
    field, values = chance.choice(((chance.choice(FIGURES), (0, 1, 2.5, 7)), ("published", ("2021", "2021-03", "2022-01-10"))))
    low, high = (chance.choice((None, *values)) for _ in range(2))
    return Range(field, low, high, chance.random() < 0.3, chance.random() < 0.3)


def _has_text(chosen: str) -> bool:
    from gongkai.text import normalise

    return bool(normalise(chosen))


def question(chance: random.Random, texts: list[str]) -> Query:
    """Return a query with selections, facets and an order that leaves no ties."""
    selected = {
        field: tuple(value for value in chance.sample(values, 2) if value is not None)
        for field, values in VALUES.items()
        if chance.random() < 0.25
    }
    facets = tuple(chance.sample(("province", "year", "agency", "outcome", "finding", "fault", "tables"), 3))
    sort = chance.choice(("year", "-year", "id", "-published", FIGURES[0]))
    top = chance.choice((None, None, 1, 2))
    return Query(tree(chance, texts), selected, facets, top, sort, chance.choice((0, 0, 3)), chance.choice((5, 500)))


def table(chance: random.Random) -> Pivot:
    """Return a random pivot."""
    columns = chance.choice((None, "year", "province", "finding"))
    if chance.random() < 0.3:
        return Pivot(chance.choice(("outcome", "outcome_group")), columns)
    return Pivot(chance.choice(("province", "agency", "fault")), columns, chance.choice((None, FIGURES[0], FIGURES[-1], DECIMAL)))


def groups(chance: random.Random) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return random fields to group by, and figures to sum in each group."""
    by = chance.sample(("province", "agency", "year", "fault", "finding", FIGURES[0], DECIMAL), chance.randint(0, 3))
    return by, [tuple(chance.sample(FIGURES, size)) for size in chance.sample((1, 1, 2, 5), chance.randint(0, 3))]

"""Which figures may a made-up report print? Random ones that satisfy F1 to F4, mostly zero."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from gongkai.mappings.form import APPLICANTS, FORMS, Form, Identity, names_of
from gongkai.report import Number

__all__ = ["break_identity", "broken_identities", "form_of", "random_figures"]

_KINDS = [column.key for column in APPLICANTS[:-1]]
# How often each kind of applicant asks, in the order of the columns.
_APPLICANT_WEIGHTS = (70, 16, 2, 3, 5, 4)


def random_figures(random: Random, form: Form) -> dict[str, Number | None]:
    """Return a value for every cell of the form, in printed order; none is null."""
    figures: dict[str, Number | None] = dict.fromkeys(names_of(form.key), 0)
    _fill_requests(random, form, figures)
    _fill_review(random, figures)
    _fill_proactive(random, form, figures)
    return figures


def _scale(random: Random) -> int:
    """Draw how many requests the agency settled: none, a few, a county's, a city's."""
    size = random.random()
    if size < 0.25:
        return 0
    if size < 0.55:
        return random.randint(1, 9)
    if size < 0.85:
        return random.randint(10, 120)
    return random.randint(121, 4000) if size < 0.98 else random.randint(4001, 60000)


def _fill_requests(random: Random, form: Form, figures: dict[str, Number | None]) -> None:
    rows = [row.key for row in form.tables[1].rows if row.group]
    processed = dict.fromkeys(_KINDS, 0)
    settled = _scale(random)
    draws = min(settled, random.randint(2, 25))
    favourites = random.sample(rows, min(len(rows), random.randint(1, 12)))
    for share in _shares(random, settled, draws):
        kind = random.choices(_KINDS, _APPLICANT_WEIGHTS)[0]
        row = "requests.granted" if random.random() < 0.3 else random.choice(favourites)
        _add(figures, f"{row}.{kind}", share)
        processed[kind] += share
    for kind, settled_by_kind in processed.items():
        forward = random.randint(1, 3 + settled // 40) if random.random() < (0.25 if settled_by_kind else 0.02) else 0
        over = random.randint(0, settled_by_kind + forward) if random.random() < 0.2 else 0
        over = min(over, 1 + settled // 30)
        _add(figures, f"requests.processed.{kind}", settled_by_kind)
        _add(figures, f"requests.carried_forward.{kind}", forward)
        _add(figures, f"requests.carried_over.{kind}", over)
        _add(figures, f"requests.received.{kind}", settled_by_kind + forward - over)


def _shares(random: Random, whole: int, parts: int) -> list[int]:
    """Split `whole` into `parts` positive numbers, a few of them large."""
    shares = []
    for left in range(parts, 0, -1):
        spare = whole - left + 1
        share = whole if left == 1 else random.randint(1, max(1, spare // random.choice((2, 3, left))))
        shares.append(share)
        whole -= share
    return shares


def _add(figures: dict[str, Number | None], name: str, amount: int) -> None:
    """Add to a cell of table three and to the total of its row."""
    total = f"{name.rpartition('.')[0]}.total"
    figures[name] = (figures[name] or 0) + amount
    figures[total] = (figures[total] or 0) + amount


def _fill_review(random: Random, figures: dict[str, Number | None]) -> None:
    for block in ("review", "litigation_direct", "litigation_after_review"):
        if random.random() < 0.6:
            continue
        for result in random.sample(("upheld", "corrected", "other", "pending"), random.randint(1, 4)):
            _add(figures, f"{block}.{result}", random.choice((1, 1, 1, 2, 3, random.randint(4, 140))))


def _fill_proactive(random: Random, form: Form, figures: dict[str, Number | None]) -> None:
    for row in form.tables[0].rows:
        for column in row.columns:
            figures[f"{row.key}.{column.key}"] = _proactive(random, row.key, column.kind)
    if form.key == "2021":
        for row_key in ("proactive.rules", "proactive.normative_documents"):
            in_force = f"{row_key}.in_force"
            figures[in_force] = (figures[in_force] or 0) + (figures[f"{row_key}.issued"] or 0)


def _proactive(random: Random, row: str, kind: str) -> Number:
    if row == "proactive.rules":
        return random.choice((0, 0, 0, 0, 0, random.randint(1, 30)))
    if kind == "signed":
        return random.choice((0, 0, 0, random.randint(-40, 40), random.randint(-400, 1200)))
    if kind == "decimal":
        return _amount(random, yuan=row == "proactive.procurement")
    return random.choice((0, 0, random.randint(1, 9), random.randint(10, 99), random.randint(100, 99999)))


def _amount(random: Random, *, yuan: bool) -> Number:
    if random.random() < 0.5:
        return 0
    if yuan:
        return random.choice((random.randint(1000, 9_999_999), Decimal(random.randint(100_000, 99_999_999)) / 100))
    digits = random.choice((0, 1, 2, 2, 4, 6))
    amount = Decimal(random.randint(1, 10 ** (digits + random.randint(1, 5)))).scaleb(-digits)
    return int(amount) if digits == 0 else amount


def broken_identities(form: Form, figures: dict[str, Number | None]) -> list[Identity]:
    """Return the identities that do not hold; those with a null operand cannot be assessed."""
    return [
        identity
        for identity in form.identities
        if (left := _sum(figures, identity.left)) is not None
        and (right := _sum(figures, identity.right)) is not None
        and left != right
    ]


def _sum(figures: dict[str, Number | None], names: tuple[str, ...]) -> Number | None:
    total: Number = 0
    for name in names:
        value = figures[name]
        if value is None:
            return None
        total += value
    return total


def break_identity(random: Random, form: Form, figures: dict[str, Number | None]) -> None:
    """Change one or two cells of tables three and four as a careless clerk would, until an identity fails."""
    names = [cell.name for table in form.tables[1:] for cell in table.cells()]
    while not broken_identities(form, figures):
        for name in random.sample(names, random.choice((1, 1, 2))):
            value = int(figures[name] or 0)
            figures[name] = random.choice((value + 1, value + random.randint(1, 9), max(0, value - 1), value * 10 + 1))


def form_of(year: int) -> Form:
    """Return the form that a report of the year was to use."""
    return FORMS["2021" if year >= 2021 else "2019"]

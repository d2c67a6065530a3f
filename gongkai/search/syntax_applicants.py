"""Who asked? `applicant:` beside `outcome:` turns results of table three into the figures of one column."""

from __future__ import annotations

import difflib

from gongkai.errors import BadQuery
from gongkai.mappings.form import APPLICANTS, GROUP_TOTALS, OUTCOMES
from gongkai.report import Number
from gongkai.search.query import AllOf, AnyOf, Exists, Not, Range, Term, Tree

__all__ = ["applicant_called", "asked_by"]

_NAMES = {name: column.key for column in APPLICANTS for name in (column.key, column.label, *column.spellings)}


def applicant_called(name: str) -> str:
    """Return the key of the applicant of that key or Chinese name. Raises BadQuery."""
    if name in _NAMES:
        return _NAMES[name]
    close = difflib.get_close_matches(name[:40], _NAMES, 1, 0.5)
    keys = ", ".join(column.key for column in APPLICANTS)
    raise BadQuery(f"Unknown applicant “{name[:40]}”. {f'Did you mean “{close[0]}”?' if close else f'It is one of {keys}.'}")


def asked_by(tree: Tree, applicants: tuple[str, ...]) -> Tree:
    """Return the tree with every outcome asked for by these applicants. Raises BadQuery when there is none."""
    result = _asked_by(tree, applicants)
    if result == tree:
        raise BadQuery(
            "applicant: goes beside outcome:, as in outcome:denied applicant:natural_person; "
            "requests received are figures, as in received.natural_person:>0."
        )
    return result


def _asked_by(tree: Tree, applicants: tuple[str, ...]) -> Tree:
    match tree:
        case Term("outcome", values):
            return _any_printed(values, applicants)
        case Exists("outcome"):
            return _any_printed(tuple(GROUP_TOTALS), applicants)
        case Not(part):
            return Not(_asked_by(part, applicants))
        case AllOf(parts) | AnyOf(parts):
            return type(tree)(tuple(_asked_by(part, applicants) for part in parts))
        case _:
            return tree


def _any_printed(outcomes: tuple[str | Number, ...], applicants: tuple[str, ...]) -> Tree:
    totals = [total for outcome in outcomes for total in _totals(str(outcome))]
    names = [f"{total.removesuffix('.total')}.{applicant}" for total in totals for applicant in applicants]
    parts = tuple(Range(name, low=0, low_open=True) for name in dict.fromkeys(names))
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def _totals(outcome: str) -> tuple[str, ...]:
    return (f"requests.{outcome}.total",) if outcome in OUTCOMES else GROUP_TOTALS[outcome]

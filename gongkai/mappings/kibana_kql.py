"""How is a condition written in KQL, Kibana's query language?"""

from __future__ import annotations

from gongkai.mappings.kibana_panels import Where

__all__ = ["kql", "phrase_kql"]


def kql(where: Where) -> str:
    """Return the conditions, joined by `and`; a condition without values asks that the field has any."""
    return " and ".join(f"{field} : {_values(values)}" for field, values in where)


def phrase_kql(field: str, phrase: str) -> str:
    """Return the condition that a text field contains a phrase."""
    return f"{field} : {_quoted(phrase)}"


def _values(values: tuple[str, ...]) -> str:
    if not values:
        return "*"
    quoted = [_quoted(value) for value in values]
    return quoted[0] if len(quoted) == 1 else f"({' or '.join(quoted)})"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

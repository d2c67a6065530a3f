"""Where does the text print the number of a document (甲政办发〔2015〕8号)? Its year is no report's, and no title begins with it."""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["after_number", "behind_number", "without_numbers"]

_NUMBER = expression(
    r"[〔\[(【〈]\s*(?:19|20)\d\d\s*[〕\])】〉]\s*(?:字|第)*\s*\d{1,5}\s*号|(?<!\d)20\d\d\s*年?\s*(?:字|第)+\s*\d{1,4}\s*号|(?<!\d)20\d\d\s*年\s*\d{1,4}\s*号"
)
_BRACKET = expression(r"^\s*[)〕]")
_GLUED_BRACKET = expression(r"\s*[)〕](?=\S)")
_OPENS_LINE = expression(r"(?:^|\n)[ \t#*|]*\([^()\n]*$")
_ENDED = expression(r"[。;,\n]")
_CITED = expression(r"\s*[)〕]?\s*文件?")


def without_numbers(text: str) -> str:
    """Return the text without the years and numbers of documents."""
    return _NUMBER.sub("", text) if "号" in text else text  # it ends each of them


def behind_number(left: str) -> str:
    """Return what stands behind the last number in the text, all of it where there is none."""
    return _BRACKET.sub("", _NUMBER.split(left)[-1], count=1) if "号" in left and _NUMBER.search(left) else left


def after_number(left: str) -> str | None:
    """Return the same before the words of a title.

    Null where the number is cited by a sentence that goes on: 根据《…通知》(甲政办发〔2015〕8号)编制本年度….
    """
    number = next(reversed(list(_NUMBER.finditer(left))), None) if "号" in left else None
    if number is None:
        return left
    behind = left[number.end() :]
    if _ENDED.search(behind):  # a sentence or a line of its own
        return left
    if _CITED.match(behind):
        return None
    if _GLUED_BRACKET.match(behind) and not _OPENS_LINE.search(left, 0, number.start()):
        return None
    return _BRACKET.sub("", behind, count=1)

"""Which words of table four's head lost one character? 尚未审结 | ?计 is 总计: the four words before it prove it, cell for cell."""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["with_whole_heads"]

_APART = r"[ \t\n|]{0,12}"
_FOUR = _APART.join(("结果维持", "结果纠正", "其他结果", "尚未审结"))
# Another word for the same, or for another column, is none of its damaged forms.
_TOTAL = expression(
    rf"(?P<before>{_FOUR}{_APART})(?![合小共统累预估审会总]计|总[数量共额值和])(?P<damaged>[^\s|\d]计|总[^\s|\d])"
)
_DIRECT, _AFTER_REVIEW = "未经复议直接起诉", "复议后起诉"


def _one_lost(word: str) -> str:
    """Return an expression for the word, each of whose characters may be another."""
    return "(?:" + "|".join(rf"{word[:at]}[^\s|\d]{word[at + 1 :]}" for at in range(len(word))) + ")"


# One of the two may be damaged, or each of them.
_BEHIND = rf"(?P<between>{_APART}){_one_lost(_AFTER_REVIEW)}(?=[\s|]|结果)"
_BLOCKS = expression(_one_lost(_DIRECT) + _BEHIND)
# The same by the first of its characters that is whole, which is found at once; not where both are.
_ARE_DAMAGED = expression(
    rf"(?:{_DIRECT[0]}(?!{_DIRECT[1:]}{_APART}{_AFTER_REVIEW}){_one_lost(_DIRECT[1:])}|{_DIRECT[1:]}(?<!{_DIRECT})){_BEHIND}"
)


def with_whole_heads(folded: str) -> str:
    """Return the text with 总计 and the kinds of lawsuits whole where one character of each is damaged in table four's head."""
    if "结果维持" not in folded:
        return folded
    whole = _TOTAL.sub(lambda found: found["before"] + "总计", folded)
    if not _ARE_DAMAGED.search(whole):
        return whole
    return _BLOCKS.sub(lambda found: _DIRECT + found["between"] + _AFTER_REVIEW, whole)

"""Which words of table four's head lost one character? 尚未审结 | ?计 is 总计: the four words before it prove it, cell for cell."""

from __future__ import annotations

import re

__all__ = ["with_whole_heads"]

_APART = r"[ \t\n|]{0,12}"
_FOUR = _APART.join(("结果维持", "结果纠正", "其他结果", "尚未审结"))
# Another word for the same, or for another column, is none of its damaged forms.
_TOTAL = re.compile(
    rf"(?P<before>{_FOUR}{_APART})(?![合小共统累预估审会总]计|总[数量共额值和])(?P<damaged>[^\s|\d]计|总[^\s|\d])"
)
_AFTER_REVIEW = "复议后起诉"
_ONE_LOST = "|".join(rf"{_AFTER_REVIEW[:at]}[^\s|\d]{_AFTER_REVIEW[at + 1 :]}" for at in range(len(_AFTER_REVIEW)))
_LAST_BLOCK = re.compile(rf"(?P<before>未经复议直接起诉{_APART})(?!{_AFTER_REVIEW})(?P<damaged>{_ONE_LOST})(?=[\s|]|结果)")


def with_whole_heads(folded: str) -> str:
    """Return the text with 总计 and 复议后起诉 whole where one character of them is damaged in table four's head."""
    if "结果维持" not in folded:
        return folded
    whole = _TOTAL.sub(lambda found: found["before"] + "总计", folded)
    return _LAST_BLOCK.sub(lambda found: found["before"] + _AFTER_REVIEW, whole)

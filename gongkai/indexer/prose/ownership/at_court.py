"""Who went to court: 申请人向法院提起行政诉讼2件 counts lawsuits against the agency, 我局向法院提起 those that it brings itself.

申请法院强制执行,行政诉讼2件 may be its own as well.
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression

__all__ = ["goes_to_court", "without_court"]

# Those who ask go to court about what the agency answered; an agency that does sues somebody, and so may who is not named.
_AT_COURT = expression(
    r"(?<![^,。;])(?P<who>(?:20\d\d年度?)?(?:申请人|当事人|公民)?(?:[就因对的而又并]|不服|政府|信息公开|申请|答复|引起)*)向[省市县区]?(?:中级|基层)?(?:人民)?法院(?=提起行政诉讼)"
)
_OTHERS_COURT = expression(
    r"[我本][局委厅办院镇乡县市区](?:不服|依法|就|因|对)|对(?![我本])[^,。;]{0,10}(?:局|委|厅|办|院|[省市县区镇乡]政府)"
)
_GOES = expression("申请(?:人民)?(?:法院)?(?:强制)?执行|移[送交](?:人民)?(?:法院|检察|司法|公安)")
_ASKED = expression("信息公开|[申起]请人|被")


def goes_to_court(before: str) -> bool:
    """Tell whether the words before a number of lawsuits tell what the agency takes to court, and nothing else since."""
    gone = max((one.end() for one in _GOES.finditer(before)), default=-1)
    return gone >= 0 and _ASKED.search(before, gone) is None


def without_court(text: str) -> str:
    """Return the sentence without the court that was gone to, which is no body whose lawsuits are told."""
    if "法院" not in text or _OTHERS_COURT.search(text):
        return text
    return _AT_COURT.sub(r"\g<who>", text)

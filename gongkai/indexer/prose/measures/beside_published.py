"""What else do the sections say of items published than one sentence?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import COUNT, UNIT

__all__ = ["ANY_NUMBER", "A_NUMBER", "A_UNIT", "CHANNEL", "Beside"]

A_NUMBER, A_UNIT = expression(COUNT + UNIT), expression(UNIT)  # a number is sought where a unit stands: that is found sooner
CHANNEL = expression(r"网|平台|公众号|微信|微博|公报|媒体|栏|报纸|刊物|电视|广播|电子屏|系统|客户端|会议|手册|渠道")
_OF_ANY_FIELD = expression(r"公开[^,。;\d]{2,12}信息[^,。;\d]{0,4}\d+[条件]")
ANY_NUMBER = expression(
    r"(?:公开(?![^,。;\d]{0,6}申请)|发布|上传|录入|更新|刊登|印发|推送)[^,。;\d]{0,20}\d+[多余]?(?:条|件|份|篇|期)"
)
_BROKEN_DOWN = expression("其中|[:(]")


class Beside:
    """What else the sections say than one sentence, and those that break a number down: 其中."""

    def __init__(self, of_sections: Sequence[Sentence]) -> None:
        self._texts = [sentence.text for sentence in of_sections]
        self.has_one_field = sum(len(_OF_ANY_FIELD.findall(text.partition("其中")[0])) for text in self._texts) == 1
        whole = [(at, text) for at, text in enumerate(self._texts) if not text.startswith(("其中", "历年累计"))]
        self._counted = {at for at, text in whole if ANY_NUMBER.search(text)}
        self._telling = {at: text for at, text in whole if CHANNEL.search(text) or A_NUMBER.search(text)}

    def has_no_number(self, at: int, said: str = "\0", value: int = -1) -> bool:
        """Tell whether no other number of items published is told than one of this sentence.

        One that repeats what is `said`, or the `value`, is none.
        """
        own = _BROKEN_DOWN.split(self._texts[at])[0]
        if len(ANY_NUMBER.findall(own)) > 1:
            return False
        return all(other == at or self._repeats(other, said) or self._tells(other, value) for other in self._counted)

    def _tells(self, at: int, value: int) -> bool:
        """Tell whether a sentence tells the value, and no other number."""
        told = ANY_NUMBER.findall(_BROKEN_DOWN.split(self._texts[at])[0])
        return len(told) == 1 and re.search(rf"(?<!\d){value}[条件份篇期]$", told[0]) is not None

    def _repeats(self, at: int, said: str) -> bool:
        """Tell whether a sentence ends with the clause that is `said`, and tells no other number."""
        return self._texts[at].endswith(f",{said}") and len(ANY_NUMBER.findall(self._texts[at])) == 1

    def has_no_channel(self, at: int, means: str) -> bool:
        """Tell whether besides no channel is named but of the sorts of these means, and nothing counted."""
        return self.has_no_number(at) and all(
            not A_NUMBER.search(text) and set(CHANNEL.findall(text)) <= set(CHANNEL.findall(means))
            for other, text in self._telling.items()
            if other != at
        )

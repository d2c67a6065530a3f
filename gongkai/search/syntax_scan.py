"""How is a text walked through, character by character?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.errors import BadQuery

__all__ = ["CLOSE", "COLON", "COMMA", "MINUS", "OPEN", "QUOTES", "Scanner"]

# Each sign and what a Chinese keyboard types for it.
OPEN, CLOSE, COLON, COMMA, MINUS, QUOTES = "(（", ")）", ":：", ",，", "-－", '"“”＂「」'
# What closes each of them: other marks are the phrase's own. Some keyboards close where they should open.
_CLOSING = {'"': '"', "“": "”", "”": "“”", "＂": "＂", "「": "」", "」": "「」"}


@dataclass
class Scanner:
    """A text and the next character's offset in it."""

    text: str
    at: int = 0

    def quoted(self) -> str:
        closing = _CLOSING[self.text[self.at]]
        match = re.compile(rf".((?:\\.|[^\\{closing}])*)[{closing}]", re.DOTALL).match(self.text, self.at)
        if match is None:
            raise self.error("This quotation mark is not closed.")
        self.at = match.end()
        return re.sub(r"\\(.)", r"\1", match[1], flags=re.DOTALL)

    def until(self, stops: str) -> str:
        start = self.at
        while self.at < len(self.text) and not self.next(stops) and not self.text[self.at].isspace():
            self.at += 1
        return self.text[start : self.at]

    def word(self, word: str) -> bool:
        return re.compile(rf"{word}(?=[\s(（)）]|$)").match(self.text, self.at) is not None

    def next(self, chars: str) -> bool:
        return self.at < len(self.text) and self.text[self.at] in chars

    def take(self, chars: str) -> bool:
        self.at += (found := self.next(chars))
        return found

    def close(self, message: str, start: int) -> None:
        self.space()
        if not self.take(CLOSE):
            raise self.error(message, start)

    def space(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def error(self, message: str, at: int | None = None) -> BadQuery:
        return BadQuery(message, self.text, self.at if at is None else at)

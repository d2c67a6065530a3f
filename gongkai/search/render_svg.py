"""How does a table become a picture? Bars or a heat map as SVG: text stays text, and nothing in it runs.

Every value is written beside its bar or in its square, so that no reader depends on colour; a title and a description are
what a screen reader reads. What comes from reports is escaped, and characters that XML cannot hold are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

from gongkai.search.render_chart import Drawing

__all__ = ["svg_of"]

_NEVER = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_RAMP = (("#eff3ff", "#000"), ("#bdd7e7", "#000"), ("#6baed6", "#000"), ("#2b74b0", "#fff"), ("#08519c", "#fff"))
_FONT = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
_SIZE, _LINE, _GAP, _BAR = 13, 24, 10, 420
_LONGEST = 40  # characters of a name


def svg_of(drawn: Drawing) -> str:
    """Return the picture as one self-contained SVG document."""
    left = _GAP * 2 + max((_width(_short(name)) for name in (drawn.corner, *drawn.rows)), default=0)
    top = 2 * _LINE + _GAP + (_LINE if drawn.is_map else 0)
    step = _GAP * 2 + max((_width(text) for line in (drawn.columns, *drawn.texts) for text in line), default=0)
    width = left + (step * len(drawn.columns) if drawn.is_map else _BAR + step) + _GAP
    width = max(width, _width(drawn.title, 16) + 2 * _GAP)
    height = top + _LINE * max(1, len(drawn.rows)) + _GAP
    parts = _squares(drawn, left, top, step) if drawn.is_map else _bars(drawn, left, top)
    body = "\n".join(parts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" \
aria-labelledby="title description" lang="zh-CN" font-family="{_FONT}" font-size="{_SIZE}">
<title id="title">{_text(drawn.title)}</title>
<desc id="description">{_text(_description(drawn))}</desc>
<rect width="{width}" height="{height}" fill="#fff"/>
<text x="{_GAP}" y="{_LINE}" font-size="16" font-weight="bold" fill="#000">{_text(drawn.title)}</text>
<text x="{_GAP}" y="{top - 8}" fill="#444">{_text(_short(drawn.corner))}</text>
{body}
</svg>
"""


def _bars(drawn: Drawing, left: int, top: int) -> Iterator[str]:
    for number, (name, texts, sizes) in enumerate(zip(drawn.rows, drawn.texts, drawn.sizes, strict=True)):
        y = top + number * _LINE
        length = round((sizes[0] or 0) * _BAR, 1)
        yield _name(name, y)
        yield f'<rect x="{left}" y="{y + 3}" width="{length}" height="{_LINE - 6}" fill="#2b74b0"/>'
        yield f'<text x="{left + length + 6:g}" y="{y + 17}" fill="#000">{_text(texts[0])}</text>'


def _squares(drawn: Drawing, left: int, top: int, step: int) -> Iterator[str]:
    for place, name in enumerate(drawn.columns):
        x = left + place * step + step // 2
        yield f'<text x="{x}" y="{top - 8}" text-anchor="middle" fill="#000">{_text(_short(name))}</text>'
    for number, (name, texts, sizes) in enumerate(zip(drawn.rows, drawn.texts, drawn.sizes, strict=True)):
        y = top + number * _LINE
        yield _name(name, y)
        for place, (text, size) in enumerate(zip(texts, sizes, strict=True)):
            if size is None and not text:
                continue
            back, front = ("#fff", "#000") if size is None else _RAMP[min(int(size * len(_RAMP)), len(_RAMP) - 1)]
            x = left + place * step
            yield f'<rect x="{x}" y="{y}" width="{step - 2}" height="{_LINE - 2}" fill="{back}"/>'
            yield f'<text x="{x + step // 2}" y="{y + 16}" text-anchor="middle" fill="{front}">{_text(text)}</text>'


def _name(name: str, y: int) -> str:
    return f'<text x="{_GAP}" y="{y + 17}" fill="#000">{_text(_short(name))}</text>'


def _description(drawn: Drawing) -> str:
    """Return the picture in words: every row with its values."""
    lines = []
    for name, texts in zip(drawn.rows, drawn.texts, strict=True):
        values = [f"{column} {text or '无数'}" for column, text in zip(drawn.columns or ("",), texts, strict=True)]
        lines.append(f"{name}：{'，'.join(value.strip() for value in values)}")
    return "；".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _width(text: str, size: int = _SIZE) -> int:
    """Return about how many units a text is wide: a Chinese character is a square."""
    return round(sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.6 for char in text) * size)


def _text(text: str) -> str:
    return escape(_NEVER.sub("", text))

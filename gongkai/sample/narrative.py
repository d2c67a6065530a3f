"""How does a made-up report tell its year? Six sections of prose whose claims agree with the figures."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from gongkai.report import Number
from gongkai.sample.agencies import Agency
from gongkai.sample.phrases import SENTENCES, SLOTS, THREE_REVIEWS

__all__ = ["Prose", "write_prose"]

Prose = dict[str, list[str]]
"""SECTIONS key → paragraphs as printed, subheadings among them."""

_FULL_WIDTH = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）"})
_BANK = {part: tuple(text.translate(_FULL_WIDTH) for text in bank) for part, bank in SENTENCES.items()}
_SUBSECTIONS = (
    ("主动公开", "proactive_work"),
    ("依申请公开", "request_work"),
    ("政府信息管理", "management"),
    ("政府信息公开平台建设", "platform"),
    ("监督保障", "oversight"),
)
_RANGES = {"n": (2, 9), "m": (10, 99), "k": (100, 9999), "month": (1, 12)}
_ORDINALS = "一二三四五六七八九"


class _Slots(dict[str, str]):
    """The words of one report: fixed ones are items, all others are drawn anew each time."""

    def __init__(self, random: Random, agency: Agency, year: int) -> None:
        super().__init__(
            agency=agency.name, we=_we(agency), year=str(year), next=str(year + 1), last=str(year - random.randint(1, 4))
        )
        self.random = random

    def __missing__(self, slot: str) -> str:
        if words := SLOTS.get(slot):
            return self.random.choice(words)
        if slot == "percent":
            return f"{self.random.randint(300, 999) / 10:g}"
        if slot == "file":
            sign = self.random.choice(("政办发", "政公开办", "府办函", "政发"))
            return f"{sign}〔{self['year']}〕{self.random.randint(1, 180)}号"
        low, high = _RANGES[slot]
        return str(low + int(self.random.random() * (high - low + 1)))

    def say(self, part: str, count: int = 1) -> list[str]:
        """Return `count` sentences of that part of a report."""
        bank = _BANK[part]
        chosen = self.random.sample(bank, count) if count <= len(bank) else self.random.choices(bank, k=count)
        return [sentence.format_map(self) for sentence in chosen]

    def fill(self, sentence: str) -> str:
        """Return the sentence with its slots filled and full-width punctuation."""
        return sentence.format_map(self).translate(_FULL_WIDTH)


def _we(agency: Agency) -> str:
    if agency.kind in ("department", "public_security", "tax"):
        return f"我{agency.name[-1]}" if agency.name[-1] in "局厅" else "我委"
    name = agency.place.town or agency.place.county or agency.place.city or agency.place.province or ""
    return f"我{name[-1]}" if agency.kind == "government" and name[-1] in "省市县区旗州镇乡" else "本机关"


def write_prose(random: Random, agency: Agency, year: int, figures: Mapping[str, Number | None]) -> Prose:
    """Return the report's prose, 1,500 to 8,000 characters; about a third of the reports say 三审三校."""
    slots = _Slots(random, agency, year)
    density = random.choice((6, 6, 7, 8, 8, 9, 10, 12, 16, 30))
    prose: Prose = {
        "preamble": ["".join(slots.say("preamble") + slots.say("period") + slots.say("contents", random.randint(0, 2)))],
        "overview": _overview(slots, density, _claims(slots, figures)),
        "proactive": [_proactive_claim(slots, figures)] if random.random() < 0.3 else [],
        "requests": [_requests_claim(slots, figures)] if random.random() < 0.3 else [],
        "review": [_review_claim(slots, figures)] if random.random() < 0.3 else [],
        "problems": _problems(slots, density),
        "other": slots.say("other"),
    }
    if random.random() < 0.36:
        for sentence in random.sample(THREE_REVIEWS, random.choice((1, 1, 2, 3))):
            paragraphs = prose[random.choice(("overview", "overview", "problems"))]
            paragraphs[-1] += slots.fill(sentence)
    return prose


def _paragraphs(random: Random, sentences: list[str]) -> list[str]:
    """Join sentences into paragraphs of one to five."""
    paragraphs = []
    while sentences:
        size = random.randint(1, 5)
        paragraphs.append("".join(sentences[:size]))
        sentences = sentences[size:]
    return paragraphs


def _overview(slots: _Slots, density: int, claims: list[str]) -> list[str]:
    random = slots.random
    tail = random.choice(("", "", "情况", "工作", "方面"))
    inline = random.random() < 0.4
    paragraphs = _paragraphs(random, slots.say("overview", random.randint(1, 3)))
    for number, (heading, part) in enumerate(_SUBSECTIONS):
        sentences = slots.say(part, random.randint(density // 2, density + 4))
        if part == "request_work":
            sentences[:0] = claims
        text = _paragraphs(random, sentences)
        printed = f"（{_ORDINALS[number]}）{heading}{tail}"
        paragraphs += [f"{printed}。{text[0]}", *text[1:]] if inline else [printed, *text]
    return paragraphs


def _claims(slots: _Slots, figures: Mapping[str, Number | None]) -> list[str]:
    """Return what section one says about requests, reviews and lawsuits."""
    claims = [_requests_claim(slots, figures)]
    if slots.random.random() < 0.6:
        claims.append(_review_claim(slots, figures))
    return claims


def _requests_claim(slots: _Slots, figures: Mapping[str, Number | None]) -> str:
    received, over, settled, forward = (
        figures[f"requests.{row}.total"] for row in ("received", "carried_over", "processed", "carried_forward")
    )
    if not received and not over:
        return slots.fill(
            slots.random.choice(
                (
                    "{year}年,{we}未收到政府信息公开申请。",
                    "全年未收到政府信息公开申请,也没有上年结转事项。",
                    "本年度{we}收到政府信息公开申请0件。",
                )
            )
        )
    text = slots.random.choice(("{year}年,{we}共收到", "全年共收到", "本年度{we}新收")) + f"政府信息公开申请{received}件"
    text += f",上年结转{over}件" if over else ""
    if not forward:
        return slots.fill(text + slots.random.choice((",均已按期办结。", f",年内办结{settled}件。", "。")))
    return slots.fill(f"{text},办结{settled}件,结转下年度继续办理{forward}件。")


def _review_claim(slots: _Slots, figures: Mapping[str, Number | None]) -> str:
    review = figures["review.total"]
    direct, after = figures["litigation_direct.total"], figures["litigation_after_review.total"]
    lawsuits = None if direct is None or after is None else direct + after
    if review is None or lawsuits is None:
        return slots.fill("{we}依法做好政府信息公开复议应诉工作,应诉材料由{actor}统一保管。")
    if not review and not lawsuits:
        return slots.fill("{year}年没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。")
    claimed = f"因政府信息公开引发行政复议{review}件" if review else "未发生政府信息公开行政复议"
    return slots.fill(f"{{year}}年,{claimed},{f'行政诉讼{lawsuits}件' if lawsuits else '未发生行政诉讼'}。")


def _proactive_claim(slots: _Slots, figures: Mapping[str, Number | None]) -> str:
    """Name rows of table two in front of it."""
    parts = []
    for row, text in (("licensing", "行政许可决定"), ("penalties", "行政处罚决定"), ("compulsion", "行政强制决定")):
        value = figures[f"proactive.{row}.decisions"]
        parts += [f"{text}{value}件"] if value else []
    issued = figures.get("proactive.normative_documents.issued")
    parts[:1] = [f"作出{parts[0]}"] if parts else []
    parts += [f"制发行政规范性文件{issued}件"] if issued else []
    if not parts:
        return slots.fill("{we}及时公布规章、行政规范性文件、行政许可、行政处罚等信息,具体数据见下表。")
    return slots.fill(f"{{year}}年,{{we}}{'、'.join(parts)},主要涉及{{topic}},数据如下表所示。")


def _problems(slots: _Slots, density: int) -> list[str]:
    random = slots.random
    problems = slots.say("problem", min(5, max(2, density // 3)))
    remedies = slots.say("remedy", random.randint(2, max(3, density // 2)))
    if random.random() < 0.5:
        numbered = (f"{_ORDINALS[i]}是{text}" for i, text in enumerate(problems))
        answers = (f"{_ORDINALS[i % 9]}是{text}" for i, text in enumerate(remedies))
        return ["（一）存在的主要问题", "".join(numbered), "（二）改进情况", "".join(answers)]
    lines = [f"{i}.{text}" for i, text in enumerate(problems, 1)]
    answers_text = slots.fill("针对以上问题,{next}年{we}将做好以下工作:") + "".join(remedies)
    return ["主要问题：", *lines, answers_text]

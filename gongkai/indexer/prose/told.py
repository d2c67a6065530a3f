"""What is one figure that a sentence tells, and when is no other number of its kind told beside it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import is_own
from gongkai.indexer.prose.ownership.spans import YEARS_PAST
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES, OTHER_TIMES
from gongkai.report import Number

__all__ = [
    "ABOUT",
    "APART",
    "UP_TO",
    "Told",
    "Topical",
    "counts",
    "follows_another",
    "is_of_all",
    "is_of_whole",
    "with_headings",
    "within",
]

ABOUT = expression(r"信息公开|政务公开|公开(?:政府)?信息|依申请|信息申请受理点")
APART = expression(rf"其中|新增|增[设加配]|累计|另外|{OTHER_TIMES}|{YEARS_PAST}")
"""Of a part, of what came new, of other times: never how many there are."""
UP_TO = expression(r"截[至止]|历年|以来|(?<!年)(?<!年度)累计|开通")
"""What may be of all years up to now, where it is no count of what there is."""
# Behind the subject of a clause, and its end.
_VERB_OR_END = expression(
    r"[,;:。!?()]|举办|召开|组织|开展|配[备置]|设[立置有]|安排|指定|收取|发布|参加|落实|投入|拨付|列支|划拨|支出"
)
# What is asked for, planned or done with others is nobody's number yet, nor is a bound or a round one.
_NOT_YET = expression(
    r"拟|又|再|增至|撤销|派人|派员|(?:^|[^接受])参加(?!培训|人)|计划(?!生育)|将(?!军)|要求|应当|必须|力争|争取|目标|建议|希望|下一步|约|近|超|余|多|每|各|均|分别|至少|协助|配合|组织参加|协办|承办|出席|列席|旁听|观摩|邀请|陪同|帮助|委托|取消|推迟|原定|假[设定]|理论上|本应|本周|演练|连续[\d一二两三四五六七八九十几多]+个?[年季月]"
)
_BY = expression("由(?P<body>[\u4e00-\u9fff]{0,8}?[省市县区州旗乡镇](?:人民)?政府(?:办公[室厅]|办)?)")
_PLANNED = expression("(?<![模虚])拟(?![定订稿写])|(?<![按照据训度作])计划(?=[再举召开组培])|打算|下一步|明年")
# 召开新闻发布会、开展在线访谈3次: of both
_JOINED = expression(r"^(?:20\d\d年|\D)*[、和及与或]$")
_HEADING = expression(
    r"(?:第[一二三四五六七八九十]部分|\([一二三四五六七八九十]\)|[一二三四五六七八九十\d]{1,3}[、.,])[^,。;\d]{2,40}:?|[^,。;\d未无没]{2,30}情况:?"
)
# 确定了主管领导和主管部门: what was named does nothing.
_NAMED = expression("(?:并|还|专门)?(?:确定|明确|成立|建立|设立|设置|指定|健全|完善|制定)了")
_NUMERAL = expression(r"[\d.一二两三四五六七八九十]")
_WHOLE_PLACE = expression("全[省市县区州旗盟镇乡]")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure by its name in the list of 2014; `start` and `end` are its sentence's, `printed` its digits where it has any."""

    name: str
    value: Number
    section: str
    start: int
    end: int
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Topical:
    """A sentence with the one before it on its line and the heading above; whether these speak of open information."""

    sentence: Sentence
    before: str
    heading: str

    @property
    def on_topic(self) -> bool:
        """Tell whether the sentence, the one before it or its heading speaks of open information."""
        return ABOUT.search(self.sentence.text + "。" + self.before + "。" + self.heading) is not None

    def tells(self, name: str, value: Number, printed: str = "") -> Told:
        """Return the figure that this sentence tells."""
        return Told(name, value, self.sentence.section, self.sentence.start, self.sentence.end, printed)


def with_headings(pairs: Iterable[tuple[Sentence, Sentence | None]]) -> Iterator[Topical]:
    """Yield the sentences, each with what is above it: a short line that counts nothing is a heading."""
    heading = ""
    for sentence, before in pairs:
        if before is None and _HEADING.fullmatch(sentence.text):
            heading = sentence.text
        yield Topical(sentence, before.text if before else "", heading)


def is_of_whole(sentence: Sentence, at: int, *, parts: re.Pattern[str] = APART, whole: bool = False) -> bool:
    """Tell whether what stands `at` is of the year, the agency and all of it; no clause before may be another's.

    In a report of a whole place `whole` asks for the word 全县: 我县配备了3名专职人员 may be its office's alone.
    """
    clause = sentence.clause(at)
    if _NOT_YET.search(clause) or _JOINED.search(clause) or _PLANNED.search(sentence.text, 0, at):
        return False
    if (by := _BY.search(clause)) and not is_own(by["body"], sentence.scope, sentence.agency):
        return False
    if not sentence.speaks_of_all(at, parts) or follows_another(sentence, at):
        return False
    return not (whole and sentence.scope == "government_consolidated") or _WHOLE_PLACE.search(sentence.text, 0, at) is not None


def is_of_all(sentence: Sentence, at: int) -> bool:
    """Tell whether what stands `at` is of the year, the agency and all of it, in a clause that follows no other's."""
    return not follows_another(sentence, at) and sentence.speaks_of_all(at, AT_OTHER_TIMES)


def within(sentences: Iterable[Topical], *sections: str) -> list[Topical]:
    """Return the sentences of these sections."""
    return [one for one in sentences if one.sentence.section in sections]


def follows_another(sentence: Sentence, at: int) -> bool:
    """Tell whether a clause before is another's: 县政府办举办培训班2期,培训人员160人次."""
    ends = (end.start() for end in _VERB_OR_END.finditer(sentence.text, 0, at))
    doing = (end for end in ends if not _NAMED.match(sentence.clause(end)))
    return any(sentence.is_of_part(end) or not sentence.is_of_agency(end) for end in doing)


def counts(sentences: Iterable[Topical], counted: re.Pattern[str]) -> list[str]:
    """Return the numbers of all that is counted of a kind, whoever's they are: 1次 and 1次 are two meetings, or one told twice."""
    return ["".join(_NUMERAL.findall(one)) for each in sentences for one in counted.findall(each.sentence.text)]

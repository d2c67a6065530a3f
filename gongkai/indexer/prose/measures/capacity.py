"""How many people, places and meetings for open information does the prose tell, and how much money for them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.measures.kinds import KINDS, NOT_EXACT, TOTAL, Kind, printed
from gongkai.indexer.prose.ownership.fields_of_work import is_of_a_field
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.told import ABOUT, UP_TO, Told, Topical, counts, is_of_whole
from gongkai.indexer.prose.wordings import COUNT, number
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["capacity", "staff"]

_GREW = expression(
    "[又再](?!次)|增至|撤[销并]|原有|筹[备办]|国新办|收看|(?<![对供适反相响])应(?=召开|举办|开展|组织)|(?:^|,)要(?=发布|召开|举办)"
)  # 1个,今年又建成2个: neither is how many there are
_CHANGED = expression("新[设建开]|改造|升级|(?<!经)检查|整[改修]|维[护修]")
_RESPONSE = LIST_2014 + "response."  # a report of open information counts no other briefings
_TRAINING, _OF_TRAINING = LIST_2014 + "training.", expression("会议|培训")
_STANDING = expression("units|reading_points")
_OTHER_TRAINING = expression("(?<!公开)(?:安全|业务|礼仪|技能|技术|消防|法律|生产|服务)[^,。;]{0,4}培训")
_BUDGET = LIST_2014 + "capacity.budget_wan_yuan"
_AMOUNT = r"(?<![\d.约近])(?P<n>\d{1,7}(?:\.\d+)?)(?P<unit>万?元)(?!以[上内下]|左右|[/每]|给(?![我本]))"
_FUNDS = expression(rf"政府信息公开(?:工作)?专项(?:工作)?经费{TOTAL}{_AMOUNT}")
_NOT_SPENT = expression(r"申请(?=[^,。;]{0,4}政府信息公开(?:工作)?专项)|^预算|\d万?元.*\d万?元")
# Money that is given to others, had from others, or wanted, in the words right before it: not what the agency set aside for it.
_HAD_OR_HANDED = expression(
    "(?:[下划转]拨|拨(?!款)|拨款[给到至]|下达|转移支付|补[助贴]|奖[励补]|追加|返还|退还|上[缴交解]|收到|获[得批]|[支扶]持|资助|捐|争取|[缺欠]|需要?|收回|核减|结[余转]|节[余约]|挪用|借|代管)"
    "[^,。;]{0,8}$"
)
# The same behind it, or never given at all: 5万元,已划拨各乡镇; 5万元未落实. 由县财政拨付 and 已拨付到位 tell whence the agency has it.
_HANDED_ON = expression(
    r"[下划转]拨|拨(?!付?(?:到位|$|[,。;)款]))|下达|转移支付|补[助贴](?=[各乡镇给])|返还|退还|上[缴交解]|结[余转]|节余|挪用|核减|收回|代管"
    r"|分[给配发解]|[为给由](?:上级|[省市]级?财政(?!拨))|[暂尚还仍均]?(?:未|没有?|无)[^,。;]{0,3}(?:到位|落实|安排|拨|下达|兑现|解决)|尚[缺欠]|缺口|有待|待[落拨安]"
)
_ALL_FUNDS = expression(r"专项(?:工作)?经费[^,。;\d]{0,10}\d[\d.,]*[余多]?万?元|\d[\d.]*[余多]?万?元[^,。;\d]{0,16}专项")
# By whom, for what or where: what a part did, or a matter of its own.
_OF_SOME = expression(
    r"通过|利用|借助|在|于|宣传部|组织|指导|督促|部门|单位|围绕|就|关于|针对|除|参与|上级|选派|派[出员]|网站|平台|微信|微博|公报|年均|安排在|(?:财政|环保|安全|扶贫|项目)$"
)

_FULL, _PART, _STAFF = (LIST_2014 + f"capacity.staff{tail}" for tail in ("_full_time", "_part_time", ""))
_HEADS = rf"[名个位人]{NOT_EXACT}"
_OF_KIND = expression(
    rf"{COUNT}[名个位](?:政府信息公开)?(?P<kind>[全专兼]职)(?:的)?(?:政府信息公开)?(?:工作)?人员"
    r"|(?<![专全兼、和及与])(?P<kind2>[全专兼]职)(?:工作)?人员(?:共|有|为|数|:){0,2}(?<!\d)(?P<m>\d{1,4})" + _HEADS
)
_ALL_STAFF = expression(
    rf"从事(?:政府)?信息公开(?:工作)?的?(?:工作)?人员{TOTAL}有?{COUNT}{_HEADS}"
    rf"|(?:确定|配备|安排|指定|明确|落实)了?(?<!\d)(?P<m>\d{{1,3}})名(?:专、?兼职)?(?:工作)?人员"
    r"(?:(?:专门|具体)?(?:负责|从事)(?:政府)?信息公开(?:日常)?工作(?=$|[,。;])|(?=,设[立置]了?[1一]个专门的(?:政府)?信息(?:公开)?申请受理点))"
)
_ANY_STAFF = expression(
    r"(?<!\d)(?:\d{1,5}|[一二两三四五六七八九十]{1,3})[余多]?[名位个][^,。;、\d]{0,6}人员|[专全兼]职(?:工作)?人员[^,。;、\d]{0,4}\d"
)
_BROKEN_DOWN = expression(
    rf"从事(?:政府)?信息公开(?:工作)?的?(?:工作)?人员{TOTAL}有?{COUNT}{_HEADS}(?:[,(]?(?:其中|包括)[:,]?|\()"
    r"[全专]职(?:工作)?(?:人员)?数?(?P<full>\d{1,4})[名个位人][、,和]兼职(?:工作)?(?:人员)?数?(?P<part>\d{1,4})[名个位人](?=$|[,。;)])"
)
# 配备两名工作人员,其中专职与兼职人员各一人; 工作人员5人,其中专职2人,兼职3人
_BOTH_KINDS = expression(
    r"(?:(?<![\d专全兼职])(?P<n>\d{1,3}|[两二四六八十])[名个位](?:政府信息公开)?工作人员|(?<![专全兼]职)工作人员(?:共|有){0,2}(?P<m>\d{1,3})[名个位人])"
    r"[,(]?其中[:,]?(?:专职(?:工作)?(?:人员)?[与和及、]兼职(?:工作)?(?:人员)?各(?P<each>[1-9一二两三四五])[名个位人]"
    r"|专职(?:工作)?(?:人员)?(?P<full>\d{1,3})[名个位人][、,和]兼职(?:工作)?(?:人员)?(?P<part>\d{1,3})[名个位人])(?=$|[,。;)])"
)
# 配备了1名专职、26名兼职工作人员
_PAIR = expression(
    r"(?<![\d.约近])(?P<full>\d{1,3})[名个位](?P<kind>[全专]职)(?:工作)?(?:人员)?[,、和及与](?P<part>\d{1,3})[名个位]兼职(?:政府信息公开)?(?:工作)?人员"
)
_MANY = "(?:[0-9]+|[一二两三四五六七八九十]{1,3})[余多]?[名个位人]"  # 一名兼职 beside 3名兼职: there are more than three
_ALL_OF_KIND = {
    kind: expression(rf"{_MANY}{kind}|{kind}(?:工作)?(?:人员)?[^,。;\d、]{{0,4}}?{_MANY}") for kind in ("[专全]职", "兼职")
}
_CHAIN = expression(r"\d+[名个位](?:[全专兼]职)(?:工作)?人员[、和及]?|[全专兼]职(?:工作)?人员\d+[名个位人][、和及]?")
_LEAD = expression(
    r"(?:20\d\d年度?|主要由|为(?:开展|做好|推进|加强|搞好)?(?=政府信息公开工作)|为此|同时|专门|政府信息公开|工作|领导小组|办公室|[我本](?:局|委|厅|办|院|镇|乡|县|市|区|街道?|机关|单位)|全[县市区局镇乡]|[镇乡局](?=专?门?配[备置])|该?机构|目前"
    r"|配[备置]|设[有置]|安排|指定|确定|明确|落实|从事|负责|现有|共|还|并|已|的|了|有)*"
)
# What they are for is open information, where it is told: 3名专职人员(,)负责网站维护 are others.
_FOR = expression(r",?(?:专门|具体|分别)*(?:负责|从事|承担|进行|开展|管理|维护|办理)[^,。;]*")
_LEFT = expression("[^,。;]{0,4}(?:退休|调离|离职|离岗)|[^。;]{0,24}其中[^,。;]{1,12}(?:退休|调离|离职|离岗|借调)")
_BY_THEM = expression("[^,。;]*信息公开工作(?:主要)?由")  # 信息公开工作由2名专职人员负责承办
_DUTY = expression("(?:具体|专门)?(?:负责)?(?:承担|承办|办理|开展|落实)?")
_FOR_IT = expression(r"信息公开|政务公开|[此该这本]项|(?:有关|相关|日常)工作")
_FOR_ELSE = expression("网站|平台|微信|微博|公报|档案|录入|维护|更新|上传|审[核查]|保密|受理|接待")
_BUREAU = expression("(?P<body>[省市县区州旗][\u4e00-\u9fff]{1,12}[局委厅院])(?=共?专?门?(?:配[备置]|安排|指定|明确))")
_HAVING = expression("配[备置]|安排|指定|确定|明确|落实|设[有置]")
_SINCE = expression(
    r"(?:自|从)?20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:条例实施之日)?起[^。;]{0,24}?(?:开展|实施|施行|开始)[^,。;]{0,14},"
)


def capacity(sentences: Sequence[Topical]) -> Iterator[Told]:
    """Yield the counts that stand alone of their kind; 2次 and 1次 of two sorts of meetings are no number of meetings."""
    for kind in KINDS:
        naming = [one for one in sentences if kind.word in one.sentence.text]
        found_in = [(one, found) for one in naming if (found := kind.stated.search(one.sentence.text))]
        told = [(one, printed(found)) for one, found in found_in if _is_told(kind, one, found.start())]
        counted = counts(sentences, kind.counted) if told else []
        yield from (one.tells(kind.name, number(said), said) for one, said in told if counted in ([], [said]))
    funds = [(one, found) for one in sentences if (found := _FUNDS.search(one.sentence.text))]
    for one, found in funds if funds and len(counts(sentences, _ALL_FUNDS)) < 2 else ():
        if _is_whole(one.sentence, found.start()) and not (
            _NOT_SPENT.search(one.sentence.text) or _is_handed(one.sentence, found)
        ):
            amount = Decimal(found["n"])
            yield one.tells(_BUDGET, amount if found["unit"] == "万元" else amount / 10_000, found["n"])


def _is_handed(sentence: Sentence, found: re.Match[str]) -> bool:
    """Tell whether the words beside an amount say that it passes through hands, or was never given."""
    clause = sentence.clause(found.start())
    return _HAD_OR_HANDED.search(clause) is not None or _HANDED_ON.search(sentence.text, found.end()) is not None


def _is_told(kind: Kind, one: Topical, at: int) -> bool:
    """Tell whether a number is of open information, of all of it and of the year: what there is may be counted up to now."""
    if _GREW.search(one.sentence.text) or _CHANGED.search(one.sentence.text[: at + 2].rpartition(",")[2]):
        return False
    if not (one.on_topic or kind.name.startswith(_RESPONSE)) or not _is_whole(one.sentence, at):
        return False
    if kind.name.startswith(_RESPONSE) and is_of_a_field(
        one.sentence.text[:at], one.sentence.agency, below=one.sentence.of_field
    ):
        return False
    if kind.name.startswith(_TRAINING) and (not _says_so(one) or _OTHER_TRAINING.search(one.sentence.text, 0, at)):
        return False
    return _STANDING.search(kind.name) is not None or UP_TO.search(one.sentence.text[:at] + one.before) is None


def _says_so(one: Topical) -> bool:
    """Tell whether the sentence itself names open information, or stands under a heading of its meetings and training."""
    return ABOUT.search(one.sentence.text) is not None or _OF_TRAINING.search(one.heading) is not None


def staff(sentences: Sequence[Topical]) -> Iterator[Told]:
    """Yield who works at it; where all and both kinds are told they must add up."""
    told = list(_staff(sentences))
    values = {name: {one.value for one in told if one.name == name} for name in (_STAFF, _FULL, _PART)}
    if all(len(one) == 1 for one in values.values()):
        every, full, part = (next(iter(values[name])) for name in (_STAFF, _FULL, _PART))
        if every != full + part:
            return
    yield from told


def _staff(sentences: Sequence[Topical]) -> Iterator[Told]:
    single = {kind: len(counts(sentences, pattern)) < 2 for kind, pattern in _ALL_OF_KIND.items()}
    people = len(counts(sentences, _ANY_STAFF))
    # All that counts them says 人员, which may be parted here by what is taken out of the sentence.
    for one in (one for one in sentences if "人" in one.sentence.text and "员" in one.sentence.text):
        apart = one.sentence.apart and not _SINCE.match(one.before + ",")  # since then is how many there are
        sentence = replace(one.sentence, text=_SINCE.sub("", one.sentence.text), apart=apart)
        if whole := _BROKEN_DOWN.search(sentence.text):
            full, part = int(whole["full"]), int(whole["part"])
            if is_of_whole(sentence, whole.start(), whole=True) and number(whole["n"]) == full + part and all(single.values()):
                yield from (one.tells(n, v, str(v)) for n, v in ((_STAFF, full + part), (_FULL, full), (_PART, part)))
            continue
        if (both := _BOTH_KINDS.search(sentence.text)) and people < 2 and _is_ours(one, sentence, both):
            yield from _kinds(one, both)
            continue
        if (pair := _PAIR.search(sentence.text)) and all(single.values()) and _is_ours(one, sentence, pair):
            yield from (one.tells(name, int(pair[kind]), pair[kind]) for name, kind in ((_FULL, "full"), (_PART, "part")))
            continue
        for found in _OF_KIND.finditer(sentence.text):
            kind = found["kind"] or found["kind2"]
            if single["兼职" if kind == "兼职" else "[专全]职"] and _is_ours(one, sentence, found):
                said = printed(found)
                yield one.tells(_PART if kind == "兼职" else _FULL, number(said), said)
        every = _ALL_STAFF.search(sentence.text)
        if every and (every["n"] or people < 2) and _is_ours(one, sentence, every):
            said = every["n"] or every["m"]
            yield one.tells(_STAFF, number(said), said)


def _kinds(one: Topical, found: re.Match[str]) -> Iterator[Told]:
    """Yield all who work at it and how many of each kind, where these add up."""
    every = number(found["n"] or found["m"])
    full, part = (number(found["each"] or found[kind]) for kind in ("full", "part"))
    if every == full + part:
        yield from (one.tells(name, value) for name, value in ((_STAFF, every), (_FULL, full), (_PART, part)))


def _is_ours(one: Topical, sentence: Sentence, found: re.Match[str]) -> bool:
    """Tell whether nothing but the agency and its having them stands before, and no other duty behind."""
    clause = _CHAIN.sub("", sentence.clause(found.start()))
    if sentence.agency:
        clause = clause.replace(sentence.agency, "")
        if (who := _BUREAU.match(clause)) and sentence.agency.endswith(who["body"]):  # 市水利局 of 双桥市水利局
            clause = clause[who.end() :]
    if not _LEAD.fullmatch(clause) or not (ABOUT.search(sentence.text) or _HAVING.search(clause)):
        return False
    if _LEFT.match(sentence.text, found.end()):
        return False
    purpose = _FOR.match(sentence.text, found.end())
    by_them = _BY_THEM.match(sentence.clause(found.start())) and purpose and _DUTY.fullmatch(purpose.group())
    if purpose and not by_them and (_FOR_ELSE.search(purpose.group()) or not _FOR_IT.search(purpose.group())):
        return False
    return one.on_topic and is_of_whole(sentence, found.start(), whole=True)


def _is_whole(sentence: Sentence, at: int) -> bool:
    at -= 2 if sentence.text.endswith("通过", 0, at) else 0  # 通过举办发布会3次: these are the means themselves
    return not _OF_SOME.search(sentence.clause(at)) and is_of_whole(sentence, at)

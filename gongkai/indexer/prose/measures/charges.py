"""What was charged for information on request, in 万元? Mostly nothing: 未收取任何费用.

Only where the sentence speaks of all fees and of no exemption, price or penalty: 未违规收费 denies something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.ownership.vocabulary import MATTERS
from gongkai.indexer.prose.told import UP_TO, Told, Topical, follows_another
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES, OTHER_TIMES
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["charges"]

_NAME = LIST_2014 + "fees_charged_wan_yuan"
_KINDS = r"(?:检索|查询|查阅|复[制印]|打印|邮[寄递]|传真|递送|快递|寄送|成本|资料|工本)费?"
_FEES = r"(?:费用?|收费)"
# All that may stand between 未 and the fees: what else stands there tells which are denied.
_WORDS = (
    rf"(?:向|对|关于|针对|因|就|为|在|的|了|过|任何(?:单位[和或、]个人)?|相关|有关|各[种类项]|一切|所有|全部|等|[、和及与或]|以及|方面|情况|事项|申请人?|申请者"
    rf"|公民|法人|(?:其[他它])?组织|公众|社会|群众|提出|依申请公开对象|依申请|公开|(?:政府|政务)?信息|工作|提供|办理|收取|收费|费用|{_KINDS}|减免|发生|产生|出现|存在|进行|而|有|予以)"
)
_DENIED = r"(?:(?<!从)未(?:涉及到?)?|(?<=公开)不(?=收取任何)|从未|没有?|(?<!有)无|不存在|免于?收取?)"
_NONE = expression(
    rf"{_DENIED}(?:{_WORDS}){{0,22}}?(?:收取?(?:{_WORDS}){{0,12}}?{_FEES}|{_FEES}的?(?:情况|事项|问题|行为)?|收费)"
    rf"(?:{_WORDS}){{0,6}}(?=$|[,。;])"
)
_NOUGHT = expression(
    r"收费(?:金额)?(?:[和及与、]减免)?(?:费用|金额|情况)?(?:均|都|共计?)?(?:[为:]?(?:零|0万?元)|为0)(?=$|[,。;])"
)
_CHARGED = expression(
    rf"(?<!减免)(?<!免予)(?<![免应可需拟须])(?<!应当)收取(?:{_WORDS}){{0,18}}?费用?(?:\((?:{_KINDS}|[、和等])+\))?(?:总额|金额|总计|共计|合计|共|[为是:]){{0,3}}"
    r"(?<![\d.约近])(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,7}(?:\.\d+)?)(?P<unit>万?元)(?!以[上内下]|左右|[/每])"
)
_THOUSANDS = expression(r"\.\d{3}$")  # 3.500元: a comma or a point?
_EXEMPTED = expression(r"[^收费]*减免")  # 没有减免费用 denies no fees
_ONE_KIND = expression(r"(?:检索|查询|查阅|复[制印]|打印|邮[寄递]|快递|传真|工本|资料)费用?$")
_MONEY = expression(r"\d[余多]?万?元")
# 收取复印费12元 anywhere: what is denied beside it are the others.
_SOME = expression(
    r"(?:收取|收费|(?:检索|复[制印]|邮[寄递]|快递|打印|工本|成本)费)[^,。;\d]{0,12}(?!0(?:\.0+)?万?元)\d[\d,.]*[余多]?万?元"
)
# Exempt, another year, a part, a price: what the sentence speaks of before.
_ELSE = expression(
    rf"免[收费征]|减免?(?=收取)|标准|价格|每|应收|违规|违法|超[标额]|不合理|乱|额外|除|仅|只|但|经费|支出|诉讼|培训|(?<!依申请公开[及和与、])主动公开(?![及和与、]依申请|以及依申请)|原则上|今后|下一步|{OTHER_TIMES}|其中|涉及"
)
# What it was for, or where it went, behind the sum: of open information only where that says so; 已退还 is charged no more.
_PURPOSE = expression(
    r"[,。(](?:[该此这上述以所][项款笔类费收些述]?[^,。;]{0,6}|均|都|主要|全部)?(?:用于|用作|属于?|[系为是](?!按|依|根据)|来自|来源于)(?P<what>[^,。;]*)"
)
_OF_INFORMATION = expression("信息公开|公开(?:政府)?信息|依申请|政府信息|复[印制]|邮|检索|打印|成本|工本|上缴|国库|财政|申请人")
_OTHER_YEAR = expression(r"20\d\d年度?的?$|上一?年|去年")
_GIVEN_BACK = expression("退还|退回|返还|退给")
# 2件未收取费用, 对低保户未收取费用: only of these; 均未收取 is of all.
_OF_SOME = expression(
    r"\d[件宗人份次](?![^,。;]*[均都全])|低保|困难|残疾|学生|企业|个人|网上|网络|电子|邮件|传真|电话|查阅[点室]|现场|首次|方式|服务|部分|个别|少数|其余|[资材]料"
)
# 拆迁没有收费, 检疫未收取费用: of that service; a bureau may be called after it.
_OF_A_SERVICE = expression(
    rf"(?:{MATTERS}|检疫|检测|鉴定|培训|测绘|监测|评估|登记)(?![\u4e00-\u9fff]{{0,8}}(?:局|委|厅|办|队|所|站|中心|部门|院))"
)
_SERVED = expression(
    rf"{_OF_A_SERVICE.pattern}|办理|查[询档]|年检|\d[余多]?[件份本宗张户]"
)  # 办理护照12件, or what else was done
_IN_THE_YEAR = expression(
    r"(?!.*(?:规定|按照?|根据|依据|年起|承诺|实行|坚持|[我全][省市县区])).*(?:20\d\d年|[本全]年|年度).*"
)  # 不收取 may be a rule
_STILL = expression(r"(?<!未)(?<!没有)(?<!不)收取|[仅只除]")
_CHARGES = expression(r"收取(?!标准|办法|规定|依据|范围|项目)|另收|已收|收了")
_NOT_CHARGED = expression(r"(?:未|没有|无|不|免|从未)[^,。;]{0,12}?收取|(?:收费|收取)(?:及|和|与|或|、)?(?:减免|情况)|收取情况")
# 没有收费减免, 费用减免事项 deny an exemption: 收费及减免, 收费和费用减免情况 are both.
_OF_EXEMPTION = expression(r"(?<![及和与或、])减免(?!(?:的)?情况)|(?<![及和与或、])(?<!收费[及和与或、]费用)减免情况(?=$|[,。;])")
_NO_LAWSUITS = expression("(?:没有|无|未)[^,。;费]*(?:复议|诉讼),")
_EXEMPTS = expression(r"减免[^,。;]{0,8}$")
_FREE = expression("免费(?:提供|公开|获取|查阅|发放|服务)[^,。;]{0,10}")
_SINCE = expression(r"(?:自|从)[^,。;\d]{0,24}(?:以来|至今|起),?")
_HEADED = expression(
    r"^(?:[(一二三四五六七八九十\d)、.]{1,4})?[^,。;]{0,24}?(?:收费|费用|收支)[^,。;\d]{0,12}情况[:。]?(?=20\d\d年|[本全我])"
)

# 收取费用350元 alone may be of anything: it speaks of open information itself, or what stands before does.
_OF_REQUESTS = expression(r"信息公开|公开(?:政府)?信息|依申请|检索|复[制印]|邮[寄递]")
# Whose they are stands before it: 下属单位政府信息公开没有收费, 下属单位在办理依申请公开中未收费.
_TOPIC = expression("[在对就]?(?:办理|受理|处理|提供)?(?:(?:政府)?信息公开|依?申请公开|公开(?:政府)?信息)")
_NEXT_TO_IT = expression(r"(?:信息公开|政务公开|公开(?:政府)?信息)[^。]*(?:收费|费用|收支|申请)|依申请公开")


def charges(sentences: Sequence[Topical]) -> Iterator[Told]:
    """Yield what the sentences say of it, each its own; what is left open beside is none, nor is what one denies and one tells."""
    some = any(_SOME.search(one.sentence.text) or _is_charged(one.sentence.text) for one in sentences)
    charged: list[Told] = []
    denied: list[Told] = []
    for one in sentences:
        text = _HEADED.sub("", one.sentence.text)
        cut = len(one.sentence.text) - len(text)
        if _OF_REQUESTS.search(text) or _NEXT_TO_IT.search(one.before + "。" + one.heading):
            charged += _sums(one, text, cut)
            denied += [one.tells(_NAME, Decimal(0))] if _denies(one, text, cut) else []
    if not (charged and denied):
        yield from charged
    if not some:
        yield from denied


def _sums(one: Topical, text: str, cut: int) -> Iterator[Told]:
    """Yield the sum of all that was charged, where a sentence without the first `cut` characters of its heading tells it."""
    for found in _CHARGED.finditer(text):
        if (
            _is_sum_of_all(one, found.start() + cut)
            and len(_MONEY.findall(text)) == 1
            and not (_THOUSANDS.search(found["n"]) and found["unit"] == "元")
            and not _is_one_kind(found.group().partition(found["n"])[0])
            and not _is_of_a_service(text[: found.start()], _SERVED)
            and not _is_for_another(text[found.end() :] + "。" + one.sentence.behind)
        ):
            amount = Decimal(found["n"].replace(",", ""))
            wan = amount if found["unit"] == "万元" else amount / 10_000
            yield one.tells(_NAME, wan.normalize() if wan else Decimal(0), found["n"])


def _is_of_a_service(before: str, service: re.Pattern[str] = _OF_A_SERVICE) -> bool:
    """Tell whether what was done before it was charged is another service: 办理行政许可12件,收取费用300元."""
    return service.search(before) is not None and _OF_REQUESTS.search(before) is None


def _is_for_another(behind: str) -> bool:
    """Tell whether the words behind the sum say that it was for another service, of another year, or given back."""
    if _GIVEN_BACK.search(behind.partition("。")[0]):
        return True
    said = _PURPOSE.match(behind)
    if said is None:
        return False
    return _OTHER_YEAR.search(said["what"]) is not None or _OF_INFORMATION.search(said["what"]) is None


def _denies(one: Topical, text: str, cut: int) -> bool:
    """Tell whether the sentence says that nothing was charged."""
    none = _NOUGHT.search(text) or _NONE.search(text)
    if none is None or _is_one_kind(none.group()) or _EXEMPTED.match(none.group()):
        return False
    if none.group().startswith("不") and not _IN_THE_YEAR.fullmatch(text, 0, none.start()):
        return False
    if _OF_EXEMPTION.search(text[max(0, none.start() - 2) : none.end()]):
        return False
    clause = _before(text, none.start())
    if _OF_SOME.search(clause) or _STILL.search(text, none.end()):
        return False
    if _is_of_a_service(clause):
        return False
    return not _MONEY.search(_NOUGHT.sub("", text)) and _denies_all(one, none.start() + cut, none.group())


def _is_charged(text: str) -> bool:
    """Tell whether somebody paid, how much or not: 7月起收取复印成本费."""
    return "费" in text and _CHARGES.search(_NOT_CHARGED.sub("", text)) is not None


def _before(text: str, at: int) -> str:
    return re.split("[,。;:]", text[:at])[-1]


def _is_one_kind(words: str) -> bool:
    """Tell whether the words end with one kind of fee alone: 邮寄费 is no sum, 检索、复制费 may be."""
    return _ONE_KIND.search(words.rstrip("共计合总为是:额金")) is not None and not re.search("[、和及与]", words)


def _is_sum_of_all(one: Topical, at: int) -> bool:
    """Tell whether what was charged there is the sum of the year, of no exemption and up to no day."""
    before = _without_since(one, at)
    if _is_of_something_else(one, at) or UP_TO.search(before) or _EXEMPTS.search(before):
        return False
    return one.sentence.speaks_of_all(at, AT_OTHER_TIMES)


def _denies_all(one: Topical, at: int, said: str) -> bool:
    """Tell whether what is `said` there denies all fees: none since the law began is none in the year."""
    if _is_of_something_else(one, at) or _ELSE.search(said.removeprefix("免收").removeprefix("未涉及").replace("减免", "")):
        return False
    if _SINCE.search(one.sentence.text[:at]):
        return one.sentence.is_of_agency(at) and not one.sentence.is_of_part(at)
    return one.sentence.speaks_of_all(at, AT_OTHER_TIMES)


def _is_of_something_else(one: Topical, at: int) -> bool:
    """Tell whether the sentence speaks before of an exemption, a part, a price, of others, or follows another number."""
    if _ELSE.search(_HEADED.sub("", _without_since(one, at))) is not None or follows_another(one.sentence, at):
        return True
    return any(one.sentence.is_of_part(topic.start()) for topic in _TOPIC.finditer(one.sentence.text, 0, at))


def _without_since(one: Topical, at: int) -> str:
    return _SINCE.sub("", _NO_LAWSUITS.sub("", _FREE.sub("", one.sentence.text[:at])))

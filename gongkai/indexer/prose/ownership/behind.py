"""What do the words before and behind a number say that it is of no year, of others or of nothing done?

规定:主动公开100条得5分, 12件(上半年), 12件,均为上年度数据, 2期的年度目标.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS

__all__ = [
    "doer_behind",
    "is_denied_behind",
    "is_set_apart",
    "names_another_year",
    "notes_above",
    "qualifiers",
    "shares_behind",
]

# 检查中,我局获好评,我局收到申请12件: praise ends what an inspection is told of; in 演练, 暗访, 测评 requests may be made up.
_NOT_PRAISED = (
    r"(?!(?<=[检督评]查中,)(?:[我本][局委厅办院镇乡])?[^,。;我本县\d]{1,10}(?:好评|表扬|肯定|先进[单集][位体]|优秀|荣誉)"
    r",[我本][局委厅办院镇乡]共?$)"
)
# A campaign, a rule, a notice, a case, a body that is gone, more than was counted: before the number.
_APART = expression(
    r"(?:^|[,;:])在[^,。;]{0,24}(?:活动|行动|(?:专项|集中)(?:清理|整治|检查|治理)(?:工作)?)(?:期间|[中里内时])?,"
    r"|(?:规定|明确|要求|提出|标准|细则|任务|目标|通知|案例|演练|模拟|示例|举例|工作(?:安排|打算|计划)|通报[^,:]{0,6})(?:如下|[为是])?:"
    r"|(?:^|[,;])(?:\d{1,2}日|[^,。;]{0,8}第\d+期[^,。;]{0,8}),(?![^。;]*(?:[全本]年|20\d\d年|年内))[^。;]*$"
    # 春节期间,…; 专项整治中,…: unless the year is named again; 乡镇方面,…; 邻县情况:…
    r"|(?:^|[,;:])[^,。;:]{1,12}(?:(?<!报告)(?<!统计)(?<!年度)(?<![年此])期间|(?:行动|整治|清理|检查|评查|排查|评估|测评|暗访|演练|测试|抽查|督查|巡查|评议)(?:工作)?中),(?![^。;]*(?:[全本]年|20\d\d年|年内))"
    rf"{_NOT_PRAISED}[^。;]*$"
    r"|(?:^|[,;:])各?(?:乡镇|镇街|街道|(?:[县市区]直)?部门|基层|(?:下属|所属|二级)单位)方面,[^。;]*$"
    r"|(?:^|[,;:])(?:以下[为是])?(?:邻[县区市州]|兄弟[县区市单部]|其[他它](?:单位|部门|地区|县区)|外[地省市县])[^,。;:]{0,8}:"
    r"|(?:^|[,;])[^\u4e00-\u9fff\d,;:(]?(?:例如|如)?[\u4e00-\u9fff]{2,12}(?:(?<![格布结当全])局|委员会)(?:的?做法(?:是|如下)?)?:"
    r"|(?:^|[,;])(?![^,;:]*[我本])[\u4e00-\u9fff]{0,10}(?:[大支中总]队|分局|(?<!网)站|(?<![局委厅办院府])所|中心|[科股]|办公室|[下所]属单位|各[\u4e00-\u9fff]{0,6}(?:单位|学校|医院|乡镇|街道|部门)):"
    r"|会议?上?(?:进行了)?通报,[^,;:]*$"
    r"|(?:^|[,;])据(?!统计|悉|[我本局]|[^,。;]{0,8}(?:台账|报表|系统|平台|登记|记录|数据|[科股室]))[^,。;]{2,14}(?:通报|反映|报道|介绍),(?![^,;:]*[我本][局委厅办院镇乡县市区校单机街所队站中])[^,;:]*$"
    r"|[\u4e00-\u9fff]类:[^,;:]*$|作为复议机[关构]"
    r"|(?:准备|拟于[^,。;]{0,4}|将|有望|可|能够|应当|须|应为)(?:发生|行政|依申请公开)*$|如果|报告期后|原先|原(?:报告称|公布|(?:年度)?(?:报告|年报|文)[中里内])|一年多来|累年|(?:清理|整治)后|累计(?:来看|看|而言),"
    r"|每[周天月日季][^,。;]*$|[月日周]均|平均每|(?:不完全|粗略|初步|大致)(?:的)?统计|(?:据|按)?估[计算]|某[省市县区镇乡街局单企]|\(原[\u4e00-\u9fff]{2,12}\)$|(?:合并|改革|组建|成立|挂牌|更名)前"
)
_MORE = expression(
    r"(?:^|[,;:])(?:此外|另外?),?(?:[我本][局县市区镇乡办委厅院])?(?:发生|行政|全年|共)*$|[还又另](?:发生|行政|依申请公开)*$"
)
# The number that follows, and all that stands behind its unit up to a bracket or the clause's end.
_NUMBER = expression(
    r"[^\d。;]{0,48}(?P<n>\d[\d,]*(?:\.\d+)?)(?:人次|条次|万元|[^\d,。;()])?(?P<behind>(?P<tail>[^\d,。;()]*)(?P<rest>.*))",
    re.DOTALL,
)
_DATES = expression(r"20\d\d年?|(?:[1-9]|1[0-2])(?:月|(?=-))|\d{1,2}日|20\d\d(?=-)")
_DIGIT = expression(r"\d")
_BRACKET = expression(r"\((?:注:?)?(?P<said>[^()]{1,24})\)?")
# All of them: 均为上年度数据. What is told of some has a number of its own.
_ALL_ARE = expression(
    r",?(?:(?:以上|上述)(?:数[据字]?|情况)?)?(?:其?[均都皆]|全部)?(?:为|是|系|来自)(?![^,。;()]*最)(?P<said>[^,。;()]{2,18})"
)
# Of all that the sentence tells: …37件,均已办结,以上为全县合计数; of none that came: …未收到申请(为2015年数据).
_ALL_ABOVE = expression(
    r"(?:[,;(](?:以上|上述)(?:数[据字]?|情况)?[均都皆]?|\(此?)[为是系](?P<said>[^,。;()]{2,18}数[据字]?)(?=$|[,。;)])"
)
_AS_NUMBER = expression("的?(?:合计|汇总|统计)?数[据字]?$|提出$")  # 县教育局数据: the bureau's
_OF_WHEN = expression(
    r"(?:数[据字]?|提出的?|收到的?|受理的?|申请的?|发生的?|统计|累计数?|计划|目标|任务|年|年度|[局厅委镇乡办院]|中心)$"
)
_ELSEWHERE = expression(
    r",?(?:(?:已)?(?:列入|纳入)[^,。;]{0,12}(?:计划|安排|目标)|将[于在]|拟于|待20)|,[^\d,。;]{0,8}(?:不属于|不是)(?:政府)?信息公开"
)
# Wherever it stands behind in the sentence: 8件是2013年的情况, 已计入2013年度报告; and whose they are: 申请对象是县政府, 以县政府名义答复.
_WHEN = expression(
    r"(?:(?<![\u4e00-\u9fff])|^|[条件份])(?:该件|[均都])?(?:[是为系]|属于?)(?P<said>20\d\d年|上一?年度?|去年|前年)(?:\d{1,2}月(?:\d{1,2}日|份|[底初末])?)?(?:的|提起|受理|提出|申请|收到|情况|数|度|,|$|[。;)])"
    r"|[,(](?:但|不过)?[这此该]数?(?:只|仅)?[是为系](?P<this>[^,。;()]{2,24}?数[据字量]?)(?=$|[,。;)])|已[计列纳]入(?P<where>20\d\d年|上一?年度?)"
)
_OF_ANOTHER = expression(
    r"其中[:,]?(?:20\d\d年度?|上一?年度?|去年)[^,。;\d]{0,6}\d+件[^,。;\d]{0,4}已[^,。;\d]{0,6}(?:统计|计入|列入|上报|公布)"
    r"|(?:(?<![\u4e00-\u9fff])|^)(?:该件|[均都])?(?:[是为系]|属于?)(?:计划|预[计算]|目标)数?(?:的|情况|度|,|$|[。;)])|申请对象[均都]?[是为](?!我|本)|[寄发提递]交?给(?!我|本)[^,。;]{2,10}的|不列入[本我]|不计入[本我]|[计列]入(?!我|本|20)[^,。;]{2,12}(?:年报|报告|统计)"
    r"|[,(](?:系|是|为)(?!我|本)[^,。;]{2,10}的(?:申请|件)|[,(][均都]?由(?!我|本)[^,。;]{2,10}统一(?:答复|办理|统计)|以(?!我|本)[^,。;]{2,10}(?:的)?名义"
)
# 3次(均为县政府办组织): the deeds of whom the bracket names.
_DONE_BY = expression(
    r"\((?:[均都皆]|全部)?[为由是系]?(?P<body>[省市县区州旗镇乡][\u4e00-\u9fff]{0,14}?(?:局|厅|委|委员会|办|办公[室厅]|政府|部|院|中心|部门|公司|协会))"
    r"(?:统一|牵头|负责|集中|联合)?(?:组织|举办|主办|承办|召开|开展|发布|公开)(?:的(?:培训|会议|信息)?)?\)"
)
# 12件,均为县教育局的申请; 52条,均系县政府发布; 12件,全部系向县政府提出. Who asks is nobody whose number it is: 均为某公司的申请.
_OF_WHOM = expression(
    r"[,(](?:其?[均都皆]|全部|全)(?:[为是系]|属于?)?(?:由|(?P<asked>向))?"
    r"(?P<body>[\u4e00-\u9fff]{0,14}?(?:局|厅|委|委员会|办|办公[室厅]|政府|[镇乡站所]|街道|(?:[局下所直]属|各)[\u4e00-\u9fff]{0,4}?(?:单位|部门|机构)))"
    r"(?(asked)(?:提[出交]|申请)|(?:的(?:申请|信息|件)|(?:主动)?(?:公开|发布)(?!办|的?[范通平目])|(?:所?收到|所?受理|组织|举办|主办|承办|召开)))(?=[的,。;()]|$)"
)
# 行政复议3件,均由县政府受理: it decides those against the agency.
_DECIDED_BY, _CONTEST = (
    expression("[,(](?:其?[均都皆]|全部|全)[由为是系]?[省市县区州旗](?:人民)?政府所?受理"),
    expression("复议|诉讼"),
)
# 52条(含下属单位30条), 5件,其中局机关2件、县公安局3件: of whom the number has what.
_HOLDS = expression(r"[^,。;()]{0,4}[,(](?:其中[:,]?(?:包括|包含|含)?|包括|包含|内含|含)[:,]?(?P<shares>[^。;()]{0,80})")
_SHARE = expression(
    rf"(?:^|[,、]|(?<=[{COUNTERS}])[和及与])(?P<who>(?!通过|涉|关于|有关|属|要求|针对|因|网)[\u4e00-\u9fff]{{2,14}}?)(?:的|本级|自身|共|直接|自行)*(?:主动公开|公开|发布|收到|受理|接到|发生|举办|召开)?"
    rf"(?:政府信息|的?申请)*(?:了|的|[有为占])?(?P<n>\d+)[{COUNTERS}次期]"
)
# Ways and those who ask are no bodies whose number it is: 县政府网站30条, 企业2件.
_NO_SHARE = expression(
    "(?!下属|所属|直属|局属).*(?:网|平台|微[信博]|公众号|公报|栏|窗口|报刊?|电视台?|媒体|企业|公司|机构|法人|组织|个人|协会|商会|律师|银行|人员)"
    "|单位|学校|个体.*"
)
# An aim, a rule, what did not happen: 2期的年度目标已完成, 1件扣2分, 2件的情况没有发生.
_BRACKET_LENGTH = 40
_AIM = expression("的?(?:年度|全年|工作)*(?:目标|任务|计划(?!生育)|指标)")
_NOT_DONE = expression("(?:情况|情形|现象|问题)?(?:均|都)?(?:没有|未)(?:有)?发生|[得扣]$")
_RULED = expression(r"的?,?(?:的,?)?(?:得(?:满|\d|[一二三四五六七八九十])|扣|须|需(?!要)|不扣|计\d)")
# What is no request, and no information of one's own, is never counted: 12件,不含咨询.
_NO_REQUESTS = "(?:咨询|信访|投诉|举报|电话|口头|来访|热线)"
_LEFT_OUT = f"(?:不含|不包括|未含|未包括)(?![^,。;]{{0,6}}(?:{_NO_REQUESTS}|转[载发摘]|重复(?:发布|公开)))"
_OTHERWISE = expression(
    r"\((?:更正|勘误|订正|约|大约)|大关|[/?]|系误报|有误|的?说法|[,(]此为(?:预计|估计|计划)|\+\d|[^。;]*[,、](?:又|另|还|再)(?:收到|接到|受理|主动公开|公开)[^,。;\d]{0,12}\d"
    r"|\([^()\d]{1,8}\)[、,和]\d|[^。;]*(?:不完全统计|估[算计](?:数|所得|得出)|[为是]估[算计]|待核[实对]?|有待核|初步统计|未(?:经|最终)核[实定]|实为\d|实际[^,。;\d]{0,4}\d|(?<!无)重复[登计统](?![^,。;\d]{0,3}0)|去除重复|统计错误|不符)"
    r"|的(?:有|[^,。;]{0,6}(?:最[多少]|有\d|\d+[个家]))|是每[^,。;]{1,8}的"
    rf"|[,、]另有\d+[{COUNTERS}](?:申请)?(?:未予?|不予|没有)(?:受理|登记)"
    rf"|,(?:其中)?{_LEFT_OUT}|\((?:仅|只|限|{_LEFT_OUT})"
    r"|[^。;]*(?:(?:最终|具体|准确|正式|实际)的?数[据字量]?|数[据字])以[^。;,]{1,16}为准"
    r"|[,(](?:统计|数[据字]){0,2}(?:时间)?截[至止]到?(?:20\d\d年)?(?!12月)\d{1,2}月|[-—–【]+20\d\d年"
    r"|[,、](?:补报|补充|漏报)[^,。;\d]{0,6}\d|[,、](?:今年|本年)\d"
)
# 52条(含转载30条), 其中重复发布3条: nobody knows how many were published; 不含转载 and 其中被某网转载3条 leave it as it is.
_COPIED = expression(
    r"[^。;]*?(?:其中|[(]|(?<![不未])(?:含|包括|包含))[^。;被]{0,60}?(?<![不未]含)(?<![不未]包含)(?<![不未]包括)(?<![剔扣去]除)(?<!没有)"
    r"(?:依申请公开[^,。;\d]{0,4}[1-9]|转[载摘]|转发(?![^,。;()]{0,10}(?:文件|公文|通知|意见|方案|办法)|[^,。;()\d]{0,6}\d+[余多]?人?次)|重复(?:发布|公开))"
)
_OF_ITEMS = expression(r"(?!.*(?:申请|复议|诉讼)).*(?:公开|发布)")
# 12件,剔除重复后为9件; 其中3件为系统测试; 3件不计入统计: those that count are fewer.
_TAKEN_OUT = expression(
    r"[^。;]*?(?:[,(](?:其中[:,]?)?已?(?:(?:删除|[剔扣去]除)[^,。;()]{0,12}|合并[^,。;()\d]{0,6}[后为])\d|(?:测试|误[报登填收录])[^,。;()\d]{0,4}[1-9]|\d[件条份](?:为|是|系|属于?)[^,。;()\d]{0,4}(?:测试|误[报登填收录])"
    rf"|[,(、](?![^,。;()\d]{{0,14}}{_NO_REQUESTS})[^,。;()\d]{{0,14}}\d+[件条份](?!{_NO_REQUESTS})(?:[^,。;()\d]{{0,6}},)?(?:不|未)(?:计入|纳入|列入)(?:统计|总数|本))"
)
# 12份,经核对有效申请9份; 12件,实际受理9件: not all of them are any.
_VALID = expression(
    rf"[^,。;()]{{0,6}}[,(](?:其中[:,]?|经(?!济|营)[^,。;\d]{{2,8}}[,后]?|最终|去重后)*(?:(?:真正|完全|实际|最终)?(?:有效|符合(?:要求|条件|规定)|合格)的?(?:政府信息公开)?的?(?:申请|件)?"
    rf"|实际(?:收到|为|是|申请))(?:数|共|[为是有:])*(?P<n>\d+)[{COUNTERS}]"
)
# 受理50件,不予受理8件: 58 came; 受理50件(收到58件,…).
_NOT_TAKEN = expression(
    rf"\(共?收到\d|[,、](?:不予受理|未予?受理)\d|[,、]另?有\d+[{COUNTERS}][^,。;]{{0,14}}(?:未予?|不予|不属于?)受理"
)
_OF_THE_YEAR = expression(r"[^。;]*?[,、](?:本年度?|今年)新?(?:收到?|受理)(?P<n>\d+)")  # 48件,其中上年转入3件,本年收到45件
_YEAR_IN_BRACKETS = expression(r"[(【](?P<year>20\d\d)年度?(?:数据?)?[)】](?=[。;]|$)")
_ABOVE = expression(
    r"(?:^|(?<=[。;\n(])|(?<=[条件次份人],)"
    r"|(?<=,)(?=(?:以上|上述)[^,。;\n]{2,20}(?:合计|汇总|总计|数[据字]?)(?:[。;\n)]|$)))"
    r"[ \t]*[(]?(?:注[:,]?)?(?:以上|上述)(?:所有|全部|各项|数据|数字|情况|[均都]){0,4}"
    r"(?:为|是|系|统计[至到]|截[至止]到?)(?P<said>[^,。;\n()]{2,24})"
)


def qualifiers(text: str, end: int) -> Iterator[str]:
    """Yield what is said of the number behind `end` in a bracket or as of all of it, without a number of its own."""
    yield from (_AS_NUMBER.sub("", above["said"]) for above in _ALL_ABOVE.finditer(text, end))
    found = _NUMBER.match(text, end)
    if found is None:
        return
    bracket, all_are = _BRACKET.match(found["rest"]), _ALL_ARE.match(found["rest"]) or _ALL_ARE.match(found["behind"])
    said = [bracket["said"]] if bracket else [all_are["said"]] if all_are and _OF_WHEN.search(all_are["said"]) else []
    said = [one for one in said if not one.startswith(("不含转", "不包括转"))]  # copies, whoever made them
    yield from (_AS_NUMBER.sub("", one) for one in said if not _DIGIT.search(_DATES.sub("", one)))
    yield from (one[one.lastgroup or 0] for one in _WHEN.finditer(found["behind"]))


def shares_behind(text: str, end: int) -> list[tuple[str, int]]:
    """Return who is said to have how much of the number behind `end`, and that number last, as nobody's."""
    found = _NUMBER.match(text, end)
    held = _HOLDS.match(found["behind"]) if found else None
    if found is None or held is None:
        return []
    shares = [(one["who"], int(one["n"])) for one in _SHARE.finditer(held["shares"]) if not _NO_SHARE.match(one["who"])]
    return [*shares, ("", int(float(found["n"].replace(",", ""))))] if shares else []


def doer_behind(text: str, end: int) -> str | None:
    """Return the body that the words right behind the number say did all of it: 培训3次(均为县政府办组织), 12件,均为县教育局受理."""
    found = _NUMBER.match(text, end)
    if found is None:
        return None
    said, most = found["behind"], len(found["tail"]) + _BRACKET_LENGTH
    doer = _DONE_BY.search(said, 0, most) or _OF_WHOM.search(said, 0, most)
    if doer is None or doer.start() > len(found["tail"]):
        return None
    if _DECIDED_BY.match(doer.group()) and _CONTEST.search(text, 0, found.end("n")):
        return None
    return doer["body"]


def is_set_apart(text: str, end: int) -> bool:
    """Tell whether the words before `end` speak of a campaign, a rule, a case, a body that is gone, or of more beside others."""
    before = text[:end]
    return _APART.search(before) is not None or (
        not text.startswith(("未", "没", "无"), end) and _MORE.search(before) is not None
    )


def is_denied_behind(text: str, end: int) -> bool:
    """Tell whether the words behind the number say that it is an aim, a rule, corrected, to come, or did not happen."""
    found = _NUMBER.match(text, end)
    if found is None:
        return False
    behind, rest = found["behind"], found["rest"]
    if _AIM.match(behind) or _NOT_DONE.search(found["tail"]) or _OTHERWISE.match(behind) or _OF_ANOTHER.search(behind):
        return True
    if _OF_ITEMS.match(found.group(), 0, found.start("n") - end) and _COPIED.match(behind):
        return True
    if _TAKEN_OUT.match(behind):
        return True
    if text.startswith("受理", end) and _NOT_TAKEN.match(rest):
        return True
    if any(this and this["n"] != found["n"] for this in (_OF_THE_YEAR.match(rest), _VALID.match(behind))):
        return True
    return _RULED.match(behind[: len(found["tail"]) + 6]) is not None or _ELSEWHERE.match(rest) is not None


def names_another_year(behind: str, year: int | None) -> bool:
    """Tell whether what stands behind a sentence is another year in brackets: 收到31件。(2011年)"""
    note = _YEAR_IN_BRACKETS.match(behind)
    return note is not None and year is not None and int(note["year"]) != year


def notes_above(folded: str) -> Iterator[tuple[int, str]]:
    """Yield where a note on all that stands above begins, and what it says: 以上为2008年以来累计数."""
    if "以上" in folded or "上述" in folded:
        yield from ((note.start(), note["said"]) for note in _ABOVE.finditer(folded))

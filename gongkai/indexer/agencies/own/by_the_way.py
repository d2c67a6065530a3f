"""Which agency names itself only by the way: where its site, its account or its own leading group is told of?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.agencies.candidates import ZONE_ENDS, Candidate
from gongkai.indexer.agencies.told_of import may_speak
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY, ENDS
from gongkai.indexer.names.desks import ACTS, HAN
from gongkai.indexer.names.names import Name, occurrences, read_name
from gongkai.indexer.names.national import national_body
from gongkai.indexer.places.called_after import called_after
from gongkai.indexer.places.clues import Clues

__all__ = ["led_as", "named_by_the_way", "of_another_body", "of_host"]

_WEIGHT = 3
_ITSELF = expression("[我本](局|委(?!员会?的)|厅|院|中心|处|镇|乡|街道|街|苏木)")
# How the name of a body ends that calls itself so.
_CALLED = {"局": "局", "委": "委(?:员会)?", "厅": "厅", "院": "院", "中心": "中心", "处": "处"}
_CALLED |= {town: f"{town}(?:人民政府|政府|办事处|办)?" for town in ("镇", "乡", "苏木")}
_OPENNESS = r"[\u201c\u201d\x22]?(?:(?:政府信息|政务信息|信息|政务)(?:公开)?(?:工作)?(?:与|和|、)?)?(?:政府信息|政务|信息)公开"
# 成立以局长为组长的甲市粮食局政府信息公开领导小组: nobody founds such a group of another body.
_GROUP = expression(
    rf"(?:成立|组建|设立|调整|建立|充实|补充)(?:[有了并]|完善|充实|调整|补充)*(?:[以由][{HAN}、,]{{1,60}}?(?:[为任](?:组长|成员)?|组成)的)?"
    rf"[\u201c\x22]?({AGENCY})(?:机关)?{_OPENNESS}(?:工作)?(?:领导小组|工作组|领导机构)"
)
# 我局制定了甲市林业局政府信息公开工作制度; 《…》 is read with the names of documents.
_RULES = expression(
    rf"[我本](?:局|委|厅|镇|乡|街道)(?:制定|出台|印发|建立)了?({AGENCY}){_OPENNESS}(?:工作)?(?:[{HAN}]{{0,4}}制度|办法|方案)"
)
_SITE = expression(
    rf"(?:通过|(?<![站存])在|登录|依托|利用)[\u201c\x22]?({AGENCY})[\u201d\x22]?(?:门户|官方|政务|政府|公众|信息)*网(?:站|页)"
)
# 在我局门户网站“甲市水利局网站”下载
_OWN_SITE = expression(
    rf"[我本](?:局|委|厅|院|中心)的?(?:门户|官方|政务)*网(?:站|页)?[\u201c\x22(]({AGENCY})(?:门户|官方|政务)*网(?:站|页)?[\u201d\x22)]"
)
# What others do there is no sign: 申请人可登录甲县审批局网站下载申请表, 各单位通过…网站公开.
_PEOPLE = "公民|申请人|法人|其他组织|群众|(?<!向)(?<!向社会)公众|市民|居民|村民|企业|用户|个人|您|社会各界"
_OTHERS = expression(rf"(?<![我本])(?:局|厅|委员会|中心|部门|单位|机关|机构|科室|政府(?!信息)|乡镇|街道)|{_PEOPLE}")
_SUBJECT_FIRST = expression(rf"(?!在|按照|根据|为|以|围绕|结合)[{HAN}\d]{{0,10}}?(?:{_OTHERS.pattern})")
_VISITS = "查阅|查询|查看|浏览|下载|学习|关注|了解|获取|申请|登记|填|可"
_PUBLISHES = expression(rf"(?:\([^()\n]*\))?(?:(?!{_VISITS})[^。;\n]){{0,60}}?(?:公开|发布|公布|公示)")
# 内容可通过甲市水利局网站查询 tells where the body's own things are, on its host or with the address behind.
_ITS_CONTENT = expression(r"(?:内容|信息|报告|年报|电子版|文本)(?:均|都|也|还)?可以?$")
_GATHERER = expression("政务|审批|数据|营商|档案")
_OWN_HOST = expression(r"//(?!(?:www|xxgk|zwgk|zfxxgk|zfxx|xxgkw?|gk|zw|zwfw)\.)[\w-]+\.[\w-]+\.gov\.cn\b")
_ZONE_SITE = expression(rf"([{HAN}]{{4,24}}(?:{'|'.join(ZONE_ENDS)}))(?:门户|官方|政务|政府)*网站?,由?我委负责")
_WITH_ADDRESS = r"[\u201d\x22]?(?:门户|官方|政务|政府|公众|信息)*网(?:站|页)\((?:网址:?)?(?:https?://|www\.)"
# 2018年,甲乡继续…, of a page that says 我乡: what 市数据局继续… tells of is no town's.
_GOES_ON = expression(rf"20\d\d年(?:度|以来|来)?,?([{HAN}]{{2,12}}?(?:镇|乡|街道|苏木))(?=继续)")
# 我乡, reached at its own house: (地址:甲县乙乡人民政府;邮编
_ADDRESS = expression(rf"地址:([{HAN}]{{4,20}}(?:[镇乡]|苏木)人民政府)(?=[;,。)\s]|[大]?院|[一二三四五\d]楼|邮编|电话|联系)")
# 健全完善甲镇信息公开工作机制, 加强甲镇重点领域信息公开, of a page that says 我镇
_WAYS = expression(
    rf"(?:健全|完善|建立|加强)了?([{HAN}]{{2,8}}?(?:镇|乡|街道|苏木))(?:重点领域的?信息公开|(?:政府信息|政务|信息)公开(?:工作)?(?:机制|制度|体系))"
)
_ACCOUNT = expression(rf"([{HAN}]{{2,14}}?(?:镇|乡|街道|苏木))(?:政府|办事处|官方|政务|的)*微信公众号")
# The account of a body as a page names it: “甲区城市管理委员会”、“甲区垃圾分类”微信公众号.
_OWN_ACCOUNT = expression(
    rf"[\u201c\x22]({AGENCY})[\u201d\x22](?:[、和及][\u201c\x22][^\u201c\u201d\x22\n]{{2,20}}[\u201d\x22])*"
    "(?:官方|政务)*(?:微信|微博)?(?:公众号|订阅号|微博|微信)"
    rf"|(?:公众号|订阅号)[::]?[\u201c\x22]({AGENCY})[\u201d\x22](?:[、和及][\u201c\x22][^\u201c\u201d\x22\n]{{2,20}}[\u201d\x22])*"
)
# 新媒体(甲旗司法局微信公众号)发布96条
_ACCOUNT_WORDS, _RUN = expression(r"(?:官方|政务|微信|微博)+\Z"), expression(rf"[{HAN}]{{4,30}}\Z")
_QUOTED_BODY = expression(rf"[\u201c\x22]({AGENCY})[\u201d\x22]")
_COUNTED = expression(
    rf"(?:^|[。,;\n])(?:20\d\d年度?,?)?({AGENCY}|[{HAN}]{{2,20}}中心)((?:门户|官方|政务)*网站)?(?:20\d\d年度?,?)?(?:全年|共|累计|主动)*公开(?:政府|各类|政务)*信息\d"
)
# 建立《甲市教育局网上信息公开审查制度》, of a page whose subject is 市教育局.
_DOCUMENT = expression(rf"《({AGENCY})[{HAN}]{{0,6}}?(?:信息|政务)公开[{HAN}]{{0,8}}》")
# What a body has of its own: 公布甲市审计局权力清单, 更新甲区林业局栏目, the plan that it puts out.
_OF_ITS_OWN = (
    expression(
        rf"(?:公[开布示]了?|(?:发布|编制|制定|更新|完善|调整)了?|包括|[、和及《])({AGENCY})(?:行政)?(?:权力|责任|权责)清单"
    ),
    # 我局修订《甲市统计局信息考核制度》; 我局积极发挥甲市统计局网站作用
    expression(
        rf"[我本](?:局|委|厅)(?:先后|及时|相继)?(?:制定|修订|制修订|出台|印发)了?《({AGENCY})(?!关于)[^《》\n]{{2,24}}(?:制度|办法|细则)》"
    ),
    expression(rf"[我本](?:局|委|厅)(?:积极|充分)?(?:发挥|维护|管好)好?({AGENCY})(?:门户|官方|政务)*网站(?:和[{HAN}]{{2,8}})?"),
    expression(rf"(?:更新|维护|完善|充实)(?:了)?({AGENCY})(?:信息公开|政务公开)?(?:专栏|栏目)(?!组)"),
    expression(
        rf"(?<![据照实彻绕发])《({AGENCY})20\d\d年度?(?:政务|(?:政府)?信息)公开[^《》\n]{{0,16}}》(?=于?[^。,;\n]{{0,12}}?(?:发布|公布|公开|印发|出台))"
    ),
)
# 成立甲市机关事务管理局,由…调整为政府部门。我局…; one to which others gave duties is none that tells of it.
_FOUNDED = expression(
    rf"(?:^|[。,;\n])(?:正式)?(?:成立|组建)了?({AGENCY})(?=[,。](?![^。\n]*(?:划|剥离|移交|转隶|职[能责]))[^。\n]*。?[^。\n]{{0,6}}[我本]局)"
)
# 修改制定了新的《甲市财政局财政信息公开暂行办法》, of a page on any host whose leaders are those of such a place.
_MAKES = expression("[改订定台善]了?(?:新的)?《")  # stands in each, and is found sooner
_MADE_RULES = expression(
    rf"(?:^|[。,;:\n])(?:[我本][局委厅])?(?:先后|及时|相继|重新|研究|结合实际)*(?:修改|修订|制定|制订|出台|完善)+了?(?:新的)?"
    rf"《({AGENCY})(?!关于)[^《》\n]{{0,12}}?(?:信息|政务)公开[^《》\n]{{0,14}}(?:办法|制度|规定|细则|规程)》"
)
# 公开了下列信息:县环保局主要职责、内设机构; what 县 and 省 tell of the level is all that such a name says of its place.
_OWN_DUTIES = expression(
    rf"[:,。;\n]([县省][{HAN}]{{2,10}}[局厅])的?(?:主要)?(?:工作)?(?:职[责能]|机构职[责能])[、和及](?:内设|机构)"
)
# 县政府部门 > 县林业局 > 年度报告, the way to a page of 我局
_WAY = expression(
    rf"(?:政府|[市县区旗州省]直|工作|组成)(?:部门|机构|单位)[ \t|]*[>»›]+[ \t|]*({AGENCY})[ \t|]*[>»›](?=[^\n]{{0,60}}(?:年报|年度报告))"
)
_SUBJECT = expression(rf"(?:^|[。,;\n)])((?:[市县区旗州盟])[{HAN}]{{2,10}}[局委])(?=明确|成立|指定|安排|通过|共|主动|{ACTS})")
_LOWER = {"市": "县区旗", "州": "县市区旗", "盟": "县市区旗", "省": "市州盟县区旗"}


def named_by_the_way(head: str, url: str | None) -> Iterator[Candidate]:
    """Yield the names that a body that calls itself 我局, 我镇 has by what it tells of its group, its site, its account."""
    itself = {said[0] for said in _ITSELF.findall(head)}
    spoken = next(iter(itself)) if len(itself) == 1 else ""
    if not spoken:
        return
    said = _ITSELF.search(head)
    for pattern, source in ((_GROUP, "own group"), (_RULES, "own group"), (_OWN_SITE, "own site")):
        for match in pattern.finditer(head):
            if _may_be(match[1], said, head):
                yield Candidate(match[1], _WEIGHT, source)
    if (
        len(sites := {match[1] for match in _SITE.finditer(head)}) == 1
        and (site := next(iter(sites)))
        and any(_publishes_at(match, head, url) for match in _SITE.finditer(head))
        and _may_be(site, said, head)
        and _of_level(site, head, url)
    ):
        yield Candidate(site, _WEIGHT, "own site")
    for name in (*_by_account(head), *_by_documents(head), *_by_its_own(head)):
        if _may_be(name, said, head) and of_host(name, head, url):
            yield Candidate(name, _WEIGHT, "own account")
    made = _single(_MADE_RULES, head) if _MAKES.search(head) else set()
    yield from (Candidate(name, _WEIGHT, "own rules") for name in made if _may_be(name, said, head) and led_as(name, head, url))
    if len(counted := _counted(head)) == 1 and _may_be(name := counted.pop(), said, head):
        yield Candidate(name, _WEIGHT, "text")
    duties = (_single(_OWN_DUTIES, head) if "职" in head else set()) | _single(_WAY, head[:600])
    yield from (Candidate(name, _WEIGHT, "text") for name in duties if _called_so(name, spoken) and may_speak(name, head))
    yield from _towns(head, spoken)
    if len(zones := _zones(head)) == 1 and spoken == "委":
        yield Candidate(zones.pop() + "管理委员会", _WEIGHT, "own site")


def _counted(head: str) -> set[str]:
    """Return the one body that, or whose site, is told to have published a number of items, and no other: 甲镇公开信息50条."""
    told = [found for found in _COUNTED.findall(head) if "的" not in found[0] and not (found[1] and _GATHERER.search(found[0]))]
    return {re.sub(r"^20\d\d年度?", "", name) for name, _ in told}


def _zones(head: str) -> set[str]:
    """Return the zones whose site the page's body, a committee, keeps: 甲经济技术开发区网站,我委负责更新."""
    runs = (match[1] for match in (_ZONE_SITE.finditer(head) if "我委负责" in head else ()))
    ends = ([run[start:] for start in range(len(run) - 3) if gazetteer().begins(run[start:])] for run in runs)
    return {zones[0] for zones in ends if zones and _read(zones[0]).zone}


def _towns(head: str, spoken: str) -> Iterator[Candidate]:
    """Yield the towns that go on or have an account, of a page that calls itself so: 我镇 is no 乡."""
    accounts = {_town(match[1]) for match in (_ACCOUNT.finditer(head) if "微信公众号" in head else ())} - {""}
    if spoken in "镇乡街道苏木":
        goes_on = {match[1] for match in (_GOES_ON.finditer(head) if "继续" in head else ())}
        goes_on |= {re.sub("^(?:健全|完善|建立|加强)+了?", "", match[1]) for match in _WAYS.finditer(head)}
        goes_on = {name for name in goes_on if name in gazetteer().towns and _called_so(name, spoken)}
        yield from (Candidate(name, _WEIGHT, "text") for name in goes_on)
        houses = {match[1] for match in (_ADDRESS.finditer(head) if "地址" in head else ())}
        houses = {name for name in houses if _called_so(name, spoken) and may_speak(name, head) and _at_home(name, head)}
        yield from (Candidate(name, _WEIGHT, "contact") for name in houses if len(houses) == 1)
    if len(accounts) == 1 and may_speak(town := next(iter(accounts)), head) and spoken in "镇乡街苏" and _called_so(town, spoken):
        yield Candidate(town, _WEIGHT, "own account")


def _at_home(name: str, head: str) -> bool:
    """Tell whether the name is that of a town with its place, whose government nothing else names: an address is no name in full."""
    town = _read(name).town
    others = re.findall(rf"{town}(?:人民政府|政府|党委)", head.replace(name, "")) if town else [name]
    return bool(_read(name).places) and not others


def _publishes_at(site: re.Match[str], head: str, url: str | None) -> bool:
    """Tell whether it is the page's body that publishes by a site: 我局通过…网站公开, or with no subject; not 公民可登录…网站查阅."""
    start = max(head.rfind(end, 0, site.start()) for end in "。;\n") + 1
    before = head[start : site.start()]
    clause = re.split("[,:)]", before)[-1]
    if (
        site[0].startswith("登录")
        or _OTHERS.search(clause)
        or _SUBJECT_FIRST.match(re.sub(r"^20\d\d年(?:度|以来|来)?,?", "", before))
    ):
        return False
    if _ITS_CONTENT.search(clause):
        printed = re.match(_WITH_ADDRESS, head[site.end(1) :]) or _OWN_HOST.search(url or "")
        return printed is not None and not _GATHERER.search(site[1])
    return not re.search("可|学习|关注", clause) and _PUBLISHES.match(head, site.end()) is not None


def _single(pattern: re.Pattern[str], head: str) -> set[str]:
    found = {match[1] for match in pattern.finditer(head)}
    return found if len(found) == 1 else set()


def _by_account(head: str) -> set[str]:
    """Return the one body by whose name an account is called, in quotation marks among others that are called after no body."""
    accounts = "".join(match[0] for match in _OWN_ACCOUNT.finditer(head))
    if quoted := _single(_QUOTED_BODY, accounts):
        return quoted
    before = (_ACCOUNT_WORDS.sub("", head[max(0, at - 30) : at]) for at in occurrences("公众号", head))
    runs = (run[0] for words in before if words.endswith(ENDS) and (run := _RUN.search(words)))
    named = {_from_place(run) for run in runs} - {""}
    return {name for name in named if not _GATHERER.search(name)} if len(named) == 1 else set()


def _by_documents(head: str) -> set[str]:
    """Return the one name in those of documents that the page's subject is without its place: 市教育局明确…, 《甲市教育局…制度》."""
    subjects = _single(_SUBJECT, head)
    named = {match[1] for match in _DOCUMENT.finditer(head)}
    own = {name for name in named for subject in subjects if name.endswith(subject) and name != subject}
    return own if len(own) == 1 else set()


def _by_its_own(head: str) -> set[str]:
    """Return the one body, by its name from its place on, whose lists, column or plan are told of, or that was founded."""
    runs = (match[1] for pattern in (*_OF_ITS_OWN, _FOUNDED) for match in pattern.finditer(head))
    named = {name for run in runs if (name := _from_place(run))}
    return named if len(named) == 1 else set()


def _from_place(run: str) -> str:
    """Return the run from the first place in it on; empty: it holds none."""
    ends = (run[at:] for at in range(len(run) - 3))
    return next((end for end in ends if gazetteer().begins(end) and _read(end).places), "")


def of_another_body(name: str, head: str, url: str | None) -> bool:
    """Tell whether rules are those of a body above: of 三明市教育局, where 县教育局明确…, of one of the state on the site of a place."""
    if national_body(name) and Clues(gazetteer(), head, url or "", None).domain():
        return True
    subjects = _single(_SUBJECT, head)
    return any(name.endswith(subject[1:]) and not name.endswith(subject) for subject in subjects)


def of_host(name: str, head: str, url: str | None, *, or_none: bool = False) -> bool:
    """Tell whether the page's host is that of the body's place; `or_none`: or that of no place."""
    units = _read(name).places[-1] if _read(name).places else ()
    host = Clues(gazetteer(), head, url or "", None).domain() if units else None
    return or_none if host is None else host.code in {unit.code for unit in units}


def _may_be(name: str, said: re.Match[str] | None, head: str) -> bool:
    """Tell whether a body of this name calls itself so: 我局 is a 局."""
    placed = _read(name).places or _town(name) or len(called_after(name, head, 2, None)) == 1
    column = "政府网" in name  # of a government's site: 完善甲区人民政府网区旅游局专栏
    return not column and _called_so(name, said[1] if said else "") and may_speak(name, head) and bool(placed)


def _called_so(name: str, said: str) -> bool:
    """Tell whether the name ends as a body's that calls itself so; of a street, any name."""
    end = _CALLED.get(said, "")
    return not end or re.search(f"{end}$", name) is not None


def led_as(name: str, head: str, url: str | None) -> bool:
    """Tell whether the leaders of a page are those of a place like the body's: 市委, and no 县政府; and its host no other's."""
    units = _read(name).places[-1] if _read(name).places else ()
    word = units[0].name[-1] if units else "省"
    lower = word in _LOWER and re.search(f"[{_LOWER[word]}](?:委|政府)", head)
    led = re.search(f"{word}(?:委|(?:人民)?政府)", head)
    host = Clues(gazetteer(), head, url or "", None).domain() if led and not lower else None
    return bool(led) and not lower and (host is None or host.code in {unit.code for unit in units})


def _of_level(name: str, head: str, url: str | None) -> bool:
    """Tell whether the leaders of a page and its host are those of the body's place; on a foreign host, whether the site's address is printed.

    A county's bureau publishes on the site of the city's bureau as well.
    """
    units = _read(name).places[-1] if _read(name).places else ()
    word = units[0].name[-1] if units else ""
    if not word or not re.search(f"{word}(?:委|政府|府)", head):
        return False
    if word in _LOWER and re.search(f"[{_LOWER[word]}](?:委|政府|府)", head):
        return False
    host = Clues(gazetteer(), head, url or "", None).domain()
    named = (unit for place in gazetteer().mentions(head) for unit in gazetteer().named(place, None))
    within = any(unit.level == 3 and unit.code not in {own.code for own in units} for unit in named)
    own = host.code in {unit.code for unit in units} if host else re.search(f"{re.escape(name)}{_WITH_ADDRESS}", head) is not None
    return own and not within


def _read(name: str) -> Name:
    return read_name(name, None, gazetteer())


def _town(run: str) -> str:
    """Return the longest end of the run that is the name of a town; empty: none."""
    ends = (run[start:] for start in range(len(run) - 1))
    return next((end for end in ends if end in gazetteer().towns), "")

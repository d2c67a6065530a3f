"""Which agency names itself only by the way: where its site, its account or its own leading group is told of?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.agencies.candidates import ZONE_ENDS, Candidate
from gongkai.indexer.agencies.own.belongings import GATHERER, by_account, by_documents, by_its_own, counted_by, single
from gongkai.indexer.agencies.own.called_so import called_so, may_be, town_at_end
from gongkai.indexer.agencies.own.its_place import WITH_ADDRESS, led_as, of_host, of_level
from gongkai.indexer.agencies.told_of import may_speak
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import AGENCY
from gongkai.indexer.names.desks import HAN
from gongkai.indexer.names.names import read_name

__all__ = ["named_by_the_way"]

_WEIGHT = 3
_ITSELF = expression("[我本](局|委(?!员会?的)|厅|院|中心|处|镇|乡|街道|街|苏木)")
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
_OWN_HOST = expression(r"//(?!(?:www|xxgk|zwgk|zfxxgk|zfxx|xxgkw?|gk|zw|zwfw)\.)[\w-]+\.[\w-]+\.gov\.cn\b")
_ZONE_SITE = expression(rf"([{HAN}]{{4,24}}(?:{'|'.join(ZONE_ENDS)}))(?:门户|官方|政务|政府)*网站?,由?我委负责")
# 2018年,甲乡继续…, of a page that says 我乡: what 市数据局继续… tells of is no town's.
_GOES_ON = expression(rf"20\d\d年(?:度|以来|来)?,?([{HAN}]{{2,12}}?(?:镇|乡|街道|苏木))(?=继续)")
# 我乡, reached at its own house: (地址:甲县乙乡人民政府;邮编
_ADDRESS = expression(rf"地址:([{HAN}]{{4,20}}(?:[镇乡]|苏木)人民政府)(?=[;,。)\s]|[大]?院|[一二三四五\d]楼|邮编|电话|联系)")
# 健全完善甲镇信息公开工作机制, 加强甲镇重点领域信息公开, of a page that says 我镇
_WAYS = expression(
    rf"(?:健全|完善|建立|加强)了?([{HAN}]{{2,8}}?(?:镇|乡|街道|苏木))(?:重点领域的?信息公开|(?:政府信息|政务|信息)公开(?:工作)?(?:机制|制度|体系))"
)
_ACCOUNT = expression(rf"([{HAN}]{{2,14}}?(?:镇|乡|街道|苏木))(?:政府|办事处|官方|政务|的)*微信公众号")
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


def named_by_the_way(head: str, url: str | None) -> Iterator[Candidate]:
    """Yield the names that a body that calls itself 我局, 我镇 has by what it tells of its group, its site, its account."""
    itself = {said[0] for said in _ITSELF.findall(head)}
    spoken = next(iter(itself)) if len(itself) == 1 else ""
    if not spoken:
        return
    said = _ITSELF.search(head)
    for pattern, source in ((_GROUP, "own group"), (_RULES, "own group"), (_OWN_SITE, "own site")):
        for match in pattern.finditer(head):
            if may_be(match[1], said, head):
                yield Candidate(match[1], _WEIGHT, source)
    if (
        len(sites := {match[1] for match in _SITE.finditer(head)}) == 1
        and (site := next(iter(sites)))
        and any(_publishes_at(match, head, url) for match in _SITE.finditer(head))
        and may_be(site, said, head)
        and of_level(site, head, url)
    ):
        yield Candidate(site, _WEIGHT, "own site")
    for name in (*by_account(head), *by_documents(head), *by_its_own(head)):
        if may_be(name, said, head) and of_host(name, head, url):
            yield Candidate(name, _WEIGHT, "own account")
    made = single(_MADE_RULES, head) if _MAKES.search(head) else set()
    yield from (Candidate(name, _WEIGHT, "own rules") for name in made if may_be(name, said, head) and led_as(name, head, url))
    if len(counted := counted_by(head)) == 1 and may_be(name := counted.pop(), said, head):
        yield Candidate(name, _WEIGHT, "text")
    duties = (single(_OWN_DUTIES, head) if "职" in head else set()) | single(_WAY, head[:600])
    yield from (Candidate(name, _WEIGHT, "text") for name in duties if called_so(name, spoken) and may_speak(name, head))
    yield from _towns(head, spoken)
    if len(zones := _zones(head)) == 1 and spoken == "委":
        yield Candidate(zones.pop() + "管理委员会", _WEIGHT, "own site")


def _zones(head: str) -> set[str]:
    """Return the zones whose site the page's body, a committee, keeps: 甲经济技术开发区网站,我委负责更新."""
    runs = (match[1] for match in (_ZONE_SITE.finditer(head) if "我委负责" in head else ()))
    ends = ([run[start:] for start in range(len(run) - 3) if gazetteer().begins(run[start:])] for run in runs)
    return {zones[0] for zones in ends if zones and read_name(zones[0], None, gazetteer()).zone}


def _towns(head: str, spoken: str) -> Iterator[Candidate]:
    """Yield the towns that go on or have an account, of a page that calls itself so: 我镇 is no 乡."""
    accounts = {town_at_end(match[1]) for match in (_ACCOUNT.finditer(head) if "微信公众号" in head else ())} - {""}
    if spoken in "镇乡街道苏木":
        goes_on = {match[1] for match in (_GOES_ON.finditer(head) if "继续" in head else ())}
        goes_on |= {re.sub("^(?:健全|完善|建立|加强)+了?", "", match[1]) for match in _WAYS.finditer(head)}
        goes_on = {name for name in goes_on if name in gazetteer().towns and called_so(name, spoken)}
        yield from (Candidate(name, _WEIGHT, "text") for name in goes_on)
        houses = {match[1] for match in (_ADDRESS.finditer(head) if "地址" in head else ())}
        houses = {name for name in houses if called_so(name, spoken) and may_speak(name, head) and _at_home(name, head)}
        yield from (Candidate(name, _WEIGHT, "contact") for name in houses if len(houses) == 1)
    if len(accounts) == 1 and may_speak(town := next(iter(accounts)), head) and spoken in "镇乡街苏" and called_so(town, spoken):
        yield Candidate(town, _WEIGHT, "own account")


def _at_home(name: str, head: str) -> bool:
    """Tell whether the name is that of a town with its place, whose government nothing else names: an address is no name in full."""
    town = read_name(name, None, gazetteer()).town
    others = re.findall(rf"{town}(?:人民政府|政府|党委)", head.replace(name, "")) if town else [name]
    return bool(read_name(name, None, gazetteer()).places) and not others


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
        printed = re.match(WITH_ADDRESS, head[site.end(1) :]) or _OWN_HOST.search(url or "")
        return printed is not None and not GATHERER.search(site[1])
    return not re.search("可|学习|关注", clause) and _PUBLISHES.match(head, site.end()) is not None

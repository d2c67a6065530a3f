"""Which agencies are the subjects of a page's sentences? 2024年,X坚持…; 在…领导下,X严格…; X根据…编制."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gongkai.indexer.agencies.candidates import ZONE_ENDS, Candidate, candidate
from gongkai.indexer.agencies.moved import behind_other_words, behind_party, opens
from gongkai.indexer.agencies.told_of import central_is_told_of, firm_reports, town_is_told_of, zone_is_told_of
from gongkai.indexer.agencies.wholes.compilers import behind_compiler, behind_gatherer, gathers_all
from gongkai.indexer.agencies.wholes.whole_place import PLACE_SUBJECT, puts_out
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import ENDS
from gongkai.indexer.names.desks import GOVERNMENT_OFFICE, HAN, OFFICE_ITSELF, behind_desk, gathers_in, is_office_beside
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.national import CENTRAL_ENDS, national_body

__all__ = ["COMPILES", "own_subjects"]

_TOWN_SHORT = ("镇政府", "乡政府")
_ZONE_WORD = 3  # characters of 高新区, 开发区
_ZONE_SUBJECT = (*ZONE_ENDS, "管理区")  # 2025年,甲管理区在…领导下
_TELLS_OF_ZONES = expression("[全我][市县旗州](?![域场级直])")  # a county that tells of one of its 管理区
_SUBJECT_ENDS = (*ENDS, *_ZONE_SUBJECT, *_TOWN_SHORT, "党委政府", "公司", ")", "公开工作", "政府办")
_NAMED_ENDS = (*ENDS, ")")  # 山东大学(威海); other brackets are gone
_RUN_ENDS = (*_SUBJECT_ENDS, *CENTRAL_ENDS)
_BY_SITE = "(?=[^,。;]{2,24}(?:网站|平台|公众号)[^,。;]{0,6}(?:公开|发布))"
# What follows the subject of a sentence about the reporting agency. One plain alternation, each of which begins with a character:
# the search skips to these.
_PREDICATE = expression(
    rf"通过{_BY_SITE}|利用{_BY_SITE}|"
    r"\(以下[简统]称|组织编制[了完]?|编制(?:[了完]|(?=本年?度?报告|20\d\d年))|根据|依据|按照|依照|深入|坚持|认真|严格|紧紧|全面|始终|高度重视|以|积极|围绕|切实|持续|坚决|坚定|全力|努力|精心|稳步|有序|高效|"
    r"结合|对(?=20\d\d年度?[^。,;]{0,16}公开工作[^。,;]{0,8}总结)|在(?=20\d\d年|[^,。;]{2,20}(?:上|网站|平台)上?(?:主动|积极|及时|累计|共)*(?:公开|发布))|特(?=编制|制定)|未(?:发生|收到|接到|出现|收取|受理)|没有(?:收到|接到|受理|收取)|在(?=[^,。;]{2,40}(?:领导(?!小组)|(?:安排|部署|指导|关心|支持|组织)下))|紧密|贯彻|落实|不断|依法|主动|准确|聚焦|立足|锚定|牢[固牢]|充分|大力|统筹|突出|强化|加强|健全|优化|紧扣|共(?=收到|受理|公开|发布)|进一步|扎实|着力|把|依托|结合|按(?=国|省|市|县|区|州|旗|上级|要求)|推进|推动|遵循|遵照|恪守|及时|因(?=机构|人事|人员|工作)|秉持|秉承|践行|狠抓|注重|[现特](?:公布|发布)(?=20\d\d年度?[^。,;]{0,20}(?:报告|年报))|[现特]?将(?=20\d\d|本)|[现特]?向(?=社会[^。,;]{0,4}公[布开][^。,;]{0,24}(?:报告|年报))"
)
_BASES = ("根据", "依据", "按照", "依照", "结合")
_NOT_NAME = expression(rf"[^{HAN}()·]")
_ASIDE = expression(
    r"(?<!大学)\([^()]{2,30}\)$|(?<=大学)\([^()]{5,30}\)$|(?:政务公开|政务信息公开|(?<!人民)政府信息公开|信息公开)工作$|(?<=[镇乡])党委(?=政府$)"
)
_AFTER_YEAR = expression(
    r"(?:(?:20\d\d\s*学?|今|一)年(?:度|以来|来|里)?[,,]?|20\d\d(?:以来)?,"
    r"|20\d\d年1月(?:1日)?[至到~—-]+(?:20\d\d年)?12月(?:31日|底|末)?(?:期间|止)?,?)\s*$"  # 2023年1月1日至12月31日,X在…
)
# 2024年,甲市人民政府办公室均认真…, 坚紧紧围绕: one character, a word or a slip of the pen.
_WORD_BETWEEN = expression(rf"20\d\d年(?:度|以来|来)?,?[{HAN}]{{2,12}}政府办公[室厅](?![的和与及对等])[{HAN}]$")
# 甲县教育局2022年认真…; 甲县乙镇2016年度政务公开工作,在…领导下开展
_YEAR_BEHIND = expression(rf"(?<=[{HAN}])(?:20\d\d年(?:度|以来|来)?的?(?:(?:政府信息|政务|信息)?公开工作)?,?|(?<=公开工作),)$")
_PARTY_AND = expression("(?<=[镇乡])党委[、和][镇乡]?(?=(?:人民)?政府)|(?<=街道)党工委[、和](?=办事处)")  # 甲镇党委、政府坚持…
_YEAR_BEFORE = expression(r"20\d\d\s*$")
_GLUED_YEAR = expression(r"年(?:年?度|以来|来|里)?")
COMPILES = 7
"""Weight of a subject that compiles the report; less is that of one that acts."""
_PUBLISHES = 1  # weight of a town that publishes by a site, which reports of others tell of as well
_TOWN_END = expression(r"(?:[镇乡]|苏木|街道)(?:人民政府|办事处|办)?$")
_FIRST = 200  # characters in which a company is the one that reports, and no other body's subject


def own_subjects(head: str) -> list[Candidate]:
    """Return the subjects; a town that publishes by a site only where it is alone, of several towns the one told of most."""
    subjects = list(_subjects(head))
    told = {subject.name: subject.weight < COMPILES and read_name(subject.name, None, gazetteer()).town for subject in subjects}
    towns = Counter(filter(None, (told[subject.name] for subject in subjects))).most_common()
    if len(towns) > 1:
        most = towns[0][0] if towns[0][1] > towns[1][1] else ""
        subjects = [subject for subject in subjects if told[subject.name] in (False, None, most)]
    return [subject for subject in subjects if subject.weight > _PUBLISHES] or subjects


def _subjects(head: str) -> Iterator[Candidate]:
    """Yield the agencies that are subjects: 2024年,X坚持…; 在…领导下,X严格…; X根据…编制."""
    head = _PARTY_AND.sub("", head)
    for predicate in _PREDICATE.finditer(head):
        left = head[max(0, predicate.start() - 70) : predicate.start()]
        left = left[:-1] if _WORD_BETWEEN.search(left) else left
        behind = _YEAR_BEHIND.search(left)
        left = left[: behind.start()] if behind else left
        run = _NOT_NAME.split(left)[-1] if left.endswith(_RUN_ENDS) else ""
        if not national_body(run) and not run.endswith(_SUBJECT_ENDS):
            continue
        glued = _GLUED_YEAR.match(run) if _YEAR_BEFORE.search(left[: len(left) - len(run)]) else None
        subject = _ASIDE.sub("", run[glued.end() :] if glued else run)
        zone, firm = subject.endswith(_ZONE_SUBJECT), subject.endswith("公司") and firm_reports(subject, head)
        town = subject.endswith(_TOWN_SHORT) and not town_is_told_of(head)
        office = subject.endswith("政府办") and OFFICE_ITSELF.search(head) is not None
        if len(subject) < 3 or not (zone or firm or town or subject.endswith(_NAMED_ENDS) or office or national_body(subject)):
            continue
        before = left[: len(left) - len(run)]
        dated = glued is not None or _AFTER_YEAR.search(before) is not None
        if behind and not ((dated or opens(before)) and (gazetteer().begins(subject) or national_body(subject))):
            continue
        dated = dated or behind is not None
        word, sentence = predicate[0], head[predicate.end() : predicate.end() + 260].partition("。")[0]
        weight = _weight(word, before, dated=dated, compiles="编制" in sentence)
        if word in _BASES and weight == COMPILES and GOVERNMENT_OFFICE.search(subject) and not OFFICE_ITSELF.search(head):
            subject = GOVERNMENT_OFFICE.sub("政府", subject) if gathers_in(word + sentence) else subject
        if word in _BASES and weight == COMPILES and gathers_all(word + sentence):
            subject = behind_gatherer(subject, head)
        if word in ("通过", "利用"):  # a town's only: in a report of a whole place its bodies are told of
            own = _TOWN_END.search(subject) and not (PLACE_SUBJECT.search(head) or town_is_told_of(head))
            weight = _PUBLISHES if (dated or opens(before)) and own else 0
        if _of_another(subject, word + sentence, run, head):
            continue
        if zone or firm:
            told = zone and len(subject) == _ZONE_WORD and zone_is_told_of(head)
            weight = 4 if zone and dated and not told else 2 if firm and dated and predicate.start() < _FIRST else 0
        if weight and not (national_body(subject) and central_is_told_of(subject, head)):
            name = behind_party(_behind(subject, word, head, compiles=weight == COMPILES))
            yield from (one for one in candidate(name, weight, "text") if not behind_other_words(one.name))


def _of_another(subject: str, acts: str, run: str, head: str) -> bool:
    """Tell whether a subject is a zone of which its county tells, an office of which another body does, or acts for who reports: 由甲办统筹."""
    for_another = subject.startswith("由") and not acts.startswith(_BASES) and "编制" not in acts
    return for_another or (subject.endswith("管理区") and _TELLS_OF_ZONES.search(head) is not None) or is_office_beside(run, head)


def _weight(word: str, before: str, *, dated: bool, compiles: bool) -> float:
    """Return the weight of a subject by the word behind it and by what stands before it."""
    if word.startswith("(") or word[-1] in "向布":
        return 6
    if "编制" in word or word[-1] == "将":
        return COMPILES
    if word in _BASES:
        return COMPILES if compiles else 6 if word == "结合" and before.endswith("下,") else 5 if dated or opens(before) else 0
    return 5 if dated else 6 if before.endswith("下,") else 3 if opens(before) else 0


def _behind(subject: str, word: str, head: str, *, compiles: bool) -> str:
    """Return the body for which the subject of the word acts: the government behind the office that only drew up its report."""
    subject = behind_compiler(subject, head) if "编制" not in word else behind_desk(subject, head)
    return GOVERNMENT_OFFICE.sub("政府", subject) if compiles and puts_out(subject, head) else subject

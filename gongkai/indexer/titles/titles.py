"""What is the report's title, and which agency stands in it?

A title is the words 政府信息公开…报告 with what stands before them on the line: an agency and a year in either
order. It may be broken after the agency, after the year, or anywhere by white space; the pieces are joined. A title
between quotation marks is a quotation of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.indexer.dates.dates import year_in_title
from gongkai.indexer.dates.document_numbers import after_number, behind_number
from gongkai.indexer.dates.reports_told_of import only_tells_of
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.page import TITLE_META
from gongkai.indexer.titles.title_words import ABBREVIATED, OF_RULES, agency_in, without_second_names

__all__ = ["Title", "find_title", "title_lines", "titles_in_sentences"]

_NOTICE = 800  # characters of the page in which a notice names the report it puts out

_S = r"[ \t\u3000]*\n?[ \t\u3000]*"
_ANCHOR = expression(
    rf"(?:政{_S}府{_S}(?:信{_S}息|资{_S}讯)(?:年度)?|信{_S}息(?:年度)?|政{_S}府{_S}政{_S}务|政{_S}务){_S}(?:公{_S}开|公示)"
    rf"(?:(?!\n\s*(?:20\d\d|政府信息)|指南|目录|制度|申请|条例|编制|本年|本报|专栏|栏目|查看|下载|平台)[\u3400-\u9fff\d〇○ \t\u3000\n]){{0,14}}?"
    rf"(?:年{_S}度{_S}工{_S}作{_S}报{_S}告|年{_S}度{_S}报{_S}告|报{_S}告|年{_S}报|工{_S}作{_S}总{_S}结)"
    rf"(?:{_S}\({_S}[\u3400-\u9fff]{{0,20}}20\d\d{_S}(?:-20\d\d{_S})?(?:学?年)?{_S}(?:度)?{_S}\))?"
)
# Which edition of the report it is, behind its title: (更正版), 修订稿.
_EDITED = "(?:更正|更新|修订|修改|修正|订正|勘误|补正|重新发布|再次发布)(?:版本?|稿|本|后)?"
_EDITION = expression(
    rf"\s{{0,3}}(?P<open>[(\[【〔])?\s{{0,3}}{_EDITED}\s{{0,3}}(?(open)[)\]】〕]|(?<=[版稿本])(?=[ \t|]*(?:\n|$)))"
)
_EDITION_BEFORE = expression(
    rf"(?:[(\[【〔]{_EDITED}[)\]】〕]|(?:^|\n)[ \t#*|]*(?:更正|勘误|重新发布)[::])[ \t|]*$"
)  # 【更正】, 更正：
_LONGEST_EDITION = 16
_WRITTEN = "写成|写就|撰成|拟就|编就|编成|起草|完成"
# 甲县教育局依条例写成2017年度…报告 is a sentence.
_WROTE = expression(rf"(?:{_WRITTEN})了?(?:20\d\d年?度?)?$")
_SENTENCE = expression(
    rf"(?:{_WRITTEN}|公布|(?<!政务)(?<!信息)公开|编制(?!委员会)|编写|编订|发布|上传|报送|公告|制定|撰写|形成|现将|特将|了|的(?![乡镇街])|汇报|结合|根据|依据|依照|按照|下载|查阅|(?<=方面)就|(?<=部分)就)"
)
_TELLING = expression("^(?:现?就|将(?![乐军台口官]))")  # 将甲区2021年度…报告如下
_COPIED = expression(r"^\s*\d{1,2}、\d{1,2}(?=[\u3400-\u9fff]{4})")  # 1、1甲县教育局: sites of documents number what they copy
_LOST_YEAR = expression("^年度?")  # 现将 年甲区…报告予以公布, where a copy lost the digits: no agency begins so
_VERB_FIRST = expression(
    r"^(?:通过|现编订|现将|现公布|现公开|现发布|现[向就予]|特[向此]|特公[布开]|特发布|就(?=我|本|20)|特编制|特制定|主动(?:及时)?公[开布]|编[制写]了?|形成|发布|公布|公开(?=20\d\d年|本)|上传|按时|及时|根据|按照|依据|并|为|本报告|本年报|本年度(?:工作)?报告|本机关|本单位|"
    r"本[局镇乡委])"
)
# 文件要求编制本年度甲县乙局…报告, 《通知》编制…: the words of a sentence, wherever its line begins.
_COMPILES = expression(
    r"(?:要求|规定|精神|通知|文件|条例|[)号])[,现特并]*(?:组织)?(?:编[制写撰]|撰写|形成|制作|公[布开](?=本|20)|发布)(?!委)"
)
_AFTER = expression(
    r"^\s*(?:有关|编报|编发|发布工作|的(?:相关|有关)?(?:通知|函|格式|说明|意见|要求|规定)|编制(?!说明)|编写(?!说明)|格式|解读|填报|模板|公布情况|发布情况|要求|》)"
    r"|^[\u3400-\u9fff]{0,6}(?:制度|办法|规定|规范|规程|细则)(?=[》”的等(,、和及])|^\((?:试行|暂行)\)[》”]"  # 《甲市…年度报告制度》
)
# What sentences say, and no title: 甲乡办公室面向社会公布2017年度…报告, )和区政府办公室…, 区政府网站对信息公开年度报告进行公示
_SAYS = expression(
    rf"^\)|{OF_RULES}"
    r"|^(?:依法|认真|圆满|顺利|全面|严格|已|均|能)*(?:按时|按期|及时|如期|按要求)?(?:完成|报送|上报|提交)了?(?=20)|向社会[\u3400-\u9fff]{0,4}公[布开]|(?:网|网站|平台|栏|栏目|公众号)上?对(?:20\d\d年度?)?(?:政府)?(?:信息|政务)公开"
)
_STOP = expression(r"[→。;::“”\"《》〈〉<>【】!?、,=#*\[\]]|(?<!\d)/|-->")
_HEAD_LINE = expression(
    r"^[\s#>*|]*(?:标\s*题|题\s*名|名\s*称|信息名称|文件名称|文\s*章\s*标\s*题)[\s::|]+([^\n|]{6,120})", re.MULTILINE
)
_CRUMB = expression(r"\s*\S+\s+(?=\S)")  # the last of a way through a site: 首页 / 年报
_WAY = expression(r"[ \t]/[ \t]$")
# What the name of a body, or the first part of one, ends with on a line above a title.
_BODY_END = expression(
    r"(?:[局厅委办府镇乡木道学院校心司团馆站所队部署社区县市省州盟旗处科行关室场园]|(?:委员|协|联合|基金|理事)会|\))$|^关于|^20\d\d"
)
_NO_BODY = expression(r"[省市县区镇乡街各级]+(?:政府|部门|单位|办)$|机构设置|政府信息$|(?:信息|政务)?公开$|办事|返回")
_HAN_LINE, _BUREAU = expression(r"[\u3400-\u9fff]{2,30}"), expression("(?:局|委|委员会)$")
_HAN_FIRST = expression(r"[\u3400-\u9fff]")
_NUMBER_LINE = expression(r"[\d\s-]*\n")  # the rest of a line of telephone numbers
_SITE_WORDS = expression(
    r"(?:登录|注册|无障碍(?:阅读|浏览)?|长者(?:版|模式)|关怀版|正文|返回首页|首页|简体|繁体|打印|关闭|搜索|通知公告|公开年报|文档内容|图片|市直部门|内容概[述要]|[•·◆■●★])+(?=[\u3400-\u9fff\d]{6})"
)
_YEAR_PIECE = expression(
    r"^\(?(?:20\d\d|二[〇○零O0][〇○零O一二三四五六七八九]{2})\s*(?:[-~—至]\s*(?:20)?\d\d)?\s*(?:学?年)?\s*度?\)?"
)
_NAV = expression(
    r"(?:首页|当前位置|政务公开|信息公开|年报|报告|公开专栏|专题|栏目|打印|关闭|字号|浏览|来源|时间|日期|分享|导航|登录|网站|目录|分类|类别|体裁|主题词|关键[字词]|文号|索引号|有效性|元数据)$"
)
_ISSUED = expression(
    r"(?:^|\n)[ \t#*|]*([\u3400-\u9fff]{0,30})关于(?:印发|公布|发布|公开|报送|呈报|转发)[<《〈]([^\n《》〈〉<>]{8,70})[>》〉]"
    r"的(?:通知|公告|通告|公示|函|报告|请示)"
)
# A letter that sends the report: 甲县教育局关于报送2010年度政府信息公开工作年度报告的函; 通知 asks others for theirs.
_SENT = expression(
    r"(?:^|\n)[ \t#*|]*([\u3400-\u9fff]{3,30})[ \t]?关于(?:公布|发布|公开|报送|呈报|上报|(?=20\d\d年))([^\n《》〈〉<>]{8,60}(?:报告|年报))"
    r"的(?:公告|通告|函|报告)[ \t]*(?=\n|$)"
)
# Without marks, of a place: 甲县人民政府办公室关于印发甲县2022年政府信息公开工作年度报告的通知.
_OF_A_PLACE = expression(
    r"(?:^|\n)[ \t#*|]*([\u3400-\u9fff]{2,20}政府办公[厅室])[ \t]?关于(?:印发|公布|发布|公开)"
    r"((?:[\u3400-\u9fff]{1,16}(?:[省市县区旗州盟]|政府)20\d\d年度?|20\d\d年度?[\u3400-\u9fff]{1,12}[省市县区旗州盟](?:人民政府)?)"
    r"(?:政府信息|政务|信息)公开[^\n《》〈〉<>]{0,12}(?:报告|年报))的(?:通知|公告|通告|公示|函)[ \t]*(?=\n|$)"
)
_BEFORE_COLON = expression(
    r"(?:^|\n)[ \t]*([\u3400-\u9fff]{2,30}(?:局|委|会|厅|室|府|处|心|镇|乡|道|院|学|关|队|署|社|馆|公司|所|校)):[ \t]*$"
)

# What a line with a title ends with, and how far before that its words for a report begin. Expressions that begin with one
# character are looked for in no time.
_ENDS = tuple(
    expression(rf"{words}(?=[ \t*|]*(?:\n|$)|[ \t]+(?:发布|时间|日期|来源)[^\n。]{{0,80}}(?:\n|$))")
    for words in ("告", "年报", "总结", r"年\)", r"年度\)")
)
_WORDS = 60


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, joined without white space, and the agency named in it (folded; empty: none).

    `above` tells that the agency stands on a line of its own, which may as well be the name of the site.
    """

    text: str
    agency: str
    source: str
    above: bool = False


def find_title(head: str, printed: str, meta: Mapping[str, str], html_title: str | None) -> Title | None:
    """Return the title of the page; `head` is the folded beginning of the page, `printed` the same as printed."""
    if line := _HEAD_LINE.search(head):
        found = _best(list(_titles(line[1], printed[line.start(1) : line.end(1)], "head line")))
        if found:
            return found
    candidates = list(_titles(head, printed, "text"))
    for name in TITLE_META:
        if content := meta.get(name):
            candidates += _titles(content, content, f"meta {name}")
    best = _best(candidates)
    if (best is None or not best.agency) and html_title:
        for piece in re.split(r"[_|\n]|\s[-–—]\s|-(?=[^\d])", html_title):
            candidates += _titles(piece, piece, "html title")
        best = _best(candidates)
    return best or _best(list(_issued(head, printed)))


def titles_in_sentences(head: str) -> Iterator[str]:
    """Yield the agencies of titles inside sentences and quotations: 现公布X2024年政府信息公开工作年度报告."""
    for anchor in _ANCHOR.finditer(head):
        after = head[anchor.end() : anchor.end() + 12].lstrip("》")
        if _AFTER.match(after):
            continue
        low = max(0, anchor.start() - 70)
        left = behind_number(head[low : anchor.start()] if low else _COPIED.sub("", head[: anchor.start()]))
        left = re.split(r"[。;::“”\"《》〈〉<>【】!?,\n|]|(?<!\d)/", ABBREVIATED.sub("", left))[-1]
        left = re.sub(r"\s+", "", left)
        left = left[: wrote.start()] if (wrote := _WROTE.search(left)) else left
        left = _LOST_YEAR.sub("", _TELLING.sub("", _SENTENCE.split(left)[-1]))
        if "关于" not in left and (agency := agency_in(left + anchor[0])):
            yield agency


def title_lines(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield the titles of a year that are lines of their own: start, end, and the words without white space."""
    for end in sorted(found.end() for words in _ENDS for found in words.finditer(folded)):
        anchors = (anchor for anchor in _ANCHOR.finditer(folded, max(0, end - _WORDS), end) if anchor.end() == end)
        anchor = next(anchors, None)
        start = _start(folded, anchor) if anchor else None
        if start is None or folded[folded.rfind("\n", 0, start) + 1 : start].strip(" \t#*|"):
            continue
        words = re.sub(r"\s+", "", folded[start:end])
        if year_in_title(words) is not None:
            yield start, end, words


def _issued(head: str, printed: str) -> Iterator[Title]:
    """Yield the report that a notice puts out: 甲局关于印发《2023年政府信息公开工作年度报告》的通知."""
    for notice in (found for form in (_ISSUED, _SENT, _OF_A_PLACE) for found in form.finditer(head, 0, _NOTICE)):
        anchor = next((found for found in _ANCHOR.finditer(notice[2]) if found.end() == len(notice[2])), None)
        if anchor:
            text = re.sub(r"\s+", "", printed[notice.start(2) : notice.end(2)])
            yield Title(text, agency_in(notice[2]) or agency_in(notice[1]), "notice")


def _best(candidates: list[Title]) -> Title | None:
    def worth(title: Title) -> tuple[int, int, int]:
        dated = year_in_title(title.text) is not None
        named = bool(title.agency)
        return 2 * dated + named, title.source.startswith(("text", "head")), min(len(title.text), 60) if named else 0

    proper = [title for title in candidates if year_in_title(title.text) is not None or title.agency]
    return max(proper, key=worth, default=None)


def _titles(folded: str, printed: str, source: str) -> Iterator[Title]:
    whole = 0  # where the last title ends that names its agency and year: what follows is none of its words
    for anchor in _ANCHOR.finditer(folded):
        after = folded[anchor.end() : anchor.end() + 12]
        if _AFTER.match(after) or after.lstrip().startswith("如下"):
            continue
        start = _start(folded, anchor, whole)
        if start is None:
            continue
        edition = _EDITION.match(folded, anchor.end())
        before = _EDITION_BEFORE.search(folded, max(0, start - _LONGEST_EDITION), start)
        text = re.sub(r"\s+", "", printed[start : edition.end() if edition else anchor.end()])
        flat = re.sub(r"\s+", "", folded[start : anchor.end()])
        flat, text = (part.strip("|>") for part in (flat, text))
        if glued := _SITE_WORDS.match(flat):
            flat, text = flat[glued.end() :], text[glued.end() :]
        if flat[: (half := len(flat) // 2)] == flat[half:]:
            flat, text = flat[:half], text[:half] + text[2 * half :]
        if 8 <= len(flat) <= 80 and not (_SAYS.search(flat) or only_tells_of(flat)):
            agency = agency_in(flat)
            if not agency and (issuer := _BEFORE_COLON.search(folded, max(0, start - 40), start)):
                agency = agency_in(issuer[1])
            if agency and year_in_title(flat) is not None:
                whole = anchor.end()
            first = re.match(r"\s*[^\n|]*", folded[start : anchor.end()])
            edited = re.sub(r"[\s#*|]+", "", printed[before.start() : start]) if before else ""
            yield Title(edited + text, agency, source, bool(agency and first and first[0].strip() == agency))


def _start(text: str, anchor: re.Match[str], after: int = 0) -> int | None:
    """Return where the title of this anchor begins, null when it is a quotation or part of a sentence."""
    low = max(after, anchor.start() - 90)
    left = after_number(text[low : anchor.start()])
    if left is None:
        return None
    low = anchor.start() - len(left)
    if stops := list(_STOP.finditer(left)):
        left = left[stops[-1].end() :]
        if stops[-1][0] == "/" and (crumb := _CRUMB.match(left)):
            left = left[crumb.end() :]
        way = stops[-1][0] == "/" and (crumb or _WAY.search(text, low, low + stops[-1].end() + 1))
        listed = stops[-1][0] in "、,/" and not (_NUMBER_LINE.match(left) or way)
        if listed or stops[-1][0] in '《〈“"':
            return None
    pieces = [(m.start(), m[0]) for m in re.finditer(r"[^\s|]+", left)]
    if not pieces:
        return anchor.start() if year_in_title(anchor[0]) else None
    base = anchor.start() - len(left)
    glued = pieces[-1][0] + len(pieces[-1][1]) == len(left)
    current = pieces.pop()[1] if glued else ""
    if _VERB_FIRST.match(current) or _WROTE.search(current) or _COMPILES.search(without_second_names(current)):
        return None
    begin = anchor.start() - len(current)
    while pieces and _wants_more(current, anchor[0]):
        offset, piece = pieces.pop()
        if not _joins(piece, current, anchor[0]):
            break
        current, begin = piece + current, base + offset
    if pieces and text[low:begin].rstrip(" \t").endswith("\n") and _cut_off(pieces, current + anchor[0], text[anchor.end() :]):
        begin = base + pieces[-1][0]
    return begin


def _cut_off(pieces: list[tuple[int, str]], words: str, after: str) -> bool:
    """Tell whether the line above a title is the beginning of its agency's name: 大田县 / 审计局2021年, …人力资源和社 / 会保障局2021年.

    A place may stand in a list of places; what is no place is the beginning of a name that the page prints in full.
    """
    agency, line, names = agency_in(words), pieces[-1][1], gazetteer().names
    if not agency or gazetteer().begins(agency) or not _HAN_LINE.fullmatch(line):
        return False
    if line in names:
        return _BUREAU.search(agency) is not None and (len(pieces) < 2 or not gazetteer().begins(pieces[-2][1]))
    rest = line
    while length := next((length for length in range(min(12, len(rest)), 1, -1) if rest[:length] in names), 0):
        rest = rest[length:]
    return rest not in ("", line) and not _NAV.search(line) and rest + agency in after


def _wants_more(current: str, anchor: str) -> bool:
    return not agency_in(current + anchor) or year_in_title(current + anchor) is None


def _joins(piece: str, current: str, anchor: str) -> bool:
    """Tell whether the piece before belongs to the title: a year, or the name of an agency above it."""
    if len(piece) > 40 or _NAV.search(piece) or _VERB_FIRST.match(piece):
        return False
    if _YEAR_PIECE.fullmatch(piece) or re.search(r"20\d\d\s*(?:学?年)?度?$", piece):
        return year_in_title(current + anchor) is None
    if agency_in(current + anchor):
        return re.fullmatch(r"[\u3400-\u9fff]{1,12}", piece) is not None and len(current) < 4
    if re.fullmatch(r"(?:20\d\d年度?|关于)?[\u3400-\u9fff()·]{2,40}", piece) is None:
        return False
    return _HAN_FIRST.match(current) is not None or (_BODY_END.search(piece) is not None and not _NO_BODY.match(piece))

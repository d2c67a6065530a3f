"""Where are the papers from that a page cites by their numbers, or follows? 湘政办函〔2008〕131号: of Hunan, or of a place in it."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.places.choices import chains_pointed_at
from gongkai.indexer.places.clues import Clues

__all__ = ["by_notice", "by_numbers", "by_rules", "by_schools_notice"]

# How the numbers of provinces begin, of those that no county elsewhere shares: 云政 is 云霄县 in Fujian, too, 晋政 晋江, 鲁政 鲁山县,
# 桂政 桂阳县, 内政 内黄县, 鄂政 鄂托克旗, 渝府 渝水区, 津政 津市市, 宁政 南京, 青政 青岛.
_PROVINCES = {
    "冀政": "13", "辽政": "21", "沪府": "31", "苏政": "32", "浙政": "33", "皖政": "34", "闽政": "35", "赣府": "36",
    "豫政": "41", "湘政": "43", "粤府": "44", "琼府": "46", "川府": "51", "藏政": "54",
}  # fmt: skip
_NUMBER = expression(
    rf"(?:(?<![\u3400-\u9fff])|(?<=[照据彻实行和及]))({'|'.join(_PROVINCES)})(?:办|厅)?(?:发|函|字|明电|电|规|秘)*[\[〔(]20\d\d[\]〕)]"
)

# 根据甲市人民政府办公室《关于做好2010年政府信息公开年度报告编制工作的通知》的要求; all others tell that it may be elsewhere.
_NOTICE = expression(
    r"([\u3400-\u9fff]{2,8}(?:省|市|自治区|自治州))(?:人民)?政府办公[厅室](?:印发的?)?[《〈]?关于(?:认真|切实|进一步)?"
    r"(?:做好|开展|编制|编报|报送|公布|发布|编写)[^《》。]{0,24}(?:年度报告|年报)[^《》。]{0,16}通知"
)
# 《甲省教育厅关于做好2020年高校信息公开年度报告工作的通知》, which all schools in the province follow, a ministry's as well
_SCHOOLS_NOTICE = expression(
    r"([\u3400-\u9fff]{2,8}(?:省|自治区)(?=教育厅)|(?:北京|天津|上海|重庆)市(?=教育委员会))[\u3400-\u9fff]{3,10}?关于"
    r"[^《》。\n]{0,40}(?:高校|高等学校|学校)信息公开[^《》。\n]{0,24}(?:通知|提示函)"
)
# 依据《甲省行政程序规定》, 根据《甲省政府信息公开规定》: rules of a province on openness, which those elsewhere do not follow
_RULES = expression(
    r"《([\u3400-\u9fff]{2,8}(?:省|自治区|市))(?:(?:人民)?政府信息公开(?:条例|规定|(?:暂行|实施)?办法|暂行规定)"
    r"|实施[<〈《]?中华人民共和国政府信息公开条例[>〉》]?(?:的)?(?:若干)?(?:办法|规定)|行政程序规定)[>〉》]"
)
_OTHERS_TEACH = "借鉴|参照|参考|学习|收集|比较|整理"
_AS_OF = expression(rf"(?:根据|依据|按照|依照|遵照|贯彻|落实|执行)(?:(?!{_OTHERS_TEACH})[^。\n]){{0,160}}\Z")
_LEARNED, _LEARNED_BEFORE = expression(rf"(?:{_OTHERS_TEACH})(?!贯彻)[^。;\n]*\Z"), 16
_RULES_BEFORE = 170  # characters in which 根据 stands
_BEFORE = rf"(?:(?!{_OTHERS_TEACH})[^。;\n对])"
_FOLLOWING = expression(rf"(?:根据|按照|依据|》)(?:{_BEFORE}{{0,12}}|{_BEFORE}{{2,24}}办公[厅室](?:和|、|及|以及))\Z")
_FOLLOWED = expression(
    r"[》〉]?(?:\([^()\n]{0,40}\))?(?:,|现将|编制|(?:等?文件)?的?(?:有关|相关|统一|总体|具体|编制)?(?:要求|精神|规定|部署|安排))"
)
_LONGEST = 40  # characters from 根据 to the place


def by_numbers(clues: Clues) -> Unit | None:
    """Return the one province whose papers the text cites, where nothing on the page points at another."""
    codes = {_PROVINCES[match[1]] for match in _NUMBER.finditer(clues.text)}
    if len(codes) != 1:
        return None
    province = clues.gazetteer.at(f"{codes.pop()}0000", clues.year)
    others = {over.code for over, *_ in chains_pointed_at(clues)}
    return province if province and others <= {province.code} else None


def by_notice(clues: Clues) -> Unit | None:
    """Return the city or the province whose government's notice on these reports a page follows that points at no place elsewhere.

    It may be of a county in it as well.
    """
    cited = [(_place_at_end(match[1], clues), match) for match in _NOTICE.finditer(clues.text)] if "通知" in clues.text else []
    followed = {name for name, match in cited if _is_followed(name, match)}
    names = followed | {name for name, _ in cited if name}
    lowest = _lowest(names, clues) if "" not in names else None
    return lowest if lowest and lowest.name in followed else None


def by_schools_notice(clues: Clues) -> Unit | None:
    """Return the province whose authority for schools wrote a notice on these reports, where nothing on the page points at another."""
    notices = _SCHOOLS_NOTICE.finditer(clues.text) if "信息公开" in clues.text else ()
    names = {
        _place_at_end(one[1], clues)
        for one in notices
        if not _LEARNED.search(clues.text, max(0, one.start() - _LEARNED_BEFORE), one.start())
    }
    units = [unit for name in names for unit in clues.gazetteer.named(name, clues.year) if unit.level == 1]
    others = {over.code for over, *_ in chains_pointed_at(clues)}
    return units[0] if len(units) == len(names) == 1 and others <= {units[0].code} else None


def by_rules(clues: Clues) -> Unit | None:
    """Return the one province whose rules on openness a page follows, where nothing on it points at a place elsewhere."""
    if "公开" not in clues.text:
        return None
    rules = [
        one for one in _RULES.finditer(clues.text) if _AS_OF.search(clues.text, max(0, one.start() - _RULES_BEFORE), one.start())
    ]
    names = {_place_at_end(one[1], clues) for one in rules}
    lowest = _lowest(names, clues) if "" not in names else None
    return lowest if lowest and lowest.level == 1 else None


def _lowest(names: set[str], clues: Clues) -> Unit | None:
    """Return the one place of these names that lies in all the others, no county, where nothing points at one elsewhere."""
    units = {unit.code: unit for name in names for unit in clues.gazetteer.named(name, clues.year)}
    above = {over.code for unit in units.values() for over in clues.gazetteer.chain(unit, clues.year)[:-1]}
    lowest = [unit for code, unit in units.items() if code not in above]
    if len(lowest) != 1 or lowest[0].level > 2:
        return None
    chain = {over.code for over in clues.gazetteer.chain(lowest[0], clues.year)}
    return lowest[0] if all(lowest[0] in way or way[-1].code in chain for way in chains_pointed_at(clues)) else None


def _is_followed(name: str, notice: re.Match[str]) -> bool:
    """Tell whether a page follows a notice of the place of this name: 根据…的要求; not 根据对…的比较, 收集…等材料."""
    start = notice.end(1) - len(name)
    return (
        _FOLLOWED.match(notice.string, notice.end()) is not None
        and _FOLLOWING.search(notice.string[max(0, start - _LONGEST) : start]) is not None
    )


def _place_at_end(words: str, clues: Clues) -> str:
    return next((words[start:] for start in range(len(words) - 1) if words[start:] in clues.gazetteer.names), "")

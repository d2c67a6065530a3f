"""Which year do the first words of a report tell: 2014年,我局…, 根据《条例》要求,编制2014年度…报告?"""

from __future__ import annotations

from gongkai.indexer.dates.own_report import written
from gongkai.indexer.expressions import expression

__all__ = ["ACTOR", "BEGINNING", "WILL_DO", "opened"]

_HAN = r"\u3400-\u9fff"
# A number before who acts is a year, before what is counted none: 2022区文旅局公开…, 2016人次参加了….
ACTOR = (
    r"(?=全年[,,]|(?:[我本][省市州县区旗盟局委办厅院校镇乡街]|(?:[省市州县区旗](?![民场域内级外直])|(?![余多几人次项家名条件个份篇期台户亿万元页字册例宗起批位只组套辆亩吨张幅块座栋间所支场])[\u3400-\u9fff]{2,6}[省市州县区旗镇乡])[\u3400-\u9fff]{0,8}?"
    r"(?:局|委|委员会|办|办公[厅室]|厅|政府|镇|乡|街道|办事处))(?:[,,]|主动|公开|共|认真|严格|坚持|按照|依|根据|积极|深入|全面|围绕|以|通过|持续|高度|切实|[制编]|收到|受理|发布|未|在))"
)
# 2011年,我们将按照…; 将公开工作列入 is what was done, as is 继续.
WILL_DO = rf"(?:[我本][{_HAN}]{{1,3}})?将(?:按照|继续|进一步|认真|严格|不断|加强|坚持|从以|根据|围绕|着力|深入|努力|加大)"
_OPENING = expression(
    rf"(?:^|\n|总体情况|基本情况|概述)\s*(20[012]\d)(?:\s*年度?(?:以来|来)?|以?来|(?=[,,][ \t]*{ACTOR}))\s*[,,](?!\d|{WILL_DO})"
)
# What an opening says it is: 根据《条例》要求,编制2023年度政府信息公开工作年度报告.
# Of last year's a report tells that it was put out, or it names the notice on compiling it.
_COMPILED = expression(
    r"(?:根据|按照|依据)(?:[^。\n《》]|《[^》\n]{0,60}》){0,80}?(?<![时于好])编制[^。\n\d公发印上报]{0,12}?(20[012]\d)\s*年度?[^。\n\d]{0,16}?"
    r"(?:报告|年报)(?![^。\n]{0,6}(?:按时|及时|[并已](?:公|发|上|报|印|按|及))|[^。\n]{0,16}通知)"
)
BEGINNING = 400  # characters; further down a report tells that last year's was compiled


def opened(head: str, plans: int) -> tuple[int | None, str] | None:
    """Return the year of what opens the text before its `plans`, or of the report that it says was compiled; nothing where neither is told."""
    opening, compiled = _OPENING.search(head, 0, plans), _COMPILED.search(head, 0, BEGINNING)
    match = opening or compiled
    if match is None:
        return None
    # 编制2011年报告, below that 2009年,我局成立了…; of 2010年 below it nobody knows.
    if opening and compiled and opening[1] != compiled[1]:
        return (int(compiled[1]), "opening") if int(compiled[1]) - int(opening[1]) > 1 else (None, "")
    doubtful = written(head) == {int(match[1]) + 1}  # 编制了《甲局2015年…报告》, over 2014年,我局…
    return (None, "") if doubtful else (int(match[1]), "opening")

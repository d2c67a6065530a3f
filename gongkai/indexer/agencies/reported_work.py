"""Whose work does a sentence say that it reports? 现公布X政府信息公开工作情况, X2010年年报根据…编制."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.agency_ends import AGENCY

__all__ = [
    "ANNUAL",
    "ANNUAL_WORDS",
    "BESIDE_RULES",
    "COVERED",
    "OF_BODY",
    "REPORTED_WORK",
    "STAFFED",
    "SUITED",
    "SUITED_TO",
    "WRITTEN_FROM",
]

# 为做好X政府信息公开工作,我局…
_CONCERN = expression(
    rf"(?:做好|推进|加强|规范|深化)({AGENCY})(?=的?(?:政府信息公开|信息公开|政务公开)(?:年度报告)?工作,(?:我|本)[局委办厅院镇乡街单])"
)
_WORK = (
    rf"(?:20\d\d(?:年度?|[-—–~至]+20\d\d学年度?))?({AGENCY})"
    r"(?=(?:(?:20\d\d(?:-20\d\d学)?|本)年度?的?)?(?:政府)?信息公开(?:年度)?(?:工作)?(?:的基本(?=情况))?"
)
_DONE = "(?:总体|开展|执行|落实|实施|推进|进展|完成)?"
# 现公布2021年度X信息公开年度工作情况; 本报告全面总结X2025年政府信息公开工作情况
_REPORTED = expression(
    rf"(?:公布|发布|公开|现将|涵盖|包括|全面总结了?|本报告(?:的?内容)?(?:主要)?(?:为|是)){_WORK}{_DONE}情况(?!\d))"
)
# 对2024年度X政府信息公开工作情况报告如下
_REPORTED_OF = expression(rf"(?:^|[,。\n])现?[对就把]{_WORK}{_DONE}(?:有关)?情况,?(?:作如下)?(?:报告|汇报|总结)(?:如下)?[::。])")
# 甲县乙镇2019年度政府信息公开情况。
_HEADED = expression(rf"(?:^|[。\n])[ \t]*{_WORK}{_DONE}情况(?=[。:]|[ \t]*\n))")
# 结合X信息公开工作实际,编制本报告: where another body follows, it compiles.
SUITED = expression(
    rf"(?:^|[。\n])(?:(?:本|根据|按照|依据)[^。\n]{{0,240}})?(?:(?<![局委厅办院])结合|(?<=,)根据){_WORK}(?:(?:实际(?:工作)?(?:情况)?|{_DONE}情况),?[现特]?(?:编制|由)|编制而成))"
)
# 根据…,结合X2015年实际工作情况编制而成: without a word of publicity; an office may write for its government.
_SUITED_TO_BODY = expression(
    rf"(?:^|[。\n])(?:本|根据|按照|依据)[^。\n]{{0,240}}?(?<![局委厅办院])结合({AGENCY})(?<!政府办公[室厅])(?<!政府办)(?:20\d\d年度?的?)?"
    rf"(?:实际工作(?:情况)?|工作(?:实际|情况)(?:情况)?|实际(?:情况)?),?[现特]?编制(?:而成|完成|本|,|。)"
)
# 结合X(以下简称“甲局”)政府信息公开工作有关统计数据撰写: from whose data it is written; an office may write for its government.
WRITTEN_FROM = expression(
    rf"(?:^|[。\n])(?:本|根据|按照|依据|依照)[^。\n]{{0,240}}?(?<![局委厅办院])(?:结合|汇总|依据|根据|基于)({AGENCY})(?<!政务服务管理局)(?<!政务服务局)(?<!数据管理局)(?<!数据局)(?<!审批局)(?<!审批服务局)(?<!营商环境局)(?<!政府办公[室厅])(?<!政府办)"
    r"(?:\((?:以下)?[简统]称[^()\n]{2,30}\))?(?:20\d\d年度?|本年度)?的?(?:政府信息|政务|信息)公开(?:工作)?的?(?:有关|相关|实际|开展|统计|汇总|各项)*"
    r"(?:数据|情况|资料|材料|台账),?[现特]?(?:撰写|编写|编制|形成|起草|汇编|整理)(?:而成|完成|形成|本|[。,;\n])"
)
# 2018年,X的政府信息公开工作在…方面取得进展; 2012年省体育局政府信息公开工作取得…
_WORK_OF_YEAR = expression(
    rf"(?:^|[。,\n])[ \t]*20\d\d年(?:度|以来|来)?,?({AGENCY})的?(?:政府信息|政务|信息)公开工作(?=在|取得|有序|稳步|扎实|不断|进一步|得到|继续)"
)
# X政府信息公开工作是根据…的部署进行的
_WORK_FOLLOWS = expression(
    rf"(?:^|[。\n])[ \t]*({AGENCY})的?(?:政府信息|政务|信息)公开工作是(?:在|根据|按照|依据)(?=[^。\n]{{2,80}}(?:进行|开展|推进|下))"
)
# 甲市卫生健康委是主管全市卫生健康事业的市政府职能部门
_INTRODUCED = expression(
    rf"(?:^|[。\n])[ \t]*({AGENCY})是(?:主管|负责|管理)[^。,\n]{{2,30}}的[省市州县区旗盟](?:人民)?政府(?:工作|组成|职能|直属)*(?:部门|机构)"
)
# X2010年年报根据《条例》编制
ANNUAL = expression(rf"(?:^|[\n。,;\s])({AGENCY})20\d\d年(?:度|年度)?(?:年报|报告)(?:\([^)]*\))?(?=根据|依据|按照|是根据|由)")
ANNUAL_WORDS = expression(r"20\d\d年(?:度|年度)?(?:年报|报告)(?:\([^)]*\))?(?=根据|依据|按照|是根据|由)")
# 汇总2014年度X的政府信息公开年度报告编制而成
_GATHERED = expression(rf"汇总(?:20\d\d年度?)?({AGENCY})的?(?:政府)?信息公开(?:工作|年度)*(?:报告|情况)编制")
# 全面总结、统计、汇总2021年市民政局信息公开工作,包括…
_SUMMED = expression(rf"(?:总结|汇总|梳理)了?20\d\d年度?({AGENCY})的?(?:政府信息|政务|信息)公开工作(?=,(?:内容)?包[括含])")
# 根据条例要求,以及2008年度X政府信息公开工作年度报告编制; 依据条例和2011年度X信息公开工作情况编制; 编制要求 is what all are told.
BESIDE_RULES = expression(
    rf"(?:以及|和)20\d\d年度?({AGENCY})的?(?:政府)?信息公开(?:工作|年度)*(?:报告|情况)编制(?:而成|完成)?(?=[,。;\n])"
)
# 甲县水利局2025年通过各类载体主动公开政府信息26条, of a page that says 我局: a government's tells of its bureaus
OF_BODY = expression(
    rf"(?:^|[。,\n])[ \t]*({AGENCY})20\d\d年度?,?(?:通过[^,。;\d]{{2,24}})?(?:共|累计)?(?:主动公开|公开|发布)了?(?:各类)?(?:政府)?信息(?:共|累计)?\d"
)
# 安排2名民警承担X政府信息公开工作, of a page that speaks of a bureau's own people
STAFFED = expression(
    rf"(?:安排|配备|明确|指定|确定|落实|抽调)了?[^。;,\n]{{0,30}}?(?:[人官职][员工]|民警|干部|专人|同志|名)(?:具体)?(?:承担|负责|从事)({AGENCY})(?=的?(?:政府信息|政务|信息)公开(?:日常)?工作)"
)
# 内容涵盖X2017年1月1日至12月31日期间的政府信息公开情况: whose time it is, whichever body above the sentence before names.
COVERED = expression(
    rf"(?:涵盖|反映)了?(?!\D{{0,24}}各)({AGENCY})(?=自?(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日起?[至到~—-]+[^。,;\n]{{3,14}}[日止]期?间?的?(?:政府信息|政务|信息)公开)"
)
# 为做好公开工作,结合X实际,编制…: of a page that can speak as the body
SUITED_TO = expression(
    rf"(?:^|[。,\n])(?:并|现)?(?:结合|立足)({AGENCY})(?:工作)?实际(?:情况)?,(?=[^。\n]{{0,12}}编制|现[将就]|制定)"
)
REPORTED_WORK = (
    (5, SUITED_TO),
    (6, _CONCERN),
    *(
        (8, told)
        for told in (_REPORTED, _REPORTED_OF, _HEADED, _GATHERED, _SUMMED, SUITED, _SUITED_TO_BODY, WRITTEN_FROM, BESIDE_RULES)
    ),
    (5, _WORK_OF_YEAR),
    (6, _WORK_FOLLOWS),
    (6, _INTRODUCED),
    (5, OF_BODY),
    (5, STAFFED),
    (13, COVERED),
)
"""Weights beside patterns whose first group is the agency."""

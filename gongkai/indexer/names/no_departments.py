"""Which bodies are no departments of a government though their names end as those of departments do: 法院, 总工会, 信用社?

The reading of names does without that (`kinds.py`); the kind that is told of an agency, and by it the day its report is due, does not.
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.kinds import kind_of

__all__ = ["kind_told_by_name"]

# Bodies of a place that stands for its government where there is no county: 大柴旦行政委员会.
_STANDS_FOR_GOVERNMENT = expression(r"行政委员会(?:办公室)?$")
_INSTITUTION = expression(r"(?:信用(?:合作)?(?:联合?)?社(?:联合社)?|(?<!新闻)(?:日报|晚报|出版|报)社|通讯社)$")
# Those of the party, the people's congress, the courts, the political consultation: none is of the government.
_ORGAN = expression(
    r"(?:法院|检察院)$|(?:人大|人民代表大会)(?:常务委员会|常委会?)?(?:.{0,12}(?:办公?[厅室]|委员会|委))?$"
    r"|政协|政治协商会议|^(?:中国)?共(?:产党|青团)|^中共|(?:[省市县区旗州盟]|自治区)委(?:.{0,8}(?:办公?[厅室]?|委员会|室))$"
    r"|(?:纪委|监委|监察委员会|纪律检查委员会|编办|编委办?|机构编制委员会(?:办公室)?|团委|[省市县区旗州盟]委)$"
)
_SOCIETY = expression(
    r"(?:联合会|总?工会|[妇残文侨科]联|科协|(?:协|学|商|促进|贸促|红十字|计生协|基金|研究|关工委|关心下一代工作委员?)会|关工委"
    r"|供销(?:合作)?(?:总|联)?社(?:联合社)?|合作社(?:联合社)?)(?:办公室|机关)?$"
)


def kind_told_by_name(name: str) -> str | None:
    """Return the kind of an agency with this name; null as well where it ends as a department does and is none."""
    kind = kind_of(name)
    if kind != "department":
        return kind
    if _STANDS_FOR_GOVERNMENT.search(name):
        return "administrative_committee"
    if _INSTITUTION.search(name):
        return "public_institution"
    return None if _ORGAN.search(name) or _SOCIETY.search(name) else kind

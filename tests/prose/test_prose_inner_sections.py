"""What an agency's own sections have of a number leaves it the agency's: 其中办公室受理5件、法规股受理6件; a station's does not."""

from __future__ import annotations

import pytest
from made_up import told

ITEMS, RECEIVED = "proactive.items_published", "requests.received"
AGENCIES = ["双桥县林业局", "双桥县发展和改革委员会", "双桥县人民政府办公室"]
OWN = (
    "办公室受理5件、法规股受理6件|法规股受理5件|政策法规科5件|局办公室5件，林政股3件|我局法规股受理5件|机关人事科3件|市场科受理5件、财务室1件"
    "|村镇建设股2件|资料室5件"
)
OTHERS = (
    "林业站受理5件|派出所受理5件、法规股受理6件|林业中心5件|城区分局受理5件|执法大队5件|白石分局法规股受理5件|县财政局法规股受理5件"
    "|县财政局办公室5件|教科所5件|第一小学5件|房产管理处5件|杨湾镇办公室5件|林业站办公室5件|白石街道5件"
    "|法规股受理15件|办公室受理9件、法规股受理8件"  # more than all
)


@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("shares", OWN.split("|"))
def test_what_its_own_sections_have_is_the_agency_s(agency: str, shares: str) -> None:
    assert told(agency, requests=f"收到申请12件，其中{shares}。")[RECEIVED] == 12
    assert told(agency, requests=f"收到申请12件（其中{shares}）。")[RECEIVED] == 12
    items = shares.replace("受理", "公开").replace("件", "条")
    assert told(agency, proactive=f"主动公开政府信息12条，其中{items}。")[ITEMS] == 12


@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("shares", OTHERS.split("|"))
def test_what_others_have_is_not(agency: str, shares: str) -> None:
    assert RECEIVED not in told(agency, requests=f"收到申请12件，其中{shares}。")
    items = shares.replace("受理", "公开").replace("件", "条")
    assert ITEMS not in told(agency, proactive=f"主动公开政府信息12条，其中{items}。")


def test_a_section_s_number_alone_is_not_the_agency_s() -> None:
    assert RECEIVED not in told(requests="法规股受理申请5件。")
    assert RECEIVED not in told(requests="各股室收到申请12件，其中法规股受理5件。")

"""That all requests were closed is read behind the number of all; part of them, other years' or other words' leave it null."""

from __future__ import annotations

import pytest
from made_up import told

CLOSED, ON_TIME = "requests.closed", "requests.closed_on_time"


@pytest.mark.parametrize(
    "said",
    [
        "2014年共收到依申请公开政府信息39件，其中当面申请28件，网络申请1件，信函申请10件。39件依申请公开政府信息均按时办结。",
        "我局共收到39件信息公开申请，其中网络申请2件，信函申请37件，均已及时受理并已按时办结。",
        "收到政府信息公开申请39件，全部在法定期限内办结。",
        "共受理依申请公开39件，都为信函申请，按时办结39件，其中同意公开答复数38件，申请信息不存在1件。",
    ],
)
def test_all_that_came_were_closed_on_time(said: str) -> None:
    figures = told(requests=said)
    assert (figures[CLOSED], figures[ON_TIME]) == (39, 39)


def test_all_that_came_were_closed_but_when_is_not_said() -> None:
    figures = told(requests="收到政府信息公开申请4件，均已办结。")
    assert figures[CLOSED] == 4
    assert ON_TIME not in figures
    figures = told(requests="收到政府信息公开申请4件，已办结4件，按时答复4件。")
    assert (figures[CLOSED], ON_TIME in figures) == (4, False)


SOME = (
    "收到政府信息公开申请4件，咨询4件，按时办结4件|收到政府信息公开申请4件，办结4件（含上年结转1件）|收到政府信息公开申请4件，县教育局办结4件|收到政府信息公开申请4件，其中网络申请2件，办结4件"
    "|收到政府信息公开申请4件，应办结4件|收到政府信息公开申请4件，按时办结4件以上|收到政府信息公开申请4件，行政复议4件，办结4件|收到政府信息公开申请4件，按时办结4件，3件逾期|"
    "收到政府信息公开申请4件，其中网络申请2件，均已按时办结|收到政府信息公开申请4件，均已按时办结，另有1件上年结转|收到政府信息公开申请4件，行政复议2件，均已按时办结"
    "|收到政府信息公开申请4件，答复3件，均已按时办结|收到政府信息公开申请4件，基本均按时办结|收到政府信息公开申请4件，要求均按时办结|收到政府信息公开申请4件，咨询3件，均按时办结"
    "|收到政府信息公开申请4件，受理3件均按时办结|上年度收到政府信息公开申请4件，均按时办结。2014年收到申请4件|收到政府信息公开申请4件，水政大队均按时办结"
    "|收到政府信息公开申请4件，均按时办结。其中1件延期答复|收到政府信息公开申请4件，均按时办结2件|收到政府信息公开申请4件，均已按时答复|收到政府信息公开申请4件，均未办结"
    "|收到政府信息公开申请4件，均按时办结。其中3件超期答复|收到政府信息公开申请4件，均按时办结。1件仍在办理中|收到政府信息公开申请4件，均按时办结，按时办结率91%"
    "|收到政府信息公开申请4件，均已办结，其中2件转到2015年|收到政府信息公开申请4件，均按时办结，答复2件，2件逾期"
    "|收到政府信息公开申请4件，其中按期办结4件，办理中2件|收到政府信息公开申请4件，在规定时限办结4件，有2件超出规定时限"
)


@pytest.mark.parametrize("said", SOME.split("|"))
def test_what_is_not_all_or_not_closed_is_null(said: str) -> None:
    assert CLOSED not in told(requests=f"{said}。")

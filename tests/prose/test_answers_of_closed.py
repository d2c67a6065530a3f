"""Answers told behind all requests that were closed, where as many came."""

from __future__ import annotations

import pytest
from made_up import told

CAME = "2014年，我局共收到政府信息公开申请39件，其中当面申请28件，信函申请11件。"
PARTS = "其中属于已主动公开范围的25件，同意公开答复的11件，申请信息不存在的3件。"


@pytest.mark.parametrize(
    ("came", "closed", "granted"),
    [
        (CAME, f"39件申请均按时办结，{PARTS}", 11),
        (CAME, f"39件政府信息公开申请已全部办结，{PARTS}", 11),
        (CAME, "39件申请均按时办结，其中属于已主动公开范围的25件，同意公开答复的11件。", None),  # three less
        (CAME, "28件申请均按时办结，其中同意公开答复的20件，申请信息不存在的8件。", None),  # of one way
        (CAME, f"网上39件申请均按时办结，{PARTS}", None),
        (CAME, f"2013年39件申请均按时办结，{PARTS}", None),
        ("", f"39件申请均按时办结，{PARTS}", None),  # nobody tells how many came
    ],
)
def test_answers_behind_all_that_were_closed(came: str, closed: str, granted: int | None) -> None:
    assert told(requests=came + closed).get("requests.answered.granted") == granted

"""What do a notice, a site's name, an office's city tell of who reports, and where? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_and_where import where
from test_who_reports import read

OWN = "一、总体情况\n2021年,{}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
NOTICE = "《关于做好2021年政府信息公开年度报告编制工作的通知》"


@pytest.mark.parametrize(
    ("said", "url", "place"),
    [
        (f"根据三明市人民政府办公室{NOTICE}的要求编制。我办公开12条。", None, "福建省/三明市"),
        (f"根据条例的规定和三明市人民政府办公室{NOTICE},我局公开12条。", None, "福建省/三明市"),
        (f"按照福建省人民政府办公厅{NOTICE}和三明市人民政府办公室{NOTICE},我局公开12条。", None, "福建省/三明市"),
        ("根据《福建省人民政府办公厅关于做好2021年政府信息公开工作年度报告的通知》,我局公开12条。", None, "福建省"),
        (f"根据三明市人民政府办公室{NOTICE}和龙岩市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        (f"根据三明市人民政府办公室{NOTICE},我局学习杭州市经验,公开12条。", None, ""),
        (f"根据三明市人民政府办公室{NOTICE},我局公开12条。", "http://www.jdz.gov.cn/a.html", ""),
        (f"根据条例,学习借鉴三明市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        (f"三明市人民政府办公室{NOTICE}印发,我局公开12条。", None, ""),
        (f"根据市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        (f"根据青禾市人民政府办公室{NOTICE},我局公开12条。", None, ""),
        ("根据三明市人民政府办公室《关于做好2021年绿化工作的通知》,我局公开12条。", None, ""),
        (f"根据国务院办公厅{NOTICE},我局公开12条。", None, ""),
    ],
)
def test_the_notice_of_a_city_is_followed_there(said: str, url: str | None, place: str) -> None:
    assert where(read(OWN.format(said), url)) == place

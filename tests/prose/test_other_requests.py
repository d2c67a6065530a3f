"""申请 alone is a request for information unless the words behind tell what else was asked for."""

from __future__ import annotations

import time

import pytest
from made_up import told

from gongkai.indexer.prose.ownership.other_requests import is_of_services

RECEIVED = "requests.received"


@pytest.mark.parametrize(
    "said",
    [
        "全年收到申请14件，均为临时困难补助申请。",
        "全年收到申请14件，系道路运输许可。",
        "受理申请14件，其中道路货运9件、出租客运5件。",
        "受理申请14件，核发船舶证书14本。",
        "受理申请14件。这些都是养老机构设立申请。",
        "受理申请14件。其中信息公开申请3件，低保申请11件。",
        "收到申请14件(均为租赁补贴)。",
        "收到申请14件，都是婚姻档案利用。",
        "收到申请14件，内容涉及不动产登记。",
    ],
)
def test_requests_for_what_is_granted_are_none_for_information(said: str) -> None:
    assert RECEIVED not in told(requests=said)


@pytest.mark.parametrize(
    "said",
    [
        "全年收到申请14件。",
        "全年收到申请14件，均已按期答复。",
        "全年收到申请14件，均为书面申请，答复14件。",
        "全年收到申请14件，其中网上9件、信函5件。",
        "全年收到申请14件，其中自然人9件、法人5件。",
        "全年收到申请14件，主要涉及征地补偿、城乡规划等方面，均已答复。",
        "全年收到申请14件，其中土地类9件，规划类5件。",
        "全年收到申请14件，均涉及采矿许可的信息，已答复。",
        "全年收到申请14件，内容为危房改造补贴的政策文件。",
        "全年收到申请14件。办理情况：同意公开12件，信息不存在2件。",
        "全年收到申请14件。其中属于主动公开范围9件，不予公开5件。",
        "全年收到政府信息公开申请14件，其中采伐许可9件，运输许可5件。",
        "全年收到申请14件，其中街道9件，住建局5件。",
        "全年收到申请14件。全年核发取水许可证9套。",
    ],
)
def test_what_requests_are_about_leaves_them_requests(said: str) -> None:
    assert told(requests=said)[RECEIVED] == 14


@pytest.mark.parametrize("words", ["均为", "其中", "登记备案", "1件", "、2件", "信息公开", "\t", "证书"])
def test_what_stands_behind_is_read_in_time(words: str) -> None:
    started = time.perf_counter()
    is_of_services("", "3", words * (20_000 // len(words)), "")
    assert time.perf_counter() - started < 1

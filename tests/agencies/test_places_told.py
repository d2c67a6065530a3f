"""What tells where a body sits that does not say, and of which level and kind it is? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_and_where import where
from test_who_reports import read

OWN = "一、总体情况\n2021年,{}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"


@pytest.mark.parametrize(
    ("host", "said", "place", "level"),
    [
        ("www.suining.gov.cn", "我局落实市委、市政府部署。", "四川省/遂宁市", "prefectural"),
        ("www.suining.gov.cn", "我局落实部署。", "四川省/遂宁市", None),
        ("www.taizhou.gov.cn", "我局落实市委、市政府部署。", "江苏省/泰州市", "prefectural"),
        ("www.yulin.gov.cn", "我局落实市委、市政府部署。", "广西壮族自治区/玉林市", "prefectural"),
        ("www.fuyang.gov.cn", "我局落实区委、区政府部署。", "浙江省/杭州市/富阳区", "county"),
        ("www.chaoyang.gov.cn", "我局落实部署。", "", None),  # of a city and of several districts
    ],
)
def test_a_host_of_one_of_several_places_that_are_spelled_alike(host: str, said: str, place: str, level: str | None) -> None:
    found = read(OWN.format(said), f"http://{host}/a.html")
    assert (where(found), found.level) == (place, level)


@pytest.mark.parametrize(
    ("name", "host", "place"),
    [
        ("绥宁县水利局", "www.suining.gov.cn", "湖南省/邵阳市/绥宁县"),
        ("阜阳市水利局", "slj.fuyang.gov.cn", "安徽省/阜阳市"),
        ("台州市水利局", "www.taizhou.gov.cn", "浙江省/台州市"),
    ],
)
def test_a_name_stands_before_the_host_of_a_namesake(name: str, host: str, place: str) -> None:
    text = f"{name}2021年政府信息公开工作年度报告\n{OWN.format('我局公开12条。')}"
    assert where(read(text, f"http://{host}/a.html")) == place


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("17.03.2015  14:46", "2015-03-17"),
        ("03.17.2015 14:46", None),
        ("17.03.2015", None),
        ("访问时间 17.03.2015 14:46", None),
        ("上传时间:2015-03-17", "2015-03-17"),
        ("上传人:某某 文档编号:1584 上传时间:2018-08-08 格式:DOC", None),  # a library of documents
    ],
)
def test_days_written_otherwise_and_days_of_others(line: str, day: str | None) -> None:
    text = f"芜湖县水利局2014年政府信息公开工作年度报告\n{line}\n一、概述\n2014年,我局公开12条。\n"
    assert read(text).published == day


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("我局通过船山公安微信公众号、船山公安官方微博发布信息。", "public_security"),
        ("我局通过“船山公安”微信公众号、“船山公安”抖音发布信息。", "public_security"),
        ("我局通过船山公安微信、繁昌公安微博发布信息。", None),  # of two places
        ("我局通过船山交通微信公众号、船山交通微博发布,由船山公安微信公众号转发。", "department"),
    ],
)
def test_the_police_are_told_by_their_accounts(said: str, kind: str | None) -> None:
    assert read(OWN.format(said)).kind == kind


@pytest.mark.parametrize(
    ("suited", "agency"),
    [
        ("芜湖县财政局2015年实际工作情况", "芜湖县财政局"),
        ("芜湖县财政局工作实际", "芜湖县财政局"),
        ("县财政局实际", "县财政局"),
        ("我局工作实际", None),
        ("市财政局和我局工作实际", None),
        ("各乡镇、芜湖县财政局工作实际", None),
        ("芜湖县财政局工作要求", None),
        ("芜湖县人民政府办公室工作实际", None),  # writes for its government, perhaps
    ],
)
def test_a_report_suits_the_work_of_the_body_that_reports(suited: str, agency: str | None) -> None:
    text = f"本报告根据条例及上级相关要求,结合{suited}编制而成。\n一、概述\n2015年,公开12条。\n二、主动公开政府信息情况\n"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("推动发展小甸子镇各项事业迈上新台阶", "小甸子镇人民政府"),
        ("为推动小甸子镇经济社会又好又快发展", "小甸子镇人民政府"),
        ("赴小甸子镇学习", None),
        ("推动小甸子镇各项工作,促进孤山镇高质量发展", None),
        ("推动我镇各项事业", None),
        ("学习小甸子镇的先进，推动小甸子镇经济社会发展的经验在我镇推广", None),
        ("推进重点镇经济社会发展", None),
    ],
)
def test_a_town_is_named_by_the_good_that_it_works_for(said: str, agency: str | None) -> None:
    text = "根据条例,{}。现将我{}2016年度政府信息公开年度报告如下:\n一、总体工作情况\n我{}公开12条。\n二、主动公开政府信息情况\n"
    assert read(text.format(said, "镇", "镇")).agency == agency
    assert read(text.format(said, "县", "县")).agency is None


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("我局各股室落实,公开12条。", "county"),
        ("我局落实市、区文件,各股室负责。", "county"),
        ("我局各科室、各股室落实。", None),
        ("我局各股室落实全市部署。", None),
        ("我局落实市委、市政府部署,各股室负责。", None),  # a 市 may be a city or a county
        ("我镇各股室落实,公开12条。", "township"),
        ("我办在省委、省政府的正确领导下,公开12条。", "provincial"),
        ("我局在自治区党委、自治区政府的领导下,公开12条。", "provincial"),
        ("我办在省委、省政府和市委的领导下,公开12条。", None),
        ("我办落实省委、省政府部署。", None),
    ],
)
def test_sections_and_leaders_tell_the_level_of_a_nameless_body(said: str, level: str | None) -> None:
    assert read(OWN.format(said)).level == level


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("我局做好全市林业公开,通过辽宁省林业厅网站和中国朝阳政府网站公开。", "prefectural"),
        ("我局通过辽宁省林业厅网站和中国朝阳政府网站公开。", None),
        ("我局做好全市林业公开,通过辽宁省林业厅网站公开。", None),  # perhaps of a county called 市
        ("我局做好全市林业公开,通过辽宁省林业厅网站和中国北票政府网站公开。", None),
    ],
)
def test_a_bureau_that_speaks_for_its_city_on_its_site(said: str, level: str | None) -> None:
    found = read(OWN.format(said), "http://www.chaoyang.gov.cn/a.html")
    assert (where(found), found.level) == ("辽宁省/朝阳市", level)


BUREAU = "{}2020年政府信息公开年度报告\n一、总体情况\n2020年,{}\n二、主动公开政府信息情况\n"
IN_ZIBO = "地址:淄博市湖滨路1号,电话:0533-1234567。"


@pytest.mark.parametrize(
    ("name", "said", "zone", "place", "level"),
    [
        ("文昌湖区旅游局", f"我局按照区工委、管委会的要求,公开12条。{IN_ZIBO}", "文昌湖区", "山东省/淄博市", "prefectural"),
        ("文昌湖区旅游局", "我局按照区工委、管委会的要求,公开12条。", "文昌湖区", "", None),  # 文昌 is elsewhere
        ("文昌湖区旅游局", f"我局按照区委、区政府的要求,公开12条。{IN_ZIBO}", None, "山东省/淄博市", "county"),
        ("文昌湖区旅游局", f"我局公开12条。{IN_ZIBO}", None, "山东省/淄博市", None),
        ("山区发展局", "我局按照党工委、管委会的要求,公开12条。", None, "", None),
    ],
)
def test_a_zone_that_is_called_like_a_district(name: str, said: str, zone: str | None, place: str, level: str | None) -> None:
    found = read(BUREAU.format(name, said))
    assert (found.place.zone, where(found), found.level) == (zone, place, level)


@pytest.mark.parametrize(
    ("host", "said", "level"),
    [
        ("www.kmxs.gov.cn", "我局按照区各级部门的要求,公开12条。", None),
        ("www.kmxs.gov.cn", "我局按照市委、市政府和区各级部门的要求,公开12条。", "prefectural"),
        ("www.kmxs.gov.cn", "我局公开12条。", "prefectural"),
        ("www.km.gov.cn", "我局按照区各级部门的要求,公开12条。", "prefectural"),
    ],
)
def test_a_zone_called_after_its_city_on_a_districts_site(host: str, said: str, level: str | None) -> None:
    found = read(BUREAU.format("昆明滇池风景名胜区西山景区管理局", said), f"http://{host}/a.html")
    assert (where(found), found.level) == ("云南省/昆明市", level)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("我办按照湘政办函〔2008〕131号公开12条。", "湖南省"),
        ("我局落实《通知》(皖政办〔2020〕3号)、皖政〔2019〕1号,公开12条。", "安徽省"),
        ("我局按照皖政办〔2020〕3号和浙政办发〔2019〕1号公开12条。", ""),
        ("我局按照皖政办〔2020〕3号公开12条,学习杭州市经验。", ""),
        ("我局按照鲁政办〔2020〕3号公开12条。", ""),  # of 鲁山县, perhaps
        ("我局按照长皖政〔2020〕3号公开12条。", ""),
    ],
)
def test_papers_of_a_province_are_cited_there(said: str, place: str) -> None:
    assert where(read(OWN.format(said))) == place


def test_a_host_and_a_level_stand_before_papers() -> None:
    said = OWN.format("我局按照湘政发〔2020〕3号公开12条。")
    assert where(read(said, "http://www.jdz.gov.cn/a.html")) == "江西省/景德镇市"
    found = read(f"县水利局2021年政府信息公开工作年度报告\n{said}")
    assert (where(found), found.level) == ("湖南省", "county")


@pytest.mark.parametrize(
    ("host", "own", "agency", "kind", "place"),
    [
        ("www.gaobeidian.gov.cn", "我街道", None, "subdistrict_office", ""),
        ("www.gaobeidian.gov.cn", "我镇", None, "government", ""),
        ("www.gaobeidian.gov.cn", "我局", "紫金县卫生健康局", "department", "广东省/河源市/紫金县"),
        ("www.zijin.gov.cn", "我镇", "紫金县卫生健康局", "department", "广东省/河源市/紫金县"),
        ("www.heyuan.gov.cn", "我镇", "紫金县卫生健康局", "department", "广东省/河源市/紫金县"),
    ],
)
def test_a_bureau_left_from_another_place_on_a_towns_page(host: str, own: str, agency: str | None, kind: str, place: str) -> None:
    text = f"现公布紫金县卫生健康局2021年政府信息公开工作年度报告。\n{OWN.format(f'{own}公开12条。')}"
    found = read(text, f"https://{host}/a.html")
    assert (found.agency, found.kind, where(found)) == (agency, kind, place)


@pytest.mark.parametrize(
    ("name", "host", "place", "level"),
    [
        ("深圳市深汕特别合作区应急管理局", "www.szss.gov.cn", "广东省/深圳市", "prefectural"),
        ("深汕特别合作区应急管理局", "www.szss.gov.cn", "广东省/深圳市", "prefectural"),
        ("深圳市深汕特别合作区应急管理局", "www.shizuishan.gov.cn", "广东省/深圳市", "prefectural"),
        ("深汕特别合作区应急管理局", "www.shizuishan.gov.cn", "", None),
    ],
)
def test_a_place_printed_before_a_zone_stands_before_the_host(name: str, host: str, place: str, level: str | None) -> None:
    found = read(f"{name}2022年政府信息公开工作年度报告\n{OWN.format('公开12条。')}", f"https://{host}/a.html")
    assert (where(found), found.level) == (place, level)


@pytest.mark.parametrize(
    ("said", "agency", "scope"),
    [
        ("海南省各级政府重视政府信息公开工作,推进全省公开。", "海南省人民政府", "government_consolidated"),
        ("三明市各级行政机关认真落实,全市公开12条。", "三明市人民政府", "government_consolidated"),
        ("海南省各级政府重视政府信息公开工作。", None, None),  # where nothing is said of the whole
        ("要求海南省各级政府高度重视,全省公开。", None, None),
        ("四川省各级政府高度重视公开工作。按照全省统一部署,仁寿县积极推进。", None, None),  # a county in it reports
        ("四川省各级政府高度重视公开工作,全省进展明显。2021年仁寿县公开12条。", None, None),
        ("三明市各级政府高度重视,全市水利工作取得进展,全市水利系统公开。", None, None),
        ("我厅落实要求。海南省各级政府重视政府信息公开工作,推进全省公开。", None, "agency"),
    ],
)
def test_a_place_whose_governments_of_all_levels_act(said: str, agency: str | None, scope: str | None) -> None:
    found = read(f"2021年年报根据条例编制。\n一、概述\n{said}\n二、主动公开政府信息情况\n")
    assert (found.agency, found.scope) == (agency, scope)


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("2018年,保税区管委会继续坚持公开为常态。", ""),
        ("2018年,保税区管委会落实要求。", ""),
        ("2018年,保税区管委会办公室落实要求。", "办公室"),
        ("2018年,我办落实要求。", "办公室"),
        ("2018年,公开12条。", "办公室"),
    ],
)
def test_the_office_of_a_committee_whose_year_is_told_only_compiles(said: str, end: str) -> None:
    text = f"本年报由宁波保税区管委会办公室编制。\n一、概述\n{said}\n二、主动公开政府信息情况\n"
    assert read(text).agency == f"宁波保税区管理委员会{end}"


@pytest.mark.parametrize(
    ("town", "year", "said", "url", "place"),
    [
        ("中岗镇", 2016, "", None, ""),  # one lay in 仁寿县 as well, until 2019
        ("中岗镇", 2016, "电话:0558-1234567。", None, "安徽省/阜阳市/阜南县"),
        ("中岗镇", 2016, "", "http://www.funan.gov.cn/a.html", "安徽省/阜阳市/阜南县"),
        ("中岗镇", 2021, "", None, "安徽省/阜阳市/阜南县"),
        ("小甸子镇", 2016, "", None, "辽宁省/丹东市/东港市"),  # so long a name is seldom borne twice
        ("宗关街道", 2016, "", None, "湖北省/武汉市/硚口区"),
    ],
)
def test_a_town_of_old_with_a_short_name_needs_a_clue(town: str, year: int, said: str, url: str | None, place: str) -> None:
    text = f"{town}{year}年政府信息公开工作年度报告\n一、总体情况\n{year}年,本单位公开12条。{said}\n二、主动公开政府信息情况\n"
    assert where(read(text, url)) == place


DESK = "如有疑问,请与昆明市嵩明县人民政府信息公开领导小组办公室联系(地址:昆明市嵩明县;电话:1234567)。\n"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("嵩明县人民政府办公室认真落实条例,公开12条。", "嵩明县人民政府办公室"),
        ("嵩明县人民政府办公室认真落实条例,全县公开12条。", "昆明市嵩明县人民政府"),
        ("嵩明县认真落实条例,公开12条。", "昆明市嵩明县人民政府"),
        ("嵩明县水务局认真落实条例,公开12条。", "嵩明县水务局"),
    ],
)
def test_the_desk_of_a_government_whose_office_alone_acts(said: str, agency: str) -> None:
    assert read(DESK + OWN.format(said)).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("我局公开12条。", "防城港市气象局"),
        ("我市公开12条,全市落实。", "防城港市人民政府"),
    ],
)
def test_the_sites_name_above_the_day_is_no_signature_over_a_bureau(said: str, agency: str) -> None:
    site = (
        "防城港市人民政府\n2022-01-15 17:11     来源:防城港市气象局\n本报告根据条例编制,如有疑问,请与防城港市气象局办公室联系。\n"
    )
    assert read(site + OWN.format(said), "http://www.fcgs.gov.cn/a").agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("区水务局坚持公开,结合全区水务实际开展工作。", "区水务局"),
        ("区水务局落实《白银区人民政府信息公开指南》的要求,结合全区水务实际开展工作。", "区水务局"),
        ("区水务局坚持公开,全区各部门公开12条。", "白银区人民政府"),
        ("白银区坚持公开,全区水务工作取得进展。", "白银区人民政府"),
    ],
)
def test_a_bureaus_line_of_work_in_the_whole_place_is_not_the_whole_place(said: str, agency: str) -> None:
    text = f"发布机构: 白银区人民政府 信息来源:区水务局\n{OWN.format(said)}"
    assert read(text, "http://www.baiyinqu.gov.cn/a.html").agency == agency


@pytest.mark.parametrize("url", [None, "https://www.example.com/a.html"])
def test_a_towns_page_with_a_bureaus_name_and_no_site_is_nobodys(url: str | None) -> None:
    text = f"现公布紫金县卫生健康局2021年政府信息公开工作年度报告。\n{OWN.format('我镇公开12条。')}"
    found = read(text, url)
    assert (found.agency, where(found)) == (None, "")


@pytest.mark.parametrize(
    ("made", "agency"),
    [
        ("由市政府办公厅综合各区(县)人民政府和市政府各委、办、局的政府信息公开年度报告编制而成", "上海市人民政府"),
        ("由市政府办公厅编制", "上海市人民政府办公厅"),
    ],
)
def test_papers_of_an_office_that_gathers_are_its_governments(made: str, agency: str) -> None:
    said = OWN.format("制发了《上海市人民政府办公厅关于印发<2021年本市政府信息公开工作要点>的通知》。")
    assert read(f"2021年度报告根据条例要求,{made}。统计期限从2021年1月1日到12月31日止。\n{said}").agency == agency


@pytest.mark.parametrize(
    ("short", "agency", "level"),
    [
        ("高新区公安分局", "淄博市公安局高新技术产业开发区分局", "county"),
        ("高新区环保分局", "高新区公安分局", "prefectural"),  # which is not said to be called so
    ],
)
def test_a_publisher_is_who_is_said_to_be_called_so(short: str, agency: str, level: str) -> None:
    contact = f"如有疑问,请与淄博市公安局高新技术产业开发区分局(以下简称{short})联系(电话:0533-2138923)。\n"
    said = OWN.format("高新区公安分局按照高新区管委统一部署,围绕公安中心工作开展。")
    found = read(f"发布机构: 高新区公安分局 |\n统计期限自2021年1月1日起至12月31日止。{contact}{said}")
    assert (found.agency, found.level) == (agency, level)


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2014年,南薰乡未收取任何费用。", "南薰乡人民政府"),
        ("2014年,南薰乡没有受理申请。", "南薰乡人民政府"),
        ("2014年,对南薰乡收取费用。", None),
    ],
)
def test_what_a_town_did_not_charge_names_it(said: str, agency: str | None) -> None:
    text = f"现将我乡2014年政府信息公开工作报告公开如下。\n一、概述\n我乡公开12条。\n二、收费情况\n{said}\n"
    assert read(text, "http://gk.ziyang.gov.cn/a.html").agency == agency


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("我委落实部署,管委会官方网站发布信息353条。", "administrative_committee"),
        ("我委落实部署,配合高新区管委会工作。", "department"),
        ("我局通过“深圳龙华公安”微信公众号等发布信息。", None),  # perhaps the police
        ("我局由公安微信转发。", "department"),
    ],
)
def test_a_committees_site_and_an_account_of_the_police_tell_of_other_kinds(said: str, kind: str | None) -> None:
    assert read(OWN.format(said)).kind == kind


@pytest.mark.parametrize(
    ("name", "kind"), [("江门市府办公室", "government_office"), ("县府办", "government_office"), ("王府办公室", "department")]
)
def test_a_governments_office_by_its_short_name(name: str, kind: str) -> None:
    assert read(f"{name}2021年政府信息公开工作年度报告\n{OWN.format('公开12条。')}").kind == kind


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("公开65条。\n2011年,我们将按照上级要求推进。", None),  # the year after, or last year's words
        ("公开65条。\n2011年,我乡将公开工作列入日程。", 2011),
        ("2010年公开65条。2011年,我们将按照上级要求推进。", 2010),
        ("在2012年建立了机制的基础上,2013年继续完善制度。", 2013),
    ],
)
def test_a_plan_alone_and_what_was_built_on_are_of_other_years(said: str, year: int | None) -> None:
    assert read(f"乡政府信息公开工作情况\n一、概述\n本乡重视公开。\n二、公开情况\n{said}\n").year == year


@pytest.mark.parametrize(
    ("url", "above", "place"),
    [
        ("http://www.firm.example/a.html", True, ""),
        ("http://www.firm.example/a.html", False, "江苏省/南京市"),
        ("http://www.nanjing.gov.cn/a.html", True, "江苏省/南京市"),
    ],
)
def test_a_firms_address_above_a_copy_is_not_the_reports(url: str, above: bool, place: str) -> None:
    lines = "地址:南京市建邺区楠溪江东街85号\n电话:025-58866358、58933315\n"
    own = f"本报告根据条例编制。\n{OWN.format('我局公开12条。')}"
    assert where(read(lines + own if above else own + lines, url)) == place


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        ("内容涵盖市交委2010年1月1日至12月31日期间的政府信息公开工作情况。", "市交委"),
        ("内容涵盖市交委2010年1月1日起至2010年12月31日止的政府信息公开工作情况。", "市交委"),
        ("内容涵盖市交委2010年1月1日－12月31日期间的政府信息公开工作情况。", "市交委"),
        ("内容涵盖市交委2010.1.1—2010.12.31期间的政府信息公开工作情况。", None),
        ("内容涵盖市交委2010-01-01至2010-12-31期间的政府信息公开工作情况。", None),
        ("本报告公布。\n乐山市交委\n2011年1月31日", "乐山市交委"),
        ("本报告公布。\n乐山市交委\n2011.1", "乐山市交委"),
        ("本报告公布。\n乐山市交委\n2011-01-31 10:20", "乐山市交委"),
    ],
)
def test_a_period_behind_a_name_is_no_day_of_signature(told: str, agency: str | None) -> None:
    text = f"一、概况\n2010年,将任务逐一分解。\n二、主动公开政府信息情况\n公开12条。\n{told}\n"
    assert read(text).agency == agency


def test_a_column_of_a_governments_site_is_no_name() -> None:
    told = "完善黄石港区人民政府网区文化和旅游局专栏。依托“文旅黄石港”等媒体发布我局活动简讯。"
    found = read(f"一、平台建设情况\n{told}\n二、其他\n", "http://www.huangshigang.gov.cn/a.html")
    assert (found.agency, where(found)) == (None, "湖北省/黄石市/黄石港区")


def test_two_districts_that_report_together_are_no_single_one() -> None:
    said = "由卢湾区政府、黄浦区政府共同编制。电子版可以在黄浦区政府网站(www.huangpu.gov.cn)下载。"
    found = read(f"本报告的统计期限为2010年1月1日至12月31日。{said}\n一、概述\n")
    assert (found.place.province, found.place.city, found.place.county) == ("上海市", "上海市", None)
    assert (found.agency, found.level, found.kind) == (None, "county", "government")


@pytest.mark.parametrize(
    ("guided", "level"),
    [
        ("在省水利厅的指导下,", "prefectural"),
        ("在三明市水利局的指导下,", None),
        ("在省水利厅的指导下,在县委的支持下,", None),
    ],
)
def test_a_citys_bureau_is_guided_by_its_provinces(guided: str, level: str | None) -> None:
    text = "现将工作报告如下。\n一、总体情况\n2016年,市水利局政府信息公开工作在市委市政府的领导下,"
    assert read(f"{text}{guided}认真落实。\n").level == level


@pytest.mark.parametrize(
    ("site", "url", "city"),
    [
        ("“中国徐州政府门户网”(www.xz.gov.cn)", "https://a.example/1", "徐州市"),
        ("“中国徐州政府门户网”(www.nj.gov.cn)", "https://a.example/1", None),
        ("“中国徐州政府门户网”", "https://a.example/1", None),
        ("“中国徐州政府门户网”(www.xz.gov.cn)、“中国宿迁政府门户网”(www.sq.gov.cn)", "https://a.example/1", None),
    ],
)
def test_the_city_whose_site_a_copy_names_with_its_address(site: str, url: str, city: str | None) -> None:
    text = f"特向社会公布2008年度本级政府(机关)信息公开年度报告。电子版可在{site}下载。\n一、概述\n公开12条。\n"
    assert read(text, url).place.city == city

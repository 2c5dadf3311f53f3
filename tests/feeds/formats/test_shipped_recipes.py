"""What the catalogue knows of official pages, on pages of our own in their shapes."""

import json
from datetime import UTC, datetime

import pytest

from feeds import catalogue
from feeds.model import Document
from feeds.parse import parse
from tests.shared import SHARED, needs_shared

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SPECS = {spec.id: spec for spec in catalogue.load()}
MOFCOM = SHARED / "samples/trade/mofcom"
NAV = "<nav><a href='/'>Home</a><a href='/about/index.html'>About us</a></nav>"
PAGES = {
    "us-ofac-recent": (
        """<div class="views-row"><div><a href="/recent-actions/20261105">Designations of two
        harbour firms; General Licence 900</a></div><div>November 05, 2026 List</div></div>
        <div class="views-row"><a href="/recent-actions/20261104_33">New questions</a></div>
        <a href="/recent-actions?page=1">Next</a>""",
        ["Designations of two harbour firms; General Licence 900", "New questions"],
        ["2026-11-05", "2026-11-04"],
    ),
    "cn-mofcom": (
        """<ul class="txtList_01"><li><a href="/zcfb/zc/art/2026/art_0a1b.html"
        title="示例公告第九号">示例公告...</a><span>[2026-11-05]</span></li></ul>
        <ul><li><a href="/zcfb/wgtzgl/index.html">栏目</a></li></ul>""",
        ["示例公告第九号"],
        ["2026-11-05"],
    ),
    "cn-exportcontrol": (
        """<li><a href="/article/zcfg/gnzcfg/zcfggzqd/202611/9001.html">示例物项清单</a>
        <em>2026-11-05</em></li><li><a href="/zcfgList.shtml">更多</a></li>""",
        ["示例物项清单"],
        ["2026-11-05"],
    ),
    "cn-gacc": (
        """<ul><li><a href="/customs/302249/302266/302267/6000001/index.html">示例海关公告</a>
        <span>2026-11-05</span></li><li><a href="/customs/302249/index.html">首页</a></li></ul>""",
        ["示例海关公告"],
        ["2026-11-05"],
    ),
    "jp-meti-anpo": (
        """<dl><dt>令和8年11月5日</dt><dd><a href="a.html">見本の省令改正</a></dd>
        <dt>2026年11月4日</dt><dd><a href="b.pdf">見本の通達</a></dd>
        <dt>R8.11.3</dt><dd><a href="c.html">見本の説明会</a></dd></dl>""",
        ["見本の省令改正", "見本の通達", "見本の説明会"],
        ["2026-11-05", "2026-11-04", "2026-11-03"],
    ),
    "jp-cistec": (
        """<table><tr><td>26/11/05</td><td><a href="/x.html">見本のお知らせ</a></td></tr>
        <tr><td></td><td><a href="/join.html">入会</a></td></tr></table>""",
        ["見本のお知らせ"],
        ["2026-11-05"],
    ),
    "in-dgft": (
        """<table id="metaTable"><tr><th>Sl.No.</th><th>Number</th></tr><tr><td>1</td>
        <td>90/2026-27</td><td>2026-27</td><td>Export policy of sample seeds</td><td>05/11/2026</td>
        <td>05/11/2026</td><td><a href="https://content.dgft.gov.in/x/90 english.pdf">Download
        (Type : PDF)</a><a href="https://content.dgft.gov.in/x/90 hindi.pdf">Download</a></td></tr>
        </table>""",
        ["Export policy of sample seeds"],
        ["2026-11-05"],
    ),
}


def read(name: str, body: bytes) -> Document:
    spec = SPECS[name]
    return parse(body, url=spec.url, format=spec.format, recipe=spec.recipe, now=NOW)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_an_official_list_gives_its_documents_and_not_its_navigation(name: str) -> None:
    body, titles, days = PAGES[name]

    document = read(name, f"<!doctype html><html><body>{NAV}{body}</body></html>".encode())

    assert document.outcome == "parsed"
    assert [item.title for item in document.items] == titles
    assert [f"{item.published:%Y-%m-%d}" for item in document.items if item.published] == days
    assert all(item.url.startswith("http") for item in document.items)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_an_official_list_without_its_documents_is_an_error(name: str) -> None:
    page = f"<!doctype html><html><body>{NAV}<p>2026</p></body></html>".encode()
    login = b"<!doctype html><html><body><form><input name='user'></form></body></html>"

    for body in (page, login):
        document = read(name, body)
        assert (document.outcome, document.reason) == ("refused", "format_changed")


def test_every_source_of_pages_that_is_shipped_is_tried_here() -> None:
    pages = {spec.id for spec in SPECS.values() if spec.format == "html"}

    assert pages == PAGES.keys() | {"jmic-notices"}


def test_a_regime_of_the_sanctions_map_is_an_entry_with_its_acts() -> None:
    acts = {"data": [{"number": "2026/900", "title": "Regulation on samples"}]}
    regime = {"id": 7, "specification": "Measures in view of Examplia", "legal_acts": acts,
              "country": {"data": {"title": "Examplia", "code": "EX"}}}  # fmt: skip

    item = read("eu-sanctions-map", json.dumps({"data": [regime]}).encode()).items[0]

    assert (item.guid, item.title) == ("regime/7", "Measures in view of Examplia")
    assert item.summary == "Country: Examplia. Acts: 2026/900 Regulation on samples."


@needs_shared
def test_the_real_shape_of_the_ministry_of_commerce_gives_its_announcement() -> None:
    document = read("cn-mofcom", (MOFCOM / "worldmonitor_mofcom.html").read_bytes())

    assert len(document.items) == 1
    item = document.items[0]
    assert item.url.startswith("https://www.mofcom.gov.cn/zcfb/zc/art/2026/art_")
    assert item.published == datetime(2026, 7, 15, tzinfo=UTC)
    assert "2026年第25号" in item.title


@needs_shared
@pytest.mark.parametrize(("name", "items"), [("ndrc", 2), ("cac", 1)])
def test_other_ministries_pages_give_their_documents_by_a_pattern(name: str, items: int) -> None:
    recipe = json.dumps({"html": {"link_pattern": r"iteminfo|/c_\d+"}})
    body = (MOFCOM / f"worldmonitor_{name}.html").read_bytes()

    document = parse(body, url="https://m.example/", format="html", recipe=recipe, now=NOW)

    assert len(document.items) == items
    assert all(item.published for item in document.items)

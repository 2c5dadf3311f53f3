"""Web pages that list documents, by selectors kept with the source."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import recipe
from feeds.model import Document
from feeds.parse import parse

NOW = datetime(2026, 11, 25, tzinfo=UTC)
AT = "https://ministry.example/notices/index.html"
LIST = """<!doctype html><html lang="en"><head><title>Notices of the harbour ministry</title></head>
<body><nav><a href="/">Home</a> <a href="/contact">Contact</a></nav>
<ul class="list">
  <li><a href="../art/2026/art_0a1.html" title="Notice 7: quartz sand needs a licence">Notice 7:
    quartz sand...</a><span>[2026-11-20]</span></li>
  <li><a href="/art/2026/art_0a2.html">Notice 6: fees of the pilot</a><span>[2026-10-02]</span></li>
</ul><a href="javascript:void(0)">Next</a></body></html>"""
RULE = {"row": "ul.list > li", "link_pattern": r"/art/\d{4}/art_"}


def page(body: str | bytes, rule: dict[str, str] | None = None, url: str = AT) -> Document:
    made = recipe.write("html", rule) if rule is not None else ""
    raw = body.encode() if isinstance(body, str) else body
    return parse(raw, url=url, format="html", recipe=made, now=NOW)


def rows(*cells: str) -> str:
    return "<table>" + "".join(f"<tr>{cell}</tr>" for cell in cells) + "</table>"


def test_the_entries_of_a_list_come_with_title_date_and_whole_address() -> None:
    document = page(LIST, RULE)

    first, second = document.items
    assert (document.format, document.outcome, document.language) == ("html", "parsed", "en")
    assert document.title == "Notices of the harbour ministry"
    assert first.title == "Notice 7: quartz sand needs a licence"
    assert first.url == "https://ministry.example/art/2026/art_0a1.html"
    assert (first.published, first.precision) == (datetime(2026, 11, 20, tzinfo=UTC), "day")
    assert second.title == "Notice 6: fees of the pilot"


def test_a_page_on_which_nothing_fits_has_changed_and_is_not_empty() -> None:
    document = page(LIST, RULE | {"row": "ol.list > li"})

    assert (document.outcome, document.reason) == ("refused", "format_changed")
    assert "none of its 5 links fits" in document.problems[0].message


def test_a_guards_page_is_a_block_and_not_a_changed_form() -> None:
    body = "<html><head><title>Access Denied</title></head><body><a href='/x'>x</a></body></html>"

    assert page(body, RULE).reason == "blocked"


def test_without_selectors_the_links_with_a_date_beside_them_are_the_entries() -> None:
    more = LIST.replace("</ul>", "<li><a href='/art/3'>Notice 5</a><i>2026-09-01</i></li></ul>")

    document = page(more)

    assert [item.title for item in document.items][2] == "Notice 5"
    assert len(document.items) == 3
    assert page(LIST).reason == "format_changed"  # two are too few to be sure


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("2026年7月24日", "2026-07-24"),
        ("令和8年7月24日", "2026-07-24"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月1日", "2019-04-01"),
        ("2026년 7월 24일", "2026-07-24"),
        ("July 24, 2026", "2026-07-24"),
        ("24 July 2026", "2026-07-24"),
        ("24.07.2026", "2026-07-24"),
        ("（2026-07-24 09:30）", "2026-07-24"),
    ],
)
def test_dates_of_many_countries_are_read_beside_a_link(shown: str, day: str) -> None:
    document = page(f"<dl><dt>{shown}</dt><dd><a href='/a'>One</a></dd></dl>", {})

    assert document.items[0].published is not None
    assert f"{document.items[0].published:%Y-%m-%d}" == day


def test_a_date_that_only_the_source_can_explain_is_read_as_it_says() -> None:
    table = rows(
        "<th>No</th><th>Subject</th><th>Date</th><th>File</th>",
        "<td>26/2026-27</td><td>Export policy of onion seed</td><td>05/11/2026</td>"
        "<td><a href='n26.pdf'>PDF (1.2 MB)</a></td>",
    )
    rule = {"row": "tr", "date": "td:nth-child(3)", "date_format": "%d/%m/%Y"}

    item = page(table, rule).items[0]

    assert item.title == "Export policy of onion seed"  # not «PDF (1.2 MB)»
    assert item.published == datetime(2026, 11, 5, tzinfo=UTC)


def test_a_date_may_stand_in_the_address() -> None:
    body = "<p><a href='/recent/20261105_33'>Designations of the day</a></p>"

    item = page(body, {"date_pattern": r"/recent/(\d{8})"}).items[0]

    assert item.published == datetime(2026, 11, 5, tzinfo=UTC)


def test_a_link_that_stands_twice_is_one_entry_with_the_better_title() -> None:
    body = "<p><a href='/a'>more</a> 2026-11-01 <a href='/a'>A tax on copper scrap</a></p>"

    document = page(body, {"link_pattern": "/a$"})

    assert [item.title for item in document.items] == ["A tax on copper scrap"]


def test_a_page_in_an_old_encoding_is_read_as_it_declares() -> None:
    body = "<meta charset=gb2312><ul><li><a href='/a'>稀土出口公告</a> 2026-11-01</li></ul>"

    assert page(body.encode("gb18030"), {"row": "li"}).items[0].title == "稀土出口公告"


def test_a_base_of_the_page_counts_for_its_links() -> None:
    body = "<base href='https://files.example/a/'><a href='b.html'>Bee 2026-11-01</a>"

    assert page(body, {}).items[0].url == "https://files.example/a/b.html"


def test_a_page_in_an_envelope_of_json_is_a_page() -> None:
    body = json.dumps({"data": {"html": "<li><a href='/x'>Licence for tin</a></li>2026-11-01"}})

    document = parse(body.encode(), url=AT, format="json-api", now=NOW)

    assert [item.url for item in document.items] == ["https://ministry.example/x"]


def test_where_a_feed_was_promised_a_page_is_none() -> None:
    document = parse(LIST.encode(), url=AT, format="rss")

    assert (document.outcome, document.reason) == ("refused", "not_a_feed")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"html": {"row": "li["}}', "html.row: no CSS selector"),
        ('{"html": {"link_pattern": "("}}', "html.link_pattern: no regular expression"),
        ('{"html": {"rows": "li"}}', "html.rows: no such field"),
        ('{"html": {"row": 1}}', "html.row: a text"),
        ('{"page": {}}', "html or columns"),
        ("[]", "html or columns"),
        ("{", "no JSON"),
    ],
)
def test_a_recipe_that_is_not_sound_is_told_by_its_field(text: str, told: str) -> None:
    with pytest.raises(recipe.RecipeError, match=".*".join(told.split())):
        recipe.read(text)

    document = parse(LIST.encode(), recipe=text)
    assert document.outcome == "refused"
    assert "recipe" in document.problems[0].message


PIECES = [
    "<ul>", "<li>", "</li>", "<a href='/a'>", "</a>", "<a>", "2026-11-01", "<td>", "<tr>", "<svg>",
    "<table>", "</table>", "text", "<!--", "-->", "<base href='//x'>", "<script>", "\0", "<title>",
    "<a href='http://['>", "令和8年7月24日", "&#0;", "<dl><dt>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([None, {}, RULE]))
def test_no_heap_of_markup_breaks_the_reader_of_pages(
    parts: list[str], rule: dict[str, str] | None
) -> None:
    document = page("<html>" + "".join(parts), rule)

    assert document.items or document.reason in {"format_changed", "damaged", "blocked"}
    assert all(item.url.startswith("http") for item in document.items if item.url)


@pytest.mark.parametrize("tag", ["<div>", "<a href=x>", "<ul><li>", "<table><tr><td>", "<!--"])
def test_floods_of_a_tag_end_in_a_refusal(tag: str) -> None:
    assert page("<html>" + tag * 20_000, {"row": "li"}).outcome == "refused"

"""RSS, RDF and Atom of invented publishers, through the real parser."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Document
from feeds.parse import parse

DATA = Path(__file__).parents[1] / "data/feeds"
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def read(name: str, url: str = "") -> Document:
    return parse((DATA / name).read_bytes(), url=url, now=NOW)


def test_an_rss_item_becomes_plain_text_with_its_facts() -> None:
    document = read("rss-2.0.xml")

    item = document.items[0]
    assert (document.format, document.outcome, document.reason) == ("rss-2.0", "parsed", "")
    assert (document.title, document.language) == ("Harbour Gazette", "en-GB")
    assert document.ttl_minutes == 45
    assert item.title == "Ferrolia & Norland restrict gallium exports"
    assert item.summary == "A licence is needed from 1 December. Two ports are named."
    assert item.guid == "gazette-4711"
    assert item.url == "https://gazette.example/2026/11/gallium?utm_source=rss&utm_medium=feed"
    assert item.published == datetime(2026, 11, 3, 14, 30, tzinfo=UTC)
    assert item.precision == "second"
    assert (item.authors, item.categories) == (("A. Quill",), ("Trade", "Minerals"))


def test_an_item_without_a_title_opens_with_its_text() -> None:
    item = read("rss-2.0.xml").items[1]

    assert item.title == "The port of Quay is closed for a day."
    assert item.url == "https://gazette.example/2026/11/port"
    assert item.published == datetime(2026, 11, 3, tzinfo=UTC)
    assert item.precision == "day"
    assert item.guid == ""


def test_an_old_document_type_is_never_fetched_but_its_entities_are_known() -> None:
    document = read("rss-0.91.xml")

    assert (document.format, document.outcome) == ("rss-0.91", "parsed")
    assert document.items[0].summary == "Cafépraat & feiten."
    assert document.items[0].language == "nl"


def test_rdf_takes_its_date_from_dublin_core_and_its_id_from_about() -> None:
    document = read("rss-1.0.rdf")

    item = document.items[0]
    assert (document.format, document.language) == ("rss-1.0", "de")
    assert document.ttl_minutes == 30
    assert item.guid == "https://rdf.example/1"
    assert item.published == datetime(2026, 11, 3, 7, tzinfo=UTC)
    assert item.categories == ("Handel",)


def test_an_atom_entry_keeps_its_two_dates_and_its_page() -> None:
    document = read("atom-1.0.xml")

    item = document.items[0]
    assert (document.format, document.title, document.language) == (
        "atom-1.0",
        "Actes & avis",
        "fr",
    )
    assert item.title == "Quota <5 % sur le graphite"
    assert item.summary == "Premier. Second."
    assert item.url == "https://atom.example/actes/1.html"
    assert item.published == datetime(2026, 11, 3, 8, tzinfo=UTC)
    assert item.updated == datetime(2026, 11, 3, 12, tzinfo=UTC)
    assert item.publisher == "Journal des actes"
    assert item.authors == ("Ministère du Commerce",)
    assert item.categories == ("Contingents",)


def test_a_tombstone_is_told_and_is_no_item() -> None:
    document = read("atom-1.0.xml")

    assert len(document.items) == 1
    assert "deleted" in document.problems[0].message


def test_atom_0_3_has_other_names_for_the_same() -> None:
    document = read("atom-0.3.xml")

    item = document.items[0]
    assert (document.format, document.language) == ("atom-0.3", "en-US")
    assert item.summary == "Half of last year's."
    assert item.published == datetime(2004, 5, 11, 8, tzinfo=UTC)
    assert item.updated == datetime(2004, 5, 12, 8, tzinfo=UTC)


def test_only_a_feed_with_a_resume_point_has_a_next_page() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>'
        '<link rel="next" href="{}"/><entry><title>a</title></entry></feed>'
    )

    archive = parse(feed.format("https://blog.example/page/2").encode())
    resume = parse(feed.format("https://house.example/Feed?skiptoken=17").encode())

    assert archive.next_url == ""
    assert resume.next_url == "https://house.example/Feed?skiptoken=17"


def test_an_aggregator_names_the_publisher_and_loses_it_from_the_title() -> None:
    first, second = read("google-news.xml").items

    assert (first.title, first.publisher) == ("Nickel ban - what it means", "Harbour Gazette")
    assert (second.title, second.publisher) == ("Cobalt quota", "Quay Notes")


def test_an_act_is_known_by_its_celex_number() -> None:
    assert read("eur-lex.xml").items[0].guid == "32026R9001"


def test_a_corrigendum_of_other_languages_is_left_out_and_that_is_said() -> None:
    document = read("eur-lex.xml")

    assert len(document.items) == 1
    assert document.outcome == "parsed"
    assert [(p.message, p.line) for p in document.problems] == [
        ("A corrigendum of other languages is left out: «32026D9002R(01)»", 11)
    ]


def test_dates_that_cannot_be_are_dropped_and_told_with_their_line() -> None:
    body = b"""<rss version="2.0"><channel><title>t</title>
<item><title>a</title><pubDate>Tue, 03 Nov 2099 09:30:00 GMT</pubDate></item>
<item><title>b</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
<item><title>c</title><pubDate>yesterday</pubDate></item>
<item><title>d</title><pubDate>2026-11-03 10:00</pubDate></item>
</channel></rss>"""

    document = parse(body, now=NOW)

    assert [item.published for item in document.items[:3]] == [None, None, None]
    assert document.items[3].published == datetime(2026, 11, 3, 10, tzinfo=UTC)
    assert [(p.line, p.field) for p in document.problems] == [
        (2, "published"),
        (3, "published"),
        (4, "published"),
        (5, "published"),
    ]


def test_a_link_that_is_no_web_address_is_dropped_and_told() -> None:
    body = b"""<rss version="2.0"><channel><item><title>a</title>
    <link>javascript:alert(1)</link></item></channel></rss>"""

    document = parse(body)

    assert document.items[0].url == ""
    assert document.problems[0].field == "link"


def test_relative_links_lean_on_the_feed_its_site_or_its_own_address() -> None:
    body = b"""<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel>%s<item>
    <title>a</title><link>/x</link></item></channel></rss>"""

    site = parse(body % b"<link>https://site.example/news/</link>")
    itself = parse(body % b'<a:link rel="self" href="https://self.example/feed"/>')
    asked = parse(body % b"", url="https://asked.example/rss")

    assert site.items[0].url == "https://site.example/x"
    assert itself.items[0].url == "https://self.example/x"
    assert asked.items[0].url == "https://asked.example/x"


def test_items_are_found_wherever_they_are_nested() -> None:
    body = b"""<rss version="2.0"><channel><title>t</title></channel>
    <item><title>beside</title></item><item><item><title>within</title></item></item></rss>"""

    assert [item.title for item in parse(body).items] == ["beside", "within"]


def test_a_feed_without_entries_is_empty_not_quiet() -> None:
    body = b'<rss version="2.0"><channel><title>t</title></channel></rss>'

    document = parse(body)

    assert (document.outcome, document.reason) == ("parsed", "empty")
    assert document.problems


def test_entries_that_hold_nothing_mean_that_the_format_changed() -> None:
    body = b'<rss version="2.0"><channel><item><headline>a</headline></item></channel></rss>'

    document = parse(body)

    assert (document.outcome, document.reason) == ("refused", "format_changed")


def test_text_escaped_twice_is_decoded_twice() -> None:
    body = b"""<rss version="2.0"><channel><item><title>a</title><description>&amp;lt;p&amp;gt;AT
    &amp;amp;amp; T&amp;lt;/p&amp;gt;</description></item></channel></rss>"""

    assert parse(body).items[0].summary == "AT & T"


def test_a_feed_keeps_no_more_entries_than_any_feed_holds() -> None:
    body = b'<rss version="2.0"><channel>' + b"<item><title>a</title></item>" * 10_001

    document = parse(body + b"</channel></rss>")

    assert (document.outcome, document.reason, len(document.items)) == (
        "partial",
        "too_big",
        10_000,
    )


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ("<skipHours><hour>2</hour><hour> 23 </hour></skipHours>", {2, 23, 26, 47}),
        ("<skipHours><hour>24</hour><hour>-1</hour><hour>x</hour></skipHours>", {0, 24}),
        ("<skipDays><day>Monday</day><day>Funday</day></skipDays>", set(range(24))),
        ("<skipHours/><skipDays/>", set()),
        (f"<skipHours>{''.join(f'<hour>{n}</hour>' for n in range(24))}</skipHours>", set()),
    ],
)
def test_hours_and_days_in_which_a_feed_is_to_be_left_alone_are_read(
    told: str, hours: set[int]
) -> None:
    body = f"<rss version='2.0'><channel><title>T</title>{told}</channel></rss>".encode()

    assert {hour for hour in parse(body).rest if hour < 48} == hours

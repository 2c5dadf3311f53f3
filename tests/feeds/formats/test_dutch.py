"""The Netherlands: official publications (SRU), the House (SyncFeed, OData), the government."""

import json
from datetime import UTC, datetime

import pytest

from feeds.model import Document
from feeds.parse import parse

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SRU_AT = (
    "https://sru.example/sru?query=w.publicatienaam%3D%3D%22S%22&startRecord={}&maximumRecords=1"
)
RECORD = """<{p}record><{p}recordData><gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru"
 xmlns:o="http://standaarden.overheid.nl/wetgeving/" xmlns:dcterms="http://purl.org/dc/terms/">
 <gzd:originalData><o:meta><o:owmskern>
  <dcterms:identifier>stcrt-2026-90001</dcterms:identifier>
  <dcterms:title>Regeling uitvoervergunning kwartszand</dcterms:title>
  <dcterms:type scheme="x">ministeriële regeling</dcterms:type>
  <dcterms:creator>Ministerie van Voorbeelden</dcterms:creator>
  <dcterms:modified>2026-11-21</dcterms:modified><dcterms:language>nl</dcterms:language>
 </o:owmskern><o:owmsmantel><dcterms:available>2026-11-20</dcterms:available>
 <dcterms:publisher>Ministerie van BZ</dcterms:publisher></o:owmsmantel>
 <o:tpmeta><o:publicatienaam>Staatscourant</o:publicatienaam><o:jaargang>2026</o:jaargang>
 </o:tpmeta></o:meta></gzd:originalData><gzd:enrichedData>
 <gzd:itemUrl manifestation="pdf">https://pub.example/stcrt-2026-90001.pdf</gzd:itemUrl>
 <gzd:preferredUrl>https://pub.example/stcrt-2026-90001.html</gzd:preferredUrl>
 </gzd:enrichedData></gzd:gzd></{p}recordData></{p}record>"""


def sru(inside: str, prefix: str = "sru:", total: int = 3, start: int = 1) -> Document:
    space = f"xmlns{':' + prefix[:-1] if prefix else ''}"
    body = (
        f'<?xml version="1.0"?><{prefix}searchRetrieveResponse '
        f'{space}="http://docs.oasis-open.org/ns/search-ws/sruResponse">'
        f"<{prefix}numberOfRecords>{total}</{prefix}numberOfRecords>"
        f"{inside}</{prefix}searchRetrieveResponse>"
    )
    return parse(body.encode(), url=SRU_AT.format(start), format="xml", now=NOW)


def records(prefix: str = "sru:") -> str:
    return f"<{prefix}records>{RECORD.format(p=prefix)}</{prefix}records>"


@pytest.mark.parametrize("prefix", ["sru:", "", "ns2:"])
def test_a_publication_is_read_whatever_prefix_the_answer_uses(prefix: str) -> None:
    document = sru(records(prefix), prefix)

    item = document.items[0]
    assert (document.format, document.outcome) == ("sru-officielebekendmakingen", "parsed")
    assert (item.guid, item.url) == (
        "stcrt-2026-90001",
        "https://pub.example/stcrt-2026-90001.html",
    )
    assert item.title == "Regeling uitvoervergunning kwartszand"
    assert item.published == datetime(2026, 11, 20, tzinfo=UTC)
    assert item.updated == datetime(2026, 11, 21, tzinfo=UTC)
    assert (item.language, item.publisher) == ("nl", "Ministerie van BZ")
    assert "Organisatie: Ministerie van Voorbeelden." in item.summary


def test_the_next_page_begins_behind_what_was_sent_and_ends_with_the_last() -> None:
    document = sru(records(), total=3, start=1)

    assert "startRecord=2" in document.next_url
    assert "maximumRecords=1" in document.next_url
    assert document.unordered
    assert sru(records(), total=3, start=3).next_url == ""


def test_a_query_that_is_not_understood_is_told_although_the_status_is_200() -> None:
    diagnostic = (
        '<sru:diagnostics xmlns:d="http://docs.oasis-open.org/ns/search-ws/diagnostic">'
        "<d:diagnostic><d:message>Unsupported index</d:message></d:diagnostic></sru:diagnostics>"
    )

    document = sru(diagnostic, total=0)

    assert (document.outcome, document.reason) == ("refused", "not_a_feed")
    assert "Unsupported index" in document.problems[0].message


def test_publications_that_are_counted_but_not_sent_are_missed() -> None:
    assert sru("", total=4).reason == "format_changed"
    assert (sru("", total=0).outcome, sru("", total=0).reason) == ("parsed", "empty")


FEED = "https://house.example/SyncFeed/2.0/Feed?category=Document"


def entry(number: int, deleted: str = "false", inside: str = "") -> str:
    return f"""<entry><title>guid-{number}</title><id>https://house.example/Entiteiten/{number}</id>
    <updated>2026-11-20T10:00:0{number}Z</updated>
    <link rel="next" href="{FEED}&amp;skiptoken={number}"/>
    <link rel="enclosure" href="https://house.example/Resources/{number}"/>
    <content type="application/xml"><t:document xmlns:t="http://www.tweedekamer.nl/xsd/tkData/v1-0"
    id="guid-{number}" t:verwijderd="{deleted}"><t:soort>Motie</t:soort>
    <t:onderwerp>Motie over gallium</t:onderwerp><t:datum>2026-11-19T00:00:00</t:datum>
    {inside}</t:document></content></entry>"""


def sync(entries: str, links: str = "", url: str = FEED) -> Document:
    body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>{links}{entries}</feed>'
    return parse(body.encode(), url=url, format="atom", now=NOW)


def link(rel: str, token: int) -> str:
    return f'<link rel="{rel}" href="{FEED}&amp;skiptoken={token}"/>'


def test_a_document_of_the_house_is_titled_by_its_subject_and_dated_by_its_day() -> None:
    document = sync(entry(1, inside="<t:documentNummer>2026D1</t:documentNummer>"))

    item = document.items[0]
    assert (document.format, document.language) == ("tweede-kamer-syncfeed", "nl")
    assert (item.guid, item.title) == ("guid-1", "Motie over gallium")
    assert item.url.endswith("/downloads/document?id=2026D1")
    # local time without a zone: midnight in The Hague is the day before in UTC
    assert (item.published, item.precision) == (datetime(2026, 11, 19, tzinfo=UTC), "day")
    assert "Soort: Motie." in item.summary


def test_what_was_deleted_is_no_item_and_is_counted() -> None:
    document = sync(entry(1, deleted="true") + entry(2))

    assert [item.guid for item in document.items] == ["guid-2"]
    assert "1 entries say that something was deleted" in document.problems[0].message


def test_the_feed_goes_on_where_it_stopped() -> None:
    page = sync(entry(1) + entry(2), link("next", 2))
    last = sync(entry(3))
    caught_up = sync("", link("resume", 3))

    assert page.next_url == page.resume == f"{FEED}&skiptoken=2"
    assert (last.next_url, last.resume) == ("", f"{FEED}&skiptoken=3")
    assert (caught_up.next_url, caught_up.resume) == ("", f"{FEED}&skiptoken=3")
    assert caught_up.outcome == "parsed"


def test_a_next_page_that_is_this_page_is_not_asked_again() -> None:
    assert sync(entry(2), link("next", 2), url=f"{FEED}&skiptoken=2").next_url == ""


def test_a_page_of_odata_is_read_with_its_next_page() -> None:
    found = {
        "@odata.context": "https://house.example/OData/v4/2.0/$metadata#Document",
        "value": [
            {"Id": "a", "Onderwerp": "Brief over nikkel", "Soort": "Brief", "DocumentNummer": "D1",
             "Datum": "2026-11-19T00:00:00+01:00", "Verwijderd": False},
            {"Id": "b", "Onderwerp": None, "Verwijderd": True},
        ],
        "@odata.nextLink": "https://house.example/OData/v4/2.0/Document?$skip=250",
    }  # fmt: skip

    document = parse(json.dumps(found).encode(), url="https://house.example/OData", now=NOW)

    assert [item.title for item in document.items] == ["Brief over nikkel"]
    assert document.items[0].published == datetime(2026, 11, 19, tzinfo=UTC)
    assert document.next_url.endswith("$skip=250")


def test_the_governments_feed_is_never_empty_while_it_works() -> None:
    body = b'<rss version="2.0"><channel><title>Nieuws</title></channel></rss>'

    there = parse(body, url="https://www.rijksoverheid.nl/api/rss?query=x")
    elsewhere = parse(body, url="https://feed.example/rss")

    assert (there.outcome, there.reason) == ("refused", "format_changed")
    assert (elsewhere.outcome, elsewhere.reason) == ("parsed", "empty")

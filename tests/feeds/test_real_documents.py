"""Every real document that stands beside the checkout, against what is known of it."""

import csv
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Document
from feeds.parse import parse
from tests.shared import SHARED, needs_shared

TRADE = SHARED / "samples/trade"
REGISTER = TRADE / "federalregister"
NOW = datetime(2026, 11, 25, tzinfo=UTC)

pytestmark = needs_shared

# Documents whose outcome is not "parsed", or that hold another number of entries than the
# manifest counts, each looked at: (outcome, reason, entries).
KNOWN = {
    # entries without title, text and link
    "NetNewsWire/authors.json": ("refused", "format_changed", 0),
    "FeedKit/xml/AtomMedia.xml": ("refused", "format_changed", 0),
    "FeedKit/xml/GeoRSSSimple.xml": ("refused", "format_changed", 0),
    "FeedKit/xml/YouTube.xml": ("refused", "format_changed", 0),
    "miniflux/no_encoding_ISO-8859-1.xml": ("parsed", "", 9),
    # the same ten entries, each nested in an empty one
    "node-feedparser/illegally-nested.xml": ("parsed", "", 10),
    # gzip bytes
    "node-feedparser/compressed.xml": ("parsed", "", 10),
    "node-feedparser/invalid-characters-gzipped.xml": ("parsed", "", 25),
    # ill-formed; the judge reads nothing of it
    "fastfeedparser/untitled__7ef13a42.xml": ("parsed", "", 35),
    "node-feedparser/notafeed.html": ("refused", "not_a_feed", 0),
    "FeedKit/xml/FeedNotFound.xml": ("refused", "not_a_feed", 0),
    "SlyMarbo-rss/test2": ("refused", "damaged", 0),
    "newsboat/empty.xml": ("refused", "empty", 0),
}
DERIVED = {
    "bbc_gzip_body_no_header.xml": ("parsed", "", 33),
    "bbc_leading_whitespace.xml": ("parsed", "", 33),
    "bbc_trailing_garbage.xml": ("parsed", "", 33),
    "bbc_truncated_60pct.xml": ("partial", "damaged", 19),
    "block_page_200.html": ("refused", "blocked", 0),
    "waf_challenge_202.html": ("refused", "blocked", 0),
    "empty_200.xml": ("refused", "empty", 0),
    "mofcom_announcements_gbk.xml": ("parsed", "", 13),
    "mofcom_announcements_utf8.xml": ("parsed", "", 13),
    **{f"ja_{name}.xml": ("parsed", "", 10) for name in ("euc_jp", "shift_jis")},
    **{f"ja_{name}_bom.xml": ("parsed", "", 10) for name in ("utf16be", "utf16le")},
    **{f"ru_{name}.xml": ("parsed", "", 10) for name in ("cp1251_declared_utf8", "koi8r")},
    **{f"zh_{name}.xml": ("parsed", "", 20) for name in ("gb18030", "gbk")},
    "zh_utf8_declared_gb2312.xml": ("parsed", "", 20),
}


def manifest(folder: str) -> list[dict[str, str]]:
    with (TRADE / folder / "MANIFEST.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read(path: Path) -> Document:
    return parse(path.read_bytes(), now=NOW)


def seen(document: Document) -> tuple[str, str, int]:
    return document.outcome, document.reason, len(document.items)


def test_every_real_feed_ends_as_its_manifest_says() -> None:
    wrong = []
    for row in manifest("feeds"):
        entries = int(row["entries"] or 0)
        expected = KNOWN.get(row["local"], ("parsed", "" if entries else "empty", entries))
        found = seen(read(TRADE / "feeds" / row["local"]))
        if found != expected:
            wrong.append((row["local"], found, expected))

    assert wrong == []


@pytest.mark.parametrize("name", sorted(DERIVED))
def test_every_derived_document_ends_as_it_was_made_to(name: str) -> None:
    document = read(TRADE / "feeds-derived" / name)

    assert seen(document) == DERIVED[name]
    assert document.problems or document.outcome == "parsed"


def test_no_derived_document_is_forgotten() -> None:
    assert {row["local"] for row in manifest("feeds-derived")} == DERIVED.keys()


def recoded() -> list[tuple[str, str]]:
    """The derived documents that are a real one in another encoding: (name, origin)."""
    rows = manifest("feeds-derived") if TRADE.is_dir() else []
    pairs = [(row["local"], row["derived_from"]) for row in rows if "->" in row["what"]]
    return [pair for pair in pairs if (TRADE / "feeds" / pair[1]).is_file()]


@pytest.mark.parametrize(("name", "origin"), recoded())
def test_another_encoding_gives_the_same_texts(name: str, origin: str) -> None:
    document, known = read(TRADE / "feeds-derived" / name), read(TRADE / "feeds" / origin)

    assert [(i.title, i.summary) for i in document.items] == [
        (i.title, i.summary) for i in known.items
    ]


def test_the_pages_of_the_register_hold_all_that_they_count() -> None:
    for month in ("2022-02", "2022-03", "2022-10", "2023-07", "2023-10", "2023-12"):
        pages = sorted((REGISTER / "derived").glob(f"api_{month}_p*.json"))
        counted = json.loads(pages[0].read_text(encoding="utf-8"))["count"]

        documents = [read(page) for page in pages]

        assert {document.outcome for document in documents} == {"parsed"}
        assert len({i.guid for document in documents for i in document.items}) == counted
        assert [bool(d.next_url) for d in documents] == [True] * (len(pages) - 1) + [False]


def test_the_register_says_the_same_in_rss_as_in_json() -> None:
    feed = read(REGISTER / "derived/documents_2022-10.rss")
    pages = sorted((REGISTER / "derived").glob("api_2022-10_p*.json"))

    of_pages = {i.url: (i.title, i.summary) for page in pages for i in read(page).items}

    assert len(feed.items) == 200
    for item in feed.items:
        assert of_pages[item.url] == (item.title, item.summary)


def test_every_recorded_answer_of_the_register_is_understood() -> None:
    bodies = [p for p in sorted((REGISTER / "vcr").iterdir()) if ".headers" not in p.name]

    documents = [read(path) for path in bodies]

    assert Counter((d.outcome, d.reason) for d in documents) == {
        ("parsed", ""): 10,
        ("refused", "not_a_feed"): 11,  # 3 pages, 4 errors, 4 answers to another question
        ("refused", "format_changed"): 13,  # only fields that name no text and no link were asked
    }
    assert max(len(document.items) for document in documents) == 129

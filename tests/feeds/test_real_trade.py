"""Every trade document that stands beside the checkout, as `parse` reads it: one table.

Feeds and the Federal Register's answers have their own in test_real_documents.py. What is refused
here is no document of a source: the reason stands beside it.
"""

import json
from collections import Counter
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

import yaml
from babel import Locale

from feeds import catalogue, links
from feeds.model import Document
from feeds.parse import parse
from tests.shared import SHARED, needs_shared

TRADE = SHARED / "samples/trade"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SPECS = {spec.id: spec for spec in catalogue.load()}
ELSEWHERE = ("feeds/*", "feeds-derived/*", "federalregister/vcr/*", "federalregister/derived/api*")

pytestmark = needs_shared

# file: (source it is read as, format, entries)
READ = {
    "federalregister/derived/documents_*.rss": ("", "rss-2.0", 200),
    # archives of records, a line each: the manifest counts 3,532 and 4,000
    "federalregister/trade_2020-2023.jsonl.gz": ("", "table", 3532),
    "federalregister/noise_2020-2023.jsonl.gz": ("", "table", 4000),
    "worldnews-headlines/2026-07-11_07-25.jsonl": ("", "table", 1128),
    "gdelt/doc-api/artlist_seafood_2020.json": ("gdelt-doc", "gdelt-doc-2.0", 4948),
    "gdelt/doc-api/artlist_salmon_multilingual.csv": ("", "table", 254),
    # 100 rows each; the rows of one article are one entry
    "gdelt/gkg2-2015/events.csv": ("", "gdelt-events-2.0", 49),
    "gdelt/gkg2-2015/eventsT.csv": ("", "gdelt-events-2.0", 62),
    "gdelt/gkg2-2015/mentions.csv": ("", "gdelt-mentions-2.0", 54),
    "gdelt/gkg2-2015/mentionsT.csv": ("", "gdelt-mentions-2.0", 60),
    "gdelt/gkg2-2015/gkg.csv": ("", "gdelt-gkg-2.1", 100),
    "gta/us_tariff_event_registry.csv": ("", "table", 48),
    "misc/semiconductor_export_controls_events.csv": ("", "table", 4),
    "misc/semiconductor_export_controls_headlines.csv": ("", "table", 13),
    "pib/pib_critical_minerals.csv": ("", "table", 45),
    "wto-qr/notification_single.sample.json": ("wto-qr", "wto-qr", 1),
    "wto-qr/notifications_list.sample.json": ("wto-qr", "wto-qr", 2),
    "wto-qr/qr_single.sample.json": ("wto-qr", "wto-qr", 1),
    "mofcom/worldmonitor_detail.html": ("", "html-article", 1),
    "mofcom/worldmonitor_mofcom.html": ("cn-mofcom", "html", 1),
    "mofcom/worldmonitor_miit.json": ("cn-miit", "cn-search", 1),
    "mofcom/worldmonitor_samr.json": ("cn-miit", "html", 1),
}
# file: (reason, why it is right to refuse it)
REFUSED = {
    "MANIFEST.md": ("not_a_feed", "a text"),
    "*/*.md": ("not_a_feed", "documentation"),
    "gta/*.yaml": ("not_a_feed", "documentation"),
    "gdelt/schema/*": ("not_a_feed", "documentation"),
    "text-*/*.txt": ("not_a_feed", "plain texts without title or date"),
    "eurlex/*.txt": ("not_a_feed", "numbers only"),
    "gta/gta_jurisdiction_list.csv": ("not_a_feed", "a table of codes: no title, no date"),
    "feed-health/*": ("not_a_feed", "tables of feeds, not of news"),
    "wto-qr/wto_tariffdata_*.json": ("not_a_feed", "tables of codes"),
    "gdelt/doc-api/timelinevolraw_*.json": ("not_a_feed", "counts by day, no articles"),
    "mofcom/mofcom_export_control_announcements.json": (
        "not_a_feed",
        "goods by announcement in a shape of somebody's own; their RSS is among feeds-derived",
    ),
    # pieces of pages without their source: fewer than three links with a date
    "mofcom/worldmonitor_cac.html": ("not_a_feed", "a page, not promised as one"),
    "mofcom/worldmonitor_ndrc.html": ("not_a_feed", "a page, not promised as one"),
}


def names() -> list[str]:
    """Every file that no other table covers."""
    files = (path for path in sorted(TRADE.rglob("*")) if path.is_file())
    found = (path.relative_to(TRADE).as_posix() for path in files)
    return [name for name in found if not any(fnmatch(name, pattern) for pattern in ELSEWHERE)]


def row(name: str, table: dict[str, tuple[str, str, int]]) -> tuple[str, str, int] | None:
    return next((table[pattern] for pattern in table if fnmatch(name, pattern)), None)


def read(name: str, source: str = "") -> Document:
    body = Path(TRADE / name).read_bytes()
    if not source:
        return parse(body, now=NOW)
    spec = SPECS[source]
    return parse(body, url=spec.url, format=spec.format, recipe=spec.recipe, now=NOW)


def test_every_trade_document_is_read_as_the_table_says() -> None:
    wrong = []
    for name in names():
        expected = row(name, READ)
        if expected is None:
            continue
        document = read(name, expected[0])
        found = (document.outcome, document.format, len(document.items))
        if found != ("parsed", *expected[1:]):
            wrong.append((name, found, expected))

    assert wrong == []


def test_every_other_one_is_refused_by_name_and_says_why() -> None:
    wrong = []
    for name in names():
        if row(name, READ) is not None:
            continue
        expected = next((REFUSED[one] for one in REFUSED if fnmatch(name, one)), None)
        document = read(name)
        if expected is None or (document.outcome, document.reason) != ("refused", expected[0]):
            wrong.append((name, document.outcome, document.reason, expected))
        assert document.problems

    assert wrong == []


def test_no_line_of_the_tables_is_without_a_document() -> None:
    found = names()

    assert [one for one in (*READ, *REFUSED) if not any(fnmatch(name, one) for name in found)] == []


def test_each_article_of_gdelts_search_keeps_its_words_and_its_language() -> None:
    document = read("gdelt/doc-api/artlist_seafood_2020.json", "gdelt-doc")

    assert len({item.guid for item in document.items}) == 3600  # as the manifest counts
    assert all(item.title and item.published for item in document.items)
    assert not any(" ," in item.title or " . " in item.title[1:-1] for item in document.items)
    languages = Counter(item.language for item in document.items)
    assert languages["en"] > 3000


def test_countries_of_the_knowledge_graph_are_those_that_its_places_name() -> None:
    """In this batch the field of the country is wrong for many places: Jordan stands with QA."""
    codes = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    body = (TRADE / "gdelt/gkg2-2015/gkg.csv").read_text(encoding="utf-8", errors="replace")
    rows = [line.split("\t") for line in body.split("\n") if line]
    items = {item.guid: item for item in read("gdelt/gkg2-2015/gkg.csv").items}

    compared = 0
    for row in rows:
        places = [place.split("#") for place in row[10].split(";") if place]
        named = {codes[place[1]] for place in places if place[0] == "1" and place[1] in codes}
        assert named <= set(items[row[4]].categories)
        compared += len(named)
    assert compared > 100


def test_the_answers_in_the_documentation_of_global_trade_alert_are_read() -> None:
    text = (TRADE / "gta/sgept-api-documentation.yaml").read_text(encoding="utf-8")
    paths = yaml.safe_load(text)["paths"]
    found = {}
    for path in ("/api/v1/data/", "/api/v1/gta/data/", "/api/v1/gta/ticker/"):
        content = paths[path]["post"]["responses"]["200"]["content"]["application/json"]
        for name, example in content["examples"].items():
            body = json.dumps(example["value"], default=str).encode()
            found[path, name] = parse(body, format="json-api", now=NOW)

    assert len(found) == 5
    for document in found.values():
        item = document.items[0]
        assert (document.outcome, len(document.items)) == ("parsed", 1)
        assert item.guid == "intervention/138295"
        assert item.published == datetime(2024, 7, 4, tzinfo=UTC)
        assert "It is in force." in item.summary
    assert {document.format for document in found.values()} == {"gta-v2", "gta-ticker"}


def test_every_number_of_an_act_that_was_ever_seen_is_one() -> None:
    numbers = (TRADE / "eurlex/opensanctions_eu_journal_seen_celex.txt").read_text().split()

    missed = [one for one in numbers if links.celex(links.of_celex(one)) != one]

    assert len(numbers) > 4_000
    assert missed == []

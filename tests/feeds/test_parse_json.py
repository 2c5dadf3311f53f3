"""JSON Feed and the Federal Register's answers."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feeds.model import Document
from feeds.parse import parse

DATA = Path(__file__).parents[1] / "data/feeds"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SEARCH = "https://www.federalregister.gov/api/v1/documents.json?per_page=2"


def read(name: str, url: str = "") -> Document:
    return parse((DATA / name).read_bytes(), url=url, now=NOW)


def answer(url: str = SEARCH, **fields: object) -> Document:
    return parse(json.dumps(fields).encode(), url=url, now=NOW)


def found(number: int) -> list[dict[str, str]]:
    return [{"document_number": f"2026-{n}", "title": f"Act {n}"} for n in range(number)]


def test_a_json_feed_is_read_and_what_is_no_item_is_told() -> None:
    document = read("jsonfeed-1.1.json")

    first, second = document.items
    assert (document.format, document.language) == ("jsonfeed-1.1", "en")
    assert (first.guid, first.title, first.summary) == ("17", "Tungsten <W> listed", "From May.")
    assert first.published == datetime(2026, 11, 2, 7, tzinfo=UTC)
    assert (first.authors, first.categories) == (("B. Bollard",), ("metals",))
    assert (second.title, second.url) == ("A note without a title.", "https://other.example/a")
    assert [p.message for p in document.problems] == ["An item is no object and is left out"]


def test_a_page_of_the_register_is_read_with_its_next_page() -> None:
    document = read("fr-page.json", SEARCH)

    first, second = document.items
    assert (document.format, document.outcome) == ("federal-register-v1", "parsed")
    assert document.next_url.endswith("page=2&per_page=2")
    assert first.guid == "2026-90001"
    assert (first.published, first.precision) == (datetime(2026, 11, 3, tzinfo=UTC), "day")
    assert first.authors == ("Commerce Department", "Bureau of Examples")
    assert first.categories == ("Rule",)
    assert (first.publisher, first.language) == ("Federal Register", "en")
    assert second.summary == "… on export controls"


def test_a_document_on_the_inspection_desk_counts_from_its_filing() -> None:
    item = read("fr-inspection.json").items[0]

    assert item.title == "Export Administration Regulations: Controls on Examples"
    assert item.published == datetime(2026, 11, 3, 13, 45, tzinfo=UTC)


def test_nothing_found_is_empty_and_not_a_changed_format() -> None:
    document = answer(count=0, description="Documents published from 11/25/2026")

    assert (document.outcome, document.reason) == ("parsed", "empty")


def test_documents_that_are_counted_but_not_sent_are_missed() -> None:
    document = answer(count=31, description="Documents", total_pages=2)

    assert (document.outcome, document.reason) == ("refused", "format_changed")
    assert "31 documents are counted" in document.problems[0].message


def test_a_single_document_and_a_batch_are_the_same_format() -> None:
    single = answer(document_number="2026-1", title="One", publication_date="2026-11-03")
    batch = answer(count=1, results=found(1), errors={"not_found": ["2026-9"]})

    assert [item.title for item in single.items] == ["One"]
    assert [item.title for item in batch.items] == ["Act 0"]
    assert "not known to the service: 2026-9" in batch.problems[0].message


def test_the_loop_beyond_ten_thousand_documents_is_not_entered() -> None:
    page = SEARCH.replace("per_page=2", "per_page=1000&page={}")

    last = answer(page.format(10), count=12_000, results=found(3), next_page_url=page.format(11))
    beyond = answer(page.format(11), count=12_000, results=found(3), next_page_url=page.format(2))

    for document in (last, beyond):
        assert document.next_url == ""
        assert (document.outcome, document.reason) == ("partial", "too_big")
        assert "begins again at page 1" in document.problems[0].message


def test_a_page_size_that_the_service_ignores_is_told() -> None:
    document = answer(SEARCH.replace("=2", "=5000"), count=20, results=found(20))

    assert "page size of 5000" in document.problems[0].message


def test_the_next_page_on_another_host_is_not_asked() -> None:
    document = answer(count=9, results=found(2), next_page_url="https://elsewhere.example/?page=2")

    assert document.next_url == ""
    assert document.problems


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"status": 404, "message": "Record Not Found"}, "404 Record Not Found"),
        ({"errors": {"conditions": "bad"}}, "bad"),
        ({"suggestions": {}, "filters": {}}, "unknown shape (suggestions, filters)"),
    ],
)
def test_an_error_of_the_service_is_told_in_its_words(fields: dict[str, object], told: str) -> None:
    document = answer(**fields)

    assert (document.outcome, document.reason) == ("refused", "not_a_feed")
    assert told in document.problems[0].message


def test_a_promised_format_that_is_another_has_changed() -> None:
    document = parse(b'{"stories": []}', format="federal-register")

    assert (document.outcome, document.reason) == ("refused", "format_changed")


def test_json_that_breaks_off_gives_the_entries_that_are_whole() -> None:
    body = (DATA / "fr-page.json").read_bytes()

    document = parse(body[: body.index(b'"2026-90002"')], now=NOW)

    assert [item.guid for item in document.items] == ["2026-90001"]
    assert (document.outcome, document.reason) == ("partial", "damaged")
    assert document.format == "federal-register-v1"


def test_json_with_something_behind_it_is_whole() -> None:
    document = parse((DATA / "jsonfeed-1.1.json").read_bytes() + b"<!-- cached -->", now=NOW)

    assert len(document.items) == 2
    assert document.outcome == "parsed"


@pytest.mark.parametrize("body", [b'{"a":' * 50_000, b"[" * 50_000, b'{"count": ' + b"9" * 5_000])
def test_json_bombs_are_refused(body: bytes) -> None:
    assert parse(body).outcome == "refused"

"""Answers of trade-policy services: Global Trade Alert, WTO, ReliefWeb, CELLAR, GDELT's search."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats import gdelt
from feeds.formats.facts import hs, told
from feeds.model import Document
from feeds.parse import parse

NOW = datetime(2026, 11, 25, tzinfo=UTC)
MEASURE = {
    "intervention_id": 900001,
    "state_act_id": 80001,
    "state_act_title": "Examplia: Export ban on untreated ore",
    "intervention_url": "https://gta.example/intervention/900001",
    "gta_evaluation": "Red",
    "implementing_jurisdictions": [{"id": 699, "name": "India", "iso": "IND"}],
    "affected_jurisdictions": [
        {"id": 528, "name": "Netherlands", "iso": "NLD"},
        {"id": 36, "name": "Australia", "iso": "AUS"},
    ],
    "intervention_type": "Export ban",
    "mast_chapter": "P Export-related measures",
    "affected_products": [10121, {"product_id": 260400, "name": "Nickel ores"}],
    "date_announced": "2026-11-03",
    "date_implemented": "2026-12-31",
    "date_removed": None,
    "is_in_force": 1,
    "last_updated": "2026-11-05",
    "intervention_description": "<p>On 3 November the ministry <b>banned</b> exports.</p>",
}


def answer(value: object, url: str = "", promised: str = "json-api") -> Document:
    return parse(json.dumps(value).encode(), url=url, format=promised, now=NOW)


def test_an_intervention_says_the_same_in_both_versions_of_the_service() -> None:
    parts = [{"id": 1, "description": "<p>On 3 November the ministry <b>banned</b> exports.</p>"}]
    second = {**MEASURE, "intervention_description": parts}

    first = answer([MEASURE])
    paged = answer({"count": 1, "next": None, "previous": None, "results": [[second]]})

    assert (first.format, paged.format) == ("gta-v1", "gta-v2")
    assert first.items[0].summary == paged.items[0].summary
    item = first.items[0]
    assert (item.guid, item.url) == ("intervention/900001", MEASURE["intervention_url"])
    assert item.published == datetime(2026, 11, 3, tzinfo=UTC)
    assert "HS 010121" in item.summary  # a number loses the first zero
    assert "Imposed by: India." in item.summary
    assert "It is in force." in item.summary
    assert "2 jurisdictions, the Netherlands or the European Union among them" in item.summary
    assert item.summary.endswith("On 3 November the ministry banned exports.")
    assert {"Export ban", "Red", "state act 80001"} <= set(item.categories)


def test_a_list_that_breaks_off_gives_the_measures_that_are_whole() -> None:
    body = json.dumps([MEASURE, {**MEASURE, "intervention_id": 2}])

    document = parse(body[:-40].encode(), now=NOW)

    assert [item.guid for item in document.items] == ["intervention/900001"]
    assert (document.outcome, document.reason) == ("partial", "damaged")


def test_a_page_past_the_end_is_empty() -> None:
    document = answer({"count": 7, "next": None, "previous": "x", "results": []})

    assert (document.outcome, document.reason, document.format) == ("parsed", "empty", "gta-v2")


def test_numbers_of_countries_are_not_taken_for_iso_numbers() -> None:
    bare = {**MEASURE, "implementing_jurisdictions": [699, 251, 12]}

    summary = answer([bare]).items[0].summary

    assert "India; France; jurisdiction 12 of the UN's numbers" in summary


def test_the_ticker_tells_what_changed_and_when() -> None:
    update = {
        "update_id": 5,
        "status": "new",
        "modified": "2026-11-06T08:00:00Z",
        "intervention": MEASURE,
    }

    document = answer({"count": 1, "next": None, "results": [update]})

    item = document.items[0]
    assert document.format == "gta-ticker"
    assert item.updated == datetime(2026, 11, 6, 8, tzinfo=UTC)
    assert "update: new" in item.categories


def test_a_restriction_is_known_by_symbol_and_serial_number_and_dates_are_day_first() -> None:
    restriction = {
        "id": 1,
        "member_name": "Examplia",
        "document_symbol": "G/MA/QR/N/EXA/1",
        "qr_serial_number": 4,
        "measures": [
            {
                "symbol": "CP-X",
                "label": "Prohibition except under defined conditions",
                "products": [{"code": "01", "description": "Live animals"}],
            }
        ],
        "description": "Live goats",
        "in_force_dt": "02/11/2026",
        "national_legal_bases": "Act 5\nof 2026",
        "details": "/qrs/9",
    }

    document = answer({"data": {**restriction}})

    item = document.items[0]
    assert (document.format, item.guid) == ("wto-qr", "G/MA/QR/N/EXA/1#4")
    assert item.published == datetime(2026, 11, 2, tzinfo=UTC)
    assert item.title.endswith("conditions: Live goats")
    assert "(CP-X, on exports)" in item.summary
    assert "HS 01 Live animals" in item.summary
    assert answer({"data": [restriction]}).items == document.items


def notification(number: int) -> dict[str, object]:
    return {
        "id": number,
        "area": "TBT",
        "documentSymbol": f"G/TBT/N/EXA/{number}",
        "notifyingMember": "Examplia",
        "distributionDate": "2026-11-20T00:00:00",
        "title": "Limits for cadmium",
        "description": "Draft rules for paint.",
        "hsCodes": [{"id": 1, "code": "320810", "name": "Paints"}],
        "linkToNotification": f"https://docs.example/{number}.pdf",
    }


def test_notifications_come_page_by_page_in_no_order_that_could_be_trusted() -> None:
    at = "https://eping.example/getAll?language=1&page={}&pageSize=2"
    body = {"totalCount": 3, "isCountExceeded": False, "items": [notification(1), notification(2)]}

    first, last = answer(body, at.format(1)), answer(body, at.format(2))

    item = first.items[0]
    assert (item.guid, item.title) == ("G/TBT/N/EXA/1", "Examplia: Limits for cadmium")
    assert "HS 320810 Paints" in item.summary
    assert first.next_url == at.format(2)
    assert first.unordered
    assert last.next_url == ""


def test_no_notifications_are_empty_and_no_changed_form() -> None:
    document = answer({"totalCount": 0, "items": [], "areas": []})

    assert (document.outcome, document.reason) == ("parsed", "empty")


def test_a_report_of_reliefweb_is_read() -> None:
    fields = {
        "title": "Examplia: floods",
        "body": "Roads are cut.",
        "url": "https://relief.example/report/1",
        "date": {"created": "2026-11-20T10:00:00+00:00", "original": "2026-11-19T00:00:00+00:00"},
        "source": [{"name": "Red Lifeboat"}],
        "country": [{"name": "Examplia"}],
    }

    document = answer(
        {
            "totalCount": 9,
            "data": [{"id": "1", "score": 1, "fields": fields}],
            "links": {"next": {"href": "https://api.example/v2/reports?offset=1"}},
        },
        "https://api.example/v2/reports",
    )

    item = document.items[0]
    assert (document.format, item.guid, item.publisher) == ("reliefweb-v2", "1", "Red Lifeboat")
    assert item.published == datetime(2026, 11, 19, tzinfo=UTC)
    assert document.next_url.endswith("offset=1")


def test_rows_of_one_act_in_cellar_are_one_entry_in_english() -> None:
    def row(title: str, language: str) -> dict[str, dict[str, str]]:
        base = "http://publications.europa.eu/resource/authority/language/"
        return {
            "work": {"type": "uri", "value": "http://pub.example/resource/cellar/1"},
            "celex": {"type": "literal", "value": "32026R0999"},
            "title": {"type": "literal", "value": title},
            "lang": {"type": "uri", "value": base + language},
            "date": {"type": "literal", "value": "2026-11-10"},
        }

    rows = [row("Verordening 2026/999", "NLD"), row("Regulation 2026/999", "ENG")]
    document = answer({"head": {"vars": ["work"]}, "results": {"bindings": rows}})

    assert len(document.items) == 1
    item = document.items[0]
    assert (item.guid, item.title, item.language) == ("32026R0999", "Regulation 2026/999", "en")
    assert item.url.endswith("/AUTO/?uri=CELEX:32026R0999")


def test_one_act_has_one_address_in_every_language_of_the_journal() -> None:
    def feed(language: str) -> Document:
        link = f"https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri=CELEX:32026R0999"
        return parse(
            f'<rss version="2.0"><channel><item><title>x</title><link>{link}&amp;qid=1</link>'
            "</item></channel></rss>".encode()
        )

    assert feed("EN").items[0].url == feed("NL").items[0].url
    assert feed("NL").items[0].guid == "32026R0999"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("EN", "Corrigendum to Regulation 2026/1 (does not concern the English version)"),
        (
            "NL",
            "Rectificatie van Verordening 2026/1 (Heeft geen betrekking op de Nederlandse versie)",
        ),
        ("DE", "Berichtigung der Verordnung 2026/1 (Betrifft nicht die deutsche Fassung)"),
        ("FR", "Rectificatif au règlement 2026/1 (Ne concerne pas la version française)"),
    ],
)
def test_a_correction_of_another_language_is_no_news_in_this_one(language: str, title: str) -> None:
    link = f"https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri=CELEX:32026R0001R(01)"
    other = f"<item><title>{title}</title><link>{link}</link></item>"
    ours = f"<item><title>ours</title><link>{link.replace('(01)', '(02)')}</link></item>"
    body = f'<rss version="2.0"><channel>{other}{ours}</channel></rss>'

    document = parse(body.encode())

    assert [one.guid for one in document.items] == ["32026R0001R(02)"]
    assert "A corrigendum of other languages is left out" in document.problems[0].message


ARTICLE = {
    "url": "https://paper.example/a",
    "url_mobile": "",
    "title": "U . S . bans exports , again ; what ' s next ( and who ) ?",
    "seendate": "20261120T193000Z",
    "domain": "paper.example",
    "language": "English",
    "sourcecountry": "Examplia",
}


def test_an_article_of_gdelt_gets_its_title_back_and_its_address_is_its_id() -> None:
    document = answer({"articles": [ARTICLE, ARTICLE, {**ARTICLE, "url": "https://b.example/"}]})

    first = document.items[0]
    assert len({item.guid for item in document.items}) == 2
    assert first.title == "U.S. bans exports, again; what's next (and who)?"
    assert (first.language, first.publisher) == ("en", "paper.example")
    assert first.published == datetime(2026, 11, 20, 19, 30, tzinfo=UTC)


def test_an_escape_that_json_does_not_know_costs_nothing() -> None:
    body = json.dumps({"articles": [ARTICLE]}).replace("again", r"ag\ain \\ \'x")

    document = parse(body.encode(), now=NOW)

    assert document.outcome == "parsed"
    assert r"ag\ain \ \'x" in document.items[0].title.replace(" \\'", r" \'")


def test_a_timeline_is_no_list_of_articles() -> None:
    document = answer({"timeline": [{"series": "x", "data": []}]})

    assert (document.outcome, document.reason) == ("refused", "not_a_feed")
    assert "counts, no articles" in document.problems[0].message


@pytest.mark.parametrize("nothing", [{}, []])
def test_an_empty_answer_of_a_service_is_empty_only_where_json_was_promised(
    nothing: object,
) -> None:
    assert (answer(nothing).outcome, answer(nothing).reason) == ("parsed", "empty")
    assert answer(nothing, promised="rss").outcome == "refused"


def test_words_of_a_service_that_wants_a_pause_are_a_block() -> None:
    body = b"Please limit requests to one every 5 seconds or contact us."

    assert parse(body, format="json-api").reason == "blocked"


def test_the_search_tree_of_a_ministry_is_read() -> None:
    hit = {"title": "矿产公告", "url": "/art/1.html", "jsearch_date": "2026-11-20"}
    tree = {"searchResult": {"dataResults": [{"groupData": [{"data": hit}]}]}}

    document = answer({"success": True, "data": tree}, "https://m.example/search")

    assert document.items[0].url == "https://m.example/art/1.html"
    assert answer({"data": {"searchResult": {}}}).reason == "format_changed"


@pytest.mark.parametrize(
    ("given_", "code"),
    [(10121, "010121"), ("2604.00", "260400"), (7, "07"), (True, ""), ("", ""), (None, "")],
)
def test_a_code_of_goods_gets_back_the_zero_that_a_number_lost(given_: object, code: str) -> None:
    assert hs(given_) == code


def test_facts_are_sentences_and_the_unknown_ones_are_left_out() -> None:
    facts = told(("A", "one"), ("B", ""), ("C", []), ("D", ["x", "x", "y"]), ("", "End!"))

    assert facts == "A: one. D: x; y. End!"


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=12)
NAMES = [
    "articles", "url", "seendate", "title", "timeline", "date", "value", "results", "data",
    "intervention_id", "update_id", "intervention", "affected_products", "product_id", "items",
    "implementing_jurisdictions", "document_symbol", "measures", "products", "totalCount",
    "documentSymbol", "hsCodes", "fields", "head", "vars", "bindings", "html", "searchResult",
    "dataResults", "groupData", "@odata.context", "links", "next", "intervention_description",
    "objectives", "keywords", "href",
]  # fmt: skip
SHAPES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES), inner, min_size=1, max_size=6)
    ),
    max_leaves=20,
)


@given(SHAPES, st.sampled_from(["", "https://a.example/?page=1&pageSize=1"]))
def test_no_shape_of_these_services_breaks_the_parser(value: object, url: str) -> None:
    document = answer(value, url)

    assert document.outcome in {"parsed", "partial", "refused"}
    assert document.items or document.reason


@given(st.text(max_size=80))
def test_words_are_never_lost_when_a_title_is_put_together(title: str) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    from feeds.text import plain

    assert letters(gdelt.untokenised(title)) == letters(plain(title, 1000))

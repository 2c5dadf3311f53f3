"""The shipped catalogue, and OPML."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from feeds import asking, catalogue, opml, recipe
from feeds.model import SourceSpec
from tests.shared import SHARED, needs_shared

DATA = Path(__file__).parents[1] / "data/feeds"
GOOD = """
- id: one
  title: One
  url: https://one.example/feed
  publisher: One
  country: "NO"
  kind: news
  format: rss
  grade: A
"""


def written(folder: Path, text: str) -> list[Path]:
    path = folder / "list.yaml"
    path.write_text(text, encoding="utf-8")
    return [path]


def test_the_shipped_catalogue_is_sound() -> None:
    specs = catalogue.load()

    assert len(specs) == 106
    assert {spec.country for spec in specs} >= {"NL", "EU", "CN", "US"}
    assert all(len(spec.notes) < 250 for spec in specs)
    assert [spec.id for spec in specs if spec.start and spec.auth != "none"] == []


def test_what_cannot_be_confirmed_stays_off_and_state_media_are_labelled() -> None:
    specs = {spec.id: spec for spec in catalogue.load()}

    assert [
        s.id for s in specs.values() if s.start and s.status in ("inferred", "conflicting")
    ] == []
    for name in ("ru-tass", "id-antara", "my-bernama", "tw-cna"):
        assert specs[name].state_media


def test_every_source_that_starts_on_can_be_read() -> None:
    starting = [spec for spec in catalogue.load() if spec.start]

    assert starting
    assert {spec.format for spec in starting} <= {"rss", "atom", "json-api", "html", "xml"}


# Addresses that hold a day, or where to begin: the known ones have dates that pass.
# their question names goods that a post watches: off until somebody says yes
TELLING = {"critmin-gnews", "gdelt-doc", "id-nickel-gnews"}
MENDED = {
    "wto-eping", "gdelt-doc", "nl-officielebekendmakingen", "nl-tk-syncfeed", "nl-tk-odata",
    "eu-cellar-sparql", "reliefweb",
}  # fmt: skip


@needs_shared
def test_the_shipped_catalogue_holds_every_known_source_with_its_address() -> None:
    text = (SHARED / "domain/catalogue.yaml").read_text(encoding="utf-8")
    known = yaml.safe_load(text)["sources"]

    shipped = {spec.id: spec for spec in catalogue.load()}

    assert shipped.keys() >= {source["id"] for source in known}
    for source in known:
        spec = shipped[source["id"]]
        assert spec.url == source["url"] or spec.id in MENDED
        assert (spec.format, spec.poll_minutes, spec.start) == (
            source["format"],
            source["poll_minutes"],
            source["start"] == "on" and spec.id not in TELLING,
        )
        assert not spec.notes or spec.notes != source["notes"]


def test_norway_in_quotes_is_a_country(tmp_path: Path) -> None:
    specs, problems = catalogue.read(written(tmp_path, GOOD))

    assert problems == ()
    assert specs[0].country == "NO"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"NO"', "NO"), "list.yaml:6: country: 'NO' is bool, str is expected (put it in quotes)"),
        (("grade: A", "grade: Z"), "list.yaml:9: grade: 'Z' is none of A, B, C, D, E, F"),
        (("format: rss", "fromat: rss"), "list.yaml:8: fromat: no such field"),
        (
            ("https://", "file:///"),
            "list.yaml:4: url: 'file:///one.example/feed' is no web address",
        ),
        (("id: one", "id: One!"), "list.yaml:2: id: 'One!' is no id"),
        (("grade: A", "grade: A\n  grade: B"), "list.yaml:10: grade: is given twice"),
        (("  grade: A", "  grade: A\n  poll_minutes: 1"), "list.yaml:10: poll_minutes:"),
        (("  grade: A", "  grade: [A]"), "list.yaml:9: grade: a single value is expected"),
        (("  grade: A", ""), "list.yaml:2: grade: is missing"),
        (("title: One", "title: &a One"), ""),
        (("  grade: A", "  grade: A\n  html:\n    row: 'li['"), "list.yaml:11: html: row: no CSS"),
        (("  grade: A", "  grade: A\n  html:\n    rows: li"), "list.yaml:11: html: rows: no such"),
        (
            ("  grade: A", "  grade: A\n  columns: [a]"),
            "list.yaml:10: columns: fields are expected",
        ),
        (("  grade: A", "  grade: A\n  recipe: x"), "list.yaml:10: recipe: no such field"),
        (("one.example/feed", "{since}.example/feed"), ""),
        (("title: One", "title: *a"), "list.yaml:1: too long, or uses aliases"),
        (("- id: one", "- id: [one"), "list.yaml:"),
    ],
)
def test_a_wrong_line_is_named_by_file_line_and_field(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    specs, problems = catalogue.read(written(tmp_path, GOOD.replace(*change)))

    if told:
        assert any(problem.message.startswith(told) for problem in problems)
        assert specs == ()
    else:
        assert problems == ()


def test_how_a_page_is_read_is_kept_with_its_source(tmp_path: Path) -> None:
    text = GOOD + "  html:\n    row: li\n    link_pattern: '/a/\\d+'\n"

    specs, problems = catalogue.read(written(tmp_path, text))

    assert problems == ()
    assert recipe.read(specs[0].recipe).page == recipe.Page(row="li", link_pattern=r"/a/\d+")


def test_days_in_an_address_are_filled_in_with_an_overlap() -> None:
    now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    at = "https://a.example/?from={since}&to={until}&s={since:stamp}&x={other}"

    first = asking.address(at, now, None)
    later = asking.address(at, now, now - timedelta(days=40))

    assert first == "https://a.example/?from=2026-11-18&to=2026-11-26&s=20261118000000&x={other}"
    assert "from=2026-10-13" in later  # a desk that was away for long misses nothing
    assert asking.templated(at)
    assert not asking.templated("https://a.example/{other}")


def test_the_sound_sources_load_beside_the_wrong_ones(tmp_path: Path) -> None:
    wrong = GOOD.replace("id: one", "id: two").replace("grade: A", "grade: 7")

    specs, problems = catalogue.read(written(tmp_path, GOOD + wrong + GOOD + "- text\n"))

    assert [spec.id for spec in specs] == ["one"]
    assert len(problems) == 3


def test_opml_is_read_and_what_cannot_be_used_is_told() -> None:
    specs, problems = opml.read((DATA / "feeds.opml").read_bytes())

    assert [(spec.title, spec.url, spec.format) for spec in specs] == [
        ("Harbour Gazette", "https://gazette.example/feed", "rss"),
        ("Journal des actes", "https://atom.example/feed.atom", "atom"),
    ]
    assert specs[0].language == "en-GB"
    assert [(problem.line, problem.field) for problem in problems] == [
        (8, "xmlUrl"),
        (9, "xmlUrl"),
        (10, "xmlUrl"),
    ]


def test_what_is_no_opml_is_told() -> None:
    assert opml.read(b"<rss/>")[1]
    assert opml.read(b"")[1]
    assert opml.read(b"not xml")[1]


def test_the_catalogue_survives_opml() -> None:
    shipped = catalogue.load()

    specs, problems = opml.read(opml.write(shipped))

    assert problems == ()
    assert [(s.url, s.title, s.language) for s in specs] == [
        (s.url, s.title, s.language) for s in shipped
    ]


@given(st.text(), st.text())
def test_any_title_and_note_survive_opml_as_plain_text(title: str, notes: str) -> None:
    spec = SourceSpec("a", title, "https://a.example/feed", notes=notes)

    specs, _ = opml.read(opml.write((spec,)))

    assert specs[0].url == spec.url


@given(st.binary())
def test_bytes_that_are_no_list_of_feeds_are_told_and_never_raise(body: bytes) -> None:
    specs, problems = opml.read(body)

    assert specs or problems

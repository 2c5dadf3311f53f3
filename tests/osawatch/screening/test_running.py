"""Listed names in running text: what is told, what needs a second fact, what no name ever is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name
from feeds.lists.read import read
from osawatch.screening.nametable import dumped, loaded, table
from osawatch.screening.running import Findings, Names, settle
from tests.shared import SHARED, needs_shared

IMO = "9074729"


def entry(key: str, name: str, kind: Kind = "entity", *more: Name, **facts: object) -> ListEntry:
    return ListEntry("un-sc", key, kind, (Name(name), *more), **facts)  # type: ignore[arg-type]


LIST = (
    entry(
        "p1", "Sergei Ivanovich Vymyslov", "person",
        Name("Сергей Иванович Вымыслов", "original", script="Cyrillic"),
        Name("Grey Heron", "alias", "weak"), Name("Vymysel", "alias", "weak"),
        births=(Birth("1970-02-03"),), countries=("RU",),
    ),
    entry("e1", "Invented Metals LLC", countries=("RU",)),
    entry("e2", "Invented Metals Trading LLC"),
    entry("e3", "HAMARAT", countries=("IR",)),
    entry("e4", "Government of Atlantis"),
    entry("e5", "RT-Energy Efficiency LLC", countries=("RU",)),
    entry("v1", "OCEAN MADE UP", "vessel", identifiers=(Identifier("IMO", IMO),)),
    entry("v2", "VYMPELINA", "vessel", countries=("PA",)),
    entry("c1", "虚构金属有限公司"),
    entry("g1", "General Trading Company", countries=("SY",)),
    entry("x1", "France"),
    entry("gone", "Former Wares LLC", active=False),
)  # fmt: skip
NAMES = Names([table(LIST)])


def found(title: str, summary: str = "", countries: tuple[str, ...] = ()) -> Findings:
    return settle(NAMES.search(title, summary), title, summary, countries)


def told(title: str, summary: str = "", countries: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(one.bearer.id, one.text) for one in found(title, summary, countries).told]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Minister met Sergei Ivanovich Vymyslov here.", [("p1", "Sergei Ivanovich Vymyslov")]),
        ("Вчера Сергей Иванович Вымыслов уехал.", [("p1", "Сергей Иванович Вымыслов")]),
        ("INVENTED METALS, LLC WAS NAMED", [("e1", "INVENTED METALS, LLC")]),
        ("Invented Metals was named", []),  # without its form it needs its country
        ("Invented Metals Trading LLC was named", [("e2", "Invented Metals Trading LLC")]),
        ("据报道虚构金属有限公司被列入名单", [("c1", "虚构金属有限公司")]),
        ("The Government of Atlantis said no", [("e4", "Government of Atlantis")]),
        ("The General Trading Company of the Netherlands doesn't trade.", []),
        ("invented metals llc and other stories", []),
        ("Exports from France fell", []),
        ("Former Wares LLC was taken off", []),
        ("A ship, IMO 9074729, was seen", [("v1", "9074729")]),
        ("A ship, IMO 9074720, was seen", []),
    ],
)  # fmt: skip
def test_listed_names_are_told_where_they_stand(text: str, names: list[tuple[str, str]]) -> None:
    assert told(text) == names
    assert all(text[one.start : one.end] == one.text for one in found(text).told)


@pytest.mark.parametrize(
    ("text", "countries", "fact"),
    [
        ("Hamarat was seen", (), ""),
        ("Hamarat was seen in Iran", ("IR",), "country IR"),
        ("Invented Metals of Russia", ("RU",), "country RU"),
        ("Energy Efficiency week", ("US",), ""),
        ("The tanker Vympelina left", (), "kind tanker"),
        ("Vympelina left Panama", ("PA",), ""),
        ("Grey Heron was seen", ("RU",), "country RU"),
        ("Grey Heron (born 1970)", (), "birth 1970"),
        ("Vymysel of Russia", ("RU",), ""),  # one name of a person: a country is too little
        ("Vymysel, 1970, of Russia", ("RU",), "birth 1970"),
        ("The Ocean Made Up, 9074729", (), "number 9074729"),
    ],
)
def test_a_name_that_tells_little_needs_a_second_fact_and_says_which(
    text: str, countries: tuple[str, ...], fact: str
) -> None:
    every = found(text, "", countries)

    assert [one.fact for one in every.told if one.fact] == ([fact] if fact else [])
    assert bool(every.silent) != bool(fact)


def test_what_is_silent_says_why() -> None:
    assert [(one.silent, one.text) for one in found("Hamarat and Grey Heron").silent] == [
        ("one-word", "Hamarat"), ("weak", "Grey Heron"),
    ]  # fmt: skip


def test_ordinary_words_that_are_spelled_like_a_name_leave_no_trace() -> None:
    assert found("a hamarat is a word") == Findings()


def test_an_entry_is_told_once_by_its_strongest_name() -> None:
    every = found("Grey Heron, or Vymysel", "is Sergei Ivanovich Vymyslov")

    assert [(one.field, one.need) for one in every.told] == [("summary", "")]
    assert every.silent == ()


def test_the_longer_name_is_meant() -> None:
    assert told("Invented Metals Trading LLC", countries=("RU",)) == [
        ("e2", "Invented Metals Trading LLC")
    ]


def test_a_flood_of_names_is_counted_beyond_its_bound() -> None:
    many = Names([table([entry(f"n{n}", f"Vymysel{n:03} Works LLC") for n in range(60)])])
    text = "; ".join(f"Vymysel{n:03} Works LLC" for n in range(60))

    every = settle(many.search(text, ""), text, "", ())

    assert (len(every.told), every.beyond) == (50, 10)


def test_a_table_comes_back_from_its_bytes_as_it_was() -> None:
    made = table(LIST)

    assert loaded(dumped(made)) == made


@pytest.mark.parametrize("body", [b"", b"{}", b"[0, [], []]", b'[1, [["a"]], 3]', b"\xff"])
def test_a_damaged_table_is_none(body: bytes) -> None:
    assert loaded(body) is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_breaks_the_search_and_places_are_those_of_the_words(one: str, two: str) -> None:
    every = found(one, two, ("RU",))

    for hit in (*every.told, *every.silent):
        assert (one if hit.field == "title" else two)[hit.start : hit.end] == hit.text


@given(st.sampled_from(LIST), st.text("abc XY.,-", max_size=10), st.text(".,; ", max_size=3))
def test_a_name_that_tells_is_found_in_any_surroundings(
    listed: ListEntry, before: str, after: str
) -> None:
    if listed.id not in ("p1", "e1", "e2", "e4"):
        return
    text = f"{before} {listed.name}{after} z"

    assert listed.id in {one.bearer.id for one in found(text, "", ("RU",)).told}


@needs_shared
@pytest.mark.slow
def test_the_real_gazette_that_is_about_other_things_names_nobody() -> None:
    import gzip
    import json

    folder = SHARED / "samples"
    tables = []
    for file in ("un_sc/zr101_un_2026-08-01.xml", "ofac_sdn_csv/bench_sdn.csv"):
        document = read((folder / "sanctions" / file).read_bytes(), file)
        assert document is not None
        tables.append(table(document.entries))
    names = Names(tables)
    noise = folder / "trade/federalregister/noise_2020-2023.jsonl.gz"
    with gzip.open(noise, "rt") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [(row["title"], row["abstract"] or "") for row in rows]

    every = [settle(names.search(*text), *text, ()).told for text in texts]

    assert len(texts) == 4000
    assert sum(map(len, every)) == 0

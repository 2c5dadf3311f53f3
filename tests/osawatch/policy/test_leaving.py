"""What leaves this machine when a source is asked is told; a question that tells much waits."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.allowed import allows, refused
from feeds.catalogue import load
from osawatch.core import Core
from osawatch.model import Settings
from osawatch.own import shipped
from osawatch.policy.leaving import leaving, named
from osawatch.rulebook import Rulebook
from tests.fakes import source

WORDS = ("rare earths", "Gallium", "tin")


def test_a_plain_feed_learns_an_address_and_a_program() -> None:
    found = leaving(source("wire"), Settings(), (), WORDS)
    assert (found.host, found.what, found.words) == ("wire.example", ("address", "agent"), ())


def test_contact_key_days_and_certificate_are_told() -> None:
    mine = Settings(
        contact="desk@post.example", certificate="a.pem", certificate_hosts=("*.example",)
    )
    spec = source("wire", url="http://wire.example/q?from={since}&key={key}")
    found = leaving(spec, mine, (), WORDS)
    assert found.what == ("address", "agent", "contact", "days", "key", "certificate")
    assert not found.encrypted


def test_words_of_the_watchlist_are_found_in_a_question_as_whole_words() -> None:
    asked = "q=%22rare+earths%22+OR+gallium&notin=martini"
    assert named(asked, WORDS) == ("rare earths", "Gallium")


def test_a_host_that_is_on_no_list_is_told() -> None:
    assert not leaving(source("wire"), Settings(), (("*.eu",),), WORDS).allowed


def test_no_source_that_starts_by_itself_asks_with_words_of_the_watchlist() -> None:
    words = Rulebook(shipped()).secrets()
    told = {
        spec.id: found
        for spec in load()
        if spec.start and (found := leaving(spec, Settings(), (), words).words)
    }
    assert told == {}


def test_a_source_of_ones_own_whose_question_names_a_good_stays_off(tmp_path: Path) -> None:
    with Core(tmp_path / "profile") as core:
        core.sources.add(source("seek", url="https://seek.example/q?text=gallium"))
        core.sources.add(source("plain"))
        on = {one.id: one.enabled for one in core.sources.rows()}
    assert on == {"seek": False, "plain": True}


@pytest.mark.parametrize(
    ("host", "line", "wanted"),
    [
        ("eur-lex.europa.eu", "*.europa.eu", True),
        ("europa.eu", "*.europa.eu", True),
        ("noteuropa.eu", "*.europa.eu", False),
        ("EUROPA.eu.", "europa.eu", True),
        ("www.europa.eu", "europa.eu", False),
        ("europa.eu.evil.example", "*.europa.eu", False),
    ],
)
def test_a_list_of_hosts_takes_hosts_and_domains(host: str, line: str, wanted: bool) -> None:
    assert allows(host, [line]) is wanted


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=4))
def test_what_any_list_lacks_is_refused(host: str, lines: list[str]) -> None:
    assert refused(host, [lines, ["only.example"]]) or allows(host, ["only.example"])

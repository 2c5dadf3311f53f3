"""The shipped pack as data: what it holds, where its figures come from, what may not be in it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

PACK = Path(__file__).resolve().parents[2] / "rules" / "packs" / "osa"
# every scalar as text: a safe loader would read NO as false; it makes no objects either
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
LANGUAGES = ("en", "nl", "de", "fr", "es", "pt", "zh", "ru", "ja", "ko", "ar")
MANY = ("en", "nl", "de", "fr", "es", "pt", "ru", "zh")


@cache
def read(name: str) -> Any:
    """One file of the pack, every scalar as text, so that NO stays a country."""
    return yaml.load((PACK / name).read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506


def goods() -> list[dict[str, Any]]:
    return [
        good
        for file in sorted((PACK / "goods").glob("*.yaml"))
        for good in read(f"goods/{file.name}")["goods"]
    ]


def rules() -> list[dict[str, Any]]:
    found = []
    for file in sorted((PACK / "rules").glob("*.yaml")):
        found += list(yaml.load_all(file.read_text(encoding="utf-8"), Loader=LOADER))
    return found


def test_every_id_is_used_once() -> None:
    for ids in (
        [good["id"] for good in goods()],
        [measure["id"] for measure in read("measures.yaml")["measures"]],
        [country["iso2"] for country in read("countries.yaml")["countries"]],
        [company["id"] for company in read("companies.yaml")["companies"]],
        [rule["id"] for rule in rules()],
    ):
        assert [word for word, times in Counter(ids).items() if times > 1] == []


def test_the_pack_is_as_wide_as_promised() -> None:
    assert len(goods()) >= 168
    assert len(read("measures.yaml")["measures"]) >= 50
    assert len(read("companies.yaml")["companies"]) >= 40
    assert len(rules()) >= 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_good_and_measure_has_words_in(language: str) -> None:
    watched = goods() + read("measures.yaml")["measures"]
    silent = [
        entry["id"]
        for entry in watched
        if not any(entry.get(kind, {}).get(language) for kind in ("terms", "weak", "near"))
    ]
    assert silent == []


def test_at_least_sixty_countries_have_demonyms_of_our_own_in_eight_languages() -> None:
    full = [
        country["iso2"]
        for country in read("countries.yaml")["countries"]
        if all(
            any(
                language in country.get(kind, {})
                for kind in ("demonyms", "aliases", "capitals", "bodies")
            )
            for language in MANY
            if language != "zh"
        )
    ]
    assert len(full) >= 60


def test_every_figure_names_a_source_that_ships_with_the_pack() -> None:
    known = read("sources.yaml")["sources"]
    used = set()
    for good in goods():
        for kind in ("suppliers", "indicators", "facts"):
            used |= {row["source"] for row in good.get(kind, [])}
        used |= {good[kind]["source"] for kind in ("stocks", "substitutability") if kind in good}
    used |= {row["source"] for row in read("timeline.yaml")["timeline"]}
    used |= {row["source"] for row in read("chain.yaml")["links"]}
    assert used - set(known) == set()
    assert all(row.get("publisher") and row.get("title") for row in known.values())


def test_what_may_not_be_shipped_is_not_shipped() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in PACK.rglob("*.yaml"))
    # tables under terms that forbid it or that nobody has read; state-linked, without a second
    for source in (
        "wmd-2026",
        "ria-eurostat-2025",
        "pravda-chokepoints",
        "mledoze",
        "geopolrisk",
        "GeoDep",
    ):
        assert source not in text
    table = [
        row for good in goods() for row in good.get("suppliers", []) if row["source"] == "cset-eto"
    ]
    assert max(Counter(row["country"] for row in table).values(), default=0) <= 3


def test_shares_of_one_table_never_sum_to_more_than_the_whole() -> None:
    for good in goods():
        sums: Counter[tuple[str, ...]] = Counter()
        for row in good.get("suppliers", []):
            if "share" in row:
                assert 0 < float(row["share"]) <= 1
                key = tuple(
                    row.get(part, "")
                    for part in ("scope", "stage", "period", "source", "code", "note")
                )
                sums[key] += round(float(row["share"]) * 1000)
        assert not [key for key, total in sums.items() if total > 1020], good["id"]


def test_a_group_of_countries_is_not_written_as_a_country() -> None:
    iso = {country["iso2"] for country in read("countries.yaml")["countries"]}
    for good in goods():
        for row in good.get("suppliers", []):
            assert row.get("group") or row["country"] in iso, (good["id"], row)


def test_codes_and_cas_numbers_are_well_formed() -> None:
    for good in goods():
        for code in good.get("codes", []):
            assert re.fullmatch(r"\d{8}", code["cn8"])
            assert code["cn8"].startswith(code["hs6"])
        if "cas" in good:
            digits = good["cas"].replace("-", "")
            weighted = sum(
                int(digit) * place for place, digit in enumerate(reversed(digits[:-1]), 1)
            )
            assert weighted % 10 == int(digits[-1]), good["id"]


def test_the_value_chain_joins_known_goods_and_uses() -> None:
    chain = read("chain.yaml")
    known = {good["id"] for good in goods()} | set(chain["end_uses"])
    assert {link[end] for link in chain["links"] for end in ("input", "output")} - known == set()


def test_germanium_is_never_found_in_the_name_of_germany() -> None:
    germanium = next(good for good in goods() if good["id"] == "germanium")
    assert all(
        isinstance(term, dict) and term["case"] == "exact"
        for term in germanium["terms"]["ru"]
        if "герман" in str(term)
    )


def test_every_rule_tells_the_officer_what_to_do() -> None:
    for rule in rules():
        for field in (
            "title",
            "description",
            "guidance",
            "owner",
            "level",
            "status",
            "falsepositives",
            "condition",
        ):
            assert rule.get(field), (rule["id"], field)


def test_every_rule_speaks_dutch_as_well() -> None:
    for rule in rules():
        said = rule["translations"]["nl"]
        assert said["title"] not in {"", rule["title"]}, rule["id"]
        assert said["guidance"] not in {"", rule["guidance"]}, rule["id"]


def test_every_rule_has_sentences_that_fire_and_that_do_not_in_three_languages() -> None:
    for rule in rules():
        ours = rule.get("source") == {"kinds": ["sanctions"]}  # titles of our own, in two languages
        for expected in ("match", "no-match"):
            spoken = {
                test["item"]["language"] for test in rule["tests"] if test["expect"] == expected
            }
            assert len(spoken) >= (2 if ours else 3), (rule["id"], expected, spoken)


def test_rules_name_only_what_is_on_the_watch_list() -> None:
    known = {
        "goods": {good["id"] for good in goods()},
        "measures": {measure["id"] for measure in read("measures.yaml")["measures"]},
        "countries": {country["iso2"] for country in read("countries.yaml")["countries"]},
        "companies": {company["id"] for company in read("companies.yaml")["companies"]},
    }
    for rule in rules():
        for selection in rule["match"].values():
            if "watchlist" in selection:
                unknown = set(selection.get("items", ())) - known[selection["watchlist"]]
                assert not unknown, (rule["id"], unknown)


def test_status_words_are_those_of_the_command_line() -> None:
    assert set(read("status.yaml")["status"]) == {
        "rumour", "considered", "proposed", "adopted", "in_force", "suspended", "lifted", "expired",
    }  # fmt: skip


def test_status_context_and_denial_speak_every_language_of_the_pack() -> None:
    status = read("status.yaml")
    for words in (*status["status"].values(), status["negation"], read("context.yaml")["context"]):
        assert set(LANGUAGES) - set(words) == set()

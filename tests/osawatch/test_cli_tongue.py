"""The command line speaks Dutch to people, and one JSON and one set of codes to programs."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.cli import codes, tongue
from osawatch.cli.main import FAMILIES, main
from osawatch.errors import BadInput, ProfileError, UnknownId
from tests.osawatch import cli_texts
from tests.osawatch.commands import Commands

ROOT = Path(__file__).parents[2]
# Parts of JSON, which is the same in every language.
JSON = {"sanctions diff", "; {0}, but {1}", "in the {0} of item {1}: {2}{3}"}
HOLES = re.compile(r"\{(\d+(?:![rsa])?(?::[^{}]*)?)\}")
# English of the glossary whose Dutch must be used: both as beginnings of words.
TERMS = {
    r"alerts?\b": "waarsch",
    r"items?\b": "bericht",
    r"stor(y|ies)\b": "verhaal|verhalen",
    r"sources?\b": "bron",
    r"watchlists?\b": "volglijst",
    r"measures?\b": "maatregel",
    r"suppliers?\b": "toeleverancier",
    r"rules?\b": "regel",
    r"bundles?\b": "bundel|hij",
    r"publisher\b": "uitgever",
    r"cases?\b": "dossier",
}
# In these the English word is a name that is typed, or means something else.
OTHERWISE = re.compile(
    r"`|--|osawatch-cli|items\.jsonl|sources\.jsonl|measures lost|as it came|items nobody"
    r"|«items?»|«alerts»|\{alerts\}|, measures:|needs watchlist, list"
    r"|\bmeasured\b|several inputs|dates\b|influence cases|case-by-case"
)


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("OSAWATCH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield
    tongue.speak("en")


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "profile", capsys)


def texts() -> dict[str, str]:
    rooms = cli_texts.raised() | cli_texts.found() | cli_texts.findings() | cli_texts.explained()
    return cli_texts.said() | rooms | cli_texts.problems()


def test_every_text_of_the_command_line_is_there_in_dutch() -> None:
    known = tongue.catalogue("nl")

    missing = {words: at for words, at in texts().items() if words not in known}

    assert {words: at for words, at in missing.items() if words not in JSON} == {}


def test_the_catalogue_holds_nothing_that_is_not_said_any_more() -> None:
    told = texts()
    source = "\n".join(path.read_text("utf-8") for path in cli_texts.CLI)
    lines = (ROOT / "osawatch/cli/nl.po").read_text("utf-8").split("\n\n")
    of_argparse = {
        word
        for part in lines
        if re.search("#: (argparse|library|parts)\n", part)
        for word in tongue.read(part)
    }  # of libraries and the system; fields of errors, words in holes

    stale = [
        one
        for one in tongue.catalogue("nl")
        if one not in told and one not in of_argparse and f'"{one}"' not in source
    ]

    assert stale == []


def test_a_translation_has_the_values_of_its_text() -> None:
    for english, dutch in tongue.catalogue("nl").items():
        assert sorted(HOLES.findall(english)) == sorted(HOLES.findall(dutch)), english
        assert english.startswith(" ") == dutch.startswith(" "), english
        assert english.endswith(" ") == dutch.endswith(" "), english


def test_dutch_uses_the_words_of_the_glossary() -> None:
    wrong = [
        (english, dutch)
        for english, dutch in tongue.catalogue("nl").items()
        for term, word in TERMS.items()
        if re.search(rf"\b{term}", english.casefold())
        and not OTHERWISE.search(english)
        and not re.search(word, dutch.casefold())
    ]

    assert wrong == []


def test_the_terms_are_those_of_the_glossary() -> None:
    page = (ROOT / "docs/glossary.md").read_text("utf-8").casefold()

    for word in ("waarschuwing", "bericht", "verhaal", "bron", "volglijst", "maatregel", "regel"):
        assert f"| {word} |" in page


@pytest.mark.parametrize("family", [(), *((name,) for name in FAMILIES)])
def test_help_is_dutch_line_by_line(
    family: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*family, "--help", "--lang", "nl"]) == 0

    told = capsys.readouterr().out
    assert told.startswith("gebruik: osawatch-cli")
    assert "opties:" in told
    for english in ("usage:", "options:", "show this help", "the data folder", "one JSON"):
        assert english not in told


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ((), {}, "en"),
        (("--lang", "nl"), {}, "nl"),
        (("stats", "--lang=nl"), {}, "nl"),
        ((), {"OSAWATCH_LANG": "nl"}, "nl"),
        (("--lang", "en"), {"OSAWATCH_LANG": "nl", "LANG": "nl_NL.UTF-8"}, "en"),
        ((), {"OSAWATCH_LANG": "fr", "LANG": "nl_NL.UTF-8"}, "en"),
        ((), {"LANG": "nl_NL.UTF-8"}, "nl"),
        ((), {"LANG": "nl"}, "nl"),
        ((), {"LC_ALL": "C.UTF-8", "LANG": "nl_NL.UTF-8"}, "en"),
        ((), {"LANG": "nlx"}, "en"),
        (("alerts", "list", "--", "--lang", "nl"), {}, "en"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_system(
    words: tuple[str, ...], environment: dict[str, str], language: str, tmp_path: Path
) -> None:
    assert tongue.wanted([f"--profile={tmp_path}", *words], environment) == language


def test_the_language_of_the_profile_stands_over_that_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "nl"}')

    assert tongue.wanted(["--profile", str(tmp_path)], {"LANG": "de_DE.UTF-8"}) == "nl"
    assert tongue.wanted(["--profile", str(tmp_path), "--lang", "en"], {}) == "en"


@pytest.mark.parametrize("stored", ["", "[]", "{", '"nl"', "\xff"])
def test_settings_that_cannot_be_read_leave_it_english(stored: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(stored, "latin-1")

    assert tongue.wanted(["--profile", str(tmp_path)], {}) == "en"


SAME = (
    ("alerts", "list", "--view", "all", "--json"),
    ("alerts", "list", "--view", "all", "--jsonl"),
    ("sources", "list", "--json"),
    ("sources", "health", "--json"),
    ("stats", "--json"),
    ("doctor", "--json"),
    ("trends", "--days", "30", "--json"),
    ("watchlist", "list", "--json"),
    ("rules", "list", "--json"),
    ("cases", "list", "--json"),
    ("measures", "list", "--json"),
    ("chain", "show", "gallium", "--json"),
    ("policy", "show", "--json"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    assert main(["--profile", str(folder), "--lang", "en", "init", "--sample"]) == 0
    return folder


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("words", SAME, ids=lambda words: " ".join(words))
def test_json_and_exit_codes_are_the_same_in_every_language(
    words: tuple[str, ...], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = ("--profile", str(desk))

    english = told(capsys, *profile, "--lang", "en", *words)
    dutch = told(capsys, *profile, "--lang", "nl", *words)

    assert dutch[:2] == english[:2]
    assert english[0] == 0


def test_one_alert_is_shown_in_dutch_and_its_json_is_the_same(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = ("--profile", str(desk))
    one = json.loads(told(capsys, *profile, "alerts", "list", "--json")[1])[0]["id"]

    dutch = told(capsys, *profile, "--lang", "nl", "alerts", "show", one)[1]
    same = [
        told(capsys, *profile, "--lang", language, "alerts", "show", one, "--json")[1]
        for language in tongue.LANGUAGES
    ]

    assert "regel " in dutch
    assert "met geen sanctielijst vergeleken" in dutch
    assert same[0] == same[1]


def test_what_holds_and_what_does_not_is_told_in_dutch(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, "--profile", str(desk), "--lang", "nl", "policy", "show")[1]

    values = [line.partition(": ")[2] for line in said.splitlines()[1:]]
    assert values == ["alle", "ja", "ja", "nee", "mag worden gebruikt"]


def test_every_code_that_is_shown_and_never_typed_has_a_dutch_word() -> None:
    known = tongue.catalogue("nl")
    tables = [table for table in vars(codes).values() if isinstance(table, tuple)]

    assert len(tables) > 10
    assert [code for table in tables for code in table if code not in known] == []


def test_a_code_of_nobody_and_a_text_of_a_person_stay_as_they_are() -> None:
    tongue.speak("nl")

    assert codes.word(codes.ROLES, "imposing") == "oplegger"
    assert codes.word(codes.ROLES, "raised") == "raised"
    tongue.speak("en")
    assert codes.word(codes.ROLES, "imposing") == "imposing"


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        (("chain", "show", "gallium"), ("geïnstalleerd in de EU", "niet bekend (niet geteld)"),
         ("eu-installed", "unknown", "uncounted", "installed in")),
        (("chain", "scan", "gallium"), ("Nationale Grondstoffenstrategie", "inkoop EU"),
         ("National Raw", "eu-sourcing", "diversify", "processing")),
        (("chain", "instruments", "--good", "gallium"), ("defensief",), ("defensive", "agency")),
        (("measures", "list"), ("van kracht",), ("in_force", "adopted")),
        (("policy", "show"), ("verwisselbare media: ja",), ("removable_media", "network")),
        (("sources", "leaving"), ("adres, programmanaam",), ("address", "agent")),
        (("stats",), ("documenten: ", "lijsten: geen"), ("documents", "not_polled", "none")),
        (("trends", "--bursts"), ("waarschuwing",), ("alert ",)),
        (("rules", "explain", "strike", "--text", "No strike in a cobalt mine"),
         ("slaat niet aan: voorwaarde",), ("condition",)),
    ],
    ids=lambda words: " ".join(words[:2]),
)  # fmt: skip
def test_what_is_shown_and_never_typed_is_dutch(
    words: tuple[str, ...], dutch: tuple[str, ...], english: tuple[str, ...],
    desk: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    said = "".join(told(capsys, "--profile", str(desk), "--lang", "nl", *words)[1:])

    assert [one for one in dutch if one not in said] == []
    assert [one for one in english if one in said] == []


def test_an_alert_is_told_in_dutch_to_its_last_line(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = ("--profile", str(desk), "--lang", "nl")
    one = json.loads(told(capsys, *profile, "alerts", "list", "--json")[1])[0]["id"]

    said = told(capsys, *profile, "alerts", "show", one)[1]

    for dutch in ("ernst ", "zekerheid ", "  titel ", "gegeven ", "niveau ", "bericht "):
        assert dutch in said
    for english in ("severity", "confidence", "  title ", "raised", "imposing", "in_force"):
        assert english not in said


def test_showing_in_dutch_changes_no_setting(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "--profile", str(desk), "--lang", "nl", "alerts", "list")

    kept = desk / "settings.json"
    assert not kept.exists() or "language" not in json.loads(kept.read_text("utf-8"))


@pytest.mark.parametrize(
    ("words", "dutch"),
    [
        (("alerts", "close"), "deze argumenten ontbreken: ID"),
        (("alerts", "list", "--status", "x"), "ongeldige keuze: 'x'"),
        (("alerts", "show", "nope"), "er bestaat geen waarschuwing 'nope'"),
        (("trends", "--days"), "er hoort één waarde bij"),
        (("alerts", "list", "--since", "x"), "--since: 'x' is geen tijdstip"),
        (("alerts", "undo"), "niets om terug te nemen"),
        (("watchlist", "add", "unobtainium"), "zonder woorden wordt niets gevonden"),
        (("policy", "check", "nowhere.json"), "nowhere.json: kan niet worden gelezen: "),
        (("alerts", "list", "surplus"), "surplus: niet begrepen (zie: osawatch-cli --help)"),
    ],
)
def test_what_goes_wrong_is_said_in_dutch_with_the_same_code(
    words: tuple[str, ...], dutch: str, commands: Commands
) -> None:
    english = commands.run("--profile", commands.profile, "--lang", "en", *words)

    said = commands.run("--profile", commands.profile, "--lang", "nl", *words)

    assert said.code == english.code
    assert dutch in said.err
    assert dutch not in english.err


def test_places_and_values_of_an_error_stay_as_they_are() -> None:
    tongue.speak("nl")

    assert (
        tongue.of_error(BadInput("is missing", file="a b.csv", line=3, field="value"))
        == "a b.csv:3: value: ontbreekt"
    )
    assert tongue.of_error(ProfileError(Path("/x"), "cannot be read and written")).startswith("/x:")
    assert tongue.of_error(UnknownId("source", "b")) == "er bestaat geen bron 'b'"
    assert tongue.of_error(BadInput("nobody knows this text")) == "nobody knows this text"


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_value_of_a_stranger_breaks_a_sentence(one: str, two: str) -> None:
    tongue.speak("nl")
    try:
        told = tongue.of_error(BadInput(f"is signed by {one}, not by {two}"))
        assert tongue.say("{0}: can be used", one) == f"{one}: kan worden gebruikt"
        tongue.of_error(BadInput(one, file=two))
        tongue.of_error(BadInput(f"cannot be read: {one}"))
    finally:
        tongue.speak("en")
    assert told.startswith("is ondertekend door ")


def test_the_catalogue_is_a_po_file_that_translators_tools_read() -> None:
    pofile = pytest.importorskip("babel.messages.pofile")
    with (ROOT / "osawatch/cli/nl.po").open("rb") as file:
        catalogue = pofile.read_po(file, locale="nl", abort_invalid=True)

    theirs = {one.id: one.string for one in catalogue if one.id}

    assert theirs == tongue.catalogue("nl")


def test_english_reads_no_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue, "catalogue", lambda _: pytest.fail("read"))

    assert tongue.say("{0} withdrawn", 2) == "2 withdrawn"
    assert tongue.translated("the data folder") == "the data folder"


def test_no_sentence_is_printed_past_the_catalogue() -> None:
    past = [
        f"{path.name}:{node.lineno}"
        for path in cli_texts.CLI
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("out.text", "out.talk")
        for words in [cli_texts.template(node.args[0]) if node.args else None]
        if words and cli_texts.is_sentence(words)
    ]

    assert past == []


def test_templates_of_say_take_the_values_they_are_given() -> None:
    for path in cli_texts.CLI:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "say":
                holes = {one[0] for one in HOLES.findall(ast.literal_eval(node.args[0]))}
                assert len(holes) == len(node.args) - 1, f"{path.name}:{node.lineno}"


BROKEN = """schema: 1
id: x
title: A rule with faults
level: hihg
published: no
match:
  a: {any: {en: [tin]}}
condition: a and c
"""


def test_findings_are_dutch_for_people_and_english_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "my.yml").write_text(BROKEN)
    check = ("rules", "check", str(tmp_path / "my.yml"))

    code, english, _ = told(capsys, "--lang", "en", *check)
    dutch_code, dutch, _ = told(capsys, "--lang", "nl", *check)

    assert code == dutch_code == 1
    place = re.compile(r"^\S+my\.yml:\d+:\d+: \w+ \S+", re.MULTILINE)
    assert place.findall(english) == place.findall(dutch)
    assert (
        "level: «hihg» is geen van info, low, medium, high, critical: bedoelde u «high»?" in dutch
    )
    assert "condition: selectie «c» is niet gedefinieerd" in dutch
    assert "is hier niet bekend" in dutch
    for form in ("json", "sarif"):
        said = [
            told(capsys, "--lang", language, *check, "--format", form)[1]
            for language in tongue.LANGUAGES
        ]
        assert said[0] == said[1]


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("«is empty» is empty", "«is empty» is leeg"),
        ("level: expected a text", "level: hier hoort een tekst"),
        ("condition: a bracket of nobody", "condition: a bracket of nobody"),
        (
            "a: «x» is none of b, c: did you mean «b»? (the file's last good version goes on)",
            "a: «x» is geen van b, c: bedoelde u «b»?"
            " (de laatste goede versie van het bestand geldt verder)",
        ),
        (
            "is not YAML: did not find expected key; quote a text that holds a colon",
            "is geen YAML: did not find expected key;"
            " zet een tekst met een dubbele punt tussen aanhalingstekens",
        ),
    ],
)
def test_a_finding_is_looked_up_part_by_part_and_quoted_words_stay(
    english: str, dutch: str
) -> None:
    tongue.speak("nl")

    assert tongue.of_finding(english) == dutch


@given(st.text(max_size=40))
def test_no_word_of_a_rule_breaks_a_finding(word: str) -> None:
    tongue.speak("nl")
    try:
        tongue.of_finding(word)
        assert tongue.of_finding(f"«{word}» is missing").startswith("«")
    finally:
        tongue.speak("en")

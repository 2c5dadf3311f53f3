"""What comes from another desk keeps its exceptions, and nobody here has confirmed them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

from osawatch.bundle import minisign
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.setup.model import FORMAT
from rules.model import Text
from rules.seconding import mark_of
from tests.fakes import Clock
from tests.osawatch.commands import Commands

TITLE = "China bans exports of gallium wedding rings"
TEXT = Text(TITLE, language="en", published=datetime(2026, 3, 16, tzinfo=UTC))
ENTRY = {
    "name": "rings", "when": {"title|contains": "rings"}, "reason": "r", "until": "2026-05-01",
}  # fmt: skip
AGREED = {
    **ENTRY, "by": "Ghost", "made": "2026-03-01", "second": "Spirit", "confirmed": "2026-03-02",
    "seal": mark_of(ENTRY),
}  # fmt: skip
RULE = """\
schema: 1
id: our-bans  # the post's
title: Our bans
level: high
match:
  good: {watchlist: goods}
  act: {watchlist: measures, items: [export-ban]}
condition: good and act
tests:
  - {name: a, item: {title: China bans exports of gallium}, expect: match}
"""
FLOW = f"exceptions: [{json.dumps(AGREED)}]\n"
BLOCK = yaml.safe_dump({"exceptions": [AGREED]}, sort_keys=False)
OTHER = RULE.replace("our-bans", "other-bans")
LOCAL = yaml.safe_dump({"export-ban": {"exceptions": [AGREED]}})
SIGNS = RULE + FLOW.replace("exceptions", '"\\x65xceptions"')
WAYS = {
    "of a shipped rule": {"rules.local.yaml": LOCAL},
    "in a block": {"rules/our.yml": RULE + BLOCK},
    "of two rules in one file": {"rules/our.yml": f"{OTHER}---\n{RULE}{BLOCK}"},
    "under a name in signs": {"rules/our.yml": f"\ufeff{SIGNS}"},
    "among the watchlists": {"watchlist/our.yaml": RULE + BLOCK},
}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with Core(tmp_path / "p", clock=Clock(datetime(2026, 3, 16, 12, tzinfo=UTC))) as made:
        works(made, "A. Person")
        yield made


def works(core: Core, name: str) -> None:
    core.save_settings(replace(core.settings(), name=name))


def shared(core: Core) -> None:
    (core.profile.folder / "hub.json").write_text("{}", encoding="utf-8")
    core.rulebook.refresh()


def setup(files: dict[str, str]) -> bytes:
    return json.dumps({"format": FORMAT, "files": files}).encode()


def rule_of(files: dict[str, str]) -> str:
    return "export-ban" if "rules.local.yaml" in files else "our-bans"


def fires(core: Core, rule: str) -> bool:
    return rule in [hit.id for hit in core.rulebook.match(TEXT).rules]


@pytest.mark.parametrize("files", WAYS.values(), ids=WAYS)
def test_a_set_up_that_says_two_agreed_waits_for_a_second_person_here(
    core: Core, files: dict[str, str]
) -> None:
    shared(core)
    rule = rule_of(files)
    steps, _kept = core.setup.take(setup(files), "s.json")
    assert [(one.name, one.after) for one in steps if one.what == "waits"] == [
        (f"{rule}: rings", "2026-05-01")
    ]
    assert fires(core, rule)
    (one,) = next(one for one in core.rulebook.pack.rules if one.id == rule).exceptions
    assert (one.by, one.made, one.second, one.confirmed, one.seal) == (
        "A. Person", date(2026, 3, 16), "", None, "",
    )  # fmt: skip


def test_what_two_persons_here_agreed_on_stays_so_when_the_set_up_comes_again(core: Core) -> None:
    shared(core)
    body = setup(WAYS["in a block"])
    core.setup.take(body, "s.json")
    assert core.setup.plan(body, "s.json") == ()
    with pytest.raises(BadInput, match="another person"):
        core.workshop.confirm("our-bans", "rings")
    works(core, "B. Person")
    assert core.workshop.confirm("our-bans", "rings")

    steps, _kept = core.setup.take(body, "s.json")
    assert "waits" not in [one.what for one in steps]
    assert not fires(core, "our-bans")
    assert "# the post's" in core.workshop.text("our-bans").text


def test_another_last_day_in_a_set_up_asks_for_a_second_person_anew(core: Core) -> None:
    shared(core)
    core.setup.take(setup(WAYS["in a block"]), "s.json")
    works(core, "B. Person")
    core.workshop.confirm("our-bans", "rings")

    longer = {**AGREED, "until": "2026-12-31"}
    later = {**longer, "seal": mark_of(longer)}
    core.setup.take(setup({"rules/our.yml": RULE + yaml.safe_dump({"exceptions": [later]})}), "s")
    assert fires(core, "our-bans")


def test_without_a_hub_it_hides_and_after_joining_one_two_are_asked(core: Core) -> None:
    steps, _kept = core.setup.take(setup(WAYS["in a block"]), "s.json")
    assert "waits" not in [one.what for one in steps]
    assert not fires(core, "our-bans")

    shared(core)
    assert fires(core, "our-bans")
    assert not core.workshop.confirm("our-bans", "rings")
    works(core, "B. Person")
    assert core.workshop.confirm("our-bans", "rings")
    assert not fires(core, "our-bans")


def test_a_change_that_stands_twice_in_a_set_up_is_refused(core: Core) -> None:
    shared(core)
    twice = {"rules.local.yaml": f"{LOCAL}export-ban: {{level: high}}\n"}
    with pytest.raises(BadInput, match="twice"):
        core.setup.take(setup(twice), "s.json")
    assert fires(core, "export-ban")


def test_the_command_says_what_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Real(Commands):
        def open(self, folder: Path | None = None) -> Core:
            return Core(folder or self.profile, clock=self.clock, fetch=self.network)

    desk = Real(tmp_path / "profile", capsys, Clock(datetime(2026, 3, 16, tzinfo=UTC)))
    with desk.open() as core:
        shared(core)
    file = tmp_path / "s.json"
    file.write_bytes(setup(WAYS["in a block"]))
    for more in (["--dry-run"], []):
        told = desk.run("setup", "import", file, *more, "--profile", desk.profile)
        assert told.code == 0
        assert "our-bans: rings waits for a second person" in told.out + told.err


def test_a_bundle_that_says_two_agreed_waits_for_two_persons_here(
    core: Core, tmp_path: Path
) -> None:
    secret = minisign.new()
    with Core(tmp_path / "hq", clock=core._clock) as other:
        (other.profile.folder / "rules").mkdir(exist_ok=True)
        (other.profile.folder / "rules" / "our.yml").write_text(RULE + BLOCK, encoding="utf-8")
        other.bundles.make(secret, tmp_path / "1.osw")
    shared(core)
    core.bundles.trust(secret.public, "HQ")
    core.bundles.take(core.bundles.open((tmp_path / "1.osw").read_bytes()))
    core.rulebook.refresh()

    assert fires(core, "our-bans")
    assert not core.workshop.confirm("our-bans", "rings")
    assert fires(core, "our-bans")
    works(core, "B. Person")
    assert core.workshop.confirm("our-bans", "rings")
    assert not fires(core, "our-bans")


def test_a_rule_that_is_typed_beside_something_else_is_signed_by_nobody(core: Core) -> None:
    shared(core)
    goods = "---\nschema: 1\ngoods:\n  - {id: zorb, names: {en: Zorb}, terms: {en: [zorb]}}\n"
    with pytest.raises(BadInput):
        core.workshop.save(SIGNS + goods)
    assert not fires(core, "our-bans")

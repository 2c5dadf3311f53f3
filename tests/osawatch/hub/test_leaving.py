"""Who leaves a hub is alone again: what waited for a second person hides, and that is said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import Excluded
from osawatch.watchfile import write
from rules.model import Text
from tests.fakes import Clock, source
from tests.osawatch.commands import Commands

TITLE = "China bans exports of gallium wedding rings"
TEXT = Text(TITLE, language="en", published=datetime(2026, 3, 16, tzinfo=UTC))
ENTRY = {
    "name": "rings", "when": {"title|contains": "rings"}, "reason": "r", "by": "A. Person",
    "until": "2026-05-01",
}  # fmt: skip


class Real(Commands):
    """Commands over the shipped rules."""

    def open(self, folder: Path | None = None) -> Core:
        return Core(folder or self.profile, clock=self.clock, fetch=self.network)

    def fires(self) -> bool:
        with self.open() as core:
            return "export-ban" in [hit.id for hit in core.rulebook.match(TEXT).rules]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Real:
    made = Real(tmp_path / "profile", capsys, Clock(datetime(2026, 3, 16, tzinfo=UTC)))
    with made.open() as core:
        (core.profile.folder / "hub.json").write_text("{}", encoding="utf-8")
    return made


def test_leaving_says_how_many_exceptions_that_waited_and_exclusions_begin_to_hide(
    desk: Real,
) -> None:
    with desk.open() as core:
        write(core.rulebook.own.local, {"export-ban": {"exceptions": [ENTRY]}})
        core.sources.add(source("daily"))
        core.sources.exclude(Excluded("daily", ("sport",), until=date(2026, 6, 1)))
    assert desk.fires()

    told = desk.run("hub", "leave", "--profile", desk.profile)
    assert told.code == 0
    said = "begin to hide high alerts: 1 exceptions that waited, 1 exclusions of a source"
    assert told.out.strip() == said
    assert not desk.fires()

    (desk.profile / "hub.json").write_text("{}", encoding="utf-8")
    assert desk.fires()  # whoever joins again waits again


def test_leaving_in_dutch_says_it_in_dutch(desk: Real) -> None:
    with desk.open() as core:
        write(core.rulebook.own.local, {"export-ban": {"exceptions": [ENTRY]}})

    told = desk.run("hub", "leave", "--profile", desk.profile, "--lang", "nl")
    assert told.out.strip() == (
        "verbergen vanaf nu hoge waarschuwingen: 1 uitzonderingen die wachtten, "
        "0 uitsluitingen van een bron"
    )


def test_leaving_says_nothing_where_nothing_waits(desk: Real) -> None:
    told = desk.run("hub", "leave", "--profile", desk.profile)
    assert (told.code, told.out) == (0, "")
    assert not (desk.profile / "hub.json").exists()

"""What the desk chose not to see: each exception, and how much it hid in a month."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.unseen import as_csv
from osawatch.watchfile import write
from tests.fakes import Clock
from tests.osawatch.commands import Commands

TITLES = (
    "China bans exports of gallium wedding rings",
    "China bans exports of gallium wedding rings again",
    "China bans exports of gallium",
)
EXCEPTION = {
    "name": "rings", "when": {"title|contains": "wedding rings"}, "reason": "no supply",
    "until": "2026-03-20",
}  # fmt: skip


def news(core: Core, folder: Path, *titles: str) -> None:
    items = [
        {"id": title, "url": f"https://a.example/{n}", "title": title, "language": "en",
         "date_published": core.now().isoformat()}
        for n, title in enumerate(titles)
    ]  # fmt: skip
    file = folder / "news.json"
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "n", "items": items}
    file.write_text(json.dumps(feed), encoding="utf-8")
    core.ingest([file])


@pytest.fixture
def core(tmp_path: Path):  # type: ignore[no-untyped-def]
    clock = Clock(datetime(2026, 3, 16, 12, tzinfo=UTC))
    with Core(tmp_path / "p", clock=clock) as made:
        write(made.rulebook.own.local, {"export-ban": {"exceptions": [EXCEPTION]}})
        news(made, tmp_path, *TITLES)
        yield made


def test_a_month_tells_each_exception_and_what_it_hid(core: Core) -> None:
    found = core.unseen.month()

    (line,) = found.lines
    assert (line.rule, line.exception, line.origin, line.items) == (
        "export-ban",
        "rings",
        "local",
        2,
    )
    assert set(line.titles) == set(TITLES[:2])
    assert (line.until and line.until.isoformat(), line.over) == ("2026-03-20", False)
    assert (found.year, found.month, found.hidden) == (2026, 3, 2)


def test_another_month_tells_the_exception_with_nothing_hidden(core: Core) -> None:
    (line,) = core.unseen.month(2026, 2).lines
    assert (line.items, line.titles) == (0, ())


def test_an_exception_that_is_over_or_gone_is_told_too(core: Core) -> None:
    core._clock.forward(days=20)  # type: ignore[attr-defined]
    (line,) = core.unseen.month(2026, 3).lines
    assert line.over
    core.rulebook.own.local.unlink()
    core.rulebook.refresh()
    (line,) = core.unseen.month(2026, 3).lines
    assert (line.origin, line.items, line.exception) == ("gone", 2, "rings")


@pytest.mark.parametrize("wrong", [(2026, 13), (1, 1), (99999, 1)])
def test_a_month_that_is_none_is_refused(core: Core, wrong: tuple[int, int]) -> None:
    with pytest.raises(BadInput):
        core.unseen.month(*wrong)


def test_the_list_is_a_table_that_computes_nothing(core: Core) -> None:
    write(
        core.rulebook.own.local,
        {"export-ban": {"exceptions": [{**EXCEPTION, "reason": "=cmd()"}]}},
    )
    core.rulebook.refresh()
    rows = list(csv.reader(io.StringIO(as_csv([core.unseen.month()]))))

    assert rows[0][:3] == ["month", "rule", "exception"]
    assert rows[1][:4] == ["2026-03", "export-ban", "rings", "'=cmd()"]


def test_the_command_line_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Real(Commands):
        def open(self, folder: Path | None = None) -> Core:
            return Core(folder or self.profile, clock=self.clock, fetch=self.network)

    desk = Real(tmp_path / "profile", capsys)
    assert desk.run("rules", "unseen", "--profile", desk.profile).code == 0
    assert desk.run("rules", "unseen", "--month", "2026", "--profile", desk.profile).code == 2


def test_a_rule_is_named_in_the_language_of_the_desk(core: Core) -> None:
    core.speak("nl")
    assert {one.title for one in core.unseen.month().lines if one.rule == "export-ban"} == {
        core.rulebook.said("nl")["export-ban"][0]
    }
    assert core.rulebook.said("nl")["export-ban"] != core.rulebook.said("en")["export-ban"]

"""A core with rules of its own over a small pack; news comes by a fake network and a fake clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from osawatch.core import Core
from rules.load import load
from rules.matcher import Matcher
from tests.fakes import Clock, Network, source
from tests.rules.samples import WATCHLIST

RULE = """\
schema: 1
id: {id}
title: Tea is watched here
level: {level}
status: stable
guidance: Read it.
match: {{tea: {{any: [{term}]}}}}
condition: tea
alert: {alert}
{more}
"""
Opening = Callable[[], AbstractContextManager[Core]]


@pytest.fixture
def small_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shipped pack that is read in no time, and that no other test meets."""
    folder = tmp_path / "shipped"
    (folder / "rules").mkdir(parents=True)
    (folder / "watchlist.yaml").write_text(WATCHLIST, encoding="utf-8")
    monkeypatch.setattr("rules.load.SHIPPED", folder)
    pack = load()
    matcher = Matcher(pack)
    for room in ("osawatch.own", "osawatch.rulebook"):
        monkeypatch.setattr(f"{room}.shipped", lambda: pack)
    monkeypatch.setattr("osawatch.rulebook.shipped_matcher", lambda: matcher)


@pytest.fixture
def opened(tmp_path: Path, small_pack: None, clock: Clock, network: Network) -> Opening:
    """Opens the same profile each time: what a restart forgets would show."""

    @contextmanager
    def made() -> Iterator[Core]:
        with Core(tmp_path / "profile", clock=clock, fetch=network) as core:
            if not core.settings().name:
                core.save_settings(core.settings().__class__(name="Ann", post="The Hague"))
                for name in ("wire", "paper", "daily"):
                    core.sources.add(source(name))
                core.sources.add(source("gazette", kind="official-gazette", official=True))
            yield core

    return made


@pytest.fixture
def rule(tmp_path: Path) -> Callable[..., None]:
    """Writes a rule of the post's own."""

    def write(
        alert: str, *, id: str = "tea", term: str = "tea", level: str = "low", more: str = ""
    ) -> None:
        folder = tmp_path / "profile" / "rules"
        folder.mkdir(parents=True, exist_ok=True)
        text = RULE.format(id=id, alert=alert, term=term, level=level, more=more)
        (folder / f"{id}.yml").write_text(text, encoding="utf-8")

    return write

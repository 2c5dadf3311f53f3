"""The exchange page: a bundle is looked into before it is taken, and refusals are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osawatch.bundle import minisign
from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Clock, Network, Pack, source
from tests.ui.stage import staged
from ui.exchange.page import ExchangePage

FEED = "https://wire.example/feed"


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[ExchangePage]:
    with (
        Core(tmp_path / "hq", clock=Clock(), fetch=Network(), pack=Pack()) as core,
        staged(core, ExchangePage, qtbot) as made,
    ):
        yield made


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    secret = minisign.new()
    (tmp_path / "k.key").write_text(secret.text("c"))
    (tmp_path / "k.pub").write_text(secret.public.text("c"))
    return tmp_path / "k.key", tmp_path / "k.pub"


@pytest.fixture
def bundle(tmp_path: Path, keys: tuple[Path, Path]) -> Path:
    network = Network(Clock())
    network.publish(FEED, "China sets a licence duty for gallium")
    file = tmp_path / "one.osw"
    with Core(tmp_path / "post", clock=network.clock, fetch=network, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="Astana"))
        core.sources.add(source("wire"))
        core.poll()
        core.bundles.make(minisign.secret(keys[0].read_text()), file)
    return file


def test_a_bundle_of_a_stranger_is_refused_in_words(
    page: ExchangePage, bundle: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.said) as told:
        page.look(bundle, [])
    assert "does not know" in told.args[0]


def test_a_trusted_bundle_is_previewed_taken_and_taken_back(
    page: ExchangePage,
    bundle: Path,
    keys: tuple[Path, Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with qtbot.waitSignal(page.said):
        page.trust(keys[1], "Astana")
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    looked = []
    monkeypatch.setattr(page, "_on_looked", lambda *found: looked.append(found))
    page.look(bundle, [])
    qtbot.waitUntil(lambda: bool(looked))
    opened, told = looked[0]
    assert "signed by Astana" in page.preview(told)
    assert "1 items, 1 alerts" in page.preview(told)
    assert page._core.alerts(Filter(view="all")) == []
    with qtbot.waitSignal(page.said):
        page.take(opened)
    assert len(page._core.alerts(Filter(view="all"))) == 1
    with qtbot.waitSignal(page.said) as said:
        page._undo()
    assert "Taken back" in said.args[0]


def test_a_bundle_is_made_by_the_page(
    page: ExchangePage, keys: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.said) as told:
        page.make(keys[0], [], tmp_path / "mine.osw")
    assert "Number 1" in told.args[0]
    assert (tmp_path / "mine.osw").exists()
    with qtbot.waitSignal(page.said) as told:
        page.make(keys[1], [], tmp_path / "mine.osw")
    assert "Not done" in told.args[0]

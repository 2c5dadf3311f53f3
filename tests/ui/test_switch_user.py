"""Another user sits down: in one act, with nothing of the first one's view, under the own name."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osawatch import sealed
from osawatch.core import Core
from osawatch.model import Action, Filter
from osawatch.store import events
from osawatch.vault import door, slots
from tests.fakes import Network, Pack, source
from tests.ui.stage import parts
from ui import app, i18n, options
from ui.main_window import MainWindow
from ui.theme import LIGHT

FIRST, SECOND = "correct horse battery", "another staple entirely"
WIRE = "https://wire.example/feed"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    made = tmp_path / "p"
    door.create(made, FIRST, "Ann")
    door.add_slot(made, FIRST, "passphrase", "Bo", SECOND)
    sealed.forget(made)
    yield made
    sealed.forget(made)


def entered(folder: Path, secret: str) -> Core:
    """As the window opens it: the author is who opened the slot."""
    slot = door.enter(folder, secret)
    core = Core(folder, fetch=NETWORK, pack=Pack())
    core.act_as(slot.name)
    return core


NETWORK = Network()


def actors(core: Core) -> list[str]:
    with core._store.reading() as connection:
        return [one.actor for one in events.everything(connection) if one.kind == "note"]


def test_the_author_of_the_next_event_is_the_new_user_who_cannot_undo_the_first(
    folder: Path,
) -> None:
    NETWORK.publish(WIRE, "China sets a licence duty for gallium")
    with entered(folder, FIRST) as core:
        core.sources.add(source("wire"))
        core.poll(["wire"])
        (alert,) = core.alerts(Filter(view="all"))
        core.triage(Action("note", (alert.id,), {"text": "a word of Ann"}))
    sealed.forget(folder)
    with entered(folder, SECOND) as core:
        core.undo()
        core.triage(Action("note", (alert.id,), {"text": "a word of Bo"}))
        assert actors(core) == ["Ann", "Bo"]
        with core._store.reading() as connection:
            kinds = [one.kind for one in events.everything(connection)]
    assert "undo" not in kinds


def test_the_program_starts_anew_and_asks_whatever_else_could_open_the_profile(
    folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "word"
    words.write_text(FIRST)
    given = ["--profile", str(folder), "--passphrase-file", str(words)]
    asked = options.read(given)
    again = app._again(given, asked)
    assert again == ["--profile", str(folder), "--ask"]
    for spelt in (f"--passphrase-file={words}", f"--pass={words}"):
        assert app._again(["-m", "ui", spelt, "--offline"], asked) == [
            "-m",
            "ui",
            "--offline",
            "--ask",
        ]
    assert app._again(again, options.read(again)) == again, "once is enough"
    file = ["one.osw", "--offline"]
    assert app._again(file, options.read(file)) == ["--offline", "--ask"], "it has been shown"

    class Door:
        """Bo types the passphrase."""

        def __init__(self, where: Path, *_: object) -> None:
            self.slot = door.enter(where, SECOND)

        def exec(self) -> None:
            pass

    monkeypatch.setattr("ui.vault.door.DoorDialog", Door)
    application = app.QApplication.instance()
    assert isinstance(application, app.QApplication)
    assert app._let_in(application, folder, asked) == "Ann"
    sealed.forget(folder)
    assert app._let_in(application, folder, options.read(again)) == "Bo"
    i18n.speak(application, "en")


def test_what_is_not_saved_is_asked_for_before_the_first_user_leaves(
    folder: Path, qtbot: QtBot
) -> None:
    with entered(folder, FIRST) as core, parts(core) as (_, tasks, bridge):
        window = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(window, before_close_func=MainWindow.leave)
        locked: list[bool] = []
        window.lock_asked.connect(lambda: locked.append(True))
        rules = window.pages.rules
        rules.editor.setPlainText("schema: 1")
        rules.editor.document().setModified(True)
        rules.ask_leave = lambda: False
        window.switch_user()
        assert locked == []
        rules.ask_leave = lambda: True
        window.switch_user()
        assert locked == [True]
        window.polling.stop()


def test_locking_asks_for_nothing_it_must_not_wait() -> None:
    asked = argparse.Namespace(ask=False, seal="a passphrase", plain="", unsample=False, given="")
    assert app._again(["-m", "ui"], asked) == ["-m", "ui"], "who has just encrypted it is here"

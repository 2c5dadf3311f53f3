"""A profile that does not open is told in a window, and nothing of it is touched."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from osawatch import __version__
from osawatch.cli import tongue
from osawatch.core import Core
from osawatch.errors import Busy, Holder, NewerProfile, ProfileError, StoreError
from osawatch.store import schema
from ui import app as program
from ui import i18n, refusal, theme


@pytest.fixture(autouse=True)
def english_again(
    qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    before = QLocale()
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    yield
    i18n.speak(qapp, "en")
    QLocale.setDefault(before)
    tongue.speak("en")


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A profile with a step that this program does not know."""
    folder = tmp_path / "profile"
    with Core(folder) as core:
        database = core.profile.database
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES(?, ?, '')",
            (schema.SET, "m999_tomorrow"),
        )
    connection.close()
    return folder


def kept(folder: Path) -> dict[str, str]:
    """All that a person has in a profile, by its hash; not the log, nor SQLite's own side files."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".log", ".lock") and path.name[-4:-1] != "-sh"
    }


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[refusal.Refusal]:
    """Dialogs that would have been waited for."""
    shown: list[refusal.Refusal] = []
    monkeypatch.setattr(refusal.Refusal, "exec", lambda self: shown.append(self))
    return shown


def started(monkeypatch: pytest.MonkeyPatch, qapp: QCoreApplication, *words: str) -> int:
    """The program as a menu starts it, in the application of the test."""
    monkeypatch.setattr(program, "QApplication", lambda _words: qapp)
    return program.run(list(words), 0.0)


def test_a_newer_profile_is_refused_in_the_window_and_nothing_of_it_changes(
    newer: Path,
    told: list[refusal.Refusal],
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    before = kept(newer)

    code = started(monkeypatch, qapp, "--profile", str(newer), "--lang", "en")

    assert code == 2
    (dialog,) = told
    qtbot.addWidget(dialog)
    assert "A newer OSAwatch made this profile" in dialog.what.text()
    assert __version__ in dialog.what.text()
    assert "Install the newest OSAwatch" in dialog.then.text()
    assert str(newer) in dialog.where.text()
    assert kept(newer) == before


def test_it_is_told_in_the_language_of_the_profile(
    newer: Path,
    told: list[refusal.Refusal],
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    (newer / "settings.json").write_text(json.dumps({"language": "nl", "of_tomorrow": 1}))

    started(monkeypatch, qapp, "--profile", str(newer))

    (dialog,) = told
    qtbot.addWidget(dialog)
    assert "nieuwere OSAwatch" in dialog.what.text()
    assert "of_tomorrow" in (newer / "settings.json").read_text()


def test_pictures_are_asked_for_by_programs_so_no_dialog_waits(
    newer: Path,
    told: list[refusal.Refusal],
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = started(
        monkeypatch, qapp, "--profile", str(newer), "--screenshot", str(tmp_path / "pictures")
    )

    assert code == 2
    assert told == []
    assert "newer OSAwatch" in capsys.readouterr().err


def test_any_other_reason_is_told_with_what_can_be_done(qtbot: QtBot) -> None:
    for error, what, then in (
        (ProfileError(Path("/p"), "cannot be read and written"), "cannot be read", "backup"),
        (StoreError("the database refused: x"), "refused", "backup"),
        (Busy(Path("/p"), Holder(7, "host")), "process 7", "End the other program"),
        (NewerProfile("m999"), "newer OSAwatch", "newest OSAwatch"),
    ):
        dialog = refusal.Refusal(Path("/p"), error, theme.DARK)
        qtbot.addWidget(dialog)
        assert what in dialog.what.text()
        assert then in dialog.then.text()


def test_return_and_escape_close_it(qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = refusal.Refusal(Path("/p"), NewerProfile("m999"), theme.LIGHT)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.keyClick(dialog, key)
        qtbot.waitUntil(dialog.isHidden)


def test_before_a_profile_there_is_the_language_of_the_system(tmp_path: Path) -> None:
    assert refusal.language(tmp_path, "nl") == "nl"
    assert refusal.language(tmp_path, None) in ("en", "nl")
    (tmp_path / "settings.json").write_text('{"language": "nl"}')
    assert refusal.language(tmp_path, None) == "nl"

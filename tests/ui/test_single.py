"""A second start calls the first window, and a socket that a crash left is no window."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from ui import autostart
from ui.single import Single, _mine, address, called

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of Unix")
CALL = "import sys; from ui.single import called; sys.exit(0 if called(sys.argv[1]) else 9)"


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def call(name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", CALL, name])  # noqa: S603 # ourselves


def test_a_second_start_brings_the_first_window_forward(tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    single = Single(tmp_path / "profile", owner)
    assert single.first()

    with qtbot.waitSignal(single.asked, timeout=10_000):
        other = call(single.name)

    assert other.wait(10) == 0
    single.close()
    assert not called(single.name)


def test_another_profile_has_a_window_of_its_own(tmp_path: Path, qapp: object) -> None:
    owner = QObject()
    one, other = Single(tmp_path / "a", owner), Single(tmp_path / "b", owner)

    assert one.first()
    assert other.first()
    one.close()
    other.close()


def test_a_socket_that_a_crash_left_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    profile = tmp_path / "profile"
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        " from ui.single import Single; app = QCoreApplication([]);"
        " s = Single(Path(sys.argv[1]), app); assert s.first(); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", code, str(profile)], check=False)  # noqa: S603 # ourselves
    assert Path(address(profile)).exists()

    owner = QObject()
    single = Single(profile, owner)

    assert single.first()
    with qtbot.waitSignal(single.asked, timeout=10_000):
        other = call(single.name)
    assert other.wait(10) == 0
    single.close()


def test_one_that_hangs_keeps_nobody_out(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.single.PATIENCE_MS", 200)
    owner = QObject()
    hung = Single(tmp_path / "profile", owner)
    assert hung.first()  # its event loop never turns from here on

    start = time.monotonic()
    assert Single(tmp_path / "profile", owner).first()
    assert time.monotonic() - start < 3


def test_a_folder_that_others_can_write_is_no_place_for_a_socket(runtime: Path) -> None:
    assert _mine(runtime)

    runtime.chmod(0o777)

    assert not _mine(runtime)


def test_autostart_is_a_file_of_the_session_and_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    profile = tmp_path / "my $profile 100%"
    assert not autostart.is_on(profile)

    autostart.switch(profile, on=True)

    text = autostart.file(profile).read_text()
    assert autostart.is_on(profile)
    assert '"--hidden"' in text
    assert "my \\\\$profile 100%%" in text
    autostart.switch(profile, on=False)
    assert not autostart.is_on(profile)


def test_a_file_given_to_a_second_start_is_opened_by_the_first(
    tmp_path: Path, qtbot: QtBot
) -> None:
    owner = QObject()
    single = Single(tmp_path / "profile", owner)
    assert single.first()
    name = str(tmp_path / "van Astaná\nnieuw.osw")
    code = CALL.replace("sys.argv[1])", "sys.argv[1], sys.argv[2])")

    with qtbot.waitSignal(single.asked, timeout=10_000) as asked:
        other = subprocess.Popen([sys.executable, "-c", code, single.name, name])  # noqa: S603 # ourselves

    assert asked.args == [name]
    assert other.wait(10) == 0
    single.close()


@pytest.mark.parametrize("words", [b"raise", b"rm\n", b"raise\n" + b"x" * 9_000])
def test_what_is_no_call_opens_nothing(words: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    single = Single(tmp_path / "profile", owner)
    assert single.first()
    asked: list[str] = []
    single.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(single.name)
    assert socket.waitForConnected(2_000)

    with qtbot.waitSignal(socket.disconnected):
        socket.write(words)
        socket.flush()

    assert asked == []
    single.close()

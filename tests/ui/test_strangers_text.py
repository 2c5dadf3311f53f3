"""A stranger's text is shown as text: it draws nothing, fetches nothing and opens no file."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QUrl
from PySide6.QtGui import QHelpEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Network, source
from ui import tips
from ui.bridge import Bridge
from ui.frame import look
from ui.inbox import ask
from ui.main_window import MainWindow
from ui.places import PLACES
from ui.tasks import Tasks
from ui.theme import LIGHT

IN_OPEN = 0x20


@dataclass
class Traps:
    """A server that nobody may ask and a picture that nobody may open."""

    port: int
    picture: Path
    asked: list[str]
    _watch: int

    def opened(self) -> bool:
        """Whether the picture was opened, as the system tells."""
        try:
            return bool(os.read(self._watch, 4096))
        except BlockingIOError:
            return False

    def markup(self) -> str:
        """What would reach both."""
        host = f"http://127.0.0.1:{self.port}"
        return (
            f"<b>&lt;img src={host}/a.png&gt;</b> <img src='{host}/b.png'>"
            f"&lt;img src='file://{self.picture}'&gt; &amp;lt;img src='file://{self.picture}'&amp;gt;"
            f"<style>@import url({host}/c.css)</style><link rel=stylesheet href={host}/d.css>"
        )


@pytest.fixture
def traps(tmp_path: Path) -> Iterator[Traps]:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells which file was opened")
    picture = tmp_path / "trap.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert libc.inotify_add_watch(watch, bytes(picture), IN_OPEN) >= 0
    with listening() as (port, asked):
        yield Traps(port, picture, asked, watch)
    os.close(watch)


@contextmanager
def listening() -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()
        server.settimeout(0.1)

        def serve() -> None:
            while not over.is_set():
                try:
                    one, _ = server.accept()
                except TimeoutError:
                    continue
                asked.append(one.recv(200).decode("latin-1"))
                one.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], asked
        over.set()
        thread.join(2)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, traps: Traps) -> Iterator[MainWindow]:
    """The real window over items that carry the traps in every field a stranger can write."""
    network = Network()
    bad = traps.markup()
    title = f"China bans gallium exports &lt;img src='file://{traps.picture}'&gt; {bad}"
    network.publish(
        "https://wire.example/feed", title,
        content_html=f"<p>Export ban on gallium by China</p>{bad}",
        summary=bad, url=f"http://127.0.0.1:{traps.port}/item",
    )  # fmt: skip
    with Core(tmp_path / "profile", fetch=network) as core:
        core.save_settings(replace(core.settings(), name=f"<b>{bad}", post="Post", ready=True))
        core.sources.add(source("wire", title=title, publisher=bad))
        core.poll()
        assert core.alerts(Filter())
        owner = QWidget()
        qtbot.addWidget(owner)
        tasks, bridge = Tasks(owner), Bridge(core, owner)
        look.dress(qapp, LIGHT)
        shown = MainWindow(core, tasks, bridge, LIGHT, offline=True)
        qtbot.addWidget(shown, before_close_func=MainWindow.leave)
        shown.resize(1300, 850)
        shown.show()
        shown.begin()
        qtbot.waitUntil(lambda: shown.inbox.ready() and shown.inbox.card() is not None)
        yield shown
        shown.polling.stop()
        bridge.close()
        tasks.close()


def test_no_page_takes_a_strangers_text_for_markup(
    qtbot: QtBot, window: MainWindow, traps: Traps
) -> None:
    for place in PLACES:
        window.go(place.key)
        qtbot.waitUntil(lambda: window._tasks.pending() == 0, timeout=10_000)
        window.grab()
        guessing = [
            one.text()
            for one in window.findChildren(QLabel)
            if one.textFormat() != Qt.TextFormat.PlainText
            and Qt.mightBeRichText(one.text())
            and one.metaObject().className() != "QTipLabel"  # escaped by `tips`
        ]
        assert guessing == [], place.key
        # Taken before the first is shown: a new tip deletes the label of the last, a child too.
        tipped = [one for one in window.findChildren(QWidget) if one.toolTip()]
        for widget in tipped:
            _hover(widget)
            assert "<img" not in QToolTip.text(), place.key
    assert traps.asked == []
    assert not traps.opened()


def test_the_traps_work(qtbot: QtBot, traps: Traps) -> None:
    """A label that guesses opens the picture: what the test above would see."""
    label = QLabel(f"<img src='file://{traps.picture}'>")
    qtbot.addWidget(label)
    label.show()
    label.grab()
    assert traps.opened()


def _hover(widget: QWidget) -> None:
    at = QPoint(2, 2)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    QToolTip.hideText()


def test_a_tip_shows_signs_as_they_are() -> None:
    assert tips.shown("Two & two") == "Two & two"
    assert tips.shown("<img src=x>\nb") == "<qt>&lt;img src=x&gt;<br>b</qt>"
    assert len(tips.shown("x" * 5000)) == tips.MOST


def test_the_question_before_a_link_shows_how_the_host_is_really_written(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMessageBox] = []
    formats: list[Qt.TextFormat] = []

    def look_at(box: QMessageBox) -> int:
        shown.append(box)
        formats.extend(one.textFormat() for one in box.findChildren(QLabel) if one.text())
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", look_at)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not ask.leave(parent, QUrl("https://www.\u0430pple.example/<b>"))
    assert "xn--" in shown[0].text()
    assert set(formats) == {Qt.TextFormat.PlainText}

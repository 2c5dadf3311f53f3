"""What is shown as a file: the picture or the table of the view that is on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from osawatch.core import Core
from osawatch.model import Trend
from ui import saving
from ui.tasks import Tasks
from ui.theme import Theme
from ui.trends.series import Names, Split
from ui.trends.words import text

KINDS = ("png", "svg", "csv")


@dataclass(frozen=True, slots=True)
class File:
    """How a file is made: what is read for it in a task, and what is drawn of that."""

    read: Callable[[], Any]
    draw: Callable[[Any], str | bytes | QImage]


def days(kind: str, trend: Trend, theme: Theme, names: Names, split: Split) -> File:
    """The daily chart as a picture or a drawing."""
    from ui.trends import render  # pyqtgraph is there once there is a chart

    draw = render.trend_svg if kind == "svg" else render.trend_image
    return File(lambda: None, lambda _: draw(trend, theme, names, split=split))


def save(
    owner: QObject, tasks: Tasks, path: str, file: File, said: Callable[[str], object]
) -> None:
    """Reads, draws and writes; `said` hears how it went."""

    def failed(error: Exception) -> None:
        said(text("not_saved", path, error))

    def drawn(read: object) -> None:
        call = written(path, file.draw(read))
        tasks.run(owner, call, lambda _: said(text("saved", path)), failed)

    tasks.run(owner, file.read, drawn, failed)


def offer(parent: QWidget, below: QPushButton, chosen: Callable[[str], object]) -> None:
    """A menu of the kinds of file."""
    menu = QMenu(parent)
    for kind in KINDS:
        entry = menu.addAction(text(f"export_{kind}"))
        entry.triggered.connect(partial(_taken, chosen, kind))
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + 4)))


def _taken(chosen: Callable[[str], object], kind: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002
    chosen(kind)


def asked_for(
    parent: QWidget, core: Core, refused: Callable[[str], object], parts: list[str], kind: str
) -> str:
    """The name a person gives the file, "" = none."""
    name = "-".join(part for part in parts if part) + f".{kind}"
    wanted = text("export"), name, f"*.{kind}"
    return str(saving.ask(parent, core.policies, refused, *wanted) or "")


def written(path: str, what: str | bytes | QImage) -> Callable[[], object]:
    """A call for a task that writes it: words as UTF-8 that spreadsheets recognise."""
    if isinstance(what, str):
        return lambda: Path(path).write_text(what, encoding="utf-8-sig", newline="")
    if isinstance(what, bytes):
        return lambda: Path(path).write_bytes(what)
    from ui.trends import render  # Qt's writer of pictures says why it could not

    return lambda: render.save(what, path)

"""What somebody had typed and not saved when the window locked, kept for that person alone.

lock -> every field a person has changed -> a sealed file of the profile, one a person
the same person opens the profile -> `given.Given` shows it -> the person has it removed

Locking must not ask and must not wait: nobody is there. So it throws nothing away either. Where no
key is known nothing is written: a text that was typed into an encrypted profile never lies plain.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from osawatch import sealed
from osawatch.errors import OsawatchError
from ui.widgets import Search

FOLDER = "typed"
TWICE = "typedTwice"  # property of a form whose text stands in an editor beside it as well
Editor = QLineEdit | QPlainTextEdit
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, the field it was typed into, and where that was."""

    at: str
    place: str
    field: str
    text: str


def everywhere(place: Callable[[QWidget], str | None]) -> list[Typed]:
    """All that was typed and not saved. `place`: words for where it is, None = leave it out."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return [
        Typed(now, _within(editor, under), _name(editor), _said(editor))
        for window in QApplication.topLevelWidgets()
        if window.isVisible() or not isinstance(window, QDialog)
        for editor in _editors(window)
        if _changed(editor) and (under := place(editor)) is not None
    ]


def keep(folder: Path, who: str, typed: Sequence[Typed]) -> bool:
    """Adds it to what is kept for this person already; whether it is safe now."""
    file = _file(folder, who)
    if not typed:
        return True
    if sealed.key_of(file) is None:
        return False
    try:
        found = list(dict.fromkeys([*_read(file), *typed]))
        sealed.write_text(file, json.dumps([asdict(one) for one in found], ensure_ascii=False))
    except (OSError, ValueError, TypeError, OsawatchError):
        log.exception("what was typed and not saved is lost")
        return False
    return True


def kept(folder: Path, who: str) -> list[Typed]:
    """What is kept for this person. Raises OSError, ValueError, `Locked`."""
    return _read(_file(folder, who))


def remove(folder: Path, who: str) -> None:
    """The person has it, or wants it no more."""
    _file(folder, who).unlink(missing_ok=True)


def _file(folder: Path, who: str) -> Path:
    """A name is no name of a file, and stays out of the folder's list."""
    return folder.resolve() / FOLDER / f"{blake2b(who.encode(), digest_size=12).hexdigest()}.json"


def _read(file: Path) -> list[Typed]:
    if not file.exists():
        return []
    return [Typed(**one) for one in json.loads(sealed.read_text(file))]


def _editors(window: QWidget) -> Iterator[Editor]:
    found: list[Editor] = [*window.findChildren(QLineEdit)]
    found += window.findChildren(QPlainTextEdit)
    yield from (one for one in found if one.window() is window and not _apart(one))


def _apart(editor: Editor) -> bool:
    """What narrows a list, a passphrase, and figures of a box are no work of a person."""
    if isinstance(editor, QLineEdit) and editor.echoMode() != QLineEdit.EchoMode.Normal:
        return True
    above, found = editor.parentWidget(), isinstance(editor, Search)
    found = found or isinstance(above, QAbstractSpinBox)
    while above is not None and not found:
        found, above = bool(above.property(TWICE)), above.parentWidget()
    return found


def _changed(editor: Editor) -> bool:
    of = editor if isinstance(editor, QLineEdit) else editor.document()
    return of.isModified() and not editor.isReadOnly() and bool(_said(editor).strip())


def _said(editor: Editor) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _within(editor: Editor, under: str) -> str:
    window = editor.window()
    title = window.windowTitle() if isinstance(window, QDialog) else ""
    return ": ".join(one for one in (under, title) if one and one != "OSAwatch")


def _name(editor: Editor) -> str:
    """As a screen reader says it, else the label that stands for it, else its hint."""
    window = editor.window()
    if isinstance(window, QInputDialog):
        return window.labelText()
    if editor.accessibleName():
        return editor.accessibleName()
    labels = (one for one in window.findChildren(QLabel) if one.buddy() is editor)
    return next((one.text() for one in labels), "") or editor.placeholderText()

"""A profile that does not open: said in a window, for whoever started the program from a menu.

error of the core -> what it means, and what to do -> one dialog; nothing of the profile is touched
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout

from osawatch import __version__, settings
from osawatch.errors import Busy, NewerProfile, OsawatchError
from osawatch.paths import Profile
from ui import i18n
from ui.fitting import fit
from ui.i18n import mark, say
from ui.theme import T16, Theme
from ui.widgets import Button, ink, label

WIDTH = 560
TEXTS = {
    "title": mark("refusal", "This profile does not open"),
    "newer": mark(
        "refusal",
        "A newer OSAwatch made this profile. This program ({0}) is older and does not know all that"
        " is in it, so it changed nothing.",
    ),
    "newer_do": mark(
        "refusal",
        "Install the newest OSAwatch on this machine; the profile is then opened as it is. Nothing"
        " is lost.",
    ),
    "other_do": mark(
        "refusal",
        "Nothing was changed. Whoever looks after this machine finds more with the command"
        " “osawatch-cli doctor”; a damaged profile is restored from its newest backup.",
    ),
    "busy_do": mark("refusal", "End the other program first, then start again."),
    "where": mark("refusal", "Profile: {0}"),
    "close": mark("refusal", "Close"),
}


def text(key: str, *values: object) -> str:
    """A sentence of this dialog."""
    return say("refusal", TEXTS[key]).format(*values)


def language(folder: Path, asked: str | None) -> str:
    """The language before a profile is open: asked for, of its settings, of the system."""
    if asked:
        return asked
    if (folder / "settings.json").is_file():
        return settings.read(Profile(folder).settings)[0].language
    return "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"


def reason(error: OsawatchError) -> tuple[str, str]:
    """What happened, and what to do about it."""
    if isinstance(error, NewerProfile):
        return text("newer", __version__), text("newer_do")
    return i18n.wrong(error), text("busy_do" if isinstance(error, Busy) else "other_do")


class Refusal(QDialog):
    """Says why, and closes. Return and Escape close it; the words can be copied."""

    def __init__(self, folder: Path, error: OsawatchError, theme: Theme) -> None:
        super().__init__()
        fit(self)
        self.setWindowTitle("OSAwatch")
        self.setMinimumWidth(WIDTH)
        head = label(text("title"), T16, 600)
        what, then = reason(error)
        self.what, self.then, self.where = (
            label(words, wrap=True) for words in (what, then, text("where", folder))
        )
        ink(self.where, theme.text2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for one in (head, self.what, self.then, self.where):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(one)
        self.close_ = Button(text("close"), theme, "primary")
        self.close_.setDefault(True)
        self.close_.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_)
        column.addLayout(row)
        self.setAccessibleDescription(f"{text('title')}. {what} {then}")


def tell(
    app: QApplication, folder: Path, error: OsawatchError, asked: str | None, theme: Theme
) -> None:
    """Show it, in the language of the profile, until it is closed."""
    i18n.speak(app, language(folder, asked))
    Refusal(folder, error, theme).exec()

"""Texts are marked where they stand and translated where they show, never at import time.

`./dev translate` collects what is marked into `translations/osawatch_nl.ts` (Qt Linguist's format,
edited by people) and makes the `.qm` beside it, which the program reads.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QDate,
    QDateTime,
    QLibraryInfo,
    QLocale,
    QTime,
    QTranslator,
)

from osawatch.cli import tongue
from osawatch.errors import BadInput

FOLDER = Path(__file__).parent / "translations"
log = logging.getLogger(__name__)


def mark(context: str, text: str) -> str:
    """Names a text for the translators; it stays English until `say`."""
    return cast("str", QT_TRANSLATE_NOOP(context, text))


def say(context: str, text: str) -> str:
    """A marked text in the language of the window."""
    return QCoreApplication.translate(context, text)


def speak(app: QCoreApplication, language: str) -> None:
    """The window in a language ("en", "nl"): our texts, those of Qt's own dialogs, and numbers."""
    locale = QLocale(language)
    tongue.speak(language)  # what the core says of errors
    QLocale.setDefault(locale)
    for old in app.findChildren(QTranslator):  # what was spoken before the profile was open
        app.removeTranslator(old)
        old.deleteLater()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("osawatch", str(FOLDER))):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
        elif language != "en":
            log.warning("no texts of %s in %s", name, language)


def wrong(error: Exception, *, place: bool = True) -> str:
    """What went wrong in the language of the window; without `place`, a field's name left out."""
    if not place and isinstance(error, BadInput):
        return tongue.translated(error.message)
    return tongue.of_error(error)


def translated(words: str) -> str:
    """What the core said, whole, in the language of the window."""
    return tongue.translated(words)


def finding(message: str) -> str:
    """What a check of rules says, in the language of the window."""
    return tongue.of_finding(message)


def line(words: str) -> str:
    """What the core says in a whole line, as the doctor does, in the language of the window."""
    return tongue.translated(words)


def figure(value: float, decimals: int = 0) -> str:
    """A number as the language of the window writes it: 0.71 in English, 0,71 in Dutch."""
    return QLocale().toString(float(value), "f", decimals)


_clocks: list[tzinfo | None] = [None]  # the zone that clocks are shown in, None = this machine's


def use_zone(name: str) -> None:
    """Show clocks in a zone of the IANA list; one that is not known leaves them in UTC."""
    try:
        _clocks[0] = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        _clocks[0] = UTC


def zone() -> tzinfo | None:
    """The zone of the clocks, None = this machine's."""
    return _clocks[0]


def moment(at: datetime, form: str, where: tzinfo | None = None) -> str:
    """A day or time in Qt's form (`d MMM HH:mm`), months by name; in the desk's zone or `where`."""
    there = at.astimezone(where or zone())
    day, clock = QDate(there.year, there.month, there.day), QTime(there.hour, there.minute)
    return QLocale().toString(QDateTime(day, clock), form)

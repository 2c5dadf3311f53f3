"""Texts are marked where they stand and translated where they show, never at import time.

`./dev translate` collects what is marked into `translations/osawatch_nl.ts` (Qt Linguist's format,
edited by people) and makes the `.qm` beside it, which the program reads.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import cast

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)

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
    QLocale.setDefault(locale)
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("osawatch", str(FOLDER))):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
        elif language != "en":
            log.warning("no texts of %s in %s", name, language)

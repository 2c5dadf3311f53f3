"""Texts are marked where they stand and translated where they show, never at import time."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


def mark(context: str, text: str) -> str:
    """Names a text for the translators; it stays English until `say`."""
    return cast("str", QT_TRANSLATE_NOOP(context, text))


def say(context: str, text: str) -> str:
    """A marked text in the language of the window."""
    return QCoreApplication.translate(context, text)

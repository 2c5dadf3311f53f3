"""What tests of the window share: English at the start of each, and an owner of its threads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from osawatch.cli import tongue
from ui.tasks import Tasks


@pytest.fixture(autouse=True)
def errors_in_english_again() -> Iterator[None]:
    """A test that lets a window speak Dutch leaves English to the next one."""
    yield
    tongue.speak("en")


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    """Whose children the tasks and the bridge of a page are; no thread of theirs stays."""
    out = QObject()
    yield out
    for child in out.findChildren(Tasks):
        child.close()

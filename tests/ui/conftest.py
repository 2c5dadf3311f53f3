"""A test that lets a window speak Dutch leaves English to the next one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from osawatch.cli import tongue


@pytest.fixture(autouse=True)
def errors_in_english_again() -> Iterator[None]:
    yield
    tongue.speak("en")

"""What a set-up would change stands in words, not in codes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from osawatch.setup.model import Step
from ui import i18n
from ui.setup.words import row


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (Step("switches", "eu-oj", "change", "on", "off"), "aan", "uit"),
        (Step("settings", "filter_to_post", "change", "True", "False"), "ja", "nee"),
        (Step("settings", "theme", "change", "light", "dark"), "Licht", "Donker"),
        (Step("settings", "post", "change", "", "Astana"), "", "Astana"),
        (Step("rules", "rules/gallium.yaml", "add", "", "412"), "", "412 regels"),
        (Step("rules", "export-ban: rings", "waits", "", "2026-05-01"), "", "2026-05-01"),
    ],
)
def test_a_step_says_how_it_stood_and_would_stand_in_the_desks_language(
    qapp: QCoreApplication, step: Step, before: str, after: str
) -> None:
    i18n.speak(qapp, "nl")
    try:
        assert row(step)[-2:] == (before, after)
    finally:
        i18n.speak(qapp, "en")

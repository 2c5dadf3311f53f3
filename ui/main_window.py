"""The window: rail, pages, status bar; what pages ask of each other goes through here.

rail -> go -> page (made when first wanted)
page.said -> toast      page.poll_asked -> polling -> bridge.progress -> status bar
core's Changes -> bridge -> counts -> rail
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.model import Changes, FileResult, Filter, PollProgress, PollReport, Settings
from ui import icons
from ui.bridge import Bridge
from ui.frame import look
from ui.frame.about import About
from ui.frame.counts import Counts
from ui.frame.keys import KeySheet
from ui.frame.polling import Polling
from ui.frame.rail import VIEWS, Rail
from ui.frame.status_bar import StatusBar
from ui.frame.toast import Toast
from ui.frame.words import polled, text
from ui.inbox.page import InboxPage
from ui.settings_dialog import SettingsDialog
from ui.sources import health
from ui.sources.page import SourcesPage
from ui.start.page import StartPage
from ui.tasks import Tasks
from ui.theme import Theme
from ui.tray import Tray
from ui.trends.page import TrendsPage

SIZE, LEAST = QSize(1440, 900), QSize(900, 560)
KEYS = (
    ("Ctrl+1", "go_inbox"),
    ("Ctrl+2", "go_trends"),
    ("Ctrl+3", "go_sources"),
    ("F5", "poll_now"),
    ("Ctrl+O", "import"),
    ("Ctrl+,", "settings"),
    ("?", "show_keys"),
    ("Ctrl+Q", "quit"),
)
log = logging.getLogger(__name__)


class Page(Protocol):
    """What the window needs of a page."""

    def refresh(self) -> None:
        """Read again."""

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""

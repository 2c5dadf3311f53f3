"""What opens above the window: settings, keys, look-up, log, about, a paper.

a dialog's answer -> a task -> `kept` with the settings as they are now
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from osawatch.core import Core
from osawatch.model import Settings
from ui import autostart, text_size, window_keys
from ui.frame.keymap import Bound, stored
from ui.frame.keys import CHANGE, KeySheet
from ui.frame.keys_dialog import KeysDialog
from ui.frame.log_view import LogView
from ui.settings_dialog import SettingsDialog
from ui.tasks import Tasks
from ui.theme import Theme
from ui.window.roads import Roads

if TYPE_CHECKING:
    from osawatch.briefing.model import Asked
    from osawatch.papers.model import Subject


class Dialogs(QObject):
    """`kept` carries new Settings, `failed` why they could not be kept."""

    kept = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        window: QWidget,
        theme: Callable[[], Theme],
        keys: Callable[[], Sequence[Bound]],
        roads: Roads,
    ) -> None:
        super().__init__(window)
        self._core, self._tasks, self._window = core, tasks, window
        self._theme, self._keys, self._roads = theme, keys, roads

    # -- settings and keys

    def change_settings(self) -> None:
        """The settings dialog; what it answers is kept in a task."""
        profile = self._core.profile.folder
        before = replace(
            self._core.settings(), autostart=autostart.is_on(profile), text_percent=text_size.read()
        )
        dialog = SettingsDialog(before, self._theme(), self._window)
        dialog.form.lock(self._core.policies.locked())
        dialog.form.input("autostart").setEnabled(autostart.served())

        def keep(new: Settings) -> None:
            if new.autostart != before.autostart:
                autostart.switch(profile, on=new.autostart)
            if new.text_percent != before.text_percent:
                text_size.write(new.text_percent)
            self._core.save_settings(new)

        if dialog.exec() == QDialog.DialogCode.Accepted and (new := dialog.answer()):
            self._keep(new, lambda: keep(new))

    def show_keys(self) -> None:
        """The key sheet; from there one can go on to other keys."""
        sheet = KeySheet(window_keys.sheet(self._keys()), self._theme(), self._window)
        if sheet.exec() == CHANGE:
            self.change_keys()

    def change_keys(self) -> None:
        """The dialog of keys; what it answers is kept in a task."""
        self.keys = KeysDialog(self._keys(), self._theme(), self._window)
        if self.keys.exec() == QDialog.DialogCode.Accepted:
            new = replace(self._core.settings(), keys=stored(self.keys.rows()))
            self._keep(new, lambda: self._core.save_settings(new))

    def _keep(self, new: Settings, work: Callable[[], object]) -> None:
        self._tasks.run(self._window, work, lambda _: self.kept.emit(new), self.failed.emit)

    # -- to look at

    def look_up(self) -> None:
        """What the desk knows of a good, a code, a country or a company."""
        from ui.lookup.dialog import LookupDialog

        dialog = LookupDialog(self._core, self._tasks, self._theme(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for asked, shown in (
            (dialog.filter_asked, self._roads.show_filter),
            (dialog.card_asked, self._roads.show_card), (dialog.place_asked, self._roads.go),
            (dialog.country_asked, self._roads.show_country),
            (dialog.items_asked, self._roads.search_items),
        ):  # fmt: skip
            asked.connect(shown)
        dialog.open()
        self.lookup = dialog

    def look_up_name(self, name: str) -> None:
        """The same, for this name."""
        self.look_up()
        self.lookup.line.setText(name)

    def show_log(self) -> None:
        """The log, opened where it is sealed."""
        self.log = LogView(self._core.profile.log, self._tasks, self._theme(), self._window)
        self.log.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.log.open()

    def show_about(self) -> None:
        """Version, licence, where the profile is."""
        from ui.frame.about import About
        from ui.frame.licences import parts

        about = About(self._core.profile.folder, self._theme(), self._window)
        self._tasks.run(about, parts, about.fill)
        about.exec()

    def write_paper(self, kind: str, key: str, title: str, asked: Asked | None = None) -> None:
        """A paper about a case, an alert or a span of time."""
        from osawatch.papers.model import About as Matter
        from ui.papers.dialog import PaperDialog

        matter = Matter(cast("Subject", kind), key, asked)
        dialog = PaperDialog(self._core, self._tasks, self._theme(), matter, title, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self.paper = dialog

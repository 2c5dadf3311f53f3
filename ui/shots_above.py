"""The dialogs and menus that `--screenshot` draws, each opened as a person opens it.

the page it belongs to (shown, not drawn) -> opened -> drawn -> closed, with nothing changed
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QUrl

from osawatch.cases.model import Case
from osawatch.errors import Busy, Holder
from osawatch.model import SourceRow
from osawatch.papers.shelf import Shelf
from osawatch.setup.model import Step
from ui.exchange.trusting import TrustDialog
from ui.main_window import MainWindow
from ui.shoot import Loading, Stop
from ui.sources.page import SourcesPage
from ui.theme import Theme

Opens = tuple[str, Callable[[], object]]
STEPS = (
    Step("rules", "rules/gallium.yaml", "add", "", "412"),
    Step("settings", "language", "change", "en", "nl"),
    Step("switches", "eu-oj", "policy", "on", "off"),
)
TABLE = "list,id,en\ngood,gallium,gallium metal\ngood,new-good,new good\nnothing,x,y\n"
CODE = "7QHD-PZ3M-XW9K-4TNB-V8RC-6JYF"


def wanted(name: str, only: Sequence[str] | None) -> bool:
    """Whether this picture is asked for."""
    return only is None or any(name.startswith(one) for one in only)


@dataclass(frozen=True, slots=True)
class Set:
    """A window over a profile; `idle` when no task of it is under way."""

    window: MainWindow
    folder: Path
    idle: Callable[[], bool]


def dialogs(of: Set, theme: Theme, only: Sequence[str] | None = None) -> list[Stop]:
    """All of them, in one theme."""
    found: list[Stop] = []
    for place, page, opens in _of_pages(of, theme):
        go = partial(_come, of.window, theme, place)
        above = [
            Stop(f"dialog-{name}", do, of.idle, themes=(theme,), above=True)
            for name, do in opens
            if wanted(f"dialog-{name}", only)
        ]
        if above:
            found += [Stop(place, go, page.ready, (page.loaded,), themes=()), *above]
    return found


def _come(window: MainWindow, theme: Theme, place: str) -> None:
    window.wear(theme)
    window.go(place)


def _of_pages(of: Set, theme: Theme) -> Iterator[tuple[str, Loading, Sequence[Opens]]]:
    window, at = of.window, of.window.pages
    yield "inbox", window.inbox, (
        *_of_window(window, theme), *_of_inbox(window), *_alone(of, theme),
    )  # fmt: skip
    yield "sources", at.sources, _of_sources(window)
    yield "items", at.items, (("words", at.items.ask_words), ("by-hand", at.items.ask_why))
    yield "rules", at.rules, (("unseen", at.rules.show_unseen), ("unsaved", at.rules.ask_leave))
    yield "watchlist", at.watchlist, (("plan", partial(_plan, window)),)
    yield "cases", at.cases, _of_cases(window)
    yield "situation", at.situation, (("situation", at.situation.write_new),)
    yield (
        "registers",
        at.registers,
        tuple(
            (f"register-{one}", partial(_entry, window, one))
            for one in ("report", "influence", "licence")
        ),
    )
    yield "records", at.records, (
        ("schedule", at.records.ask_schedule),
        ("erase", at.records.ask_name),
        ("destroy", partial(_end, window, theme)),
        ("old-news", partial(_old_news, window, theme)),
    )  # fmt: skip
    yield "chains", at.chains, (("own-links", at.chains.own.trigger),)
    yield "exchange", at.exchange, (
        ("bundle", at.exchange.buttons["make"].click),
        ("trust", lambda: TrustDialog(theme, at.exchange).exec()),
    )  # fmt: skip


def _of_window(window: MainWindow, theme: Theme) -> Sequence[Opens]:
    asked = window.dialogs
    return (
        ("settings", asked.change_settings),
        ("keys", asked.show_keys),
        ("keys-change", asked.change_keys),
        ("palette", window.commands.show_palette),
        ("look-up", partial(asked.look_up_name, "gallium")),
        ("log", asked.show_log),
        ("about", asked.show_about),
        ("fault", partial(_fault, window, theme)),
        ("encrypt", window.ask_to_seal),
        ("users", partial(_users, window)),
        ("check", window.caring.check),
    )


def _users(window: MainWindow) -> None:
    """Of a profile beside the one that is drawn, since that is plain."""
    from osawatch.vault import slots

    folder, key = Path(mkdtemp()), slots.new_key()
    vault = slots.new().with_slot(slots.wrapped(key, CODE, "A. Officer"))
    vault = vault.with_slot(slots.wrapped(key, CODE, "recovery code", "recovery"))
    slots.write(folder, vault)
    window.doors.show_users_of(folder)


def _of_inbox(window: MainWindow) -> Sequence[Opens]:
    """What keys ask; a question that only types a line stands for all of its kind."""
    doing = window.inbox.doing
    keys = (
        "not_relevant", "snooze", "outcome", "note", "tag", "assign", "case", "watch", "files",
        "rate", "paper",
    )  # fmt: skip
    address = QUrl("https://example.org/news/gallium")
    return (
        *((one.replace("_", "-"), partial(doing.do, one)) for one in keys),
        ("address", partial(doing.ask_leave, address)),
    )


def _alone(of: Set, theme: Theme) -> Sequence[Opens]:
    """What is shown where no window is open, and what needs a file or a paper."""
    from ui.papers.template import TemplateDialog
    from ui.refusal import Refusal
    from ui.setup.dialog import SetupDialog
    from ui.vault.sealing import CodeDialog

    error, shelf = Busy(Path("osawatch"), Holder(4711, "desk")), Shelf(of.folder)
    key = shelf.every("en")[0].key
    return (
        ("refusal", lambda: Refusal(of.folder, error, theme).exec()),
        ("code", lambda: CodeDialog(CODE).exec()),
        ("set-up", lambda: SetupDialog(STEPS, theme, of.window).exec()),
        ("template", lambda: TemplateDialog(shelf, key, "en", theme, of.window).exec()),
    )


def _of_sources(window: MainWindow) -> Sequence[Opens]:
    page = window.pages.sources
    return (
        ("source", page.doing.add),
        ("source-edit", partial(_of_first, page, page.doing.edit)),
        ("polls", partial(_of_first, page, page.doing.log)),
        ("exclude", partial(_of_first, page, page.doing.exclude)),
        ("grade", partial(_of_first, page, page.grades.ask)),
    )


def _of_first(page: SourcesPage, ask: Callable[[SourceRow], object]) -> None:
    ask(page.model.rows()[0])


def _of_cases(window: MainWindow) -> Sequence[Opens]:
    page = window.pages.cases

    now = datetime.now(UTC)
    case = Case("1", "Gallium is withheld", now, "A. Officer", "A. Officer", now)
    return (("new-case", page.open_case), ("weigh", lambda: page.life.weigh(case)))


def _end(window: MainWindow, theme: Theme) -> None:
    from ui.records.asking import for_end

    told = "\n".join(f"What goes, line {n}" for n in range(40))
    for_end("Gallium is withheld", told, "Destroy", theme, window).exec()


def _old_news(window: MainWindow, theme: Theme) -> None:
    from ui.records.asking import for_end
    from ui.records.words import text

    title = text("news_title", "1,234", 365)
    for_end(title, text("news_told"), text("news_now"), theme, window).exec()


def _entry(window: MainWindow, which: str) -> None:
    window.pages.registers.turn_to(which)
    window.pages.registers.write_new()


def _plan(window: MainWindow) -> None:
    """What a file of the watchlist would change, one line of it refused."""
    file = Path(mkdtemp()) / "watchlist.csv"
    file.write_text(TABLE, "utf-8")
    window.pages.watchlist.take(file)


def _fault(window: MainWindow, theme: Theme) -> None:
    """The same fault again is only a toast, so each theme has one of its own."""
    kind = type(f"Shown{theme.name.title()}", (Exception,), {})
    try:
        next(iter(()))
    except StopIteration as error:
        window.faults.show(kind, error.__traceback__)

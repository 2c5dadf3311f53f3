"""What the page asks of the core, without a widget; each call says what was done."""

from __future__ import annotations

from pathlib import Path

from osawatch import exchange
from osawatch.core import Core
from osawatch.model import SourceRow
from ui.sources.words import isolate, text


def change(core: Core, action: str, row: SourceRow) -> str:
    """Switches a source on or off, takes its new address, or removes it."""
    if action == "toggle":
        core.sources.enable(row.id, not row.enabled)
        return text("switched_off" if row.enabled else "switched_on", isolate(row.title))
    if action == "accept":
        core.sources.accept_move(row.id)
        return text("accepted", isolate(row.title))
    core.sources.remove(row.id)
    return text("removed", isolate(row.title))


def read_opml(core: Core, path: str) -> str:
    """Adds the sources of a list, switched off; says what could not be used."""
    found = exchange.take_opml(core, Path(path))
    said = text("opml_read", found.read, len(found.new))
    if found.problems:
        said += ". " + text("opml_problems", len(found.problems), isolate(found.problems[0]))
    return said


def write_opml(core: Core, path: str) -> str:
    """Writes all sources into a list."""
    return text("opml_written", exchange.give_opml(core, Path(path)), isolate(Path(path).name))

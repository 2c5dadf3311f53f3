"""What the page asks of the core, without a widget; each call says what was done."""

from __future__ import annotations

from osawatch.core import Core

from osawatch.model import SourceRow
from ui.sources.words import isolate, text


def change(core: Core, action: str, row: SourceRow) -> str:
    """Switches a source on or off, takes its new address, or removes it."""
    if action == "toggle":
        core.source_enable(row.id, not row.enabled)
        return text("switched_off" if row.enabled else "switched_on", isolate(row.title))
    if action == "accept":
        core.source_accept_move(row.id)
        return text("accepted", isolate(row.title))
    core.source_remove(row.id)
    return text("removed", isolate(row.title))

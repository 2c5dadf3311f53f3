"""What a policy says. Empty = it says nothing of it, and a person's own setting holds."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from osawatch.errors import BadInput
from osawatch.model import Settings
from osawatch.policy import checks, media

STRICT = checks.MODES  # the later one wins


@dataclass(frozen=True, slots=True)
class Policy:
    """One file's words. `hosts` () = any host; a list of hosts is one list that must allow all."""

    file: str = ""
    network: str = ""
    hours: str = ""
    hosts: tuple[str, ...] = ()
    proxy: str = ""
    certificate: str = ""
    certificate_hosts: tuple[str, ...] = ()
    lock_minutes: int = 0
    highest_marking: str = ""
    signs_as: str = ""
    open_links: bool = True
    removable_media: bool = True
    encryption: bool = False


@dataclass(frozen=True, slots=True)
class Policies:
    """All files that hold here, the machine's first. What any of them closes is closed."""

    files: tuple[Policy, ...] = ()

    def closing_network(self, who: str) -> Policies:
        """With one more that switches the network off, as `who` ("" = nobody) asked."""
        return Policies((*self.files, Policy(who, network="offline"))) if who else self

    def over(self, mine: Settings) -> Settings:
        """The settings as they hold: what a policy decides stands over a person's choice."""
        for one in self.files:
            mine = replace(mine, **_decided(one, mine))
        return mine

    def locked(self) -> dict[str, str]:
        """The settings that a policy decides, each with its file."""
        names = {field.name for field in fields(Settings)} - {"hosts"}
        return {
            field.name: one.file
            for one in self.files
            for field in fields(Policy)
            if field.name in names and getattr(one, field.name)
        }

    def hosts(self, mine: Settings) -> tuple[tuple[str, ...], ...]:
        """The lists that must all have a host for it to be asked."""
        return tuple(lines for lines in (*(one.hosts for one in self.files), mine.hosts) if lines)

    def closed(self, what: str) -> str:
        """The file that closes `open_links` or `removable_media`, "" when none does."""
        return next((one.file for one in self.files if not getattr(one, what)), "")

    def demands_encryption(self) -> str:
        """The file that lets no plain profile be opened, "" when none does."""
        return next((one.file for one in self.files if one.encryption), "")

    def refuse_media(self, path: Path) -> None:
        """Raises `BadInput` where a policy closes sticks and discs that can be taken away."""
        file = self.closed("removable_media")
        if file and media.removable(path):
            raise BadInput(f"removable media are closed by the policy {file}", file=str(path))


def _decided(one: Policy, mine: Settings) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: getattr(one, name)
        for name in ("hours", "proxy", "certificate", "certificate_hosts", "highest_marking")
        if getattr(one, name)
    }
    if one.network:
        found["network"] = max(one.network, mine.network, key=STRICT.index)
    if one.signs_as:
        found["signs_as"] = max(one.signs_as, mine.signs_as, key=checks.SIGNS.index)
    if one.lock_minutes:
        found["lock_minutes"] = min(one.lock_minutes, mine.lock_minutes)
    return found

"""Rule files and watchlists that come in a bundle: named by their signer, none with errors.

Who confirmed their exceptions elsewhere says nothing here (`osawatch.seconding`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from osawatch import sealed
from osawatch.bundle.packing import TAKEN
from rules.check import check

FOLDERS = ("rules", "watchlist")
SUFFIXES = (".yml", ".yaml")
Texts = Mapping[str, str]


class Files:
    """The own files that one bundle brings to a profile."""

    def __init__(self, folder: Path, signer: str, content: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._new = {
            f"{part}/{TAKEN}{signer[:8]}-{Path(name).name}": body
            for name, body in content.items()
            for part in [name.partition("/")[0]]
            if part in FOLDERS and Path(name).suffix in SUFFIXES
        }
        self._faults = _faults(folder, self._new)

    @property
    def sound(self) -> tuple[str, ...]:
        """Those that will stand, by their names in the profile."""
        return tuple(sorted(set(self._new) - set(self._faults)))

    def faults(self) -> tuple[str, ...]:
        """Those that are left out, with the first thing that is wrong."""
        return tuple(f"{name}: {told}" for name, told in sorted(self._faults.items()))

    def put(self, arrived: Callable[[Texts], Texts]) -> dict[str, str | None]:
        """Write them as they hold at this desk; what stood there before, None = nothing."""
        before: dict[str, str | None] = {}
        texts = {name: self._new[name].decode("utf-8-sig") for name in self.sound}
        for name, text in arrived(texts).items():
            target = self._folder / name
            before[name] = sealed.read_text(target) if target.exists() else None
            sealed.write_text(target, text)
        return before

    def put_back(self, before: Mapping[str, str | None]) -> None:
        """As it was."""
        for name, text in before.items():
            target = self._folder / name
            if text is None:
                target.unlink(missing_ok=True)
            else:
                sealed.write_text(target, text)


def _faults(profile: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """The first error of each file. They are read beside each other, where nothing is watched."""
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix=".bundle-", dir=profile) as folder:
        paths = {}
        for name, body in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            sealed.write_bytes(path, body)
            paths[str(path)] = name
        for one in check([Path(path) for path in paths]) if paths else ():
            if one.level == "error" and one.file in paths:
                found.setdefault(paths[one.file], f"line {one.line}: {one.message}")
    return found

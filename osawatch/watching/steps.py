"""The way back: the post's own watchlist files as they were before each change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from osawatch import sealed
from osawatch.errors import BadInput
from osawatch.own import Own

DEEPEST = 50
Files = dict[Path, bytes]


@dataclass(frozen=True, slots=True)
class Step:
    """The files before and after a change."""

    before: Files
    after: Files


class Steps:
    """Changes since the program opened, the last one on top."""

    def __init__(self, own: Own) -> None:
        self._own = own
        self._done: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._done)

    @contextmanager
    def step(self) -> Iterator[None]:
        """Whatever is written within is one step; what failed half-way is put back."""
        before = self._files()
        try:
            yield
        except BaseException:
            self._restore(before)
            raise
        after = self._files()
        if after != before:
            self._done = [*self._done[1 - DEEPEST :], Step(before, after)]

    def undo(self) -> bool:
        """Put the files back; `BadInput` when somebody else has changed them since."""
        if not self._done:
            return False
        last = self._done[-1]
        if self._files() != last.after:
            self._done.clear()
            raise BadInput("the watchlist was changed elsewhere since: nothing is taken back")
        self._restore(last.before)
        self._done.pop()
        return True

    def _files(self) -> Files:
        local = self._own.folder / "watchlist.local.yaml"
        found = [*self._own.watchlists, *([local] if local.exists() else [])]
        return {path: sealed.read_bytes(path) for path in found}

    def _restore(self, files: Files) -> None:
        for path, body in self._files().items():
            if path not in files:
                path.unlink()
            elif files[path] != body:
                sealed.write_bytes(path, files[path])
        for path in files.keys() - self._files().keys():
            sealed.write_bytes(path, files[path])

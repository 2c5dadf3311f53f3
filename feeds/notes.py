"""Collects what was wrong in a document: each kind once, with how often and where first."""

from __future__ import annotations

from .model import Problem


class Notes:
    """Problems of one document, a line for each kind however often it occurs."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, str, int, str]] = {}

    def note(self, kind: str, example: str = "", line: int = 0, field: str = "") -> None:
        """Count one more of `kind`; the first example and line are kept."""
        count, first, at, name = self._seen.get(kind, (0, example, line, field))
        self._seen[kind] = (count + 1, first, at, name)

    def problems(self) -> tuple[Problem, ...]:
        """All kinds in the order of their first sight."""
        return tuple(
            Problem(kind + _times(count, example), line, field)
            for kind, (count, example, line, field) in self._seen.items()
        )


def _times(count: int, example: str) -> str:
    told = f": «{example}»" if example else ""
    return f"{told} ({count} times)" if count > 1 else told

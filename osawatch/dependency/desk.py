"""The trade figures of a profile: what was computed last, and which goods its codes belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from osawatch.dependency import kept
from osawatch.dependency.kept import Kept
from osawatch.dependency.model import Dependency
from osawatch.errors import BadInput

Codes = Mapping[str, tuple[str, ...]]


class Trade:
    """`codes` gives the ids of the watchlist's goods by HS6 code."""

    def __init__(
        self, folder: Path, codes: Callable[[], Codes], clock: Callable[[], datetime]
    ) -> None:
        self._folder, self._codes, self._clock = folder, codes, clock

    def keep(self, files: Sequence[Path], rows: Iterable[Dependency]) -> Kept:
        """Put what matters in the place of what was kept."""
        few = kept.watched(rows, self.goods())
        made = Kept(
            tuple(file.name for file in files), f"{self._clock():%Y-%m-%d %H:%M}", tuple(few)
        )
        kept.save(self._folder, made)
        return made

    def kept(self) -> Kept | None:
        """What was kept last; None = nothing yet."""
        return kept.load(self._folder)

    def goods(self) -> Codes:
        """The goods of each HS6 code that the watchlist has."""
        return self._codes()

    def export(self, target: Path, rows: Sequence[Dependency], names: Mapping[str, str]) -> bytes:
        """The rows as the ending of the name wants them: .csv or .xlsx."""
        makers = {".csv": kept.as_csv, ".xlsx": kept.as_xlsx}
        maker = makers.get(target.suffix.lower())
        if maker is None:
            raise BadInput(f"is none of {', '.join(sorted(makers))}", file=str(target))
        return maker(rows, names)

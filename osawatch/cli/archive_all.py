"""All that a desk has, in open formats, in one folder: `archive export DIR --all`.

    items as Parquet -> log, alerts, cases ... a line each -> files as files -> README.txt
      -> the folder gets its name: all of it, or nothing
What is told of natural persons by lists and screenings is not in it: no export reads these tables.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from osawatch import exchange
from osawatch.briefing.make import within
from osawatch.cases.markings import Floor, floor
from osawatch.cli import shapes
from osawatch.cli.measures import detail
from osawatch.cli.tongue import say, translated
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing.dossier import line
from osawatch.registers import table
from osawatch.registers.model import SHAPES
from osawatch.store import everything, reading

Progress = Callable[[int, int], None]
README = "README.txt"
TOLD: dict[str, str] = {
    "index.json": "what the Parquet files hold, with SHA-256 of each",
    "items-*.parquet": "the items, a file a month; `rules backtest --archive` reads this folder",
    "versions.jsonl": "older texts of items that were changed",
    "events.jsonl": "the log: every line that a person or the program wrote, as it was exchanged",
    "alerts.jsonl": "alerts as they stand: what the log adds up to",
    "stories.jsonl": "which items each alert holds",
    "cases.jsonl": "cases with their log",
    "measures.jsonl": "measures with what people added to them",
    "situations.jsonl": "situations with their lines and reports",
    "registers/": "post reports, influence cases, licences: CSV and JSON of each",
    "sources.opml": "the sources, for any feed reader",
    "setup.json": "settings, searches, own sources: `setup import` takes it in",
    "rules/": "the desk's own rules, YAML",
    "watchlist/": "the desk's own watch entries, YAML",
    "attachments/": "files of alerts; attachments.jsonl says of which",
    "documents/": "documents of official sources as received; documents.jsonl says whence",
}
LEFT = (
    "Not in it: the sanctions lists (their publishers have them), names found on lists and"
    " screenings (they tell of natural persons), keys, templates, and what is derived (search,"
    " counts, cards)."
)


@dataclass(frozen=True, slots=True)
class Given:
    """What was written: the rows of each kind, and the marking that it needs at least."""

    folder: Path
    counts: Mapping[str, int]
    marking: str


def give(
    core: Core,
    folder: Path,
    progress: Progress = lambda _done, _all: None,
    cancel: threading.Event | None = None,
) -> Given:
    """Write a new folder; `BadInput` when it is there, or its parts are above the desk's limit."""
    core.policies.refuse_media(folder)
    if folder.exists():
        raise BadInput("is there already", file=str(folder))
    lowest = floor(core.cases.every(closed=True), core.settings().watchlist_marking)
    within(lowest.marking, core.settings().highest_marking)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            counts = _write(core, beside, lowest, progress, cancel)
            beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)  # nothing is there when it has its name
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(folder)) from error
    return Given(folder, counts, lowest.marking)


def _write(
    core: Core, room: Path, lowest: Floor, progress: Progress, cancel: threading.Event | None
) -> dict[str, int]:
    counts = {"items": core.backtests.export(room, progress, cancel).items}
    steps: list[Callable[[], dict[str, int]]] = [
        lambda: _rows(core, room), lambda: _registers(core, room), lambda: _own(core, room),
        lambda: _files(core, room),
    ]  # fmt: skip
    for step in steps:
        if cancel is not None and cancel.is_set():
            raise BadInput("stopped: nothing was written", file=str(room))
        counts |= step()
    (room / README).write_text(_readme(core, counts, lowest), "utf-8")
    return counts


def _rows(core: Core, room: Path) -> dict[str, int]:
    with core.care.house.store.reading() as connection:
        names = everything.alerts(connection)
        told = {
            "versions": _lines(room, "versions", everything.versions(connection)),
            "events": _lines(room, "events", everything.log(connection)),
            "stories": _lines(room, "stories", everything.stories(connection)),
            "alerts": _lines(
                room,
                "alerts",
                (
                    shapes.alert(one)
                    for start in range(0, len(names), 500)
                    for one in reading.alerts(connection, names[start : start + 500])
                ),
            ),
        }
    told["cases"] = _lines(
        room,
        "cases",
        (
            asdict(one) | {"log": [line(event) for event in core.cases.log(one.id)]}
            for one in core.cases.every(closed=True)
        ),
    )
    measures = (
        shapes.measure(one.measure) | {"details": [detail(more) for more in one.details]}
        for one in core.records.every()
    )
    told["measures"] = _lines(room, "measures", measures)
    told["situations"] = _lines(room, "situations", map(asdict, core.situations.every()))
    return told


def _registers(core: Core, room: Path) -> dict[str, int]:
    (room / "registers").mkdir()
    counts = {}
    for name, shape in SHAPES.items():
        found = core.registers.every(name, withdrawn=True)
        csv = table.as_csv(shape, found, core.now().date())
        (room / "registers" / f"{name}.csv").write_bytes(csv)
        counts[f"registers/{name}"] = _lines(room, f"registers/{name}", map(asdict, found))
    return counts


def _own(core: Core, room: Path) -> dict[str, int]:
    sources = exchange.give_opml(core, room / "sources.opml")
    now = core.setup.now()
    (room / "setup.json").write_bytes(core.setup.give())
    for name in ("rules", "watchlist"):
        (room / name).mkdir()
    for place, text in now.files.items():
        target = room / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return {"sources": sources, "own_files": len(now.files)}


def _files(core: Core, room: Path) -> dict[str, int]:
    with core.care.house.store.reading() as connection:
        return {
            "attachments": _bodies(room, "attachments", everything.attached(connection)),
            "documents": _bodies(room, "documents", everything.documents(connection)),
        }


def _bodies(room: Path, name: str, found: Iterable[tuple[dict[str, Any], bytes]]) -> int:
    """Files by their SHA-256: the names that people gave stand in the lines beside them."""
    (room / name).mkdir()

    def kept() -> Iterator[dict[str, Any]]:
        for told, body in found:
            (room / name / told["sha256"]).write_bytes(body)
            yield told | {"file": f"{name}/{told['sha256']}"}

    return _lines(room, name, kept())


def _lines(room: Path, name: str, rows: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    with (room / f"{name}.jsonl").open("w", encoding="utf-8", errors="surrogatepass") as file:
        for count, row in enumerate(rows, 1):  # noqa: B007 # the last one is the answer
            file.write(json.dumps(row, ensure_ascii=False, default=_plain) + "\n")
    return count


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    return sorted(value) if isinstance(value, set | frozenset) else str(value)


def _readme(core: Core, counts: Mapping[str, int], lowest: Floor) -> str:
    settings = core.settings()
    who = " · ".join(part for part in (settings.name, settings.post) if part)
    parts = [
        say("All that an OSAwatch desk has, written {0} UTC.", f"{core.now():%Y-%m-%d %H:%M}"),
        *([who] if who else []),
        *([say("Marking, at least: {0} («{1}» carries it).", lowest.marking, lowest.part)]
          if lowest.marking else []),
        say("Together these files may be more sensitive than each alone. They are not encrypted."),
        "",
        *(f"{name:20} {translated(told)}" for name, told in TOLD.items()),
        "",
        *(f"{name:20} {count}" for name, count in counts.items()),
        "",
        say("JSONL: one JSON object a line, UTF-8. Times are UTC. Any reader opens Parquet."),
        translated(LEFT),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"

"""Two hundred words at every place where a profile keeps what somebody wrote; their search.

plain profile: `plant` -> the desk goes on while it is encrypted: `plant_running`
Words are written as the program writes them; where a file of it is compressed, so that no search
could find them, the words stand in a file beside it, written by the same `sealed`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from osawatch import log, sealed
from osawatch.core import Core
from osawatch.filing.model import Schedule
from osawatch.model import Action, Filter
from osawatch.papers.shelf import Shelf
from osawatch.searches import named
from tests.fakes import Network

FEED = "https://wire.example/feed"
PLANTED = [f"planted{number:03}zq" for number in range(200)]
LIVE = 20  # the last ones: written while the profile is encrypted
LOGGED = (PLANTED[0], PLANTED[-1])  # in the log, which begins anew when a profile is encrypted
FILES = ("archive-cache/0a/items-1.parquet", "archive-runs/0b.txt")


def found_in(*folders: Path) -> set[str]:
    """Planted words in any file below these folders."""
    files = (path for one in folders for path in one.rglob("*") if path.is_file())
    body = b"".join(path.read_bytes() for path in files)
    return {word for word in PLANTED if word.encode() in body}


def plant(core: Core, network: Network, room: Path) -> None:
    """All but the last ones; the core is closed then. `room`: where files come from."""
    words = iter(PLANTED[:-LIVE])
    folder = core.profile.folder
    _log(folder, next(words))
    _files(folder, words)
    _settings(core, words)
    _cases(core, words)
    _registers(core, words)
    alerts = _alerts(core, network, words)
    _attachments(core, alerts, words, room)
    for n in range(5):
        alert = alerts[n % len(alerts)]
        core.triage(Action("note", (alert,), {"text": next(words)}))
        core.triage(Action("tag", (alert,), {"tag": next(words)}))
    core.triage(Action("note", (alerts[0],), {"text": " ".join(words)}))
    core.close()


def plant_running(core: Core, network: Network) -> None:
    """The last ones, by a desk that works on."""
    words = iter(PLANTED[-LIVE:-1])
    for _ in range(3):
        network.publish(FEED, f"Congo puts a ban on cobalt {next(words)}", summary=next(words))
    core.poll(["wire"])
    alert = core.alerts(Filter())[0].id
    core.triage(Action("note", (alert,), {"text": next(words)}))
    core.searches.keep(named(next(words), Filter(text=next(words))))
    case = core.cases.open(next(words), [alert]).id
    core.cases.step(case, next(words))
    core.cases.told(case, next(words))
    core.registers.add("influence", {"measure": next(words), "sender": "CN", "target": next(words),
                                     "day": "2026-02-01"})  # fmt: skip
    core.reports.file(_report(words))
    _typed(core.profile.folder, words)
    _crash(core.profile.folder, PLANTED[-1])
    assert not [*words]


def _log(folder: Path, word: str) -> None:
    (folder / "logs").mkdir(exist_ok=True)
    (folder / "logs" / "osawatch.log").write_text(f"INFO {word}\n")


def _files(folder: Path, words: Iterator[str]) -> None:
    for part, name in (("rules", "own"), ("watchlist", "more")):
        (folder / part).mkdir(exist_ok=True)
        (folder / part / f"{name}.yaml").write_text(f"# {next(words)}\nschema: 1\n")
    for name in FILES:
        sealed.write_text(folder / name, next(words))
    for key in ("memo", "note"):
        Shelf(folder).put(key, "en", f"name: {next(words)}\nfor: case\n---\n{next(words)}\n")


def _settings(core: Core, words: Iterator[str]) -> None:
    core.save_settings(replace(core.settings(), contact=f"{next(words)}@post.example"))
    for _ in range(5):
        core.searches.keep(named(next(words), Filter(text=next(words))))
    core.filing.set_schedule(Schedule(10, next(words), next(words)))
    for _ in range(3):
        word = next(words)
        core.rulebook.own.put("goods", {"id": word, "terms": {"en": [f"{next(words)} ore"]}})


def _cases(core: Core, words: Iterator[str]) -> None:
    for _ in range(4):
        case = core.cases.open(next(words)).id
        core.cases.step(case, next(words), who=next(words))
        core.cases.next(case, next(words))
        core.cases.told(case, next(words))
        core.cases.weigh(case, "proportional", "yes", next(words))
    for _ in range(2):
        one = core.situations.open(next(words), ["wire"], 48).id
        core.situations.line(one, next(words), "rumour")


def _registers(core: Core, words: Iterator[str]) -> None:
    for _ in range(3):
        entry = core.registers.add(
            "influence",
            {"measure": next(words), "sender": "CN", "target": next(words), "day": "2026-02-01",
             "outcome": next(words)},
        )  # fmt: skip
        core.registers.told("influence", entry.id, next(words))
    core.reports.file(_report(words))


def _report(words: Iterator[str]) -> dict[str, str]:
    return {"title": next(words), "day": "2026-02-01", "countries": "CN", "grade": "B",
            "summary": next(words)}  # fmt: skip


def _alerts(core: Core, network: Network, words: Iterator[str]) -> list[str]:
    for _ in range(40):
        network.publish(
            FEED, f"China sets a licence duty for gallium {next(words)}", summary=next(words)
        )
    core.poll(["wire"])
    return [one.id for one in core.alerts(Filter())]


def _attachments(core: Core, alerts: list[str], words: Iterator[str], room: Path) -> None:
    for n in range(5):
        alert = alerts[n % len(alerts)]
        file = room / f"{next(words)}.txt"
        file.write_text(next(words))
        core.attaching.put(alert, file)
        file.unlink()


def _typed(folder: Path, words: Iterator[str]) -> None:
    """What somebody had typed when the window locked; in a plain profile it is not kept."""
    from ui.vault import typed

    at = "2026-11-26T10:00:00+00:00"
    assert typed.keep(folder, "Ann", [typed.Typed(at, next(words), next(words), next(words))])


def _crash(folder: Path, word: str) -> None:
    """A fault of the program, as the window's hook writes it into the log."""
    handler = log.start(folder / "logs" / "osawatch.log")
    error = ValueError(word)
    logging.getLogger("osawatch").critical("a fault", exc_info=(type(error), error, None))
    log.stop(handler)

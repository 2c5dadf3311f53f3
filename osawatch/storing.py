"""From the answers of sources to rows: several sources in one transaction, as they come.

    answers that are there -> judged, read, matched -> ONE transaction -> a PollResult for each

Together they cost a third less than one by one: pages that all of them touch are written once.
A fault in one of them undoes the transaction, and each is stored alone: it harms this source only.
"""

from __future__ import annotations

import hashlib
import logging
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from osawatch import intake
from osawatch.errors import StoreError
from osawatch.line import Answer
from osawatch.model import Changes, PollResult
from osawatch.store import sources
from osawatch.store.sources import Polled, Standing
from osawatch.verdicts import Gathered, judged

MOST = 50  # sources in one transaction
ITEMS = 600  # in all of them, and no more than are written in HOLD_S: a key that is pressed waits
HOLD_S = 0.04
LEAST_ITEMS, FIRST_ITEMS = 40, 150
GAP_S = 0.005  # after them, for whoever waits: it tries every two milliseconds
BYTES = 4 << 20  # of bodies that wait
log = logging.getLogger(__name__)
Stored = tuple[PollResult, Changes]


@dataclass(frozen=True, slots=True)
class _Job:
    """A source that is ready to be written."""

    standing: Standing
    gathered: Gathered
    polled: Polled
    incoming: intake.Incoming | None


@dataclass(slots=True)
class Pace:
    """How many items are stored together, by how long the last ones held the lock."""

    items: int = FIRST_ITEMS

    def took(self, items: int, seconds: float) -> None:
        """So many were written in that time. It grows by halves and shrinks at once."""
        fitting = items * HOLD_S / max(seconds, 1e-6)
        grown = min(fitting, self.items * 1.5)
        self.items = round(min(max(grown, LEAST_ITEMS), ITEMS)) if items else self.items


def batches(answers: Iterable[Answer | None], pace: Pace | None = None) -> Iterator[list[Answer]]:
    """What is stored together: all that has come when there is nothing more (None), to a limit."""
    pace = pace or Pace(ITEMS)
    batch: list[Answer] = []
    count = size = 0
    for one in answers:
        if one is not None:
            batch.append(one)
            found = _weight(one[1])
            count, size = count + found[0], size + found[1]
        if batch and (one is None or len(batch) >= MOST or count >= pace.items or size >= BYTES):
            yield batch
            batch, count, size = [], 0, 0
    if batch:
        yield batch


def together(
    desk: intake.Desk,
    batch: Sequence[Answer],
    clock: Callable[[], datetime],
    pace: Pace | None = None,
) -> list[Stored]:
    """Store these sources; a fault of ours in one of them harms it alone."""
    try:
        jobs = [_prepared(desk, standing, gathered, clock()) for standing, gathered in batch]
        with desk.store.writing(durable=False):
            began = time.perf_counter()
            stored = [_written(desk, job) for job in jobs]
        if pace is not None:
            pace.took(sum(_weight(one)[0] for _, one in batch), time.perf_counter() - began)
            time.sleep(GAP_S)
    except StoreError as error:
        if error.fatal:
            raise
    except Exception as error:  # noqa: BLE001 # whose it is, is found and logged one by one
        log.debug("stored one by one: %s", error)
    else:
        return stored
    return [_alone(desk, standing, gathered, clock()) for standing, gathered in batch]


def _weight(gathered: Gathered | Exception) -> tuple[int, int]:
    """How many items an answer holds, and how many bytes."""
    if isinstance(gathered, Exception):
        return 0, 0
    return (
        sum(len(one.items) for one in gathered.documents),
        sum(len(one.body) for one in gathered.responses),
    )


def _alone(
    desk: intake.Desk, standing: Standing, gathered: Gathered | Exception, now: datetime
) -> Stored:
    try:
        return _written(desk, _prepared(desk, standing, gathered, now))
    except StoreError as error:
        if error.fatal:
            raise
        return _broken(desk, standing.spec.id, error, now)
    except Exception as error:  # noqa: BLE001 # recorded and logged there
        return _broken(desk, standing.spec.id, error, now)


def _broken(desk: intake.Desk, name: str, fault: Exception, now: datetime) -> Stored:
    log.error("source %s: unexpected fault", name, exc_info=fault)
    detail = f"fault of the program: {type(fault).__name__}: {fault}"
    polled = Polled("damaged", detail, 0, now, now + timedelta(hours=1), success=False)
    with desk.store.writing(durable=False) as connection:
        sources.note(connection, name, polled)
    result = PollResult(name, "damaged", 0, 0, 0.0, 0, 0, 0, detail)
    return result, Changes(sources=frozenset({name}))


def _prepared(
    desk: intake.Desk, standing: Standing, gathered: Gathered | Exception, now: datetime
) -> _Job:
    if isinstance(gathered, Exception):
        raise gathered
    jitter = random.random()  # noqa: S311
    polled = judged(standing, gathered.responses, gathered.documents, now, jitter)
    polled = replace(polled, seconds=_seconds(gathered))
    incoming = None
    if gathered.documents and polled.outcome != "offline":
        incoming = intake.prepare(
            desk, standing.spec, gathered.documents, now, polled=polled,
            keep=_official(standing, gathered),
        )  # fmt: skip
    return _Job(standing, gathered, polled, incoming)


def _written(desk: intake.Desk, job: _Job) -> Stored:
    name, polled = job.standing.spec.id, job.polled
    if polled.outcome == "offline":  # nobody was asked, so nothing is known of the source
        return PollResult(name, "offline", 0, 0, 0.0, 0, 0, 0, polled.detail), Changes()
    if job.incoming is None:
        taken = intake.noted(desk, name, polled)
    else:
        taken = intake.store(desk, job.incoming)
        polled = taken.polled or polled
    answers = job.gathered.responses
    result = PollResult(
        name, polled.outcome, polled.http, sum(one.wire_bytes for one in answers),
        _seconds(job.gathered), taken.new, taken.matched,
        taken.alerts, polled.detail,
    )  # fmt: skip
    return result, taken.changes | Changes(sources=frozenset({name}))


def _seconds(gathered: Gathered) -> float:
    return round(sum(one.seconds for one in gathered.responses), 3)


def _official(standing: Standing, gathered: Gathered) -> list[intake.Kept]:
    """Documents of official sources are kept as they came."""
    if not standing.spec.official:
        return []
    return [
        intake.Kept(
            response.url, response.content_type, response.body,
            hashlib.sha256(response.body).hexdigest(),
        )
        for response, document in zip(gathered.responses, gathered.documents, strict=False)
        if document.items
    ]  # fmt: skip

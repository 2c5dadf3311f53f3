"""The pipeline of a poll.

    sources.standing (due) | fetch, parse (8 threads) -> Gathered
      | is it the source, or our own line? | judge (outcome, next poll)
      | storing.together (ONE transaction for what is there, intake.store a source) -> PollResult

A source that is down is an outcome. A fault of ours in one source is recorded as `damaged`, logged,
and the others go on. Only a database that refuses to write stops a poll: nothing could be kept.
No transaction is open while the network is asked.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import threading
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from queue import Empty, SimpleQueue
from typing import Protocol
from urllib.parse import urlsplit

from feeds import asking, health
from feeds.jail.keeper import parse
from feeds.messages import Request, Response
from feeds.model import Document, Item, SourceSpec
from osawatch import intake, line, storing
from osawatch.model import Changes, PollProgress, PollReport, PollResult, merged
from osawatch.store import search, sources
from osawatch.store.sources import Standing
from osawatch.verdicts import PAGES, Gathered

WORKERS = 8
GIVE_UP = 5  # failures where a feed is to be read on: then it is read from its beginning again
FARTHEST = timedelta(days=8)  # no source may ask for a longer pause than a week
UNSWEPT = (50_000, 20, 100)  # objects made before garbage is looked for
EVER = datetime.min.replace(tzinfo=UTC)
log = logging.getLogger(__name__)


class Fetching(Protocol):
    """What the pipeline needs of feeds.fetch.Fetcher."""

    def fetch(self, request: Request, /) -> Response:
        """One answer; a failure is an answer too."""

    def fault(self, hosts: Sequence[str] = ()) -> str:
        """Why nothing of the world can be reached, "" when it can; may ask for these names."""

    def close(self) -> None:
        """Let go of all connections."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who follows a poll: told after each source, may call it off."""

    progress: Callable[[PollProgress], None]
    announce: Callable[[Changes], object]
    cancel: threading.Event


def run(
    desk: intake.Desk,
    fetcher: Fetching,
    asked: Sequence[Standing],
    clock: Callable[[], datetime],
    watch: Watch,
) -> PollReport:
    """Poll these sources; the report has one line for each that was asked."""
    with _unswept():
        return _run(desk, fetcher, asked, clock, watch)


@contextmanager
def _unswept() -> Iterator[None]:
    """Let Python look for rings of garbage seldom: what a poll makes holds none.

    Each look goes through the automaton too: an eighth of a first poll, for nothing.
    """
    before = gc.get_threshold()
    gc.set_threshold(*UNSWEPT)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _run(
    desk: intake.Desk,
    fetcher: Fetching,
    asked: Sequence[Standing],
    clock: Callable[[], datetime],
    watch: Watch,
) -> PollReport:
    results: dict[str, PollResult] = {}
    told: list[Changes] = []
    ours = line.Line(asked, lambda: _line_fault(desk, fetcher, watch.cancel), fetcher.fault)
    fetched = partial(_fetched, desk, fetcher, clock, watch.cancel)
    pace = storing.Pace()
    for batch in storing.batches(ours.judged(fetched), pace):
        stored = storing.together(desk, batch, clock, pace)
        touched = merged(one for _, one in stored)
        if touched.items:
            intake.index(desk.store, least=search.BATCH)
        watch.announce(touched)
        for result, one in stored:
            results[result.id] = result
            told.append(one)
            watch.progress(PollProgress(len(results), len(asked), result.id, result.outcome))
    intake.index(desk.store)
    lines = tuple(results[one.spec.id] for one in asked if one.spec.id in results)
    return PollReport(lines, len(lines) < len(asked), merged(told), ours.fault)


def due(standing: Standing, now: datetime, fast: Collection[str] = ()) -> bool:
    """Whether a source's time has come. A time too far away was set by a clock that was wrong.

    Those in `fast` are asked as soon as their servers let us.
    """
    when = standing.next_poll
    if when is not None and standing.soonest is not None and standing.spec.id in fast:
        when = min(when, standing.soonest)
    return when is None or when <= now or when > now + FARTHEST


def _line_fault(desk: intake.Desk, fetcher: Fetching, cancel: threading.Event) -> str:
    """Why nothing can be reached, asking for the names of sources that answered not long ago."""
    if cancel.is_set():
        return ""
    with desk.store.reading() as connection:
        found = [one for one in sources.standing(connection) if not one.spec.local]
    found.sort(key=lambda one: one.last_success or EVER, reverse=True)
    hosts = dict.fromkeys(urlsplit(one.spec.url).hostname or "" for one in found)
    names = [host for host in hosts if host][: line.NAMES]
    return fetcher.fault(names if len(names) >= line.SURE else ())


def _fetched(
    desk: intake.Desk,
    fetcher: Fetching,
    clock: Callable[[], datetime],
    cancel: threading.Event,
    asked: Sequence[Standing],
) -> Generator[line.Answer | None, None, None]:
    """Answers as they come, None when none is there yet.

    At most two a worker wait, so that bodies do not pile up.
    """
    waiting = list(reversed(asked))
    running: dict[Future[Gathered], Standing] = {}
    done = SimpleQueue[Future[Gathered]]()
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="fetch")
    try:
        while (waiting or running) and not cancel.is_set():
            while waiting and len(running) < 2 * WORKERS:
                one = waiting.pop()
                met = partial(intake.met, desk.store, one.spec.id)
                future = pool.submit(gather, fetcher, one, met, clock())
                running[future] = one
                future.add_done_callback(done.put)
            try:
                future = done.get_nowait()
            except Empty:
                yield None
                try:
                    future = done.get(timeout=0.2)
                except Empty:
                    continue
            yield running.pop(future), future.exception() or future.result()  # type: ignore[misc]
    finally:
        pool.shutdown(wait=not cancel.is_set(), cancel_futures=True)


def gather(
    fetcher: Fetching, standing: Standing, met: Callable[[Sequence[Item]], bool], now: datetime
) -> Gathered:
    """Fetch and parse a source, page after page where the interface is paged.

    The newest stand first: the first page that holds an item we have `met` is the last one asked,
    unless the poll before failed and may have left older ones out. Of pages in no known order, and
    of a feed that is read on and on, all are asked.
    """
    spec = standing.spec
    if not standing.supported:
        return Gathered((), ())
    ask = _question(standing, now)
    responses: list[Response] = []
    documents: list[Document] = []
    while True:
        response = fetcher.fetch(ask)
        responses.append(response)
        if not response.body or _same_bytes(response, standing):
            break
        document = parse(
            response.body, url=response.url or ask.url, content_type=response.content_type,
            format=_promise(spec), recipe=spec.recipe,
        )  # fmt: skip
        documents.append(document)
        if len(responses) >= PAGES or health.repeated(documents):
            break
        if not _same_host(document.next_url, spec.url):
            break
        newest_first = not (document.unordered or document.resume)
        if newest_first and not standing.failures and met(document.items):
            break
        ask = replace(ask, url=document.next_url, etag="", last_modified="", validated_url="")
    return Gathered(tuple(responses), tuple(documents))


def _question(standing: Standing, now: datetime) -> Request:
    """The first page to ask: where a feed that is read on stopped, else the days since then.

    Validators belong to an address; one that holds a day has none of yesterday's.
    """
    spec = standing.spec
    found = asking.question(spec, now, standing.last_success)
    url = standing.resume if standing.resume and standing.failures < GIVE_UP else found.url
    ask = Request(
        url, user_agent=spec.user_agent, local=spec.local, header=found.header, data=found.data
    )
    if url != spec.url:
        return ask
    return replace(
        ask, etag=standing.etag, last_modified=standing.last_modified,
        validated_url=standing.validated_url,
    )  # fmt: skip


def _promise(spec: SourceSpec) -> str:
    """What the source said that it serves. A file in a feed's place is none of what it said."""
    return spec.format if spec.format in ("html", "csv", "json-api") else "feed"


def _same_bytes(response: Response, standing: Standing) -> bool:
    known = standing.body_hash
    return bool(known) and hashlib.sha256(response.body).hexdigest() == known


def _same_host(url: str, first: str) -> bool:
    return bool(url) and urlsplit(url).hostname == urlsplit(first).hostname

"""Whether it is the sources that fail, or our own line.

    answers as they come | does one of them show that the line is up? -> all go on
                         | none of many does, or the poll is over -> ask why -> all become offline

A laptop on a train must not put every source in the wrong. While nothing has answered, failures
wait here; an offline source is not noted at all, so it is due again at once and loses no pace.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from urllib.parse import urlsplit

from feeds.messages import Request, blank
from osawatch.store.sources import Standing
from osawatch.verdicts import Gathered

DOUBTFUL = ("dns", "timeout", "http_error")  # and no answer at all: status 0
ENOUGH = 8  # failures without one answer, before the line is looked at
NAMES = 5  # hosts to ask the name server for
SURE = 3  # so many hosts that answered last time do not all fall silent in one minute

Answer = tuple[Standing, Gathered | Exception]
Answers = Iterator[Answer | None]  # None: no other answer is there yet
Asking = Callable[[Sequence[Standing]], Generator[Answer | None, None, None]]


class Line:
    """`thorough` says why nothing can be reached after asking for names; `quick` asks nobody."""

    def __init__(
        self,
        asked: Sequence[Standing],
        thorough: Callable[[], str],
        quick: Callable[[], str],
    ) -> None:
        self.fault = ""
        self._asked = asked
        self._thorough, self._quick = thorough, quick
        self._up = not any(_of_the_world(one) for one in asked)
        self._held: list[Answer] = []

    def judged(self, ask: Asking) -> Answers:
        """The answers of all, with «offline» in place of what the line is to blame for."""
        self.fault = "" if self._up else self._quick()
        told: set[str] = set()
        if not self.fault:
            with closing(ask(self._asked)) as answers:
                for one in self._sifted(answers):
                    if one is not None:
                        told.add(one[0].spec.id)
                    yield one
        if self.fault:
            left = [one for one in self._asked if one.spec.id not in told]
            yield from ((one, _offline(one, self.fault)) for one in left if _of_the_world(one))
            yield from ask([one for one in left if not _of_the_world(one)])

    def _sifted(self, answers: Iterable[Answer | None]) -> Answers:
        for one in answers:
            if one is None:
                yield None
                continue
            if self._up or not _of_the_world(one[0]) or not _doubtful(one[1]):
                self._up = self._up or _shows_it_is_up(one)
                yield from self._let_go() if self._up else ()
                yield one
                continue
            self._held.append(one)
            if len(self._held) >= ENOUGH:
                yield from self._looked_at()
            if self.fault:
                return
        if self._held:
            yield from self._looked_at()

    def _looked_at(self) -> Iterator[Answer]:
        """What waited, as the line's fault or as their own."""
        self.fault = self._thorough() or self._silence()
        self._up = not self.fault
        return self._let_go()

    def _let_go(self) -> Iterator[Answer]:
        held, self._held = self._held, []
        for standing, gathered in held:
            yield standing, _offline(standing, self.fault) if self.fault else gathered

    def _silence(self) -> str:
        """All that answered last time fell silent in this poll, and nothing else answers."""
        well = {_host(one) for one, _ in self._held if one.last_success and not one.failures}
        return f"none of {len(well)} servers that answered before does" if len(well) >= SURE else ""


def _of_the_world(standing: Standing) -> bool:
    return standing.supported and not standing.spec.local


def _doubtful(gathered: Gathered | Exception) -> bool:
    """Whether a failure may be the line's: there was no answer of any kind."""
    if isinstance(gathered, Exception) or not gathered.responses:
        return False
    first = gathered.responses[0]
    return first.http == 0 and first.outcome in DOUBTFUL


def _shows_it_is_up(answer: Answer) -> bool:
    standing, gathered = answer
    if isinstance(gathered, Exception) or not _of_the_world(standing):
        return False
    return any(one.http for one in gathered.responses)


def _offline(standing: Standing, why: str) -> Gathered:
    asked = Request(standing.spec.url, standing.etag, standing.last_modified)
    return Gathered((blank(asked, "offline", why),), ())


def _host(standing: Standing) -> str:
    return urlsplit(standing.spec.url).hostname or ""

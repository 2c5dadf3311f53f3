"""Cases that live: opened for a talk, an expiry or a visit, and followed from then on.

They have days, a search and a watch on its silence; they are weighed by a form, kept as one act.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from osawatch.cases.desk import Cases, alerts_of, day_of, one_of, required
from osawatch.cases.fold import LONGEST_SILENCE
from osawatch.cases.model import ANSWERS, KINDS, OPTIONS, TESTS, Case
from osawatch.errors import BadInput, UnknownId
from osawatch.searches import SavedSearch, plain
from osawatch.store.database import Connection
from osawatch.store.events import Draft

Answers = Mapping[str, tuple[str, str]]
"""Test -> (answer, why); "" as answer leaves it as it is."""


class Matters(Cases):
    """Every act is one transaction, as all acts on cases are."""

    def begin(
        self,
        title: str,
        names: Sequence[str] = (),
        *,
        kind: str = "other",
        days: Iterable[tuple[str, str]] = (),
        search: SavedSearch | None = None,
        silence: int = 0,
    ) -> Case:
        """A new case with all that is known of it at its beginning."""
        case, said = f"case:{uuid.uuid4()}", required(title, "title")
        one_of(kind, KINDS, "kind")
        more = [_date(case, day, words) for day, words in days]
        if silence and search is None:
            raise BadInput("needs a search to watch", field="silence")

        def drafts(connection: Connection) -> list[Draft]:
            made: list[Draft] = [("case_open", case, {"title": said})]
            made += [("case_kind", case, {"kind": kind})]
            made += [("case_alert", case, {"alert": x}) for x in alerts_of(connection, names)]
            made += more
            made += [_search(case, search)] if search else []
            made += [_silence(case, silence)] if silence else []
            return made

        return self._write(drafts)

    def kind(self, name: str, kind: str) -> Case:
        """What it is about: an alert, a negotiation, an expiry, a visit, something else."""
        one_of(kind, KINDS, "kind")
        return self._act(name, "case_kind", {"kind": kind})

    def date(self, name: str, day: str, words: str) -> Case:
        """A day that matters to it."""
        _, _, data = _date("", day, words)
        return self._act(name, "case_date", data)

    def no_date(self, name: str, date: str) -> Case:
        """A day that matters no more."""

        def drafts(connection: Connection) -> list[Draft]:
            case = self._found(connection, name)
            named = [one.id for one in case.dates if date and one.id.startswith(date)]
            if len(named) != 1:
                raise UnknownId("date", date)
            return [("case_no_date", case.id, {"date": named[0]})]

        return self._write(drafts)

    def search(self, name: str, search: SavedSearch | None) -> Case:
        """What is looked for on its behalf; None = nothing, and then no silence is watched."""

        def drafts(connection: Connection) -> list[Draft]:
            case = self._found(connection, name)
            off = [_silence(case.id, 0)] if search is None and case.silence else []
            return [_search(case.id, search), *off]

        return self._write(drafts)

    def silence(self, name: str, days: int) -> Case:
        """After so many days without a story of its search it says so; 0 = never."""

        def drafts(connection: Connection) -> list[Draft]:
            case = self._found(connection, name)
            if days and not case.search:
                raise BadInput("needs a search to watch", field="silence")
            return [_silence(case.id, days)]

        return self._write(drafts)

    def option(self, name: str, option: str, note: str = "", *, on: bool = True) -> Case:
        """A way to make the dependence smaller that fits this case; `on=False` takes it off."""
        return self.weigh_all(name, {}, {option: note if on else None})

    def weigh_all(self, name: str, answers: Answers, options: Mapping[str, str | None]) -> Case:
        """The form of decision tests and options, kept as one act; None takes an option off.

        What says the same as before writes nothing; a form that changes nothing is `BadInput`.
        """
        for test, (answer, _) in answers.items():
            one_of(test, TESTS, "test")
            one_of(answer, (*ANSWERS, ""), "answer")
        for option in options:
            one_of(option, OPTIONS, "option")

        def drafts(connection: Connection) -> list[Draft]:
            case = self._found(connection, name)
            made = [*_tests(case, answers), *_options(case, options)]
            if not made:
                raise BadInput("changes nothing", field="test")
            return made

        return self._write(drafts)


def _tests(case: Case, answers: Answers) -> list[Draft]:
    made: list[Draft] = []
    for test, (answer, note) in answers.items():
        known = case.tests.get(test)
        said = (known.answer, known.note) if known else ("", "")
        if answer and (answer, note.strip()) != said:
            data: dict[str, object] = {"test": test, "answer": answer, "note": note.strip()}
            made.append(("case_test", case.id, data))
    return made


def _options(case: Case, options: Mapping[str, str | None]) -> list[Draft]:
    made: list[Draft] = []
    for option, note in options.items():
        known = case.options.get(option)
        if note is None and known is not None:
            made.append(("case_option", case.id, {"option": option, "on": False}))
        if note is not None and (known is None or known.note != note.strip()):
            made.append(("case_option", case.id, {"option": option, "note": note.strip()}))
    return made


def _date(case: str, day: str, words: str) -> Draft:
    day_of(required(day, "day"), "day")
    return "case_date", case, {"day": day, "text": required(words, "text")}


def _search(case: str, search: SavedSearch | None) -> Draft:
    return "case_search", case, {"search": plain([search])[0] if search else {}}


def _silence(case: str, days: int) -> Draft:
    if not 0 <= days <= LONGEST_SILENCE:
        raise BadInput(f"{days} is not from 0 to {LONGEST_SILENCE} days", field="silence")
    return "case_silence", case, {"days": days}

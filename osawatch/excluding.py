"""What a person does not want to be alerted to from one source, until a day.

    words, sections, goods, last day -> sound -> `excluded:` of rules.local.yaml -> the pack anew
What it hides is stored all the same and stands among the suppressed ones; `rules.excluding` says
how it is met. All of it is counted by the month (osawatch/unseen.py), as exceptions of rules are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import yaml

from osawatch import watchfile
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Excluded, Person
from osawatch.narrowing import LASTS as LASTS

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook
    from rules.excluding import Exclusion

LONGEST = timedelta(days=366)  # what nobody looks at again in a year is no longer a decision
MOST, LETTERS = 50, 80  # words of one exclusion, letters of a word
PARTS = ("words", "sections", "goods")


@dataclass(frozen=True, slots=True)
class Excluding:
    """The exclusions of one profile."""

    rulebook: Rulebook
    person: Callable[[], Person]
    clock: Callable[[], datetime]

    def every(self, source: str = "") -> list[Excluded]:
        """Those in use, of one source or of all, the first that ends first."""
        today = self._today()
        found = (_row(one, today) for one in getattr(self.rulebook.pack, "excluded", ()))
        return sorted(
            (one for one in found if source in ("", one.source)),
            key=lambda one: (one.until, one.source, one.name),
        )

    def add(self, wanted: Excluded) -> Excluded:
        """Exclude from now on; one of the same words gets the new last day."""
        from rules.excluding import KEY

        sound = self._sound(wanted)
        self._unbroken()
        path = self.rulebook.own.local
        stored = watchfile.read(path)
        kept = [one for one in _listed(stored) if _name(one) != sound.name]
        watchfile.write(path, {**stored, KEY: [*kept, _written(sound)]})
        self.rulebook.refresh()
        return sound

    def remove(self, source: str, name: str) -> None:
        """Take one back: what comes from now on is heard again; `UnknownId` if there is none."""
        from rules.excluding import KEY

        self._unbroken()
        path = self.rulebook.own.local
        stored = watchfile.read(path)
        found = _listed(stored)
        kept = [one for one in found if (one.get("source"), _name(one)) != (source, name)]
        if len(kept) == len(found):
            raise UnknownId("exclusion", name)
        rest = {key: one for key, one in stored.items() if key != KEY}
        watchfile.write(path, {**rest, KEY: kept} if kept else rest)
        self.rulebook.refresh()

    def _sound(self, wanted: Excluded) -> Excluded:
        parts = {key: _each(getattr(wanted, key)) for key in PARTS}
        if not any(parts.values()):
            raise BadInput("name words, sections or goods: else all would be hidden", field="words")
        for key, said in parts.items():
            _fitting(key, said)
        for good in parts["goods"]:
            if good not in self.rulebook.pack.watchlist.goods:
                raise UnknownId("good", good)
        today = self._today()
        if not today <= wanted.until <= today + LONGEST:
            raise BadInput(
                f"the last day is from today to {today + LONGEST}: {wanted.until}", field="until"
            )
        reason = " ".join(wanted.reason.split())[:200]
        made = _exclusion({"source": wanted.source, **parts}, wanted.until)
        return Excluded(
            wanted.source, parts["words"], parts["sections"], parts["goods"], wanted.until,
            self.person().name, today, reason, made.name, made.said,
        )  # fmt: skip

    def _unbroken(self) -> None:
        """A file with an error is not in use: its last good version would go on unchanged."""
        self.rulebook.refresh()
        path = str(self.rulebook.own.local)
        for one in getattr(self.rulebook.pack, "findings", ()):
            if one.level == "error" and one.file == path:
                raise BadInput(
                    f"has an error, mend it first: {one.message}", file=path, line=one.line
                )

    def _today(self) -> date:
        return self.clock().astimezone(UTC).date()


def told(text: str) -> Iterator[tuple[str, str]]:
    """The name and the last day of each exclusion in a file of local changes."""
    try:
        stored = yaml.load(text, yaml.BaseLoader)  # noqa: S506 # makes nothing but texts
    except yaml.YAMLError:
        return
    for one in _listed(stored if isinstance(stored, dict) else {}):
        yield _name(one), str(one.get("until", ""))


def _fitting(key: str, said: tuple[str, ...]) -> None:
    """`BadInput` for what would hide too much, or would be met nowhere."""
    from rules.excluding import misplaced, useless

    if len(said) > MOST:
        raise BadInput(f"more than {MOST} at once", field=key)
    short = next((one for one in said if useless(one) or len(one) > LETTERS), None)
    if short is not None:
        raise BadInput(f"{short[:LETTERS]!r} is too short or too long", field=key)
    odd = next(filter(misplaced, said), None) if key == "words" else None
    if odd is not None:
        raise BadInput(f"{odd!r}: * stands only at the end of a word", field=key)


def _row(one: Exclusion, today: date) -> Excluded:
    return Excluded(
        one.source, one.words, one.sections, one.goods, one.until, one.by, one.made, one.reason,
        one.name, one.said, over=one.until < today,
    )  # fmt: skip


def _written(one: Excluded) -> dict[str, Any]:
    said = {
        "source": one.source, **{key: list(getattr(one, key)) for key in PARTS},
        "until": f"{one.until}", "by": one.by, "made": f"{one.made}", "reason": one.reason,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value}


def _listed(stored: Mapping[str, Any]) -> list[dict[str, Any]]:
    from rules.excluding import KEY

    found = stored.get(KEY)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _name(one: Mapping[str, Any]) -> str:
    return _exclusion(one, date.min).name


def _exclusion(one: Mapping[str, Any], until: date) -> Exclusion:
    from rules.excluding import Exclusion

    words, sections, goods = (_texts(one.get(key)) for key in PARTS)
    return Exclusion(str(one.get("source", "")), words, sections, goods, until)


def _texts(said: object) -> tuple[str, ...]:
    """As rule files read it: one text stands for a list of one."""
    found = said if isinstance(said, list | tuple) else [said] if said else []
    return tuple(str(one).strip() for one in found)


def _each(said: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in one line."""
    found = (" ".join(one.split()) for one in said)
    return tuple({one.casefold(): one for one in found if one}.values())

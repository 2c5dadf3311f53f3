"""Templates, what they are filled with, and what comes of it. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from osawatch.briefing.model import Asked
from osawatch.cases.markings import ANY, Floor

Subject = Literal["case", "alert", "briefing", "situation"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
LANGUAGES = ("en", "nl")
FORMATS = ("txt", "md", "html", "docx", "pdf")
EVERY = frozenset(SUBJECTS)
MATTER: frozenset[Subject] = frozenset({"case"})
FIELDS: dict[str, frozenset[Subject]] = {
    "title": EVERY, "today": EVERY, "now": EVERY, "author": EVERY, "desk": EVERY, "post": EVERY,
    "goods": EVERY, "countries": EVERY, "measures": EVERY, "level": EVERY, "score": EVERY,
    "summary": EVERY, "facts": EVERY, "sources": EVERY, "quotes": EVERY, "dates": EVERY,
    "ministries": EVERY, "instruments": EVERY, "mitigation": EVERY, "downstream": EVERY,
    "suppliers": EVERY, "first_seen": EVERY, "last_seen": EVERY, "publishers": EVERY,
    "because": frozenset({"alert", "case"}), "guidance": frozenset({"alert", "case"}),
    "status": frozenset({"alert", "case"}), "holder": frozenset({"alert", "case"}),
    "opened": MATTER, "outcome": MATTER, "next": MATTER, "steps": MATTER, "answers": MATTER,
    "told": MATTER, "tests": MATTER, "options": MATTER, "case_dates": MATTER,
    "since": frozenset({"briefing"}), "until": frozenset({"briefing", "situation"}),
    "number": frozenset({"situation"}), "confirmed": frozenset({"situation"}),
    "unconfirmed": frozenset({"situation"}), "rumours": frozenset({"situation"}),
    "ministry": frozenset({"briefing"}), "stories": frozenset({"briefing"}),
    "decided": frozenset({"briefing"}), "in_hand": frozenset({"briefing"}),
    "silent": frozenset({"briefing", "situation"}), "cases": frozenset({"briefing"}),
}  # fmt: skip
"""Each field, and the subjects that have it."""

Value = str | tuple[str, ...]
"""A text, or the points of a list."""

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Template:
    """`key` names it in all languages; `own`: a file of this profile stands for the shipped one."""

    key: str
    language: str
    name: str
    subjects: tuple[Subject, ...]
    lines: tuple[str, ...]
    file: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a paper is about: a case or an alert by id, or a span of time."""

    kind: Subject
    id: str = ""
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A filled template, to be read and changed before it goes anywhere."""

    about: About
    template: str
    name: str
    language: str
    marking: str
    text: str
    together: str = ""
    """What it is put together from, and that this may say more than each part; "" = of one."""
    floor: Floor = ANY
    """The lowest marking that its parts leave it."""

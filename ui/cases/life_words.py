"""What the page says of a case's life: its kind, days, search, silence, options, papers."""

from __future__ import annotations

from datetime import UTC

from osawatch.agenda.work import Quiet
from osawatch.cases.model import OPTIONS, Case
from ui.i18n import mark, say
from ui.sheet import Line, Part

CONTEXT = "matters"
TEXTS = {
    "new": mark("matters", "New case"),
    "title": mark("matters", "What is the matter?"),
    "kind": mark("matters", "What it is about"),
    "kind_alert": mark("matters", "an alert"),
    "kind_negotiation": mark("matters", "a negotiation"),
    "kind_expiry": mark("matters", "an expiry"),
    "kind_visit": mark("matters", "a visit"),
    "kind_other": mark("matters", "something else"),
    "day": mark("matters", "A day that matters (YYYY-MM-DD, or nothing)"),
    "text": mark("matters", "What happens on that day"),
    "search": mark("matters", "Saved search to follow"),
    "no_search": mark("matters", "none"),
    "silence": mark("matters", "Say when it has been silent for so many days (or nothing)"),
    "keep": mark("matters", "Keep"),
    "cancel": mark("matters", "Cancel"),
    "leave": mark("matters", "What you typed is not kept. Close anyway?"),
    "no_days": mark("matters", "Not a number of days: {0}"),
    "weigh": mark("matters", "Weigh…"),
    "weigh_title": mark("matters", "Weigh: {0}"),
    "weigh_more": mark(
        "matters",
        "The tests of the cabinet's letter on open strategic autonomy, and the ways to make the"
        " dependence smaller. What you keep stands in the case's log with your name; an answer can"
        " change, and the one before stays on record.",
    ),
    "tests": mark("matters", "Decision tests"),
    "options": mark("matters", "Ways to make the dependence smaller"),
    "why": mark("matters", "why"),
    "why_of": mark("matters", "Why: {0}"),
    "answer_": mark("matters", "not weighed"),
    "answer_yes": mark("matters", "yes"),
    "answer_no": mark("matters", "no"),
    "answer_unclear": mark("matters", "unclear"),
    "diversification": mark("matters", "Diversify suppliers"),
    "friendshoring": mark("matters", "Friendshoring: source from partners"),
    "nearshoring": mark("matters", "Nearshoring: source closer by"),
    "reshoring": mark("matters", "Reshoring: bring production back (last resort)"),
    "strategic-stocks": mark("matters", "Keep strategic stocks"),
    "serving": mark("matters", "instruments: {0}"),
    "serving_none": mark("matters", "no instrument of the watchlist serves it for these goods"),
    "add_date": mark("matters", "Add a day…"),
    "date_ask": mark("matters", "Which day? (YYYY-MM-DD)"),
    "date_what": mark("matters", "What happens on that day?"),
    "drop_date": mark("matters", "Drop a day"),
    "silence_menu": mark("matters", "Silence…"),
    "silence_ask": mark("matters", "After how many days without a story? (0 = never)"),
    "kind_is": mark("matters", "About: {0}"),
    "dates": mark("matters", "Days"),
    "search_is": mark("matters", "Search: {0}"),
    "fresh": mark("matters", "last story {0}; silent from {1} on"),
    "silent": mark(
        "matters", "SILENT since {0}: no story of it in {1} days, though sources answered"
    ),
    "blind": mark(
        "matters", "CANNOT TELL since {0}: no source answered, so this is no silence"
    ),
    "never": mark("matters", "none yet"),
    "no_watch": mark("matters", "its silence is not watched"),
    "chosen_options": mark("matters", "Options"),
    "papers": mark("matters", "Papers that left"),
    "paper": mark("matters", "{0} ({1}), {2}, {3}"),
}  # fmt: skip


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def parts(case: Case, quiet: Quiet | None) -> list[Part]:
    """The parts of a case's page, each a head and its lines; those that hold nothing stay out."""
    found = [
        ("dates", [f"{one.day} · {one.text}" for one in sorted(case.dates, key=_by_day)]),
        ("search", _search(case, quiet)),
        ("chosen_options", [_option(case, one) for one in OPTIONS if one in case.options]),
        ("papers", [
            text("paper", one.template, f"{one.form} {one.marking}".strip(),
                 f"{one.at.astimezone(UTC):%Y-%m-%d %H:%M}", one.by or "?")
            for one in case.papers
        ]),
    ]  # fmt: skip
    lines = [Part(text(key), tuple(map(Line, rows))) for key, rows in found if rows]
    kind = [Part(text("kind_is", text(f"kind_{case.kind}")))] if case.kind != "alert" else []
    return [*kind, *lines]


def _by_day(one: object) -> str:
    return str(getattr(one, "day", ""))


def _search(case: Case, quiet: Quiet | None) -> list[str]:
    if not case.search:
        return []
    name = str(case.search.get("name", ""))
    if quiet is None:
        return [text("search_is", name), text("no_watch")]
    until = f"{quiet.until.astimezone(UTC):%Y-%m-%d}"
    last = f"{quiet.last.astimezone(UTC):%Y-%m-%d}" if quiet.last else text("never")
    values: dict[str, tuple[object, ...]] = {
        "fresh": (last, until), "silent": (until, case.silence), "blind": (until,)
    }  # fmt: skip
    return [text("search_is", name), text(quiet.state, *values[quiet.state])]


def _option(case: Case, option: str) -> str:
    note = case.options[option].note
    return f"{text(option)} ({note})" if note else text(option)

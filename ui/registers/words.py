"""What the page of registers says."""

from __future__ import annotations

from datetime import UTC, date

from osawatch.registers.model import SHAPES, Entry, waited
from ui.i18n import mark, say

CONTEXT = "registers"
TEXTS = {
    "title": mark("registers", "Registers"),
    "which": mark("registers", "Which register"),
    "report": mark("registers", "Post reports"),
    "influence": mark("registers", "Influence cases"),
    "licence": mark("registers", "Licences"),
    "new_report": mark("registers", "New report…"),
    "new_influence": mark("registers", "New case of influence…"),
    "new_licence": mark("registers", "New application…"),
    "act": mark("registers", "Change"),
    "files": mark("registers", "Files"),
    "undo": mark("registers", "Take back"),
    "search": mark("registers", "Search the register"),
    "list": mark("registers", "The register, the last changed first"),
    "detail": mark("registers", "The chosen entry"),
    "edit": mark("registers", "Edit…"),
    "inform": mark("registers", "Somebody was told…"),
    "told_ask": mark("registers", "Who was told? A desk or a unit, not a person."),
    "withdraw": mark("registers", "Withdraw"),
    "import": mark("registers", "Take in CSV or XLSX…"),
    "export": mark("registers", "Write CSV…"),
    "none_report": mark("registers", "No report yet"),
    "none_influence": mark("registers", "No case of influence yet"),
    "none_licence": mark("registers", "No application yet"),
    "more_report": mark(
        "registers",
        "What a post saw itself: written here without a network, read by the rules like news. Its"
        " comment stays apart from the facts.",
    ),
    "more_influence": mark(
        "registers",
        "Measure, sender, target, date and outcome of pressure by other states, kept by the desk.",
    ),
    "more_licence": mark(
        "registers",
        "Applications by a firm under a name that hides it, and how long they wait. A table of them"
        " can be taken in.",
    ),
    "nothing_fits": mark("registers", "Nothing in the register has these words"),
    "nothing_more": mark("registers", "Empty the search line to see all of it."),
    "kept": mark("registers", "Kept"),
    "kept_alerts": mark("registers", "Kept; the rules raised {0} alerts of it"),
    "kept_joined": mark(
        "registers", "Kept; a rule fired: it joined an alert that stands, or stands aside"
    ),
    "kept_silent": mark("registers", "Kept; no rule saw an alert in it"),
    "took": mark("registers", "{0} rows: {1} new, {2} changed"),
    "wrote": mark("registers", "Written: {0}"),
    "back": mark("registers", "Taken back"),
    "nothing_back": mark("registers", "There is nothing of yours to take back"),
    "failed": mark("registers", "Not done: {0}"),
    "keep": mark("registers", "Keep"),
    "cancel": mark("registers", "Cancel"),
    "needed": mark("registers", "{0} (needed)"),
    "leave": mark("registers", "What you typed is not kept. Close anyway?"),
    "fault": mark("registers", "{0}: {1}"),
    "opened": mark("registers", "Kept {0} by {1}, changed {2}"),
    "informed": mark("registers", "Told: {0}"),
    "nobody_told": mark("registers", "Nobody was told yet"),
    "who_when": mark("registers", "{0} ({1}, by {2})"),
    "nobody": mark("registers", "not named"),
    "days": mark("registers", "Days"),
    "days_waits": mark("registers", "Waiting: {0} days"),
    "days_took": mark("registers", "Took {0} days"),
    "chart": mark("registers", "Median days of waiting of the applications that were open"),
    "chart_now": mark("registers", "today {0}, of {1} open"),
    "chart_none": mark("registers", "none is open today"),
    "chart_lost": mark("registers", "{0} decided on a day that is not known are left out"),
    "field_title": mark("registers", "Title"),
    "field_day": mark("registers", "Day (YYYY-MM-DD)"),
    "field_countries": mark("registers", "Countries (two letters, with commas)"),
    "field_goods": mark("registers", "Goods of the watchlist (with commas)"),
    "field_measure": mark("registers", "Measure"),
    "field_grade": mark("registers", "Reliability of the source, A to F"),
    "field_summary": mark("registers", "Summary"),
    "field_facts": mark("registers", "Facts"),
    "field_comment": mark("registers", "Comment: the post's own view, read by no rule"),
    "field_action": mark("registers", "Action: what is asked of whom"),
    "field_next": mark("registers", "Next step"),
    "field_sender": mark("registers", "Sender (country, two letters)"),
    "field_target": mark("registers", "Target"),
    "field_outcome": mark("registers", "Outcome"),
    "field_source": mark("registers", "Source (title or link)"),
    "field_note": mark("registers", "Note"),
    "field_firm": mark("registers", "Firm, under a name that hides it"),
    "field_good": mark("registers", "Good (id of the watchlist)"),
    "field_country": mark("registers", "Country (two letters)"),
    "field_filed": mark("registers", "Filed on (YYYY-MM-DD)"),
    "field_status": mark("registers", "Status"),
    "field_decided": mark("registers", "Decided on (YYYY-MM-DD)"),
    "head_day": mark("registers", "Day"),
    "head_countries": mark("registers", "Countries"),
    "head_goods": mark("registers", "Goods"),
    "head_sender": mark("registers", "Sender"),
    "head_firm": mark("registers", "Firm"),
    "head_good": mark("registers", "Good"),
    "head_country": mark("registers", "Country"),
    "head_filed": mark("registers", "Filed"),
    "choice_": mark("registers", "not said"),
    "choice_filed": mark("registers", "filed"),
    "choice_in-review": mark("registers", "in review"),
    "choice_questions": mark("registers", "questions asked"),
    "choice_granted": mark("registers", "granted"),
    "choice_refused": mark("registers", "refused"),
    "choice_withdrawn": mark("registers", "withdrawn"),
    "choice_lapsed": mark("registers", "lapsed"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def caption(key: str) -> str:
    """What a field asks for."""
    return text(f"field_{key}")


def head(key: str) -> str:
    """The head of a column: shorter than the question."""
    return text(f"head_{key}") if f"head_{key}" in TEXTS else caption(key)


def choice(value: str) -> str:
    """A value of a choice for people; a letter is its own word."""
    return text(f"choice_{value}") if f"choice_{value}" in TEXTS else value


def shown(one: Entry, key: str) -> str:
    """A field in a cell."""
    column = SHAPES[one.shape].column(key)
    value = one.text(key)
    return choice(value) if value and column and column.kind == "choice" else value


def page(one: Entry, today: date) -> str:
    """An entry as plain text."""
    form = "%Y-%m-%d %H:%M"
    opened = f"{one.opened.astimezone(UTC):{form}}"
    lines = [
        one.title,
        text("opened", opened, one.by or text("nobody"), f"{one.updated.astimezone(UTC):{form}}"),
    ]
    days = waited(one, today) if one.shape == "licence" else None
    if days is not None:
        lines.append(text("days_took" if one.text("decided") else "days_waits", days))
    told = [
        text("who_when", x.who, f"{x.at.astimezone(UTC):%Y-%m-%d}", x.by or text("nobody"))
        for x in one.told
    ]
    lines.append(text("informed", "; ".join(told)) if told else text("nobody_told"))
    parts = [
        f"{caption(column.key)}\n{shown(one, column.key)}"
        for column in SHAPES[one.shape].columns
        if one.text(column.key)
    ]
    return "\n\n".join(["\n".join(lines), *parts])

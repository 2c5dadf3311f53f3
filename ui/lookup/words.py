"""The sentences of the look-up: a measure, a share, a listing in a line each."""

from __future__ import annotations

from collections.abc import Sequence

from osawatch.acts import Detail
from osawatch.hits import Standing as OnList
from osawatch.lookup import Coverage, Share, Standing
from ui import scopes, words
from ui.i18n import mark, say
from ui.names import Names
from ui.sheet import Line

CONTEXT = "lookup"
TEXTS = {
    "title": mark("lookup", "Look up"),
    "hint": mark("lookup", "Good, customs code, country or company"),
    "nothing": mark("lookup", "Nothing on the watchlist is called that."),
    "nothing_head": mark("lookup", "Nothing found: «{0}»"),
    "checked": mark(
        "lookup",
        "Looked at: names and codes of {0} goods, {1} countries and {2} companies, in every"
        " language in which they are kept. Not searched: the texts of {3} items, and lists of"
        " sanctions.",
    ),
    "search_items": mark("lookup", "Search the texts of all items for «{0}»"),
    "in_force": mark("lookup", "In force"),
    "suspended": mark("lookup", "Suspended"),
    "announced": mark("lookup", "Announced, not in force yet"),
    "over": mark("lookup", "Over"),
    "no_measures": mark(
        "lookup", "None is known. Looked at: {0} measures of this desk, the shipped list of {1}."
    ),
    "no_list": mark("lookup", "no date"),
    "coming": mark("lookup", "Next dates"),
    "no_dates": mark("lookup", "No day is named by a measure above. Looked at: the next 365 days."),
    "cases": mark("lookup", "Open cases"),
    "no_cases": mark("lookup", "No open case holds an alert about it."),
    "case": mark("lookup", "{0}, held by {1}, last change {2}"),
    "supplied": mark("lookup", "Who supplies it"),
    "supplies": mark("lookup", "What it supplies"),
    "no_shares": mark("lookup", "No shares are known."),
    "alerts": mark("lookup", "Alerts"),
    "no_alerts": mark(
        "lookup", "None was raised. Looked at: {0} items of {1} sources that are on."
    ),
    "more_alerts": mark("lookup", "All {0} alerts"),
    "more_shares": mark("lookup", "{0} smaller shares stand in the watchlist."),
    "owner": mark("lookup", "Owner"),
    "codes": mark("lookup", "Customs codes"),
    "names": mark("lookup", "Names"),
    "as_of": mark("lookup", "As of {0}. {1}"),
    "coverage": mark("lookup", "{0} of {1} sources have answered, {2} items; last answer {3}"),
    "never": mark("lookup", "none yet"),
    "silent": mark("lookup", "Never answered: {0}"),
    "since": mark("lookup", "since {0}"),
    "until": mark("lookup", "until {0}"),
    "deadline": mark("lookup", "comments until {0}"),
    "ended": mark("lookup", "its last day has passed and no later act was seen"),
    "check": mark("lookup", "to be confirmed"),
    "unknown_share": mark("lookup", "share not known"),
    "show": mark("lookup", "Show the alerts"),
    "line": mark("lookup", "{0}: {1}"),
    "amount": mark("lookup", "{0} {1}"),
    "used_share": mark("lookup", "{0} % used"),
    "by_day": mark("lookup", "by {0}"),
    "said_by": mark("lookup", "noted by {0}"),
    "answered-by": mark("lookup", "Answered by"),
    "answers": mark("lookup", "Answers"),
    "on_lists": mark("lookup", "On sanctions lists"),
    "not_listed": mark("lookup", "On none. Looked at: {0}."),
    "no_lists": mark("lookup", "This desk keeps no list of sanctions: cannot tell."),
    "country_page": mark("lookup", "Page of the country"),
    "in_day": mark("lookup", "Answered in the last day ({0}): {1}"),
    "in_week": mark("lookup", "Answered in the last 7 days ({0}): {1}"),
    "longer": mark("lookup", "Answered longer ago ({0}): {1}"),
    "never_in": mark("lookup", "Never answered ({0}): {1}"),
    "off": mark("lookup", "{0} sources are off: nothing of them is read."),
    "aged": mark("lookup", "{0} ({1})"),
    "listed_as": mark("lookup", "listed as «{0}»"),
}
GONE = {
    "removed": mark("lookup", "no longer on the list"),
    "unlike": mark("lookup", "the record no longer names it"),
    "unwatched": mark("lookup", "no longer on the watchlist"),
}
DETAILS = {
    "quota": mark("lookup", "Quota"),
    "used": mark("lookup", "Used"),
    "exemption": mark("lookup", "Exemption"),
    "route": mark("lookup", "Licence route"),
    "end-user": mark("lookup", "End user"),
    "destination": mark("lookup", "Destination"),
    "reaction": mark("lookup", "Reaction"),
}
KINDS = {
    "good": mark("lookup", "Good"),
    "country": mark("lookup", "Country"),
    "company": mark("lookup", "Company"),
}
OVER = ("expired", "lifted")


def text(key: str, *values: object) -> str:
    """A sentence of the look-up."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def kind(code: str) -> str:
    """What a subject is."""
    return say(CONTEXT, KINDS[code])


def measure(one: Standing, names: Names) -> str:
    """A measure in one line: how it stands, who, what, its days, its act."""
    about = one.measure
    goods = ", ".join(names.of("good", good) for good in about.goods[:4])
    days = [text("since", about.effective)] if about.effective else []
    if about.suspended_until and one.status == "suspended":
        days.append(text("until", about.suspended_until))
    if about.expiry:
        days.append(text("until", about.expiry))
    if about.deadline:
        days.append(text("deadline", about.deadline))
    parts = [
        names.of("country", about.country), names.of("measure", about.measure), goods, *days,
        about.act, text("ended") if one.ended else "", text("check") if about.check else "",
        about.source and f"[{about.source}]",
    ]  # fmt: skip
    stage = words.word(words.STAGES, one.status) if one.status else ""
    return text("line", stage.capitalize(), ", ".join(part for part in parts if part))


def added(one: Standing, names: Names) -> list[str]:
    """What people added to a measure, a line each with its source; then who answers whom."""
    record = one.record
    if record is None:
        return []
    lines = []
    for detail in record.details:
        if detail.kind == "reaction":
            continue  # it is told below, with its country
        what = figure(detail) if detail.amount is not None else _value(detail, names)
        use = record.use
        share = round(100 * use.share) if use and use.used == detail else None
        parts = [
            what, "" if share is None else text("used_share", share),
            text("by_day", detail.day) if detail.day else "", detail.note, f"[{detail.source}]",
            text("said_by", detail.by) if detail.by else "",
        ]  # fmt: skip
        said = text("line", say(CONTEXT, DETAILS[detail.kind]), ", ".join(filter(None, parts)))
        lines.append(f"   {said}")
    for relation, other in record.reactions:
        linked = (one for one in record.details if one.value in (other.id, other.act))
        source = next((f"[{one.source}]" for one in linked if one.kind == "reaction"), "")
        about = (
            names.of("country", other.country), names.of("measure", other.measure), other.act,
            source,
        )  # fmt: skip
        lines.append("   " + text("line", text(relation), ", ".join(filter(None, about))))
    return lines


def on_list(one: OnList) -> str:
    """A company on a sanctions list: which, as whom, since when, until when and why."""
    day = f"{one.since:%Y-%m-%d}"
    parts = [text("listed_as", words.foreign(one.name)), one.why, text("since", day)]
    if one.until:
        gone = say(CONTEXT, GONE[one.reason]) if one.reason in GONE else ""
        parts += [text("until", f"{one.until:%Y-%m-%d}"), gone]
    return text("line", f"{one.list}:{one.entity}", ", ".join(filter(None, parts)))


def figure(one: Detail) -> str:
    """An amount with its unit."""
    return text("amount", f"{one.amount:,.10g}", one.unit)


def _value(one: Detail, names: Names) -> str:
    return names.of("country", one.value) if one.kind == "destination" else one.value


def share(one: Share, names: Names, *, land: bool) -> str:
    """A share in one line, with its scope, period and source."""
    what = names.of("good", one.good) if land else names.of("country", one.country)
    figure = text("unknown_share") if one.share is None else f"{100 * one.share:.0f} %"
    parts = [figure, scopes.where(one.scope, one.stage, "", one.period), f"[{one.source}]"]
    return text("line", what, ", ".join(part for part in parts if part))


def coverage(found: Coverage) -> str:
    """How far the desk has looked, in one sentence."""
    last = words.clock(found.last) if found.last else text("never")
    return text("coverage", found.answered, found.on, found.items, last)


def by_standing(found: Sequence[Standing], names: Names) -> dict[str, tuple[Line, ...]]:
    """Measures by how they stand; what has no day of its own yet is announced."""
    by: dict[str, list[Line]] = {"in_force": [], "suspended": [], "announced": [], "over": []}
    for one in found:
        key = one.status if one.status in by else "over" if one.status in OVER else "announced"
        by[key] += [Line(said) for said in (measure(one, names), *added(one, names))]
    return {key: tuple(lines) for key, lines in by.items()}

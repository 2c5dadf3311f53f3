"""What the page of records says."""

from __future__ import annotations

from collections.abc import Iterator

from osawatch.filing.model import Due, Gone, Schedule, Standing
from ui.i18n import figure, mark, say

CONTEXT = "records"
TEXTS = {
    "title": mark("records", "Records"),
    "which": mark("records", "What is shown"),
    "due": mark("records", "Closed cases"),
    "log": mark("records", "Log of destruction"),
    "schedule": mark("records", "Schedule…"),
    "erase": mark("records", "Erase a person…"),
    "news": mark("records", "Old news…"),
    "news_kept": mark(
        "records", "News is kept for ever. «Schedule…» sets how many days it is kept."
    ),
    "news_looking": mark("records", "Looking how much nobody decided on…"),
    "news_going": mark("records", "Letting it go. What went stays gone when you stop."),
    "news_none": mark("records", "No news older than {0} days on which nobody decided"),
    "held_hub": mark("records", "{0} more stay until they are sent to the hub"),
    "held_bundles": mark("records", "{0} more stay until a bundle of each channel took them"),
    "news_title": mark("records", "{0} items older than {1} days that nobody decided on"),
    "news_told": mark(
        "records",
        "Their texts and addresses go, and what the search knows of them. There is no way back."
        "\n\nIt stays: every item of an alert, whatever became of it; of a story with an alert; "
        "of a case, a situation, a register or a line of the log; on which a rule fired; that "
        "tells of a measure or names somebody on a list.\n\nNo day of a trend changes, and what "
        "a source serves again is not new. The log keeps one line with your name, the time, "
        "your reason, how many and of which days.",
    ),
    "news_now": mark("records", "Let it go for good"),
    "news_gone": mark("records", "{0} items went; the log says so"),
    "news_stopped": mark("records", "Stopped: {0} items went until then; the log says so"),
    "stop": mark("records", "Stop"),
    "stopping": mark("records", "Stopping…"),
    "act": mark("records", "Record"),
    "export": mark("records", "Write out as a record…"),
    "export_title": mark("records", "Write out «{0}»"),
    "export_told": mark(
        "records",
        "The case with its log and its files, as JSON, HTML and PDF/A, with metadata of each for "
        "an archive. The marking stands in all of them, and on every page.",
    ),
    "marking": mark("records", "Marking"),
    "no_marking": mark("records", "No marking"),
    "raised": mark("records", "At least {0}: «{1}» carries it."),
    "marking_told": mark(
        "records", "Marking: who may read it. The Traffic Light Protocol, or {0}."
    ),
    "where": mark("records", "Choose where to…"),
    "destroy": mark("records", "Destroy…"),
    "check": mark("records", "Check the log"),
    "checking": mark("records", "Checking the log…"),
    "sound": mark(
        "records",
        "Checked: every line of the log is as it was, or as the log says it became",
    ),
    "unsound": mark("records", "Checked, and not all is well: {0}"),
    "list": mark("records", "Closed cases, the first that is due on top"),
    "gone_list": mark("records", "What was destroyed and erased, the last on top"),
    "detail": mark("records", "The chosen line"),
    "kept": mark("records", "Years that closed cases are kept: {0}. Ground: {1}"),
    "no_schedule": mark(
        "records",
        "No schedule is set: nothing is due, so nothing can be destroyed. «Schedule…» sets one.",
    ),
    "kept_news": mark("records", "News that nobody decided on is kept {0} days."),
    "none_due": mark("records", "No closed case"),
    "more_due": mark(
        "records",
        "A case that is closed is listed here with the day its term ends.",
    ),
    "none_log": mark("records", "Nothing was destroyed or erased"),
    "more_log": mark(
        "records",
        "Each act leaves a line here: who, when, why, on what ground, and a digest of what it was.",
    ),
    "c_title": mark("records", "Case"),
    "c_closed": mark("records", "Closed on"),
    "c_until": mark("records", "Kept until"),
    "c_filed": mark("records", "Written out"),
    "c_state": mark("records", "Stands"),
    "c_at": mark("records", "When"),
    "c_kind": mark("records", "What"),
    "c_by": mark("records", "By"),
    "c_why": mark("records", "Why"),
    "yes": mark("records", "yes"),
    "no": mark("records", "no"),
    "s_open": mark("records", "no term is set"),
    "s_kept": mark("records", "within its term"),
    "s_file": mark("records", "term is over; write it out first"),
    "s_ready": mark("records", "term is over; can be destroyed"),
    "k_destroyed": mark("records", "case destroyed"),
    "k_erased": mark("records", "person erased"),
    "k_news": mark("records", "old news"),
    "d_case": mark(
        "records",
        "{0}\n\nClosed on {1}\nKept until {2}\nGround: {3}\nWritten out after its last "
        "change: {4}\nStands: {5}",
    ),
    "d_gone": mark(
        "records",
        "{0}\n\nOn {1} by {2}\nWhy: {3}\nGround: {4}\nLines that lost their words: "
        "{5}\nFiles that went: {6}\nSubject: {7}\nSHA-256 of the lines as they "
        "were:\n{8}",
    ),
    "d_news": mark(
        "records",
        "{0}\n\nOn {1} by {2}\nWhy: {3}\nItems that went: {4}\nOlder than: {5} days\n"
        "First seen: {6} to {7}",
    ),
    "f_items": mark(
        "records", "Days that news is kept on which nobody decided (0 = for ever, least 30)"
    ),
    "f_years": mark("records", "Years that a closed case is kept (0 = nothing is ever due)"),
    "f_basis": mark("records", "The selection list that says so"),
    "f_creator": mark("records", "The organisation that formed the archive"),
    "f_why": mark("records", "Why (it stays in the log)"),
    "f_name": mark("records", "The name, as it is written"),
    "f_authors": mark("records", "Also where the person wrote lines: they lose their author"),
    "save": mark("records", "Save"),
    "look": mark("records", "Look where it stands"),
    "cancel": mark("records", "Cancel"),
    "erase_now": mark("records", "Erase for good"),
    "destroy_now": mark("records", "Destroy for good"),
    "destroy_title": mark("records", "Destroy «{0}»?"),
    "destroy_told": mark(
        "records",
        "The words of its lines go, with the notes and files of its alerts that stand "
        "in no other case. There is no way back.\n\nThe log keeps: each line at its "
        "place with SHA-256 of what it was, and a line with your name, the time, your "
        "reason and the ground «{0}».\n\nOther desks, older backups and what was "
        "written out keep what they have.",
    ),
    "erase_title": mark("records", "Erase «{0}»?"),
    "erase_told": mark(
        "records",
        "The name goes from:\n{0}\n\nIt stays in:\n{1}\n\nOthers who have it as it was, "
        "and erase for themselves:\n{2}\n\nThe log keeps the lines at their places, and "
        "one line with your name, the time and your reason. There is no way back.",
    ),
    "p_events": mark("records", "{0} lines of the log"),
    "p_files": mark("records", "{0} names of files"),
    "p_reports": mark("records", "{0} own reports"),
    "p_rows": mark("records", "{0}: {1}"),
    "p_items": mark("records", "{0} texts of the press and of authorities"),
    "p_own": mark("records", "the post's own file {0}"),
    "p_hub": mark("records", "hub {0}: {1} lines"),
    "p_bundle": mark("records", "bundles of channel {0}: {1}"),
    "p_post": mark("records", "post {0}: {1} lines"),
    "p_older": mark("records", "older backups"),
    "nothing": mark("records", "nothing"),
    "stands_nowhere": mark("records", "The name stands in nothing that this desk wrote"),
    "wrote": mark(
        "records",
        "Written out: {0}, {1} files. Together they may be more sensitive than each alone.",
    ),
    "writing": mark("records", "Writing the record…"),
    "gone": mark(
        "records",
        "{0} lines lost their words, {1} files went; the log says so",
    ),
    "scheduled": mark("records", "Kept: the schedule"),
    "failed": mark("records", "Failed: {0}"),
    "years_wrong": mark("records", "Give a whole number of years."),
    "days_wrong": mark("records", "Give a whole number of days."),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)


def plan(schedule: Schedule) -> str:
    """How long closed cases are kept, and news, in a line."""
    cases = text("kept", schedule.years, schedule.basis) if schedule.years else text("no_schedule")
    return f"{cases}\n{text('kept_news', schedule.items)}" if schedule.items else cases


def state(one: Due) -> str:
    """Where a closed case stands on its way."""
    if one.until is None:
        return text("s_open")
    if not one.over:
        return text("s_kept")
    return text("s_ready" if one.filed else "s_file")


def case_page(one: Due, schedule: Schedule) -> str:
    """A closed case, and on what ground it is kept."""
    return text(
        "d_case", one.title, f"{one.closed:%Y-%m-%d}", _until(one), schedule.basis or "-",
        text("yes" if one.filed else "no"), state(one),
    )  # fmt: skip


def case_cell(one: Due, key: str) -> str:
    """What a cell of the list of cases says."""
    return {
        "title": one.title, "closed": f"{one.closed:%Y-%m-%d}", "until": _until(one),
        "filed": text("yes" if one.filed else "no"), "state": state(one),
    }[key]  # fmt: skip


def gone_cell(one: Gone, key: str) -> str:
    """What a cell of the log says."""
    return {
        "at": f"{one.at:%Y-%m-%d %H:%M}", "kind": kind(one), "by": one.by, "why": one.why,
    }[key]  # fmt: skip


def gone_page(one: Gone) -> str:
    """A line of the log as it stands."""
    if one.items:
        return text(
            "d_news", kind(one), f"{one.at:%Y-%m-%d %H:%M} UTC", one.by, one.why,
            figure(one.items), one.days, one.since, one.until,
        )  # fmt: skip
    return text(
        "d_gone", kind(one), f"{one.at:%Y-%m-%d %H:%M} UTC", one.by, one.why, one.basis or "-",
        one.events, one.files, one.subject, one.digest,
    )  # fmt: skip


def kind(one: Gone) -> str:
    """What was done."""
    if one.items:
        return text("k_news")
    return text("k_erased" if "eras" in one.kind else "k_destroyed")


def preview(found: Standing) -> str:
    """What an erasure takes, what it leaves, and who else has it."""
    parts = (_goes(found), _stays(found), _others(found))
    return text("erase_told", *("\n".join(f"  {one}" for one in part) for part in parts))


def stands(found: Standing) -> bool:
    """Whether there is anything to erase."""
    return bool(found.events or found.files or found.reports or sum(found.rows.values()))


def _goes(found: Standing) -> list[str]:
    counts = (("p_events", found.events), ("p_files", found.files), ("p_reports", found.reports))
    told = [text(key, count) for key, count in counts if count]
    told += [text("p_rows", name, count) for name, count in found.rows.items() if count]
    return told or [text("nothing")]


def _stays(found: Standing) -> list[str]:
    told = [text("p_items", found.items)] if found.items else []
    told += [text("p_rows", name, count) for name, count in found.held.items() if count]
    return [*told, *(text("p_own", name) for name in found.elsewhere)] or [text("nothing")]


def _others(found: Standing) -> Iterator[str]:
    for hub, count, _last in found.abroad.hubs:
        yield text("p_hub", hub, count)
    for channel, count, _newest in found.abroad.bundles:
        yield text("p_bundle", channel, count)
    for post, count in found.abroad.posts:
        yield text("p_post", post, count)
    yield text("p_older")


def _until(one: Due) -> str:
    return "-" if one.until is None else f"{one.until:%Y-%m-%d}"

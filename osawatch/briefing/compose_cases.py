"""Open cases, and what was decided: in cases and on single alerts."""

from __future__ import annotations

from osawatch.briefing.compose_parts import MOST_SOURCES, cited, moment, source
from osawatch.briefing.model import CaseFacts, Decided, Entry, Facts, Section, Source, Table
from osawatch.briefing.words import case_word

MOST_STEPS = 6


def section(facts: Facts, said: dict[str, str]) -> Section:
    """An entry a case. Notes and answers stay with the desk; what is to be done is told."""
    entries = tuple(_entry(one, facts, said) for one in facts.cases)
    return Section(said["cases"], "", entries, said["nothing_cases"])


def _entry(found: CaseFacts, facts: Facts, said: dict[str, str]) -> Entry:
    one, language = found.case, facts.asked.language
    told = [
        said["case_state"].format(case_word(language, one.status)),
        said["owner"].format(", ".join(one.owners)) if one.owners else said["no_owner"],
        said["holder"].format(one.holder) if one.holder else "",
        said["next"].format(one.next) if one.next else "",
        said["told_to"].format(", ".join(dict.fromkeys(x.who for x in one.told)))
        if one.told
        else "",
        said["alerts_in"].format(len(one.alerts)),
    ]
    told += [
        said["step"].format(step.text, step.who or said["nobody_yet"], step.due or said["no_day"])
        for step in one.steps
        if step.done is None
    ][:MOST_STEPS]
    sources = tuple(source(item) for item in found.story[:MOST_SOURCES])
    return Entry(one.title, tuple(part for part in told if part), (*sources, _own(found, said)))


def _own(found: CaseFacts, said: dict[str, str]) -> Source:
    """The desk itself is the source of what it says of its case."""
    one = found.case
    title = said["case_source"].format(one.by or said["nobody"], moment(one.updated))
    return Source(said["desk_log"], title, "", "", moment(one.opened), official=False)


def decisions(facts: Facts, said: dict[str, str]) -> Section:
    """When, who, what, about what, and where that is known from."""
    rows = tuple(
        (moment(one.entry.at), one.entry.actor or "?", _what(one, facts.asked.language, said),
         one.title, cited(one.source, said) if one.source else said["case_log"])
        for one in facts.decided
    )  # fmt: skip
    head = tuple(said[key] for key in ("when", "who", "what", "about", "source"))
    parts = (Table(said["decided"], head, rows),) if rows else ()
    return Section(said["decided"], said["decided_lead"], parts, said["nothing_decided"])


def _what(one: Decided, language: str, said: dict[str, str]) -> str:
    data, kind = one.entry.data, one.entry.kind
    if kind == "case_test":
        test, answer = (case_word(language, str(data.get(key, ""))) for key in ("test", "answer"))
        return said[kind].format(test, answer)
    if kind == "case_status":
        outcome = str(data.get("outcome") or "")
        state = case_word(language, str(data.get("status", "")))
        return said[kind].format(f"{state}: {outcome}" if outcome else state)
    if kind == "rate":
        score = data.get("score")
        figure = f"{score:.0f}, {data.get('why', '')}" if isinstance(score, int | float) else ""
        return said[kind].format(figure) if figure else said["unrate"]
    value = {
        "assign": data.get("who"), "snooze": _until(str(data.get("until") or "")),
        "tag": data.get("tag"),
        "case_told": data.get("who"), "case_handover": data.get("to"),
        "close": said["relevant" if data.get("relevant") else "irrelevant"],
    }.get(kind, "")  # fmt: skip
    return said.get(kind, kind).format(value or "")


def _until(words: str) -> str:
    """A moment as the rest of the page writes it; a condition stays as it is."""
    return words[:16].replace("T", " ").removesuffix(" 00:00") if words[:4].isdigit() else words

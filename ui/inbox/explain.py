"""What the preview says, worked out before anything is drawn. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from osawatch.model import AlertDetail, CardDetail, HistoryEntry, Mark, Score, StoryItem
from ui import words
from ui.i18n import figure, mark, say
from ui.marked import Span, span
from ui.names import Names
from ui.scopes import where

CONTEXT = "preview"
TEXTS = {
    "happened": mark("preview", "What happened"),
    "original": mark("preview", "original in {0}, kept as it came"),
    "why": mark("preview", "Why it was raised"),
    "score": mark("preview", "Score"),
    "suppliers": mark("preview", "Who supplies it"),
    "largest": mark("preview", "{0}: {1}"),
    "owner": mark("preview", "Who owns it, what to do"),
    "story": mark("preview", "Story"),
    "history": mark("preview", "History"),
    "story_more": mark("preview", "items: {0}, publishers: {1}, official: {2}"),
    "history_more": mark("preview", "entries: {0}"),
    "together": mark("preview", "Found together: {0}"),
    "suppressed": mark("preview", "Not in the inbox: {0}"),
    "trial": mark("preview", "On trial: the rule is not stable yet and never notifies"),
    "rule": mark("preview", "Rule"),
    "roles": mark("preview", "{0} ({1})"),
    "goods_list": mark("preview", "Goods"),
    "countries_list": mark("preview", "Countries"),
    "measures_list": mark("preview", "Measures"),
    "companies_list": mark("preview", "Companies"),
    "sanctions_list": mark("preview", "Sanctions lists"),
    "words_list": mark("preview", "Words of the rule"),
    "severity": mark("preview", "Severity"),
    "dependency": mark("preview", "Dependency"),
    "confidence": mark("preview", "Confidence"),
    "novelty": mark("preview", "Novelty"),
    "age": mark("preview", "Age"),
    "share_known": mark("preview", "{0} % share known"),
    "share_unknown": mark("preview", "share not known: {0} to {1}"),
    "official": mark("preview", "official document"),
    "grades": mark("preview", "sources graded {0}"),
    "no_source": mark("preview", "no graded source"),
    "first": mark("preview", "first of its kind in 180 days"),
    "repeat": mark("preview", "seen before"),
    "no_stage": mark("preview", "stage unknown"),
    "no_decay": mark("preview", "no decay while in force"),
    "decays": mark("preview", "{0} days old"),
    "copy": mark("preview", "copy"),
    "state_media": mark("preview", "state media"),
    "ministry": mark("preview", "Ministry"),
    "next": mark("preview", "Next"),
    "tip": mark("preview", "{0}\nin the rule: {1}"),
    "tip_rule": mark("preview", "{0}\nin the rule «{1}»: {2}"),
    "tip_only": mark("preview", "{0}\nin the rule «{1}»"),
    "open": mark("preview", "Open this report"),
    "cite": mark("preview", "Copy a citation"),
    "undone": mark("preview", "taken back"),
    "after": mark("preview", "found in an older item after the list of {0} ({1})"),
    "was_wrong": mark("preview", "This report was wrong…"),
    "not_wrong": mark("preview", "This report was not wrong after all"),
    "called_wrong": mark("preview", "called wrong"),
    "show_all": mark("preview", "Show all {0}"),
    "show_all_of": mark("preview", "Show all {0}: {1}"),
    "computed": mark("preview", "the computed score again"),
    "unlowered": mark("preview", "the lower score set by hand has ended"),
}


def text(key: str, *values: object) -> str:
    """A sentence of the preview."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a score: name, figure, share of its bar 0-1, what it rests on, its code."""

    name: str
    figure: str
    share: float
    reason: str
    part: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A marked word tied to its watchlist entry. `kind` is good, country, measure, ..."""

    kind: str
    words: str
    entry: str


LISTS = {
    "good": "goods_list",
    "country": "countries_list",
    "measure": "measures_list",
    "company": "companies_list",
    "sanctions": "sanctions_list",
}


def entry(concept: str, names: Names) -> str:
    """«Goods › Gallium» for a concept."""
    axis, _, key = concept.partition(":")
    where = text(LISTS.get(axis, "words_list"))
    name = names.of(axis, key) if axis in ("good", "country", "measure") else key
    return f"{where} › {name}"


Rules = Mapping[tuple[str, Mark], str]  # title of the rule by item and mark, where it is one


def rules(detail: CardDetail) -> Rules:
    """Whose each mark is: a mark that several rules have in one item names none of them."""
    found: dict[tuple[str, Mark], str] = {}
    for one in detail.alerts:
        title = one.alert.rule_title
        for item in one.story:
            for seen in item.marks:
                known = found.setdefault((item.id, seen), title)
                found[item.id, seen] = title if known == title else ""
    return found


def tip(item: str, found: Mark, names: Names, of: Rules) -> str:
    """Which watchlist entry a mark is, in which rule and by which part of it."""
    said, rule = entry(found.concept, names), of.get((item, found), "")
    if rule and found.selection:
        return text("tip_rule", said, rule, found.selection)
    if rule:
        return text("tip_only", said, rule)
    return text("tip", said, found.selection) if found.selection else said


def spans(
    item: StoryItem, field: str, names: Names, of: Rules = MappingProxyType({})
) -> tuple[Span, ...]:
    """The marks of one field of an item, for drawing."""
    words_ = item.title if field == "title" else item.summary
    found = {}
    for one in item.marks:
        if one.field == field:
            axis = one.concept.partition(":")[0]
            said = tip(item.id, one, names, of)
            found[one.start, one.end] = span(words_, one.start, one.end, axis, said)
    return tuple(found.values())


def glossary(items: Iterable[StoryItem], names: Names, most: int = 8) -> tuple[Entry, ...]:
    """Each marked word once, with its watchlist entry; goods first."""
    order = ("good", "country", "measure", "company")
    found: dict[tuple[str, str], Entry] = {}
    for item in items:
        for one in item.marks:
            axis = one.concept.partition(":")[0]
            found.setdefault(
                (one.concept, one.text.casefold()), Entry(axis, one.text, entry(one.concept, names))
            )
    ranked = sorted(found.values(), key=lambda e: order.index(e.kind) if e.kind in order else 9)
    return tuple(ranked[:most])


def told(items: Sequence[StoryItem], language: str) -> tuple[StoryItem, ...]:
    """The items whose text is shown: the best one, and one in the reader's language beside it."""
    if not items:
        return ()
    first = items[0]
    if first.language in ("", language):
        return (first,)
    own = next((item for item in items if item.language == language), None)
    return (first, own) if own else (first,)


def why(detail: AlertDetail, names: Names) -> str:
    """One sentence: what the rule found, and who does what."""
    alert = detail.alert
    things = [names.of("good", good) for good in alert.goods]
    things += [names.of("measure", measure) for measure in alert.measures]
    for role in alert.roles:
        part = words.word(words.ROLES, role.role)
        things.append(text("roles", names.of("country", role.country), part))
    if not things:
        return alert.rule_title
    return text("together", ", ".join(dict.fromkeys(things)))


def aside(detail: AlertDetail) -> str:
    """Why an alert is not in the inbox, "" when it is."""
    alert = detail.alert
    if alert.suppressed:
        code = alert.suppressed.partition(":")[0]
        return text("suppressed", words.word(words.SUPPRESSED, code))
    return text("trial") if alert.trial else ""


def factors(score: Score, names: Names) -> tuple[Factor, ...]:
    """The five factors of a score."""
    parts, reasons = score.parts, score.reasons
    if not parts:
        return ()
    code = reasons.get("stage", "")
    stage = words.word(words.STAGES, code) if code in words.STAGES else text("no_stage")
    measure = names.of("measure", reasons.get("severity", ""))
    novelty = 10 * parts.get("novelty", 0) + 15 * parts.get("burst", 0)
    first = text("first") if parts.get("novelty", 0) >= 1 else text("repeat")
    decay = reasons.get("decay", "none")
    old = text("no_decay") if decay == "none" else text("decays", figure(float(decay), 1))
    severity, confidence = parts.get("severity", 0), parts.get("confidence", 0)
    dependency, left = parts.get("dependency", 0), parts.get("decay", 1)
    return (
        Factor(text("severity"), figure(severity, 2), severity, f"{measure}, {stage}", "severity"),
        Factor(text("dependency"), figure(dependency, 2), dependency, _share(score), "dependency"),
        Factor(
            text("confidence"), figure(confidence, 2), confidence, _sources(reasons), "confidence"
        ),
        Factor(text("novelty"), f"+{figure(novelty)} %", min(1.0, novelty / 25), first, "novelty"),
        Factor(text("age"), f"× {figure(left, 2)}", left, old, "age"),
    )


def _share(score: Score) -> str:
    if score.low is not None and score.high is not None:
        return text("share_unknown", int(score.low), int(score.high))
    return text("share_known", round(100 * score.parts.get("share", 0)))


def _sources(reasons: dict[str, str]) -> str:
    said = reasons.get("confidence", "no-source")
    if said == "official":
        return text("official")
    return text("no_source") if said == "no-source" else text("grades", said)


def first(detail: CardDetail) -> str:
    """The id of the report that stands on top, "" = there is none."""
    return detail.story[0].id if detail.story else ""


def suppliers(detail: CardDetail, names: Names) -> list[tuple[str, str, float]]:
    """Who supplies the first good of a story: country, its name, its share (0 to 1)."""
    known: dict[str, float] = {}
    for good, land, share in detail.suppliers:
        if share is not None and good in detail.card.goods[:1]:
            known.setdefault(land, share)
    return [(land, names.of("country", land), share) for land, share in known.items()]


def largest(detail: CardDetail, names: Names) -> str:
    """Which good that is, and where its shares are from."""
    good = detail.card.goods[0]
    told = [
        where(one.scope, one.stage, one.code, one.period)
        for one in detail.listed
        if one.good == good
    ]
    return text("largest", names.of("good", good), "; ".join(told))


def story_more(detail: CardDetail) -> str:
    """How many items, publishers and official ones."""
    official = sum(item.official for item in detail.story)
    return text("story_more", len(detail.story), detail.card.publishers, official)


def called_wrong(history: Iterable[HistoryEntry]) -> set[str]:
    """The items that a person called wrong, and nobody took it back."""
    found: dict[str, bool] = {}
    for entry in history:
        if entry.kind == "wrong" and not entry.undone:
            found[str(entry.data.get("item", ""))] = entry.data.get("on", True) is True
    return {item for item, wrong in found.items() if wrong}


def event(entry: HistoryEntry) -> tuple[str, str]:
    """What happened, and the detail of it."""
    what, data = words.word(words.EVENTS, entry.kind), entry.data
    said = [entry.actor] if entry.actor else []
    if entry.kind == "close":
        reason = str(data.get("reason", ""))
        relevant = text_relevant(bool(data.get("relevant")))
        said += [relevant, words.word(words.REASONS, reason) if reason else ""]
    if to := str(data.get("to", "")):
        said.append(words.text(FORWARDED_TO, to))
    said += _on_score(entry)
    said += _after(data)
    for key in ("who", "text", "tag", "note", "rule", "why"):
        said.append(str(data.get(key, "")))
    if until := str(data.get("until", "")):
        said.append(
            words.word(words.CONDITIONS, until) if until in words.CONDITIONS else day(until)
        )
    if entry.undone:
        said.append(text("undone"))
    return what, ", ".join(part for part in said if part)


def day(until: str) -> str:
    """A time of the log as a clock says it; what is none stays as it is."""
    try:
        return words.clock(datetime.fromisoformat(until))
    except ValueError:
        return until


def _after(data: Mapping[str, object]) -> list[str]:
    """That an item was here before a list named somebody in it."""
    after = data.get("after")
    if not isinstance(after, dict):
        return []
    return [text("after", str(after.get("day", "")), str(after.get("list", "")))]


def _on_score(entry: HistoryEntry) -> list[str]:
    """What an event says of a score, or of a report that was wrong."""
    data, said = entry.data, list[str]()
    if entry.kind == "rate":
        score = data.get("score")
        said.append(figure(score) if isinstance(score, int | float) else text("computed"))
    if entry.kind == "wrong" and data.get("on") is False:
        said.append(text("not_wrong"))
    if data.get("override") == "ended":
        said.append(text("unlowered"))
    return said


FORWARDED_TO = mark("words", "forwarded to {0}")
RELEVANT = mark("words", "relevant")
IRRELEVANT = mark("words", "not relevant")


def text_relevant(relevant: bool) -> str:  # noqa: FBT001  reads as a yes or no
    """«relevant» or «not relevant»."""
    return words.text(RELEVANT if relevant else IRRELEVANT)

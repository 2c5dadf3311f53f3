"""From a document of a rule file to a Rule: every field, every mistake with its place."""

from __future__ import annotations

import re
from typing import Any

from rules import alertschema, conditions, selections, testschema
from rules.conditions import ConditionError, Tree
from rules.entries import ID, supported
from rules.model import LEVELS
from rules.reading import Record
from rules.rule import Exemption, Near, Rule, Selection, Source, When
from rules.watchlist import Watchlist
from rules.yamlnodes import Findings, Mapping, Node, Place, Scalar

_ALWAYS = "needs nothing to be true, so the rule would look at every text: name what must be there"
STATUSES = ("experimental", "test", "stable", "deprecated")
KINDS = (
    "news", "official-gazette", "export-restriction", "sanctions-news", "trade-data", "sanctions",
    "post-report",
)  # fmt: skip
RELATED = ("derived", "obsolete", "merged", "renamed", "similar")
_HOWS = ("contains", "startswith", "endswith", "re", "equals")
_WHEN_FIELDS = ("title", "summary", "url", "source", "publisher", "kind", "language")


def read(node: Node, watchlist: Watchlist, findings: Findings) -> Rule | None:
    """A rule, or None when an error was found in it. Warnings do not disable a rule."""
    own = Findings()
    rule = _rule(node, watchlist, own)
    findings.found.extend(own.found)
    return None if own.failed else rule


def _rule(node: Node, watchlist: Watchlist, findings: Findings) -> Rule | None:
    if not isinstance(node, Mapping):
        findings.error(node.place, "type", "expected a rule with schema, id, title, …")
        return None
    record = Record(node, findings)
    if not supported(record):
        return None
    key = record.text("id", needed=True)
    if key and (not ID.fullmatch(key) or len(key) < 3):
        findings.error(record.at("id"), "id", f"id «{key}»: small letters, digits and -, from 3")
    chosen = _selections(record, watchlist)
    condition = record.text("condition", needed=True)
    tree = _tree(record, condition, chosen)
    rule = Rule(
        id=key, condition=condition, tree=tree or conditions.Of(every=False, names=()),
        selections=chosen, near=_near(record, chosen), source=_source(record),
        exceptions=tuple(_exemptions(record)), alert=alertschema.alerting(record, chosen),
        notify=alertschema.notify(record), inhibited_by=alertschema.inhibitions(record),
        tests=testschema.tests(record, chosen), file=node.place.file, line=node.place.line,
        place=node.place, places=_places(record), **_metadata(record),
    )  # fmt: skip
    record.done()
    return rule


def _places(record: Record) -> dict[str, Place]:
    match = record.node.entries.get("match")
    inner = match.keys if isinstance(match, Mapping) else {}
    return {
        **{key: node.place for key, node in record.node.entries.items()},
        **{f"match.{name}": place for name, place in inner.items()},
    }


def _metadata(record: Record) -> dict[str, Any]:
    related = tuple(_related(one) for one in record.records("related"))
    for name in ("date", "modified"):
        record.day(name)
    level = record.choice("level", LEVELS, "") if record.get("level") else None
    if level is None:
        record.findings.error(record.place, "missing", f"«level» is missing: {', '.join(LEVELS)}")
    plain = {
        name: record.text(name)
        for name in ("description", "guidance", "owner", "author", "date", "modified")
    }
    lists = {name: record.texts(name) for name in ("tags", "references", "falsepositives", "show")}
    return {
        "title": record.text("title", needed=True),
        "level": level or "info",
        "status": record.choice("status", STATUSES, "experimental"),
        "enabled": record.truth("enabled", default=True),
        "related": related,
        "said": _said(record),
        **plain,
        **lists,
    }


def _said(record: Record) -> dict[str, tuple[str, str]]:
    translations = record.record("translations")
    found = {}
    for language in translations.node.entries if translations else ():
        if translations and (one := translations.record(language)):
            found[language] = (one.text("title"), one.text("guidance"))
            one.done()
    return found


def _related(one: Record) -> tuple[str, str]:
    found = one.text("id", needed=True), one.choice("type", RELATED, "similar")
    one.done()
    return found


def _selections(record: Record, watchlist: Watchlist) -> tuple[Selection, ...]:
    match = record.record("match")
    if match is None:
        if "match" not in record.node.entries:
            record.findings.error(record.place, "missing", "«match» is missing")
        return ()
    found = []
    for name in match.node.entries:
        inner = match.record(name)
        if not re.fullmatch(r"[a-z_][a-z0-9_]*", name):
            record.findings.error(
                match.where(name), "name", f"«{name}»: small letters, digits and _"
            )
        if inner is not None:
            found.append(selections.read(name, inner, watchlist))
    return tuple(found)


def _tree(record: Record, condition: str, chosen: tuple[Selection, ...]) -> Tree | None:
    node = record.get("condition")
    if not condition or not isinstance(node, Scalar):
        return None
    known = [one.name for one in chosen]
    try:
        tree = conditions.parse(condition, known)
    except ConditionError as error:
        shift = 0 if node.wrapped else error.column + (0 if node.plain else 1)
        place = Place(node.place.file, node.place.line, node.place.column + shift)
        undefined = "not defined" in str(error)
        code = "unknown-selection" if undefined else "condition"
        record.findings.error(place, code, f"condition: {error}")
        return None
    if not conditions.needed(tree):
        record.findings.error(node.place, "always", f"{condition}: {_ALWAYS}")
    return tree


def _near(record: Record, chosen: tuple[Selection, ...]) -> tuple[Near, ...]:
    node = record.get("near")
    if node is None:
        return ()
    rows = [record.record("near")] if isinstance(node, Mapping) else list(record.records("near"))
    return tuple(_one_near(row, chosen) for row in rows if row is not None)


def _one_near(row: Record, chosen: tuple[Selection, ...]) -> Near:
    known = {one.name for one in chosen}
    of = row.scalars("of")
    for one in of:
        if one.text not in known:
            row.findings.error(
                one.place, "unknown-selection", f"near: selection «{one.text}» is not defined"
            )
    if len(of) < 2:
        row.findings.error(row.at("of"), "near", "near: «of» needs at least two selections")
    within = row.text("within", "sentence")
    row.done()
    words = re.fullmatch(r"([1-9]\d{0,2})(?: words?)?", within)
    names = tuple(one.text for one in of)
    if words:
        return Near(names, "words", int(words[1]))
    if within not in ("sentence", "paragraph", "title"):
        row.findings.error(
            row.at("within"),
            "near",
            f"within: «{within}» is none of sentence, paragraph, title, N words",
        )
        return Near(names)
    return Near(names, within)  # type: ignore[arg-type]


def _source(record: Record) -> Source:
    source = record.record("source")
    if source is None:
        return Source()
    for kind in source.scalars("kinds"):
        if kind.text not in KINDS:
            source.findings.warn(
                kind.place, "unknown-kind", f"kind «{kind.text}» is none of {', '.join(KINDS)}"
            )
    found = Source(
        source.texts("kinds"), source.texts("feeds"), source.texts("exclude_feeds"),
        source.texts("languages"), source.texts("tags"),
    )  # fmt: skip
    source.done()
    return found


def _exemptions(record: Record) -> list[Exemption]:
    found = []
    for one in record.records("exceptions"):
        if one.node.entries:
            found.append(exemption(one))
    return found


def exemption(one: Record) -> Exemption:
    """One exception of a rule or of a local override."""
    when = one.record("when")
    tests = []
    for key in when.node.entries if when else ():
        name, _, how = key.partition("|")
        how = how or "equals"
        if name not in _WHEN_FIELDS or how not in _HOWS:
            one.findings.error(
                when.where(key) if when else one.place, "when",
                f"when: «{key}» is no field|test; fields: {', '.join(_WHEN_FIELDS)}; "
                f"tests: {', '.join(_HOWS)}",
            )  # fmt: skip
            continue
        values = when.texts(key) if when else ()
        if not values or (how != "equals" and not all(values)):
            one.findings.error(
                when.at(key) if when else one.place, "exception",
                f"when: «{key}» has no text: it would hide everything, or nothing",
            )  # fmt: skip
            continue
        if how == "re" and when:
            _compiles(when, key)
        tests.append(When(name, how, values))
    if when is None or not when.node.entries:
        one.findings.error(
            one.place, "exception", "an exception needs «when»: it would hide everything"
        )
    found = Exemption(
        one.text("name", needed=True),
        tuple(tests),
        one.text("reason", needed=True),
        one.day("until"),
        one.at("until"),
        *(one.text("by"), one.day("made"), one.text("second"), one.day("confirmed")),
        one.text("seal"),
    )
    one.done()
    return found


def _compiles(when: Record, key: str) -> None:
    for value in when.scalars(key):
        try:
            re.compile(value.text.strip())
        except (re.error, OverflowError, RecursionError) as error:
            when.findings.error(
                value.place, "regex", f"«{value.text}» is no regular expression: {error}"
            )

"""Alerts as JSON: the shapes that the command line has promised."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from osawatch.acts import Measure
from osawatch.cli.out import when
from osawatch.gist import Telling
from osawatch.hits import Check, Finding, Told
from osawatch.model import Alert, AlertDetail, HistoryEntry, Mark, Override, StoryItem
from rules.model import Dated


def alert(one: Alert) -> dict[str, object]:
    """A row of `alerts list --json`."""
    return {
        "id": one.id,
        "title": one.title,
        "level": one.level,
        "score": one.score,
        "status": one.status,
        "rule": one.rule,
        "rule_title": one.rule_title,
        "goods": list(one.goods),
        "countries": list(one.countries),
        "roles": [{"country": role.country, "role": role.role} for role in one.roles],
        "measures": list(one.measures),
        "measure_status": one.measure_status,
        "publishers": one.publishers,
        "items": one.items,
        "first_seen": when(one.first_seen),
        "last_seen": when(one.last_seen),
        "assignee": one.assignee,
        "official": one.official,
        "language": one.language,
        "tier": one.tier,
        "trial": one.trial,
        "suppressed": one.suppressed,
        "card": one.card,
        "reason": one.reason,
        "snoozed_until": one.snoozed_until,
        "tags": list(one.tags),
        "override": override(one.override),
    }


def override(said: Override | None) -> dict[str, object] | None:
    """A person's score, with what rule and formula said when it was given."""
    if said is None:
        return None
    return {
        "score": said.score,
        "level": said.level,
        "reason": said.why,
        "actor": said.who,
        "post": said.post,
        "at": when(said.at),
        "computed": said.computed,
        "rule_level": said.ruled,
        "lowers": said.lowers,
    }


def detail(found: AlertDetail, gist: Callable[[Telling], str], told: Told) -> dict[str, object]:
    """`alerts show --json`: the row, and all that explains it."""
    score = found.score
    return alert(found.alert) | {
        "computed_score": score.value,
        "rule_level": found.alert.ruled,
        "band": [score.low, score.high] if score.low is not None else None,
        "score_parts": score.parts,
        "score_reasons": score.reasons,
        "vector": score.vector,
        "gist": gist(found.alert),
        "dates": [dated(one) for one in found.alert.dates],
        "measure_records": [measure(one) for one in found.measures],
        "because": found.because,
        "guidance": found.guidance,
        "items": [item(one) | {"gist": gist(one)} for one in found.story],
        "history": [event(one) for one in found.history],
        "listed": [named(one, told.called) for one in told.findings],
        "listed_checks": [compared(one) for one in told.checks],
    }


def item(one: StoryItem) -> dict[str, object]:
    """An item under an alert with the words that raised it."""
    return {
        "id": one.id,
        "title": one.title,
        "summary": one.summary,
        "url": one.url,
        "publisher": one.publisher,
        "source": one.source,
        "kind": one.kind,
        "official": one.official,
        "state_media": one.state_media,
        "grade": one.grade,
        "language": one.language,
        "published": when(one.published) or None,
        "precision": one.precision,
        "first_seen": when(one.first_seen),
        "copy_of": one.copy_of,
        "evidence": [mark(found) for found in one.marks],
    }


def measure(one: Measure) -> dict[str, object]:
    """A measure with its life. Days are those of the issuing authority, whose zone is named."""
    return {
        "id": one.id,
        "country": one.country,
        "measure": one.measure,
        "act": one.act,
        "goods": list(one.goods),
        "codes": list(one.codes),
        "status": one.status,
        "announced": one.announced,
        "effective": one.effective,
        "suspended_until": one.suspended_until,
        "expiry": one.expiry,
        "deadline": one.deadline,
        "zone": one.zone,
        "links": [{"relation": relation, "to": act} for relation, act in one.links],
        "steps": [{"day": s.day, "what": s.what, "act": s.act, "item": s.item} for s in one.steps],
        "text": one.text,
        "source": one.source,
        "check": one.check,
    }


def dated(one: Dated) -> dict[str, object]:
    """A date in a text and what happens then."""
    return {
        "kind": one.kind,
        "date": one.date.isoformat(),
        "precision": one.precision,
        "field": one.field,
        "start": one.start,
        "end": one.end,
    }


def named(one: Finding, called: Mapping[str, str]) -> dict[str, object]:
    """An entry of a sanctions list that an item names. A person's waits for a word: no names."""
    return {
        "hit": one.id,
        "item": one.item,
        "list": one.list,
        "list_name": called.get(one.list, one.list),
        "entity_id": one.entity,
        "kind": one.kind,
        "natural_person": one.person,
        "state": one.state,
        "decider": one.decider,
        "name": one.name if one.sure else None,
        "text": one.text if one.sure else None,
        "field": one.field if one.sure else None,
        "start": one.start if one.sure else None,
        "end": one.end if one.sure else None,
        "relation": one.relation,
        "name_type": one.type,
        "quality": one.quality,
        "need": one.need,
        "second_fact": one.fact,
    }


def compared(one: Check) -> dict[str, object]:
    """With which lists an item was compared, and why names in it were not told."""
    return {
        "item": one.item,
        "lists": [
            {"list": a.list, "version": when(a.received), "records": a.records, "fault": a.fault}
            for a in one.lists
        ],
        "silent": [{"reason": reason, "text": words} for reason, words in one.silent],
        "beyond": one.beyond,
    }


def mark(found: Mark) -> dict[str, object]:
    """Words of the original text: code points from start to end."""
    return {
        "field": found.field,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "concept": found.concept,
        "selection": found.selection,
    }


def event(one: HistoryEntry) -> dict[str, object]:
    """One line of the log."""
    return {
        "id": one.id,
        "at": when(one.at),
        "actor": one.actor,
        "post": one.post,
        "kind": one.kind,
        "data": one.data,
        "undone": one.undone,
    }

"""A form put into a rule's text: only what differs from what stands there is written.

text -> the form it is -> each field that differs -> its node anew -> text
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import yaml

from osawatch.errors import BadInput
from osawatch.ruleform import condition, reading
from osawatch.ruleform.model import ANY, PLAIN, TIMES, Exempt, Form, Part, Sample, Words
from osawatch.ruleform.scalars import Value
from osawatch.ruleform.sheet import Path, Sheet


def write(text: str, form: Form) -> str:
    """The text that this form is.

    `BadInput` when the text cannot be read as a form, or would hold a key twice.
    """
    old = reading.read(text).form
    if old is None:
        raise BadInput("cannot be shown as a form", field="rule")
    if old == form:
        return text
    sheet = Sheet(text, reading.ORDER)
    for key in PLAIN:
        if (said := getattr(form, key)) != getattr(old, key):
            _put(sheet, (key,), said)
    if form.falsepositives != old.falsepositives:
        _put(sheet, ("falsepositives",), form.falsepositives)
    _parts(sheet, old, form)
    _condition(sheet, old, form)
    _named(sheet, old, form)
    for key in TIMES:
        if (said := form.times.get(key, "")) != old.times.get(key, ""):
            _put(sheet, ("alert", key), said)
    _rows(sheet, "exceptions", old.exceptions, form.exceptions)
    _rows(sheet, "tests", old.samples, form.samples)
    return sheet.text


def _put(sheet: Sheet, path: Path, value: str | Sequence[str]) -> None:
    if value:
        sheet.put(path, value)
    elif path in (("title",), ("id",), ("level",), ("condition",)):
        sheet.put(path, "")  # what a rule must have is empty, not gone
    else:
        sheet.drop(path)


# -- parts


def _parts(sheet: Sheet, old: Form, form: Form) -> None:
    before, after = ({one.name: one for one in each.parts} for each in (old, form))
    for name in before:
        if name not in after:
            sheet.drop(("match", name))
    for name, part in after.items():
        if name not in before or before[name].kind != part.kind:
            sheet.put(("match", name), _made(part))
        elif part != before[name]:
            _part(sheet, before[name], part)


def _made(part: Part) -> dict[str, Value]:
    """A part that was not there."""
    narrow: dict[str, Value] = {"fields": ["title"]} if part.title_only else {}
    if part.kind == "list":
        return {"list": part.chosen[0] if part.chosen else "", **narrow}
    if part.kind == "words":
        return {**narrow, "any": {one.language: list(one.terms) for one in part.words}}
    said: dict[str, Value] = {"watchlist": part.kind}
    lists = {"items": part.chosen, "status": part.status, "not_status": part.not_status}
    said |= {key: list(one) for key, one in lists.items() if one}
    return {**said, **({"role": part.role} if part.role else {}), **narrow}


def _part(sheet: Sheet, old: Part, part: Part) -> None:
    path: Path = ("match", part.name)
    if part.kind == "list" and part.chosen != old.chosen:
        sheet.put((*path, "list"), part.chosen[0] if part.chosen else "")
    elif part.chosen != old.chosen:
        _put(sheet, (*path, "items"), part.chosen)
    for key in ("role", "status", "not_status"):
        if getattr(part, key) != getattr(old, key):
            _put(sheet, (*path, key), getattr(part, key))
    if part.title_only != old.title_only:
        _put(sheet, (*path, "fields"), ("title",) if part.title_only else ())
    if part.words != old.words:
        _words(sheet, (*path, "any"), old.words, part.words)


def _words(sheet: Sheet, path: Path, old: tuple[Words, ...], new: tuple[Words, ...]) -> None:
    bare = isinstance(sheet.node(path), yaml.SequenceNode)
    if bare and [one.language for one in new] == [ANY]:
        sheet.put(path, new[0].terms)
        return
    if bare or not new or not isinstance(sheet.node(path), yaml.MappingNode):
        sheet.put(path, {one.language: list(one.terms) for one in new})
        return
    before, after = ({one.language: one.terms for one in each} for each in (old, new))
    for language, terms in after.items():
        if terms != before.get(language):
            sheet.put((*path, language), terms)
    for language in before:
        if language not in after:
            sheet.drop((*path, language))


def _condition(sheet: Sheet, old: Form, form: Form) -> None:
    if form.condition:
        if form.condition != old.condition:
            sheet.put(("condition",), form.condition)
        return
    uses, before = ({one.name: one.use for one in each.parts if one.use} for each in (form, old))
    if old.condition or uses != before:
        node = sheet.node(("condition",))
        said = node.value if isinstance(node, yaml.ScalarNode) else ""
        order = condition.uses(said, [one.name for one in old.parts]) or {}
        kept = {name: uses[name] for name in order if name in uses}
        _put(sheet, ("condition",), condition.said(kept | uses))


def _named(sheet: Sheet, old: Form, form: Form) -> None:
    """The lists that name parts: those that stand together, those that part the alerts."""
    near, before = ({one.name for one in each.parts if one.near} for each in (form, old))
    if near != before:
        _list(sheet, ("near", "of"), near)
    if near and form.within != old.within:
        _put(sheet, ("near", "within"), form.within)
    elif not near and before:
        sheet.drop(("near",))
    groups, before = ({one.name for one in each.parts if one.group} for each in (form, old))
    if groups != before:
        _list(sheet, ("alert", "group_by"), groups)


def _list(sheet: Sheet, path: Path, wanted: set[str]) -> None:
    """The names in the order they had; new ones behind them."""
    before = sheet.texts(sheet.node(path))
    kept = [one for one in before if one in wanted]
    _put(sheet, path, [*kept, *sorted(wanted - set(kept))])


# -- exceptions and tests


def _rows(
    sheet: Sheet, key: str, old: Sequence[Exempt | Sample], new: Sequence[Exempt | Sample]
) -> None:
    """Changed, then gone from the last, then new ones at the end."""
    kept = {one.at: one for one in new if one.at >= 0}
    for row in old:
        if row.at in kept and kept[row.at] != row:
            _row(sheet, (key, row.at), row, kept[row.at])
    for row in reversed(old):
        if row.at not in kept:
            sheet.drop((key, row.at))
    for row in new:
        if row.at < 0:
            sheet.append((key,), _exempt(row) if isinstance(row, Exempt) else _sample(row))


def _row(sheet: Sheet, path: Path, old: Exempt | Sample, new: Exempt | Sample) -> None:
    for one in fields(new):
        said, before = getattr(new, one.name), getattr(old, one.name)
        if said == before or one.name in ("at", "how", "where", "values"):
            continue
        if one.name == "fires":
            sheet.put((*path, "expect"), "match" if said else "no-match")
        elif isinstance(new, Sample) and one.name in ("title", "language"):
            _kept(sheet, (*path, "item", one.name), said)
        else:
            _kept(sheet, (*path, one.name), said)
    if isinstance(new, Exempt) and isinstance(old, Exempt):
        _when(sheet, (*path, "when"), old, new)


def _kept(sheet: Sheet, path: Path, said: str) -> None:
    """A name or a title that is emptied stays as an empty text; an optional key goes."""
    if said or path[-1] in ("name", "reason", "title"):
        sheet.put(path, said)
    else:
        sheet.drop(path)


def _when(sheet: Sheet, path: Path, old: Exempt, new: Exempt) -> None:
    key = f"{new.where}|{new.how}"
    node = sheet.node(path)
    first = node.value[0][0].value if isinstance(node, yaml.MappingNode) and node.value else ""
    if not first:
        if (old.where, old.how, old.values) != (new.where, new.how, new.values):
            sheet.put((*path, key), list(new.values))
        return
    if (old.where, old.how) != (new.where, new.how):
        if sheet.node((*path, key)) is not None:
            raise BadInput(f"{key} is asked by this exception already", field=new.name)
        sheet.rename((*path, first), key)
        first = key
    if old.values != new.values:
        single = isinstance(sheet.node((*path, first)), yaml.ScalarNode) and len(new.values) == 1
        sheet.put((*path, first), new.values[0] if single else list(new.values))


def _exempt(row: Exempt) -> dict[str, Value]:
    values: Value = row.values[0] if len(row.values) == 1 else list(row.values)
    found: dict[str, Value] = {"name": row.name, "when": {f"{row.where}|{row.how}": values}}
    found["reason"] = row.reason
    return found | ({"until": row.until} if row.until else {})


def _sample(row: Sample) -> dict[str, Value]:
    item = {"title": row.title} | ({"language": row.language} if row.language else {})
    return {"name": row.name, "item": item, "expect": "match" if row.fires else "no-match"}

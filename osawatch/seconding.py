"""Who stands behind an exception, written into its entry: its author, and a second person.

Where a desk shares triage through a hub, an exception of its own that hides what is high or
critical hides nothing before another person than its author confirmed it (`rules.seconding`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from osawatch import sealed, watchfile
from osawatch.errors import BadInput
from osawatch.ruleform.sheet import Sheet

if TYPE_CHECKING:
    from osawatch.own import Own
    from rules.rule import Exemption, Rule

Said = Mapping[str, str]
FIELDS = ("by", "made", "second", "confirmed", "seal")


def stood(rules: Iterable[Rule], ours: Callable[[Rule, Exemption], bool]) -> Mapping[str, Said]:
    """Who stands behind each exception of the post's own in these rules, by its mark."""
    from rules.seconding import mark

    return {
        mark(one): {key: str(getattr(one, key) or "") for key in FIELDS}
        for rule in rules
        for one in rule.exceptions
        if ours(rule, one)
    }


def signed(text: str, before: Mapping[str, Said], new: Said) -> str:
    """A rule's text, whose exceptions are behind whom they were, whatever the text itself says."""
    try:
        sheet, stored = Sheet(text), yaml.load(text, yaml.BaseLoader)  # noqa: S506 # texts only
    except yaml.YAMLError as error:
        if "exceptions" not in text:
            return text
        raise BadInput("holds several rules: write each by itself", field="rule") from error
    entries = stored.get("exceptions")
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            _fill(sheet, place, entry, _behind(entry, before, new))
    return sheet.text


def sign_local(own: Own, rule: str, before: Mapping[str, Said], new: Said) -> None:
    """The same in the file of local changes, of those of one rule."""
    stored = watchfile.read(own.local)
    body: Any = stored.get(rule)
    entries: Any = body.get("exceptions") if isinstance(body, dict) else None
    if not isinstance(entries, list):
        return
    changed = [
        _with(entry, _behind(entry, before, new)) if isinstance(entry, dict) else entry
        for entry in entries
    ]
    if changed != entries:
        watchfile.write(own.local, {**stored, rule: {**body, "exceptions": changed}})


def authored(who: str, today: date) -> Said:
    """What is written of a new or changed exception: nobody has confirmed it."""
    return {"by": who, "made": f"{today}", "second": "", "confirmed": "", "seal": ""}


def confirming(one: Exemption, who: str, today: date) -> Said:
    """What a person's word adds; of one without an author that person becomes it."""
    from rules.seconding import mark, same

    if not who.strip():
        raise BadInput("a name is needed: Settings, or who opened the profile", field="name")
    if not one.by:
        return authored(who, today)
    if same(one.by, who):
        raise BadInput("another person than its author must confirm it", field=one.name)
    return {"second": who, "confirmed": f"{today}", "seal": mark(one)}


def put(own: Own, rule: Rule, one: Exemption, said: Said) -> None:
    """Write it into the entry of an exception in the post's own files; what is "" goes."""
    if Path(one.place.file).name == own.local.name:
        _into_local(own, rule.id, one, said)
    else:
        _into_rule(Path(rule.file), one, said)


def _into_local(own: Own, rule: str, one: Exemption, said: Said) -> None:
    stored = watchfile.read(own.local)
    body: Any = stored.get(rule)
    entries: Any = body.get("exceptions") if isinstance(body, dict) else None
    place = _place(entries, one)
    changed = [*entries]
    changed[place] = _with(entries[place], said)
    watchfile.write(own.local, {**stored, rule: {**body, "exceptions": changed}})


def _into_rule(path: Path, one: Exemption, said: Said) -> None:
    text = sealed.read_text(path)
    try:
        sheet, stored = Sheet(text), yaml.load(text, yaml.BaseLoader)  # noqa: S506 # texts only
    except yaml.YAMLError as error:
        raise BadInput("holds several rules: write each by itself", file=str(path)) from error
    entries = stored.get("exceptions")
    place = _place(entries, one)
    _fill(sheet, place, entries[place], said)
    sealed.write_text(path, sheet.text)


def _behind(entry: Mapping[str, Any], before: Mapping[str, Said], new: Said) -> Said:
    from rules.seconding import mark_of

    return before.get(mark_of(entry), new)


def _with(entry: Mapping[str, Any], said: Said) -> dict[str, Any]:
    """An entry of a file with these fields; what is "" goes."""
    kept = {**entry, **said}
    return {key: value for key, value in kept.items() if key not in said or value}


def _fill(sheet: Sheet, place: int, entry: Mapping[str, Any], said: Said) -> None:
    for key, value in said.items():
        at = ("exceptions", place, key)
        if value and entry.get(key) != value:
            sheet.put(at, value)
        elif not value and key in entry:
            sheet.drop(at)


def _place(entries: Any, one: Exemption) -> int:
    from rules.seconding import mark, mark_of

    wanted = mark(one)
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and mark_of(entry) == wanted:
            return place
    raise BadInput("stands in its file otherwise by now: look at it again", field=one.name)

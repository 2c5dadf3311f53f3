"""Who stands behind an exception, written into its entry: its author, and a second person.

Where a desk shares triage through a hub, an exception of its own that hides what is high or
critical hides nothing before another person than its author confirmed it (`rules.seconding`).
"""

from __future__ import annotations

from collections.abc import Mapping
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
    kept = {**entries[place], **said}
    changed = [*entries]
    changed[place] = {key: value for key, value in kept.items() if key not in said or value}
    watchfile.write(own.local, {**stored, rule: {**body, "exceptions": changed}})


def _into_rule(path: Path, one: Exemption, said: Said) -> None:
    text = sealed.read_text(path)
    try:
        sheet, stored = Sheet(text), yaml.load(text, yaml.BaseLoader)  # noqa: S506 # texts only
    except yaml.YAMLError as error:
        raise BadInput("holds several rules: write each by itself", file=str(path)) from error
    place = _place(stored.get("exceptions"), one)
    for key, value in said.items():
        at = ("exceptions", place, key)
        if value:
            sheet.put(at, value)
        elif sheet.node(at) is not None:
            sheet.drop(at)
    sealed.write_text(path, sheet.text)


def _place(entries: Any, one: Exemption) -> int:
    from rules.seconding import mark, mark_of

    wanted = mark(one)
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and mark_of(entry) == wanted:
            return place
    raise BadInput("stands in its file otherwise by now: look at it again", field=one.name)

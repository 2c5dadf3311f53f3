"""Who stands behind an exception, written into its entry: its author, and a second person.

Where a desk shares triage through a hub, an exception of its own that hides what is high or
critical hides nothing before another person than its author confirmed it (`rules.seconding`).
What a text says of that itself counts for nothing: not when it is saved (`signed`), not when it
comes from another desk (`arrived`). Else one person could write that two had agreed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from osawatch import sealed, watchfile
from osawatch.errors import BadInput, why
from osawatch.ruleform.sheet import Sheet

if TYPE_CHECKING:
    from osawatch.own import Own
    from rules.rule import Exemption, Rule

Said = Mapping[str, str]
Entry = Mapping[str, Any]
_TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # as rules are read: no text is two things
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
        sheet, stored = Sheet(text), yaml.load(text, _TEXTS)  # noqa: S506 # texts only
    except yaml.YAMLError as error:
        if not any(_entries(one) for one in _documents(text)):
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


def waiting(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Exemption]]:
    """The exceptions that hide nothing before a second person confirmed them."""
    return ((rule, one) for rule in rules for one in rule.exceptions if one.waits)


def arrived(
    files: Mapping[str, str], own: Own, rules: Callable[[], Iterable[Rule]], new: Said
) -> dict[str, str]:
    """Sound files of another desk, by their places, without who stood behind exceptions there.

    Here it is who stands behind the same exception of the rule by now, else `new`. The rules of
    this desk are asked for only when an exception comes.
    """

    def standing(entry: Entry, rule: str) -> Entry:
        known = stood((one for one in rules() if one.id == rule), own.ours)
        return _with(entry, _behind(entry, known, new))

    return {
        place: _told_anew(text, standing, local=place == own.local.name)
        for place, text in files.items()
    }


def first(own: Own, who: str, today: date) -> Said:
    """Who stands behind an exception that is new here: its author where there is a hub."""
    new = authored(who, today)
    return new if own.shared and who else dict.fromkeys(new, "")


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


def _told_anew(text: str, standing: Callable[[Entry, str], Entry], *, local: bool) -> str:
    """A text with other entries of exceptions; as it was written, where it can be kept so."""
    documents = _documents(text)
    changed = [
        {key: _changed(body, key, standing) for key, body in one.items()}
        if local
        else _changed(one, str(one.get("id", "")).strip(), standing)
        for one in documents
    ]
    if changed == documents:
        return text
    if len(documents) == 1 and not local and (kept := _kept(text, changed[0])):
        return kept
    return yaml.safe_dump_all(changed, allow_unicode=True, sort_keys=False, width=100)


def _changed(body: Any, rule: str, standing: Callable[[Entry, str], Entry]) -> Any:
    entries = _entries(body)
    told = [standing(one, rule) if isinstance(one, dict) else one for one in entries]
    return {**body, "exceptions": told} if entries else body


def _kept(text: str, changed: Entry) -> str:
    """The text of one rule changed in place; "" when it is written so that this cannot be done."""
    with suppress(yaml.YAMLError):
        sheet = Sheet(text)
        for place, entry in enumerate(_entries(_documents(text)[0])):
            if isinstance(entry, dict):
                told = changed["exceptions"][place]
                _fill(sheet, place, entry, {key: told.get(key, "") for key in FIELDS})
        return sheet.text if _documents(sheet.text) == [changed] else ""
    return ""


def _documents(text: str) -> list[Any]:
    """The documents of a text, all of it as texts; `BadInput` if nobody can say what it holds."""
    try:
        found = list(yaml.load_all(text, _TEXTS))  # texts only
    except (yaml.YAMLError, RecursionError) as error:
        raise BadInput(f"cannot be read: {why(error)}") from error
    return [one for one in found if isinstance(one, dict)]


def _entries(body: Any) -> list[Any]:
    found = body.get("exceptions") if isinstance(body, dict) else None
    return found if isinstance(found, list) else []


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
        sheet, stored = Sheet(text), yaml.load(text, _TEXTS)  # noqa: S506 # texts only
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

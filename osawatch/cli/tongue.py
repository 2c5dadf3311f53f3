"""The command line's language. English stands in the code; Dutch is looked up where it is shown.

argv, environment, profile -> language -> nl.po -> `say` (our sentences)
                                               -> `translated` (help, heads, what is whole already)
                                               -> `of_error`, `of_finding` (deeper rooms, by
                                                  their templates)

Only what people read is translated: JSON, ids, codes, options and exit codes are the same in
every language. A text that the catalogue lacks stays English; a test says which those are.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from osawatch.errors import BadInput, ProfileError
from osawatch.paths import Profile, profile_folder

LANGUAGES = ("en", "nl")
HOLE = re.compile(r"\{(\d*)((?:![rsa])?(?::[^{}]*)?)\}")
_LINE = re.compile(r'(msgid|msgstr)?\s*(".*")\s*\Z')
_HINT = re.compile(r": did you mean «[^«»]*»\?\Z")
_TAIL = re.compile(r"(: «.*»)?(?: \((\d+) times\))?\Z")
_now = {"language": "en"}


def speak(language: str) -> None:
    """From now on in this language, for this process."""
    _now["language"] = language if language in LANGUAGES else "en"


def spoken() -> str:
    """The language that is spoken now."""
    return _now["language"]


def wanted(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language of a command: --lang, OSAWATCH_LANG, the profile's, that of the system."""
    asked = _option(words, "--lang") or environment.get("OSAWATCH_LANG", "")
    if asked:
        return asked if asked in LANGUAGES else "en"
    if _of_profile(_option(words, "--profile")) == "nl":
        return "nl"
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    system = next((one for one in named if one), "")
    return "nl" if re.match(r"nl([_.@]|\Z)", system) else "en"


def say(template: str, *values: object) -> str:
    """A sentence with its values: numbered holes as in `str.format`, in any order in Dutch."""
    shown = [of_error(one) if isinstance(one, Exception) else one for one in values]
    return _found(template).format(*shown)


def translated(words: str) -> str:
    """A text of ours that is whole already: a line of help, a head, an argparse complaint."""
    if spoken() == "en" or not words:
        return words
    known = catalogue(spoken())
    if words in known:
        return known[words]
    tail = _TAIL.search(words)  # of what is wrong with a document: an example, and how often
    if tail and tail[0] and (head := words[: tail.start()]) in known:
        return known[head] + (tail[1] or "") + (f" ({tail[2]} keer)" if tail[2] else "")
    return _by_template(words, known) or words


def of_error(error: Exception) -> str:
    """An error in the language; its places and values stay as they are."""
    if spoken() == "en":
        return str(error)
    if isinstance(error, BadInput):
        place = str(error).removesuffix(error.message)
        if error.field and not error.file:  # a field of ours; a file's own is as the file says it
            place = f"{translated(error.field)}: "
        return place + translated(error.message)
    if isinstance(error, ProfileError):
        path = f"{error.path}: "
        return path + translated(str(error).removeprefix(path))
    return translated(str(error))


def of_finding(message: str) -> str:
    """What `rules check` says, in the language. Keys, names and quoted words stay as they are.

    A finding may hold another (`condition: ...`, `...: did you mean ...`): each part is looked up.
    """
    if spoken() == "en" or not message:
        return message
    known = catalogue(spoken())
    if whole := known.get(message):
        return whole
    hint = _HINT.search(message)
    if hint and hint.start():
        return of_finding(message[: hint.start()]) + of_finding(hint[0])
    if told := _by_template(message, known, _inner):
        return told
    for mark in (": ", "; "):
        head, found, rest = message.partition(mark)
        if found and (told := of_finding(rest)) != rest:
            return head + mark + told
    return message


def _inner(part: str) -> str:
    """A value that may be a sentence itself; a name or a word of YAML has no space and stays."""
    return of_finding(part) if " " in part else part


@cache
def catalogue(language: str) -> dict[str, str]:
    """The texts of a language by their English; empty for English. Reads the file once."""
    path = Path(__file__).with_name(f"{language}.po")
    return read(path.read_text("utf-8")) if path.is_file() else {}


def read(text: str) -> dict[str, str]:
    """Msgid -> msgstr of a PO file (as gettext has it; no plurals, no contexts)."""
    found: dict[str, str] = {}
    pair = {"msgid": "", "msgstr": ""}
    now = ""
    for line in [*text.splitlines(), 'msgid ""']:
        match = _LINE.fullmatch(line.strip())
        if not match:
            continue  # a comment, or an empty line
        if match[1] == "msgid":
            _keep(found, pair)
            pair = {"msgid": "", "msgstr": ""}
        now = match[1] or now
        pair[now] += json.loads(match[2])
    return found


def _keep(found: dict[str, str], pair: dict[str, str]) -> None:
    if pair["msgid"] and pair["msgstr"]:
        found[pair["msgid"]] = pair["msgstr"]


def _found(words: str) -> str:
    return catalogue(spoken()).get(words, words) if spoken() != "en" else words


def _by_template(
    words: str, known: dict[str, str], value: Callable[[str], str] | None = None
) -> str:
    """A sentence whose values are filled in already: the longest template that fits it.

    `value`: what becomes of a value that stands in no «quotes»; known words without it.
    """
    for template, parts in _templates(spoken()):
        if not (words.startswith(parts[0]) and words.endswith(parts[-1])):
            continue
        match = re.fullmatch("(.*)".join(map(re.escape, parts)), words, re.DOTALL)
        if match:
            pairs = zip(parts, match.groups(), strict=False)
            if value:
                values = [one if part.endswith("«") else value(one) for part, one in pairs]
            else:
                values = [_value(part, one, known) for part, one in pairs]
            return _plain(known[template]).format(*values)
    return ""


def _value(before: str, words: str, known: dict[str, str]) -> str:
    """A value of a sentence: a word or a sentence of ours, else as it is; «quoted» ones stay."""
    if before.endswith("«"):
        return words
    return known.get(words) or (_by_template(words, known) if " " in words else "") or words


@cache
def _templates(language: str) -> list[tuple[str, list[str]]]:
    """Templates with the words between their holes, the ones that say most first."""
    found = []
    for template in catalogue(language):
        parts = HOLE.split(template)[::3]
        letters = sum(len(part.strip(" :,.;()")) for part in parts)
        if len(parts) > 1 and letters >= 4:
            found.append((letters, template, [_bare(part) for part in parts]))
    return [(template, parts) for _, template, parts in sorted(found, reverse=True)]


def _bare(part: str) -> str:
    return part.replace("{{", "{").replace("}}", "}")


def _plain(template: str) -> str:
    """A template whose values are texts already: holes without a form."""
    return HOLE.sub(r"{\1}", template)


def _option(words: Sequence[str], name: str) -> str:
    """The value of an option among words that nobody has parsed yet; "" when it is not there."""
    for place, word in enumerate(words):
        if word == "--":
            break
        if word == name:
            return words[place + 1] if place + 1 < len(words) else ""
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
    return ""


def _of_profile(named: str) -> str:
    """The language a profile's settings name; "" for none, or when they are sealed."""
    try:
        folder = profile_folder(Path(named) if named else None)
        stored = json.loads(Profile(folder).settings.read_bytes())
    except (OSError, ValueError):
        return ""
    return str(stored.get("language", "")) if isinstance(stored, dict) else ""

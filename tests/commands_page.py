"""The page docs/commands.md, from the parsers themselves.

python -m tests.commands_page > docs/commands.md
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from osawatch.cli.main import FAMILIES, parser
from osawatch.cli.tongue import speak

HEAD = """\
# Every command

What the command line takes, family by family, in the words of its own help (`--help` after any
command). What each is for, with examples, stands in [Every page and command](reference.md). Words
in capitals are yours to fill in; what stands in brackets may be left out.

All commands take `--profile DIR` (the data folder; or `OSAWATCH_PROFILE`), `--passphrase-file FILE`
(opens an encrypted profile) and `--lang en` or `nl`. Those that answer with a table take `--json`
(one JSON document) and `--jsonl` (one JSON object a line) as well; no table below repeats them.

Exit codes: 0 done; 1 a fault (a source failed, a document was damaged, a test fails); 2 bad usage,
unknown id, unreadable file; 3 the profile is in use or locked. Times are RFC 3339, YYYY-MM-DD, or
7d and 12h ago; days are UTC days.
"""
SHARED = {"--help", "--profile", "--passphrase-file", "--lang", "--json", "--jsonl"}
Command = tuple[str, str, argparse.ArgumentParser]


def commands(family: str) -> Iterator[Command]:
    """The commands of a family: name, what it does, its parser."""
    top = parser([family])
    (choices,) = _choices(top)
    yield from _below(family, FAMILIES[family][1], choices.choices[family])


def _choices(one: argparse.ArgumentParser) -> list[argparse._SubParsersAction]:
    return [act for act in one._actions if isinstance(act, argparse._SubParsersAction)]


def _below(name: str, told: str, one: argparse.ArgumentParser) -> Iterator[Command]:
    below = _choices(one)
    if not below:
        yield name, told, one
    for act in below:
        helps = {str(inner.dest): inner.help or "" for inner in act._choices_actions}
        for key, inner in act.choices.items():
            yield from _below(f"{name} {key}", helps.get(key, inner.description or ""), inner)


def page() -> str:
    """The whole page."""
    speak("en")
    parts = [HEAD]
    for family, (_file, told) in FAMILIES.items():
        rows = "\n".join(_row(*one) for one in commands(family))
        told = f"{told[0].upper()}{told[1:]}.\n"
        table = f"| command | takes | does |\n|---|---|---|\n{rows}\n"
        parts.append(f"## {family}\n\n{told}\n{table}")
    return "\n".join(parts)


def _row(name: str, told: str, one: argparse.ArgumentParser) -> str:
    takes = [_taken(act) for act in one._actions if not SHARED & set(act.option_strings)]
    cells = (f"`{name}`", "; ".join(takes), _plain(told))
    return f"| {' | '.join(cells)} |"


def _taken(act: argparse.Action) -> str:
    """One option or word, with what it is for."""
    value = "" if act.nargs == 0 else _value(act)
    said = _plain(" ".join(filter(None, [*act.option_strings[-1:], value])))
    told = f": {_plain(act.help)}" if act.help else ""
    return f"`{said}`{told}"


def _value(act: argparse.Action) -> str:
    word = act.metavar or (", ".join(map(str, act.choices)) if act.choices else act.dest.upper())
    word = " ".join(word) if isinstance(word, tuple) else str(word)
    return {"?": f"[{word}]", "*": f"[{word} …]", "+": f"{word} …"}.get(str(act.nargs), word)


def _plain(words: str | None) -> str:
    return (words or "").replace("%%", "%").replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    sys.stdout.write(page())

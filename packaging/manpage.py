"""The manual pages, from the programs' own parsers, so that they cannot lag behind.

manpage.py osawatch | osawatch-cli      one page, to stdout
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from osawatch.cli.main import FAMILIES
from osawatch.cli.main import parser as commands
from osawatch.cli.tongue import speak

ABOUT = {
    "osawatch": "early-warning desk for dependence on single countries",
    "osawatch-cli": "the early-warning desk without a screen",
}
DESCRIPTION = {
    "osawatch": "Opens the window: an inbox of alerts that explain themselves, from news, "
    "gazettes, sanctions lists and sources of export restrictions, matched against a watchlist "
    "with rules. "
    "One window a profile: a second start brings the first one to the front, with its file.",
    "osawatch-cli": "Does what the window does, for scripts, timers and terminals.",
}
SHARED = (
    "Each takes --help, and the options above after its name too. Those that answer with a table "
    "take --json (one JSON document) and --jsonl (one JSON object a line) as well."
)
FORMS = {"--json", "--jsonl"}
PROFILE = ("OSAWATCH_PROFILE", "the data folder, when no option names one")
POLICY = (
    "OSAWATCH_POLICY",
    "a policy file more, beside those of the machine; it can close and never open",
)
KEY = (
    "OSAWATCH_KEY_SOURCE",
    "the key of a source that asks for one: SOURCE is its id in capitals, with _ for all else",
)
SYSTEM = ("LC_ALL, LC_MESSAGES, LANG", "the language of the system")
ENVIRONMENT = {
    "osawatch": (
        PROFILE,
        (
            "OSAWATCH_LANG",
            "the language of the help; that of the window is an option and a setting",
        ),
        SYSTEM,
        POLICY,
        KEY,
        ("XDG_RUNTIME_DIR", "where two starts find each other"),
        ("QT_SCALE_FACTOR", "how large all is drawn; goes before the setting"),
    ),
    "osawatch-cli": (
        PROFILE,
        ("OSAWATCH_PASSPHRASE_FILE", "opens an encrypted profile, when no option names a file"),
        ("OSAWATCH_LANG", "the language of answers, when no option names one: en or nl"),
        SYSTEM,
        POLICY,
        KEY,
    ),
}


def page(program: str) -> str:
    """The page of a program in roff."""
    speak("en")
    top = commands(tuple(FAMILIES)) if program == "osawatch-cli" else _window()
    other = next(name for name in ABOUT if name != program)
    parts = [
        f'.TH {_plain(program.upper())} 1 "" "OSAwatch" "User commands"', ".nh", ".ad l",
        ".SH NAME", f"{_plain(program)} \\- {_plain(ABOUT[program])}",
        ".SH SYNOPSIS", f".B {_plain(program)}", _plain(_usage(top)),
        ".SH DESCRIPTION", _plain(DESCRIPTION[program]), ".PP", _plain(top.description or ""),
        ".SH OPTIONS", *_options(top, set()),
    ]  # fmt: skip
    if families := _choices(top):
        parts += [".SH COMMANDS", _plain(SHARED), *_commands(families, _named(top) | FORMS)]
    parts.append(".SH ENVIRONMENT")
    for name, told in ENVIRONMENT[program]:
        parts += [".TP", f".B {_plain(name)}", _plain(told)]
    parts += [".SH EXIT STATUS", _plain(top.epilog or "")]
    parts += [".SH SEE ALSO", f".BR {_plain(other)} (1)"]
    return "\n".join(parts) + "\n"


def _window() -> argparse.ArgumentParser:
    from ui.options import parser

    return parser()


def _usage(top: argparse.ArgumentParser) -> str:
    words = top.format_usage().split()
    return " ".join(words[2:])


def _named(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings}  # noqa: SLF001 # no other way to look


def _choices(
    parser: argparse.ArgumentParser,
) -> dict[str, tuple[str, argparse.ArgumentParser]]:
    """What may follow: name -> line of help and parser."""
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            told = {one.dest: one.help or "" for one in action._choices_actions}  # noqa: SLF001
            return {name: (told.get(name, ""), one) for name, one in action.choices.items()}
    return {}


def _commands(
    found: dict[str, tuple[str, argparse.ArgumentParser]], known: set[str], before: str = ""
) -> Iterator[str]:
    """Each command with the options that not all have, its own commands below it."""
    for name, (told, parser) in found.items():
        whole = f"{before}{name}"
        yield from (".TP", f".B {_plain(whole)}", _plain(told or parser.description or "") or "\\&")
        own = [*_options(parser, known)]
        further = [*_commands(_choices(parser), known, f"{whole} ")]
        if own or further:
            yield from (".RS", *own, *further, ".RE")


def _options(parser: argparse.ArgumentParser, known: set[str]) -> Iterator[str]:
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction) or known & {*action.option_strings}:  # noqa: SLF001
            continue
        if action.help == argparse.SUPPRESS:
            continue
        yield from (".TP", f".B {_plain(_spelt(action))}", _plain(_told(parser, action)) or "\\&")


def _spelt(action: argparse.Action) -> str:
    value = ""
    if action.nargs != 0:
        choices = "|".join(map(str, action.choices or ()))
        value = action.metavar if isinstance(action.metavar, str) else choices
        value = value or action.dest.upper()
    names = ", ".join(action.option_strings)
    return f"{names} {value}".strip()


def _told(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    """The line of help with its values put in, as the parser shows it."""
    return parser._get_formatter()._expand_help(action) if action.help else ""  # noqa: SLF001


def _plain(text: str) -> str:
    """Text for roff: no sign of it is a command, no line begins with one."""
    told = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("|", "|\\:")
    return "\n".join(f"\\&{line}" if line.startswith(".") else line for line in told.split("\n"))


if __name__ == "__main__":
    sys.stdout.write(page(sys.argv[1]))

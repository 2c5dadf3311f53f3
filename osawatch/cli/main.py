"""From the words of a command to its exit code.

argv -> the family's parser -> its handler -> answer on stdout -> exit code
Only the family that is asked for is imported: a command line that helps must not keep one waiting.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from osawatch import __version__, sealed
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, LOCKED, STOPPED, USAGE, Parser, Print, Render, Run
from osawatch.cli.helped import Helped
from osawatch.cli.tongue import LANGUAGES, of_error, say, speak, spoken, translated, wanted
from osawatch.errors import Busy, OsawatchError, StoreError
from osawatch.paths import profile_folder
from osawatch.sealed import Locked

if TYPE_CHECKING:
    from osawatch.core import Core

FAMILIES = {
    "parse": ("parse", "read documents and print their entries"),
    "match": ("match", "say what texts are about and which rules fire"),
    "rules": ("rules", "check, test, explain, list and switch rules"),
    "init": ("profile", "make a profile with the shipped sources"),
    "poll": ("news", "ask the sources and raise alerts"),
    "ingest": ("news", "read files as if sources had served them"),
    "alerts": ("alerts", "list, show and decide alerts"),
    "trends": ("trends", "counts a day, what was expected, what stands out"),
    "sources": ("sources", "list, add and switch sources, and see their health"),
    "watchlist": ("watchlist", "list, add, take in and give out what is watched"),
    "sample": ("profile", "fill a profile with the invented sample desk"),
    "stats": ("profile", "count what the profile holds"),
    "doctor": ("profile", "look for what is wrong with the profile"),
    "screen": ("screen", "names against sanctions lists"),
    "detect": ("detect", "unusual counts in a file"),
    "dependency": ("dependency", "dependencies from trade data"),
    "chain": ("chain", "what goes into what, who supplies it, what is hit"),
    "sanctions": ("sanctions", "list versions and their differences"),
    "measures": ("measures", "measures, their quotas, exemptions, licence routes and reactions"),
    "cases": ("cases", "alerts of one matter: owners, steps, who was told"),
    "reports": ("registers", "post reports, read by the rules like news"),
    "influence": ("registers", "influence cases: measure, sender, target, date, outcome"),
    "licences": (
        "registers",
        "licence applications by a firm under another name, and how long they wait",
    ),
    "situation": ("situation", "sources as fast as is polite, a timeline, numbered reports"),
    "papers": ("papers", "reports, memos and lists from templates of this desk"),
    "briefing": ("briefing", "the desk's briefing"),
    "bundle": ("bundle", "signed exchange files"),
    "vault": ("vault", "the encrypted profile"),
    "hub": ("hub", "shared triage"),
    "archive": ("archive", "items as Parquet"),
    "policy": ("policy", "what an administrator has decided for this machine"),
    "setup": ("setup", "the desk's set-up in one file: sources, watchlist, rules, settings"),
    "records": ("records", "closed cases into an archive, destroyed, opened; a person's data"),
    "diagnose": ("diagnose", "a file for a helper, without what the desk holds"),
    "backup": ("backup", "a copy of the profile"),
    "restore": ("backup", "a profile from its copy"),
}

SHOWING = ("alerts", "chain", "measures", "trends")  # those that save no settings


def main(
    argv: Sequence[str] | None = None,
    render: Render | None = None,
    *,
    core: Callable[[Path], Core] | None = None,
    print_: Print | None = None,
) -> int:
    """Carry out one command; the result is the exit code. Never a traceback.

    `core` opens a profile; tests hand in one with a fake network.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    speak(wanted(words))
    try:
        code = _carried_out(words, render, core or _core, print_)
        sys.stdout.flush()
    except BrokenPipeError:
        return _unheard()
    except KeyboardInterrupt:
        out.talk(say("stopped"))
        return STOPPED
    return code


def parser(words: Sequence[str] = ()) -> Parser:
    """The parser; families that `words` do not name stay a line of help."""
    top = _Parser(prog="osawatch-cli", description=_ABOUT, epilog=_EPILOG)
    top.add_argument("--version", action="version", version=f"osawatch {__version__}")
    top.add_argument(
        "--profile", type=Path, default=None, metavar="DIR",
        help="the data folder (or OSAWATCH_PROFILE)",
    )  # fmt: skip
    top.add_argument(
        "--passphrase-file", type=Path, default=None, metavar="FILE",
        help="opens an encrypted profile (or OSAWATCH_PASSPHRASE_FILE)",
    )  # fmt: skip
    top.add_argument(
        "--lang", choices=LANGUAGES, default=None,
        help="the language of this answer (or OSAWATCH_LANG; else the profile's, the system's)",
    )  # fmt: skip
    commands = top.add_subparsers(
        metavar="COMMAND", required=True, dest="command", parser_class=_Parser
    )
    for name, (family, told) in FAMILIES.items():
        one = commands.add_parser(name, help=told, description=told)
        if name in words:
            import_module(f"osawatch.cli.{family}").add(name, one)
    return top


_ABOUT = "Watches feeds for export restrictions, sanctions and supply disruptions."
_EPILOG = (
    "Exit codes: 0 done; 1 a fault (a source failed, a document was damaged, a test fails); "
    "2 bad usage, unknown id, unreadable file; 3 the profile is in use or locked. "
    "Times are RFC 3339, YYYY-MM-DD, or 7d / 12h ago; days are UTC days."
)


class _Parser(Helped):
    """Raises what is wrong, so that it is said in one place."""

    def error(self, message: str) -> NoReturn:
        """Leave with the exit code of bad usage."""
        raise _UsageError(say("{0} (see: {1} --help)", translated(message), self.prog))


class _UsageError(Exception):
    """Words that no command understands."""


def _carried_out(
    words: list[str],
    render: Render | None,
    core: Callable[[Path], Core],
    print_: Print | None,
) -> int:
    try:
        args = _understood(words)
        return int(args.handler(Run(args, render, lambda: _opened(args, core), print_)))
    except SystemExit as asked:  # --help, --version
        return asked.code if isinstance(asked.code, int) else DONE
    except _UsageError as error:
        out.talk(of_error(error))
        return USAGE
    except OsawatchError as error:
        out.talk(of_error(error))
        return _code(error)
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001 # a bug of ours: said in a line, kept in a log
        return _bug()


def _opened(args: argparse.Namespace, core: Callable[[Path], Core]) -> Core:
    folder = profile_folder(args.profile)
    if sealed.encrypted(folder):
        from osawatch.cli.vault import unlock

        name = unlock(folder, args.passphrase_file)
        opened = core(folder)
        opened.act_as(name)
    else:
        opened = core(folder)
    if args.command in SHOWING and not (getattr(args, "json", 0) or getattr(args, "jsonl", 0)):
        opened.speak(spoken())  # sentences of the core, for people; JSON keeps the profile's
    codes.call(lambda kind, key: opened.names(kind, key, spoken()))
    return opened


def _understood(words: list[str]) -> argparse.Namespace:
    top = parser(words)
    args, rest = top.parse_known_args(words)
    if rest:
        top.error(say("{0}: not understood", " ".join(rest)))
    return args


def _core(folder: Path) -> Core:
    from osawatch.core import Core

    return Core(folder)


def _code(error: OsawatchError) -> int:
    if isinstance(error, Busy | Locked):
        return LOCKED
    return FAULT if isinstance(error, StoreError) else USAGE


def _bug() -> int:
    """One line for a person, the rest for whoever mends it."""
    told = traceback.format_exc()
    reason = out.clean(told.strip().rsplit("\n", 1)[-1])
    where = ""
    if sealed.in_use():  # a trace may hold what nobody may find on the disk
        out.talk(
            say(
                "a fault of this program: {0} (details are not kept: the profile is sealed)", reason
            )
        )
        return FAULT
    with suppress(OSError):
        descriptor, where = tempfile.mkstemp(prefix="osawatch-", suffix=".log")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(told)
    out.talk(
        say("a fault of this program: {0} (details: {1})", reason, where or "could not be written")
    )
    return FAULT


def _unheard() -> int:
    """Whoever read our output has gone: that is their right. Nothing may be flushed any more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")

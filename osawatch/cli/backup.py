"""`backup` and `restore`: a whole profile in one file, and back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, prepared
from osawatch.cli.tongue import say, translated
from osawatch.cli.vault import unlock
from osawatch.paths import profile_folder
from osawatch.safekeeping import backup as copies
from osawatch.safekeeping.backup import Copied


def add(name: str, parser: Parser) -> None:
    """The arguments of one of the two."""
    prepared(parser, {"backup": backup, "restore": restore}[name])
    parser.add_argument("file", type=Path)


def backup(run: Run) -> int:
    """Copy the profile while it is in use."""
    with run.open() as core:
        copied = core.care.backup(run.args.file)
    return _told(run, copied, codes.word(codes.DID, "saved"))


def restore(run: Run) -> int:
    """Make a new profile from a copy; one that is there is never overwritten."""
    folder = profile_folder(getattr(run.args, "profile", None))
    copied = copies.restore(
        run.args.file, folder, unlock=lambda room: unlock(room, run.args.passphrase_file)
    )
    with run.open() as core:  # an older copy is brought to today's form
        findings = core.care.doctor()
    for finding in findings:
        out.talk(translated(finding))
    return _told(run, copied, say("restored to {0}", folder))


def _told(run: Run, copied: Copied, what: str) -> int:
    if run.form == "table":
        made = say("{0:%Y-%m-%d %H:%M} UTC", copied.made)
        out.text(
            say(
                "{0} {1}: {2} files, {3} bytes, as of {4}",
                copied.file,
                what,
                copied.files,
                copied.bytes,
                made,
            )
        )
    else:
        out.one(asdict(copied), run.form)
    return DONE

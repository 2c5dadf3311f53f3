"""`policy show|check`: what an administrator has decided for this machine."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs
from osawatch.cli.tongue import say, translated


def add(_name: str, parser: Parser) -> None:
    """The two verbs."""
    verbs = Verbs(parser)
    verbs.add("show", "what holds here, and which file says so", show)
    verbs.add("check", "read a policy file without using it", check).add_argument(
        "file", type=Path, metavar="FILE"
    )


def show(run: Run) -> int:
    """The settings that a policy decides, and what it closes."""
    with run.open() as core:
        mine, held = core.settings(), core.policies
        told: dict[str, object] = {
            "files": [one.file for one in held.files],
            "decided": {name: getattr(mine, name) for name in sorted(held.locked())},
            "hosts": [list(lines) for lines in held.hosts(mine)],
            "links": not held.closed("open_links"),
            "removable_media": not held.closed("removable_media"),
            "encryption": bool(held.demands_encryption()),
            "network": core.outbound.shut() or "may be used",
        }
    if run.form != "table":
        out.one(told, run.form)
        return DONE
    if not held.files:
        out.text(say("no policy: every person's own settings hold"))
    for file, name in ((file, name) for name, file in sorted(held.locked().items())):
        out.text(say("{0}: {1} (decided by {2})", name, getattr(mine, name), file))
    for name in ("hosts", "links", "removable_media", "encryption", "network"):
        out.text(f"{codes.word(codes.DECIDED, name)}: {_flat(told[name])}")
    return DONE


def check(run: Run) -> int:
    """Says what the file decides, or where it is wrong."""
    from osawatch.policy.files import read

    found = asdict(read(run.args.file))
    if run.form != "table":
        out.one(found, run.form)
        return DONE
    out.text(say("{0}: can be used", run.args.file))
    return DONE


def _flat(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(", ".join(lines) for lines in value) or say("any")
    return out.yes_or_no(value) if isinstance(value, bool) else translated(str(value))

"""`alerts attach|attachments|save-attachment`: files put to alerts."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from osawatch.cli import out
from osawatch.cli.args import DONE, Run, Verbs
from osawatch.cli.tongue import say

COLUMNS = (
    out.column("id", right=True), out.column("name"), out.column("size", right=True),
    out.column("actor"), out.column("sha256"),
)  # fmt: skip


def add(verbs: Verbs) -> None:
    """The verbs."""
    putting = verbs.add("attach", "put a file to an alert, inside the profile", attach)
    putting.add_argument("id", metavar="ID")
    putting.add_argument("file", type=Path, metavar="FILE")
    verbs.add("attachments", "the files of an alert", attachments).add_argument("id", metavar="ID")
    saving = verbs.add("save-attachment", "write a file of an alert to a place", save)
    saving.add_argument("number", type=int, metavar="N", help="as `alerts attachments` says")
    saving.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def attach(run: Run) -> int:
    """Kept in the store; the log says so."""
    with run.open() as core:
        found = core.attaching.put(run.args.id, run.args.file)
    out.rows([asdict(found)], COLUMNS, run.form)
    return DONE


def attachments(run: Run) -> int:
    """A row a file."""
    with run.open() as core:
        found = core.attaching.of(run.args.id)
    out.rows([asdict(one) for one in found], COLUMNS, run.form, none="no files")
    return DONE


def save(run: Run) -> int:
    """Readable by its owner alone."""
    from osawatch.writing import write

    with run.open() as core:
        core.policies.refuse_media(run.args.output)
        write(run.args.output, core.attaching.body(run.args.number))
    out.talk(say("written: {0}", run.args.output))
    return DONE

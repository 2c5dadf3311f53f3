"""`vault`: the encrypted profile, its slots, and the way back."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from osawatch import sealed
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Parser, Run, Verbs
from osawatch.cli.tongue import say, spoken
from osawatch.errors import BadInput, why
from osawatch.paths import profile_folder
from osawatch.sealed import Locked
from osawatch.vault import door, slots
from osawatch.vault.slots import Slot

VARIABLE = "OSAWATCH_PASSPHRASE_FILE"
COLUMNS = (out.column("id"), out.column("kind"), out.column("name"))

MADE = ("recovery code",)


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    for name, told, handler in (
        ("create", "an encrypted profile; one that is plain becomes encrypted", create),
        ("encrypt", "the same, for a profile that is there", create),
    ):
        verbs.add(name, told, handler).add_argument("--name", default="", help="whose slot it is")
    one = verbs.add("slots", "who and what opens the profile", show)
    one.add_argument("--add", choices=("passphrase", "keyring", "escrow"))
    one.add_argument("--name", default="")
    one.add_argument("--drop", metavar="SLOT")
    one.add_argument("--new-passphrase-file", type=Path, metavar="F")
    one.add_argument("--recipient", default="", help="an age recipient, for escrow")
    one = verbs.add("passphrase", "another passphrase; nothing is encrypted anew", passphrase)
    one.add_argument("--new-passphrase-file", type=Path, metavar="F")
    one = verbs.add("recover", "a new passphrase by recovery code or escrow identity", recover)
    one.add_argument("--recovery-file", type=Path, metavar="F")
    one.add_argument("--new-passphrase-file", type=Path, metavar="F")
    one.add_argument("--name", default="recovered")
    verbs.add("rekey", "encrypt all anew with another key", rekey)
    verbs.add("decrypt", "make the profile plain again", decrypt)


def create(run: Run) -> int:
    """Say the recovery code once: it stands nowhere."""
    folder = _folder(run)
    slot, code = door.create(folder, _secret(run), run.args.name or getpass.getuser())
    with run.open():
        pass  # made now, so that a new profile is encrypted from its first byte
    return _told(run, {"profile": str(folder), "slot": slot.id, "recovery_code": code})


def show(run: Run) -> int:
    """List the slots, after adding or dropping one."""
    folder = _folder(run)
    if run.args.add:
        fresh = run.args.recipient
        if run.args.add == "passphrase":
            fresh = _from(run.args.new_passphrase_file, say("New passphrase: "))
        door.add_slot(folder, _secret(run), run.args.add, run.args.name, fresh)
    if run.args.drop:
        door.drop_slot(folder, _secret(run), run.args.drop)
    if not sealed.encrypted(folder):
        raise BadInput("is not encrypted", file=str(folder))
    rows = (_row(one) for one in slots.read(folder).slots)
    if run.form == "table":  # the name that the program gave, not a person
        rows = (row | {"name": codes.word(MADE, str(row["name"]))} for row in rows)
    out.rows(rows, COLUMNS, run.form)
    return DONE


def passphrase(run: Run) -> int:
    """The old one opens nothing any more."""
    fresh = _from(run.args.new_passphrase_file, say("New passphrase: "))
    slot = door.change_passphrase(_folder(run), _secret(run), fresh)
    return _told(run, {"slot": slot.id, "name": slot.name})


def recover(run: Run) -> int:
    """For whoever has lost the passphrase."""
    code = _from(run.args.recovery_file, say("Recovery code: "))
    fresh = _from(run.args.new_passphrase_file, say("New passphrase: "))
    slot, again = door.recover(_folder(run), code, fresh, run.args.name)
    return _told(run, {"slot": slot.id, "name": slot.name, "recovery_code": again})


def rekey(run: Run) -> int:
    """Other slots go with the old key."""
    slot, code = door.rekey(_folder(run), _secret(run))
    return _told(run, {"slot": slot.id, "recovery_code": code})


def decrypt(run: Run) -> int:
    """By explicit choice alone."""
    folder = _folder(run)
    door.decrypt(folder, _secret(run))
    out.talk(
        say("the profile is plain now; what stood on the disk before may still be found there")
    )
    return _told(run, {"profile": str(folder), "encrypted": False})


def unlock(folder: Path, file: Path | None) -> str:
    """Before any command on a profile: open it, or `Locked`; the result is whose slot it was."""
    if sealed.key_of(folder) is not None:
        return ""
    if file is None and VARIABLE in os.environ:
        file = Path(os.environ[VARIABLE])
    if file is None:
        if slot := door.enter_by_keyring(folder):
            return slot.name
        if not sys.stdin.isatty():
            raise Locked(folder, "is encrypted: give its passphrase (--passphrase-file)")
    slot = door.enter(folder, _from(file, say("Passphrase: ")))
    return slot.name if slot.kind == "passphrase" else ""


def _secret(run: Run) -> str:
    file = getattr(run.args, "passphrase_file", None)
    if file is None and VARIABLE in os.environ:
        file = Path(os.environ[VARIABLE])
    return _from(file, say("Passphrase: "))


def _from(file: Path | None, asked: str) -> str:
    """The first line of a file, or what a person types."""
    if file is None:
        if not sys.stdin.isatty():
            raise BadInput("is needed: nobody is there to type it", field="--passphrase-file")
        return getpass.getpass(asked, sys.stderr)
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot be read: {why(error)}", file=str(file)) from error
    found = text.split("\n", 1)[0].rstrip("\r")
    if not found:
        raise BadInput("holds no passphrase in its first line", file=str(file))
    return found


def _folder(run: Run) -> Path:
    return profile_folder(getattr(run.args, "profile", None))


def _row(slot: Slot) -> dict[str, object]:
    return {"id": slot.id, "kind": slot.kind, "name": slot.name}


def _told(run: Run, told: dict[str, object]) -> int:
    if run.form != "table":
        out.one(told, run.form)
        return DONE
    for name, value in told.items():
        if value != "":
            head = codes.word(codes.VAULT, name).replace("_", " ")
            said = out.yes_or_no(value) if isinstance(value, bool) and spoken() != "en" else value
            out.text(f"{head}: {said}")
    if told.get("recovery_code"):
        out.talk(say("write the recovery code down and keep it apart: it stands nowhere else"))
    return DONE

"""`bundle`: keys, signed exchange files out and in, and whose are taken."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.bundle import box, keys, minisign
from osawatch.bundle.model import PARTS, Applied, BundleRefused, Opened
from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, Parser, Run, Verbs, time_of
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from osawatch.core import Core

LARGEST = box.LARGEST
SIGNERS = (out.column("key"), out.column("name"), out.column("root"), out.column("added"))


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    one = verbs.add("keygen", "make the keys of this desk", keygen)
    one.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    one = verbs.add("create", "write what is new into a signed file", create)
    one.add_argument("--key", type=Path, required=True, metavar="FILE", help="osawatch.key")
    one.add_argument("--to", nargs="+", action="extend", default=[], metavar="RECIPIENT",
                     help="age recipients (age1...), or files with them")  # fmt: skip
    one.add_argument("--since", metavar="T", help="RFC 3339, a date, or 7d / 12h")
    one.add_argument("--full", action="store_true", help="all there is, not only what is new")
    one.add_argument("--channel", default="", help="the row it belongs to, e.g. hq/astana")
    one.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    one.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    one = verbs.add("verify", "look whether a bundle is what its signer made", verify)
    one.add_argument("file", type=Path)
    one.add_argument("--signer", type=Path, required=True, metavar="PUB")
    _identity(one)
    one = verbs.add("apply", "take a bundle, all of it or nothing", apply)
    one.add_argument("file", type=Path)
    one.add_argument("--dry-run", action="store_true", help="say what it would bring")
    one.add_argument("--signer", type=Path, metavar="PUB", help="trust this key for this file")
    _identity(one)
    verbs.add("undo", "take the newest bundle back", undo)
    one = verbs.add("trust", "take the bundles of a key from now on", trust)
    one.add_argument("file", type=Path, help="a public key, or a list of signers with --signature")
    one.add_argument("--name", default="")
    one.add_argument("--root", action="store_true", help="may also sign lists of signers")
    one.add_argument("--signature", nargs="+", action="extend", default=[], type=Path)
    one = verbs.add("distrust", "take none of its bundles any more", distrust)
    one.add_argument("key")
    verbs.add("signers", "whose bundles are taken", signers)


def keygen(run: Run) -> int:
    """A signing key and an age identity; a key that is there already is never overwritten."""
    made = keys.make(run.args.output)
    folder = made.folder
    if run.form == "table":
        out.text(say("key {0}, recipient {1}", made.key, made.recipient))
        out.text(
            say(
                "keep {0} and {1} to yourself",
                folder / keys.KEY,
                folder / keys.IDENTITY,
            )
        )
    else:
        told = {"key": made.key, "recipient": made.recipient, "folder": str(folder)}
        out.one(told, run.form)
    return DONE


def create(run: Run) -> int:
    """Write a bundle."""
    secret = minisign.secret(_text(run.args.key), str(run.args.key))
    recipients = [one for word in run.args.to for one in _recipients(word)]
    with run.open() as core:
        since = run.args.since and time_of(run.args.since, core.now(), field="--since")
        made = core.bundles.make(
            secret, run.args.output, recipients=recipients, channel=run.args.channel,
            since=since or None, parts=run.args.parts, full=run.args.full,
        )  # fmt: skip
    if run.form == "table":
        held = codes.counted(made.counts)
        locked = (
            say(", for {0} recipients", made.recipients)
            if made.recipients
            else say(", readable by all")
        )
        out.text(
            say("{0}: number {1} of {2}, {3}{4}", made.path, made.seq, made.channel, held, locked)
        )
    else:
        out.one(asdict(made), run.form)
    return DONE


def verify(run: Run) -> int:
    """No profile is needed."""
    key = minisign.public(_text(run.args.signer), str(run.args.signer))
    blob = _bytes(run.args.file)
    try:
        found = box.open_(blob, lambda name: key if name == key.id else None, _identities(run))
    except BundleRefused as error:
        return _refused(run, error)
    if run.form == "table":
        one = found.manifest
        out.text(
            say("good: number {0} of {1}, by {2}", one.seq, one.channel, one.author or one.signer)
        )
        for name, size in one.files:
            out.text(say("  {0}: {1} bytes", name, size))
        for warning in _warnings(found):
            out.talk(say("warning: it {0}", translated(warning)))
    else:
        out.one({"ok": True, **_manifest(found), "warnings": _warnings(found)}, run.form)
    return DONE


def apply(run: Run) -> int:
    """Refused bundles leave nothing behind."""
    blob = _bytes(run.args.file)
    try:
        with run.open() as core:
            core.policies.refuse_media(run.args.file)
            found = _opened(run, core, blob)
            told = core.bundles.take(found, dry=run.args.dry_run)
    except BundleRefused as error:
        return _refused(run, error)
    return _told(run, told)


def undo(run: Run) -> int:
    """What the world said stays; decisions and files go."""
    with run.open() as core:
        told = core.bundles.undo()
    return _told(run, told)


def trust(run: Run) -> int:
    """A key, or a list that two roots have signed."""
    try:
        with run.open() as core:
            if run.args.signature:
                signatures = [_text(one) for one in run.args.signature]
                found = core.bundles.trust_list(_bytes(run.args.file), signatures)
            else:
                key = minisign.public(_text(run.args.file), str(run.args.file))
                name = run.args.name or run.args.file.stem
                found = [core.bundles.trust(key, name, root=run.args.root)]
    except BundleRefused as error:
        return _refused(run, error)
    out.rows((asdict(one) for one in found), SIGNERS, run.form)
    return DONE


def distrust(run: Run) -> int:
    """Forget a signer."""
    with run.open() as core:
        core.bundles.distrust(run.args.key)
    return DONE


def signers(run: Run) -> int:
    """All that are trusted."""
    with run.open() as core:
        found = core.bundles.signers()
    out.rows((asdict(one) for one in found), SIGNERS, run.form, none="nobody is trusted yet")
    return DONE


def _opened(run: Run, core: Core, blob: bytes) -> Opened:
    if run.args.signer is None:
        return core.bundles.open(blob, _identities(run))
    key = minisign.public(_text(run.args.signer), str(run.args.signer))
    return box.open_(blob, lambda name: key if name == key.id else None, _identities(run))


def _told(run: Run, told: Applied) -> int:
    if run.form == "table":
        start = say("would bring") if told.dry else say("brought")
        out.text(
            say(
                "number {0} of {1} {2} {3} items, {4} alerts, {5} events, "
                "{6} sources, {7} files, {8} lists",
                told.seq,
                told.channel,
                start,
                told.items,
                told.alerts,
                told.events,
                told.sources,
                len(told.files),
                len(told.lists),
            )
        )
        for warning in told.warnings:
            out.talk(say("warning: it {0}", translated(warning)))
        for one in told.left_out:
            out.talk(say("left out: {0}", one))
    else:
        out.one(asdict(told), run.form)
    return DONE


def _refused(run: Run, error: BundleRefused) -> int:
    file = getattr(run.args, "file", "")
    out.talk(say("refused: {0} {1}", file, error))
    if run.form != "table":
        out.one({"ok": False, "reason": str(error)}, run.form)
    return FAULT


def _manifest(found: Opened) -> dict[str, object]:
    told = asdict(found.manifest)
    told["files"] = [{"path": path, "size": size} for path, size in found.manifest.files]
    return {**told, "encrypted": found.encrypted}


def _warnings(found: Opened) -> list[str]:
    expired = found.manifest.expires < datetime.now(UTC)
    return [f"is old: it was good until {found.manifest.expires:%Y-%m-%d}"] if expired else []


def _identity(parser: Parser) -> None:
    parser.add_argument("--identity", type=Path, action="append", default=[], metavar="FILE",
                        help="osawatch.identity, for an encrypted bundle")  # fmt: skip


def _identities(run: Run) -> list[str]:
    return [
        line.strip()
        for file in run.args.identity
        for line in _text(file).splitlines()
        if line.strip() and not line.startswith("#")
    ]


def _recipients(word: str) -> list[str]:
    if word.startswith("age1"):
        return [word]
    return [line.strip() for line in _text(Path(word)).splitlines() if line.startswith("age1")]


def _text(file: Path) -> str:
    try:
        return _bytes(file).decode()
    except UnicodeDecodeError as error:
        raise BadInput("is no text", file=str(file)) from error


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise BadInput("is larger than a bundle may be", file=str(file))
        return file.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(file)) from error

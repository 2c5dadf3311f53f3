"""`init`, `sample`, `stats`, `doctor`: the profile as a whole."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, FAULT, Parser, Run, Verbs, prepared
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput
from osawatch.model import Settings

TEXTS = {
    "name": "who works here; every decision carries it",
    "post": "the post, for example an embassy",
    "language": "en or nl",
    "time_zone": "for example Europe/Amsterdam",
    "proxy": "the proxy of the network",
    "contact": "an address that sources see in our user agent",
}


def add(name: str, parser: Parser) -> None:
    """The arguments of one of the four."""
    if name == "sample":
        verbs = Verbs(parser)
        verbs.add("load", "fill the profile with an invented month and a year", sample)
        verbs.add("remove", "start empty again; the sample's database is put aside", unsample)
        return
    prepared(parser, {"init": init, "stats": stats, "doctor": doctor}[name])
    if name == "doctor":
        parser.add_argument("--repair", action="store_true", help="make what is derived anew")
    if name != "init":
        return
    parser.add_argument("--pack", choices=["osa"], default="osa", help="rules and watchlist")
    parser.add_argument("--sample", action="store_true", help="with the invented sample desk")
    for field, told in TEXTS.items():
        parser.add_argument(f"--{field.replace('_', '-')}", dest=field, help=told)
    parser.add_argument(
        "--country", nargs="+", action="extend", metavar="CC",
        help="countries of accreditation, two letters each",
    )  # fmt: skip
    network = parser.add_mutually_exclusive_group()
    for mode in ("offline", "online"):
        network.add_argument(f"--{mode}", dest="network", action="store_const", const=mode)


def init(run: Run) -> int:
    """Make the profile; on an old one only what is asked for changes."""
    with run.open() as core:
        wanted = _wanted(run, core.settings())
        if wanted != core.settings():
            core.save_settings(wanted)
        core.init_profile(sample=run.args.sample)
        sources = core.sources.rows()
        told: dict[str, object] = {
            "profile": str(core.profile.folder),
            "pack": run.args.pack,
            "sources": len(sources),
            "enabled": sum(one.enabled for one in sources),
            "sample": run.args.sample,
            "settings": asdict(core.settings()),
        }
    if run.form == "table":
        out.text(
            say(
                "{0}: {1} sources, {2} switched on",
                told["profile"],
                told["sources"],
                told["enabled"],
            )
        )
    else:
        out.one(told, run.form)
    return DONE


def sample(run: Run) -> int:
    """The sample desk: invented publishers, a plausible month."""
    from osawatch.sample import load

    with run.open() as core:
        changes = load(core.news, core.now())
        counts = core.counts()
    told = {"items": len(changes.items), "alerts": len(changes.alerts), "cards": counts}
    if run.form == "table":
        out.text(
            say("{0} alerts, {1} cards in the inbox", len(changes.alerts), counts.get("inbox", 0))
        )
    else:
        out.one(told, run.form)
    return DONE


def unsample(run: Run) -> int:
    """An empty desk in the sample's place; settings and own files stay."""
    from osawatch.sample.removing import aside

    with run.open() as core:
        profile, now = core.profile, core.now()
    moved = aside(profile, now)
    with run.open() as core:
        core.init_profile()
    if run.form == "table":
        out.text(say("the sample desk is out; it lies in {0}", moved))
    else:
        out.one({"aside": str(moved)}, run.form)
    return DONE


def stats(run: Run) -> int:
    """What the profile holds."""
    with run.open() as core:
        found = core.care.stats()
    if run.form == "table":
        for name, value in found.items():
            out.text(f"{_head(name)}: {_flat(value)}")
    else:
        out.one(found, run.form)
    return DONE


def doctor(run: Run) -> int:
    """Exit code 1 if something is wrong."""
    with run.open() as core:
        for line in core.care.repair() if run.args.repair else ():
            out.talk(translated(line))
        findings = core.care.doctor()
    if run.form == "table":
        for finding in findings or ["all is well"]:
            out.text(translated(finding))
    else:
        out.one({"ok": not findings, "findings": findings}, run.form)
    return FAULT if findings else DONE


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{_head(key)} {_figure(one)}" for key, one in value.items()) or say(
            "none"
        )
    return str(value)


def _head(key: str) -> str:
    return codes.word(codes.HELD + codes.FIGURES + codes.STATUSES + codes.POLLED, key)


def _figure(value: object) -> object:
    """As a person reads it: a time to the second, a share to two places."""
    if isinstance(value, dict):
        return _flat(value)
    if isinstance(value, datetime):
        return out.when(value)
    return f"{value:.2f}" if isinstance(value, float) else "-" if value is None else value


def _wanted(run: Run, now: Settings) -> Settings:
    given: dict[str, object] = {
        field: value
        for field in (*TEXTS, "network")
        if (value := getattr(run.args, field)) is not None
    }
    if run.args.country is not None:
        given["countries"] = _countries(run.args.country)
    if not given:
        return now
    return replace(now, **given, ready=now.ready or "name" in given)  # type: ignore[arg-type]


def _countries(words: list[str]) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.upper() for word in words for code in word.split(",") if code))
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise BadInput(f"{code!r} is not a two-letter country code", field="--country")
    return codes

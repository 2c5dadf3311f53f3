"""`sanctions screen`, `hits`, `confirm`, `reject`, `log`: names, and a person's word on them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from osawatch.cli import codes, out
from osawatch.cli.args import DONE, Run, Verbs
from osawatch.cli.screen import COLUMNS as HITS
from osawatch.cli.screen import as_record, flat, share
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from osawatch.hits import Finding


def add(verbs: Verbs) -> None:
    """The verbs and their arguments."""
    one = verbs.add("screen", "names against the lists that are kept, for the record", screen)
    one.add_argument("names", nargs="+", metavar="NAME")
    one.add_argument("--kind", choices=("person", "entity", "vessel", "aircraft"), default="")
    one.add_argument("--country", default="", help="a country of all these names")
    one.add_argument("--birth", default="", help="YYYY, YYYY-MM or YYYY-MM-DD")
    one.add_argument("--purpose", default="", metavar="TEXT", help="needed for people")
    one.add_argument("--threshold", type=share, default=0.85, help="0 to 1")
    one = verbs.add("hits", "hits that wait for a person's word", hits)
    one.add_argument("--state", choices=("open", "confirmed", "rejected", "all"), default="open")
    for name in ("confirm", "reject"):
        one = verbs.add(name, f"{name} hits", decide)
        one.set_defaults(state=f"{name}ed")
        one.add_argument("hits", nargs="+", metavar="HIT")
    verbs.add("log", "who screened, when and what for", log)


def screen(run: Run) -> int:
    """Hits are results: exit code 0. Who asked and what for is kept."""
    from osawatch.lists import screened
    from osawatch.screening.subjects import subject

    args = run.args
    known = {"kind": args.kind, "country": args.country, "birth": args.birth}
    subjects = [subject({"name": name} | known, name) for name in args.names]
    if args.country and not subjects[0].countries:
        raise BadInput(f"{args.country!r} is no country", field="--country")
    if args.birth and not subjects[0].births:
        raise BadInput(f"{args.birth!r} is no date of birth", field="--birth")
    with run.open() as core:
        found = screened.screen(core.lists, subjects, args.purpose, args.threshold)
    records: list[dict[str, object]] = []
    for one in found:
        told = [
            {"hit": n, "state": "open"} | as_record(hit)
            for n, hit in zip(one.ids, one.hits, strict=True)
        ]
        records.append({"query": one.subject.name, "hits": told})
    rows = records if run.form != "table" else flat(records)
    out.rows(rows, (out.column("hit"), *HITS), run.form, none="no hits")
    return DONE


def hits(run: Run) -> int:
    """The hits on record."""
    from osawatch.lists import screened

    state = "" if run.args.state == "all" else run.args.state
    with run.open() as core:
        found = [asdict(one) for one in screened.hits(core.lists, state)]
        found += [_in_news(one) for one in core.listed.hits(state)]
    columns = (
        out.column("hit", "id"),
        *map(out.column, ("state", "query", "list", "entity", "name", "why")),
    )
    out.rows(found, columns, run.form, none="no hits")
    return DONE


def _in_news(one: Finding) -> dict[str, object]:
    """A name in an item, in the shape of a name that somebody asked for."""
    lacks = f"; {one.need}, but {one.fact}" if one.need else ""
    if one.after is not None:
        lacks += f"; found in an older item after the list of {one.after:%Y-%m-%d}"
    return {
        "id": one.id, "at": one.at, "query": one.text, "kind": one.kind, "list": one.list,
        "entity": one.entity, "name": one.name, "score": None,
        "why": f"in the {one.field} of item {one.item}: {one.relation}{lacks}",
        "state": one.state, "decider": one.decider, "item": one.item,
        "after": one.after,
    }  # fmt: skip


ONE_HIT = ("state", "query", "list", "entity", "name", "why")


def decide(run: Run) -> int:
    """A person's word on hits."""
    from osawatch.lists import screened

    with run.open() as core:
        screened.decide(core.lists, run.args.hits, run.args.state)
    if run.form == "table":
        out.text(f"{len(run.args.hits)} {codes.word(codes.STATES, run.args.state)}")
    else:
        out.one({"state": run.args.state, "hits": run.args.hits}, run.form)
    return DONE


def log(run: Run) -> int:
    """Who screened, when and what for; names that were not confirmed are gone after 30 days."""
    from osawatch.lists import screened

    with run.open() as core:
        found = screened.log(core.lists)
    columns = tuple(map(out.column, ("at", "actor", "post", "kind", "query", "purpose", "hits")))
    out.rows(found, columns, run.form, none="nobody was screened")
    return DONE

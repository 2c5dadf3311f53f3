"""`watchlist`: what is watched; the post adds its own, and can take shipped entries out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osawatch.cli import out, watchlist_files
from osawatch.cli.args import DONE, FAULT, Parser, Run, Verbs
from osawatch.cli.packs import existing
from osawatch.cli.tongue import translated
from osawatch.cli.watchlist_files import findings, said
from osawatch.errors import BadInput, UnknownId
from osawatch.own import Own
from osawatch.watchfile import Entry, write

if TYPE_CHECKING:
    from osawatch.core import Core

WORDS = {"good": "goods", "company": "companies", "measure": "measures", "country": "countries"}
COLUMNS = (
    out.column("kind"),
    out.column("id"),
    out.column("name"),
    out.column("tier"),
    out.column("sector"),
    out.column("suppliers"),
    out.column("own"),
)
MOST_SHOWN = 3


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    listing = verbs.add("list", "goods, companies, measures and countries", listed)
    listing.add_argument("--kind", choices=list(WORDS), default="")
    listing.add_argument("--own", action="store_true", help="only what the post has added")
    listing.add_argument("--search", default="", metavar="Q", help="in id and names")
    _adding(verbs.add("add", "add a good or a company, or put a shipped one back", add_entry))
    removing = verbs.add("remove", "take an entry out; shipped files are not touched", remove)
    removing.add_argument("id", metavar="ID")
    removing.add_argument("--kind", choices=list(WORDS), default="")
    watchlist_files.add(verbs)
    checking = verbs.add("check", "what is wrong with watchlist files", check)
    checking.add_argument("paths", nargs="*", metavar="PATH", help="the post's own without any")


def listed(run: Run) -> int:
    """What is watched."""
    with run.open() as core:
        rows = [row for row in _rows(core) if _wanted(run, row)]
    out.rows(rows, COLUMNS, run.form)
    return DONE


def add_entry(run: Run) -> int:
    """The entry stands in the post's own file, after a check."""
    with run.open() as core:
        own, watchlist = core.rulebook.own, core.rulebook.pack.watchlist
        kind = WORDS[run.args.kind]
        shipped = run.args.id in own.entries_off()[kind]
        if shipped and not run.args.term and not run.args.name:
            own.switch_entry(kind, run.args.id, on=True)
        else:
            mine = {one["id"] for one in own.entries(kind)}
            if run.args.id in getattr(watchlist, kind) and run.args.id not in mine:
                raise BadInput(f"{run.args.id!r} is shipped already", field="ID")
            _kept(own, kind, _entry(run))
    return said(run, "added", run.args.id)


def remove(run: Run) -> int:
    """One of the post's own goes for good; a shipped one can be put back with `add`."""
    with run.open() as core:
        own, watchlist = core.rulebook.own, core.rulebook.pack.watchlist
        kinds = [WORDS[run.args.kind]] if run.args.kind else list(WORDS.values())
        dropped = [kind for kind in kinds if own.drop(kind, run.args.id)]
        shipped = [kind for kind in kinds if run.args.id in getattr(watchlist, kind)]
        if not dropped and not shipped:
            raise UnknownId("watch entry", run.args.id)
        for kind in shipped if not dropped else ():
            own.switch_entry(kind, run.args.id, on=False)
    return said(run, "removed", run.args.id)


def check(run: Run) -> int:
    """The same as `rules check`, for the post's own files without a path."""
    from osawatch.cli.rules_findings import report

    paths = existing(run.args.paths)
    if paths:
        return report(run, findings(paths))
    with run.open() as core:
        own = core.rulebook.own
    for fault in own.faults():
        out.talk(translated(fault))
    code = report(run, findings(own.watchlists) if own.watchlists else [])
    return FAULT if own.faults() else code


def _adding(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--kind", choices=["good", "company"], default="good")
    for name, told in (("name", "LANG=NAME, the display name"), ("term", "LANG=WORDS to find")):
        parser.add_argument(
            f"--{name}", action="append", default=[], metavar="LANG=TEXT", help=told
        )
    parser.add_argument(
        "--tier", choices=list("ABC"), default="B", help="A notifies, C: trends only"
    )
    parser.add_argument("--sector", default="")
    parser.add_argument("--ministry", default="", help="who owns it")
    parser.add_argument(
        "--supplier", action="append", default=[], metavar="CC=SHARE", help="share from 0 to 1"
    )
    parser.add_argument("--country", default="", metavar="CC", help="of a company")
    parser.add_argument("--good", action="append", default=[], metavar="G", help="of a company")


def _entry(run: Run) -> Entry:
    args = run.args
    names = dict(_pair(word, "--name") for word in args.name)
    terms: dict[str, list[str]] = {}
    for language, term in (_pair(word, "--term") for word in args.term or args.name):
        terms.setdefault(language, []).append(term)
    if not terms:
        raise BadInput("is missing: without words nothing is found", field="--term")
    if args.kind == "company":
        return _filled(
            id=args.id, names=terms, country=args.country.upper(), goods=args.good, source="post"
        )
    suppliers = [
        {"country": code.upper(), "share": share, "scope": "eu-imports", "source": "post"}
        for code, share in (_pair(word, "--supplier") for word in args.supplier)
    ]
    return _filled(
        id=args.id, kind="product", tier=args.tier, sector=args.sector,
        names=names or {language: words[0] for language, words in terms.items()}, terms=terms,
        ministry={"lead": args.ministry} if args.ministry else {}, suppliers=suppliers,
    )  # fmt: skip


def _filled(**fields: Any) -> Entry:
    return {name: value for name, value in fields.items() if value}


def _pair(word: str, field: str) -> tuple[str, str]:
    left, equals, right = word.partition("=")
    if not (left and equals and right):
        raise BadInput(f"{word!r} is not of the form LEFT=RIGHT", field=field)
    return left, right


def _kept(own: Own, kind: str, entry: Entry) -> None:
    """Write it if the checker of rule files finds no fault in it."""
    import tempfile

    # inside the profile, so that it is sealed where the profile is
    with tempfile.TemporaryDirectory(prefix=".draft-", dir=own.folder) as folder:
        draft = Path(folder) / "entry.yaml"
        write(draft, {"schema": "1", kind: [entry]})
        for one in findings([draft]):
            if one.level == "error":
                raise BadInput(f"{one.code}: {one.message}", field=str(entry["id"]))
    own.put(kind, entry)


def _rows(core: Core) -> Iterator[dict[str, object]]:
    own, watchlist = core.rulebook.own, core.rulebook.pack.watchlist
    for word, kind in WORDS.items():
        mine = {one.get("iso2", one.get("id")) for one in own.entries(kind)}
        for key, entry in getattr(watchlist, kind).items():
            yield {
                "kind": word,
                "id": key,
                "name": core.names(word, key) if word != "company" else _first(entry.names, key),
                "tier": getattr(entry, "tier", ""),
                "sector": getattr(entry, "sector", "") or getattr(entry, "group", ""),
                "suppliers": _suppliers(entry),
                "own": key in mine,
            }


def _first(names: dict[str, Any], key: str) -> str:
    return next((terms[0].text for terms in names.values() if terms), key)


def _suppliers(entry: Any) -> list[str]:
    best: dict[str, float] = {}
    for one in getattr(entry, "suppliers", ()):
        best[one.country] = max(one.share or 0.0, best.get(one.country, 0.0))
    ranked = sorted(best.items(), key=lambda pair: -pair[1])[:MOST_SHOWN]
    return [f"{country} {share:.0%}" if share else country for country, share in ranked]


def _wanted(run: Run, row: dict[str, object]) -> bool:
    args = run.args
    words = f"{row['id']} {row['name']}".casefold()
    of_kind = not args.kind or row["kind"] == args.kind
    return of_kind and (bool(row["own"]) or not args.own) and args.search.casefold() in words

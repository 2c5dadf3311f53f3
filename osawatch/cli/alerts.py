"""`alerts list`, `show`, `history`; what a person decides about them is in decisions.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

from osawatch.acts import Measure
from osawatch.cli import attaching, codes, decisions, out, rate
from osawatch.cli.args import DONE, Parser, Run, Verbs, time_of
from osawatch.cli.known import checked
from osawatch.cli.shapes import alert, detail, event
from osawatch.cli.tongue import say, spoken
from osawatch.errors import UnknownId
from osawatch.gist import gist
from osawatch.hits import Told
from osawatch.model import AlertDetail, AlertStatus, Filter, StoryItem, View

COLUMNS = (
    out.column("id"),
    out.column("level"),
    out.Column("score", lambda row: _figure(row), right=True),
    out.column("status"),
    out.column("goods"),
    out.column("countries"),
    out.column("measures"),
    out.column("publ", "publishers", right=True),
    out.Column(
        "last seen (UTC)", lambda row: str(row["last_seen"])[:16].replace("T", " "), whole=True
    ),
    out.column("title"),
)
EVENTS = (
    out.column("at"),
    out.column("who", "actor"),
    out.column("post"),
    out.Column("what", lambda row: codes.word(codes.EVENTS, str(row["kind"]))),
    out.Column("more", lambda row: _said(cast("dict[str, object]", row["data"]))),
    out.column("undone"),
)


def add(_name: str, parser: Parser) -> None:
    """The verbs."""
    verbs = Verbs(parser)
    _listing(verbs.add("list", "alerts, newest first", listed))
    verbs.add("show", "one alert with all that explains it", show).add_argument("id", metavar="ID")
    verbs.add("history", "what happened to an alert", history).add_argument("id", metavar="ID")
    decisions.add(verbs)
    rate.add(verbs)
    attaching.add(verbs)


def listed(run: Run) -> int:
    """Alerts, newest first."""
    args = run.args
    view: View = args.view or ("all" if args.status else "inbox")
    with run.open() as core:
        found = core.alerts(
            Filter(
                view=view,
                text=args.search,
                goods=tuple(checked(core, "good", one) for one in args.good),
                countries=tuple(checked(core, "country", one) for one in args.country),
                measures=tuple(checked(core, "measure", one) for one in args.measure),
                statuses=(args.status,) if args.status else (),
                since=time_of(args.since, core.now(), field="--since") if args.since else None,
            )
        )
    out.rows((alert(one) for one in found), COLUMNS, run.form, none="no alerts")
    return DONE


def show(run: Run) -> int:
    """One alert: score, rule, evidence, history."""
    with run.open() as core:
        found = core.alert(run.args.id)
        if found is None:
            raise UnknownId("alert", run.args.id)
        language, today = core.settings().language, core.now().date()
        listed = core.listed.of([one.id for one in found.story])
        one = found.alert
        tools = core.chain.fitting(one.goods, one.measures, one.countries) if one.measures else ()
        names = {tool.id: tool.names.get(language) or tool.id for tool in tools}
        told = detail(found, lambda one: gist(one, core.names, language, today), listed)
        told["instruments"] = list(names)
    if run.form == "table":
        _shown(found, str(told["gist"]))
        if names:
            out.text(say("instruments by sector and measure: {0}", ", ".join(names.values())))
        _listed(listed)
    else:
        (out.line if run.form == "jsonl" else out.document)(told)
    return DONE


def history(run: Run) -> int:
    """The log of an alert, oldest first."""
    with run.open() as core:
        found = core.history(run.args.id)
    out.rows((event(one) for one in found), EVENTS, run.form)
    return DONE


def _listing(parser: Parser) -> None:
    parser.add_argument(
        "--view", choices=get_args(View), help="inbox, unless a status is asked for"
    )
    parser.add_argument("--status", choices=get_args(AlertStatus))
    for axis in ("good", "country", "measure"):
        parser.add_argument(
            f"--{axis}", action="append", default=[], metavar=axis[0].upper(), help="any of these"
        )
    parser.add_argument("--since", metavar="T", help="RFC 3339, YYYY-MM-DD, or 7d / 12h ago")
    parser.add_argument("--search", default="", metavar="Q", help="words in title and summary")


def _shown(found: AlertDetail, told: str) -> None:
    one, score = found.alert, found.score
    band = (
        ""
        if score.low is None
        else say(" ({0:.0f} to {1:.0f}: share not known)", score.low, score.high)
    )
    out.text(one.title)
    out.text(told)
    figure = f"{int(score.value)}{band}"
    counts = figure if one.override is None else f"{int(one.score)}"
    level, status = codes.shown("level", one.level), codes.shown("status", one.status)
    out.text(say("{0}, score {1}, {2}, {3}", level, counts, status, one.id))
    if said := one.override:
        who = say(" of ").join(part for part in (said.who, said.post) if part) or say("somebody")
        out.text(
            say(
                "set by {0} on {1}: {2} (computed now: {3}; level of the rule: {4})",
                who,
                out.when(said.at),
                said.why,
                figure,
                codes.shown("level", one.ruled),
            )
        )
    roles = ", ".join(f"{role.country} {codes.word(codes.ROLES, role.role)}" for role in one.roles)
    named = (_names("good", one.goods), roles, _names("measure", one.measures),
             _standing(one.measure_status))  # fmt: skip
    out.text(" | ".join(part for part in named if part))
    out.text(say("rule {0}: {1}. {2}", one.rule, one.rule_title, codes.because(found.because)))
    factors = ((codes.word(codes.FACTORS, name), value) for name, value in score.parts.items())
    out.text("  ".join(f"{name} {value:.2f}" for name, value in factors))
    out.text(score.vector)
    for measure in found.measures:
        _measure(measure)
    if found.guidance:
        out.text(say("next: {0}", found.guidance))
    for item in found.story:
        _item(item)
    out.text()
    out.rows((event(line) for line in found.history), EVENTS, "table", none="no history")


def _measure(one: Measure) -> None:
    last = one.suspended_until if one.status == "suspended" else one.expiry
    status = _standing(one.status)
    state = say("{0} until {1} ({2})", status, last, one.zone) if last else status
    origin = one.act or (say("list: {0}", one.source) if one.source else "")
    what = codes.named("measure", one.measure)
    named = (one.country, what, _names("good", one.goods), state, origin)
    out.text(say("measure: {0}", " | ".join(part for part in named if part)))


def _item(item: StoryItem) -> None:
    out.text()
    grade = say("official") if item.official else say("grade {0}", item.grade)
    out.text(f"{out.when(item.published or item.first_seen)}  {item.publisher} ({grade})")
    out.text(item.title)
    out.text(item.url)
    for found in item.marks:
        field = codes.word(codes.FIELDS, found.field)
        out.text(
            f"  {field} {found.start}-{found.end}: {found.text} = {codes.concept(found.concept)}"
        )


def _listed(told: Told) -> None:
    """What its items name of the sanctions lists, and what was not told of and why."""
    out.text()
    for one in told.findings:
        who = f"«{one.name}»" if one.sure else say("a person, not confirmed (hit {0})", one.id)
        lacks = say("{0}, but {1}", one.need, one.fact) if one.need else ""
        parts = (say("on {0}:{1}", one.list, one.entity), who, one.relation, lacks)
        field = codes.word(codes.FIELDS, one.field)
        where = f"{field} {one.start}-{one.end}: {one.text} " if one.sure else ""
        out.text(say("listed: {0}{1}", where, ", ".join(part for part in parts if part)))
    for check in told.checks:
        lists = ", ".join(f"{one.list} {out.when(one.received)[:10]}" for one in check.lists)
        person = say("a person")
        silent = "; ".join(f"{words or person} ({reason})" for reason, words in check.silent)
        quiet = say("; not told: {0}", silent) if silent else ""
        out.text(say("compared with {0}{1}", lists, quiet))
        for left in (one for one in check.lists if one.fault):
            out.text(say("  {0} was left out: {1}", left.list, left.fault))
    if not told.checks:
        out.text(say("compared with no sanctions list: none was kept when it came"))


def _standing(status: str) -> str:
    return codes.word(codes.STANDING, status)


def _figure(row: dict[str, object]) -> str:
    """The score; a star says that a person gave it."""
    return f"{int(cast('float', row['score']))}{'*' if row['override'] else ''}"


def _said(data: dict[str, object]) -> str:
    told = ((key, value) for key, value in data.items() if value not in ("", None))
    return ", ".join(
        f"{codes.label(codes.DATA, key, 'data')} {_plain(key, value)}" for key, value in told
    )


def _plain(key: str, value: object) -> object:
    """What a group holds as words: China and gallium, not a structure of the program."""
    if isinstance(value, dict):
        said = (codes.named(name, str(one)) for name, one in value.items())
        return " ".join(one for one in said if one)
    if isinstance(value, bool):
        return value if spoken() == "en" else out.yes_or_no(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    table = {"kind": codes.EVENTS, "until": codes.UNTIL, "ruled": codes.LEVELS}
    return codes.word(table.get(key, codes.CELLS.get(key, ())), str(value))


def _names(kind: str, keys: Sequence[str]) -> str:
    return ", ".join(codes.named(kind, one) for one in keys)

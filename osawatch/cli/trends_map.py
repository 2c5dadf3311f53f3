"""`trends --map`: what is counted by country, as rows; and pictures of it or of the days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from osawatch.cli import out
from osawatch.cli.args import DONE, USAGE, Counted, Drawing, Names, Picture, Run
from osawatch.cli.known import checked
from osawatch.cli.tongue import say, translated
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from osawatch.lands import World

FORMS: tuple[Drawing, ...] = get_args(Drawing)
COUNTED: tuple[Counted, ...] = get_args(Counted)
COLUMNS = (
    out.column("code"),
    out.column("country", "name"),
    out.Column("score", lambda row: _whole(row["score"]), right=True),
    out.Column("imposing", lambda row: _seen(row, "imposing"), right=True),
    out.Column("affected", lambda row: _seen(row, "affected"), right=True),
    out.Column("stories", lambda row: _seen(row, "stories"), right=True),
    out.column("sources", right=True),
)


def run(run: Run) -> int:
    """The countries that something is known of; the picture has the others too."""
    from osawatch.lands import as_json

    args = run.args
    if args.country:
        raise BadInput("does not go with --map, which counts all countries", field="--country")
    with run.open() as core:
        asked = {axis: checked(core, axis, getattr(args, axis)) for axis in ("good", "measure")}
        world = core.figures.lands.world(**asked, days=args.days)
        if args.png or args.svg:
            return drawn(run, Picture(world, args.counted), core.names)
        told = as_json(world)
        lands = cast("list[dict[str, object]]", told["lands"])
        for land in lands:
            land["name"] = core.names("country", str(land["code"]))
    if run.form == "json":
        out.document(told)
        return DONE
    lands.sort(key=lambda one: (-cast(float, one[args.counted] or 0), str(one["code"])))
    out.rows(lands, COLUMNS, run.form, none="nothing was seen of any country")
    if run.form == "table":
        _watch(world)
    return DONE


def _watch(world: World) -> None:
    out.text(
        say(
            "{0} to {1} (UTC): observed on {2} of {3} days by {4} sources; "
            "a country that is not listed was not covered",
            world.first, world.last, world.observed, world.days, world.sources,
        )
    )  # fmt: skip


def drawn(run: Run, picture: Picture, names: Names) -> int:
    """Draw into each file that was asked for."""
    if run.render is None:
        out.talk(say("cannot draw: the libraries of the window are not here"))
        return USAGE
    for form in FORMS:
        path = getattr(run.args, form)
        if path is None:
            continue
        problem = run.render(replace(picture, form=form), path, names)
        if problem:
            out.talk(translated(problem))
            return USAGE
        if run.form == "table":
            out.text(say("{0} written", path))
        else:
            out.line({form: str(path)})
    return DONE


def _whole(value: object) -> object:
    return "" if value is None else int(cast(float, value))


def _seen(row: dict[str, object], key: str) -> object:
    """A nought only where it is one: what was not covered stays empty."""
    return row[key] if row["covered"] else ""

"""Links of the desk's own, in a watchlist file of the profile: <profile>/watchlist/chain.yaml."""

from __future__ import annotations

from pathlib import Path

from osawatch import own
from osawatch.chain.model import FACTORS
from osawatch.errors import BadInput

FILE = "chain.yaml"


def put(folder: Path, link: dict[str, str]) -> None:
    """Add a link, or say anew how strong it is. `BadInput` names the field that is wrong."""
    if link["weight"] not in FACTORS:
        raise BadInput(f"{link['weight']!r} is not one of {', '.join(FACTORS)}", field="weight")
    if link["input"] == link["output"]:
        raise BadInput("a good does not go into itself", field="output")
    stored, links = _stored(folder)
    kept = [one for one in links if not _same(one, link["input"], link["output"])]
    said = {key: value for key, value in link.items() if value}
    own.write(_path(folder), {"schema": "1", **stored, "links": [*kept, said]})


def drop(folder: Path, input_: str, output: str) -> bool:
    """Take a link of the desk's own away; whether there was one."""
    stored, links = _stored(folder)
    kept = [one for one in links if not _same(one, input_, output)]
    if len(kept) < len(links):
        own.write(_path(folder), {"schema": "1", **stored, "links": kept})
    return len(kept) < len(links)


def _stored(folder: Path) -> tuple[own.Entry, list[dict[str, str]]]:
    stored = own.read(_path(folder))
    links = stored.get("links") or []
    if not isinstance(links, list):
        raise BadInput("links: a list is expected", file=str(_path(folder)))
    return stored, [one for one in links if isinstance(one, dict)]


def _same(one: dict[str, str], input_: str, output: str) -> bool:
    return one.get("input") == input_ and one.get("output") == output


def _path(folder: Path) -> Path:
    return folder / "watchlist" / FILE

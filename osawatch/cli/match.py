"""`match`: JSON lines in, a line each out, in the same order and always the same.

line -> record (or what is wrong with it) -> Text -> Matcher -> score -> line
A bad line stops no other: it is named on stderr, and the exit code is 2.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from osawatch.cli import out
from osawatch.cli.args import DONE, FAULT, USAGE, Parser, Run, moment, prepared
from osawatch.cli.files import STDIN, lines_of
from osawatch.cli.packs import add_paths, loaded
from osawatch.cli.shapes import dated
from osawatch.cli.tongue import of_error, say
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from osawatch.rating import Standing
    from rules.model import Match, RuleHit, Text

TEXTS = ("title", "summary", "url", "published", "language", "source", "kind", "publisher", "grade")
COLUMNS = (
    out.column("id"),
    out.Column("score", lambda row: int(cast("float", row["score"])), right=True),
    out.Column(
        "rules", lambda row: [hit["id"] for hit in cast("list[dict[str, str]]", row["rules"])]
    ),
    out.column("goods"),
    out.column("countries"),
    out.column("measures"),
)


@dataclass(frozen=True, slots=True)
class Given:
    """A line that could be read."""

    id: object
    text: Text
    standing: Standing


def add(_name: str, parser: Parser) -> None:
    """The arguments."""
    prepared(parser, run)
    add_paths(parser)
    parser.add_argument("file", nargs="?", metavar="FILE", help="JSON lines; stdin without it")


def run(run: Run) -> int:
    """Exit code 2 if a line could not be read, 1 if a rule could not; the others are answered."""
    file, bad = _file(run), [0]
    pack, matcher = loaded(run.args.rules, run.args.watchlist)
    with lines_of(file) as lines:
        found = (
            answer(given.id, matcher.match(given.text), pack.watchlist, given.standing)
            for given in read(lines, file, bad)
        )
        out.rows(found, COLUMNS, run.form, none="no lines")
    if bad[0]:
        out.talk(say("{0} lines could not be read", bad[0]))
        return USAGE
    return FAULT if pack.failed else DONE


def read(lines: Iterable[bytes], file: str, bad: list[int]) -> Iterator[Given]:
    """The lines that can be read; what is wrong with others is said, and counted in `bad`."""
    for number, line in enumerate(lines, 1):
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            yield _given(_record(line))
        except BadInput as error:
            bad[0] += 1
            out.talk(of_error(BadInput(error.message, file=file, line=number, field=error.field)))


def answer(key: object, match: Match, watchlist: Any, standing: Standing) -> dict[str, object]:
    """All that is known about a text."""
    from osawatch.rating import rate

    score = rate(match, watchlist, standing)
    return {
        "id": key,
        "goods": list(match.goods),
        "mentions": list(match.mentions),
        "countries": list(match.countries),
        "measures": list(match.measures),
        "roles": [{"country": one.country, "role": one.role} for one in match.roles],
        "measure_status": match.measure_status,
        "entities": list(match.entities),
        "rules": [_hit(one) for one in match.rules],
        "dates": [dated(one) for one in match.dates],
        "silences": list(match.silences),
        "score": score.value if score else 0.0,
        "score_band": [score.low, score.high] if score and score.low is not None else None,
        "score_parts": score.parts if score else {},
        "score_reasons": score.reasons if score else {},
        "vector": score.vector if score else "",
    }


def _hit(hit: RuleHit) -> dict[str, object]:
    return {
        "id": hit.id,
        "title": hit.title,
        "level": hit.level,
        "status": hit.status,
        "tier": hit.tier,
        "because": hit.because,
        "groups": [dict(group) for group in hit.groups],
        "evidence": [
            {
                "field": one.field,
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "concept": one.concept,
                "selection": one.selection,
            }
            for one in hit.evidence
        ],
    }


def _record(line: bytes) -> dict[str, object]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(f"is not UTF-8 (byte {error.start})") from error
    except RecursionError as error:
        raise BadInput("is nested too deeply") from error
    except ValueError as error:
        raise BadInput(f"is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise BadInput("is not a JSON object")
    return value


def _given(record: dict[str, object]) -> Given:
    from osawatch.rating import Standing
    from rules.model import Text

    key = record.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int):
        raise BadInput(
            "is missing" if key is None else "is neither a text nor a number", field="id"
        )
    words = {name: _text(record, name) for name in TEXTS}
    if not words["title"].strip() and not words["summary"].strip():
        raise BadInput("is missing", field="title")
    text = Text(
        words["title"], words["summary"], words["language"], words["kind"], words["source"],
        words["publisher"], _published(words["published"]), words["url"],
    )  # fmt: skip
    return Given(key, text, Standing(_grade(words["grade"]), *_numbers(record)))


def _text(record: dict[str, object], name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput("is not a text", field=name)
    return value


def _published(words: str) -> datetime | None:
    try:
        return moment(words) if words else None
    except (ValueError, OverflowError) as error:
        raise BadInput(f"{words!r} is no RFC 3339 time", field="published") from error


def _grade(words: str) -> str:
    if words and words not in tuple("ABCDEF"):
        raise BadInput(f"{words!r} is not one of A B C D E F", field="grade")
    return words or "C"


def _numbers(record: dict[str, object]) -> tuple[bool, float, float]:
    official = record.get("official", False)
    if not isinstance(official, bool):
        raise BadInput("is not true or false", field="official")
    return official, _share(record, "novelty", 0.0), _share(record, "p", 1.0)


def _share(record: dict[str, object], name: str, default: float) -> float:
    value = record.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise BadInput("is not a number from 0 to 1", field=name)
    return float(value)


def _file(run: Run) -> str:
    """The FILE, also when an option before it has taken it for one of its paths."""
    named: list[str] = [run.args.file] if run.args.file else []
    for paths in (run.args.rules, run.args.watchlist):
        swallowed = [
            one for one in paths if one == STDIN or Path(one).suffix in (".jsonl", ".json")
        ]
        named += swallowed
        paths[:] = [one for one in paths if one not in swallowed]
    if len(named) > 1:
        raise BadInput(f"only one file can be read: {', '.join(named)}", field="FILE")
    return named[0] if named else STDIN

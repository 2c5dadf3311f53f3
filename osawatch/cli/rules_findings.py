"""Findings of `rules check`: a line each with the place under it, JSON, or SARIF.

Lines are said in the language of the command line; place, level and code are the same in all,
and JSON and SARIF are English: editors and CI read them.

my.yaml:9:19: error unknown-selection condition: selection «c» is not defined
    condition: a and c
                     ^
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.cli import out
from osawatch.cli.args import DONE, FAULT, Parser, Run
from osawatch.cli.tongue import of_finding, say

if TYPE_CHECKING:
    from rules.model import Finding

INDENT = "    "
WIDEST = 100  # columns of a line that are shown
BEFORE = 60  # of them before the place
# what is underlined: a quoted text, one bracket, or a word without the colon of a key
_WORD = re.compile(r"""'[^']*'|"[^"]*"|[\[\]{}(),]|[^\s,\[\]{}()]+?(?=:?(?:[\s,\[\]{}()]|$))|.?""")


def add_format(parser: Parser) -> None:
    """`--format text|json|sarif`."""
    parser.add_argument(
        "--format", choices=("text", "json", "sarif"), default=None,
        help="how the findings are printed; text shows the place in the file",
    )  # fmt: skip


def report(run: Run, found: Sequence[Finding]) -> int:
    """The findings as they are wanted; exit code 1 if there is an error among them."""
    form: out.Form = run.form
    wanted = getattr(run.args, "format", None) or ("text" if form == "table" else form)
    if wanted == "sarif":
        from osawatch.cli.rules_sarif import log

        out.document(log(found))
    elif wanted == "text":
        _told(found)
    else:
        out.rows((asdict(one) for one in found), (), "jsonl" if wanted == "jsonl" else "json")
    return FAULT if any(one.level == "error" for one in found) else DONE


def excerpt(line: str, column: int) -> tuple[str, str]:
    """A line as a terminal shows it, and the caret under a column (from 1, in code points).

    A long line is cut around the place. Wide characters (Chinese) take two columns.
    """
    shown = "".join(map(_plain, line))
    at = min(max(0, column - 1), len(shown))
    end = at + len(_WORD.match(shown[at:])[0])  # type: ignore[index]
    start = first = len(shown) - len(shown.lstrip())
    if out.width(shown[first:at]) > BEFORE:
        start = at
        while out.width(shown[start - 1 : at]) <= BEFORE:
            start -= 1
    start = min(start, at)
    begun = "…" if start > first else ""
    lead = len(begun) + out.width(shown[start:at])
    kept = out.cut(shown[start:].rstrip(), WIDEST)
    length = min(max(1, out.width(shown[at:end])), max(1, WIDEST - lead))
    return begun + kept, " " * lead + "^" * length


def _told(found: Sequence[Finding]) -> None:
    files: dict[str, list[str]] = {}
    for one in found:
        out.text(str(replace(one, message=of_finding(one.message))))
        if one.file not in files:
            files[one.file] = _lines(one.file)
        if one.line <= len(files[one.file]):
            for part in excerpt(files[one.file][one.line - 1], one.column):
                out.text(INDENT + part)
    errors = sum(one.level == "error" for one in found)
    out.talk(say("{0} errors in {1} findings", errors, len(found)))


def _lines(file: str) -> list[str]:
    """The lines as YAML counts them; none if the file cannot be shown."""
    from rules.yamlnodes import BREAKS

    try:
        text = Path(file).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return []
    return BREAKS.split(text)


def _plain(letter: str) -> str:
    """A letter that stays where it is put: a tab is a space, a control or a mark of direction too.

    One for one, so that columns stay columns.
    """
    return " " if unicodedata.category(letter)[0] in "CZ" else letter

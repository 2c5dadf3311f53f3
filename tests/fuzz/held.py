"""Readers of files that a person hands in and of a desk's own, each with whole small ones."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stderr
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lxml import etree

from feeds import recipe, workbook
from feeds.lists import ofac_changes, ofac_delta
from feeds.parse import parse
from osawatch import sealed, settings
from osawatch.bundle import box, minisign, trustlist
from osawatch.bundle.model import BundleRefused
from osawatch.cli import detect, match, screen
from osawatch.errors import BadInput, OsawatchError
from osawatch.lists import deltas
from osawatch.papers import template
from osawatch.policy import files as policies
from osawatch.registers import table as registers
from osawatch.registers.desk import Registers
from osawatch.registers.model import INFLUENCE
from osawatch.ruleform import reading as ruleform
from osawatch.screening import subjects
from osawatch.searches import Searches
from osawatch.setup import model as setup
from osawatch.watching import tables as watching
from tests.fuzz import made

Written = Callable[[str, bytes], Path]
Reader = tuple[str, Callable[[bytes], object], tuple[bytes, ...], tuple[type[Exception], ...]]
BAD = (BadInput,)
BY_ID = {one.id: one.public for one in made.ROOTS}
LISTED = ("ofac-sdn", "ofac-cons")


def documents() -> list[Reader]:
    """What comes from outside as a file: papers, messages, spreadsheets; microseconds to 20 ms."""
    return [
        ("PDF files", _file, made.pdfs(), ()),
        ("Word documents", _file, made.words(), ()),
        ("Outlook messages", _file, made.messages(), ()),
        ("spreadsheets", _sheet, made.sheets(), (workbook.SheetError,)),
    ]


def texts(written: Written) -> list[Reader]:
    """What a desk is handed as a text, or keeps itself; `written` puts it where it is read."""
    return [
        ("registers", lambda b: registers.rows(written("r.csv", b), INFLUENCE, _registers()),
         (made.REGISTER,), BAD),
        ("watchlist tables", lambda b: watching.read(written("w.csv", b), _unknown),
         made.WATCH_TABLES, BAD),
        ("watchlist files", lambda b: watching.read(written("w.yaml", b), _unknown),
         made.WATCH_FILES, BAD),
        ("policies", lambda b: policies.read(written("p.toml", b)), made.POLICIES, BAD),
        ("set-ups", lambda b: setup.read(b, "f"), made.SETUPS, BAD),
        ("settings", lambda b: settings.read(written("settings.json", b)), made.SETTINGS, ()),
        ("searches", lambda b: _searches(written("searches.json", b)), made.SEARCHES, BAD),
        ("trust lists", _trust, made.TRUST, (BundleRefused,)),
        ("keys and signatures", _keys, made.KEYS, (BundleRefused, BadInput)),
        ("bundles for one desk", lambda b: box.open_(b, BY_ID.get, [made.SECRET]), made.for_one(),
         (BundleRefused,)),
        ("sealed files", lambda b: sealed.opened(made.SEAL, b, "cases.json"), made.SEALED,
         (OsawatchError,)),
        ("templates of papers", lambda b: template.parse(_text(b), "k", "en", "f"),
         made.TEMPLATES, BAD),
        ("deltas of OFAC", _delta, made.DELTAS, (ValueError, etree.XMLSyntaxError)),
        ("history of OFAC", _history, made.HISTORY, ()),
        ("names to screen", lambda b: _lines(screen.read, b, []), made.SUBJECTS, ()),
        ("texts to match", lambda b: _lines(match.read, b, [0]), made.TEXTS, ()),
        ("plain lists", lambda b: subjects.plain_list(b, "own"), made.PLAIN_LISTS, BAD),
        ("counts to judge", lambda b: detect.read(str(written("c.csv", b))), made.COUNTS, BAD),
        ("rules as forms", lambda b: ruleform.read(_text(b)), made.FORMS, ()),
        ("recipes", lambda b: recipe.read(_text(b)), made.RECIPES, (recipe.RecipeError,)),
    ]  # fmt: skip


def _file(body: bytes) -> None:
    found = parse(body, format="file")
    assert found.items or found.reason


def _sheet(body: bytes) -> None:
    """As news and as rows. What ends the process apart is a refusal: that is what it is for."""
    try:
        _file(body)
        for _row in workbook.rows(body):
            pass
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise workbook.SheetError("ends the process that reads it") from None


def _unknown(_kind: str, _key: str) -> dict[str, Any]:
    return {}


@cache
def _registers() -> Registers:
    """A desk that knows some words of a watchlist; nothing is stored by checking."""
    known = SimpleNamespace(watchlist=SimpleNamespace(companies={}, goods={"zinc": None}))
    desk = Registers.__new__(Registers)
    desk._pack = lambda: known  # type: ignore[assignment,return-value]
    return desk


def _searches(path: Path) -> object:
    return Searches(path.parent, lambda changes: changes).every()


def _trust(body: bytes) -> None:
    """A list that two roots signed as it is: what they signed may still be no list."""
    trustlist.read(body, [one.sign(body, "x") for one in made.ROOTS], BY_ID)


def _keys(body: bytes) -> None:
    """As each of the three that it may be."""
    said = _text(body)
    for read in (
        minisign.public,
        minisign.secret,
        lambda text: minisign.verify(made.ROOTS[0].public, b"data", text),
    ):
        try:
            read(said)
        except (BundleRefused, BadInput) as error:
            last = error
        else:
            return
    raise last


def _delta(body: bytes) -> None:
    found = list(ofac_delta.read(body))
    for one in LISTED:
        ofac_changes.apply((), found, one)


def _history(body: bytes) -> None:
    answer = SimpleNamespace(outcome="ok", body=body)
    address: Any = SimpleNamespace(changes="https://a.example", user_agent="")
    fetcher: Any = SimpleNamespace(fetch=lambda _request: answer)
    known = deltas._year(address, fetcher, 2026)
    ofac_delta.gap(7, known)
    ofac_delta.missed(7, known)


def _lines(read: Callable[..., Any], body: bytes, bad: list[int]) -> None:
    with redirect_stderr(io.StringIO()):
        for _one in read(body.splitlines(keepends=True), "f", bad):
            pass


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")

"""Readers of what another desk, a hub, a page, a colleague or the process apart passes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any, cast

from feeds import answers, catalogue, discover
from feeds.jail import carry, entries, packing
from feeds.lists import address, ofac_delta
from feeds.lists.read import ListDocument
from feeds.lists.read import read as read_list
from feeds.lists.xml import taken_apart
from feeds.parse import parse
from feeds.wire import Headers
from osawatch import watchfile
from osawatch.bundle import reading
from osawatch.bundle.model import BundleRefused
from osawatch.chain.read import _links, _parts
from osawatch.cli import sources
from osawatch.dependency import kept
from osawatch.dependency.model import Dependency, Supplier
from osawatch.errors import BadInput
from osawatch.hub.desk import Hub
from osawatch.parquet import partial
from osawatch.screening import nametable
from rules import entries as watch
from rules import overrides, schema, wording
from rules.load import load, rules_of
from rules.watchlist import Watchlist
from rules.yamlnodes import Findings, read
from rules.yamlnodes import parse as parse_yaml
from tests.fakes import NOON
from tests.fuzz import made, small

Written = Callable[[str, bytes], Path]
Reader = tuple[str, Callable[[bytes], object], tuple[bytes, ...], tuple[type[Exception], ...]]
PAGES = (
    b'<html><head><base href="/b/"><link rel="alternate" type="application/rss+xml" '
    b'href="feed.xml" title="News"></head><body><a href="https://a.example/rss">RSS</a></body>',
    small.PAGE, small.ARTICLE,
)  # fmt: skip
HEADERS = (
    b"Retry-After: 120\nCache-Control: max-age=60\nAge: 5\nETag: \"a\"\nLocation: /b\n",
    b"Retry-After: Mon, 02 Mar 2026 12:00:30 GMT\nCache-Control: no-store, max-age=\"9\"\n"
    b"Server: cloudflare\nCf-Mitigated: challenge\n\n<title>Just a moment...</title>",
)  # fmt: skip
ITEMS = (
    b'{"source":"a","first_seen":"2026-03-02T10:00:00+00:00","format":"rss","guid":"1","url":'
    b'"https://a.example/1","title":"Zinc","summary":"A ban","published":"2026-03-02","precision":'
    b'"day","language":"en","publisher":"A"}\n',
    b'{"source":"a","first_seen":"2026-03-02T10:00:00+00:00","format":"rss","url":'
    b'"https://a.example/1","title":"Zinc","withheld":true,"judged":{"found":{"goods":["zinc"],'
    b'"roles":[["CN","imposing"]],"dates":[["effective","2026-03-02","day","title",0,0]]},"hits":'
    b'[{"id":"r","title":"R","level":"high","status":"stable","tier":"A","groups":[[["a","zinc"'
    b']]],"because":"x"}]}}\n',
)  # fmt: skip
SPECS = (
    b'{"id":"a","title":"A","url":"https://a.example/f","publisher":"A","country":"NL","language":'
    b'"nl","kind":"press","format":"rss","poll_minutes":60,"official":false,"local":true}\n',
)
DAYS = (b'{"source":"a","outcome":"new","hours":3.5,"day":20514,"polls":4,"failures":0,"items":2}',)
CATALOGUES = (
    b"- id: a\n  title: A\n  url: https://a.example/f\n  publisher: A\n  country: NL\n"
    b"  language: nl\n  kind: press\n  format: rss\n  poll_minutes: 60\n  grade: B\n",
    b"- id: b\n  title: B\n  url: https://a.example/p\n  html:\n    row: li.one\n"
    b"    link_pattern: 'news/\\d+'\n",
)
ADDRESSES = (b"ofac-sdn:\n  url: https://a.example/sdn.xml\n  user_agent: someone\n", b"{}\n")
RECIPES = (
    b"html:\n  row: li.one\n  link_pattern: 'news/\\d+'\n  date_format: '%d.%m.%Y'\n",
    b"columns:\n  title: Title\n  url: Address\n", b"ask:\n  header: 'X-Key: {key}'\n",
)  # fmt: skip
WATCHED = (
    b"schema: 1\ngoods:\n- id: zinc\n  names: {en: Zinc, nl: Zink}\n  terms: {en: [zinc]}\n"
    b"  hs: ['7901']\n",
    b"schema: 1\ngroups:\n  near: {members: [BE, DE]}\ncompanies:\n- id: inv\n  name: Invented\n"
    b"links:\n- {input: zinc, output: gallium, weight: some, source: a, note: b}\n",
)
RULES = (
    *small.RULES,
    b"schema: 1\nid: two\ntitle: {en: A rule, nl: Een regel}\nlevel: high\nmatch:\n"
    b"  goods: {watchlist: goods}\n  words: {all: {en: [ban, export]}, fields: [title]}\n"
    b"  shape: {regex: ['zinc\\s+ban']}\ncondition: goods and (words or 1 of them)\n"
    b"exceptions:\n- {name: x, match: {w: {any: {en: [price]}}}, condition: w}\n"
    b"tests:\n- {text: A ban on export of zinc, alerts: true}\n",
)
CHANGES = (
    b"schema: 1\none:\n  enabled: no\n  level: high\n  exceptions:\n  - name: no prices\n"
    b"    match: {w: {any: {en: [price]}}}\n    condition: w\n    until: 2026-04-01\n",
)
HUBS = (b'{"address":"postgresql://ann@hub.example/osawatch?sslmode=verify-full"}',)
PARTS = (
    partial.dump(partial.Head(2, 0, 1), [
        partial.line("D", [20514, {"zinc CN": 1}]),
        partial.line("P", [20514, [["zinc", "CN"]], "A", "Zinc"]),
        "G00000007" + json.dumps(["r", [["a", "zinc"]], [
            ["2026-03-02T10:00:00+00:00", 1, "A", "news", "high", [1.5], 0, 1]]]),
    ]).encode(),
    partial.dump(partial.Head(), []).encode(),
)  # fmt: skip
BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError,
          OverflowError)  # fmt: skip


def readers(written: Written) -> list[Reader]:
    """Each with whole small ones; `written` puts a text where it is read."""
    bad, refused = (BadInput,), (BundleRefused,)
    return [
        ("feeds that pages name", lambda b: discover.named(b, "https://a.example/x"), PAGES, ()),
        ("heads of answers", _heads, HEADERS, ()),
        ("items of a bundle", _items, ITEMS, refused),
        ("sources of a bundle", reading.specs, SPECS, refused),
        ("days of a bundle", reading.observed, DAYS, refused),
        ("answers: documents", carry.unpacked, _documents(), (carry.Unfit,)),
        ("answers: lists", _records, _pieces(), (carry.Unfit,)),
        ("answers: tables", _tables, _tabled(), (carry.Unfit,)),
        ("sources in files", lambda b: catalogue.read([written("s.yaml", b)]), CATALOGUES, ()),
        ("addresses of lists", lambda b: address.known(written("l.yaml", b)), ADDRESSES,
         (ValueError,)),
        ("recipes in files", lambda b: sources.recipe_in(written("y.yaml", b)), RECIPES, bad),
        ("own watchlists", lambda b: watchfile.read(written("v.yaml", b)), WATCHED, bad),
        ("rules to use", lambda b: rules_of([written("u.yaml", b)], _watched()), RULES, ()),
        ("watchlists to use", lambda b: _used(written("x.yaml", b)), WATCHED, ()),
        ("changes of rules", lambda b: _changed(written("z.yaml", b)), CHANGES, ()),
        ("addresses of hubs", lambda b: _hub(written("hub.json", b)), HUBS, bad),
        ("kept trade figures", lambda b: kept.load(written(kept.FILE, b).parent), _figures(), bad),
        ("tables of names", nametable.loaded, _names(), ()),
        ("parts of archives", _partial, PARTS, BROKEN),
    ]  # fmt: skip


def _heads(body: bytes) -> None:
    """As the connection gives them, and what stands behind an empty line is the page."""
    head, _, page = body.partition(b"\n\n")
    found = Headers.of((name, value.strip()) for name, _, value in
                       (line.partition(b":") for line in head.split(b"\n")))  # fmt: skip
    assert (found.max_age or 0.0) >= 0.0
    assert (found.retry_after(NOON) or 0.0) >= 0.0
    assert len(found.validator("etag")) + len(found.location) < 2 * len(body) + 1
    for status in (202, 403, 429, 500):
        answers.meaning(status, found, page)


def _items(body: bytes) -> None:
    reading.batches(body, NOON)
    reading.hidden(body)


@cache
def _documents() -> tuple[bytes, ...]:
    return tuple(carry.packed(parse(one)) for one in (small.RSS, small.PAGE, small.JSON_FEED))


@cache
def _lists() -> tuple[ListDocument, ...]:
    found = (read_list(one) for one in (small.UN, small.OFAC, small.EU, small.FTM))
    return tuple(one for one in found if one)


@cache
def _pieces() -> tuple[bytes, ...]:
    """Records, what changed of some, and the verdict at the end."""
    records = [entries.packed(one.entries) for one in _lists()]
    changed = [entries.packed_deltas(list(ofac_delta.read(one))) for one in made.DELTAS]
    return (*records, *changed, entries.packed_verdict(_lists()[0]))


def _records(body: bytes) -> None:
    """As each of the three that it may be; one of them fits a sound one."""
    told: list[carry.Unfit] = []
    for as_ in (
        lambda piece: entries.unpacked(piece, taken_apart),
        lambda piece: entries.unpacked_deltas(piece, taken_apart),
        entries.unpacked_verdict,
    ):
        try:
            as_(body)
        except carry.Unfit as unfit:
            told.append(unfit)
    if len(told) == 3:
        raise told[0]


@cache
def _tabled() -> tuple[bytes, ...]:
    table = packing.tables([{"a/b": ("c", "d")}])
    return packing.rows(made.ROWS), table, packing.broken("why", 3, "f")


def _tables(body: bytes) -> None:
    told: list[carry.Unfit] = []
    for as_ in (packing.read_rows, packing.read_tables, packing.read_broken):
        try:
            as_(body)
        except carry.Unfit as unfit:
            told.append(unfit)
    if len(told) == 3:
        raise told[0]


@cache
def _watched() -> Watchlist:
    return load().watchlist


def _used(path: Path) -> None:
    """A watchlist of one's own, its links of the chain with it; the shipped one stays as it is."""
    findings, watched = Findings(), Watchlist()
    for node in read(path, findings):
        watch.add(watched, node, findings)
    wording.settle(watched, findings)
    for record, own in _parts([path], findings, own=True):
        list(_links(record, {"zinc"}, own=own))


def _changed(path: Path) -> None:
    """Changes of a rule that is there, and of none."""
    said = parse_yaml(small.RULES[0].decode(), "f", Findings())[0]
    rule = schema.read(said, Watchlist(), Findings())
    overrides.apply(path, [rule] if rule else [], Findings())


def _hub(path: Path) -> str:
    return Hub(path.parent, *[cast("Any", None)] * 4).address


@cache
def _figures() -> tuple[bytes, ...]:
    """A row of trade figures with every field that there is, of the kind it has."""
    values: dict[str, object] = {"int": 2024, "float": 0.5, "str": "790111", "bool": True}
    row = {one.name: values.get(str(one.type)) for one in fields(Dependency)}
    row["suppliers"] = [asdict(Supplier("CN", 0.5, near=False))]
    said = {"files": ["a.csv"], "made": "2026-03-02", "rows": [row]}
    return (json.dumps(said).encode(),)


@cache
def _names() -> tuple[bytes, ...]:
    return tuple(nametable.dumped(nametable.table(one.entries)) for one in _lists())


def _partial(body: bytes) -> None:
    found = partial.load(body.decode("utf-8", "surrogateescape"))
    for as_ in (found.closed, found.open, found.hits, found.tellers):
        list(as_())
    list(found.groups(0, 1, 1))

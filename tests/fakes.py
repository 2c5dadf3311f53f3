"""A fake network, a fake clock and a pack of one rule: you say what feeds hold, and when it is."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from feeds.fetch import Request, Response
from feeds.model import SourceSpec
from rules import dates
from rules.model import Evidence, Level, Match, MeasureStatus, Role, RuleHit, RuleStatus, Text, Tier

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
GOODS = {"gallium": "CN", "germanium": "CN", "cobalt": "CD", "copper": "CL"}


class Clock:
    """A clock that moves when told to."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> datetime:
        self.now += timedelta(**step)
        return self.now


@dataclass
class Network:
    """What every address answers. An address nobody set up is down."""

    clock: Clock = field(default_factory=Clock)
    feeds: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    before: Callable[[Request], None] = field(default=lambda _: None)
    closed: bool = False
    line: str = ""
    """Why the line is down, "" = it is up."""
    names: list[str] = field(default_factory=list)
    """Names asked for to know it."""
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def publish(self, at: str, title: str, **more: str) -> None:
        """Add an entry on top of a feed."""
        entries = self.feeds.setdefault(at, [])
        number = len(entries) + 1
        entry = {"id": f"{at}#{number}", "url": f"{at}/{number}", "title": title}
        stamp = {"date_published": self.clock().isoformat()}
        entries.insert(0, entry | stamp | more)

    def fetch(self, request: Request, /) -> Response:
        with self._guard:
            self.asked.append(request)
        self.before(request)
        fault = self.faults.get(request.url)
        if fault == "bug":
            raise RuntimeError("a fault of ours")
        if fault:
            return answer(request, fault, http=0, detail=f"{fault} happened")
        body = self.bodies.get(request.url) or self._feed(request.url)
        if body is None:
            return answer(request, "dns", http=0, detail="no such host")
        etag = f'"{hash(body):x}"'
        if request.etag == etag:
            return answer(request, "not_modified", http=304, etag=etag)
        return answer(request, "ok", body=body, etag=etag)

    def fault(self, hosts: Sequence[str] = ()) -> str:
        self.names += hosts
        return self.line

    def close(self) -> None:
        self.closed = True

    def _feed(self, url: str) -> bytes | None:
        if url not in self.feeds:
            return None
        return json_feed(self.feeds[url])


def json_feed(entries: Iterable[dict[str, str]], title: str = "A feed") -> bytes:
    """A JSON Feed of these entries."""
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps(
        {"version": version, "title": title, "items": list(entries)}, ensure_ascii=False
    ).encode()


def answer(
    request: Request,
    outcome: str,
    *,
    http: int = 200,
    body: bytes = b"",
    etag: str = "",
    detail: str = "",
) -> Response:
    return Response(
        outcome=outcome,  # type: ignore[arg-type]
        http=http,
        url=request.url,
        body=body,
        content_type="application/feed+json" if body else "",
        etag=etag,
        last_modified="",
        retry_after=None,
        moved_to="",
        seconds=0.01,
        wire_bytes=len(body),
        detail=detail,
        max_age=None,
    )


def source(name: str, **more: object) -> SourceSpec:
    """A source at an invented address."""
    values: dict[str, object] = {
        "id": name,
        "title": name.title(),
        "url": f"https://{name}.example/feed",
        "publisher": name.title(),
        "grade": "B",
        "language": "en",
    }
    return SourceSpec(**(values | more))  # type: ignore[arg-type]


@dataclass
class Pack:
    """One rule: a good, its country, and «licence» or «ban» make an alert for each good."""

    level: Level = "high"
    status: RuleStatus = "stable"
    tier: Tier = "A"
    seen: list[Text] = field(default_factory=list)
    rules: tuple[SimpleNamespace, ...] = ()
    excluded: tuple[SimpleNamespace, ...] = ()
    watchlist: SimpleNamespace = field(
        default_factory=lambda: SimpleNamespace(goods={}, countries={}, measures={}, companies={})
    )

    def match(self, text: Text) -> Match:
        self.seen.append(text)
        whole = f"{text.title} {text.summary}".casefold()
        goods = tuple(good for good in GOODS if good in whole)
        if not goods:
            return Match()
        if "licence" not in whole and "ban" not in whole:
            return Match(goods=goods)
        countries = tuple(dict.fromkeys(GOODS[good] for good in goods))
        measure = "export-ban" if "ban" in whole else "export-licensing"
        stage: MeasureStatus = "considered" if "considers" in whole else "adopted"
        stage = "lifted" if "lifted" in whole else stage
        return Match(
            goods=goods,
            countries=countries,
            measures=(measure,),
            roles=tuple(Role(country, "imposing") for country in countries),
            measure_status={measure: stage},
            rules=(self._hit(text, goods),),
            dates=dates.found(text),
        )

    def _hit(self, text: Text, goods: tuple[str, ...]) -> RuleHit:
        at = text.title.casefold().find(goods[0])
        evidence = Evidence(
            "title", at, at + len(goods[0]), text.title[at : at + len(goods[0])],
            f"good:{goods[0]}", "good",
        )  # fmt: skip
        groups = tuple((("country", GOODS[good]), ("good", good)) for good in goods)
        return RuleHit(
            "export-measure", "Export measure", self.level, self.status, self.tier, groups,
            (evidence,) if at >= 0 else (), "good and measure",
        )  # fmt: skip

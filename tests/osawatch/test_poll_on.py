"""Sources that are asked for days, in pages without order, or read on from where they stopped."""

import json
from datetime import datetime, timedelta

import pytest

from osawatch.core import Core
from tests.fakes import Clock, Network, source

HOUSE = "https://house.example/SyncFeed/2.0/Feed?category=Document"
DAYS = "https://eping.example/getAll?from={since}&to={until}&page=1&pageSize=2"


def feed(*numbers: int, rel: str, token: int) -> bytes:
    entries = "".join(
        f"""<entry><title>{n}</title><updated>2026-03-01T10:00:00Z</updated>
        <content type="application/xml"><t:document id="guid-{n}" t:verwijderd="false"
        xmlns:t="http://www.tweedekamer.nl/xsd/tkData/v1-0"><t:onderwerp>Motie {n} over gallium
        </t:onderwerp></t:document></content></entry>"""
        for n in numbers
    )
    link = f'<link rel="{rel}" href="{HOUSE}&amp;skiptoken={token}"/>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{link}{entries}</feed>'.encode()


def at(token: int) -> str:
    return f"{HOUSE}&skiptoken={token}"


def house(core: Core, network: Network) -> None:
    core.sources.add(source("house", url=HOUSE, format="atom", official=True))
    network.bodies = {
        HOUSE: feed(1, 2, rel="next", token=2),
        at(2): feed(3, rel="next", token=3),
        at(3): feed(rel="resume", token=3),
    }


def addresses(network: Network) -> list[str]:
    return [request.url for request in network.asked]


def test_a_feed_that_is_read_on_goes_on_where_it_stopped(
    core: Core, network: Network, clock: Clock
) -> None:
    house(core, network)

    first = core.poll(["house"])
    asked, network.asked = addresses(network), []
    network.bodies[at(3)] = feed(4, rel="next", token=4)
    network.bodies[at(4)] = feed(rel="resume", token=4)
    clock.forward(hours=4)
    second = core.poll(["house"])

    assert asked == [HOUSE, at(2), at(3)]
    assert (first.sources[0].outcome, first.sources[0].new) == ("ok", 3)
    assert addresses(network) == [at(3), at(4)]
    assert (second.sources[0].outcome, second.sources[0].new) == ("ok", 1)


def test_nothing_new_in_such_a_feed_is_no_empty_source(
    core: Core, network: Network, clock: Clock
) -> None:
    house(core, network)
    core.poll(["house"])
    clock.forward(hours=4)

    outcome = core.poll(["house"]).sources[0].outcome

    assert outcome in ("ok", "not_modified")


def test_a_page_that_fails_costs_only_what_stands_behind_it(
    core: Core, network: Network, clock: Clock
) -> None:
    house(core, network)
    network.faults[at(3)] = "timeout"
    broken = core.poll(["house"]).sources[0]
    network.faults.clear()
    network.asked = []
    clock.forward(hours=12)
    core.poll(["house"])

    assert (broken.outcome, broken.new) == ("timeout", 3)
    assert addresses(network) == [at(3)]


def test_a_feed_that_lost_its_place_is_read_from_its_beginning(
    core: Core, network: Network, clock: Clock
) -> None:
    house(core, network)
    core.poll(["house"])
    network.faults[at(3)] = "http_error"
    for _ in range(5):
        clock.forward(days=2)
        core.poll(["house"])
    network.asked = []
    clock.forward(days=2)
    core.poll(["house"])

    assert addresses(network)[0] == HOUSE


def notifications(*numbers: int, total: int) -> bytes:
    items = [
        {"id": n, "documentSymbol": f"G/TBT/N/EXA/{n}", "notifyingMember": "China",
         "title": f"Licence for gallium {n}", "distributionDate": "2026-03-01"}
        for n in numbers
    ]  # fmt: skip
    return json.dumps({"totalCount": total, "items": items}).encode()


def windows(first: datetime, page: int) -> str:
    days = (first - timedelta(days=7), first + timedelta(days=1))
    since, until = (f"{day:%Y-%m-%d}" for day in days)
    return f"https://eping.example/getAll?from={since}&to={until}&page={page}&pageSize=2"


def test_a_source_is_asked_for_the_days_since_the_last_good_poll_and_for_every_page(
    core: Core, network: Network, clock: Clock
) -> None:
    core.sources.add(source("eping", url=DAYS, format="json-api"))
    now = clock()
    network.bodies = {
        windows(now, 1): notifications(1, 2, total=3),
        windows(now, 2): notifications(3, total=3),
    }

    first = core.poll(["eping"]).sources[0]
    network.asked = []
    clock.forward(days=40)
    core.poll(["eping"])

    assert (first.outcome, first.new) == ("ok", 3)
    since = f"{now - timedelta(days=3):%Y-%m-%d}"
    assert f"from={since}&" in addresses(network)[0]
    assert network.asked[0].etag == ""


def test_pages_without_order_are_all_asked_although_the_first_is_known(
    core: Core, network: Network, clock: Clock
) -> None:
    core.sources.add(source("eping", url=DAYS, format="json-api"))
    now = clock()
    network.bodies = {windows(now, 1): notifications(1, 2, total=2)}
    core.poll(["eping"])
    since, until = now - timedelta(days=3), now + timedelta(days=1)
    address = DAYS.replace("{since}", f"{since:%Y-%m-%d}").replace("{until}", f"{until:%Y-%m-%d}")
    network.bodies = {
        address: notifications(1, 2, total=3),
        address.replace("page=1", "page=2"): notifications(3, total=3),
    }
    clock.forward(hours=6)

    again = core.poll(["eping"]).sources[0]

    assert (again.outcome, again.new) == ("ok", 1)


def test_a_page_without_a_feed_is_polled_with_its_selectors(core: Core, network: Network) -> None:
    url = "https://ministry.example/list"
    recipe = '{"html": {"link_pattern": "/n/"}}'
    core.sources.add(source("ministry", url=url, format="html", recipe=recipe))
    network.bodies[url] = (
        b"<html><a href='/'>Home</a><p><a href='/n/1'>Ban on gallium exports</a> 2026-03-01</p>"
    )

    good = core.poll(["ministry"]).sources[0]
    network.bodies[url] = b"<html><a href='/'>Home</a><p>We have a new design!</p>"
    changed = core.poll(["ministry"]).sources[0]

    assert (good.outcome, good.new, good.alerts) == ("ok", 1, 1)
    assert changed.outcome == "format_changed"


def test_a_file_in_a_feeds_place_is_still_no_feed(core: Core, network: Network) -> None:
    network.bodies["https://wire.example/feed"] = b"From: a@b.example\nSubject: Tin\n\nHello\n"

    assert core.poll(["wire"]).sources[0].outcome == "not_a_feed"


def test_a_source_without_dates_is_no_fossil_when_it_is_asked_again(
    core: Core, network: Network, clock: Clock
) -> None:
    entries = "<item><title>One</title><link>https://wire.example/1</link></item>"
    body = f'<rss version="2.0"><channel><title>t</title>{entries}</channel></rss>'
    network.bodies["https://wire.example/feed"] = body.encode()
    core.poll(["wire"])
    network.bodies["https://wire.example/feed"] = body.replace("One", "Another").encode()
    clock.forward(hours=4)

    assert core.poll(["wire"]).sources[0].outcome == "ok"


def test_a_feed_that_is_not_at_its_end_goes_on_soon(
    core: Core, network: Network, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("osawatch.poll.PAGES", 2)
    house(core, network)

    def wait() -> timedelta:
        core.poll(["house"])
        row = next(row for row in core.sources.rows() if row.id == "house")
        assert row.next_poll is not None
        return row.next_poll - clock()

    assert wait() < timedelta(minutes=20)
    clock.forward(minutes=20)
    assert wait() >= timedelta(minutes=60)
    assert addresses(network) == [HOUSE, at(2), at(3)]

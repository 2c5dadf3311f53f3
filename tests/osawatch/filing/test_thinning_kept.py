"""What keeps an item when its term is over; and a desk that lets news go hears what others hear."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.model import Alert, Filter
from osawatch.seen import SeenFilter
from tests.fakes import NOON, Clock, Network, Pack, source
from tests.osawatch.filing.test_thinning import (
    ALERT,
    FAIR,
    FEED,
    PAPER,
    PRICE,
    TERM,
    TEXT,
    days,
    let_go,
    old,
)

POINTS = {
    "a rule fired": "INSERT INTO matches VALUES(:n, 'r', 1, 'low', 'stable', 'A', '', '', '', '')",
    "a rule over time met it":
        "INSERT INTO occurrences VALUES('r', '', :n, 'low', 'A', '', '', 0, '', '')",
    "it tells of a measure": "INSERT INTO measure_sightings VALUES(:n, 'CN', 'ban', '{}')",
    "a name on a list stands in it":
        "INSERT INTO named SELECT 'x', :n, 1, 0, 'l', 'e', 'firm', 0, '', '', '', 'title', 0, 1,"
        " '', '', '', '', 'open', '', NULL, NULL",
    "a company of the watchlist is on a list":
        "INSERT INTO watched_hits VALUES('l', 'e', 'c', '', 1, '', 0, NULL, '', :id)",
    "a round over older items has yet to read it":
        "INSERT INTO name_rounds(list, received, entities, since, until, changed)"
        " VALUES('l', 0, '[]', :at, :at, 0)",
    "a person added a fact that names it":
        "INSERT INTO measure_details VALUES('d', 'm', '', 'quota', 'item ' || :id, '', NULL, '',"
        " '', '', '', '', 0, NULL, '')",
    "the desk wrote it":
        "UPDATE items SET source = 'post-report' WHERE n = :n",
    "its text changed lately": "UPDATE items SET fetched = fetched + 5000000 WHERE n = :n",
}  # fmt: skip


@pytest.mark.parametrize("why", POINTS)
def test_an_item_stays_when(core: Core, network: Network, clock: Clock, why: str) -> None:
    old(core, network, clock, PRICE, FAIR)
    [n] = core.archive.ids(SeenFilter(text="fair"))
    [row] = core.archive.page([n])
    said = {"n": n, "id": row.id, "at": int(row.at.timestamp())}
    with core._store.writing(checked=False) as connection:
        connection.execute(POINTS[why], said)
    let_go(core)
    with core._store.reading() as connection:
        assert connection.execute("SELECT n FROM items WHERE id = ?", (row.id,)).fetchone() == (n,)


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_desk_that_lets_news_go_tells_what_one_that_keeps_it_tells(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The same feeds go on for months; what they serve again, mend and pass on comes in between."""
    clock = Clock()
    network = Network(clock)
    folder = tmp_path_factory.mktemp("p")
    with (
        Core(folder / "a", clock=clock, fetch=network, pack=Pack()) as goes,
        Core(folder / "b", clock=clock, fetch=network, pack=Pack()) as keeps,
    ):
        for core in (goes, keeps):
            core.sources.add(source("wire"))
            core.sources.add(source("paper"))
        goes.filing.set_schedule(TERM)
        for _ in range(data.draw(st.integers(3, 8))):
            serve(network, data)
            for core in (goes, keeps):
                core.poll()
            clock.forward(days=data.draw(st.sampled_from((1, 20, 45))))
            goes.filing.thinning.end("the term is over")
        for one, other in zip(shown(goes), shown(keeps), strict=True):
            assert replace(one, status="") == replace(other, status="")
            # what came back is seen on that day, so its alert is new and not quiet for long already
            assert one.status == other.status or (one.status, other.status) == ("new", "expired")
        assert days(goes) == days(keeps)
        assert goes.care.doctor() == keeps.care.doctor() == []


def shown(core: Core) -> list[Alert]:
    """All alerts; an item that came back is first seen on that day, and scores decay."""
    found = sorted(core.alerts(Filter(view="all")), key=lambda one: one.id)
    return [replace(one, score=0, first_seen=NOON, last_seen=NOON) for one in found]


def serve(network: Network, data: st.DataObject) -> None:
    """Something new, a text that is mended, or what another source had."""
    feed = data.draw(st.sampled_from((FEED, PAPER)))
    there = [one for some in network.feeds.values() for one in some]
    act = data.draw(st.sampled_from(("new", "new", "mend", "pass on")))
    if act == "new" or not there:
        title = data.draw(st.sampled_from((ALERT, PRICE, FAIR, "Copper is dear", "A third")))
        number = len(there)
        network.publish(feed, f"{title}, part {number}", summary=f"{TEXT} {number}")
    elif act == "mend":
        one = data.draw(st.sampled_from(there))
        one["summary"] = data.draw(st.sampled_from((f"{ALERT}.", "mended", TEXT)))
    else:
        one = data.draw(st.sampled_from(there))
        network.publish(feed, one["title"], url=one["url"], summary=one.get("summary", ""))

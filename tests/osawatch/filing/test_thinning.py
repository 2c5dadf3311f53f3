"""News that nobody decided on goes when its term is over, and nothing else goes with it."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osawatch.bundle import minisign
from osawatch.cli.main import main
from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.filing.model import Schedule
from osawatch.model import Action, Filter
from osawatch.seen import SeenFilter
from osawatch.store import counts, ownwords, retention, thinning
from osawatch.store.hub import FILE
from tests.fakes import Clock, Network, Pack, source

FEED, PAPER = "https://wire.example/feed", "https://paper.example/feed"
ALERT = "China sets a licence duty for gallium"
PRICE, FAIR = "Gallium prices fall in an invented town", "An invented fair opens"
TEXT = "Words of an invented publisher about zinnias."
TERM = Schedule(items=30)
KINDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("seen", {}), ("take", {}), ("assign", {"who": "Bo"}), ("close", {"relevant": True}),
    ("close", {"relevant": False, "reason": "known"}), ("snooze", {"until": "publisher"}),
    ("note", {"text": "hm"}), ("tag", {"tag": "a"}), ("reopen", {}),
)  # fmt: skip


def old(core: Core, network: Network, clock: Clock, *titles: str) -> None:
    """These were published, then 60 days went by; the newest item is of today."""
    for title in titles:
        network.publish(FEED, title, summary=TEXT)
    core.poll()
    clock.forward(days=60)
    network.publish(FEED, "Something of today")
    core.poll()


def listed(core: Core, text: str = "") -> set[str]:
    found = core.archive.ids(SeenFilter(text=text))
    return {row.title for row in core.archive.page(found)}


def rows(core: Core) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with core._store.reading() as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%'"
            " ESCAPE '\\' ORDER BY name"
        ).fetchall()
        return {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 # ours
            for (name,) in names
        }


def days(core: Core) -> set[tuple[object, ...]]:
    """All day counts of trends."""
    with core._store.reading() as connection:
        return set(
            connection.execute(
                "SELECT good, country, measure, day, stories FROM series_days JOIN series s"
                " ON s.n = series_days.series"
            )
        )


def told(core: Core) -> object:
    """All that the desk says of its alerts, whatever became of them: items, texts, history."""
    found = core.alerts(Filter(view="all"))
    return [(one, core.alert(one.id), core.history(one.id)) for one in found]


def let_go(core: Core) -> int:
    core.filing.set_schedule(TERM)
    return core.filing.thinning.end("the term is over").items


def test_without_a_term_everything_is_kept_and_a_term_under_a_month_is_refused(core: Core) -> None:
    assert core.filing.schedule().items == 0
    for act in (core.filing.thinning.over, lambda: core.filing.thinning.end("why")):
        with pytest.raises(BadInput, match="no term is set"):
            act()
    for wrong in (1, 29, -1, 36_501):
        with pytest.raises(BadInput, match="number of days"):
            core.filing.set_schedule(Schedule(items=wrong))
    assert core.filing.schedule() == Schedule()


def test_a_schedule_of_before_is_read_and_keeps_news_for_ever(core: Core) -> None:
    with core._store.writing() as connection:
        retention.keep(connection, {"years": 7, "basis": "a list", "creator": "a post"})
    assert core.filing.schedule() == Schedule(7, "a list", "a post", 0)


def test_what_would_go_is_told_and_nothing_is_changed(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, ALERT, PRICE, FAIR)
    core.filing.set_schedule(TERM)
    before = rows(core)
    found = core.filing.thinning.over()
    assert (found.days, found.items) == (30, 2)
    assert found.since == found.until == clock.now - timedelta(days=60)
    assert rows(core) == before


def test_texts_go_and_alerts_with_their_items_stay(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, ALERT, PRICE, FAIR)
    before = told(core)
    assert let_go(core) == 2
    assert listed(core) == {ALERT, "Something of today"}
    assert listed(core, "zinnias") == {ALERT}
    assert told(core) == before
    with core._store.reading() as connection:
        assert ownwords.still(connection, "invented fair") == {}
    assert core.care.stats()["items"] == 2
    assert core.care.doctor() == []
    assert let_go(core) == 0


def test_the_log_says_who_let_how_many_go_and_no_word_of_them(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE, FAIR)
    core.filing.set_schedule(TERM)
    core.filing.thinning.end(" the term is over ")
    [line] = core.filing.log()
    assert (line.items, line.days, line.by, line.why) == (2, 30, "Ann", "the term is over")
    assert line.since == line.until == "2026-03-02"
    core.filing.thinning.end("again")
    assert len(core.filing.log()) == 1  # nothing went, so nothing is told


def test_a_reason_is_asked_for(core: Core) -> None:
    core.filing.set_schedule(TERM)
    with pytest.raises(BadInput, match="is missing"):
        core.filing.thinning.end(" ")


def test_what_a_feed_serves_again_is_not_new_and_raises_nothing(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, ALERT, PRICE, FAIR)
    let_go(core)
    before, seen = told(core), listed(core)
    network.publish(FEED, "One more of today")  # so the feed is read again, with all it holds
    report = core.poll()
    assert sum(one.new for one in report.sources) == 1
    assert listed(core) == seen | {"One more of today"}
    assert told(core) == before
    assert core.care.doctor() == []


def test_a_text_that_changed_meanwhile_is_a_version_and_raises_what_it_says(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE, FAIR)
    let_go(core)
    network.feeds[FEED][1]["summary"] = "China puts a ban on germanium."
    core.poll()
    [alert] = core.alerts(Filter(view="all"))
    assert alert.goods == ("germanium",)
    assert listed(core) == {FAIR, "Something of today"}
    assert listed(core, "germanium") == {FAIR}
    assert core.care.doctor() == []
    with core._store.reading() as connection:
        assert counts.differences(connection) == 0


def test_what_another_source_tells_first_now_is_looked_at_as_ever(
    core: Core, network: Network, clock: Clock
) -> None:
    address = "https://wire.example/one"
    network.publish(FEED, FAIR, url=address)
    old(core, network, clock)
    let_go(core)
    network.publish(PAPER, FAIR, url=address)
    report = core.poll()
    assert sum(one.new for one in report.sources) == 0
    assert listed(core) == {FAIR, "Something of today"}
    assert core.care.doctor() == []
    clock.forward(days=60)
    network.publish(FEED, "Later")
    core.poll()
    assert let_go(core) == 2  # it went again, with what was of today then
    assert core.care.doctor() == []


def test_no_day_of_a_trend_changes_not_when_all_are_counted_anew(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(PAPER, PRICE, summary=TEXT * 4)
    old(core, network, clock, ALERT, PRICE, "Cobalt and copper are dear", FAIR)
    before = days(core)
    drawn = core.figures.trend(good="gallium", days=90)
    assert let_go(core) > 1
    assert days(core) == before
    with core._store.writing() as connection:
        assert counts.rebuild(connection) == 0
    core.care.repair()
    assert days(core) == before
    assert core.figures.trend(good="gallium", days=90) == drawn
    assert core.care.doctor() == []


def test_the_day_of_first_sight_counts_not_that_of_the_publisher(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, FAIR)
    network.publish(FEED, "An old paper found", date_published="2011-01-01T00:00:00Z")
    core.poll()
    network.publish(FEED, "The last")
    core.poll()
    let_go(core)
    assert "An old paper found" in listed(core)


def test_the_newest_item_stays_so_that_no_number_is_given_twice(
    core: Core, network: Network, clock: Clock
) -> None:
    network.publish(FEED, FAIR)
    core.poll()
    clock.forward(days=60)
    assert let_go(core) == 0
    assert listed(core) == {FAIR}


def test_a_copy_of_what_raised_an_alert_stays_with_its_story(
    core: Core, network: Network, clock: Clock
) -> None:
    long = "Gallium is rare and its makers are few in this invented land of many rivers. "
    network.publish(PAPER, "Prices", summary=long * 3)
    network.publish(FEED, "Licence", summary=f"{long * 3} A licence.")
    core.poll()
    old(core, network, clock)
    with core._store.reading() as connection:
        [(stories,)] = connection.execute(
            "SELECT count(DISTINCT story) FROM items WHERE title IN ('Prices', 'Licence')"
        )
    assert stories == 1
    assert let_go(core) == 0


def test_an_item_that_a_line_of_the_log_names_stays(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE, FAIR)
    [n] = core.archive.ids(SeenFilter(text="fair"))
    [row] = core.archive.page([n])
    case = core.cases.open("A visit")
    core.cases.next(case.id, f"read {row.id} again")
    assert let_go(core) == 1
    assert FAIR in listed(core)


def test_an_alert_by_hand_keeps_its_item(core: Core, network: Network, clock: Clock) -> None:
    old(core, network, clock, PRICE, FAIR)
    [n] = core.archive.ids(SeenFilter(text="fair"))
    core.archive.raise_by_hand(n, "low", "it matters")
    assert let_go(core) == 1
    assert FAIR in listed(core)
    assert core.care.doctor() == []


def test_what_the_hub_has_not_taken_yet_stays(core: Core, network: Network, clock: Clock) -> None:
    old(core, network, clock, PRICE, FAIR)
    with core._store.writing() as connection:
        connection.execute("INSERT INTO hubs(identity, sent_item) VALUES('a hub', 1)")
    (core.profile.folder / FILE).write_text('{"address": "host=nowhere.example"}')
    assert let_go(core) == 1


def test_what_a_channel_of_bundles_has_not_taken_yet_stays_while_it_is_in_use(
    core: Core, network: Network, clock: Clock
) -> None:
    old(core, network, clock, PRICE, FAIR)
    with core._store.writing() as connection:
        made = int(clock.now.timestamp())
        connection.execute("INSERT INTO bundles_made VALUES('all', 1, '', ?, 0, 0)", (made,))
    assert let_go(core) == 0
    clock.forward(days=60)
    assert let_go(core) == 2


def killed(core: Core, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """A run that ends in the middle of a page, after so many whole ones."""
    whole, pages = thinning.empty, list[int]()

    def empty(*args: object) -> None:
        whole(*args)  # type: ignore[arg-type]
        pages.append(1)
        if len(pages) > after:
            raise KeyboardInterrupt

    core.filing.set_schedule(TERM)
    with monkeypatch.context() as patched:
        patched.setattr(thinning, "PAGE", 1)
        patched.setattr(thinning, "empty", empty)
        with pytest.raises(KeyboardInterrupt):
            core.filing.thinning.end("the first run")


def test_a_kill_between_pages_leaves_a_whole_store_and_the_log_tells_what_went(
    core: Core, network: Network, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old(core, network, clock, PRICE, FAIR, "A third", ALERT)
    before = days(core)
    killed(core, monkeypatch, after=1)
    assert core.care.doctor() == []
    assert len(listed(core)) == 4
    [line] = core.filing.log()
    assert (line.items, line.why, line.by) == (1, "the first run", "Ann")
    core.filing.thinning.end("the second run")
    assert [(one.items, one.why) for one in core.filing.log()] == [
        (1, "the first run"), (2, "the second run")
    ]  # fmt: skip
    assert days(core) == before
    assert core.care.doctor() == []


def test_a_run_that_is_stopped_says_how_far_it_came(
    core: Core, network: Network, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old(core, network, clock, PRICE, FAIR, "A third")
    core.filing.set_schedule(TERM)
    monkeypatch.setattr(thinning, "PAGE", 1)
    cancel, steps = threading.Event(), list[tuple[int, int]]()

    def step(done: int, whole: int) -> None:
        steps.append((done, whole))
        cancel.set()

    assert core.filing.thinning.end("why", step, cancel).items == 1
    assert steps == [(1, 3)]
    assert [one.items for one in core.filing.log()] == [1]
    assert core.care.doctor() == []


def test_keys_are_checked_again_after_a_transaction_without(core: Core) -> None:
    with core._store.writing(checked=False) as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (0,)
    with pytest.raises(KeyboardInterrupt), core._store.writing(checked=False):
        raise KeyboardInterrupt
    with core._store.writing() as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_what_another_desk_says_of_an_alert_here_is_heard_as_if_nothing_had_gone(
    tmp_path: Path,
) -> None:
    """Two desks poll the same feed; one lets its news go. A late word of a third reaches both."""
    clock, key = Clock(), minisign.new()
    network = Network(clock)
    cores = [Core(tmp_path / name, clock=clock, fetch=network, pack=Pack()) for name in "abc"]
    try:
        for core, name in zip(cores, ("Ann", "Bo", "Cy"), strict=True):
            core.save_settings(replace(core.settings(), name=name, post=name))
            core.sources.add(source("wire"))
            core.bundles.trust(key.public, "a desk")
        network.publish(FEED, ALERT)
        network.publish(FEED, PRICE)
        for core in cores:
            core.poll()
        clock.forward(days=60)
        network.publish(FEED, "Something of today")
        for core in cores:
            core.poll()
        one, two, late = cores
        assert let_go(one) == 1
        [price] = late.archive.ids(SeenFilter(text="prices"))
        late.archive.raise_by_hand(price, "high", "it matters here")
        for alert in late.alerts(Filter(view="all")):
            late.triage(Action("note", (alert.id,), {"text": "late word"}))
        late.bundles.make(key, tmp_path / "late.osw", full=True)
        for core in (one, two):
            core.bundles.take(core.bundles.open((tmp_path / "late.osw").read_bytes()))
        [first], [second] = (core.alerts(Filter(view="all")) for core in (one, two))
        assert first == second
        assert one.history(first.id)[-1].kind == "note"
        assert one.care.doctor() == two.care.doctor() == []
    finally:
        for core in cores:
            core.close()


def test_the_command_tells_first_and_lets_go_with_a_reason(
    core: Core, network: Network, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    old(core, network, clock, PRICE, FAIR)
    folder = core.profile.folder
    core.close()

    def run(*words: str) -> str:
        made = lambda _=None: Core(folder, clock=clock, fetch=network, pack=Pack())  # noqa: E731
        assert main(["records", *words], core=made) == 0
        return capsys.readouterr().out

    assert json.loads(run("schedule", "--json"))["items"] == 0
    run("schedule", "--items", "30")
    assert "2 items are older than 30 days" in run("retention")
    assert json.loads(run("retention", "--json"))["since"] == "2026-03-02T12:00:00Z"
    assert "2 items went" in run("retention", "--why", "over")
    assert json.loads(run("retention", "--why", "over", "--json"))["items"] == 0
    assert "over" in run("log")


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_nothing_that_a_person_touched_goes_whatever_they_did(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    clock = Clock()
    network = Network(clock)
    folder = tmp_path_factory.mktemp("p")
    titles = (ALERT, PRICE, FAIR, "Congo puts a ban on cobalt exports", "Copper is dear", "A third")
    with Core(folder / "p", clock=clock, fetch=network, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="Astana"))
        core.sources.add(source("wire"))
        core.sources.add(source("paper"))
        for title in data.draw(st.lists(st.sampled_from(titles), min_size=3, max_size=9)):
            network.publish(data.draw(st.sampled_from((FEED, PAPER))), title)
            core.poll()
            clock.forward(hours=data.draw(st.integers(1, 90)))
            step(core, data)
        clock.forward(days=60)
        network.publish(FEED, "Something of today")
        core.poll()
        before, cases, counted = told(core), core.cases.every(closed=True), days(core)
        core.filing.set_schedule(TERM)
        expected = core.filing.thinning.over().items
        assert let_go(core) == expected
        assert told(core) == before
        assert core.cases.every(closed=True) == cases
        assert days(core) == counted
        assert core.care.doctor() == []
        seen = listed(core)
        network.publish(FEED, "One more")
        network.publish(PAPER, "And one more")
        assert sum(one.new for one in core.poll().sources) <= 2
        assert listed(core) == seen | {"One more", "And one more"}
        assert core.care.doctor() == []


def step(core: Core, data: st.DataObject) -> None:
    """A person does something, or nothing."""
    alerts = core.alerts(Filter(view="all"))
    numbers = core.archive.ids(SeenFilter())
    act = data.draw(st.sampled_from(("none", "triage", "case", "by hand", "merge")))
    if act == "by hand":
        core.archive.raise_by_hand(data.draw(st.sampled_from(numbers)), "low", "so")
    elif act == "case":
        core.cases.open("A case", [one.id for one in alerts[:1]])
    elif act == "merge" and len(alerts) > 1:
        core.triage(Action("merge", (alerts[0].id,), {"into": alerts[1].id}))
    elif act == "triage" and alerts:
        kind, more = data.draw(st.sampled_from(KINDS))
        core.triage(Action(kind, (data.draw(st.sampled_from(alerts)).id,), more))

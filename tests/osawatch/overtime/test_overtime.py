"""What a rule says of items over time, it says in the poll too, whatever restarts between."""

from __future__ import annotations

from collections.abc import Callable

from osawatch.core import Core
from osawatch.model import Action, Alert, Filter
from osawatch.seen import SeenFilter
from tests.fakes import Clock, Network
from tests.osawatch.overtime.conftest import Opening

WIRE, PAPER, DAILY, GAZETTE = (
    f"https://{name}.example/feed" for name in ("wire", "paper", "daily", "gazette")
)
Write = Callable[..., None]
BURST = "{type: frequency, window: 24h, threshold: 3}"


def alerts(core: Core, view: str = "all") -> list[Alert]:
    return [one for one in core.alerts(Filter(view=view)) if one.rule == "tea"]  # type: ignore[arg-type]


def became(core: Core) -> dict[str, list[tuple[str, str]]]:
    """The last word on each item, by its title."""
    rows = core.archive.page(core.archive.ids(SeenFilter()))
    found = {}
    for row in rows:
        seen = core.archive.item(row.n)
        assert seen is not None
        found[row.title] = [(code, why) for rule in seen.rules for code, why, _ in rule.became]
    return found


def fates(core: Core) -> dict[str, str]:
    rows = core.archive.page(core.archive.ids(SeenFilter()))
    return {row.title: row.fate for row in rows}


def test_a_frequency_speaks_when_so_many_came_and_not_before(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule(BURST)
    with opened() as core:
        for number in (1, 2):
            network.publish(WIRE, f"Harvest {number} of tea is sold")
            core.poll()
            clock.forward(hours=1)
        assert alerts(core) == []
        assert set(fates(core).values()) == {"counted"}
        assert became(core)["Harvest 1 of tea is sold"] == [("silent", "threshold")]

    with opened() as core:  # nothing is remembered that a restart could lose
        network.publish(PAPER, "A third port ships tea")
        core.poll()
        [alert] = alerts(core)
        detail = core.alert(alert.id)
        assert alert.items == 3
        assert detail is not None
        assert detail.because == "count=3 threshold=3"
        assert became(core)["A third port ships tea"] == [("new", "")]
        assert became(core)["Harvest 1 of tea is sold"] == [("merged", "waited")]


def test_what_came_too_far_apart_is_no_burst(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule(BURST)
    with opened() as core:
        for number in range(4):
            network.publish(WIRE, f"Harvest {number} of tea is sold")
            core.poll()
            clock.forward(hours=20)
        assert alerts(core) == []


def test_an_official_notice_waits_for_no_count(
    opened: Opening, rule: Write, network: Network
) -> None:
    rule(BURST)
    with opened() as core:
        network.publish(GAZETTE, "Export of tea needs a licence")
        core.poll()
        [alert] = alerts(core)
        detail = core.alert(alert.id)
        assert detail is not None
        assert detail.because == "official"


def test_an_alert_waits_for_publishers_and_a_restart_does_not_forget_the_first(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{min_publishers: 2}")
    with opened() as core:
        network.publish(WIRE, "Harvest of tea is sold")
        core.poll()
        assert alerts(core) == []
    with opened() as core:
        clock.forward(hours=2)
        network.publish(PAPER, "Ports ship much less tea than last year")
        core.poll()
        assert [one.items for one in alerts(core)] == [2]


def test_a_silence_is_told_without_a_new_item(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{type: silence, window: 3d}")
    with opened() as core:
        network.publish(WIRE, "Harvest of tea is sold")
        core.poll()
        for day in range(6):
            assert (len(alerts(core)) == 1) == (day >= 3)
            clock.forward(days=1)
            network.publish(PAPER, f"Weather of day {day}")
            core.poll()
        [alert] = alerts(core)
        detail = core.alert(alert.id)
        assert detail is not None
        assert detail.because.startswith("silent since 2026-03-02")


def test_a_laptop_that_was_off_hears_no_silence(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{type: silence, window: 3d}")
    with opened() as core:
        network.publish(WIRE, "Harvest of tea is sold")
        core.poll()
        clock.forward(days=6)
        network.feeds[WIRE] = []  # what it held in between nobody saw
        network.publish(WIRE, "Weather")
        core.poll()
        assert alerts(core) == []


def test_a_silence_is_told_once(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{type: silence, window: 2d}")
    with opened() as core:
        network.publish(WIRE, "Harvest of tea is sold")
        for day in range(8):
            core.poll()
            clock.forward(days=1)
            network.publish(PAPER, f"Weather of day {day}")
        assert len(alerts(core)) == 1
        kinds = [one.kind for one in core.alert(alerts(core)[0].id).history]  # type: ignore[union-attr]
        assert kinds == ["raised"]


def test_what_must_last_speaks_when_it_has_lasted(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{type: frequency, window: 48h, threshold: 2, for: 6h}")
    with opened() as core:
        for number in (1, 2):
            network.publish(WIRE, f"Harvest {number} of tea is sold")
            core.poll()
        assert alerts(core) == []
        assert became(core)["Harvest 2 of tea is sold"] == [("silent", "pending")]
        clock.forward(hours=7)
        core.poll()  # brings nothing new
        assert [one.items for one in alerts(core)] == [2]


def test_an_open_alert_speaks_again_after_a_while_and_a_closed_one_does_not(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{merge_window: 10d, realert: {after: 24h}}")
    with opened() as core:
        network.publish(WIRE, "Harvest of tea is sold")
        core.poll()
        [alert] = alerts(core)
        core.triage(Action("seen", (alert.id,)))
        clock.forward(hours=30)
        network.publish(PAPER, "Ports ship much less tea than last year")
        core.poll()
        [alert] = alerts(core)
        assert (alert.status, alert.items) == ("new", 2)

        core.triage(Action("close", (alert.id,), {"relevant": False, "reason": "old-news"}))
        clock.forward(hours=30)
        network.publish(DAILY, "Kettles are dear and tea is scarce")
        core.poll()
        [alert] = alerts(core)
        assert (alert.status, alert.items) == ("closed", 3)


def test_a_closed_burst_opens_again_for_an_official_notice(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule(BURST)
    with opened() as core:
        for number in range(3):
            network.publish(WIRE, f"Harvest {number} of tea is sold")
        core.poll()
        [alert] = alerts(core)
        core.triage(Action("close", (alert.id,), {"relevant": False, "reason": "old-news"}))
        clock.forward(hours=3)
        network.publish(GAZETTE, "Export of tea needs a licence")
        core.poll()
        [alert] = alerts(core)
        assert (alert.status, alert.items) == ("new", 4)


def test_a_rule_that_is_new_reads_what_the_store_holds_but_raises_no_history(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    with opened() as core:
        for number in range(5):
            network.publish(WIRE, f"Harvest {number} of tea is sold")
        core.poll()
        clock.forward(days=10)
        rule("{type: spike, window: 24h, baseline: 10d, ratio: 3, min_current: 2, min_baseline: 1}")
        core.poll()
        assert alerts(core) == []

        clock.forward(hours=2)
        network.publish(PAPER, "Ports ship much less tea than last year")
        core.poll()
        assert alerts(core) == []
        [said] = became(core)["Ports ship much less tea than last year"]
        assert said == ("silent", "insufficient_history")  # ten days in which nobody looked


def test_a_spike_is_measured_against_what_was_stored_before_the_rule(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    with opened() as core:
        for day in range(12):
            network.publish(WIRE, f"Harvest of day {day} of tea is sold")
            core.poll()
            clock.forward(days=1)
        rule("{type: spike, window: 24h, baseline: 10d, ratio: 3, min_current: 4, min_baseline: 4}")
        for number in range(4):
            network.publish(PAPER, f"Ship {number} is laden with tea and late")
        core.poll()
        [alert] = alerts(core)
        assert alert.items >= 4


def test_a_value_never_seen_is_new_once(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{type: new_value, field: publisher, min_baseline: 1, merge_window: 1h}")
    with opened() as core:
        network.publish(WIRE, "Harvest of tea is sold")
        core.poll()
        clock.forward(hours=5)
        network.publish(PAPER, "Ports ship much less tea than last year")
        core.poll()
        assert len(alerts(core)) == 1
        clock.forward(hours=5)
        network.publish(PAPER, "Kettles are dear and tea is scarce")
        core.poll()
        assert len(alerts(core)) == 1
        assert became(core)["Kettles are dear and tea is scarce"] == [("silent", "known_value")]


def test_the_general_alert_hides_the_detailed_one_of_the_same_item(
    opened: Opening, rule: Write, network: Network
) -> None:
    rule("{}", id="drinks", level="medium")
    rule("{}", more="inhibited_by: [{rule: drinks, equal: []}]")
    with opened() as core:
        network.publish(WIRE, "Harvest of tea is sold")
        core.poll()
        assert alerts(core, "inbox") == []
        [alert] = alerts(core, "suppressed")
        detail = core.alert(alert.id)
        assert detail is not None
        assert detail.because.startswith("inhibited by drinks")


def test_a_closed_general_alert_hides_nothing(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule("{}", id="drinks", term="coffee")
    rule("{}", more="inhibited_by: [{rule: drinks, equal: []}]")
    with opened() as core:
        network.publish(WIRE, "Coffee is dear")
        core.poll()
        [general] = [one for one in core.alerts(Filter(view="all")) if one.rule == "drinks"]
        core.triage(Action("close", (general.id,), {"relevant": False, "reason": "old-news"}))
        clock.forward(hours=1)
        network.publish(PAPER, "Harvest of tea is sold")
        core.poll()
        assert len(alerts(core, "inbox")) == 1


def test_the_profile_is_whole_afterwards(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule(BURST)
    with opened() as core:
        for number in range(5):
            network.publish(WIRE, f"Harvest {number} of tea is sold")
            core.poll()
            clock.forward(hours=2)
        assert core.care.doctor() == []

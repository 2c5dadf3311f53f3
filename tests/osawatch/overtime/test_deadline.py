"""A rule of type `deadline` in the poll: time alone raises it, whatever restarts between."""

from __future__ import annotations

from datetime import timedelta

from tests.fakes import Clock, Network
from tests.osawatch.overtime.conftest import Opening
from tests.osawatch.overtime.test_overtime import WIRE, Write, alerts, became

SOON = "{type: deadline, field: deadline, window: 14d}"
TITLE = "A quota for tea is proposed"


def due(clock: Clock, days: int) -> str:
    day = clock() + timedelta(days=days)
    return f"Comments are due by {day.day} {day:%B} {day.year}."


def test_it_waits_says_so_and_speaks_when_the_day_is_near(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule(SOON)
    with opened() as core:
        network.publish(WIRE, TITLE, content_text=due(clock, 40))
        core.poll()
        assert alerts(core) == []
        assert became(core)[TITLE] == [("silent", "not_yet")]

    clock.forward(days=20)
    with opened() as core:
        core.poll()
        assert alerts(core) == []

    clock.forward(days=7)
    with opened() as core:
        core.poll()
        [alert] = alerts(core)
        detail = core.alert(alert.id)
        assert detail is not None
        assert detail.because.startswith("deadline 20")
        core.poll()
        assert len(alerts(core)) == 1
        assert core.care.doctor() == []


def test_a_new_rule_finds_days_ahead_in_what_was_stored_before(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    with opened() as core:
        network.publish(WIRE, TITLE, content_text=due(clock, 30))
        network.publish(WIRE, "Other news of tea")
        core.poll()

    rule(SOON)
    clock.forward(days=20)
    with opened() as core:
        core.poll()
        assert [one.title for one in alerts(core)] == [TITLE]


def test_a_program_that_was_shut_tells_of_the_day_late_rather_than_never(
    opened: Opening, rule: Write, network: Network, clock: Clock
) -> None:
    rule(SOON)
    with opened() as core:
        network.publish(WIRE, TITLE, content_text=due(clock, 40))
        core.poll()

    clock.forward(days=60)
    with opened() as core:
        core.poll()
        assert [one.title for one in alerts(core)] == [TITLE]

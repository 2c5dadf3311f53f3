"""However the same news comes in, poll by poll, the alerts are those that the whole of it makes."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osawatch.core import Core
from osawatch.model import Filter
from rules.counting import Occurrence
from rules.rule import Alerting
from rules.windows import judge
from tests.fakes import Clock, Network, source
from tests.osawatch.overtime.conftest import RULE

RULES = (
    ("{type: frequency, window: 24h, threshold: 3, merge_window: 12h}",
     Alerting("frequency", window=timedelta(hours=24), threshold=3,
              merge_window=timedelta(hours=12))),
    ("{min_publishers: 2, merge_window: 20h}",
     Alerting(min_publishers=2, merge_window=timedelta(hours=20))),
    ("{type: distinct, field: publisher, window: 30h, threshold: 2, merge_window: 6h}",
     Alerting("distinct", field="publisher", window=timedelta(hours=30), threshold=2,
              merge_window=timedelta(hours=6))),
)  # fmt: skip
NAMES = ("wire", "paper", "daily")
news = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 40)), min_size=1, max_size=9)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(which=st.sampled_from(RULES), coming=news)
@pytest.mark.usefixtures("small_pack")
def test_polled_one_by_one_it_raises_what_it_raises_at_once(
    which: tuple[str, Alerting], coming: list[tuple[str, int]]
) -> None:
    clock = Clock()
    network = Network(clock)
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        (profile / "rules").mkdir()
        text = RULE.format(id="tea", alert=which[0], term="tea", level="low", more="")
        (profile / "rules" / "tea.yml").write_text(text, encoding="utf-8")
        with Core(profile, clock=clock, fetch=network) as core:
            for name in NAMES:
                core.sources.add(source(name))
            seen = [_come(core, network, clock, n, *one) for n, one in enumerate(coming)]
            raised = [one.items for one in core.alerts(Filter(view="all"))]
    wanted: dict[date, set[str]] = {}  # one alert a group and day, as of every rule
    for one in judge(which[1], seen, clock()).alerts:
        wanted.setdefault(one.raised.date(), set()).update(one.items)
    assert sorted(raised) == sorted(len(items) for items in wanted.values())


def _come(
    core: Core, network: Network, clock: Clock, number: int, name: str, pause: int
) -> Occurrence:
    clock.forward(hours=pause)
    title = f"{WORDS[number]} and the price of tea"
    network.publish(f"https://{name}.example/feed", title)
    core.poll()
    at: datetime = clock()
    field = (name.title(),)
    return Occurrence(at, f"{number:03}", name.title(), values=field)


WORDS = (
    "Rain in the hills", "A strike of dockers", "New ships are built", "Elections draw near",
    "Kettles cost more", "Snow blocks a pass", "Planters meet in town", "A bank lends less",
    "Roads were washed away",
)  # fmt: skip

"""What a hub tells of people: functions and posts where a desk wants that, for 90 days at most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import psycopg
import pytest

from osawatch.hub.link import Link
from osawatch.model import Action, Filter
from tests.fakes import Network
from tests.osawatch.hub.conftest import Post
from tests.osawatch.hub.lines import line
from tests.postgres import Postgres

Posts = Callable[..., Post]
WIRE = "https://wire.example/feed"


@pytest.mark.parametrize(
    ("signs_as", "role", "shown"),
    [
        ("role", "Trade desk", "Trade desk, {0}"),
        ("role", "", "{0}"),
        ("post", "Trade desk", "{0}"),
    ],
)
def test_in_hand_is_shown_by_function_or_post_and_no_name_is_on_the_server(
    posts: Posts, network: Network, cluster: Postgres, signs_as: str, role: str, shown: str
) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    network.publish(WIRE, "China sets a licence duty for gallium")
    core = rome.core
    core.save_settings(replace(core.settings(), signs_as=signs_as, role=role))
    core.poll(["wire"])
    (alert,) = core.alerts(Filter())
    core.triage(Action("seen", (alert.id,)))
    core.triage(Action("take", (alert.id,)))
    core.triage(Action("note", (alert.id,), {"text": "asked the ministry"}))
    core.triage(Action("rate", (alert.id,), {"score": 80, "why": "near"}))
    assert rome.sync().down == oslo.sync().down == ""

    assert [one.assignee for one in oslo.core.alerts(Filter())] == [shown.format(rome.name)]
    assert [one.assignee for one in core.alerts(Filter(view="mine"))] == [shown.format(rome.name)]
    with psycopg.connect(cluster.address) as owner:
        rows = owner.execute("SELECT event::text FROM osawatch.event").fetchall()
    assert rows
    assert not [row for row in rows if "Officer rome" in row[0]]


def test_a_story_given_to_a_post_or_its_function_is_among_that_desks_own(
    posts: Posts, network: Network
) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    oslo.core.save_settings(replace(oslo.core.settings(), role="Trade desk"))
    network.publish(WIRE, "China sets a licence duty for gallium")
    rome.core.poll(["wire"])
    (alert,) = rome.core.alerts(Filter())
    for who in (oslo.name, f"Trade desk, {oslo.name}", "Officer oslo"):
        rome.core.triage(Action("assign", (alert.id,), {"who": who}))
        assert rome.sync().down == oslo.sync().down == ""
        assert [one.assignee for one in oslo.core.alerts(Filter(view="mine"))] == [who]
        assert rome.core.alerts(Filter(view="mine")) == []
    oslo.core.triage(Action("take", (alert.id,)))
    oslo.sync()
    rome.sync()
    known = [(one.kind, one.name) for one in rome.core.hands.known()]
    assert known == [("post", rome.name), ("post", oslo.name), ("other", "Officer oslo")]


def test_what_was_seen_is_gone_from_the_hub_after_90_days_and_decisions_stay(
    posts: Posts, cluster: Postgres
) -> None:
    rome = posts("rome")
    with Link(rome.address) as link:
        rows = [
            line(f"{kind}{n}", rome, n) | {"kind": kind, "actor": ""}
            for n, kind in enumerate(("seen", "take", "seen", "close"), 1)
        ]
        assert link.push(rows) == []
    with psycopg.connect(cluster.address, autocommit=True) as owner:
        owner.execute("ALTER TABLE osawatch.event DISABLE TRIGGER frozen")
        owner.execute(
            "UPDATE osawatch.event SET received = received - interval '91 days'"
            " WHERE id IN ('seen1', 'take2')"
        )
        owner.execute("ALTER TABLE osawatch.event ENABLE TRIGGER frozen")
        owner.execute(
            "INSERT INTO osawatch.contact VALUES('gone', 'gone',"
            " clock_timestamp() - interval '91 days', 1, 1, 0),"
            " ('here', 'here', clock_timestamp() - interval '89 days', 1, 1, 0)"
        )
        for kept in ("take2", "seen3", "close4"):
            with pytest.raises(psycopg.errors.RaiseException, match="never changed"):
                owner.execute("DELETE FROM osawatch.event WHERE id = %s", (kept,))
        with pytest.raises(psycopg.errors.RaiseException, match="never changed"):
            owner.execute("UPDATE osawatch.event SET kind = 'take' WHERE id = 'seen1'")
        assert rome.sync().down == ""
        left = owner.execute("SELECT id FROM osawatch.event WHERE desk = %s", (rome.name,))
        assert sorted(row[0] for row in left) == ["close4", "seen3", "take2"]
        contacts = {row[0] for row in owner.execute("SELECT usr::text FROM osawatch.contact")}
        assert contacts == {"here", rome.name}


def test_members_delete_nothing_however_old(posts: Posts, cluster: Postgres) -> None:
    rome = posts("rome")
    with Link(rome.address) as link:
        link.push([line("old", rome, 1) | {"kind": "seen", "actor": ""}])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            link.connection.execute("DELETE FROM osawatch.event")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            link.connection.execute("SELECT osawatch.kept()")

"""A profile of an earlier release is brought to today's form with all it holds."""

from __future__ import annotations

from pathlib import Path

from osawatch.core import Core
from osawatch.model import Filter
from osawatch.store import schema
from osawatch.store.database import Store
from tests.fakes import Clock, Network, Pack, source


def test_a_profile_of_the_first_release_gets_its_stories_and_keeps_its_alerts(
    tmp_path: Path, clock: Clock, network: Network
) -> None:
    profile = tmp_path / "profile"
    with Core(profile, clock=clock, fetch=network, pack=Pack()) as core:
        core.sources.add(source("wire"))
        network.publish("https://wire.example/feed", "Gallium: a licence in Beijing")
        core.poll(["wire"])
        before = [one.id for one in core.alerts(Filter())]
        database = core.profile.database
    _to_first_release(database)

    with Core(profile, clock=clock, fetch=network, pack=Pack()) as core:
        assert [one.id for one in core.alerts(Filter())] == before
        assert core.care.doctor() == []


def _to_first_release(database: Path) -> None:
    """Take away what came later, as if this program had never opened the file."""
    store = Store(database)
    with store.writing() as connection:
        for table in ("tellings", "sighted", "measure_sightings", "measures"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX alerts_apart")
        connection.execute("ALTER TABLE alerts DROP COLUMN apart")
        connection.execute("DELETE FROM meta WHERE key LIKE 'measures%' OR key LIKE 'tellings%'")
        names = [step.__name__ for step in (schema.m003_tellings, schema.m006_measures)]
        connection.executemany(
            "DELETE FROM _sqlite_migrations WHERE name = ?", [(name,) for name in names]
        )
    store.close()

"""Rules of headquarters come by the hub and are taken by their signature, not by the hub's word."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from osawatch.bundle import minisign
from osawatch.bundle.model import BundleRefused
from osawatch.hub.link import Link
from osawatch.hub.model import HubRefused
from osawatch.model import Action, Filter
from osawatch.store.hub import Cursor
from tests.fakes import Network
from tests.osawatch.hub.conftest import Post
from tests.osawatch.hub.lines import line
from tests.postgres import Postgres

Posts = Callable[..., Post]
WATCH = "goods:\n  - id: our-tin\n    names: {en: our tin}\n    terms: {en: [our tin]}\n"


def bundle(hq: Post, secret: minisign.Secret, folder: Path, words: str = WATCH) -> bytes:
    own = hq.core.profile.folder / "watchlist"
    own.mkdir(exist_ok=True)
    (own / "ours.yml").write_text(words)
    made = folder / "rules.osw"
    hq.core.bundles.make(secret, made, parts=("rules", "watchlist"), channel="hq/rules")
    return made.read_bytes()


def files(post: Post) -> list[str]:
    return sorted(one.name for one in (post.core.profile.folder / "watchlist").glob("*.yml"))


def test_a_watchlist_of_headquarters_stands_at_a_post_that_trusts_it_and_nowhere_else(
    posts: Posts, tmp_path: Path
) -> None:
    hq, rome, oslo = posts("hq", "hq"), posts("rome"), posts("oslo")
    secret = minisign.new()
    rome.core.bundles.trust(secret.public, "HQ")
    with Link(hq.address) as link:
        link.publish(bundle(hq, secret, tmp_path))
    told = rome.sync()
    assert (told.refused, len(told.packs)) == ((), 1)
    assert files(rome) == [f"from-{secret.id[:8]}-ours.yml"]
    assert (rome.sync().packs, rome.sync().refused) == ((), ())

    told = oslo.sync()
    assert "does not know" in told.refused[0]
    assert files(oslo) == []
    assert oslo.sync().refused == ()  # said once
    oslo.core.bundles.trust(secret.public, "HQ")
    assert len(oslo.sync().packs) == 1
    assert files(oslo) == files(rome)


def test_whoever_holds_the_hub_can_bring_nobody_a_rule(
    posts: Posts, cluster: Postgres, tmp_path: Path
) -> None:
    hq, rome = posts("hq", "hq"), posts("rome")
    secret = minisign.new()
    rome.core.bundles.trust(secret.public, "HQ")
    body = bundle(hq, secret, tmp_path)
    spoilt = body.replace(b"ours.yml", b"0urs.yml")
    with psycopg.connect(cluster.address) as owner:
        owner.execute(
            "INSERT INTO osawatch.pack(digest, body) VALUES(repeat('a', 64), %s)", (spoilt,)
        )
    told = rome.sync()
    assert len(told.refused) == 1
    assert files(rome) == []
    with pytest.raises(BundleRefused):
        rome.core.bundles.open(spoilt)


def test_only_headquarters_publishes(posts: Posts, tmp_path: Path) -> None:
    rome = posts("rome")
    with Link(rome.address) as link, pytest.raises(HubRefused, match="permission denied"):
        link.publish(bundle(rome, minisign.new(), tmp_path))


def test_what_was_merely_seen_goes_without_a_name(posts: Posts, network: Network) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    network.publish("https://wire.example/feed", "China sets a licence duty for gallium")
    rome.core.poll(["wire"])
    (alert,) = rome.core.alerts(Filter())
    rome.core.triage(Action("seen", (alert.id,), {"passive": True}))
    rome.core.triage(Action("take", (alert.id,)))
    rome.sync()
    with Link(oslo.address) as link:
        rows = [row for _, row in link.events(Cursor(), 10)]
    assert [(row["kind"], row["actor"]) for row in rows] == [("seen", ""), ("take", "Officer rome")]
    oslo.sync()
    assert [one.status for one in oslo.core.alerts(Filter())] == ["in_hand"]


def test_whoever_waits_is_told_when_somebody_adds(posts: Posts) -> None:
    rome, oslo = posts("rome"), posts("oslo")
    with Link(rome.address) as waits, Link(oslo.address) as adds:
        assert not waits.heard(0.1)
        assert adds.push([line("n" + oslo.name, oslo, 1)]) == []
        assert waits.heard(10)


def test_a_dump_that_is_restored_is_another_hub(posts: Posts, cluster: Postgres) -> None:
    """Its transactions count anew: a desk that kept its cursor would hear nothing for long."""
    rome, hq = posts("rome"), posts("hq", "hq")
    with Link(rome.address) as link:
        before = link.hello().identity
        assert link.push([line("n" + rome.name, rome, 1)]) == []
    dump = subprocess.run(  # noqa: S603 # our own words
        [str(cluster.bin / "pg_dump"), "-n", "osawatch", cluster.address],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    with psycopg.connect(cluster.address, autocommit=True) as owner:
        owner.execute("DROP SCHEMA osawatch CASCADE")
    subprocess.run(  # noqa: S603
        [str(cluster.bin / "psql"), "-q", "-v", "ON_ERROR_STOP=1", cluster.address],
        check=True, capture_output=True, text=True, input=dump,
    )  # fmt: skip
    with Link(hq.address) as link:
        assert link.hello().identity != before
        assert [row["id"] for _, row in link.events(Cursor(), 10)] == ["n" + rome.name]

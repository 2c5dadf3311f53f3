"""What an administrator decides holds over a person's choice; a broken policy lets none start."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.silent import Silent
from osawatch.core import Core
from osawatch.errors import BadInput, ProfileError
from osawatch.model import Action, Filter, Settings
from osawatch.policy import files, media, network
from osawatch.policy.model import Policies, Policy
from tests.fakes import NOON, Clock, Network, Pack, source

WIRE = "https://wire.example/feed"


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a policy that holds here."""
    path = tmp_path / "policy.toml"
    monkeypatch.setenv(files.VARIABLE, str(path))
    return path


def opened(tmp_path: Path, network: Network | None = None) -> Core:
    return Core(tmp_path / "profile", clock=Clock(), fetch=network, pack=Pack())


def test_a_policy_stands_over_the_settings_and_is_not_written_into_them(
    tmp_path: Path, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy.write_text('network = "offline"\nlock_minutes = 5\n', encoding="utf-8")
    with opened(tmp_path) as core:
        assert (core.settings().network, core.settings().lock_minutes) == ("offline", 5)
        core.save_settings(replace(core.settings(), name="Ann", network="online"))
        assert core.settings().network == "offline"
        assert core.policies.locked() == dict.fromkeys(("network", "lock_minutes"), str(policy))
    monkeypatch.delenv(files.VARIABLE)
    with opened(tmp_path) as core:
        assert (core.settings().name, core.settings().network) == ("Ann", "online")
        assert core.settings().lock_minutes == Settings().lock_minutes


def test_of_several_policies_the_strictest_word_counts() -> None:
    machine = Policy("a", network="scheduled", hosts=("*.eu",), open_links=False, lock_minutes=10)
    desk = Policy("b", network="offline", hosts=("a.eu", "b.org"), lock_minutes=3)
    both = Policies((machine, desk))
    mine = both.over(Settings(lock_minutes=60))
    assert (mine.network, mine.lock_minutes) == ("offline", 3)
    assert both.hosts(Settings(hosts=("c.eu",))) == (("*.eu",), ("a.eu", "b.org"), ("c.eu",))
    assert (both.closed("open_links"), both.closed("removable_media")) == ("a", "")


def test_a_person_may_be_stricter_than_the_policy() -> None:
    mine = Policies((Policy("a", network="online"),)).over(Settings(network="offline"))
    assert mine.network == "offline"


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("network = ", 1, ""),
        ('hours = "Mon"', 1, "hours"),
        ("\nhosts = []", 2, "hosts"),
        ('hosts = ["http://a.eu"]', 1, "hosts"),
        ("open_links = 1", 1, "open_links"),
        ("colour = 1", 1, "colour"),
        ("schema = 2", 0, "schema"),
        ("lock_minutes = true", 1, "lock_minutes"),
    ],
)
def test_a_policy_that_is_wrong_lets_nothing_start_and_says_where(
    tmp_path: Path, policy: Path, text: str, line: int, field: str
) -> None:
    policy.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        opened(tmp_path)
    assert (caught.value.file, caught.value.line, caught.value.field) == (str(policy), line, field)


def test_a_policy_that_is_named_and_not_there_lets_nothing_start(
    tmp_path: Path, policy: Path
) -> None:
    with pytest.raises(BadInput, match="not there"):
        opened(tmp_path)


def test_where_encryption_is_demanded_no_plain_profile_opens(tmp_path: Path, policy: Path) -> None:
    policy.write_text("encryption = true", encoding="utf-8")
    with pytest.raises(ProfileError, match="vault"):
        opened(tmp_path)


def test_switched_off_or_outside_its_hours_no_client_of_a_network_is_made() -> None:
    shut = Settings(network="scheduled", hours="Tue 08:00-09:00")
    for mine in (Settings(network="offline"), shut):
        made = network.fetcher(mine, Policies(), NOON)
        assert isinstance(made, Silent)
    made = network.fetcher(replace(shut, hours="Mon 11:00-13:00"), Policies(), NOON)
    assert not isinstance(made, Silent)
    made.close()


def test_outside_the_hours_a_poll_by_the_clock_asks_nobody_and_all_stay_due(
    tmp_path: Path, policy: Path
) -> None:
    policy.write_text('network = "scheduled"\nhours = "Sun 08:00-09:00"', encoding="utf-8")
    with opened(tmp_path) as core:
        core.sources.add(source("wire"))
        by_clock, by_hand = core.poll(due=True), core.poll()
        assert (by_clock.sources, "Sun 08:00" in by_clock.offline) == ((), True)
        assert [one.outcome for one in by_hand.sources] == ["offline"]
        assert core.sources.rows()[0].last_polled is None
        opens = core.outbound.opens()
        assert opens is not None
        assert f"{opens:%a %H:%M}" == "Sun 08:00"


def test_a_snooze_ends_on_a_desk_that_is_offline(tmp_path: Path) -> None:
    clock = Clock()
    net = Network(clock)
    net.publish(WIRE, "China sets a licence duty for gallium exports from April")
    with Core(tmp_path / "profile", clock=clock, fetch=net, pack=Pack()) as core:
        core.sources.add(source("wire"))
        core.poll()
        [alert] = core.alerts(Filter())
        until = (clock() + timedelta(hours=1)).isoformat()
        core.triage(Action("snooze", (alert.id,), {"until": until}))
        core.save_settings(replace(core.settings(), network="offline"))
    clock.forward(hours=2)
    with Core(tmp_path / "profile", clock=clock, pack=Pack()) as core:
        assert core.poll(due=True).sources == ()
        assert [one.status for one in core.alerts(Filter())] != ["snoozed"]


def test_files_on_a_stick_are_refused_where_the_policy_closes_sticks(
    tmp_path: Path, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy.write_text("removable_media = false", encoding="utf-8")
    file = tmp_path / "saved.xml"
    file.write_text("<rss/>", encoding="utf-8")
    with opened(tmp_path) as core:
        core.ingest([file])
        monkeypatch.setattr(media, "removable", lambda _path: True)
        with pytest.raises(BadInput, match="removable media are closed"):
            core.ingest([file])


def test_a_file_of_this_disc_is_on_no_stick_and_one_under_media_is() -> None:
    assert media.removable(Path("/media/stick/a.xml"))
    assert media.removable(Path("/run/media/ann/stick"))
    assert not media.removable(Path(__file__))

"""Use cases in a process of their own: real processes, the shipped pack, a real profile."""

from __future__ import annotations

import json
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from feeds.model import SourceSpec
from osawatch.aside import Apart, Died, Other
from osawatch.core import Core
from osawatch.errors import BadInput, Busy, Holder, OsawatchError, UnknownId
from osawatch.lock import held
from osawatch.model import Changes, Filter, PollProgress


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    with Apart(tmp_path_factory.mktemp("apart") / "profile") as made:
        yield made


def feed(folder: Path, *titles: str) -> Path:
    items = [{"id": title, "title": title, "url": "https://wire.example/1"} for title in titles]
    file = folder / "feed.json"
    file.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    return file


def other(core: Apart) -> Other:
    return core._other


def test_files_read_apart_give_the_alerts_and_tell_the_changes_that_files_read_here_give(
    apart: Apart, tmp_path: Path
) -> None:
    file = feed(tmp_path, "China bans exports of gallium to the United States")
    told: list[Changes] = []
    steps: list[PollProgress] = []
    apart.watch(told.append)
    there, changes = apart.ingest([file], progress=steps.append)
    with Core(tmp_path / "here") as core:
        here, _ = core.ingest([file])
        assert [one.title for one in core.alerts(Filter())] == [
            one.title for one in apart.alerts(Filter())
        ]
    assert there == here
    assert here[0].alerts == 1
    assert changes.alerts
    assert any(one.alerts for one in told)
    assert [step.done for step in steps] == [1]


def test_an_error_over_there_is_raised_here_with_all_its_fields(apart: Apart) -> None:
    with pytest.raises(UnknownId) as caught:
        apart.poll(["no-such-source"])
    assert (caught.value.kind, caught.value.id) == ("source", "no-such-source")
    with held(apart.profile.lock, program="somebody"), pytest.raises(Busy) as busy:
        apart.poll()
    assert busy.value.holder.program == "somebody"


@pytest.mark.parametrize(
    "error",
    [
        Busy(Path("p"), Holder(7, "host", None, "x")),
        UnknownId("alert", "a"),
        BadInput("wrong", file="f", line=3, field="g"),
        Died(-9),
    ],
)
def test_every_error_of_the_core_survives_the_way_between_processes(error: OsawatchError) -> None:
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 # our own bytes
    assert (type(back), str(back), back.__dict__) == (type(error), str(error), error.__dict__)


def test_settings_that_change_here_hold_over_there(apart: Apart) -> None:
    apart.sources.add(SourceSpec("nowhere", "Nowhere", "https://nowhere.invalid/feed"))
    apart.save_settings(replace(apart.settings(), network="offline"))
    report = apart.poll(["nowhere"])
    assert [one.outcome for one in report.sources] == ["offline"]


def test_a_process_that_is_killed_ends_its_calls_and_is_replaced(
    apart: Apart, tmp_path: Path
) -> None:
    apart.warm()
    process = other(apart)._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)  # so that the call cannot end before the blow
    threading.Timer(0.3, os.kill, (process.pid, signal.SIGKILL)).start()
    with pytest.raises(Died, match="signal 9"):
        apart.ingest([feed(tmp_path, "Nothing much")])
    results, _ = apart.ingest([feed(tmp_path, "Nothing much happened")])
    assert results[0].new == 1


def test_a_call_that_is_called_off_ends_early(apart: Apart, tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    files = [feed(tmp_path, "One", "Two")] * 200
    results, _ = apart.ingest(files, cancel=cancel)
    assert len(results) < 200


def test_an_edited_watch_entry_is_tried_over_there_and_can_be_called_off(
    apart: Apart, tmp_path: Path
) -> None:
    apart.ingest([feed(tmp_path, "China bans exports of oolong")])
    opened = apart.watching.new("goods", {"id": "oolong", "terms": "en: oolong"})
    steps: list[tuple[int, int]] = []
    found = apart.watching.try_out(opened, opened.texts, lambda *step: steps.append(step))
    assert found.complete
    assert found.touched == 1
    assert found.added >= 1
    assert steps
    stop = threading.Event()
    stop.set()
    assert not apart.watching.try_out(opened, opened.texts, cancel=stop).complete


def test_what_is_saved_here_holds_over_there_for_the_next_item(tmp_path: Path) -> None:
    with Apart(tmp_path / "profile") as core:
        core.ingest([feed(tmp_path, "Nothing of note")])
        opened = core.watching.new("goods", {"id": "sencha", "terms": "en: sencha"})
        core.watching.save(opened, opened.texts)
        results, _ = core.ingest([feed(tmp_path, "China bans exports of sencha")])
        assert results[0].alerts == 1


def test_what_is_logged_over_there_is_logged_here(
    apart: Apart, caplog: pytest.LogCaptureFixture
) -> None:
    """A source whose code fails is logged there; a record sent by hand is enough here."""
    with caplog.at_level(logging.INFO):
        other(apart).call("warm")
        with pytest.raises(AttributeError):
            other(apart).call("no_such_use_case")
    assert any("no_such_use_case" in record.getMessage() for record in caplog.records)


OWNER = """
import sys, time
from pathlib import Path
from osawatch.aside import Apart
if __name__ == "__main__":
    core = Apart(Path(sys.argv[1]))
    core.warm()
    print(core._other._process.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_other_process_ends_when_its_owner_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "owner.py"
    script.write_text(OWNER)
    command = [sys.executable, str(script), str(tmp_path / "profile")]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(  # noqa: S603 # our own script
        command, stdout=subprocess.PIPE, text=True, env=env
    ) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        owner.kill()
    until = time.monotonic() + 20
    while _alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _alive(pid)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_an_address_that_cannot_be_asked_is_told_from_the_other_process(apart: Apart) -> None:
    apart.save_settings(replace(apart.settings(), network="offline"))

    found = apart.news.preview("https://paper.example/feed", cancel=threading.Event())

    assert (found.look.kind, found.address) == ("unseen", "https://paper.example/feed")
    assert "offline" in found.look.detail

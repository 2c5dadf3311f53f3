"""The window as it runs on an encrypted profile, killed: nothing is left in clear anywhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import Filter
from osawatch.vault import door, slots
from tests.fakes import Network
from tests.osawatch.vault import planting
from tests.osawatch.vault.planting import PLANTED, found_in

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
SECRET = "correct horse battery"  # noqa: S105 # of a profile made here
PATIENCE_S = 300
TYPED = PLANTED[-3:]
HOMES = ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")


def test_a_killed_window_leaves_nothing_in_clear_in_its_profile_and_in_no_folder_of_its_user(
    core: Core, network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    profile, room, home = core.profile.folder, tmp_path / "room", tmp_path / "home"
    planting.plant(core, network, tmp_path)
    assert found_in(profile) == set(PLANTED[: -planting.LIVE]), "the search would find them"
    door.create(profile, SECRET, "Ann")
    for folder in (room, home):
        folder.mkdir(mode=0o700)
    (room / "first").write_text(SECRET)
    (room / "words").write_text(" ".join(TYPED))

    environment = {**os.environ, "SITTING": str(room), "QT_QPA_PLATFORM": "offscreen"}
    environment |= dict.fromkeys(HOMES, str(home))
    options = ["--profile", str(profile), "--offline", "--lang", "en"]
    with (room / "said").open("w") as said:
        window = subprocess.Popen(  # noqa: S603 # ourselves
            [sys.executable, "-m", "tests.ui.sitting", *options],
            cwd=ROOT, env=environment, stdout=said, stderr=said, text=True,
        )  # fmt: skip
    end = time.monotonic() + PATIENCE_S
    while not (room / "typed").exists():
        assert window.poll() is None, (room / "said").read_text()
        assert time.monotonic() < end, (room / "said").read_text()
        time.sleep(0.1)
    running = found_in(profile, home)
    os.kill(window.pid, signal.SIGKILL)
    window.wait()

    assert running == set()
    assert found_in(profile, home) == set()
    assert "planted" not in (room / "said").read_text()
    door.enter(profile, SECRET)
    with Core(profile) as again:
        assert again.care.doctor() == []
        assert TYPED[-1] in str([again.history(one.id) for one in again.alerts(Filter(view="all"))])

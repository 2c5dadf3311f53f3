"""Offline, the program connects to nothing: watched by the system, with no network and with one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CLI = [sys.executable, "-c", "import sys; from ui.cli import main; sys.exit(main())"]
HUB = "host=hub.example dbname=osawatch user=ann sslmode=verify-full sslrootcert=ca.pem"
WATCH = """
import sys
opened = []
def hook(name, args):
    if name in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        opened.append((name, str(args[1:])))
sys.addaudithook(hook)
from ui.cli import main
code = main()
clients = ("feeds.fetch", "feeds.pools", "httpcore", "psycopg")
made = [name for name in clients if name in sys.modules]
print("AUDIT", opened, made, file=sys.stderr)
sys.exit(code)
"""


def run(command: list[str], *words: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])}
    return subprocess.run(  # noqa: S603 # our own program
        [*command, *words], capture_output=True, text=True, env=env, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline") / "profile"
    made = run(CLI, "--profile", str(folder), "init", "--offline", "--name", "Ann")
    assert made.returncode == 0, made.stderr
    (folder / "hub.json").write_text(json.dumps({"address": HUB}))
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("poll",), ("poll", "--due"), ("poll", "--hub"), ("hub", "sync"),
        ("sanctions", "update", "un"), ("sources", "health"),
    ],
)  # fmt: skip
def test_offline_nothing_is_connected_and_no_client_is_even_loaded(
    profile: Path, words: tuple[str, ...]
) -> None:
    told = run([sys.executable, "-c", WATCH], "--profile", str(profile), *words)
    assert "AUDIT [] []" in told.stderr, told.stderr


def test_in_an_empty_network_the_program_works_and_blames_no_source(profile: Path) -> None:
    unshare = shutil.which("unshare")
    if unshare is None or run([unshare, "-rn"], "true").returncode:
        pytest.skip("no empty network can be made here")
    told = run([unshare, "-rn", *CLI], "--profile", str(profile), "poll")
    assert "the network is switched off" in told.stdout, told.stderr
    healthy = run([unshare, "-rn", *CLI], "--profile", str(profile), "sources", "health")
    assert "dns" not in healthy.stdout
    assert "timeout" not in healthy.stdout

"""Profiles to be harmed: made once, copied for each trial; and what each operation leads to."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from feeds.model import SourceSpec
from osawatch import sealed
from osawatch.bundle import minisign
from osawatch.core import Core
from osawatch.store import copying, schema
from osawatch.store.database import Store
from osawatch.vault import door
from tests.fakes import Pack, json_feed
from tests.faults.hubs import Hub
from tests.faults.work import COPY, SECRET
from tests.postgres import Postgres, postgres, programs

ROOT = Path(__file__).parents[2]
FEEDS, ENTRIES = 25, 6
BEGAN = datetime.now(UTC).replace(microsecond=0) - timedelta(days=20)
TITLES = ("China sets a licence duty for gallium", "Congo puts a ban on cobalt exports",
          "Chile bans copper exports", "Nothing much happened")  # fmt: skip
LIST = (
    b"<CONSOLIDATED_LIST><ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>Invented Metals"
    b"</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>"
)
RULE = "schema: 1\nid: own-zinc\ntitle: Zinc\nmatch: {w: {any: {en: [zinc]}}}\ncondition: w\n"
ALWAYS = ("poll", "poll-sealed", "ingest", "triage", "triage-sealed", "bundle", "list", "migrate",
          "encrypt", "decrypt", "rekey", "backup", "restore")  # fmt: skip
OPERATIONS = (*ALWAYS, "hub") if programs() else ALWAYS
KEYED = ("encrypt", "decrypt", "rekey")  # their work done again is another work


@dataclass
class Scene:
    """Where the profiles are: `ground[operation]` is copied, `extra` is what the work is given."""

    room: Path
    port: int
    ground: dict[str, Path] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)
    grown: dict[str, int] = field(default_factory=dict)
    copies: int = 0
    hub: Hub | None = None

    def copy(self, operation: str, into: Path | None = None) -> Path:
        """A profile to be harmed."""
        self.copies += 1
        target = (into or self.room) / f"{operation}-{self.copies}"
        shutil.copytree(self.ground[operation], target)
        if operation == "hub" and self.hub is not None:
            self.hub.join(target)
        return target

    def start(self, operation: str, profile: Path, *more: str) -> subprocess.Popen[str]:
        """The work, at the moment it begins."""
        self.copies += 1
        extra = self.extra.get(operation, f"{self.copies}")
        command = [sys.executable, "-m", "tests.faults.work", operation, str(profile), extra, *more]
        child = subprocess.Popen(  # noqa: S603 # our own
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "start\n"
        return child

    def undisturbed(self, operation: str, profile: Path, *more: str) -> list[str]:
        """The work to its end; what it said."""
        lines, error = rest(self.start(operation, profile, *more))
        assert not error, error
        return lines


@contextmanager
def made(room: Path) -> Iterator[Scene]:
    """The ground of all trials, and the server that is polled."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feeds)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with ExitStack() as stack:
            scene = Scene(room, server.server_address[1])
            _grounds(scene)
            if "hub" in OPERATIONS:
                _hub(scene, stack.enter_context(postgres()))
            for operation in OPERATIONS:
                _measured(scene, operation)
            yield scene
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _grounds(scene: Scene) -> None:
    room, ground = scene.room, scene.ground
    ground["poll"] = room / "ground-new"
    with Core(ground["poll"], pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="The Hague"))
        for spec in specs(scene.port):
            core.sources.add(spec)
    ground["ingest"] = ground["poll"]
    scene.extra["ingest"] = str(_files(room / "files"))
    ground["triage"] = room / "ground-full"
    shutil.copytree(ground["poll"], ground["triage"])
    scene.undisturbed("poll", ground["triage"])
    ground["bundle"] = _bundle(scene)
    ground["migrate"] = room / "ground-old"
    shutil.copytree(ground["triage"], ground["migrate"])
    _to_first_release(ground["migrate"] / "osawatch.db")
    ground["encrypt"] = ground["triage"]
    ground["rekey"] = room / "ground-sealed"
    shutil.copytree(ground["triage"], ground["rekey"])
    door.create(ground["rekey"], SECRET, "Ann")
    sealed.forget(ground["rekey"])
    _more_grounds(scene)


def _more_grounds(scene: Scene) -> None:
    room, ground = scene.room, scene.ground
    for one in ("triage-sealed", "backup", "decrypt"):
        ground[one] = ground["rekey"]
    ground["poll-sealed"] = room / "ground-new-sealed"
    shutil.copytree(ground["poll"], ground["poll-sealed"])
    door.create(ground["poll-sealed"], SECRET, "Ann")
    sealed.forget(ground["poll-sealed"])
    ground["list"] = room / "ground-list"
    shutil.copytree(ground["triage"], ground["list"])
    with Core(ground["list"], pack=Pack()) as core:
        core.lists.take("un-sc", LIST, "list.xml")
    ground["restore"] = room / "ground-restore"
    made = scene.copy("backup")
    scene.undisturbed("backup", made)
    ground["restore"].mkdir()
    shutil.copy(made / COPY, ground["restore"] / Path(COPY).name)


def _hub(scene: Scene, cluster: Postgres) -> None:
    """A desk with decisions to send, and a hub that has those of another desk for it."""
    full = scene.ground["triage"]
    scene.ground["hub"] = scene.room / "ground-hub"
    shutil.copytree(full, scene.ground["hub"])
    scene.undisturbed("triage", scene.ground["hub"])
    other = scene.room / "ground-other"
    shutil.copytree(scene.ground["poll"], other)
    with Core(other, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Bo", post="Bern"))
    copying.another_device(other / "osawatch.db")
    scene.undisturbed("poll", other)
    scene.undisturbed("triage", other)
    scene.hub = Hub(cluster, scene.room / "passfile")
    scene.hub.begin(other)


def _measured(scene: Scene, operation: str) -> None:
    """How long it takes and how far it makes files grow when nobody disturbs it."""
    profile = scene.copy(operation)
    before = size(profile)
    child = scene.start(operation, profile)
    began = time.monotonic()
    rest(child)
    scene.took[operation] = time.monotonic() - began
    scene.grown[operation] = max(size(profile) - before, 60_000)


def size(profile: Path) -> int:
    return sum(path.stat().st_size for path in profile.rglob("*") if path.is_file())


def specs(port: int) -> list[SourceSpec]:
    return [
        SourceSpec(
            id=f"s{n:03d}", title=f"Source {n}", url=f"http://127.0.0.1:{port}/{n}",
            publisher=f"Publisher {n}", grade="ABCDE"[n % 5], official=n % 9 == 0, local=True,
        )
        for n in range(FEEDS)
    ]  # fmt: skip


def entries(feed: int) -> list[dict[str, str]]:
    """Own news, and one wire story that five papers carry."""
    rng = random.Random(feed)
    found = [
        {"id": f"https://paper-{feed}.example/{n}", "url": f"https://paper-{feed}.example/{n}",
         "title": f"{rng.choice(TITLES)}, writes {feed}-{n}",
         "content_text": " ".join(f"w{rng.randrange(10**6)}" for _ in range(20)),
         "date_published": (BEGAN + timedelta(hours=rng.randrange(400))).isoformat()}
        for n in range(ENTRIES)
    ]  # fmt: skip
    shared = f"https://ministry.example/notice/{feed // 5}"
    at = (BEGAN + timedelta(hours=feed // 5)).isoformat()
    title = f"Notice {feed // 5}: a ban on cobalt"
    return [*found, {"id": shared, "url": shared, "title": title, "date_published": at}]


class Feeds(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = json_feed(entries(int(self.path.strip("/"))))
        self.send_response(200)
        self.send_header("Content-Type", "application/feed+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def _files(folder: Path) -> Path:
    folder.mkdir()
    for n in range(10):
        (folder / f"{n}.json").write_bytes(json_feed(entries(100 + n)))
    return folder


def _bundle(scene: Scene) -> Path:
    """A desk that trusts another, and the other's bundle."""
    secret = minisign.new()
    other = scene.copy("triage")
    file = scene.room / "other.osab"
    with Core(other, pack=Pack()) as core:
        scene.undisturbed("triage", other)
        core.lists.take("un-sc", LIST, "list.xml")
        (other / "rules").mkdir(exist_ok=True)
        (other / "rules" / "own.yaml").write_text(RULE, encoding="utf-8")
        core.bundles.make(secret, file)
    target = scene.room / "ground-trusting"
    shutil.copytree(scene.ground["poll"], target)
    with Core(target, pack=Pack()) as core:
        core.bundles.trust(secret.public, "Other")
    scene.extra["bundle"] = str(file)
    return target


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


def rest(child: subprocess.Popen[str], timeout: float = 300) -> tuple[list[str], str]:
    """What it says until it ends, and on stderr. `communicate` would lose lines read ahead.

    What did not end in time is killed, and says so: else its half work is taken for a loss.
    """
    assert child.stdout is not None
    assert child.stderr is not None
    late = threading.Event()

    def end() -> None:
        late.set()
        child.kill()

    watch = threading.Timer(timeout, end)
    watch.start()
    with child.stdout, child.stderr:
        lines, error = child.stdout.read().splitlines(), child.stderr.read()
    child.wait()
    watch.cancel()
    return lines, f"did not end in {timeout:.0f} s\n{error}" if late.is_set() else error


def said(lines: list[str], word: str) -> list[str]:
    """What followed a word: `ack`, `told`."""
    return [line[len(word) + 1 :] for line in lines if line.startswith(f"{word} ")]

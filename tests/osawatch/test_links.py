"""Links that a stranger left: what they lead to is neither read out, nor given out, nor written."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from feeds.formats import zipped
from osawatch import lock, sealed, writing
from osawatch.bundle import box, minisign
from osawatch.bundle.model import BundleRefused
from osawatch.cli.files import spread
from osawatch.core import Core
from osawatch.errors import BadInput, ProfileError
from osawatch.model import Filter
from osawatch.own import Own
from osawatch.parquet import archive
from osawatch.parquet.model import Index
from osawatch.safekeeping import backup
from osawatch.vault import sealing, slots
from osawatch.watching import tables
from tests.fakes import Network
from ui.start import work

WORDS = "words of a post that stay here"
KEY, OTHER = bytes(range(32)), bytes(32)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file of the post's own, outside of all that is looked at."""
    file = tmp_path / "secret.txt"
    file.write_text(WORDS)
    if not linkable(tmp_path):
        pytest.skip("this system lets a person make no links")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "given"
    made.mkdir()
    return made


@pytest.fixture
def unlocked(folder: Path) -> Iterator[Path]:
    """The folder as an encrypted profile."""
    sealed.unlock(folder, KEY)
    yield folder
    sealed.forget(folder)


def linkable(folder: Path) -> bool:
    try:
        (folder / "link").symlink_to(folder / "nowhere")
    except OSError:
        return False
    (folder / "link").unlink()
    return True


def as_link(name: str) -> zipfile.ZipInfo:
    """A member of an archive that says it is a link."""
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


# -- folders that somebody gave


@pytest.mark.parametrize("spread", [spread, work.spread])
def test_a_folder_of_news_reads_no_file_that_a_link_leads_out_to(
    spread: Callable[[list[str]], list[Path]], folder: Path, secret: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    (folder / "a.xml").write_text("x")
    (folder / "within.xml").symlink_to(folder / "a.xml")
    (folder / "out.txt").symlink_to(secret)
    (folder / "room").symlink_to(secret.parent, target_is_directory=True)
    (folder / "nowhere.txt").symlink_to(folder / "not-there")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    assert spread([str(folder)]) == [folder / "a.xml", folder / "within.xml"]
    assert "out.txt" in caplog.text  # it is said, in the log


def test_a_file_that_a_person_names_is_read_though_it_is_a_link(folder: Path, secret: Path) -> None:
    link = folder / "mine.txt"
    link.symlink_to(secret)
    assert spread([str(link)]) == work.spread([str(link)]) == [link]


def test_a_folder_that_is_itself_reached_by_a_link_is_read(folder: Path, secret: Path) -> None:
    (folder / "a.xml").write_text("x")
    there = secret.parent / "there"
    there.symlink_to(folder, target_is_directory=True)
    assert spread([str(there)]) == [there / "a.xml"]


# -- what leaves the desk


def test_a_rule_that_a_link_leads_out_to_goes_into_no_bundle_and_no_set_up(
    core: Core, secret: Path
) -> None:
    rules = core.profile.folder / "rules"
    rules.mkdir()
    (rules / "mine.yml").write_text("schema: 1\n")
    (rules / "theirs.yml").symlink_to(secret)
    (core.profile.folder / "rules.local.yaml").symlink_to(secret)
    own = Own(core.profile.folder)
    assert own.given(own.rules) == [rules / "mine.yml"]
    given = core.setup.give()
    assert WORDS.encode() not in given
    assert list(json.loads(given)["files"]) == ["rules/mine.yml"]
    pair = minisign.new()
    target = secret.parent / "a.osw"
    core.bundles.make(pair, target, parts=("rules",))
    opened = box.open_(target.read_bytes(), {pair.id: pair.public}.get)
    assert list(opened.content) == ["rules/mine.yml"]


def test_a_copy_of_the_profile_takes_no_file_that_a_link_in_its_folders_leads_to(
    core: Core, secret: Path
) -> None:
    (core.profile.folder / "rules").mkdir()
    (core.profile.folder / "rules" / "theirs.yml").symlink_to(secret)
    file = secret.parent / "copy.zip"
    core.care.backup(file)
    with zipfile.ZipFile(file) as copy:
        assert "rules/theirs.yml" not in copy.namelist()
        assert all(WORDS.encode() not in copy.read(name) for name in copy.namelist())


# -- archives that somebody gave


def test_a_copy_whose_member_says_it_is_a_link_becomes_a_file_and_leads_nowhere(
    core: Core, secret: Path
) -> None:
    file, new = secret.parent / "copy.zip", secret.parent / "new"
    (core.profile.folder / "rules").mkdir()
    (core.profile.folder / "rules" / "mine.yml").write_text(str(secret))
    core.care.backup(file)
    changed = secret.parent / "changed.zip"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as made:
        for name in old.namelist():
            info = as_link(name) if name == "rules/mine.yml" else zipfile.ZipInfo(name)
            made.writestr(info, old.read(name))
    backup.restore(changed, new)
    assert not (new / "rules" / "mine.yml").is_symlink()
    assert (new / "rules" / "mine.yml").read_text() == str(secret)


def test_a_zip_of_news_whose_member_says_it_is_a_link_is_read_as_its_bytes(secret: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(as_link("news.txt"), str(secret))
    assert zipped.only(out.getvalue()) == str(secret).encode()


def test_a_bundle_whose_member_was_made_a_link_is_refused() -> None:
    pair = minisign.new()
    said = {
        "kind": "desk", "channel": "all", "seq": 1, "prev": "", "author": "Ann",
        "created": "2026-03-02T12:00:00+00:00", "expires": "2026-04-16T12:00:00+00:00",
    }  # fmt: skip
    blob, _ = box.seal(pair, said, {"rules/mine.yml": b"schema: 1\n"})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(out, "w") as made:
        for name in old.namelist():
            info = as_link(name) if name.startswith("data/") else zipfile.ZipInfo(name)
            made.writestr(info, old.read(name))
    with pytest.raises(BundleRefused, match="nobody signed"):
        box.open_(out.getvalue(), {pair.id: pair.public}.get)


# -- writing


WRITERS: tuple[tuple[str, Callable[[Path], object], str], ...] = (
    ("out.txt", lambda target: writing.write(target, b"new"), ".out.txt.new"),
    ("vault.json", lambda target: slots._put(target, b"new"), "vault.json.new"),
    ("own.csv", lambda target: tables.write(target, {}), ".own.csv.part"),
    (
        "index.json",
        lambda target: archive.put_index(target.parent, Index((), None)),
        ".index.json.new",
    ),
    ("a.vault-new", lambda target: sealing._write(target, b"new"), "a.vault-new"),
)


@pytest.mark.parametrize(("name", "write", "beside"), WRITERS, ids=[one[0] for one in WRITERS])
def test_a_link_left_where_a_file_is_made_is_replaced_and_not_written_through(
    name: str, write: Callable[[Path], object], beside: str, folder: Path, secret: Path
) -> None:
    (folder / beside).symlink_to(secret)
    write(folder / name)
    assert secret.read_text() == WORDS
    assert (folder / name).is_file()
    assert not (folder / name).is_symlink()


def test_a_link_in_the_place_of_what_is_written_is_replaced(folder: Path, secret: Path) -> None:
    for name in ("settings.json", "out.txt"):
        (folder / name).symlink_to(secret)
    sealed.write_text(folder / "settings.json", "{}")
    writing.write(folder / "out.txt", b"new")
    assert secret.read_text() == WORDS
    assert (folder / "settings.json").read_text() == "{}"
    assert (folder / "out.txt").read_text() == "new"


def test_a_lock_file_that_is_a_link_empties_nothing(folder: Path, secret: Path) -> None:
    (folder / "poll.lock").symlink_to(secret)
    with pytest.raises(ProfileError, match="cannot be opened"), lock.held(folder / "poll.lock"):
        pass
    assert secret.read_text() == WORDS


# -- an encrypted profile


@pytest.mark.parametrize("within", [False, True])
def test_a_sealed_profile_writes_nothing_in_clear_where_a_link_leads_out_of_it(
    unlocked: Path, secret: Path, within: bool
) -> None:
    if within:  # a whole folder is elsewhere
        elsewhere = secret.parent / "elsewhere"
        elsewhere.mkdir()
        (unlocked / "rules").symlink_to(elsewhere, target_is_directory=True)
        path = unlocked / "rules" / "mine.yml"
    else:
        path = unlocked / "settings.json"
        path.symlink_to(secret)
    sealed.write_text(path, "what nobody may find")
    assert path.read_bytes().startswith(sealed.MAGIC)
    assert sealed.read_text(path) == "what nobody may find"
    assert secret.read_text() == WORDS
    sealed.unlock(unlocked, OTHER)
    with pytest.raises(sealed.Locked):
        sealed.read_text(path)


def test_a_link_from_one_file_of_a_sealed_profile_to_another_is_read(
    unlocked: Path, secret: Path
) -> None:
    sealed.write_text(unlocked / "rules" / "mine.yml", "words")
    (unlocked / "also.yml").symlink_to(unlocked / "rules" / "mine.yml")
    assert sealed.read_text(unlocked / "also.yml") == "words"


def test_a_profile_that_is_reached_by_a_link_is_sealed_all_the_same(
    unlocked: Path, secret: Path
) -> None:
    there = secret.parent / "there"
    there.symlink_to(unlocked, target_is_directory=True)
    sealed.write_text(there / "settings.json", "words")
    assert (unlocked / "settings.json").read_bytes().startswith(sealed.MAGIC)
    assert sealed.read_text(unlocked / "settings.json") == "words"


# -- attachments


def test_an_attachment_takes_the_bytes_and_its_name_leads_nowhere(
    core: Core, network: Network, folder: Path, secret: Path
) -> None:
    network.publish("https://wire.example/feed", "China sets a licence duty for gallium")
    core.poll()
    [alert] = core.alerts(Filter())
    (folder / "gone.pdf").symlink_to(folder / "not-there")
    with pytest.raises(BadInput, match="cannot be read"):
        core.attaching.put(alert.id, folder / "gone.pdf")
    (folder / "annex.txt").write_text("an annex")
    kept = core.attaching.put(alert.id, folder / "annex.txt")
    out = folder / kept.name
    out.unlink()
    out.symlink_to(secret)
    writing.write(out, core.attaching.body(kept.id))  # as it is saved to disk
    assert secret.read_text() == WORDS
    assert out.read_text() == "an annex"

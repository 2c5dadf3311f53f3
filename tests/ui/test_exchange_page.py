"""The exchange page: a bundle is looked into before it is taken, and refusals are told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from osawatch.bundle import box, minisign
from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Clock, Network, Pack, source
from tests.ui.stage import staged
from ui.exchange.making import Wanted
from ui.exchange.page import ExchangePage
from ui.exchange.trusting import TrustDialog
from ui.theme import LIGHT

FEED = "https://wire.example/feed"


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[ExchangePage]:
    with (
        Core(tmp_path / "hq", clock=Clock(), fetch=Network(), pack=Pack()) as core,
        staged(core, ExchangePage, qtbot) as made,
    ):
        yield made


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    secret = minisign.new()
    (tmp_path / "k.key").write_text(secret.text("c"))
    (tmp_path / "k.pub").write_text(secret.public.text("c"))
    return tmp_path / "k.key", tmp_path / "k.pub"


@pytest.fixture
def bundle(tmp_path: Path, keys: tuple[Path, Path]) -> Path:
    network = Network(Clock())
    network.publish(FEED, "China sets a licence duty for gallium")
    file = tmp_path / "one.osw"
    with Core(tmp_path / "post", clock=network.clock, fetch=network, pack=Pack()) as core:
        core.save_settings(replace(core.settings(), name="Ann", post="Astana"))
        core.sources.add(source("wire"))
        core.poll()
        core.bundles.make(minisign.secret(keys[0].read_text()), file)
    return file


def test_a_bundle_of_a_stranger_is_refused_in_words(
    page: ExchangePage, bundle: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.said) as told:
        page.look(bundle, [])
    assert "does not know" in told.args[0]


def test_a_trusted_bundle_is_previewed_taken_and_taken_back(
    page: ExchangePage,
    bundle: Path,
    keys: tuple[Path, Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with qtbot.waitSignal(page.said):
        page.trust(keys[1], "Astana")
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    looked = []
    monkeypatch.setattr(page, "_on_looked", lambda *found: looked.append(found))
    page.look(bundle, [])
    qtbot.waitUntil(lambda: bool(looked))
    opened, told = looked[0]
    assert "signed by Astana" in page.preview(told)
    assert "1 items, 1 alerts" in page.preview(told)
    assert page._core.alerts(Filter(view="all")) == []
    with qtbot.waitSignal(page.said):
        page.take(opened)
    assert len(page._core.alerts(Filter(view="all"))) == 1
    asked = []
    monkeypatch.setattr(page, "_on_going", asked.append)
    page.buttons["undo"].click()
    qtbot.waitUntil(lambda: bool(asked))
    assert "Number 1 of post/Astana, signed by Astana, is taken back" in page.goes(asked[0])
    assert len(page._core.alerts(Filter(view="all"))) == 1, "it was only asked"
    with qtbot.waitSignal(page.said) as said:
        page.undo()
    assert "Taken back" in said.args[0]


def filled(page: ExchangePage, qtbot: QtBot, whom: str, key: Path) -> Wanted:
    """What the form asks for, after a desk was named in it."""
    page.buttons["make"].click()
    qtbot.waitUntil(lambda: page.making is not None and page.making.isVisible())
    form = page.making
    assert form is not None
    form.key.setText(str(key))
    form.whom.setEditText(whom)
    found: list[Wanted] = []
    form.asked.disconnect()
    form.asked.connect(found.append)
    form.go.click()
    page.making = None
    return found[0]


def test_a_bundle_is_made_by_the_page(
    page: ExchangePage, keys: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    wanted = filled(page, qtbot, "", keys[0])
    with qtbot.waitSignal(page.said) as told:
        page.make(wanted, tmp_path / "mine.osw")
    assert "Number 1" in told.args[0]
    assert (tmp_path / "mine.osw").exists()
    with qtbot.waitSignal(page.said) as told:
        page.make(replace(wanted, key=keys[1]), tmp_path / "mine.osw")
    assert "Not done" in told.args[0]


def test_each_desk_gets_a_row_of_its_own_and_misses_nothing(
    page: ExchangePage, keys: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    own = page._core.bundles.channel()
    for whom, number in (("Astana", 1), ("New  Delhi", 1), ("Astana", 2)):
        wanted = filled(page, qtbot, whom, keys[0])
        assert wanted.channel == f"{own}/{'-'.join(whom.split())}"
        with qtbot.waitSignal(page.said) as told:
            page.make(wanted, tmp_path / "one.osw")
        assert f"Number {number} of {wanted.channel}" in told.args[0]
    assert {(one.channel, one.seq) for one in page._core.bundles.sent()} == {
        (f"{own}/Astana", 2),
        (f"{own}/New-Delhi", 1),
    }


def test_the_form_says_since_when_things_are_new_for_a_desk(
    page: ExchangePage, keys: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.said):
        page.make(filled(page, qtbot, "Astana", keys[0]), tmp_path / "one.osw")
    page.buttons["make"].click()
    qtbot.waitUntil(lambda: page.making is not None and page.making.isVisible())
    form = page.making
    assert form is not None
    form.whom.setEditText("Nairobi")
    assert "first one" in form.since.text()
    form.whom.setEditText("Astana")
    assert "since number 1" in form.since.text()
    form.full.setChecked(True)
    assert "All there is" in form.since.text()
    for part in form.parts.values():
        part.setChecked(False)
    form.key.setText("a.key")
    form.go.click()
    assert "Nothing is chosen" in form.problem.text()
    assert form.isVisible()


def test_only_the_parts_that_are_chosen_go_out(
    page: ExchangePage, keys: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    wanted = Wanted(keys[0], "post/x", (), ("rules", "watchlist"), full=False)
    with qtbot.waitSignal(page.said):
        page.make(wanted, tmp_path / "one.osw")
    public = minisign.public(keys[1].read_text())
    found = box.open_((tmp_path / "one.osw").read_bytes(), lambda _: public, ())
    assert not any(name.startswith(("items", "events")) for name, _ in found.manifest.files)


def test_keys_are_made_by_the_page_and_never_overwritten(
    page: ExchangePage, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "keys"
    page.make_keys(folder)
    qtbot.waitUntil(lambda: page.box is not None)
    assert page.box is not None
    assert "osawatch.pub, to trust" in page.box.text()
    page.box.accept()
    before = (folder / "osawatch.key").read_text()
    assert (folder / "osawatch.key").stat().st_mode & 0o777 == 0o600
    with qtbot.waitSignal(page.said) as told:
        page.make_keys(folder)
    assert "never overwritten" in told.args[0]
    assert (folder / "osawatch.key").read_text() == before
    assert filled(page, qtbot, "", folder / "osawatch.key").key == folder / "osawatch.key"


def test_a_list_that_two_keys_have_signed_names_others(
    page: ExchangePage, tmp_path: Path, qtbot: QtBot
) -> None:
    roots, new = [minisign.new(), minisign.new()], minisign.new()
    said = {"format": "osawatch-trust/1",
            "signers": [{"public": new.public.text("c"), "name": "Nairobi"}]}  # fmt: skip
    body = json.dumps(said).encode()
    (tmp_path / "list.json").write_bytes(body)
    files = []
    for number, root in enumerate(roots):
        (tmp_path / f"{number}.pub").write_text(root.public.text("c"))
        files.append(tmp_path / f"{number}.minisig")
        files[-1].write_text(root.sign(body, "list"))
        with qtbot.waitSignal(page.said):
            page.trust(tmp_path / f"{number}.pub", f"Root {number}", root=True)
    with qtbot.waitSignal(page.said) as told:
        page.trust_list(tmp_path / "list.json", files[:1])
    assert "it takes 2" in told.args[0]
    with qtbot.waitSignal(page.said) as told:
        page.trust_list(tmp_path / "list.json", files)
    assert "Nairobi" in told.args[0]
    qtbot.waitUntil(lambda: page.table.rowCount() == 3)
    roles = {page.table.item(row, 2).text() for row in range(3)}  # type: ignore[union-attr]
    assert roles == {"may name others", "desk"}


def test_a_key_is_trusted_with_a_name_only(qtbot: QtBot, page: ExchangePage) -> None:
    asked = TrustDialog(LIGHT, page)
    assert not asked.go.isEnabled()
    asked.name.setText("Astana")
    assert asked.go.isEnabled()
    assert not asked.root.isChecked()


def test_with_nothing_taken_there_is_nothing_to_take_back(page: ExchangePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.said) as told:
        page.buttons["undo"].click()
    assert "no bundle to take back" in told.args[0]


def test_a_file_that_was_opened_with_the_program_is_previewed_before_anything_is_taken(
    page: ExchangePage,
    bundle: Path,
    keys: tuple[Path, Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page._core.bundles.trust(minisign.public(keys[1].read_text()), "Astana")
    looked: list[str] = []
    monkeypatch.setattr(page, "_on_looked", lambda _, told: looked.append(page.preview(told)))

    page.open_file(bundle)

    qtbot.waitUntil(lambda: bool(looked))
    assert "signed by Astana" in looked[0], "although the page had not read who is trusted"
    assert page._core.alerts(Filter(view="all")) == []


def test_a_file_that_is_not_there_is_said_and_breaks_nothing(
    page: ExchangePage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.said) as told:
        page.open_file(tmp_path / "gone.osw")

    assert "gone.osw" in told.args[0]


def test_an_encrypted_bundle_asks_for_the_own_key_and_goes_no_further_without(
    page: ExchangePage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.osw.age").write_bytes(b"age-encryption.org/v1\n-> X25519 x\n")
    asked: list[str] = []
    monkeypatch.setattr(page, "_file", asked.append)

    page.open_file(tmp_path / "a.osw.age")

    qtbot.waitUntil(lambda: asked == ["identity"])

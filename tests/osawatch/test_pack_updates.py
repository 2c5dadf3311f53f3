"""A newer shipped pack never touches what a post has changed: files stay, and go on holding.

tomorrow's pack is today's, copied and edited: other levels, names and words, one rule and one good
less, one good more. The desk has an override, an exception, an entry of its own in a shipped one's
place, an entry taken out, a rule of its own, and one in a shipped rule's place.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import osawatch.chain.read
import osawatch.own
import rules.load
from osawatch.core import Core
from osawatch.own import Own
from osawatch.watchfile import write

LOCAL = ("rules", "watchlist", "rules.local.yaml", "watchlist.local.yaml")


def forget() -> None:
    """As if the program had just been started."""
    osawatch.own._shipped.cache_clear()
    rules.load._shipped.cache_clear()


@pytest.fixture
def tomorrow(tmp_path: Path) -> Iterator[Path]:
    pack = tmp_path / "tomorrow"
    shutil.copytree(rules.load.SHIPPED, pack)
    for file in sorted(pack.rglob("*.yaml")):
        text = file.read_text("utf-8")
        if file.parent.name == "rules":
            text = text.replace("level: high", "level: low")
            text = "\n---\n".join(one for one in text.split("\n---\n") if "id: strike\n" not in one)
        text = text.replace("en: antimony\n", "en: antimony of tomorrow\n")
        file.write_text(text, "utf-8")
    more = pack / "goods" / "tomorrow.yaml"
    more.write_text(
        "schema: 1\ngoods:\n- {id: unobtainium, names: {en: unobtainium},"
        " terms: {en: [unobtainium]}}\n",
        "utf-8",
    )
    yield pack
    forget()


@pytest.fixture
def desk(tmp_path: Path) -> Own:
    own = Own(tmp_path / "profile")
    own.folder.mkdir()
    own.put(
        "goods", {"id": "gallium", "names": {"en": "our gallium"}, "terms": {"en": ["gallium"]}}
    )
    own.put("companies", {"id": "our-firm", "names": ["Our Firm"]})
    own.switch_entry("goods", "tungsten", on=False)
    (own.folder / "rules").mkdir()
    shipped = next(one for one in rules.load.load().rules if one.id == "export-quota")
    texts = Path(shipped.file).read_text("utf-8").split("\n---\n")
    ours = next(one for one in texts if "id: export-quota\n" in one)
    title = f"title: {shipped.title}"
    assert title in ours
    mine = own.folder / "rules" / "ours.yml"
    mine.write_text(ours.replace(title, "title: Our quota rule"), "utf-8")
    exception = {
        "name": "our-mill",
        "when": {"title|contains": "Example Mill"},
        "reason": "known here",
        "until": "2099-01-31",
    }
    write(
        own.folder / "rules.local.yaml",
        {
            "export-ban": {"level": "critical", "exceptions": [exception]},
            "strike": {"level": "low"},
        },
    )
    return own


def bytes_of(own: Own) -> dict[str, str]:
    """What the post has written, by hash."""
    return {
        str(path.relative_to(own.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in LOCAL
        for path in [own.folder / name, *(own.folder / name).rglob("*")]
        if path.is_file()
    }


def started(own: Own, pack: Path, monkeypatch: pytest.MonkeyPatch) -> Core:
    """The program of tomorrow on the profile of today."""
    for module in (rules.load, osawatch.chain.read):
        monkeypatch.setattr(module, "SHIPPED", pack)
    forget()
    return Core(own.folder)


def test_files_of_the_post_stay_byte_for_byte(
    desk: Own, tomorrow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Core(desk.folder) as core:
        core.init_profile()
    before = bytes_of(desk)
    assert len(before) == 4

    with started(desk, tomorrow, monkeypatch) as core:
        core.init_profile()
        core.warm()
        core.care.repair()
        core.care.doctor()

    assert bytes_of(desk) == before


def test_what_the_post_changed_goes_on_holding_over_the_newer_pack(
    desk: Own, tomorrow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started(desk, tomorrow, monkeypatch) as core:
        pack = core.rulebook.pack
        found = {one.id: one for one in pack.rules}

        assert found["export-ban"].level == "critical"
        assert any(one.name == "our-mill" for one in found["export-ban"].exceptions)
        assert found["export-quota"].title == "Our quota rule"
        assert pack.watchlist.goods["gallium"].names["en"] == "our gallium"
        assert "our-firm" in pack.watchlist.companies
        assert "tungsten" not in pack.watchlist.goods


def test_what_the_post_left_alone_is_that_of_the_newer_pack(
    desk: Own, tomorrow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {one.id: one.level for one in desk.load().rules}

    with started(desk, tomorrow, monkeypatch) as core:
        pack = core.rulebook.pack

        assert "unobtainium" in pack.watchlist.goods
        assert pack.watchlist.goods["antimony"].names["en"] == "antimony of tomorrow"
        lowered = [one for one in pack.rules if before.get(one.id) == "high" and one.level == "low"]
        assert lowered
        assert "strike" not in {one.id for one in pack.rules}


def test_an_override_of_a_rule_that_the_newer_pack_dropped_is_named_and_kept(
    desk: Own, tomorrow: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started(desk, tomorrow, monkeypatch) as core:
        told = "\n".join(core.care.doctor())

    assert "there is no rule «strike»" in told
    assert "rules.local.yaml" in told
    assert "strike" in (desk.folder / "rules.local.yaml").read_text("utf-8")

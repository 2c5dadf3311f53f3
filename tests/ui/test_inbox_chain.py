"""The preview of a story says what lies downstream of its goods: context, no card of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from osawatch.model import CardDetail, Filter
from ui.inbox import chain
from ui.inbox.preview import Preview
from ui.names import Names, needed
from ui.theme import DARK, LIGHT


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Core]:
    with Core(tmp_path_factory.mktemp("downstream") / "p") as made:
        made.init_profile(sample=True)
        yield made


def story(core: Core, good: str) -> CardDetail:
    wanted = Filter(view="all", goods=(good,))
    details = (core.card(card) for card in core.card_ids(wanted))
    return next(one for one in details if one and one.card.goods[0] == good and one.card.measures)


def test_a_story_of_gallium_names_what_is_made_with_it_and_the_path(
    core: Core, qtbot: QtBot
) -> None:
    before = core.counts()
    detail = story(core, "gallium")
    found = chain.read(core, detail)

    assert "gallium" in found.goods
    first = found.reached[0]
    assert found.names[first.path[0].input] in {found.names[good] for good in found.goods}
    assert " → " in chain.path(first, found.names)
    names = Names()
    names.add(needed(core, detail))
    preview = Preview(LIGHT, names, "en")
    qtbot.addWidget(preview)
    preview.resize(640, 1200)
    preview.show_detail(detail, found)
    preview.set_theme(DARK)
    preview.grab()
    said = {child.accessibleName() for child in preview.widget().children() if child.isWidgetType()}
    assert any(chain.path(first, found.names) in words for words in said)
    assert any(chain.scored(found, first) in words for words in said)
    assert chain.text("more", "x").startswith("derived from")
    with qtbot.waitSignal(preview.chain_asked) as told:
        preview.widget().findChild(QPushButton, "chain").click()
    assert told.args == [found.goods[0]]
    assert core.counts() == before  # nothing was raised by looking


def test_instruments_fit_the_sector_and_the_measure_and_mitigation_is_first(core: Core) -> None:
    detail = story(core, "gallium")
    found = chain.read(core, detail)

    assert found.tools
    for one in found.tools:
        assert "all" in one.measures or set(one.measures) & set(detail.card.measures)
    blocks = ["mitigation" in one.blocks for one in found.tools]
    assert blocks == sorted(blocks, reverse=True)
    unmeasured = replace(detail, card=replace(detail.card, measures=()))
    assert chain.read(core, unmeasured).tools == ()


def test_a_story_without_goods_has_no_chain(core: Core) -> None:
    detail = story(core, "gallium")
    found = chain.read(core, replace(detail, card=replace(detail.card, goods=())))

    assert found.reached == ()
    assert found.goods == ()


def test_a_dead_end_is_told_and_not_passed_over(core: Core, qtbot: QtBot, tmp_path: Path) -> None:
    detail = story(core, "gallium")
    end = next(
        good for good in core.rulebook.pack.watchlist.goods if not core.chain.downstream([good])
    )
    found = chain.read(core, replace(detail, card=replace(detail.card, goods=(end,))))
    preview = Preview(LIGHT, Names(), "en")
    qtbot.addWidget(preview)
    preview.show_detail(detail, found)

    texts = [getattr(child, "text", str)() for child in preview.widget().children()]
    assert chain.text("none") in texts

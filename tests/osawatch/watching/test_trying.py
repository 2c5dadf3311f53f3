"""An edited entry tried on stored items: exactly what two whole runs would differ by."""

from __future__ import annotations

import threading

import pytest

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.watching.model import TryOut

TEA = {"id": "green-tea", "names": "en: Green tea", "terms": "en: green tea, matcha"}


def tried(core: Core, kind: str, key: str, **texts: str) -> TryOut:
    watching = core.watching
    opened = watching.open(kind, key) if key else watching.new(kind, texts)
    return watching.try_out(opened, {**opened.texts, **texts})


def test_a_new_good_tells_which_alerts_it_would_add_and_how_many_a_week(core: Core) -> None:
    found = tried(core, "goods", "", **TEA)

    assert (found.items, found.touched) == (6, 4)
    assert (found.added, found.gone) == (2, 0)  # two of the green tea items are one story
    assert found.a_week == 1.0
    assert [(one.rule, one.title) for one in found.examples] == [
        ("ban", "Export ban on matcha and on gallium"),
        ("ban", "Export ban on green tea"),
    ]
    assert core.watching.rows()
    assert not any(row.state == "own" for row in core.watching.rows())


def test_a_narrower_entry_tells_what_it_would_lose(core: Core) -> None:
    found = tried(core, "goods", "gallium", masks="en: Export ban on gallium")

    assert (found.added, found.gone) == (0, 1)
    assert [one.title for one in found.lost] == ["Export ban on gallium"]


def test_a_good_that_counts_for_trends_alone_adds_alerts_only_beside_another(core: Core) -> None:
    found = tried(core, "goods", "", **TEA, tier="C")

    assert [one.title for one in found.examples] == ["Export ban on matcha and on gallium"]


def test_what_says_nothing_else_changes_no_alert(core: Core) -> None:
    found = tried(core, "goods", "gallium", sector="metals")

    assert (found.added, found.gone, found.touched) == (0, 0, 2)


def test_a_measure_or_a_group_is_tried_as_well(core: Core) -> None:
    assert tried(core, "measures", "export-ban", terms="en: shop opens").gone == 2
    assert tried(core, "groups", "near", members="CN").added == 0


def test_a_try_out_that_is_called_off_tells_nothing(core: Core) -> None:
    stop = threading.Event()
    stop.set()
    opened = core.watching.new("goods", TEA)

    found = core.watching.try_out(opened, opened.texts, cancel=stop)

    assert not found.complete
    assert (found.added, found.examples) == (0, ())


def test_an_entry_with_a_fault_is_not_tried(core: Core) -> None:
    with pytest.raises(BadInput):
        tried(core, "goods", "", id="tea", terms="en: t*")

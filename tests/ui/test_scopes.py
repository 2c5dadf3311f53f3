"""What a share is a share of is said in words, on the pages and on the sheet that is printed."""

from __future__ import annotations

import pytest

from osawatch.briefing import chain_words
from rules.load import SHIPPED, load
from ui import scopes


@pytest.fixture(scope="module")
def shipped() -> tuple[set[str], set[str]]:
    """The scopes and the stages of the shares that the shipped pack gives."""
    goods = load([SHIPPED]).watchlist.goods.values()
    given = [share for good in goods for share in (*good.suppliers, *good.supplier_groups)]
    return {one.scope for one in given if one.scope}, {one.stage for one in given if one.stage}


def test_every_scope_and_stage_of_the_shipped_pack_has_words(
    shipped: tuple[set[str], set[str]],
) -> None:
    kinds, stages = shipped
    assert len(kinds) > 10
    assert kinds | stages <= set(scopes.SCOPES)
    assert kinds <= set(chain_words.SCOPES)
    assert stages <= set(chain_words.STAGES)

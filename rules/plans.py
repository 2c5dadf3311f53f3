"""Plans that are given up: «drops its threat of tariffs», «撤回…課稅的威脅»."""

from __future__ import annotations

from collections.abc import Container

from rules.event import Event
from rules.hits import Hit
from rules.lexicon import Kind
from rules.scan import Scan

CLOSE = 2  # words between «retira» and «amenaza»
# Nouns of what is only meant to be; participles («planned») tell of the measure itself.
_PLANS = (
    "plan ", "plans ", "planer ", "threat", "idea ", "idee", "amenaza ", "amenazas ",
    "plan de", "piano ", "piani ", "minaccia ", "progetto ",
    "planes ", "planos ", "ameaca ", "ameacas ", "menace ", "menaces ", "projet ", "projets ",
    "drohung", "plane ", "dreiging", "plannen ", "план ", "планы ", "планов ", "угроз", "погроз",
    "загроз", "plany ", "planow ", "grozb", "hrozb", "tehdi", "plani ", "rencana ", "ancaman ",
    "威胁", "威脅", "计划", "計劃", "計畫", "计畫", "hotet ", "خطه ", "تهديد",
)  # fmt: skip


def dropped(scan: Scan, event: Event, open_states: Container[str]) -> tuple[int, int] | None:
    """«drops its threat of tariffs», «撤回…課稅的威脅»: what is given up is the plan."""
    folded = scan.page.folded
    signs = [sign for sign in event.signs if sign.use.kind is Kind.STATUS]
    plans = [
        sign
        for sign in signs
        if sign.use.key in open_states and folded.startswith(_PLANS, sign.start)
    ]
    for one in signs if plans else ():
        if one.use.key == "lifted" and any(_of_plan(folded, event, one, plan) for plan in plans):
            return one.start, one.end
    return None


def _of_plan(folded: str, event: Event, one: Hit, plan: Hit) -> bool:
    """Whether what is lifted is the plan: it follows at once, or closes the phrase in Chinese."""
    if plan.start < one.end:
        return False
    if folded[plan.start - 1] in "的之":
        return one.start < event.start
    return event.start >= plan.end and len(folded[one.end : plan.start].split()) <= CLOSE

"""What lies downstream of a story's goods, and the instruments that fit: context, never a card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from osawatch.core import Core
from osawatch.model import CardDetail
from ui import paint
from ui.i18n import figure, mark, say
from ui.strips import Painted
from ui.theme import T11, T13, Theme, font

if TYPE_CHECKING:
    from osawatch.chain.model import Instrument, Reach

MOST_NODES, MOST_TOOLS = 6, 5
LINE, STRENGTH, DERIVED = 20.0, 36.0, 108.0
TEXTS = {
    "title": mark("downstream", "What lies downstream"),
    "more": mark("downstream", "derived from {0}; context, not news"),
    "none": mark("downstream", "The watchlist knows nothing that is made with it."),
    "derived": mark("downstream", "derived score {0}"),
    "derived_tip": mark(
        "downstream",
        "How strong the way is, and what the score of this story means at its end: score × strength"
        " × 0.7 for each link. It is context: it raises no alert and changes no list.",
    ),
    "rest": mark("downstream", "{0} more"),
    "show": mark("downstream", "Show the chain"),
    "tools": mark("downstream", "Instruments that fit"),
    "tools_more": mark("downstream", "by sector and measure: {0}"),
    "tools_none": mark(
        "downstream", "No instrument of the watchlist fits this sector and measure."
    ),
    "mitigation": mark("downstream", "lowers the dependence"),
    "agency": mark("downstream", "capacity to act"),
    "foundation": mark("downstream", "foundation"),
    "offensive": mark("downstream", "offensive"),
    "defensive": mark("downstream", "defensive"),
    "both": mark("downstream", "offensive and defensive"),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What follows from the chain for one story, with the names of all its nodes; its score."""

    goods: tuple[str, ...]
    reached: tuple[Reach, ...]
    tools: tuple[Instrument, ...]
    names: Mapping[str, str]
    language: str
    score: float = 0.0


def text(key: str, *values: object) -> str:
    """A text of these sections."""
    said = say("downstream", TEXTS[key])
    return said.format(*values) if values else said


def read(core: Core, detail: CardDetail) -> Context:
    """Asked in a task, with the story itself."""
    from osawatch.chain.instruments import MITIGATION  # a window opens before a story is read

    card, language = detail.card, core.settings().language
    goods = tuple(good for good in card.goods if core.chain.known(good))
    reached = core.chain.downstream(goods)
    tools = core.chain.fitting(goods, card.measures, card.countries) if card.measures else ()
    ordered = sorted(tools, key=lambda one: MITIGATION not in one.blocks)
    nodes = {*goods, *(node for one in reached[:MOST_NODES] for node in one.nodes)}
    nodes |= {link.input for one in reached[:MOST_NODES] for link in one.path[:1]}
    names = {node: core.chain.name(node, language) for node in nodes}
    return Context(goods, reached, tuple(ordered), names, language, card.score)


def path(one: Reach, names: Mapping[str, str]) -> str:
    """«gallium → gallium arsenide → 5G equipment»."""
    return " → ".join(names.get(node, node) for node in (one.path[0].input, *one.nodes))


def downstream(found: Context, theme: Theme) -> Painted:
    """The strongest nodes, each with its path, how strong that is, and the score it derives."""
    rows = [
        (found.names[one.node], path(one, found.names), figure(one.weight, 2), scored(found, one))
        for one in found.reached[:MOST_NODES]
    ]

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        for number, (name, way, strength, score) in enumerate(rows):
            y = number * LINE
            room = QRectF(0, y, 190, LINE)
            paint.text(p, room, name, font(T13), t.text)
            room = QRectF(200, y, r.width() - 200 - STRENGTH - DERIVED - 16, LINE)
            paint.text(p, room, way, font(T11), t.text3)
            room = QRectF(r.width() - STRENGTH - DERIVED - 8, y, STRENGTH, LINE)
            right = Qt.AlignmentFlag.AlignRight
            paint.text(p, room, strength, font(T11, 600, tnum=True), t.text2, right)
            room = QRectF(r.width() - DERIVED, y, DERIVED, LINE)
            paint.text(p, room, score, font(T11, tnum=True), t.text3, right)

    said = "; ".join(f"{way} {strength}, {score}" for _, way, strength, score in rows)
    shown = Painted(max(20, round(LINE * len(rows))), face, theme, said)
    shown.setToolTip(text("derived_tip"))
    shown.setWhatsThis(text("derived_tip"))
    shown.setAccessibleDescription(text("derived_tip"))
    return shown


def scored(found: Context, one: Reach) -> str:
    """«derived score 31»: never without the word, so that nobody takes it for an alert's."""
    from osawatch.chain import derived

    return text("derived", int(derived.score(found.score, one)))


def tools(found: Context, theme: Theme) -> Painted:
    """Instruments: name, what it is for, who owns it."""
    rows = [(_name(one, found.language), _about(one)) for one in found.tools[:MOST_TOOLS]]

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        for number, (name, about) in enumerate(rows):
            y = number * LINE
            w = paint.text(p, QRectF(0, y, r.width() * 0.6, LINE), name, font(T13), t.text)
            rest = QRectF(w + 8, y, r.width() - w - 8, LINE)
            paint.text(p, rest, about, font(T11), t.text3)

    said = "; ".join(f"{name}, {about}" for name, about in rows)
    return Painted(max(20, round(LINE * len(rows))), face, theme, said)


def _name(one: Instrument, language: str) -> str:
    return one.names.get(language) or one.names.get("en") or one.id


def _about(one: Instrument) -> str:
    from osawatch.chain.instruments import MITIGATION

    blocks = sorted(one.blocks, key=lambda block: block != MITIGATION)
    parts = [text(block) for block in blocks[:1] if block in TEXTS]
    parts += [text(one.kind)] if one.kind in TEXTS else []
    return " · ".join(part for part in (*parts, ", ".join(one.owners), one.legal) if part)

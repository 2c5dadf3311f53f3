"""A rule's form: its fields, what is wrong beside each, and what no field shows.

    text -> osawatch.ruleform.read -> fields
    a change -> Form (frozen) -> `edited` -> whoever keeps the text writes it, and shows it anew
A form of the pack's largest rule is read in a millisecond and written in two, so it waits for none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from osawatch.ruleform.model import ANY, KINDS, Exempt, Form, Part, Read, Sample
from osawatch.ruleform.offers import Choice, Offers
from osawatch.workshop import Problem, TestRun, Tried
from ui import turns
from ui.flow import Flow
from ui.i18n import finding
from ui.rules.form.chosen import model_of
from ui.rules.form.fields import Area, Field, coded
from ui.rules.form.heads import Heads
from ui.rules.form.parts import PartCard, Parts
from ui.rules.form.rows import ExemptCard, Rows, SampleRow
from ui.rules.form.times import Times
from ui.rules.form.words import ROLES, USES, rest, stage, text
from ui.strips import Painted, section
from ui.tabbing import as_read
from ui.theme import Theme
from ui.turns import InTurns
from ui.widgets import Button, ink, label

NAMES = {"goods": "good", "countries": "country", "measures": "measure", "companies": "company",
         "sanctions": "listed", "words": "words", "list": "list"}  # fmt: skip
LANGUAGES = ("en", "nl", "de", "fr", "es", "zh", "ru")  # offered first


class RuleForm(QScrollArea):
    """`edited` carries the Form after a person's change; `yaml_asked` the line to go to.

    `filled` when all fields of a text are made.
    """

    edited = Signal(object)
    yaml_asked = Signal(int)
    filled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("typedTwice", True)  # the editor holds all of it
        self._theme = theme
        self._offers: Offers | None = None
        self.read = Read(None)
        self.form = Form()
        self._tried: Tried | None = None
        self._turns = InTurns(self)
        self._turns.done.connect(self._on_shown)
        self.adds: list[Button] = []
        self._heads: list[Painted] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text("form"))
        self._build()

    # -- from outside

    def learn(self, offers: Offers) -> None:
        """What can be chosen from; the fields are made for it."""
        if offers == self._offers:
            return
        self._offers = offers
        stages = tuple(Choice(one, stage(one)) for one in offers.words["status"])
        kinds = {**offers.kinds, "stages": stages}
        models = {kind: model_of(choices, self) for kind, choices in kinds.items()}
        spoken = [one for one in offers.words["language"] if one not in LANGUAGES]
        languages = [(one, one) for one in (*LANGUAGES, *spoken)]
        self._languages = coded([("", ""), *languages], self)
        more = [("", text("add_language")), (ANY, text("any_language")), *languages]
        uses = [(key, text(words)) for key, words in USES.items()]
        roles = [(key, text(key or "any_role")) for key in ROLES]
        models |= {
            key: coded(choices, self)
            for key, choices in (("more", more), ("uses", uses), ("roles", roles))
        }
        self.parts.models = models
        self.heads.learn(offers)
        self.times.learn(offers)
        self._show(at_once=False)

    def show_read(self, read: Read, *, own: bool = False) -> None:
        """What the text is now. `own`: it was written by this form, so its fields stand already."""
        self.read = read
        if read.form is not None:
            self.form = read.form
        if not own:
            self._tried = None
        self._show(at_once=own)

    def show_tried(self, tried: Tried | None) -> None:
        """What is wrong, each beside its field; None = being tried."""
        self._tried = tried
        if not self._turns.busy():
            self._show_findings()

    def busy(self) -> bool:
        """Whether fields are still being made."""
        return self._turns.busy()

    def _show_findings(self) -> None:
        tried = self._tried
        problems = list(tried.problems) if tried else []
        first = next((finding(p.message) for p in problems if p.level == "error"), "")
        self._show_why(first)
        by_field: dict[str, list[Problem]] = {}
        for one in problems:
            by_field.setdefault(self._field_of(one), []).append(one)
        for key, show in self._showing().items():
            show(by_field.pop(key, []))
        left = [one for found in by_field.values() for one in found]
        self.beyond.setText("\n".join(text("elsewhere", finding(p.message), p.line) for p in left))
        self.beyond.setVisible(bool(left))
        bad = any(one.level == "error" for one in left)
        ink(self.beyond, self._theme.bad if bad else self._theme.warn)
        self._show_runs(tried.tests if tried else ())

    def begin(self) -> None:
        """The keys go to the title of a new rule."""
        self.heads.begin()

    def set_theme(self, theme: Theme) -> None:
        """Other colours; what was typed stays."""
        self._theme = theme
        parts: Sequence[Any] = (self.heads, self.times, *self.notes.values(), self.to_yaml,
                                self.parts, self.exempts, self.samples, *self.adds,
                                *self._heads)  # fmt: skip
        for part in parts:
            part.set_theme(theme)
        self._ground()
        for line in (self.rest, self.kept):
            ink(line, theme.text2)

    # -- building

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        self.why, self.beyond = label("", wrap=True), label("", wrap=True)
        self.to_yaml = Button(text("to_yaml"), self._theme)
        self.to_yaml.clicked.connect(lambda: self.yaml_asked.emit(1))
        for part in (self.why, self.to_yaml, self.beyond):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
            part.hide()
        self.body = QWidget()
        self._fill(QVBoxLayout(self.body))
        column.addWidget(self.body)
        column.addStretch(1)
        self.setWidget(body)
        self._ground()

    def _fill(self, inner: QVBoxLayout) -> None:
        """The sections, one under the other."""
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        self.heads = Heads(self._theme)
        self.heads.changed.connect(self._on_fields)
        inner.addWidget(self.heads)
        self._parts_of(inner)
        self._headed(inner, "when")
        self.times = Times(self._theme)
        self.times.changed.connect(self._on_fields)
        inner.addWidget(self.times)
        self.samples = Rows(lambda row: SampleRow(self._theme, row, self._languages))
        self.exempts = Rows(lambda row: ExemptCard(self._theme, row))
        self.samples.changed.connect(lambda rows: self._change(samples=rows))
        self.exempts.changed.connect(lambda rows: self._change(exceptions=rows))
        for key, rows in (("samples", self.samples), ("exceptions", self.exempts)):
            self._headed(inner, key).addWidget(rows)
            inner.addWidget(self._adder(key), 0, Qt.AlignmentFlag.AlignLeft)
        self._notes_of(inner)
        self._headed(inner, "rest")
        self.kept, self.rest = label("", wrap=True), label("", wrap=True)
        inner.addWidget(self.kept)
        inner.addWidget(self.rest)

    def _parts_of(self, column: QVBoxLayout) -> None:
        self._headed(column, "parts")
        self.parts = Parts(self._theme)
        self.parts.changed.connect(self._on_parts)
        column.addWidget(self.parts)
        row = QWidget()
        flow = Flow(row)
        for kind in KINDS:
            button = Button(text(kind), self._theme, "quiet", "plus",
                            name=f"{text('add_part')}: {text(kind)}")  # fmt: skip
            button.clicked.connect(self._adding(kind))
            self.adds.append(button)
            flow.addWidget(button)
        column.addWidget(row)

    def _headed(self, column: QVBoxLayout, key: str) -> QVBoxLayout:
        head = section(text(key), "", self._theme)
        self._heads.append(head)
        column.addWidget(head)
        return column

    def _adder(self, key: str) -> Button:
        button = Button(text(f"add_{key}"), self._theme, "quiet", "plus")
        button.clicked.connect(self._on_add_sample if key == "samples" else self._on_add_exempt)
        self.adds.append(button)
        return button

    def _notes_of(self, column: QVBoxLayout) -> None:
        self._headed(column, "notes")
        grid = QGridLayout()
        self.notes = {}
        for row, key in enumerate(("description", "guidance", "falsepositives")):
            field = Field(self._theme, text(key), area := Area(self._theme))
            area.textChanged.connect(self._noting(key, area))
            self.notes[key] = field
            grid.addWidget(field, row, 0)
        column.addLayout(grid)

    # -- showing

    def _show(self, *, at_once: bool) -> None:
        shown = self.read.form is not None and self._offers is not None
        self.body.setVisible(shown)
        self.why.setVisible(bool(self.read.why))
        self.to_yaml.setVisible(bool(self.read.why))
        self._show_why()
        form = self.form
        more = {one.of: one.keys for one in self.read.rest}
        free = bool(form.condition)
        if shown:
            self.heads.show_form(form)
            self.times.show_form(form)
        made = [
            *self.parts.steps(form.parts, more, free=free, near=not form.near_other),
            *self.samples.steps(form.samples), *self.exempts.steps(form.exceptions),
            self._show_notes, self._show_rest,
        ]  # fmt: skip
        self._turns.begin(turns.steps(made if shown else ()))
        if at_once:
            self._turns.finish()

    def _show_why(self, more: str = "") -> None:
        if self.read.why:
            self.why.setText(text(f"why_{self.read.why}", *([more] * (self.read.why == "syntax"))))

    def _on_shown(self) -> None:
        as_read(self.body)
        self._show_findings()
        self.filled.emit()

    def _show_notes(self) -> None:
        for key, field in self.notes.items():
            area = field.editor
            if isinstance(area, Area):
                said = getattr(self.form, key)
                area.put(said) if isinstance(said, str) else area.put_lines(said)

    def _show_rest(self) -> None:
        told = [rest(one.of, one.keys, self.form.condition) for one in self.read.rest]
        self.kept.setText(text("rest_kept" if told else "rest_none"))
        self.rest.setText("\n".join(told))
        self.rest.setVisible(bool(told))
        for line in (self.rest, self.kept):
            ink(line, self._theme.text2)

    # -- findings

    def _field_of(self, problem: Problem) -> str:
        """The smallest field in which a finding stands."""
        found = [(span.end_line - span.line, span.end_column - span.column, key)
                 for key, span in self.read.spans.items()
                 if span.holds(problem.line, problem.column)]  # fmt: skip
        return min(found)[2] if found else ""

    def _showing(self) -> dict[str, Callable[[list[Problem]], object]]:
        """Who shows the findings of a field."""
        shown: dict[str, Callable[[list[Problem]], object]] = {
            **self.heads.showing(), **self.times.showing(),
            **{key: field.show_problems for key, field in self.notes.items()},
        }  # fmt: skip
        for name, card in self.parts.cards.items():
            shown[f"part:{name}"] = self._telling(card)
        for one in self.exempts.cards:
            shown[f"exception:{one.row.at}"] = one.show_problems
        return shown

    def _telling(self, card: PartCard) -> Callable[[list[Problem]], object]:
        def show(found: list[Problem]) -> None:
            card.problem.show_problems(found)
            card.problem.setVisible(bool(found))

        return show

    def _show_runs(self, runs: Sequence[TestRun]) -> None:
        for one in self.samples.cards:
            span = self.read.spans.get(f"sample:{one.row.at}")
            run = next((r for r in runs if span and span.line <= r.line <= span.end_line
                        and r.name == one.row.name), None)  # fmt: skip
            failed = run is not None and not run.passed
            one.say(finding(run.message) if run and failed else "", bad=failed)

    # -- what a person does

    def _change(self, **fields: Any) -> None:
        self.form = replace(self.form, **fields)
        self.edited.emit(self.form)

    def _on_fields(self, fields: dict[str, Any]) -> None:
        self._change(**fields)

    def _on_parts(self, parts: tuple[Part, ...]) -> None:
        within = self.form.within or "sentence"
        self._change(parts=parts, within=within if any(one.near for one in parts) else "")

    def _noting(self, key: str, area: Area) -> Callable[[], None]:
        lines = key == "falsepositives"
        return lambda: self._change(**{key: area.lines() if lines else area.said()})

    def _adding(self, kind: str) -> Callable[[], None]:
        return lambda: self.add_part(kind)

    def add_part(self, kind: str) -> None:
        """One more part, to be filled in."""
        taken = {one.name for one in self.form.parts}
        name = next(one for n in range(1, 99)
                    if (one := NAMES[kind] + (f"_{n}" if n > 1 else "")) not in taken)  # fmt: skip
        chosen = self._offers.kinds["list"][:1] if self._offers and kind == "list" else ()
        part = Part(
            name,
            kind,
            tuple(one.key for one in chosen),
            use="must",
            near=not self.form.near_other and any(one.near for one in self.form.parts),
        )
        self._change(parts=(*self.form.parts, part))
        self.parts.cards[name].begin()
        self.ensureWidgetVisible(self.parts.cards[name])

    def _on_add_exempt(self) -> None:
        said = text("new_exception", len(self.form.exceptions) + 1)
        self._change(exceptions=(*self.form.exceptions, Exempt(said)))
        self.exempts.cards[-1].begin()

    def _on_add_sample(self) -> None:
        fires = not any(one.fires for one in self.form.samples)
        taken = {one.name for one in self.form.samples}
        key = "new_fires" if fires else "new_silent"
        name = next(one for n in range(1, 999) if (one := text(key, n)) not in taken)
        self._change(samples=(*self.form.samples, Sample(name, fires=fires)))
        self.samples.cards[-1].begin()

    def _ground(self) -> None:
        if (body := self.widget()) is not None:
            body.setAutoFillBackground(True)
            colours = body.palette()
            colours.setColor(body.backgroundRole(), self._theme.c("window"))
            body.setPalette(colours)

"""Rules made ready: conditions as functions, equal selections shared, what each rule needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rules import conditions
from rules.conditions import Both, Either, Named, Not, Of, Tree
from rules.lexicon import Kind, Lexicon
from rules.rule import FIELDS, Rule, Selection, Source
from rules.terms import Terms
from rules.trial import TESTS, Compiled, Found, Trial
from rules.yamlnodes import NOWHERE

Condition = Callable[[Trial], bool]
_COSTS = {"goods": 1, "measures": 2, "countries": 3}
_PREFIX = {"goods": "g", "countries": "c", "measures": "m", "companies": "f"}


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with its selections by name, its test, and the concepts it cannot do without.

    `needs`: sets of concepts of each of which one must be in a text.
    """

    rule: Rule
    selections: dict[str, tuple[int, Compiled]]
    test: Condition
    needs: tuple[frozenset[str], ...]
    shown: tuple[str, ...]
    anywhere: bool  # looks at items of any source
    enough: frozenset[str] = frozenset()  # concepts of which each makes it true, if it is sure

    def found(self, name: str, trial: Trial) -> tuple[Found, ...]:
        """Where one of its selections is true."""
        number, compiled = self.selections[name]
        return trial.found(number, compiled)


def compile_rules(rules: Sequence[Rule], lexicon: Lexicon) -> list[Ready]:
    """The rules in use, ready; their own terms go into the lexicon."""
    shared = _Shared(lexicon)
    return [_ready(rule, shared) for rule in rules if rule.enabled and rule.status != "deprecated"]


class _Shared:
    """Equal selections of many rules get one number, so that a text answers them once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers: dict[object, int] = {}
        self._compiled: list[Compiled] = []

    def number(self, selection: Selection) -> tuple[int, Compiled]:
        alike = _alike(selection)
        number = self._numbers.setdefault(alike, len(self._compiled))
        if number == len(self._compiled):
            self._compiled.append(self._compile(selection, number))
        return number, self._compiled[number]

    def _compile(self, selection: Selection, number: int) -> Compiled:
        any_keys = [f"list:{selection.list_name}"] if selection.list_name else []
        if selection.any_terms:
            any_keys.append(f"sel:{number}")
            self._add(f"sel:{number}", selection.any_terms)
        every = []
        groups = [group for group in selection.all_terms.values() if group]
        for place, term in enumerate(groups[0] if len(groups) == 1 else ()):
            every.append(f"sel:{number}:{place}")
            self._lexicon.add(Kind.TERM, every[-1], [term])
        if len(groups) > 1:  # one language's words are enough
            any_keys.append(f"sel:{number}:all")
            self._add(f"sel:{number}:all", selection.all_terms)
        regexes = tuple(re.compile(one) for one in selection.regexes)
        plain = _plain(selection) and not every and not regexes
        return Compiled(selection, tuple(any_keys), tuple(every), regexes, plain)

    def _add(self, key: str, terms: Terms) -> None:
        for group in terms.values():
            self._lexicon.add(Kind.TERM, key, group)


def _plain(selection: Selection) -> bool:
    """Whether one word anywhere makes it true."""
    return (
        len(selection.fields) == len(FIELDS)
        and selection.least == 1
        and not (selection.role or selection.status or selection.not_status)
    )


def _alike(selection: Selection) -> object:
    """Two selections with this in common are true of the same texts."""
    plain = replace(
        selection, place=NOWHERE, name="" if selection.kind != "terms" else selection.name
    )
    terms = [
        (language, tuple(replace(term, place=NOWHERE) for term in group))
        for part in (selection.any_terms, selection.all_terms)
        for language, group in part.items()
    ]
    return (
        plain.name, plain.kind, plain.ids, plain.role, plain.status, plain.not_status, plain.fields,
        plain.least, tuple(terms), plain.regexes, plain.list_name, plain.mentions,
    )  # fmt: skip


def _ready(rule: Rule, shared: _Shared) -> Ready:
    selections = {one.name: shared.number(one) for one in rule.selections}
    needs: list[frozenset[str]] = []
    for group in conditions.needed(rule.tree):
        keys = [_keys(selections[name][1]) for name in group]
        if all(keys):
            needs.append(frozenset(key for one in keys for key in one))
    for near in rule.near:
        needs += [alone for name in near.of if (alone := _keys(selections[name][1]))]
    told = [name for name in (rule.alert.field, *rule.show) if name in selections]
    shown = tuple(dict.fromkeys([*_positive(rule.tree), *rule.alert.group_by, *told]))
    return Ready(
        rule,
        selections,
        _function(rule.tree, selections),
        tuple(dict.fromkeys(needs)),
        shown,
        rule.source == Source(tags=rule.source.tags),
        frozenset() if rule.near else _enough(rule.tree, selections),
    )


def _keys(compiled: Compiled) -> frozenset[str]:
    """Concepts of which one must be in the text for a selection to be true; empty = unknown."""
    selection = compiled.selection
    if selection.kind == "terms":
        return frozenset() if compiled.regexes else frozenset([*compiled.any_keys, *compiled.every])
    prefix = _PREFIX.get(selection.kind, "s")
    if selection.ids is None:
        return frozenset([f"{prefix}:*"])
    return frozenset(f"{prefix}:{key}" for key in selection.ids)


def _enough(tree: Tree, selections: dict[str, tuple[int, Compiled]]) -> frozenset[str]:
    """Keys of own terms of which one makes a condition true, wherever it stands."""
    if isinstance(tree, Named | Of) and (isinstance(tree, Named) or not tree.every):
        named = [selections[name][1] for name in conditions.names(tree)]
        return frozenset(
            key for one in named if one.plain and one.selection.kind == "terms"
            for key in one.any_keys
        )  # fmt: skip
    if isinstance(tree, Either):
        return frozenset().union(*(_enough(child, selections) for child in tree.children))
    return frozenset()


def _function(tree: Tree, selections: dict[str, tuple[int, Compiled]]) -> Condition:
    if isinstance(tree, Named):
        number, compiled = selections[tree.name]
        if compiled.plain:  # the reading remembers by itself
            test = TESTS[compiled.selection.kind]
            return lambda trial: test(trial.sense, compiled)
        return lambda trial: bool(trial.found(number, compiled))
    if isinstance(tree, Not):
        inner = _function(tree.child, selections)
        return lambda trial: not inner(trial)
    if isinstance(tree, Of):
        names = sorted(tree.names, key=lambda one: _cost(Named(one), selections))
        named = [_function(Named(name), selections) for name in names]
        return _all(named) if tree.every else _any(named)
    children = sorted(tree.children, key=lambda one: _cost(one, selections))
    parts = [_function(child, selections) for child in children]
    if isinstance(tree, Both):
        return _all([*_hints(children, selections), *parts])
    return _any(parts)


def _hints(
    children: Sequence[Tree], selections: dict[str, tuple[int, Compiled]]
) -> Iterator[Condition]:
    """What must hold for all of several to be true, told by counting and before states are read."""
    named = [selections[one.name][1].selection for one in children if isinstance(one, Named)]
    for one in named:
        if one.least > 1 or len(one.fields) < len(FIELDS):
            yield partial(_may_hold, one)
    for one in named:
        if one.kind == "measures" and one.ids is not None:
            yield partial(_may_tell, one.ids)


def _may_hold(selection: Selection, trial: Trial) -> bool:
    return not trial.lacks(selection)


def _may_tell(measures: frozenset[str], trial: Trial) -> bool:
    return trial.sense.tells(measures)


def _cost(tree: Tree, selections: dict[str, tuple[int, Compiled]]) -> int:
    """What a part asks of the reading of a text, roughly: the cheap parts are tried first."""
    named = [selections[name][1].selection for name in conditions.names(tree)]
    if len(named) == 1 and named[0].kind == "goods" and named[0].least > 1:
        return 1  # mostly told by counting literals
    return max((4 if one.role else _COSTS.get(one.kind, 0) for one in named), default=0)


def _all(parts: Sequence[Condition]) -> Condition:
    def met(trial: Trial) -> bool:
        for part in parts:  # noqa: SIM110 - a third of the time of all() with a generator
            if not part(trial):
                return False
        return True

    return met


def _any(parts: Sequence[Condition]) -> Condition:
    def met(trial: Trial) -> bool:
        for part in parts:  # noqa: SIM110
            if part(trial):
                return True
        return False

    return met


def _positive(tree: Tree) -> tuple[str, ...]:
    """The selections that speak for the rule, not against it."""
    if isinstance(tree, Not):
        return ()
    if isinstance(tree, Named | Of):
        return conditions.names(tree)
    return tuple(name for child in tree.children for name in _positive(child))

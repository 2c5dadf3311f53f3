"""The condition of a rule: Sigma's grammar, with the column of each mistake.

selection and not (other or 1 of sel_*)      all of them      any of filter_*
not binds tightest, then and, then or
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase

_TOKEN = re.compile(r"\s*(?:(?P<sign>[()])|(?P<word>[^\s()]+))")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PATTERN = re.compile(r"[A-Za-z_*][A-Za-z0-9_*]*")
_RESERVED = frozenset(["and", "or", "not", "of"])
_QUANTITIES = frozenset(["1", "any", "all"])
DEEPEST = 60


class ConditionError(ValueError):
    """A condition that cannot be read. `column` counts from 0 within the condition."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Named:
    """A selection."""

    name: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Of:
    """`1 of x_*` or `all of them`, spelled out as the selections it stands for."""

    every: bool
    names: tuple[str, ...]
    said: str = ""
    column: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """A denial."""

    child: Tree


@dataclass(frozen=True, slots=True)
class Both:
    """All of several."""

    children: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of several."""

    children: tuple[Tree, ...]


Tree = Named | Of | Not | Both | Either


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    column: int


def parse(condition: str, selections: Sequence[str]) -> Tree:
    """The tree of a condition over these selections. Raises ConditionError."""
    reader = _Reader(_tokens(condition), tuple(selections), len(condition.rstrip()))
    tree = reader.either()
    if reader.here is not None:
        raise ConditionError(f"«{reader.here.text}» is not expected here", reader.here.column)
    return tree


def names(tree: Tree) -> tuple[str, ...]:
    """The selections a tree speaks of."""
    if isinstance(tree, Named):
        return (tree.name,)
    if isinstance(tree, Of):
        return tree.names
    children = (tree.child,) if isinstance(tree, Not) else tree.children
    return tuple(dict.fromkeys(name for child in children for name in names(child)))


def holds(tree: Tree, true: Callable[[str], bool]) -> bool:
    """Whether a condition is met, asking for as few selections as needed."""
    if isinstance(tree, Named):
        return true(tree.name)
    if isinstance(tree, Not):
        return not holds(tree.child, true)
    if isinstance(tree, Of):
        return all(map(true, tree.names)) if tree.every else any(map(true, tree.names))
    met = (holds(child, true) for child in tree.children)
    return all(met) if isinstance(tree, Both) else any(met)


def needed(tree: Tree) -> list[frozenset[str]]:
    """Sets of selections of each of which at least one must be true for the condition to hold."""
    if isinstance(tree, Named):
        return [frozenset([tree.name])]
    if isinstance(tree, Of):
        if tree.every:
            return [frozenset([name]) for name in tree.names]
        return [frozenset(tree.names)] if tree.names else []
    if isinstance(tree, Both):
        return [group for child in tree.children for group in needed(child)]
    if isinstance(tree, Either):
        parts = [needed(child) for child in tree.children]
        return [frozenset().union(*(min(part, key=len) for part in parts))] if all(parts) else []
    return []


def _tokens(condition: str) -> list[_Token]:
    found = []
    for token in _TOKEN.finditer(condition):
        text = token["sign"] or token["word"]
        found.append(_Token(text, token.end() - len(text)))
    return found


class _Reader:
    """Recursive descent: or, and, not, then an atom."""

    def __init__(self, tokens: list[_Token], selections: tuple[str, ...], end: int) -> None:
        self._tokens, self._place, self._depth = tokens, 0, 0
        self._selections, self._end = selections, end

    @property
    def here(self) -> _Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def either(self) -> Tree:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ConditionError("is nested too deep", self.here.column if self.here else self._end)
        children = [self._both()]
        while self._take("or"):
            children.append(self._both())
        self._depth -= 1
        return children[0] if len(children) == 1 else Either(tuple(children))

    def _both(self) -> Tree:
        children = [self._negated()]
        while self._take("and"):
            children.append(self._negated())
        return children[0] if len(children) == 1 else Both(tuple(children))

    def _negated(self) -> Tree:
        count = 0
        while self._take("not"):
            count += 1
        tree = self._atom()
        for _ in range(count):
            tree = Not(tree)
        return tree

    def _atom(self) -> Tree:
        token = self.here
        if token is None:
            raise ConditionError("ends too early: a selection is missing", self._end)
        if self._take("("):
            tree = self.either()
            if not self._take(")"):
                raise ConditionError("this bracket is not closed", token.column)
            return tree
        following = self._tokens[self._place + 1] if self._place + 1 < len(self._tokens) else None
        if token.text.lower() in _QUANTITIES and following and following.text.lower() == "of":
            return self._of(token)
        self._place += 1
        if token.text.lower() in _RESERVED or token.text == ")":
            raise ConditionError(f"a selection is missing before «{token.text}»", token.column)
        if not _NAME.fullmatch(token.text):
            raise ConditionError(f"«{token.text}» is no name of a selection", token.column)
        if token.text not in self._selections:
            close = get_close_matches(token.text, self._selections, 1)
            hint = f": did you mean «{close[0]}»?" if close else ""
            raise ConditionError(f"selection «{token.text}» is not defined{hint}", token.column)
        return Named(token.text, token.column)

    def _of(self, quantity: _Token) -> Tree:
        self._place += 2
        pattern = self.here
        if pattern is None:
            raise ConditionError("«of» needs «them» or a pattern like sel_*", self._end)
        self._place += 1
        if not _PATTERN.fullmatch(pattern.text):
            raise ConditionError(f"«{pattern.text}» is no pattern", pattern.column)
        chosen = tuple(name for name in self._selections if _fits(name, pattern.text))
        if not chosen:
            raise ConditionError(f"no selection fits «{pattern.text}»", pattern.column)
        every = quantity.text.lower() == "all"
        return Of(every, chosen, f"{quantity.text} of {pattern.text}", quantity.column)

    def _take(self, word: str) -> bool:
        here = self.here
        if here is None or here.text.lower() != word:
            return False
        self._place += 1
        return True


def _fits(name: str, pattern: str) -> bool:
    """`them` is every selection. Names that begin with _ are left out, unless the pattern does."""
    if name.startswith("_") and not pattern.startswith("_"):
        return False
    return pattern == "them" or fnmatchcase(name, pattern)

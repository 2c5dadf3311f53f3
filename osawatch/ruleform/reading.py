"""A rule's text as a form.

text -> Sheet -> fields, where they stand, and the keys that no field shows
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import yaml

from osawatch.ruleform import condition
from osawatch.ruleform.model import (
    ANY,
    PLAIN,
    TIMES,
    WATCHED,
    Exempt,
    Form,
    Part,
    Read,
    Rest,
    Sample,
    Span,
    Words,
)
from osawatch.ruleform.sheet import Path, Sheet

ORDER = (
    "schema", "id", "title", "status", "level", "description", "guidance", "translations",
    "owner", "author", "falsepositives", "date", "modified", "tags", "references", "related",
    "enabled", "source", "match", "near", "condition", "exceptions", "alert", "notify",
    "inhibited_by", "show", "tests",
)  # fmt: skip
_SHOWN = (*PLAIN, "schema", "falsepositives", "match", "near", "condition", "alert",
          "exceptions", "tests")  # fmt: skip
_OF_WATCHED = ("watchlist", "items", "role", "status", "not_status", "fields")
_OF_WORDS, _OF_LIST = ("any", "fields"), ("list", "fields")


def read(text: str) -> Read:
    """The form of a text; `why` says why there is none."""
    try:
        sheet = Sheet(text, ORDER)
    except yaml.composer.ComposerError:
        return Read(None, why="several")
    except (yaml.YAMLError, RecursionError):
        return Read(None, why="syntax")
    if _doubled(sheet.root):
        return Read(None, why="key")
    if sheet.node(("match",)) is None and sheet.node(("title",)) is None:
        return Read(None, why="no-rule")
    return Reader(sheet).read()


class Reader:
    """Walks over one sheet, and remembers where fields stand and what it passed by."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._rest: list[Rest] = []
        self._spans: dict[str, Span] = {}

    def read(self) -> Read:
        """All of it."""
        plain = {key: self._text((key,), key) for key in PLAIN}
        notes = self._texts(("falsepositives",), "falsepositives")
        self._passed("", (), _SHOWN)
        of, within, other = self._near()
        groups = self._texts(("alert", "group_by"))
        parts = tuple(self._parts())
        uses = condition.uses(said := self._text(("condition",), "condition"), [
            one.name for one in parts
        ])  # fmt: skip
        if uses is None:
            self._rest.append(Rest("", ("condition",)))
        form = Form(
            **plain, falsepositives=notes, condition=said if uses is None else "",
            parts=tuple(
                replace(
                    one, use=(uses or {}).get(one.name, ""), near=one.name in of,
                    group=one.name in groups,
                )
                for one in parts
            ),
            within=within, near_other=other, times=self._times(),
            exceptions=tuple(self._exceptions()), samples=tuple(self._samples()),
        )  # fmt: skip
        return Read(form, tuple(self._rest), self._spans)

    # -- single values

    def _text(self, path: Path, field: str = "") -> str:
        node = self._sheet.node(path)
        if node is None:
            return ""
        if field:
            self._spans[field] = self._span(path)
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self._rest.append(Rest("", (str(path[-1]),)))
        return ""

    def _texts(self, path: Path, field: str = "") -> tuple[str, ...]:
        if field and self._sheet.node(path) is not None:
            self._spans[field] = self._span(path)
        return tuple(one for one in self._sheet.texts(self._sheet.node(path)) if one)

    def _passed(self, of: str, path: Path, shown: tuple[str, ...]) -> None:
        keys = tuple(key for key in _keys(self._sheet.node(path)) if key not in shown)
        if keys:
            self._rest.append(Rest(of, keys))

    def _span(self, path: Path) -> Span:
        entry, node = self._sheet.entry(path), self._sheet.node(path)
        begin = entry[0] if entry else node
        if begin is None or node is None:
            return Span(0, 0, 0, 0)
        start, end = begin.start_mark, self._sheet.end(node)
        before = self._sheet.text[:end]
        line = before.count("\n") + 1
        return Span(start.line + 1, start.column + 1, line, end - before.rfind("\n") + 1)

    def _near(self) -> tuple[tuple[str, ...], str, bool]:
        """What must stand together and how near; whether it is asked otherwise."""
        node = self._sheet.node(("near",))
        if node is None:
            return (), "", False
        if not isinstance(node, yaml.MappingNode):
            self._rest.append(Rest("", ("near",)))
            return (), "", True
        of = self._texts(("near", "of"))
        self._spans["near"] = self._span(("near",))
        self._passed("near", ("near",), ("of", "within"))
        return of, self._text(("near", "within")) if of else "", False

    # -- parts

    def _parts(self) -> Iterator[Part]:
        for name in _keys(self._sheet.node(("match",))):
            path: Path = ("match", name)
            self._spans[f"part:{name}"] = self._span(path)
            if not isinstance(self._sheet.node(path), yaml.MappingNode):
                self._rest.append(Rest(name, ("match",)))
            elif "watchlist" in _keys(self._sheet.node(path)):
                yield self._watched(name, path)
            elif "list" in _keys(self._sheet.node(path)):
                self._passed(name, path, _OF_LIST)
                chosen = tuple(filter(None, [self._text((*path, "list"))]))
                yield Part(name, "list", chosen, title_only=self._title_only(path))
            else:
                self._passed(name, path, _OF_WORDS)
                words = tuple(self._words((*path, "any")))
                yield Part(name, "words", words=words, title_only=self._title_only(path))

    def _watched(self, name: str, path: Path) -> Part:
        self._passed(name, path, _OF_WATCHED)
        kind = self._text((*path, "watchlist"))
        texts = {key: self._texts((*path, key)) for key in ("items", "status", "not_status")}
        return Part(
            name, kind if kind in WATCHED else "goods", texts["items"],
            self._text((*path, "role")), texts["status"], texts["not_status"],
            title_only=self._title_only(path),
        )  # fmt: skip

    def _title_only(self, path: Path) -> bool:
        said = self._texts((*path, "fields"))
        if said and set(said) not in ({"title"}, {"title", "summary"}):
            self._rest.append(Rest(str(path[-1]), ("fields",)))
        return set(said) == {"title"}

    def _words(self, path: Path) -> Iterator[Words]:
        node = self._sheet.node(path)
        if isinstance(node, yaml.MappingNode):
            for language in _keys(node):
                if terms := self._texts((*path, language)):
                    yield Words(language, terms)
        elif node is not None and (terms := self._texts(path)):
            yield Words(ANY, terms)

    # -- times, exceptions, tests

    def _times(self) -> dict[str, str]:
        self._passed("alert", ("alert",), (*TIMES, "group_by"))
        found = {key: self._text(("alert", key), f"times:{key}") for key in TIMES}
        return {key: said for key, said in found.items() if said}

    def _exceptions(self) -> Iterator[Exempt]:
        for at in _items(self._sheet.node(("exceptions",))):
            path: Path = ("exceptions", at)
            self._spans[f"exception:{at}"] = self._span(path)
            name = self._text((*path, "name"))
            self._passed(name, path, ("name", "when", "reason", "until"))
            tests = _keys(self._sheet.node((*path, "when")))
            if tests[1:]:
                self._rest.append(Rest(name, tuple(tests[1:])))
            where, _, how = (tests or ["title|contains"])[0].partition("|")
            values = self._texts((*path, "when", tests[0])) if tests else ()
            reason, until = self._text((*path, "reason")), self._text((*path, "until"))
            yield Exempt(name, where, how or "equals", values, reason, until, at)

    def _samples(self) -> Iterator[Sample]:
        others = 0
        for at in _items(self._sheet.node(("tests",))):
            path: Path = ("tests", at)
            self._spans[f"sample:{at}"] = self._span(path)
            keys, expect = _keys(self._sheet.node(path)), self._sheet.node((*path, "expect"))
            plain = isinstance(expect, yaml.ScalarNode) and expect.value in ("match", "no-match")
            single = isinstance(self._sheet.node((*path, "item")), yaml.MappingNode)
            if not (plain and single) or "items" in keys:
                others += 1
                continue
            name = self._text((*path, "name"))
            self._passed(name, path, ("name", "item", "expect"))
            self._passed(name, (*path, "item"), ("title", "language"))
            title, language = (self._text((*path, "item", key)) for key in ("title", "language"))
            yield Sample(name, title, language, self._text((*path, "expect")) == "match", at)
        if others:
            self._rest.append(Rest("", ("tests",)))


def _keys(node: yaml.Node | None) -> list[str]:
    if not isinstance(node, yaml.MappingNode):
        return []
    return [str(key.value) for key, _ in node.value if isinstance(key, yaml.ScalarNode)]


def _items(node: yaml.Node | None) -> list[int]:
    """The places of a list's mappings."""
    if not isinstance(node, yaml.SequenceNode):
        return []
    return [n for n, one in enumerate(node.value) if isinstance(one, yaml.MappingNode)]


def _doubled(node: yaml.Node) -> bool:
    """Whether a key stands twice in a mapping, or is no text: then no field says what it shows."""
    if isinstance(node, yaml.SequenceNode):
        return any(map(_doubled, node.value))
    if not isinstance(node, yaml.MappingNode):
        return False
    keys = _keys(node)
    odd = len(set(keys)) < len(node.value)
    return odd or any(_doubled(value) for _key, value in node.value)

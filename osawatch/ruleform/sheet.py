"""A YAML text that is changed node by node: what is not changed keeps every byte.

    text -> nodes with the places they take -> one node's place is written anew -> text
Remarks, order, quotes and keys that nobody names stay as they were. A remark at the end of a line
goes with the key or item whose line it is when that is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import yaml

from osawatch.ruleform import scalars
from osawatch.ruleform.scalars import Value

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Path = tuple[str | int, ...]
Entry = tuple[yaml.Node, yaml.Node]


class Sheet:
    """One document, a mapping. Raises yaml.YAMLError when the text is none."""

    def __init__(self, text: str, order: Sequence[str] = ()) -> None:
        self._order = {key: rank for rank, key in enumerate(order)}
        self.text, self.root = text, _composed(text)

    def node(self, path: Path) -> yaml.Node | None:
        """The node at a path, None where there is none."""
        found: yaml.Node | None = self.root
        for step in path:
            found = _child(found, step)
        return found

    def entry(self, path: Path) -> Entry | None:
        """Key and value at a path that ends in a key."""
        parent = self.node(path[:-1])
        if not isinstance(parent, yaml.MappingNode):
            return None
        return next(((key, value) for key, value in parent.value if key.value == path[-1]), None)

    def raw(self, node: yaml.Node) -> str:
        """A node as it is written."""
        return self.text[node.start_mark.index : self.end(node)]

    def end(self, node: yaml.Node) -> int:
        """Where a node's own text ends: PyYAML counts what follows a block to it."""
        if isinstance(node, yaml.ScalarNode):
            at: int = node.end_mark.index
            if node.style in ("|", ">"):
                return node.start_mark.index + len(
                    self.text[node.start_mark.index : at].rstrip("\r\n ")
                )
            return at
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._entry_end(last) if isinstance(last, tuple) else self.end(last)

    # -- changing

    def put(self, path: Path, value: Value) -> None:
        """Another value at a path; keys on the way to it are made."""
        node = self.node(path)
        if node is None:
            self._add(path, value)
        elif isinstance(value, str):
            self._say(node, value)
        elif isinstance(value, Mapping) or not isinstance(node, yaml.SequenceNode) or not value:
            self._over(node, scalars.flow(value))
        else:
            self._list(path, [one for one in value if isinstance(one, str)])

    def rename(self, path: Path, key: str) -> None:
        """Another key for what stands at a path."""
        if found := self.entry(path):
            self._say(found[0], key)

    def append(self, path: Path, value: Mapping[str, Value]) -> None:
        """One more item at the end of a list of mappings."""
        node = self.node(path)
        if isinstance(node, yaml.SequenceNode) and node.value:
            self._insert(node, len(node.value), value)
        elif node is not None:
            self._over(node, scalars.flow([value]))
        else:
            self._add(path, [value])

    def drop(self, path: Path) -> None:
        """Takes a key or an item away; what would be left empty goes with it."""
        parent, node = self.node(path[:-1]), self.node(path)
        if not isinstance(parent, yaml.CollectionNode) or node is None:
            return
        if len(parent.value) == 1 and len(path) > 1:
            self.drop(path[:-1])
            return
        if isinstance(parent, yaml.SequenceNode):
            at = list(parent.value).index(node)
            begins = [one.start_mark.index for one in parent.value]
            ends = [self.end(one) for one in parent.value]
        else:
            at = next(n for n, (_key, value) in enumerate(parent.value) if value is node)
            begins = [key.start_mark.index for key, _value in parent.value]
            ends = [self._entry_end(one) for one in parent.value]
        if parent.flow_style:
            self._cut_flow(at, begins, ends)
        else:
            self._cut_block(parent, at, begins, ends)

    # -- writing over

    def _splice(self, start: int, end: int, said: str) -> None:
        self.text = self.text[:start] + said + self.text[end:]
        self.root = _composed(self.text)

    def _over(self, node: yaml.Node, said: str) -> None:
        start, end = node.start_mark.index, self.end(node)
        gap = "" if start == 0 or self.text[start - 1] in " \n[{" else " "
        self._splice(start, end, gap + said)

    def _say(self, node: yaml.Node, text: str) -> None:
        """A scalar anew, in the quotes it had."""
        style = (getattr(node, "style", "") or "") if node.value else ""
        inside = self._in_flow(node)
        said = None
        stop = self.end(node)
        behind = self.text[stop : self.text.find("\n", stop) % (len(self.text) + 1)]
        if not inside and "\n" in text and not behind.strip():  # a remark would become text
            said = scalars.literal(text, self._indent(node) + 2)
        self._over(node, said or scalars.scalar(text, flow=inside, style=style))

    def _in_flow(self, node: yaml.Node) -> bool:
        return any(one.flow_style and one is not node for one in _around(self.root, node))

    def _indent(self, node: yaml.Node) -> int:
        inner = [one for one in _around(self.root, node) if one is not node]
        return _column(inner[-1]) if inner else 0

    # -- adding

    def _add(self, path: Path, value: Value) -> None:
        cut = len(path)
        while cut and self.node(path[:cut]) is None:
            cut -= 1
        above = self.node(path[:cut])
        for step in reversed(path[cut + 1 :]):
            value = {str(step): value}
        if not isinstance(above, yaml.MappingNode):  # an empty value or a wrong one
            made: Value = {str(path[cut]): value}
            if above is not None:
                self._over(above, scalars.flow(made))
            return
        self._key(above, str(path[cut]), value)

    def _key(self, above: yaml.MappingNode, key: str, value: Value) -> None:
        if above.flow_style or not above.value:
            said = f"{scalars.scalar(key, flow=True)}: {scalars.flow(value)}"
            if above.value:
                at = self._entry_end(above.value[-1])
                self._splice(at, at, f", {said}")
            else:
                self._over(above, "{" + said + "}")
            return
        column = above.value[0][0].start_mark.column
        said = f"{scalars.scalar(key, flow=False)}:{scalars.block(value, column + 2)}"
        self._line_after(self._entry_end(self._before(above, key)), " " * column + said)

    def _before(self, above: yaml.MappingNode, key: str) -> Entry:
        """The entry that a new key follows: by the order of a rule file at its root, else last."""
        entries: list[Entry] = above.value
        if above is not self.root or key not in self._order:
            return entries[-1]
        rank = self._order[key]
        known = [one for one in entries if self._order.get(one[0].value, rank) < rank]
        return known[-1] if known else entries[-1]

    def _line_after(self, at: int, said: str) -> None:
        stop = self.text.find("\n", at)
        if stop < 0:
            self._splice(len(self.text), len(self.text), f"\n{said}\n")
        else:
            self._splice(stop + 1, stop + 1, f"{said}\n")

    def _insert(self, node: yaml.SequenceNode, at: int, value: Value) -> None:
        items: list[yaml.Node] = node.value
        if node.flow_style:
            said = scalars.flow(value)
            if at < len(items):
                start = items[at].start_mark.index
                self._splice(start, start, f"{said}, ")
            else:
                end = self.end(items[-1])
                self._splice(end, end, f", {said}")
            return
        column = node.start_mark.column
        said = " " * column + "- " + scalars.item(value, column + 2)
        if at:
            self._line_after(self.end(items[at - 1]), said)
        else:
            start = self._line_start(node.start_mark.index)
            self._splice(start, start, said + "\n")

    # -- lists of texts

    def texts(self, node: yaml.Node | None) -> list[str]:
        """A list of texts; an item that is none, as it is written; one text is a list of one."""
        if isinstance(node, yaml.SequenceNode):
            return [
                one.value if isinstance(one, yaml.ScalarNode) else self.raw(one)
                for one in node.value
            ]
        return [node.value] if isinstance(node, yaml.ScalarNode) and node.value else []

    def _list(self, path: Path, new: list[str]) -> None:
        """Only the items that differ."""
        old = self.texts(self.node(path))
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        for what, i, end, j, stop in reversed(steps):
            if what == "equal":
                continue
            both = min(end - i, stop - j)
            for n in reversed(range(j + both, stop)):
                self._insert_at(path, i + both, new[n])
            for n in range(both):
                self.put((*path, i + n), new[j + n])
            for n in reversed(range(i + both, end)):
                self.drop((*path, n))

    def _insert_at(self, path: Path, at: int, text: str) -> None:
        node = self.node(path)
        if isinstance(node, yaml.SequenceNode):
            if node.value:
                self._insert(node, at, text)
            else:
                self._over(node, scalars.flow([text]))

    # -- taking away

    def _cut_flow(self, at: int, begins: list[int], ends: list[int]) -> None:
        if at + 1 < len(begins):
            comma = self._find(",", ends[at], begins[at + 1])
            stop = comma + 1
            while self.text[stop : stop + 1] == " ":
                stop += 1
            between = self.text[ends[at] : comma]  # a remark there stays
            self._splice(begins[at], stop, between if between.strip() else "")
            return
        if at == 0:
            self._splice(begins[0], ends[0], "")
            return
        comma = self._find(",", ends[at - 1], begins[at])
        between = self.text[comma + 1 : begins[at]]
        self._splice(comma, ends[at], between if between.strip() else "")

    def _cut_block(
        self, parent: yaml.CollectionNode, at: int, begins: list[int], ends: list[int]
    ) -> None:
        begin = begins[at]
        if isinstance(parent, yaml.SequenceNode):
            since = ends[at - 1] if at else parent.start_mark.index
            begin = self._find("-", since, begin)
        start = self._line_start(begin)
        if self.text[start:begin].strip():  # the first key behind the dash of an item
            rest = self.text[ends[at] : begins[at + 1]]
            stop = begins[at + 1] if not rest.strip() else ends[at]
            self._splice(begin, stop, "")
            return
        stop = self.text.find("\n", ends[at])
        self._splice(start, len(self.text) if stop < 0 else stop + 1, "")

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _find(self, sign: str, start: int, stop: int) -> int:
        """A sign between two nodes, not one in a remark."""
        at = start
        while at < stop:
            if self.text[at] == "#":
                at = self.text.find("\n", at, stop)
                if at < 0:
                    break
            elif self.text[at] == sign:
                return at
            at += 1
        raise yaml.YAMLError(f"no «{sign}» where one must be")

    def _entry_end(self, entry: Entry) -> int:
        return max(self.end(entry[1]), int(entry[0].end_mark.index))


def _composed(text: str) -> yaml.MappingNode:
    root: Any = yaml.compose(text, Loader=_LOADER)
    if not isinstance(root, yaml.MappingNode):
        raise yaml.YAMLError("holds no «name: value» pairs")
    return root


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


def _around(root: yaml.Node, node: yaml.Node) -> list[yaml.CollectionNode]:
    """The collections that hold a node, the outermost first; it too, if it is one."""
    if root is node:
        return [root] if isinstance(root, yaml.CollectionNode) else []
    if not isinstance(root, yaml.CollectionNode):
        return []
    for one in root.value:
        for child in one if isinstance(one, tuple) else (one,):
            if child is node:
                own = [child] if isinstance(child, yaml.CollectionNode) else []
                return [root, *own]
            if inner := _around(child, node):
                return [root, *inner]
    return []


def _column(node: yaml.CollectionNode) -> int:
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return int(node.value[0][0].start_mark.column)
    return int(node.start_mark.column)

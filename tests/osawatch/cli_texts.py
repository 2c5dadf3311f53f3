"""What the command line says to people, found in its code: a test asks all of it in Dutch.

source files -> syntax trees -> templates with numbered holes, as `osawatch.cli.tongue` has them
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType

from osawatch.cli.out import Column

ROOT = Path(__file__).parents[2]
CLI = [*sorted((ROOT / "osawatch/cli").glob("*.py")), ROOT / "ui/cli.py", ROOT / "ui/options.py"]
ROOMS = ("osawatch", "feeds", "rules")
# Calls whose texts are for no person: types, patterns, files for other programs.
NOT_SHOWN = {"UnknownId", "cast", "compile", "write", "import_module", "Element", "SubElement"}
NOT_SHOWN |= {"text", "public.text", "sub", "casefold", "with_name"}
FINDING = ("doctor.py", "settings.py", "upkeep.py", "store/check.py", "safekeeping/repair.py")
FINDING += ("bundle/exchange.py",)
SHOWN_BARE = frozenset(["help", "title", "description", "none"])
HEADS = frozenset(["column", "Column"])
ERRORS = re.compile(r"(BadInput|\w*Error|\w*Refused|HubDown|__init__|Locked|ArgumentTypeError)\Z")


def template(node: ast.AST) -> str | None:
    """The text of a constant or an f-string, its values as {0}, {1}...; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _doubled(node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    words, number = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            words += _doubled(part.value)
        else:
            words, number = f"{words}{{{number}}}", number + 1
    return words


def _doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def said() -> dict[str, str]:
    """Of the command line itself: text -> file:line."""
    found: dict[str, str] = {}
    for path in CLI:
        if path.name == "tongue.py":  # it holds the words of a file's form
            continue
        for words, line in _of(ast.parse(path.read_text("utf-8"))):
            found.setdefault(words, f"{path.name}:{line}")
    return found


def _of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    quiet = _quiet(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        words = template(node) if node not in quiet else None
        if words and is_sentence(words):
            yield words.strip("\n") if words.endswith("\n") else words, getattr(node, "lineno", 0)


def _quiet(tree: ast.Module) -> set[ast.AST]:
    """Parts that nobody reads: docstrings, parts of f-strings, patterns, and what `say` has."""
    quiet: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            quiet.add(node.value)
        if isinstance(node, ast.JoinedStr):
            quiet |= set(ast.walk(node)) - {node}
        if isinstance(node, ast.Call) and _name(node) in NOT_SHOWN | {"say"}:
            quiet |= {one for part in node.args for one in ast.walk(part)}
    return quiet


def _of_call(node: ast.Call) -> Iterator[tuple[str, int]]:
    name = _name(node)
    first = template(node.args[0]) if node.args else None
    if first and name == "say":  # a template already
        yield ast.literal_eval(node.args[0]), node.lineno
    if first and name in HEADS and re.search("[a-z]", first):
        yield first, node.lineno
    if name == "map" and len(node.args) == 2 and "column" in ast.unparse(node.args[0]):
        names = node.args[1]
        yield from ((one, node.lineno) for one in _texts(names))
    for one in node.keywords:
        words = template(one.value)
        if one.arg in SHOWN_BARE and words:
            yield words, node.lineno


def _texts(node: ast.AST) -> list[str]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]


def is_sentence(words: str) -> bool:
    """Two words or more, one of them a word of a language. Formats and markup are none."""
    bare = re.sub(r"\{\d+\}", " ", words)
    return " " in bare.strip() and bool(re.search(r"(?<![%\\\w])[a-zA-Z][a-z]{2,}", bare))


def _name(node: ast.Call) -> str:
    return ast.unparse(node.func).rsplit(".", 1)[-1]


def raised() -> dict[str, str]:
    """Messages of errors that deeper rooms raise for people: text -> file:line."""
    found: dict[str, str] = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if path in CLI:
                continue
            tree = ast.parse(path.read_text("utf-8"))
            for words, line in _raised(tree):
                found.setdefault(words, f"{path.relative_to(ROOT)}:{line}")
    return found


def _raised(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        named = {
            target.id: one.value
            for one in ast.walk(function)
            if isinstance(one, ast.Assign)
            for target in one.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ERRORS.match(_name(node)):
                for part in node.args[:2]:
                    given = named.get(part.id, part) if isinstance(part, ast.Name) else part
                    words = template(given)
                    if words and is_sentence(words):
                        yield words, node.lineno


def found() -> dict[str, str]:
    """What `doctor` finds and mends: every sentence of the files that find it."""
    told: dict[str, str] = {}
    for name in FINDING:
        tree = ast.parse((ROOT / "osawatch" / name).read_text("utf-8"))
        quiet = _quiet(tree)
        for node in ast.walk(tree):
            words = template(node) if node not in quiet else None
            if words and is_sentence(words) and not re.search(r"[A-Z]{4} |%s", words):
                told.setdefault(words, f"osawatch/{name}:{getattr(node, 'lineno', 0)}")
    return told


# Of `rules explain`: what a part says of near words is the language of the rule file.
NEARBY = "{0} within {1} {2}"


def explained() -> dict[str, str]:
    """What `rules explain` says of each step: every sentence of the files that decide it."""
    told: dict[str, str] = {}
    for name in ("explain.py", "why.py"):
        tree = ast.parse((ROOT / "rules" / name).read_text("utf-8"))
        quiet = _quiet(tree)
        for node in ast.walk(tree):
            words = template(node) if node not in quiet else None
            if words and is_sentence(words) and words not in (NEARBY, " and "):
                told.setdefault(words, f"rules/{name}:{getattr(node, 'lineno', 0)}")
    return told


# Rooms of rules whose functions give a finding its words in other ways than in the call itself.
GIVING = {"openness.py": "refused", "yamlnodes.py": "_said", "reading.py": "did_you_mean"}


def findings() -> dict[str, str]:
    """What `rules check` finds: the messages given to Findings.error, .warn and .note."""
    told = {"{0} (the file's last good version goes on)": "osawatch/lastgood.py:83"}
    for path in sorted((ROOT / "rules").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for words, line in _found(tree, GIVING.get(path.name, "")):
            if is_sentence(words):
                told.setdefault(words, f"rules/{path.name}:{line}")
        for one in _seconds(_assigned(tree.body), SECONDS):
            told.setdefault(one.value, f"rules/{path.name}:{one.lineno}")
    return told


def _found(tree: ast.Module, giving: str) -> Iterator[tuple[str, int]]:
    top = _assigned(tree.body)
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        named = top | _assigned(ast.walk(function))
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and len(node.args) == 3 and _name(node) in FINDS:
                yield from ((one, node.lineno) for one in _values(node.args[2], named))
        if function.name == giving:
            inner = _quiet(ast.Module([function], []))
            for node in ast.walk(function):
                words = template(node) if node not in inner else None
                if words:
                    yield words, getattr(node, "lineno", 0)


# Pairs of a sign and what is said of it: a fault that YAML's reader names, a text that is a trap.
SECONDS = ("_HINTS", "_TRAPS")


def _seconds(top: dict[str, list[ast.AST]], names: Sequence[str]) -> Iterator[ast.Constant]:
    for held in (one for name in names for one in top.get(name, [])):
        for pair in getattr(held, "elts", []):
            if isinstance(pair, ast.Tuple) and isinstance(pair.elts[1], ast.Constant):
                yield pair.elts[1]


FINDS = ("error", "warn", "note")


def _assigned(nodes: Iterable[ast.AST]) -> dict[str, list[ast.AST]]:
    found: dict[str, list[ast.AST]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return found


def _values(node: ast.AST, named: dict[str, list[ast.AST]]) -> Iterator[str]:
    """The templates a message may be; names in it that hold a sentence of ours count as well."""
    if isinstance(node, ast.Name):
        for one in named.get(node.id, []):
            yield from _values(one, {})
    elif isinstance(node, ast.IfExp):
        yield from _values(node.body, named)
        yield from _values(node.orelse, named)
    elif words := template(node):
        yield words
        for inner in ast.walk(node) if isinstance(node, ast.JoinedStr) else ():
            if isinstance(inner, ast.Name):
                yield from _values(inner, named)


def heads(module: ModuleType) -> Iterator[str]:
    """Heads of the tables that a module of the command line declares, however they are made."""
    for value in vars(module).values():
        yield from _heads(value)


def _heads(value: object) -> Iterator[str]:
    if isinstance(value, Column) and re.search("[a-z]", value.head):
        yield value.head
    for one in value if isinstance(value, tuple | list) else ():
        yield from _heads(one)


def kinds() -> dict[str, str]:
    """What an id may be unknown of: the first word that is given to UnknownId."""
    return {
        node.args[0].value: f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in _rooms()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and _name(node) == "UnknownId"
        and isinstance(node.args[0], ast.Constant)
    }


# Rooms that say why nothing was asked or found, as a constant or as what a function gives back.
SAYING = ("osawatch/policy", "feeds/guard.py", "feeds/online.py", "feeds/fetch.py")
CODE = re.compile(r"[A-Z]{4} |[a-z]+/|\A[\w\[(*]+[|=]|%s")


def reasons() -> dict[str, str]:
    """Sentences that a room holds as a constant or gives back: why the network is shut."""
    told: dict[str, str] = {}
    for path, tree in _rooms():
        if not str(path.relative_to(ROOT)).startswith(SAYING):
            continue
        given = [one.value for one in ast.walk(tree) if isinstance(one, ast.Return) and one.value]
        given += [one.value for one in tree.body if isinstance(one, ast.Assign)]
        for node in given:
            for words in _values(node, {}):
                if is_sentence(words) and not CODE.search(words):
                    told.setdefault(words, f"{path.relative_to(ROOT)}:{node.lineno}")
    return told


def screened() -> dict[str, str]:
    """How a name on a list was met: every kind of likeness that the screener knows."""
    from osawatch.screening import why

    return dict.fromkeys(why._RELATIONS.values(), "osawatch/screening/why.py")


def problems() -> dict[str, str]:
    """What is wrong with a document: the texts that readers give to Problem and to notes."""
    told: dict[str, str] = {}
    for path in sorted((ROOT / "feeds").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and function.name != "_problem":
                for words in _noted(function):
                    told.setdefault(words, f"{path.relative_to(ROOT)}:{function.lineno}")
    return told


def _noted(function: ast.FunctionDef) -> Iterator[str]:
    named = _assigned(ast.walk(function))
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and _name(node) in ("Problem", "note", "_refused"):
            for given in node.args[:2]:
                part = given.value if isinstance(given, ast.Subscript) else given
                if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
                    part = part.func.value
                yield from (one for one in _values(part, named) if is_sentence(one))


def _rooms() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))

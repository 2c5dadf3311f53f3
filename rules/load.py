"""Read a pack: the watchlist first, then the rules that speak of it, then local overrides.

    files -> documents -> watchlist entries | rules -> overrides -> Pack

All mistakes are collected; an entry or a rule with an error is left out alone. What a given
watchlist does not define (countries, status words, …) comes from the shipped pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from rules import cldr, entries, excluding, overrides, schema, wording
from rules.excluding import Exclusion
from rules.lexicon import NAMES_IN
from rules.model import Finding
from rules.pause import no_collection
from rules.rule import Rule
from rules.watchlist import Country, Watchlist
from rules.yamlnodes import Findings, Mapping, Node, read

SHIPPED = Path(__file__).parent / "packs" / "osa"
EDITORS = Path(__file__).parent / "osawatch-rule.schema.json"  # completes rules in editors
_RULE_KEYS = frozenset(["match", "condition", "level", "alert", "tests", "exceptions", "guidance"])
_PARTS = (
    "goods", "countries", "measures", "companies", "groups", "status", "negation", "context",
    "masks", "lists",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a matcher needs. `findings` holds every mistake, also of what was left out."""

    rules: tuple[Rule, ...]
    watchlist: Watchlist
    findings: tuple[Finding, ...] = ()
    files: tuple[Path, ...] = ()
    excluded: tuple[Exclusion, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something was left out because of an error."""
        return any(finding.level == "error" for finding in self.findings)


def load(
    rules: Sequence[Path] = (), watchlist: Sequence[Path] = (), local: Path | None = None
) -> Pack:
    """The pack of these files and folders; with neither, the shipped one."""
    with no_collection():
        return _load(rules, watchlist, local)


def _kept(file: Path, findings: Findings) -> tuple[Node, ...]:
    """The documents of a shipped rule file, read once: reading holds the interpreter's lock."""
    try:
        state = file.stat()
    except OSError:
        return tuple(read(file, findings))  # which says why
    nodes, found = _documents(file, state.st_mtime_ns, state.st_size)
    findings.found.extend(found)
    return nodes


@lru_cache(maxsize=32)
def _documents(
    file: Path, _changed: int, _size: int
) -> tuple[tuple[Node, ...], tuple[Finding, ...]]:
    findings = Findings()
    return tuple(read(file, findings)), tuple(findings.found)


def beside(
    rules: Sequence[Path], watchlist: Sequence[Path], local: Path | None, base: Pack
) -> Pack:
    """The pack of these files and the shipped one, whose watchlist is loaded already (`base`).

    As `load` with the shipped files last, in a third of the time, and without reading a large
    file in one go, which would keep a window waiting. Rules are read: they name the watchlist.
    """
    with no_collection():
        findings, watched = Findings(), Watchlist()
        given = tuple(file for path in (*watchlist, *rules) for file in yaml_files(path))
        documents = [node for file in given for node in read(file, findings)]
        documents += [
            node for file in yaml_files(SHIPPED / "rules") for node in _kept(file, findings)
        ]
        for node in documents:
            if not is_rule(node):
                entries.add(watched, node, findings)
        entries.add_all(watched, base.watchlist)
        wording.settle(watched, findings)
        name_countries(watched)
        found = _rules(documents, watched, findings)
        if local is not None and local.exists():
            found = overrides.apply(local, found, findings)
        excluded = _excluded(local, findings)
        every = tuple(dict.fromkeys((*given, *base.files)))
        return Pack(tuple(found), watched, tuple(findings.found), every, excluded)


def _load(rules: Sequence[Path], watchlist: Sequence[Path], local: Path | None) -> Pack:
    findings = Findings()
    sources = _sources(rules, watchlist)
    files = tuple(file for source in sources for file in yaml_files(source))
    documents = [node for file in files for node in read(file, findings)]
    given = {str(file) for source in (*rules, *watchlist) for file in yaml_files(source)}
    watched = Watchlist()
    for node in documents:
        if not is_rule(node):
            entries.add(watched, node, findings)
    if SHIPPED not in sources:
        _fill_up(watched)
    wording.settle(watched, findings)
    name_countries(watched)
    found = _rules(documents, watched, findings)
    if local is not None and local.exists():
        found = overrides.apply(local, found, findings)
    excluded = _excluded(local, findings)
    # what shipped rules miss in a given watchlist is nobody's mistake
    told = (
        one for one in findings.found if not given or one.file in given or one.file == str(local)
    )
    return Pack(tuple(found), watched, tuple(told), files, excluded)


def _excluded(local: Path | None, findings: Findings) -> tuple[Exclusion, ...]:
    return excluding.read_file(local, findings) if local is not None and local.exists() else ()


def rules_of(paths: Sequence[Path], watchlist: Watchlist, local: Path | None = None) -> Pack:
    """The rules of these files alone, read against a watchlist that is there already.

    Local overrides of these rules are applied; what is said of others is passed over.
    """
    findings, unsaid = Findings(), Findings()
    files = tuple(file for path in paths for file in yaml_files(path))
    documents = [node for file in files for node in read(file, findings)]
    found = _rules(documents, watchlist, findings)
    if local is not None and local.exists():
        found = overrides.apply(local, found, unsaid)
    return Pack(tuple(found), watchlist, tuple(findings.found), files)


def yaml_files(path: Path) -> list[Path]:
    """A file itself, or all YAML files under a folder, in order; hidden ones are passed over."""
    if not path.is_dir():
        return [path]
    return sorted(
        one
        for one in path.rglob("*.y*ml")
        if one.suffix in (".yaml", ".yml")
        and not any(part.startswith(".") for part in one.relative_to(path).parts)
        and one.is_file()
    )


def is_rule(node: Node) -> bool:
    """Whether a document is a rule rather than a part of a watchlist."""
    return isinstance(node, Mapping) and not _RULE_KEYS.isdisjoint(node.entries)


def name_countries(watchlist: Watchlist) -> None:
    """Give every country of CLDR its names, also those the pack says nothing about."""
    codes = set(cldr.names("en")) | set(watchlist.countries)
    for code in sorted(codes):
        names = {
            language: spelled[0]
            for language in NAMES_IN
            if (spelled := cldr.names(language).get(code))
        }
        known = watchlist.countries.get(code, Country(code, {}))
        watchlist.countries[code] = replace(known, names=names)


def _sources(rules: Sequence[Path], watchlist: Sequence[Path]) -> list[Path]:
    if not rules and not watchlist:
        return [SHIPPED]
    given = [*watchlist, *rules]
    if not rules:
        given.append(SHIPPED / "rules")
    return list(dict.fromkeys(given))


def _fill_up(watched: Watchlist) -> None:
    """Take from the shipped pack the parts that the given files say nothing about."""
    for part in _PARTS:
        if not getattr(watched, part):
            setattr(watched, part, dict(getattr(_shipped(), part)))


@cache
def _shipped() -> Watchlist:
    watched, quiet = Watchlist(), Findings()
    for file in yaml_files(SHIPPED):
        if file.parent.name != "rules":
            for node in read(file, quiet):
                entries.add(watched, node, quiet)
    wording.settle(watched, quiet)
    return watched


def _rules(documents: Iterable[Node], watchlist: Watchlist, findings: Findings) -> list[Rule]:
    found: dict[str, Rule] = {}
    for node in documents:
        if not is_rule(node):
            continue
        rule = schema.read(node, watchlist, findings)
        if rule is None:
            continue
        first = found.get(rule.id)
        if first is not None:
            findings.error(
                rule.at("id"),
                "duplicate-id",
                f"rule «{rule.id}» stands already in {first.file}:{first.line}",
            )
            continue
        found[rule.id] = rule
    return list(found.values())

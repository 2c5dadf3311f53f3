"""Lint of rule files and watchlists: what loads but is likely not meant.

Errors of reading (`syntax`, `duplicate-key`, `unknown-key`, `unknown-selection`, ...) come with
them. `lints.LINTS` says what each code means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from rules import conditions, entries, openness, testing, traps
from rules.fold import fold, has_unspaced
from rules.load import Pack, is_rule, load, yaml_files
from rules.model import Finding
from rules.reading import did_you_mean, flat
from rules.rule import Rule, Selection
from rules.terms import ANY, Term, Terms
from rules.watchlist import Watchlist
from rules.yamlnodes import Findings, Mapping, read

LOCAL = "rules.local.yaml"  # changes rules of the other files, or shipped ones
SHORTEST = 3  # letters
SHOWN = ("publisher", "published", "source", "kind", "language", "title", "url", "level")


def check(paths: Sequence[Path], today: date | None = None) -> list[Finding]:
    """All findings on these files, by file and line. A path may hold rules, watchlists or both."""
    if not paths:
        return lint(load(), today)
    files = list(dict.fromkeys(file for path in paths for file in yaml_files(path)))
    local = next((file for file in files if file.name == LOCAL), None)
    pack = load(rules=[file for file in files if file.name != LOCAL], local=local)
    given = set(map(str, files))
    found = Findings([one for one in lint(pack, today) if one.file in given])
    for file in files:
        if file.name != LOCAL:
            _document(file, found)
    return _sorted(found)


def lint(pack: Pack, today: date | None = None) -> list[Finding]:
    """The findings of reading and of linting."""
    findings = Findings(list(pack.findings))
    ids = {rule.id for rule in pack.rules}
    files = {str(file) for file in pack.files}
    for rule in pack.rules:
        _rule(rule, ids, pack.watchlist, findings, today or datetime.now(tz=UTC).date())
    _excluded(pack, findings, today or datetime.now(tz=UTC).date())
    _watchlist(pack.watchlist, files, findings)
    return _sorted(findings)


def _sorted(findings: Findings) -> list[Finding]:
    return sorted(findings.found, key=lambda one: (one.file, one.line, one.column, one.code))


def _document(file: Path, findings: Findings) -> None:
    """What only the plain document shows."""
    for node in read(file, Findings()):
        known = is_rule(node) or (isinstance(node, Mapping) and entries.known(node))
        if known:
            traps.find(node, findings)
        elif isinstance(node, Mapping) and not entries.data(node):
            findings.warn(
                node.place, "nothing-read",
                "is neither a rule (id, title, level, match, condition) nor a watchlist",
            )  # fmt: skip


def _rule(rule: Rule, ids: set[str], watchlist: Watchlist, findings: Findings, today: date) -> None:
    key = rule.id
    _selections(rule, watchlist, findings)
    _tests(rule, findings)
    for one in rule.exceptions:
        if one.until and one.until < today:
            findings.warn(
                one.place, "expired-exception", f"{key}: exception «{one.name}» ended {one.until}"
            )
    for other in rule.inhibited_by:
        if other.rule not in ids:
            hint = did_you_mean(other.rule, ids)
            told = f"{key}: there is no rule «{other.rule}» in these files{hint}"
            findings.warn(other.place, "unknown-rule", told)
    if not rule.guidance:
        told = f"{key}: say in «guidance» what the officer does next"
        findings.note(rule.at("id"), "no-guidance", told)


def _excluded(pack: Pack, findings: Findings, today: date) -> None:
    for one in pack.excluded:
        if one.until < today:
            findings.warn(
                one.place, "expired-exception", f"exclusion «{one.name}» ended {one.until}"
            )
        for good in one.goods:
            if good not in pack.watchlist.goods:
                hint = did_you_mean(good, pack.watchlist.goods)
                findings.warn(one.place, "unknown-id", f"there is no good «{good}»{hint}")


def _tests(rule: Rule, findings: Findings) -> None:
    if not any(testing.positive(test) for test in rule.tests):
        findings.warn(rule.at("tests"), "no-positive-test", f"{rule.id}: no test expects a match")
    if not any(testing.negative(test) for test in rule.tests):
        findings.warn(rule.at("tests"), "no-negative-test", f"{rule.id}: no test expects no match")
    names = [test.name for test in rule.tests]
    for number, test in enumerate(rule.tests):
        if test.name in names[:number]:
            told = f"{rule.id}: a test «{test.name}» stands above already"
            findings.warn(test.place, "duplicate-test", told)


def _selections(rule: Rule, watchlist: Watchlist, findings: Findings) -> None:
    used = {*conditions.names(rule.tree), *rule.alert.group_by, *rule.show, rule.alert.field}
    used |= {name for near in rule.near for name in near.of}
    for selection in rule.selections:
        if selection.name not in used:
            findings.warn(
                rule.at(f"match.{selection.name}"),
                "unused-selection",
                f"selection «{selection.name}» is used nowhere",
            )
        _languages(rule, selection, watchlist, findings)
        for part in (selection.any_terms, selection.all_terms):
            _terms(flat(part), findings, read=True)
    known = {*SHOWN, *(one.name for one in rule.selections)}
    for name in rule.show:
        if name not in known:
            findings.warn(
                rule.at("show"), "unknown-selection",
                f"show: «{name}» is no selection and none of {', '.join(SHOWN)}",
            )  # fmt: skip


def _languages(rule: Rule, selection: Selection, watchlist: Watchlist, findings: Findings) -> None:
    terms: Terms = selection.any_terms or selection.all_terms
    terms = terms or watchlist.lists.get(selection.list_name, {})
    if not terms or ANY in terms or selection.regexes:
        return
    for language in rule.source.languages:
        if language not in terms and language[:2] not in {one[:2] for one in terms}:
            findings.warn(
                selection.place, "language-without-terms",
                f"«{selection.name}» has no terms in {language}, which the rule lists",
            )  # fmt: skip


def _watchlist(watchlist: Watchlist, files: set[str], findings: Findings) -> None:
    """The entries of these files."""
    for measure in watchlist.measures.values():
        if measure.place.file in files:
            _terms(flat(measure.terms), findings)
    for good in watchlist.goods.values():
        if good.place.file in files:
            _terms(flat(good.terms), findings)
            if not good.terms and not good.weak:
                findings.warn(good.place, "no-terms", f"good «{good.id}» has no terms")
    _members(watchlist, files, findings)


def _members(watchlist: Watchlist, files: set[str], findings: Findings) -> None:
    """What companies and groups speak of."""
    for company in watchlist.companies.values():
        unknown = [good for good in company.goods if good not in watchlist.goods]
        if unknown and company.place.file in files:
            findings.warn(
                company.place, "unknown-id", f"company «{company.id}»: no good «{unknown[0]}»"
            )
    for key, members in watchlist.groups.items():
        place = watchlist.places.get(f"groups.{key}")
        if place is not None and place.file in files and not members:
            findings.warn(place, "empty-group", f"group «{key}» has no members")


def _terms(terms: Iterable[Term], findings: Findings, *, read: bool = False) -> None:
    """`read`: the reader has refused those that are too short, as it does in rules."""
    for term in terms:
        if term.match in ("prefix", "infix", "suffix"):
            _open(term, findings, read=read)
            continue
        letters = fold(term.text).replace(" ", "")
        if has_unspaced(letters) or "\uac00" <= letters[:1] <= "\ud7a3":
            continue
        if len(letters) < SHORTEST and term.match != "word" and not _strict(term):
            findings.warn(
                term.place, "short-term",
                f"«{term.text}» has fewer than {SHORTEST} letters: write "
                f"{{text: {term.text}, match: word}} if you mean the whole word",
            )  # fmt: skip


def _open(term: Term, findings: Findings, *, read: bool) -> None:
    if openness.letters(term) == openness.DOUBTFUL:
        told = f"«{term.text}» is short for a {term.match}: check what it hits"
        findings.warn(term.place, "short-term", told)
    elif not read and (told := openness.refused(term)):
        findings.error(term.place, "short-term", told)


def _strict(term: Term) -> bool:
    if term.case in ("exact", "upper-first"):
        return True
    bare = term.text.replace(".", "")
    return bare.isupper() or (not bare[1:].islower() and bare[1:] != bare[1:].lower())

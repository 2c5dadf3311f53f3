"""Lint of rule files and watchlists: what loads but is likely not meant.

| code | says |
|---|---|
| `unused-selection` | a selection that neither condition, near nor groups speak of |
| `no-positive-test` `no-negative-test` | nobody would notice when the rule breaks |
| `short-term` | a term so short that it stands in other words |
| `language-without-terms` | a listed language for which a selection has no word |
| `expired-exception` | its last day is over |
| `always` | nothing must be true: the rule looks at every text |
| `unknown-rule` | inhibited by a rule that is not there |
| `no-guidance` | the officer is not told what to do |

Errors of reading (`syntax`, `duplicate-key`, `unknown-key`, `duplicate-id`,
`unknown-selection`, `unknown-id`, `empty-group`, …) come with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from rules import conditions, testing
from rules.fold import fold, has_unspaced
from rules.load import Pack, load
from rules.model import Finding
from rules.rule import Rule, Selection
from rules.terms import ANY, Term
from rules.watchlist import Watchlist
from rules.yamlnodes import Findings

SHORTEST = 3  # letters
COMPOUND = 5  # letters from which a prefix is allowed, with a warning; from 6 without


def check(paths: Sequence[Path], today: date | None = None) -> list[Finding]:
    """All findings on these files, by file and line. A path may hold rules, watchlists or both."""
    pack = load(rules=tuple(paths)) if paths else load()
    return lint(pack, today)


def lint(pack: Pack, today: date | None = None) -> list[Finding]:
    """The findings of reading and of linting."""
    findings = Findings(list(pack.findings))
    ids = {rule.id for rule in pack.rules}
    files = {str(file) for file in pack.files}
    for rule in pack.rules:
        _rule(rule, ids, findings, today or datetime.now(tz=UTC).date())
    _watchlist(pack.watchlist, files, findings)
    return sorted(findings.found, key=lambda one: (one.file, one.line, one.column, one.code))


def _rule(rule: Rule, ids: set[str], findings: Findings, today: date) -> None:
    place, key = rule.place, rule.id
    _selections(rule, findings)
    _tests(rule, findings)
    if not conditions.needed(rule.tree):
        findings.error(place, "always", f"{key}: the condition needs nothing to be true")
    for one in rule.exceptions:
        if one.until and one.until < today:
            findings.warn(
                place, "expired-exception", f"{key}: exception «{one.name}» ended {one.until}"
            )
    for other in rule.inhibited_by:
        if other.rule not in ids:
            findings.warn(place, "unknown-rule", f"{key}: there is no rule «{other.rule}»")
    if not rule.guidance:
        findings.note(place, "no-guidance", f"{key}: say in «guidance» what the officer does next")


def _tests(rule: Rule, findings: Findings) -> None:
    if not any(testing.positive(test) for test in rule.tests):
        findings.warn(rule.place, "no-positive-test", f"{rule.id}: no test expects a match")
    if not any(testing.negative(test) for test in rule.tests):
        findings.warn(rule.place, "no-negative-test", f"{rule.id}: no test expects no match")


def _selections(rule: Rule, findings: Findings) -> None:
    used = {*conditions.names(rule.tree), *rule.alert.group_by, *rule.show}
    used |= {name for near in rule.near for name in near.of}
    for selection in rule.selections:
        if selection.name not in used:
            findings.warn(
                selection.place, "unused-selection", f"selection «{selection.name}» is used nowhere"
            )
        _languages(rule, selection, findings)
        for part in (selection.any_terms, selection.all_terms):
            _terms((term for group in part.values() for term in group), findings)


def _languages(rule: Rule, selection: Selection, findings: Findings) -> None:
    terms = selection.any_terms or selection.all_terms
    if not terms or ANY in terms:
        return
    for language in rule.source.languages:
        if language not in terms:
            findings.warn(
                selection.place, "language-without-terms",
                f"«{selection.name}» has no terms in {language}, which the rule lists",
            )  # fmt: skip


def _watchlist(watchlist: Watchlist, files: set[str], findings: Findings) -> None:
    for good in watchlist.goods.values():
        if good.place.file in files:
            _terms((term for group in good.terms.values() for term in group), findings)
            if not good.terms and not good.weak:
                findings.warn(good.place, "no-terms", f"good «{good.id}» has no terms")
    for measure in watchlist.measures.values():
        if measure.place.file in files:
            _terms((term for group in measure.terms.values() for term in group), findings)
    for company in watchlist.companies.values():
        unknown = [good for good in company.goods if good not in watchlist.goods]
        if unknown and company.place.file in files:
            findings.warn(
                company.place, "unknown-id", f"company «{company.id}»: no good «{unknown[0]}»"
            )


def _terms(terms: Iterable[Term], findings: Findings) -> None:
    for term in terms:
        letters = fold(term.text).replace(" ", "")
        if has_unspaced(letters) or "\uac00" <= letters[:1] <= "\ud7a3":
            continue
        if term.match in ("prefix", "infix", "suffix") and len(letters) <= COMPOUND:
            _open(term, letters, findings)
        elif len(letters) < SHORTEST and term.case in ("auto", "any") and not _strict(term):
            findings.warn(
                term.place, "short-term",
                f"«{term.text}» has fewer than {SHORTEST} letters: add match: word, case: exact",
            )  # fmt: skip


def _open(term: Term, letters: str, findings: Findings) -> None:
    if len(letters) == COMPOUND:
        findings.warn(
            term.place,
            "short-term",
            f"«{term.text}» is short for a {term.match}: check what it hits",
        )
        return
    findings.error(
        term.place,
        "short-term",
        f"«{term.text}» as a {term.match} stands in too many words: list the compounds",
    )


def _strict(term: Term) -> bool:
    bare = term.text.replace(".", "")
    return bare.isupper() or (not bare[1:].islower() and bare[1:] != bare[1:].lower())

"""What `rules check` can say: each code with its meaning, for SARIF, for editors, for the guide."""

from __future__ import annotations

from collections.abc import Mapping

LINTS: Mapping[str, str] = {
    # the file
    "unreadable": "The file cannot be read.",
    "too-big": "The file is too large.",
    "encoding": "The file is not UTF-8.",
    "syntax": "The file is not YAML.",
    "too-deep": "The file is nested too deep.",
    "alias": "Anchors and aliases are refused.",
    "tag": "YAML tags are refused.",
    "key": "A key is not a plain text.",
    "duplicate-key": "A key stands twice in one mapping.",
    "type": "A text, a list or a mapping stands where another is expected.",
    "schema": "The format is newer than this program.",
    "nothing-read": "The document is neither a rule nor a watchlist.",
    "yaml-trap": "Other programs read this text as a number, a truth or nothing.",
    # fields
    "missing": "A field is missing or empty.",
    "unknown-key": "A field is not known here.",
    "choice": "A word is none of those that are allowed.",
    "number": "A number is expected.",
    "date": "A date is expected.",
    "duration": "A duration is expected.",
    "regex": "A regular expression cannot be read.",
    "language": "A language code is expected.",
    "id": "An id has the wrong form.",
    "name": "A name has the wrong form.",
    "duplicate-id": "An id is used twice.",
    "country": "A country code is expected.",
    "code": "A customs code is expected.",
    "share": "A share from 0 to 1 is expected.",
    # terms and selections
    "term": "A term cannot be read.",
    "terms": "A list of terms is expected.",
    "empty-term": "A term without a letter.",
    "short-term": "A term stands in too many words.",
    "selection": "A selection that selects by nothing.",
    "unknown-selection": "A selection is not defined.",
    "unknown-id": "Not on the watchlist.",
    "unknown-list": "A shared list is not defined.",
    "empty-group": "A selection or group holds nothing.",
    "unused-selection": "A selection that nothing speaks of.",
    "no-terms": "A good without terms.",
    "language-without-terms": "A listed language without terms.",
    "unknown-kind": "A kind of source that is not known.",
    # the rule
    "condition": "The condition cannot be read.",
    "always": "The condition needs nothing to be true.",
    "near": "What stands together cannot be read.",
    "when": "The test of an exception cannot be read.",
    "exception": "An exception that would hide everything.",
    "expired-exception": "The last day of an exception is over.",
    "group": "Alerts cannot be parted by this selection.",
    "unused-option": "An option that this type of alert does not use.",
    "unknown-rule": "A rule that is not there.",
    "no-guidance": "The officer is not told what to do.",
    # its tests
    "test": "A test cannot be read.",
    "no-positive-test": "No test expects the rule to speak.",
    "no-negative-test": "No test expects the rule to be silent.",
    "duplicate-test": "Two tests of a rule have one name.",
}

"""A small watchlist and small rules of our own, so that a test says all it depends on."""

from __future__ import annotations

from pathlib import Path

from rules.load import Pack, load
from rules.matcher import Matcher
from rules.model import Match, Text

WATCHLIST = """\
schema: 1
goods:
- id: gallium
  tier: A
  names: {en: gallium, nl: gallium}
  codes: [{cn8: "81129289", hs6: "811292"}]
  cas: "7440-55-3"
  terms: {en: [gallium], nl: [gallium], de: [Gallium], zh: [镓], ru: [галлий], ja: [ガリウム]}
- id: germanium
  tier: A
  names: {en: germanium}
  terms: {en: [germanium], ru: [{text: германия, case: exact}]}
- id: tin
  tier: C
  names: {en: tin}
  weak: {en: [tin], de: [Zinn]}
  masks: {en: [tin can]}
- id: lithium
  tier: B
  names: {en: lithium}
  terms: {en: [lithium]}
- id: lithium-chemicals
  tier: B
  names: {en: lithium carbonate}
  terms: {en: [lithium carbonate]}
countries:
- iso2: CN
  demonyms: {en: [Chinese]}
  aliases: {zh: [对华]}
  bodies: {xx: [MOFCOM], zh: [商务部]}
- iso2: US
  aliases: {en: [US, U.S.]}
- iso2: GE
  ambiguous: true
- iso2: EU
  aliases: {en: [EU]}
- iso2: TR
  aliases: {en: [{text: Turkey, case: upper-first}]}
measures:
- id: export-ban
  names: {en: Export ban}
  group: export-restriction
  terms: {en: [export ban, suspends exports], zh: [禁止出口], ru: [запрет на экспорт]}
  near:
    en: [[[ban, bans, banned], [exports]]]
    zh: [[[禁止], [出口]]]
- id: export-licensing
  names: {en: Export licence}
  group: export-restriction
  terms: {en: [export licence, export controls], zh: [出口管制], de: [Exportkontrollen]}
- id: sanctions-listing
  names: {en: Sanctions}
  group: sanctions
  terms: {en: [sanctions], fr: [sanctions]}
- id: strike
  names: {en: Strike}
  group: disruption
  terms: {en: [strike]}
companies:
- {id: asml, names: [ASML], country: NL, goods: [gallium]}
status:
  suspended: {en: [suspends, suspended], de: [setzt aus]}
  considered: {en: [considers]}
  adopted: {en: [announces]}
negation: {en: [denies]}
context: {en: [mine, ore]}
masks: {en: [New Mexico]}
lists:
  recall: {en: [years ago, anniversary]}
"""
RULE = """\
schema: 1
id: ban
title: A ban on a watched good
level: high
status: stable
guidance: Look for the text.
match:
  good: {watchlist: goods}
  measure: {watchlist: measures, items: [export-ban]}
  country: {watchlist: countries}
near: {of: [good, measure], within: sentence}
condition: good and measure
alert: {group_by: [good, country], merge_window: 72h}
tests:
  - {name: fires, item: {title: China bans exports of gallium}, expect: match}
  - {name: silent, item: {title: Gallium is a metal}, expect: no-match}
"""


def pack(folder: Path, *rules: str, watchlist: str = WATCHLIST, local: str = "") -> Pack:
    """A pack written to a folder and loaded from there."""
    (folder / "watchlist.yaml").write_text(watchlist, encoding="utf-8")
    (folder / "rules.yaml").write_text("---\n".join(rules or (RULE,)), encoding="utf-8")
    if local:
        (folder / "rules.local.yaml").write_text(local, encoding="utf-8")
    override = folder / "rules.local.yaml"
    return load([folder / "rules.yaml"], [folder / "watchlist.yaml"], override if local else None)


def match(found: Pack, title: str, summary: str = "", language: str = "en") -> Match:
    """One text through a pack."""
    return Matcher(found).match(Text(title, summary, language))


def told(found: Pack) -> list[str]:
    """Findings as `line:column: level code`, without the file."""
    return [f"{one.line}:{one.column}: {one.level} {one.code}" for one in found.findings]

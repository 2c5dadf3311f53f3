"""Why a rule speaks or not, with what other rules have to do with it: inhibition, and the tier."""

from __future__ import annotations

from dataclasses import replace

from rules.explain import Explanation, Step
from rules.load import Pack
from rules.matcher import Matcher
from rules.model import Text
from rules.occurrences import alike
from rules.rule import Inhibition


def why(matcher: Matcher, pack: Pack, rule_id: str, text: Text) -> Explanation:
    """All that decides over a text. Raises KeyError for a rule that is not in use."""
    told = matcher.explain(rule_id, text)
    rule = next(one for one in pack.rules if one.id == rule_id)
    trial = {one.id for one in pack.rules if one.status in ("experimental", "test")}
    steps, held = list(told.steps), [told.suppressed] if told.suppressed else []
    for one in rule.inhibited_by:
        over = one.rule not in trial or rule_id in trial
        inhibits = over and told.hit is not None and _stands(matcher, one, told, text)
        detail = f"by {one.rule}" if inhibits else f"{one.rule} raises nothing like it"
        steps.append(Step("inhibited", not inhibits, detail))
        if inhibits:
            held.append(f"inhibited by {one.rule}")
    if told.hit is not None and told.hit.tier == "C":
        steps.append(Step("tier", passed=False, detail="C: its goods are kept for trends only"))
        held.append("tier: C: its goods are kept for trends only")
    return replace(told, steps=tuple(steps), suppressed="; ".join(held))


def _stands(matcher: Matcher, one: Inhibition, told: Explanation, text: Text) -> bool:
    """Whether the general rule fires on the text too, in a group that is alike."""
    try:
        general = matcher.explain(one.rule, text).hit
    except KeyError:
        return False
    if general is None or told.hit is None:
        return False
    mine = [tuple(sorted(group)) for group in told.hit.groups or ((),)]
    return any(
        alike(group, tuple(sorted(other)), one.equal)
        for group in mine
        for other in general.groups or ((),)
    )

"""The section of a briefing on lead times: how long before act and force the desk saw it."""

from __future__ import annotations

from datetime import date

from osawatch.briefing.model import Facts, Section, Table


def leads(facts: Facts, said: dict[str, str]) -> Section:
    """The cases that were touched, and the medians over all closed ones."""
    rows = tuple(
        (
            case.title, _known(lead.first_seen, None, said), _known(lead.act, lead.to_act, said),
            _known(lead.in_force, lead.to_force, said),
        )
        for case, lead in facts.leads
    )  # fmt: skip
    medians = [
        said["median"].format(said[what], f"{one.days:g}", one.n, one.of)
        if one.days is not None
        else said["no_median"].format(said[what], one.n, one.of)
        for what, one in zip(("lead_act", "lead_force"), facts.medians, strict=True)
    ]
    head = (said["lead_case"], said["lead_first"], said["lead_act"], said["lead_force"])
    parts = (Table(said["leads"], head, rows),) if rows else ()
    return Section(said["leads"], " ".join(medians), parts, said["nothing_led"])


def _known(day: date | None, days: int | None, said: dict[str, str]) -> str:
    if day is None:
        return said["not_known"]
    return day.isoformat() if days is None else f"{day.isoformat()} ({days:+d} d)"

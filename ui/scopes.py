"""What a share is a share of, at which stage: words that pages share."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "chains"
SCOPES = {
    "eu-sourcing": mark("chains", "EU sourcing"),
    "eu27-extra-imports-value": mark("chains", "EU imports, value"),
    "nl-imports-value": mark("chains", "imports of the Netherlands, value"),
    "eu-imports-value": mark("chains", "EU imports, value"),
    "eu-imports-weight": mark("chains", "EU imports, weight"),
    "eu-imports-tonnes": mark("chains", "EU imports, weight"),
    "eu-imports": mark("chains", "EU imports"),
    "eu-imports-volume": mark("chains", "EU imports, volume"),
    "eu-imports-tonnes-soymeal": mark("chains", "EU imports in soya meal, weight"),
    "eu": mark("chains", "EU, as the source counts"),
    "eu-enrichment-services": mark("chains", "EU enrichment services"),
    "eu-installed": mark("chains", "installed in the EU"),
    "eu-plasma-supply": mark("chains", "EU plasma supply"),
    "eu-supply-tonnes": mark("chains", "EU supply, weight"),
    "world-supply": mark("chains", "world supply"),
    "world-production": mark("chains", "world production"),
    "world-market": mark("chains", "world market"),
    "world-capacity": mark("chains", "world capacity"),
    "eu-deliveries": mark("chains", "EU deliveries"),
    "eu-market": mark("chains", "EU market"),
    "world-exports": mark("chains", "world exports"),
    "world-civil-market": mark("chains", "world civil market"),
    "world-completions-gt": mark("chains", "ships completed in the world, gross tonnage"),
    "world-crude-heparin": mark("chains", "world crude heparin"),
    "extraction": mark("chains", "extraction"),
    "processing": mark("chains", "processing"),
    "intermediate": mark("chains", "intermediate product"),
    "final": mark("chains", "finished product"),
    "route": mark("chains", "route"),
    "service": mark("chains", "service"),
}


def scope(code: str) -> str:
    """A scope or a stage in words."""
    return say(CONTEXT, SCOPES[code]) if code in SCOPES else code.replace("-", " ")


def where(scope_: str, stage: str, code: str, period: str) -> str:
    """Of what, at which stage, for which code, of which years."""
    parts = (scope(scope_), scope(stage) if stage else "", code, period)
    return ", ".join(part for part in parts if part)

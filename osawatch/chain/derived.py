"""What a score means further down the chain: context for a reader, never an alert of its own. Pure.

    score of the good * strength of the path * 0.7 for each link
The numbers are proposals for review and stand in data/score.yaml.
"""

from __future__ import annotations

from osawatch.chain.model import Reach
from osawatch.vector import numbers


def score(of_good: float, reach: Reach) -> float:
    """The derived score, 0-100: it never exceeds that of the good it is derived from."""
    fade = float(numbers()["chain_fade"])
    return float(of_good * min(1.0, reach.weight) * fade**reach.depth)

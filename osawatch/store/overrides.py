"""A person's score as a column, "" = there is none."""

from __future__ import annotations

import json
from dataclasses import asdict

from osawatch.model import Override
from osawatch.store.rows import at, seconds


def override_out(said: Override | None) -> str:
    """An override as a column."""
    if said is None:
        return ""
    return json.dumps(asdict(said) | {"at": seconds(said.at)}, ensure_ascii=False)


def override_in(column: str) -> Override | None:
    """The reverse of `override_out`."""
    if not column:
        return None
    data = json.loads(column)
    return Override(**(data | {"at": at(data["at"])}))

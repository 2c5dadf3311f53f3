"""What tests of the core do to an alert, and how it stands then."""

from __future__ import annotations

from osawatch.core import Core
from osawatch.model import Action, Alert, Changes


def status(core: Core, name: str) -> str:
    found = core.alert(name)
    assert found is not None
    return found.alert.status


def act(core: Core, alert: Alert, kind: str, **data: object) -> Changes:
    return core.triage(Action(kind, (alert.id,), data))

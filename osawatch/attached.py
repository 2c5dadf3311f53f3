"""A file that a person put to an alert: what is known of it, without its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """`id` names it in this profile; `sha256` everywhere."""

    id: int
    sha256: str
    name: str
    size: int
    at: datetime
    actor: str

"""The network that is switched off: it answers «offline», and no client of a network exists."""

from __future__ import annotations

from collections.abc import Sequence

from .messages import Request, Response, blank


class Silent:
    """Stands in a fetcher's place. `why` says who switched the network off."""

    def __init__(self, why: str = "the network is switched off") -> None:
        self.why = why

    def fetch(self, request: Request, /) -> Response:
        """Nobody is asked."""
        return blank(request, "offline", self.why)

    def fault(self, hosts: Sequence[str] = ()) -> str:
        """Whether a line is there, nobody looks."""
        del hosts
        return ""

    def close(self) -> None:
        """There is nothing to close."""

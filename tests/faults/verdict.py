"""How one trial ended."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from tests.faults import scene
from tests.faults.scene import said


@dataclass(frozen=True, slots=True)
class Verdict:
    """`bad`: what must not be; `caught`: whether the fault struck before the work was done.

    `why_not`: why this machine cannot try it; what was not tried did not survive either.
    """

    bad: tuple[str, ...] = ()
    caught: bool = True
    why_not: str = ""


class Spoken:
    """What a piece of work said until it ended."""

    def __init__(self, child: subprocess.Popen[str], timeout: float = 120) -> None:
        lines, error = scene.rest(child, timeout)
        self.code = child.returncode
        self.acked, self.told = said(lines, "ack"), said(lines, "told")
        self.ended, self.error = "end" in lines, error.strip()

    @property
    def unexplained(self) -> list[str]:
        """A trace where a sentence belongs."""
        if self.ended or self.told:
            return []
        last = self.error.splitlines()[-1] if self.error else "silence"
        return [f"no sentence: exit code {self.code}, {last}"]

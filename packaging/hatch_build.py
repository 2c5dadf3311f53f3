"""Lays the manual, built from docs/, into the wheel, and the faces of packaging/fonts.sh.

An editable install builds its own manual later, and takes the fonts of the system.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Manual(BuildHookInterface[Any]):
    """Called by hatchling before a wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the pages into a folder that lives until `finalize`."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from osawatch import manual

        self._held = tempfile.TemporaryDirectory()
        manual.build(Path(self.root) / "docs", Path(self._held.name))
        build_data["force_include"][self._held.name] = "osawatch/data/manual"
        fonts = Path(self.root) / "packaging" / "fonts"
        if fonts.is_dir():
            build_data["force_include"][str(fonts)] = "ui/assets/fonts"

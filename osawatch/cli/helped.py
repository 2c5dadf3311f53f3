"""A parser whose page of help is in the language that is spoken.

What stands in the code is English until the page is asked for; then each line is looked up.
"""

from __future__ import annotations

import argparse
from typing import NoReturn

from osawatch.cli.args import USAGE
from osawatch.cli.tongue import say, translated


class Helped(argparse.ArgumentParser):
    """Says what is wrong in one line, without a page of usage; helps in the language asked for."""

    def format_help(self) -> str:
        """The page of help."""
        self.description, self.epilog = map(_shown, (self.description, self.epilog))
        for group in self._action_groups:
            group.title = _shown(group.title)
        for action in self._actions:
            action.help = _shown(action.help)
            for choice in getattr(action, "_choices_actions", ()):
                choice.help = _shown(choice.help)
        return super().format_help().replace("usage:", translated("usage:"), 1)

    def error(self, message: str) -> NoReturn:
        """Leave with the exit code of bad usage."""
        told = say("{0} (see: {1} --help)", translated(message), self.prog)
        self.exit(USAGE, f"{self.prog}: {told}\n")


def _shown(text: str | None) -> str | None:
    return translated(text) if text else text

"""The manual page of `osawatch-cli`, from the program's own help, so that it cannot lag behind."""

from __future__ import annotations

import argparse
import sys

from osawatch.cli.main import FAMILIES, parser


def main() -> None:
    """Write the page to stdout."""
    sys.stdout.write('.TH OSAWATCH-CLI 1 "" "OSAwatch" "User commands"\n')
    sys.stdout.write(".SH NAME\nosawatch\\-cli \\- the early-warning desk without a screen\n")
    sys.stdout.write(
        ".SH SYNOPSIS\n.B osawatch\\-cli\n[\\fB\\-\\-profile\\fR \\fIDIR\\fR] \\fICOMMAND\\fR ...\n"
    )
    sys.stdout.write(".SH COMMANDS\n")
    for name, (_family, told) in FAMILIES.items():
        sys.stdout.write(f".TP\n.B {_plain(name)}\n{_plain(told)}\n")
        for verb, help_ in _verbs(name):
            sys.stdout.write(f".RS\n.TP\n.B {_plain(name)} {_plain(verb)}\n{_plain(help_)}\n.RE\n")
    sys.stdout.write(".SH EXIT STATUS\n0 done; 1 a fault; 2 bad usage; 3 locked or in use.\n")
    sys.stdout.write(".SH SEE ALSO\n.BR osawatch (1)\n")


def _verbs(name: str) -> list[tuple[str, str]]:
    top = parser([name])
    for action in top._actions:  # noqa: SLF001 # argparse has no other way to look
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            one = action.choices[name]
            for inner in one._actions:  # noqa: SLF001
                if isinstance(inner, argparse._SubParsersAction):  # noqa: SLF001
                    told = {choice.dest: choice.help or "" for choice in inner._choices_actions}  # noqa: SLF001
                    return [(verb, told.get(verb, "")) for verb in inner.choices]
    return []


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("-", "\\-").replace("'", "\\(aq")


if __name__ == "__main__":
    main()

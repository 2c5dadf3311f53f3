"""What the locked door says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "vault"
TEXTS = {
    "title": mark("vault", "OSAwatch is locked"),
    "told": mark("vault", "This profile is encrypted. It opens for: {0}"),
    "field": mark("vault", "Passphrase or recovery code"),
    "open": mark("vault", "Open"),
    "quit": mark("vault", "Quit"),
    "opening": mark("vault", "Opening…"),
    "wrong": mark("vault", "That does not open it. {0}"),
    "lock": mark("vault", "Lock"),
    "switch": mark("vault", "Switch user…"),
    "unsaved": mark("vault", "There are changes that are not saved. Leave them?"),
    "not_encrypted": mark("vault", "not encrypted"),
    "encrypt": mark("vault", "Encrypt this profile…"),
    "encrypt_told": mark(
        "vault",
        "All of it is encrypted with a key that your passphrase opens. It takes at least 12"
        " characters. Without passphrase and recovery code nobody can open it again.",
    ),
    "again": mark("vault", "The same again"),
    "differ": mark("vault", "The two are not the same."),
    "encrypt_now": mark("vault", "Encrypt"),
    "encrypting": mark("vault", "Encrypting…"),
    "code": mark("vault", "Write this recovery code down and keep it apart from the laptop:"),
    "code_kept": mark("vault", "I have written it down"),
    "cancel": mark("vault", "Cancel"),
    "typed": mark("vault", "Typed before the lock, and not saved"),
    "typed_told": mark(
        "vault",
        "Nobody else is shown it. Copy what you need to where it belongs; until you remove it,"
        " it is shown each time you open the profile.",
    ),
    "typed_gone": mark("vault", "What was typed before the lock cannot be read. {0}"),
    "later": mark("vault", "Keep it"),
    "remove": mark("vault", "Remove it"),
    "copy": mark("vault", "Copy"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)

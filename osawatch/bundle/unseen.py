"""Characters that nobody sees, taken out of a text that came from another desk.

A feed's text loses them where it is read (`feeds.text`); a known signer may be wrong, or robbed.
One that turns writing round makes an address or a number look like another.
"""

from __future__ import annotations

from feeds.text import clean


def without(text: str) -> str:
    """The text as it is, but for what cannot be seen; one without such a thing is the same."""
    if text.isascii() and text.isprintable():
        return text
    gone = {ord(one): "" for one in set(text) if not one.isspace() and not clean(one)}
    return text.translate(gone) if gone else text

"""Events as they travel, made by hand."""

from __future__ import annotations

from tests.osawatch.hub.conftest import Post


def line(name: str, post: Post, number: int) -> dict[str, object]:
    """A note by a device of this post."""
    return {
        "id": name, "hlc": "001764000000000.00000", "device": f"device-{post.name}",
        "dev_seq": number, "actor": "A", "post": post.name, "kind": "note", "subject": "s",
        "data": {"text": "é"},
    }  # fmt: skip

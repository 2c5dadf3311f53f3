"""Under which name a person appears to others: their own, their function or their post. Pure.

What is decided travels to other posts by bundle and hub. A desk may sign it with a function ("trade
desk, Astana") or the post alone; then no name of a person is written in the log at all. What is
missing is never filled with a name: it would be the one thing that was not to be told.
"""

from __future__ import annotations

from osawatch.model import Person, Settings


def signed(mine: Settings, user: str = "") -> Person:
    """Who stands beside a decision. `user`: who opened an encrypted profile, "" = as settings say.

    Without a function the post signs for it.
    """
    name = user or mine.name
    if mine.signs_as == "role":
        name = function(mine) or mine.post
    elif mine.signs_as == "post":
        name = mine.post
    return Person(name, mine.post)


def function(mine: Settings) -> str:
    """A function is told with its post, for each post has its trade desk; "" = none is set."""
    role = mine.role.strip()
    return ", ".join(filter(None, (role, mine.post.strip()))) if role else ""


def called(mine: Settings, user: str = "") -> tuple[str, ...]:
    """All names under which a story may have been given to this person."""
    every = (user or mine.name, function(mine), mine.role.strip(), mine.post)
    return tuple(dict.fromkeys(one for one in every if one))

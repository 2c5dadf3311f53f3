"""A value that is worked out when somebody reads it, and then stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self


class Asked:
    """Base of a frozen dataclass with slots whose fields may be filled when they are read.

    Most texts are only asked whether a rule fires on them; goods, roles and places of words
    would be found in vain. `==`, `repr`, `replace` and `pickle` read the fields, as usual.
    """

    __slots__ = ("_answers",)

    if not TYPE_CHECKING:  # else every misspelled field would be one that may come

        def __getattr__(self, name):
            """Called for what is not there yet."""
            if name.startswith("_"):
                raise AttributeError(name)
            value = getattr(self._answers, name)
            object.__setattr__(self, name, value)
            return value

    @classmethod
    def of(cls, answers: object) -> Self:
        """A value whose fields are the attributes of `answers`."""
        made = cls.__new__(cls)
        object.__setattr__(made, "_answers", answers)
        return made

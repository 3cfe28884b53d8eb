"""What can go wrong in words a person understands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Missing:
    """One thing that is missing for a step: a sentence, and the place in the window that mends it.

    ``place`` is a path such as ``participants``, ``item/<id>`` or ``item/<id>/decisions``.
    """

    text: str
    place: str = ""


class UserError(Exception):
    """Input that cannot be used: one Swedish sentence that says what is wrong, where, and what to do."""

    def __init__(self, text: str, where: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.where = where


class NotTaken(UserError):
    """The disk could not give or take what was asked of it. Nothing has been changed."""


class UnkeepableText(UserError):
    """Text that cannot be saved as it stands, however often that is tried: it has to be mended by who wrote it."""


class RuleBroken(UserError):
    """A rule of the meeting refuses: what the rule is, and what is missing on the way forward."""

    def __init__(self, text: str, where: str = "", missing: tuple[Missing, ...] = ()) -> None:
        super().__init__(text, where)
        self.missing = missing

"""What a follow-up workbook says: the actions of one organisation, or of all, and what each has answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.domain.swedish import EMPTY, NBSP

_ORIGIN_LINE = 20  # characters of a line where it is written: a longer one would be broken at a hyphen of the day


@dataclass(frozen=True)
class FollowUpAnswer:
    """What one organisation has answered about one action."""

    status: ActionStatus = ActionStatus.NOT_STARTED
    comment: str = ""
    new_date: date | None = None
    contact: str = ""


@dataclass(frozen=True)
class FollowUpRow:
    """One action and one organisation's answer to it: where several are responsible there is a row for each.

    ``action_id`` and ``organisation_id`` never change and are what a returned workbook is read by. ``paragraph`` is the
    § as a number, 0 when the action comes from a plan; ``number`` is its number there (2.1). ``forum`` is the meeting's
    by its short name, and ``item`` what is said instead of a § (punkt 3). ``organisations`` are the short names of all
    who are responsible, ``holds_together`` the one of them that holds it together. ``withheld``: something is left out,
    since it is marked as confidential.
    """

    action_id: str
    organisation_id: str
    organisation: str
    action: str
    answer: FollowUpAnswer
    meeting_ref: str = ""
    meeting_date: date | None = None
    paragraph: int = 0
    number: str = ""
    decision: str = ""
    goal: str = ""
    focus_area: str = ""
    organisations: tuple[str, ...] = ()
    holds_together: str = ""
    due: date | None = None
    forum: str = ""
    item: str = ""
    withheld: bool = False

    @property
    def origin(self) -> str:
        """Where the action comes from: forum, § or item and day, and the focus area on a line of its own."""
        number = self.item or (f"§{NBSP}{self.paragraph}" if self.paragraph else "")
        place = " ".join(part for part in (self.forum, number) if part)
        when = self.meeting_date.isoformat() if self.meeting_date else self.meeting_ref
        together = ", ".join(part for part in (place, when) if part)
        first = together if len(together) <= _ORIGIN_LINE else f"{place}\n{when}".strip()
        return "\n".join(part for part in (first, self.focus_area) if part) or EMPTY

    @property
    def together_with(self) -> str:
        """The other organisations that are responsible, with a mark on the one that holds it together."""
        others = [name for name in self.organisations if name != self.organisation]
        marked = [f"{name} (håller ihop)" if name == self.holds_together else name for name in others]
        if self.holds_together == self.organisation and others:
            marked.insert(0, "Ni håller ihop")
        return ", ".join(marked) or EMPTY

    @property
    def answered_by(self) -> str:
        """The organisation of this row, with a mark when it holds the action together."""
        together = self.holds_together == self.organisation and len(self.organisations) > 1
        return f"{self.organisation} (håller ihop)" if together else self.organisation


@dataclass(frozen=True)
class FollowUpBook:
    """A workbook for one organisation, or for all when ``organisation`` is empty.

    ``book_id`` is what a returned file is recognised by. Late is counted from ``counted_per``, which stands in the
    file, so that the file says the same in ten years. ``arms`` is the municipality's coat of arms as PNG, or empty.
    """

    book_id: str
    municipality: str
    forum: str
    organisation: str
    sent: date
    due_back: date
    counted_per: date
    return_to: str
    return_address: str
    rows: tuple[FollowUpRow, ...]
    organisation_id: str = ""
    meeting_date: date | None = None
    contact: str = ""
    return_phone: str = ""
    arms: bytes = b""

    @property
    def for_all(self) -> bool:
        """Whether the book holds every organisation's rows."""
        return not self.organisation

    @property
    def addressee(self) -> str:
        """Whom the book is for, as titles say it."""
        return self.organisation or "alla organisationer"

"""What every use case needs: the data, who acts, on what device, the clock, new ids and the holidays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from bra_desktop.storage.database import Database
from bra_desktop.system.clock import local

if TYPE_CHECKING:  # a window shows its first page before these are loaded
    from bra_desktop.domain.content import MeetingContent
    from bra_desktop.storage.work import Work


@dataclass(frozen=True)
class Office:
    """One open data folder with one person at work.

    ``clock`` answers an aware moment in UTC; ``new_id`` a new UUID as text. ``actor`` is the name of the one who acts.
    """

    database: Database
    actor: str
    device: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def work(self, label: str, expected_revision: int | None = None) -> Work:
        """A unit of work for one use case. ``label`` is its Swedish name in history and in the undo bar."""
        from bra_desktop.storage.work import Work

        self.database.get_ready()
        return Work(self.database, self.actor, self.device, self.clock, label, expected_revision)

    def content(self, ref_or_id: str) -> MeetingContent:
        """The meeting's content, frozen where it is frozen. Raises NoSuchMeeting."""
        from bra_desktop.storage.queries.contents import meeting_content

        with self.database.reading() as connection:
            return meeting_content(connection, ref_or_id)

    def local_now(self) -> datetime:
        """Date and time in Sweden, without time zone, as a meeting's times are kept."""
        return local(self.clock())

    def today(self) -> date:
        """The day in Sweden."""
        return self.local_now().date()

    def time_now(self) -> time:
        """The clock in Sweden, to the minute."""
        return self.local_now().time().replace(second=0, microsecond=0)

    def acting_as(self, actor: str) -> Office:
        """The same office with another person at work."""
        return replace(self, actor=actor)

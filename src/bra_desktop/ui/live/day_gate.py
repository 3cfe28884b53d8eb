"""What stands before the acts of a meeting that goes on: whether it was left on an earlier day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from bra_desktop.domain.meeting_clock import begins, day_of
from bra_desktop.services.live import opening
from bra_desktop.services.live.left_open import LastDay, LeftOpen, last_day
from bra_desktop.services.preparing.continuing import next_quarter, plan_continued
from bra_desktop.ui.live.meeting_road import AREAS, MeetingRoad


class DayGate(MeetingRoad):
    """A meeting has one day, and nothing is written on another one unasked.

    left_asked: asks what to do with a meeting that was left on an earlier day; goes on by what it is given.
    """

    left_asked: Callable[[LeftOpen, Callable[[], None]], None] = staticmethod(lambda _left, go_on: go_on())

    def was_left(self) -> bool:
        """Whether the last act of the meeting that goes on was on an earlier day, as far as is known here."""
        last = self.scene.last.day if self.scene is not None else None
        if self.scene is None or last is None:
            return False
        return day_of(begins(self.scene.content), self.office.local_now()) > last

    def unless_left(self, act: Callable[[], None]) -> None:
        """Does it, unless the meeting was left on an earlier day: then nothing is written before that is answered.

        One that was adjourned then is only resumed: what was asked for can be asked for again.
        """
        scene, office = self.scene, self.office
        if scene is None or not self.was_left():
            act()
            return
        ref = scene.content.ref

        def answer(found: LastDay) -> None:
            if found.left is None:
                act()
            else:
                self.left_asked(found.left, self.resume_or_adjourn if found.left.adjourned else act)

        self._runner.write(lambda: last_day(office, office.content(ref)), answer)

    def resume_or_adjourn(self) -> None:
        """Without asking."""
        if self.scene is None:
            return
        ref, resumes = self.scene.content.ref, self.scene.adjourned_at is not None
        self.act(lambda office: (opening.resume if resumes else opening.adjourn)(office, ref))

    def plan_continued(self, ref: str, done: Callable[[str], None]) -> None:
        """Plans the meeting that goes on with what this one has left, today and soon; done gets its reference."""
        office = self.office
        starts = next_quarter(office.time_now())
        self._runner.write(lambda: plan_continued(office, ref, office.today(), starts), done, AREAS)

    def tick(self) -> time:
        """The clock time. Has another day come while the meeting lay open, it is read anew, with when it was left."""
        if self.scene is not None and self.scene.running:
            today = day_of(begins(self.scene.content), self.office.local_now())
            if today != self.scene.today:
                self.scene = replace(self.scene, today=today)
                self.reload()
        return self.office.time_now()

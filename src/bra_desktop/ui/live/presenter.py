"""Leads a running meeting: shows each item at once, and asks the services for what the keys and buttons mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.meeting_clock import another_day
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.services import phrases
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import coming_and_going, decisions, meeting_times, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.services.preparing.carrying import Unreached, unreached
from bra_desktop.ui.live.day_gate import DayGate
from bra_desktop.ui.live.duties import come_or_go_words
from bra_desktop.ui.live.meeting_road import AREAS, Refused
from bra_desktop.ui.live.scene import Step, is_roll_call
from bra_desktop.ui.live.undoing.giving_back import back_words, goes_on, may_go_back
from bra_desktop.ui.live.undoing.timeline import undo_all

AskedToClose = tuple[MeetingContent, Unreached, date | None, frozenset[str]]
"""The meeting, what was not dealt with in it, the day on which it was opened, and what the phrases are called."""
WRONG_DAY = "Ändra dagen på mötets sida, eller ångra."


class LivePresenter(DayGate):
    """What happens in the meeting."""

    # ── items ────────────────────────────────────────────────────────────────────────────────
    def show_item(self, key: str) -> None:
        """Shows an item at once and remembers it; takes nothing up."""
        if self.scene is None or key == self.scene.shown:
            return
        self.turn_to(key)
        scene = self.scene
        if not scene.content.state.is_frozen:
            self.write_unseen(lambda office: minutes.remember_place(office, scene.content.ref, key))

    def go(self, step: int) -> None:
        """To the next or previous item. One that is new is taken up and gets its §; going back changes nothing."""
        if self.scene is None:
            return
        key = self.scene.neighbour(step)
        if not key:
            return
        if step > 0 and self.scene.running and not is_taken_up(self.scene.content.item(key)):
            self.take_up(key)
        else:
            self.show_item(key)

    def take_up(self, key: str) -> None:
        """The item gets its §, and is shown."""
        self.unless_left(partial(self._take_up, key))

    def _take_up(self, key: str) -> None:
        if self.scene is None:
            return
        self.scene = replace(self.scene, taking=self.scene.taking | {key})
        if key != self.scene.shown:
            self.turn_to(key)
        self.act(lambda office: minutes.take_up(office, key))

    def give_back(self) -> None:
        """Undoes the taking up of the shown item, and turns to the one that goes on instead."""
        if self.scene is None or not may_go_back(self.scene):
            return
        key, words, next_shown = self.scene.shown, back_words(self.scene), goes_on(self.scene)
        self.act_with_undo(
            lambda office: minutes.give_back_number(office, key),
            words,
            lambda: self.turn_to(next_shown) if next_shown else None,
        )

    def strike_or_remove(self, key: str) -> None:
        """An item with a § is struck and keeps it, another one leaves the agenda; a struck one is taken back."""
        if self.scene is None:
            return
        item = self.scene.content.item(key)
        if item.struck:
            self.act(lambda office: minutes.restore(office, key), item=key)
        elif is_taken_up(item):
            self.act_with_undo(
                lambda office: minutes.strike(office, key), "Ärendet är struket och behåller sin paragraf.", item=key
            )
        else:
            self.act_with_undo(lambda office: planning.remove_item(office, key), "Punkten är borttagen.", item=key)

    def move_item(self, key: str, step: int) -> None:
        if self.scene is None:
            return
        ref = self.scene.content.ref

        def task(office: Office) -> object:
            # Counted from the disk: keys in a row come faster than the screen follows.
            order = [item.key for item in office.content(ref).items]
            return planning.move_item(office, key, max(0, order.index(key) + step) if key in order else 0)

        self.act(task, item=key)

    # ── the meeting ──────────────────────────────────────────────────────────────────────────
    def open_meeting(self, refused: Refused | None = None) -> None:
        """Opens the meeting and takes up its first item; on another day than planned it says so, with the way back.

        refused: takes what stops it, instead of the screen.
        """
        if self.scene is None:
            return
        content = self.scene.content
        first = next((i.key for i in content.items if not i.struck), "")

        def task(office: Office) -> tuple[str, ...]:
            opened = opening.open_meeting(office, content.ref)
            taken = minutes.take_up(office, first) if first else None
            return tuple(change.id for change in (taken, opened) if change is not None)

        def done(changes: object) -> None:
            words = another_day(content.date, content.starts, self.office.local_now())
            if words and isinstance(changes, tuple):
                back = partial(self.act, undo_all(changes))
                self._screen.offer_undo(f"{words} {WRONG_DAY}", back, keyed=False)

        if first and first != self.scene.shown:
            self.turn_to(first)
        self.act(task, done, refused=refused)

    def close_meeting(self, at: time | None = None, then: Callable[[str, Unreached], None] | None = None) -> None:
        """Closes it now, or at a clock time; then: what follows when that has been said."""
        if self.scene is not None:
            office, ref = self.office, self.scene.content.ref

            def tell(told: Unreached) -> None:
                self._screen.closed(ref, told)
                if then is not None:
                    then(ref, told)

            def closed(_gaps: object) -> None:
                self._runner.read(lambda: unreached(office, ref), tell)

            self.act(lambda office: opening.close_meeting(office, ref, at), closed)

    def adjourn_or_resume(self) -> None:
        self.unless_left(self.resume_or_adjourn)

    def step(self) -> Step | None:
        return self.scene.step if self.scene is not None else None

    # ── attendance ───────────────────────────────────────────────────────────────────────────
    def toggle(self, person: str) -> None:
        """At roll call present or not; later somebody comes or goes now, at the item that is taken up."""
        self.unless_left(partial(self._toggle, person))

    def _toggle(self, person: str) -> None:
        if self.scene is None or person not in self.scene.participant_ids():
            return
        scene, row = self.scene, self.scene.participant_ids()[person]

        def task(office: Office) -> object:
            if is_roll_call(scene):
                return coming_and_going.call(office, row)
            return coming_and_going.come_or_go(office, row, scene.ongoing)

        words = "" if is_roll_call(scene) else come_or_go_words(scene, person, self.office.time_now())
        if words:
            self.act_with_undo(task, words)
        else:
            self.act(task)

    # ── decisions ────────────────────────────────────────────────────────────────────────────
    def decide_proposals(self) -> None:
        if self.scene is not None and not self.scene.withheld:
            key = self.scene.shown
            self.unless_left(lambda: self.act(lambda office: decisions.decide_proposals(office, key)))

    def set_immediate(self, on: bool) -> None:
        if self.scene is not None:
            key = self.scene.shown
            self.act(lambda office: decisions.set_immediate(office, key, on))

    def ask_lock(self, key: str, answer: Callable[[RuleBroken | None], None]) -> None:
        """What is missing before the item can be locked, read when everything typed so far is on the disk."""
        office = self.office
        self._runner.write(lambda: adjustment.lock_refused(office, key), answer)

    def adjust_now(self) -> None:
        """Locks the item when what was typed is on the disk. Its document takes a while; typing goes on meanwhile."""
        if self.scene is None:
            return
        office, key = self.office, self.scene.shown

        def lock(_saved: None) -> None:
            self._runner.work(
                lambda _report: adjustment.adjust_item_now(office, key),
                lambda _change: self.saved(),
                lambda _words, _done, _total: None,
                areas=AREAS,
            )

        self._runner.write(lambda: None, lock)

    def ask_closing(self, answer: Callable[[AskedToClose], None]) -> None:
        """The meeting and what was not dealt with in it, read when everything typed so far is on the disk."""
        if self.scene is not None:
            office, ref = self.office, self.scene.content.ref

            def read() -> AskedToClose:
                content = office.content(ref)
                return (
                    content,
                    unreached(office, ref),
                    meeting_times.opened_day(office, content),
                    phrases.triggers(office),
                )

            self._runner.write(read, answer)

    def now(self) -> time:
        return self.office.time_now()

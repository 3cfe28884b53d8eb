"""Leads a running meeting: reads it, changes it in the background, and shows each item at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Protocol

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.errors import Missing, UserError
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.services import adjustment, coming_and_going, decisions, minutes, opening, planning, undoing
from bra_desktop.services.office import Office
from bra_desktop.ui.live.form import Task
from bra_desktop.ui.live.giving_back import back_words, goes_on, may_go_back
from bra_desktop.ui.live.read_meeting import Around, Read, read_meeting
from bra_desktop.ui.live.scene import Scene, Step, first_item, is_roll_call
from bra_desktop.ui.running import Runner

AREAS = ("meetings", "actions")
Refused = Callable[[UserError], None]


class Screen(Protocol):
    """What the presenter needs of the page."""

    def show_scene(self, scene: Scene, *, item_changed: bool) -> None:
        """Shows everything anew; the text only when another item is shown."""
        ...

    def offer_undo(self, words: str, undo: Callable[[], None]) -> None: ...

    def refuse(self, error: UserError) -> None: ...

    def closed(self, ref: str) -> None:
        """The meeting has just been closed."""
        ...


class LivePresenter:
    """One meeting. What it hands to the runner runs on other threads and touches nothing here."""

    def __init__(self, runner: Runner, office: Office, screen: Screen) -> None:
        self._runner, self.office, self._screen = runner, office, screen
        self.scene: Scene | None = None
        self._around: Around | None = None
        self._changes, self._first = 0, ""
        self._shared = False
        self._writing = self._reading = 0

    # ── reading ──────────────────────────────────────────────────────────────────────────────
    def open(self, ref: str, item: str = "") -> None:
        """Shows a meeting at the item where it was left. item: which one that was, as far as this computer knows."""
        self.scene, self._around, self._first = None, None, item
        self._load(ref)

    def reload(self) -> None:
        """Reads the meeting anew, after a change."""
        if self.scene is not None:
            self._load(self.scene.content.ref)

    def _load(self, ref: str) -> None:
        office, asked_at, around = self.office, self._changes, self._around
        self._reading += 1

        def answer(read: Read) -> None:
            self._reading -= 1
            # What was read before a later change would show the old state for a moment.
            if self.scene is not None and (self._changes != asked_at or self._writing):
                if not self._writing:
                    self._load(ref)
                return
            self._show(read)

        self._runner.read(lambda: read_meeting(office, ref, around), answer)

    def _show(self, read: Read) -> None:
        before, self._around = self.scene, read.around
        keys = {item.key for item in read.view.content.items}
        wanted = self._first if before is None else before.shown
        shown = wanted if wanted in keys else first_item(read.view)
        around = read.around
        self.scene = Scene(
            read.view,
            shown,
            around.people,
            around.organisations,
            around.next_meeting,
            around.focus_areas,
            self._shared,
            read.notes,
        )
        self._screen.show_scene(self.scene, item_changed=before is None or before.shown != shown)

    def share_screen(self, shared: bool) -> None:
        """Others see the screen, or no longer do: what is confidential goes from it at once, or comes back."""
        self._shared = shared
        if self.scene is not None:
            self.scene = replace(self.scene, shared=shared)
            self._screen.show_scene(self.scene, item_changed=True)

    def forget_around(self) -> None:
        """The register has been added to: what stands round the meeting is read anew with it."""
        self._around = None

    # ── changing ─────────────────────────────────────────────────────────────────────────────
    def act(self, task: Task, done: Callable[[object], None] | None = None, refused: Refused | None = None) -> None:
        """One change in the background; the screen follows when it is done, or goes back when it was refused."""
        office = self.office
        self._writing += 1

        def finished(result: object) -> None:
            self._written()
            if done is not None:
                done(result)
            self.reload()

        def told(error: UserError) -> None:
            self._written()
            (refused or self._screen.refuse)(error)
            self.reload()

        self._runner.write(lambda: task(office), finished, AREAS, told)

    def _written(self) -> None:
        self._writing -= 1
        self._changes += 1

    def act_with_undo(self, task: Task, words: str, then: Callable[[], None] = lambda: None) -> None:
        """As `act`, and offers to undo it. then: what follows when it is done."""

        def done(result: object) -> None:
            then()
            change = getattr(result, "id", result)
            if isinstance(change, str) and change:
                self._screen.offer_undo(words, lambda: self.act(lambda office: undoing.undo(office, change)))

        self.act(task, done)

    def saved(self) -> None:
        """Something has reached the disk past `act`: what was asked before that is old."""
        self._changes += 1
        self.reload()

    # ── items ────────────────────────────────────────────────────────────────────────────────
    def show_item(self, key: str) -> None:
        """Shows an item at once and remembers it; takes nothing up."""
        if self.scene is None or key == self.scene.shown:
            return
        self._turn_to(key)
        scene = self.scene
        if not scene.content.state.is_frozen:
            self.act(lambda office: minutes.remember_place(office, scene.content.ref, key))

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
        if self.scene is None:
            return
        if key != self.scene.shown:
            self._turn_to(key)
        self.act(lambda office: minutes.take_up(office, key))

    def give_back(self) -> None:
        """Undoes the taking up of the shown item, and turns to the one that goes on instead."""
        if self.scene is None or not may_go_back(self.scene):
            return
        key, words, next_shown = self.scene.shown, back_words(self.scene), goes_on(self.scene)
        self.act_with_undo(
            lambda office: minutes.give_back_number(office, key),
            words,
            lambda: self._turn_to(next_shown) if next_shown else None,
        )

    def _turn_to(self, key: str) -> None:
        if self.scene is not None:
            self.scene = self.scene.at_item(key)
            self._screen.show_scene(self.scene, item_changed=True)

    def strike_or_remove(self, key: str) -> None:
        """An item with a § is struck and keeps it, another one leaves the agenda; a struck one is taken back."""
        if self.scene is None:
            return
        item = self.scene.content.item(key)
        if item.struck:
            self.act(lambda office: minutes.restore(office, key))
        elif is_taken_up(item):
            self.act_with_undo(
                lambda office: minutes.strike(office, key), "Ärendet är struket och behåller sin paragraf."
            )
        else:
            self.act_with_undo(lambda office: planning.remove_item(office, key), "Punkten är borttagen.")

    def move_item(self, key: str, step: int) -> None:
        if self.scene is None:
            return
        place = self.scene.content.order(key) + step
        if 0 <= place < len(self.scene.content.items):
            self.act(lambda office: planning.move_item(office, key, place))

    # ── the meeting ──────────────────────────────────────────────────────────────────────────
    def open_meeting(self, refused: Refused | None = None) -> None:
        """Opens the meeting and takes up its first item. refused: takes what stops it, instead of the screen."""
        if self.scene is None:
            return
        content = self.scene.content
        first = next((i.key for i in content.items if not i.struck), "")

        def task(office: Office) -> object:
            done = opening.open_meeting(office, content.ref)
            return minutes.take_up(office, first) if first else done

        if first and first != self.scene.shown:
            self._turn_to(first)
        self.act(task, refused=refused)

    def close_meeting(self) -> None:
        if self.scene is not None:
            ref = self.scene.content.ref
            self.act(lambda office: opening.close_meeting(office, ref), lambda _gaps: self._screen.closed(ref))

    def adjourn_or_resume(self) -> None:
        if self.scene is None:
            return
        ref, resumes = self.scene.content.ref, self.scene.adjourned_at is not None
        self.act(lambda office: (opening.resume if resumes else opening.adjourn)(office, ref))

    def step(self) -> Step | None:
        return self.scene.step if self.scene is not None else None

    # ── attendance ───────────────────────────────────────────────────────────────────────────
    def toggle(self, person: str) -> None:
        """At roll call present or not; later somebody comes or goes now, at the item that is taken up."""
        if self.scene is None or person not in self.scene.participant_ids():
            return
        scene, row = self.scene, self.scene.participant_ids()[person]

        def task(office: Office) -> object:
            if is_roll_call(scene):
                return coming_and_going.call(office, row)
            return coming_and_going.come_or_go(office, row, scene.ongoing)

        self.act(task)

    # ── decisions ────────────────────────────────────────────────────────────────────────────
    def decide_proposals(self) -> None:
        if self.scene is not None and not self.scene.withheld:
            key = self.scene.shown
            self.act(lambda office: decisions.decide_proposals(office, key))

    def move_decision(self, decision_id: str, place: int) -> None:
        self.act(lambda office: decisions.move_decision(office, decision_id, place))

    def set_immediate(self, on: bool) -> None:
        if self.scene is not None:
            key = self.scene.shown
            self.act(lambda office: decisions.set_immediate(office, key, on))

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

    def ask_gaps(self, answer: Callable[[tuple[Missing, ...]], None]) -> None:
        """What is missing if the meeting were closed now; asked after everything typed so far is on the disk."""
        if self.scene is None:
            return
        office, ref = self.office, self.scene.content.ref
        self._runner.write(lambda: gaps(office.content(ref)), answer)

    def busy(self) -> bool:
        """Whether a change or a reading is on its way."""
        return bool(self._writing or self._reading)

    def now(self) -> time:
        return self.office.time_now()

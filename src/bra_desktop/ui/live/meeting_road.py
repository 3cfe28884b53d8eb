"""The road of Mötesläge: reads the meeting, changes it in the background, and lets the screen follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting_clock import begins, day_of
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.carrying import Unreached
from bra_desktop.ui.live.forms.form import Task
from bra_desktop.ui.live.quorum_marks import QuorumMarks
from bra_desktop.ui.live.read_meeting import Around, Read, read_meeting
from bra_desktop.ui.live.saving.keepers import Decided
from bra_desktop.ui.live.scene import Scene, first_item
from bra_desktop.ui.live.undoing.timeline import Act, Recorded, Timeline, Timelines, record, reversing
from bra_desktop.ui.running import Runner, told_of_act

AREAS = ("meetings", "actions")
Refused = Callable[[UserError], None]


class Screen(Protocol):
    """What the presenter needs of the page."""

    def show_scene(self, scene: Scene, *, item_changed: bool) -> None:
        """Shows everything anew; the text only when another item is shown."""
        ...

    def offer_undo(self, words: str, undo: Callable[[], None], *, keyed: bool = True) -> None:
        """keyed: whether Ctrl+Z does it, too."""
        ...

    def done(self, act: Act) -> None:
        """Something was done that can be undone."""
        ...

    def undo(self, act: Act) -> None:
        """The person wants it undone."""
        ...

    def refuse(self, error: UserError) -> None: ...

    def closed(self, ref: str, unreached: Unreached) -> None:
        """The meeting has just been closed."""
        ...


class MeetingRoad:
    """One meeting. What it hands to the runner runs on other threads and touches nothing here."""

    def __init__(self, runner: Runner, office: Office, screen: Screen, timelines: Timelines | None = None) -> None:
        """timelines: what has been done in each meeting before, by its reference, and is done from now on."""
        self._runner, self.office, self._screen = runner, office, screen
        self.scene: Scene | None = None
        self._around: Around | None = None
        self._changes, self._first = 0, ""
        self._shared = False
        self._writing, self._reading, self._unread = 0, False, ""
        self.timeline = Timeline()
        self._timelines = timelines if timelines is not None else {}
        self._waiting: list[Callable[[], None]] = []

    # ── reading ──────────────────────────────────────────────────────────────────────────────
    def open(self, ref: str, item: str = "") -> None:
        """Shows a meeting at the item where it was left. item: which one that was, as far as this computer knows."""
        self.scene, self._around, self._first = None, None, item
        self._changes += 1
        self.timeline = self._timelines.setdefault(ref, Timeline())
        self._load(ref)

    def reload(self) -> None:
        """Reads the meeting anew, after a change."""
        if self.scene is not None:
            self._load(self.scene.content.ref)

    def _load(self, ref: str) -> None:
        self._unread = ref
        self._read_on()

    def _read_on(self) -> None:
        """One reading at a time, and none while a change is on its way: when that is done the meeting is read."""
        if not self._unread or self._reading or (self.scene is not None and self._writing):
            return
        office, ref, asked_at, around = self.office, self._unread, self._changes, self._around
        marks = self.scene.marks if self.scene is not None else QuorumMarks()
        self._reading, self._unread = True, ""

        def answer(read: Read) -> None:
            self._reading = False
            # What was read before a later change would show the old state for a moment.
            old = self._changes != asked_at or (self.scene is not None and self._writing > 0)
            if old or self._unread not in ("", ref):
                self._unread = self._unread or ref
            else:
                self._show(read)
            self._read_on()

        def failed() -> None:
            self._reading = False
            self._read_on()

        self._runner.read(lambda: read_meeting(office, ref, around, marks), answer, failed)

    def _show(self, read: Read) -> None:
        before, self._around = self.scene, read.around
        wanted = self._first if before is None else before.shown
        shown = wanted if any(item.key == wanted for item in read.view.content.items) else first_item(read.view)
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
            day_of(begins(read.view.content), self.office.local_now()),
            read.marks,
            read.held,
            read.last,
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
    def act(
        self,
        task: Task,
        done: Callable[[object], None] | None = None,
        refused: Refused | None = None,
        item: str = "",
    ) -> None:
        """One change in the background; the screen follows when it is done, or goes back when it was refused.

        item: which one it changes, if not the one that is shown.
        """
        timeline = self.timeline

        def recorded(what: Recorded) -> None:
            if what.act is not None:
                timeline.add(what.act)
                self._screen.done(what.act)
            if done is not None:
                done(what.result)

        self._write(task, recorded, refused, item)

    def act_with_undo(self, task: Task, words: str, then: Callable[[], None] = lambda: None, item: str = "") -> None:
        """As `act`, and offers to undo it. then: what follows when it is done."""

        def done(_result: object) -> None:
            then()
            if self.timeline.last() is not before:
                self.offer_to_undo(words)

        before = self.timeline.last()
        self.act(task, done, item=item)

    def offer_to_undo(self, words: str) -> None:
        """Says what was done last, with the way back."""
        act = self.timeline.last()
        if act is not None:
            self._screen.offer_undo(words, lambda: self._screen.undo(act))

    def write_unseen(self, task: Task) -> None:
        """A change that shows nowhere, so that nothing is read anew for it. A refusal is told, and the truth shown."""
        office = self.office

        def told(error: UserError) -> None:
            self._screen.refuse(error)
            self.reload()

        self._runner.write(lambda: task(office), refused=told)

    def reverse(self, act: Act, done: Callable[[Act | None], None]) -> None:
        """Undoes an act, or does it again; done gets what would reverse that."""
        self._write(reversing(act, self._runner), lambda what: done(what.act))

    def _write(
        self, task: Task, done: Callable[[Recorded], None], refused: Refused | None = None, item: str = ""
    ) -> None:
        office, item = self.office, item or (self.scene.shown if self.scene is not None else "")
        self._writing += 1

        def finished(what: Recorded) -> None:
            self._written()
            done(what)
            self._go_on()
            self.reload()

        def failed() -> None:
            self._written()
            self._go_on()
            self.reload()

        self._runner.write(lambda: record(office, item, task), finished, AREAS, refused or _tells(self._screen), failed)

    def when_written(self, then: Callable[[], None]) -> None:
        """Calls at once, or when the changes that are on their way are known."""
        if self._writing:
            self._waiting.append(then)
        else:
            then()

    def _go_on(self) -> None:
        while self._waiting and not self._writing:
            self._waiting.pop(0)()

    def _written(self) -> None:
        self._writing -= 1
        self._changes += 1

    def saved(self) -> None:
        """Something has reached the disk past `act`: what was asked before that is old."""
        self._changes += 1
        self.reload()

    def decided(self, told: Decided) -> None:
        """An att-sats has reached the disk with those words. What the scene can't know of it is read."""
        scene = self.scene
        known = scene.decision(told.item, told.id) if scene is not None else None
        if scene is None or known is None or known.kind is not told.kind:
            self.saved()
        elif known.text != told.text:
            self._changes += 1
            self.scene = scene.with_decision(told.item, replace(known, text=told.text))

    def turn_to(self, key: str) -> None:
        """Shows another item of the agenda at once."""
        if self.scene is not None and key != self.scene.shown and key in {i.key for i in self.scene.content.items}:
            self.scene = self.scene.at_item(key)
            self._screen.show_scene(self.scene, item_changed=True)

    def busy(self) -> bool:
        """Whether a change or a reading is on its way."""
        return bool(self._writing or self._reading or self._unread)


def _tells(screen: Screen) -> Refused:
    def tell(error: UserError) -> None:
        screen.refuse(told_of_act(error))

    return tell

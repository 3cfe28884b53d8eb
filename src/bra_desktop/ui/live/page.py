"""Mötesläge: strip, agenda, item, attendance and actions put together, following the meeting that is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.services.live.minutes import Typed
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.carrying import Unreached
from bra_desktop.ui import interrupted
from bra_desktop.ui.layouts import box, column, keep_place, row
from bra_desktop.ui.live.acts import LiveActs
from bra_desktop.ui.live.closing.closing_lines import came_back_words
from bra_desktop.ui.live.course import item_clock
from bra_desktop.ui.live.duties import DutyWatch
from bra_desktop.ui.live.find.find_desk import FindDesk
from bra_desktop.ui.live.forms.form_drafts import KEY as UNSENT
from bra_desktop.ui.live.held_keys import HeldKeys
from bra_desktop.ui.live.in_a_break import forget_break
from bra_desktop.ui.live.keys import bind_keys
from bra_desktop.ui.live.live_versions import LiveVersions
from bra_desktop.ui.live.more_menu import more_menu
from bra_desktop.ui.live.offered import Offered, live_offers
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.decided import follow_decided
from bra_desktop.ui.live.saving.keepers import Decided
from bra_desktop.ui.live.saving.refused_saves import RefusedSaves
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.showing import Showing
from bra_desktop.ui.live.sides.attendance_rows import attendance
from bra_desktop.ui.live.typed_signs.sign_desk import SignDesk
from bra_desktop.ui.live.undoing.kept_timelines import KeptTimelines
from bra_desktop.ui.live.undoing.timeline import Act
from bra_desktop.ui.live.undoing.undo_desk import UndoDesk
from bra_desktop.ui.live.whole_meeting import WholeMeeting
from bra_desktop.ui.live.wiring import wire
from bra_desktop.ui.live.wording import action_lines
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room

MEETING = "live.meeting"
MINUTE = 10_000
"""Milliseconds between looks at the clock."""
CLOSED = "Mötet är avslutat. Texten kan ändras fram till justeringen."
TO_ITS_PAGE = "Till mötets sida (Ctrl+Skift+M)"


class LivePage(Page):
    """The target is a meeting's reference. Without one the meeting that was open last is shown."""

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self.presenter = LivePresenter(self.runner, office, self, KeptTimelines.of(context.operations).by_meeting)
        self.parts = parts = LiveParts(self, context, office)
        self.strip, self.agenda, self.item, self.texts = parts.strip, parts.agenda, parts.item, parts.texts
        self.attendance, self.action_panel, self.sides = parts.attendance, parts.actions, parts.sides
        self.form, self.closing, self.copies, self.savers = parts.form, parts.closing, parts.copies, parts.savers
        self.finding = FindDesk(context, self.item, self.texts, self.savers, self.presenter)
        self.acts = LiveActs(parts, self.presenter, context)
        self.forms = self.acts.forms
        self.undoing = UndoDesk(self, parts, self.presenter, context.messages)
        self.undoing.keys.watch_fields(self.finding.panel.words, self.finding.panel.by, parts.notes.edit)
        self.versions = LiveVersions(parts, self.presenter, self.runner, self.refuse, context.tell_extra)
        self.signs = SignDesk(self, context, office, self.runner, parts, self.acts)
        self.showing = Showing(self, parts, self.presenter, context)
        middle = row(theme, self.agenda, (self.item, 1), self.sides.column, space=12, margin=(12, 10, 12, 8))
        self._middle = keep_place(box(middle))
        self.setLayout(column(theme, self.strip, (self._middle, 1), space=0))
        self._keys = HeldKeys(self, parts.item.minutes.editor)
        self._text_of = ""
        self._offering: tuple[QMenu, ...] = ()
        self._meeting = WholeMeeting(parts)
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE)
        self._clock.timeout.connect(self._tick)
        self._duties = DutyWatch(self.acts.tell_duties)
        self.savers.saved.connect(self._saved)
        self.savers.told.connect(self._told_saved)
        RefusedSaves(self, self.savers, self.refuse, context.messages)
        self.strip.more.connect(lambda: self.more_menu().popup(self.strip.below_more()))
        wire(parts, self.acts)
        bind_keys(self, parts, self.acts, self.finding, self.showing, self.versions)

    def show_versions(self) -> None:
        self.versions.show()

    def go_to(self, place: str) -> None:
        """Where a refusal leads: to what mends it."""
        self.acts.go_to(place)

    def more_menu(self) -> QMenu:
        """The menu Mer, made for the item that is shown."""
        return more_menu(self, self.acts, self.showing, self.versions)

    def offered(self) -> tuple[Offered, ...]:
        """What the palette offers of the meeting that goes on."""
        if self.presenter.scene is None:
            return ()
        for menu in self._offering:
            menu.deleteLater()
        self._offering = (self.item.additions.whole_menu(), self.more_menu())
        return live_offers(self.acts, self.parts, self.finding, *self._offering)

    # ── coming and going ─────────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        ref = self.acts.closing.arrive(target) or self.context.memory.recall(MEETING)
        self.acts.left_forms.arrive()
        self.parts.put_away()
        self.texts.come_back()
        self.parts.notes.forget()
        self._clock.start()
        self.showing.arrive()
        if self.presenter.scene is None or self.presenter.scene.content.ref != ref:
            self._middle.hide()
            self._meeting.forget()
            self.strip.wait()
            self._keys.begin()
        if ref:
            self.context.memory.jot(MEETING, ref)
            # What is still on its way from the last visit is written before the meeting is read.
            self.savers.flush()
            self.runner.write(lambda: None, lambda _none: self.presenter.open(ref, self.texts.last_item()))
            self.signs.load(ref)

    def save(self) -> None:
        self.texts.settle()
        self.savers.flush()

    def leave(self) -> None:
        super().leave()
        self._keys.drop()
        self.acts.left_forms.drafts.leave()
        self._clock.stop()
        self.showing.leave()

    def stays(self) -> bool:
        return self.acts.left_forms.drafts.stay()

    def unsaved(self) -> bool:
        return not self.savers.clean()

    def areas_changed(self, areas: frozenset[str]) -> None:
        if "meetings" not in areas and "actions" not in areas:
            self.presenter.reload()

    def set_room(self, room: Room) -> None:
        self.parts.set_room(room)

    def keep_foot(self, height: int) -> bool:
        """Agenda, text, att-satser and forms are all needed at once here, so messages have a place of their own."""
        self.setContentsMargins(0, 0, 0, height)
        self.parts.place()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.place()

    # ── what the presenter asks for ──────────────────────────────────────────────────────────
    def show_scene(self, scene: Scene, *, item_changed: bool) -> None:
        self._middle.show()
        if item_changed or (scene.shown, scene.withheld) != (self.texts.shown, self.texts.withheld):
            same_item = scene.shown == self._text_of
            back = self.texts.show(scene)
            self._text_of = scene.shown
            self.undoing.text_shown(same_item=same_item, back=back, withheld=scene.withheld)
            if not (self.parts.keyboard_stays(same_item=same_item) or self.finding.panel.has_keyboard()):
                self.acts.focus_text()
        self.item.show_scene(scene)
        lines = action_lines(scene.content, scene.item)
        self.action_panel.show_lines(f"Åtgärder i {scene.item_words()}", lines, may_add=not scene.locked)
        self.strip.show_actions(len(scene.item.actions))
        self.agenda.show_step(scene.step)
        self.strip.show_step(scene.step, running=scene.running, adjourned=scene.adjourned_at is not None)
        self._show_clock(scene, self.presenter.now())
        self.versions.tell_number(scene)
        self._meeting.show_signs(scene)
        self.parts.notes.follow(scene)
        self.finding.follow(scene)
        self.versions.follow(scene)
        if item_changed:
            _paint_at_once(self.window())
        self._follow(scene)
        self._keys.end()

    def _follow(self, scene: Scene) -> None:
        """What is not seen in this window's item: it need not be waited for."""
        self.texts.remember_place()
        self.acts.left_forms.follow(scene)
        self.showing.follow(scene)
        self.parts.spelling.follow(scene)
        self.acts.closing.follow()
        self._duties.follow(scene)
        forget_break(scene, self.context.messages)
        interrupted.begin(self.context.memory, scene.content.ref)

    def offer_undo(self, words: str, undo: Callable[[], None], *, keyed: bool = True) -> None:
        self.context.messages.offer_undo(words, undo, keyed=keyed)

    def done(self, act: Act) -> None:
        self.undoing.done(act)

    def undo(self, act: Act) -> None:
        self.undoing.take_back(act)

    def refuse(self, error: UserError) -> None:
        self.context.operations.refused.emit(error)

    def closed(self, ref: str, unreached: Unreached) -> None:
        self.acts.focus_text()
        words = " ".join(filter(None, (CLOSED, came_back_words(unreached))))
        self.context.messages.finished(words, TO_ITS_PAGE, partial(self.context.go, "meeting", ref))

    # ── the text ─────────────────────────────────────────────────────────────────────────────
    def _saved(self, key: str, answer: object) -> None:
        if key == UNSENT:
            return
        if isinstance(answer, Typed):
            self.texts.saved(key, answer)
            self.versions.typed(key, answer)
            if answer.replaced is not None:
                words = "Texten ändrades också på annat håll. Det du skrev gäller; den andra texten finns i historiken."
                self.context.messages.refuse(words)
            if self.presenter.scene is not None:
                self.versions.tell_number(self.presenter.scene)
                self._meeting.show_signs(self.presenter.scene)
            return
        if isinstance(answer, Decided):
            follow_decided(key, answer, self.item.decisions, self.presenter, self.undoing)
        if self.presenter.scene is not None:
            self.showing.follow(self.presenter.scene)

    def _told_saved(self, words: str, failing: bool) -> None:
        self.context.told_saved(words, failing)
        self.copies.told(words, failing, self.presenter.scene)

    # ── words ────────────────────────────────────────────────────────────────────────────────
    def _tick(self) -> None:
        if self.presenter.scene is not None:
            self._show_clock(self.presenter.scene, self.presenter.tick())

    def _show_clock(self, scene: Scene, now: time) -> None:
        self._meeting.show(scene, now)
        self.item.show_time(item_clock(scene, now))
        self.agenda.mark(scene.shown)
        self.attendance.show_rows(attendance(scene))


def _paint_at_once(window: QWidget) -> None:
    """Before the change is written: the threads that write and read take turns with every call of the painting."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))

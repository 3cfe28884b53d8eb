"""Mötesläge: strip, agenda, item, attendance and actions put together, and the keys that lead through a meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent

from bra_desktop.domain.errors import UserError
from bra_desktop.services.minutes import Typed
from bra_desktop.services.office import Office
from bra_desktop.ui.layouts import box, column, row
from bra_desktop.ui.live.action_panel import ActionLine, ActionPanel
from bra_desktop.ui.live.agenda_list import AgendaList
from bra_desktop.ui.live.attendance_panel import AttendancePanel
from bra_desktop.ui.live.attendance_rows import attendance
from bra_desktop.ui.live.closing_panel import ClosingPanel
from bra_desktop.ui.live.copies import Copies
from bra_desktop.ui.live.decision_line import DecisionLine
from bra_desktop.ui.live.form import Form, Task
from bra_desktop.ui.live.form_panel import FormPanel
from bra_desktop.ui.live.forms_of import FormBook
from bra_desktop.ui.live.item_pane import ItemPane
from bra_desktop.ui.live.keys import bind_keys
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.savers import Savers
from bra_desktop.ui.live.scene import Scene, Step, agenda, done_words, strip
from bra_desktop.ui.live.side_panels import SidePanels
from bra_desktop.ui.live.strip import LiveStrip
from bra_desktop.ui.live.text_desk import TextDesk
from bra_desktop.ui.live.wording import due_words, responsible_words
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room

MEETING = "live.meeting"
MINUTE = 10_000
"""Milliseconds between looks at the clock."""


class LivePage(Page):
    """The target is a meeting's reference. Without one the meeting that was open last is shown."""

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self.presenter = LivePresenter(self.runner, office, self)
        self.savers = Savers.of(context.operations, office.local_now)
        self.strip = LiveStrip(theme)
        self.agenda = AgendaList(theme)
        self.item = ItemPane(theme, office, self.savers)
        self.texts = TextDesk(office, self.item.minutes, self.savers, context.memory)
        self.attendance, self.action_panel = AttendancePanel(theme), ActionPanel(theme)
        self.sides = SidePanels(theme, self, self.attendance, self.action_panel)
        self.form = FormPanel(theme, self)
        self.closing = ClosingPanel(theme, self)
        self.forms = FormBook(self.presenter)
        self.copies = Copies(self, self.item.minutes, self.item.decisions, context.messages)
        self._middle = row(theme, self.agenda, (self.item, 1), self.sides.column, space=12, margin=(12, 10, 12, 8))
        self.setLayout(column(theme, self.strip, (box(self._middle), 1), space=0))
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE)
        self._clock.timeout.connect(self._tick)
        self._connect()
        bind_keys(self)

    # ── coming and going ─────────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        ref = str(target) if target else self.context.memory.recall(MEETING)
        self.texts.forget()
        self._clock.start()
        if ref:
            self.context.memory.remember(MEETING, ref)
            # What is still on its way from the last visit is written before the meeting is read.
            self.savers.flush()
            self.runner.write(lambda: None, lambda _none: self.presenter.open(ref))

    def leave(self) -> None:
        self.texts.settle()
        self.savers.flush()
        self._clock.stop()

    def unsaved(self) -> bool:
        return not self.savers.clean()

    def areas_changed(self, areas: frozenset[str]) -> None:
        if "meetings" not in areas and "actions" not in areas:
            self.presenter.reload()

    def set_room(self, room: Room) -> None:
        self.strip.set_room(room)
        self.sides.set_floating(room.no_sides)
        self.agenda.set_narrow(room.no_sides)
        self.item.set_narrow(room.no_sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.place()
        self.form.place()
        self.closing.place()

    # ── what the presenter asks for ──────────────────────────────────────────────────────────
    def show_scene(self, scene: Scene, *, item_changed: bool) -> None:
        if item_changed or scene.shown != self.texts.shown:
            self.texts.show(scene)
            if not self.form.is_open() and not self.agenda.list.hasFocus():
                self.focus_text()
        self.item.show_scene(scene)
        self.action_panel.show_lines(
            f"Åtgärder i {scene.item_words()}", self._action_lines(scene), may_add=not scene.locked
        )
        self.strip.show_actions(len(scene.item.actions))
        self.strip.show_step(scene.step, running=scene.running, adjourned=scene.adjourned_at is not None)
        self._show_clock(scene, self.presenter.now())
        self._show_version(scene)

    def offer_undo(self, words: str, undo: Callable[[], None]) -> None:
        self.context.messages.offer_undo(words, undo)

    def refuse(self, error: UserError) -> None:
        self.context.operations.refused.emit(error)

    def closed(self, ref: str) -> None:
        self.focus_text()
        words = "Mötet är avslutat. Texten kan ändras fram till justeringen."
        self.context.messages.finished(words, "Till mötets sida", lambda: self.context.go("meeting", ref))

    # ── the text ─────────────────────────────────────────────────────────────────────────────
    def _saved(self, key: str, answer: object) -> None:
        if isinstance(answer, Typed):
            self.texts.saved(key, answer)
            if answer.replaced is not None:
                words = "Texten ändrades också på annat håll. Det du skrev gäller; den andra texten finns i historiken."
                self.context.messages.refuse(words)
            if self.presenter.scene is not None:
                self._show_version(self.presenter.scene)
        elif self.item.decisions.confirm(key, answer):
            self.presenter.saved()

    def _told_saved(self, words: str, failing: bool) -> None:
        self.context.told_saved(words, failing)
        self.copies.told(words, failing, self.presenter.scene)

    def focus_text(self) -> None:
        self.item.minutes.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ── what the parts ask for ───────────────────────────────────────────────────────────────
    def step(self) -> None:
        """The filled button: opens the meeting, goes on, or shows what is missing before it is closed."""
        step = self.presenter.step()
        if step is Step.OPEN:
            self.presenter.open_meeting()
        elif step is Step.NEXT:
            self.go(1)
        elif step is Step.CLOSE:
            self.ask_close()
        elif step is Step.LEAVE and self.presenter.scene is not None:
            self.context.go("meeting", self.presenter.scene.content.ref)

    def go(self, step: int) -> None:
        self.form.close_form()
        self.presenter.go(step)

    def ask_close(self) -> None:
        self.texts.settle()
        self.savers.flush()
        self.presenter.ask_gaps(self.closing.open)

    def open_form(self, form: Form | None) -> None:
        if form is not None:
            self.form.open(form)

    def new_action(self) -> None:
        """Made of what is selected in the text, if anything is."""
        scene = self.presenter.scene
        if scene is not None and not scene.locked:
            self.open_form(self.forms.action(self.item.minutes.selected_words()))

    def go_to(self, place: str) -> None:
        """Where a missing thing is mended."""
        kind, _, rest = place.partition("/")
        if kind == "item":
            key, _, part = rest.partition("/")
            self.presenter.show_item(key)
            if part == "actions":
                self.sides.show_actions()
            else:
                self.focus_text()
        elif kind == "participants":
            self.sides.show_attendance()
        elif place == "agenda":
            self.agenda.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif kind == "meeting":
            self.open_form(self.forms.times())

    def _connect(self) -> None:
        p, forms = self.presenter, self.forms
        self.savers.saved.connect(self._saved)
        self.savers.told.connect(self._told_saved)
        self.savers.refused.connect(self.refuse)
        self.strip.stepped.connect(self.step)
        self.strip.back.connect(self._back)
        self.strip.adjourned.connect(p.adjourn_or_resume)
        self.agenda.chosen.connect(self._choose)
        self.agenda.removed.connect(p.strike_or_remove)
        self.agenda.moved.connect(p.move_item)
        self.agenda.added.connect(lambda: self.open_form(forms.item()))
        self.item.decisions.removed.connect(self._remove_line)
        self.item.decisions.moved.connect(p.move_decision)
        self.item.decisions.decided.connect(p.decide_proposals)
        self.item.decisions.left.connect(self.focus_text)
        self.item.decisions.kind_asked.connect(self._ask_kind)
        self.item.decisions.part_opened.connect(lambda field, key: self.open_form(forms.part(field, key)))
        self.item.addition_asked.connect(lambda name: self.open_form(forms.addition(name)))
        self.item.immediate_chosen.connect(p.set_immediate)
        self.item.adjust_asked.connect(self._adjust_now)
        self.item.signing_asked.connect(self._to_signing)
        self.item.take_up_asked.connect(lambda: p.take_up(self.texts.shown))
        self.attendance.toggled.connect(p.toggle)
        self.attendance.opened.connect(lambda person: self.open_form(forms.presence(person)))
        self.attendance.added.connect(lambda: self.open_form(forms.guest()))
        self.action_panel.added.connect(self.new_action)
        self.action_panel.opened.connect(lambda key: self.open_form(forms.known_action(key)))
        self.form.submitted.connect(self._submit)
        self.form.removed.connect(self._remove_by_form)
        self.form.left.connect(self.focus_text)
        self.closing.confirmed.connect(p.close_meeting)
        self.closing.place_chosen.connect(self.go_to)
        self.closing.left.connect(self.focus_text)

    def _choose(self, key: str) -> None:
        self.presenter.show_item(key)
        self.focus_text()

    def _back(self) -> None:
        if self.presenter.scene is not None:
            self.context.go("meeting", self.presenter.scene.content.ref)

    def _adjust_now(self) -> None:
        self.texts.settle()
        self.savers.flush()
        self.presenter.adjust_now()

    def _to_signing(self) -> None:
        if self.presenter.scene is not None:
            self.context.go("adjustment", (self.presenter.scene.content.ref, self.presenter.scene.shown))

    def _ask_kind(self, line: DecisionLine) -> None:
        self.savers.flush(line.key)
        self.open_form(self.forms.decision(line))

    def _remove_line(self, line: DecisionLine) -> None:
        remove = line.keeper.remove()
        self.presenter.act_with_undo(lambda _office: remove(), "Att-satsen är borttagen.")

    def _submit(self, form: Form, task: Task) -> None:
        def done(_result: object) -> None:
            if self.form.form() is form:
                self.form.close_form()

        self.presenter.act(task, done, partial(self._refused_form, form))

    def _refused_form(self, form: Form, error: UserError) -> None:
        if self.form.form() is form:
            self.form.show_error(error)
        else:
            self.refuse(error)

    def _remove_by_form(self, form: Form) -> None:
        self.form.close_form()
        if form.remove is not None:
            self.presenter.act_with_undo(form.remove, form.removed_words)

    # ── words ────────────────────────────────────────────────────────────────────────────────
    def _tick(self) -> None:
        if self.presenter.scene is not None:
            self._show_clock(self.presenter.scene, self.presenter.now())

    def _show_clock(self, scene: Scene, now: time) -> None:
        words = strip(scene, now)
        self.strip.show_strip(words)
        self.agenda.show_rows(agenda(scene, now), done_words(scene))
        self.attendance.show_rows(attendance(scene), words.present.removesuffix(" närvarande"))

    def _show_version(self, scene: Scene) -> None:
        revision = self.texts.revision(scene)
        self.context.tell_extra(f"{scene.item_words()} version {revision}" if revision else "")

    def _action_lines(self, scene: Scene) -> tuple[ActionLine, ...]:
        return tuple(
            ActionLine(
                a.key, a.text, responsible_words(scene.content, a), due_words(a), not a.responsible and not a.everybody
            )
            for a in scene.item.actions
        )

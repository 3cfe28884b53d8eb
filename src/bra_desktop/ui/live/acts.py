"""What the keys and buttons of Mötesläge do: each is one method, whether a key, a button or a menu asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.live.closing.closing_desk import ClosingDesk
from bra_desktop.ui.live.forms.form import Form, Task, Told
from bra_desktop.ui.live.forms.forms_of import FormBook
from bra_desktop.ui.live.forms.left_forms import LeftForms
from bra_desktop.ui.live.forms.way_back import WayBack
from bra_desktop.ui.live.in_a_break import stopped_by_break, vote_stopped_by_break
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.item.line_acts import LineActs
from bra_desktop.ui.live.left_meeting import LeftDesk
from bra_desktop.ui.live.locked_item import stopped_by_lock
from bra_desktop.ui.live.locking import LockDesk
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.round_act import go_round
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.live.showing import NO_NOTES
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.shared_screen import SharedScreen
from bra_desktop.ui.widgets.question import ask

BY_KEY = Qt.FocusReason.ShortcutFocusReason
LOCK_WORDS = (
    "Paragrafens text låses och skrivs under för sig. Det går inte att ångra; fel rättas sedan med en rättelse."
)


class LiveActs:
    """Leads the parts and asks the presenter."""

    def __init__(self, parts: LiveParts, presenter: LivePresenter, context: PageContext) -> None:
        self._parts, self.presenter, self._context = parts, presenter, context
        self.forms = FormBook(presenter, lambda: parts.item.decisions.lines)
        self.left_forms = LeftForms(parts, context, self.forms, presenter)
        self.closing = ClosingDesk(parts, self)
        self.left = LeftDesk(parts, presenter, context, self.closing)
        self.tell_lock: Callable[[], bool] = partial(stopped_by_lock, presenter, context.messages)
        self.lines = LineActs(presenter, parts.savers, self.tell_lock, context.messages.finished)
        self._way_back, self.ask_lock = WayBack(parts), _lock_question(parts, context)
        self.locking = LockDesk(parts, presenter, context, self)

    # ── through the meeting ──────────────────────────────────────────────────────────────────
    def step(self) -> None:
        """The filled button: opens the meeting, goes on, or shows what is missing before it is closed."""
        step = self.presenter.step()
        if step is Step.OPEN:
            self._parts.form.close_form()
            self._to_text_of_item()
            self.presenter.open_meeting(self._not_opened)
        elif step is not None:
            acts = {Step.TAKE_UP: self.take_up, Step.CLOSE: self.ask_close, Step.LEAVE: self.back}
            acts.get(step, partial(self.go, 1))()

    def on(self) -> None:
        """The key: as the filled button, but after the meeting it goes through the items and never leaves the page."""
        if self.presenter.step() is Step.LEAVE:
            self.go(1)
        else:
            self.step()

    def go(self, step: int) -> None:
        self._parts.form.close_form()
        ahead = self.presenter.scene.neighbour(step) if self.presenter.scene is not None and step > 0 else ""
        if not stopped_by_break(self.presenter, self._context.messages, ahead):
            self.presenter.go(step)
        self._to_text_of_item()

    def take_up(self) -> None:
        """The shown item gets its §, and the keyboard is where its words are written."""
        self._parts.form.close_form()
        if not stopped_by_break(self.presenter, self._context.messages, self._parts.texts.shown):
            self.presenter.take_up(self._parts.texts.shown)
        self._to_text_of_item()

    def give_back(self) -> None:
        """An item taken up by mistake goes back to the agenda, when what was typed in it is on the disk."""
        self._settle()
        self._parts.form.close_form()
        self.presenter.give_back()

    def back(self) -> None:
        """To the meeting's own page; the meeting goes on."""
        if self.presenter.scene is not None:
            self._context.go("meeting", self.presenter.scene.content.ref)

    def choose(self, key: str) -> None:
        self.presenter.show_item(key)
        self.focus_text()

    def ask_close(self) -> None:
        """What is missing before the meeting is closed."""
        self.closing.ask()

    def tell_duties(self, words: str, missing: bool) -> None:
        """Who presides or keeps the minutes has changed, or is missing."""
        tell = self._context.messages.refuse if missing else self._context.messages.finished
        tell(words, "Ändra uppdragen", lambda: self.open_form(self.forms.officers()))

    def to_signing(self) -> None:
        if self.presenter.scene is not None:
            self._context.go("adjustment", (self.presenter.scene.content.ref, self.presenter.scene.shown))

    def go_to(self, place: str) -> None:
        """Where a missing thing is mended."""
        self.closing.leading.go_to(place)

    def _not_opened(self, error: UserError) -> None:
        """Says why, and offers the way to the list where the one who is missing is marked."""
        self._context.operations.refused.emit(error)
        missing = getattr(error, "missing", ())
        if not missing or missing[0].place.startswith("participants"):
            self.closing.await_officers(self._context.messages.written)

    def _settle(self) -> None:
        self._parts.texts.settle()
        self._parts.savers.flush()

    # ── where the keyboard goes ──────────────────────────────────────────────────────────────
    def focus_text(self) -> None:
        self._parts.item.minutes.editor.setFocus(BY_KEY)

    def leave_form(self) -> None:
        """Back to where the form was opened from, as an att-sats or the roll; else to the text."""
        if not self._way_back.go():
            self.focus_text()

    def _to_text_of_item(self) -> None:
        """After an act that leads on: what is typed next are the words of the item."""
        self._parts.sides.close()
        if not self._parts.panel_is_open():
            self.focus_text()

    def escape(self) -> None:
        """What lies over the page goes, one thing at a time; then the keyboard goes to the text."""
        listed = QApplication.activePopupWidget()
        if listed is not None:
            listed.close()  # names that are offered while somebody writes
        elif self._parts.asked.isVisible():
            self._parts.asked.leave()
        elif self._parts.closing.isVisible():
            self._parts.closing.leave()
        elif self._parts.versions.isVisible():
            self._parts.versions.leave()
        elif self._parts.form.is_open():
            self._parts.form.cancel()
        else:
            self._parts.sides.close()
            self.focus_text()

    def toggle_notes(self) -> None:
        """To the notes beside the text; from them back to it, and they close.

        On a shared screen there are none, and what was meant for them must not be typed into the minutes.
        """
        if self._parts.sides.notes_are_hidden():
            self._parts.let_go_of_keyboard()
            self._context.messages.refuse(NO_NOTES)
        elif not self._parts.sides.toggle_notes():
            self.focus_text()

    def go_round(self) -> None:
        """A heading for each organisation that is there."""
        go_round(self.presenter, self._parts.item.minutes, self._context.messages)

    # ── decisions ────────────────────────────────────────────────────────────────────────────
    def new_decision(self) -> None:
        """In a form the same key sends it."""
        if self._parts.form.is_open():
            self._parts.form.submit()
        elif not self._parts.list_is_open() and not self.tell_lock():
            box = self._parts.item.decisions
            self.presenter.unless_left(partial(box.add_line, box.focused_line()))

    def ask_kind(self, line: DecisionLine) -> None:
        self._parts.savers.flush(line.key)
        self.open_form(self.forms.decision(line))

    # ── forms ────────────────────────────────────────────────────────────────────────────────
    def open_form(self, form: Form | None) -> None:
        if form is None:
            self.tell_lock()
        else:
            self._way_back.remember()
            self.left_forms.open(form)

    def add(self, name: str) -> None:
        if name != "vote" or not vote_stopped_by_break(self.presenter, self._context.messages):
            self.open_form(self.forms.addition(name))

    def new_action(self) -> None:
        """Made of what is selected in the text, if anything is."""
        if not self.tell_lock():
            self.open_form(self.forms.action(self._parts.item.minutes.selected_words()))

    def submit(self, form: Form, task: Task) -> None:
        def done(result: object) -> None:
            self.left_forms.sent(form)
            if isinstance(result, Told) and result.words:
                self._context.messages.refuse(result.words)
            if form.adds_to_register:
                self.presenter.forget_around()
            if self._parts.form.form() is form:
                self._parts.form.done()
            if form.address is not None and form.address.item == self._parts.texts.shown:
                self._parts.item.minutes.take_line_away(form.line)

        self.presenter.act(self.left_forms.sending(form, task), done, partial(self._refused_form, form))

    def remove_by_form(self, form: Form) -> None:
        self._parts.form.done()
        if form.remove is not None:
            self.presenter.act_with_undo(form.remove, form.removed_words)

    def _refused_form(self, form: Form, error: UserError) -> None:
        if self._parts.form.form() is form:
            self._parts.form.show_error(_told(self._context, error))
        else:
            self._context.operations.refused.emit(error)

    # ── the window ───────────────────────────────────────────────────────────────────────────
    def full_screen(self) -> None:
        """The whole screen, or back to the window."""
        window: QWidget = self._parts.strip.window()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def save_copy(self) -> None:
        self._parts.copies.save(self.presenter.scene)


def _lock_question(parts: LiveParts, context: PageContext) -> Callable[[str], bool]:
    """Asks before a § is locked for good, by the question that is its title."""
    return lambda title: ask(
        context.theme, "live.question", title, LOCK_WORDS, "Lås paragrafen", "stamp", parts.strip.window()
    )


def _told(context: PageContext, error: UserError) -> UserError:
    """A refusal as others may see it: it may be about another item than the form is."""
    words = SharedScreen.of(context.operations).told(error.text)
    return error if words == error.text else UserError(words, error.where)

"""Shows a form over the page: fields, what is wrong, the verb, Avbryt. Enter takes it, Esc leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.later import later
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, scroll
from bra_desktop.ui.live.forms.choice_edit import ENTER
from bra_desktop.ui.live.forms.form import Form, Value
from bra_desktop.ui.live.forms.form_draft import FormPlace
from bra_desktop.ui.live.forms.form_rows import FormRows
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.floating import AIR, FloatingPanel
from bra_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from bra_desktop.ui.layouts import Item

WIDTH, WIDE = 520, 620


class FormPanel(FloatingPanel):
    """`submitted` and `removed` hand over the form and its task; `left` says that it has gone,
    `led` asks for a page and what it shows.

    `let_go` hands over a form that goes with something typed in it and not sent: the form filled with that, what
    stood in it when it was opened, and whether somebody threw it away. `emptied`: one goes and nothing is lost with it.
    `opened`: its fields can be written in. `typed` and `moved` say that something stands in it that did not before, and
    that the caret has moved.
    """

    submitted = Signal(object, object)
    removed = Signal(object)
    left = Signal()
    led = Signal(str, str)
    let_go = Signal(object, object, bool)
    emptied = Signal()
    opened = Signal()
    typed = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._form: Form | None = None
        self._begun: dict[str, Value] = {}
        self._thrown = False
        self._rows: FormRows | None = None
        self._whole = column(theme, margin=1)
        self._inner: QVBoxLayout = column(theme)
        self.setLayout(self._whole)

    # ── in and out ───────────────────────────────────────────────────────────────────────────
    def open(self, form: Form, begun: dict[str, Value] | None = None, at: FormPlace | None = None) -> None:
        """Takes the place of a form that is open. begun: what stood in it first, and at: where the keyboard was, when
        it comes back; else the keyboard goes where the form wants to begin.
        """
        self._hand_back()
        self._form = form
        named(self, "live.form", form.title)
        rows = self._fill(form)
        self._begun = begun if begun is not None else {} if form.typed else self.values()
        self.place()
        self.show()
        self.raise_()
        self.opened.emit()
        if at is None or not self.go_to(at):
            rows.begin()
        if self.values() != self._begun:
            self.typed.emit()

    def cancel(self) -> None:
        """Somebody does not want it: it goes, and what was typed in it is thrown away."""
        self._thrown = True
        self.close_form()
        self._thrown = False

    def close_form(self) -> None:
        if self._form is not None:
            self.put_away()
            self.left.emit()

    def put_away(self) -> None:
        """Goes without giving the keyboard back: something else takes its place."""
        self._hand_back()
        self._form = None
        self.hide()

    def done(self) -> None:
        """What stands in it is kept, or no longer wanted."""
        self._begun = self.values()
        self.close_form()

    def _hand_back(self) -> None:
        if self._form is None:
            return
        typed = self.values()
        if typed != self._begun:
            self.let_go.emit(self._form.filled(typed), self._begun, self._thrown)
        else:
            self.emptied.emit()

    def is_open(self) -> bool:
        return self._form is not None

    def form(self) -> Form | None:
        return self._form

    def begun(self) -> dict[str, Value]:
        """What stood in each field when it was opened."""
        return self._begun

    def place_of_keyboard(self) -> FormPlace | None:
        """Where somebody writes; None when that is in no field of it."""
        return self._rows.place() if self._rows is not None else None

    def go_to(self, place: FormPlace) -> bool:
        """The keyboard goes where it was; False when that is no longer there."""
        widget = self._rows.go_to(place) if self._rows is not None else None
        if widget is not None:
            later(widget, 0, lambda: self.show_stop(widget))
        return widget is not None

    def editor(self, name: str) -> QWidget:
        """The control of a field. Raises KeyError."""
        if self._rows is None:
            raise KeyError(name)
        return self._rows.editors[name]

    def place(self) -> None:
        """In the middle of the page, never higher or wider than it."""
        wide = self._rows is not None and self._rows.are_wide()
        width = min(self._theme.px(WIDE if wide else WIDTH), self._page.width() - self._theme.px(2 * AIR))
        room = self._page.contentsRect().height() - self._theme.px(2 * AIR)
        if self._rows is not None:
            self._rows.shrink(0)
            self._rows.shrink(self._high(width) - room)
        self.put_in_middle(width, self._high(width))

    def _high(self, width: int) -> int:
        """The height in which nothing of the form has to be scrolled."""
        high = self._inner.sizeHint().height()
        if self._inner.hasHeightForWidth():
            high = self._inner.totalHeightForWidth(width - self._theme.px(16))
        return high + self._theme.px(100)

    def show_error(self, error: UserError) -> None:
        """At the field that it is about, else at the foot."""
        if self._rows is not None:
            told = self._rows.show_error(error)
            self.place()
            self.show_stop(told)
            later(told, 0, lambda: self.show_stop(told))  # the words have made it higher by then

    def errors(self) -> list[str]:
        """What is said to be wrong, from the top."""
        return self._rows.errors() if self._rows is not None else []

    def values(self) -> dict[str, Value]:
        """What stands in each field."""
        return self._rows.values() if self._rows is not None else {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in ENTER:
            self.submit()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Reads the fields; what is wrong is said at its field, else the task is handed over."""
        if self._form is None:
            return
        try:
            task = self._form.submit(self.values())
        except UserError as wrong:
            self.show_error(wrong)
        else:
            self.submitted.emit(self._form, task)

    # ── building ─────────────────────────────────────────────────────────────────────────────
    def _fill(self, form: Form) -> FormRows:
        theme = self._theme
        empty(self._whole)
        rows = self._rows = FormRows(theme, form, self.typed.emit, self.moved.emit, self.place)
        intro = [label(form.intro, "muted", wrap=True)] if form.intro else []
        self._inner = column(theme, *intro, *rows.widgets, rows.foot, STRETCH, space=8, margin=(16, 4, 12, 8))
        head = box(row(theme, label(form.title, "h3"), STRETCH, margin=(16, 12, 16, 4)))
        foot = box(row(theme, *_buttons(self, theme, form), margin=(16, 8, 16, 12)))
        whole = QFrame()
        whole.setLayout(column(theme, head, (scroll(box(self._inner)), 1), foot, space=0))
        self._whole.addWidget(whole)
        whole.show()  # at once, or the keyboard could not be led into it
        rows.follow()
        return rows


def _buttons(panel: FormPanel, theme: Theme, form: Form) -> list[Item]:
    submit = Button(theme, "live.form_submit", form.submit_words, "primary", tip="Enter")
    cancel = Button(theme, "live.form_cancel", "Avbryt", "plain", tip="Esc")
    submit.clicked.connect(panel.submit)
    cancel.clicked.connect(panel.cancel)
    found: list[Item] = [submit, cancel, STRETCH]
    if form.lead_words:
        lead = Button(theme, "live.form_lead", form.lead_words, "link", "arrow-right")
        lead.clicked.connect(lambda: panel.led.emit(*form.lead_to))
        found.append(lead)
    if form.remove is not None:
        remove = Button(theme, "live.form_remove", form.remove_words, "quiet", "x", tip="Kan ångras")
        remove.clicked.connect(lambda: panel.removed.emit(form))
        found.append(remove)
    return found

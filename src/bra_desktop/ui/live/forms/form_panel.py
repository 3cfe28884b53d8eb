"""Shows a form over the page: fields, what is wrong, the verb, Avbryt. Enter takes it, Esc leaves it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, scroll
from bra_desktop.ui.live.forms.form import Form, FormField, Value
from bra_desktop.ui.live.forms.form_editors import ENTER, make_editor, on_edit, value_of
from bra_desktop.ui.live.forms.roll_list import RollList, roll_foot
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import Field
from bra_desktop.ui.widgets.floating import AIR, FloatingPanel
from bra_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from bra_desktop.ui.layouts import Item

WIDTH, WIDE = 520, 620


class FormPanel(FloatingPanel):
    """`submitted` and `removed` hand over the form and its task; `left` says that it has gone,
    `led` asks for a page and what it shows.

    `let_go` hands over a form that went with something typed in it and not sent: the form filled with that, and what
    stood in it when it was opened.
    """

    submitted = Signal(object, object)
    removed = Signal(object)
    left = Signal()
    led = Signal(str, str)
    let_go = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._form: Form | None = None
        self._begun: dict[str, Value] = {}
        self._fields: dict[str, Field | QWidget] = {}
        self._editors: dict[str, QWidget] = {}
        self._whole = column(theme, margin=1)
        self._inner: QVBoxLayout = column(theme)
        self.setLayout(self._whole)

    # ── in and out ───────────────────────────────────────────────────────────────────────────
    def open(self, form: Form, begun: dict[str, Value] | None = None) -> None:
        """Takes the place of a form that is open. begun: what stood in it first, when it comes back."""
        self._hand_back()
        self._form = form
        self._fields.clear()
        self._editors.clear()
        named(self, "live.form", form.title)
        self._fill(form)
        self._begun = self.values() if begun is None else begun
        self.place()
        self.show()
        self.raise_()
        first = self._editors.get(form.focus) or next(iter(self._editors.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)

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
        typed = self.values()
        if self._form is not None and typed != self._begun:
            self.let_go.emit(self._form.filled(typed), self._begun)

    def is_open(self) -> bool:
        return self._form is not None

    def form(self) -> Form | None:
        return self._form

    def editor(self, name: str) -> QWidget:
        """The control of a field. Raises KeyError."""
        return self._editors[name]

    def place(self) -> None:
        """In the middle of the page, never higher or wider than it."""
        width = min(self._theme.px(WIDE if self._has_rows() else WIDTH), self._page.width() - self._theme.px(2 * AIR))
        high = self._inner.sizeHint().height()
        if self._inner.hasHeightForWidth():
            high = self._inner.totalHeightForWidth(width - self._theme.px(16))
        self.put_in_middle(width, high + self._theme.px(100))

    def _has_rows(self) -> bool:
        return any(isinstance(editor, RowsEdit) for editor in self._editors.values())

    def show_error(self, error: UserError) -> None:
        """At the field that it is about, else at the foot."""
        for name, field in self._fields.items():
            if isinstance(field, Field):
                field.set_error(error.text if name == error.where else "")
        known = isinstance(self._fields.get(error.where), Field)
        self._error.setText("" if known else error.text)
        self._error.setVisible(not known)
        if known:
            self._editors[error.where].setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_stop(self._fields[error.where])
        self.place()

    def errors(self) -> list[str]:
        """What is said to be wrong, from the top."""
        at_fields = [field.error() for field in self._fields.values() if isinstance(field, Field)]
        at_foot = [] if self._error.isHidden() else [self._error.text()]
        return [words for words in (*at_fields, *at_foot) if words]

    def _mended(self, name: str) -> None:
        """Somebody writes in the field: what was said about it, and about the form, is no longer known to hold."""
        field = self._fields.get(name)
        said = bool(self.errors()) if self._form is not None and self.isVisible() else False
        if not said:
            return
        if isinstance(field, Field):
            field.set_error("")
        self._error.hide()
        self.place()

    def values(self) -> dict[str, Value]:
        """What stands in each field."""
        return {name: value_of(editor) for name, editor in self._editors.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
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
    def _fill(self, form: Form) -> None:
        theme = self._theme
        empty(self._whole)
        rows = [self._row(field) for field in form.fields]
        self._error = label("", "body", "late", wrap=True)
        self._error.hide()
        intro = [label(form.intro, "muted", wrap=True)] if form.intro else []
        self._inner = column(theme, *intro, *rows, self._error, STRETCH, space=8, margin=(16, 4, 12, 8))
        head = box(row(theme, label(form.title, "h3"), STRETCH, margin=(16, 12, 16, 4)))
        foot = box(row(theme, *_buttons(self, theme, form), margin=(16, 8, 16, 12)))
        whole = QFrame()
        whole.setLayout(column(theme, head, (scroll(box(self._inner)), 1), foot, space=0))
        self._whole.addWidget(whole)
        whole.show()  # at once, or the keyboard could not be led into it
        self._follow()

    def _row(self, field: FormField) -> QWidget:
        editor = make_editor(self._theme, field)
        part = f"live.form_{field.name}"
        self._editors[field.name] = editor
        on_edit(editor, partial(self._mended, field.name))
        if isinstance(editor, QCheckBox):
            named(editor, part, field.words)
            self._fields[field.name] = editor
            return editor
        row_widget = Field(self._theme, part, field.words, editor, field.help_words)
        self._fields[field.name] = row_widget
        if isinstance(editor, QLineEdit) and field.explain is not None:
            explained = label("", "caption", "done")
            _below(row_widget, explained)
            editor.textChanged.connect(partial(_explain, field.explain, explained.setText))
            explained.setText(field.explain(editor.text()))
        if isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self._follow)
        if isinstance(editor, RowsEdit):
            editor.changed.connect(self.place)
        if isinstance(editor, RollList):
            _below(row_widget, roll_foot(self._theme, editor))
        return row_widget

    def _follow(self) -> None:
        """Shows the fields that the chosen method needs."""
        for field in self._form.fields if self._form else ():
            if field.only_if is not None:
                name, value = field.only_if
                wanted = value if isinstance(value, tuple) else (value,)
                self._fields[field.name].setVisible(value_of(self._editors[name]) in wanted)
        self.place()


def _buttons(panel: FormPanel, theme: Theme, form: Form) -> list[Item]:
    submit = Button(theme, "live.form_submit", form.submit_words, "primary", tip="Enter")
    cancel = Button(theme, "live.form_cancel", "Avbryt", "plain", tip="Esc")
    submit.clicked.connect(panel.submit)
    cancel.clicked.connect(panel.close_form)
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


def _below(field: QWidget, widget: QWidget) -> None:
    layout = field.layout()
    if layout is not None:
        layout.addWidget(widget)


def _explain(explain: Callable[[str], str], show: Callable[[str], None], words: str) -> None:
    show(explain(words))

"""The fields of a form that is shown: each with its words, its control and what is wrong, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.layouts import box, row
from bra_desktop.ui.live.forms.form import Form, FormField, Value
from bra_desktop.ui.live.forms.form_draft import FormPlace
from bra_desktop.ui.live.forms.form_editors import make_editor, on_edit, on_move, value_of
from bra_desktop.ui.live.forms.form_places import lead_to, place_of
from bra_desktop.ui.live.forms.roll_list import RollList, roll_foot
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.fields import Field
from bra_desktop.ui.widgets.labels import label

Act = Callable[[], None]


class FormRows:
    """``edited`` is called when something else stands in a field, ``moved`` when the caret has moved, ``grown`` when
    the rows need another height.
    """

    def __init__(self, theme: Theme, form: Form, edited: Act, moved: Act, grown: Act) -> None:
        self._theme, self._form = theme, form
        self._edited, self._moved, self._grown = edited, moved, grown
        self._fields: dict[str, Field | QWidget] = {}
        self.editors: dict[str, QWidget] = {}
        self.widgets = _side_by_side(theme, [(self._row(field), field.beside) for field in form.fields])
        self.foot = label("", "body", "late", wrap=True)
        self.foot.hide()

    # ── what stands there ────────────────────────────────────────────────────────────────────
    def values(self) -> dict[str, Value]:
        """What stands in each field."""
        return {name: value_of(editor) for name, editor in self.editors.items()}

    def are_wide(self) -> bool:
        """Whether a field has rows of its own."""
        return any(isinstance(editor, RowsEdit) for editor in self.editors.values())

    def follow(self) -> None:
        """Shows the fields that the chosen method needs."""
        for field in self._form.fields:
            if field.only_if is not None:
                name, value = field.only_if
                wanted = value if isinstance(value, tuple) else (value,)
                self._fields[field.name].setVisible(value_of(self.editors[name]) in wanted)
        self._grown()

    def shrink(self, less: int) -> None:
        """A list of votes is whole, or has that many pixels less: it gives way before the form has to be scrolled."""
        for name, editor in self.editors.items():
            if isinstance(editor, RollList):
                editor.fit(less)
            field = self._fields[name]
            if (layout := field.layout()) is not None:
                layout.activate()  # what lies in it would else answer the height that it had
            field.updateGeometry()

    # ── the keyboard ─────────────────────────────────────────────────────────────────────────
    def begin(self) -> None:
        """The keyboard goes where the form wants to begin, behind a text that stands there."""
        first = self.editors.get(self._form.focus) or next(iter(self.editors.values()))
        if isinstance(first, QPlainTextEdit):
            first.moveCursor(QTextCursor.MoveOperation.End)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def place(self) -> FormPlace | None:
        """Where somebody writes; None when that is in no field."""
        now = QApplication.focusWidget()
        return place_of(self.editors, now) if now is not None else None

    def go_to(self, place: FormPlace) -> QWidget | None:
        """The keyboard goes where it was, if that is still there; answers the widget that has it then."""
        return lead_to(self.editors, place)

    # ── what is wrong ────────────────────────────────────────────────────────────────────────
    def show_error(self, error: UserError) -> QWidget:
        """At the field that it is about, which has the keyboard then; else at the foot. Answers where it is said."""
        for name, field in self._fields.items():
            if isinstance(field, Field):
                field.set_error(error.text if name == error.where else "")
            if isinstance(editor := self.editors[name], RowsEdit):
                editor.clear_error()
        if (row := self._wrong_row(error)) is not None:
            self.foot.hide()
            return row
        about = self._fields.get(error.where)
        known = isinstance(about, Field)
        self.foot.setText("" if known else error.text)
        self.foot.setVisible(not known)
        if known:
            editor = self.editors[error.where]
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(editor, RollList):
                editor.to_missing()
        return about if isinstance(about, Field) else self.foot

    def _wrong_row(self, error: UserError) -> QWidget | None:
        """The row that it is about, where it is said; None when it is about no row."""
        name, *cell = error.where.split("/")
        editor = self.editors.get(name)
        if not cell or not isinstance(editor, RowsEdit):
            return None
        row, column = (int(number) for number in cell)
        return editor.show_error(error.text, row, column)

    def errors(self) -> list[str]:
        """What is said to be wrong, from the top."""
        at_fields = [field.error() for field in self._fields.values() if isinstance(field, Field)]
        in_rows = [editor.error() for editor in self.editors.values() if isinstance(editor, RowsEdit)]
        at_foot = [] if self.foot.isHidden() else [self.foot.text()]
        return [words for words in (*at_fields, *in_rows, *at_foot) if words]

    def _written_in(self, name: str) -> None:
        """What was said about the field, and about the form, is no longer known to hold."""
        if self.errors():
            # A tick says of another field that what stands in it is meant.
            about = self.editors if isinstance(self.editors[name], QCheckBox) else (name,)
            for one in about:
                field = self._fields.get(one)
                if isinstance(field, Field):
                    field.set_error("")
                if isinstance(editor := self.editors[one], RowsEdit):
                    editor.clear_error()
            self.foot.hide()
            self._grown()
        self._edited()

    # ── building ─────────────────────────────────────────────────────────────────────────────
    def _row(self, field: FormField) -> QWidget:
        editor = make_editor(self._theme, field)
        part = f"live.form_{field.name}"
        self.editors[field.name] = editor
        on_edit(editor, partial(self._written_in, field.name))
        on_move(editor, self._moved)
        if isinstance(editor, QCheckBox):
            named(editor, part, field.words)
            self._fields[field.name] = editor
            return editor
        line = Field(self._theme, part, field.words, editor, field.help_words)
        self._fields[field.name] = line
        if isinstance(editor, QLineEdit) and field.explain is not None:
            explained = label("", "caption", "done")
            _below(line, explained)
            editor.textChanged.connect(partial(_explain, field.explain, explained.setText))
            explained.setText(field.explain(editor.text()))
        if isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self.follow)
        if isinstance(editor, RowsEdit):
            editor.changed.connect(self._grown)
        if isinstance(editor, RollList):
            _below(line, roll_foot(self._theme, editor))
        return line


def _side_by_side(theme: Theme, fields: Iterable[tuple[QWidget, bool]]) -> list[QWidget]:
    """A line of the form for each, but those that stand beside the one before share its line with it."""
    lines: list[list[QWidget]] = []
    for widget, beside in fields:
        lines[-1].append(widget) if beside and lines else lines.append([widget])
    return [_in_one_line(theme, line) if len(line) > 1 else line[0] for line in lines]


def _in_one_line(theme: Theme, widgets: Iterable[QWidget]) -> QWidget:
    line = row(theme, space=12)
    for widget in widgets:  # level with each other also when something is said below one of them
        line.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return box(line)


def _below(field: QWidget, widget: QWidget) -> None:
    layout = field.layout()
    if layout is not None:
        layout.addWidget(widget)


def _explain(explain: Callable[[str], str], show: Callable[[str], None], words: str) -> None:
    show(explain(words))

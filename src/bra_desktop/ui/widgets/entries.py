"""The entries of a form: each shows a value in its field and reads it back, or says at the field what is wrong."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLabel, QLineEdit, QPlainTextEdit, QWidget

from bra_desktop.ui.layouts import box, column
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.fields import Field
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.plain_words import words_of
from bra_desktop.ui.widgets.typed_names import only_fitting

Choices = Sequence[tuple[str, Any]]


class Entry:
    """One value of a form. `read` raises ValueError with the sentence that stands at the field.

    places: the words by which a refusal names this field, beside its own name.
    """

    def __init__(self, name: str, field: Field, places: Sequence[str] = ()) -> None:
        self.name, self.field, self.places = name, field, (name, *places)

    @property
    def widget(self) -> QWidget:
        return self.field

    def show(self, value: Any) -> None:
        raise NotImplementedError

    def read(self) -> Any:
        raise NotImplementedError

    def typed(self) -> Any:
        """What stands there, right or wrong, for `retype` to put back."""
        return self.read()

    def retype(self, typed: Any) -> None:
        self.show(typed)

    def set_error(self, sentence: str) -> None:
        self.field.set_error(sentence)

    def focus(self) -> None:
        self.field.editor.setFocus()


class LineEntry(Entry):
    """Something that is written on one line; what stands there need not be right."""

    edit: QLineEdit

    def typed(self) -> Any:
        return self.edit.text()

    def retype(self, typed: Any) -> None:
        self.edit.setText(typed)


class TextEntry(LineEntry):
    """A line of text. needs: what to say when it is empty. minds: what is said of what is typed, which may be kept."""

    def __init__(
        self, theme: Theme, part: str, name: str, words: str, example: str = "", help_words: str = "", needs: str = "",
        places: Sequence[str] = (), minds: Callable[[str], str] | None = None,
    ) -> None:  # fmt: skip
        self.edit, self._needs = QLineEdit(), needs
        self.edit.setPlaceholderText(example)
        super().__init__(name, Field(theme, f"{part}.{name}", words, self.edit, help_words), places)
        if minds is not None:
            self.edit.textChanged.connect(lambda typed: self.set_error(minds(typed.strip())))

    def show(self, value: Any) -> None:
        self.edit.setText(str(value or ""))

    def read(self) -> Any:
        text = self.edit.text().strip()
        if self._needs and not text:
            raise ValueError(self._needs)
        return text


class WordsEntry(TextEntry):
    """Several words with commas between them."""

    def show(self, value: Any) -> None:
        self.edit.setText(", ".join(value or ()))

    def read(self) -> Any:
        return tuple(word for part in self.edit.text().split(",") if (word := part.strip()))


class LongEntry(Entry):
    """Some lines of text; Tab goes on to the next field."""

    def __init__(
        self, theme: Theme, part: str, name: str, words: str, example: str = "", help_words: str = "", lines: int = 3,
        places: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.edit = QPlainTextEdit()
        self.edit.setPlaceholderText(example)
        self.edit.setTabChangesFocus(True)
        self.edit.document().setDocumentMargin(theme.px(6))
        self.edit.setFixedHeight(round(theme.metrics().height() * lines) + theme.px(18))
        super().__init__(name, Field(theme, f"{part}.{name}", words, self.edit, help_words), places)

    def show(self, value: Any) -> None:
        self.edit.setPlainText(str(value or ""))

    def read(self) -> Any:
        return words_of(self.edit).strip()


class NumberEntry(LineEntry):
    """A whole number from `least` to `most`; empty gives None where that is allowed."""

    def __init__(
        self, theme: Theme, part: str, name: str, words: str, help_words: str = "", least: int = 0, most: int = 999,
        optional: bool = False,
    ) -> None:  # fmt: skip
        self.edit, self._least, self._most, self._optional = QLineEdit(), least, most, optional
        super().__init__(name, Field(theme, f"{part}.{name}", words, self.edit, help_words))

    def show(self, value: Any) -> None:
        self.edit.setText("" if value is None else str(value))

    def read(self) -> Any:
        text = self.edit.text().strip()
        if not text and self._optional:
            return None
        if not (text.isascii() and text.isdecimal() and self._least <= int(text) <= self._most):
            raise ValueError(f"Skriv ett tal från {self._least} till {self._most}.")
        return int(text)


class ChoiceEntry(Entry):
    """One of several. search: it can be typed too; free: other words than those of the list are taken as they are."""

    def __init__(
        self, theme: Theme, part: str, name: str, words: str, choices: Choices = (), help_words: str = "",
        search: bool = False, free: bool = False, places: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.combo, self._search, self._free = QComboBox(), search, free
        self._values: list[Any] = []
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(8)
        if search:
            searchable(self.combo, f"{part}.{name}_field", words)
        super().__init__(name, Field(theme, f"{part}.{name}", words, self.combo, help_words), places)
        self.offer(choices)

    def offer(self, choices: Choices) -> None:
        self.combo.blockSignals(True)
        self.combo.clear()
        # Kept here too: Qt gives an enumeration back as the plain text that it is made of.
        self._values = [value for _words, value in choices]
        for words, value in choices:
            self.combo.addItem(words, value)
        self.combo.blockSignals(False)

    def show(self, value: Any) -> None:
        if self._free:
            self.combo.setEditText(str(value or ""))
            return
        none = -1 if self._search else 0
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else none)

    def chosen(self) -> Any:
        """The value of what is chosen in the list, None when nothing is."""
        at = self.combo.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def typed(self) -> Any:
        return self.combo.currentText()

    def retype(self, typed: Any) -> None:
        self.combo.setCurrentIndex(self.combo.findText(typed))
        if self.combo.isEditable():
            self.combo.setEditText(typed)

    def read(self) -> Any:
        if self._free:
            return self.combo.currentText().strip()
        text = self.combo.currentText().strip()
        if not text or text == self.combo.itemText(self.combo.currentIndex()).strip():
            return self.chosen() if text else None
        return self._values[only_fitting([self.combo.itemText(at) for at in range(self.combo.count())], text)]


class DateEntry(LineEntry):
    """A day in figures or from the calendar; None when it is empty. needs: what to say then."""

    def __init__(
        self, theme: Theme, part: str, name: str, words: str, help_words: str = "", needs: str = "",
        places: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.dated, self._needs = DateField(theme, f"{part}.{name}", words, help_words), needs
        self.edit = self.dated.edit
        super().__init__(name, self.dated, places)

    def show(self, value: Any) -> None:
        self.dated.set_value(value)

    def read(self) -> Any:
        day = self.dated.typed()
        if day is None and self._needs:
            raise ValueError(self._needs)
        return day


class CheckEntry(Entry):
    """True when it is ticked; the words say what is true then, and the help below what that means."""

    def __init__(self, theme: Theme, part: str, name: str, words: str, help_words: str = "") -> None:
        self.box, self._help = named(QCheckBox(words), f"{part}.{name}", words, help_words), help_words
        self.name, self.places = name, (name,)
        self._widget: QWidget = self.box
        if help_words:
            self._widget = box(column(theme, self.box, label(help_words, "caption", wrap=True), space=3))

    @property
    def widget(self) -> QWidget:
        return self._widget

    def show(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def read(self) -> Any:
        return self.box.isChecked()

    def set_error(self, sentence: str) -> None:
        self.box.setAccessibleDescription(sentence or self._help)

    def focus(self) -> None:
        self.box.setFocus()


class Heading(Entry):
    """Words between the entries that say what the next ones are about. Has no value."""

    def __init__(self, words: str) -> None:
        self._label: QLabel = label(words, "overline")
        self.name, self.places = "", ()

    @property
    def widget(self) -> QWidget:
        return self._label

    def show(self, value: Any) -> None: ...

    def read(self) -> Any:
        return None

    def set_error(self, sentence: str) -> None: ...

    def focus(self) -> None: ...


def searchable(combo: QComboBox, part: str, words: str, empty: str = "Sök i registret") -> None:
    """Lets what stands in the list be found by typing any part of it."""
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer, field = combo.completer(), combo.lineEdit()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    if field is not None:
        field.setPlaceholderText(empty)
        named(field, part, words)


def told_when(entry: ChoiceEntry, tell: Callable[[], None]) -> None:
    """Calls when another one is chosen."""
    entry.combo.currentIndexChanged.connect(lambda _at: tell())

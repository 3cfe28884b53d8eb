"""A field with its label above, help below, and a wrong state that says what to type."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from bra_desktop.ui.layouts import column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import Glyph, label, retone
from bra_desktop.ui.widgets.read_only import set_read_only

FREE = " (frivilligt)"
"""Ends the words of a field that may be left empty."""


class Field(QWidget):
    """Puts label, editor and help together; the label is the editor's buddy and its accessible name."""

    def __init__(
        self, theme: Theme, part: str, words: str, editor: QWidget, help_words: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        named(editor, part, words, help_words)
        self.editor, self._help, self._words, self._beside = editor, help_words, words, beside
        title = self._title = label(words, "strong")
        title.setBuddy(editor)
        self._sign = Glyph(theme, "triangle-alert", "late", 14)
        self._below = label("", "caption", wrap=True)
        inner = row(theme, (editor, 1), *([beside] if beside else []))
        self._foot: QHBoxLayout = row(theme, self._sign, (self._below, 1), space=5)
        self.setLayout(column(theme, title, inner, self._foot, space=3))
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        """What is wrong and what to type, or an empty text when all is well."""
        retone(self.editor, "state", "wrong" if sentence else "")
        retone(self._below, "tone", "late" if sentence else "")
        self._sign.setVisible(bool(sentence))
        self._below.setText(sentence or self._help)
        self._below.setVisible(bool(sentence or self._help))
        self.editor.setAccessibleDescription(sentence or self._help)

    def set_read_only(self, read_only: bool) -> None:
        """Shows what stands there as plain words on the plane."""
        set_read_only(self.editor, read_only)
        self._title.setText(self._words.removesuffix(FREE) if read_only else self._words)
        if self._beside is not None:
            self._beside.setVisible(not read_only)

    def error(self) -> str:
        return self._below.text() if self._sign.isVisibleTo(self) else ""

    def title(self) -> QLabel:
        return self._title


def text_field(theme: Theme, part: str, words: str, example: str = "", help_words: str = "") -> tuple[Field, QLineEdit]:
    """A line of text; example is written out: "t.ex. KS 2026/118"."""
    edit = QLineEdit()
    edit.setPlaceholderText(example)
    return Field(theme, part, words, edit, help_words), edit


def choice_field(
    theme: Theme, part: str, words: str, choices: list[tuple[str, object]], help_words: str = ""
) -> tuple[Field, QComboBox]:
    """One of several: (words, value) each."""
    combo = QComboBox()
    for text, value in choices:
        combo.addItem(text, value)
    return Field(theme, part, words, combo, help_words), combo

"""A field whose text means a day or a time: what it means is told when it can be read, what is wrong stands below."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.fields import Field

Moment = TypeVar("Moment")


class MomentField(Field, Generic[Moment]):
    """`changed` tells the new value, or None for an empty field.

    read_text: gives the value of a text and None for an empty one, or raises ValueError with the sentence to show.
    write: how a value is written.
    """

    changed = Signal(object)

    def __init__(
        self, theme: Theme, part: str, words: str, read_text: Callable[[str], Moment | None],
        write: Callable[[Moment], str], example: str, help_words: str = "", beside: QWidget | None = None,
    ) -> None:  # fmt: skip
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(example)
        super().__init__(theme, part, words, self.edit, help_words, beside)
        self._read_text, self._write = read_text, write
        self._value: Moment | None = None
        self.edit.editingFinished.connect(self.read)
        self.edit.textEdited.connect(self._mended)

    def value(self) -> Moment | None:
        """The last one that was right."""
        return self._value

    def set_value(self, value: Moment | None) -> None:
        self._value = value
        self.edit.setText("" if value is None else self._write(value))
        self.set_error("")

    def typed(self) -> Moment | None:
        """What the text means as it stands. Raises ValueError with the sentence to show."""
        return self._read_text(self.edit.text())

    def read(self) -> bool:
        """Takes what is typed; False when it means nothing, which is said below the field."""
        try:
            value = self.typed()
        except ValueError as wrong:
            self.set_error(str(wrong))
            return False
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.changed.emit(value)
        return True

    def _mended(self, _text: str) -> None:
        """What was said to be wrong is no longer said once it can be read; an empty field mends nothing."""
        if not self.error():
            return
        try:
            right = self.typed() is not None
        except ValueError:
            return
        if right:
            self.set_error("")

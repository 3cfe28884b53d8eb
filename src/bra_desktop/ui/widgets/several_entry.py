"""Several of a list: those chosen stand one below the other, and one of them may hold it together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget

from bra_desktop.ui.layouts import box, column, empty, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.entries import Choices, Entry, searchable
from bra_desktop.ui.widgets.fields import Field
from bra_desktop.ui.widgets.labels import label, wrapped
from bra_desktop.ui.widgets.typed_names import only_fitting


@dataclass(frozen=True)
class Chosen:
    """The keys that are chosen in their order, and the one that holds it together when there are several."""

    keys: tuple[str, ...] = ()
    lead: str | None = None


class SeveralPicker(QWidget):
    """`edited` says that something was added, taken away or made to hold it together."""

    edited = Signal()

    def __init__(self, theme: Theme, part: str, words: str, with_lead: bool) -> None:
        super().__init__()
        self._theme, self._part, self._with_lead = theme, part, with_lead
        self._known: dict[str, str] = {}
        self._chosen = Chosen()
        self._leads = QButtonGroup(self)
        self._rows = column(theme, space=2)
        self._combo = named(QComboBox(), f"{part}_find", f"Lägg till {words.lower()}")
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(8)
        searchable(self._combo, f"{part}_field", words)
        self._combo.activated.connect(self._take)
        self.setFocusProxy(self._combo)
        self.setLayout(column(theme, self._rows, self._combo, space=4))

    def offer(self, choices: Choices) -> None:
        self._known = {str(key): words for words, key in choices}
        self._refresh()

    def show_chosen(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._refresh()

    def chosen(self) -> Chosen:
        keys = self._chosen.keys
        lead = self._chosen.lead if self._chosen.lead in keys else (keys[0] if keys else None)
        return Chosen(keys, lead if self._with_lead and len(keys) > 1 else None)

    def left_over(self) -> str:
        """What has been typed but fits nothing in the list."""
        text = self._combo.currentText().strip()
        return "" if self._combo.findText(text) >= 0 else text

    def chosen_and_typed(self) -> Chosen:
        """Those chosen, and the one whose name has just been typed. ValueError carries a sentence about a stranger."""
        left, chosen = self.left_over(), self.chosen()
        if not left:
            return chosen
        rows = [self._combo.itemText(at) for at in range(self._combo.count())]
        keys = (*chosen.keys, str(self._combo.itemData(only_fitting(rows, left))))
        return Chosen(keys, (chosen.lead or keys[0]) if self._with_lead and len(keys) > 1 else None)

    def type_again(self, words: str) -> None:
        """Puts words that fit nothing back where they stood."""
        if words:
            self._combo.setEditText(words)

    def add(self, key: str) -> None:
        if key and key not in self._chosen.keys:
            self._chosen = Chosen((*self._chosen.keys, key), self._chosen.lead)
            self._refresh()
            self.edited.emit()

    def _take(self, at: int) -> None:
        self.add(str(self._combo.itemData(at)))
        self._combo.setFocus()

    def _remove(self, key: str) -> None:
        self._chosen = Chosen(tuple(k for k in self._chosen.keys if k != key), self._chosen.lead)
        self._refresh()
        self._combo.setFocus()
        self.edited.emit()

    def _lead(self, key: str) -> None:
        self._chosen = Chosen(self._chosen.keys, key)
        self.edited.emit()

    def _refresh(self) -> None:
        empty(self._rows)
        shown = self.chosen()
        for at, key in enumerate(shown.keys):
            self._rows.addWidget(self._row(at, key, shown))
        self._combo.clear()
        for key, words in self._known.items():
            if key not in shown.keys:
                self._combo.addItem(words, key)
        self._combo.setCurrentIndex(-1)

    def _row(self, at: int, key: str, shown: Chosen) -> QWidget:
        name = self._known.get(key, "Borttagen ur registret")
        remove = Button(self._theme, f"{self._part}_remove_{at}", f"Ta bort {name}", "quiet", "x")
        remove.set_compact(True)
        remove.clicked.connect(lambda: self._remove(key))
        words = label(name)
        wrapped(words)
        lines: list[QWidget] = [words]
        if self._with_lead and len(shown.keys) > 1:
            lead = named(QRadioButton("håller ihop"), f"{self._part}_lead_{at}", f"{name} håller ihop")
            lead.setChecked(key == shown.lead)
            lead.clicked.connect(lambda: self._lead(key))
            self._leads.addButton(lead)
            lines.append(lead)
        # Below the name: names of organisations are long, and the form is narrow.
        return box(row(self._theme, (column(self._theme, *lines, space=1), 1), remove, space=6))


class SeveralEntry(Entry):
    """Shows and reads a Chosen."""

    def __init__(
        self, theme: Theme, part: str, name: str, words: str, help_words: str = "", with_lead: bool = False,
        places: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.picker = SeveralPicker(theme, f"{part}.{name}", words, with_lead)
        super().__init__(name, Field(theme, f"{part}.{name}", words, self.picker, help_words), places)

    def offer(self, choices: Choices) -> None:
        self.picker.offer(choices)

    def show(self, value: Any) -> None:
        self.picker.show_chosen(value if isinstance(value, Chosen) else Chosen(tuple(value or ())))

    def typed(self) -> Any:
        return self.picker.chosen(), self.picker.left_over()

    def retype(self, typed: Any) -> None:
        chosen, left = typed
        self.show(chosen)
        self.picker.type_again(left)

    def read(self) -> Any:
        return self.picker.chosen_and_typed()

"""The part of a preview's bar that looks for words: the field, how many places there are, and from one to the next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.layouts import row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import ENTER, Button
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.pdf_places import MarkedPages
from bra_desktop.ui.widgets.pdf_search import PdfSearch
from bra_desktop.ui.widgets.search_field import SearchField

LEAST = 100


class PdfFinder(QWidget):
    """Marks every place and goes to the first one. ``pages`` is the view beside it, to which Esc leads back.

    Ctrl+F leads to the field from everywhere in the ``preview``.
    """

    def __init__(self, theme: Theme, part: str, found: PdfSearch, pages: MarkedPages, preview: QWidget) -> None:
        super().__init__(preview)
        self._found, self._pages = found, pages
        self._hit, self._waits = -1, False
        self.field = SearchField(theme, f"{part}.search", "Sök i dokumentet")
        self.field.setMinimumWidth(theme.px(LEAST))
        self.field.setToolTip("Söker i dokumentet. Ctrl+F. Enter går till nästa träff, Skift+Enter till föregående")
        self._count = label("", "caption")
        self._before = Button(theme, f"{part}.hit_before", "Föregående träff", "quiet", "arrow-up", key="Shift+F3")
        self._after = Button(theme, f"{part}.hit_after", "Nästa träff", "quiet", "arrow-down", key="F3")
        for button, way in ((self._before, -1), (self._after, 1)):
            button.set_compact(True)
            button.clicked.connect(lambda _on=False, way=way: self.step(way))
            button.hear_in(preview)
        self.setLayout(row(theme, self._count, self._before, self._after, self.field, space=2))
        self.field.textChanged.connect(self.look_for)
        found.changed.connect(self._tell)
        QShortcut(QKeySequence("Ctrl+F"), preview).activated.connect(self._begin)
        self._tell()

    def look_for(self, words: str) -> None:
        """Marks every place and goes to the first one; `step` goes from one to the next."""
        self._hit, self._waits = -1, bool(words)
        self._pages.show_found(-1)
        self._found.look_for(words)

    def again(self, *, other: bool) -> None:
        """The document has been made anew, or is one where nobody has asked for the words yet."""
        self._hit = -1
        self._pages.show_found(-1)
        if other:
            self.field.clear()
        self._found.again()

    def step(self, way: int) -> bool:
        """Goes to the next place that was found (way 1), or the one before (-1); False when there is none.

        While the rest is searched it waits at the last one that is known.
        """
        count = self._found.hits()
        self._waits = self._found.is_searching() and self._hit + way >= count
        if self._waits or not count:
            return False
        self._hit = (max(self._hit, 0 if way < 0 else -1) + way) % count
        self._pages.show_found(self._hit)
        self._say()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field leaves: Enter steps, and Esc in the emptied field goes back to the pages."""
        if event.key() in ENTER:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self._pages.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _tell(self) -> None:
        if self._waits:
            self.step(1)
        self._say()
        self._pages.viewport().update()

    def _say(self) -> None:
        self._count.setText(self._found.words(self._hit))
        for button in (self._before, self._after):
            button.setVisible(self._found.hits() > 1)

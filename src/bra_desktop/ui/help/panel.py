"""Help over the window: the keys of the page that is shown, of every page, and of Mötesläge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bra_desktop.ui.help import keys
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, rule, scroll
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.naming import named
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import key_cap, label
from bra_desktop.ui.widgets.veil import Veil

WIDE = 860


class HelpPanel(Veil):
    """Made anew each time it is opened, since each page has keys of its own."""

    def __init__(self, window: MainWindow) -> None:
        plane = QFrame()
        super().__init__(window.theme, window, plane, WIDE)
        theme = window.theme
        self._window = window
        self.setAccessibleName("Hjälp och kortkommandon")
        close = Button(theme, "help.close", "Stäng", "quiet", "x", tip="Esc")
        close.clicked.connect(self.close_veil)
        self._groups: QVBoxLayout = column(theme, space=4, margin=(20, 10, 20, 12))
        self.area: QScrollArea = named(scroll(box(self._groups)), "help.keys", "Kortkommandon")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = row(theme, label("Hjälp och kortkommandon", "h2"), STRETCH, close, margin=(20, 10, 12, 6))
        plane.setLayout(column(theme, head, rule(), (self.area, 1), space=0, margin=1))

    def open(self) -> None:
        """With the keys of the page that is shown."""
        self._list()
        super().open()
        self.area.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit_plane(self) -> None:
        """As high as the keys ask for."""
        asked = self._groups.sizeHint().height() + self._theme.px(4)
        self.area.setMinimumHeight(min(asked, self.height() - self._theme.px(150)))
        super().fit_plane()

    def told(self) -> list[tuple[str, str]]:
        """Every key that is listed, with what it does."""
        return [pair for _title, pairs in self._sections() for pair in pairs]

    def _sections(self) -> list[tuple[str, keys.Keys]]:
        window = self._window
        page = window.page(window.shown())
        places = tuple((f"Ctrl+{number}", spec.title) for number, spec in enumerate(window.places(), start=1))
        live = ("I mötesläge", keys.in_live(page))
        sections = [
            ("På den här sidan", keys.of_buttons(page) if page is not None else ()),
            ("Överallt", keys.EVERYWHERE),
        ]
        sections.insert(1 if window.shown() == "live" else 2, live)
        sections += [("Gå till", places), ("I tabeller", keys.IN_TABLES), ("I text", keys.IN_TEXT)]
        return [(title, pairs) for title, pairs in sections if pairs]

    def _list(self) -> None:
        theme = self._theme
        empty(self._groups)
        for title, pairs in self._sections():
            self._groups.addWidget(label(title, "overline"))
            half = -(-len(pairs) // 2)
            left, right = (
                box(column(theme, *map(self._line, part), STRETCH, space=3)) for part in (pairs[:half], pairs[half:])
            )
            self._groups.addWidget(box(row(theme, (left, 1), (right, 1), space=24)))
            self._groups.addSpacing(theme.px(6))

    def _line(self, pair: tuple[str, str]) -> QWidget:
        words, means = pair
        return box(row(self._theme, key_cap(words), (label(means, wrap=True), 1), space=10))

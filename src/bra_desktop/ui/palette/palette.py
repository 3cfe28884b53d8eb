"""The palette over the window: a line to type in, what it finds, and the keys at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from bra_desktop.ui.desk import Desk
from bra_desktop.ui.layouts import STRETCH, column, row, rule
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.naming import named
from bra_desktop.ui.palette.offer_delegate import OFFER, OfferDelegate
from bra_desktop.ui.palette.presenter import ONLY_COMMANDS, Command, Offer, PalettePresenter
from bra_desktop.ui.shared_screen import SharedScreen
from bra_desktop.ui.widgets.labels import Glyph, key_cap, label
from bra_desktop.ui.widgets.veil import Veil

WIDE = 660
TALLEST = 400
PAUSE = 90
"""Milliseconds without a key before the texts are searched."""


class Palette(Veil):
    """Arrows choose, Enter does it, Esc leaves. The line keeps the keyboard all the time."""

    def __init__(self, window: MainWindow, desk: Desk, commands: Callable[[], Sequence[Command]]) -> None:
        plane = QFrame()
        super().__init__(window.theme, window, plane, WIDE)
        theme = window.theme
        self._window, self._commands = window, commands
        self.setAccessibleName("Sök och kommandon")
        self.line = named(QLineEdit(), "palette.line", "Sök eller gör")
        self.line.setPlaceholderText("Sök eller gör …")
        self.line.setProperty("look", "bare")
        self.line.setProperty("type", "h2")
        self.line.setProperty("noRing", True)
        self.line.setFont(theme.font("h2"))
        self.list = named(QListWidget(), "palette.offers", "Träffar")
        self.list.setProperty("look", "bare")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = OfferDelegate(theme)
        self.list.setItemDelegate(self._delegate)
        self._foot = label("", "caption")
        head = row(
            theme, Glyph(theme, "search", "primary", 20), (self.line, 1), key_cap("Esc"), space=12,
            margin=(16, 8, 14, 8),
        )  # fmt: skip
        keys = row(
            theme, Glyph(theme, "arrow-up", size=13), Glyph(theme, "arrow-down", size=13), label("välj", "caption"),
            key_cap("Enter"), label("öppna", "caption"), key_cap(ONLY_COMMANDS), label("bara kommandon", "caption"),
            STRETCH, self._foot, space=6, margin=(16, 6, 16, 8),
        )  # fmt: skip
        plane.setLayout(column(theme, head, rule(), (self.list, 1), rule(), keys, space=2, margin=1))
        self._shared = SharedScreen.of(window.operations)
        self._shared.changed.connect(self._shared_changed)
        self._presenter = PalettePresenter(
            window.operations.for_page(self), lambda: desk.office, (), self, lambda: self._shared.on
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._ask)
        self._asked, self._answered, self._enter_waits = "", False, False
        self._wire()

    def _wire(self) -> None:
        self.line.textChanged.connect(lambda _text: self._pause.start(PAUSE))
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._do)

    def open(self) -> None:
        """Empty, with what can be done on the page that is shown."""
        self._presenter.offer(self._commands())
        self.line.clear()
        self._enter_waits = False
        super().open()
        self._ask()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def offers(self) -> list[Offer]:
        """What is offered now, from the top."""
        shown = (self.list.item(at).data(OFFER) for at in range(self.list.count()))
        return [offer for offer in shown if offer is not None]

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_offers(self, offers: tuple[Offer, ...], foot: str) -> None:
        self._answered = True
        self._delegate.typed = self.line.text().lstrip(ONLY_COMMANDS).strip()
        self._foot.setText(foot)
        self.list.clear()
        group = ""
        for offer in offers:
            if offer.group != group:
                group = offer.group
                heading = QListWidgetItem(group, self.list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(", ".join(filter(None, (offer.words, offer.about, offer.kind))), self.list)
            item.setData(OFFER, offer)
        if offers:
            self.list.setCurrentRow(1)
        self._fit_list()
        if self._enter_waits and self._asked == self.line.text():
            self._enter_waits = False
            self._do(self.list.currentItem())

    def go(self, page: str, target: object) -> None:
        if self._window.has(page):
            self._window.go(page, target)

    # ── keys ─────────────────────────────────────────────────────────────────────────────────
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self._pause.stop()
        self._asked = self.line.text()
        self._answered = False
        self._presenter.ask(self._asked)

    def _shared_changed(self, _on: bool) -> None:
        """What was found before may not be seen, or there is more to see."""
        if self.isVisible():
            self.list.clear()
            self._ask()

    def _enter(self) -> None:
        """Does what is chosen; what stands there for older words waits for the answer to those that are typed now."""
        if self._asked == self.line.text() and self._answered:
            self._do(self.list.currentItem())
            return
        self._enter_waits = True
        if self._asked != self.line.text():
            self._ask()

    def _step(self, way: int) -> None:
        """To the next row that can be chosen, round at the ends."""
        count, at = self.list.count(), self.list.currentRow()
        for _ in range(count):
            at = (at + way) % count
            if self.list.item(at).data(OFFER) is not None:
                self.list.setCurrentRow(at)
                return

    def _do(self, item: QListWidgetItem | None) -> None:
        offer = item.data(OFFER) if item is not None else None
        if isinstance(offer, Offer):
            self.close_veil()
            offer.act()

    def _fit_list(self) -> None:
        rows = sum(self.list.sizeHintForRow(at) for at in range(self.list.count()))
        high = rows + 2 * self.list.frameWidth() + self._theme.px(10)  # with the style sheet's padding
        room = min(self._theme.px(TALLEST), max(80, self.height() - self._theme.px(210)))
        # A style sheet's padding would bring a scroll bar for a few pixels that hold nothing.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if high > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setVerticalScrollBarPolicy(bar)
        self.list.setFixedHeight(min(high, room))
        self.list.scrollToTop()
        self.fit_plane()

"""What is missing when the meeting is to be closed: one line each, which leads to its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bra_desktop.domain.errors import Missing
from bra_desktop.domain.swedish import plural
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, rule, scroll
from bra_desktop.ui.live.closing.closing_lines import ClosingList, closing_title, lead_words
from bra_desktop.ui.live.closing.closing_link import ClosingLink
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.floating import AIR, FloatingPanel
from bra_desktop.ui.widgets.labels import Glyph, breakable, key_cap, label

WIDTH, SIDE = 780, 16
LEAST = 74
CLOSES = "Alt+A"
LISTENS_AFTER = 400
"""Milliseconds from when the list is shown until its buttons get the keyboard: an Enter that is on its way by then was
pressed before there was anything to read.
"""
KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""They lead to the first line and the last, and as many lines up or down as are seen at once."""


class ClosingPanel(FloatingPanel):
    """`confirmed` closes the meeting, `place_chosen` leads to what is missing, `carried` hands on what is left."""

    confirmed = Signal()
    carried = Signal()
    place_chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._list = ClosingList(())
        named(self, "live.closing", "Avsluta mötet")
        self.setProperty(NO_RING, True)
        self._whole = column(theme, margin=1)
        self.setLayout(self._whole)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LISTENS_AFTER)
        self._soon.timeout.connect(self._listen)

    def open(self, listed: ClosingList) -> None:
        self._list = listed
        self._fill()
        self.place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def is_listening(self) -> bool:
        """Whether Enter means something."""
        return not self._soon.isActive()

    def _listen(self) -> None:
        """Where something is missing the keyboard begins there, else at the button that closes."""
        if self.isVisible() and (self.hasFocus() or not self.holds_keyboard()):
            # Of the reasons this one shows the ring, which says where Enter leads.
            (self._links[0] if self._links else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, listed: ClosingList) -> None:
        """Something was changed behind it: the list is made anew, and the keyboard stays."""
        if listed != self._list:
            self.open(listed)

    def gaps(self) -> tuple[Missing, ...]:
        return self._list.gaps

    @property
    def title(self) -> str:
        """What is asked about."""
        return closing_title(self._list)

    def left_words(self) -> str:
        """What was not dealt with, by name."""
        return self._list.left

    def leave(self) -> None:
        self.hide()
        self.left.emit()

    def place(self) -> None:
        """In the middle of the page."""
        width = min(self._theme.px(WIDTH), self._page.contentsRect().width() - 2 * self._theme.px(AIR))
        self._fit_lines(width)
        wraps = self._whole.hasHeightForWidth()
        high = self._whole.totalHeightForWidth(width) if wraps else self._whole.sizeHint().height()
        self.put_in_middle(width, high)
        self._let_scroll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.is_listening() and not self._list.gaps and not event.isAutoRepeat():
                self._confirm()
        elif event.key() in KEYS and self._links:
            self._go_along(KEYS.index(Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Else the lines would be scrolled, and the keyboard stay in one that is out of sight."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in KEYS:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _go_along(self, key: int) -> None:
        """To the line that this one of the keys leads to, and it into sight."""
        last = len(self._links) - 1
        now = next((at for at, link in enumerate(self._links) if link.hasFocus()), 0)
        page = max(1, self._area.viewport().height() * last // max(1, self._lines.height()))
        link = self._links[(0, last, max(0, now - page), min(last, now + page))[key]]
        link.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.show_stop(link)

    def _fill(self) -> None:
        theme = self._theme
        empty(self._whole)
        self._links: list[QWidget] = []
        self._close = self._button()
        cancel = Button(theme, "live.closing_cancel", "Avbryt", "plain", tip="Esc")
        self._close.clicked.connect(self._confirm)
        cancel.clicked.connect(self.leave)
        lines = [self._line(number, gap) for number, gap in enumerate(self._list.gaps)]
        title = label(self.title, "h3")
        whole = QFrame()
        whole.setLayout(
            column(
                theme,
                title,
                label(self._words(), "muted", wrap=True),
                *self._listed(lines),
                *self._left(),
                row(theme, self._close, *((key_cap(CLOSES),) if self._list.gaps else ()), cancel, STRETCH),
                space=8,
                margin=(SIDE, 14, SIDE, 14),
            )
        )
        self._whole.addWidget(whole)
        whole.show()  # at once, or the keyboard could not be led into it

    def _listed(self, lines: list[QWidget]) -> tuple[tuple[QScrollArea, int], ...]:
        if not lines:
            return ()
        inner = box(column(self._theme, *lines, STRETCH, space=3, margin=(0, 4, 4, 4)))
        self._lines, self._area = inner, scroll(inner)
        self._area.installEventFilter(self)
        return ((self._area, 1),)

    def _fit_lines(self, width: int) -> None:
        """In a panel of that width the lines are as high as their words."""
        if self._list.gaps:
            bar = self._area.verticalScrollBar().sizeHint().width()
            high = self._lines.heightForWidth(width - 2 * self._theme.px(SIDE) - 2 - bar) + 2
            self._area.setFixedHeight(high)

    def _let_scroll(self) -> None:
        """Where the page is too low for them they are scrolled."""
        if self._list.gaps:
            self._area.setMinimumHeight(min(self._area.maximumHeight(), self._theme.px(LEAST)))

    def _button(self) -> Button:
        """Filled, with Enter, where nothing is missing; else with a key that nobody presses by habit."""
        words = "Avsluta mötet"
        if not self._list.gaps:
            return Button(self._theme, "live.closing_confirm", words, "primary", "check", tip="Enter")
        tip = "Avslutar mötet trots det som saknas"
        return Button(self._theme, "live.closing_confirm", words, "plain", "check", tip=tip, key=CLOSES)

    def _words(self) -> str:
        if not self._list.gaps:
            return "Inget saknas. Därefter kan texten fortfarande ändras, fram till justeringen."
        missing = "sak saknas" if len(self._list.gaps) == 1 else "saker saknas"
        found = plural(len(self._list.gaps), missing, missing)
        return f"Mötet kan avslutas, men {found}. Välj en rad för att gå dit; Ctrl+Skift+A visar listan igen."

    def _left(self) -> tuple[QWidget, ...]:
        """The items not dealt with, and the button that hands them on."""
        if not self._list.left:
            return ()
        words = label(breakable(self._list.left), wrap=True)
        words.setAccessibleName(self._list.left)
        if not self._list.carry:
            return (rule(), words)
        carry = Button(self._theme, "live.closing_carry", self._list.carry, "plain", "arrow-right")
        carry.clicked.connect(self.carried)
        return (rule(), words, box(row(self._theme, carry, STRETCH)))

    def _line(self, number: int, gap: Missing) -> QWidget:
        leads = lead_words(gap.place)
        link = ClosingLink(self._theme, f"live.closing_{number}", gap.text, f"{gap.text} Leder {leads}.")
        link.clicked.connect(lambda: self._go(gap.place))
        self._links.append(link)
        return box(
            row(self._theme, Glyph(self._theme, "info", "attention"), (link, 1), 4, label(leads, "caption"), space=3)
        )

    def _go(self, place: str) -> None:
        self.hide()
        self.place_chosen.emit(place)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

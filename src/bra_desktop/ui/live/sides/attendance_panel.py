"""Attendance at the right: a roll call with arrow keys and space, comings and goings with one key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.live.sides.attendance_rows import AttendanceRow
from bra_desktop.ui.live.sides.card_focus import CardFocus
from bra_desktop.ui.live.sides.typed_name import TypedName, place_of_name
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import key_cap, label
from bra_desktop.ui.widgets.painting import LEFT, MIDDLE, RIGHT, draw_words
from bra_desktop.ui.widgets.whole_rows import WholeRows

ROLE = Qt.ItemDataRole.UserRole
ROW = 23
LEAST_ROWS = 5
LEAST = 56
"""What a remark keeps beside a long name."""
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
TYPED = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
HELP = "Mellanslag markerar, Enter rättar tider och uppdrag, bokstäver söker namn"


class AttendancePanel(QFrame):
    """`toggled` marks somebody, `opened` asks to correct, `added` asks for a guest."""

    toggled = Signal(str)
    opened = Signal(str)
    added = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._theme = theme
        self._rows: tuple[AttendanceRow, ...] = ()
        self._count = label("", "caption")
        self.list = named(_List(theme), "live.attendance", "Närvaro", HELP)
        self.list.setToolTip(HELP)
        CardFocus(self, self.list)
        WholeRows(self.list)
        self.list.setMinimumHeight(theme.px(ROW) * LEAST_ROWS)
        self.list.setItemDelegate(_Delegate(theme, self.list))
        self.list.toggled.connect(self.toggled)
        self.list.opened.connect(self.opened)
        self.add = Button(
            theme, "live.add_person", "Person", "link", "plus", tip="Lägger till en gäst eller adjungerad"
        )
        self.add.clicked.connect(lambda: self.added.emit())
        head = box(row(theme, label("Närvaro", "overline"), STRETCH, self._count, key_cap("F8"), margin=(12, 6, 10, 2)))
        foot = row(theme, self.add, STRETCH, margin=(12, 2, 12, 6))
        self.setLayout(column(theme, head, (self.list, 1), foot, space=0, margin=1))

    def show_count(self, count: str) -> None:
        """How many are there."""
        self._count.setText(count)

    def show_rows(self, rows: tuple[AttendanceRow, ...]) -> None:
        """What is the same as before costs nothing: this is called at every change."""
        self.setMaximumHeight(self._theme.px(ROW) * len(rows) + self._theme.px(72))
        if rows == self._rows:
            return
        self._rows = rows
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        for place, entry in enumerate(rows):
            if place >= self.list.count():
                self.list.addItem(QListWidgetItem())
            item = self.list.item(place)
            if item.data(ROLE) != entry:
                item.setData(ROLE, entry)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
                item.setToolTip(f"{entry.spoken}. {HELP}")
        if self.list.currentRow() < 0 and rows:
            self.list.setCurrentRow(0)

    def choose(self, person: str) -> None:
        """That person's row is the one that the keys act on, and is in sight."""
        for place, entry in enumerate(self.rows()):
            if entry.person == person:
                self.list.setCurrentRow(place)
                self.list.scrollToItem(self.list.item(place), QListWidget.ScrollHint.PositionAtCenter)

    def rows(self) -> list[AttendanceRow]:
        return [self.list.item(n).data(ROLE) for n in range(self.list.count())]


class _List(QListWidget):
    toggled = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        # A click marks somebody and leaves the keyboard where the secretary writes: a space there would mark again.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._typed = TypedName()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed.forget()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        there, plain = self.currentRow() >= 0, event.text().strip()
        if plain.isprintable() and plain and event.modifiers() in PLAIN:
            self._go_to(self._typed.letter(plain))
            return
        if self._typed.goes_on() and event.key() in TYPED:
            self._typed.letter(" ")  # within words that are being typed it marks nobody
            return
        self._typed.forget()
        if event.modifiers() & COMMANDS:
            super().keyPressEvent(event)
        elif there and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.currentItem().data(ROLE).person)
        elif there and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentItem().data(ROLE).person)
        else:
            super().keyPressEvent(event)

    def _go_to(self, wanted: str) -> None:
        """To the next name of which a word begins so; one that still fits stays."""
        names = [self.item(place).data(ROLE).name for place in range(self.count())]
        place = place_of_name(names, wanted, max(0, self.currentRow()))
        if place is not None:
            self.setCurrentRow(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() != Qt.MouseButton.LeftButton:
            return
        on_box = event.position().x() < self._theme.px(34)
        (self.toggled if on_box else self.opened).emit(item.data(ROLE).person)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, entry = self._theme, index.data(ROLE)
        area = QRectF(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.colour("focus"), 1.5))
            painter.setBrush(theme.colour("primary-soft"))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), theme.px(4), theme.px(4))
        side = theme.px(17)
        tick = QRectF(area.left() + theme.px(8), area.center().y() - side / 2, side, side)
        painter.setPen(QPen(theme.colour("primary-fill" if entry.here else "control"), 1))
        painter.setBrush(theme.colour("primary-fill" if entry.here else "surface"))
        painter.drawRoundedRect(tick.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        if entry.here:
            theme.draw_icon(painter, "check", "on-primary", tick.adjusted(2, 2, -2, -2))
        left = tick.right() + theme.px(8)
        right = area.right() - theme.px(6)
        wanted, most = theme.metrics("body").horizontalAdvance(entry.name) + 2, right - left
        # A name is read before what is remarked, and the tip has both.
        name = QRectF(left, area.top(), min(wanted, most - (theme.px(LEAST) if entry.remark else 0)), area.height())
        draw_words(painter, theme, name, entry.name, "body", "text", LEFT | MIDDLE)
        room = QRectF(name.right() + theme.px(4), area.top(), right - name.right() - theme.px(4), area.height())
        draw_words(
            painter, theme, room, entry.remark, "caption", "attention" if entry.amber else "muted", RIGHT | MIDDLE
        )

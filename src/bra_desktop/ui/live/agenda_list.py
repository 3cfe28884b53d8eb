"""The agenda at the left: tick, triangle or ring, the title, and below it § and minutes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from bra_desktop.domain.swedish import capital_first
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.live.course import AgendaRow, Progress
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.live.sides.card_focus import CardFocus
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import key_cap, label
from bra_desktop.ui.widgets.painting import draw_words
from bra_desktop.ui.widgets.whole_rows import WholeRows

ROLE = Qt.ItemDataRole.UserRole
ROW = 47
NARROW, WIDE, WIDEST = 212, 268, 340
PART = 0.19
"""Of the page's width."""
SIGNS = {
    Progress.DONE: ("check", "done"),
    Progress.NOW: ("play", "primary"),
    Progress.LATER: ("circle", "muted"),
    Progress.STRUCK: ("x", "muted"),
}
SPOKEN = {
    Progress.DONE: "klar", Progress.NOW: "pågår", Progress.LATER: "återstår", Progress.STRUCK: "utgår"
}  # fmt: skip
KEY_DOES = {Step.OPEN: "öppnar", Step.TAKE_UP: "tar upp", Step.CLOSE: "avslutar"}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AgendaList(QFrame):
    """`chosen` shows an item. `removed` strikes it or takes it off, `moved` moves it one step, `added` asks for one."""

    chosen = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)
    added = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._done = label("", "caption")
        self.list = named(_List(), "live.agenda", "Dagordning", "Enter visar ärendet, Delete stryker det")
        self.list.setItemDelegate(_Delegate(theme, self.list))
        CardFocus(self, self.list)
        WholeRows(self.list)
        self.list.key_pressed.connect(self._key)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(ROLE).key))
        add = Button(theme, "live.add_item", "Ärende", "quiet", "plus", tip="Lägger till ett ärende på dagordningen")
        add.clicked.connect(lambda: self.added.emit())
        head = box(row(theme, label("Dagordning", "overline"), STRETCH, self._done, margin=(14, 8, 14, 2)))
        self._next = label("nästa", "caption")
        self._next_key = box(row(theme, key_cap("Ctrl+Pil ned"), self._next, space=5))
        foot = row(theme, self._next_key, STRETCH, add, margin=(14, 4, 6, 4))
        self.setLayout(column(theme, head, (self.list, 1), rule(), foot, space=0, margin=1))
        self._theme = theme
        self._places: dict[str, int] = {}
        self._narrow = False
        self.fit(0)

    def set_narrow(self, narrow: bool) -> None:
        """Gives the text more room when there is little."""
        self._narrow = narrow
        self.fit(0)
        self._next_key.setVisible(not narrow)

    def fit(self, page: int) -> None:
        """Its part of a page as wide as that, in pixels: titles stand whole where there is room for them."""
        part = self._theme.px(NARROW) if self._narrow else round(page * PART)
        least, most = self._theme.px(NARROW if self._narrow else WIDE), self._theme.px(WIDEST)
        self.setFixedWidth(max(least, min(part, most)))

    def show_rows(self, rows: tuple[AgendaRow, ...], done: str) -> None:
        """The meeting's items; which of them is shown is told by :meth:`mark`. The row marker follows its item."""
        row_at = self.list.currentRow()
        at = self.list.item(row_at).data(ROLE).key if row_at >= 0 else ""
        self._done.setText(done)
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        for place, entry in enumerate(rows):
            item = self.list.item(place) if place < self.list.count() else self._new()
            if item.data(ROLE) != entry:
                item.setData(ROLE, entry)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(entry))
                told = (entry.title, capital_first(entry.not_quorate), entry.secret)
                item.setToolTip("\n".join(filter(None, told)))
        self._places = {entry.key: place for place, entry in enumerate(rows)}
        if at in self._places:
            self.list.setCurrentRow(self._places[at])

    def show_step(self, step: Step) -> None:
        """What the key at the foot does now."""
        self._next.setText(KEY_DOES.get(step, "nästa"))

    def mark(self, key: str) -> None:
        """The item that is shown, which the list follows unless the keyboard is in it."""
        place, before = self._places.get(key, -1), self._places.get(self.list.shown, -1)
        self.list.shown = key
        for row_of in {place, before} - {-1}:
            self.list.update(self.list.model().index(row_of, 0))
        if place >= 0 and place != self.list.currentRow() and not self.list.hasFocus():
            self.list.setCurrentRow(place)

    def _new(self) -> QListWidgetItem:
        item = QListWidgetItem()
        self.list.addItem(item)
        return item

    def _spoken(self, entry: AgendaRow) -> str:
        told = (entry.title, entry.below, SPOKEN[entry.progress], entry.not_quorate, entry.secret)
        return ", ".join(filter(None, told))

    def _key(self, key: int, alt: bool) -> None:
        if self.list.currentRow() < 0:
            return
        entry: AgendaRow = self.list.currentItem().data(ROLE)
        if key in ENTER:
            self.chosen.emit(entry.key)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(entry.key)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(entry.key, -1 if key == Qt.Key.Key_Up else 1)


class _List(QListWidget):
    key_pressed = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A row that was in sight stays there when a message takes room."""
        before = QRect(QPoint(0, 0), event.oldSize())
        place = self.currentIndex()
        there = before.intersects(self.visualRect(place))
        super().resizeEvent(event)
        if there and place.isValid():
            self.scrollTo(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        moves = alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in (*ENTER, Qt.Key.Key_Delete) or moves:
            self.key_pressed.emit(event.key(), alt)
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: _List) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, self._theme.px(ROW) + self._theme.px(2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, entry = self._theme, index.data(ROLE)
        area = QRectF(option.rect).adjusted(0, 0, 0, -theme.px(2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shown = entry.key == self._view.shown
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        if shown or focused:
            painter.setBrush(theme.colour("primary-soft" if shown else "neutral-soft"))
            painter.drawRoundedRect(area.adjusted(theme.px(2), 0, -theme.px(2), 0), theme.px(6), theme.px(6))
        if shown:
            painter.setBrush(theme.colour("primary"))
            bar = QRectF(area.left() + theme.px(2), area.top() + theme.px(7), theme.px(3), area.height() - theme.px(14))
            painter.drawRoundedRect(bar, theme.px(1), theme.px(1))
        self._words(painter, area, entry, shown)

    def _words(self, painter: QPainter, area: QRectF, entry: AgendaRow, shown: bool) -> None:
        theme = self._theme
        icon, tone = SIGNS[entry.progress]
        side, left = theme.px(16), area.left() + theme.px(12)
        theme.draw_icon(painter, icon, tone, QRectF(left, area.center().y() - side / 2, side, side))
        text = left + side + theme.px(8)
        width = area.right() - text - theme.px(6)
        for mark, colour, there in (("triangle-alert", "late", entry.not_quorate), ("lock", "attention", entry.secret)):
            if there:
                place = QRectF(text + width - theme.px(2) - side, area.center().y() - side / 2, side, side)
                theme.draw_icon(painter, mark, colour, place)
                width -= side + theme.px(8)
        half = area.height() / 2
        quiet = entry.progress in (Progress.DONE, Progress.STRUCK) and not shown
        first = QRectF(text, area.top() + theme.px(3), width, half - theme.px(1))
        second = QRectF(text, area.top() + half + theme.px(1), width, half - theme.px(4))
        draw_words(painter, theme, first, entry.title, "body", "muted" if quiet else "text", bold=shown)
        below = "primary" if entry.progress is Progress.NOW else "muted"
        draw_words(painter, theme, second, entry.below, "caption", below)

"""Versioner: how an item's text has been, what differs from now, and taking a version back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bra_desktop.ui.layouts import box, column, frame, row, rule
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.versions.difference_view import DifferenceView
from bra_desktop.ui.versions.version_lines import LEGEND, VersionLine, against_now
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.floating import FloatingPanel
from bra_desktop.ui.widgets.labels import label

WIDTH, HEIGHT, LIST = 1010, 560, 312
KEYS = "Pil upp och ned väljer version, Enter tar tillbaka den, PgUp och PgDn rullar texten"
NONE_YET = "Ingen har skrivit i ärendet än."
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class VersionsPanel(FloatingPanel):
    """`item_chosen` asks for another item's versions, `wanted` for a version back (item, key), `left` has gone."""

    item_chosen = Signal(str)
    wanted = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(theme, page)
        self._lines: tuple[VersionLine, ...] = ()
        self._locked = ""
        named(self, "versions.panel", "Versioner")
        self.items = named(QComboBox(), "versions.item", "Ärende")
        self.items.activated.connect(lambda _place: self.item_chosen.emit(self.item()))
        self.items.setMinimumContentsLength(20)
        self.list = named(QListWidget(), "versions.list", "Versioner", KEYS)
        self.list.setProperty("look", "bare")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(theme.px(LIST))
        self.list.setSpacing(theme.px(1))
        self.list.currentRowChanged.connect(lambda _row: self._compare())
        self.list.itemDoubleClicked.connect(lambda _item: self._take())
        self.list.setItemDelegate(_Bar(theme, self.list))
        self.list.installEventFilter(self)
        self._counted = label("", "strong", wrap=True)
        self._legend = label(LEGEND, "caption", wrap=True)
        self._why = label("", "caption", wrap=True)
        self.view = DifferenceView(theme, "versions.difference")
        self.take = Button(theme, "versions.take", "Ta tillbaka den här versionen", "primary", "undo-2", tip="Enter")
        self.take.clicked.connect(self._take)
        close = Button(theme, "versions.close", "Stäng", "plain", tip="Esc")
        close.clicked.connect(self.leave)
        self._lay(close)

    def _lay(self, close: Button) -> None:
        theme = self._theme
        head = row(theme, label("Versioner", "h3"), (self.items, 1), space=12, margin=(16, 12, 16, 10))
        right = column(
            theme, box(column(theme, self._counted, self._legend, space=2, margin=(12, 8, 12, 8))), rule(),
            (box(column(theme, self.view, space=0, margin=6)), 1), space=0,  # room for the ring
        )  # fmt: skip
        middle = row(theme, self.list, rule(vertical=True), (box(right), 1), space=0)
        foot = row(theme, self.take, close, (self._why, 1), margin=(16, 10, 16, 12))
        self.setLayout(column(theme, head, rule(), (frame(middle, "plain"), 1), rule(), foot, space=0, margin=1))

    # ── in and out ───────────────────────────────────────────────────────────────────────────
    def open(self, items: Sequence[tuple[str, str]], item: str) -> None:
        """items: the words and key of each item that may be chosen; its versions come by `show_versions`."""
        with QSignalBlocker(self.items):
            self.items.clear()
            for words, key in items:
                self.items.addItem(words, key)
            self.items.setCurrentIndex(max(0, self.items.findData(item)))
        self.place()
        self.show()
        self.raise_()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_versions(self, lines: Sequence[VersionLine], locked: str) -> None:
        """The version before the one that stands there now is chosen first; that is what one looks for."""
        self._lines, self._locked = tuple(lines), locked
        with QSignalBlocker(self.list):
            self.list.clear()
            for line in lines:
                entry = QListWidgetItem(f"{line.when}\n{line.who}")
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.when}, {line.who}")
                entry.setToolTip(f"{line.when}. {line.who}")
                self.list.addItem(entry)
            self.list.setCurrentRow(min(1, len(self._lines) - 1))
        self._compare()

    def choose(self, item: str) -> None:
        """Another item's versions are about to be shown."""
        self.items.setCurrentIndex(max(0, self.items.findData(item)))

    def item(self) -> str:
        """The key of the item whose versions are shown."""
        return str(self.items.currentData() or "")

    def chosen(self) -> VersionLine | None:
        at = self.list.currentRow()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def told(self) -> str:
        """What is said of the chosen version."""
        return self._counted.text()

    def why_not(self) -> str:
        """Why none can be taken back; empty when one can."""
        return self._why.text()

    def leave(self) -> None:
        self.hide()
        self.left.emit()

    def place(self) -> None:
        """In the middle of the page."""
        self.put_in_middle(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._take()
                return True
            if event.key() in PAGES:
                bar = self.view.verticalScrollBar()
                step = bar.pageStep() * (1 if event.key() == Qt.Key.Key_PageDown else -1)
                bar.setValue(bar.value() + step)
                return True
        return super().eventFilter(watched, event)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _compare(self) -> None:
        line = self.chosen()
        found, words = against_now(line, self._lines) if line is not None else ((), NONE_YET)
        self._counted.setText(words)
        self._legend.setVisible(line is not None and not line.is_now)
        self.view.show_lines(found)
        self.take.setEnabled(line is not None and not line.is_now and not self._locked)
        self._why.setText(self._locked)

    def _take(self) -> None:
        line = self.chosen()
        if line is not None and self.take.isEnabled():
            self.wanted.emit(self.item(), line.key)


class _Bar(QStyledItemDelegate):
    """Rows as ever, the chosen one with a bar: its colour alone would not tell."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if self._view.currentIndex() == index:
            theme, area = self._theme, QRectF(option.rect)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            high = area.height() - theme.px(12)
            painter.drawRoundedRect(QRectF(area.left(), area.top() + theme.px(6), theme.px(3), high), 1, 1)

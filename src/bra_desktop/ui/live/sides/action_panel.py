"""The actions of the shown item at the right; Ctrl+Å gives a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, rule, scroll
from bra_desktop.ui.live.wording import ActionLine
from bra_desktop.ui.naming import named
from bra_desktop.ui.tab_order import tab_after
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import key_cap, label
from bra_desktop.ui.widgets.painting import LEFT, chip_size, draw_chip, draw_words

HEAD, MOST, FEWEST, WIDTH = 78, 216, 118, 254
TOP = Qt.AlignmentFlag.AlignTop


class ActionPanel(QFrame):
    """`added` asks for a new action, `opened` for changing one."""

    added = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, after: QWidget) -> None:
        """after: what Tab comes to before this."""
        super().__init__()
        self._theme, self._after = theme, after
        self._lines: tuple[ActionLine, ...] | None = None
        self._high, self._shared = 0, False
        self.setProperty("look", "card")
        self._title = label("Åtgärder", "overline")
        self._rows = column(theme, space=0)
        self.add = Button(
            theme, "live.add_action", "Ny åtgärd", "link", "plus", tip="Ger en åtgärd med ansvarig och dag. Ctrl+Å"
        )
        self.add.clicked.connect(lambda: self.added.emit())
        head = row(theme, self._title, STRETCH, key_cap("Ctrl+Å"), margin=(12, 6, 10, 4))
        self._inner = box(
            column(theme, self._rows, row(theme, self.add, STRETCH, margin=(12, 6, 12, 6)), STRETCH, space=0)
        )
        self.setLayout(column(theme, head, (scroll(self._inner), 1), space=0, margin=1))

    def show_lines(self, title: str, lines: Sequence[ActionLine], *, may_add: bool) -> None:
        self._title.setText(title)
        self.add.setEnabled(may_add)
        if self._lines == tuple(lines):
            return
        self._lines = tuple(lines)
        empty(self._rows)

        rows, all_rows = 0, list[QWidget]()
        for number, line in enumerate(lines):
            made = _ActionRow(self._theme, f"live.action_{number}", line)
            made.setFixedHeight(made.heightForWidth(self._theme.px(WIDTH)))
            made.clicked.connect(lambda _on=False, key=line.key: self.opened.emit(key))
            for widget in (made, rule()):
                self._rows.addWidget(widget)
                widget.show()
            rows += made.height() + 1
            all_rows.append(made)
        tab_after(self._after, [*all_rows, self.add])
        self._fit(rows)

    def lines(self) -> tuple[ActionLine, ...]:
        """What is shown."""
        return self._lines or ()

    def share_column(self, shared: bool) -> None:
        """Whether notes stand in the same column, so that there is less room for each."""
        self._shared = shared
        self._fit(self._high)

    def _fit(self, rows: int) -> None:
        """As high as its rows need, but never more than attendance can spare."""
        self._high, wanted = rows, rows + self._theme.px(HEAD)
        self.setMaximumHeight(wanted)
        self.setMinimumHeight(min(wanted, self._theme.px(FEWEST if self._shared else MOST)))


class _ActionRow(QAbstractButton):
    """Two lines: what, and below it who, with the day as a chip."""

    def __init__(self, theme: Theme, part: str, line: ActionLine) -> None:
        super().__init__()
        self._theme, self._line = theme, line
        spoken = ", ".join(filter(None, (line.text, line.who, f"senast {line.due}" if line.due else "")))
        named(self, part, spoken, "Enter ändrar åtgärden")
        self.setToolTip(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._text_height(width)) + self._theme.px(36)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.heightForWidth(max(self.width(), self._theme.px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.heightForWidth(max(self.width(), self._theme.px(200))))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("neutral-soft", 0.5))
        left, width = theme.px(12), self.width() - theme.px(24)
        high = self._text_height(self.width())
        draw_words(
            painter, theme, QRectF(left, theme.px(6), width, high + 2), self._line.text, align=LEFT | TOP, wrap=True
        )
        middle = theme.px(6) + high + theme.px(14)
        taken = 0.0
        if self._line.due:
            look = StatusLook(self._line.due, "neutral", "calendar-clock")
            taken = chip_size(theme, look).width()
            draw_chip(painter, theme, left + width - taken, middle, look)
        who = QRectF(left, middle - theme.px(10), width - taken - theme.px(6), theme.px(20))
        draw_words(painter, theme, who, self._line.who, "caption", "attention" if self._line.nobody else "muted")

    def _text_height(self, width: int) -> float:
        room = QRectF(0, 0, width - self._theme.px(24), 1000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return min(self._theme.metrics().boundingRect(room, flags, self._line.text).height(), self._theme.px(64))

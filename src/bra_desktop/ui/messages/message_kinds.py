"""The messages themselves: one bar of each kind, one below the other, and long work with its progress."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.layouts import column, frame
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.note_bar import ONE_LINE, NoteBar
from bra_desktop.ui.widgets.passing_bar import PassingBar
from bra_desktop.ui.widgets.progress import Progress
from bra_desktop.ui.widgets.refusal_bar import RefusalBar
from bra_desktop.ui.widgets.undo_bar import UndoBar

AGAIN = " och försök igen"
"""Nobody has to do so who is told that the program tries all the time."""


class MessageKinds(QWidget):
    """Hidden bars, from what is not saved down to what is done.

    chosen: the link of a bar other than that of undo · closed: such a bar was closed, or its time has run out.
    """

    chosen = Signal(NoteBar)
    closed = Signal(NoteBar)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.unsaved = NoteBar(theme, "messages.unsaved", "attention", closable=False)
        self.refused = RefusalBar(theme, "messages.refused")
        self.undo = UndoBar(theme, "messages.undo")
        self.finished = PassingBar(theme, "messages.finished", "done")
        self.work = Progress(theme, "messages.work")
        self.plane = frame(column(theme, self.work, margin=(12, 4, 12, 6)), "note-primary")
        for bar in (self.unsaved, self.refused, self.finished):
            bar.link_chosen.connect(lambda bar=bar: self.chosen.emit(bar))
            bar.closed.connect(lambda bar=bar: self.closed.emit(bar))
            bar.hide()
        self.plane.hide()
        self._bars = (self.unsaved, self.refused, self.undo, self.finished)
        self._parts = column(theme, *self._bars, self.plane, space=6)
        self.setLayout(self._parts)

    def words(self) -> list[str]:
        """What can be read now, from the top."""
        return [bar.words() for bar in self._bars if not bar.isHidden()]

    def bring(self, bar: NoteBar) -> None:
        """Shows a bar. What is refused since the disk takes nothing is told by what isn't saved, and not again."""
        bar.show()
        told = "" if self.unsaved.isHidden() else self.unsaved.words()
        if self.refused.words().replace(AGAIN, "") in told:
            self.refused.hide()

    def any_shown(self) -> bool:
        """Whether there is a message, or work that goes on."""
        return bool(self.words()) or not self.plane.isHidden()

    def wanted(self, width: int, widest: int) -> QSize:
        """As wide as the words on one line, or, for those that are long and for work, as wide as that."""
        hint = self._parts.sizeHint()
        long = not self.plane.isHidden() or any(len(words) > ONE_LINE for words in self.words())
        wide = min(width, max(hint.width(), widest if long else 0))
        if self._parts.hasHeightForWidth():
            return QSize(wide, self._parts.heightForWidth(wide))
        return QSize(wide, hint.height())

    def take_tab_after(self, place: QWidget) -> None:
        """Tab comes to the messages there, whatever was made before them."""
        before = place.previousInFocusChain()
        while before is not None and before is not place and not _takes_tab(before):
            before = before.previousInFocusChain()
        for part in filter(_takes_tab, self.findChildren(QWidget)):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part


def _takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard can come to it by Tab; Qt orders no others."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

"""The one kind of box in front of a page: a question before what cannot be undone."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.ring import EVEN_BY_MOUSE
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label

WIDTH = 460


class Question(QDialog):
    """title: the question with its verb. words: what follows from it. act: the verb on the button.

    Avbryt is the default: Enter and Esc leave everything as it is.
    """

    def __init__(
        self, theme: Theme, part: str, title: str, words: str, act: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = False
        named(self, part, title, words)
        self.setWindowTitle(title)
        self.setModal(True)
        self.cancel = Button(theme, f"{part}.cancel", "Avbryt", tip="Lämnar allt som det är. Esc")
        self.act = Button(theme, f"{part}.act", act, "primary", icon)
        self.cancel.setDefault(True)
        self.cancel.setProperty(EVEN_BY_MOUSE, True)
        self.act.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
        buttons = row(theme, STRETCH, self.cancel, self.act)
        text = label(words, wrap=True)
        heading = label(title, "h3", wrap=True)
        layout = column(theme, heading, text, 8, buttons, space=10, margin=18)
        self.setLayout(layout)
        self.setMinimumWidth(theme.px(WIDTH))
        # Wrapped words ask for the height of a narrow column, unless they are told how wide the box is.
        for one in (heading, text, self.cancel, self.act):
            one.ensurePolished()
        self.resize(theme.px(WIDTH), layout.totalHeightForWidth(theme.px(WIDTH)))
        self.cancel.setFocus()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and not self._shown:
            self._shown = True
            QTimer.singleShot(0, self, self._show_ring)
        return super().event(event)

    def _show_ring(self) -> None:
        """Whether the keyboard or the mouse asked, the ring shows what Enter will do."""
        self.cancel.clearFocus()
        self.cancel.setFocus(Qt.FocusReason.ShortcutFocusReason)


def ask(theme: Theme, part: str, title: str, words: str, act: str, icon: str, parent: QWidget) -> bool:
    """Puts the question and waits for the answer; True when the verb was chosen."""
    return Question(theme, part, title, words, act, icon, parent).exec() == int(QDialog.DialogCode.Accepted)

"""The amber line: what is missing before the next step, each thing with a link that leads to where it is mended."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QMenu, QSizePolicy

from bra_desktop.domain.swedish import shortened
from bra_desktop.ui.layouts import STRETCH, row
from bra_desktop.ui.meeting.shown import Remark, Shown
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import Glyph, label

ROOM = 78
"""Letters of two remarks that stand side by side; longer ones go into the list behind the link."""
LONGEST = 88
MENU = 48
"""Units of the design round the words of a row, in a menu that is never wider than the line."""


class RemarkLine(QFrame):
    """`asked` tells the place of the remark that was chosen."""

    asked = Signal(str)

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__()
        self._theme, self._part = theme, part
        self._remarks: tuple[Remark, ...] = ()
        self.setObjectName(part)
        self.setProperty("look", "note-attention")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme.px(36))
        self._lead = label("", "strong")
        self._words = [label(""), label("")]
        self._links = [Button(theme, f"{part}.link_{at}", "Visa", "link") for at in range(2)]
        self._dot = label("·", "muted")
        self._rest = Button(theme, f"{part}.rest", "Visa alla", "link", tip="Visar allt som saknas")
        self._aside = label("", "caption")
        for at, link in enumerate(self._links):
            link.clicked.connect(lambda _on=False, at=at: self.asked.emit(self._remarks[at].place))
        self._rest.clicked.connect(self.show_all)
        first, second = ((self._words[at], self._links[at]) for at in range(2))
        sign = Glyph(theme, "info", "attention", 18)
        line = (sign, self._lead, *first, self._dot, *second, self._rest)
        self.setLayout(row(theme, *line, STRETCH, self._aside, space=8, margin=(12, 2, 12, 2)))

    def show_remarks(self, shown: Shown) -> None:
        """Two remarks side by side where they fit, the others behind a link."""
        self._remarks = shown.remarks
        texts = [shortened(remark.text, LONGEST) for remark in shown.remarks]
        visible = min(2 if sum(map(len, texts[:2])) <= ROOM else 1, len(texts))
        self._lead.setText(shown.lead)
        self._aside.setText(shown.aside)
        for at in range(2):
            on = at < visible
            self._words[at].setVisible(on)
            self._links[at].setVisible(on and bool(shown.remarks[at].link))
            if on:
                self._words[at].setText(texts[at])
                self._words[at].setToolTip(shown.remarks[at].text)
                self._links[at].set_words(shown.remarks[at].link)
        self._dot.setVisible(visible == 2)
        self._rest.setVisible(len(texts) > visible)
        self._rest.set_words(f"och {len(texts) - visible} till")
        self.setAccessibleName(". ".join((shown.lead, *(remark.text for remark in shown.remarks))))

    def show_all(self) -> None:
        """Every remark in a menu, where a long one has all of its words in its tip; choosing one leads there."""
        menu = named(QMenu(self), f"{self._part}.menu", "Det som saknas")
        menu.setToolTipsVisible(True)
        width = (self.width() if self.isVisible() else self.window().width() * 2 // 3) - self._theme.px(MENU)
        for remark in self._remarks:
            words = menu.fontMetrics().elidedText(remark.text, Qt.TextElideMode.ElideRight, width)
            line = menu.addAction(words.replace("&", "&&"), partial(self.asked.emit, remark.place))
            line.setToolTip(remark.text if words != remark.text else "")
        asked = self if self.isVisible() else QApplication.focusWidget()
        below = asked is self or isinstance(asked, QAbstractButton)  # else the mouse asked, and is where it did
        menu.popup(asked.mapToGlobal(asked.rect().bottomLeft()) if asked and below else self.cursor().pos())

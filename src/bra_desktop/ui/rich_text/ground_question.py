"""Asks in words on what ground a passage is confidential."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from bra_desktop.domain.characters import forbidden_character
from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import text_field
from bra_desktop.ui.widgets.labels import label

WIDTH = 460
TITLE = "Sekretessmarkera på annan grund"
HELP = "Lagrummet står där orden är borttagna i den offentliga versionen. Andra ord om grunden skrivs inte ut."


class GroundQuestion(QDialog):
    """A field for the ground. Enter marks the words, Esc leaves them as they are."""

    def __init__(self, editor: RichTextEdit, known: str) -> None:
        super().__init__(editor.window())
        theme, part = editor.theme(), "ground.question"
        named(self, part, TITLE, HELP)
        self.setWindowTitle(TITLE)
        self.setModal(True)
        self._field, self.edit = text_field(theme, f"{part}.words", "Lagrum", "t.ex. 26 kap. 1 § OSL", HELP)
        self.edit.setText(known)
        cancel = Button(theme, f"{part}.cancel", "Avbryt", tip="Lämnar allt som det är. Esc")
        act = Button(theme, f"{part}.act", "Sekretessmarkera", "primary", "lock")
        cancel.setAutoDefault(False)
        act.setDefault(True)
        cancel.clicked.connect(self.reject)
        act.clicked.connect(self._mark)
        buttons = row(theme, STRETCH, cancel, act)
        self.setLayout(column(theme, label(TITLE, "h3", wrap=True), self._field, 8, buttons, space=10, margin=18))
        self.setFixedWidth(theme.px(WIDTH))
        self.edit.setFocus()
        self.edit.selectAll()

    def words(self) -> str:
        """The ground as it was written."""
        typed = "".join(letter for letter in self.edit.text() if forbidden_character(letter) is None)
        return " ".join(typed.split())

    def _mark(self) -> None:
        if self.words():
            self.accept()
        else:
            self._field.set_error("Skriv lagrummet, t.ex. 26 kap. 1 § OSL.")


def ask_ground(editor: RichTextEdit, known: str) -> str:
    """Waits for the answer; empty when nothing is to be marked."""
    question = GroundQuestion(editor, known)
    chosen = question.exec() == int(QDialog.DialogCode.Accepted)
    question.deleteLater()
    editor.setFocus()
    return question.words() if chosen else ""

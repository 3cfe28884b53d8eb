"""A promise or an agreement is written in the window, with the lines on which its parties sign."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from bra_desktop.domain.content import AnnexContent, PartySignatureContent
from bra_desktop.domain.text import Heading, ListItem
from tests.ui.keyboard import part, press, type_text
from tests.ui.meeting.conftest import Shown

ALT = Qt.KeyboardModifier.AltModifier


def _annex(shown: Shown, key: str) -> AnnexContent:
    return shown.view().content.annex(key)


def test_an_agreement_is_written_with_the_lines_of_its_two_parties(shown: Shown) -> None:
    page = shown.page
    page.tabs.setCurrentIndex(2)
    before = len(shown.view().content.annexes)
    part(page, QPushButton, "meeting.write_annex").click()
    shown.settle(lambda: page.parts.annexes.model.rowCount() == before + 1)
    key = shown.view().content.annexes[-1].key
    shown.settle(lambda: page.parts.annexes._line is not None and page.parts.annexes._line.key == key)
    text = page.parts.annexes.fields.text
    text.editor.setFocus()
    type_text(text.editor, "Löftet")
    press(text.editor, Qt.Key.Key_1, ALT)
    press(text.editor, Qt.Key.Key_Return)
    type_text(text.editor, "- Polisen är på plats")
    for name, organisation in (("Eva Lind", "Almby kommun"), ("Lars Hedman", "Polismyndigheten")):
        part(page, QPushButton, "annex.add_party").click()
        number = text._made
        part(page, QLineEdit, f"annex.party_{number}_name").setText(name)
        part(page, QLineEdit, f"annex.party_{number}_organisation").setText(organisation)
    text._parties[0].day.set_value(date(2026, 12, 3))
    part(page, QLineEdit, "annex.place").setText("Almby")
    part(page, QPushButton, "annex.save_text").click()
    shown.settle(lambda: bool(_annex(shown, key).signatures))
    kept = _annex(shown, key)
    assert [type(block) for block in kept.text.blocks] == [Heading, ListItem]
    assert kept.signatures == (
        PartySignatureContent("Eva Lind", "", "Almby kommun", date(2026, 12, 3)),
        PartySignatureContent("Lars Hedman", "", "Polismyndigheten"),
    )
    assert kept.signed_at_place == "Almby"


def test_what_was_written_is_kept_when_another_annex_is_chosen(shown: Shown) -> None:
    page = shown.page
    page.tabs.setCurrentIndex(2)
    written = next(a for a in shown.view().content.annexes if a.text)
    page.parts.annexes.table.choose(written.key)
    shown.settle(lambda: page.parts.annexes._line is not None and page.parts.annexes._line.key == written.key)
    editor = page.parts.annexes.fields.text.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    type_text(editor, " Tillagt sist.")
    other = next(a for a in shown.view().content.annexes if a.key != written.key)
    page.parts.annexes.table.choose(other.key)
    shown.settle(lambda: _annex(shown, written.key).text != written.text)
    assert len(_annex(shown, written.key).text.blocks) == len(written.text.blocks)
    assert _annex(shown, written.key).signatures == written.signatures

"""Wrong words are marked where something is written about a meeting, as in Mötesläge."""

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from bra_desktop.domain.content import ProposalContent
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.tab_stack import ANNEXES
from bra_desktop.ui.spelling.marks import LAYER
from bra_desktop.ui.spelling.menu import SpellingMenu
from bra_desktop.ui.spelling.overlays import Overlays
from tests.ui.keyboard import type_text
from tests.ui.meeting.conftest import REF, Shown


def marked(editor: QTextEdit | QPlainTextEdit) -> list[str]:
    text = editor.toPlainText()
    return [text[start:end] for start, end in Overlays.of(editor).places(LAYER)]


def wait(shown: Shown, editor: QTextEdit | QPlainTextEdit, words: list[str]) -> None:
    shown.qtbot.waitUntil(lambda: marked(editor) == words, timeout=20_000)


def test_in_the_basis_of_an_item_and_names_are_left_in_peace(shown: Shown) -> None:
    item = next(item for item in shown.view().content.items if not item.basis)
    shown.page.side.open_item(item.key)
    basis = shown.page.side.item.fields.basis
    basis.setFocus()
    name = shown.view().content.people[0].name
    type_text(basis, f"{name} har sett trasig belysnng. ")
    wait(shown, basis, ["belysnng"])


def test_in_a_proposal_with_a_suggestion_in_its_menu(shown: Shown) -> None:
    item = shown.view().content.items[4]
    planning.change_item(shown.office, item.key, {"proposals": (ProposalContent("a", "notera informatinen"),)})
    shown.reload()
    shown.page.side.open_item(item.key)
    words = shown.page.side.item.fields.proposals.lines[0].words
    wait(shown, words, ["informatinen"])
    menus = words.findChild(SpellingMenu)
    assert isinstance(menus, SpellingMenu)
    cursor = words.textCursor()
    cursor.setPosition(10)
    menu = menus.menu(cursor)
    shown.qtbot.waitUntil(lambda: "informationen" in [one.text() for one in menu.actions()], timeout=20_000)
    next(one for one in menu.actions() if one.text() == "informationen").trigger()
    assert words.toPlainText() == "notera informationen"


def test_in_an_annex_that_is_written_out(shown: Shown) -> None:
    key = annexes.add_annex(shown.office, REF, title="Löfte", text="Vi lovar trygare torg.")
    shown.reload()
    shown.page.tabs.setCurrentIndex(ANNEXES)
    shown.page.parts.annexes.table.choose(key)
    wait(shown, shown.page.parts.annexes.fields.text.editor, ["trygare"])

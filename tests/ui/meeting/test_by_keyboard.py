"""The meeting's page by keys alone: the agenda, the answers to the notice, and the pane that prepares an item."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from bra_desktop.domain.kinds import Reply
from bra_desktop.ui.focused_keys import ask_menu
from tests.ui.keyboard import part, press, type_text
from tests.ui.meeting.conftest import Shown

AGENDA, PEOPLE = 0, 1
KEY, ALT, CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def order(shown: Shown) -> list[str]:
    return [item.key for item in shown.view().content.items]


def test_five_keys_in_a_row_move_an_item_five_steps(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(AGENDA)
    table, before = shown.page.parts.agenda.table, order(shown)
    table.selectRow(7)
    for _ in range(5):
        press(table, KEY.Key_Up, ALT)
    shown.settle(lambda: order(shown) != before and order(shown).index(before[7]) == 2)


def test_the_menu_of_a_row_does_what_its_keys_do_by_the_right_button_and_by_the_key(shown: Shown) -> None:
    table, view = shown.page.parts.agenda.table, shown.page.parts.agenda.table.viewport()
    keys = order(shown)
    row = table.visualRect(table.model().index(2, 1)).center()
    QCoreApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, row, view.mapToGlobal(row)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = {act.text().partition("\t")[0]: act for act in menu.actions() if not act.isSeparator()}
    assert list(acts) == ["Ändra punkten", "Flytta upp", "Flytta ned", "Ta bort punkten"]
    acts["Flytta upp"].trigger()
    menu.close()
    shown.settle(lambda: order(shown)[1] == keys[2] and table.currentIndex().row() == 1)
    shown.window.activateWindow()
    table.setFocus()
    shown.settle(table.hasFocus)
    table.selectRow(0)
    ask_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [act.isEnabled() for act in menu.actions() if act.text().startswith("Flytta")] == [False, True]
    menu.close()


def test_answers_to_the_notice_are_written_by_letters_and_stepped_through_by_space(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    tab = shown.page.parts.people
    tab.table.selectRow(1)
    line = tab.table.chosen()
    assert line is not None

    def answer() -> Reply:
        return next(p.reply for p in shown.view().content.participants if p.person == line.person_id)

    def answers(wanted: Reply) -> bool:
        return answer() is wanted

    for letter, wanted in (
        (KEY.Key_K, Reply.COMING),
        (KEY.Key_F, Reply.PREVENTED),
        (KEY.Key_E, Reply.SUBSTITUTE_CALLED),
        (KEY.Key_I, Reply.NONE),
    ):
        press(tab.table, letter, text=chr(letter).lower())
        shown.settle(partial(answers, wanted))
    press(tab.table, KEY.Key_Space, text=" ")
    press(tab.table, KEY.Key_Space, text=" ")
    shown.settle(lambda: answer() is list(Reply)[2])
    hints = [each.text() for each in tab.findChildren(QLabel) if each.isVisible()]
    assert any("K kommer, F förhinder, E ersättare kallad" in hint for hint in hints)


def test_who_comes_by_tab_to_a_table_where_nothing_is_chosen_has_its_first_row(shown: Shown) -> None:
    shown.window.activateWindow()
    shown.settle(shown.window.isActiveWindow)
    for at, table in ((AGENDA, shown.page.parts.agenda.table), (PEOPLE, shown.page.parts.people.table)):
        shown.page.tabs.setCurrentIndex(at)
        shown.window.setFocus()
        table.selectionModel().clear()
        assert table.chosen() is None
        table.setFocus(Qt.FocusReason.TabFocusReason)
        assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
        assert table.currentIndex().row() == 0
        press(table, KEY.Key_Down)
        assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
        shown.window.setFocus()
        table.setFocus(Qt.FocusReason.TabFocusReason)
        assert [index.row() for index in table.selectionModel().selectedRows()] == [1]


def focused(shown: Shown) -> QWidget:
    """Where the keyboard is in the window, whichever window is in front."""
    found: QWidget | None = shown.window.focusWidget()
    assert found is not None
    return found


def test_tab_goes_from_top_to_bottom_in_the_pane_of_an_item(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(AGENDA)
    shown.page.side.open_item(shown.view().content.items[4].key)
    fields = shown.page.side.item.fields
    fields.presenters.add(shown.view().content.participants[0].person)
    fields.proposals.add.click()
    type_text(fields.proposals.lines[-1].words, "anta planen")
    fields.presenters.focus_field()
    QTest.keyClick(focused(shown), KEY.Key_Tab)
    assert focused(shown) is fields.basis
    line = fields.proposals.lines[0]
    shown.settle(line.kind.isVisible)
    line.words.setFocus()
    QTest.keyClick(line.words, KEY.Key_Tab)
    assert focused(shown) is line.kind
    QTest.keyClick(line.kind, KEY.Key_Tab)
    assert focused(shown) is line.by


def test_ctrl_enter_in_a_proposal_begins_another(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(AGENDA)
    shown.page.side.open_item(shown.view().content.items[4].key)
    proposals = shown.page.side.item.fields.proposals
    proposals.add.click()
    count = len(proposals.lines)
    type_text(proposals.lines[-1].words, "anta planen")
    QTest.keyClick(focused(shown), KEY.Key_Return, CONTROL)
    assert len(proposals.lines) == count + 1
    assert focused(shown) is proposals.lines[-1].words


def test_the_pane_follows_the_caret_in_the_basis(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(AGENDA)
    shown.window.resize(1280, 600)
    shown.page.side.open_item(shown.view().content.items[4].key)
    basis = shown.page.side.item.fields.basis
    basis.setFocus()
    for words in range(12):
        type_text(basis, f"rad {words}")
        press(basis, KEY.Key_Return)
    caret = basis.viewport().mapTo(shown.page.side.item, basis.cursorRect().bottomLeft())
    assert 0 <= caret.y() <= shown.page.side.item.height()
    assert not basis.visibleRegion().isEmpty()


def test_a_number_that_was_refused_is_told_until_it_is_mended(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(AGENDA)
    item = shown.view().content.items[6]
    shown.page.side.open_item(item.key)
    fields = shown.page.side.item.fields
    wrong = part(fields, QLabel, "item.number_wrong")
    fields.number.setFocus()
    fields.number.selectAll()
    type_text(fields.number, "3")
    fields.title.setFocus()
    shown.settle(lambda: "Nummer 3 står redan på" in wrong.text())
    assert wrong.width() > fields.number.width() * 2
    shown.reload()
    assert (fields.number.text(), "Nummer 3" in wrong.text()) == ("3", True)
    shown.page.side.open_item(shown.view().content.items[5].key)
    shown.page.side.open_item(item.key)
    assert (fields.number.text(), wrong.text()) == (item.agenda_number, "")


def test_a_number_that_is_refused_when_another_item_is_shown_is_said_not_to_count(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(AGENDA)
    item, other = shown.view().content.items[6], shown.view().content.items[5]
    shown.page.side.open_item(item.key)
    fields = shown.page.side.item.fields
    fields.number.setFocus()
    fields.number.selectAll()
    type_text(fields.number, "3")
    fields.title.setFocus()
    shown.page.side.open_item(other.key)
    shown.settle(lambda: f"behåller nummer {item.agenda_number}." in " ".join(shown.window.messages.words()))

"""Versioner in the window: opened by a key, compared with the arrows, taken back with Enter, and undone."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bra_desktop.domain.finding import Sought
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_document
from bra_desktop.services import undoing
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, decisions, minutes, replacing
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.ring import FocusRing
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import REF, Wall, content
from tests.ui.live.test_undoing import CONTROL, KEY, SHIFT, Secretary, begin
from tests.ui.readable import readable

OpenWindow = Callable[..., MainWindow]


def write(office: Office, words: str) -> None:
    minutes.save_text(office, content(office).items[0].key, plain_document(words, "x"))


def two_versions(office: Office, wall: Wall) -> None:
    write(office, "Polisen berättar om lugna kvällar.")
    wall.later(30)
    write(office, "Polisen berättar om kvällar i centrum.")


def shown(qtbot: QtBot, secretary: Secretary, count: int) -> None:
    secretary.press(KEY.Key_H, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: secretary.page.parts.versions.list.count() == count)


def test_the_versions_say_who_when_and_what_differs(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    shown(qtbot, secretary, 2)
    panel = secretary.page.parts.versions
    assert [panel.list.item(row).text() for row in range(2)] == [
        "I dag 10.30, som nu\nVersion 2 · Anna Svedin · 6\u00a0ord",
        "I dag 10.00\nVersion 1 · Anna Svedin · 5\u00a0ord",
    ]
    assert panel.list.hasFocus()
    assert panel.told().replace("\u00a0", " ") == "Sedan dess: 2 ord tillagda, 1 ord borttaget."
    assert panel.view.accessibleDescription() == "Polisen berättar om[borttaget:  lugna] kvällar[tillagt:  i centrum]."
    secretary.press(KEY.Key_Up)
    assert panel.told() == "Så här är texten nu."
    assert not panel.take.isEnabled()


def test_the_key_undoes_nothing_behind_the_versions(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.press(KEY.Key_G, CONTROL)
    assert secretary.decided == ["anta planen"]
    shown(qtbot, secretary, 2)
    secretary.undo()
    assert secretary.decided == ["anta planen"]
    secretary.press(KEY.Key_Escape)
    secretary.page.agenda.list.setFocus()
    secretary.undo()
    assert secretary.decided == []


def test_the_status_line_counts_versions_as_the_list_does(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    window, editor = secretary.page.window(), secretary.page.item.minutes.editor
    assert isinstance(window, MainWindow)

    def told(number: int) -> bool:
        return f"version {number}" in " ".join(readable(window.status).split("\u00a0"))

    qtbot.waitUntil(lambda: told(2))
    wall.later(30)
    for words in (" Rådet tackar.", " Det räcker."):
        type_text(editor, words)
        secretary.page.save()
        qtbot.waitUntil(secretary.page.savers.clean)
    qtbot.waitUntil(lambda: told(3))
    shown(qtbot, secretary, 3)
    assert "Version 3" in secretary.page.parts.versions.list.item(0).text()


def test_a_version_is_taken_back_by_enter_and_that_is_undone_in_the_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    shown(qtbot, secretary, 2)
    secretary.press(KEY.Key_Return)
    assert secretary.text == "Polisen berättar om lugna kvällar."
    assert secretary.page.item.minutes.editor.toPlainText() == "Polisen berättar om lugna kvällar."
    assert not secretary.page.item.minutes.editor.isReadOnly()
    assert "Texten är som i versionen." in secretary.told
    secretary.page.acts.focus_text()
    secretary.undo()
    assert secretary.text == "Polisen berättar om kvällar i centrum."
    assert secretary.page.item.minutes.editor.toPlainText() == "Polisen berättar om kvällar i centrum."
    assert "Ångrat i § 1: Ta tillbaka version." in secretary.told


def test_att_satser_have_versions_of_their_own_that_are_taken_back_and_undone(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    item = content(running).items[0].key
    kept = decisions.add_decision(running, item, "notera informationen")
    wall.later(30)
    decisions.change_decision(running, kept, "lägga informationen till handlingarna")
    secretary = begin(qtbot, open_window, operations, running)
    shown(qtbot, secretary, 0)
    panel = secretary.page.parts.versions
    secretary.press(KEY.Key_Tab, SHIFT)
    panel.items.setCurrentIndex(panel.items.currentIndex() + 1)
    assert panel.items.currentText().endswith(": besluten")
    panel.items.activated.emit(panel.items.currentIndex())
    qtbot.waitUntil(lambda: panel.list.count() == 2)
    panel.list.setFocus()
    secretary.press(KEY.Key_Return)
    assert [line.edit.words() for line in secretary.page.item.decisions.lines] == ["notera informationen"]
    assert "Besluten är som i versionen." in secretary.told
    secretary.page.agenda.list.setFocus()
    secretary.undo()
    assert [d.text for d in content(running).items[0].decisions] == ["lägga informationen till handlingarna"]


def test_what_was_done_to_the_text_is_told_as_a_fact_not_as_a_command(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    wall.later(30)
    change = replacing.replace_everywhere(running, REF, Sought("kvällar"), "nätter")
    wall.later(30)
    undone = undoing.undo(running, change.id)
    wall.later(30)
    undoing.undo(running, undone.id)
    secretary = begin(qtbot, open_window, operations, running)
    shown(qtbot, secretary, 5)
    listed = secretary.page.parts.versions.list
    told = [listed.item(row).text().split("\n")[1].replace("\u00a0", " ") for row in range(3)]
    assert told == [
        "Version 5 · Anna Svedin · Gjort om: Ord ersattes i § 1 · 6 ord",
        "Version 4 · Anna Svedin · Ångrat: Ord ersattes i § 1 · 6 ord",
        "Version 3 · Anna Svedin · Ord ersattes i § 1 · 6 ord",
    ]


def test_what_was_just_typed_is_the_version_of_now(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    write(running, "Innan.")
    wall.later(30)
    secretary = begin(qtbot, open_window, operations, running)
    secretary.type(" Mer.")
    shown(qtbot, secretary, 2)
    secretary.press(KEY.Key_Escape)
    assert secretary.page.item.minutes.editor.hasFocus()
    secretary.type(" Till slut.")
    assert secretary.text == "Innan. Mer. Till slut."


def test_an_item_that_is_adjusted_shows_its_versions_and_says_why_none_is_taken_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    item = content(running).items[0].key
    decisions.add_decision(running, item, "att notera")
    decisions.set_immediate(running, item, True)
    person = content(running).participants[1].person
    attendance.appoint(running, REF, Duty.ADJUST, person)
    secretary = begin(qtbot, open_window, operations, running)
    adjustment.adjust_item_now(running, item)
    secretary.page.presenter.reload()
    secretary.press(KEY.Key_F6)
    shown(qtbot, secretary, 2)
    panel = secretary.page.parts.versions
    assert "är låst och ska justeras omedelbart" in panel.why_not()
    secretary.press(KEY.Key_Return)
    assert secretary.text == "Polisen berättar om kvällar i centrum."


def test_another_item_is_chosen_in_the_panel_and_an_untouched_one_says_so(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    shown(qtbot, secretary, 2)
    panel = secretary.page.parts.versions
    panel.items.setFocus()
    secretary.press(KEY.Key_Down)
    qtbot.waitUntil(lambda: panel.list.count() == 0)
    assert panel.told() == "Ingen har skrivit i ärendet än."
    wall.now += timedelta(seconds=1)
    secretary.press(KEY.Key_Up)
    qtbot.waitUntil(lambda: panel.list.count() == 2)


def test_the_versions_of_an_item_that_is_hidden_are_not_shown_nor_those_of_another(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    first, second = content(running).items[:2]
    minutes.save_text(running, second.key, plain_document("Om den andra punkten.", "y"))
    planning.change_item(running, first.key, {"confidential": "21 kap. 3 § OSL"})
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_F4)
    secretary.press(KEY.Key_H, CONTROL | SHIFT)
    panel = secretary.page.parts.versions
    assert not panel.isVisible()
    assert "Ärendet är sekretessmarkerat och visas inte medan skärmen delas." in secretary.told
    secretary.press(KEY.Key_F4)
    shown(qtbot, secretary, 2)
    assert panel.item() == first.key


def test_a_version_with_words_that_were_marked_then_is_not_shown_on_a_shared_screen(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    key = content(running).items[0].key
    minutes.save_text(running, key, TextDocument((Paragraph("p", (Run("Norra skolan", confidential=True),)),)))
    wall.later(30)
    write(running, "En skola nämns.")
    secretary = begin(qtbot, open_window, operations, running)
    shown(qtbot, secretary, 2)
    secretary.press(KEY.Key_Escape)
    secretary.press(KEY.Key_F4)
    shown(qtbot, secretary, 1)
    assert "Norra" not in secretary.page.parts.versions.view.toPlainText()


def test_the_text_beside_the_versions_shows_that_it_has_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall, qapp: QApplication,
    theme: Theme,
) -> None:  # fmt: skip
    two_versions(running, wall)
    ring = FocusRing.on(qapp, theme)
    secretary = begin(qtbot, open_window, operations, running)
    shown(qtbot, secretary, 2)
    panel = secretary.page.parts.versions
    secretary.press(KEY.Key_Tab)
    assert panel.view.hasFocus()
    assert ring.widget() is panel.view

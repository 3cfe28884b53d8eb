"""A wording of an att-sats that stood there is in Versioner whatever became of it, and Ctrl+Y gives it back."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import plain_text
from bra_desktop.services.live.versions import decision_versions, item_versions
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import Wall, content, new_decision
from tests.ui.live.test_undoing import Secretary, begin

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key


def stand(wall: Wall) -> None:
    wall.now += timedelta(seconds=2)


def write_both(secretary: Secretary, wall: Wall) -> None:
    """An att-sats and, after it, words in the text."""
    new_decision(secretary.page)
    secretary.type("notera rapporten.")
    stand(wall)
    secretary.press(KEY.Key_F7)
    secretary.type("Mer text.")
    stand(wall)


def wordings(office: Office) -> list[str]:
    first = content(office).items[0].key
    return [plain_text(each.text) for each in decision_versions(office, first, notes=False)]


def test_the_first_wording_of_an_att_sats_is_in_versioner_after_its_words_and_it_were_undone(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    write_both(secretary, wall)
    secretary.press(KEY.Key_F9)
    secretary.undo()
    assert secretary.decided == ["notera"]
    stand(wall)
    secretary.press(KEY.Key_F7)
    for _ in range(3):
        secretary.undo()
    assert (secretary.text, secretary.decided) == ("", [])
    assert "att notera rapporten." in wordings(running)


def test_words_of_an_att_sats_that_was_undone_whole_too_are_done_again_where_the_keyboard_is(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    write_both(secretary, wall)
    secretary.press(KEY.Key_F9)
    secretary.undo()
    secretary.press(KEY.Key_F7)
    for _ in range(3):
        secretary.undo()
    assert (secretary.text, secretary.decided) == ("", [])
    for _ in range(4):
        secretary.redo()
    assert (secretary.text, secretary.decided) == ("Mer text.", ["notera rapporten."])
    secretary.type(" Klart")
    assert secretary.decided == ["notera rapporten. Klart"]


def test_words_of_the_text_that_stood_are_in_versioner_after_they_were_undone(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.type("Polisen redovisade.")
    stand(wall)
    secretary.undo()
    stand(wall)
    secretary.undo()
    first = content(running).items[0].key
    told = [plain_text(each.text) for each in item_versions(running, first)]
    assert "Polisen redovisade." in told


def test_versions_of_the_att_satser_are_shown_where_one_of_them_has_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    write_both(secretary, wall)
    panel = secretary.page.parts.versions
    for key, decided in ((KEY.Key_F9, True), (KEY.Key_F7, False)):
        secretary.press(key)
        secretary.page.show_versions()
        qtbot.waitUntil(panel.isVisible)
        assert panel.item().endswith("/decisions") is decided
        panel.leave()


def test_a_key_that_finds_nothing_to_decide_says_so(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert "Inget beslut är förberett här. Skriv det med Ctrl+Enter." in secretary.told

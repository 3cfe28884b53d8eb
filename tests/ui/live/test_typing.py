"""What is typed in Mötesläge is on the disk, whatever happens to the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import TextDocument, plain_text
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.storage.failures import DiskFull
from bra_desktop.ui.live.saving.keepers import TextKeeper
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]
SENTENCE = "Läget är lugnare – Åke, Örjan och É minns § 41"
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_typed_text_is_there_when_the_meeting_is_opened_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    type_text(page.item.minutes.editor, SENTENCE)
    settle(qtbot, page, operations)
    assert page.savers.words().startswith("Sparat ")
    page.window().close()
    again = enter(qtbot, open_window, running)
    assert plain_text(again.item.minutes.editor.text()) == SENTENCE


def test_closing_the_window_at_once_loses_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    type_text(page.item.minutes.editor, "Just nu")
    page.window().close()
    operations.wait_for_writes()
    assert plain_text(content(running).items[0].text) == "Just nu"


def test_going_on_to_the_next_item_saves_what_was_typed_and_gives_the_section(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    editor = page.item.minutes.editor
    type_text(editor, "Ordföranden öppnar")
    page.savers.flush()
    type_text(editor, " mötet.")
    page.acts.step()
    assert editor.text().blocks == ()
    type_text(editor, "Per Alm utses.")
    settle(qtbot, page, operations)
    first, second = content(running).items[:2]
    assert plain_text(first.text) == "Ordföranden öppnar mötet."
    assert plain_text(second.text) == "Per Alm utses."
    assert first.paragraph is not None
    assert second.paragraph == first.paragraph + 1


def test_going_back_shows_what_was_typed_and_renumbers_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    type_text(page.item.minutes.editor, "Ett")
    page.acts.step()
    settle(qtbot, page, operations)
    before = content(running).paragraphs
    page.acts.go(-1)
    assert plain_text(page.item.minutes.editor.text()) == "Ett"
    page.acts.go(1)
    settle(qtbot, page, operations)
    assert content(running).paragraphs == before


def test_a_change_of_the_item_elsewhere_is_no_conflict_for_the_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    key = content(running).items[0].key
    type_text(page.item.minutes.editor, "a")
    settle(qtbot, page, operations)
    minutes.set_clock(running, key, opened_at=running.time_now())
    page.presenter.set_immediate(True)
    type_text(page.item.minutes.editor, "b")
    settle(qtbot, page, operations)
    assert plain_text(content(running).items[0].text) == "ab"
    assert content(running).items[0].immediate_adjustment


def test_the_latest_of_two_saves_on_their_way_is_the_one_that_stays(operations: Operations, running: Office) -> None:
    item = content(running).items[0]
    keeper = TextKeeper(running, item.key, item.text, None)
    runner = operations.for_page(operations)
    told: list[object] = []
    for words in ("ett", "ett två", "ett två tre"):
        text = TextDocument.from_json_value(words, "t")
        runner.save(keeper.write(text), told.append, told.append)
    operations.wait_for_writes()
    QApplication.processEvents()
    assert plain_text(content(running).items[0].text) == "ett två tre"
    assert all(isinstance(answer, minutes.Typed) and answer.replaced is None for answer in told)


def test_a_full_disk_is_said_and_the_text_is_saved_when_there_is_room(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    full = [True]

    def write(text: TextDocument) -> Callable[[], object]:
        def save() -> object:
            if full[0]:
                raise DiskFull
            return keeper.write(text)()

        return save

    editor = page.item.minutes.editor
    keeper = page.texts.keeper(content(running).items[0].key)
    editor.edited.disconnect()
    editor.edited.connect(lambda: page.savers.typed("text/x", lambda: write(editor.text())))
    type_text(editor, "kvar")
    qtbot.waitUntil(page.savers.failing)
    assert page.savers.words() == "Ej sparat – försöker igen"
    assert plain_text(editor.text()) == "kvar"
    full[0] = False
    qtbot.waitUntil(page.savers.clean)
    assert plain_text(content(running).items[0].text) == "kvar"


@pytest.mark.parametrize(("sign", "name"), [("\x00", "nolltecken"), ("\x02", "styrtecken U+0002")])
def test_a_sign_that_cannot_be_kept_in_a_decision_is_named_until_it_is_taken_away(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, sign: str, name: str
) -> None:
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    type_text(page.item.minutes.editor, "Läget")
    page.acts.new_decision()
    line = page.item.decisions.focused_line()
    assert line is not None
    pasted = QMimeData()
    pasted.setText(f"bevilja{sign} bidraget.")
    line.edit.insertFromMimeData(pasted)
    page.savers.flush()
    qtbot.waitUntil(page.savers.failing)
    said = f"Ej sparat. Beslutet innehåller ett tecken som inte kan sparas ({name}, plats 8). Ta bort det."
    assert said in window.messages.words()
    assert "Ej sparat" in window.status.words()
    assert line.edit.words() == f"bevilja{sign} bidraget."
    type_text(page.item.minutes.editor, " är lugnt")
    qtbot.waitUntil(lambda: plain_text(content(running).items[0].text) == "Läget är lugnt")
    assert said in window.messages.words()
    line.edit.selectAll()
    type_text(line.edit, "bevilja bidraget.")
    settle(qtbot, page, operations)
    assert [d.text for d in content(running).items[0].decisions] == ["bevilja bidraget."]
    assert not [words for words in (*window.messages.words(), *window.status.words()) if "Ej sparat" in words]


def test_the_meeting_opens_at_the_item_where_it_was_left(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.step()
    settle(qtbot, page, operations)
    page.presenter.show_item(content(running).items[4].key)
    settle(qtbot, page, operations)
    page.window().close()
    again = enter(qtbot, open_window, running)
    assert again.presenter.scene is not None
    assert again.presenter.scene.shown == content(running).items[4].key


def test_control_and_arrow_down_in_the_text_goes_to_the_next_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert content(running).items[1].opened_at is not None
    press(page.item.minutes.editor, Qt.Key.Key_A, text="a")
    settle(qtbot, page, operations)
    assert plain_text(content(running).items[1].text) == "a"

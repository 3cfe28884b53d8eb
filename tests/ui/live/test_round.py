"""Laget runt: one key, and each organisation that is there has its heading."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.round_table import organisations_there
from bra_desktop.domain.text import Heading, Paragraph, plain_text
from bra_desktop.services import reading
from bra_desktop.services.live import coming_and_going
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
ROUND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_one_key_gives_a_heading_for_each_organisation_that_is_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    names = organisations_there(content(running), content(running).items[0].key)
    assert len(names) > 3
    page.acts.focus_text()
    editor = page.item.minutes.editor
    type_text(editor, "Ordet går runt.")
    QTest.keyClick(page.item, Qt.Key.Key_I, ROUND)
    type_text(editor, "Allt är lugnt.")
    settle(qtbot, page, operations)
    text = content(running).items[0].text
    assert [plain for b in text.blocks if isinstance(b, Heading) for plain in [b.runs[0].text]] == list(names)
    assert plain_text(text).split()[:3] == ["Ordet", "går", "runt."]
    under = text.blocks[2]
    assert isinstance(under, Paragraph)
    assert under.runs[0].text == "Allt är lugnt."
    QTest.keyClick(page.item, Qt.Key.Key_I, ROUND)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert any("redan en rubrik" in words for words in window.messages.words())
    for _ in range(4):  # the letters under the heading, word by word, then the headings
        press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names[-1] not in editor.toPlainText()


def test_who_has_left_has_no_heading_and_who_comes_gets_one(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    view = reading.meeting_view(running, REF)
    key = view.content.items[0].key
    before = organisations_there(view.content, key)
    names = {o.key: o.name for o in view.content.organisations}
    gone = [p.person for p in view.content.participants if p.stays]
    gone = [p for p in gone if names.get(view.content.person(p).organisation) == before[-1]]
    for person in gone:
        coming_and_going.leave(running, view.participants[person], None, key)
    assert organisations_there(content(running), key) == before[:-1]
    page = enter(qtbot, open_window, running)
    QTest.keyClick(page.item, Qt.Key.Key_I, ROUND)
    assert before[-1] not in page.item.minutes.editor.toPlainText()
    coming_and_going.arrive(running, view.participants[gone[0]], None, key)
    page.presenter.reload()
    settle(qtbot, page, operations)
    QTest.keyClick(page.item, Qt.Key.Key_I, ROUND)
    assert page.item.minutes.editor.toPlainText().count(before[-1]) == 1
    assert page.item.minutes.editor.toPlainText().count(before[0]) == 1
    settle(qtbot, page, operations)

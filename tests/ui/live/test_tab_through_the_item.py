"""Tab goes through an item as one reads it, also to what was made while it was shown; and the keys of the strip."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services import actions, reading
from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.keys import KEYS
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import part, type_text
from tests.ui.live.conftest import REF, Wall, content, enter, new_decision, settle

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key
MOST = 60


def passed_by(page: LivePage) -> list[str]:
    """The names of what Tab comes to from the text, until it comes back there."""
    page.acts.focus_text()
    window, names = page.window(), ["text"]
    while len(names) < MOST:
        QTest.keyClick(window.focusWidget(), KEY.Key_Tab)
        if window.focusWidget() is page.item.minutes.editor:
            return names
        names.append(window.focusWidget().objectName().removeprefix("live."))
    raise AssertionError(f"Tab does not come back to the text: {names}")


def test_tab_goes_from_the_text_through_actions_and_decisions_to_what_belongs_to_them(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    item, who = content(running).items[0].key, reading.organisations(running)[0].id
    for number in range(2):
        actions.add_action(running, actions.NewAction(f"Åtgärd {number}", (who,), item_id=item))
    page.presenter.reload()
    for words in ("lägga rapporten till handlingarna.", "tacka för den."):
        type_text(new_decision(page).edit, words)
        settle(qtbot, page, operations)
    page.acts.add("statement")
    type_text(page.form.editor("person"), content(running).people[0].name)
    type_text(page.form.editor("text"), "Det är bråttom.")
    page.form.submit()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: any(chip.isVisible() for chip in page.findChildren(QPushButton, "live.part_0")))
    lines = [line.edit.objectName().removeprefix("live.") for line in page.item.decisions.lines]
    names = passed_by(page)
    assert names[: names.index("add_motion")] == ["text", "chip_0", "chip_1", *lines, "add_decision", "part_0"]
    start = names.index("attendance")
    assert names[start : start + 5] == ["attendance", "add_person", "action_0", "action_1", "add_action"]


def test_an_att_sats_that_is_moved_takes_its_place_for_tab_too(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    for words in ("en", "två", "tre"):
        decisions.add_decision(running, content(running).items[0].key, f"{words}.")
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    last = page.item.decisions.lines[-1]
    last.edit.setFocus()
    QTest.keyClick(last.edit, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, page, operations)
    assert [d.text for d in content(running).items[0].decisions] == ["en.", "tre.", "två."]
    names = passed_by(page)
    at = names.index("add_decision")
    assert names[at - 3 : at] == [line.edit.objectName().removeprefix("live.") for line in page.item.decisions.lines]


def sit_down(qtbot: QtBot, page: LivePage) -> None:
    page.window().activateWindow()  # without a screen nobody else gives it the keyboard
    qtbot.waitUntil(page.window().isActiveWindow)


def test_f12_adjourns_and_resumes_wherever_the_keyboard_is(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    page = enter(qtbot, open_window, running)
    for _time in ("pause", "on again"):
        wall.later(10)
        sit_down(qtbot, page)
        QTest.keyClick(page.item.minutes.editor, KEY.Key_F12)
        settle(qtbot, page, operations)
    (pause,) = running.content(REF).adjournments
    assert pause.to_time is not None
    assert (pause.from_time.minute, pause.to_time.minute) == (10, 20)


def choose_in_more(qtbot: QtBot, page: LivePage, words: str) -> None:
    sit_down(qtbot, page)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    wanted = next(action for action in menu.actions() if action.text().startswith(words))
    for _step in menu.actions():
        if menu.activeAction() is not wanted:
            QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)


def test_f10_opens_the_menu_mer_and_the_arrows_lead_through_it(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    choose_in_more(qtbot, page, "Rätta klockslag")
    assert page.form.is_open()
    form = page.form.form()
    assert form is not None
    assert form.name == "times"


def test_an_item_is_marked_for_immediate_adjustment_and_unmarked_in_the_menu_mer(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    for wanted in (True, False):
        choose_in_more(qtbot, page, "Omedelbar justering")
        settle(qtbot, page, operations)
        assert content(running).items[0].immediate_adjustment is wanted
        qtbot.waitUntil(lambda wanted=wanted: _ticked(page) is wanted)  # type: ignore[misc]


def _ticked(page: LivePage) -> bool:
    return part(page, QCheckBox, "live.immediate").isChecked()


def test_the_keys_of_the_strip_are_told_in_its_tips_and_in_the_help(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    strip = enter(qtbot, open_window, running).strip
    told = dict(KEYS)
    for button, key in ((strip._pause, "F12"), (strip._more, "F10")):
        assert button.toolTip().endswith(f". {key}")
        assert key in told


def test_tab_comes_from_the_agenda_to_the_find_strip_and_from_there_to_the_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.finding.open(replacing=True)
    names = passed_by(page)
    assert names[-10:-8] == ["add_item", "find_words"]
    assert names[-1] == "find_close"


def test_what_is_typed_on_from_the_text_where_a_button_has_the_keyboard_becomes_an_att_sats(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    QTest.keyClick(page.item.minutes.editor, KEY.Key_Tab)
    button = page.window().focusWidget()
    assert button is page.item.decisions.new
    QTest.keyClick(button, KEY.Key_Space)
    assert page.item.decisions.lines == []
    assert page.window().focusWidget() is button
    QTest.keyClicks(button, "N")
    line = page.item.decisions.focused_line()
    assert line is not None
    type_text(line.edit, "otera det.")
    settle(qtbot, page, operations)
    assert [d.text for d in content(running).items[0].decisions] == ["Notera det."]
    QTest.keyClick(line.edit, KEY.Key_Tab)
    QTest.keyClick(page.window().focusWidget(), KEY.Key_Return)
    assert len(page.item.decisions.lines) == 2

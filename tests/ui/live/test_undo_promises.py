"""What an undo message promises works wherever the keyboard is: one press is one step, in the order of time."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from bra_desktop.domain.finding import Sought
from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.services.live import decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.undoing.undo_desk import NOTHING_AGAIN
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import Wall, content
from tests.ui.live.test_undoing import CONTROL, KEY, SHIFT, Secretary, begin

OpenWindow = Callable[..., MainWindow]
OLD, NEW = "Polisen berättar om lugna kvällar.", "Polisen berättar om kvällar i centrum."


def write(office: Office, words: str, place: int = 0) -> None:
    minutes.save_text(office, content(office).items[place].key, plain_document(words, "x"))


def two_versions(office: Office, wall: Wall) -> None:
    write(office, OLD)
    wall.later(30)
    write(office, NEW)


def take_version_back(qtbot: QtBot, secretary: Secretary, row: int = 1) -> None:
    secretary.press(KEY.Key_H, CONTROL | SHIFT)
    versions = secretary.page.parts.versions.list
    qtbot.waitUntil(lambda: versions.count() > row)
    versions.setCurrentRow(row)
    secretary.press(KEY.Key_Return)


def replace_all(secretary: Secretary, words: str, by: str) -> None:
    secretary.page.finding.finder.seek(Sought(words))
    secretary.page.finding.finder.replace_all(by)
    secretary._settle()


def both(secretary: Secretary) -> str:
    """What stands in the editor, which is what is on the disk."""
    assert secretary.seen.strip() == secretary.text
    return secretary.seen.strip()


def test_a_version_taken_back_is_undone_and_done_again_in_the_text_as_often_as_one_likes(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    take_version_back(qtbot, secretary)
    secretary.page.acts.focus_text()
    for _ in range(3):
        assert both(secretary) == OLD
        secretary.undo()
        assert both(secretary) == NEW
        assert "Ångrat i § 1: Ta tillbaka version." in secretary.told
        secretary.redo()
        assert NOTHING_AGAIN not in secretary.told
    assert both(secretary) == OLD


def test_what_was_typed_before_a_version_was_taken_back_is_undone_word_by_word_after_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_End, CONTROL)
    wall.later(30)
    secretary.type(" Rådet tackar.")
    take_version_back(qtbot, secretary, 2)
    assert both(secretary) == OLD
    secretary.page.acts.focus_text()
    secretary.press(KEY.Key_End, CONTROL)
    secretary.type(" Slut.")
    stood = [both(secretary)]
    for _ in range(12):
        secretary.undo()
        stood.append(both(secretary))
    back = [words for at, words in enumerate(stood) if at == 0 or words != stood[at - 1]]
    assert back[0] == f"{OLD} Slut."
    assert [words.strip() for words in back if words.startswith(OLD)][-1] == OLD
    after = [words for words in back if not words.startswith(OLD)]
    assert after[0] == f"{NEW} Rådet tackar."
    assert f"{NEW} Rådet" in [words.strip() for words in after]
    assert after[-1] == NEW
    for _ in range(12):
        secretary.redo()
    assert both(secretary) == f"{OLD} Slut."


def test_done_again_from_the_roll_the_keyboard_stays_and_the_next_press_undoes_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    take_version_back(qtbot, secretary)
    roll = secretary.page.parts.attendance.list
    secretary.press(KEY.Key_F8)
    for _ in range(2):
        secretary.undo()
        assert both(secretary) == NEW
        assert roll.hasFocus()
        secretary.redo()
        assert both(secretary) == OLD
        assert roll.hasFocus()
    secretary.press(KEY.Key_F7)
    secretary.undo()
    assert both(secretary) == NEW
    secretary.redo()
    assert both(secretary) == OLD


def test_words_replaced_all_over_are_put_back_and_again_in_the_text_and_in_an_att_sats(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    write(running, "Polisen kom.")
    decisions.add_decision(running, content(running).items[0].key, "tacka Polisen")
    secretary = begin(qtbot, open_window, operations, running)
    replace_all(secretary, "Polisen", "Räddningstjänsten")
    line = secretary.page.item.decisions.lines[0].edit
    for hand in (secretary.page.item.minutes.editor, line):
        hand.setFocus()
        for _ in range(2):
            assert both(secretary) == "Räddningstjänsten kom."
            assert (secretary.decided, line.words()) == (["tacka Räddningstjänsten"], "tacka Räddningstjänsten")
            secretary.undo()
            assert both(secretary) == "Polisen kom."
            assert (secretary.decided, line.words()) == (["tacka Polisen"], "tacka Polisen")
            assert hand.hasFocus()
            secretary.redo()


def test_from_the_field_where_the_new_words_stand_the_key_takes_the_replacing_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    write(running, "Polisen kom.")
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_H, CONTROL)
    panel = secretary.page.finding.panel
    panel.words.setFocus()
    secretary.type("Polisen")
    panel.by.setFocus()
    secretary.type("Brandkåren")
    secretary.press(KEY.Key_Return, CONTROL)
    assert both(secretary) == "Brandkåren kom."
    assert panel.by.hasFocus()
    secretary.undo()
    assert (both(secretary), panel.by.text()) == ("Polisen kom.", "Brandkåren")
    secretary.redo()
    assert (both(secretary), panel.by.text()) == ("Brandkåren kom.", "Brandkåren")
    panel.by.setFocus()
    panel.by.end(False)
    secretary.type("s")
    secretary.undo()  # what was typed last goes first
    assert (both(secretary), panel.by.text() != "Brandkårens") == ("Brandkåren kom.", True)


def test_a_promise_about_the_agenda_is_kept_in_the_text_until_something_is_typed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    before = [item.title for item in content(running).items]
    secretary.type("Innan")
    secretary.press(KEY.Key_F6)
    secretary.press(KEY.Key_End)
    secretary.press(KEY.Key_Delete)
    after = [item.title for item in content(running).items]
    assert (after, "borttagen" in secretary.told) == (before[:-1], True)
    secretary.press(KEY.Key_Home)
    secretary.press(KEY.Key_F7)
    secretary.undo()
    assert [item.title for item in content(running).items] == before
    secretary.redo()
    assert [item.title for item in content(running).items] == after
    secretary.press(KEY.Key_F6)
    secretary.press(KEY.Key_Home)
    secretary.press(KEY.Key_Return)
    secretary.type(" efter")
    secretary.undo()
    assert [item.title for item in content(running).items] == after
    assert secretary.text == "Innan"


def test_the_message_says_in_which_items_words_were_replaced(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    write(running, "Polisen kom.")
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_Down, CONTROL)
    replace_all(secretary, "Polisen", "Brandkåren")
    secretary.page.acts.focus_text()
    secretary.undo()
    assert secretary.text == "Polisen kom."
    assert "Ångrat i § 1: Ersätt i hela mötet." in secretary.told
    assert secretary.page.texts.shown == content(running).items[1].key
    secretary.redo()
    assert secretary.text == "Brandkåren kom."
    assert "Gjort om i § 1: Ersätt i hela mötet." in secretary.told
    write(running, "Brandkåren också.", 1)
    secretary.page.texts.forget()
    secretary.page.presenter.reload()
    secretary._settle()
    replace_all(secretary, "Brandkåren", "Skolan")
    secretary.undo()
    assert [plain_text(i.text).strip() for i in content(running).items[:2]] == ["Brandkåren kom.", "Brandkåren också."]
    assert "Ångrat i 2 ärenden: Ersätt i hela mötet." in secretary.told


def test_keys_pressed_in_a_row_do_one_step_each_also_across_a_version(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    from PySide6.QtTest import QTest

    from tests.ui.live.test_closing_panel import hands

    two_versions(running, wall)
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_End, CONTROL)
    wall.later(30)
    secretary.type(" Ja.")
    take_version_back(qtbot, secretary, 2)
    secretary.page.acts.focus_text()
    for key in (KEY.Key_Z, KEY.Key_Z, KEY.Key_Y, KEY.Key_Y):
        QTest.keyClick(hands(secretary.page), key, CONTROL)
    for _ in range(4):
        secretary._settle()
    assert both(secretary) == OLD

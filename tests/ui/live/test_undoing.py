"""Ctrl+Z in Mötesläge: the words in the text, what was done elsewhere, and the order of time between them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ProposalContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.services import undoing
from bra_desktop.services.live import decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content, enter, new_decision, settle
from tests.ui.live.test_closing_panel import hands

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Secretary:
    """Who presses the keys, and looks at the disk after each."""

    def __init__(self, qtbot: QtBot, page: LivePage, operations: Operations, office: Office) -> None:
        self.page, self.office = page, office
        self._bot, self._operations = qtbot, operations

    def _settle(self) -> None:
        settle(self._bot, self.page, self._operations)

    def press(self, key: Qt.Key, marks: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(hands(self.page), key, marks)
        self._settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(hands(self.page), words)
        self._settle()

    def undo(self) -> None:
        self.press(KEY.Key_Z, CONTROL)

    def redo(self) -> None:
        self.press(KEY.Key_Y, CONTROL)

    @property
    def text(self) -> str:
        return plain_text(content(self.office).items[0].text).strip()

    @property
    def seen(self) -> str:
        """What stands in the editor."""
        return self.page.item.minutes.editor.toPlainText()

    @property
    def decided(self) -> list[str]:
        return [decision.text for decision in content(self.office).items[0].decisions]

    @property
    def told(self) -> str:
        window = self.page.window()
        assert isinstance(window, MainWindow)
        return " ".join(window.messages.words()).replace("\u00a0", " ")


def begin(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, office: Office, proposed: str = ""
) -> Secretary:
    if proposed:
        first = content(office).items[0].key
        decisions.set_proposals(office, first, (ProposalContent("p", proposed),))
    page = enter(qtbot, open_window, office)
    page.acts.focus_text()
    return Secretary(qtbot, page, operations, office)


def test_words_and_the_decision_between_them_go_in_the_order_of_time(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.type("Innan")
    secretary.press(KEY.Key_G, CONTROL)
    assert secretary.decided == ["anta planen"]
    secretary.type(" efter")
    secretary.undo()
    assert (secretary.text, secretary.decided) == ("Innan", ["anta planen"])
    secretary.undo()
    if secretary.decided:  # the space was typed with the word before it
        secretary.undo()
    assert (secretary.text, secretary.decided) == ("Innan", [])
    assert "Ångrat i § 1: Gör till beslut." in secretary.told
    secretary.undo()
    assert (secretary.text, secretary.decided) == ("", [])


def test_what_was_undone_in_the_text_is_done_again_in_the_same_order(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.type("Innan ")
    secretary.press(KEY.Key_G, CONTROL)
    secretary.type("efter")
    for _ in range(3):
        secretary.undo()
    assert (secretary.text, secretary.decided) == ("", [])
    secretary.redo()
    assert (secretary.text, secretary.decided) == ("Innan", [])
    secretary.redo()
    assert secretary.decided == ["anta planen"]
    assert "Gjort om i § 1: Gör till beslut." in secretary.told
    secretary.redo()
    assert (secretary.text, secretary.decided) == ("Innan efter", ["anta planen"])
    secretary.undo()
    secretary.undo()
    assert (secretary.text, secretary.decided) == ("Innan", [])


def test_typing_something_new_ends_what_could_be_done_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.press(KEY.Key_G, CONTROL)
    secretary.undo()
    assert secretary.decided == []
    secretary.type("Nytt")
    secretary.redo()
    assert (secretary.text, secretary.decided) == ("Nytt", [])
    assert "inget att göra om" in secretary.told


def test_outside_the_text_the_last_act_is_undone_and_the_words_stay(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.press(KEY.Key_G, CONTROL)
    secretary.type("Efter beslutet")
    secretary.press(KEY.Key_F6)
    secretary.undo()
    assert (secretary.text, secretary.decided) == ("Efter beslutet", [])
    secretary.redo()
    assert secretary.decided == ["anta planen"]


def test_an_att_sats_that_was_typed_is_undone_whole_from_outside(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    new_decision(secretary.page)
    secretary.type("notera informationen")
    assert secretary.decided == ["notera informationen"]
    secretary.press(KEY.Key_F6)
    secretary.undo()
    assert secretary.decided == []
    assert not secretary.page.item.decisions.lines
    secretary.redo()
    assert secretary.decided == ["notera informationen"]


def test_a_struck_item_comes_back_by_the_key(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    second = content(running).items[1].title
    secretary.press(KEY.Key_F6)
    secretary.press(KEY.Key_Down)
    secretary.press(KEY.Key_Delete)
    assert content(running).items[1].title != second
    secretary.undo()
    assert content(running).items[1].title == second, secretary.told


def test_attendance_is_undone_from_the_roll_and_never_from_the_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    before = content(running).participants
    secretary.press(KEY.Key_F8)
    secretary.press(KEY.Key_Space)
    after = content(running).participants
    assert after != before
    secretary.press(KEY.Key_F7)
    secretary.undo()
    assert content(running).participants == after
    assert "Inget mer att ångra i texten. Senast gjort: " in secretary.told
    secretary.press(KEY.Key_F8)
    secretary.undo()
    assert content(running).participants == before


def test_no_key_takes_back_a_paragraph_or_the_opening(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_Down, CONTROL)
    given = [item.paragraph for item in content(running).items]
    secretary.press(KEY.Key_F6)
    secretary.undo()
    assert [item.paragraph for item in content(running).items] == given
    assert content(running).state is MeetingState.IN_PROGRESS
    assert "inget mer att ångra" in secretary.told


def test_what_was_decided_before_the_item_was_left_is_not_undone_in_its_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.press(KEY.Key_G, CONTROL)
    secretary.press(KEY.Key_Down, CONTROL)
    secretary.press(KEY.Key_Up, CONTROL)
    secretary.undo()
    assert secretary.decided == ["anta planen"]
    assert "Senast gjort i § 1: Gör till beslut." in secretary.told
    secretary.press(KEY.Key_F6)
    secretary.undo()
    assert secretary.decided == []


def test_what_somebody_else_has_changed_since_is_refused_with_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.press(KEY.Key_G, CONTROL)
    decisions.change_decision(running, content(running).items[0].decisions[0].key, "avslå planen")
    secretary.press(KEY.Key_F6)
    secretary.undo()
    assert secretary.decided == ["avslå planen"]
    assert secretary.told
    minutes.remember_place(running, content(running).ref, content(running).items[0].key)
    secretary.undo()
    assert "inget mer att ångra" in secretary.told


def test_what_is_refused_for_now_is_undone_and_done_again_when_nothing_hinders_it_any_more(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.press(KEY.Key_G, CONTROL)
    secretary.press(KEY.Key_F4)
    key = content(running).items[0].key
    refusals: list[UserError] = []
    operations.refused.connect(refusals.append)
    for again, left in ((False, ["anta planen"]), (True, [])):
        planning.change_item(running, key, {"confidential": "21 kap. 3 § OSL"})
        before = undoing.latest(running, 1)
        timeline = secretary.page.presenter.timeline
        stood = list(timeline.done), list(timeline.undone)
        secretary.page.undoing.redo() if again else secretary.page.undoing.undo()
        settle(qtbot, secretary.page, operations)
        assert "visas inte medan skärmen delas" in refusals.pop().text
        assert secretary.decided == left
        assert undoing.latest(running, 1) == before
        assert (timeline.done, timeline.undone) == stood
        planning.change_item(running, key, {"confidential": ""})
        secretary.page.presenter.reload()
        settle(qtbot, secretary.page, operations)
        secretary.page.undoing.redo() if again else secretary.page.undoing.undo()
        settle(qtbot, secretary.page, operations)
        assert secretary.decided == ([] if not again else ["anta planen"])


def test_words_are_undone_after_the_screen_has_been_shared_and_is_so_no_longer(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.type("Ett två tre")
    secretary.press(KEY.Key_F4)
    secretary.press(KEY.Key_F4)
    secretary.undo()
    assert secretary.seen == "Ett två "
    secretary.redo()
    assert secretary.seen == "Ett två tre"


def test_words_of_an_item_that_was_left_are_undone_one_by_one_when_it_is_shown_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.type("Ett två tre")
    secretary.press(KEY.Key_Down, CONTROL)
    secretary.type("Nytt ord")
    secretary.press(KEY.Key_Up, CONTROL)
    secretary.type(" fyra")
    secretary.undo()
    secretary.undo()
    assert secretary.seen == "Ett två "
    secretary.press(KEY.Key_Down, CONTROL)
    secretary.undo()
    assert secretary.seen == "Nytt "
    secretary.press(KEY.Key_Up, CONTROL)
    secretary.redo()
    assert secretary.seen == "Ett två tre "
    assert [plain_text(item.text) for item in content(running).items[:2]] == ["Ett två tre ", "Nytt "]


def test_a_text_that_others_have_changed_meanwhile_begins_anew(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.type("Ett två tre")
    secretary.press(KEY.Key_Down, CONTROL)
    minutes.save_text(running, content(running).items[0].key, plain_document("Andras ord"))
    secretary.page.texts.forget()
    secretary.page.presenter.reload()
    settle(qtbot, secretary.page, operations)
    secretary.press(KEY.Key_Up, CONTROL)
    assert secretary.seen == "Andras ord"
    secretary.undo()
    assert secretary.seen == "Andras ord"


def test_the_words_of_a_confidential_item_are_undone_when_it_is_seen_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.type("Ett två tre")
    planning.change_item(running, content(running).items[0].key, {"confidential": "18 kap. 1 § OSL"})
    secretary.page.presenter.reload()
    settle(qtbot, secretary.page, operations)
    secretary.press(KEY.Key_F4)
    assert "Ett" not in secretary.seen
    secretary.undo()
    assert "Ett" not in secretary.seen
    secretary.press(KEY.Key_F4)
    secretary.undo()
    assert secretary.seen == "Ett två "


def test_in_the_text_what_was_done_in_the_item_is_undone_though_it_stands_elsewhere(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    item = content(running).items[0].key
    secretary.page.presenter.act(lambda office: decisions.set_immediate(office, item, True))
    settle(qtbot, secretary.page, operations)
    secretary.page.acts.focus_text()
    secretary.type("Ord")
    secretary.undo()
    assert (secretary.text, content(running).items[0].immediate_adjustment) == ("", True)
    secretary.undo()
    assert not content(running).items[0].immediate_adjustment
    assert "Ångrat i § 1: Omedelbar justering." in secretary.told

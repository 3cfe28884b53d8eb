"""An item that is confidential says so in Mötesläge, and can be marked there while the meeting goes on."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.domain.confidentiality import WITHHELD_TITLE
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services import reading
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import notice, planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.scene import PASSAGE_MARKED, SECRET
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import part
from tests.ui.live.conftest import REF, content, enter, settle

GROUND = "21 kap. 3 § OSL"
SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
OpenWindow = Callable[..., MainWindow]


def row_words(page: LivePage, place: int) -> tuple[str, str]:
    row = page.agenda.list.item(place)
    return row.data(SPOKEN), row.data(TIP)


def mark(page: LivePage) -> QLabel:
    return part(page.item, QLabel, "live.item_secret")


@pytest.fixture
def marked(running: Office) -> Office:
    """The third item is marked, and a passage in the fourth."""
    third, fourth = content(running).items[2:4]
    planning.change_item(running, third.key, {"confidential": GROUND})
    minutes.save_text(running, fourth.key, TextDocument((Paragraph("p", (Run("larmkod", confidential=True),)),)))
    return running


def test_the_agenda_and_the_heading_say_which_items_are_confidential_and_why(
    marked: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page, items = enter(qtbot, open_window, marked), content(marked).items
    for place, why in ((2, GROUND), (3, PASSAGE_MARKED)):
        assert all(f"{SECRET}. {why}" in words for words in row_words(page, place))
        page.acts.choose(items[place].key)
        settle(qtbot, page, operations)
        assert mark(page).isVisible()
        assert mark(page).toolTip() == mark(page).accessibleName() == f"{SECRET}. {why}"
    assert not any(SECRET in words for words in row_words(page, 1))
    page.acts.choose(items[1].key)
    settle(qtbot, page, operations)
    assert not mark(page).isVisible()


def test_the_ground_is_not_told_while_the_screen_is_shared(
    marked: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = enter(qtbot, open_window, marked)
    page.acts.choose(content(marked).items[2].key)
    settle(qtbot, page, operations)
    page.showing.toggle_shared()
    settle(qtbot, page, operations)
    assert mark(page).toolTip() == SECRET
    assert row_words(page, 2)[1].splitlines() == [WITHHELD_TITLE, SECRET]


def test_an_item_is_marked_in_its_form_and_hidden_at_once_where_others_see(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = enter(qtbot, open_window, running)
    title, key = page.presenter.scene.item.title, page.texts.shown  # type: ignore[union-attr]
    page.showing.toggle_projector()
    page.showing.toggle_shared()
    settle(qtbot, page, operations)
    page.go_to("secret")
    field = page.form.editor("secret")
    assert isinstance(field, QLineEdit)
    assert QApplication.focusWidget() is field
    field.setText(GROUND)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page, operations)
    assert content(running).item(key).confidential == GROUND
    assert page.presenter.scene is not None
    assert page.presenter.scene.withheld
    assert title not in row_words(page, 0)[1]
    slide = page.showing.projector.slide()
    assert slide is not None
    assert title not in str(slide)
    page.showing.toggle_projector()


def test_a_mark_is_taken_away_in_the_same_form(
    marked: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page, key = enter(qtbot, open_window, marked), content(marked).items[2].key
    page.acts.choose(key)
    settle(qtbot, page, operations)
    page.go_to("secret")
    field = page.form.editor("secret")
    assert isinstance(field, QLineEdit)
    assert field.text() == GROUND
    field.clear()
    page.form.submit()
    settle(qtbot, page, operations)
    assert content(marked).item(key).confidential == ""
    assert not mark(page).isVisible()


def test_a_new_item_can_be_marked_from_the_beginning(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.item())
    for name, words in (("title", "Skyddsobjekt"), ("secret", GROUND)):
        field = page.form.editor(name)
        assert isinstance(field, QLineEdit)
        field.setText(words)
    page.form.submit()
    settle(qtbot, page, operations)
    assert [i.confidential for i in content(running).items if i.title == "Skyddsobjekt"] == [GROUND]


def test_it_is_said_when_a_notice_has_gone_out_with_the_item_that_is_marked(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    key = content(running).items[0].key
    forum = next(m.forum_id for m in reading.meetings(running) if m.ref == REF)
    coming = planning.PlannedItem(content(running).items[0].title, carried_from=key)
    plan = planning.MeetingPlan(forum, date(2027, 2, 10), time(10), time(12), "Rådhuset", items=(coming,))
    later = planning.plan_meeting(running, plan)
    notice.send_notice(running, later)
    page = enter(qtbot, open_window, running)
    page.go_to("secret")
    field = page.form.editor("secret")
    assert isinstance(field, QLineEdit)
    field.setText(GROUND)
    page.form.submit()
    settle(qtbot, page, operations)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert running.content(later).items[0].confidential == GROUND
    said = "också på dagordningen den 10 februari 2027, men kallelsen dit har redan gått ut."
    qtbot.waitUntil(lambda: any(said in words.replace("\u00a0", " ") for words in window.messages.words()))

"""What a secretary meets in the middle of a meeting: proposals, votes, forms that are left, and who is new."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import ProposalContent
from bra_desktop.services import decisions, opening
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import click
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_after_the_meeting_the_key_goes_on_to_the_next_item_and_never_leaves_the_page(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    opening.close_meeting(running, REF)
    page = enter(qtbot, open_window, running)
    keys = [item.key for item in content(running).items]
    page.presenter.show_item(keys[0])
    settle(qtbot, page, operations)
    for expected in (keys[1], keys[2]):
        QTest.keyClick(page.item.minutes.editor, KEY.Key_Down, CONTROL)
        settle(qtbot, page, operations)
        assert page.presenter.scene is not None
        assert page.presenter.scene.shown == expected
    page.presenter.show_item(keys[-1])
    settle(qtbot, page, operations)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert page.isVisible()
    assert page.presenter.scene is not None
    assert page.presenter.scene.shown == keys[-1]


def test_an_item_with_a_proposal_has_a_button_in_sight_that_decides_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    key = content(running).items[0].key
    decisions.set_proposals(running, key, tuple(ProposalContent(f"p{n}", "Gata " * 40) for n in range(6)))
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    button = page.item.decisions.decide
    assert not button.visibleRegion().isEmpty()
    click(button)
    settle(qtbot, page, operations)
    assert len(content(running).items[0].decisions) == 6
    assert not button.isVisible()


def test_the_closing_list_names_a_proposal_that_was_not_decided(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    key = content(running).items[0].key
    decisions.set_proposals(running, key, (ProposalContent("p", "anta planen"),))
    told = [gap for gap in gaps(content(running)) if "förslaget är inte avgjort" in gap.text]
    assert [gap.place for gap in told] == [f"item/{key}"]
    decisions.decide_proposals(running, key)
    assert not any("förslaget är inte avgjort" in gap.text for gap in gaps(content(running)))


def test_pasted_words_keep_their_hard_spaces_in_a_decision(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.item.decisions.add_line()
    [line] = page.item.decisions.lines
    pasted = QMimeData()
    pasted.setText("  avsätta 85\u00a0000 kronor\n enligt §\u00a030 ")
    line.edit.insertFromMimeData(pasted)
    assert line.edit.words() == "avsätta 85\u00a0000 kronor enligt §\u00a030"

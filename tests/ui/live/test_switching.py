"""Going from item to item: what is seen is of the item that is shown, whichever was shown before."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ProposalContent, RecusalContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ItemType
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services import actions
from bra_desktop.services.live import decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.scene import Scene, Step
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]


def _fill(office: Office) -> None:
    """Items that have nothing in common."""
    items, people = content(office).items, content(office).participants
    minutes.save_text(office, items[6].key, TextDocument((Paragraph("p", (Run("Polisen redovisar läget."),)),)))
    decisions.add_decision(office, items[1].key, "notera informationen.")
    decisions.set_immediate(office, items[1].key, True)
    decisions.put_recusal(office, items[2].key, RecusalContent("j", people[0].person))
    actions.add_action(office, actions.NewAction("Tala med butikerna.", item_id=items[3].key))
    minutes.strike(office, items[4].key)
    prepared = {"presenters": (people[1].person,), "planned_minutes": 10, "registry_number": "KS 2026/118"}
    basis = TextDocument((Paragraph("b", (Run("Underlag till ärendet."),)),))
    planning.change_item(office, items[5].key, {**prepared, "basis": basis, "type": ItemType.ELECTION})
    decisions.set_proposals(office, items[5].key, (ProposalContent("f", "ställa sig bakom planen."),))


def _seen(page: LivePage) -> list[tuple[str, ...]]:
    """Every word on the page with its state, the editors' texts, the rows of the lists and which of them is marked."""
    page.window().grab()
    found = [
        (widget.objectName(), words, widget.toolTip(), str(widget.isEnabled()), str(widget.property("look")))
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and (words := _words(widget))
    ]
    rows = [str(page.agenda.list.item(n).data(Qt.ItemDataRole.UserRole)) for n in range(page.agenda.list.count())]
    people = [row.spoken for row in page.attendance.rows()]
    editor = page.item.minutes.editor
    written = (editor.toPlainText(), str(editor.isReadOnly()), str(page.item.minutes.basis_button.isChecked()))
    here = (str(page.agenda.list.currentRow()), page.agenda.list.shown, page.item.note_words(), page.item.time_words())
    return [*found, tuple(rows), tuple(people), written, here, tuple(page.item.decisions.part_words())]


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def test_what_is_seen_of_an_item_does_not_depend_on_the_one_before(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    _fill(running)
    page = enter(qtbot, open_window, running)
    keys = [item.key for item in content(running).items]
    seen: dict[str, list[tuple[str, ...]]] = {}
    for order in (keys, keys[::-1], keys[::2] + keys[1::2]):
        for key in order:
            page.presenter.show_item(key)
            at_once = _seen(page)
            settle(qtbot, page, operations)
            QApplication.processEvents()
            assert page.item.minutes.editor.toPlainText() == "".join(
                run.text for block in content(running).item(key).text.blocks for run in getattr(block, "runs", ())
            )
            assert _seen(page) == seen.setdefault(key, at_once)
    assert all(seen[one] != seen[other] for one, other in pairwise(keys))


def test_what_an_item_becomes_is_seen_at_once_also_while_it_is_shown(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    page = enter(qtbot, open_window, running)
    before = _seen(page)
    wall.now += timedelta(minutes=5)
    _fill(running)
    page.presenter.reload()
    settle(qtbot, page, operations)
    after = _seen(page)
    assert after != before
    other = enter(qtbot, open_window, running)
    settle(qtbot, other, operations)
    assert _seen(other) == after


def test_the_place_is_known_to_the_next_start_when_the_item_has_been_painted(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    key = content(running).items[2].key
    page.presenter.show_item(key)
    assert page.texts.last_item() == key


def _count_scenes(page: LivePage) -> tuple[list[str], list[str]]:
    """Scenes shown from now on: those of another item, and those that were read anew."""
    turned: list[str] = []
    read: list[str] = []
    show = page.show_scene

    def counted(scene: Scene, *, item_changed: bool) -> None:
        (turned if item_changed else read).append(scene.shown)
        show(scene, item_changed=item_changed)

    page.show_scene = counted  # type: ignore[method-assign]
    return turned, read


def test_acts_that_follow_close_upon_each_other_are_read_once_when_the_last_is_done(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    shown = _count_scenes(page)
    for item in content(running).items[1:5]:
        page.presenter.take_up(item.key)
    settle(qtbot, page, operations)
    turned, read = shown
    assert (len(turned), len(read)) == (4, 1)
    scene = page.presenter.scene
    assert scene is not None
    assert scene.ongoing == content(running).items[4].key
    assert scene.view.content == content(running)


def test_a_reading_that_fails_is_told_and_does_not_keep_the_next_from_being_shown(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    told: list[UserError] = []
    operations.refused.connect(told.append)
    page.presenter.open("BRA-0000-00-00")
    qtbot.waitUntil(lambda: bool(told))
    assert "BRA-0000-00-00" in str(told[0])
    assert not page.presenter.busy()
    page.presenter.open(REF)
    settle(qtbot, page, operations)
    assert page.presenter.scene is not None


def test_an_act_that_fails_by_a_fault_leaves_a_page_that_still_follows_the_meeting(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    operations.crashed.disconnect()
    crashes: list[object] = []
    operations.crashed.connect(crashes.append)

    def fault(_office: Office) -> object:
        raise ZeroDivisionError

    page.presenter.act(fault)
    qtbot.waitUntil(lambda: bool(crashes))
    item = content(running).items[1]
    page.presenter.take_up(item.key)
    settle(qtbot, page, operations)
    scene = page.presenter.scene
    assert scene is not None
    assert scene.ongoing == item.key


def test_the_key_goes_on_from_an_item_whose_paragraph_is_on_its_way(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    """Two new items in a row and one back, quicker than the disk: the item is not taken up once more."""
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.presenter.go(1)
    page.presenter.go(1)
    page.presenter.go(-1)
    assert page.presenter.step() is Step.NEXT
    settle(qtbot, page, operations)
    assert page.presenter.step() is Step.NEXT


def test_the_caret_is_where_it_was_left_when_somebody_comes_back_to_an_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    items = [item.key for item in content(running).items]
    minutes.take_up(running, items[1])
    for key, words in ((items[0], "Ordföranden öppnar mötet."), (items[1], "Rådet diskuterar läget.")):
        minutes.save_text(running, key, TextDocument((Paragraph("p", (Run(words),)),)))
    page = enter(qtbot, open_window, running)
    page.acts.choose(items[1])
    settle(qtbot, page, operations)
    page.item.minutes.set_place(5)
    type_text(page.item.minutes.editor, "s")
    for _once in range(2):
        page.acts.go(-1)
        assert page.texts.shown == items[0]
        page.item.minutes.set_place(3)
        page.acts.go(1)
        assert (page.texts.shown, page.item.minutes.place()) == (items[1], 6)
    page.acts.go(-1)
    assert page.item.minutes.place() == 3
    settle(qtbot, page, operations)

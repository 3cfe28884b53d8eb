"""Words that are marked in one item and stand in an att-sats of another: hidden from those who see the screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.scene import REPEATS_MARKED
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content, enter, new_decision, settle

NAME = "Kerstin Ulvhagen"


def decided_in_second(
    qtbot: QtBot, open_window: Callable[..., MainWindow], operations: Operations, office: Office
) -> LivePage:
    first, second = content(office).items[:2]
    text = TextDocument((Paragraph("p", (Run("Om "), Run(NAME, ground="26 kap. 1 § OSL"), Run(" sades."))),))
    minutes.save_text(office, first.key, text)
    page = enter(qtbot, open_window, office)
    page.presenter.show_item(second.key)
    settle(qtbot, page, operations)
    line = new_decision(page)
    line.edit.setPlainText(f"höra {NAME}")
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: bool(content(office).items[1].decisions))
    return page


def test_the_item_is_hidden_and_shown_again_with_its_words_kept(
    running: Office, qtbot: QtBot, open_window: Callable[..., MainWindow], operations: Operations
) -> None:
    page = decided_in_second(qtbot, open_window, operations, running)
    second = content(running).items[1]
    scene = page.presenter.scene
    assert scene is not None
    qtbot.waitUntil(lambda: REPEATS_MARKED in (page.presenter.scene or scene).secret_words(second.key))
    page.showing.toggle_shared()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: page.texts.withheld)
    assert NAME not in seen(page)
    assert second.title not in seen(page)
    page.showing.toggle_shared()
    settle(qtbot, page, operations)
    assert content(running).items[1].decisions[0].text == f"höra {NAME}"
    qtbot.waitUntil(lambda: NAME in seen(page))


def seen(page: LivePage) -> str:
    """The words of every editor and label that is in sight."""
    edits = [edit.toPlainText() for edit in page.findChildren(QTextEdit) if edit.isVisible()]
    return "\n".join((*edits, *(label.text() for label in page.findChildren(QLabel) if label.isVisible())))

"""A picture in the minutes: chosen in the menu, described, saved; a broken one is refused and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image as Pictures
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import Image
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.rich_text.pictures import PictureDesk
from bra_desktop.ui.spelling.menu import SpellingMenu
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]


def put_in(page: LivePage, path: Path) -> None:
    """By the menu, with that file chosen in the box."""
    editor = page.item.minutes.editor
    desk, menus = PictureDesk.of(editor), editor.findChild(SpellingMenu)
    assert desk is not None
    assert isinstance(menus, SpellingMenu)
    desk.choose = lambda: path
    menu: QMenu = menus.menu(editor.textCursor())
    next(action for action in menu.actions() if action.text() == "Infoga bild…").trigger()
    menu.close()


def test_a_picture_is_put_in_described_and_saved(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    path = tmp_path / "karta.png"
    Pictures.new("RGB", (40, 30), (200, 30, 30)).save(path)
    page = enter(qtbot, open_window, running)
    type_text(page.item.minutes.editor, "Så här ser det ut.")
    put_in(page, path)
    qtbot.waitUntil(lambda: "Bild:" in page.item.minutes.editor.toPlainText())
    type_text(page.item.minutes.editor, "Karta över centrum")
    settle(qtbot, page, operations)
    _said, image = content(running).items[0].text.blocks
    assert isinstance(image, Image)
    assert image.alternative == "Karta över centrum"
    assert running.database.attachments.read(image.digest) == path.read_bytes()


def test_a_broken_picture_is_refused_in_the_bar_and_the_text_stands(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    path = tmp_path / "karta.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nhalv")
    page = enter(qtbot, open_window, running)
    type_text(page.item.minutes.editor, "Så här ser det ut.")
    put_in(page, path)
    window = page.window()
    assert isinstance(window, MainWindow)
    refused = "Bilden karta.png går inte att öppna. Spara om den som PNG eller JPEG och lägg till den igen."
    qtbot.waitUntil(lambda: any(refused in words for words in window.messages.words()))
    settle(qtbot, page, operations)
    assert [block.kind for block in content(running).items[0].text.blocks] == ["paragraph"]
    assert page.item.minutes.editor.toPlainText() == "Så här ser det ut."

"""A forum's decisions of a year are saved from Register."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.register.page import RegisterPage
from tests.builders import pdf_text
from tests.ui.keyboard import part, press

OpenPage = Callable[..., RegisterPage]


def said(page: RegisterPage) -> str:
    return " ".join(one.text() for one in page.window().findChildren(QLabel) if one.isVisible())


def test_a_years_decisions_are_saved_where_asked(
    open_register: OpenPage, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_register(office, "forums")
    council = next(forum for forum in reading.forums(office) if forum.short_name == "BRÅ")
    page.forums.table.table.choose(council.id)
    button = part(page, QPushButton, "register.decisions")
    qtbot.waitUntil(button.isVisible)
    page.forums.decisions.choose_place = lambda name: tmp_path / name
    button.click()
    menus: list[QMenu] = []
    qtbot.waitUntil(lambda: bool(menus := page.findChildren(QMenu, "register.decisions.menu")) and menus[0].isVisible())
    menus = page.findChildren(QMenu, "register.decisions.menu")
    assert [action.text() for action in menus[0].actions() if action.text()] == ["2026", "Som Word", "Som text"]
    press(menus[0], Qt.Key.Key_Down)
    press(menus[0], Qt.Key.Key_Return)
    saved = tmp_path / "Beslutsregister BRÅ 2026.pdf"
    qtbot.waitUntil(saved.exists)
    assert "Kamerabevakning vid Resecentrum" in pdf_text(saved.read_bytes())
    below = next(a.menu() for a in menus[0].actions() if a.text() == "Som text")
    assert isinstance(below, QMenu)
    below.actions()[0].trigger()
    copied = saved.with_suffix(".txt")
    qtbot.waitUntil(copied.exists)
    assert "Kamerabevakning vid Resecentrum" in copied.read_text(encoding="utf-8")


def test_a_forum_that_has_not_met_says_so(open_register: OpenPage, new_office: Office, qtbot: QtBot) -> None:
    page = open_register(new_office, "forums")
    council = next(forum for forum in reading.forums(new_office) if forum.short_name == "BRÅ")
    page.forums.table.table.choose(council.id)
    button = part(page, QPushButton, "register.decisions")
    qtbot.waitUntil(button.isVisible)
    button.click()
    qtbot.waitUntil(lambda: "inga hållna möten än" in said(page))


def test_a_forum_that_writes_notes_has_no_decisions_to_save(open_register: OpenPage, new_office: Office) -> None:
    page = open_register(new_office, "forums")
    group = next(forum for forum in reading.forums(new_office) if forum.short_name == "EST")
    page.forums.table.table.choose(group.id)
    assert not part(page, QPushButton, "register.decisions").isVisible()

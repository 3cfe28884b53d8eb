"""Changing theme and size again and again: nothing of the old look stays, neither to be seen nor in memory."""

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bra_desktop.ui.later import later
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.theme.theme import Theme
from tests.endurance.running_meeting import REF, make_running_meeting
from tests.ui.program import Program

LOOKS = ("light", "dark", "high-contrast")
SIZES = (1.25, 1.0, 1.6, 0.85)


def settle() -> None:
    for _turn in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Owner(QObject):
    def act(self) -> None:
        """Something is done later."""


def test_what_waits_for_somebody_who_has_gone_holds_nothing(qtbot: QtBot) -> None:
    owner, holder = QObject(), Owner()
    later(owner, 0, holder.act)
    owner.deleteLater()
    settle()
    left = weakref.ref(holder)
    del holder
    gc.collect()
    assert left() is None


def test_it_is_done_once_while_the_owner_is_there(qtbot: QtBot) -> None:
    owner, done = QObject(), []
    later(owner, 0, lambda: done.append(1))
    qtbot.waitUntil(lambda: bool(done))
    settle()
    assert done == [1]
    assert owner.children() == []


def picture(program: Program) -> QImage:
    settle()
    return program.window.grab().toImage()


def test_the_fiftieth_look_is_as_the_first(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    make_running_meeting(tmp_path / "data")
    program = Program(qtbot, theme, tmp_path / "data")
    program.shows("overview")
    program.host.go("settings")
    first: dict[str, QImage] = {}
    widgets: dict[str, int] = {}
    for turn in range(51):
        look = LOOKS[turn % len(LOOKS)]
        theme.choose(look)
        if turn < len(LOOKS):
            first[look] = picture(program)
            widgets[look] = len(QApplication.allWidgets())
    for look in LOOKS:
        theme.choose(look)
        assert picture(program) == first[look], look
        assert len(QApplication.allWidgets()) == widgets[look]
    assert len({image.cacheKey() for image in first.values()}) == len(LOOKS)
    assert first["light"] != first["dark"]
    program.end()


def test_pictures_of_the_old_look_are_not_kept(qtbot: QtBot, theme: Theme) -> None:
    kept = QPixmap(16, 16)
    kept.fill()
    QPixmapCache.insert("old look", kept)
    assert QPixmapCache.find("old look", kept)
    theme.choose("dark")
    assert not QPixmapCache.find("old look", kept)


def test_a_page_that_was_built_anew_lets_go_of_the_old_one(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    make_running_meeting(tmp_path / "data")
    program = Program(qtbot, theme, tmp_path / "data")
    program.shows("overview")
    program.host.go("live", REF)
    old: list[weakref.ref[LivePage]] = []
    for turn in range(8):
        page = program.live()
        old.append(weakref.ref(page))
        del page
        theme.choose(scale=SIZES[turn % len(SIZES)])
        qtbot.waitUntil(lambda: program.window.page("live") is not old[-1]())
        program.live()
    settle()
    gc.collect()
    assert [page() for page in old] == [None] * len(old)
    program.end()

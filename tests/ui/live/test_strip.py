"""The strip at the top of Mötesläge fits every window that the program is made for, whatever the meeting is called."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bra_desktop.ui.live.course import NO_COUNT, Strip
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.live.strip import LiveStrip
from bra_desktop.ui.room import Room
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import ElidedLabel
from tests.ui.clipping import clipped
from tests.ui.test_every_page_fits import SIZES

LONG = Strip(
    "13.47",
    "Brottsförebyggande rådet i Almby kommun 30 september 2026",
    "§ 1 234 har pågått 80 min, planerat 120",
    "21 av 23 närvarande",
    "inte beslutsfört, minst 12",
    False,
)


@pytest.mark.parametrize(("size", "scale"), [*SIZES, ((1366, 768), 1.6)])
def test_the_strip_fits_beside_long_names_while_a_meeting_is_adjourned(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.choose(scale=scale)
    strip = LiveStrip(theme)
    qtbot.addWidget(strip)
    strip.set_room(Room.of(*size, scale))
    strip.show_strip(LONG)
    strip.show_actions(12)
    strip.show_step(Step.CLOSE, running=True, adjourned=True)
    strip.resize(*size)
    strip.show()
    assert strip.minimumSizeHint().width() <= size[0]


def test_short_names_stand_whole_in_a_common_window(qtbot: QtBot, theme: Theme) -> None:
    strip = LiveStrip(theme)
    qtbot.addWidget(strip)
    strip.set_room(Room.of(1280, 720, 1.0))
    strip.show_strip(Strip("13.47", "BRÅ 3 december 2026", "§ 41 har pågått 8 min, planerat 10", "9 av 9 närvarande",
                           "beslutsfört, minst 5", True))  # fmt: skip
    strip.show_step(Step.NEXT, running=True, adjourned=False)
    strip.resize(1280, strip.sizeHint().height())
    strip.show()
    for part in strip.findChildren(ElidedLabel):
        assert part.width() >= part.sizeHint().width()


@pytest.mark.parametrize(("size", "scale"), [*SIZES, ((1366, 768), 1.6)])
@pytest.mark.parametrize("few", [True, False])
def test_the_count_and_the_quorum_are_read_in_every_window(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float, few: bool
) -> None:
    theme.choose(scale=scale)
    strip = LiveStrip(theme)
    qtbot.addWidget(strip)
    strip.set_room(Room.of(*size, scale))
    strip.show_strip(LONG if few else replace(LONG, quorum="beslutsfört, minst 12", quorate=True))
    strip.show_actions(12)
    strip.show_step(Step.CLOSE, running=True, adjourned=True)
    strip.resize(size[0], strip.sizeHint().height())
    with qtbot.waitExposed(strip):
        strip.show()
    qtbot.wait(20)
    read = [w.text() for w in strip.findChildren(QLabel) if w.isVisible()]
    assert any(words.startswith("21 av 23") for words in read)
    assert any(words.startswith("inte beslutsfört" if few else "beslutsfört") for words in read)
    assert [told for told in clipped(strip) if "ElidedLabel" not in told] == []


def test_in_a_narrow_window_the_time_of_the_item_is_said_shorter_and_whole(qtbot: QtBot, theme: Theme) -> None:
    theme.choose(scale=1.6)
    strip = LiveStrip(theme)
    qtbot.addWidget(strip)
    strip.set_room(Room.of(1366, 768, 1.6))
    shorter = Strip("13.47", "BRÅ 3 december 2026", "§ 41 har pågått 16 min, planerat 15", "6 av 15 närvarande",
                    "inte beslutsfört, minst 8", False, "§ 41: 16 av 15 min")  # fmt: skip
    strip.show_strip(shorter)
    strip.show_actions(2)
    strip.show_step(Step.NEXT, running=True, adjourned=False)
    strip.resize(1366, strip.sizeHint().height())
    with qtbot.waitExposed(strip):
        strip.show()
    qtbot.wait(20)
    assert "§ 41: 16 av 15 min" in strip.words()
    assert clipped(strip) == []
    strip.set_room(Room())
    assert shorter.item in strip.words()


@pytest.mark.parametrize(("size", "scale"), [*SIZES, ((1366, 768), 1.6)])
def test_that_nobody_is_counted_while_the_screen_is_shared_is_read_in_every_window(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.choose(scale=scale)
    strip = LiveStrip(theme)
    qtbot.addWidget(strip)
    strip.set_room(Room.of(*size, scale))
    strip.show_strip(replace(LONG, present=NO_COUNT[0], quorum=NO_COUNT[1], quorate=True, counts=False))
    strip.show_actions(12)
    strip.show_step(Step.CLOSE, running=True, adjourned=True)
    strip.resize(size[0], strip.sizeHint().height())
    with qtbot.waitExposed(strip):
        strip.show()
    qtbot.wait(20)
    read = [w.text() for w in strip.findChildren(QLabel) if w.isVisible()]
    assert set(NO_COUNT) <= set(read)
    assert strip.minimumSizeHint().width() <= size[0]
    assert [told for told in clipped(strip) if "ElidedLabel" not in told] == []

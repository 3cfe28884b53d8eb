"""The strip at the top of Mötesläge fits every window that the program is made for, whatever the meeting is called."""

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.ui.live.course import Strip
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.live.strip import LiveStrip
from bra_desktop.ui.room import Room
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import ElidedLabel
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

"""The arms in the window are cut out as they are on paper."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from bra_desktop.services.papers.badges import badge_of
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.avatar import Arms

CUT = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 116"><defs><clipPath id="c">'
    b'<circle cx="50" cy="58" r="40"/></clipPath></defs>'
    b'<g clip-path="url(#c)"><rect width="100" height="116" fill="#cc0000"/></g></svg>'
)


def colour_at(arms: Arms, x: float, y: float) -> QColor:
    seen = arms.grab().toImage()
    return seen.pixelColor(round(x * (seen.width() - 1)), round(y * (seen.height() - 1)))


def test_what_lies_outside_the_outline_is_not_seen(qtbot: QtBot, theme: Theme) -> None:
    arms = Arms(theme, 60)
    qtbot.addWidget(arms)
    arms.resize(arms.sizeHint())
    ground = colour_at(arms, 0, 0)
    arms.show_arms("Almby kommun", badge_of(CUT))
    assert colour_at(arms, 0.5, 0.5).red() > 180
    assert colour_at(arms, 0.5, 0.5).green() < 40
    assert colour_at(arms, 0.04, 0.04) == ground
    assert colour_at(arms, 0.96, 0.96) == ground

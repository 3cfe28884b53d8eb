"""Rows and columns, with room in units of the design that the theme's scale multiplies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bra_desktop.ui.theme.theme import Theme

STRETCH: Final = "stretch"
FREE_HEIGHT = 5000

if TYPE_CHECKING:  # making a union of Qt's types costs 40 ms at the start
    Item = QWidget | QLayout | float | Literal["stretch"]
    Margin = float | tuple[float, float, float, float]


def row(theme: Theme, *items: Item | tuple[Item, int], space: float = 8, margin: Margin = 0) -> QHBoxLayout:
    """From left to right: a widget or layout, a number = that much room, STRETCH, or (item, stretch factor)."""
    layout = QHBoxLayout()
    fill(theme, layout, *items, space=space, margin=margin)
    return layout


def column(theme: Theme, *items: Item | tuple[Item, int], space: float = 8, margin: Margin = 0) -> QVBoxLayout:
    """From top to bottom, as in `row`."""
    layout = QVBoxLayout()
    fill(theme, layout, *items, space=space, margin=margin)
    return layout


def fill(
    theme: Theme, layout: QBoxLayout, *items: Item | tuple[Item, int], space: float = 8, margin: Margin = 0
) -> None:
    """Puts items, as in `row`, into a layout that is there already, and sets its room."""
    left, top, right, bottom = margin if isinstance(margin, tuple) else (margin,) * 4
    layout.setSpacing(theme.px(space))
    layout.setContentsMargins(theme.px(left), theme.px(top), theme.px(right), theme.px(bottom))
    for entry in items:
        item, factor = entry if isinstance(entry, tuple) else (entry, 0)
        _add(theme, layout, item, factor)


def _add(theme: Theme, layout: QBoxLayout, item: Item, factor: int) -> None:
    if isinstance(item, QLayout):
        layout.addLayout(item, factor)
    elif isinstance(item, QWidget):
        if isinstance(layout, QHBoxLayout) and _keeps_height(item):
            layout.addWidget(item, factor, Qt.AlignmentFlag.AlignVCenter)
        else:
            layout.addWidget(item, factor)
    elif isinstance(item, str):
        layout.addStretch(1)
    else:
        layout.addSpacing(theme.px(item))


def _keeps_height(widget: QWidget) -> bool:
    """Such a widget would cap the height of the whole row unless it is aligned in it."""
    fixed = widget.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed or widget.maximumHeight() < FREE_HEIGHT
    return fixed and type(widget) is not QFrame


def empty(layout: QLayout) -> None:
    """Takes everything out before it is filled anew; nothing of it is seen any more."""
    for place in reversed(range(layout.count())):
        item = layout.takeAt(place)
        if item is not None and (widget := item.widget()) is not None:
            take_out(layout, widget)


def take_out(layout: QLayout, widget: QWidget) -> None:
    """Takes a widget away for good: from the layout and the screen at once, from memory when Qt comes to it."""
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


def frame(layout: QLayout, look: str = "card") -> QFrame:
    """A plane of the style sheet (card, sunken, popup, …) round a layout."""
    plane = QFrame()
    plane.setProperty("look", look)
    plane.setLayout(layout)
    return plane


def box(layout: QLayout) -> QWidget:
    """A layout as a widget, without a plane of its own."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def keep_place(widget: QWidget) -> QWidget:
    """The widget keeps its room while it is hidden, so that nothing round it moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    return widget


def scroll(widget: QWidget) -> QScrollArea:
    """What can grow goes in here; scrolls up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def rule(vertical: bool = False) -> QFrame:
    """A thin line between things."""
    line = QFrame()
    line.setProperty("look", "rule")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line

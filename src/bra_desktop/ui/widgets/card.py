"""A card: a plane with one line and radius 8, a heading and perhaps a link; and the pane that tells of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, row, rule, scroll
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from bra_desktop.ui.layouts import Item, Margin


class Card(QFrame):
    """Takes layout items as in `layouts.column` below its heading; `side` stands at the right of the heading."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *items: Item | tuple[Item, int],
        side: QWidget | None = None,
        space: float = 8,
        margin: Margin = (16, 12, 16, 14),
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        inner = column(theme, *items, space=space)
        if not title:
            self.setLayout(column(theme, (inner, 1), margin=margin))
            return
        self.heading = label(title, "h3")
        head = box(row(theme, self.heading, STRETCH, *([side] if side else [])))
        # Else the heading would take its share of the height that is left.
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setLayout(column(theme, head, (inner, 1), space=space, margin=margin))


class DetailPane(QFrame):
    """Beside a list: what is known of the chosen thing, scrolling when it must, and its buttons always in sight."""

    def __init__(
        self, theme: Theme, *items: Item | tuple[Item, int], buttons: Sequence[QWidget] = (), width: float = 340
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(theme.px(width))
        body = scroll(box(column(theme, *items, STRETCH, space=8, margin=(16, 16, 12, 8))))
        foot = box(row(theme, *buttons, STRETCH, margin=(16, 8, 12, 10)))
        if not buttons:
            foot.hide()
        self.setLayout(column(theme, (body, 1), *([rule()] if buttons else []), foot, space=0, margin=1))

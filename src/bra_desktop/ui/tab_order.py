"""Where Tab leads: to what is made while a page is shown as to what was there from the beginning. Qt puts it last."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def tab_after(anchor: QWidget, made: Iterable[QWidget]) -> None:
    """Tab comes to these, in their order, when it leaves the anchor; all are in one window.

    Qt's own chain is not asked: what PySide gets from there it takes for a child of the widget that was asked.
    """
    before = anchor
    for widget in made:
        QWidget.setTabOrder(before, widget)
        before = widget

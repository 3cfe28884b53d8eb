"""Ctrl+N on pages that make nothing new themselves: it opens the form that plans a meeting."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut

from bra_desktop.ui.pages import Page

PLAN_KEY = "Ctrl+N"


def plan_by_key(page: Page) -> None:
    """Binds the key to a page, for as long as it is shown."""
    shortcut = QShortcut(QKeySequence(PLAN_KEY), page)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(lambda: page.context.go("meetings", "plan"))
    page.plans_by_key = True

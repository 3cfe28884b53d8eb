"""Versioner over a meeting's page: how the text of each item has been, and taking a version back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut

from bra_desktop.services import undoing
from bra_desktop.services.office import Office

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.presenter import Loaded
    from bra_desktop.ui.pages import Page
    from bra_desktop.ui.versions.versions_desk import TakingBack, VersionsDesk

KEY = "Ctrl+Shift+H"
CHANGED = ("meetings",)


class MeetingVersions(QObject):
    """The panel is made when it is first asked for: most meetings are never compared."""

    def __init__(self, page: Page, office: Office) -> None:
        super().__init__(page)
        self._page, self._office = page, office
        self._loaded: Loaded | None = None
        QShortcut(QKeySequence(KEY), page).activated.connect(self.show)
        page.installEventFilter(self)

    def follow(self, loaded: Loaded) -> None:
        """The meeting has been read anew."""
        self._loaded = loaded
        if "desk" in vars(self) and loaded.view.content.items:
            from bra_desktop.ui.live.scene import Scene

            self.desk.follow(Scene(loaded.whole or loaded.view, self.desk.panel.item(), shared=bool(loaded.whole)))

    def leave(self) -> None:
        """Away with the panel, if it is there."""
        if "desk" in vars(self) and self.desk.panel.isVisible():
            self.desk.panel.leave()

    def show(self, item: str = "") -> None:
        """The versions of an item; the first that somebody has written in when none is named."""
        from bra_desktop.ui.live.scene import Scene

        loaded = self._loaded
        if loaded is None or not loaded.view.content.items:
            return
        items = [one for one in loaded.view.content.items if one.key not in loaded.withheld]
        wanted = [one.key for one in items if one.key == item] or [one.key for one in items if one.text]
        if items:
            shown = (wanted or [items[0].key])[0]
            self.desk.open(Scene(loaded.whole or loaded.view, shown, shared=bool(loaded.whole)))

    @cached_property
    def desk(self) -> VersionsDesk:
        """The panel and what leads it."""
        from bra_desktop.ui.versions.versions_desk import VersionsDesk
        from bra_desktop.ui.versions.versions_panel import VersionsPanel

        panel = VersionsPanel(self._page.context.theme, self._page)
        panel.left.connect(self._page.take_keyboard)
        return VersionsDesk(panel, self._office, self._page.runner, self._take_back)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and "desk" in vars(self):
            self.desk.panel.place()
        return super().eventFilter(watched, event)

    def _take_back(self, back: TakingBack) -> None:
        office, runner, messages = self._office, self._page.runner, self._page.context.messages

        def done(change: str) -> None:
            if change:
                messages.offer_undo(
                    back.words,
                    lambda: runner.write(lambda: undoing.undo(office, change, shared=runner.shared), None, CHANGED),
                )

        def act() -> str:
            saved = back.act(office)
            return saved.id if saved is not None else ""

        self.desk.panel.leave()
        runner.write(act, done, CHANGED)

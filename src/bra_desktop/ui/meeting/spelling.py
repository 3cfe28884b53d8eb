"""Spelling on a meeting's page: what is written about an item beforehand, annexes, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bra_desktop.ui.pages import PageContext

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.presenter import Loaded
    from bra_desktop.ui.spelling.checker import Checker
    from bra_desktop.ui.spelling.overlays import Editor


class MeetingSpelling:
    """Nothing of it is loaded before there is something to write in."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._checker: Checker | None = None
        self._loaded: Loaded | None = None

    def watch(self, editor: Editor) -> None:
        """Marks wrong words in that editor, from now on."""
        from bra_desktop.ui.spelling.checker import Checker
        from bra_desktop.ui.spelling.menu import watch

        if self._checker is None:
            self._checker = Checker.of(self._context.operations, self._context.memory)
            self._tell_names()
        watch(editor, self._checker, self._context.theme)

    def follow(self, loaded: Loaded) -> None:
        """The meeting has been read anew: names are never marked."""
        self._loaded = loaded
        self._tell_names()

    def _tell_names(self) -> None:
        if self._checker is not None and self._loaded is not None:
            from bra_desktop.ui.spelling.names import names_of

            loaded = self._loaded
            self._checker.set_names(names_of(loaded.view.content, loaded.people, loaded.organisations))

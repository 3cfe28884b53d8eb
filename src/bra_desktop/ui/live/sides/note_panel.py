"""Stödanteckningar beside the text: what the secretary writes for herself, saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame

from bra_desktop.services.live.private_notes import save_note
from bra_desktop.services.office import Office
from bra_desktop.ui.layouts import STRETCH, column, row, rule
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.naming import named
from bra_desktop.ui.rich_text.undo_steps import PlainEdit
from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import key_cap, label, retone

ONLY_YOURS = "Bara för dig. Gallras när protokollet justeras."
DISPOSED = "Protokollet är justerat, och stödanteckningarna är gallrade."
LINES = 5


class NotePanel(QFrame):
    """Follows the item that is shown. What was typed here is newer than what was read from the disk."""

    def __init__(self, theme: Theme, office: Office, savers: Savers) -> None:
        super().__init__()
        self._office, self._savers = office, savers
        self._item, self._loading = "", False
        self._typed: dict[str, str] = {}
        self.setProperty("look", "card")
        self.edit = PlainEdit()
        named(self.edit, "live.note_text", "Stödanteckningar", ONLY_YOURS)
        self.edit.setProperty("look", "bare")
        self.edit.setProperty(NO_RING, True)
        self.edit.setTabChangesFocus(True)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.document().setDocumentMargin(theme.px(8))
        self.edit.setMinimumHeight(theme.px(20) * LINES)
        self.edit.textChanged.connect(self._changed)
        self.edit.installEventFilter(self)
        self._says = label(ONLY_YOURS, "caption", wrap=True)
        head = row(theme, label("Stödanteckningar", "overline"), STRETCH, key_cap("F2"), margin=(12, 6, 10, 4))
        foot = row(theme, (self._says, 1), margin=(12, 4, 10, 6))
        self.setLayout(column(theme, head, rule(), (self.edit, 1), rule(), foot, space=0, margin=1))

    def follow(self, scene: Scene) -> None:
        """Another item's note, or the same with what was written elsewhere; what is being typed stays."""
        changed, self._item = scene.shown != self._item, scene.shown
        words = self._typed.get(scene.shown, scene.own_notes.get(scene.shown, ""))
        if (changed or self._savers.clean(self._key())) and words != self.edit.toPlainText():
            self._loading = True
            self.edit.setPlainText(words)
            self.edit.moveCursor(QTextCursor.MoveOperation.End)
            self._loading = False
        self.edit.setReadOnly(scene.notes_disposed)
        self._says.setText(DISPOSED if scene.notes_disposed else ONLY_YOURS)

    def forget(self) -> None:
        """The meeting is entered anew: the disk knows best about all but what it hasn't got yet."""
        self._typed = {item: words for item, words in self._typed.items() if not self._savers.clean(_key(item))}
        self._item = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            retone(self, "look", "card-focus" if event.type() == QEvent.Type.FocusIn else "card")
        if event.type() == QEvent.Type.FocusOut:
            self._savers.flush(self._key())
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        if self._loading or not self._item:
            return
        office, item = self._office, self._item
        self._typed[item] = self.edit.toPlainText()
        self._savers.typed(_key(item), lambda: _save(office, item, self._typed[item]))

    def _key(self) -> str:
        return _key(self._item)


def _key(item: str) -> str:
    return f"note/{item}"


def _save(office: Office, item: str, words: str) -> Callable[[], None]:
    return lambda: save_note(office, item, words)

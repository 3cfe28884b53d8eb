"""Pictures in a text: put in from a file, shown as a line that holds the description read aloud to who can't see it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor

from bra_desktop.domain.text import Image
from bra_desktop.services.office import Office
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.tables import table_at
from bra_desktop.ui.rich_text.writer import insert_blocks
from bra_desktop.ui.running import Runner
from bra_desktop.ui.widgets.file_choice import file_to_open

PICTURES = "Bilder (*.png *.jpg *.jpeg)"


class PictureDesk(QObject):
    """Belongs to an editor: asks for a file, has it kept, and puts it in. A refusal is said in the message bar."""

    def __init__(self, editor: RichTextEdit, runner: Runner, office: Office) -> None:
        super().__init__(editor)
        self._editor, self._runner, self._office = editor, runner, office
        self.choose: Callable[[], Path | None] = lambda: file_to_open(editor, "Välj en bild", PICTURES)

    @classmethod
    def of(cls, editor: QObject) -> PictureDesk | None:
        """That of the editor, where pictures can be put in."""
        found = editor.findChild(cls)
        return found if isinstance(found, cls) else None

    def ask(self) -> None:
        """Lets a picture be chosen; it comes below the line of the caret, which then stands in its description."""
        path, office = self.choose(), self._office
        if path is not None:
            into = self._editor.document()
            self._runner.write(lambda: _keep(office, path), partial(self._put, into))

    def _put(self, into: QObject, digest: str) -> None:
        if self._editor.document() is into:  # another item may have been chosen meanwhile
            put_picture(self._editor, digest)


def _keep(office: Office, path: Path) -> str:
    from bra_desktop.services.papers.pictures import keep_picture

    return keep_picture(office, path)


def put_picture(editor: RichTextEdit, digest: str) -> None:
    """A picture below the line of the caret, or below the table in which it stands; one step to undo."""
    cursor = editor.textCursor()
    cursor.clearSelection()
    table = table_at(cursor)
    cursor.beginEditBlock()
    if table is not None:
        cursor.setPosition(table.lastPosition() + 1)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    insert_blocks((Image(editor.new_id(), digest),), cursor, editor.measures(), fresh=_is_free(cursor.block()))
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _is_free(block: QTextBlock) -> bool:
    """An empty paragraph becomes the picture's own line."""
    return not block.text()

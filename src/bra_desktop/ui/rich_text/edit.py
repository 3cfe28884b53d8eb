"""The editor of minutes: shows a TextDocument, lets it be written on, and gives it back."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from bra_desktop.domain.text import Block, Cell, Image, Paragraph, Quotation, Row, Table, TextDocument, block_runs
from bra_desktop.ui.naming import named
from bra_desktop.ui.rich_text import tables
from bra_desktop.ui.rich_text.block_keys import block_key
from bra_desktop.ui.rich_text.formats import QUOTATION, Measures
from bra_desktop.ui.rich_text.identities import give_ids, id_of
from bra_desktop.ui.rich_text.kinds import is_special, remake
from bra_desktop.ui.rich_text.lists import is_ordered, level_of, put_in_list, regroup, take_out
from bra_desktop.ui.rich_text.marks import all_marked, bold_form, is_bold, keep_bold_looks, looks_bold
from bra_desktop.ui.rich_text.paste import copied, pasted_blocks, plain_blocks, put_in
from bra_desktop.ui.rich_text.reader import Known, read
from bra_desktop.ui.rich_text.typed_marks import tidy_typed
from bra_desktop.ui.rich_text.undo_steps import type_by_words
from bra_desktop.ui.rich_text.writer import insert_blocks, write
from bra_desktop.ui.rich_text.writing_keys import takes_tab, writing_key
from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.theme.theme import Theme


class RichTextEdit(QTextEdit):
    """`edited` says that something was typed or changed by hand; loading a text says nothing.

    new_id gives ids to new blocks. Its card shows the focus, so it wears no ring.
    """

    edited = Signal()
    changed_at = Signal(int, int, int)
    """As the document's own `contentsChange`, whichever document stands in the editor."""
    turned = Signal()
    """Another document stands in it; places in the one before mean nothing here."""

    def __init__(self, theme: Theme, part: str, words: str, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._new_id, self._loading = theme, new_id, False
        self._measures = Measures.of(theme)
        self._read: Known = {}
        self._blocks, self._ids_due = 0, True
        named(self, part, words)
        self.setProperty("look", "bare")
        self.setProperty(NO_RING, True)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self._listened: QTextDocument | None = None
        self.begin_document()
        theme.changed.connect(self._theme_changed)
        self.show_text(TextDocument())

    # ── the text ─────────────────────────────────────────────────────────────────────────────
    def show_text(self, document: TextDocument) -> None:
        """Loads a text; the undo history begins anew."""
        self._loading = True
        self._read.clear()
        if self.document().defaultFont() != self._theme.font():
            self.document().setDefaultFont(self._theme.font())
        shown = document if document.blocks else TextDocument((Paragraph(self._new_id()),))
        write(shown, self.document(), self._measures)
        self._loading = False

    def begin_document(self) -> None:
        """An empty document takes the place of the one that stands here, which whoever asks for this keeps."""
        made = QTextDocument(self)
        made.setDocumentMargin(self._theme.px(10))
        made.setDefaultFont(self._theme.font())
        self.show_document(made)

    def show_document(self, document: QTextDocument) -> None:
        """One that has stood here before comes back with its undo history."""
        self._loading, before = True, self._listened
        if before is not None:
            before.contentsChange.disconnect(self._forget)
            before.contentsChange.disconnect(self.changed_at)
            before.contentsChanged.disconnect(self._changed)
            before.contentsChanged.disconnect(self._blocks_changed)
        self.setDocument(document)
        document.contentsChange.connect(self._forget)
        document.contentsChange.connect(self.changed_at)
        document.contentsChanged.connect(self._changed)
        document.contentsChanged.connect(self._blocks_changed, Qt.ConnectionType.QueuedConnection)
        self._listened = document
        self._read.clear()
        self._blocks, self._ids_due = document.blockCount(), True
        self._loading = False
        self.turned.emit()

    def text(self) -> TextDocument:
        """What stands there now. Only what has been changed since the last time is read: a save must not be felt."""
        self._blocks_changed()
        return read(self.document(), self._new_id, self._read)

    # ── marks and blocks, for buttons and keys ───────────────────────────────────────────────
    def toggle_bold(self) -> None:
        """On unless all that is selected is bold already, as writers are used to."""
        cursor = self.textCursor()
        on = not all_marked(cursor, self.currentCharFormat(), is_bold)
        cursor.beginEditBlock()
        one_block = not cursor.hasSelection()
        self.mergeCurrentCharFormat(bold_form(on=on, looks_bold=on or (one_block and looks_bold(cursor.block()))))
        keep_bold_looks(cursor)
        cursor.endEditBlock()

    def toggle_italic(self) -> None:
        """As `toggle_bold`."""
        self.setFontItalic(not all_marked(self.textCursor(), self.currentCharFormat(), QTextCharFormat.fontItalic))

    def toggle_list(self, ordered: bool) -> None:
        """Makes the chosen paragraphs a list of that kind, or paragraphs again when they all are."""
        blocks = self.chosen_blocks()
        all_are = all(level_of(block) >= 0 and is_ordered(block) == ordered for block in blocks)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in blocks:
            if all_are:
                take_out(block, self._measures)
            else:
                if is_special(block):
                    remake(block, self._measures, "")
                put_in_list(block, ordered, max(0, level_of(block)), self._measures)
        cursor.endEditBlock()

    def set_heading(self, level: int) -> None:
        """A heading of that level; 0 makes a paragraph."""
        for block in self.chosen_blocks():
            remake(block, self._measures, "heading" if level else "", level)

    def set_quotation(self, on: bool = True) -> None:
        for block in self.chosen_blocks():
            remake(block, self._measures, QUOTATION if on else "")

    def insert_table(self, rows: int, columns: int) -> None:
        """An empty table with a header row, after the block where the caret stands."""
        if self.textCursor().currentTable() is not None:
            return
        table = Table(self._new_id(), tuple(Row(tuple(Cell() for _ in range(columns))) for _ in range(rows)))
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.beginEditBlock()
        before = cursor.position()
        insert_blocks((table,), cursor, self._measures, fresh=not cursor.block().text())
        cursor.endEditBlock()
        made = QTextCursor(self.document())
        made.setPosition(before + 1)
        self.setTextCursor(made)

    def dress_table(self, cursor: QTextCursor) -> None:
        """Lets the header row of the table there be seen as one."""
        table = tables.table_at(cursor)
        if table is not None:
            tables.shade(table, self._measures.sunken)

    def measures(self) -> Measures:
        """Lengths and colours as the theme has them now."""
        return self._measures

    def theme(self) -> Theme:
        """What it is dressed by."""
        return self._theme

    def new_id(self) -> str:
        """An id for a new block."""
        return self._new_id()

    # ── what Qt asks for ─────────────────────────────────────────────────────────────────────
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._handled(event):
            return
        type_by_words(self, event, super().keyPressEvent)
        tidy_typed(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        caret, high = self.cursorRect(), event.oldSize().height()
        seen = caret.bottom() >= 0 and (high < 0 or caret.top() <= high)
        super().resizeEvent(event)
        if seen:  # what takes room from the text doesn't hide where one writes
            self.ensureCursorVisible()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if takes_tab(self.textCursor(), forward):
            return False  # Tab then means something in the text and comes as a key
        return super().focusNextPrevChild(forward)

    def createMimeDataFromSelection(self) -> QMimeData:
        return copied(self.textCursor(), self._new_id)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.put(pasted_blocks(source, self._new_id))

    def paste_plain(self) -> None:
        """The words of the clipboard without marks, lists and tables."""
        if not self.isReadOnly():
            self.put(plain_blocks(QGuiApplication.clipboard().mimeData(), self._new_id))

    def put(self, blocks: tuple[Block, ...]) -> None:
        """Puts blocks where the caret stands, as one step to undo."""
        cursor = self.textCursor()
        put_in(cursor, blocks, self._measures)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _handled(self, event: QKeyEvent) -> bool:
        if block_key(self, event) or (not self.isReadOnly() and writing_key(self, event)):
            return True
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        else:
            return False
        return True

    def chosen_blocks(self) -> list[QTextBlock]:
        """Those that are selected or hold the caret, but for the cells of tables."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        blocks = []
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            if QTextCursor(block).currentTable() is None:
                blocks.append(block)
            block = block.next()
        return blocks

    def _forget(self, place: int, removed: int, added: int) -> None:
        """Something was changed there: its blocks and tables, and items of lists that they stand in, are read again."""
        count = self.document().blockCount()
        if count != self._blocks or added + removed > 1:
            # More than a letter within a block: blocks may lack ids, and of tables Qt does not tell all that changed.
            self._blocks, self._ids_due = count, True
            self._read = {name: known for name, known in self._read.items() if not isinstance(known, Table)}
        block, end = self.document().findBlock(place), place + max(added, removed)
        while block.isValid() and block.position() <= end:
            known = id_of(block)
            self._ids_due = self._ids_due or not known
            self._read.pop(known, None)
            block = block.next()

    def _changed(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _blocks_changed(self) -> None:
        if not self._loading and self._ids_due:
            give_ids(self.document(), self._new_id, self._measures)
            regroup(self.document())
            self._ids_due = False

    def _theme_changed(self) -> None:
        self._measures = Measures.of(self._theme)
        document = self.text()
        coloured = any(run.confidential for block in document.blocks for run in block_runs(block))
        if coloured or any(isinstance(block, Quotation | Image | Table) for block in document.blocks):
            place = self.textCursor().position()
            self.show_text(document)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

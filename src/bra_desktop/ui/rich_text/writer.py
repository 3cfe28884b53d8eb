"""Domain text into a Qt document, block by block."""

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextList, QTextTable

from bra_desktop.domain.text import (
    Block,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
    TextDocument,
)
from bra_desktop.ui.rich_text.formats import (
    ALIGN,
    ALIGNMENTS,
    ALTERNATIVE,
    CAPTION,
    DIGEST,
    FILLER,
    HEADER_ROWS,
    IMAGE,
    PARTS,
    QUOTATION,
    SEPARATORS,
    START,
    Measures,
    block_format,
    caption_look,
    char_format,
    equal_columns,
    list_format,
    picture_line,
    table_format,
)
from bra_desktop.ui.rich_text.tables import shade


def write(document: TextDocument, into: QTextDocument, measures: Measures) -> None:
    """Replaces what stands in the Qt document. Its own undo history is emptied."""
    into.setUndoRedoEnabled(False)
    into.clear()
    into.setIndentWidth(measures.indent)
    cursor = QTextCursor(into)
    cursor.beginEditBlock()
    insert_blocks(document.blocks, cursor, measures, fresh=True)
    cursor.endEditBlock()
    into.setUndoRedoEnabled(True)
    into.setModified(False)


def insert_blocks(blocks: tuple[Block, ...], cursor: QTextCursor, measures: Measures, fresh: bool) -> None:
    """fresh: the cursor stands in an empty block that is there to be used."""
    writer = _Writer(cursor, measures, fresh)
    for block in blocks:
        writer.put(block)
    writer.close()


class _Writer:
    def __init__(self, cursor: QTextCursor, measures: Measures, fresh: bool) -> None:
        self._cursor, self._measures, self._fresh = cursor, measures, fresh
        self._lists: dict[int, tuple[bool, QTextList]] = {}
        self._after_table = False

    def put(self, block: Block) -> None:
        if not isinstance(block, ListItem):
            self._lists.clear()
        if isinstance(block, Table):
            self._table(block)
            return
        form, heading = self._form(block), isinstance(block, Heading)
        self._start(form)
        if isinstance(block, ListItem):
            self._join_list(block)
        runs = (Run(picture_line(block.alternative)),) if isinstance(block, Image) else block.runs
        self._write_runs(runs, heading, isinstance(block, Quotation | Image))
        self._fresh = self._after_table = False

    def close(self) -> None:
        """What Qt needs after a last table is not a paragraph of the text."""
        if self._fresh and self._after_table:
            self._make_filler()

    def _start(self, form: QTextBlockFormat) -> None:
        if not self._fresh:
            self._cursor.insertBlock()
            joined = self._cursor.currentList()
            if joined is not None:
                joined.remove(self._cursor.block())
        self._cursor.setBlockFormat(form)
        self._cursor.setBlockCharFormat(QTextCharFormat())

    def _form(self, block: Paragraph | Heading | Quotation | ListItem | Image) -> QTextBlockFormat:
        if isinstance(block, Heading):
            return block_format(self._measures, block.id, "heading", block.level)
        if isinstance(block, Quotation):
            return block_format(self._measures, block.id, QUOTATION)
        if isinstance(block, Image):
            form = block_format(self._measures, block.id, IMAGE)
            form.setProperty(DIGEST, block.digest)
            form.setProperty(ALTERNATIVE, block.alternative)
            return form
        if isinstance(block, ListItem):
            form = block_format(self._measures, block.id, block.kind)
            if block.start is not None:
                form.setProperty(START, block.start)
            return form
        return block_format(self._measures, block.id)

    def _join_list(self, item: ListItem) -> None:
        for deeper in [level for level in self._lists if level > item.level]:
            del self._lists[deeper]
        ordered, known = self._lists.get(item.level, (item.ordered, None))
        if known is not None and ordered == item.ordered and item.start is None:
            known.add(self._cursor.block())
            return
        form = list_format(item.ordered, item.level, item.start)
        self._lists[item.level] = (item.ordered, self._cursor.createList(form))

    def _write_runs(self, runs: Runs, heading: bool = False, muted: bool = False) -> None:
        plain = char_format(self._measures, Run(""), heading, muted)
        self._cursor.setBlockCharFormat(plain)
        for run in runs:
            form = char_format(self._measures, run, heading, muted)
            self._cursor.insertText(run.text.translate(SEPARATORS), form)
        if not runs:
            self._cursor.setCharFormat(plain)

    def _table(self, block: Table) -> None:
        if block.caption:
            self._caption(block.caption)
        elif self._fresh:
            self._make_filler()
        columns = max(len(row.cells) for row in block.rows)
        form = table_format(self._measures, block.id)
        form.setProperty(HEADER_ROWS, block.header_rows)
        form.setProperty(ALIGNMENTS, PARTS.join(block.alignments))
        form.setHeaderRowCount(block.header_rows)
        equal_columns(form, columns)
        table = self._cursor.insertTable(len(block.rows), columns, form)
        for at, row in enumerate(block.rows):
            for column in range(columns):
                runs = row.cells[column].runs if column < len(row.cells) else ()
                self._cell(table, at, column, runs, block)
        shade(table, self._measures.sunken)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = self._after_table = True

    def _caption(self, words: str) -> None:
        self._start(block_format(self._measures, "", CAPTION))
        self._cursor.setBlockCharFormat(caption_look(self._measures))
        self._cursor.insertText(words.translate(SEPARATORS), caption_look(self._measures))

    def _cell(self, table: QTextTable, at: int, column: int, runs: Runs, block: Table) -> None:
        outer, self._cursor = self._cursor, table.cellAt(at, column).firstCursorPosition()
        form = QTextBlockFormat()
        if column < len(block.alignments):
            form.setAlignment(ALIGN.get(block.alignments[column], ALIGN["left"]))
        self._cursor.setBlockFormat(form)
        self._write_runs(runs, heading=False)
        self._cursor = outer

    def _make_filler(self) -> None:
        form = block_format(self._measures, "")
        form.setProperty(FILLER, True)
        self._cursor.setBlockFormat(form)
        self._cursor.setBlockCharFormat(char_format(self._measures, Run("")))

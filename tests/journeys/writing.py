"""Writing a whole text by keys: paragraphs, headings, lists in levels, tables with their columns, bold and italics."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QTextTable

from bra_desktop.domain.text import Block, Cell, Heading, ListItem, Paragraph, Run, Table, TextDocument
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.formats import BOLD
from tests.journeys.keyboard import ALT, CONTROL, KEY, SHIFT, Keyboard

SIDES = {"left": "Vänster", "center": "Mitten", "right": "Höger"}


@dataclass
class Typist:
    """Has the keyboard in an editor, and looks at it. ``asked_for`` has the names that she types by @, the first time:
    what she types of them.
    """

    keys: Keyboard
    editor: RichTextEdit
    asked_for: dict[str, str] = field(default_factory=dict)

    def writes(self, text: TextDocument) -> None:
        """Block by block, as somebody types who never takes the hands off the keyboard."""
        before: Block | None = None
        for block in text.blocks:
            if before is not None:
                self._begins_after(before, block)
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, ListItem):
                self._list_item(before, block)
            elif isinstance(block, Heading):
                self.keys.press(KEY.Key_1, ALT)
                self._runs(block.runs)
            else:
                assert isinstance(block, Paragraph), block
                self._runs(block.runs)
            before = block

    def _begins_after(self, before: Block, block: Block) -> None:
        if isinstance(before, Table):
            self.keys.press(KEY.Key_End, CONTROL)
            return
        if isinstance(block, Table) and not isinstance(before, ListItem):
            return
        self.keys.press(KEY.Key_Return)
        if isinstance(before, ListItem) and not (isinstance(block, ListItem) and block.ordered == before.ordered):
            self.keys.press(KEY.Key_Return, times=before.level + 1)

    def _list_item(self, before: Block | None, block: ListItem) -> None:
        level = 0
        if isinstance(before, ListItem) and before.ordered == block.ordered:
            level = before.level
        else:
            self.keys.type("1. " if block.ordered else "- ")
        if block.level > level:
            self.keys.press(KEY.Key_Tab, times=block.level - level)
        else:
            self.keys.press(KEY.Key_Backtab, SHIFT, times=level - block.level)
        self._runs(block.runs)

    def _runs(self, runs: tuple[Run, ...]) -> None:
        for run in runs:
            self._marks(bold=run.bold, italic=run.italic)
            self._words(run.text)
        self._marks(bold=False, italic=False)

    def _marks(self, *, bold: bool, italic: bool) -> None:
        if bold != bool(self.editor.currentCharFormat().property(BOLD)):
            self.keys.press(KEY.Key_B, CONTROL)
        if italic != self.editor.fontItalic():
            self.keys.press(KEY.Key_I, CONTROL)

    def _words(self, words: str) -> None:
        name = next((name for name in self.asked_for if name in words), "")
        if not name:
            self.keys.type(words)
            return
        before, _, after = words.partition(name)
        self.keys.type(f"{before}@{self.asked_for.pop(name)}")
        self.keys.press(KEY.Key_Down)
        self.keys.press(KEY.Key_Return)
        assert self.editor.textCursor().block().text().rstrip().endswith(name), self.editor.textCursor().block().text()
        self._words(after)

    # ── tables ───────────────────────────────────────────────────────────────────────────────
    def _table(self, table: Table) -> None:
        """Tab goes from cell to cell and makes the rows."""
        self.keys.press(KEY.Key_T, CONTROL | SHIFT)
        wanted, made = len(table.rows[0].cells), self._here().columns()
        self.keys.press(KEY.Key_Right, ALT | SHIFT, times=max(0, wanted - made))
        self.keys.press(KEY.Key_Backspace, ALT | SHIFT, times=max(0, made - wanted))
        while self._place() != (0, 0):
            self.keys.press(KEY.Key_Backtab, SHIFT)
        for row in table.rows:
            for column, cell in enumerate(row.cells):
                if row is table.rows[0]:
                    self._align(table.alignments[column] if table.alignments else "left")
                self._cell(cell)
                if row is not table.rows[-1] or column < wanted - 1:
                    self.keys.press(KEY.Key_Tab)

    def _cell(self, cell: Cell) -> None:
        for run in cell.runs:
            self._marks(bold=run.bold, italic=run.italic)
            self.keys.type(run.text)

    def _align(self, side: str) -> None:
        if side != "left":
            self.keys.press(KEY.Key_T, CONTROL | SHIFT)
            self.keys.chooses_in_menu("Justera kolumnen", SIDES[side])

    def _here(self) -> QTextTable:
        table: QTextTable | None = self.editor.textCursor().currentTable()
        assert table is not None
        return table

    def _place(self) -> tuple[int, int]:
        cell = self._here().cellAt(self.editor.textCursor())
        return cell.row(), cell.column()

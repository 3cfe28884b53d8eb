"""The tab Handlingar: the annexes in a table, and a pane that says more about the chosen one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.layouts import box, column, row, rule, scroll
from bra_desktop.ui.meeting.agenda.lines import AnnexLine, agenda_lines, annex_lines
from bra_desktop.ui.meeting.annexes.annex_fields import AnnexFields
from bra_desktop.ui.meeting.edits import AnnexEdits
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.rich_text.pictures import PictureDesk
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.file_choice import file_to_open, file_to_save, files_to_open
from bra_desktop.ui.widgets.rows_model import Cell, Column, RowsModel
from bra_desktop.ui.widgets.table_keys import TableKeys
from bra_desktop.ui.widgets.table_view import TableView

WIDTH = 372
NO_LIMIT = 16_777_215


class AnnexTab(QWidget):
    """`choose_files`, `choose_file` and `choose_place` are the boxes that ask for files."""

    def __init__(self, theme: Theme, edits: AnnexEdits, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._edits, self._tell = theme, edits, tell
        self._loaded: Loaded | None = None
        self._line: AnnexLine | None = None
        self._wanted = self._new = ""
        self.choose_files: Callable[[], tuple[Path, ...]] = lambda: files_to_open(self, "Lägg till handling")
        self.choose_file: Callable[[], Path | None] = lambda: file_to_open(self, "Välj fil")
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(self, "Spara handlingen", name)
        self.model: RowsModel[AnnexLine] = RowsModel(self._columns(), lambda line: line.key, self)
        self.table: TableView[AnnexLine] = TableView(theme, "meeting.annexes", "Handlingar", self.model, 42)
        self.add = Button(theme, "meeting.add_annex", "Lägg till handling…", "plain", "plus", "Väljer filer")
        self.write = Button(theme, "meeting.write_annex", "Skriv handling", "quiet", "file-text", "Utan fil")
        self._first = Button(theme, "meeting.first_annex", "Lägg till handling…", "primary", "plus")
        words = "Här samlas det som hör till mötet: underlag, lägesbilder, avtal. De följer med kallelse och protokoll."
        self._empty = EmptyPage(theme, "paperclip", "Inga handlingar än", words, self._first)
        self._empty.hide()
        self._back = Button(theme, "annex.back", "Till listan", "link", "chevron-left")
        self._narrow = False
        self._pane = self._make_pane()
        self._body = box(row(theme, (self.table, 1), rule(vertical=True), self._pane, space=0))
        self.setLayout(column(theme, (self._body, 1), (self._empty, 1), space=0))
        for button in (self.add, self._first):
            button.clicked.connect(lambda: self.add_files(None))
        self.write.clicked.connect(self._write)
        self.table.row_chosen.connect(self._show_chosen)
        self.table.row_opened.connect(lambda _line: self._show_pane(True))
        self.table.clicked.connect(lambda _index: self._show_pane(True))
        TableKeys(self.table, {"Delete": self._remove})

    def buttons(self) -> tuple[Button, ...]:
        return (self.write, self.add)

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        content, may = loaded.view.content, not loaded.shown.locked
        self.fields.show_items([(f"{line.number} {line.title}".strip(), line.key) for line in agenda_lines(content)])
        lines = annex_lines(content)
        self.table.show_rows(lines)
        self._body.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        for button in (self.add, self.write):
            button.setEnabled(may)
        self._first.setVisible(may)
        if self._wanted and any(line.key == self._wanted for line in lines):
            self.table.choose(self._wanted)
            self._wanted = ""
            self._show_pane(True)
            self.fields.title.setFocus()
            self.fields.title.selectAll()
        if self._new and self.table.choose(self._new):
            self._new = ""
        if lines and self.table.chosen() is None:
            self.table.choose(lines[0].key)
        self._show_chosen(self.table.chosen())

    def add_files(self, item_id: str | None) -> None:
        """Asks for files and adds them, to the meeting or to an item."""
        paths = self.choose_files()
        if paths and self._loaded is not None:
            self._edits.add_files(self._loaded.shown.ref, paths, item_id, self._added)

    def add_later(self, item_id: str) -> None:
        """One that is named now and handed out afterwards; its name is typed at once."""
        if self._loaded is not None:
            self._edits.add_later(self._loaded.shown.ref, item_id, self._choose)

    def leave(self) -> None:
        """What is unsaved of the text that is shown is saved now."""
        self.fields.text.send()

    def set_narrow(self, narrow: bool) -> None:
        """When the window is narrow what is said about an annex takes the place of the list."""
        self._narrow = narrow
        self._back.setVisible(narrow)
        self._pane.setMinimumWidth(0 if narrow else self._theme.px(WIDTH))
        self._pane.setMaximumWidth(NO_LIMIT if narrow else self._theme.px(WIDTH))
        self._show_pane(not narrow)

    def _show_pane(self, shown: bool) -> None:
        self._pane.setVisible(shown)
        self.table.setVisible(not (self._narrow and shown))

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _columns(self) -> tuple[Column[AnnexLine], ...]:
        return (
            Column("number", "Nr", lambda a: Cell(a.number, bold=True), 44, right=True),
            Column("title", "Handling", lambda a: Cell(a.title, a.origin)),
            Column("belongs", "Hör till", lambda a: Cell(a.belongs), 190, drop=1, most=300),
            Column("file", "Fil", lambda a: Cell(a.file, a.state), 150, drop=2),
        )

    def _make_pane(self) -> QWidget:
        self.fields = AnnexFields(self._theme)
        PictureDesk(self.fields.text.editor, self._edits.runner, self._edits.office)
        self.fields.changed.connect(self._keep)
        self.fields.moved.connect(lambda item: self._edits.put_at(self._line.key, item) if self._line else None)
        self.fields.save.clicked.connect(self._save_file)
        self.fields.replace.clicked.connect(self._replace_file)
        self.fields.drop.clicked.connect(self._remove)
        self._back.clicked.connect(lambda: self._show_pane(False))
        return box(column(self._theme, row(self._theme, self._back, margin=(8, 6, 8, 0)), (scroll(self.fields), 1)))

    def _show_chosen(self, line: AnnexLine | None) -> None:
        renewed = self.fields.turn_to(line)
        self._line = line
        if renewed and line is not None and self._loaded is not None:
            annex = self._loaded.view.content.annex(line.key)
            hidden = line.key in self._loaded.withheld
            self.fields.show_annex(line, annex, may=not self._loaded.shown.locked and not hidden)

    def _choose(self, key: str) -> None:
        """Now, or when the list has come that holds it."""
        self.table.choose(key)
        chosen = self.table.chosen()
        self._wanted = "" if chosen is not None and chosen.key == key else key

    def _added(self, key: str, words: str) -> None:
        """The first of the files is chosen when the list has come that holds it; the keyboard stays where it is."""
        self._new = key
        self._tell(words)

    def _keep(self, values: dict[str, object]) -> None:
        def refused(error: UserError) -> None:
            self.fields.number_field.set_error(error.text)

        if self._line is not None:
            self._edits.save(self._line.key, values, refused if "number" in values else None)

    def _remove(self) -> None:
        loaded, line = self._loaded, self._line
        if line is not None and loaded is not None and not loaded.shown.locked and line.key not in loaded.withheld:
            self._edits.remove(line.key, line.title)

    def _write(self) -> None:
        if self._loaded is not None:
            self._edits.add_text(self._loaded.shown.ref, "Ny handling", "", self._choose)

    def _save_file(self) -> None:
        line = self._line
        if line is not None and (place := self.choose_place(line.file_name)) is not None:
            self._edits.save_file(line.digest, line.file_name, place, self._tell)

    def _replace_file(self) -> None:
        if self._line is not None and (path := self.choose_file()) is not None:
            self._edits.replace_file(self._line.key, path)

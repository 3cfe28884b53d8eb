"""The tab Handlingar: the annexes in a table, and a pane that says more about the chosen one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, row, rule, scroll
from bra_desktop.ui.meeting.annex_text import AnnexText
from bra_desktop.ui.meeting.edits import AnnexEdits
from bra_desktop.ui.meeting.lines import AnnexLine, agenda_lines, annex_lines
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.fields import choice_field, text_field
from bra_desktop.ui.widgets.file_choice import file_to_open, file_to_save
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.rows_model import Cell, Column, RowsModel
from bra_desktop.ui.widgets.table_keys import TableKeys
from bra_desktop.ui.widgets.table_view import TableView

WIDTH = 372


class AnnexTab(QWidget):
    """`choose_files`, `choose_file` and `choose_place` are the boxes that ask for files."""

    def __init__(self, theme: Theme, edits: AnnexEdits, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._edits, self._tell = theme, edits, tell
        self._loaded: Loaded | None = None
        self._line: AnnexLine | None = None
        self._wanted = ""
        self.choose_files: Callable[[], tuple[Path, ...]] = self._ask_files
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
        self._pane = self._make_pane()
        self._body = box(row(theme, (self.table, 1), rule(vertical=True), self._pane, space=0))
        self.setLayout(column(theme, (self._body, 1), (self._empty, 1), space=0))
        for button in (self.add, self._first):
            button.clicked.connect(lambda: self.add_files(None))
        self.write.clicked.connect(self._write)
        self.table.row_chosen.connect(self._show_chosen)
        TableKeys(self.table, {"Delete": self._remove})

    def buttons(self) -> tuple[Button, ...]:
        return (self.write, self.add)

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        content, may = loaded.view.content, not loaded.shown.locked
        self._item.blockSignals(True)
        self._item.clear()
        self._item.addItem("Hela mötet", "")
        for line in agenda_lines(content):
            self._item.addItem(f"{line.number} {line.title}", line.key)
        self._item.blockSignals(False)
        lines = annex_lines(content)
        self.table.show_rows(lines)
        self._body.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        for button in (self.add, self.write, self._first):
            button.setEnabled(may)
        if self._wanted and any(line.key == self._wanted for line in lines):
            self.table.choose(self._wanted)
            self._wanted = ""
            self._title.setFocus()
            self._title.selectAll()
        if lines and self.table.chosen() is None:
            self.table.choose(lines[0].key)
        self._show_chosen(self.table.chosen())

    def count(self) -> int:
        return len(self._loaded.view.content.annexes) if self._loaded else 0

    def add_files(self, item_id: str | None) -> None:
        """Asks for files and adds them, to the meeting or to an item."""
        paths = self.choose_files()
        if paths and self._loaded is not None:
            self._edits.add_files(self._loaded.shown.ref, paths, item_id, self._tell)

    def add_later(self, item_id: str) -> None:
        """One that is named now and handed out afterwards; its name is typed at once."""
        if self._loaded is not None:
            self._edits.add_later(self._loaded.shown.ref, item_id, self._choose)

    def leave(self) -> None:
        """What is unsaved of the text that is shown is saved now."""
        self.text.send()

    def set_narrow(self, narrow: bool) -> None:
        self._pane.setVisible(not narrow)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _columns(self) -> tuple[Column[AnnexLine], ...]:
        return (
            Column("number", "Nr", lambda a: Cell(a.number, bold=True), 44, right=True),
            Column("title", "Handling", lambda a: Cell(a.title, a.origin)),
            Column("belongs", "Hör till", lambda a: Cell(a.belongs), 190, drop=1),
            Column("file", "Fil", lambda a: Cell(a.file, a.state), 150, drop=2),
        )

    def _make_pane(self) -> QWidget:
        theme = self._theme
        self._title_field, self._title = text_field(theme, "annex.title", "Rubrik")
        self._number_field, self._number = text_field(theme, "annex.number", "Nummer", "utan")
        self._number.setValidator(QIntValidator(0, 9999, self))
        origin, self._origin = text_field(theme, "annex.origin", "Kommer från (frivilligt)", "t.ex. Polisen")
        dnr, self._dnr = text_field(theme, "annex.dnr", "Dnr (frivilligt)", "t.ex. KS 2026/118")
        belongs, self._item = choice_field(theme, "annex.item", "Hör till", [])
        self._item.setSizeAdjustPolicy(self._item.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._item.setMinimumContentsLength(14)
        secret, self._secret = text_field(
            theme, "annex.confidential", "Sekretessmarkering (frivilligt)", "",
            "Vilket lagrum? Skriv kapitel och paragraf.",
        )  # fmt: skip
        self._later = named(QCheckBox("Kommer senare"), "annex.later", "Kommer senare")
        pages, self._pages = text_field(theme, "annex.pages", "Antal sidor på papper (frivilligt)", "t.ex. 4")
        self._pages.setValidator(QIntValidator(0, 9999, self))
        self._pages_field = pages
        self.text = AnnexText(theme)
        self.text.kept.connect(lambda values: self._edits.save(self._line.key, values) if self._line else None)
        self._file = label("", "caption", wrap=True)
        self._save = Button(theme, "annex.save", "Spara fil…", "plain", "download", "Sparar en kopia av filen")
        self._replace = Button(theme, "annex.replace", "Byt fil…", "quiet", "upload", "Lägger en ny fil i stället")
        self._drop = Button(theme, "annex.remove", "Ta bort handlingen", "quiet", "x", "Går att ångra")
        for edit, name in ((self._title, "title"), (self._origin, "origin"), (self._dnr, "registry_number"),
                           (self._secret, "confidential")):  # fmt: skip
            edit.editingFinished.connect(lambda edit=edit, name=name: self._keep(name, edit.text().strip()))
        self._later.clicked.connect(lambda on: self._keep("later", on))
        self._pages.editingFinished.connect(lambda: self._keep("pages", int(self._pages.text() or 0) or None))
        self._number.editingFinished.connect(self._keep_number)
        self._item.activated.connect(self._put_at)
        self._save.clicked.connect(self._save_file)
        self._replace.clicked.connect(self._replace_file)
        self._drop.clicked.connect(self._remove)
        files = row(theme, self._save, self._replace, STRETCH)
        names = row(theme, (self._number_field, 1), (self._title_field, 3), space=12)
        body = column(
            theme, names, belongs, origin, dnr, self._later, self._file, files, pages, self.text,
            secret, row(theme, self._drop, STRETCH), STRETCH,
            space=10, margin=(14, 12, 14, 10),
        )  # fmt: skip
        pane = scroll(box(body))
        pane.setFixedWidth(theme.px(WIDTH))
        return pane

    def _show_chosen(self, line: AnnexLine | None) -> None:
        if self._line is not None and (line is None or line.key != self._line.key):
            self.text.send()  # what was written in the one that is left
        same, self._line = self._line is not None and line is not None and line.key == self._line.key, line
        may = self._loaded is not None and not self._loaded.shown.locked
        self._pane.setEnabled(line is not None)
        if line is None or (same and self._is_edited()):
            return
        for edit, words in ((self._title, line.title), (self._origin, line.origin), (self._dnr, line.registry_number),
                            (self._secret, line.confidential)):  # fmt: skip
            edit.setText(words)
            edit.setReadOnly(not may)
        self._number.setText(line.number)
        self._number.setReadOnly(not may)
        self._number_field.set_error("")
        self._later.setChecked(line.later)
        self._later.setEnabled(may)
        self._item.setCurrentIndex(max(0, self._item.findData(line.item_key)))
        self._item.setEnabled(may)
        self._file.setText(line.file_name or line.file)
        self._pages.setText(str(line.pages or ""))
        self._pages.setReadOnly(not may)
        if self._loaded is not None:
            self.text.show_annex(self._loaded.view.content.annex(line.key), may=may)
        self.text.setVisible(not line.file_name and not line.pages)
        self._pages_field.setVisible(not line.file_name and not line.text)
        self._save.setVisible(bool(line.digest))
        self._replace.setVisible(may)
        self._drop.setVisible(may)

    def _is_edited(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self._pane.isAncestorOf(focused)

    def _choose(self, key: str) -> None:
        """Now, or when the list has come that holds it."""
        self.table.choose(key)
        chosen = self.table.chosen()
        self._wanted = "" if chosen is not None and chosen.key == key else key

    def _keep(self, name: str, value: object) -> None:
        line = self._line
        if line is None or value == getattr(line, name):
            return
        if name == "title" and not value:
            self._title_field.set_error("Skriv vad handlingen heter, t.ex. Lägesbild november.")
            return
        self._title_field.set_error("")
        self._edits.save(line.key, {name: value})

    def _keep_number(self) -> None:
        line, number = self._line, self._number.text().strip()
        if line is not None and number != line.number:
            self._edits.save(
                line.key,
                {"number": int(number) if number else None},
                lambda error: self._number_field.set_error(error.text),
            )

    def _put_at(self, _at: int) -> None:
        if self._line is not None:
            self._edits.put_at(self._line.key, self._item.currentData() or None)

    def _remove(self) -> None:
        if self._line is not None and self._loaded is not None and not self._loaded.shown.locked:
            self._edits.remove(self._line.key, self._line.title)

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

    def _ask_files(self) -> tuple[Path, ...]:
        names, _kind = QFileDialog.getOpenFileNames(self, "Lägg till handling")
        return tuple(Path(name) for name in names)

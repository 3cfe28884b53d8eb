"""The card of an item's text: toolbar, what was prepared, and the editor. Its border shows the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from bra_desktop.domain.text import TextDocument, plain_text
from bra_desktop.ui.later import later
from bra_desktop.ui.layouts import column, row, rule
from bra_desktop.ui.live.item.action_chips import ActionChips
from bra_desktop.ui.live.typed_signs.sign_hints import SignHints
from bra_desktop.ui.live.wording import ActionLine
from bra_desktop.ui.rich_text.block_keys import toggle_heading, toggle_quotation
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.kept_documents import KeptDocuments
from bra_desktop.ui.rich_text.table_menu import pop_up
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label, retone

LINE = 24
COMES_GOES_GROWS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)
LEAST_LINES = 5
"""Lines that the text keeps where there is room for them beside all else."""
TABLE = (3, 3)


class MinutesCard(QFrame):
    """Holds the editor; the page asks it for the text and listens to `editor.edited`. `left`: the keyboard went.
    `shared_anew`: something between toolbar and text has come, gone or grown.
    """

    left = Signal()
    shared_anew = Signal()

    def __init__(self, theme: Theme, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._narrow = theme, False
        self._above: QWidget | None = None
        self.setProperty("look", "card")
        self.editor = RichTextEdit(theme, "live.text", "Referat", new_id)
        self.editor.installEventFilter(self)
        self.kept = KeptDocuments(self.editor)
        theme.changed.connect(self.kept.forget)
        self.editor.setMinimumHeight(theme.px(LINE) * LEAST_LINES)
        self.basis_button = Button(
            theme, "live.basis_button", "Underlag", "quiet", "file-text", tip="Visar eller döljer underlaget. Ctrl+U"
        )
        self.basis_button.setCheckable(True)
        self._basis = label("", "muted", wrap=True)
        self._basis.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._basis_plane = QFrame()
        self._basis_plane.setProperty("look", "sunken")
        self._basis_plane.setLayout(
            column(theme, label("Underlag", "overline"), self._basis, space=2, margin=(10, 6, 10, 8))
        )
        self._basis_plane.hide()
        self.basis_button.toggled.connect(self._basis_plane.setVisible)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.action_chips = ActionChips(theme, self.editor)
        self._tools = (self._toolbar(), rule())
        self._layout: QVBoxLayout = column(theme, *self._tools, space=0, margin=2)
        self._layout.addWidget(self._basis_plane)
        self._layout.addWidget(self.editor, 1)
        self._layout.addWidget(self.action_chips)
        self.setLayout(self._layout)

    def show_text(
        self, text: TextDocument, basis: TextDocument, *, locked: bool, key: str = "", fresh: bool = False
    ) -> bool:
        """Another item's text, with what was prepared for it open as long as nothing has been written.

        key: what the text is kept by when it is left; fresh: it has just been written over, so that what was kept of
        it long ago is another. Tells whether its steps to undo have come back with it.
        """
        back = bool(key) and self.kept.show(key, text, last=fresh)
        if not back:
            self.editor.show_text(text)
        words = plain_text(basis).strip()
        self._basis.setText(words)
        self.basis_button.setVisible(bool(words))
        self.basis_button.setChecked(bool(words) and not text)
        self._basis_plane.setVisible(bool(words) and not text)
        self.set_locked(locked)
        return back

    def set_locked(self, locked: bool) -> None:
        if locked == self.editor.isReadOnly():
            return
        self.editor.setReadOnly(locked)
        for button in self._marks:
            button.setEnabled(not locked)

    def table(self) -> None:
        """A new table, or the menu of the one that the caret stands in."""
        if not self.editor.isReadOnly() and not pop_up(self.editor, "live.table_menu"):
            self.editor.insert_table(*TABLE)

    def set_narrow(self, narrow: bool) -> None:
        """Without room the actions stand in the toolbar, so that the text keeps its lines."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.action_chips.set_short(narrow)
        if narrow:
            self._bar.insertWidget(self._bar.indexOf(self._hints), self.action_chips, 1)
        else:
            self._layout.addWidget(self.action_chips)
        self._hints.setVisible(not narrow)
        self._show_tools()
        self._share_toolbar()

    def show_actions(self, lines: Sequence[ActionLine]) -> None:
        """The item's actions, at the foot of the text or in the toolbar."""
        self.action_chips.show_lines(lines)
        self._share_toolbar()

    def _share_toolbar(self) -> None:
        """An action in the toolbar has the room of words that one knows anyway."""
        crowded = self._narrow and not self.action_chips.isHidden()
        self._name.setVisible(not crowded)
        self.basis_button.set_compact(crowded)

    def put_above_text(self, widget: QWidget) -> None:
        """Something that is shown between the toolbar and the text now and then."""
        self._above = widget
        widget.installEventFilter(self)
        self._layout.insertWidget(self._layout.indexOf(self.editor), widget)

    def share_height(self, height: int) -> None:
        """The text takes no more than its part of that height as its least, so that nothing above it is squeezed."""
        line = self._theme.px(LINE)
        self.editor.setMinimumHeight(line * max(1, min(LEAST_LINES, (height - self.around_text()) // line)))

    def around_text(self) -> int:
        """The height of all but the text."""
        return self.minimumSizeHint().height() - self.editor.minimumHeight()

    def place(self) -> int:
        """Where the caret stands."""
        return self.editor.textCursor().position()

    def set_place(self, place: int) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(max(0, min(place, self.editor.document().characterCount() - 1)))
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()

    def selected_words(self) -> str:
        """What is selected, else the line of the caret: what an action is made of."""
        cursor = self.editor.textCursor()
        words = cursor.selectedText() if cursor.hasSelection() else ""
        return " ".join(words.replace("\u2029", " ").split())

    def take_line_away(self, line: str) -> None:
        """The words of the first line that says just that go; something else has come in their place."""
        block = self.editor.document().begin()
        while line and block.isValid():
            if block.text() == line:
                take_words_away(QTextCursor(block))
                return
            block = block.next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._above:
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self._show_tools()
            if event.type() in COMES_GOES_GROWS:
                self.shared_anew.emit()
            return False
        if event.type() == QEvent.Type.Resize and self.editor.viewport().rect().intersects(self.editor.cursorRect()):
            later(self.editor, 0, self.editor.ensureCursorVisible)  # the caret stays where it is seen
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            retone(self, "look", "card-focus" if event.type() == QEvent.Type.FocusIn else "card")
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _is_parted(self) -> bool:
        return self._above is not None and not self._above.isHidden()

    def _show_tools(self) -> None:
        """Without room the toolbar gives way to what is shown between it and the text; its keys go on."""
        for part in self._tools:
            part.setVisible(not (self._narrow and self._is_parted()))

    def _toolbar(self) -> QFrame:
        theme, editor = self._theme, self.editor
        acts: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            ("bold", "Fet", "Ctrl+B", editor.toggle_bold),
            ("italic", "Kursiv", "Ctrl+I", editor.toggle_italic),
            ("", "Rubrik", "Alt+1", lambda: toggle_heading(editor)),
            ("", "Citat", "Ctrl+Skift+C", lambda: toggle_quotation(editor)),
            ("list", "Punktlista", "Ctrl+Skift+8", lambda: editor.toggle_list(False)),
            ("list-ordered", "Numrerad lista", "Ctrl+Skift+7", lambda: editor.toggle_list(True)),
            ("table", "Tabell", "Ctrl+Skift+T", self.table),
        )
        self._marks = []
        for icon, words, key, act in acts:
            part = f"live.mark_{(icon or words.lower()).replace('-', '_')}"
            button = Button(theme, part, words, "quiet", icon, tip=f"{words}. {key}")
            button.set_compact(bool(icon))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, act=act: act())
            self._marks.append(button)
        bar = QFrame()
        self._name = label("Referat", "overline")
        self._hints = SignHints(theme)
        self._bar = row(theme, self._name, 6, *self._marks, (self._hints, 1), space=2, margin=(10, 2, 8, 2))
        self._bar.addStretch(0)  # takes what is over where nothing else does, so that the buttons stand close together
        self._bar.addWidget(self.basis_button)
        bar.setLayout(self._bar)
        bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return bar


def take_words_away(cursor: QTextCursor) -> None:
    """The words of the cursor's line go; its paragraph stays, for what is written next."""
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()

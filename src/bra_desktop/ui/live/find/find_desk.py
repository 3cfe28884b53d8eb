"""Joins the find panel with the text, the decisions and the finder."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from PySide6.QtGui import QBrush, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bra_desktop.domain.finding import Hit
from bra_desktop.domain.text import TextDocument
from bra_desktop.ui.live.find.find_panel import FindPanel
from bra_desktop.ui.live.find.finding import Finder
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.item.item_pane import ItemPane
from bra_desktop.ui.live.item.text_desk import TextDesk
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.rich_text.passage_ground import look_of_new_words
from bra_desktop.ui.rich_text.places import Places, units
from bra_desktop.ui.spelling.overlays import Overlays
from bra_desktop.ui.tab_order import tab_after

FOUND, MOST_SHOWN = "found", 500


class FindDesk:
    """Shows where the words were found, and writes over them as somebody would who types."""

    def __init__(
        self, context: PageContext, item: ItemPane, texts: TextDesk, savers: Savers, presenter: LivePresenter
    ) -> None:
        self._context, self._item, self._texts, self._savers = context, item, texts, savers
        self._presenter, self._shared, self._moved = presenter, False, 0
        self._unseen: frozenset[str] = frozenset()
        self.panel = FindPanel(context.theme)
        item.minutes.put_above_text(self.panel)
        tab_after(item.minutes.basis_button, self.panel.in_order)  # so that the text comes after it, as one sees it
        self.finder = Finder(presenter, self)
        self.panel.sought.connect(self.finder.seek)
        self.panel.stepped.connect(self.finder.go)
        self.panel.replaced.connect(self.finder.replace_one)
        self.panel.all_replaced.connect(self.finder.replace_all)
        self.panel.left.connect(self._left)

    def open(self, *, replacing: bool = False) -> None:
        """With the words that are selected, if any are."""
        cursor = self._item.minutes.editor.textCursor()
        self.panel.open(cursor.selectedText().replace("\u2029", "\n"), replacing=replacing)

    def step(self, step: int) -> None:
        """F3, wherever the keyboard is; opens the panel when nothing is looked for yet."""
        if self.finder.sought.words:
            self.finder.go(step)
        else:
            self.open()

    def takes(self, keys: str) -> bool:
        """Whether a key of the page means something in the panel, which then does it."""
        if not self.panel.isVisible():
            return False
        if keys == "Escape" and (self.panel.has_keyboard() or self._item.minutes.editor.hasFocus()):
            self.panel.close_panel()
            return True
        if keys in ("Ctrl+Return", "Ctrl+Enter") and self.panel.by.hasFocus():
            self.finder.replace_all(self.panel.by.text())
            return True
        return False

    def follow(self, scene: Scene) -> None:
        """Another item is shown, or the meeting has been read anew."""
        if scene.shared and (not self._shared or scene.unseen - self._unseen):
            self.panel.forget()
        self._shared, self._unseen = scene.shared, scene.unseen
        if self.panel.isVisible():
            self.finder.look_again()

    # ── what the finder asks for ─────────────────────────────────────────────────────────────
    def unsaved_texts(self) -> Mapping[str, TextDocument]:
        texts = {**self._savers.texts, self._texts.shown: self._item.minutes.editor.text()}
        scene = self._presenter.scene
        hidden = scene.unseen if scene is not None else frozenset()
        return {key: text for key, text in texts.items() if key not in hidden}

    def unsaved_wordings(self) -> Mapping[str, str]:
        return {line.saved_id: line.edit.words() for line in self._item.decisions.lines if line.saved_id}

    def show_hit(self, hit: Hit) -> None:
        place = self._place(hit)
        if place is not None:
            editor, cursor = place
            editor.setTextCursor(cursor)
            editor.ensureCursorVisible()

    def show_found(self, words: str, hits: tuple[Hit, ...]) -> None:
        self.panel.tell(words)
        editor = self._item.minutes.editor
        places = self._spans(tuple(islice((hit for hit in hits if hit.item == self._texts.shown), MOST_SHOWN)))
        form = QTextCharFormat()
        form.setBackground(QBrush(self._context.theme.colour("attention-soft")))
        Overlays.of(editor).put(FOUND, places, form)

    def write_over(self, hit: Hit, by: str) -> bool:
        place = self._place(hit)
        if place is None:
            return False
        editor, cursor = place
        if not self.finder.sought.pattern().fullmatch(cursor.selectedText().replace("\u2028", "\n")):
            return False
        cursor.insertText(by, look_of_new_words(cursor))
        editor.setTextCursor(cursor)
        return True

    def hold(self, hits: tuple[Hit, ...], by: str) -> None:
        self._moved = self._moves_caret(hits, by)
        self._item.minutes.set_locked(True)
        self._texts.settle()
        self._savers.flush()

    def let_go(self) -> None:
        self._texts.read_anew(fresh=True, moved=self._moved)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _moves_caret(self, hits: tuple[Hit, ...], by: str) -> int:
        """By how much it has more words before it when the hits are replaced, in the units of the editor."""
        caret, spans = self._item.minutes.place(), self._spans(hits)
        return sum(units(by, len(by)) - (end - start) for start, end in spans if end <= caret)

    def _spans(self, hits: tuple[Hit, ...]) -> list[tuple[int, int]]:
        """Where those of the shown text stand."""
        here = [hit for hit in hits if hit.item == self._texts.shown and not hit.decision]
        known = Places(self._item.minutes.editor.document()) if here else None
        cursors = [known.cursor(hit.block, hit.cell, hit.start, hit.end) for hit in here] if known else []
        return [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors if cursor is not None]

    def _place(self, hit: Hit) -> tuple[QTextEdit, QTextCursor] | None:
        if hit.item != self._texts.shown:
            return None
        if not hit.decision:
            editor = self._item.minutes.editor
            cursor = Places(editor.document()).cursor(hit.block, hit.cell, hit.start, hit.end)
            return (editor, cursor) if cursor is not None else None
        line = next((line for line in self._item.decisions.lines if line.saved_id == hit.decision), None)
        return (line.edit, _in_line(line, hit)) if line is not None else None

    def _left(self) -> None:
        Overlays.of(self._item.minutes.editor).put(FOUND, [], QTextCharFormat())
        self._item.minutes.editor.setFocus()


def _in_line(line: DecisionLine, hit: Hit) -> QTextCursor:
    words = line.edit.words()
    cursor = line.edit.textCursor()
    cursor.setPosition(units(words, hit.start))
    cursor.setPosition(units(words, hit.end), QTextCursor.MoveMode.KeepAnchor)
    return cursor

"""The language of a passage: a screen reader reads the words in it, on screen and in the papers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu

from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.formats import LANGUAGE, language_look

SWEDISH = ""
"""The papers' own language, which is not marked."""
LANGUAGES = (
    ("Svenska", SWEDISH),
    ("Engelska", "en"),
    ("Finska", "fi"),
    ("Meänkieli", "fit"),
    ("Samiska", "se"),
    ("Romani", "rom"),
    ("Norska", "nb"),
    ("Danska", "da"),
    ("Tyska", "de"),
    ("Franska", "fr"),
    ("Spanska", "es"),
    ("Polska", "pl"),
    ("Somaliska", "so"),
)
"""Their names, and their tags by BCP 47. The national minority languages stand after Finnish."""


def add_language_menu(menu: QMenu, editor: RichTextEdit, at: QTextCursor) -> None:
    """Offers the languages for what is selected, else for the marked passage or the word at that place."""
    cursor = passage_at(editor, at)
    shown = menu.addMenu("Språk")
    shown.setObjectName("language_menu")
    shown.setEnabled(cursor.hasSelection())
    group, marked = QActionGroup(shown), language_of(cursor)
    known = list(LANGUAGES)
    if marked and marked not in [tag for _, tag in known]:
        known.append((marked, marked))
    for name, tag in known:
        action = shown.addAction(name, partial(set_language, editor, cursor, tag))
        action.setCheckable(True)
        action.setChecked(tag == marked)
        group.addAction(action)


def pop_up_languages(editor: RichTextEdit) -> bool:
    """Shows the languages at the caret, and what would be marked as selected; False where there is nothing to mark."""
    before, whole = editor.textCursor(), QMenu(editor)
    add_language_menu(whole, editor, before)
    menu = whole.findChild(QMenu)
    if not isinstance(menu, QMenu) or not menu.isEnabled() or editor.isReadOnly():
        whole.deleteLater()
        return False
    editor.setTextCursor(passage_at(editor, before))
    menu.aboutToHide.connect(lambda: editor.setTextCursor(before))
    menu.aboutToHide.connect(whole.deleteLater)
    menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft() + QPoint(0, 4)))
    menu.setActiveAction(menu.actions()[0])
    return True


def passage_at(editor: RichTextEdit, at: QTextCursor) -> QTextCursor:
    """What is selected; without a selection the passage in another language, or the word, at the place."""
    chosen = editor.textCursor()
    if chosen.hasSelection():
        return chosen
    found = QTextCursor(at)
    for start, end in _marked_passages(at.block()):
        if start <= at.position() <= end:
            found.setPosition(start)
            found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            return found
    found.select(QTextCursor.SelectionType.WordUnderCursor)
    return found


def set_language(editor: RichTextEdit, passage: QTextCursor, tag: str) -> None:
    """Marks the passage as being in that language, as one step to undo; Swedish takes the mark away."""
    form = QTextCharFormat()
    form.setProperty(LANGUAGE, tag)
    language_look(form, editor.measures(), marked=bool(tag))
    passage.mergeCharFormat(form)


def language_of(passage: QTextCursor) -> str:
    """The tag of the passage's first letter."""
    if not passage.hasSelection():
        return SWEDISH
    first = QTextCursor(passage)
    first.setPosition(passage.selectionStart() + 1)
    return _tag(first.charFormat())


def _marked_passages(block: QTextBlock) -> list[tuple[int, int]]:
    """From where to where in the document the block is in another language; neighbours in one language are one."""
    found: list[tuple[int, int, str]] = []
    step = block.begin()
    while not step.atEnd():
        piece = step.fragment()
        start, end, tag = piece.position(), piece.position() + piece.length(), _tag(piece.charFormat())
        if tag and found and found[-1][1:] == (start, tag):
            start = found.pop()[0]
        if tag:
            found.append((start, end, tag))
        step += 1
    return [(start, end) for start, end, _ in found]


def _tag(form: QTextCharFormat) -> str:
    return str(form.property(LANGUAGE) or "")

"""Laget runt: puts the headings last in the text, with the caret under the first of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from bra_desktop.domain.round_table import organisations_there, round_blocks
from bra_desktop.ui.live.item.minutes_card import MinutesCard
from bra_desktop.ui.live.locked_item import stopped_by_lock
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.pages import Messages
from bra_desktop.ui.rich_text.identities import id_of

NOBODY = "Ingen organisation är närvarande. Markera närvaron först, så får var och en sin rubrik."
ALL_THERE = "Alla närvarande organisationer har redan en rubrik i texten."


def go_round(presenter: LivePresenter, card: MinutesCard, messages: Messages) -> None:
    """One step to undo. Says why, when there is no heading to add."""
    scene, editor = presenter.scene, card.editor
    if scene is None or stopped_by_lock(presenter, messages):
        return
    names = organisations_there(scene.content, scene.shown)
    blocks = round_blocks(names, editor.text(), presenter.office.new_id)
    if not blocks:
        messages.refuse(ALL_THERE if names else NOBODY)
        return
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    editor.put(blocks)
    first = editor.document().begin()
    while first.isValid() and id_of(first) != blocks[1].id:
        first = first.next()
    for block in (first.previous(), first):  # the heading first, or the caret alone would be scrolled into sight
        if block.isValid():
            cursor.setPosition(block.position())
            editor.setTextCursor(cursor)
    editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

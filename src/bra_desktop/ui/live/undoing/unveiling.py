"""A passage's mark that Ctrl+Z or Ctrl+Y would take away: the item is seen again by the room when its last one goes."""

from __future__ import annotations

from bra_desktop.domain.confidentiality import has_marked
from bra_desktop.ui.live.undoing.step_marks import StepMarks
from bra_desktop.ui.rich_text.edit import RichTextEdit


def unveils(marks: StepMarks, *, again: bool) -> bool:
    """Whether the editor's next step takes away the last mark of its text. The step is done and put back at once."""
    editor = marks.editor
    if not isinstance(editor, RichTextEdit) or not has_marked(editor.text()) or not marks.step(again=again):
        return False
    left = has_marked(editor.text())
    marks.step(again=not again)
    return not left

"""A passage that is confidential: on what ground, as the menu of a text offers it, and the mark itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.domain.confidentiality import grounds_of
from bra_desktop.ui.rich_text.captions import captioned
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.formats import CONFIDENTIAL, GROUND, IMAGE, KIND, confidential_form, not_confidential
from bra_desktop.ui.rich_text.ground_question import ask_ground

MENU = "ground_menu"
REMOVE = "Ta bort sekretessmarkeringen"
OTHER = "Annan grund…"
USUAL = (
    ("26 kap. 1 § OSL", "socialtjänst, enskilds personliga förhållanden"),
    ("21 kap. 3 § OSL", "adress till den som är hotad"),
    ("18 kap. 1 § OSL", "förundersökning och brottsförebyggande arbete"),
    ("18 kap. 8 § OSL", "lås, larm och bevakning"),
    ("23 kap. 2 § OSL", "elev i skolan"),
    ("32 kap. 3 § OSL", "kamerabevakning"),
    ("35 kap. 1 § OSL", "enskild i brottsutredning"),
)
"""What meetings about crime prevention most often mark: the section of law, and what it protects."""


class GroundDesk(QObject):
    """Belongs to an editor. ``used`` answers the grounds of its meeting; ``marked``: a mark was made or taken away."""

    marked = Signal()

    def __init__(self, editor: RichTextEdit, used: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(editor)
        self.used = used

    @classmethod
    def of(cls, editor: QObject) -> GroundDesk | None:
        """That of the editor, where the meeting is known."""
        found = editor.findChild(cls)
        return found if isinstance(found, cls) else None


def ground_menu(parent: QWidget, editor: RichTextEdit, at: QTextCursor) -> QMenu:
    """The grounds for what is selected, else for the marked passage or the word at that place."""
    passage = passage_at(editor, at)
    shown = QMenu("Sekretess", parent)
    shown.setObjectName(MENU)
    shown.setEnabled(passage.hasSelection())
    group, marked = QActionGroup(shown), _mark_of(passage)
    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
    for ground, about in _offered(editor):
        words = "\t".join(filter(None, (ground, about))).replace("&", "&&")
        action = shown.addAction(words, partial(set_ground, editor, passage, ground))
        action.setCheckable(True)
        action.setChecked(ground == marked)
        group.addAction(action)
    shown.addSeparator()
    shown.addAction(OTHER, partial(_ask, editor, passage, marked or ""))
    remove = shown.addAction(REMOVE, partial(take_mark, editor, passage))
    remove.setEnabled(any(_is_marked(form) for form in _looks(passage)))
    return shown


def pop_up_grounds(editor: RichTextEdit) -> bool:
    """Shows the menu at the caret, and what would be marked as selected; False where there is nothing to mark."""
    before = editor.textCursor()
    menu = ground_menu(editor, editor, before)
    if not menu.isEnabled() or editor.isReadOnly():
        menu.deleteLater()
        return False
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    editor.setTextCursor(passage_at(editor, before))
    menu.aboutToHide.connect(lambda: editor.setTextCursor(before))
    menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft() + QPoint(0, 4)))
    menu.setActiveAction(menu.actions()[0])
    return True


def passage_at(editor: RichTextEdit, at: QTextCursor) -> QTextCursor:
    """What is selected; without a selection the marked passage, or the word, at the place."""
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


def set_ground(editor: RichTextEdit, passage: QTextCursor, ground: str) -> None:
    """Marks the passage as confidential on that ground, as one step to undo."""
    _merge(editor, passage, confidential_form(editor.measures(), ground))


def take_mark(editor: RichTextEdit, passage: QTextCursor) -> None:
    """Whoever may read the text may read the passage again; one step to undo."""
    _merge(editor, passage, not_confidential())


def look_of_new_words(old: QTextCursor) -> QTextCharFormat:
    """How words look that take the place of what is selected: as its first letter, or the first confidential one."""
    looks = list(_looks(old))
    return next((look for look in looks if _is_marked(look)), looks[0])


def _merge(editor: RichTextEdit, passage: QTextCursor, form: QTextCharFormat) -> None:
    passage.beginEditBlock()
    passage.mergeCharFormat(form)
    for block in _bare_blocks(passage):  # they have no marks: nobody shall believe that they have
        part = QTextCursor(block)
        part.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        part.mergeCharFormat(not_confidential())
    passage.endEditBlock()
    editor.ensureCursorVisible()
    if (desk := GroundDesk.of(editor)) is not None:
        desk.marked.emit()


def _ask(editor: RichTextEdit, passage: QTextCursor, known: str) -> None:
    document = editor.document()
    ground = ask_ground(editor, known)
    # Another text may stand there when the answer comes, or this one be hidden from those who see the screen.
    if ground and editor.document() is document and not editor.isReadOnly():
        set_ground(editor, passage, ground)


def _offered(editor: RichTextEdit) -> list[tuple[str, str]]:
    """Those of the meeting first, the usual ones after them; each once."""
    desk = GroundDesk.of(editor)
    used = (*(desk.used() if desk is not None else ()), *grounds_of(editor.text()))
    about = dict(USUAL)
    return [(ground, about.get(ground, "")) for ground in dict.fromkeys((*used, *about))]


def _bare_blocks(passage: QTextCursor) -> Iterator[QTextBlock]:
    """The lines of pictures and the captions of tables in the passage."""
    block = passage.document().findBlock(passage.selectionStart())
    while block.isValid() and block.position() < passage.selectionEnd():
        if block.blockFormat().property(KIND) == IMAGE or captioned(block) is not None:
            yield block
        block = block.next()


def _mark_of(passage: QTextCursor) -> str | None:
    """The ground of the passage's first letter; None where it isn't marked."""
    first = next(_looks(passage), None)
    return str(first.property(GROUND) or "") if first is not None and _is_marked(first) else None


def _looks(passage: QTextCursor) -> Iterator[QTextCharFormat]:
    """The looks of the passage's pieces, in order."""
    start, end = passage.selectionStart(), passage.selectionEnd()
    block = passage.document().findBlock(start)
    while block.isValid() and block.position() < end:
        for at, past, form in _pieces(block):
            if at < end and past > start:
                yield form
        block = block.next()


def _marked_passages(block: QTextBlock) -> Iterator[tuple[int, int]]:
    """From where to where in the document the block is marked; neighbours on one ground are one."""
    found: list[tuple[int, int, str]] = []
    for start, end, form in _pieces(block):
        ground = str(form.property(GROUND) or "")
        if _is_marked(form) and found and found[-1][1:] == (start, ground):
            start = found.pop()[0]
        if _is_marked(form):
            found.append((start, end, ground))
    return iter((start, end) for start, end, _ground in found)


def _pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    step = block.begin()
    while not step.atEnd():
        piece = step.fragment()
        yield piece.position(), piece.position() + piece.length(), piece.charFormat()
        step += 1


def _is_marked(form: QTextCharFormat) -> bool:
    return bool(form.property(CONFIDENTIAL))

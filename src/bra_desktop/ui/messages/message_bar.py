"""The messages at the foot of the window, for which nothing moves: undo, refusals, what isn't saved, what is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget
from shiboken6 import isValid

from bra_desktop.ui.layouts import column
from bra_desktop.ui.messages.promising import Promising
from bra_desktop.ui.pages import Page
from bra_desktop.ui.save_schedule import TRYING
from bra_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:  # a window begins without a message
    from bra_desktop.ui.messages.message_kinds import MessageKinds
    from bra_desktop.ui.widgets.note_bar import NoteBar
    from bra_desktop.ui.widgets.undo_bar import UndoBar

MARGIN, GAP, WIDEST = 16, 6, 760
SETTLED = 250  # milliseconds until a page has told what was done, perhaps with other buttons than before
NOT_SAVED = f"{TRYING}. Texten finns kvar här."


class MessageBar(QWidget, Promising):
    """One bar of each kind at most; a new message takes the place of the old one of its kind.

    It lies at the foot of the page, in the room that the page leaves it or else where it covers nothing that one needs,
    and never over the status line. What is finished leaves by itself. A refusal stays until it is mended, closed, or
    left with its page, or has been read when something else is done. The keyboard goes back where it was.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._made = None
        self._acts: dict[NoteBar, Callable[[], None] | None] = {}
        self._end_of_work: Callable[[], None] | None = None
        self._pages: QStackedWidget | None = None
        self.screened: Callable[[str], str] = lambda words: words
        self._kept_by: QWidget | None = None
        self._before: QWidget | None = None
        self._column = column(theme)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def undo(self) -> UndoBar:
        """The bar that offers to undo, or to do again."""
        return self._kinds.undo

    @property
    def _kinds(self) -> MessageKinds:
        """Made for the first message: before there is one, a start has other things to do."""
        if self._made is None:
            from bra_desktop.ui.messages.message_kinds import MessageKinds

            made = self._made = MessageKinds(self._theme)
            made.chosen.connect(self._follow)
            made.closed.connect(self._hide)
            made.undo.dismissed.connect(self._follow_bars)
            made.work.cancelled.connect(self._cancel_work)
            self._column.addWidget(made)
            made.take_tab_after(self)
        return self._made

    def float_over(self, pages: QStackedWidget) -> None:
        """Lies over the foot of that part of its parent from now on."""
        self._pages = pages
        pages.installEventFilter(self)
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._keyboard_moved)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def finished(self, words: str, link: str = "", act: Callable[[], None] | None = None) -> None:
        """Something is done: a fact, with figures where there are any."""
        self.something_done()
        self._show(self._kinds.finished, words, link, act)
        self._kinds.finished.stay_to_be_read()

    def refuse(self, words: str, link: str = "", act: Callable[[], None] | None = None) -> None:
        """A rule or a wrong input: the sentence, and the link that leads to what mends it."""
        self._take_away("finished")
        self._show(self._kinds.refused, words, link, act)
        self._kinds.refused.stay_to_be_read()

    def offer_undo(self, words: str, undo: Callable[[], None], *, keyed: bool = True) -> None:
        """keyed: whether Ctrl+Z does it, too."""
        self._offer(words, undo, keyed=keyed)

    def offer_redo(self, words: str, redo: Callable[[], None]) -> None:
        """Something was undone: the way back stands where the way there stood."""
        self._offer(words, redo, again=True)

    def written(self) -> None:
        """What was refused has been done right."""
        self._take_away("refused")

    def something_done(self) -> None:
        """Something else was done, perhaps what was refused: that gives way when there has been time to read it."""
        if self._made is not None and not self._made.refused.isHidden():
            self._made.refused.give_way()

    def saving(self, words: str, failing: bool, link: str = "", act: Callable[[], None] | None = None) -> None:
        """Follows the autosave: shown only while it fails. What is offered then stays beside what is said later."""
        if not failing:
            self._take_away("unsaved")
        elif link or self._kinds.unsaved.isHidden() or self._acts.get(self._kinds.unsaved) is None:
            self._show(self._kinds.unsaved, NOT_SAVED if words == TRYING else words, link, act)

    def begin_work(self, words: str, cancel: Callable[[], None]) -> None:
        """Long work that goes on whichever page is shown, with a bar and Avbryt."""
        self._end_of_work, self._words_of_work = cancel, words
        self._kinds.work.begin(words)
        self._kinds.plane.show()
        self._follow_bars()

    def show_work(self, words: str, done: int, total: int) -> None:
        """How far it has come, in words with figures."""
        self._kinds.work.show_progress(f"{self._words_of_work}, {words}", done, total)

    def end_work(self) -> None:
        self._kinds.plane.hide()
        self._follow_bars()

    def clear(self) -> None:
        """Another page is shown: what was said about the old one goes, what isn't saved stays."""
        self._take_away("refused", "finished")

    def words(self) -> list[str]:
        """What can be read now, from the top."""
        return [] if self._made is None else self._made.words()

    def _offer(self, words: str, act: Callable[[], None], *, again: bool = False, keyed: bool = True) -> None:
        self.something_done()
        self._take_away("finished")
        self.undo.offer(self.screened(words), act, again=again, keyed=keyed)
        self._follow_bars()

    def _show(self, bar: NoteBar, words: str, link: str, act: Callable[[], None] | None) -> None:
        self._acts[bar] = act
        bar.show_note(self.screened(words), link)
        self._kinds.bring(bar)
        self._follow_bars()

    def _hide(self, *bars: NoteBar) -> None:
        for bar in bars:
            bar.hide()
        self._follow_bars()

    def _take_away(self, *kinds: Literal["refused", "unsaved", "finished"]) -> None:
        if self._made is not None:
            self._hide(*(getattr(self._made, kind) for kind in kinds))

    def _follow_bars(self) -> None:
        """Without a message the bar takes no room, its margins included."""
        self.setVisible(self._made is not None and self._made.any_shown())
        if self.isHidden():
            self._give_up_foot(None)
        self._place()
        if self.isVisible():
            from bra_desktop.ui.later import later

            later(self, SETTLED, self._place)

    def _place(self) -> None:
        over, pages = self.parentWidget(), self._pages
        if over is None or pages is None or self.isHidden():
            return
        margin, gap = self._theme.px(MARGIN), self._theme.px(GAP)
        start = pages.mapTo(over, QPoint(0, 0))
        room = QRect(start, pages.size()).adjusted(margin, gap, -margin, -gap)
        page = pages.currentWidget()
        self._give_up_foot(page)
        wanted = self._kinds.wanted(room.width(), room.width())
        if isinstance(page, Page) and page.keep_foot(wanted.height() + gap):
            self._kept_by = page
            self.setGeometry(QRect(QPoint(room.left(), room.bottom() + 1 - wanted.height()), wanted))
            self.raise_()
            return
        wanted = self._kinds.wanted(room.width(), self._theme.px(WIDEST))
        from bra_desktop.ui.messages.message_place import needed_in, place_for

        needed = [(rect.translated(start), weight) for rect, weight in needed_in(pages)]
        self.setGeometry(place_for(wanted, room, needed, gap))
        self.raise_()

    def _give_up_foot(self, page: QWidget | None) -> None:
        """The page that left room for messages has it back, unless it is that one."""
        kept = self._kept_by
        if kept is not page and isinstance(kept, Page):
            self._kept_by = None
            if isValid(kept):
                kept.keep_foot(0)

    def _keyboard_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        was_here = before is not None and isValid(before) and self.isAncestorOf(before)
        if now is not None and self.isAncestorOf(now):
            self._before = self._before if was_here else before
        elif was_here and before is not None and not before.isVisible():
            back = self._before
            if back is not None and isValid(back) and back.isVisible() and back.isEnabled():
                back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel_work(self) -> None:
        if self._end_of_work is not None:
            self._end_of_work()

    def _follow(self, bar: NoteBar) -> None:
        self._hide(bar)
        if (act := self._acts.get(bar)) is not None:
            act()

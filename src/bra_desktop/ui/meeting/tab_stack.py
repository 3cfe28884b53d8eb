"""The tabs of a meeting's page. Each is imported and built when it is first shown: most are never looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from bra_desktop.ui.layouts import row
from bra_desktop.ui.meeting.edits import AgendaEdits, AnnexEdits, PeopleEdits
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter
from bra_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from bra_desktop.ui.meeting.agenda.agenda_tab import AgendaTab
    from bra_desktop.ui.meeting.annexes.annex_tab import AnnexTab
    from bra_desktop.ui.meeting.edits import Road
    from bra_desktop.ui.meeting.history.history_tab import HistoryTab
    from bra_desktop.ui.meeting.papers.document_tab import DocumentTab
    from bra_desktop.ui.meeting.papers.extracts import MeetingExtracts
    from bra_desktop.ui.meeting.people.people_tab import PeopleTab
    from bra_desktop.ui.meeting.spelling import MeetingSpelling

    Tab = AgendaTab | PeopleTab | AnnexTab | DocumentTab | HistoryTab

AGENDA, PEOPLE, ANNEXES, DOCUMENT, HISTORY = range(5)
TABS = {"agenda": AGENDA, "people": PEOPLE, "annexes": ANNEXES, "document": DOCUMENT, "history": HISTORY}
TITLES = ("Dagordning", "Närvaro", "Handlingar", "Protokoll", "Historik")
LEAST = 360


class TabStack(QStackedWidget):
    """What the tabs say to each other's surroundings is said here too. `bar` holds the buttons of the tab shown.

    `item_entered` and `person_entered`: by Enter or a double click, so that the keyboard goes into the pane.
    """

    item_opened = Signal(object)
    item_entered = Signal()
    person_opened = Signal(str)
    person_entered = Signal()
    officers_asked = Signal()
    vacancy_opened = Signal()
    undo_asked = Signal(str)
    versions_asked = Signal()
    whole_wanted = Signal(bool)
    mail_wanted = Signal(str)
    print_wanted = Signal(object)
    copy_wanted = Signal(str, QWidget)

    def __init__(
        self,
        theme: Theme,
        road: Road,
        presenter: MeetingPresenter,
        tell: Callable[[str], None],
        spelling: MeetingSpelling,
    ) -> None:
        super().__init__()
        self._spelling = spelling
        self._theme, self._road, self._presenter, self._tell = theme, road, presenter, tell
        self.extracts: MeetingExtracts | None = None
        self._loaded: Loaded | None = None
        self._narrow = self._beside = self._low = False
        self._built: dict[int, Tab] = {}
        self._at = AGENDA
        self.bar: QHBoxLayout = row(theme, space=6)
        # Else the widest tab would decide for all of them, also beside a pane.
        self.setMinimumWidth(theme.px(LEAST))

    # ── the tabs, built when they are first asked for ────────────────────────────────────────
    @cached_property
    def agenda(self) -> AgendaTab:
        from bra_desktop.ui.meeting.agenda.agenda_tab import AgendaTab

        tab = AgendaTab(self._theme, AgendaEdits(*self._road), self._tell)
        tab.item_opened.connect(self.item_opened)
        tab.table.row_opened.connect(lambda _line: self.item_entered.emit())
        self._take_in(AGENDA, tab)
        return tab

    @cached_property
    def people(self) -> PeopleTab:
        from bra_desktop.ui.meeting.people.people_tab import PeopleTab

        tab = PeopleTab(self._theme, PeopleEdits(*self._road))
        tab.set_narrow(self._narrow or self._beside, alone=self._narrow)
        tab.person_opened.connect(self.person_opened)
        tab.person_entered.connect(self.person_entered)
        tab.officers_asked.connect(self.officers_asked)
        tab.vacancy_opened.connect(self.vacancy_opened)
        self._take_in(PEOPLE, tab)
        return tab

    @cached_property
    def annexes(self) -> AnnexTab:
        from bra_desktop.ui.meeting.annexes.annex_tab import AnnexTab

        tab = AnnexTab(self._theme, AnnexEdits(*self._road), self._tell)
        tab.set_narrow(self._narrow)
        self._spelling.watch(tab.fields.text.editor)
        self._take_in(ANNEXES, tab)
        return tab

    @cached_property
    def document(self) -> DocumentTab:
        from bra_desktop.ui.meeting.papers.after_lock import AfterLock
        from bra_desktop.ui.meeting.papers.document_tab import DocumentTab

        tab = DocumentTab(self._theme, self._presenter, AfterLock(self._theme, self._presenter), self.extracts)
        self._fit_buttons(tab)
        tab.whole_wanted.connect(self.whole_wanted)
        tab.mail_wanted.connect(self.mail_wanted)
        tab.print_wanted.connect(self.print_wanted)
        tab.copy_wanted.connect(self.copy_wanted)
        self._spelling.watch(tab.side.after.editor)
        self._take_in(DOCUMENT, tab)
        return tab

    @cached_property
    def history(self) -> HistoryTab:
        from bra_desktop.ui.meeting.history.history_tab import HistoryTab

        tab = HistoryTab(self._theme)
        tab.undo_asked.connect(self.undo_asked)
        tab.versions_asked.connect(self.versions_asked)
        self._take_in(HISTORY, tab)
        return tab

    # ── what the page uses ───────────────────────────────────────────────────────────────────
    def show_tab(self, at: int) -> None:
        self._at = at
        self.setCurrentWidget(self._tab(at))
        self._show_buttons()

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        for tab in self._built.values():
            tab.show_meeting(loaded)
        self._show_buttons()

    def fit(self, *, narrow: bool, beside: bool, low: bool) -> None:
        """narrow: the window is; beside: a pane is open beside the tabs; low: the window has little height."""
        self._narrow, self._beside, self._low = narrow, beside, low
        if PEOPLE in self._built:
            self.people.set_narrow(narrow or beside, alone=narrow)
        if ANNEXES in self._built:
            self.annexes.set_narrow(narrow)
        if DOCUMENT in self._built:
            self._fit_buttons(self.document)

    def _fit_buttons(self, tab: DocumentTab) -> None:
        """Where height is short the document has it: the buttons are icons beside the tabs."""
        for button in tab.buttons():
            button.set_compact(self._low)

    def end_whole(self) -> None:
        """No document has the page to itself any more."""
        if DOCUMENT in self._built:
            self.document.end_whole()

    def leave(self) -> None:
        """What is unsaved is saved."""
        if ANNEXES in self._built:
            self.annexes.leave()
        if DOCUMENT in self._built:
            self.document.side.after.keeper.flush()

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _tab(self, at: int) -> Tab:
        match at:
            case 0:
                return self.agenda
            case 1:
                return self.people
            case 2:
                return self.annexes
            case 3:
                return self.document
            case _:
                return self.history

    def _show_buttons(self) -> None:
        """Those of the tab that is shown, apart from what can't be done to the meeting any more.

        A document that is being made can be saved in a moment, so that button stays.
        """
        for at, tab in self._built.items():
            for button in tab.buttons():
                use = self.document.has_use(button) if at == DOCUMENT else button.isEnabled()
                button.setVisible(at == self._at and use)

    def _take_in(self, at: int, tab: Tab) -> None:
        self._built[at] = tab
        for button in tab.buttons():
            self.bar.addWidget(button)
            button.hide()
        self.addWidget(tab)
        if self._loaded is not None:
            tab.show_meeting(self._loaded)

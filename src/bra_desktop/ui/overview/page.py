"""Översikt: five cards, each leading on. It scrolls when the window is narrow or the text is large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from bra_desktop.services.office import Office
from bra_desktop.ui.layouts import STRETCH, box, column, empty, fill, row, rule, scroll
from bra_desktop.ui.overview import lines, telling
from bra_desktop.ui.overview.lines_in import Lines, lines_in
from bra_desktop.ui.overview.presenter import OverviewPresenter
from bra_desktop.ui.overview.shown import Shown
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.widgets.bars import Bar, Bars
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.year_wheel import Ring, WheelEvent, YearWheel

CONCERNS = frozenset({"meetings", "actions", "register"})
UPPER, LOWER = (5, 4), (38, 46, 25)
"""How the cards of each row share its width."""
WHEEL = 240
"""The height of the wheel where the cards stand below each other."""


class OverviewPage(Page):
    """Shows what the presenter has read; everything on it leads somewhere."""

    plans_by_key = True

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self._presenter = OverviewPresenter(self.runner, office, self)
        self._shown, self._room = Shown(), Room()
        self._lines = Lines()
        self._plan = Button(theme, "overview.plan", "Planera möte", "plain", "plus", "Öppnar formuläret", "Ctrl+N")
        self._plan.clicked.connect(lambda: self.go("meetings", "plan"))
        self._head = PageHead(theme, "overview", "", buttons=(self._plan,))
        self._next, self._waiting = column(theme, space=0), column(theme, space=0)
        self._duties, self._days = column(theme, space=0), column(theme, space=4)
        self._bars = Bars(theme, "overview.bars", "Försenade åtgärder per organisation")
        self._bars_words, self._year_words = label("", "caption"), label("", "caption", wrap=True)
        self._wheel = YearWheel(theme, "overview.wheel", context.clock().date(), small=True)
        self._make_cards()
        self._upper = row(theme, self._next_card, self._waiting_card, space=12)
        self._lower = row(theme, self._late_card, self._middle, self._year_card, space=12)
        self._cards = column(theme, self._upper, self._lower, space=12)
        self._cards_area = scroll(box(self._cards))
        self._layout: QVBoxLayout = column(theme, self._head, (self._cards_area, 1), space=12)
        self.setLayout(self._layout)
        self._arrange()
        self._bars.chosen.connect(lambda key: self.go("actions", key or "late"))
        self._wheel.chosen.connect(lambda key: self.go(*key))

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        self._presenter.load()

    def areas_changed(self, areas: frozenset[str]) -> None:
        if areas & CONCERNS:
            self._presenter.load()

    def set_room(self, room: Room) -> None:
        left, top, right, bottom = (self.context.theme.px(length) for length in room.margin())
        self._layout.setContentsMargins(left, top, right, bottom)
        if room != self._room:
            self._room = room
            self._arrange()
            self._show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lines != self._lines_now():
            self._show_again()

    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def go(self, page: str, target: object) -> None:
        """Leads on."""
        self.context.go(page, target)

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_overview(self, shown: Shown) -> None:
        self._shown = shown
        self._head.set_title(shown.greeting)
        self._head.set_lines(below=shown.day)
        rings = [Ring(r.name, r.shape, r.colour) for r in shown.rings]  # type: ignore[arg-type]  # shapes are checked in tests
        self._wheel.show_year(rings, [WheelEvent(e.ring, e.day, e.words, e.target) for e in shown.events], shown.today)
        self._year_words.setText(shown.year_words)
        self._show_lines()

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _make_cards(self) -> None:
        theme = self.context.theme
        self._next_card = Card(theme, "Nästa möten", self._next, STRETCH, side=self._link("meetings", "Alla möten"))
        self._waiting_card = Card(theme, "Väntar på mig", self._waiting, STRETCH)
        late = self._link("actions", "Alla åtgärder")
        self._late_card = Card(theme, "Försenade åtgärder", (self._bars, 1), self._bars_words, side=late)
        self._duties_card = Card(
            theme, "Lagens krav", (self._duties, 1), side=label("i år, enligt lag (2023:196)", "caption")
        )
        self._days_card = Card(theme, "Sista dagar", self._days, STRETCH)
        self._middle = box(column(theme, (self._duties_card, 1), (self._days_card, 1), space=12))
        self._year_card = Card(theme, "Året", (self._wheel, 1), self._year_words)

    def _link(self, page: str, words: str) -> Button:
        link = Button(self.context.theme, f"overview.all_{page}", words, "link")
        link.clicked.connect(lambda: self.go(page, None))
        return link

    def _arrange(self) -> None:
        """Two rows of cards, or one below the other when the window is narrow.

        The cards stay in their layouts: a layout item that has been taken away keeps the height it knew of a card.
        """
        narrow = self._room.narrow
        for layout, shares in ((self._upper, UPPER), (self._lower, LOWER)):
            layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
            for at, share in enumerate(shares):
                layout.setStretch(at, 0 if narrow else share)
        # Below each other each card is as high as its words; else the upper ones are, and the lower take the rest.
        self._cards.setStretch(1, 0 if narrow else 1)
        self._wheel.setMinimumHeight(self.context.theme.px(WHEEL) if narrow else 0)

    def _lines_now(self) -> Lines:
        height = self._cards_area.height() / self.context.theme.scale
        return Lines() if self._room.narrow else lines_in(height, self._shown)

    def _show_again(self) -> None:
        if self._shown != Shown():  # before anything has been read the cards stand empty, and promise nothing
            self._show_lines()

    def _show_lines(self) -> None:
        theme, shown = self.context.theme, self._shown
        fit = self._lines = self._lines_now()
        coming = shown.next_meetings[: fit.meetings]
        meetings = [lines.meeting_line(theme, at, line, self.go) for at, line in enumerate(coming)]
        waiting = [lines.waiting_line(theme, at, line, self.go) for at, line in enumerate(shown.waiting[: fit.waiting])]
        if fit.waiting < len(shown.waiting):
            waiting.append(label(telling.more_waiting(shown.waiting[fit.waiting :]), "caption"))
        _fill(self, self._next, meetings or [self._nothing_planned()], ruled=True)
        _fill(self, self._waiting, waiting or [label("Inget väntar på dig.", "muted")], ruled=True)
        _fill(self, self._duties, [lines.duty_line(theme, duty) for duty in shown.duties], ruled=True)
        if fit.days:
            self._duties.addStretch(1)
        self._duties_card.setVisible(bool(shown.duties))
        self._days_card.setVisible(fit.days)
        days = [lines.day_line(theme, at, day, self.go) for at, day in enumerate(shown.last_days)]
        _fill(self, self._days, days or [label("Inga sista dagar den närmaste tiden.", "muted")], ruled=False)
        self._bars.show_bars([Bar(b.name, b.late, b.open, b.organisation_id) for b in shown.bars[: fit.bars]])
        self._bars_words.setText(telling.with_rest(shown.bars_words, len(shown.bars) - fit.bars))
        self._bars.setVisible(bool(shown.bars))
        self._bars_words.setAlignment(Qt.AlignmentFlag.AlignBottom if shown.bars else Qt.AlignmentFlag.AlignTop)

    def _nothing_planned(self) -> QWidget:
        theme = self.context.theme
        words = "Här samlas rådets möten. Börja med att planera nästa."
        if self._shown.new:
            words = "Lägg först in dem som är med, under Register. Planera sedan det första mötet."
        new = self._shown.new
        plan = Button(
            theme, "overview.first_meeting", "Planera möte", "plain" if new else "primary", "plus", "Öppnar formuläret"
        )
        plan.clicked.connect(lambda: self.go("meetings", "plan"))
        members = Button(theme, "overview.members", "Lägg in personer", "primary", "users", "Visar Register")
        members.clicked.connect(lambda: self.go("register", "people"))
        ways = (members, plan) if new else (plan,)
        return box(column(theme, label(words, "muted", wrap=True), row(theme, *ways, STRETCH), STRETCH))


def _fill(page: OverviewPage, layout: QBoxLayout, widgets: list[QWidget], *, ruled: bool) -> None:
    """New lines in the place of the old ones, with thin rules between them."""
    empty(layout)
    theme = page.context.theme
    for at, widget in enumerate(widgets):
        if at and ruled:
            layout.addWidget(rule())
        layout.addWidget(widget)
    fill(theme, layout, space=5 if ruled else 4)

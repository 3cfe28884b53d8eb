"""Inställningar: the theme and the size of everything. A choice holds at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from bra_desktop.domain.errors import UserError
from bra_desktop.system.declared import APPEARANCE, TEXT_SIZE
from bra_desktop.ui.layouts import STRETCH, box, column, row, scroll
from bra_desktop.ui.naming import named
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.planning_key import plan_by_key
from bra_desktop.ui.room import Room
from bra_desktop.ui.settings_page.presenter import Choices, LookPresenter
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.page_head import PageHead


class SettingsPage(Page):
    """Two groups of choices, which the window itself shows at once."""

    def __init__(self, context: PageContext, settings: Choices) -> None:
        super().__init__(context)
        theme = context.theme
        self._presenter = LookPresenter(settings)
        look = self._presenter.look
        self._head = PageHead(theme, "settings", "Inställningar")
        self._head.set_lines(below="Valen gäller genast och finns kvar när du öppnar samma uppgifter igen.")
        themes = self._choices(
            "settings.theme",
            [(name, words, name == look.theme) for name, words in APPEARANCE.choices],
            self._choose_theme,
        )
        sizes = self._choices(
            "settings.scale",
            [(str(size), f"{words} ({size} %)", size / 100 == look.scale) for size, words in TEXT_SIZE.choices],
            self._choose_size,
        )
        cards = row(
            theme,
            (Card(theme, APPEARANCE.label, themes, label(APPEARANCE.help, "caption", wrap=True), STRETCH), 1),
            (Card(theme, TEXT_SIZE.label, sizes, label(TEXT_SIZE.help, "caption", wrap=True), STRETCH), 1),
            space=12,
        )
        self._room: QVBoxLayout = column(theme, cards, STRETCH)
        self._layout: QVBoxLayout = column(theme, self._head, (scroll(box(self._room)), 1), space=12)
        self.setLayout(self._layout)
        plan_by_key(self)

    def _choose_theme(self, at: int) -> None:
        with self._told():
            self.context.theme.choose(choice=self._presenter.choose_theme(APPEARANCE.choices[at][0]).theme)

    def _choose_size(self, at: int) -> None:
        with self._told():
            self.context.theme.choose(scale=self._presenter.choose_size(TEXT_SIZE.choices[at][0]).scale)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A choice that cannot be kept is said in the bar, and the look stays."""
        try:
            yield
        except UserError as error:
            self.context.messages.refuse(error.text)

    def set_room(self, room: Room) -> None:
        left, top, right, bottom = (self.context.theme.px(length) for length in room.margin())
        self._layout.setContentsMargins(left, top, right, bottom)

    def _choices(
        self, part: str, choices: Sequence[tuple[str, str, bool]], chosen: Callable[[int], None]
    ) -> QHBoxLayout | QVBoxLayout:
        group, buttons = QButtonGroup(self), []
        for at, (name, words, on) in enumerate(choices):
            button = named(QRadioButton(words), f"{part}_{name.replace('-', '_')}", words)
            button.setChecked(on)
            group.addButton(button, at)
            buttons.append(button)
        group.idClicked.connect(chosen)
        theme = self.context.theme
        return column(theme, *(row(theme, button, STRETCH) for button in buttons), space=8)

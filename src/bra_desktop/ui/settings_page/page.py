"""Inställningar: the theme and the size of everything. A choice holds at once."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from bra_desktop.ui.layouts import STRETCH, box, column, row, scroll
from bra_desktop.ui.naming import named
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.settings_page.presenter import SCALES, THEMES, LookPresenter
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.page_head import PageHead


class SettingsPage(Page):
    """Two groups of choices and a sample to see them on."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._presenter = LookPresenter(context.memory)
        look = self._presenter.look
        self._head = PageHead(theme, "settings", "Inställningar")
        self._head.set_lines(below="Valen gäller genast och följer med dig på den här datorn.")
        themes = self._choices(
            "settings.theme",
            [(name, words, name == look.theme) for name, words in THEMES],
            lambda at: theme.choose(choice=self._presenter.choose_theme(THEMES[at][0]).theme),
        )
        scales = self._choices(
            "settings.scale",
            [(f"{round(s * 100)}", f"{words} ({round(s * 100)} %)", s == look.scale) for s, words in SCALES],
            lambda at: theme.choose(scale=self._presenter.choose_scale(SCALES[at][0]).scale),
        )
        about_theme = label("”Som datorn” växlar mellan ljust och mörkt när datorn gör det.", "caption", wrap=True)
        about_scale = label("Storleken gäller text, knappar och ikoner i hela fönstret.", "caption", wrap=True)
        cards = row(
            theme,
            (Card(theme, "Tema", themes, about_theme, STRETCH), 1),
            (Card(theme, "Storlek", scales, about_scale, STRETCH), 1),
            space=12,
        )
        self._room: QVBoxLayout = column(theme, cards, STRETCH, margin=(0, 0, 6, 0))
        self._layout: QVBoxLayout = column(theme, self._head, (scroll(box(self._room)), 1), space=12)
        self.setLayout(self._layout)

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
        return column(self.context.theme, *buttons, space=8, margin=6)

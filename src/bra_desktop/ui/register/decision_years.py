"""The button that saves a forum's decisions of a year: the year is chosen in a menu, the place in a box."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from bra_desktop.services.papers.copies import Form
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.naming import named
from bra_desktop.ui.register.presenter import RegisterPresenter
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.file_choice import PDF, TEXT, WORD, file_to_save

KINDS = {"pdf": PDF, Form.WORD: WORD, Form.TEXT: TEXT}
COPIES = {Form.WORD: "Som Word", Form.TEXT: "Som text"}


class DecisionYears(Button):
    """`choose_place` is the box that asks where the register is saved."""

    def __init__(self, theme: Theme, presenter: RegisterPresenter) -> None:
        tip = "Sparar årets beslut i paragrafordning, som pdf, för Word eller som text"
        super().__init__(theme, "register.decisions", "Beslutsregister…", "plain", "download", tip)
        self._presenter = presenter
        self._forum: ForumRow | None = None
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(
            self, "Spara beslutsregistret", name, KINDS[name.rpartition(".")[2]]
        )
        self.clicked.connect(self._ask_for_years)

    def show_forum(self, forum: ForumRow | None, *, decides: bool) -> None:
        self._forum = forum
        self.setVisible(forum is not None and decides)

    def _ask_for_years(self) -> None:
        if self._forum is not None:
            self._presenter.ask_for_years(self._forum.id, partial(self._offer, self._forum.id))

    def _offer(self, forum_id: str, years: tuple[int, ...]) -> None:
        if not years:
            self._presenter.tell("Forumet har inga hållna möten än, och då finns det inga beslut att lista.")
            return
        menu = named(QMenu(self), "register.decisions.menu", "År")
        for year in years:
            menu.addAction(str(year), partial(self._presenter.make_register, forum_id, year, self._save))
        menu.addSeparator()
        for form, words in COPIES.items():
            below = menu.addMenu(words)
            for year in years:
                below.addAction(str(year), partial(self._presenter.copy_register, forum_id, year, form, self._save))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _save(self, made: MadeDocument) -> None:
        if (path := self.choose_place(made.file_name)) is not None:
            self._presenter.save_document(made, path)

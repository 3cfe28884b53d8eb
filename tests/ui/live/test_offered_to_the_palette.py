"""Ctrl+K in Mötesläge: whatever can be done to the item that is shown is found by its name, and done."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.palette.commands import commands_of
from bra_desktop.ui.palette.presenter import Offer, PalettePresenter
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.register.pages import register_pages
from tests.ui.at_once import AtOnce
from tests.ui.live.conftest import REF, enter
from tests.ui.palette.leader import Leader

OpenWindow = Callable[..., MainWindow]


class Listed:
    offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: tuple[Offer, ...], _foot: str) -> None:
        self.offers = offers

    def go(self, page: str, target: object) -> None: ...


def found(page: LivePage, office: Office, words: str) -> list[Offer]:
    listed, window = Listed(), page.window()
    assert isinstance(window, MainWindow)
    PalettePresenter(AtOnce(), lambda: office, commands_of(Leader(window)), listed).ask(f">{words}")
    return list(listed.offers)


def test_a_vote_is_found_by_its_name_and_its_form_opened(
    running: Office, qtbot: QtBot, open_window: OpenWindow
) -> None:
    page = enter(qtbot, open_window, running)
    (vote, *_others) = found(page, running, "omröstning")
    assert (vote.words, vote.key) == ("Omröstning", "Ctrl+Skift+O")
    vote.act()
    form = page.form.form()
    assert form is not None
    assert form.title.startswith("Omröstning")


def test_what_has_the_words_in_its_name_comes_before_what_they_also_lead_to(
    running: Office, qtbot: QtBot, open_window: OpenWindow
) -> None:
    page = enter(qtbot, open_window, running)
    assert [offer.words for offer in found(page, running, "sekretess")][:2] == [
        "Sekretessmarkera ärendet",
        "Skärmen delas: dölj sekretess",
    ]


def test_each_thing_is_offered_once_and_the_keys_are_not(
    running: Office, qtbot: QtBot, open_window: OpenWindow
) -> None:
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    keys = [command.key for command in commands_of(Leader(window)) if command.key]
    assert len(keys) == len(set(keys)), keys
    names = [command.words for command in commands_of(Leader(window))]
    assert len(names) == len(set(names)), names
    assert "Stödanteckningar" in names
    assert not any(name.startswith("Ny att-sats") for name in names)


@pytest.mark.parametrize("words", ["fras", "fraser", "frasbank"])
@pytest.mark.parametrize("page", ["live", "register"])
def test_the_phrases_are_found_and_lead_to_where_they_are_kept(
    running: Office, qtbot: QtBot, open_window: OpenWindow, page: str, words: str
) -> None:
    window = open_window(*live_pages(lambda: running), *register_pages(lambda: running))
    window.go(page, REF if page == "live" else None)
    shown = window.page(page)
    if isinstance(shown, LivePage):
        qtbot.waitUntil(lambda: shown.presenter.scene is not None and not shown.presenter.busy())
    listed = Listed()
    PalettePresenter(AtOnce(), lambda: running, commands_of(Leader(window)), listed).ask(words)
    phrases = next(offer for offer in listed.offers if offer.words == "Visa fraserna")
    assert "/ och några bokstäver" in phrases.about
    phrases.act()
    register = window.page("register")
    assert isinstance(register, RegisterPage)
    qtbot.waitUntil(register.phrases.isVisible)
    qtbot.waitUntil(lambda: register._registered is not None)

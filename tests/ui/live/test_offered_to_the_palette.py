"""Ctrl+K in Mötesläge: whatever can be done to the item that is shown is found by its name, and done."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.palette.commands import commands_of
from bra_desktop.ui.palette.presenter import Offer, PalettePresenter
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.register.pages import register_pages
from tests.ui.at_once import AtOnce
from tests.ui.live.conftest import REF, content, enter
from tests.ui.palette.everyday import FIRST_IN_A_MEETING, IN_A_MEETING, missed
from tests.ui.palette.everyday import found as names
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
    assert [offer.words for offer in found(page, running, "sekretess")][:3] == [
        "Sekretessmarkera ärendet",
        "Sekretessmarkera markerade ord",
        "Skärmen delas: dölj sekretess",
    ]


def test_signatures_lead_to_those_of_the_meeting_that_goes_on(
    running: Office, qtbot: QtBot, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = enter(qtbot, open_window, running)
    gone: list[tuple[str, object]] = []
    monkeypatch.setattr(Leader, "go", lambda _self, name, target=None: gone.append((name, target)))
    found(page, running, "underskrifter")[0].act()
    assert gone == [("adjustment", REF)]


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
    assert not any("pilar väljer" in name for name in names), "the list of keys is for reading"


def test_everyday_words_find_what_is_meant_in_a_meeting(running: Office, qtbot: QtBot, open_window: OpenWindow) -> None:
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    commands = commands_of(Leader(window))
    assert missed(commands, IN_A_MEETING) == {}
    assert {typed: names(commands, typed)[0] for typed, _name in FIRST_IN_A_MEETING} == dict(FIRST_IN_A_MEETING)


def test_the_form_that_says_when_it_was_decided_is_found(
    running: Office, qtbot: QtBot, open_window: OpenWindow
) -> None:
    decisions.add_decision(running, content(running).items[0].key, "notera informationen")
    page = enter(qtbot, open_window, running)
    (first, *_others) = found(page, running, "beslutat klockan")
    first.act()
    form = page.form.form()
    assert form is not None
    assert "Beslutat klockan" in [field.words for field in form.fields]


def test_adjusters_are_chosen_by_a_command_in_whichever_item(
    running: Office, qtbot: QtBot, open_window: OpenWindow
) -> None:
    page = enter(qtbot, open_window, running)
    (adjusters, *_others) = found(page, running, "utse justerare")
    adjusters.act()
    form = page.form.form()
    assert form is not None
    assert form.title == "Val av justerare"


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


def test_misspelt_words_are_marked_by_a_command_and_by_a_key(
    running: Office, qtbot: QtBot, open_window: OpenWindow
) -> None:
    page = enter(qtbot, open_window, running)
    window, checker = page.window(), page.parts.spelling.checker
    assert isinstance(window, MainWindow)
    assert checker.is_on()
    (first, *_others) = found(page, running, "felstavade")
    first.act()
    assert not checker.is_on()
    assert "Felstavade ord markeras inte." in window.messages.words()
    (first, *_others) = found(page, running, "rättstavning")
    assert first.words == "Markera felstavade ord"
    page.acts.focus_text()
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert checker.is_on()
    assert "Felstavade ord markeras." in window.messages.words()

"""What the palette offers for the words that are typed, and what it says when nothing fits."""

from collections.abc import Iterator

import pytest

from bra_desktop.services.office import Office
from bra_desktop.ui.palette.presenter import Command, Offer, PalettePresenter
from tests.ui.almby_office import PLANNED, almby
from tests.ui.at_once import AtOnce


class Screen:
    """What the presenter has shown last."""

    offers: tuple[Offer, ...] = ()
    foot = ""

    def show_offers(self, offers: tuple[Offer, ...], foot: str) -> None:
        self.offers, self.foot = offers, foot

    def go(self, page: str, target: object) -> None: ...


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as office:
        yield office


def asked(office: Office, words: str) -> Screen:
    screen = Screen()
    command = Command("Skapa säkerhetskopia", "", "database", lambda: None)
    PalettePresenter(AtOnce(), lambda: office, (command,), screen).ask(words)
    return screen


def test_nothing_is_said_to_be_missing_when_a_command_fits(office: Office) -> None:
    screen = asked(office, "säkerhetskopia")
    assert [offer.words for offer in screen.offers] == ["Skapa säkerhetskopia"]
    assert screen.foot == ""


def test_words_that_fit_nothing_are_said_in_swedish_quotation_marks(office: Office) -> None:
    screen = asked(office, "xyzzy")
    assert screen.offers == ()
    assert screen.foot == "Ingen träff på ”xyzzy”."


def test_hits_are_counted(office: Office) -> None:
    assert asked(office, "3 december").foot.endswith(("träff", "träffar"))

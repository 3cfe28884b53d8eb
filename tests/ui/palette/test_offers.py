"""What the palette offers for the words that are typed, and what it says when nothing fits."""

from collections.abc import Iterator

import pytest

from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services import actions, reading
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.palette.presenter import Command, Offer, PalettePresenter
from tests.ui.almby_office import PLANNED, almby
from tests.ui.at_once import AtOnce


class Screen:
    """What the presenter has shown last."""

    offers: tuple[Offer, ...] = ()
    foot = ""
    gone: tuple[str, object] = ("", None)

    def show_offers(self, offers: tuple[Offer, ...], foot: str) -> None:
        self.offers, self.foot = offers, foot

    def go(self, page: str, target: object) -> None:
        self.gone = (page, target)


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


def test_among_commands_alone_it_is_said_too_that_nothing_fits(office: Office) -> None:
    screen = asked(office, ">xyzzy")
    assert screen.offers == ()
    assert screen.foot == "Ingen träff på ”xyzzy”."


def test_hits_are_counted(office: Office) -> None:
    assert asked(office, "3 december").foot.endswith(("träff", "träffar"))


def test_a_found_action_is_opened_by_its_own_id(office: Office) -> None:
    kept = actions.add_action(office, actions.NewAction("Byt trasiga armaturer i gångtunneln vid stationen"))
    screen = asked(office, "armaturer")
    screen.offers[-1].act()
    assert screen.gone == ("actions", kept)


def test_a_found_item_is_opened_in_its_meeting(office: Office) -> None:
    screen = asked(office, "information från polisen")
    item = next(offer for offer in screen.offers if offer.kind == "ärende")
    item.act()
    page, target = screen.gone
    assert page == "meeting"
    assert isinstance(target, tuple)
    ref, place = target
    view = reading.meeting_view(office, ref)
    assert place in {f"item/{one.key}" for one in view.content.items if "olisen" in one.title}


def test_what_is_marked_in_a_text_is_not_found_while_others_see_the_screen(office: Office) -> None:
    item = reading.meeting_view(office, "BRA-2026-12-03").content.items[5]
    text = TextDocument((Paragraph("p", (Run("Larmet är avstängt", confidential=True),)),))
    minutes.save_text(office, item.key, text)
    screen, shared = Screen(), [False]
    presenter = PalettePresenter(AtOnce(), lambda: office, (), screen, lambda: shared[0])
    presenter.ask("avstängt")
    assert [offer.kind for offer in screen.offers] == ["text"]
    shared[0] = True
    presenter.ask("avstängt")
    assert not list(screen.offers)
    presenter.ask(item.title)
    assert "ärende" not in [offer.kind for offer in screen.offers]

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
from tests.ui.palette.everyday import found


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


def nothing() -> None: ...


def named(*names: tuple[str, str]) -> tuple[Command, ...]:
    return tuple(Command(name, "", "list", nothing, "", finds) for name, finds in names)


def test_a_hit_inside_a_word_comes_after_one_at_the_beginning_of_any() -> None:
    commands = named(("Utseende: hög kontrast", ""), ("Ajournera mötet", "paus rast fika"))
    assert found(commands, "rast") == ["Ajournera mötet", "Utseende: hög kontrast"]


@pytest.mark.parametrize("typed", ["öppna mötet", "mötet", "starta mötet", "ändra mötet", "visa mötet", "möte"])
def test_what_is_hard_to_mend_is_not_come_upon_by_words_that_do_not_name_it(typed: str) -> None:
    commands = named(("Ställ in mötet", "avboka"), ("Stryk mötet", ""), ("Avsluta mötet", "stäng"))
    assert found(commands, typed) == []
    assert found((*commands, *named(("Öppna mötet", "starta ändra visa"))), typed)[0] == "Öppna mötet"


@pytest.mark.parametrize("typed", ["ställ in", "ställ", "ställa in mötet", "avboka", "avboka mötet", "ställ in mötet"])
def test_what_is_hard_to_mend_is_found_by_its_name(typed: str) -> None:
    assert found(named(("Öppna mötet", ""), ("Ställ in mötet", "avboka")), typed)[0] == "Ställ in mötet"

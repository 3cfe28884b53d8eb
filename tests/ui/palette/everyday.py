"""Everyday words for what can be done, with the command that is meant, and which commands they find."""

from collections.abc import Sequence

from bra_desktop.services.office import Office
from bra_desktop.ui.palette.presenter import Command, Offer, PalettePresenter
from tests.ui.at_once import AtOnce

ANYWHERE = (
    ("kontrast", "Utseende: hög kontrast"),
    ("utseende", "Utseende: mörkt"),
    ("mörkt läge", "Utseende: mörkt"),
    ("dark mode", "Utseende: mörkt"),
    ("ljust", "Utseende: ljust"),
    ("tema", "Utseende: ljust"),
    ("svårt att se", "Utseende: hög kontrast"),
    ("textstorlek", "Storlek: stor (125 %)"),
    ("större text", "Storlek: stor (125 %)"),
    ("mindre text", "Storlek: liten (85 %)"),
    ("zooma", "Storlek: stor (125 %)"),
    ("inställningar", "Gå till Inställningar"),
    ("ny fras", "Ny fras"),
    ("lägg till fras", "Ny fras"),
    ("läs in fraser", "Läs in fraser"),
    ("importera fraser", "Läs in fraser"),
    ("exportera fraser", "Spara fraserna till fil"),
    ("frasbank", "Visa fraserna"),
    ("standardtexter", "Läs in fraser"),
    ("rubriker", "Rubriker på papper"),
    ("ändra rubrikerna i protokollet", "Rubriker på papper"),
    ("ny person", "Ny person"),
    ("lägg till ledamot", "Ny person"),
    ("ny organisation", "Ny organisation"),
    ("nytt råd", "Nytt forum"),
    ("nytt forum", "Nytt forum"),
    ("quorum", "Visa forum"),
    ("beslutsför", "Visa forum"),
    ("paragrafnumrering", "Visa forum"),
    ("mandat", "Uppdrag och platser"),
    ("ersättare", "Uppdrag och platser"),
    ("certifikat", "Visa personer"),
    ("logga", "Välj kommunens vapen"),
    ("vapen", "Välj kommunens vapen"),
    ("grafisk profil", "Visa kommunens uppgifter"),
    ("kontaktrad", "Visa kommunens uppgifter"),
    ("diarieserier", "Visa kommunens uppgifter"),
    ("beslutsregister", "Beslutsregister"),
    ("årets beslut", "Beslutsregister"),
    ("importera möte", "Läs in mötesfil"),
    ("boka möte", "Planera möte"),
    ("nytt möte", "Planera möte"),
    ("excel", "Skapa ark till förvaltningar"),
    ("sena", "Visa försenade åtgärder"),
    ("ny åtgärd", "Ny åtgärd"),
    ("nytt uppdrag", "Ny åtgärd"),
    ("backup", "Skapa säkerhetskopia nu"),
    ("säkerhetskopiera", "Skapa säkerhetskopia nu"),
    ("dela skärmen", "Skärmen delas: dölj sekretess"),
    ("tangenter", "Visa hjälp och kortkommandon"),
    ("kortkommandon", "Visa hjälp och kortkommandon"),
    ("årshjul", "Gå till Översikt"),
)
IN_A_MEETING = (
    ("utse justerare", "Utse justerare"),
    ("val av justerare", "Utse justerare"),
    ("justera paragrafen", "Justera paragrafen nu"),
    ("omedelbar justering", "Omedelbar justering"),
    ("votering", "Omröstning"),
    ("rösta", "Omröstning"),
    ("jävig", "Jäv"),
    ("reservera sig", "Reservation"),
    ("nytt beslut", "Ny att-sats"),
    ("lägg till beslut", "Ny att-sats"),
    ("nästa punkt", "Nästa ärende"),
    ("gå tillbaka", "Föregående ärende"),
    ("paus", "Ajournera mötet"),
    ("ta rast", "Ajournera mötet"),
    ("upprop", "Närvaro"),
    ("gäst", "Lägg till person"),
    ("byt ordförande", "Ordförande, sekreterare och justerare"),
    ("ny punkt", "Lägg till ärende"),
    ("stryk punkten", "Stryk ärendet"),
    ("bifoga fil", "Bilaga"),
    ("expediera", "Skickas till"),
    ("yrka avslag", "Yrkande"),
    ("hitta ord", "Sök i mötet"),
    ("byta ord", "Sök och ersätt i mötet"),
    ("privata anteckningar", "Stödanteckningar"),
    ("ändra starttid", "Rätta klockslag"),
    ("storbild", "Visa projektorn"),
    ("stäng mötet", "Avsluta mötet"),
    ("sekretess", "Sekretessmarkera ärendet"),
    ("diarienummer", "Ärendets uppgifter"),
    ("protokollsanteckning", "Anteckning"),
    ("begär omröstning", "Omröstning"),
    ("ersättare tjänstgör", "Närvaro"),
)
FIRST_IN_A_MEETING = (
    ("rast", "Ajournera mötet"),
    ("omröstning", "Omröstning"),
    ("avsluta", "Avsluta mötet"),
    ("stryk", "Stryk ärendet"),
    ("underskrifter", "Underskrifter"),
)
"""What is found first, and so taken by Enter."""


class Listed:
    offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: tuple[Offer, ...], _foot: str) -> None:
        self.offers = offers

    def go(self, page: str, target: object) -> None: ...


def found(commands: Sequence[Command], typed: str) -> list[str]:
    listed = Listed()
    PalettePresenter(AtOnce(), office_of_nobody, commands, listed).ask(f">{typed}")
    return [offer.words for offer in listed.offers]


def office_of_nobody() -> Office:
    raise AssertionError("commands are found without reading")


def missed(commands: Sequence[Command], wanted: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """What is not among the first three, with what is there in its place."""
    return {typed: at for typed, name in wanted if name not in (at := found(commands, typed)[:3])}

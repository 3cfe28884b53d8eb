"""What has been done to a meeting, as facts: a use case's name is what a person wants done, its fact what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from bra_desktop.domain.swedish import capital_first, listing, plural


class About(Enum):
    """Whom or what a fact names. The value is the table whose rows tell it."""

    PERSON = "participant"
    SIGNER = "signer"
    OFFICER = "officer"
    ITEM = "agenda_item"
    ITEM_OF_DECISION = "decision"
    ANNEX = "annex"
    ACTION = "action"
    MEETING = "meeting"


@dataclass(frozen=True)
class Fact:
    """A sentence without full stop; ``{}`` is whom or what it is about."""

    words: str
    about: About = About.MEETING


_SEVERAL = {
    About.PERSON: ("en person", ("person", "personer")),
    About.SIGNER: ("en person", ("person", "personer")),
    About.OFFICER: ("en person", ("person", "personer")),
    About.ITEM: ("en punkt", ("punkt", "punkter")),
    About.ITEM_OF_DECISION: ("en punkt", ("punkt", "punkter")),
    About.ANNEX: ("en handling", ("handling", "handlingar")),
    About.ACTION: ("en åtgärd", ("åtgärd", "åtgärder")),
    About.MEETING: ("mötet", ("möte", "möten")),
}
_MOST = 3
"""Names that are listed; more are counted."""

FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        # the meeting on its way
        "Planera möte": Fact("Mötet planerades"),
        "Läs in möte": Fact("Mötet lästes in ur en fil"),
        "Ändra möte": Fact("Mötets uppgifter ändrades"),
        "Skriv kallelse": Fact("Texten i kallelsen ändrades"),
        "Skapa kallelsen": Fact("Kallelsen skapades"),
        "Skapa komplettering": Fact("En komplettering till kallelsen skapades"),
        "Skapa protokollsutdrag": Fact("Protokollsutdrag skapades"),
        "Öppna mötet": Fact("Mötet öppnades"),
        "Ajournera": Fact("Mötet ajournerades"),
        "Återuppta mötet": Fact("Mötet återupptogs"),
        "Rätta ajournering": Fact("Mötets ajourneringar rättades"),
        "Avsluta mötet": Fact("Mötet avslutades"),
        "Ställ in möte": Fact("Mötet ställdes in"),
        "Lämna till granskning": Fact("Utkastet lämnades till granskning"),
        "Justera protokollet": Fact("Protokollet låstes och lämnades till justering"),
        "Fastställ anteckningarna": Fact("Anteckningarna fastställdes"),
        "Skriv under": Fact("{} skrev under protokollet", About.SIGNER),
        "Underskrivet på papper": Fact("{} skrev under protokollet på papper", About.SIGNER),
        "Avböj justering": Fact("{} avböjde att skriva under protokollet", About.SIGNER),
        "Skriv rättelse": Fact("En rättelse skrevs"),
        "Sätt upp anslag": Fact("Anslaget sattes upp"),
        "Ta ned anslag": Fact("Anslaget togs ned"),
        "Sätt upp anslag för paragraf": Fact("Anslaget för en paragraf sattes upp"),
        "Ta ned anslag för paragraf": Fact("Anslaget för en paragraf togs ned"),
        "Arkivera": Fact("Mötet märktes som arkiverat"),
        "Arkivera möten": Fact("Mötet märktes som arkiverat"),
        # people
        "Lägg till i närvarolistan": Fact("{} lades till i närvarolistan", About.PERSON),
        "Ta bort ur närvarolistan": Fact("{} togs bort ur närvarolistan", About.PERSON),
        "Ändra i närvarolistan": Fact("Uppgifterna om {} i närvarolistan ändrades", About.PERSON),
        "Svar på kallelse": Fact("Svaret på kallelsen från {} antecknades", About.PERSON),
        "Upprop": Fact("Uppropet av {} antecknades", About.PERSON),
        "Närvarande": Fact("{} antecknades som närvarande", About.PERSON),
        "Frånvarande": Fact("{} antecknades som frånvarande", About.PERSON),
        "Kommer": Fact("{} kom till mötet", About.PERSON),
        "Går": Fact("{} lämnade mötet", About.PERSON),
        "Kommer eller går": Fact("Att {} kom eller gick antecknades", About.PERSON),
        "Rätta närvaro": Fact("Närvaron för {} rättades", About.PERSON),
        "Tjänstgörande ersättare": Fact("Tjänstgöringen för {} ändrades", About.PERSON),
        "Anteckning i närvarolistan": Fact("Anteckningen om {} i närvarolistan ändrades", About.PERSON),
        "Delad plats": Fact("{} fick dela plats med någon annan", About.PERSON),
        "Ange ordförande": Fact("{} angavs som ordförande", About.OFFICER),
        "Ange sekreterare": Fact("{} angavs som sekreterare", About.OFFICER),
        "Utse justerare": Fact("{} utsågs att justera", About.OFFICER),
        "Ändra uppdrag på mötet": Fact("Uppdraget på mötet för {} ändrades", About.OFFICER),
        "Ta bort uppdrag på mötet": Fact("Uppdraget på mötet för {} togs bort", About.OFFICER),
        # the agenda and its items
        "Lägg till punkt": Fact("{} lades till", About.ITEM),
        "Ändra punkt": Fact("Uppgifterna om {} ändrades", About.ITEM),
        "Flytta punkt": Fact("Ordningen på dagordningen ändrades"),
        "Ta bort punkt": Fact("{} togs bort", About.ITEM),
        "Stryk punkt": Fact("{} ströks", About.ITEM),
        "Återta struken punkt": Fact("{} togs tillbaka på dagordningen", About.ITEM),
        "För över ärenden": Fact("{} fördes över från ett annat möte", About.ITEM),
        "Ta upp ärende": Fact("{} togs upp", About.ITEM),
        "Ta tillbaka paragraf": Fact("{} lades tillbaka på dagordningen", About.ITEM),
        "Byt ärende": Fact("Ett annat ärende visades"),
        "Rätta klockslag": Fact("Ett klockslag rättades"),
        "Skriv text": Fact("Texten i {} ändrades", About.ITEM),
        "Ersätt i hela mötet": Fact("Ord ersattes i {}", About.ITEM),
        "Ta tillbaka version": Fact("En tidigare text togs tillbaka i {}", About.ITEM),
        "Skriv stödanteckning": Fact("En stödanteckning ändrades"),
        # what is decided
        "Ändra förslag till beslut": Fact("Förslagen till beslut i {} ändrades", About.ITEM),
        "Lägg till beslut": Fact("Ett beslut skrevs i {}", About.ITEM_OF_DECISION),
        "Ändra beslut": Fact("Ett beslut i {} ändrades", About.ITEM_OF_DECISION),
        "Flytta beslut": Fact("Besluten i {} bytte ordning", About.ITEM_OF_DECISION),
        "Ta bort beslut": Fact("Ett beslut i {} togs bort", About.ITEM_OF_DECISION),
        "Gör till beslut": Fact("Förslag i {} blev beslut", About.ITEM),
        "Yrkande": Fact("Ett yrkande antecknades i {}", About.ITEM),
        "Omröstning": Fact("En omröstning antecknades i {}", About.ITEM),
        "Reservation": Fact("En reservation antecknades i {}", About.ITEM),
        "Protokollsanteckning": Fact("En protokollsanteckning skrevs i {}", About.ITEM),
        "Anmäl jäv": Fact("Jäv antecknades i {}", About.ITEM),
        "Ta bort uppgift": Fact("En uppgift om beslutet i {} togs bort", About.ITEM),
        "Beslutet skickas till": Fact("Mottagarna av beslutet i {} ändrades", About.ITEM),
        "Omedelbar justering": Fact("Märkningen för omedelbar justering av {} ändrades", About.ITEM),
        "Justera paragrafen nu": Fact("{} låstes för omedelbar justering", About.ITEM),
        "Välj hur paragrafen skrivs under": Fact("Sättet att skriva under en omedelbart justerad paragraf ändrades"),
        # annexes and actions
        "Lägg till handling": Fact("Handlingen {} lades till", About.ANNEX),
        "Ändra handling": Fact("Uppgifterna om handlingen {} ändrades", About.ANNEX),
        "Byt fil i handling": Fact("Filen i handlingen {} byttes", About.ANNEX),
        "Flytta handling": Fact("Handlingen {} fick en annan plats", About.ANNEX),
        "Ta bort handling": Fact("Handlingen {} togs bort", About.ANNEX),
        "Ny åtgärd": Fact("Åtgärden {} lades till", About.ACTION),
        "Ändra åtgärd": Fact("Åtgärden {} ändrades", About.ACTION),
        "Ta bort åtgärd": Fact("Åtgärden {} togs bort", About.ACTION),
        "Svar på åtgärd": Fact("Ett svar på åtgärden {} skrevs in", About.ACTION),
        "Avsluta uppdrag": Fact("Åtgärden {} avslutades med ett beslut", About.ACTION),
    }
)


def fact(label: str, names: Sequence[str] = (), times_undone: int = 0) -> str:
    """What was done, for the name of a use case; ``names`` are those it was about, each once.

    ``times_undone``: 1 for what undid the use case, 2 for what did it again, and so on.
    """
    known = FACTS.get(label, Fact(label))
    one, several = _SEVERAL[known.about]
    named = listing(names) if 0 < len(names) <= _MOST else plural(len(names), *several) if names else one
    words = capital_first(known.words.format(named))
    if times_undone == 0:
        return words
    return f"{'Ångrat' if times_undone % 2 else 'Gjort om'}: {words}"

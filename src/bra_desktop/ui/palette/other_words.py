"""What the commands of a page are called by those who don't know their names. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

OTHER_WORDS = {
    "Ajournera mötet": "paus fika rast bensträckare avbrott ajournering",
    "Att-satsens slag, dag och klockslag": "beslutat klockan när beslutades tid ändra beslut beslutstid",
    "Överenskommelsens slag, dag och klockslag": "klockan när tid ändra överenskommet",
    "Avsluta mötet": "stäng mötet slut avslutning avsluta checklista saknas",
    "Beslutsgång": "proposition propositionsordning ställa frågan huvudförslag kontraproposition",
    "Bilaga": "bifoga fil dokument handling lägg till pdf papper",
    "Dagordningen": "föredragningslista punkter ärendelista",
    "Det här beslutades i e-post": "mejl mail epost sammanfattning beslut skicka",
    "Exportera mötesfil": "json spara möte fil lämna ut flytta annan dator",
    "Föregående ärende": "förra punkten gå tillbaka bakåt paragraf",
    "Gör förslag till beslut": "bifall besluta enligt förslaget fatta beslut anta",
    "Helskärm": "full skärm större fönster",
    "Håll kvar ärendet på projektorn": "frys projektor",
    "Justera paragrafen nu": "omedelbar justering omedelbart genast lås skriv under direkt",
    "Infoga bild": "foto karta illustration png jpeg lägg till bild",
    "Jäv": "jävig anmäl intressekonflikt lämnar rummet deltar inte",
    "Laget runt": "runda rubrik per organisation information",
    "Lägg till person": "gäst adjungerad föredragande besökare deltagare ny ledamot",
    "Lägg till ärende": "ny punkt extra ärende övrig fråga dagordning paragraf",
    "Lägg tillbaka ärendet på dagordningen": "ångra taget upp paragraf misstag",
    "Markera felstavade ord": "stavning rättstavning stavningskontroll stavfel på röda streck",
    "Markera inte felstavade ord": "stavning rättstavning stavningskontroll stavfel stäng av röda streck dölj",
    "Mörk projektor": "svart natt mörkt",
    "Ny att-sats": "lägg till beslut nytt beslut skriva beslut attsats besluta",
    "Ny åtgärd": "nytt uppdrag uppgift ansvarig lägg till åtgärd skapa",
    "Ny överenskommelse": "lägg till beslut överenskommet",
    "Närvaro": "upprop kommit gått frånvarande deltagare närvarolista avvikit anmäl ersättare tjänstgör träder in",
    "Nästa ärende": "nästa punkt framåt gå vidare paragraf",
    "Omedelbar justering": "ska justeras direkt omedelbart senare märk paragraf",
    "Omröstning": "rösta votering rösträkning handuppräckning namnupprop röster upprop begär begära",
    "Ordförande, sekreterare och justerare": "leder mötet mötesordförande protokollförare byt ordförande uppdrag",
    "Protokollsanteckning": "synpunkt till protokollet särskilt yttrande notering",
    "Anteckning": "protokollsanteckning synpunkt till protokollet särskilt yttrande notering",
    "Reservation": "reservera sig emot reserverar",
    "Rätta klockslag": "ändra tid start slut öppnades avslutades ajournering klocka tider starttid sluttid",
    "Skickas till": "expediera expediering mottagare utdrag sändlista kopia till",
    "Sekretessmarkera markerade ord": "hemligt lagrum osl dölj stycke mening namn maskera stryk offentlig",
    "Skriv rättelse": "rätta fel rättelser korrigera protokollet felskrivning ändra justerat",
    "Skärmen delas, dölj sekretess": "dela skärm teams zoom",
    "Spara en kopia av ärendet": "säkerhetskopia text fil exportera",
    "Spara kalenderfil": "ics outlook kalender bokning inbjudan",
    "Språk på markerade ord": "engelska finska samiska översätt skärmläsare uttal",
    "Stryk ärendet": "ta bort utgår punkten stryka radera",
    "Stödanteckningar": "privata egna anteckningar minnesanteckningar lapp kom ihåg",
    "Underskrifter": "signera signering skriv under certifikat justering",
    "Sök i mötet": "hitta ord text leta",
    "Sök och ersätt i mötet": "byt ut byta ord ersätta",
    "Ta upp ärendet": "börja paragraf punkten",
    "Till mötets sida": "lämna mötesläget tillbaka stäng kallelse handlingar protokoll",
    "Underlag": "handling tjänsteskrivelse bakgrund förberett",
    "Utse justerare": "val av justerare justeringsperson justeringsman justera",
    "Återuppta mötet": "fortsätt efter pausen slut på rasten ajournering",
    "Visa omröstningar på projektorn": "resultat röster storbild",
    "Visa projektorn": "storbild bildskärm visa på duk projektor",
    "Ställ in mötet": "ställa inställt inställd avboka avlysa avlys",
    "Ändra texten": "mötesläge till mötesläget rätta protokollet skriva",
    "Till mötesläget": "mötesläge fortsätt mötet skriva",
    "Öppna mötet": "starta mötet börja inled mötesläge till mötesläget öppnande sammanträdet",
    "Ändra tid och plats": "flytta mötet lokal datum dag sal klockslag boka om",
    "Ärendets uppgifter": "rubrik ändra titel föredragande diarienummer dnr tid sekretess byt namn punkten",
    "Yrkande": "förslag motförslag avslag bifall yrka återremiss",
}
"""By the name of the command."""

FILLERS = frozenset(
    {
        *("en", "ett", "att", "av", "den", "det", "de", "du", "för", "från", "hur", "i", "jag", "med", "man"),
        *("mitt", "min", "mina", "nu", "om", "på", "sig", "så", "till", "var", "vart"),
        *("gå", "gör", "göra", "hitta", "kan", "ta", "vill", "visa", "välj", "välja", "ändra", "öppna"),
    }
)
"""Words that tell nothing about which command is meant."""

HARD_TO_MEND = ("Ställ in", "Stryk", "Ta bort", "Lägg tillbaka", "Avsluta", "Justera", "Fastställ", "Arkivera")
"""How commands begin that nobody may come upon by words that don't name them."""
COMMON = frozenset({"mötet", "möte", "ärendet", "paragrafen", "protokollet", "anteckningarna", "punkten", "in", "nu"})
"""Words that many commands have in their names."""

IN_THE_MEETING = (
    "utse justerare val av justerare närvaro upprop jäv yrkande votering begär omröstning rösta reservation bilaga "
    "protokollsanteckning nytt beslut att-sats paus rast ajournera avsluta mötet stödanteckningar projektor ersättare "
    "tjänstgör ta upp nästa ärende"
)
"""What is done in Mötesläge, for the way there from elsewhere."""


def is_safe(name: str, stems: Sequence[str], finds: str) -> bool:
    """Whether the command may be offered first for the beginnings of words that were typed."""
    if not name.startswith(HARD_TO_MEND):
        return True
    own = [word for word in f"{name} {finds}".casefold().split() if word not in COMMON]
    return any(word.startswith(stem) for word in own for stem in stems if stem not in COMMON)

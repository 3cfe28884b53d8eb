"""Swedish words that say nothing of anybody, with or without a capital."""

from __future__ import annotations

_FILLING = """
    alla allt andra anteckna att av avses bara beslut beslutar beslutat beslutet bytas både bör de dem den
    dennes deras dess dessa dessutom det detta dit dock du där därefter därför efter eftersom eller en enligt er
    ersättas ett exempelvis fel felaktigt fler flera fortfarande fram frågan från få får fått följande för
    föreslår förra förslaget först ge genom genomföra ges godkänna gör ha hade handlingarna har hela hit hos hur
    här i in informationen inför inga inget innan inom istället jag kan kl klockan kom kommer kunde lite lyda
    lydelse lägga läsas man med medan mellan men meningen mot många måste mötet ni notera nu när någon något
    några och också om ord orden ordet oss paragraf paragrafen protokollet punkten på raden redan redovisa
    rubriken rätt rättas rättat rättelse rätten rådet rådets sade samma sammanträdet samt se sedan senare senast
    sidan sist ska skrivfel skäl som stycket stället stå står stöd säga så tack texten till tillsammans tog
    tyvärr undan under ungefär upp uppdrag uppdraget ut utan utanför utgå utgår vad vanligen var vara varför
    varje vem vi vid vidare vilka vilken vill visst vår våra än ändra ändrad ändras ändå är ärendet även år året
    åt åter återigen öppet över
"""
"""What fills a sentence, and what is said of what is corrected in one."""
_COMMON = """
    anmälan anmälningar april augusti avslå barnen barnet belysning bifalla bilar bilen boende bordlägga
    bostaden brodern brott bråk butiken centrum december denna dottern då eleven eleverna fadern familjen
    fastigheten februari fem flickan flickor fredag fredagen fyra föreningen förvaltningen föräldern föräldrarna
    grannen gruppen gärningsmannen han hans henne hennes hon honom hot hyresgästen hyresvärden händelsen
    händelser ibland icke idag igår ikväll imorgon imorse inbrott information ingen inte ja januari juli juni
    kanske killarna killen klotter kommunen kommunens kvinnan kvinnor kvinnorna lägenheten läraren lördag
    lördagen maj mamman mannen mars misshandel misstänkt misstänkta modern männen människor målsäganden måndag
    måndagen narkotika nio november offret ofta oktober onsdag onsdagen ordföranden oro pappan parken personalen
    personen platsen pojkar pojken polis polisen polisens rektor rån sekreteraren september sex sju skadegörelse
    skolan skolans socialtjänsten sonen stad staden stöld stölder systern söndag söndagen tio tisdag tisdagen
    tjejen tjejerna torget torsdag torsdagen tre troligen trygghet två ungdomar ungdomarna ungdomen uppgift
    uppgifter vittnen vittnet våld våren ägaren återremittera åtta
"""
"""Whom and what everybody speaks of, days and numbers."""

FILLING = frozenset(_FILLING.split())
"""Words that tell nothing at all."""
ORDINARY = FILLING.union(_COMMON.split())
"""Words that may begin a sentence with a capital and are nobody's name."""

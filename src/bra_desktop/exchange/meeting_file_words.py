"""What the fields of a meeting file are called in Swedish, and where in it a path leads."""

from __future__ import annotations

import re
from typing import Any

from bra_desktop.domain.quoting import short

NOTHING_CHANGED = "Inget har ändrats."
FAILED_READING = "Filen {file} går inte att läsa."

FIELDS = {
    "abstain": "antal som avstår",
    "absence_notified": "förhinder är anmält",
    "actions": "åtgärder",
    "added_at_meeting": "tillagd vid mötet",
    "adjournments": "ajourneringar",
    "adjusted_on": "dag då protokollet justerades",
    "adjusters_word": "ordet för justerare",
    "adjustment": "justering",
    "after_item": "punkten före ajourneringen",
    "agenda_number": "nummer på dagordningen",
    "agenda_word": "ordet för dagordning",
    "alignments": "kolumnernas justering",
    "alternative": "bildens beskrivning",
    "anchors": "synpunkter som pekar på texten",
    "annexes": "bilagor",
    "accent": "färg på papper",
    "announced_at": "anmäldes klockslag",
    "arms": "vapen",
    "ballots": "röster",
    "basis": "underlag",
    "blocks": "textens delar",
    "bold": "fet stil",
    "by": "vem som föreslår",
    "by_lot": "avgjort med lott",
    "capacity": "i vilken egenskap",
    "caption": "tabellens rubrik",
    "casting": "utslagsröst",
    "cells": "celler",
    "choice": "röst",
    "closed_at": "klockslag för avslutning",
    "confidential": "sekretess",
    "contact": "kontakt",
    "contact_line": "adressrad",
    "date": "mötets datum",
    "decided_at": "klockslag då det beslutades",
    "decided_without": "de som inte var med då det beslutades",
    "decision": "beslutet som åtgärden kommer ur",
    "decisions": "beslut",
    "definite": "namn i bestämd form",
    "digest": "filens kontrollsumma",
    "dispatch": "beslutet skickas till",
    "due": "klart senast",
    "duty": "uppgift",
    "email": "e-post",
    "ends": "klockslag då mötet beräknas sluta",
    "everybody": "uppgift till alla",
    "file_name": "filnamn",
    "first_page": "protokollets första sida",
    "focus_area": "fokusområde",
    "format": "filens format",
    "forum": "forum",
    "from_item": "från och med punkten",
    "from_time": "från klockslag",
    "genitive": "namn i genitiv",
    "goal": "mål",
    "ground": "grund för sekretess",
    "group": "grupp av punkter",
    "header_rows": "antal rubrikrader",
    "heading": "vilken rubrik",
    "headings": "egna ord för rubriker",
    "holders": "innehavare",
    "id": "delens id",
    "immediate_adjustment": "omedelbart justerad",
    "italic": "kursiv stil",
    "items": "punkter",
    "key": "nyckel",
    "kind": "slag",
    "label": "benämning",
    "language": "språk",
    "later": "lämnas senare",
    "lead": "håller ihop arbetet",
    "left_at": "lämnade rummet",
    "level": "nivå",
    "led_by": "vem som ledde omröstningen",
    "medium": "hur protokollet skrivs under",
    "method": "omröstningssätt",
    "mode": "på plats eller på distans",
    "motions": "yrkanden",
    "municipality": "kommun",
    "name": "namn",
    "no": "antal nej",
    "no_means": "nej-röst betyder",
    "note": "anmärkning",
    "notice": "kallelse",
    "number": "nummer",
    "numbered_decisions": "numrerade beslut",
    "numbering": "§-serie",
    "officers": "vem som leder, antecknar och justerar",
    "opened_at": "klockslag för öppnande",
    "ordered": "numrerad lista",
    "organisation": "organisation",
    "organisations": "organisationer",
    "origin": "bilagans ursprung",
    "pages": "antal sidor",
    "paragraph": "§",
    "participants": "deltagare",
    "partly": "gick före beslutet",
    "party": "parti",
    "people": "personer",
    "person": "person",
    "persons": "personer",
    "place": "plats",
    "planned_at": "planerad tid för justering",
    "planned_minutes": "beräknade minuter",
    "prefix": "text före §-numret",
    "presenters": "föredragande",
    "profile": "dokumentprofil",
    "proposals": "förslag till beslut",
    "proposition": "beslutsgång",
    "quorum": "antal för beslutsförhet",
    "reason": "skäl",
    "recusals": "jäv",
    "ref": "mötets referens",
    "reference": "hänvisning",
    "registry_number": "diarienummer",
    "reply": "svar på kallelsen",
    "reply_by": "svar senast",
    "reply_to": "svar till",
    "reservations": "reservationer",
    "responsible": "ansvariga organisationer",
    "returned_at": "kom tillbaka",
    "role": "roll",
    "rows": "rader",
    "running_pages": "sidorna numreras över året",
    "runs": "textstycken",
    "schema": "textens schema",
    "seat": "plats i forumet",
    "seats": "platser",
    "sections": "ordning på avsnitten",
    "sent_on": "utskickad den",
    "serves_for": "tjänstgör för platsen",
    "services": "tjänstgöring",
    "short_name": "kortnamn",
    "signatures": "parternas underskrifter",
    "signed_at_place": "ort för underskrift",
    "signed_on": "dag för underskrift",
    "size": "filens storlek i byte",
    "special": "särskilt yttrande",
    "start": "listans första nummer",
    "starts": "klockslag då mötet börjar",
    "state": "mötets läge",
    "statements": "protokollsanteckningar",
    "status": "status",
    "stays": "närvaro",
    "struck": "struken",
    "supported_by": "instämmer",
    "text": "text",
    "title": "rubrik",
    "to_item": "till och med punkten",
    "to_time": "till klockslag",
    "together_with": "delar rad med",
    "type": "slag av punkt",
    "until": "till och med den",
    "version": "version",
    "votes": "omröstningar",
    "words": "rubrikens ord",
    "yes": "antal ja",
    "yes_means": "ja-röst betyder",
}

_ONE_OF = {
    "actions": "åtgärd",
    "adjournments": "ajournering",
    "annexes": "bilaga",
    "ballots": "röst",
    "blocks": "textdel",
    "cells": "cell",
    "decisions": "beslut",
    "dispatch": "mottagare",
    "headings": "rubrik",
    "items": "punkt",
    "motions": "yrkande",
    "officers": "uppgift",
    "organisations": "organisation",
    "participants": "deltagare",
    "people": "person",
    "proposals": "förslag",
    "recusals": "jäv",
    "reservations": "reservation",
    "rows": "rad",
    "runs": "textstycke",
    "seats": "plats",
    "signatures": "underskrift",
    "statements": "protokollsanteckning",
    "stays": "närvaro",
    "votes": "omröstning",
}
STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def place(path: str, root: Any) -> str:
    """Where a path leads, in words: ``items[3].decisions[0].text`` is "punkt 4 ”Information”, beslut 1".

    ``root`` is the plain content, from which titles and names are taken.
    """
    words: list[str] = []
    value, field = root, ""
    for name, index in STEP.findall(path):
        if name:
            field = name
            value = value.get(name) if isinstance(value, dict) else None
            if name in ("adjustment", "forum", "municipality", "notice"):
                words.append(FIELDS[name])
            continue
        n = int(index)
        value = value[n] if isinstance(value, list) and n < len(value) else None
        if field in _ONE_OF and field not in ("blocks", "runs"):
            title = _title(value)
            words.append(f"{_ONE_OF[field]} {n + 1}" + (f" ”{title}”" if title else ""))
    return ", ".join(words) or "mötets uppgifter"


def _title(value: Any) -> str:
    if isinstance(value, dict):
        for field in ("name", "title"):
            if isinstance(value.get(field), str) and value[field].strip():
                return short(value[field])
    return ""


def field_of(path: str) -> str:
    """The last field of a path with its Swedish name: ``rubrik (”title”)``."""
    names = [name for name, _ in STEP.findall(path) if name]
    last = names[-1] if names else path
    return f"{FIELDS[last]} (”{last}”)" if last in FIELDS else f"”{short(last)}”"

"""Extracts on the command line: the §§ of one, and all of many meetings at once."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from bra_desktop.cli.data import folder_to_fill, office_of
from bra_desktop.cli.parser import DONE, Parser, add_data, add_json, answer
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.extracts import Choice, Division
from bra_desktop.domain.swedish import plural
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.papers import extracts

_RANGE = re.compile(r"(\d{1,6})(?:[-–](\d{1,6}))?", re.ASCII)


def paragraphs(words: str) -> tuple[int, ...]:
    """The §§ of 41, of 41,45 or of 41-45. Raises UserError for other words."""
    numbers: list[int] = []
    for part in words.replace("§", "").split(","):
        found = _RANGE.fullmatch(part.strip())
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if last < first:
            raise UserError(f"”{words}” anger inga paragrafer. Skriv 41, 41,45 eller 41-45.", where="--item")
        numbers += range(first, last + 1)
    return tuple(numbers)


def add_thing(things: argparse._SubParsersAction[Parser]) -> None:
    """Declare ``export extracts``."""
    verb = things.add_parser(
        "extracts",
        help="lämnar ut protokollsutdrag ur flera möten",
        description="Skriver ett protokollsutdrag för varje paragraf och mottagare till en mapp, och antecknar på "
        "mötet vem som fått vad. Alla skrivs, eller inget.\n\n"
        "Exempel: bra-desktop export extracts BRA-2026-09-17 BRA-2026-12-03 --out ut --data data",
    )
    verb.add_argument("refs", nargs="*", metavar="BETECKNING", help="mötenas beteckningar")
    verb.add_argument("--year", type=int, metavar="ÅR", help="alla protokoll det året, i stället för beteckningar")
    verb.add_argument("--all-items", action="store_true", help="även de paragrafer som inte har någon mottagare")
    verb.add_argument("--out", required=True, type=Path, metavar="MAPP", help="mapp att skriva till")
    add_data(verb)
    add_json(verb)
    verb.set_defaults(run=_export)


def _export(arguments: argparse.Namespace) -> int:
    if bool(arguments.refs) == (arguments.year is not None):
        raise UserError("Ange mötenas beteckningar eller ett år med --year.", where="BETECKNING")
    with office_of(arguments) as office:
        files = extracts.save_extracts(office, _choices(office, arguments), folder_to_fill(arguments.out))
    if arguments.as_json:
        answer([str(path) for path in files])
        return DONE
    for path in files:
        print(path)
    print(f"{plural(len(files), 'utdrag', 'utdrag')} är sparade.")
    return DONE


def _choices(office: Office, arguments: argparse.Namespace) -> dict[str, Choice]:
    """What is wanted of each meeting. Raises UserError for a year without meetings."""
    refs = [reading.own_ref(office, ref) for ref in arguments.refs]
    if arguments.year is not None:
        refs = [row.ref for row in reading.meetings(office) if row.day.year == arguments.year]
    if not refs:
        raise UserError(f"Inget möte hölls {arguments.year}. Välj ett annat år.", where="--year")
    choice = Choice(division=Division.PER_ITEM_AND_RECIPIENT, every=arguments.all_items)
    return dict.fromkeys(refs, choice)

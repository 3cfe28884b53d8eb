"""Files on the command line that become part of the data: annexes of a meeting, the municipality's coat of arms."""

from __future__ import annotations

import argparse
from pathlib import Path

from bra_desktop.cli.data import office_of
from bra_desktop.cli.parser import DONE, Parser, add_data, add_json, answer
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import UserError
from bra_desktop.services.papers import annexes, look


def add_things(things: argparse._SubParsersAction[Parser]) -> None:
    """Declare what ``import`` takes in beside meeting files."""
    annex = things.add_parser(
        "annex",
        help="lägger till en handling",
        description="Lägger till en fil bland mötets handlingar, högst 100 MB. En pdf får inte vara låst.\n\n"
        "Exempel: bra-desktop import annex BRA-2026-12-03 rapport.pdf --item 4 --data data",
    )
    annex.add_argument("ref", metavar="BETECKNING", help="mötets beteckning")
    annex.add_argument("file", type=Path, metavar="FIL", help="filen")
    annex.add_argument("--item", metavar="N", help="punktens nummer på dagordningen, om handlingen hör till en punkt")
    annex.add_argument("--title", default="", metavar="NAMN", help="vad handlingen heter (förval: filens namn)")
    add_data(annex)
    add_json(annex)
    annex.set_defaults(run=_annex)
    arms = things.add_parser(
        "arms",
        help="väljer kommunens vapen",
        description="Väljer en bild (SVG eller PNG) som vapen på kommunens dokument.\n\n"
        "Exempel: bra-desktop import arms vapen.svg --data data",
    )
    arms.add_argument("file", type=Path, metavar="FIL", help="bilden")
    add_data(arms)
    add_json(arms)
    arms.set_defaults(run=_arms)


def _annex(arguments: argparse.Namespace) -> int:
    path = arguments.file
    with office_of(arguments) as office:
        item = _item(office.content(arguments.ref), arguments.item) if arguments.item else None
        key = annexes.add_annex(office, arguments.ref, path, title=arguments.title, item_id=item)
        added = office.content(arguments.ref).annex(key)
    if arguments.as_json:
        answer({"ref": arguments.ref, "number": added.number, "title": added.title, "digest": added.digest})
    else:
        print(f"Bilaga {added.number} {added.title}\n{added.digest}")
    return DONE


def _item(content: MeetingContent, number: str) -> str:
    found = next((item.key for item in content.items if item.agenda_number == number.strip()), None)
    if found is None:
        raise UserError(f"Dagordningen har ingen punkt {number}. Skriv ett nummer som står på den.", where="--item")
    return found


def _arms(arguments: argparse.Namespace) -> int:
    with office_of(arguments) as office:
        look.set_arms(office, arguments.file)
    if arguments.as_json:
        answer({"file": str(arguments.file)})
    else:
        print("Vapnet är bytt.")
    return DONE

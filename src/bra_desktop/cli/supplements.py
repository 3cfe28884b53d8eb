"""Sending a supplement (komplettering) from the command line: made, kept as sent, and written as a PDF or a mail."""

from __future__ import annotations

import argparse
from pathlib import Path

from bra_desktop.cli import mails, remarks
from bra_desktop.cli.data import folder_to_fill, office_of
from bra_desktop.cli.parser import DONE, Parser, add_data, add_json, answer
from bra_desktop.services.papers import mailing
from bra_desktop.services.preparing import supplements
from bra_desktop.system.results import results_with, write_result

PDF, MAIL = "pdf", "mail"


def add_verb(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Declare ``supplement``."""
    verb = verbs.add_parser(
        "supplement",
        help="skapar en komplettering till kallelsen och märker den som skickad",
        description="Skapar kompletteringen med det som är nytt sedan det som skickades senast, sparar den på mötet "
        "som skickad och skriver den till en mapp: som pdf, eller som brev med den bifogad. Nästa komplettering "
        "berättar bara det som är nytt därefter. Att bara se den går med ”export meeting --format supplement”; brevet "
        "med en som redan är skickad skrivs av ”export kept --as mail”.\n\n"
        "Exempel: bra-desktop supplement BRA-2026-12-03 --as mail --out ut --data data",
    )
    verb.add_argument("ref", metavar="BETECKNING", help="mötets beteckning")
    verb.add_argument(
        "--as", dest="form", choices=(PDF, MAIL), default=PDF, help="pdf (förval), eller mail för ett e-postutkast"
    )
    verb.add_argument("--out", required=True, type=Path, metavar="MAPP", help="mapp att skriva till")
    add_data(verb)
    add_json(verb)
    verb.set_defaults(run=_send)


def _send(arguments: argparse.Namespace) -> int:
    with office_of(arguments) as office:
        content = office.content(arguments.ref)
        number, said = supplements.news_of(office, content)[1], remarks.of_paper(content)
        folder, mail = folder_to_fill(arguments.out), None
        if arguments.form == MAIL:
            mail = mailing.send_supplement_mail(office, arguments.ref)
            path = write_result(folder / mail.draft.file_name, mail.draft.content)
        else:
            made = supplements.make_supplement(office, arguments.ref)
            path = folder / made.file_name
            with results_with({path: made.content}):  # kept as sent only where it can be written
                supplements.send_supplement(office, arguments.ref)
    if arguments.as_json:
        about = mails.as_data(mail) if mail else {}
        answer({"ref": arguments.ref, "number": number, "file": str(path), "remarks": said, **about})
    else:
        print(f"Komplettering {number} är sparad på mötet. Skicka den till de kallade.")
        print(path)
        remarks.tell(said)
        if mail:
            mails.tell(mail)
    return DONE

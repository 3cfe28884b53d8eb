"""Meetings on the command line: schema, import, export, list, step."""

from __future__ import annotations

import argparse
from pathlib import Path

from bra_desktop.cli import mails, remarks
from bra_desktop.cli.data import folder_to_fill, office_of
from bra_desktop.cli.extracts import add_thing as add_extracts
from bra_desktop.cli.extracts import paragraphs
from bra_desktop.cli.files import add_things as add_files
from bra_desktop.cli.papers import add_thing as add_kept
from bra_desktop.cli.parser import DONE, Parser, add_data, add_json, answer
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import MEETING_STATE_WORDS, MeetingState
from bra_desktop.domain.swedish import capital_first, listing
from bra_desktop.services import reading, steps
from bra_desktop.services.adjusted import public_notices
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.services.papers import copies, decision_registers, documents, extracts, item_papers, mailing, papers
from bra_desktop.system.results import write_result

FORMATS = {
    "json": "mötesfilen",
    "notice": "kallelse, som den skickades",
    "agenda": "dagordning, i en nämnd föredragningslista",
    "protocol": "protokoll",
    "notes": "minnesanteckningar",
    "public": "offentlig version",
    "extract": "protokollsutdrag, med --item",
    "immediate": "en omedelbart justerad paragraf som eget protokoll, med --item",
    "attendance": "närvarolista att skriva under, före mötet",
    "decisions": "beslutslogg",
    "actions": "åtgärdslista, som läget är i dag",
    "correction": "rättelser bredvid det som står i protokollet",
    "public_correction": "rättelser utan det som är sekretessmarkerat",
    "supplement": "komplettering till kallelsen, med det som är nytt",
    "public_notice": "anslag, när protokollet är justerat och anslaget (public-notice); med --item en paragrafs eget",
    "certificate": "anslagsbevis, när anslaget är nedtaget; med --item en paragrafs eget",
    "mail": "brev som e-postutkast: kallelsen, att mötet är inställt, eller det som beslutades; "
    "en kompletterings med ”supplement” eller ”export kept”, --as mail",
    "calendar": "mötet som kalenderfil",
    "register": "beslutsregister för forumet det år som mötet hör till",
}
OF_ITEMS = ("extract", "immediate")
OF_ONE = ("immediate", "public_notice", "certificate")
"""These tell of one paragraph, the last two also of the whole protocol."""
NO_PAPERS = ("json", "mail", "calendar")
PDF = "pdf"


def add_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Declare the verbs of this module."""
    _add_schema(verbs)
    _add_import(verbs)
    _add_export(verbs)
    listing = verbs.add_parser(
        "meetings",
        help="visar mötena",
        description="Visar alla möten: beteckning, forum, datum och läge.\n\nExempel: bra-desktop meetings --data data",
    )
    add_data(listing)
    add_json(listing)
    listing.set_defaults(run=_meetings)
    step = verbs.add_parser(
        "step",
        help="tar mötet ett steg vidare",
        description="Tar ett möte till nästa läge, med samma villkor som fönstret.\n"
        f"Lägen: {', '.join(MeetingState)}.\n\nExempel: bra-desktop step BRA-2026-12-03 called --data data",
    )
    step.add_argument("ref", metavar="BETECKNING", help="mötets beteckning, t.ex. BRA-2026-12-03")
    step.add_argument("next", metavar="LÄGE", choices=[s.value for s in MeetingState], help="läget att gå till")
    add_data(step)
    add_json(step)
    step.set_defaults(run=_step)


def _things(
    verbs: argparse._SubParsersAction[Parser], name: str, words: str, example: str
) -> argparse._SubParsersAction[Parser]:
    about = f"{capital_first(words)}.\n\nExempel: bra-desktop {name} {example}"
    verb = verbs.add_parser(name, help=words, description=about)
    return verb.add_subparsers(metavar="SAK", required=True, parser_class=Parser, dest="thing")


def _add_schema(verbs: argparse._SubParsersAction[Parser]) -> None:
    meeting = _things(verbs, "schema", "visar hur en fil ska se ut", "meeting > mote.schema.json").add_parser(
        "meeting",
        help="mötesfilens JSON-schema",
        description="Skriver ut mötesfilens JSON-schema.\n\nExempel: bra-desktop schema meeting > mote.schema.json",
    )
    add_json(meeting)
    meeting.set_defaults(run=_schema)


def _add_import(verbs: argparse._SubParsersAction[Parser]) -> None:
    things = _things(verbs, "import", "läser in en fil", "meeting mote.json --data data")
    meeting = things.add_parser(
        "meeting",
        help="läser in en mötesfil",
        description="Läser in en mötesfil. Samma fil två gånger ändrar inget andra gången.\n\n"
        "Exempel: bra-desktop import meeting mote.json --data data",
    )
    meeting.add_argument("file", type=Path, metavar="FIL", help="mötesfilen (.json)")
    add_data(meeting)
    add_json(meeting)
    meeting.set_defaults(run=_import)
    add_files(things)


def _add_export(verbs: argparse._SubParsersAction[Parser]) -> None:
    listed = "\n".join(f"  {name:<17} {what}" for name, what in FORMATS.items())
    things = _things(
        verbs, "export", "lämnar ut ett dokument", "meeting BRA-2026-12-03 --format protocol --out ut --data data"
    )
    add_extracts(things)
    add_kept(things)
    meeting = things.add_parser(
        "meeting",
        help="lämnar ut ett dokument ur ett möte",
        description=f"Skriver ett av mötets dokument till en mapp:\n{listed}\n\n"
        "Exempel: bra-desktop export meeting BRA-2026-12-03 --format protocol --out ut --data data",
    )
    meeting.add_argument("ref", metavar="BETECKNING", help="mötets beteckning")
    meeting.add_argument("--format", required=True, choices=FORMATS, help="vilket dokument")
    meeting.add_argument(
        "--as", dest="form", choices=(PDF, *copies.Form), default=PDF,
        help="pdf (förval), eller en kopia att klistra in ur: docx för Word, txt för ren text",
    )  # fmt: skip
    item_help = "paragraferna, för protokollsutdrag (extract): 41, 41,45 eller 41-45; för övriga en: 45"
    meeting.add_argument("--item", type=paragraphs, metavar="N", help=item_help)
    meeting.add_argument("--out", required=True, type=Path, metavar="MAPP", help="mapp att skriva till")
    add_data(meeting)
    add_json(meeting)
    meeting.set_defaults(run=_export)


def _schema(_: argparse.Namespace) -> int:
    answer(meeting_files.schema())
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    with office_of(arguments, create=True) as office:
        done = meeting_files.import_meeting(office, arguments.file)
    if arguments.as_json:
        answer({"ref": done.ref, "changed": done.changed, "remark": done.remark})
        return DONE
    print(done.ref)
    if done.remark:
        print(done.remark)
    if not done.changed:
        print("Mötet finns redan här. Inget har ändrats.")
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    item = arguments.item
    if (item is None and arguments.format in OF_ITEMS) or (item and arguments.format not in (*OF_ITEMS, *OF_ONE)):
        formats = listing((f"--format {one}" for one in dict.fromkeys((*OF_ITEMS, *OF_ONE))), "eller")
        raise UserError(f"Paragrafer anges för {formats}, med --item följt av paragrafen.", where="--item")
    if arguments.format in OF_ONE and item and len(item) > 1:
        own = "protokoll" if arguments.format == "immediate" else "anslag"
        raise UserError(f"Varje omedelbart justerad paragraf har ett eget {own}. Ange en paragraf.", where="--item")
    if arguments.format in NO_PAPERS and arguments.form != PDF:
        raise UserError(f"--as gäller mötets dokument. Ta bort det för --format {arguments.format}.", where="--as")
    mail: mailing.Mail | None = None
    said: list[str] = []
    with office_of(arguments, to_read=True) as office:
        if arguments.format == "json":
            name, content = f"{arguments.ref}.json", meeting_files.export_meeting(office, arguments.ref)
        else:
            mail = mailing.mail_of_meeting(office, arguments.ref) if arguments.format == "mail" else None
            made = mail.draft if mail else _made(office, arguments)
            name, content = made.file_name, made.content
            as_pdf = arguments.form == PDF and arguments.format not in NO_PAPERS
            said = remarks.of_paper(office.content(arguments.ref)) if as_pdf else []
    path = write_result(folder_to_fill(arguments.out) / name, content)
    if arguments.as_json:
        about = mails.as_data(mail) if mail else {"remarks": said} if said else {}
        answer({"ref": arguments.ref, "format": arguments.format, "file": str(path), **about})
    else:
        print(path)
        remarks.tell(said)
        if mail:
            mails.tell(mail)
    return DONE


def _made(office: Office, arguments: argparse.Namespace) -> documents.MadeDocument:
    if arguments.form != PDF:
        return _copied(office, arguments, copies.Form(arguments.form))
    match arguments.format:
        case "extract":
            return extracts.extract_of(office, arguments.ref, arguments.item).as_pdf()
        case "register":
            return decision_registers.register_of_meeting(office, arguments.ref)
        case "calendar":
            return mailing.make_calendar_file(office, arguments.ref)
        case _:
            return papers.make_paper(office, arguments.ref, _kind(office, arguments))


def _kind(office: Office, arguments: argparse.Namespace) -> str:
    if arguments.format not in OF_ONE or arguments.item is None:
        return str(arguments.format)
    item = item_papers.item_of(office, arguments.ref, arguments.item[0])
    own = arguments.format == "immediate"
    return f"{item_papers.ITEM}{item}" if own else public_notices.of_item(arguments.format, item)


def _copied(office: Office, arguments: argparse.Namespace, form: copies.Form) -> documents.MadeDocument:
    match arguments.format:
        case "extract":
            copied = copies.copied(extracts.extract_of(office, arguments.ref, arguments.item), form)
        case "register":
            copied = copies.copied(decision_registers.composed_register_of_meeting(office, arguments.ref), form)
        case _:
            copied = copies.copy(office, arguments.ref, _kind(office, arguments), form)
    return copied.made


def _meetings(arguments: argparse.Namespace) -> int:
    with office_of(arguments, to_read=True) as office:
        rows = reading.meetings(office)
    if arguments.as_json:
        answer(
            [
                {
                    "ref": r.ref,
                    "forum": r.forum,
                    "date": r.day.isoformat(),
                    "state": r.state.value,
                    "paragraphs": [r.first_paragraph, r.last_paragraph] if r.first_paragraph else [],
                }
                for r in rows
            ]
        )
        return DONE
    for row in rows:
        print(f"{row.ref:<24} {row.day.isoformat()}  {MEETING_STATE_WORDS[row.state]:<11} {row.forum}")
    if not rows:
        print("Inga möten finns än.")
    return DONE


def _step(arguments: argparse.Namespace) -> int:
    with office_of(arguments) as office:
        state, missing = steps.step(office, arguments.ref, MeetingState(arguments.next))
    if arguments.as_json:
        answer({"ref": arguments.ref, "state": state.value, "remarks": [m.text for m in missing]})
        return DONE
    print(f"{arguments.ref} är nu i läget {MEETING_STATE_WORDS[state]}.")
    remarks.tell(one.text for one in missing)
    return DONE

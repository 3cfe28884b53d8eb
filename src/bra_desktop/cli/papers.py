"""Papers on the command line: those that were sent or handed out, as they were kept, and the public notice."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bra_desktop.cli import mails
from bra_desktop.cli.data import folder_to_fill, office_of
from bra_desktop.cli.extracts import paragraphs
from bra_desktop.cli.parser import DONE, Parser, add_data, add_json, answer
from bra_desktop.cli.supplements import MAIL, PDF
from bra_desktop.cli.supplements import add_verb as add_supplement
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services import reading
from bra_desktop.services.adjusted import public_notices
from bra_desktop.services.office import Office
from bra_desktop.services.papers import item_papers, mailing, papers
from bra_desktop.services.papers.mailing_extracts import mail_kept
from bra_desktop.services.papers.sent import NOTICE, TO, KeptPaper, kept_papers
from bra_desktop.system.results import results_in, write_result


def add_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Declare the verbs of this module."""
    kept = verbs.add_parser(
        "papers",
        help="visar vad som är skickat och utlämnat",
        description="Visar mötets dokument som är skickade eller utlämnade: kallelsen, kompletteringar och utdrag, "
        "numrerade, med dag och mottagare. ”export kept” skriver ut dem.\n\n"
        "Exempel: bra-desktop papers BRA-2026-12-03 --data data",
    )
    kept.add_argument("ref", metavar="BETECKNING", help="mötets beteckning")
    add_data(kept)
    add_json(kept)
    kept.set_defaults(run=_papers)
    posting = verbs.add_parser(
        "public-notice",
        help="antecknar när anslaget sattes upp och togs ned",
        description="Antecknar när det justerade protokollet anslogs, eller när anslaget togs ned. Därefter finns "
        "anslaget (--format public_notice) och beviset (--format certificate) bland det som ”export meeting” skriver."
        " En paragraf som är omedelbart justerad har ett eget anslag: ange den med --item."
        "\n\nExempel: bra-desktop public-notice KS-2026-11-03 --posted 2026-11-10 --kept-at Stadshuset --data data\n"
        '         bra-desktop public-notice KS-2026-11-03 --taken-down 2026-12-02 --by "Eva Lind" --data data',
    )
    posting.add_argument("ref", metavar="BETECKNING", help="mötets beteckning")
    posting.add_argument(
        "--item", type=paragraphs, metavar="N", help="en omedelbart justerad paragraf, med eget anslag"
    )
    posting.add_argument("--posted", type=_day("--posted"), metavar="DAG", help="dagen då anslaget sattes upp")
    posting.add_argument("--kept-at", default="", metavar="PLATS", help="var protokollet förvaras")
    posting.add_argument("--taken-down", type=_day("--taken-down"), metavar="DAG", help="dagen då anslaget togs ned")
    posting.add_argument("--by", metavar="NAMN", help="vem som intygar nedtagningen")
    add_data(posting)
    add_json(posting)
    posting.set_defaults(run=_post)
    add_supplement(verbs)


def add_thing(things: argparse._SubParsersAction[Parser]) -> None:
    """Declare ``export kept``."""
    verb = things.add_parser(
        "kept",
        help="lämnar ut det som är skickat eller utlämnat, som det var",
        description="Skriver det som är skickat eller utlämnat till en mapp, exakt som det sparades, eller som brev "
        "med det bifogat: en kallelse, en komplettering eller ett utdrag. Numren visas av ”papers”.\n\n"
        "Exempel: bra-desktop export kept BRA-2026-12-03 --number 2 --out ut --data data\n"
        "         bra-desktop export kept BRA-2026-12-03 --number 2 --as mail --out ut --data data",
    )
    verb.add_argument("ref", metavar="BETECKNING", help="mötets beteckning")
    verb.add_argument("--number", type=int, metavar="N", help="bara dokumentet med det numret (förval: alla)")
    verb.add_argument(
        "--as", dest="form", choices=(PDF, MAIL), default=PDF,
        help="pdf (förval), eller mail för ett e-postutkast, med --number",
    )  # fmt: skip
    verb.add_argument("--out", required=True, type=Path, metavar="MAPP", help="mapp att skriva till")
    add_data(verb)
    add_json(verb)
    verb.set_defaults(run=_export)


def _day(option: str) -> Callable[[str], date]:
    def read(words: str) -> date:
        try:
            return date.fromisoformat(words)
        except ValueError:
            raise UserError(f"”{words}” är inget datum. Skriv som 2026-11-10.", where=option) from None

    return read


def _kept(office: Office, ref: str) -> tuple[KeptPaper, ...]:
    view = reading.meeting_view(office, ref)
    return kept_papers(view.documents, view.content)


def _papers(arguments: argparse.Namespace) -> int:
    with office_of(arguments, to_read=True) as office:
        found = _kept(office, arguments.ref)
    if arguments.as_json:
        answer([_as_data(number, paper) for number, paper in enumerate(found, 1)])
        return DONE
    for number, paper in enumerate(found, 1):
        to = paper.row.recipient
        told = f", till {to[0].lower()}{to[1:]}" if to == TO else f", till {to}" if to not in paper.words else ""
        print(f"{number:>3}  {paper.made_on.isoformat()}  {paper.words}{told}")
    if not found:
        print("Inget är skickat eller utlämnat än.")
    return DONE


def _as_data(number: int, paper: KeptPaper) -> dict[str, object]:
    return {
        "number": number,
        "kind": paper.kind,
        "name": paper.words,
        "date": paper.made_on.isoformat(),
        "recipient": paper.row.recipient,
        "file": paper.row.file_name,
        "sha256": paper.row.digest,
    }


def _export(arguments: argparse.Namespace) -> int:
    with office_of(arguments, to_read=True) as office:
        found = _kept(office, arguments.ref)
        number = arguments.number
        if number is not None and not 1 <= number <= len(found):
            raise UserError(f"Det finns inget dokument med nummer {number}. ”papers” visar numren.", where="--number")
        if arguments.form == MAIL:
            return _mailed(office, arguments, _whole(found, found[number - 1]) if number else None)
        chosen = found if number is None else found[number - 1 : number]
        with results_in(folder_to_fill(arguments.out)) as write:
            made = (papers.make_paper(office, arguments.ref, paper.key) for paper in chosen)
            files = [write(one.file_name, one.content) for one in made]
    if arguments.as_json:
        answer([str(path) for path in files])
        return DONE
    for path in files:
        print(path)
    if not files:
        print("Inget är skickat eller utlämnat än.")
    return DONE


def _whole(found: Sequence[KeptPaper], paper: KeptPaper) -> KeptPaper:
    """The paper of which another is the public version: a mail is made of that, and takes the public one along."""
    same = (one for one in found if (one.kind, one.number, one.public) == (paper.kind, paper.number, False))
    return next(same, paper) if paper.public else paper


def _mailed(office: Office, arguments: argparse.Namespace, paper: KeptPaper | None) -> int:
    """The mail with a paper that was sent, once more."""
    if paper is None:
        raise UserError("Ange med --number vilket dokument brevet gäller. ”papers” visar numren.", where="--number")
    ref, notice = arguments.ref, paper.kind == NOTICE
    mail = mailing.make_mail(office, ref, "notice_mail") if notice else mail_kept(office, ref, paper.key)
    path = write_result(folder_to_fill(arguments.out) / mail.draft.file_name, mail.draft.content)
    if arguments.as_json:
        answer({"ref": ref, "file": str(path), **mails.as_data(mail)})
    else:
        print(path)
        mails.tell(mail)
    return DONE


def _post(arguments: argparse.Namespace) -> int:
    posted, down = arguments.posted, arguments.taken_down
    if (posted is None) == (down is None):
        raise UserError("Ange --posted eller --taken-down, en i taget.", where="--posted")
    if down is not None and not arguments.by:
        raise UserError("Ange med --by vem som intygar nedtagningen.", where="--by")
    if arguments.item and len(arguments.item) > 1:
        raise UserError("Varje omedelbart justerad paragraf har ett eget anslag. Ange en paragraf.", where="--item")
    with office_of(arguments) as office:
        item = item_papers.item_of(office, arguments.ref, arguments.item[0]) if arguments.item else None
        if down is None:
            public_notices.post_public_notice(office, arguments.ref, posted, arguments.kept_at, item)
        else:
            public_notices.take_down_public_notice(office, arguments.ref, down, _person(office, arguments.by), item)
    if arguments.as_json:
        days = {"posted": posted, "taken_down": down}
        answer({"ref": arguments.ref, **{name: day.isoformat() for name, day in days.items() if day}})
    elif down is None:
        print(f"Anslaget sattes upp {date_in_text(posted)}.")
    else:
        print(f"Anslaget togs ned {date_in_text(down)}.")
    return DONE


def _person(office: Office, name: str) -> str:
    found = [person for person in reading.people(office) if person.name.casefold() == " ".join(name.split()).casefold()]
    if len(found) != 1:
        near = [p.name for p in reading.people(office) if set(p.name.casefold().split()) & set(name.casefold().split())]
        told = f" Menas {listing(near, 'eller')}?" if near and not found else " Skriv namnet som det står i Register."
        what = "finns inte" if not found else "finns flera gånger"
        raise UserError(f"”{name}” {what} i Register.{told}", where="--by")
    return found[0].id

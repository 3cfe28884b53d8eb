"""Mails with extracts: a new one to its recipients, and one that was handed out to those who got it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bra_desktop.domain.confidentiality import withheld
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.extracts import Choice, recipients, told_recipients
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.papers import extracts, sent
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.papers.mailing import PDF, Mail, draft_of, file_of, mail_sent_supplement
from bra_desktop.services.papers.sent import KeptPaper

if TYPE_CHECKING:
    from bra_desktop.documents.letters import Letter

UNSEEN = "De som bara är mottagare av det sekretessmarkerade får brevet som hemlig kopia."


def send_extract_mail(office: Office, ref: str, choice: Choice) -> Mail:
    """Write a mail to the recipients of an extract, with the extract, and keep that it was made for them.

    Whom the extract doesn't name gets it unseen by the others. Who has no address in the register is told of.
    Raises as :func:`extracts.composed_extract`.
    """
    from bra_desktop.documents import letters

    composed, one = extracts.composed_extract(office, ref, choice)
    made = composed.as_pdf()
    letter = letters.extract_letter(composed.content, one.items)
    unseen = {*one.to} - {*told_recipients(composed.content, one)}
    mail = _to_recipients(office, composed.content, (composed.name, letter, made), one.to, unseen)
    extracts.keep_extract(office, composed, made, one.to)
    return mail


def mail_kept(office: Office, ref: str, key: str) -> Mail:
    """Write the mail of a kept paper of that key, again. Raises NoSuchMeeting, UserError for a key that none has,
    RuleBroken for one that goes in no mail any more.
    """
    paper = sent.kept_paper(office, ref, key)
    if paper is not None and paper.kind == extracts.KIND:
        return _mail_handed_out(office, ref, paper)
    return mail_sent_supplement(office, ref, key)


def _mail_handed_out(office: Office, ref: str, paper: KeptPaper) -> Mail:
    """An extract as it was handed out, to those who got it. What has been marked since may stand in it."""
    from bra_desktop.documents import letters

    content, row = office.content(ref), paper.row
    then = sent.made_of(office, paper)
    if withheld(content) - (withheld(then) if then else frozenset()):
        raise RuleBroken(
            "Något i mötet kan ha sekretessmarkerats sedan utdraget lämnades ut. Skapa utdraget på nytt.", where=ref
        )
    letter = letters.handed_out_letter(content, paper.words, paper.made_on)
    file = MadeDocument(row.kind, row.file_name, office.database.attachments.read(row.digest))
    names = [name for name in row.recipient.split("; ") if name]
    marked = [item.key for item in (then or content).items if item.confidential]
    return _to_recipients(office, content, (paper.words, letter, file), names, recipients(then or content, marked))


def _to_recipients(
    office: Office,
    content: MeetingContent,
    what: tuple[str, Letter, MadeDocument],
    to: Sequence[str],
    unseen: Collection[str],
) -> Mail:
    """``to`` are people and organisations by their names. ``what``: the file's name without ending, its letter, it.

    Those ``unseen`` are told to none of the others; who is alone is the addressee.
    """
    addresses = {p.name: p.email for p in reading.people(office)}
    addresses |= {o.name: o.email for o in reading.organisations(office)}
    name, letter, made = what
    addressees = [(n, addresses.get(n, "")) for n in to]
    apart = {n for n, address in addressees if address and n in unseen} if len(to) > 1 else set()
    mail = draft_of(content, f"{name}.eml", letter, [file_of(made, PDF)], addressees, apart)
    return replace(mail, remark=UNSEEN) if apart else mail

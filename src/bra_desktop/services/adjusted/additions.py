"""What can still be added to a locked protocol: corrections."""

from __future__ import annotations

from bra_desktop.domain.corrected_marks import CorrectedMarks
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import AgendaItem
from bra_desktop.domain.protocol import Correction
from bra_desktop.domain.register import Person
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.apart import adjusted_apart, as_adjusted
from bra_desktop.services.papers.corrections import corrections_in
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import find_meeting, reading_session

_FINAL = (MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED)


def correct(
    office: Office, ref: str, author_id: str, reason: str, text: str, item_id: str | None = None
) -> ChangeSet | None:
    """Add a correction (rättelse), printed beside the original. Raises RuleBroken before the protocol is locked."""
    if not text.strip() or not reason.strip():
        raise UserError("Skriv både vad som ska stå och skälet till rättelsen.", where="rättelse")
    check_words("Rättelsen", "rättelse", text, reason)
    with office.work("Skriv rättelse") as work:
        meeting = find_meeting(work.session, ref)
        if meeting.state not in _FINAL:
            raise RuleBroken("Protokollet är inte justerat än. Ändra texten i stället för att rätta den.", where=ref)
        if item_id is not None and work.get(AgendaItem, item_id).meeting_id != meeting.id:
            raise UserError("Punkten hör till ett annat möte. Välj en punkt i det här protokollet.", where=ref)
        work.add(
            Correction(
                id=office.new_id(),
                meeting_id=meeting.id,
                item_id=item_id,
                made_on=office.today(),
                author_id=work.get(Person, author_id).id,
                reason=reason.strip(),
                text=text.strip(),
            )
        )
        return work.commit()


def composed_correction(office: Office, ref: str, *, public: bool = False) -> documents.Composed:
    """The corrections of a protocol beside what it says; a ``public`` paper is without what is marked in them.

    Raises RuleBroken when there are none, or nothing is marked that a public one would be without.
    """
    from bra_desktop.documents import correction as paper
    from bra_desktop.documents.corrected import told_words

    content = office.content(ref)
    with office.database.reading() as connection, reading_session(connection) as session:
        made = corrections_in(session, content.key)
    if not made:
        raise RuleBroken("Protokollet har ingen rättelse. Skriv den på mötets sida först.", where=ref)
    if public and not CorrectedMarks(content).touches((one.item, told_words(one)) for one in made):
        raise RuleBroken("Rättelsen har inget som är sekretessmarkerat. Välj rättelsen i sin helhet.", where=ref)
    kind = "public_correction" if public else "correction"
    name, assets = documents.file_name(content, kind).removesuffix(".pdf"), documents.assets_of(office, content)
    document = paper.correction(
        as_adjusted(office, content),
        made,
        arms=assets.arms,
        pictures=assets.pictures,
        public=public,
        apart=adjusted_apart(office, content),
    )
    return documents.Composed(kind, name, document, content)

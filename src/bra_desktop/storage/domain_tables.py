"""Which class of the domain is kept in which table, and which tables are locked with a frozen meeting."""

from __future__ import annotations

from sqlalchemy import Table

from bra_desktop.domain import meeting as m
from bra_desktop.domain import phrases as f
from bra_desktop.domain import protocol as p
from bra_desktop.domain import register as r
from bra_desktop.storage import tables_files, tables_freezing, tables_meeting, tables_protocol, tables_register
from bra_desktop.storage.attachments import StoredFile
from bra_desktop.storage.locks import Locked

TABLE_OF: dict[type, Table] = {
    r.Municipality: tables_register.municipality,
    r.Organisation: tables_register.organisation,
    r.Person: tables_register.person,
    r.Forum: tables_register.forum,
    r.Seat: tables_register.seat,
    r.Membership: tables_register.membership,
    r.NumberSeries: tables_register.number_series,
    f.OwnPhrase: tables_register.own_phrase,
    m.Meeting: tables_meeting.meeting,
    m.AgendaItem: tables_meeting.agenda_item,
    m.Decision: tables_meeting.decision,
    m.Participant: tables_meeting.participant,
    m.Officer: tables_meeting.officer,
    m.Annex: tables_meeting.annex,
    m.Action: tables_meeting.action,
    m.ActionAnswer: tables_meeting.action_answer,
    m.PrivateNote: tables_meeting.private_note,
    p.Freeze: tables_freezing.freeze,
    p.Signer: tables_freezing.signer,
    p.PinnedCertificate: tables_protocol.pinned_certificate,
    p.TrustedAuthority: tables_protocol.trusted_authority,
    p.KeptDocument: tables_protocol.kept_document,
    p.Correction: tables_protocol.correction,
    p.PublicNotice: tables_protocol.public_notice,
    StoredFile: tables_files.stored_file,
}

LOCKS = (
    Locked("meeting", meeting="id", writable=frozenset({"state", "adjusted_on", "current_item_id"})),
    Locked("agenda_item", item="id"),
    Locked("decision", item="item_id"),
    Locked("participant"),
    Locked("officer"),
    Locked("annex"),
    Locked(
        "action",
        item="item_id",
        writable=frozenset(
            {
                "text", "responsible", "lead_id", "contact_id", "due", "status", "goal", "focus_area", "note",
                "closed_by_decision_id", "deleted_at",
            }
        ),
    ),
    Locked("kept_document", additions=True),
    Locked("correction", additions=True),
    Locked(
        "public_notice", item="item_id", additions=True, writable=frozenset({"taken_down_on", "certified_by_id"})
    ),
)  # fmt: skip

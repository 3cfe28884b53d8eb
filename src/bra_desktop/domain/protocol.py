"""What happens to a protocol after the meeting: freezing, signatures, and the additions that are still possible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bra_desktop.domain.entity import Entity
from bra_desktop.domain.kinds import SignerRole


@dataclass(eq=False, kw_only=True)
class Freeze:
    """A frozen version of a meeting, or of one item adjusted immediately (``item_id``).

    ``canonical_json`` is the content in canonical form, ``digest`` its SHA-256, ``pdf_digest`` that of the document
    as it was locked, before the first signature. A refusal voids it, with the reason. Never changed otherwise.
    ``last_page`` is the number of the document's last page where the forum's pages run on over the year, else None.
    """

    id: str
    meeting_id: str
    version: int
    canonical_json: str
    digest: str
    frozen_at: datetime
    item_id: str | None = None
    format_version: int = 1
    pdf_digest: str | None = None
    last_page: int | None = None
    voided_at: datetime | None = None
    void_reason: str | None = None


@dataclass(eq=False, kw_only=True)
class Signer:
    """Somebody who signs a frozen version: in which field, in what role, and when it was done or refused.

    ``certificate`` is the fingerprint that is pinned to the person, ``signed_certificate`` the one that signed.
    """

    id: str
    freeze_id: str
    meeting_id: str
    position: int
    role: SignerRole
    person_id: str
    name: str
    field: str
    certificate: str | None = None
    signed_at: datetime | None = None
    signed_certificate: str | None = None
    signed_pdf_digest: str | None = None
    refused_at: datetime | None = None
    refuse_reason: str | None = None


@dataclass(eq=False, kw_only=True)
class PinnedCertificate(Entity):
    """The certificate that belongs to a person: SHA-256 fingerprint of its DER form, and the PEM text."""

    person_id: str
    fingerprint: str
    pem: str
    valid_from: date
    valid_to: date


@dataclass(eq=False, kw_only=True)
class TrustedAuthority(Entity):
    """A certificate authority that this municipality trusts for signatures."""

    name: str
    pem: str


@dataclass(eq=False, kw_only=True)
class KeptDocument(Entity):
    """A document that was made and handed out: its kind, file name and digest, and to whom it went."""

    meeting_id: str
    kind: str
    file_name: str
    digest: str
    made_at: datetime
    recipient: str = ""
    version: int = 0


@dataclass(eq=False, kw_only=True)
class Correction(Entity):
    """A correction printed beside the original after adjustment; never a change of it."""

    meeting_id: str
    item_id: str | None
    made_on: date
    author_id: str
    reason: str
    text: str


@dataclass(eq=False, kw_only=True)
class PublicNotice(Entity):
    """The notice board: when the adjusted protocol was really posted and taken down (kommunallagen 8:12).

    ``item_id`` is the item whose immediate adjustment it tells of; None for the protocol as a whole.
    """

    meeting_id: str
    posted_on: date
    item_id: str | None = None
    kept_at: str = ""
    taken_down_on: date | None = None
    certified_by_id: str | None = None

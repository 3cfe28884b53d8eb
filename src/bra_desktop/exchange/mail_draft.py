"""A mail that hasn't been sent, as a file (RFC 5322) that Outlook and Thunderbird open to be read over and sent."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

_UNSENT = "X-Unsent"  # Outlook opens such a file as a draft with a button that sends it


@dataclass(frozen=True)
class Attached:
    """A file that goes with the mail.

    ``kind`` is its media type, e.g. application/pdf; ``told`` is what else is said of it there (RFC 2045, 5.1).
    """

    file_name: str
    content: bytes
    kind: str
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Addressee:
    """A name and an address."""

    name: str
    address: str


@dataclass(frozen=True)
class MailDraft:
    """Whom it is to, what about, and what it says: plain text, paragraphs parted by an empty line.

    ``unseen`` get it too (Bcc), without the others being told.
    """

    to: tuple[Addressee, ...]
    subject: str
    text: str
    attached: tuple[Attached, ...] = ()
    sender: Addressee | None = None
    unseen: tuple[Addressee, ...] = ()


def write_draft(draft: MailDraft) -> bytes:
    """The mail as a file, the same bytes for the same draft. Who sends it is left to the mail program to say."""
    message = EmailMessage(policy=SMTP)
    message[_UNSENT] = "1"
    message["Subject"] = _one_line(draft.subject)
    if draft.to:
        message["To"] = _addresses(draft.to)
    if draft.unseen:
        message["Bcc"] = _addresses(draft.unseen)
    if draft.sender is not None:
        message["Reply-To"] = _addresses([draft.sender])
    message["MIME-Version"] = "1.0"
    message.set_content(draft.text, charset="utf-8", cte="quoted-printable")
    for file in draft.attached:
        main, _, sub = file.kind.partition("/")
        told = dict(file.told)
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=file.file_name, params=told)
    _part_alike(message, draft)
    return message.as_bytes()


def _addresses(people: Sequence[Addressee]) -> tuple[Address, ...]:
    return tuple(Address(_one_line(one.name), addr_spec=one.address) for one in people)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _part_alike(message: EmailMessage, draft: MailDraft) -> None:
    """The line that parts the attachments follows from what is in them; chance would make every file another."""
    if not message.is_multipart():
        return
    digest = hashlib.sha256(draft.text.encode())
    for file in draft.attached:
        digest.update(file.content)
    message.set_boundary(f"=_{digest.hexdigest()[:40]}")

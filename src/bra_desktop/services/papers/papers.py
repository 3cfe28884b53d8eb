"""Every paper of a meeting by its kind, also those that tell more than the meeting's content does."""

from __future__ import annotations

from bra_desktop.services.adjusted import additions
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.documents import Composed, MadeDocument
from bra_desktop.services.preparing import supplements

CORRECTION = "correction"
_NOTICES = ("public_notice", "certificate")


def make_paper(office: Office, ref: str, kind: str) -> MadeDocument:
    """The paper as a PDF: one of documents.KIND_WORDS but extracts. Raises as :func:`composed_paper`."""
    beyond = kind in (*_NOTICES, CORRECTION, supplements.SUPPLEMENT)
    return composed_paper(office, ref, kind).as_pdf() if beyond else documents.make(office, ref, kind)


def composed_paper(office: Office, ref: str, kind: str) -> Composed:
    """What the paper says. Raises NoSuchMeeting, or RuleBroken for one that the meeting does not have."""
    if kind in _NOTICES:
        return additions.composed_public_notice(office, ref, certificate=kind == "certificate")
    if kind == CORRECTION:
        return additions.composed_correction(office, ref)
    content = office.content(ref)
    if kind == supplements.SUPPLEMENT:
        return supplements.composed_supplement(office, content)
    return documents.composed(office, content, kind)

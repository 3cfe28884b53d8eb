"""Every paper of a meeting by its kind, also those that tell more than the meeting's content does."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.services.adjusted import additions, public_notices
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents, extracts, item_papers, locked_words, sent
from bra_desktop.services.papers.documents import Composed, MadeDocument
from bra_desktop.services.papers.item_papers import ITEM
from bra_desktop.services.papers.sent import KeptPaper
from bra_desktop.services.preparing import notice, supplements

CORRECTION, PUBLIC_CORRECTION = "correction", "public_correction"


def make_paper(office: Office, ref: str, kind: str) -> MadeDocument:
    """The paper as a PDF: one of documents.KIND_WORDS but extracts, or the key of one that was kept or of one item's.

    What was locked, signed or sent is given as it was, never made again. Raises as :func:`composed_paper`.
    """
    if kind.startswith(ITEM):
        return item_papers.item_paper(office, kind.removeprefix(ITEM))
    if kind == sent.NOTICE or kind.startswith(sent.KEPT):
        kept = sent.as_kept(office, ref, kind)
        if kept is not None:
            return kept
    beyond = public_notices.is_notice(kind) or kind in (CORRECTION, PUBLIC_CORRECTION, supplements.SUPPLEMENT)
    return composed_paper(office, ref, kind).as_pdf() if beyond else documents.make(office, ref, kind)


def composed_paper(office: Office, ref: str, kind: str) -> Composed:
    """What the paper says, as it was said where it was sent.

    Raises NoSuchMeeting, or RuleBroken for one that the meeting does not have, or that is kept as a PDF alone.
    """
    if kind.startswith(ITEM):
        return item_papers.composed_item_paper(office, kind.removeprefix(ITEM))
    if kind == sent.NOTICE or kind.startswith(sent.KEPT):
        paper = sent.kept_paper(office, ref, kind)
        if paper is not None and paper.kind == extracts.KIND:
            return extracts.composed_as_handed_out(office, ref, paper)
        then = sent.made_of(office, paper) if paper else None
        if paper is not None and then is not None:
            return composed_as_sent(office, ref, paper, then, public=paper.public)
        if kind != sent.NOTICE:
            raise RuleBroken("Det som är utlämnat finns som pdf. Spara den, eller skapa dokumentet på nytt.", where=ref)
    if public_notices.is_notice(kind):
        return public_notices.composed_notice_of_kind(office, ref, kind)
    if kind in (CORRECTION, PUBLIC_CORRECTION):
        return additions.composed_correction(office, ref, public=kind == PUBLIC_CORRECTION)
    content = office.content(ref)
    if kind == supplements.SUPPLEMENT:
        return supplements.composed_supplement(office, content)
    if kind in ("protocol", "notes"):
        return locked_words.composed_as_locked(office, content, kind)
    return documents.composed(office, content, kind)


def composed_as_sent(
    office: Office, ref: str, paper: KeptPaper, then: MeetingContent, *, public: bool = False
) -> Composed:
    """What a notice or a supplement that was sent says, of the meeting as it was ``then``."""
    if paper.kind == sent.NOTICE:
        return notice.composed_notice(office, then, public=public)
    return supplements.sent_supplement(office, ref, paper, then, public=public)

"""Which papers a meeting's page shows, and what they are called. Knows no Qt."""

from bra_desktop.domain.corrected_marks import CorrectedMarks
from bra_desktop.domain.extracts import extractable
from bra_desktop.domain.headings import notice_in_text
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import capital_first
from bra_desktop.services.adjusted import public_notices
from bra_desktop.services.meeting_views import SENT
from bra_desktop.services.papers.documents import document_kinds, kind_word
from bra_desktop.services.papers.item_papers import ITEM
from bra_desktop.services.papers.papers import CORRECTION, PUBLIC_CORRECTION
from bra_desktop.services.papers.sent import KEPT, NOTICE, SUPPLEMENT, KeptPaper, kept_papers
from bra_desktop.services.reading import MeetingView
from bra_desktop.ui.meeting.presenter import Loaded, first_kind

EXTRACT = "extract"
HANDED_OUT = "handed_out"
"""The extracts that were handed out, one of which is chosen beside the preview."""
POSTED, CERTIFICATE = public_notices.NOTICE, public_notices.CERTIFICATE
HANDED_OUT_WORDS = "Utlämnade utdrag"
_BEFORE = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED)
_MADE = (
    "agenda",
    "attendance",
    "protocol",
    "notes",
    "public",
    EXTRACT,
    POSTED,
    CERTIFICATE,
    CORRECTION,
    PUBLIC_CORRECTION,
)
_LISTS = ("decisions", "actions")


def papers_of(loaded: Loaded) -> dict[str, str]:
    """The papers that there are now by their key, in their order: what was sent as it was sent, then what is made.

    A supplement is there when there is something new to tell the called.
    """
    content, kept = loaded.view.content, _kept(loaded.view)
    found = {NOTICE: kind_word(content, NOTICE)} | {paper.key: paper.words for paper in kept if paper.kind in SENT}
    if loaded.supplement:
        found[SUPPLEMENT] = f"{kind_word(content, SUPPLEMENT)} {loaded.supplement}"
    there = _there(loaded.view) | _without_what_is_marked(loaded.whole or loaded.view)
    for kind in (kind for kind in (*_MADE, *_LISTS) if kind in there):
        found[kind] = kind_word(content, kind)
        if kind == "protocol":
            found |= _of_items(loaded.view)
    if any(paper.kind == EXTRACT for paper in kept):
        found[HANDED_OUT] = HANDED_OUT_WORDS
    return found


def with_room(loaded: Loaded, chosen: str) -> tuple[str, ...]:
    """The papers in the order that they get room in a row: what was sent has long names, and is wanted before."""
    papers, before = papers_of(loaded), loaded.view.content.state in _BEFORE
    sent = [paper for paper in _kept(loaded.view) if paper.kind in SENT]
    long = {paper.key for paper in sent if paper.public or not before}
    return (chosen, *(key for key in papers if key not in long), *(key for key in papers if key in long))


def extracts_of(view: MeetingView) -> tuple[KeptPaper, ...]:
    """The extracts that were handed out, the latest first."""
    return tuple(paper for paper in reversed(_kept(view)) if paper.kind == EXTRACT)


def paper_of(loaded: Loaded, key: str) -> KeptPaper | None:
    """The paper of that key as it was kept; None for what is made now."""
    return next((paper for paper in _kept(loaded.view) if paper.key == key), None)


def latest_sent(loaded: Loaded) -> str:
    """The key of what was sent to the called last, empty for nothing."""
    return next((p.key for p in reversed(_kept(loaded.view)) if p.kind in SENT and not p.public), "")


def kind_to_show(loaded: Loaded, before: Loaded | None, shown: str) -> str:
    """The kind to show of a meeting that was read: the one that is shown, or what is wanted at this point.

    A supplement that has been sent is shown as it was sent. before: the same meeting as it was read last; None for
    another one.
    """
    first = first_kind(loaded.view.content)
    if before is None or first_kind(before.view.content) != first:
        return first
    if shown in papers_of(loaded):
        return shown
    return (latest_sent(loaded) if shown == SUPPLEMENT else "") or first


def is_kept(key: str) -> bool:
    """Whether only a paper that is kept, and not made, has that key."""
    return key.startswith((KEPT, ITEM))


def item_of(key: str) -> str:
    """The item that a paper tells of alone: its own protocol, its notice or the certificate of that; else empty."""
    if key.startswith(ITEM):
        return key.removeprefix(ITEM)
    return key.partition(public_notices.OF_ITEM)[2] if public_notices.is_notice(key) else ""


def may_not_be_seen(loaded: Loaded, key: str) -> bool:
    """Whether the paper holds what is confidential, now or when it was sent, and others see the screen."""
    paper = paper_of(loaded, key)
    marked = paper is not None and paper.marked and loaded.whole is not None
    return marked or bool(loaded.withheld and key not in ("public", PUBLIC_CORRECTION))


def changed_words(loaded: Loaded, paper: KeptPaper) -> tuple[str, str]:
    """That a paper is shown as it was sent, though the meeting is another now; and the key of what tells the rest."""
    forum = loaded.view.content.forum
    name = capital_first(notice_in_text(forum)) if paper.kind == NOTICE else "Kompletteringen"
    said, latest = f"{name} visas som den skapades. Mötet är ändrat sedan dess", latest_sent(loaded)
    if loaded.supplement:
        word = kind_word(loaded.view.content, SUPPLEMENT).lower()
        return f"{said}, och {word} {loaded.supplement} berättar vad som är nytt.", SUPPLEMENT
    if latest != paper.key:
        return f"{said}, och det nya är skickat i en komplettering.", latest
    return f"{said}.", "agenda"


def _kept(view: MeetingView) -> tuple[KeptPaper, ...]:
    return kept_papers(view.documents, view.content)


def _of_items(view: MeetingView) -> dict[str, str]:
    """The papers of the items that were adjusted immediately: Protokoll § 45, Anslag § 45, Anslagsbevis § 45."""
    content, found = view.content, dict[str, str]()
    for key in (key for key in course(content).order if key in view.frozen_items):
        name, posted = in_sentence(content.forum, content.item(key)), view.public_notices.get(key)
        found[f"{ITEM}{key}"] = f"{kind_word(content, 'protocol')} {name}"
        if posted is not None:
            found[public_notices.of_item(POSTED, key)] = f"{kind_word(content, POSTED)} {name}"
        if posted is not None and posted.taken_down_on is not None:
            found[public_notices.of_item(CERTIFICATE, key)] = f"{kind_word(content, CERTIFICATE)} {name}"
    return found


def _there(view: MeetingView) -> frozenset[str]:
    posted = view.public_notices.get("")
    if view.content.state is MeetingState.CANCELLED:  # nothing was said at it
        return frozenset({"agenda"})
    found = [
        *document_kinds(view.content),
        *((EXTRACT,) if extractable(view.content) else ()),
        *((POSTED,) if posted is not None else ()),
        *((CERTIFICATE,) if posted is not None and posted.taken_down_on is not None else ()),
        *((CORRECTION,) if view.corrections else ()),
    ]
    return frozenset(found)


def _without_what_is_marked(view: MeetingView) -> frozenset[str]:
    """The public version of the corrections, where something is marked that one of them may tell of."""
    told = ((one.item_id or "", f"{one.text}\n{one.reason}") for one in view.corrections)
    return frozenset({PUBLIC_CORRECTION}) if CorrectedMarks(view.content).touches(told) else frozenset()

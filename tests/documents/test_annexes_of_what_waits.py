"""Which annexes a protocol has: those of what the meeting dealt with, and of the whole meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bra_desktop.documents import notes, notice, protocol
from bra_desktop.domain.content import AnnexContent, MeetingContent, PartySignatureContent
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.struck import with_annexes_of_the_protocol
from bra_desktop.domain.text import plain_document
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import PICTURE, called, formal, picture
from tests.domain.almby import with_profile

OWN = AnnexContent("u", "Budget för värdarna", 2, text=plain_document("Kronor och ören", "u"))
SHARED = AnnexContent("d", "Karta över platserna", 3, file_name="karta.pdf", digest="b" * 64)
WHOLE = AnnexContent("w", "Röstlängd", 4)
PARTY = PartySignatureContent("Petra Ek", organisation="Fastighetsägarna")


def not_reached(content: MeetingContent, state: MeetingState) -> MeetingContent:
    """The third item was not taken up; it has an annex of its own, and one that the second has, too."""
    given = {"i3": ("u", "d"), "i2": ("d",)}
    items = tuple(replace(item, annexes=(*item.annexes, *given.get(item.key, ()))) for item in content.items)
    items = tuple(
        replace(item, paragraph=None, opened_at=None, struck=False) if item.key == "i3" else item for item in items
    )
    written = replace(OWN, signatures=(PARTY,))
    return replace(content, state=state, items=items, annexes=(*content.annexes, written, SHARED, WHOLE))


@pytest.mark.parametrize("state", [MeetingState.DRAFT, MeetingState.REVIEW, MeetingState.ADJUSTMENT])
def test_annexes_of_an_item_that_was_never_taken_up_are_in_no_protocol_once_the_meeting_is_over(
    state: MeetingState,
) -> None:
    content = not_reached(formal(), state)
    for paper in (
        protocol.protocol(content, pictures={PICTURE: picture()}),
        protocol.protocol(content, pictures={PICTURE: picture()}, public=True),
        notes.notes(with_profile(content, DocumentProfile.NOTES), pictures={PICTURE: picture()}),
    ):
        said = blocks_as_text(paper)
        assert "Budget för värdarna" not in said
        assert "Kronor och ören" not in said
        assert "Petra Ek" not in said
        assert "Karta över platserna" in said
        assert "Röstlängd" in said
    kept = {annex.key: annex.number for annex in with_annexes_of_the_protocol(content).annexes}
    assert (kept["d"], kept["w"]) == (3, 4), "what others were told of an annex by its number still holds"


def test_while_the_meeting_goes_on_every_annex_stands_in_the_draft() -> None:
    content = not_reached(formal(), MeetingState.IN_PROGRESS)
    assert "Kronor och ören" in blocks_as_text(protocol.protocol(content, pictures={PICTURE: picture()}))


def test_a_notice_that_is_made_after_the_meeting_tells_of_every_annex_that_it_called_to() -> None:
    first = called().items[0].key
    items = tuple(replace(item, annexes=("u",)) if item.key == first else item for item in called().items)
    items = tuple(replace(item, paragraph=1) if place == 1 else item for place, item in enumerate(items))
    content = replace(called(), state=MeetingState.DRAFT, items=items, annexes=(*called().annexes, OWN))
    assert "Budget för värdarna" in blocks_as_text(notice.agenda(content))


def test_a_meeting_in_which_nothing_was_numbered_or_timed_keeps_all_of_its_annexes() -> None:
    content = not_reached(formal(), MeetingState.DRAFT)
    items = tuple(replace(item, paragraph=None, opened_at=None, struck=False) for item in content.items)
    bare = replace(content, items=items)
    assert with_annexes_of_the_protocol(bare) is bare

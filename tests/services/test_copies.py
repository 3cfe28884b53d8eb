"""Copies out of the data: every kind that the meeting has, from what was locked, kept nowhere."""

from datetime import time

import pytest

from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.services import keeping, reading
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import opening
from bra_desktop.services.papers import copies, documents
from bra_desktop.services.papers.copies import Form
from bra_desktop.services.preparing import planning
from tests.builders import DAY, Council, council


def text(c: Council, ref: str, kind: str) -> str:
    return copies.copy(c.office, ref, kind, Form.TEXT).text


def test_every_document_that_a_meeting_has_is_copied_in_both_forms(bra: Council) -> None:
    ref = bra.written()
    kinds = documents.document_kinds(bra.office.content(ref))
    assert "decisions" in kinds
    for kind in kinds:
        word = copies.copy(bra.office, ref, kind, Form.WORD)
        assert word.made.content[:2] == b"PK"
        assert word.made.file_name == documents.file_name(bra.office.content(ref), kind).replace(".pdf", ".docx")
        assert text(bra, ref, kind)


def test_notes_are_copied_as_notes() -> None:
    with council(DocumentProfile.NOTES) as made:
        ref = made.closed()
        assert "Arbetskopia. Minnesanteckningarna är inte fastställda." in text(made, ref, "notes")
        with pytest.raises(RuleBroken, match="inte protokoll"):
            copies.copy(made.office, ref, "protocol", Form.WORD)


def test_a_locked_protocol_is_copied_as_it_was_locked_and_nothing_is_kept(bra: Council) -> None:
    ref = bra.written()
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    kept = reading.meeting_view(bra.office, ref).documents
    said = text(bra, ref, "protocol")
    assert "Originalet är det protokoll som skrivs under. Det är inte justerat." in said
    assert "Utkast" not in said
    assert reading.meeting_view(bra.office, ref).documents == kept


def test_a_later_program_copies_a_locked_protocol_in_the_words_that_it_was_locked_with(
    bra: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = bra.written()
    item = bra.item(ref, 2)
    adjustment.adjust_item_now(bra.office, item)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    adjustment.hand_to_review(bra.office, ref)
    adjustment.hand_to_adjustment(bra.office, ref)
    kinds = ("protocol", f"item/{item}")
    before = [text(bra, ref, kind) for kind in kinds]
    monkeypatch.setattr(ItemMaker, "blocks", lambda *_: [])
    assert "Rådet diskuterar frågan." not in text(bra, ref, "public"), "the program composes otherwise by now"
    assert [text(bra, ref, kind) for kind in kinds] == before
    assert not [row for row in reading.meeting_view(bra.office, ref).documents if row.kind == "blocks"]
    assert keeping.check(bra.office) == ()


def test_a_copy_tells_whether_it_holds_what_is_confidential(bra: Council) -> None:
    ref = bra.written()
    title = bra.office.content(ref).items[2].title
    assert not copies.copy(bra.office, ref, "notice", Form.TEXT).confidential
    planning.change_item(bra.office, bra.item(ref, 2), {"confidential": "21 kap. 3 § OSL"})
    whole, public = (copies.copy(bra.office, ref, kind, Form.TEXT) for kind in ("protocol", "public"))
    assert whole.confidential
    assert title in whole.text
    assert not public.confidential
    assert title not in public.text

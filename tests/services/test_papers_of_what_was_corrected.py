"""What is made of a protocol after a correction tells of it: the correction, what goes out, log and register."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from bra_desktop.documents import correction, notes, protocol
from bra_desktop.documents.corrected import Corrected
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services import reading
from bra_desktop.services.adjusted import additions, adjustment, paper
from bra_desktop.services.papers import papers
from bra_desktop.services.papers.copies import Form, copied
from bra_desktop.services.papers.decision_registers import composed_register_of_meeting
from bra_desktop.services.papers.documents import Composed
from bra_desktop.services.preparing import planning
from tests.builders import SECRETARY, Council, council, pdf_text
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import LAW, est, formal

MADE = date(2026, 11, 22)
SAID = "Ska vara 48 000."
OF_ITEM = "är rättad den 22 november 2026. Se rättelsen."


@pytest.fixture
def ink() -> Iterator[Council]:
    """The council with protocols signed on paper."""
    with council(medium=Medium.INK) as made:
        yield made


@pytest.fixture
def corrected(ink: Council) -> str:
    """A meeting with its second item corrected after the last signature."""
    ref = ink.frozen()
    for signer in reading.meeting_view(ink.office, ref).signers:
        paper.record_ink_signature(ink.office, ref, signer.person_id, date(2026, 3, 12), signer.role)
    ink.clock.set(MADE)
    additions.correct(ink.office, ref, ink.people[SECRETARY], "Skrivfel", SAID, ink.item(ref, 2))
    return ref


def in_every_form(composed: Composed) -> tuple[str, ...]:
    """What it says as text, in Word and in the PDF, with ordinary spaces."""
    with ZipFile(BytesIO(copied(composed, Form.WORD).made.content)) as word:
        said = word.read("word/document.xml").decode()
    texts = (copied(composed, Form.TEXT).text, said, pdf_text(composed.as_pdf().content))
    return tuple(" ".join(text.replace(NBSP, " ").split()) for text in texts)


def test_a_correction_stands_with_the_decision_and_the_text_that_it_corrects_in_every_form(
    ink: Council, corrected: str
) -> None:
    item = ink.office.content(corrected).item(ink.item(corrected, 2))
    for text in in_every_form(papers.composed_paper(ink.office, corrected, "correction")):
        assert text.index(item.title) < text.index(SAID)
        assert all(decision.text.strip(". ") in text for decision in item.decisions)


@pytest.mark.parametrize("kind", ["public", "decisions"])
def test_the_public_version_and_the_decision_log_tell_of_a_correction_in_every_form(
    ink: Council, corrected: str, kind: str
) -> None:
    for text in in_every_form(papers.composed_paper(ink.office, corrected, kind)):
        assert f"§ 3 {OF_ITEM}" in text
        assert f"§ 2 {OF_ITEM}" not in text


def test_the_public_version_says_a_correction_below_its_item(ink: Council, corrected: str) -> None:
    for text in in_every_form(papers.composed_paper(ink.office, corrected, "public")):
        assert SAID in text


def test_the_register_of_the_year_tells_of_a_correction_in_every_form(ink: Council, corrected: str) -> None:
    for text in in_every_form(composed_register_of_meeting(ink.office, corrected)):
        assert text.count("Rättad den 22 november 2026. Se rättelsen.") == 1


def test_a_correction_of_the_whole_is_told_in_the_log_the_register_and_the_public_version(
    ink: Council, corrected: str
) -> None:
    additions.correct(ink.office, corrected, ink.people[SECRETARY], "Fel sal", "Mötet hölls i Sal B.")
    made = [papers.composed_paper(ink.office, corrected, kind) for kind in ("public", "decisions")]
    for composed in (*made, composed_register_of_meeting(ink.office, corrected)):
        for text in in_every_form(composed):
            assert "n rättelse den 22 november 2026 gäller hela protokollet. Se rättelsen." in text
            assert "Sal B" not in text


def test_the_locked_protocol_says_what_it_said(ink: Council, corrected: str) -> None:
    for text in in_every_form(papers.composed_paper(ink.office, corrected, "protocol")):
        assert "Rätt" not in text
        assert SAID not in text


@pytest.mark.parametrize("ground", ["", "OSL 18 kap. 1 §"])
def test_the_public_version_tells_no_more_of_a_marked_items_correction_than_that_there_is_one(ground: str) -> None:
    content = formal()
    items = tuple(replace(one, confidential=ground) if one.key == "i2" else one for one in content.items)
    made = [Corrected("i2", MADE, "Eva Lind", "Fel namn", "Det är Karl Ek.")]
    shown = protocol.protocol(replace(content, items=items), public=True, corrections=made)
    said = blocks_as_text(shown).replace(NBSP, " ")
    assert "Rättat den 22 november 2026. Se rättelsen." in said
    assert not any(word in said for word in ("Karl Ek", "Fel namn"))


def test_the_public_version_of_notes_tells_of_a_correction() -> None:
    content = replace(est(), state=MeetingState.ESTABLISHED)
    made = [Corrected(key, MADE, "Eva Lind", "Skrivfel", SAID) for key in ("", content.items[0].key)]
    said = blocks_as_text(notes.notes(content, public=True, corrections=made)).replace(NBSP, " ")
    assert "En rättelse den 22 november 2026 gäller minnesanteckningarna som helhet. Se rättelsen." in said
    assert f"1 {OF_ITEM}" in said
    assert SAID in said


NOT_TOLD = "En rättelse är gjord; den återges inte här."
SECRET, OPEN = "Det är Karl Ek som avses.", "Mötet hölls i Sal B."


def public_paper(*made: Corrected) -> str:
    return blocks_as_text(correction.correction(formal(), made, public=True)).replace(NBSP, " ")


def corrected_on(item: str, text: str, day: int = 16) -> Corrected:
    return Corrected(item, date(2026, 12, day), "Eva Lind", "Fel uppgift", text)


def test_the_public_version_of_a_correction_says_of_a_marked_item_its_number_the_day_and_the_ground() -> None:
    said = public_paper(corrected_on("", OPEN), corrected_on("i4", SECRET, 17)).replace("_", "*")
    assert said.startswith("Rättelse, offentlig version")
    assert OPEN in said
    assert "§ 104 | Sekretessmarkerat ärende" in said
    assert f"Rättat den 17 december 2026. *{NOT_TOLD} Uppgifter är borttagna med stöd av {LAW}.*" in said.replace(
        "_", "*"
    )
    assert not any(word in said for word in ("Karl Ek", "Nils Hemlig", "Personärende"))


def test_the_public_version_says_no_more_of_a_correction_of_an_item_with_marked_words() -> None:
    said = public_paper(corrected_on("i2", SECRET), corrected_on("i1", OPEN))
    assert "Åtgärdsplan mot brott" in said
    assert OPEN in said
    assert not any(word in said for word in ("Karl Ek", "Nils Hemlig"))


@pytest.mark.parametrize("named", ["I § 104 ska det stå 48 000.", "I personärende ska det stå 48 000."])
def test_a_correction_of_the_whole_that_names_a_marked_item_is_told_by_its_day_in_the_public_version(
    named: str,
) -> None:
    said = public_paper(corrected_on("", named))
    assert "48 000" not in said
    assert "Rättat den 16 december 2026." in said
    assert "48 000" in public_paper(corrected_on("", named.replace("104", "1040").replace("personärende", "sal")))


def test_two_corrections_of_one_item_are_told_apart() -> None:
    said = public_paper(corrected_on("i1", OPEN), corrected_on("i1", SAID, 17))
    assert said.index("[Rättelse 1]") < said.index(OPEN) < said.index("[Rättelse 2]") < said.index(SAID)


def test_a_correction_without_anything_marked_in_it_has_no_public_version(ink: Council, corrected: str) -> None:
    with pytest.raises(RuleBroken, match="inget som är sekretessmarkerat"):
        papers.composed_paper(ink.office, corrected, "public_correction")


def test_a_public_version_of_a_correction_is_a_paper_as_the_others(ink: Council) -> None:
    ref = ink.closed()
    planning.change_item(ink.office, ink.item(ref, 2), {"confidential": "OSL 18 kap. 1 §"})
    adjustment.hand_to_review(ink.office, ref)
    adjustment.hand_to_adjustment(ink.office, ref)
    for signer in reading.meeting_view(ink.office, ref).signers:
        paper.record_ink_signature(ink.office, ref, signer.person_id, date(2026, 3, 12), signer.role)
    ink.clock.set(MADE)
    additions.correct(ink.office, ref, ink.people[SECRETARY], "Fel namn", SECRET, ink.item(ref, 2))
    composed = papers.composed_paper(ink.office, ref, "public_correction")
    for text in in_every_form(composed):
        assert "18 kap. 1 §" in text
        assert "Karl Ek" not in text
    made = papers.make_paper(ink.office, ref, "public_correction")
    assert made.file_name.startswith("Rättelse, offentlig version ")
    assert not copied(composed, Form.TEXT).confidential

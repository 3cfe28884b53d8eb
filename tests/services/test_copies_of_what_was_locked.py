"""A copy of a locked paper says what the paper says, word by word, as others read both: poppler and LibreOffice."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from bra_desktop.domain.extracts import Choice
from bra_desktop.domain.kinds import Duty, Medium
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment, paper, signing
from bra_desktop.services.live import attendance, opening
from bra_desktop.services.papers import copies, extracts, papers
from bra_desktop.services.papers.copies import Copied, Form
from bra_desktop.services.papers.item_papers import ITEM
from tests.builders import DAY, MEMBER, PIN, Council, council
from tests.documents.copies_reading import OFFICE, in_words, office_texts
from tests.documents.pdf_reading import page_texts, spoken

STAMP = "Elektroniskt underskrivet {day} kl. {clock} enligt datorns klocka"
pytestmark = [pytest.mark.office, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")]


@pytest.fixture
def ink() -> Iterator[Council]:
    with council(medium=Medium.INK) as made:
        yield made


def adjusted(made: Council) -> tuple[str, str]:
    """A protocol that everybody has signed, with a § that was adjusted at once and signed apart at eleven."""
    ref = made.written()
    item = made.item(ref, 2)
    made.clock.set(DAY, time(11))
    adjustment.adjust_item_now(made.office, item)
    sign(made, ref, item)
    attendance.appoint(made.office, ref, Duty.ADJUST, made.people[MEMBER])
    made.clock.set(DAY, time(12))
    opening.close_meeting(made.office, ref)
    adjustment.hand_to_review(made.office, ref)
    adjustment.hand_to_adjustment(made.office, ref)
    made.clock.set(date(2026, 3, 12), time(15, 5))
    sign(made, ref)
    return ref, item


def sign(made: Council, ref: str, item: str | None = None) -> None:
    view = reading.meeting_view(made.office, ref)
    files = {} if view.content.medium is Medium.INK else made.certificates()
    for signer in adjustment.item_signers(made.office, item) if item else view.signers:
        if files:
            signing.sign(made.office, ref, signer.name, files[signer.name], PIN, signer.role, item)
        else:
            day = made.office.today()
            paper.record_ink_signature(made.office, ref, signer.person_id, day, signer.role, item)


def the_same(folder: Path, pdf: bytes, copied: Copied, *, stamps: int = 0, stamp: str = "") -> None:
    """Assert that both say the same: all but what the copy says of itself, and that a signature is no tagged text."""
    read = in_words(office_texts(folder, {"copy": copied.made.content})["copy"])
    said = in_words(" ".join(words.partition(" ")[2] for words in spoken(pdf, folder)))
    begins = next(n for n, word in enumerate(read) if word.startswith("Avskrift"))
    ends = begins + len(read) - len(said) - len(in_words(stamp)) * stamps
    assert " ".join(read[begins:ends]).startswith(("Avskrift. Originalet är", "Avskrift som inte är bestyrkt."))
    body = " ".join([*read[:begins], *read[ends:]])
    drawn = " ".join(in_words(" ".join(page_texts(pdf, folder))))
    assert (body.count("underskrivet 2026"), drawn.count("underskrivet 2026")) == (stamps, stamps)
    if stamp:
        assert (body.count(stamp), drawn.count(stamp)) == (stamps, stamps)
        body = body.replace(stamp, "")
    assert body.split() == said


def word(made: Council, ref: str, kind: str) -> Copied:
    return copies.copy(made.office, ref, kind, Form.WORD)


def test_a_protocol_that_is_signed_electronically(bra: Council, tmp_path: Path) -> None:
    ref, _item = adjusted(bra)
    pdf = papers.make_paper(bra.office, ref, "protocol").content
    stamp = STAMP.format(day="2026-03-12", clock="15.05")
    the_same(tmp_path, pdf, word(bra, ref, "protocol"), stamps=4, stamp=stamp)
    said = copies.copy(bra.office, ref, "protocol", Form.TEXT).text.replace("\u00a0", " ")
    assert said.count(stamp) == 4
    assert "Anna Svedin, sekreterare, §§ 1–2, 4. Elektroniskt underskrivet" in said


def test_a_protocol_that_is_signed_on_paper(ink: Council, tmp_path: Path) -> None:
    ref, _item = adjusted(ink)
    the_same(tmp_path, papers.make_paper(ink.office, ref, "protocol").content, word(ink, ref, "protocol"))


def test_an_item_adjusted_immediately(bra: Council, tmp_path: Path) -> None:
    ref, item = adjusted(bra)
    kind, stamp = f"{ITEM}{item}", STAMP.format(day="2026-03-05", clock="11.00")
    copied = word(bra, ref, kind)
    the_same(tmp_path, papers.make_paper(bra.office, ref, kind).content, copied, stamps=3, stamp=stamp)
    said = copies.copy(bra.office, ref, kind, Form.TEXT).text.replace("\u00a0", " ")
    own = "det elektroniskt underskrivna protokoll för § 3 som justerades omedelbart den 5 mars 2026."
    assert f"Avskrift. Originalet är {own}" in said


def test_an_extract_of_the_item_and_of_the_rest(bra: Council, tmp_path: Path) -> None:
    ref, item = adjusted(bra)
    composed, _one = extracts.composed_extract(bra.office, ref, Choice((bra.item(ref, 0), item), ()))
    the_same(tmp_path, composed.as_pdf().content, copies.copied(composed, Form.WORD))


def test_nobody_has_signed_a_copy_of_what_waits_for_signatures(bra: Council) -> None:
    ref = bra.frozen()
    assert "lektroniskt underskrivet" not in copies.copy(bra.office, ref, "protocol", Form.TEXT).text

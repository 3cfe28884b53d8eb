"""An extract made after a correction tells of it beside the item that it corrects; what was adjusted never changes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from bra_desktop.documents.corrected import Corrected
from bra_desktop.documents.extract import Extracts, Standing
from bra_desktop.domain.kinds import Medium
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services import reading
from bra_desktop.services.adjusted import additions, paper
from bra_desktop.services.papers import papers
from bra_desktop.services.papers.copies import Form, copied
from bra_desktop.services.papers.documents import Composed
from bra_desktop.services.papers.extracts import extract_of
from tests.builders import SECRETARY, Council, council, pdf_text
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import formal

LAST_DAY = date(2026, 3, 12)
SAID = "Ska vara 48 000."


@pytest.fixture
def ink() -> Iterator[Council]:
    """The council with protocols signed on paper."""
    with council(medium=Medium.INK) as made:
        yield made


def adjusted(made: Council) -> str:
    ref = made.frozen()
    for signer in reading.meeting_view(made.office, ref).signers:
        paper.record_ink_signature(made.office, ref, signer.person_id, LAST_DAY, signer.role)
    return ref


def correct(made: Council, ref: str, item: int | None, text: str = SAID) -> None:
    key = None if item is None else made.item(ref, item)
    additions.correct(made.office, ref, made.people[SECRETARY], "Skrivfel", text, key)


def as_text(composed: Composed) -> str:
    return copied(composed, Form.TEXT).text.replace(NBSP, " ")


def test_an_extract_of_a_corrected_item_says_the_correction_in_every_form(ink: Council) -> None:
    ref = adjusted(ink)
    protocol = papers.make_paper(ink.office, ref, "protocol").content
    ink.clock.set(date(2026, 11, 22))
    correct(ink, ref, 2)
    made, other = extract_of(ink.office, ref, [3]), extract_of(ink.office, ref, [2])
    text = as_text(made)
    beside = f"Rättat den 22 november 2026 av {SECRETARY}. Skäl: Skrivfel"
    assert f"Rättelse\n{SAID}\n\n{beside}" in text
    with ZipFile(BytesIO(copied(made, Form.WORD).made.content)) as word:
        assert SAID in word.read("word/document.xml").decode()
    assert SAID in pdf_text(made.as_pdf().content)
    assert "Rätt" not in as_text(other)
    assert papers.make_paper(ink.office, ref, "protocol").content == protocol


def test_a_correction_of_the_whole_protocol_is_told_of_in_every_extract(ink: Council) -> None:
    ref = adjusted(ink)
    ink.clock.set(date(2026, 11, 22))
    correct(ink, ref, None, "Mötet hölls i Sal B.")
    text = as_text(extract_of(ink.office, ref, [2]))
    assert "En rättelse den 22 november 2026 gäller hela protokollet. Se rättelsen." in text
    assert "Sal B" not in text


def in_marked(corrections: Sequence[Corrected], ground: str, *, public: bool) -> str:
    """The extract of an item with a passage that is marked, and marked as a whole when there is a ground."""
    content = formal()
    items = tuple(replace(one, confidential=ground) if one.key == "i2" else one for one in content.items)
    made = Extracts(
        replace(content, items=items), date(2026, 12, 17), Standing(corrections=tuple(corrections)), public=public
    )
    return blocks_as_text(made.of(("i2",))).replace(NBSP, " ")


@pytest.mark.parametrize("ground", ["", "OSL 18 kap. 1 §"])
def test_an_extract_without_what_is_confidential_only_tells_that_a_marked_item_is_corrected(ground: str) -> None:
    made = [Corrected("i2", date(2026, 12, 16), "Eva Lind", "Fel namn", "Det är Karl Ek.")]
    said = in_marked(made, ground, public=True)
    assert "Rättat den 16 december 2026. Se rättelsen." in said
    assert not any(word in said for word in ("Karl Ek", "Fel namn"))
    assert "Karl Ek" in in_marked(made, ground, public=False)

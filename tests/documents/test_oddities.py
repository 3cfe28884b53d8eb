"""Each oddity of real protocols has a golden document of its own."""

import pytest

from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.golden import FOLDER, assert_as_stored
from tests.documents.oddities import ODDITIES, Oddity


@pytest.mark.parametrize("oddity", ODDITIES, ids=lambda oddity: oddity.name)
def test_an_oddity_says_what_its_golden_document_says(oddity: Oddity) -> None:
    document = oddity.paper(oddity.content)
    said = blocks_as_text(document).replace("\u00a0", " ")
    for words in oddity.shown:
        assert words in said
    assert_as_stored(document, f"oddities/{oddity.name}")


def test_no_golden_document_is_left_from_an_oddity_that_is_gone() -> None:
    assert {path.stem for path in (FOLDER / "oddities").iterdir()} == {oddity.name for oddity in ODDITIES}

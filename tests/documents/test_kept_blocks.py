"""What every paper says is written as a file and read back the same, pictures by their digests."""

from hashlib import sha256

import pytest

from bra_desktop.documents import kept_blocks
from bra_desktop.documents.pdf.pdf import render
from tests.documents.papers import Paper, papers
from tests.documents.samples import ARMS, PICTURE, council, formal, picture

PICTURES = {sha256(picture()).hexdigest(): picture()}
PAPERS = [paper for content in (council(), formal()) for paper in papers(content, ARMS, {PICTURE: picture()})]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.kind)
def test_a_paper_is_read_back_as_it_was_written(paper: Paper) -> None:
    document = paper.compose()
    file = kept_blocks.write(document)
    read = kept_blocks.read(file, PICTURES.__getitem__)
    assert read == document
    assert kept_blocks.write(read) == file
    assert picture() not in file


def test_what_is_read_back_is_drawn_the_same() -> None:
    document = PAPERS[0].compose()
    assert render(kept_blocks.read(kept_blocks.write(document), PICTURES.__getitem__)) == render(document)


def test_what_a_later_program_knows_more_of_has_its_default() -> None:
    document = PAPERS[0].compose()
    older = kept_blocks.write(document).replace(b'"language":"sv-SE",', b"", 1)
    assert kept_blocks.read(older, PICTURES.__getitem__) == document

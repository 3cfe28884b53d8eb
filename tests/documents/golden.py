"""Comparing blocks with the stored text. Set WRITE_GOLDEN=1 to store what is made now, and read the difference."""

import os
from pathlib import Path

from bra_desktop.documents.blocks import Document
from tests.documents.blocks_as_text import blocks_as_text

FOLDER = Path(__file__).parent / "golden"


def assert_as_stored(document: Document, name: str) -> None:
    """Assert that the document says exactly what is stored under the name."""
    stored, said = FOLDER / f"{name}.txt", blocks_as_text(document)
    if os.environ.get("WRITE_GOLDEN"):
        stored.write_text(said, encoding="utf-8")
    assert said.splitlines() == stored.read_text(encoding="utf-8").splitlines()

"""Draws every paper of the sample meetings and writes what each file's digest is, for another process to compare."""

import hashlib
import json
import sys
from collections.abc import Iterator

from bra_desktop.documents import copies
from bra_desktop.documents.plain.text import text_file
from bra_desktop.documents.word.file import word_file
from tests.documents.papers import papers
from tests.documents.samples import ARMS, PICTURE, council, est, formal, picture


def digests() -> dict[str, str]:
    """The SHA-256 of every paper of two short meetings, and of a long protocol and its copies."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in _files()}


def _files() -> Iterator[tuple[str, bytes]]:
    for content in (formal(), est()):
        for paper in papers(content, ARMS, {PICTURE: picture()}):
            yield f"{content.ref}: {paper.kind}", paper.pdf()
    (protocol,) = (paper for paper in papers(council(), ARMS) if paper.kind == "protocol with its meeting file")
    yield "the council's protocol", protocol.pdf()
    copy = copies.copied(protocol.compose(), "protocol", council())
    yield "the copy for Word", word_file(copy)
    yield "the copy as text", text_file(copy)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(digests()))

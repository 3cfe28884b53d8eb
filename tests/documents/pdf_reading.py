"""Reading a PDF as others do: its structure and text by poppler, its objects by pikepdf."""

import re
import subprocess
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

_TEXT = re.compile(r'^ *"(.*)"$')


def structure(pdf: bytes, folder: Path) -> str:
    """The tag tree with its text, as ``pdfinfo -struct-text`` prints it."""
    _stored(pdf, folder)
    return _structure(pdf)


@lru_cache(maxsize=32)
def _structure(pdf: bytes) -> str:
    """Kept for the tests that read the same file: of a long protocol poppler takes seconds."""
    with TemporaryDirectory() as folder:
        return _run("pdfinfo", "-struct-text", _stored(pdf, Path(folder)))


def spoken(pdf: bytes, folder: Path) -> list[str]:
    """What the tag tree says, in reading order: the tag in brackets, then its text."""
    lines, tag = [], ""
    for line in structure(pdf, folder).splitlines():
        said = _TEXT.match(line)
        if said:
            lines.append(f"{tag} {said.group(1).strip()}".strip())
        elif line.strip() and not line.strip().startswith("/"):
            tag = line.strip().split(" ")[0].rstrip(":")
    return lines


def page_texts(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page, in the order it is drawn."""
    return _run("pdftotext", "-raw", _stored(pdf, folder), "-").split("\f")[:-1]


def _stored(pdf: bytes, folder: Path) -> str:
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    return str(file)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")

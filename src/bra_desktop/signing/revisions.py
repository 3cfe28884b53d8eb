"""The signatures of a PDF as they lie in its bytes, read without a PDF library.

Judged here is what a PDF library overlooks: what stands between the byte ranges, and what follows the last of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
SIGNED_AT = re.compile(rb"/M\s*\(D:(\d{14})(Z|[+-]\d\d'\d\d)?'?\)")
OCTAL = re.compile(rb"\\([0-7]{3})")
END_OF_REVISION = re.compile(rb"startxref\s+\d+\s+%%EOF(?:\r\n|\n|\r|)")
HEXADECIMAL = re.compile(rb"[0-9A-F]*")
"""As pyHanko writes it: one way only, since no digest covers these bytes."""


class ContentsNotCanonicalError(Exception):
    """What lies between the byte ranges is not exactly one DER value in hexadecimal followed by zeros."""


@dataclass(frozen=True)
class RawSignature:
    """One signature dictionary as the bytes have it. Offsets count from the start of the file."""

    gap_start: int
    gap_end: int
    end: int
    starts_at_zero: bool
    gap: bytes
    dictionary: bytes

    @property
    def byte_range(self) -> tuple[int, int, int, int]:
        """The byte range of ISO 32000-1, 12.8.1, for a signature that starts at zero."""
        return (0, self.gap_start, self.gap_end, self.end - self.gap_end)

    @property
    def signed_at(self) -> datetime | None:
        """The time that the signer's computer gave, or None when it cannot be read."""
        text = OCTAL.sub(lambda found: bytes([int(found[1], 8) & 0xFF]), self.dictionary)
        found = SIGNED_AT.search(text)
        if not found:
            return None
        zone = (found[2] or b"Z").decode().replace("'", "")
        try:
            return datetime.strptime(found[1].decode() + zone, "%Y%m%d%H%M%S%z")
        except ValueError:
            return None

    def message(self) -> bytes:
        """The DER of the signature message. Raises ContentsNotCanonicalError."""
        hexadecimal = self.gap[1:-1]
        framed = self.gap[:1] == b"<" and self.gap[-1:] == b">" and len(self.gap) >= 2
        if not framed or not HEXADECIMAL.fullmatch(hexadecimal):
            raise ContentsNotCanonicalError
        try:
            content = bytes.fromhex(hexadecimal.decode("ascii"))
        except ValueError as error:
            raise ContentsNotCanonicalError from error
        length = _der_length(content)
        if length > len(content) or content[length:].strip(b"\0"):
            raise ContentsNotCanonicalError
        return content[:length]

    def digest(self, pdf: bytes) -> bytes:
        """SHA-256 over the byte range."""
        view = memoryview(pdf)
        running = sha256(view[: self.gap_start])
        running.update(view[self.gap_end : self.end])
        return running.digest()


def raw_signatures(pdf: bytes) -> tuple[RawSignature, ...]:
    """Every signature in the bytes, the oldest first. A byte range outside the file is cut at the file's end."""
    found = []
    for match in BYTE_RANGE.finditer(pdf):
        start, length, rest, rest_length = (int(part) for part in match.groups())
        end = rest + rest_length
        opening, closing = pdf.rfind(b" obj", 0, match.start()), pdf.find(b"endobj", match.end())
        before = min(match.start(), length) if opening < length else match.start()
        dictionary = pdf[max(opening, 0) : before] + pdf[match.start() : closing if closing >= 0 else None]
        found.append(RawSignature(length, rest, end, start == 0, pdf[length:rest], dictionary))
    return tuple(sorted(found, key=lambda one: one.end))


def end_of_original(pdf: bytes, original_sha256: str, before: int) -> int | None:
    """Where the file with that SHA-256 ends inside ``pdf``, sought where revisions end before offset ``before``."""
    running, position = sha256(), 0
    for match in END_OF_REVISION.finditer(pdf, 0, before):
        # the last line of a file may or may not have its line end
        for end in sorted({len(pdf[: match.end()].rstrip(b"\r\n")), match.end()}):
            running.update(pdf[position:end])
            position = end
            if running.hexdigest() == original_sha256.lower():
                return end
    return None


def revisions_between(pdf: bytes, start: int, end: int) -> int:
    """How many revisions end after offset ``start`` and at or before offset ``end``."""
    return sum(1 for _ in END_OF_REVISION.finditer(pdf, start, end))


def _der_length(content: bytes) -> int:
    """The length of the SEQUENCE that ``content`` begins with, if in the definite, shortest form (X.690, 10.1)."""
    if len(content) < 2 or content[0] != 0x30:
        raise ContentsNotCanonicalError
    first = content[1]
    if first < 0x80:
        return 2 + first
    count = first & 0x7F
    size = content[2 : 2 + count]
    value = int.from_bytes(size, "big")
    if not 1 <= count <= 4 or len(size) != count or size[0] == 0 or value < 0x80:
        raise ContentsNotCanonicalError
    return 2 + count + value

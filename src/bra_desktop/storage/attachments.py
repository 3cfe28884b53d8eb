"""Attachments as files beside the database, each named by the SHA-256 of its content.

A file is on the disk before the row that names it is saved, so a row never points at nothing. The same content is
kept once. The database would not do: a BLOB ends at 10⁹ bytes and every backup would copy it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from bra_desktop.domain.errors import UserError
from bra_desktop.storage.durable import switch_in, sync_file
from bra_desktop.storage.failures import Finding, telling_disk

MAX_SIZE = 100 * 1024 * 1024  # bytes
_CHUNK = 1024 * 1024


@dataclass(eq=False)
class StoredFile:
    """The manifest's row of one file: its digest as id, its size in bytes, when it came."""

    id: str
    size: int
    stored_at: datetime | None = None


class TooLarge(UserError):
    """The file is larger than what goes in."""

    def __init__(self, name: str, size: int) -> None:
        megabytes = -(-size // (1024 * 1024))
        super().__init__(
            f"{name} är {megabytes} MB; högst {MAX_SIZE // (1024 * 1024)} MB går in. Dela upp eller minska filen.",
            where=name,
        )


class AttachmentMissing(UserError):
    """The file that a row names is not there or is not what it was."""

    def __init__(self, digest: str) -> None:
        super().__init__(
            f"En bilaga (kontrollsumma {digest[:12]}…) saknas eller är skadad. Återläs den senaste säkerhetskopian.",
            where=digest,
        )


class Attachments:
    """The folder of attachments of one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def refuse_too_large(self, path: Path) -> None:
        """Raise TooLarge for a file that doesn't go in, before anybody reads it; OSError when it isn't there."""
        if (size := path.stat().st_size) > MAX_SIZE:
            raise TooLarge(path.name, size)

    def keep_file(self, path: Path) -> StoredFile:
        """Copy a file in. Raises TooLarge, DiskFull, FolderReadOnly, or OSError when it cannot be read."""
        self.refuse_too_large(path)
        with path.open("rb") as source:
            return self.keep_stream(source, path.name)

    def keep_bytes(self, content: bytes, name: str) -> StoredFile:
        """Keep content that is in memory, such as a document just made. Raises as :meth:`keep_file`."""
        if len(content) > MAX_SIZE:
            raise TooLarge(name, len(content))
        return self._keep([content], name)

    def keep_stream(self, source: IO[bytes], name: str) -> StoredFile:
        """Keep what a stream holds, never more than a megabyte of it in memory. Raises as :meth:`keep_file`."""
        return self._keep(iter(lambda: source.read(_CHUNK), b""), name)

    def path(self, digest: str) -> Path:
        """Where the file of that digest lies, whether it is there or not."""
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError(f"not a digest: {digest!r}")
        return self.folder / digest[:2] / digest

    @contextmanager
    def open(self, digest: str) -> Iterator[IO[bytes]]:
        """The content as a stream. Raises AttachmentMissing when the file is not there."""
        try:
            file = self.path(digest).open("rb")
        except FileNotFoundError as error:
            raise AttachmentMissing(digest) from error
        with file:
            yield file

    def read(self, digest: str) -> bytes:
        """The whole content, checked. Raises AttachmentMissing when the file is not there or has been changed."""
        with self.open(digest) as file:
            content = file.read()
        import hashlib

        if hashlib.sha256(content).hexdigest() != digest:
            raise AttachmentMissing(digest)
        return content

    def verify(self, manifest: Iterable[StoredFile]) -> list[Finding]:
        """What in the folder does not agree with the manifest. A file without a row is no fault: its row was undone."""
        return [finding for stored in manifest if (finding := self._fault(stored)) is not None]

    def _fault(self, stored: StoredFile) -> Finding | None:
        path = self.path(stored.id)
        if not path.exists():
            return Finding(f"bilaga {stored.id[:12]}", "Filen saknas.")
        with path.open("rb") as file:
            import hashlib

            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != stored.id or path.stat().st_size != stored.size:
            return Finding(f"bilaga {stored.id[:12]}", "Filens innehåll stämmer inte med kontrollsumman.")
        return None

    def _keep(self, chunks: Iterable[bytes], name: str) -> StoredFile:
        import uuid  # opening a folder does without

        half_made = self.folder / f"{uuid.uuid4()}.new"
        with telling_disk():
            try:
                self.folder.mkdir(exist_ok=True)
                digest, size = self._write(half_made, chunks, name)
                place = self.path(digest)
                place.parent.mkdir(exist_ok=True)
                switch_in(half_made, place)
            finally:
                half_made.unlink(missing_ok=True)
        return StoredFile(digest, size)

    @staticmethod
    def _write(half_made: Path, chunks: Iterable[bytes], name: str) -> tuple[str, int]:
        import hashlib

        hasher, size = hashlib.sha256(), 0
        with half_made.open("xb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > MAX_SIZE:
                    raise TooLarge(name, size)
                hasher.update(chunk)
                file.write(chunk)
            sync_file(file)
        return hasher.hexdigest(), size

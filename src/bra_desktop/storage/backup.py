"""A backup is one file: the database as it was at one moment, every attachment it names, and a manifest of digests.

It is made on a connection of its own while writing goes on, and counts only after it has been read back whole.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, select

from bra_desktop.domain.canonical import canonical_json
from bra_desktop.domain.errors import UserError
from bra_desktop.storage import sqlite
from bra_desktop.storage.attachments import Attachments
from bra_desktop.storage.columns import utc_moment, utc_text
from bra_desktop.storage.database import ATTACHMENTS, FILE_NAME, Database
from bra_desktop.storage.durable import switch_in, sync_file
from bra_desktop.storage.failures import Finding, FolderMissing, StorageFailure, is_folder, telling_disk
from bra_desktop.storage.instance import LOCK_FILE
from bra_desktop.storage.stamp import read_stamp
from bra_desktop.storage.tables_files import stored_file
from bra_desktop.storage.tables_ledger import change_set

MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1024 * 1024


class BackupDamaged(StorageFailure):
    """The backup is not whole. `findings` says what is wrong in it."""

    def __init__(self, made_at: datetime | None, findings: list[Finding]) -> None:
        when = f"från {made_at.astimezone():%Y-%m-%d %H.%M} " if made_at else ""
        parts = "1 del" if len(findings) == 1 else f"{len(findings)} delar"
        super().__init__(
            f"Säkerhetskopian {when}håller inte: {parts} stämmer inte. Den räknas inte. Välj en annan kopia."
        )
        self.findings = findings


@dataclass(frozen=True)
class Backup:
    """What stands in a backup's manifest. `changes` is the number of the latest change set in it."""

    path: Path
    made_at: datetime
    program_version: str
    revision: str
    data_id: str
    changes: int
    chain: str
    files: dict[str, tuple[int, str]]  # name in the archive → size in bytes, SHA-256


def make_backup(
    database: Database, target: Path, now: datetime, on_file: Callable[[int, int], None] | None = None
) -> Backup:
    """Write the backup and read it back; `on_file` gets how many files of how many are written.

    Everything is put together at the target, since the disk with the data may be full. The target appears whole or
    not at all. Raises FolderMissing, DiskFull, FolderReadOnly, DeviceGone, and
    BackupDamaged when what was written cannot be read back.
    """
    if not is_folder(target.parent):
        raise FolderMissing
    half_made = target.with_name(target.name + ".new")
    try:
        with telling_disk():
            with tempfile.TemporaryDirectory(dir=target.parent, prefix="kopia-") as place:
                copy = Path(place) / FILE_NAME
                sqlite.copy_online(database.path, copy)
                with _opened(copy) as connection:
                    head = _head(connection, now)
                    digests = list(connection.execute(select(stored_file.c.id).order_by(stored_file.c.id)).scalars())
                _write(half_made, head, copy, database.attachments, digests, on_file)
            verify_backup(half_made, target.parent)
            switch_in(half_made, target)
    finally:
        half_made.unlink(missing_ok=True)
    return read_manifest(target)


def read_manifest(path: Path) -> Backup:
    """What a backup says about itself. Raises BackupDamaged when it is no backup, OSError when it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            plain: dict[str, Any] = json.loads(archive.read(MANIFEST))
            if plain["format"] > FORMAT:
                raise UserError(
                    "Säkerhetskopian är gjord med en nyare version av programmet. Uppdatera programmet först.",
                    path.name,
                )
            return Backup(
                path=path,
                made_at=utc_moment(plain["made_at"]),
                program_version=plain["program_version"],
                revision=plain["revision"],
                data_id=plain["data_id"],
                changes=plain["changes"],
                chain=plain["chain"],
                files={_known_name(name): (size, digest) for name, (size, digest) in plain["files"].items()},
            )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise BackupDamaged(None, [Finding(path.name, "Filen är ingen säkerhetskopia.")]) from error


def _known_name(name: str) -> str:
    """Refuse, as ValueError, a name that would be written anywhere but where its kind belongs."""
    _place(Path(), name)
    return name


def verify_backup(path: Path, beside: Path | None = None) -> Backup:
    """Read every byte of the backup and open its database, unpacked in the folder `beside` or the system's own.

    Raises BackupDamaged with what is wrong.
    """
    backup = read_manifest(path)
    with tempfile.TemporaryDirectory(dir=beside, prefix="bra-") as place:
        findings = _unpack(backup, Path(place), keep=(FILE_NAME,))
        if not findings:
            findings = _database_faults(Path(place) / FILE_NAME, backup)
    if findings:
        raise BackupDamaged(backup.made_at, findings)
    return backup


def restore_backup(path: Path, folder: Path, besides: frozenset[str] = frozenset()) -> Backup:
    """Put the backup's data into an empty or new folder, verified first.

    `besides` names what may lie in the folder all the same, such as the log.
    Raises BackupDamaged, UserError when the folder holds something, FolderMissing, DiskFull, FolderReadOnly.
    """
    if not is_folder(folder.parent):
        raise FolderMissing
    if is_folder(folder) and {entry.name for entry in folder.iterdir()} - besides - {LOCK_FILE}:
        raise UserError(
            "Mappen är inte tom. Välj en tom mapp att återläsa säkerhetskopian i. Inget har ändrats.", str(folder)
        )
    with telling_disk():
        backup = read_manifest(path)
        # Inside a folder that is there, which may be a disk of its own.
        half_made = Path(tempfile.mkdtemp(dir=folder if folder.exists() else folder.parent, prefix=".", suffix=".new"))
        try:
            findings = _unpack(backup, half_made, keep=None) or _database_faults(half_made / FILE_NAME, backup)
            if findings:
                raise BackupDamaged(backup.made_at, findings)
            folder.mkdir(mode=0o700, exist_ok=True)
            if (half_made / ATTACHMENTS).exists():
                switch_in(half_made / ATTACHMENTS, folder / ATTACHMENTS)
            # Last, since a folder without it counts as holding no data.
            switch_in(half_made / FILE_NAME, folder / FILE_NAME)
        finally:
            shutil.rmtree(half_made, ignore_errors=True)
    return backup


@contextmanager
def _opened(copy: Path) -> Iterator[Connection]:
    engine = sqlite.engine(copy, read_only=True)
    try:
        with sqlite.translated(), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _head(connection: Connection, now: datetime) -> dict[str, Any]:
    stamp = read_stamp(connection.exec_driver_sql)
    last = connection.execute(
        select(change_set.c.sequence, change_set.c.digest).order_by(change_set.c.sequence.desc()).limit(1)
    ).first()
    return {
        "format": FORMAT,
        "made_at": utc_text(now),
        "program_version": stamp.program_version,
        "revision": stamp.revision,
        "data_id": stamp.data_id,
        "changes": last.sequence if last else 0,
        "chain": last.digest if last else "",
    }


def _write(
    path: Path,
    head: dict[str, Any],
    copy: Path,
    attachments: Attachments,
    digests: list[str],
    on_file: Callable[[int, int], None] | None,
) -> None:
    sources = {FILE_NAME: copy} | {f"{ATTACHMENTS}/{digest}": attachments.path(digest) for digest in digests}
    files: dict[str, tuple[int, str]] = {}
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number, (name, source) in enumerate(sources.items(), start=1):
                with source.open("rb") as read, archive.open(name, "w", force_zip64=True) as write:
                    files[name] = _pour(read, write)
                if on_file is not None:
                    on_file(number, len(sources))
            archive.writestr(MANIFEST, canonical_json(head | {"files": files}))
        sync_file(file)


def _pour(source: IO[bytes], target: IO[bytes] | None) -> tuple[int, str]:
    size, hasher = 0, hashlib.sha256()
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        hasher.update(chunk)
        if target is not None:
            target.write(chunk)
    return size, hasher.hexdigest()


def _unpack(backup: Backup, folder: Path, keep: tuple[str, ...] | None) -> list[Finding]:
    """Read every file, write those to keep (all for None), and say which are not what the manifest says."""
    findings: list[Finding] = []
    with zipfile.ZipFile(backup.path) as archive:
        extra = set(archive.namelist()) - {*backup.files, MANIFEST}
        if FILE_NAME not in backup.files:
            findings.append(Finding(FILE_NAME, "Databasen saknas i kopian."))
        findings += [Finding(name, "Filen står inte i kopians förteckning.") for name in sorted(extra)]
        for name, expected in backup.files.items():
            place = None if keep is not None and name not in keep else _place(folder, name)
            try:
                with archive.open(name) as source:
                    found = _pour_to(source, place)
            except (KeyError, zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
                findings.append(Finding(name, f"Filen kan inte läsas ({error})."))
                continue
            if found != expected:
                findings.append(Finding(name, "Innehållet stämmer inte med kontrollsumman."))
    return findings


def _place(folder: Path, name: str) -> Path:
    if name == FILE_NAME:
        return folder / FILE_NAME
    if not name.startswith(f"{ATTACHMENTS}/"):
        raise ValueError(name)
    return Attachments(folder / ATTACHMENTS).path(name.removeprefix(f"{ATTACHMENTS}/"))


def _pour_to(source: IO[bytes], place: Path | None) -> tuple[int, str]:
    if place is None:
        return _pour(source, None)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as target:
        poured = _pour(source, target)
        sync_file(target)
    return poured


def _database_faults(path: Path, backup: Backup) -> list[Finding]:
    if not sqlite.is_ours(path):
        return [Finding(FILE_NAME, "Filen är inte skapad av det här programmet.")]
    with _opened(path) as connection:
        findings = [Finding(FILE_NAME, fault) for fault in sqlite.integrity_faults(connection)]
        named = {f"{ATTACHMENTS}/{digest}" for digest in connection.execute(select(stored_file.c.id)).scalars()}
        findings += [Finding(name, "Bilagan saknas i kopian.") for name in sorted(named - backup.files.keys())]
    return findings

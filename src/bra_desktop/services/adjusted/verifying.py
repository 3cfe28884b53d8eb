"""Verifying a file or a whole data folder, with one verdict each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.quoting import short
from bra_desktop.services import keeping
from bra_desktop.services.adjusted import signing
from bra_desktop.services.office import Office
from bra_desktop.services.opening_data import open_data


@dataclass(frozen=True)
class SignatureVerdict:
    """One signature judged, in words."""

    role: str
    name: str
    signed_at: datetime | None
    ok: bool
    why: str


@dataclass(frozen=True)
class FileVerdict:
    """What was judged and what came of it. ``kind`` is protocol, data or unreadable."""

    file: str
    kind: str
    ok: bool
    why: str
    signatures: tuple[SignatureVerdict, ...] = ()


def verify_path(office: Office | None, path: Path, trusted: Sequence[bytes] = ()) -> FileVerdict:
    """Judge a signed protocol, or a data folder. Raises UserError for a file that is not there."""
    try:
        if path.is_dir():
            return _folder(office, path)
        pdf = path.read_bytes()
    except FileNotFoundError:
        raise UserError(
            f"Filen {short(path.name)} finns inte. Kontrollera namnet och mappen.", where=str(path)
        ) from None
    except OSError as error:
        raise UserError(f"Filen {short(path.name)} går inte att läsa.", where=str(path)) from error
    verdict = signing.verify_file(office, pdf, trusted)
    return FileVerdict(
        str(path),
        "protocol",
        verdict.ok,
        verdict.why,
        tuple(SignatureVerdict(s.role, s.name, s.signed_at, s.ok, s.why) for s in verdict.signatures),
    )


def _folder(office: Office | None, path: Path) -> FileVerdict:
    if office is not None and office.database.folder == path.absolute():
        findings = keeping.check(office)
    else:
        database = open_data(path.absolute(), to_read=True)
        try:
            findings = keeping.check_database(database)
        finally:
            database.close()
    why = "Allt stämmer." if not findings else " ".join(f"{f.where}: {f.what}" for f in findings)
    return FileVerdict(str(path), "data", not findings, why)

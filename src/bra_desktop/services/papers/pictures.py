"""Pictures that somebody puts into a text."""

from __future__ import annotations

from pathlib import Path

from bra_desktop.domain.errors import UserError
from bra_desktop.services.office import Office

_LARGEST = 20_000_000
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def keep_picture(office: Office, path: Path) -> str:
    """Keep a picture (PNG or JPEG), so that a text can show it; answers its digest.

    Raises UserError for a file that is missing, no such picture, broken, or too large.
    """
    content = _checked(path)
    stored = office.database.attachments.keep_bytes(content, path.name)
    with office.work("Lägg till bild") as work:
        digest = work.keep(stored)
        work.commit()
    return digest


def _checked(path: Path) -> bytes:
    from PIL.Image import DecompressionBombError

    from bra_desktop.documents.pictures import check_dots, flat

    try:
        size = path.stat().st_size
        if size > _LARGEST:
            most = _LARGEST // 1_000_000
            raise UserError(
                f"{path.name} är {round(size / 1_000_000)} MB; en bild får vara högst {most} MB. Minska bilden och "
                "lägg till den igen.",
                where=path.name,
            )
        content = path.read_bytes()
        if not content.startswith(_STARTS):
            raise ValueError(path.name)
        check_dots(content, path.name)
        flat(content)
    except (OSError, ValueError, SyntaxError, DecompressionBombError) as error:
        raise UserError(
            f"Bilden {path.name} går inte att öppna. Spara om den som PNG eller JPEG och lägg till den igen.",
            where=path.name,
        ) from error
    return content

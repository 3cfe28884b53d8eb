"""What stands in the places to sign of a locked paper, for copies that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bra_desktop.domain.protocol import Freeze, Signer
from bra_desktop.domain.signers import Signatures, stamp_lines
from bra_desktop.system.clock import STOCKHOLM, local

if TYPE_CHECKING:
    from bra_desktop.storage.queries.reader import Reader


def signatures_in(session: Reader, frozen: Freeze) -> Signatures:
    """The signatures of a locked version: electronic ones by their stamp. Those on paper stand on the paper alone."""
    rows = session.query(Signer).filter_by(freeze_id=frozen.id).all()
    done = [(row, row.signed_at) for row in rows if row.signed_at is not None]
    stamps = {row.field: stamp_lines(at.astimezone(STOCKHOLM)) for row, at in done if row.signed_pdf_digest}
    last = max((local(at).date() for _row, at in done), default=None)
    return Signatures(stamps, last if rows and len(done) == len(rows) else None)

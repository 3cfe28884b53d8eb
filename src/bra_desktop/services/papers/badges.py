"""The coat of arms as the window shows it: the same as on paper."""

from __future__ import annotations

from bra_desktop.domain.errors import UserError

_CLIPS = b"clip-path"


def badge_of(arms: bytes) -> bytes:
    """The arms as they were taken in, or as a PDF where they have what a window's own reader of SVG leaves out."""
    if _CLIPS not in arms:
        return arms
    from bra_desktop.documents.pdf.arms_page import arms_page  # heavy: only for arms that are cut out

    try:
        return arms_page(arms.decode("utf-8"))
    except UserError:  # taken in by an earlier program
        return arms

"""Which documents a meeting's page shows, and what they are called. Knows no Qt."""

from bra_desktop.domain.extracts import extractable
from bra_desktop.services.papers.documents import KIND_WORDS, document_kinds
from bra_desktop.services.papers.papers import CORRECTION
from bra_desktop.services.preparing.supplements import SUPPLEMENT
from bra_desktop.ui.meeting.presenter import Loaded

EXTRACT = "extract"
_ORDER = (
    "notice", SUPPLEMENT, "agenda", "attendance", "protocol", "notes", "public", EXTRACT, CORRECTION, "decisions",
    "actions",
)  # fmt: skip
KINDS = {kind: KIND_WORDS[kind] for kind in _ORDER}


def kinds_of(loaded: Loaded) -> tuple[str, ...]:
    """The documents that there are now: a supplement when there is something new to tell the called."""
    supplement = (SUPPLEMENT,) if loaded.supplement else ()
    correction = (CORRECTION,) if loaded.view.corrections else ()
    extract = (EXTRACT,) if extractable(loaded.view.content) else ()
    return (*document_kinds(loaded.view.content), *supplement, *extract, *correction)

"""Standing phrases that the municipality has written or changed itself, beside the shipped ones."""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.domain.entity import Entity
from bra_desktop.domain.kinds import DocumentProfile


@dataclass(eq=False, kw_only=True)
class OwnPhrase(Entity):
    """A phrase of the municipality's own, or its wording of a shipped one.

    ``origin`` names the shipped phrase that it stands in for, empty for one of its own; with ``hidden`` the shipped
    phrase is left out. ``trigger`` is what is typed after the slash. ``forums`` are the forums where it is offered,
    by id; none means every forum of its ``profiles``, and no profile means all of them.
    """

    trigger: str
    text: str
    kind: str
    origin: str = ""
    decision: bool = False
    profiles: tuple[DocumentProfile, ...] = ()
    forums: tuple[str, ...] = ()
    hidden: bool = False

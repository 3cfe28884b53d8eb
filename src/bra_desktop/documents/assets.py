"""What a document needs beside the meeting's content: the coat of arms and the pictures, fetched by the caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bra_desktop.documents.blocks import Sender
from bra_desktop.domain.content import MeetingContent


@dataclass(frozen=True)
class Assets:
    """Files by their meaning: ``arms`` is the SVG text, ``pictures`` are bytes by digest."""

    arms: str = ""
    arms_description: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def sender(content: MeetingContent, assets: Assets) -> Sender:
    """Who the document comes from. The contact line's parts are separated by · or line feeds."""
    line = content.municipality.contact_line.replace("\n", "·")
    parts = tuple(part.strip() for part in line.split("·") if part.strip())
    name = content.municipality.name
    return Sender(name, content.forum.name, assets.arms, assets.arms_description, parts)

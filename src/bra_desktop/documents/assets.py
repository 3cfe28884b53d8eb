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


def contact_parts(line: str) -> tuple[str, ...]:
    """The parts of a contact line, which · or line feeds part."""
    return tuple(part.strip() for part in line.replace("\n", "·").split("·") if part.strip())


def sender(content: MeetingContent, assets: Assets) -> Sender:
    """Who the document comes from."""
    parts = contact_parts(content.municipality.contact_line)
    name = content.municipality.name
    accent = content.municipality.accent
    return Sender(name, content.forum.name, assets.arms, assets.arms_description, parts, accent)

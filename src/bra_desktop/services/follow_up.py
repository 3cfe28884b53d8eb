"""Follow-up sheets: one workbook for each responsible organisation, and one for all."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Workbook:
    """A workbook as bytes, with its file name and to whom it goes (empty for the one with all)."""

    file_name: str
    organisation_id: str
    organisation: str
    actions: int
    content: bytes

"""The section of law in a ground of confidentiality, and what stands where something was removed on it."""

from __future__ import annotations

import re

REMOVED = "uppgift borttagen"
"""What stands in brackets where a passage was, with the section of law that its mark gives."""

_PART = re.compile(
    r"\s*((?:avsnitt(?:en)?|sid(?:a|an|or|orna|\.)|s\.|del(?:en|ar|arna)?|punkt(?:en|er|erna)?|tabell(?:en|erna)?|figur)"
    r"\s+\d+(?:(?:\s*[–,-]\s*|\s+och\s+)\d+)*)(?!\d|\s*(?:kap|§))",
    re.IGNORECASE,
)
"""A ground of confidentiality that begins with the part of the paper that it is for: Avsnitt 4."""
_SECTION = r"\d+\s*kap\.\s*\d+(?:\s*[a-z])?(?:\s*(?:,|och|–|-)\s*\d+(?:\s*[a-z])?)*\s*§{1,2}"
_SHORT = r"\d+:\d+"
_SECTION_OF_LAW = re.compile(
    rf"\d+\s*kap\.\s.*?(?:lagen|förordningen|OSL)|(?:OSL\s+)?{_SECTION}|OSL\s+{_SHORT}|{_SHORT}\s+OSL"
)
"""18 kap. 8 § OSL, OSL 18 kap. 8 §, OSL 18:8; words beside it are nobody's business."""


def section_of_law(ground: str) -> str:
    """The section of law in a ground that somebody wrote in words."""
    found = _SECTION_OF_LAW.search(ground)
    return found.group() if found else ""


def removed_notice(section: str) -> str:
    """What stands where words were removed: [uppgift borttagen, 26 kap. 1 § OSL]."""
    return f"[{', '.join(filter(None, (REMOVED, section)))}]"


def marks_a_part(ground: str) -> str:
    """The part of a paper that the ground is for, as it begins with it (Avsnitt 4); empty for the whole paper."""
    found = _PART.match(ground)
    return found.group(1) if found else ""

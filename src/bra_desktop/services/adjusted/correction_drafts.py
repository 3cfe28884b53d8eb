"""What somebody has typed in the form of a correction and not added yet, so that it outlives the program.

Working material, as what is typed in the forms of a meeting that goes on (``services/live/form_drafts.py``).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from bra_desktop.services.office import Office
from bra_desktop.storage.drafts import CORRECTIONS, Drafts

_KEY = "form"


@dataclass(frozen=True)
class CorrectionDraft:
    """What stands in the form: the key of the item, the words, the reason, and who corrects."""

    item: str = ""
    text: str = ""
    reason: str = ""
    author: str = ""

    def is_empty(self) -> bool:
        """Whether nothing has been written in it."""
        return not (self.text.strip() or self.reason.strip())


def keep_correction(office: Office, meeting_id: str, draft: CorrectionDraft) -> None:
    """Put what is typed on the disk; what is empty is taken away. Raises a StorageFailure with its sentence."""
    drafts = Drafts(office.database.folder, CORRECTIONS)
    if draft.is_empty():
        drafts.drop(meeting_id, _KEY)
    else:
        drafts.keep(meeting_id, _KEY, json.dumps(asdict(draft), ensure_ascii=False))


def correction_begun(office: Office, meeting_id: str) -> CorrectionDraft:
    """What was typed and not added; an empty one where nothing was, or it can't be read."""
    text = Drafts(office.database.folder, CORRECTIONS).of(meeting_id).get(_KEY, "")
    try:
        plain = json.loads(text)
        return CorrectionDraft(**{field.name: str(plain[field.name]) for field in fields(CorrectionDraft)})
    except (ValueError, KeyError, TypeError):
        return CorrectionDraft()

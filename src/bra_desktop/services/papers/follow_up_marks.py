"""What follow-up sheets tell of actions that are confidential: they leave the house, and nobody is asked about each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from bra_desktop.domain.confidentiality import WITHHELD_TITLE
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.echoes import Echoes, echoes_of
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.storage.queries.actions import ActionRow


@dataclass(frozen=True)
class FollowUpMarks:
    """``meetings`` are those in which something is marked."""

    meetings: tuple[MeetingContent, ...]

    def public(self, action: ActionRow) -> tuple[ActionRow, bool]:
        """The action as a sheet tells it, and whether something of it is withheld.

        Of a marked item it says where it comes from, who answers for it and by when; of another it loses what repeats
        marked words of its meeting, and one of no meeting what repeats those of any.
        """
        if action.origin is None:
            said = action
            for _content, echoes in self._known.values():
                said = _without(said, echoes)
            return said, said != action
        content, echoes = self._known.get(action.origin.meeting_ref, (None, Echoes()))
        if content is None:
            return action, False
        item = next((one for one in content.items if one.key == action.origin.item_id), None)
        if item is not None and item.confidential:
            return _bare(action, f"{WITHHELD_TITLE}, {in_sentence(content.forum, item)}"), True
        said = _without(action, echoes)
        return said, said != action

    @cached_property
    def _known(self) -> dict[str, tuple[MeetingContent, Echoes]]:
        return {content.ref: (content, echoes_of(content)) for content in self.meetings}


def _bare(action: ActionRow, title: str) -> ActionRow:
    """Whom it is asked of and by when. A contact would tell whom the item is about."""
    origin = replace(action.origin, item_title="", decision="") if action.origin else None
    answers = tuple(replace(one, comment="") for one in action.answers)
    return replace(
        action, text=title, goal="", focus_area="", note="", contact_id=None, contact="", origin=origin, answers=answers
    )


def _without(action: ActionRow, echoes: Echoes) -> ActionRow:
    origin = action.origin
    return replace(
        action,
        text=echoes.without(action.text),
        goal=echoes.without(action.goal),
        focus_area=echoes.without(action.focus_area),
        origin=replace(origin, decision=echoes.without(origin.decision)) if origin else None,
        answers=tuple(replace(one, comment=echoes.without(one.comment)) for one in action.answers),
    )

"""The headings of a forum's papers that municipalities word in their own ways.

Each has the usual wording of its profile; a forum keeps only those that it words otherwise ("Rådets beslut" for
"Beslut", "Övriga deltagande" for "Övriga närvarande").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bra_desktop.domain.kinds import SIGNER_ROLE_WORDS, DocumentProfile, Numbering, SignerRole
from bra_desktop.domain.swedish import lower_first

if TYPE_CHECKING:  # it holds the headings itself
    from bra_desktop.domain.content import ForumContent


LONGEST, LONGEST_WORD = 48, 22
"""Characters; more than that would not stand in its column beside the text."""

AGENDA, ADJUSTERS = "Dagordning", "Justerare"
"""The usual words for the agenda and for those who adjust, which a forum keeps beside its headings."""


class PaperHeading(StrEnum):
    """A heading or label with a wording of its own."""

    NOTICE = "notice"
    PROTOCOL = "protocol"
    PLACE = "place"
    MEMBERS = "members"
    SERVING = "serving"
    SUBSTITUTES = "substitutes"
    OTHERS = "others"
    GUESTS = "guests"
    PREVENTED = "prevented"
    ABSENT = "absent"
    ADJUSTED = "adjusted"
    ITEMS = "items"
    CONTENTS = "contents"
    BASIS = "basis"
    TEXT = "text"
    PROPOSAL = "proposal"
    DECISION = "decision"
    ACTIONS = "actions"
    DISPATCH = "dispatch"
    TASKS = "tasks"
    EXTRACT = "extract"
    CERTIFICATE = "certificate"


@dataclass(frozen=True)
class HeadingWords:
    """One heading as a forum words it."""

    heading: PaperHeading
    words: str


_NOBODY = ("ing", "ingen", "as", "at")
H, _FORMAL, _NOTES = PaperHeading, DocumentProfile.FORMAL, DocumentProfile.NOTES

_USUAL = {
    H.NOTICE: "Kallelse",
    H.PROTOCOL: "Protokoll",
    H.PLACE: "Plats och tid",
    H.MEMBERS: "Ledamöter",
    H.SERVING: "Tjänstgörande ersättare",
    H.SUBSTITUTES: "Ersättare, ej tjänstgörande",
    H.OTHERS: "Övriga närvarande",
    H.GUESTS: "Gäster",
    H.PREVENTED: "Anmält förhinder",
    H.ABSENT: "Ej närvarande",
    H.ADJUSTED: "Justeringens plats och tid",
    H.ITEMS: "Paragrafer",
    H.CONTENTS: "Ärenden",
    H.BASIS: "Bakgrund",
    H.TEXT: "Ärendet",
    H.PROPOSAL: "Förslag till beslut",
    H.DECISION: "Beslut",
    H.ACTIONS: "Uppdrag",
    H.DISPATCH: "Beslutet skickas till",
    H.TASKS: "Uppdrag från sammanträdet",
    H.EXTRACT: "Protokollsutdrag",
    H.CERTIFICATE: "Utdragsbestyrkande",
}
_OF_PROFILE = {
    (_FORMAL, H.PROTOCOL): "Sammanträdesprotokoll",
    (_FORMAL, H.MEMBERS): "Beslutande",
    (_NOTES, H.PROTOCOL): "Minnesanteckningar",
    (_NOTES, H.PLACE): "Tid och plats",
    (_NOTES, H.MEMBERS): "Deltar",
    (_NOTES, H.ABSENT): "Frånvarande",
    (_NOTES, H.DECISION): "Överenskommet",
    (_NOTES, H.TASKS): "Att göra till nästa möte",
}
_IN_NOTES = (H.NOTICE, H.PROTOCOL, H.PLACE, H.MEMBERS, H.ABSENT, H.BASIS, H.TEXT, H.DECISION, H.ACTIONS, H.TASKS)
_FORMAL_ONLY = (H.CONTENTS,)

_ELSEWHERE = {
    H.NOTICE: "Inbjudan",
    H.PROTOCOL: "Mötesprotokoll",
    H.PLACE: "Plats och mötestid",
    H.MEMBERS: "Närvarande",
    H.SERVING: "Tjänstgör som ersättare",
    H.SUBSTITUTES: "Ersättare",
    H.OTHERS: "Övriga deltagande",
    H.GUESTS: "Inbjudna",
    H.PREVENTED: "Förhinder",
    H.ABSENT: "Inte närvarande",
    H.ADJUSTED: "Plats och tid för justering",
    H.ITEMS: "Underskrivna paragrafer",
    H.CONTENTS: "Innehåll",
    H.BASIS: "Beslutsunderlag",
    H.TEXT: "Sammanfattning",
    H.PROPOSAL: "Förvaltningens förslag",
    H.DECISION: "Rådets beslut",
    H.ACTIONS: "Åtgärder",
    H.DISPATCH: "Expedieras till",
    H.TASKS: "Åtgärdslista",
    H.EXTRACT: "Utdrag ur protokoll",
    H.CERTIFICATE: "Rätt utdraget intygar",
}
_ELSEWHERE_IN_PROFILE = {
    (_FORMAL, H.NOTICE): "Kallelse till sammanträde",
    (_FORMAL, H.DECISION): "Nämndens beslut",
    (_NOTES, H.PROTOCOL): "Mötesanteckningar",
    (_NOTES, H.DECISION): "Vi kom överens om",
}


def elsewhere(heading: PaperHeading, profile: DocumentProfile) -> str:
    """How others word it, for an example."""
    return _ELSEWHERE_IN_PROFILE.get((profile, heading), _ELSEWHERE[heading])


ABOVE_THE_TEXT = frozenset((H.NOTICE, H.PROTOCOL, H.CONTENTS, H.TASKS, H.EXTRACT, H.CERTIFICATE))
"""Those that have the width of the page; the others stand in the narrow column beside the text."""


def usual(heading: PaperHeading, profile: DocumentProfile, numbering: Numbering = Numbering.PER_YEAR) -> str:
    """The wording that the papers have when the forum has none of its own."""
    if heading is H.ITEMS and numbering is Numbering.NONE:
        return "Punkter"
    return _OF_PROFILE.get((profile, heading), _USUAL[heading])


def of_profile(profile: DocumentProfile) -> tuple[PaperHeading, ...]:
    """The headings that the profile's papers have, in the order of the papers."""
    if profile is _NOTES:
        return _IN_NOTES
    return tuple(heading for heading in H if profile is _FORMAL or heading not in _FORMAL_ONLY)


def heading_words(forum: ForumContent, heading: PaperHeading) -> str:
    """The heading as the forum words it, else as is usual."""
    own = next((one.words.strip() for one in forum.headings if one.heading is heading), "")
    return own or usual(heading, forum.profile, forum.numbering)


def own_heading(forum: ForumContent, heading: PaperHeading) -> str:
    """The heading as the forum alone words it; empty where it has the usual one."""
    said = heading_words(forum, heading)
    return said if said != usual(heading, forum.profile, forum.numbering) else ""


def notice_in_text(forum: ForumContent) -> str:
    """The notice within a sentence: kallelsen, or what the forum calls it (inbjudan, kallelse till sammanträde)."""
    return own_notice_in_text(own_heading(forum, H.NOTICE))


def own_notice_in_text(own: str) -> str:
    """As :func:`notice_in_text`, of the forum's own word alone; empty for the usual one."""
    return lower_first(own) or "kallelsen"


def adjuster(forum: ForumContent) -> str:
    """What one who adjusts is called in the forum: justerare, justerande, or its own word; of several words
    ("Utses att justera") or of what is done ("Justering") nobody is called.
    """
    said = forum.adjusters_word
    return ADJUSTERS.lower() if " " in said or said.endswith(_NOBODY) else lower_first(said)


def signer_word(forum: ForumContent, role: SignerRole) -> str:
    """What one who signs in that role is called in the forum: ordförande, justerande."""
    return adjuster(forum) if role is SignerRole.ADJUSTER else SIGNER_ROLE_WORDS[role]


def own_words(words: Sequence[tuple[PaperHeading, str]]) -> tuple[HeadingWords, ...]:
    """What a forum keeps of the wordings that somebody wrote: those that are not empty, in the order of the papers."""
    said = {heading: " ".join(text.split()) for heading, text in words}
    return tuple(HeadingWords(heading, said[heading]) for heading in H if said.get(heading))

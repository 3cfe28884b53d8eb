"""The register: the municipality, its organisations and people, the forums with their seats and memberships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.entity import Entity
from bra_desktop.domain.headings import ADJUSTERS, AGENDA, HeadingWords
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import DocumentProfile, Medium, Numbering, OrganisationKind, Role


@dataclass(eq=False, kw_only=True)
class Municipality(Entity):
    """The municipality whose data this is. There is exactly one in a data folder.

    ``arms`` is the digest of the attachment with the coat of arms; empty means none. ``accent`` is the colour of marks
    on paper as six hexadecimal digits; empty means the program's own. ``embed_meeting_file``: a locked protocol has
    the meeting file inside it (PDF/A-3a).
    """

    name: str
    genitive: str = ""
    county: str = ""
    contact_line: str = ""
    arms: str = ""
    archive_authority: str = ""
    diary_series: tuple[str, ...] = ()
    accent: str = ""
    embed_meeting_file: bool = False


@dataclass(eq=False, kw_only=True)
class Organisation(Entity):
    """A förvaltning, company, authority or association that takes part and answers for actions.

    ``code`` is the short sign that the office uses ("SBF"). ``short_name`` stands in tables. Whoever answers for an
    action gets a follow-up sheet, unless somebody has said otherwise.
    """

    name: str
    short_name: str = ""
    code: str = ""
    kind: OrganisationKind = OrganisationKind.OTHER
    email: str = ""
    receives_sheets: bool = True


@dataclass(eq=False, kw_only=True)
class Person(Entity):
    """Somebody who takes part. ``organisation_id`` is her main organisation; ``party`` only where elected."""

    name: str
    title: str = ""
    organisation_id: str | None = None
    party: str = ""
    email: str = ""
    phone: str = ""


@dataclass(eq=False, kw_only=True)
class Forum(Entity):
    """A council, group or nämnd that meets. Its settings follow each meeting into the frozen copy.

    ``quorum`` is the least number of served seats; None means more than half of them. ``notice_days`` and
    ``adjustment_days`` are days of the forum's own rules. ``series_start`` is where a taken-over § series begins
    (number, year). ``sections`` are the sections of an item that come first, in that order; the others follow as usual.
    With ``running_pages`` a protocol's pages are numbered on from the last one's of the year; ``page_start`` is where
    they begin in ``series_start_year``. ``headings`` are those that the forum words in its own way.
    """

    name: str
    short_name: str = ""
    definite: str = ""
    ref_prefix: str = ""
    profile: DocumentProfile = DocumentProfile.COUNCIL
    numbering: Numbering = Numbering.PER_YEAR
    number_prefix: str = ""
    series_start: int = 1
    series_start_year: int | None = None
    quorum: int | None = None
    notice_days: int = 7
    adjustment_days: int = 14
    adjusters_word: str = ADJUSTERS
    agenda_word: str = AGENDA
    numbered_decisions: bool = False
    remote_allowed: bool = True
    medium: Medium = Medium.ELECTRONIC
    meeting_minutes: int = 120
    default_place: str = ""
    default_start: str = ""
    template: str = ""
    ends_on: date | None = None
    sections: tuple[ItemSection, ...] = ()
    running_pages: bool = False
    page_start: int = 1
    headings: tuple[HeadingWords, ...] = ()


@dataclass(eq=False, kw_only=True)
class Seat(Entity):
    """A seat in a forum for an organisation or a party. Vacant when no membership holds it on a day."""

    forum_id: str
    position: int
    organisation_id: str | None = None
    party: str = ""
    label: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(eq=False, kw_only=True)
class Membership(Entity):
    """What a person is in a forum over a period. Two members on one seat share it.

    ``seat_id`` is the seat held by a member; ``substitutes_for`` are the seats a substitute may serve.
    """

    forum_id: str
    person_id: str
    role: Role = Role.MEMBER
    seat_id: str | None = None
    substitutes_for: tuple[str, ...] = ()
    position: int = 0
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the membership is in force on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(eq=False, kw_only=True)
class NumberSeries(Entity):
    """How far a series of § numbers has come. ``id`` is the series' name (forum and year, or forum and meeting)."""

    next_number: int = 1
    given: bool = False

"""What kinds, roles, profiles and settings of the register are called. Knows no Qt."""

from __future__ import annotations

from datetime import date

from bra_desktop.domain.kinds import ROLE_WORDS, DocumentProfile, Medium, Numbering, OrganisationKind, Role
from bra_desktop.domain.swedish import EMPTY, VACANT, capital_first
from bra_desktop.services.reading import SeatRow

KINDS = {
    OrganisationKind.DEPARTMENT: "Förvaltning",
    OrganisationKind.COMPANY: "Kommunalt bolag",
    OrganisationKind.BOARD: "Nämnd",
    OrganisationKind.POLICE: "Polis",
    OrganisationKind.AUTHORITY: "Myndighet",
    OrganisationKind.FEDERATION: "Kommunalförbund",
    OrganisationKind.REGION: "Region",
    OrganisationKind.BUSINESS: "Näringsliv",
    OrganisationKind.ASSOCIATION: "Förening",
    OrganisationKind.COUNCIL: "Råd",
    OrganisationKind.CONTRACTOR: "Entreprenör",
    OrganisationKind.OTHER: "Annan",
}
PROFILES = {
    DocumentProfile.FORMAL: "A, formellt protokoll",
    DocumentProfile.COUNCIL: "B, rådets protokoll",
    DocumentProfile.NOTES: "C, minnesanteckningar",
}
PROFILE_MEANS = {
    DocumentProfile.FORMAL: "En nämnds protokoll enligt kommunallagen, med anslag och överklagande.",
    DocumentProfile.COUNCIL: "Rådet beslutar och protokollet justeras, utan anslag.",
    DocumentProfile.NOTES: "Anteckningar som fastställs av sammankallande. Inget justeras.",
}
NUMBERINGS = {
    Numbering.PER_YEAR: "Löpande under året",
    Numbering.PER_MEETING: "Från 1 på varje möte",
    Numbering.NONE: "Inga paragrafer",
}
MEDIA = {Medium.ELECTRONIC: "Elektroniskt", Medium.INK: "På papper"}
ROLES = {role: capital_first(ROLE_WORDS[role]) for role in Role}
OWN_CERTIFICATE = (
    "Elektronisk underskrift med kommunens eget certifikat. Visar vem som skrev under, och att inget ändrats sedan "
    "dess. Den är gjord för att uppfylla kraven på avancerad underskrift; det är kommunen som svarar för att "
    "certifikatet lämnats till rätt person."
)


def seat_words(seat: SeatRow) -> str:
    """For whom the seat is: its own name, the organisation or the party."""
    whose = " ".join(filter(None, (seat.organisation, f"({seat.party})" if seat.party else "")))
    return seat.label or whose or f"Plats {seat.position}"


def holders_words(seat: SeatRow) -> str:
    """Who holds the seat today: two people change over, nobody means vacant."""
    if not seat.holders:
        return VACANT
    changing = " (växlar)" if len(seat.holders) > 1 else ""
    return " och ".join(seat.holders) + changing


def period_words(first: date | None, last: date | None) -> str:
    """From when to when, with the days as they are filed."""
    if first and last:
        return f"{first.isoformat()}–{last.isoformat()}"
    if first:
        return f"från {first.isoformat()}"
    return f"till {last.isoformat()}" if last else EMPTY

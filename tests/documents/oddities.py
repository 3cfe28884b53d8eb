"""What real protocols have that no plain one has: one small meeting for each, with the paper in which it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from bra_desktop.documents import notes, notice, protocol
from bra_desktop.documents.blocks import Document
from bra_desktop.domain import text as t
from bra_desktop.domain.content import (
    ActionContent,
    AdjournmentContent,
    AdjustmentContent,
    AnnexContent,
    BallotContent,
    DecisionContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    MunicipalityContent,
    OfficerContent,
    OrganisationContent,
    ParticipantContent,
    PartySignatureContent,
    PersonContent,
    RecusalContent,
    ReservationContent,
    SeatContent,
    StatementContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import (
    ActionStatus,
    Ballot,
    Capacity,
    DocumentProfile,
    Duty,
    ItemType,
    Medium,
    MeetingState,
    Mode,
    Numbering,
    OrganisationKind,
    Role,
)

ALL = (StayContent(),)
FORUM = ForumContent("Brottsförebyggande rådet", "brottsförebyggande rådet", "BRÅ")
ORGANISATIONS = (
    OrganisationContent("ks", "Kommunstyrelsen", "KS", OrganisationKind.BOARD),
    OrganisationContent("sbf", "Samhällsbyggnadsförvaltningen", "Samhällsbyggnad", OrganisationKind.DEPARTMENT),
    OrganisationContent("lst", "Länsstyrelsen i Mellanbygds län", "Länsstyrelsen", OrganisationKind.AUTHORITY),
)
PEOPLE = (
    PersonContent("eva", "Eva Lind", "kommunstyrelsens ordförande", "ks", "AL"),
    PersonContent("per", "Per Alm", "", "ks", "SA"),
    PersonContent("jonas", "Jonas Ek", "förvaltningschef", "sbf"),
    PersonContent("elin", "Elin Sand", ""),
    PersonContent("anna", "Anna Svedin", "nämndsekreterare", "sbf"),
)
OPENING = ItemContent("i1", "Sammanträdets öppnande", "1", 41, ItemType.OPENING, opened_at=time(10))
MATTER = ItemContent(
    "i2",
    "Belysning vid gångtunneln",
    "2",
    42,
    ItemType.DECISION,
    opened_at=time(10, 10),
    text=t.plain_document("Jonas Ek redovisar läget."),
    decisions=(DecisionContent("d1", "godkänna redovisningen"),),
)
CLOSING = ItemContent("i9", "Mötets avslutning", "3", 43, ItemType.CLOSING, opened_at=time(10, 50))


def meeting(**changes: object) -> MeetingContent:
    """A council's meeting of two items, with what is odd in ``changes``."""
    plain = MeetingContent(
        "BRA-2026-12-03",
        MunicipalityContent("Almby kommun"),
        FORUM,
        date(2026, 12, 3),
        time(10),
        opened_at=time(10),
        closed_at=time(11),
        place="Rådhuset",
        state=MeetingState.ADJUSTMENT,
        organisations=ORGANISATIONS,
        people=PEOPLE,
        participants=(
            ParticipantContent("eva", role=Role.CHAIR, stays=ALL),
            ParticipantContent("per", stays=ALL),
            ParticipantContent("jonas", stays=ALL),
            ParticipantContent("anna", Capacity.OFFICIAL, Role.SECRETARY, stays=ALL),
        ),
        officers=(OfficerContent(Duty.ADJUST, "per"),),
        items=(OPENING, MATTER),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def with_matter(**changes: object) -> MeetingContent:
    """The meeting, with its second item changed."""
    return meeting(items=(OPENING, replace(MATTER, **changes)))  # type: ignore[arg-type]


def with_people(*participants: ParticipantContent, **changes: object) -> MeetingContent:
    """The meeting, with other participants."""
    return meeting(participants=participants, **changes)


@dataclass(frozen=True)
class Oddity:
    """Its name, that of the golden document, the meeting, what shows it there, and the paper it is seen in."""

    name: str
    content: MeetingContent
    shown: tuple[str, ...]
    paper: Callable[[MeetingContent], Document] = protocol.protocol


def _table(*rows: tuple[str, ...], sums: tuple[str, ...] = ()) -> t.TextDocument:
    """A table; the rows that begin with one of ``sums`` are bold."""
    made = (tuple(t.Cell((t.Run(cell, bold=row[0] in sums),) if cell else ()) for cell in row) for row in rows)
    return t.TextDocument((t.Table("t", tuple(t.Row(cells) for cells in made)),))


def _task(text: str, **changes: object) -> MeetingContent:
    return with_matter(actions=(ActionContent("a", text, **changes),))  # type: ignore[arg-type]


CHAIR, PER, JONAS = (
    ParticipantContent("eva", role=Role.CHAIR, stays=ALL),
    ParticipantContent("per", stays=ALL),
    ParticipantContent("jonas", stays=ALL),
)
WRITER = ParticipantContent("anna", Capacity.OFFICIAL, Role.SECRETARY, stays=ALL)
NOTES = replace(FORUM, profile=DocumentProfile.NOTES, numbering=Numbering.NONE)
BALLOTS = tuple(BallotContent(who, choice) for who, choice in zip(("eva", "per", "jonas"), Ballot, strict=False))

ODDITIES = (
    Oddity(
        "empty-fields",
        meeting(forum=replace(FORUM, profile=DocumentProfile.FORMAL), officers=()),
        ("Tjänstgörande ersättare:\n  –\n", "Justerare:\n  –\n"),
    ),
    Oddity(
        "vacant-seat",
        with_people(
            replace(CHAIR, seat="s1"),
            WRITER,
            seats=(SeatContent("s1", "ks", holders=("eva",)), SeatContent("s2", "sbf")),
        ),
        ("Vakant | samhällsbyggnadsförvaltningen",),
    ),
    Oddity(
        "dashes-in-a-table",
        with_matter(text=_table(("Plats", "2025", "2026"), ("Centrum", "12", ""), ("Norrvik", "–", "3"))),
        ("| Centrum | 12 | –", "| Norrvik | – | 3"),
    ),
    Oddity(
        "two-people-on-one-row",
        with_people(CHAIR, replace(PER, together_with="jonas"), JONAS, WRITER),
        ("Per Alm (SA) och Jonas Ek (växlar) | kommunstyrelsen och samhällsbyggnadsförvaltningen",),
    ),
    Oddity("member-without-organisation", with_people(CHAIR, ParticipantContent("elin", stays=ALL), WRITER), ("Elin",)),
    Oddity(
        "chair-is-an-official",
        with_people(ParticipantContent("jonas", role=Role.CHAIR, stays=ALL), PER, WRITER),
        ("Jonas Ek, ordf. | samhällsbyggnadsförvaltningen", "____ Jonas Ek, Ordförande"),
    ),
    Oddity(
        "secretary-counted-among-the-members",
        with_people(CHAIR, PER, ParticipantContent("anna", role=Role.SECRETARY, stays=ALL)),
        ("Anna Svedin | samhällsbyggnadsförvaltningen", "____ Anna Svedin, Sekreterare"),
    ),
    Oddity(
        "secretary-present-but-not-counted",
        meeting(),
        ("Övriga närvarande:\n  Anna Svedin, sekreterare",),
    ),
    Oddity("item-added-at-the-meeting", with_matter(added_at_meeting=True), ("Punkten lades till vid sammanträdet.",)),
    Oddity(
        "pause-without-a-number",
        meeting(adjournments=(AdjournmentContent(time(10, 5), time(10, 10), "i1"),), state=MeetingState.CALLED),
        ("Paus till kl. 10.10",),
        notice.notice,
    ),
    Oddity(
        "break-that-is-told-in-the-protocol",
        meeting(adjournments=(AdjournmentContent(time(10, 5), time(10, 10), "i1"),)),
        ("Ajournering kl. 10.05–10.10", "[Ajournering]"),
    ),
    Oddity(
        "decision-before-the-text",
        meeting(forum=replace(FORUM, sections=(ItemSection.DECISION, ItemSection.TEXT))),
        ("att godkänna redovisningen.\n[Ärendet]",),
    ),
    Oddity(
        "numbered-decisions",
        meeting(
            forum=replace(FORUM, numbered_decisions=True),
            items=(OPENING, replace(MATTER, decisions=(DecisionContent("d1", "en sak"), DecisionContent("d2", "två")))),
        ),
        ("1. en sak", "2. två"),
    ),
    Oddity("task-without-a-date", _task("Byt armaturer.", responsible=("sbf",)), ("| Samhällsbyggnad | –",)),
    Oddity("task-to-everybody", _task("Sprid annonsen.", everybody=True), ("| Sprid annonsen | Alla | –",)),
    Oddity(
        "task-to-an-outside-body",
        _task("Lämna statistik.", responsible=("lst",), due=date(2027, 1, 31)),
        ("| Lämna statistik | Länsstyrelsen | 2027-01-31",),
    ),
    Oddity(
        "task-that-waits-for-another",
        _task(
            "Upphandla.", responsible=("sbf",), status=ActionStatus.WAITING, note="väntar på kommunstyrelsens beslut."
        ),
        ("Upphandla (Väntar på kommunstyrelsens beslut.)",),
    ),
    Oddity(
        "reports-on-earlier-decisions",
        with_matter(
            title="Föregående protokoll",
            type=ItemType.PREVIOUS_MINUTES,
            text=t.TextDocument(
                (
                    t.Paragraph("p", (t.Run("Protokollet läggs till handlingarna. Läget i uppdragen:"),)),
                    t.ListItem("l1", ordered=True, runs=(t.Run("§ 30/2026, belysningen: försenad."),)),
                    t.ListItem("l2", ordered=True, runs=(t.Run("§ 31/2026, kontaktvägen: klar."),)),
                )
            ),
        ),
        ("1. § 30/2026, belysningen: försenad.", "2. § 31/2026, kontaktvägen: klar."),
    ),
    Oddity(
        "another-presides-from-an-item-on",
        with_people(
            replace(CHAIR, stays=(StayContent(to_item="i1", to_time=time(10, 10)),)),
            ParticipantContent("per", role=Role.VICE_CHAIR, stays=ALL),
            JONAS,
            WRITER,
            officers=(OfficerContent(Duty.ADJUST, "jonas"),),
        ),
        ("Eva Lind, Ordförande, § 41 (chair)", "Per Alm, Ordförande, § 42 (chair-2)"),
    ),
    Oddity(
        "adjuster-replaced-with-a-reason",
        meeting(
            officers=(
                OfficerContent(Duty.ADJUST, "per", to_item="i1"),
                OfficerContent(
                    Duty.ADJUST, "jonas", from_item="i2", reason="i stället för Per Alm, som fått förhinder"
                ),
            )
        ),
        ("Per Alm, § 41", "Jonas Ek, § 42, i stället för Per Alm, som fått förhinder"),
    ),
    Oddity(
        "adjustment-put-to-the-next-meeting",
        meeting(adjustment=AdjustmentContent("vid rådets nästa sammanträde")),
        ("Justeringens plats och tid:\n  Vid rådets nästa sammanträde\n",),
    ),
    Oddity(
        "own-word-for-those-who-adjust",
        meeting(forum=replace(FORUM, adjusters_word="utses att justera"), medium=Medium.INK),
        ("Utses att justera:\n  Per Alm\n", "____ Per Alm, Justerare"),
    ),
    Oddity(
        "task-given-jointly",
        _task("Gå trygghetsvandring.", responsible=("sbf", "ks"), lead="sbf"),
        ("Samhällsbyggnad och KS gemensamt (Samhällsbyggnad håller ihop)",),
    ),
    Oddity(
        "reservation-of-two",
        with_matter(reservations=(ReservationContent("r", ("per", "jonas"), "till förmån för eget yrkande"),)),
        ("[Reservation]\n  Per Alm (SA) och Jonas Ek reserverar sig mot beslutet till förmån för eget yrkande.",),
    ),
    Oddity("struck-item-keeps-its-number", with_matter(struck=True, decisions=()), ("§ 42 |", "Ärendet utgår.")),
    Oddity(
        "number-with-a-prefix",
        meeting(forum=replace(FORUM, prefix="FHR")),
        ("== FHR 42 |", "Paragrafer:\n  FHR 41–42"),
    ),
    Oddity(
        "agenda-number-and-section-apart",
        with_matter(paragraph=86),
        ("== § 86 | Belysning",),
    ),
    Oddity(
        "groups-and-items-without-sections",
        meeting(
            forum=NOTES,
            state=MeetingState.ESTABLISHED,
            items=(replace(OPENING, group="Inledning"), replace(MATTER, group="Analys", agenda_number="2.1")),
        ),
        ("## Inledning", "## Analys", "== 2.1 | Belysning"),
        notes.notes,
    ),
    Oddity(
        "groups-in-a-protocol",
        meeting(items=(replace(OPENING, group="Inledning"), replace(MATTER, group="Beslut"))),
        ("## Inledning\n\n== § 41", "## Beslut\n\n== § 42"),
    ),
    Oddity(
        "groups-in-a-notice",
        meeting(
            state=MeetingState.CALLED,
            items=(
                replace(OPENING, group="Inledning"),
                replace(MATTER, group="Beslut"),
                replace(MATTER, key="i3", title="Övrigt", agenda_number="3", paragraph=None, group="Beslut"),
            ),
        ),
        ("# Inledning\n1 |", "# Beslut\n2 |", "Belysning vid gångtunneln | Beslut\n3 | Övrigt"),
        notice.notice,
    ),
    Oddity(
        "group-that-ends-in-a-protocol",
        meeting(items=(replace(OPENING, group="Inledning"), MATTER)),
        ("## Inledning\n\n== § 41", "## Övriga punkter\n\n== § 42"),
    ),
    Oddity(
        "group-that-ends-in-a-notice-of-a-board",
        meeting(
            state=MeetingState.CALLED,
            forum=replace(FORUM, profile=DocumentProfile.FORMAL),
            items=(
                replace(OPENING, title="Upprop"),
                replace(MATTER, group="Beslut"),
                replace(MATTER, key="i3", title="Övrigt", agenda_number="3", paragraph=None),
                replace(MATTER, key="i4", title="Nästa möte", agenda_number="4", paragraph=None),
            ),
        ),
        ("1 | Upprop", "# Beslut\n2 |", "# Övriga ärenden\n3 | Övrigt | Beslut\n4 | Nästa möte"),
        notice.notice,
    ),
    Oddity(
        "group-that-only-the-closing-follows-in-a-protocol",
        meeting(items=(OPENING, replace(MATTER, group="Beslut"), CLOSING)),
        ("## Beslut\n\n== § 42", "\n\n== § 43 | Mötets avslutning"),
    ),
    Oddity(
        "group-that-only-the-closing-follows-in-a-notice",
        meeting(state=MeetingState.CALLED, items=(OPENING, replace(MATTER, group="Beslut"), CLOSING)),
        ("# Beslut\n2 |", "Belysning vid gångtunneln | Beslut\n3 | Mötets avslutning"),
        notice.notice,
    ),
    Oddity(
        "remote-presence",
        with_people(CHAIR, replace(PER, stays=(StayContent(mode=Mode.REMOTE),)), WRITER),
        ("Per Alm (SA) | kommunstyrelsen | på distans",),
    ),
    Oddity(
        "substitute-who-does-not-serve",
        with_people(CHAIR, PER, ParticipantContent("jonas", Capacity.SUBSTITUTE, Role.SUBSTITUTE, stays=ALL), WRITER),
        ("Ersättare, ej tjänstgörande:\n  Jonas Ek, förvaltningschef",),
    ),
    Oddity(
        "disqualified-leaves-the-room",
        with_matter(recusals=(RecusalContent("r", "per", "delägare i bolaget", time(10, 11), time(10, 20)),)),
        ("[Jäv]", "Per Alm anmäler jäv som delägare i bolaget, deltar inte och lämnar rummet kl. 10.11."),
    ),
    Oddity(
        "several-votes-in-one-item",
        with_matter(votes=tuple(VoteContent(f"v{n}", "ja till förslaget", "nej", ballots=BALLOTS) for n in (1, 2))),
        ("[Omröstning 1]", "[Omröstning 2]"),
    ),
    Oddity(
        "adjusters-disagree",
        with_matter(statements=(StatementContent("s", "per", "Jag delar inte sekreterarens mening om beslutet."),)),
        ("[Protokollsanteckning]", "Per Alm låter anteckna: ”Jag delar inte sekreterarens mening om beslutet.”"),
    ),
    Oddity(
        "footnote-to-a-time",
        with_people(
            CHAIR,
            replace(PER, stays=(StayContent(to_item="i1", to_time=time(10, 8)),), note="kallad till länsstyrelsen"),
            replace(JONAS, note="deltar från Norrviks medborgarhus"),
            WRITER,
        ),
        (
            "Per Alm (SA) | kommunstyrelsen | t.o.m. kl. 10.08, § 41 1)",
            "Jonas Ek 2) |",
            "1) Kallad till länsstyrelsen.",
            "2) Deltar från Norrviks medborgarhus.",
        ),
    ),
    Oddity(
        "not-quorate",
        with_people(
            CHAIR,
            WRITER,
            seats=tuple(SeatContent(f"s{n}", "ks", holders=("eva",) if n == 1 else ()) for n in range(1, 5)),
        ),
        ("är inte beslutsfört",),
    ),
    Oddity(
        "cost-table-with-a-sum",
        with_matter(text=_table(("slag", "kronor"), ("glaskross", "325 000"), ("summa", "325 000"), sums=("summa",))),
        ("|= *summa* | *325 000*",),
    ),
    Oddity(
        "genomforandeplan",
        with_matter(text=_table(("Aktivitet", "Ansvarig", "Status"), ("Byt armaturer", "SBF + polisen", ""))),
        ("|| Aktivitet | Ansvarig | Status", "| Byt armaturer | SBF + polisen | –"),
    ),
    Oddity(
        "coming-meetings-in-two-columns",
        with_matter(text=_table(("Arbetsutskottet", "Rådet"), ("27 augusti kl. 08.30–10.30", "19 september"))),
        ("|| Arbetsutskottet | Rådet",),
    ),
    Oddity(
        "agreement-that-the-parties-sign",
        meeting(
            annexes=(
                AnnexContent(
                    "x",
                    "Överenskommelse",
                    1,
                    text=t.plain_document("Parterna samverkar."),
                    signatures=(
                        PartySignatureContent("Eva Lind", "kommunalråd", "Almby kommun", date(2026, 12, 3)),
                        PartySignatureContent("Björn Ek", "områdeschef", "Polisen"),
                    ),
                    signed_at_place="Almby",
                ),
            )
        ),
        ("Almby den 3 december 2026", "____ Björn Ek"),
    ),
)

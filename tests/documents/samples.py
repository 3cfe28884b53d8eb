"""Meetings to make papers of: a council's, a formal one of a nämnd, and an EST group's."""

import io
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from PIL import Image as Pictures

from bra_desktop.domain import text as t
from bra_desktop.domain.content import (
    ActionContent,
    AdjustmentContent,
    AnnexContent,
    DecisionContent,
    DispatchContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    MunicipalityContent,
    NoticeContent,
    OfficerContent,
    OrganisationContent,
    ParticipantContent,
    PersonContent,
    ProposalContent,
    SeatContent,
    StatementContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.kinds import (
    Capacity,
    DecisionKind,
    DocumentProfile,
    Duty,
    ItemType,
    Medium,
    MeetingState,
    Mode,
    Numbering,
    OrganisationKind,
    Role,
    VoteMethod,
)
from bra_desktop.exchange.meeting_file import read

HERE = Path(__file__).parent
ARMS = (HERE.parents[1] / "resources" / "demo" / "arms-almby.svg").read_text(encoding="utf-8")
PICTURE = "5" * 64
LAW = "26 kap. 1 § offentlighets- och sekretesslagen"
MUNICIPALITY = MunicipalityContent(
    "Almby kommun", "Almby kommuns", "Rådhuset, Stora torget 1, 199 01 Almby · 0980-319 200 · kommun@almby.example"
)
ALL_THE_TIME = (StayContent(),)


def council() -> MeetingContent:
    """The council's meeting of 3 December 2026, written out (profile B), locked for adjustment."""
    content = read(HERE / "meetings" / "council.json")
    return replace(content, state=MeetingState.ADJUSTMENT, version=1)


def picture() -> bytes:
    """A small picture with transparency."""
    out = io.BytesIO()
    Pictures.new("RGBA", (120, 60), (29, 74, 125, 128)).save(out, "PNG")
    return out.getvalue()


def _people() -> tuple[PersonContent, ...]:
    return (
        PersonContent("eva", "Eva Lind", "kommunstyrelsens ordförande", "ks", "AL"),
        PersonContent("per", "Per Alm", "vice ordförande", "ks", "SA"),
        PersonContent("rolf", "Rolf Hedberg", "", "ks", "SA"),
        PersonContent("ingrid", "Ingrid Ståhl", "", "ks", "LR"),
        PersonContent("olle", "Olle Wikström", "", "ks", "AL"),
        PersonContent("anna", "Anna Svedin", "nämndsekreterare", "klf", email="anna.svedin@almby.example"),
        PersonContent("martin", "Martin Öberg", "säkerhetssamordnare", "klf"),
    )


def _organisations() -> tuple[OrganisationContent, ...]:
    return (
        OrganisationContent("ks", "Kommunstyrelsen", "KS", OrganisationKind.BOARD),
        OrganisationContent("klf", "Kommunledningsförvaltningen", "Kommunledning", OrganisationKind.DEPARTMENT),
        OrganisationContent("pol", "Polismyndigheten", "Polisen", OrganisationKind.POLICE),
    )


def _rich_text() -> t.TextDocument:
    """Every kind of block and mark that text schema 1 has."""
    run = t.Run
    return t.TextDocument(
        (
            t.Paragraph("p1", (run("Martin Öberg redovisar "), run("planen", bold=True), run(" för 2026–2027."))),
            t.Heading("h1", 1, (run("Läget"),)),
            t.ListItem("l1", 0, ordered=True, start=3, runs=(run("Tredje punkten"),)),
            t.ListItem("l2", 1, runs=(run("en underpunkt"),)),
            t.ListItem("l3", 2, runs=(run("ännu djupare"),)),
            t.ListItem("l4", 0, ordered=True, runs=(run("Fjärde punkten"),)),
            t.Quotation("q1", (run("”Vi är på rätt plats oftare än förut.”"),)),
            t.Paragraph(
                "p2", (run("Metoden kallas "), run("situational prevention", italic=True, language="en"), run("."))
            ),
            t.Table(
                "t1",
                tuple(
                    t.Row(tuple(t.Cell((run(text, bold=text.isupper()),)) for text in row))
                    for row in (("Område", "Antal"), ("Centrum", "12"), ("SUMMA", "12"))
                ),
                alignments=("left", "right"),
                caption="Händelser per område",
            ),
            t.Image("i1", PICTURE, "Karta över centrum med tre markerade platser"),
            t.Paragraph("p3", (run("Namnet på den enskilde är "), run("Nils Hemlig", ground=LAW), run("."))),
        )
    )


def formal() -> MeetingContent:
    """A formal meeting (profile A) on paper: a part without the chair, rich text, a show of hands, a vacant seat."""
    items = (
        ItemContent("i1", "Upprop och val av justerande", "1", 101, ItemType.ELECTION, opened_at=time(13)),
        ItemContent(
            "i2",
            "Åtgärdsplan mot brott: halvårsrapport",
            "2",
            102,
            ItemType.DECISION,
            registry_number="KS 2025/311",
            presenters=("martin",),
            opened_at=time(13, 10),
            basis=t.plain_document("Rapporten skickades ut den 1 december."),
            text=_rich_text(),
            proposals=(ProposalContent("f1", "godkänna rapporten", by="arbetsutskottet"),),
            votes=(VoteContent("v1", "bifall till förslaget", "avslag", VoteMethod.SHOW_OF_HANDS, yes=3, no=1),),
            decisions=(DecisionContent("b1", "godkänna rapporten", DecisionKind.APPROVE),),
            statements=(StatementContent("s1", "rolf", "Planen följs upp för sällan.", special=True),),
            annexes=("a1",),
            dispatch=(DispatchContent("klf"), DispatchContent(name="Länsstyrelsen")),
        ),
        ItemContent("i3", "Bidrag till trygghetsvärdar", "3", 103, opened_at=time(13, 40), struck=True),
        ItemContent(
            "i4",
            "Personärende",
            "4",
            104,
            opened_at=time(13, 50),
            text=t.plain_document("Uppgifter om Nils Hemlig."),
            decisions=(DecisionContent("b4", "bevilja ansökan från Nils Hemlig"),),
            confidential=LAW,
        ),
    )
    return MeetingContent(
        "KS-2026-12-08",
        MUNICIPALITY,
        ForumContent("Kommunstyrelsen", "kommunstyrelsen", "KS", DocumentProfile.FORMAL, adjusters_word="Justerande"),
        date(2026, 12, 8),
        time(13),
        opened_at=time(13),
        closed_at=time(14, 5),
        place="Rådhuset, sal Almen",
        registry_number="KS 2026/12",
        state=MeetingState.ADJUSTMENT,
        medium=Medium.INK,
        adjustment=AdjustmentContent("Rådhuset, kansliet", datetime(2026, 12, 15, 15)),
        organisations=_organisations(),
        people=_people(),
        seats=(
            SeatContent("s1", "ks", "AL", ("eva",)),
            SeatContent("s2", "ks", "SA", ("per",)),
            SeatContent("s3", "ks", "SA", ("rolf",)),
            SeatContent("s4", "ks", "LR", ("ingrid",)),
            SeatContent("s5", "ks", "FA"),
        ),
        participants=(
            ParticipantContent("rolf", seat="s3", stays=ALL_THE_TIME),
            ParticipantContent(
                "eva", role=Role.CHAIR, seat="s1", stays=(StayContent(to_item="i2", to_time=time(13, 40)),)
            ),
            ParticipantContent("per", role=Role.VICE_CHAIR, seat="s2", stays=ALL_THE_TIME),
            ParticipantContent("ingrid", seat="s4", absence_notified=True),
            ParticipantContent("olle", Capacity.SUBSTITUTE, Role.SUBSTITUTE, serves_for="s4", stays=ALL_THE_TIME),
            ParticipantContent("anna", Capacity.OFFICIAL, Role.SECRETARY, stays=ALL_THE_TIME),
            ParticipantContent("martin", Capacity.OFFICIAL, stays=(StayContent(from_item="i2", to_item="i2"),)),
        ),
        officers=(OfficerContent(Duty.ADJUST, "rolf"),),
        items=items,
        annexes=(AnnexContent("a1", "Halvårsrapport", 1, file_name="rapport.pdf", digest="0123456789abcdef" * 4),),
    )


def est() -> MeetingContent:
    """Notes of an EST group (profile C): groups of items, an agreement, one who takes part at a distance."""
    return MeetingContent(
        "EST-2026-12-10",
        MUNICIPALITY,
        ForumContent("EST-gruppen", "EST-gruppen", "EST", DocumentProfile.NOTES, Numbering.NONE),
        date(2026, 12, 10),
        time(13, 15),
        opened_at=time(13, 15),
        closed_at=time(15, 10),
        place="Polishuset",
        state=MeetingState.ESTABLISHED,
        organisations=_organisations(),
        people=_people(),
        participants=(
            ParticipantContent("martin", role=Role.CONVENER, stays=ALL_THE_TIME),
            ParticipantContent("anna", role=Role.SECRETARY, stays=ALL_THE_TIME),
            ParticipantContent("per", stays=(StayContent(mode=Mode.REMOTE),)),
            ParticipantContent("rolf"),
        ),
        items=(
            ItemContent(
                "e1",
                "Hamnparken",
                "1",
                group="Kartläggning",
                opened_at=time(13, 15),
                text=t.plain_document("Rapporterna har ökat sedan september."),
                decisions=(DecisionContent("d1", "att gå en vandring i Hamnparken", DecisionKind.AGREEMENT),),
                actions=(
                    ActionContent("u1", "Boka vandring i Hamnparken.", ("klf", "pol"), "klf", due=date(2027, 1, 15)),
                ),
            ),
            ItemContent(
                "e2", "Stationen", "2", group="Analys", opened_at=time(14), text=t.plain_document("Kvällar är värst.")
            ),
        ),
    )


def called() -> MeetingContent:
    """The formal meeting as it was called: nobody has come yet, one paper comes later, a pause is planned."""
    content = formal()
    items = tuple(
        replace(
            item,
            paragraph=None,
            opened_at=None,
            struck=False,
            confidential="",
            planned_minutes=20,
            votes=(),
            decisions=(),
        )
        for item in content.items
    )
    return replace(
        content,
        state=MeetingState.CALLED,
        opened_at=None,
        closed_at=None,
        ends=time(15),
        items=items,
        participants=tuple(replace(who, stays=(), absence_notified=False) for who in content.participants),
        annexes=(
            replace(content.annexes[0], later=True, file_name="", digest=""),
            AnnexContent("a2", "Budget", 2, registry_number="KS 2026/7", file_name="budget.pdf", digest="b0" * 32),
        ),
        notice=NoticeContent(date(2026, 12, 1), date(2026, 12, 4), "anna.svedin@almby.example"),
    )

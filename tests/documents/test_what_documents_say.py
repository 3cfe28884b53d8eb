"""The content of each document, on its blocks."""

import json
import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from bra_desktop.documents import decision_log, extract, notes, notice, protocol, public_notice, supplement
from bra_desktop.documents.assets import Assets
from bra_desktop.documents.blocks import Contents, Document, FactsBox, FieldRow, ItemHeading, RailSection, TimedAgenda
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.item_wording import (
    clauses,
    motion_words,
    recusal_words,
    reservation_words,
    statement_words,
    vote_blocks,
)
from bra_desktop.documents.public_notice import Posting
from bra_desktop.documents.text_blocks import ListBlock, Paragraph, Table, VoteTable, words
from bra_desktop.documents.written import written
from bra_desktop.domain import text as t
from bra_desktop.domain.content import (
    AnnexContent,
    BallotContent,
    ItemContent,
    MeetingContent,
    MotionContent,
    NoticeContent,
    OfficerContent,
    PartySignatureContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import (
    Ballot,
    DocumentProfile,
    Duty,
    ItemType,
    Medium,
    MeetingState,
    MotionKind,
    Numbering,
    SignerRole,
)
from bra_desktop.domain.signers import AdjustedApart, immediate_signers, signers
from bra_desktop.domain.text import plain_document
from bra_desktop.exchange.meeting_file import read
from tests.documents.blocks_as_text import blocks_as_text, signature_fields
from tests.documents.golden import assert_as_stored
from tests.documents.samples import HERE, PICTURE, called, council, est, formal, picture
from tests.domain.almby import with_profile

POSTING = Posting(date(2026, 12, 16), date(2027, 1, 7), date(2027, 1, 6), kept_at="Kansliet, Rådhuset")


def test_a_councils_protocol_says_what_was_written_out() -> None:
    assert_as_stored(protocol.protocol(council()), "council-protocol")


def test_what_is_decided_by_too_few_says_how_many_were_there() -> None:
    content = council()
    few = tuple(replace(who, stays=who.stays if n < 3 else ()) for n, who in enumerate(content.participants))
    said = blocks_as_text(protocol.protocol(replace(content, participants=few), only="s46"))
    assert "2 av 15 ledamöter är närvarande. Rådet är inte beslutsfört." in said
    assert "besatta" not in said


def test_a_council_lists_its_items_with_their_pages_in_a_long_protocol_alone() -> None:
    def listed(content: MeetingContent) -> list[str]:
        blocks = protocol.protocol(content).blocks
        return [entry.title for block in blocks if isinstance(block, Contents) for entry in block.entries]

    plain = council()
    more = (replace(plain.items[0], key=f"m{n}", title=f"Ärende {n}", paragraph=100 + n) for n in range(25))
    many = (*plain.items, *more)[:25]
    assert listed(plain) == listed(replace(plain, items=many[:24])) == []
    assert listed(replace(plain, items=many)) == [item.title for item in many]
    told = t.plain_document("Ett stycke som är långt. " * 3000)
    long = tuple(replace(item, text=told) if n == 2 else item for n, item in enumerate(plain.items))
    assert listed(replace(plain, items=long)) == [item.title for item in plain.items]


def test_a_formal_protocol_shows_every_field_also_the_empty_ones() -> None:
    assert_as_stored(protocol.protocol(formal(), pictures={PICTURE: picture()}), "formal-protocol")


def test_the_file_of_a_public_version_is_not_called_as_that_of_the_whole() -> None:
    whole, part = protocol.protocol(formal()), protocol.protocol(formal(), public=True)
    assert part.full_title == f"Offentlig version av {whole.full_title[0].lower()}{whole.full_title[1:]}"
    assert part.running_title.startswith("Offentlig version av ")
    named = with_profile(formal(), DocumentProfile.NOTES)
    assert notes.notes(named, public=True).full_title.startswith("Offentlig version av minnesanteckningar, ")


def test_the_public_version_of_a_formal_protocol() -> None:
    assert_as_stored(protocol.protocol(formal(), pictures={PICTURE: picture()}, public=True), "formal-public")


def test_notes_say_what_was_agreed_and_decide_nothing() -> None:
    document = notes.notes(est())
    assert_as_stored(document, "est-notes")
    assert "beslut" not in blocks_as_text(document).lower()


def test_an_annex_of_the_whole_meeting_that_comes_later_is_marked_in_the_notice_also_where_its_file_is_here() -> None:
    annex = AnnexContent("w", "Budget", 9, later=True, file_name="ramar.pdf", digest="a" * 64)
    content = replace(called(), annexes=(*called().annexes, annex))
    for paper in (notice.notice(content), notice.agenda(content)):
        said = blocks_as_text(paper)
        assert "Budget (kommer senare)" in said
        assert "ramar.pdf" not in said
    adjusted = replace(formal(), annexes=(*formal().annexes, annex))
    said = blocks_as_text(protocol.protocol(adjusted, pictures={PICTURE: picture()}))
    assert "kommer senare" not in said
    assert "ramar.pdf" in said


def test_annexes_of_a_struck_item_are_listed_in_no_paper_but_those_that_another_item_has_too() -> None:
    own = AnnexContent("u", "Budget för värdarna", 2, later=True)
    shared = AnnexContent("d", "Karta över platserna", 3, file_name="karta.pdf", digest="b" * 64)

    def struck(content: MeetingContent, dealt_with: str, dropped: str) -> MeetingContent:
        given = {dropped: ("u", "d"), dealt_with: ("d",)}
        items = tuple(
            replace(item, annexes=(*item.annexes, *given.get(item.key, ())), struck=item.key == dropped)
            for item in content.items
        )
        return replace(content, items=items, annexes=(*content.annexes, own, shared))

    taken = struck(formal(), "i2", "i3")
    first, second = called().items[:2]
    before = struck(called(), first.key, second.key)
    notes_of = with_profile(taken, DocumentProfile.NOTES)
    for paper in (
        protocol.protocol(taken, pictures={PICTURE: picture()}),
        protocol.protocol(taken, pictures={PICTURE: picture()}, public=True),
        notes.notes(notes_of, pictures={PICTURE: picture()}),
        notice.notice(before),
        notice.agenda(before),
    ):
        said = blocks_as_text(paper)
        assert "Ärendet utgår" in said
        assert "Karta över platserna" in said
        assert "Budget för värdarna" not in said, paper.title


def test_a_notice_ends_with_the_digest_of_every_file_that_goes_with_it_and_of_none_that_is_marked() -> None:
    report = AnnexContent("r", "Rapport", 9, file_name="rapport.pdf", digest="0123456789abcdef" * 4)
    marked = AnnexContent("m", "Utredning", 10, file_name="utredning.pdf", digest="b" * 64, confidential="26 kap. 1 §")
    items = tuple(replace(item, annexes=()) for item in called().items)
    content = replace(called(), items=items, annexes=(report, marked))
    said = blocks_as_text(notice.notice(content, public=True))
    end = said.index("Bilagornas filer och SHA-256")
    assert end > said.index("Kallade")
    assert "rapport.pdf" in said[end:]
    assert " ".join(["0123456789abcdef"] * 4) in said[end:]
    assert "utredning.pdf" not in said
    assert "bbbbbbbb" not in said
    assert "Bilagornas filer" not in blocks_as_text(notice.agenda(content))
    news = supplement.News(annexes=frozenset(["r"]))
    assert "rapport.pdf" in blocks_as_text(supplement.supplement(content, news, 1, made_on=content.date))


def test_a_notice_shows_times_presenters_and_what_comes_later() -> None:
    assert_as_stored(notice.notice(called()), "notice")


def test_an_agenda_stands_under_the_forums_own_word() -> None:
    assert_as_stored(notice.agenda(called()), "agenda")


def test_one_item_adjusted_at_once_is_a_document_of_its_own() -> None:
    content = council()
    document = protocol.protocol(content, only="s45")
    assert_as_stored(document, "immediate")
    assert [one.name for one in signature_fields(document)] == [one.field for one in immediate_signers(content, "s45")]


def test_one_item_adjusted_at_once_says_its_written_annexes_as_the_whole_protocol_does() -> None:
    content = council()
    annexes = tuple(replace(one, text=plain_document(f"Texten i {one.key}.")) for one in content.annexes)
    content = replace(content, annexes=annexes)
    item = next(one for one in content.items if one.annexes)
    said = blocks_as_text(protocol.protocol(content, only=item.key))
    assert [one.key for one in annexes if f"Texten i {one.key}." in said] == list(item.annexes)


def test_notes_are_not_adjusted_and_say_nothing_of_it() -> None:
    content = est()
    items = tuple(replace(one, immediate_adjustment=True, added_at_meeting=True) for one in content.items)
    content = replace(content, items=items)
    said = blocks_as_text(notes.notes(content))
    assert "juster" not in said
    assert "justering" not in blocks_as_text(decision_log.decision_log(content))
    assert "Punkten lades till vid mötet." in said


def test_a_notice_of_no_items_has_no_table_of_them() -> None:
    content = replace(called(), items=(), annexes=(), officers=())
    for document in (notice.notice(content), notice.agenda(content)):
        assert not any(isinstance(block, TimedAgenda) for block in document.blocks)


def signed_apart(item: str) -> AdjustedApart:
    """The item adjusted immediately, at the meeting."""
    people = (("Anna Svedin", SignerRole.SECRETARY), ("Eva Lind", SignerRole.CHAIR), ("Per Alm", SignerRole.ADJUSTER))
    return AdjustedApart(item, date(2026, 12, 3), people)


def test_who_signed_an_item_apart_is_told_from_those_who_sign_the_rest() -> None:
    said = blocks_as_text(protocol.protocol(council(), apart=[signed_apart("s45")])).replace("\u00a0", " ")
    assert "____ Anna Svedin, Sekreterare, §§ 38–44, 46–49 (secretary)" in said
    own = (
        "[Omedelbart justerat]\n  § 45 justerades omedelbart den 3 december 2026 i ett eget protokoll, underskrivet av "
    )
    assert f"{own}Anna Svedin (sekreterare), Eva Lind (ordförande) och Per Alm (justerare)." in said
    assert "  § 45 justerades omedelbart den 3 december 2026, se eget protokoll" in said
    assert "  §§ 38–49\n" in said
    front = blocks_as_text(protocol.protocol(formal(), apart=[signed_apart("i2")])).split("== §")[0]
    assert "justerades omedelbart den" in front.split("Underskrifter:")[1], "on the first page, below the signatures"


def test_several_items_of_the_same_signers_are_told_together() -> None:
    said = blocks_as_text(protocol.protocol(council(), apart=[signed_apart("s42"), signed_apart("s45")]))
    assert "§§\u00a042 och 45 justerades omedelbart den 3\u00a0december 2026 i egna protokoll, underskrivna av" in said


def test_a_public_version_does_not_name_those_who_signed_a_withheld_item_apart() -> None:
    content = council()
    items = tuple(replace(i, confidential="21 kap. 3 § OSL") if i.key == "s45" else i for i in content.items)
    said = blocks_as_text(protocol.protocol(replace(content, items=items), apart=[signed_apart("s45")], public=True))
    assert "§\u00a045 justerades omedelbart den 3\u00a0december 2026 i ett eget protokoll." in said


@pytest.mark.parametrize("make", [council, formal])
def test_the_signature_fields_are_those_the_domain_gives(make: object) -> None:
    content: MeetingContent = make()  # type: ignore[operator]
    fields = signature_fields(protocol.protocol(content))
    assert [one.name for one in fields] == [one.field for one in signers(content)]


def test_a_chair_who_left_signs_only_the_items_she_presided() -> None:
    by_name = {one.name: one for one in signature_fields(protocol.protocol(formal()))}
    assert (by_name["chair"].person, by_name["chair"].scope) == ("Eva Lind", "§§\u00a0101–102")
    assert (by_name["chair-2"].person, by_name["chair-2"].scope) == ("Per Alm", "§§\u00a0103–104")
    assert by_name["secretary"].scope == "§§\u00a0101–104"


def test_the_signatures_below_the_items_have_a_heading_and_name_each_ones_items() -> None:
    said = blocks_as_text(protocol.protocol(council()))
    assert "## Underskrifter\n____ Anna Svedin, Sekreterare, §§\u00a038–49 (secretary)\n" in said
    content = council()
    first, second = (o for o in content.officers if o.duty is Duty.ADJUST)
    others = [o for o in content.officers if o.duty is not Duty.ADJUST]
    parted = (replace(first, to_item="s45"), replace(second, from_item="s46"))
    fields = signature_fields(protocol.protocol(replace(content, officers=(*others, *parted))))
    assert [(one.person, one.scope) for one in fields if one.role == "Justerare"] == [
        ("Per Alm", "§§\u00a038–45"),
        ("Siv Östling", "§§\u00a046–49"),
    ]


def test_a_break_in_the_meeting_has_a_label_of_its_own() -> None:
    assert "[Ajournering]\n  Kl.\u00a010.55–11.05.\n" in blocks_as_text(protocol.protocol(council()))


def test_a_point_whose_time_is_not_known_has_none_while_others_have_times() -> None:
    content = called()
    first, second, *others = content.items
    unknown = (replace(first, planned_minutes=None), replace(second, planned_minutes=5), *others)
    (rows,) = (b.rows for b in notice.notice(replace(content, items=unknown)).blocks if isinstance(b, TimedAgenda))
    assert [row.time for row in rows[:2]] == ["13.00", ""]
    none = tuple(replace(item, planned_minutes=None) for item in content.items)
    (rows,) = (b.rows for b in notice.notice(replace(content, items=none)).blocks if isinstance(b, TimedAgenda))
    assert {row.time for row in rows if not row.pause} == {""}


def test_ink_has_a_box_for_each_who_adjusts_and_electronic_says_so_instead() -> None:
    ink = protocol.protocol(replace(council(), medium=Medium.INK)).foot
    electronic = protocol.protocol(replace(council(), medium=Medium.ELECTRONIC)).foot
    assert (ink.initials, ink.line) == (("Ordf. EL", "Just. PA", "Just. SÖ"), "")
    assert (electronic.initials, electronic.line) == ((), "Elektroniskt underskrivet")


def test_a_draft_never_says_that_it_is_signed() -> None:
    draft = protocol.protocol(replace(council(), state=MeetingState.REVIEW))
    assert draft.foot.line == ""
    assert draft.warning == "Utkast. Protokollet är inte justerat."


@pytest.mark.parametrize("profile", [DocumentProfile.COUNCIL, DocumentProfile.NOTES])
def test_only_a_formal_profile_names_the_act_and_the_appeal(profile: DocumentProfile) -> None:
    content = replace(formal(), forum=replace(formal().forum, profile=profile))
    content = replace(content, adjustment=replace(content.adjustment, adjusted_on=date(2026, 12, 15)))
    documents: list[Document] = [
        notice.notice(content),
        notes.notes(content) if profile is DocumentProfile.NOTES else protocol.protocol(content),
        public_notice.public_notice(content, POSTING),
    ]
    for document in documents:
        assert not re.search("kommunallag|överklag", blocks_as_text(document), re.IGNORECASE)


def test_nothing_confidential_is_in_the_public_version() -> None:
    content = formal()
    assert "Hemlig" in blocks_as_text(protocol.protocol(content))
    public = protocol.protocol(content, public=True)
    assert "Hemlig" not in repr(public)
    assert public.warning.startswith("Uppgifter är borttagna med stöd av 26 kap. 1 §")


def test_the_complete_version_warns_on_every_page() -> None:
    assert protocol.protocol(formal()).warning == "Innehåller sekretessmarkerade uppgifter. Prövas före utlämnande."
    assert protocol.protocol(council()).warning == ""


def test_the_notice_board_gets_the_real_days_after_the_last_signature() -> None:
    content = formal()
    with pytest.raises(RuleBroken, match="inte justerat"):
        public_notice.public_notice(content, POSTING)
    adjusted = replace(content, adjustment=replace(content.adjustment, adjusted_on=date(2026, 12, 15)))
    assert_as_stored(public_notice.public_notice(adjusted, POSTING), "public-notice")


def test_the_certificate_waits_until_the_notice_is_taken_down() -> None:
    content = formal()
    adjusted = replace(content, adjustment=replace(content.adjustment, adjusted_on=date(2026, 12, 15)))
    with pytest.raises(RuleBroken, match="inte nedtaget"):
        public_notice.certificate_of_notice(adjusted, POSTING)
    taken_down = replace(POSTING, taken_down_on=date(2027, 1, 7), certified_by="Anna Svedin")
    assert_as_stored(public_notice.certificate_of_notice(adjusted, taken_down), "certificate")


def test_an_adjusted_protocol_never_speaks_of_the_notice_board() -> None:
    assert "anslag" not in blocks_as_text(protocol.protocol(formal())).lower()


def test_the_forums_own_order_of_sections_is_followed() -> None:
    content = council()
    ordered = replace(content, forum=replace(content.forum, sections=(ItemSection.DECISION, ItemSection.VOTE)))
    said = blocks_as_text(protocol.protocol(ordered, only="s46"))
    assert said.index("[Beslut]") < said.index("[Omröstning]") < said.index("[Yrkanden]")


def test_numbered_decisions_have_numbers_instead_of_att() -> None:
    content = council()
    numbered = replace(content, forum=replace(content.forum, numbered_decisions=True))
    said = blocks_as_text(protocol.protocol(numbered, only="s47"))
    assert "  | 1. ställa sig bakom medborgarlöftet för 2027, samt" in said
    assert "| att " not in said


def test_an_extract_certifies_one_item_without_what_is_confidential() -> None:
    content = formal()
    adjusted = replace(content, adjustment=replace(content.adjustment, adjusted_on=date(2026, 12, 15)))
    document = extract.Extracts(adjusted, date(2026, 12, 17), certified_by="Anna Svedin").of(("i2",))
    assert_as_stored(document, "extract")
    assert "Hemlig" not in repr(document)
    complete = extract.Extracts(adjusted, date(2026, 12, 17), public=False).of(("i2",))
    assert "Hemlig" in repr(complete)
    assert complete.warning == "Innehåller sekretessmarkerade uppgifter. Prövas före utlämnande."


def test_an_extract_of_several_items_has_them_in_order_with_one_certificate() -> None:
    made = extract.Extracts(council(), date(2026, 12, 4))
    document = made.of(("s45", "s41", "s45"), ("Kommunstyrelsen", "Nattvandrarna i Almby"))
    assert_as_stored(document, "extract_of_several")
    assert document.running_title == "Protokollsutdrag §§\u00a041 och 45, 2026-12-03"
    assert document.full_title.startswith("Protokollsutdrag §§\u00a041 och 45, Brottsförebyggande rådet")
    assert [b.number for b in document.blocks if isinstance(b, ItemHeading)] == ["§\u00a041", "§\u00a045"]
    assert len([b for b in document.blocks if isinstance(b, FactsBox)]) == 1
    every = made.of([item.key for item in council().items])
    assert every.running_title.startswith("Protokollsutdrag §§\u00a038–49")


def test_an_extract_tells_how_far_the_adjustment_has_come() -> None:
    """An item that is adjusted apart is adjusted, whatever the rest of the protocol is."""
    apart = extract.Standing((signed_apart("s45"),))

    def said(content: MeetingContent, standing: extract.Standing, *items: str) -> tuple[str, str]:
        document = extract.Extracts(content, date(2026, 12, 16), standing).of(items)
        return document.warning, next(b.text for b in document.blocks if isinstance(b, FactsBox))

    waiting, draft = council(), replace(council(), state=MeetingState.DRAFT)
    adjusted = replace(waiting, adjustment=replace(waiting.adjustment, adjusted_on=date(2026, 12, 15)))
    not_yet = "Protokollet i sin helhet är inte justerat."
    assert said(draft, extract.NOTHING_BESIDE, "s41")[0] == "Utkast. Protokollet är inte justerat."
    assert said(waiting, extract.NOTHING_BESIDE, "s41")[0] == "Protokollet är inte justerat."
    at_once = "§\u00a045 justerades omedelbart den 3\u00a0december 2026 av Eva Lind och Per Alm."
    rest = "Protokollet i övrigt"
    assert said(waiting, apart, "s45") == ("", f"Utdragets riktighet bestyrks. {at_once} {rest} är inte justerat.")
    assert said(waiting, extract.NOTHING_BESIDE, "s45")[1].endswith(not_yet)
    assert said(adjusted, apart, "s45")[1] == f"Utdragets riktighet bestyrks. {at_once}"
    assert f" {at_once} {rest} justerades den 15\u00a0december 2026 av" in said(adjusted, apart, "s41", "s45")[1]
    assert said(waiting, apart, "s41", "s45")[0] == "Protokollet är inte justerat."
    posted = said(adjusted, extract.Standing(posted_on=date(2026, 12, 16)), "s41")
    assert posted[0] == ""
    assert "justerades den 15\u00a0december 2026 av Eva Lind" in posted[1]
    assert posted[1].endswith(", och anslogs den 16\u00a0december 2026.")


def test_an_extract_names_those_who_were_there_for_its_items() -> None:
    """Petra Lööf was disqualified at § 45, Camilla Rehn came as a guest for § 41."""
    made = extract.Extracts(council(), date(2026, 12, 16))

    def there(*items: str) -> dict[str, str]:
        rows = [b for b in made.of(items).blocks if isinstance(b, FieldRow)]
        return {
            row.label: " ".join(r.text for p in row.content if isinstance(p, Paragraph) for r in p.runs) for row in rows
        }

    both, late = there("s41", "s45"), there("s45")
    assert both["Ledamöter"].startswith("Eva Lind (AL), ordf., Per Alm (SA), vice ordf., Mona Sundell (LR), ")
    assert "Petra Lööf (§\u00a041)" in both["Ledamöter"]
    assert "Petra Lööf" not in late["Ledamöter"]
    assert late["Övriga närvarande"].startswith("Anna Svedin (sekreterare), Martin Öberg (adjungerad), ")
    assert "Camilla Rehn" not in late["Övriga närvarande"]
    assert both["Ledamöter"].endswith(" och Yasmin Karlsson (FA), tjänstgörande ersättare")
    assert ";" not in both["Ledamöter"]
    assert both["Justerare"] == "Per Alm och Siv Östling"
    assert "Till" not in both


def test_an_extract_has_the_registry_number_of_its_items_when_they_share_one() -> None:
    made = extract.Extracts(council(), date(2026, 12, 16))
    assert made.of(("s41",)).registry_number == council().item("s41").registry_number
    assert made.of(("s41", "s45")).registry_number == council().registry_number


def test_a_public_version_is_a_copy_to_read_without_places_to_sign() -> None:
    document = protocol.protocol(council(), public=True)
    assert signature_fields(document) == ()
    assert document.foot.line == "Offentlig version"
    assert "Protokollet skrivs under av Anna Svedin, sekreterare, Eva Lind, ordförande" in blocks_as_text(document)


def test_a_forum_without_numbers_speaks_of_points() -> None:
    content = council()
    unnumbered = replace(content, forum=replace(content.forum, numbering=Numbering.NONE))
    said = blocks_as_text(protocol.protocol(unnumbered))
    assert "Punkter:" in said
    assert "Paragraf" not in said.replace("Paragrafen justeras omedelbart.", "").replace("paragrafen justeras", "")


def test_two_who_share_a_seat_stand_on_one_row_and_the_one_who_came_counts() -> None:
    content = formal()
    people = tuple(
        replace(
            who,
            together_with="ingrid" if who.person == "rolf" else "rolf",
            stays=() if who.person == "rolf" else who.stays,
        )
        if who.person in ("rolf", "ingrid")
        else who
        for who in content.participants
    )
    people = tuple(replace(p, stays=(StayContent(),)) if p.person == "ingrid" else p for p in people)
    said = blocks_as_text(protocol.protocol(replace(content, participants=people)))
    said = said.replace("\u00a0", " ")
    row = "| Ingrid Ståhl (LR) och Rolf Hedberg (SA) (växlar) | kommunstyrelsen | Ingrid Ståhl §§ 101–104\n"
    assert row in said
    assert said.count("(växlar)") == 1


@pytest.mark.parametrize("how", ["both", "first", "last", "seat"])
def test_two_on_a_row_of_a_meeting_file_stand_on_one_row_however_the_file_says_it(how: str, tmp_path: Path) -> None:
    told = json.loads((HERE / "meetings" / "council.json").read_text(encoding="utf-8"))
    rows = [p for p in told["participants"] if p.get("seat") and p.get("stays") == [{}]]
    names = {p["key"]: p["name"] for p in told["people"] if not p.get("party")}
    rows = [row for row in rows if row["person"] in names][:2]
    one, two = (row["person"] for row in rows)
    if how in ("both", "first"):
        rows[0]["together_with"] = two
    if how in ("both", "last"):
        rows[1]["together_with"] = one
    if how == "seat":
        gone = rows[1]["seat"]
        rows[1]["seat"] = rows[0]["seat"]
        told["seats"] = [
            {**seat, "holders": [one, two]} if seat["key"] == rows[0]["seat"] else seat
            for seat in told["seats"]
            if seat["key"] != gone
        ]
    file = tmp_path / "two.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    content = read(file)
    said = blocks_as_text(protocol.protocol(content))
    members = said[said.index("Ledamöter:") : said.index("Tjänstgörande")]
    assert members.count(names[one]) == members.count(names[two]) == members.count("(växlar)") == 1
    (line,) = [line for line in members.splitlines() if names[one] in line]
    assert f"{names[one]} och {names[two]} (växlar) |" in line
    assert line.rstrip().endswith("|")
    left = replace(content, participants=tuple(
        replace(p, stays=(StayContent(to_item="s41"),)) if p.person == one else p for p in content.participants
    ))  # fmt: skip
    said = blocks_as_text(protocol.protocol(left)).replace("\u00a0", " ")
    assert f"| {names[one]} §§ 38–41 / {names[two]} hela tiden\n" in said


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (MotionKind.APPROVE, "bifall till förslaget.", "bifall till förslaget"),
        (MotionKind.APPROVE, "till förslaget", "bifall till förslaget"),
        (MotionKind.APPROVE, "", "bifall"),
        (MotionKind.CHANGE, "att\nplanen skickas på remiss", "att planen skickas på remiss"),
        (MotionKind.REFER_BACK, "att\nkostnaden utreds", "återremiss: att kostnaden utreds"),
        (MotionKind.REJECT, "avslag på förslaget", "avslag på förslaget"),
        (MotionKind.CHANGE, "planen gäller i ett år", "att planen gäller i ett år"),
        (MotionKind.ADDITION, "planen redovisas i maj.", "som tillägg att planen redovisas i maj"),
        (MotionKind.ADDITION, "att planen redovisas i maj", "som tillägg att planen redovisas i maj"),
        (MotionKind.ADDITION, "som tillägg att planen redovisas", "som tillägg att planen redovisas"),
        (MotionKind.TABLE, "ärendet bordläggs", "att ärendet bordläggs"),
        (MotionKind.TABLE, "till nästa sammanträde", "bordläggning till nästa sammanträde"),
        (MotionKind.REFER_BACK, "återremiss för ny beräkning", "återremiss för ny beräkning"),
        (MotionKind.REFER_BACK, "för ny beräkning", "återremiss för ny beräkning"),
        (MotionKind.REFER_BACK, "ärendet ska utredas.", "återremiss: ärendet ska utredas"),
        (MotionKind.REFER_BACK, "att ärendet ska utredas", "återremiss: att ärendet ska utredas"),
        (MotionKind.REFER_BACK, "att ärendet återremitteras", "att ärendet återremitteras"),
        (MotionKind.TABLE, "frågan väntar till mars", "bordläggning: frågan väntar till mars"),
        (MotionKind.REJECT, "staden köper inga kameror", "avslag: staden köper inga kameror"),
        (MotionKind.REJECT, "att planen inte antas", "att planen inte antas"),
    ],
)
def test_a_motion_is_worded_by_its_kind(kind: MotionKind, text: str, said: str) -> None:
    assert motion_words(formal(), MotionContent("y", ("eva",), text, kind)) == f"Eva Lind yrkar {said}."


def test_labels_begin_with_a_capital_letter() -> None:
    content = formal()
    lower = replace(content, forum=replace(content.forum, adjusters_word="justerande"))
    assert blocks_as_text(protocol.protocol(lower)) == blocks_as_text(protocol.protocol(content))


def test_names_in_a_row_of_text_have_och_before_the_last() -> None:
    content = formal()
    away = tuple(replace(who, stays=(), absence_notified=True) for who in content.participants[:3])
    said = blocks_as_text(protocol.protocol(replace(content, participants=(*away, *content.participants[3:]))))
    assert "  Rolf Hedberg (SA), Eva Lind (AL), Per Alm (SA) och Ingrid Ståhl (LR)\n" in said


def test_an_empty_column_stands_to_the_left_with_dashes() -> None:
    row, cell, run = t.Row, t.Cell, t.Run
    rows = tuple(
        row(tuple(cell((run(text, bold=text == "Summa"),) if text else ()) for text in texts))
        for texts in (("Vad", "Antal", "Status"), ("Ljus", "3", ""), ("Summa", "", ""))
    )
    table = t.TextDocument((t.Table("t", rows, alignments=("left", "right", "right")),))
    (block,) = written(table, {})
    assert isinstance(block, Table)
    assert [column.align for column in block.columns] == ["left", "right", "left"]
    assert [["".join(run.text for run in c.runs) for c in r.cells] for r in block.rows] == [
        ["Ljus", "3", "–"],
        ["Summa", "", ""],
    ]


def _numbered_est(numbering: Numbering) -> MeetingContent:
    content = est()
    items = tuple(replace(item, paragraph=n) for n, item in enumerate(content.items, 3))
    people = tuple(
        replace(who, stays=(StayContent(to_item="e1", to_time=time(14)),)) if who.person == "per" else who
        for who in content.participants
    )
    return replace(content, items=items, participants=people, forum=replace(content.forum, numbering=numbering))


def test_notes_have_plain_numbers_also_where_they_are_referred_to() -> None:
    said = blocks_as_text(notes.notes(_numbered_est(Numbering.PER_MEETING)))
    assert "§" not in said
    assert "== 3 | Hamnparken" in said
    assert "punkt\u00a03" in said
    assert "| 3 | Boka vandring i Hamnparken" in said


def test_notes_that_are_numbered_through_the_year_keep_their_numbers() -> None:
    said = blocks_as_text(notes.notes(_numbered_est(Numbering.PER_YEAR)))
    assert "== §\u00a03 | Hamnparken" in said


def test_who_writes_the_notes_is_called_the_same_all_through_the_notice() -> None:
    content = replace(est(), notice=NoticeContent(date(2026, 12, 1)))
    said = blocks_as_text(notice.notice(content))
    assert "Antecknar:" in said
    assert "Anna Svedin, antecknar" in said
    assert "sekreterare" not in said


def test_a_notice_counts_by_the_agenda_also_when_it_is_made_after_the_meeting() -> None:
    said = blocks_as_text(notice.notice(formal()))
    assert "2 Åtgärdsplan mot brott: halvårsrapport:" in said
    assert "§" not in said.replace("1 § offentlighets", "")


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        ([], []),
        (["notera informationen"], ["notera informationen."]),
        (["a", "b", "c"], ["a,", "b, samt", "c."]),
        (["att a, samt", "Att b."], ["a, samt", "b."]),
        (["a samt", "b"], ["a, samt", "b."]),
        (["attestera fakturan"], ["attestera fakturan."]),
    ],
)
def test_att_satser_are_joined_by_commas_and_samt_however_they_were_typed(texts: list[str], printed: list[str]) -> None:
    assert ["".join(run.text for run in clause.runs) for clause in clauses(texts)] == printed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "."),
        ("till förmån för eget yrkande", " till förmån för eget yrkande."),
        ("emot.", ": emot."),
        ("Planen saknar pengar", ": Planen saknar pengar."),
    ],
)
def test_what_was_said_with_a_reservation_stands_for_itself(text: str, said: str) -> None:
    sentence = reservation_words(formal(), ReservationContent("r", ("eva",), text))
    assert sentence.endswith(f"reserverar sig mot beslutet{said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vi reserverar oss mot beslutet.", "{} reserverar sig mot beslutet."),
        ("Ledamoten reserverar sig skriftligt, se bilaga 1.", "{} reserverar sig skriftligt, se bilaga 1."),
        ("Eva Lind reserverar sig till förmån för eget yrkande", "{} reserverar sig till förmån för eget yrkande."),
        ("Eva Lind (AL) och Per Alm reserverade sig mot beslutet.", "{} reserverade sig mot beslutet."),
        ("Reserverar sig mot beslutet.", "{} reserverar sig mot beslutet."),
        ("Reserverar sig.", "{} reserverar sig mot beslutet."),
        (".", "{} reserverar sig mot beslutet."),
        ("Vi reserverar oss till förmån för vårt yrkande.", "{}: ”Vi reserverar oss till förmån för vårt yrkande.”"),
        ("Alliansen reserverar sig mot beslutet.", "{}: Alliansen reserverar sig mot beslutet."),
        (
            "Mot beslutet reserverar sig Eva Lind och Per Alm",
            "Mot beslutet reserverar sig Eva Lind (AL) och Per Alm (SA).",
        ),
        ("Mot det reserverar sig Eva Lindgren och Per Alm.", "{}: Mot det reserverar sig Eva Lindgren och Per Alm."),
        ("för att alliansen reserverar sig", "{} reserverar sig mot beslutet för att alliansen reserverar sig."),
    ],
)
def test_who_reserved_is_named_whatever_the_words_of_the_reservation_are(text: str, said: str) -> None:
    sentence = reservation_words(formal(), ReservationContent("r", ("eva", "per"), text))
    assert sentence == said.format("Eva Lind (AL) och Per Alm (SA)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jag yrkar bifall till förslaget.", "{} yrkar bifall till förslaget."),
        ("Yrkar att planen bordläggs", "{} yrkar att planen bordläggs."),
        ("Jag yrkar att mitt förslag antas.", "{}: ”Jag yrkar att mitt förslag antas.”"),
    ],
)
def test_who_moved_and_who_supports_it_are_named_whatever_the_words_are(text: str, said: str) -> None:
    motion = MotionContent("y", ("eva",), text, MotionKind.APPROVE, ("per",))
    who = "Eva Lind, med instämmande av Per Alm"
    assert motion_words(formal(), motion) == said.format(who if said.startswith("{}:") else f"{who},")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Låter anteckna att planen är bra", "Eva Lind låter anteckna att planen är bra."),
        ("Jag vill till protokollet anteckna att planen är bra.",
         "Eva Lind vill till protokollet anteckna att planen är bra."),
        ("Jag vill anteckna att jag var där.", "Eva Lind låter anteckna: ”Jag vill anteckna att jag var där.”"),
        ("Eva Lindgren hade rätt.", "Eva Lind låter anteckna: ”Eva Lindgren hade rätt.”"),
        ("Eva Lind anser att planen är bra.", "Eva Lind anser att planen är bra."),
    ],
)  # fmt: skip
def test_whose_words_are_put_on_record_is_told_whatever_they_are(text: str, said: str) -> None:
    assert statement_words(formal(), StatementContent("p", "eva", text)) == said


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("kassör i föreningen.", " som kassör i föreningen, deltar inte och lämnar rummet."),
        ("eftersom hon är kassör", " eftersom hon är kassör, deltar inte och lämnar rummet."),
        ("Eva Lind anmäler jäv på grund av släktskap.", " på grund av släktskap, deltar inte och lämnar rummet."),
        ("Anmäler jäv.", ", deltar inte och lämnar rummet."),
        ("Kassör i föreningen", ", deltar inte och lämnar rummet. Kassör i föreningen."),
    ],
)
def test_why_somebody_is_disqualified_is_told_in_one_sentence_however_it_was_typed(reason: str, said: str) -> None:
    assert recusal_words(formal(), RecusalContent("j", "eva", reason)) == f"Eva Lind anmäler jäv{said}"


def test_somebody_who_comes_goes_and_comes_back_in_one_item_does_so_in_that_order() -> None:
    content = council()
    item = next(i for i in content.items if i.decisions and i.opened_at and i.closed_at)
    assert item.opened_at
    assert item.closed_at
    clocks = [item.opened_at.replace(minute=(item.opened_at.minute + n) % 60) for n in (1, 2, 3)]
    stays = (StayContent(clocks[0], clocks[1], item.key, item.key), StayContent(clocks[2], None, item.key))
    changed = replace(content, participants=tuple(
        replace(p, stays=stays) if p.person == "P10" else p for p in content.participants
    ))  # fmt: skip
    said = blocks_as_text(protocol.protocol(changed)).replace("\u00a0", " ")
    name = content.person("P10").name
    places = [
        said.index(f"{name} {words}") for words in ("kommer kl.", "lämnar sammanträdet kl.", "är åter närvarande kl.")
    ]
    assert places == sorted(places)
    assert said.index(f"att {item.decisions[0].text[:20]}") > places[-1]


def test_who_is_disqualified_is_neither_in_the_table_of_a_vote_nor_among_the_absent() -> None:
    content = formal()
    yes, no, gone, away = (p.person for p in content.participants[:4])
    ballots = ((yes, Ballot.YES), (no, Ballot.NO), (gone, Ballot.ABSENT), (away, Ballot.ABSENT))
    given = tuple(BallotContent(*one) for one in ballots)
    vote = VoteContent("v", "bifall", "avslag", ballots=given, casting=Ballot.YES)
    item = replace(content.items[0], votes=(vote,), recusals=(RecusalContent("r", gone),))
    told = vote_blocks(replace(content, items=(item, *content.items[1:])), item, vote)
    rows = [row.name for block in told if isinstance(block, VoteTable) for row in block.rows]
    assert len(rows) == 3
    assert not any(content.person(gone).name in name for name in rows)
    assert "1 är frånvarande." in str(told)


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [
        ("bifall till förslaget", "avslag", "vill bifalla förslaget röstar ja. Den som vill avslå det röstar nej."),
        ("Avslag på förslaget.", "bifall", "vill avslå förslaget röstar ja. Den som vill bifalla det röstar nej."),
        ("bifall till motionen", "avslag", "vill bifalla motionen röstar ja. Den som vill avslå motionen röstar nej."),
        (
            "bifall till Mona Sundells yrkande", "avslag",
            "vill bifalla Mona Sundells yrkande röstar ja. Den som vill avslå Mona Sundells yrkande röstar nej.",
        ),
        ("bifall", "avslag", "röstar ja röstar för bifall. Den som röstar nej röstar för avslag."),
        ("ja", "nej", "röstar ja röstar för ja. Den som röstar nej röstar för nej."),
    ],
)  # fmt: skip
def test_what_the_two_votes_mean_is_said_by_one_pattern(yes: str, no: str, expected: str) -> None:
    content = formal()
    vote = VoteContent("v", yes, no, yes=5, no=3)
    item = replace(content.items[0], votes=(vote,))
    first = vote_blocks(replace(content, items=(item, *content.items[1:])), item, vote)[0]
    assert isinstance(first, Paragraph)
    assert "".join(run.text for run in first.runs) == f"Den som {expected}"


def test_an_organisation_that_said_nothing_in_a_round_has_no_heading_on_paper() -> None:
    content = formal()
    silent, spoke = (organisation.name for organisation in content.organisations[:2])
    blocks = (
        t.Heading("a", 1, (t.Run(silent),)), t.Paragraph("b"),
        t.Heading("c", 1, (t.Run(spoke),)), t.Paragraph("d", (t.Run("Allt är lugnt hos oss."),)),
    )  # fmt: skip
    first = replace(content.items[0], title="Runda", text=t.TextDocument(blocks))
    maker = ItemMaker(replace(content, items=(first, *content.items[1:])), Assets())
    told = str(maker.blocks(first))
    assert spoke in told
    assert "Allt är lugnt hos oss." in told
    assert silent not in told


def test_a_proposal_that_nothing_was_decided_about_is_told_as_undecided() -> None:
    content = formal()
    assert "Förslaget är inte avgjort." not in blocks_as_text(protocol.protocol(content))
    decided = next(i for i in content.items if i.proposals and i.decisions)
    items = tuple(replace(i, decisions=(), votes=()) if i is decided else i for i in content.items)
    assert "Förslaget är inte avgjort." in blocks_as_text(protocol.protocol(replace(content, items=items)))


def test_who_certifies_writes_the_name_where_nobody_was_named_beforehand() -> None:
    unnamed, named = (
        extract.Extracts(formal(), date(2026, 12, 20), certified_by=who).of(("i2",)) for who in ("", "Eva Lind")
    )
    boxes = [next(b for b in one.blocks if isinstance(b, FactsBox)) for one in (unnamed, named)]
    assert [[fact.label for fact in box.facts] for box in boxes] == [["Datum"], ["Datum", "Bestyrks av"]]
    assert [box.sign_label for box in boxes] == ["Underskrift och\nnamnförtydligande", "Underskrift"]


def test_who_leads_the_meeting_and_writes_the_notes_is_said_once() -> None:
    alone = replace(est(), officers=(OfficerContent(Duty.MINUTES, "martin"),))
    said = blocks_as_text(notes.notes(alone))
    assert said.count("antecknar") == 1
    assert "Leder mötet:\n  Martin Öberg (Kommunledning, antecknar)" in said


def test_the_time_of_adjustment_begins_with_a_capital_where_no_place_is_given() -> None:
    content = council()
    nowhere = replace(content, adjustment=replace(content.adjustment, place=""))
    assert "Justeringens plats och tid:\n  Tisdag 15" in blocks_as_text(protocol.protocol(nowhere))


def test_several_recipients_are_a_list_that_is_read_one_by_one() -> None:
    sections = {b.label: b.content for b in protocol.protocol(formal()).blocks if isinstance(b, RailSection)}
    (listed,) = sections["Beslutet skickas till"]
    assert isinstance(listed, ListBlock)
    assert [item.runs[0].text for item in listed.items] == ["Kommunledningsförvaltningen", "Länsstyrelsen"]


def test_the_parties_of_an_agreement_write_the_day_or_have_it_beside_their_names() -> None:
    parties = (PartySignatureContent("Eva Lind", signed_on=date(2026, 12, 3)), PartySignatureContent("Lars Hed"))
    annex = AnnexContent("a1", "Löfte", 1, text=t.plain_document("Vi lovar."), signatures=parties)
    for place, signed, blank in (("Almby", "Almby den 3 december 2026", "Almby den"), ("", "3 ", "Ort och datum")):
        said = blocks_as_text(protocol.protocol(replace(formal(), annexes=(replace(annex, signed_at_place=place),))))
        said = said.replace("\u00a0", " ")
        assert f"Eva Lind |  | {signed}" in said
        assert f"\n{blank} ____\n____ Lars Hed" in said
        assert "\nAlmby\n" not in said


def _is_remark(block: object) -> bool:
    return isinstance(block, Paragraph) and all(run.italic for run in block.runs)


@pytest.mark.parametrize("make", [council, formal, est])
def test_an_item_without_text_has_a_dash_and_no_words_that_nobody_wrote(make: object) -> None:
    content: MeetingContent = make()  # type: ignore[operator]
    items = (*content.items[:-1], ItemContent(content.items[-1].key, "Frågestund", "9", 900, opened_at=time(15)))
    document = (notes.notes if make is est else protocol.protocol)(replace(content, items=items))
    at = next(n for n, b in enumerate(document.blocks) if isinstance(b, ItemHeading) and b.title == "Frågestund")
    said = [block for block in document.blocks[at + 1 :] if not _is_remark(block)]
    assert said[0] == Paragraph(words("–"))
    assert not isinstance(said[1], Paragraph)


def test_a_meeting_that_goes_on_has_no_end_yet() -> None:
    running = replace(
        council(),
        state=MeetingState.IN_PROGRESS,
        opened_at=time(22, 27),
        closed_at=None,
        ends=time(12),
        adjournments=(),
    )
    (said,) = [line for line in blocks_as_text(protocol.protocol(running)).splitlines() if "22.27" in line]
    assert said.endswith("kl.\u00a022.27")


@pytest.mark.parametrize(
    ("origin", "words"),
    [("Bordlagt", "Bordlagt ärende"), ("Återremitterat", "Återremitterat ärende"),
     ("Hanns inte med", "Ej behandlat ärende")],
)  # fmt: skip
def test_the_notice_says_why_an_item_has_come_back(origin: str, words: str) -> None:
    content = called()
    back = replace(content.items[3], type=ItemType.TABLED, basis=t.plain_document(f"{origin} 3 september 2026, § 31"))
    (rows,) = (b.rows for b in notice.notice(replace(content, items=(back,))).blocks if isinstance(b, TimedAgenda))
    assert words in rows[0].notes


def test_the_agenda_of_a_meeting_that_is_called_off_says_so() -> None:
    off = replace(called(), state=MeetingState.CANCELLED)
    assert notice.agenda(off).warning.startswith("Sammanträdet är inställt.")
    assert "inställt" not in notice.agenda(called()).warning


def test_an_annex_that_never_came_is_missing_in_the_protocol() -> None:
    content = council()
    late = replace(content.annexes[0], later=True, digest="", file_name="")
    content = replace(content, annexes=(late, *content.annexes[1:]))
    said = blocks_as_text(protocol.protocol(content))
    assert "har inte kommit in" in said
    assert "kommer senare" not in said

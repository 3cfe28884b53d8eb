"""A locked meeting is refused by every writing use case, and by any that is added: the list must name them all."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest

import bra_desktop.services as package
from bra_desktop.domain.content import (
    AdjournmentContent,
    DispatchContent,
    MotionContent,
    ProposalContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.finding import Sought
from bra_desktop.domain.kinds import DocumentProfile, Duty, Mode, Reply
from bra_desktop.domain.text import TextDocument, plain_document
from bra_desktop.services import actions, reading, undoing
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import (
    attendance,
    coming_and_going,
    decision_times,
    decisions,
    minutes,
    opening,
    replacing,
    serving,
    versions,
)
from bra_desktop.services.papers import annexes, mailing
from bra_desktop.services.preparing import notice, planning, supplements
from tests.builders import CHAIR, DAY, GUEST, MEMBER, SUBSTITUTE, VICE, Council, council

Writing = Callable[[Council, str], object]


def text(words: str = "Annan text.") -> TextDocument:
    return plain_document(words, "x")


def decision(c: Council, ref: str) -> str:
    return c.items(ref)[2].decisions[0].key


def officer(c: Council, ref: str) -> str:
    return reading.meeting_view(c.office, ref).officers[0]


REFUSED: dict[str, Writing] = {
    "actions.add_action": lambda c, r: actions.add_action(c.office, actions.NewAction("Gör", item_id=c.item(r))),
    "adjustment.adjust_item_now": lambda c, r: adjustment.adjust_item_now(c.office, c.item(r, 2)),
    "adjustment.establish": lambda c, r: adjustment.establish(c.office, r),
    "adjustment.hand_to_adjustment": lambda c, r: adjustment.hand_to_adjustment(c.office, r),
    "adjustment.hand_to_review": lambda c, r: adjustment.hand_to_review(c.office, r),
    "annexes.add_annex": lambda c, r: annexes.add_annex(c.office, r, text="Text", title="Ny handling"),
    "annexes.change_annex": lambda c, r: annexes.change_annex(c.office, c.content(r).annexes[0].key, {"title": "N"}),
    "annexes.put_at_item": lambda c, r: annexes.put_at_item(c.office, c.content(r).annexes[0].key, c.item(r)),
    "annexes.remove_annex": lambda c, r: annexes.remove_annex(c.office, c.content(r).annexes[0].key),
    "annexes.replace_file": lambda c, r: annexes.replace_file(c.office, c.content(r).annexes[0].key, Path(__file__)),
    "attendance.appoint": lambda c, r: attendance.appoint(c.office, r, Duty.ADJUST, c.people[MEMBER]),
    "coming_and_going.arrive": lambda c, r: coming_and_going.arrive(c.office, c.row(r, MEMBER), time(11)),
    "attendance.change_officer": lambda c, r: attendance.change_officer(c.office, officer(c, r), {"reason": "byte"}),
    "attendance.change_row": lambda c, r: attendance.change_row(c.office, c.row(r, MEMBER), {"role": "vice"}),
    "coming_and_going.call": lambda c, r: coming_and_going.call(c.office, c.row(r, MEMBER)),
    "coming_and_going.come_or_go": lambda c, r: coming_and_going.come_or_go(c.office, c.row(r, MEMBER)),
    "coming_and_going.leave": lambda c, r: coming_and_going.leave(c.office, c.row(r, MEMBER), time(11)),
    "attendance.mark_absent": lambda c, r: attendance.mark_absent(c.office, c.row(r, MEMBER)),
    "attendance.mark_present": lambda c, r: attendance.mark_present(c.office, c.row(r, MEMBER), Mode.REMOTE),
    "attendance.release": lambda c, r: attendance.release(c.office, officer(c, r)),
    "attendance.reply": lambda c, r: attendance.reply(c.office, c.row(r, MEMBER), Reply.PREVENTED),
    "serving.serve_for": lambda c, r: serving.serve_for(c.office, c.row(r, SUBSTITUTE), c.seats[MEMBER]),
    "attendance.set_note": lambda c, r: attendance.set_note(c.office, c.row(r, MEMBER), "ny"),
    "attendance.set_stays": lambda c, r: attendance.set_stays(c.office, c.row(r, MEMBER), (StayContent(time(10)),)),
    "attendance.share_row": lambda c, r: attendance.share_row(c.office, c.row(r, MEMBER), c.people[GUEST]),
    "decisions.add_decision": lambda c, r: decisions.add_decision(c.office, c.item(r, 2), "att annat"),
    "decision_times.correct_time": lambda c, r: decision_times.correct_time(c.office, decision(c, r), time(11)),
    "decisions.change_decision": lambda c, r: decisions.change_decision(c.office, decision(c, r), "att annat"),
    "decisions.decide_proposals": lambda c, r: decisions.decide_proposals(c.office, c.item(r, 2)),
    "decisions.move_decision": lambda c, r: decisions.move_decision(c.office, decision(c, r), 0),
    "decisions.put_motion": lambda c, r: decisions.put_motion(
        c.office, c.item(r), MotionContent("m", (c.people[VICE],), "avslag")
    ),
    "decisions.put_recusal": lambda c, r: decisions.put_recusal(
        c.office, c.item(r), RecusalContent("r", c.people[VICE])
    ),
    "decisions.put_reservation": lambda c, r: decisions.put_reservation(
        c.office, c.item(r), ReservationContent("r", (c.people[VICE],))
    ),
    "decisions.put_statement": lambda c, r: decisions.put_statement(
        c.office, c.item(r), StatementContent("s", c.people[VICE], "ord")
    ),
    "decisions.put_vote": lambda c, r: decisions.put_vote(c.office, c.item(r), VoteContent("v", "ja", "nej")),
    "decisions.remove_decision": lambda c, r: decisions.remove_decision(c.office, decision(c, r)),
    "decisions.remove_part": lambda c, r: decisions.remove_part(c.office, c.item(r), "motions", "m"),
    "decisions.set_dispatch": lambda c, r: decisions.set_dispatch(c.office, c.item(r), (DispatchContent(name="KS"),)),
    "decisions.set_immediate": lambda c, r: decisions.set_immediate(c.office, c.item(r), True),
    "decisions.set_proposals": lambda c, r: decisions.set_proposals(c.office, c.item(r), (ProposalContent("p", "x"),)),
    "minutes.give_back_number": lambda c, r: minutes.give_back_number(c.office, c.item(r, 3)),
    "minutes.remember_place": lambda c, r: minutes.remember_place(c.office, r, c.item(r)),
    "minutes.restore": lambda c, r: minutes.restore(c.office, c.item(r)),
    "minutes.save_text": lambda c, r: minutes.save_text(c.office, c.item(r), text()),
    "minutes.save_typed": lambda c, r: minutes.save_typed(c.office, c.item(r), text(), text("förr")),
    "minutes.set_clock": lambda c, r: minutes.set_clock(c.office, c.item(r), time(10, 1)),
    "minutes.strike": lambda c, r: minutes.strike(c.office, c.item(r)),
    "minutes.take_up": lambda c, r: minutes.take_up(c.office, c.item(r)),
    "notice.prepare_notice": lambda c, r: notice.prepare_notice(c.office, r, text()),
    "notice.send_notice": lambda c, r: notice.send_notice(c.office, r),
    "opening.adjourn": lambda c, r: opening.adjourn(c.office, r),
    "opening.close_meeting": lambda c, r: opening.close_meeting(c.office, r),
    "opening.open_meeting": lambda c, r: opening.open_meeting(c.office, r),
    "opening.resume": lambda c, r: opening.resume(c.office, r),
    "opening.set_adjournments": lambda c, r: opening.set_adjournments(c.office, r, (AdjournmentContent(time(11)),)),
    "opening.set_clock": lambda c, r: opening.set_clock(c.office, r, time(10, 1)),
    "planning.add_item": lambda c, r: planning.add_item(c.office, r, planning.PlannedItem("Ny")),
    "planning.add_participant": lambda c, r: planning.add_participant(c.office, r, c.people[GUEST]),
    "planning.cancel": lambda c, r: planning.cancel(c.office, r),
    "planning.change_item": lambda c, r: planning.change_item(c.office, c.item(r), {"title": "Ny"}),
    "planning.change_meeting": lambda c, r: planning.change_meeting(c.office, r, {"place": "Annan"}),
    "planning.move_item": lambda c, r: planning.move_item(c.office, c.item(r), 2),
    "planning.remove_item": lambda c, r: planning.remove_item(c.office, c.item(r)),
    "planning.remove_participant": lambda c, r: planning.remove_participant(c.office, c.row(r, MEMBER)),
    "mailing.send_supplement_mail": lambda c, r: mailing.send_supplement_mail(c.office, r),
    "supplements.send_supplement": lambda c, r: supplements.send_supplement(c.office, r),
    "versions.take_back": lambda c, r: versions.take_back(c.office, c.item(r), "x"),
    "versions.take_back_decisions": lambda c, r: versions.take_back_decisions(c.office, c.item(r), "x"),
    "replacing.replace_everywhere": lambda c, r: replacing.replace_everywhere(c.office, r, Sought("e"), "ä"),
}

ADDITIONS = {  # what the law lets be added to a locked protocol, each with guards of its own
    "additions.correct", "public_notices.post_public_notice", "public_notices.take_down_public_notice",
    "archiving.archive",
    "archiving.archive_several",
    "adjustment.refuse", "paper.record_ink_signature", "signing.sign", "stepping.simple_step", "steps.step",
    "undoing.undo", "undoing.undo_all", "extracts.keep_extract", "extracts.save_extract", "extracts.save_extracts",
    "mailing_extracts.send_extract_mail",
}  # fmt: skip
ELSEWHERE = {  # writing, but not in a meeting: the register, an action's own living progress, new meetings, files
    "actions.answer", "actions.change_action", "actions.close_by_decision", "actions.remove_action",
    "certificates.issue_certificates", "certificates.issue_from_kept_authority", "certificates.pin_certificate",
    "certificates.register_certificate",
    "certificates.trust_authority",
    "look.set_arms", "meeting_files.import_content", "meeting_files.import_meeting", "planning.plan_meeting",
    "register.add", "register.change", "register.end_membership", "register.end_seat", "register.remove",
    "setting_up.create_municipality", "documents.keep", "documents.keep_stored", "freezing.freeze",
    "freezing.freeze_again",  # a part of choosing how a § that nobody has signed is signed
    "locked_words.keep_words",  # a part of freezing
    "sent.keep_sent",  # a part of sending, which is refused
    "phrases.bring_back", "phrases.put_phrase", "phrases.remove_phrase", "phrases.take_in",
    "form_drafts.drop_draft", "form_drafts.keep_draft",  # typed and not sent; disposed of when it is adjusted
    "correction_drafts.keep_correction",  # a correction that is not added yet
    "pictures.keep_picture",  # a file that no text shows yet
    "private_notes.save_note",  # no part of the protocol; refused once it is adjusted and they are disposed of
    "carrying.carry_over", "carrying.bring_back", "continuing.plan_continued",  # to a later agenda, not locked
    "carrying.bring_back_late",  # the same, when the item itself may be changed
    "agenda_items.new_item", "taking_along.add_new_item", "taking_along.take_along",  # parts of planning
    "calling.call_members", "moving.follow_move",  # parts of planning and of changing a meeting, which are refused
    "decision_times.note_time",  # a part of deciding, which is refused
}  # fmt: skip
READING = {
    "public_notices.composed_notice_of_kind", "paper.recorded_on", "adjustment.item_signers", "apart.adjusted_apart",
    "paper.signed_elsewhere_words",
    "apart.as_adjusted", "apart.left_to_sign_apart", "apart.locked_apart", "reading.own_ref", "annex_files.mailed",
    "item_papers.item_paper", "item_papers.composed_item_paper", "item_papers.item_of",
    "adjustment.without_certificate", "adjustment.item_medium",
    "pictures.refuse_unknown_pictures", "adjustment.meeting_of_item", "adjustment.lock_refused",
    "agendas.suggested_agenda", "annexes.read_file", "certificates.certified",
    "certificates.trusted_roots",
    "documents.assets_of", "documents.latest_of", "documents.latest_pdf", "documents.make",
    "documents.composed", "documents.unprintable", "locked.render_to_lock", "locked.words_of",
    "locked_words.composed_as_locked", "locked_words.locked_document", "freezing.prepare_item", "freezing.prepare",
    "extracts.composed_extract", "extracts.extract_of", "extracts.composed_as_handed_out",
    "copies.copy", "copies.copy_register", "public_notices.composed_public_notice",
    "supplements.composed_supplement",
    "decision_registers.composed_register", "decision_registers.composed_register_of_meeting",
    "decision_registers.make_register", "decision_registers.register_of_meeting",
    "decision_registers.register_years", "follow_up.follow_up_books", "lists.action_list",
    "follow_up.workbooks", "keeping.back_up", "keeping.check", "meeting_files.export_meeting",
    "meeting_files.read_file", "reading.actions",
    "reading.arms",
    "reading.certificates",
    "reading.forums", "reading.meeting_view", "reading.meetings", "reading.memberships", "reading.municipality",
    "phrases.bank", "phrases.triggers", "phrases.write_file", "private_notes.notes_of",
    "form_drafts.drafts_of", "correction_drafts.correction_begun",
    "look.sample_page", "look.sample_paper", "page_numbers.pages_words",
    "mailing.mail_of_meeting",
    "mailing.make_calendar_file",
    "mailing.make_mail", "mailing.mail_sent_supplement", "mailing_extracts.mail_kept",
    "notice.composed_notice", "supplements.sent_news", "supplements.sent_supplement", "papers.composed_as_sent",
    "sent.as_kept", "sent.kept_paper", "sent.made_of", "sent.public_of",
    "additions.composed_correction", "corrections.corrections_of",
    "papers.composed_paper",
    "papers.make_paper",
    "supplements.make_supplement",
    "supplements.news_of",
    "reading.organisations", "overview.overview", "overview.surroundings", "reading.people", "reading.seats",
    "reading.withheld_actions",
    "meeting_times.check_has_been", "meeting_times.opened_day", "meeting_times.refusing_what_is_to_come",
    "roll.roll", "searching.search",
    "setting_up.usual_forums", "signing.expected_of", "signing.verify_file", "signing.verify_so_far",
    "signing.verify_as_signed", "archiving.require_whole",
    "undoing.check_shown", "undoing.latest", "undoing.marking", "undoing.meeting_history", "verifying.verify_path",
    "versions.count_versions", "versions.item_versions", "versions.decision_versions", "carrying.unreached",
    "following.told_of_mark", "left_open.last_day",
}  # fmt: skip


def use_cases() -> set[str]:
    """Every public function of the services that takes the office."""
    found = set()
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(info.name)
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == module.__name__
            if own and not name.startswith("_") and next(iter(inspect.signature(function).parameters), "") == "office":
                found.add(f"{info.name.rpartition('.')[2]}.{name}")
    return found


def test_every_use_case_is_known_here_so_that_none_escapes_the_lock() -> None:
    assert use_cases() == set(REFUSED) | ADDITIONS | ELSEWHERE | READING


@pytest.fixture(scope="module")
def frozen() -> Iterator[tuple[Council, str]]:
    with council() as made:
        ref = _frozen_with_annex(made)
        yield made, ref


@pytest.fixture(scope="module")
def established() -> Iterator[tuple[Council, str]]:
    with council(DocumentProfile.NOTES) as made:
        yield made, _frozen_with_annex(made)


def _frozen_with_annex(made: Council) -> str:
    ref = made.closed()
    annexes.add_annex(made.office, ref, text="Text", title="Handling")
    notes = made.content(ref).forum.profile is DocumentProfile.NOTES
    for step in (adjustment.establish,) if notes else (adjustment.hand_to_review, adjustment.hand_to_adjustment):
        step(made.office, ref)
    return ref


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_protocol_in_adjustment_is_refused_and_nothing_changed(frozen: tuple[Council, str], name: str) -> None:
    made, ref = frozen
    before = made.everything()
    with pytest.raises(RuleBroken) as refusal:
        REFUSED[name](made, ref)
    assert made.everything() == before
    assert refusal.value.text.endswith((".", "…"))


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_established_notes_are_refused_and_nothing_changed(established: tuple[Council, str], name: str) -> None:
    made, ref = established
    before = made.everything()
    with pytest.raises(RuleBroken):
        REFUSED[name](made, ref)
    assert made.everything() == before


def test_the_refusal_of_a_locked_protocol_says_what_to_do_instead(frozen: tuple[Council, str]) -> None:
    made, ref = frozen
    with pytest.raises(RuleBroken, match=r"är låst\. Avböj justeringen med skäl om något ska ändras"):
        minutes.save_text(made.office, made.item(ref), text())


def test_the_locked_content_is_read_from_the_frozen_copy(frozen: tuple[Council, str]) -> None:
    made, ref = frozen
    assert made.content(ref).person(made.people[CHAIR]).name == CHAIR
    assert made.content(ref).date == date(2026, 3, 5) == DAY


@pytest.mark.parametrize("profile", [DocumentProfile.COUNCIL, DocumentProfile.NOTES])
def test_neither_the_freezing_nor_anything_before_it_is_undone(profile: DocumentProfile) -> None:
    with council(profile) as made:
        ref = made.frozen()
        changes = undoing.latest(made.office, 200)
        assert changes[0].label in ("Justera protokollet", "Fastställ anteckningarna")
        before = made.everything()
        meeting = {"agenda_item", "decision", "participant", "officer", "freeze", "annex"}
        touched = [change for change in changes if change.areas & meeting]
        assert len(touched) > 10
        for change in touched:
            with pytest.raises(RuleBroken):
                undoing.undo(made.office, change.id)
            assert made.everything() == before, change.label
        assert made.content(ref).state.is_frozen

"""Every kind of paper that the program makes, each of one and the same meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bra_desktop.documents import (
    action_list,
    attendance_list,
    corrected,
    correction,
    decision_log,
    decision_register,
    extract,
    look_sample,
    notes,
    notice,
    protocol,
    public_notice,
    supplement,
)
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.pdf.pdfa import EmbeddedFile
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile, Medium, MeetingState
from bra_desktop.domain.signers import AdjustedApart, immediate_signers
from bra_desktop.exchange import meeting_file

ARCHIVE, ARCHIVE_WITH_FILES, ACCESSIBLE = "2a", "3a", "ua1"


@dataclass(frozen=True)
class Paper:
    """One paper: its kind, how its blocks are made, and whether the meeting file lies in it."""

    kind: str
    compose: Callable[[], Document]
    source: MeetingContent | None = None

    def pdf(self) -> bytes:
        """The file."""
        inside: tuple[EmbeddedFile, ...] = ()
        if self.source is not None:
            written = meeting_file.write(self.source)
            inside = (EmbeddedFile(f"{self.source.ref}.json", written, "application/json", "Mötet som fil"),)
        return render(self.compose(), inside)

    @property
    def flavours(self) -> tuple[str, str]:
        """The standards that it claims to follow."""
        return (ARCHIVE_WITH_FILES if self.source is not None else ARCHIVE, ACCESSIBLE)


def papers(content: MeetingContent, arms: str = "", pictures: Mapping[str, bytes] | None = None) -> list[Paper]:
    """Every kind of paper of the meeting, brought to where in its life that kind is made."""
    return [*_before(content, arms, pictures), *_protocols(content, arms, pictures), *_after(content, arms, pictures)]


def _before(content: MeetingContent, arms: str, pictures: Mapping[str, bytes] | None) -> Iterator[Paper]:
    called, made = _called(content), content.date - timedelta(days=5)
    before = supplement.Before(content.date + timedelta(days=1), time(8), None, "en annan plats")
    news = supplement.News(
        frozenset(item.key for item in content.items[-2:]), frozenset(annex.key for annex in content.annexes), before
    )
    yield Paper("notice", lambda: notice.notice(called, arms=arms, pictures=pictures))
    yield Paper("notice, public", lambda: notice.notice(called, arms=arms, pictures=pictures, public=True))
    yield Paper("agenda", lambda: notice.agenda(called, arms=arms, pictures=pictures))
    yield Paper(
        "supplement", lambda: supplement.supplement(called, news, 1, made_on=made, arms=arms, pictures=pictures)
    )
    yield Paper("attendance list", lambda: attendance_list.attendance_list(called, arms=arms))
    look = sender(content, Assets(arms))
    yield Paper("look sample", lambda: look_sample.look_sample(look, made))


def _protocols(content: MeetingContent, arms: str, pictures: Mapping[str, bytes] | None) -> Iterator[Paper]:
    locked = _at(content, MeetingState.ADJUSTMENT)
    for profile in (DocumentProfile.FORMAL, DocumentProfile.COUNCIL):
        for medium in Medium:
            own = replace(_profiled(locked, profile), medium=medium)
            yield Paper(
                f"protocol, {profile.value}, {medium.value}",
                lambda own=own: protocol.protocol(own, arms=arms, pictures=pictures),  # type: ignore[misc]
            )
    draft = _at(content, MeetingState.DRAFT)
    yield Paper("protocol, draft", lambda: protocol.protocol(draft, arms=arms, pictures=pictures))
    yield Paper("protocol, public", lambda: protocol.protocol(locked, arms=arms, pictures=pictures, public=True))
    yield Paper("protocol with its meeting file", lambda: protocol.protocol(locked, pictures=pictures), locked)
    one = next((item.key for item in content.items if item.immediate_adjustment), content.items[0].key)
    apart = [_apart(content, one)]
    for profile in (DocumentProfile.FORMAL, DocumentProfile.COUNCIL):
        own = _profiled(locked, profile)
        yield Paper(
            f"protocol, {profile.value}, one item adjusted apart",
            lambda own=own: protocol.protocol(own, arms=arms, pictures=pictures, apart=apart),  # type: ignore[misc]
        )
    yield Paper("protocol of one item", lambda: protocol.protocol(content, arms=arms, pictures=pictures, only=one))
    held = _at(_profiled(content, DocumentProfile.NOTES), MeetingState.ESTABLISHED)
    yield Paper("notes", lambda: notes.notes(held, arms=arms, pictures=pictures))
    yield Paper("notes, public", lambda: notes.notes(held, arms=arms, pictures=pictures, public=True))


def _apart(content: MeetingContent, item: str) -> AdjustedApart:
    who = tuple((content.person(one.person).name, one.role) for one in immediate_signers(content, item))
    return AdjustedApart(item, content.date, who)


def _after(content: MeetingContent, arms: str, pictures: Mapping[str, bytes] | None) -> Iterator[Paper]:
    day = content.date + timedelta(days=7)
    adjusted = _at(replace(content, adjustment=replace(content.adjustment, adjusted_on=day)), MeetingState.ADJUSTED)
    keys = [item.key for item in content.items]
    formal = _profiled(adjusted, DocumentProfile.FORMAL)
    posting = public_notice.Posting(day, day + timedelta(days=22), day + timedelta(days=21), day + timedelta(days=22))
    wrong = [_corrected(key, day) for key in ("", keys[0], keys[-1], keys[-1])]
    yield Paper(
        "extract",
        lambda: extract.Extracts(adjusted, day, arms=arms, pictures=pictures or {}).of(keys[-1:], ("Polisen",)),
    )
    yield Paper("extract of several", lambda: extract.Extracts(content, day, pictures=pictures or {}).of(keys))
    yield Paper("public notice", lambda: public_notice.public_notice(formal, posting, arms=arms))
    yield Paper("certificate of notice", lambda: public_notice.certificate_of_notice(formal, posting, arms=arms))
    yield Paper("decision log", lambda: decision_log.decision_log(adjusted, arms=arms, corrections=wrong))
    yield Paper("action list", lambda: action_list.action_list(adjusted, day=day, arms=arms))
    yield Paper("decision register", lambda: _register(content, adjusted, wrong, day, arms))
    yield Paper("correction", lambda: correction.correction(adjusted, wrong, arms=arms))
    yield Paper("correction, public", lambda: correction.correction(adjusted, wrong, arms=arms, public=True))


def _register(
    content: MeetingContent, adjusted: MeetingContent, wrong: list[corrected.Corrected], day: date, arms: str
) -> Document:
    held = [decision_register.Held(content), decision_register.Held(adjusted, {"§\u00a01": 12}, wrong)]
    return decision_register.decision_register(held, year=content.date.year, day=day, arms=arms)


def _corrected(item: str, day: date) -> corrected.Corrected:
    return corrected.Corrected(item, day, "Anna Svedin", "Skrivfel.", "Kostnaden är 48 000 kronor, inte 84 000.")


def _profiled(content: MeetingContent, profile: DocumentProfile) -> MeetingContent:
    return replace(content, forum=replace(content.forum, profile=profile))


def _at(content: MeetingContent, state: MeetingState) -> MeetingContent:
    return replace(content, state=state)


def _called(content: MeetingContent) -> MeetingContent:
    """The meeting as it was called: nothing has happened, nobody has come."""
    items = tuple(replace(item, paragraph=None, opened_at=None, closed_at=None, struck=False) for item in content.items)
    people = tuple(replace(who, stays=()) for who in content.participants)
    return replace(content, state=MeetingState.CALLED, items=items, participants=people, opened_at=None, closed_at=None)

"""The forms of what leads to a decision and follows from it: motion, vote, reservation, recusal, statement, sending."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.attendance import present, seat_of
from bra_desktop.domain.content import (
    BallotContent,
    DispatchContent,
    MotionContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    VoteContent,
)
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Ballot, ItemType, MotionKind, VoteMethod
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.domain.votes import outcome, totals, voting_roll
from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormField,
    RollLine,
    Task,
    Values,
    clock_of,
    keys_of,
    listed_in,
    names_of,
    text_of,
)
from bra_desktop.ui.live.forms.those_there import keys_of_those_there
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.wording import MOTION_WORDS

Known = tuple[tuple[str, str], ...]
NAMED = 5
"""So many who have not voted are named; a whole council would fill the panel."""
BY_NAME, BY_HAND = VoteMethod.BY_NAME.value, VoteMethod.SHOW_OF_HANDS.value


def people_of(scene: Scene, only: tuple[str, ...] | None = None) -> Known:
    """The names on the meeting's list, or those of them that are given."""
    on_list = [p.person for p in scene.content.participants]
    return tuple((scene.called[key], key) for key in on_list if only is None or key in only)


def motion_form(scene: Scene, new_key: str, old: MotionContent | None = None) -> Form:
    """Who moves what, and who supports it."""
    known = people_of(scene, present(scene.content, scene.shown) or None)
    kinds = tuple((words, kind.value) for kind, words in MOTION_WORDS.items())
    fields = (
        FormField("persons", "Vem yrkar", FieldKind.NAMES, names_of(old.persons, known) if old else "", known),
        FormField("kind", "Slag", FieldKind.CHOICE, (old.kind if old else MotionKind.APPROVE).value, kinds),
        FormField("text", "Yrkande", FieldKind.TEXT, old.text if old else "", example="t.ex. bifall till förslaget"),
        FormField(
            "supported",
            "Instämmer (frivilligt)",
            FieldKind.NAMES,
            names_of(old.supported_by, known) if old else "",
            known,
        ),
    )

    def submit(values: Values) -> Task:
        persons = _named(keys_of_those_there(scene, text_of(values, "persons"), known, "persons"), "persons")
        kind = MotionKind(text_of(values, "kind"))
        text = text_of(values, "text") or MOTION_WORDS[kind]
        supported = keys_of_those_there(scene, text_of(values, "supported"), known, "supported")
        motion = MotionContent(old.key if old else new_key, persons, text, kind, supported)
        return lambda office: decisions.put_motion(office, scene.shown, motion)

    return _form(scene, "motion", "Yrkande", fields, "Lägg till yrkande", submit, "motions", old.key if old else "")


def recusal_form(scene: Scene, new_key: str, now: time, old: RecusalContent | None = None) -> Form:
    """Who is disqualified, why, and when she left and came back."""
    known = people_of(scene)
    began = scene.item.opened_at or now
    fields = (
        FormField("person", "Vem är jävig", FieldKind.NAMES, names_of((old.person,), known) if old else "", known),
        FormField("reason", "Skäl (frivilligt)", value=old.reason if old else "", example="t.ex. kassör i föreningen"),
        FormField("left", "Lämnade rummet", value=_clock(old.left_at if old else began)),
        FormField("returned", "Kom tillbaka (frivilligt)", value=_clock(old.returned_at if old else None)),
    )

    def submit(values: Values) -> Task:
        person = _somebody(values, "person", known)[0]
        left, returned = clock_of(text_of(values, "left"), "left"), clock_of(text_of(values, "returned"), "returned")
        recusal = RecusalContent(old.key if old else new_key, person, text_of(values, "reason"), left, returned)
        return lambda office: decisions.put_recusal(office, scene.shown, recusal)

    return _form(scene, "recusal", "Jäv", fields, "Anmäl jäv", submit, "recusals", old.key if old else "")


def reservation_form(scene: Scene, new_key: str, now: time, old: ReservationContent | None = None) -> Form:
    """Who reserves herself against the decision, and when it was announced."""
    known = people_of(scene)
    closed = scene.content.closed_at
    fields = (
        FormField("persons", "Vem reserverar sig", FieldKind.NAMES, names_of(old.persons, known) if old else "", known),
        FormField(
            "text", "Reservation (frivilligt)", FieldKind.TEXT, old.text if old else "",
            example="t.ex. till förmån för eget yrkande",
        ),
        FormField("announced", "Anmäld", value=_clock(old.announced_at if old else None if closed else now)),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        persons = _somebody(values, "persons", known)
        at = clock_of(text_of(values, "announced"), "announced")
        reservation = ReservationContent(old.key if old else new_key, persons, text_of(values, "text"), at)
        return lambda office: decisions.put_reservation(office, scene.shown, reservation)

    title, words = "Reservation", "Anteckna reservation"
    return _form(scene, "reservation", title, fields, words, submit, "reservations", old.key if old else "")


def statement_form(scene: Scene, new_key: str, old: StatementContent | None = None) -> Form:
    """Words put on record."""
    known = people_of(scene)
    fields = (
        FormField("person", "Vem", FieldKind.NAMES, names_of((old.person,), known) if old else "", known),
        FormField("text", "Anteckning", FieldKind.TEXT, old.text if old else ""),
        FormField("special", "Särskilt yttrande", FieldKind.CHECK, old.special if old else False),
    )

    def submit(values: Values) -> Task:
        person, text = _somebody(values, "person", known)[0], text_of(values, "text")
        if not text:
            raise UserError("Skriv det som ska antecknas till protokollet.", "text")
        statement = StatementContent(old.key if old else new_key, person, text, bool(values.get("special")))
        return lambda office: decisions.put_statement(office, scene.shown, statement)

    title = "Protokollsanteckning"
    return _form(
        scene, "statement", title, fields, "Lägg till anteckning", submit, "statements", old.key if old else ""
    )


def dispatch_form(scene: Scene) -> Form:
    """To whom the decision is sent: organisations that are known, and names in words."""
    known: Known = tuple((o.short_name or o.name, o.id) for o in scene.organisations)
    known += tuple((o.name, o.id) for o in scene.organisations if o.short_name)
    names = {key: words for words, key in reversed(known)}
    there = ", ".join(names.get(d.organisation, "") or d.name for d in scene.item.dispatch)
    fields = (
        FormField(
            "to", "Beslutet skickas till", FieldKind.NAMES, there, known, "Flera skiljs åt med komma.", "t.ex. Polisen"
        ),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        recipients = []
        for part in listed_in(text_of(values, "to"), known):
            key = next((k for words, k in known if words.casefold() == part.casefold()), "")
            recipients.append(DispatchContent(key) if key else DispatchContent(name=part))
        return lambda office: decisions.set_dispatch(office, scene.shown, tuple(recipients))

    return Form("dispatch", "Beslutet skickas till", fields, "Ange mottagare", submit)


def vote_form(scene: Scene, new_key: str, old: VoteContent | None = None) -> Form:
    """A vote by name or by show of hands, and what decides when it ends equal."""
    choices = {b.person: b.choice for b in old.ballots} if old else {}
    chair = "" if scene.item.type is ItemType.ELECTION else presiding(scene.content, scene.shown)
    roll = tuple(
        RollLine(
            person,
            scene.content.person(person).name,
            choices.get(person, None if votes else Ballot.ABSENT),
            votes,
            casts=person == chair,
        )
        for person, votes in _by_seat(scene)
    )
    casting = "lot" if old and old.by_lot else ""
    fields = (
        FormField(
            "yes_means", "Ja-röst för", value=old.yes_means if old else _first_motion(scene),
            example="t.ex. bifall till förslaget",
        ),
        FormField("no_means", "Nej-röst för", value=old.no_means if old else "", example="t.ex. avslag"),
        FormField(
            "method", "Sätt", FieldKind.CHOICE, (old.method if old else VoteMethod.BY_NAME).value,
            (("med namn", BY_NAME), ("handuppräckning", BY_HAND)),
        ),
        FormField(
            "roll", "Röster", FieldKind.ROLL, roll, only_if=("method", BY_NAME),
            help_words="J ja, N nej, A avstår, F frånvarande: markören går sedan till nästa. Ö ger övriga ja."
            + _outside(scene),
        ),
        FormField("yes", "Ja", FieldKind.NUMBER, old.yes if old else 0, only_if=("method", BY_HAND)),
        FormField("no", "Nej", FieldKind.NUMBER, old.no if old else 0, only_if=("method", BY_HAND)),
        FormField("abstain", "Avstår", FieldKind.NUMBER, old.abstain if old else 0, only_if=("method", BY_HAND)),
        FormField(
            "casting", "Vid lika röster", FieldKind.CHOICE,
            casting + (f":{old.casting.value}" if casting and old and old.casting else "")
            or (old.casting.value if old and old.casting else ""),
            (
                ("inte lika", ""), ("utslagsröst ja", "yes"), ("utslagsröst nej", "no"),
                ("lotten blev ja", "lot:yes"), ("lotten blev nej", "lot:no"),
            ),
        ),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        vote = _vote(values, old.key if old else new_key)
        if outcome(scene.content, scene.shown, vote) is None:
            raise UserError(
                "Rösterna är lika. Ange ordförandens utslagsröst, eller lottens utfall i ett val.", "casting"
            )
        return lambda office: decisions.put_vote(office, scene.shown, vote)

    return _form(scene, "vote", "Omröstning", fields, "Lägg till omröstning", submit, "votes", old.key if old else "")


def _outside(scene: Scene) -> str:
    """Why somebody has no line in the vote."""
    names = listing(scene.content.person(one.person).name for one in scene.item.recusals)
    return f" {names} är jävig{'a' if len(scene.item.recusals) > 1 else ''} och röstar inte." if names else ""


def _by_seat(scene: Scene) -> list[tuple[str, bool]]:
    """The lines of the vote as the members sit; a substitute votes in the place of the one she serves for."""
    content = scene.content
    order = {seat.key: number for number, seat in enumerate(content.seats)}
    seated = {p.person: order.get(seat_of(content, p), len(order)) for p in content.participants}
    return sorted(voting_roll(content, scene.shown), key=lambda line: seated.get(line[0], len(order)))


def _vote(values: Values, key: str) -> VoteContent:
    yes, no = text_of(values, "yes_means"), text_of(values, "no_means")
    if not yes or not no:
        raise UserError("Skriv vad en ja-röst och en nej-röst betyder.", "no_means" if yes else "yes_means")
    by_lot, _, side = text_of(values, "casting").rpartition(":")
    lines = values.get("roll")
    vote = VoteContent(
        key, yes, no, VoteMethod(text_of(values, "method")),
        casting=Ballot(side) if side else None, by_lot=bool(by_lot),
    )  # fmt: skip
    if vote.method is VoteMethod.SHOW_OF_HANDS:
        counts = {name: int(text_of(values, name) or 0) for name in ("yes", "no", "abstain")}
        return replace(vote, **counts)  # type: ignore[arg-type]
    given = [line for line in lines if isinstance(line, RollLine)] if isinstance(lines, tuple) else []
    missing = [line.name for line in given if line.choice is None]
    if missing:
        raise UserError(f"{_missing_words(missing)} {_give_words(missing)}, eller välj Övriga: ja.", "roll")
    ballots = [BallotContent(line.person, line.choice) for line in given if line.choice is not None]
    counted = totals(replace(vote, ballots=tuple(ballots)))
    return replace(vote, ballots=tuple(ballots), yes=counted.yes, no=counted.no, abstain=counted.abstain)


def _missing_words(names: list[str]) -> str:
    some = names if len(names) <= NAMED else [*names[:NAMED], f"{len(names) - NAMED} till"]
    return f"Röst saknas för {listing(some)}."


def _give_words(names: list[str]) -> str:
    return "Ange rösten" if len(names) == 1 else "Ge dem en röst"


def _first_motion(scene: Scene) -> str:
    return "bifall till förslaget" if scene.item.proposals or scene.item.motions else ""


def _form(
    scene: Scene, name: str, title: str, fields: tuple[FormField, ...], words: str, submit: object, part: str, key: str
) -> Form:
    def remove(office: Office) -> object:
        return decisions.remove_part(office, scene.shown, part, key)

    where = f"{title} i {scene.item_words()}"
    if not key:
        return Form(name, where, fields, words, submit)  # type: ignore[arg-type]
    return Form(
        name, where, fields, "Ändra", submit, "Ta bort", remove, f"{title} är borttagen."  # type: ignore[arg-type]
    )  # fmt: skip


def _somebody(values: Values, field: str, known: Known) -> tuple[str, ...]:
    return _named(keys_of(text_of(values, field), known, field), field)


def _named(found: tuple[str, ...], field: str) -> tuple[str, ...]:
    if not found:
        raise UserError("Skriv ett namn ur listan.", field)
    return found


def _clock(at: time | None) -> str:
    return clock(at) if at is not None else ""

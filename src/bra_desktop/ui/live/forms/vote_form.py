"""The form of a vote: by name or by show of hands, and what decides when it ends equal."""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.domain.attendance import seat_of
from bra_desktop.domain.content import BallotContent, VoteContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Ballot, ItemType, VoteMethod
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.votes import as_taken, outcome, totals, voting_roll
from bra_desktop.services.live import decisions
from bra_desktop.ui.live.forms.form import FieldKind, Form, FormField, RollLine, Task, Values, text_of
from bra_desktop.ui.live.forms.item_forms import part_form
from bra_desktop.ui.live.scene import Scene

NAMED = 5
"""So many who have not voted are named; a whole council would fill the panel."""
BY_NAME, BY_HAND = VoteMethod.BY_NAME.value, VoteMethod.SHOW_OF_HANDS.value


def vote_form(scene: Scene, new_key: str, old: VoteContent | None = None) -> Form:
    """A vote by name or by show of hands, and what decides when it ends equal."""
    choices = {b.person: b.choice for b in old.ballots} if old else {}
    led_by = as_taken(scene.content, scene.shown, old or VoteContent(new_key, "", "")).led_by
    chair = "" if scene.item.type is ItemType.ELECTION else led_by or presiding(scene.content, scene.shown)
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
    fields = (
        FormField(
            "yes_means", "Ja-röst för", value=old.yes_means if old else _first_motion(scene),
            example="t.ex. bifall till förslaget",
        ),
        FormField("no_means", "Nej-röst för", value=old.no_means if old else "", example="t.ex. avslag", beside=True),
        FormField(
            "method", "Sätt", FieldKind.CHOICE, (old.method if old else VoteMethod.BY_NAME).value,
            (("med namn", BY_NAME), ("handuppräckning", BY_HAND)),
        ),
        FormField(
            "casting", "Vid lika röster", FieldKind.CHOICE,
            _decided_the_tie(old),
            (
                ("behöver inte anges", ""), ("utslagsröst ja", "yes"), ("utslagsröst nej", "no"),
                ("lotten blev ja", "lot:yes"), ("lotten blev nej", "lot:no"),
            ),
            beside=True,
        ),
        FormField(
            "roll", "Röster", FieldKind.ROLL, roll, only_if=("method", BY_NAME),
            help_words="J ja, N nej, A avstår, F frånvarande: markören går sedan till nästa. Ö ger övriga ja."
            + _outside(scene),
        ),
        FormField("yes", "Ja", FieldKind.NUMBER, old.yes if old else 0, only_if=("method", BY_HAND)),
        FormField("no", "Nej", FieldKind.NUMBER, old.no if old else 0, only_if=("method", BY_HAND)),
        FormField("abstain", "Avstår", FieldKind.NUMBER, old.abstain if old else 0, only_if=("method", BY_HAND)),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        vote = replace(_vote(values, old.key if old else new_key), led_by=led_by)
        if outcome(scene.content, scene.shown, vote) is None:
            raise UserError(
                "Rösterna är lika. Ange ordförandens utslagsröst, eller lottens utfall i ett val.", "casting"
            )
        return lambda office: decisions.put_vote(office, scene.shown, vote)

    key = old.key if old else ""
    return part_form(scene, "vote", "Omröstning", fields, "Lägg till omröstning", submit, "votes", key)


def _decided_the_tie(vote: VoteContent | None) -> str:
    """What decided it; nothing where the numbers differ, so that it does not wait for a tie to come."""
    if vote is None or vote.casting is None or not totals(vote).tied:
        return ""
    return f"{'lot:' if vote.by_lot else ''}{vote.casting.value}"


def _outside(scene: Scene) -> str:
    """Why somebody has no line in the vote."""
    names = listing(scene.content.person(one.person).name for one in scene.item.recusals)
    return f" {names} är jävig{'a' if len(scene.item.recusals) > 1 else ''} och röstar inte." if names else ""


def _by_seat(scene: Scene) -> list[tuple[str, bool]]:
    """The lines of the vote as the members sit; a substitute votes in the place of the one she serves for."""
    content = scene.content
    order = {seat.key: number for number, seat in enumerate(content.seats)}
    seated = {p.person: order.get(seat_of(content, p, scene.shown), len(order)) for p in content.participants}
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

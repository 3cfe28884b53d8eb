"""Historik tells facts: what was done, to whom or what, when, and by whose hand."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import bra_desktop.services as package
from bra_desktop.domain.happenings import FACTS, fact
from bra_desktop.domain.kinds import Duty, Medium, MeetingState
from bra_desktop.domain.lifecycle import step_label
from bra_desktop.services import reading, undoing
from bra_desktop.services.adjusted import adjustment, paper, signing
from bra_desktop.services.live import attendance, decisions, minutes
from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.history.history_lines import HistoryLine, history_lines
from tests.builders import CHAIR, DAY, MEMBER, PIN, SECRETARY, VICE, Council, council

LAST_DAY = date(2026, 3, 12)
GONE = "Information från polisen"
NOT_OF_A_MEETING = {  # the register, phrases, certificates: they belong to no meeting, so no history shows them
    "Skapa kommun", "Kommunens vapen", "Lägg till bild", "Ändra fras", "Lägg till fras", "Ta bort fras",
    "Ta tillbaka fraser", "Läs in fraser", "Registrera certifikat", "Utfärda certifikat",
}  # fmt: skip


IMPERATIVES = {label.split()[0] for label in FACTS} - {
    "Reservation",
    "Omröstning",
    "Närvarande",
    "Frånvarande",
    "Yrkande",
}


@pytest.fixture
def bra() -> Iterator[Council]:
    with council() as made:
        yield made


def history(made: Council, ref: str) -> tuple[HistoryLine, ...]:
    names = {person.id: person.name for person in reading.people(made.office)}
    return history_lines(undoing.meeting_history(made.office, ref), made.content(ref), names)


def words(made: Council, ref: str) -> list[str]:
    return [line.what.replace("\N{NO-BREAK SPACE}", " ") for line in history(made, ref)]


def labels() -> Iterator[str]:
    """Every name of a use case that a service gives its unit of work, wherever it stands."""
    for path in Path(package.__path__[0]).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            place = {"work": 0, "_put": 2, "_set_parts": 2}.get(
                getattr(call.func, "attr", getattr(call.func, "id", ""))
            )
            if place is None or len(call.args) <= place:
                continue
            for part in ast.walk(call.args[place]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value
                elif isinstance(part, ast.Name) and part.id in constants:
                    yield str(constants[part.id])


def test_every_use_case_of_a_meeting_has_its_fact() -> None:
    found = {
        label for label in labels() if len(label) > 1 and not label.endswith(" ")
    }  # the register's end with the kind of thing
    assert len(found) > 60
    assert found - NOT_OF_A_MEETING - FACTS.keys() == set()
    steps = {step_label(state).rstrip("…") for state in (MeetingState.REVIEW, MeetingState.ARCHIVED)}
    assert steps <= FACTS.keys()
    assert {"Ange ordförande", "Ange sekreterare", "Utse justerare"} <= FACTS.keys()


@pytest.mark.parametrize("label", FACTS)
def test_no_fact_is_the_command_that_led_to_it(label: str) -> None:
    told = fact(label, ("Eva Lind",))
    assert told != label
    assert "{}" not in told
    assert told.split()[0] not in IMPERATIVES


def test_each_who_signed_is_named(bra: Council) -> None:
    files = bra.certificates()
    ref = bra.frozen()
    bra.clock.set(LAST_DAY)
    for name in (VICE, CHAIR, SECRETARY):
        signing.sign(bra.office, ref, name, files[name], PIN)
    last, second, first, locked, *_ = history(bra, ref)
    assert [line.what for line in (first, second, last)] == [
        f"{name} skrev under protokollet" for name in (VICE, CHAIR, SECRETARY)
    ]
    assert {line.who for line in (first, second, last)} == {SECRETARY}
    assert (first.more, last.more) == ("", "Den sista underskriften. Protokollet är justerat.")
    assert locked.what == "Protokollet låstes och lämnades till justering"


def test_paper_and_a_refusal_name_the_person() -> None:
    with council(medium=Medium.INK) as made:
        ref = made.frozen()
        paper.record_ink_signature(made.office, ref, made.people[VICE], LAST_DAY)
        adjustment.refuse(made.office, ref, made.people[CHAIR], "Beslutet i § 3 är fel återgivet.")
        refusal, signature, *_ = words(made, ref)
        assert refusal == f"{CHAIR} avböjde att skriva under protokollet"
        assert signature == f"{VICE} skrev under protokollet på papper"


def test_a_signature_under_one_item_names_the_item(bra: Council) -> None:
    files = bra.certificates()
    ref = bra.running()
    for item in bra.items(ref)[:3]:
        bra.hold(item)
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    signing.sign(bra.office, ref, VICE, files[VICE], PIN, item_id=bra.item(ref, 2))
    signature, locked, appointed, *_ = words(bra, ref)
    assert signature == f"{VICE} skrev under § 3 Information från polisen"
    assert locked == "§ 3 Information från polisen låstes för omedelbar justering"
    assert appointed == f"{VICE} utsågs att justera"


def test_texts_decisions_and_presence_say_where_and_who(bra: Council) -> None:
    ref = bra.running()
    attendance.mark_absent(bra.office, bra.row(ref, MEMBER))
    bra.hold(bra.items(ref)[0])
    added, typed, taken_up, absent, *_ = words(bra, ref)
    assert added == "Ett beslut skrevs i § 1 Mötets öppnande"
    assert typed == "Texten i § 1 Mötets öppnande ändrades"
    assert taken_up == "§ 1 Mötets öppnande togs upp"
    assert absent == f"{MEMBER} antecknades som frånvarande"
    decisions.remove_decision(bra.office, bra.items(ref)[0].decisions[0].key)
    assert words(bra, ref)[0] == "Ett beslut i § 1 Mötets öppnande togs bort"


def test_what_was_undone_and_done_again_is_told_and_not_undone_twice(bra: Council) -> None:
    ref = bra.planned(DAY)
    change = planning.remove_item(bra.office, bra.item(ref, 2))
    assert change is not None
    undone = undoing.undo(bra.office, change.id)
    undoing.undo(bra.office, undone.id)
    again, back, removed, *_ = history(bra, ref)
    assert (removed.what, removed.more, removed.can_undo) == (
        f"{GONE} togs bort",
        "Ångrat senare",
        False,
    )
    assert back.what == f"Ångrat: {GONE} togs bort"
    assert again.what == f"Gjort om: {GONE} togs bort"
    assert again.can_undo
    assert minutes.TYPING in FACTS

"""The invented municipality hangs together: register, plan and meetings agree with each other and with the calendar."""

import json
from collections import Counter
from datetime import date, time
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from bra_desktop.domain import closing, guards, quorum
from bra_desktop.domain.attendance import participant, was_present
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import ActionStatus, Ballot, DecisionKind, DocumentProfile, MeetingState, Mode, Role
from bra_desktop.domain.pointers import pointers
from bra_desktop.domain.text import ListItem, Table, plain_text, runs_text
from bra_desktop.exchange import meeting_file
from bra_desktop.system.content import agenda_templates
from tests.demo_content.shapes import demo_meeting_files, demo_plan, demo_register

TODAY = date(2026, 11, 21)


@cache
def read(path: Path) -> MeetingContent:
    return meeting_file.read(path)


@cache
def meetings() -> dict[str, MeetingContent]:
    return {path.stem: read(path) for path in demo_meeting_files()}


def council(day: str) -> MeetingContent:
    return meetings()[f"{day}-bra"]


def test_every_meeting_file_fits_the_schema_and_is_written_as_it_was_read() -> None:
    schema = meeting_file.schema()
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for path in demo_meeting_files():
        assert next(validator.iter_errors(json.loads(path.read_bytes())), None) is None, path.name
        assert meeting_file.write(read(path)) == path.read_bytes(), path.name
        assert path.name.startswith(read(path).date.isoformat())


def test_people_organisations_and_seats_are_those_of_the_register() -> None:
    register = demo_register()
    people = {person.key: person for person in register.people}
    organisations = {organisation.key: organisation for organisation in register.organisations}
    seats = {seat.key for forum in register.forums for seat in forum.seats}
    assert len(people) == 50
    assert sum(bool(person.email) for person in register.people) == 46
    assert sum(organisation.receives_sheets for organisation in register.organisations) == 14
    for name, content in meetings().items():
        for person in content.people:
            known = people[person.key]
            assert (person.name, person.title, person.party) == (known.name, known.title, known.party), name
        for organisation in content.organisations:
            assert organisation.name == organisations[organisation.key].name, name
        assert {pointer.key for pointer in pointers(content) if pointer.kind == "seat"} <= seats, name


def test_the_register_points_only_at_what_it_holds() -> None:
    register = demo_register()
    people = {person.key for person in register.people}
    organisations = {organisation.key for organisation in register.organisations}
    templates = {template.id for template in agenda_templates().templates}
    for person in register.people:
        assert person.organisation in organisations
    for organisation in register.organisations:
        assert not organisation.contact or organisation.contact in people
        assert not organisation.receives_sheets or organisation.contact
    for forum in register.forums:
        seats = {seat.key for seat in forum.seats}
        assert forum.template in templates
        for membership in forum.memberships:
            assert membership.person in people
            assert {*membership.substitutes_for, membership.seat} - {""} <= seats
    bra = register.forums[0]
    assert (len(bra.seats), bra.quorum) == (15, 8)
    assert sum(membership.role is Role.SUBSTITUTE for membership in bra.memberships) == 5


def test_the_plan_has_three_focus_areas_and_thirty_six_activities() -> None:
    plan = demo_plan()
    organisations = {organisation.key for organisation in demo_register().organisations}
    activities = [activity for area in plan.focus_areas for activity in area.activities]
    assert [len(area.activities) for area in plan.focus_areas] == [12, 12, 12]
    for activity in activities:
        assert set(activity.responsible) <= organisations
        assert activity.lead == activity.responsible[0]
        assert activity.goal
        assert activity.goal[0].isupper() or activity.goal[0].isdigit()
    assert Counter(activity.status for activity in activities) == {
        ActionStatus.DONE: 12, ActionStatus.ONGOING: 21, ActionStatus.WAITING: 1, ActionStatus.NOT_STARTED: 2
    }  # fmt: skip
    late = [a.key for a in activities if a.status.is_open and a.due < TODAY]
    assert late == ["2.1", "3.11"]


def test_the_council_numbers_its_items_through_each_year_without_gaps() -> None:
    for year in (2025, 2026):
        held = [c for name, c in meetings().items() if name.endswith("-bra") and c.date.year == year]
        numbers = [number for content in held for number in content.paragraphs]
        assert numbers == list(range(1, {2025: 46, 2026: 49}[year] + 1))


@pytest.mark.parametrize(
    ("day", "first", "last", "state"),
    [
        ("2025-03-06", 1, 11, MeetingState.ARCHIVED),
        ("2025-05-22", 12, 22, MeetingState.ARCHIVED),
        ("2025-09-18", 23, 34, MeetingState.ARCHIVED),
        ("2025-11-27", 35, 46, MeetingState.ARCHIVED),
        ("2026-03-05", 1, 12, MeetingState.ARCHIVED),
        ("2026-05-21", 13, 24, MeetingState.ARCHIVED),
        ("2026-09-17", 25, 37, MeetingState.ADJUSTED),
    ],
)
def test_held_council_meetings_are_quorate_adjusted_and_say_who_was_there(
    day: str, first: int, last: int, state: MeetingState
) -> None:
    content = council(day)
    assert content.state is state
    assert (content.paragraphs[0], content.paragraphs[-1]) == (first, last)
    assert content.date.weekday() == 3
    assert all(quorum.quorum_at(content, item.key).reached for item in content.items)
    opening = quorum.quorum_at(content, content.items[0].key)
    assert opening.words in plain_text(content.items[0].text).replace("\N{NO-BREAK SPACE}", " ")
    assert content.adjustment.adjusted_on is not None
    assert 0 < (content.adjustment.adjusted_on - content.date).days <= 14


def test_presenters_are_present_at_their_items() -> None:
    for name, content in meetings().items():
        if content.opened_at is None:
            continue
        for item in content.items:
            for person in item.presenters:
                who = participant(content, person)
                if who is None:
                    continue
                invited_but_prevented = name == "2026-12-03-bra" and person == "P43"
                assert was_present(who) or invited_but_prevented, (name, item.title, person)


def test_items_follow_each_other_by_the_clock() -> None:
    for name, content in meetings().items():
        clocks = [c for item in content.items for c in (item.opened_at, item.closed_at) if c is not None]
        assert clocks == sorted(clocks), name
        if content.closed_at is not None:
            assert content.closed_at >= clocks[-1], name


def test_held_meetings_have_no_gaps_and_could_be_adjusted_or_established_as_they_are() -> None:
    for name, content in meetings().items():
        if content.opened_at is None:
            continue
        notes = content.forum.profile is DocumentProfile.NOTES
        goal = MeetingState.ESTABLISHED if notes else MeetingState.ADJUSTMENT
        assert closing.gaps(content) == (), name
        assert guards.missing_for(content, goal) == (), name


def test_what_happened_stands_at_its_paragraph() -> None:
    def item(day: str, paragraph: int) -> str:
        return next(i for i in council(day).items if i.paragraph == paragraph).title

    assert "Skolväg" in item("2025-03-06", 6)
    assert "Överenskommelse" in item("2025-05-22", 17)
    assert "lägesbild" in item("2025-09-18", 29)
    assert "Skolgårdsvärdar" in item("2025-09-18", 31)
    assert "Åtgärdsplan" in item("2025-11-27", 41)
    assert "Medborgarlöfte" in item("2025-11-27", 42)
    assert "Trygg station" in item("2026-03-05", 8)
    assert "Slutrapport Skolväg" in item("2026-05-21", 19)
    assert "Belysning" in item("2026-09-17", 30)
    assert "Busskurer" in item("2026-09-17", 36)
    vote = next(v for i in council("2025-09-18").items for v in i.votes)
    assert Counter(ballot.choice for ballot in vote.ballots) == {Ballot.YES: 8, Ballot.NO: 6, Ballot.ABSENT: 1}
    assert [i.paragraph for i in council("2026-03-05").items if i.recusals] == [10]
    (adjournment,) = council("2026-05-21").adjournments
    assert (adjournment.from_time, adjournment.to_time) == (time(10, 50), time(11, 5))
    assert "48\N{NO-BREAK SPACE}000" in next(
        d.text for i in council("2026-09-17").items if i.paragraph == 33 for d in i.decisions
    )


def test_the_meeting_to_be_played_counts_its_seats_as_written_out() -> None:
    content = council("2026-12-03")
    counts = [quorum.quorum_at(content, item.key).served for item in content.items]
    assert counts == [13, 13, 13, 14, 14, 14, 14, 13, 14, 14, 13, 13]
    (vote,) = next(item.votes for item in content.items if item.paragraph == 46)
    assert Counter(ballot.choice for ballot in vote.ballots) == {
        Ballot.YES: 8, Ballot.NO: 4, Ballot.ABSTAIN: 2, Ballot.ABSENT: 1
    }  # fmt: skip
    assert (vote.yes, vote.no, vote.abstain) == (8, 4, 2)
    item = next(item for item in content.items if item.immediate_adjustment)
    assert (item.paragraph, [r.person for r in item.recusals]) == (45, ["P39"])
    assert [officer.person for officer in content.officers] == ["P01", "P11", "P02", "P17"]
    assert [annex.number for annex in content.annexes] == [1, 2, 3, 4, 5]
    assert [len(annex.signatures) for annex in content.annexes] == [0, 0, 0, 3, 3]
    guest = next(p for p in content.participants if p.person == "P44")
    assert guest.stays[0].mode is Mode.REMOTE
    actions = {a.key: a for i in content.items for a in i.actions}
    assert actions["A-2026-42"].lead == "BUF"
    assert actions["A-2026-49"].everybody


def test_sums_in_the_tables_are_the_sums_of_their_rows() -> None:
    def number(words: str) -> int:
        return int(words.replace("\N{NO-BREAK SPACE}", "").replace("−", "-").replace("+", "").replace("–", "0") or 0)

    checked = 0
    for content in meetings().values():
        for item in content.items:
            for table in (block for block in item.text.blocks if isinstance(block, Table)):
                rows = [[runs_text(cell.runs) for cell in row.cells] for row in table.rows]
                if rows[-1][0] != "summa":
                    continue
                for column in range(1, len(rows[0])):
                    if rows[-1][column]:
                        total = sum(number(row[column]) for row in rows[1:-1])
                        assert total == number(rows[-1][column]), (content.ref, item.title)
                        checked += 1
    assert checked > 50


def test_the_planned_variant_knows_nothing_of_what_happened() -> None:
    planned, full = meetings()["2026-12-03-bra-planned"], council("2026-12-03")
    assert planned.ref == full.ref
    assert [item.key for item in planned.items] == [item.key for item in full.items]
    assert [item.title for item in planned.items] == [item.title for item in full.items]
    assert planned.paragraphs == ()
    assert planned.state is MeetingState.PLANNED
    for item in planned.items:
        happened = (item.text, item.decisions, item.votes, item.actions, item.opened_at, item.paragraph)
        assert not any(happened), item.title
        assert item.planned_minutes
        assert (item.basis, item.proposals) == (full.item(item.key).basis, full.item(item.key).proposals)
    assert sum(item.planned_minutes or 0 for item in planned.items) <= 120
    assert not any(participant.stays for participant in planned.participants)
    assert {p.person for p in planned.participants} == {p.person for p in full.participants}


def test_two_years_of_meetings_lie_on_their_days() -> None:
    count = Counter(content.forum.short_name for content in meetings().values())
    assert count == {
        "BRÅ": 9, "BRÅ AU": 8, "EST": 16, "OP lägesbild": 50, "Samverkan": 4,
        "AG Skolväg": 4, "AG Trygg station": 4, "KS": 4,
    }  # fmt: skip
    weekdays = {"BRÅ": 3, "BRÅ AU": 0, "EST": 3, "OP lägesbild": 1, "KS": 1, "Samverkan": 3}
    for name, content in meetings().items():
        assert content.date.weekday() == weekdays.get(content.forum.short_name, 3), name
        future = content.date > TODAY
        open_states = (MeetingState.PLANNED, MeetingState.DRAFT)
        assert (content.state in open_states) == future, name


def test_notes_agree_and_never_decide() -> None:
    for name, content in meetings().items():
        if content.forum.profile is not DocumentProfile.NOTES:
            continue
        for item in content.items:
            assert all(decision.kind is DecisionKind.AGREEMENT for decision in item.decisions), name
            assert not item.votes
            assert "beslutar" not in plain_text(item.text), (name, item.title)


def test_councils_and_groups_never_cite_the_local_government_act() -> None:
    for path in demo_meeting_files():
        assert "kommunallag" not in path.read_text(encoding="utf-8").lower(), path.name


def test_situation_reports_do_not_read_as_copies() -> None:
    texts = [
        [plain_text(item.text) for item in content.items]
        for content in meetings().values()
        if content.forum.short_name == "OP lägesbild" and content.opened_at is not None
    ]
    assert len(texts) == 46
    for place in (0, 1, 2):
        assert len({text[place] for text in texts}) == 46


def test_actions_are_in_every_state_with_keys_of_their_own() -> None:
    actions = [a for content in meetings().values() for item in content.items for a in item.actions]
    assert len({action.key for action in actions}) == len(actions)
    assert 40 <= len(actions) <= 60
    states = Counter(action.status for action in actions)
    assert {ActionStatus.DONE, ActionStatus.ONGOING, ActionStatus.WAITING, ActionStatus.NOT_STARTED} <= set(states)
    assert sum(a.status.is_open and a.due is not None and a.due < TODAY for a in actions) >= 4
    assert any(action.everybody for action in actions)
    for action in actions:
        assert len(action.responsible) < 2 or action.lead == action.responsible[0]


def test_nested_and_numbered_lists_tables_and_annexes_stand_in_the_full_protocol() -> None:
    content = council("2026-12-03")
    blocks = [block for item in content.items for block in item.text.blocks]
    assert {block.level for block in blocks if isinstance(block, ListItem)} == {0, 1}
    assert {block.ordered for block in blocks if isinstance(block, ListItem)} == {False, True}
    assert sum(isinstance(block, Table) for block in blocks) == 4

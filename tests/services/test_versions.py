"""The versions of an item's text: kept by the ledger, compared, and taken back until the protocol is locked."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bra_desktop.domain.content import ProposalContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.services import undoing
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import decisions, minutes, versions
from bra_desktop.services.office import Office
from tests.builders import Council

LONG = "Läget i centrum är lugnare än i våras, säger polisen, som ser färre anmälningar än förut vid stationen. "


class Wall:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def with_wall(office: Office) -> tuple[Office, Wall]:
    wall = Wall()
    return Office(office.database, office.actor, office.device, wall, office.new_id), wall


def write(office: Office, item: str, words: str) -> None:
    minutes.save_text(office, item, plain_document(words, "x"))


def told(office: Office, item: str) -> list[tuple[str, str]]:
    found = versions.item_versions(office, item)
    assert versions.count_versions(office, item) == len(found)
    return [(v.version.who, plain_text(v.text)) for v in found]


def test_what_was_written_in_one_go_is_one_version_and_the_newest_stands_first(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    office, wall = with_wall(bra.office)
    for end in (20, 60, len(LONG)):
        write(office, item, LONG[:end])
        wall.now += timedelta(seconds=1)
    wall.now += timedelta(minutes=10)
    write(office, item, f"{LONG}Mer.")
    write(office.acting_as("Bo Ek"), item, "Bo skriver.")
    assert told(office, item) == [
        ("Bo Ek", "Bo skriver."),
        (office.actor, f"{LONG}Mer."),
        (office.actor, LONG),
    ]


def test_an_item_that_nobody_has_written_in_has_no_versions(bra: Council) -> None:
    item = bra.item(bra.running(), 2)
    assert versions.item_versions(bra.office, item) == ()
    assert versions.count_versions(bra.office, item) == 0


def test_what_else_happens_to_the_item_is_no_version_of_its_text(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    write(bra.office, item, "Ord.")
    minutes.take_up(bra.office, item)
    decisions.add_decision(bra.office, item, "att notera")
    assert len(versions.item_versions(bra.office, item)) == 1


def test_a_version_is_taken_back_as_a_change_of_its_own_that_can_be_undone(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    write(bra.office, item, LONG)
    write(bra.office.acting_as("Bo Ek"), item, "Allt är borta.")
    oldest = versions.item_versions(bra.office, item)[-1]
    change = versions.take_back(bra.office, item, oldest.version.key)
    assert change is not None
    assert bra.items(ref)[2].text == oldest.text
    assert versions.item_versions(bra.office, item)[0].version.what == "Ta tillbaka version"
    undoing.undo(bra.office, change.id)
    assert plain_text(bra.items(ref)[2].text) == "Allt är borta."
    newest = versions.item_versions(bra.office, item)[0].version
    assert (newest.what, newest.times_undone) == ("Ta tillbaka version", 1)
    assert len(versions.item_versions(bra.office, item)) == 4


def test_taking_back_what_stands_there_already_changes_nothing(bra: Council) -> None:
    item = bra.item(bra.running(), 2)
    write(bra.office, item, LONG)
    assert versions.take_back(bra.office, item, versions.item_versions(bra.office, item)[0].version.key) is None


def test_a_paragraph_that_is_locked_apart_refuses_with_its_sentence(bra: Council) -> None:
    ref = bra.closed()
    item = bra.item(ref, 2)
    write(bra.office, item, "Första.")
    write(bra.office.acting_as("Bo Ek"), item, "Andra.")
    key = versions.item_versions(bra.office, item)[-1].version.key
    decisions.set_immediate(bra.office, item, True)
    adjustment.adjust_item_now(bra.office, item)
    with pytest.raises(RuleBroken, match="är låst och ska justeras omedelbart"):
        versions.take_back(bra.office, item, key)
    assert plain_text(bra.items(ref)[2].text) == "Andra."


def test_a_version_that_nobody_knows_is_refused(bra: Council) -> None:
    with pytest.raises(RuleBroken, match="Versionen finns inte längre"):
        versions.take_back(bra.office, bra.item(bra.running(), 2), "okänd")


def told_decisions(office: Office, item: str) -> list[list[str]]:
    kept = versions.decision_versions(office, item, notes=False)
    return [plain_text(each.text).splitlines() for each in kept]


def test_att_satser_have_versions_and_what_is_typed_in_one_go_is_one_of_them(bra: Council) -> None:
    item = bra.item(bra.running(), 2)
    office, wall = with_wall(bra.office)
    first = decisions.add_decision(office, item, "n")
    for end in ("notera", "notera informationen."):
        wall.now += timedelta(seconds=1)
        decisions.change_decision(office, first, end)
    wall.now += timedelta(minutes=10)
    decisions.add_decision(office, item, "tacka polisen.")
    wall.now += timedelta(minutes=10)
    decisions.remove_decision(office, first)
    assert told_decisions(office, item) == [
        ["att tacka polisen."],
        ["att notera informationen.", "att tacka polisen."],
        ["att notera informationen."],
    ]
    assert versions.decision_versions(office, item, notes=False)[0].version.what == "Ta bort beslut"
    assert versions.item_versions(office, item) == ()


def test_att_satser_are_taken_back_with_words_kind_day_and_order_and_that_can_be_undone(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    day = date(2026, 5, 7)
    first = decisions.add_decision(bra.office, item, "bordlägga ärendet", DecisionKind.TABLED, day)
    decisions.add_decision(bra.office.acting_as("Bo Ek"), item, "tacka polisen")
    before = bra.items(ref)[2].decisions
    key = versions.decision_versions(bra.office, item, notes=False)[0].version.key
    decisions.move_decision(bra.office, first, 1)
    decisions.change_decision(bra.office, first, "avslå", DecisionKind.REJECT)
    decisions.remove_decision(bra.office, before[1].key)
    decisions.add_decision(bra.office, item, "något annat")
    after = bra.items(ref)[2].decisions
    change = versions.take_back_decisions(bra.office, item, key)
    assert change is not None
    assert bra.items(ref)[2].decisions == before
    undoing.undo(bra.office, change.id)
    assert bra.items(ref)[2].decisions == after
    with pytest.raises(RuleBroken, match="Versionen finns inte längre"):
        versions.take_back_decisions(bra.office, item, "okänd")


def test_what_was_decided_of_a_proposal_and_undone_is_kept_and_taken_back_as_it_was(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref, 2)
    minutes.take_up(bra.office, item)
    decisions.set_proposals(bra.office, item, (ProposalContent("p", "notera informationen"),))
    decisions.decide_proposals(bra.office, item)
    taken = bra.items(ref)[2].decisions
    assert taken
    undoing.undo(bra.office, undoing.latest(bra.office, 1)[0].id)
    assert bra.items(ref)[2].decisions == ()
    assert told_decisions(bra.office, item) == [[], ["att notera informationen"]]
    newest, oldest = versions.decision_versions(bra.office, item, notes=False)
    assert (newest.version.what, newest.version.times_undone) == ("Gör till beslut", 1)
    change = versions.take_back_decisions(bra.office, item, oldest.version.key)
    assert change is not None
    assert bra.items(ref)[2].decisions == taken
    undoing.undo(bra.office, change.id)
    assert bra.items(ref)[2].decisions == ()
    assert len(told_decisions(bra.office, item)) == 4


def test_the_versions_of_one_item_show_nothing_that_was_undone_in_another(bra: Council) -> None:
    ref = bra.running()
    decisions.add_decision(bra.office, bra.item(ref, 1), "tacka polisen")
    undoing.undo(bra.office, undoing.latest(bra.office, 1)[0].id)
    assert told_decisions(bra.office, bra.item(ref, 2)) == []
    assert told_decisions(bra.office, bra.item(ref, 1)) == [[], ["att tacka polisen"]]

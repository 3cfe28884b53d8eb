"""The bank of phrases: shipped ones, reworded ones, own ones, and the file they travel in."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile
from bra_desktop.domain.phrases import BankPhrase
from bra_desktop.services import phrases
from bra_desktop.services.office import Office
from bra_desktop.services.phrases import Wording
from bra_desktop.services.undoing import undo
from bra_desktop.storage.database import Database


@pytest.fixture
def office() -> Iterator[Office]:
    with Database.in_memory() as database:
        yield Office(
            database, "Anna Svedin", "test", lambda: datetime(2026, 12, 3, 9, tzinfo=UTC), lambda: str(uuid4())
        )


def known(office: Office, trigger: str) -> BankPhrase | None:
    return next((p for p in phrases.bank(office).phrases if p.trigger == trigger), None)


def there(office: Office, trigger: str) -> BankPhrase:
    found = known(office, trigger)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("trigger", "kind"),
    [
        ("öpp", "opening"), ("just", "election_of_adjuster"), ("föreg", "previous_minutes"), ("not", "decision.note"),
        ("bakom", "decision.support"), ("upp", "decision.assign"), ("bord", "decision.tabled"),
        ("åter", "decision.referred_back"), ("avs", "closing"),
    ],
)  # fmt: skip
def test_the_usual_phrases_are_there_from_the_start(office: Office, trigger: str, kind: str) -> None:
    assert there(office, trigger).kind == kind


def test_every_placeholder_of_a_shipped_phrase_has_a_readable_word(office: Office) -> None:
    called = phrases.bank(office).called
    from bra_desktop.system.content import phrases as shipped

    for phrase in shipped().phrases:
        assert all("_" not in called[name] and called[name] for name in phrase.placeholders)


def test_an_own_phrase_is_offered_first_and_undone_again(office: Office) -> None:
    _id, change = phrases.put_phrase(
        office, Wording("/trygg", "att  ge trygghetsgruppen uppdraget.", "decision.assign")
    )

    assert phrases.bank(office).phrases[0].text == "att ge trygghetsgruppen uppdraget."
    assert there(office, "trygg").decision_kind is DecisionKind.ASSIGN
    assert change is not None
    undo(office, change.id)
    assert known(office, "trygg") is None


def test_a_reworded_shipped_phrase_takes_its_place_and_gives_it_back_when_it_is_removed(office: Office) -> None:
    shipped = there(office, "not")
    phrases.put_phrase(office, Wording("not", "att tacka för informationen.", "decision.note"), shipped)
    own = there(office, "not")
    assert own.text == "att tacka för informationen."
    phrases.put_phrase(office, Wording("tack", own.text, own.kind, (DocumentProfile.COUNCIL,)), own)
    assert known(office, "not") is None

    phrases.remove_phrase(office, there(office, "tack"))

    assert there(office, "not") == shipped


def test_a_shipped_phrase_is_left_out_and_brought_back(office: Office) -> None:
    before = phrases.bank(office)
    phrases.remove_phrase(office, there(office, "not"))
    assert known(office, "not") is None
    assert phrases.bank(office).hidden == 1

    phrases.bring_back(office)

    assert phrases.bank(office) == before


def test_a_trigger_is_given_once(office: Office) -> None:
    with pytest.raises(RuleBroken, match="/NOT"):
        phrases.put_phrase(office, Wording("NOT", "Något.", "information"))
    phrases.remove_phrase(office, there(office, "not"))
    phrases.put_phrase(office, Wording("not", "Något.", "information"))
    assert there(office, "not").text == "Något."


def test_a_decision_that_does_not_begin_with_att_is_refused(office: Office) -> None:
    with pytest.raises(UserError, match="börjar med att"):
        phrases.put_phrase(office, Wording("x", "Rådet noterar.", "decision.note"))


def test_the_file_carries_the_bank_to_another_municipality(office: Office) -> None:
    phrases.put_phrase(office, Wording("trygg", "att ge gruppen uppdraget.", "decision.assign"))
    phrases.put_phrase(office, Wording("not", "att tacka.", "decision.note"), there(office, "not"))
    content = phrases.write_file(office)
    with Database.in_memory() as database:
        other = Office(database, "Bo", "test", office.clock, office.new_id)

        taken = phrases.take_in(other, content, "fraser.json")

        assert (taken.new, taken.replaced) == (1, 1)
        assert {(p.trigger, p.text) for p in phrases.bank(other).phrases} == {
            (p.trigger, p.text) for p in phrases.bank(office).phrases
        }
        assert phrases.take_in(other, content, "fraser.json") == phrases.TakenIn(0, 0, "")
        undo(other, taken.change)
        assert known(other, "trygg") is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"[]", b'{"schema": 2, "phrases": []}', b'{"schema": 1, "phrases": {}}',
        json.dumps({"schema": 1, "phrases": [{"trigger": "a b", "text": "x", "kind": "opening"}]}).encode(),
        json.dumps({"schema": 1, "phrases": [{"trigger": "a", "text": "x", "kind": "okänd"}]}).encode(),
        json.dumps({"schema": 1, "phrases": [{"trigger": "a", "text": 3, "kind": "opening"}]}).encode(),
        json.dumps({"schema": 1, "phrases": ["a"]}).encode(),
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_file_that_holds_no_phrases_changes_nothing(office: Office, content: bytes) -> None:
    before = phrases.bank(office)
    with pytest.raises(UserError, match=r"fraser\.json"):
        phrases.take_in(office, content, "fraser.json")
    assert phrases.bank(office) == before

"""What is frozen stays as it is, whoever tries to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from bra_desktop.storage import sqlite
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Frozen as Refused
from bra_desktop.storage.failures import LockStays
from bra_desktop.storage.locks import Locked, lock_refusals
from bra_desktop.storage.undo import undo
from bra_desktop.storage.work import Work
from tests.storage.conftest import START
from tests.storage.small_schema import METADATA, Dispatch, Frozen, Gathering, Hand, Item, Note

Begin = Callable[..., Work]


@pytest.fixture
def planned(work: Begin) -> None:
    """Meeting m with items i and j, each with a note."""
    with work("Planera") as w:
        w.add(Gathering(id="m", title="Möte", state="review"))
        for name in ("i", "j"):
            w.add(Item(id=name, meeting_id="m", title=name, text="text"))
            w.add(Note(id=f"n{name}", meeting_id="m", item_id=name, text="not"))
        w.commit()


@pytest.fixture
def frozen(planned: None, work: Begin) -> None:
    """The meeting is in adjustment, with two who sign."""
    with work("Lås") as w:
        w.add(Frozen(id="f", meeting_id="m", frozen_at=START))
        w.add(Hand(id="s1", freeze_id="f", meeting_id="m"), Hand(id="s2", freeze_id="f", meeting_id="m", position=2))
        w.flush()
        w.get(Gathering, "m").state = "adjustment"
        w.commit()


@pytest.fixture
def stray(database: Database) -> Iterator[Callable[[str], object]]:
    """A bare connection, as another program would have it, with SQLite's own settings."""
    connection = driver.connect(str(database.path), isolation_level=None)
    yield connection.execute
    connection.close()


def sign(work: Begin, *names: str) -> None:
    with work("Skriv under") as w:
        for name in names:
            w.session.get_one(Hand, name).signed_at = START
        w.commit()


def take(work: Begin, state: str) -> None:
    with work("Steg") as w:
        w.get(Gathering, "m").state = state
        w.commit()


STRAY_WRITES = [
    "UPDATE meeting SET title = 'x' WHERE id = 'm'",
    "UPDATE agenda_item SET text = 'x' WHERE id = 'i'",
    "UPDATE agenda_item SET deleted_at = '2026' WHERE id = 'i'",
    "UPDATE agenda_item SET meeting_id = 'other' WHERE id = 'i'",
    "DELETE FROM agenda_item WHERE id = 'i'",
    "DELETE FROM meeting WHERE id = 'm'",
    "UPDATE note SET text = 'x' WHERE id = 'ni'",
    "DELETE FROM note",
    "INSERT INTO note (id, meeting_id, item_id, text) VALUES ('n3', 'm', 'i', 'x')",
    "INSERT OR REPLACE INTO note (id, meeting_id, item_id, text) VALUES ('ni', 'other', 'other', 'x')",
    "REPLACE INTO meeting (id, revision, created_at, changed_at, title) VALUES ('m', 1, '', '', 'x')",
    "UPDATE freeze SET canonical_json = '{\"x\":1}'",
    "UPDATE freeze SET digest = 'x'",
    "UPDATE freeze SET voided_at = '2026'",
    "DELETE FROM freeze",
    "REPLACE INTO freeze SELECT * FROM freeze",
    "DELETE FROM signer",
    "UPDATE signer SET person_id = 'x'",
    "UPDATE meeting SET state = 'draft'",
    "UPDATE meeting SET state = 'review'",
    "UPDATE meeting SET state = 'adjusted'",
    "UPDATE meeting SET state = 'archived'",
    "UPDATE meeting SET state = 'cancelled'",
    "UPDATE change_set SET actor = 'x'",
    "DELETE FROM change_row",
    "UPDATE change_payload SET after = 'x'",
    "DELETE FROM change_payload",
    "REPLACE INTO change_set SELECT * FROM change_set",
]


@pytest.mark.parametrize("statement", STRAY_WRITES)
def test_a_stray_statement_on_a_frozen_meeting_is_refused(
    frozen: None, stray: Callable[[str], object], statement: str
) -> None:
    with pytest.raises(driver.IntegrityError, match="REFUSED"):
        stray(statement)


def test_the_same_statements_pass_on_a_meeting_that_is_not_frozen(
    planned: None, stray: Callable[[str], object]
) -> None:
    for statement in STRAY_WRITES[:3] + STRAY_WRITES[6:9]:
        stray(statement)


def test_the_program_is_refused_with_the_sentence(frozen: None, work: Begin) -> None:
    with work() as w:
        w.get(Item, "i").text = "ändrat"
        with pytest.raises(Refused, match=r"låst sedan .* Skriv en rättelse"):
            w.commit()


def test_additions_to_a_frozen_meeting_are_possible_but_stay_as_they_are(frozen: None, work: Begin) -> None:
    with work("Expediera") as w:
        w.add(Dispatch(id="d", meeting_id="m", to="Polisen"))
        w.commit()
    with work() as w:
        w.get(Dispatch, "d").to = "Räddningstjänsten"
        with pytest.raises(Refused):
            w.commit()


def test_an_item_adjusted_immediately_is_locked_while_the_others_go_on(planned: None, work: Begin) -> None:
    with work("Omedelbar justering") as w:
        w.add(Frozen(id="f", meeting_id="m", item_id="i", frozen_at=START))
        w.commit()
    with work() as w:
        w.get(Item, "j").text = "fortsätter"
        w.session.get_one(Note, "nj").text = "fortsätter"
        w.get(Gathering, "m").title = "Möte 4"
        w.commit()
    for change in (
        lambda w: setattr(w.get(Item, "i"), "text", "x"),
        lambda w: setattr(w.session.get_one(Note, "ni"), "text", "x"),
        lambda w: w.add(Note(id="new", meeting_id="m", item_id="i")),
        lambda w: setattr(w.session.get_one(Note, "nj"), "item_id", "i"),
    ):
        with work() as w:
            change(w)
            with pytest.raises(Refused):
                w.commit()


def test_adjusted_comes_only_when_all_have_signed(frozen: None, work: Begin) -> None:
    sign(work, "s1")
    with pytest.raises(Refused, match="alla har skrivit under"):
        take(work, "adjusted")
    sign(work, "s2")
    take(work, "adjusted")
    take(work, "archived")
    for state in ("adjusted", "review", "adjustment", "planned"):
        with pytest.raises(Refused):
            take(work, state)


def test_a_refused_version_is_voided_and_the_text_is_open_again(frozen: None, work: Begin) -> None:
    with work("Avböj") as w:
        hand = w.session.get_one(Hand, "s1")
        hand.refused_at, hand.refuse_reason = START, "§ 3 är fel"
        w.flush()
        frozen_version = w.session.get_one(Frozen, "f")
        frozen_version.voided_at, frozen_version.void_reason = START, "§ 3 är fel"
        w.flush()
        w.get(Gathering, "m").state = "review"
        w.commit()
    with work() as w:
        w.get(Item, "i").text = "rättat"
        w.commit()
    with work("Lås igen") as w:
        w.add(Frozen(id="f2", meeting_id="m", version=2, frozen_at=START))
        w.flush()
        w.get(Gathering, "m").state = "adjustment"
        w.commit()
    with work() as w:
        w.session.get_one(Frozen, "f").void_reason = "annat"
        with pytest.raises(Refused):
            w.commit()


def test_a_signed_version_is_not_voided(frozen: None, work: Begin) -> None:
    sign(work, "s1", "s2")
    with work() as w:
        frozen_version = w.session.get_one(Frozen, "f")
        frozen_version.voided_at, frozen_version.void_reason = START, "ångrat"
        with pytest.raises(Refused, match="underskriven"):
            w.commit()


def test_a_signature_is_given_once_and_nobody_joins_after_it(frozen: None, work: Begin) -> None:
    sign(work, "s1")
    with work() as w:
        w.session.get_one(Hand, "s1").signed_at = None
        with pytest.raises(Refused):
            w.commit()
    with work() as w:
        w.add(Hand(id="s3", freeze_id="f", meeting_id="m"))
        with pytest.raises(Refused):
            w.commit()


def test_a_meeting_is_not_locked_without_a_frozen_version(planned: None, work: Begin) -> None:
    for state in ("adjustment", "established", "adjusted", "archived"):
        with pytest.raises(Refused):
            take(work, state)


def test_notes_are_established_without_signatures_and_stay(planned: None, work: Begin) -> None:
    with work("Fastställ") as w:
        w.add(Frozen(id="f", meeting_id="m", frozen_at=START))
        w.flush()
        w.get(Gathering, "m").state = "established"
        w.commit()
    with pytest.raises(Refused):
        take(work, "draft")
    take(work, "archived")


def test_a_second_version_is_not_frozen_beside_the_first(frozen: None, work: Begin) -> None:
    with work() as w:
        w.add(Frozen(id="f2", meeting_id="m", frozen_at=START))
        with pytest.raises(Refused):
            w.commit()


def test_what_was_written_before_the_lock_is_not_undone_after_it(
    database: Database, planned: None, work: Begin
) -> None:
    with work("Skriv") as w:
        w.get(Item, "i").text = "nytt"
        saved = w.commit()
    with work("Lås") as w:
        w.add(Frozen(id="f", meeting_id="m", frozen_at=START))
        locked = w.commit()
    assert saved is not None
    assert locked is not None
    for change_set, refusal in ((saved, Refused), (locked, LockStays)):
        with pytest.raises(refusal):
            undo(database, change_set.id, "åsa", "dator", lambda: START)
    with database.reading() as connection:
        assert connection.execute(text("SELECT text FROM agenda_item WHERE id = 'i'")).scalar() == "nytt"


def test_a_fresh_file_has_exactly_the_declared_triggers(database: Database) -> None:
    with database.reading() as connection:
        assert sqlite.triggers(connection) == sqlite.declared_triggers(database.schema.refusals)


def test_a_lock_that_names_an_unknown_column_is_an_error_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="item_no"):
        lock_refusals([Locked("note", item="item_no")], METADATA)

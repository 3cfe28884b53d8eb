"""Whatever moment the program is killed at, what has been on the screen for a second is there at the next start."""

import pytest

from tests.endurance.driven import FIELDS, FORM
from tests.endurance.kills import SAFE_AFTER, Left, Plan, Turn, kill_again_and_again, places_of, survived

COUNT = 25
SEED = 41


@pytest.mark.benchmark  # the second is one of the clock, so nothing else runs at the same time
def test_nothing_is_lost_or_broken_by_kills_while_somebody_writes() -> None:
    said: list[str] = []
    faults = kill_again_and_again(COUNT, SEED, said.append)
    assert not faults, "\n".join([*said, *faults])
    assert len(said) == COUNT


def test_a_third_of_the_kills_come_during_other_work_and_the_same_seed_draws_the_same() -> None:
    plans = [Plan.draw(SEED, number) for number in range(30)]
    assert sum(bool(plan.work) for plan in plans) == 10
    assert {plan.work for plan in plans} == {"", "backup", "import", "pdf"}
    assert {plan.form for plan in plans} == {"", *FIELDS}
    assert any(plan.form and plan.work for plan in plans)
    assert plans == [Plan.draw(SEED, number) for number in range(30)]


class Told(Turn):
    """A turn of which only what it told is known."""

    def __init__(self, told: list[dict[str, object]], killed: float) -> None:
        self.told, self.killed, self.waited = told, killed, 0.0


def typed(*letters: tuple[float, str]) -> list[dict[str, object]]:
    """Letters with the moment when they were painted; 0 for one that never was."""
    told: list[dict[str, object]] = []
    for at, (t, letter) in enumerate(letters):
        told.append({"edit": {"item": "i", "at": at, "removed": 0, "added": letter}, "t": t})
        if t:
            told.append({"painted": at + 1, "t": t})
    return told


@pytest.mark.parametrize(
    ("stored", "lost"), [("ab", False), ("abc", False), ("abcd", False), ("a", True), ("x", True), ("", True)]
)
def test_what_was_painted_a_second_before_the_kill_has_to_be_there_and_nothing_else(stored: str, lost: bool) -> None:
    turn = Told(typed((1.0, "a"), (2.0, "b"), (3.5, "c"), (0, "d")), killed=2.9 + SAFE_AFTER)
    left, found = survived(turn, Left({"i": ""}), {"i": stored})
    assert bool(found) is lost
    assert left.texts == {"i": stored}


def test_a_machine_that_kept_the_program_waiting_gives_it_that_much_longer() -> None:
    turn = Told(typed((1.0, "a"), (2.0, "b")), killed=2.1 + SAFE_AFTER)
    assert survived(turn, Left({"i": ""}), {"i": "a"})[1]
    turn.waited = 0.5
    assert not survived(turn, Left({"i": ""}), {"i": "a"})[1]


def test_what_was_typed_in_a_form_counts_as_what_was_typed_in_the_minutes_and_the_caret_is_in_it() -> None:
    told = typed((1.0, "a"), (2.0, "b"))
    for one in told:
        if "edit" in one:
            one["edit"] = {**dict(one["edit"]), "item": FORM}  # type: ignore[call-overload]
    told += [{"caret": 7, "item": "i", "t": 0.5}, {"caret": 1, "item": FORM, "t": 1.0}]
    turn = Told(told, killed=1.5 + SAFE_AFTER)
    left, lost = survived(turn, Left({"i": "minutes", FORM: ""}), {"i": "minutes", FORM: "a"})
    assert not lost
    assert left.places == {(FORM, 1)}
    left, lost = survived(turn, Left({"i": "minutes", FORM: ""}), {"i": "minutes", FORM: ""})
    assert lost
    assert left.places == {("i", 7)}


def test_the_caret_may_stand_where_it_was_within_the_last_second() -> None:
    told: list[dict[str, object]] = [{"caret": at, "item": "i", "t": float(at)} for at in range(1, 6)]
    turn = Told(told, killed=4.5 + SAFE_AFTER)
    assert places_of(turn, Left({}), {"i": "abcdefgh"}) == {("i", 4), ("i", 5)}
    assert places_of(turn, Left({}), {"i": "abcd"}) == {("i", 4)}

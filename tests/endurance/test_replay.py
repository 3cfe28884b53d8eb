"""The program does not grow with the hours of a meeting; a slice of one, in a real window."""

from pathlib import Path

from tests.endurance.replay import LIMIT, Memory, replay, written_words

MINUTES, WARM, EVERY = 26, 14, 2
FACTOR = 200.0


def test_a_slice_of_a_long_meeting_ends_with_its_words_kept_and_little_growth(tmp_path: Path) -> None:
    memory = replay(MINUTES, FACTOR, tmp_path / "data", EVERY, lambda _line: None)
    assert written_words(tmp_path / "data") >= MINUTES * 15
    assert memory.growth(WARM) < LIMIT


def test_growth_is_counted_from_the_warm_up_and_not_by_one_leap() -> None:
    memory = Memory((10, 20, 30, 40, 50, 60, 70), (90.0, 150.0, 151.0, 150.0, 190.0, 155.0, 156.0))
    assert memory.growth(20) == 156.0 - 150.0

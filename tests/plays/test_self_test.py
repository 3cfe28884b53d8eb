"""The self-test of an installation: a line per check, and a failing one is told."""

import pytest

from bra_desktop.plays import self_test


def test_everything_passes_and_each_check_has_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[bool] = []
    assert self_test.play(lambda: opened.append(True)) == 0
    lines = capsys.readouterr().out.splitlines()
    checks = [line for line in lines if line.startswith("ok ")]
    assert lines[-1] == f"{len(checks)} passed, 0 failed"
    assert len(checks) == 10
    assert opened == [True]


def test_what_fails_is_told_and_makes_the_answer_no(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_window() -> None:
        raise RuntimeError("ingen skärm")

    for check in ("database", "meeting", "documents", "signatures", "tampering", "meeting_file", "excel", "backup"):
        monkeypatch.setattr(self_test._SelfTest, check, lambda _: None)
    monkeypatch.setattr(self_test._SelfTest, "everything", lambda _: None)
    assert self_test.play(no_window) == 1
    out = capsys.readouterr().out
    assert "FEL  Fönster: ingen skärm" in out
    assert out.endswith("9 passed, 1 failed\n")

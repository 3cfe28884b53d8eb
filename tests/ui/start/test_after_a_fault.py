"""A fault in the middle of a meeting, and Starta om: two real processes, the second started by the first."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.endurance.running_meeting import make_running_meeting
from tests.ui.start.faulty_writer import LAST, WORDS

ROOT = Path(__file__).parents[3]
PATIENCE = 60.0
"""Seconds until both programs have ended, on a machine that does other things."""


def test_the_restarted_program_opens_the_meeting_at_the_item_with_the_caret_where_it_was(tmp_path: Path) -> None:
    data, news = tmp_path / "data", tmp_path / "news"
    make_running_meeting(data)
    command = [sys.executable, "-m", "tests.ui.start.faulty_writer", str(data), str(news)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    # The second program holds the first one's outputs too, so both have ended when there is no more to read.
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert ended.returncode == 0, ended.stderr
    told = [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()]
    assert sum("ended" in one for one in told) == 2
    wrote = next(one for one in told if "wrote" in one)
    assert "Din text är sparad" in next(one["said"] for one in told if "said" in one)
    opened = [one for one in told if "opened" in one]
    assert [one["opened"] for one in opened] == ["live"]
    assert opened[0]["text"] == WORDS + LAST
    assert (opened[0]["item"], opened[0]["caret"]) == (wrote["wrote"], wrote["caret"])

"""The same content is the same file, whatever the process, the order of its sets, its language and its time zone."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.documents.same_bytes import digests

ROOT = Path(__file__).parents[2]


def test_every_paper_is_the_same_file_in_another_process_elsewhere() -> None:
    elsewhere = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONUTF8": "1"}
    paths = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    made = subprocess.run(
        [sys.executable, "-m", "tests.documents.same_bytes"],
        cwd=ROOT,
        env={**os.environ, **elsewhere, "PYTHONPATH": paths},
        capture_output=True,
        check=True,
    )
    there, here = json.loads(made.stdout), digests()
    assert len(here) > 48
    assert there == here

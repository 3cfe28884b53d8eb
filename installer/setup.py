"""Makes the environment that the program or its tests run in: `python3 installer/setup.py run|test|program`.

Installs system libraries where it can, makes .venv, installs exactly the locked packages with their hashes checked, and
puts the source tree in. A stamp remembers what was installed, so that a second run takes a moment. Standard library
only, Python 3.11 or later.
"""

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

from system_needs import ENVIRONMENT, PACKAGING, TESTS, WINDOW, Need, missing, provide

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}
# What is asked for → the lock that serves it, and what it needs of the system beside Python.
PURPOSES: dict[str, tuple[str, tuple[Need, ...]]] = {
    "run": ("run", WINDOW),
    "test": ("test", WINDOW + TESTS),
    "program": ("test", WINDOW + PACKAGING),
}


def stamp_text(purpose: str) -> str:
    """Return what the stamp holds when the environment is as the files say: a digest of all that decides it."""
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}\n".encode())
    for file in (LOCKS[purpose], ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def stamp_file(purpose: str) -> Path:
    """Return where the stamp of this purpose lies."""
    return VENV / f"set-up-{purpose}"


def is_ready(purpose: str) -> bool:
    """Say whether the environment already serves the purpose; one made for tests also runs the program."""
    wider = [purpose] if purpose == "test" else ["run", "test"]
    stamps = [(stamp_file(each), stamp_text(each)) for each in wider]
    return PYTHON.exists() and any(file.is_file() and file.read_text() == text for file, text in stamps)


def is_working() -> bool:
    """Say whether the environment's own Python starts and has pip."""
    try:
        return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment(purpose: str) -> None:
    """Make or mend .venv for the purpose.

    Raises subprocess.CalledProcessError when a step fails.
    """
    if not is_working():
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "install", "--require-hashes", "-r", LOCKS[purpose]], check=True)
    # The tree itself has no hash; its build backend came with the lock, so nothing is fetched here.
    subprocess.run([*pip, "install", "--no-deps", "--no-build-isolation", "--no-index", "-e", ROOT], check=True)
    stamp_file(purpose).write_text(stamp_text(purpose))


def main() -> int:
    """Set up for the purpose named on the command line and return the exit code."""
    parser = argparse.ArgumentParser(description="Makes the environment in .venv.")
    parser.add_argument(
        "purpose", choices=PURPOSES, help="run: the program; test: also every check; program: packaging"
    )
    purpose, needs = PURPOSES[parser.parse_args().purpose]
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older one
        print("Python 3.11 eller senare behövs / Python 3.11 or later is needed.", file=sys.stderr)
        return 1
    provide(ENVIRONMENT + needs)
    if is_ready(purpose):
        return 0
    if sys.platform.startswith("linux") and missing(ENVIRONMENT):
        return 1
    print(f"Förbereder miljön i {VENV.name} / preparing the environment in {VENV.name} …", flush=True)
    try:
        make_environment(purpose)
    except subprocess.CalledProcessError as error:
        print(f"Steget misslyckades / step failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

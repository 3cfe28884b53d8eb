"""Writes the lock files anew from pyproject.toml: `make lock`.

Every file of every pinned version is listed with its hash, for Linux, Windows and macOS alike. The files name no
package index: where packages come from is the machine's own setting.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"


def write_lock(target: Path, *options: str) -> None:
    """Resolve pyproject.toml with the given options into target."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    subprocess.run(
        [
            *(uv, "pip", "compile", "pyproject.toml", "--quiet", "--no-config"),
            *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-strip-markers"),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
            *("--output-file", target.name),
            *options,
        ],
        cwd=ROOT,
        check=True,
    )


def main() -> None:
    """Write the runtime lock, then the development lock on top of the same versions."""
    write_lock(RUNTIME, "--extra", "build", *sys.argv[1:])
    write_lock(DEVELOPMENT, "--extra", "build", "--extra", "dev", "--constraint", RUNTIME.name, *sys.argv[1:])


if __name__ == "__main__":
    main()

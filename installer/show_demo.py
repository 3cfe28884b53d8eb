"""Opens the window on the demo's data when there is a screen, else says how to: the last step of `make demo`."""

import os
import subprocess
import sys


def has_screen() -> bool:
    """Say whether a window can be seen here."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def main(data: str) -> int:
    """Open the window on the data folder and return its exit code."""
    if has_screen():
        return subprocess.run([sys.executable, "-m", "bra_desktop", "--data", data], check=False).returncode
    print(f"Ingen skärm hittades. Öppna exemplet senare med: .venv/bin/bra-desktop --data {data}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""Finds the files shipped with the program, from a source tree, an installed package or a packaged program alike."""

from pathlib import Path

import bra_desktop


def resource_path(name: str) -> Path:
    """Return the path of a shipped file or folder, such as `fonts/NotoSans-Regular.ttf`.

    Raises FileNotFoundError when nothing of that name is shipped, since the installation is then broken.
    """
    package = Path(bra_desktop.__file__).resolve().parent
    # Installed and packaged: resources lie inside the package. Source tree: beside src.
    for root in (package / "resources", package.parents[1] / "resources"):
        if (found := root / name).exists():
            return found
    raise FileNotFoundError(f"Programfilen {name} saknas. Installera om programmet.")

"""Writing a file where the user asked for it."""

from pathlib import Path

from bra_desktop.system.results import write_result


def write_out(path: Path, content: bytes) -> None:
    """Writes the file whole. Raises UserError when the place can't be written to; then nothing has changed there."""
    write_result(path, content)

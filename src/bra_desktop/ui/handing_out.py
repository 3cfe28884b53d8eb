"""Writing a file where the user asked for it."""

from pathlib import Path

from bra_desktop.domain.errors import UserError


def write_out(path: Path, content: bytes) -> None:
    """Writes the file whole. Raises UserError when the place can't be written to."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UserError(
            f"{path.name} kan inte sparas där. Välj en annan mapp eller kontrollera att disken inte är full.",
            where=path.name,
        ) from error

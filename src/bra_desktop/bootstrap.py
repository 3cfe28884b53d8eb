"""The only place that knows all parts: paths → settings → log → database → operations → window or command."""

import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit code."""
    print(f"Kommandot finns inte ännu: {' '.join(arguments)}", file=sys.stderr)  # noqa: T201
    return 2

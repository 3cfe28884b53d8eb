"""Entry point: answers --version at once, hands everything else to bootstrap."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (default: the process's) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:
        from importlib.metadata import version

        from bra_desktop.cli.output import print_version

        return print_version(f"BRÅ Desktop {version('bra-desktop')}")
    from bra_desktop.bootstrap import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""The most memory that this process has had at once."""

import platform
from pathlib import Path


def most_memory() -> int:
    """In kilobytes. On Linux what this program itself has used: what `getrusage` tells begins with its parent's."""
    if platform.system() == "Linux":
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if platform.system() == "Darwin" else most

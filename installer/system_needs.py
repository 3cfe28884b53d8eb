"""What the program and its tests need from the operating system, how to see whether it is there, and who ships it.

Standard library only: this runs before anything is installed.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """One thing needed: its name, the check that sees it, and the Debian package that brings it."""

    name: str
    present: Callable[[str], bool]
    package: str


def _library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _command(name: str) -> bool:
    return shutil.which(name) is not None


def _module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _file(name: str) -> bool:
    return Path(name).exists()


ENVIRONMENT = (Need("ensurepip", _module, "python3-venv"),)

# Qt names only libxcb-cursor0 in its error text even when another one is missing.
WINDOW = (
    Need("libGL.so.1", _library, "libgl1"),
    Need("libEGL.so.1", _library, "libegl1"),
    Need("libxkbcommon.so.0", _library, "libxkbcommon0"),
    Need("libfontconfig.so.1", _library, "libfontconfig1"),
    Need("libdbus-1.so.3", _library, "libdbus-1-3"),
    Need("libglib-2.0.so.0", _library, "libglib2.0-0"),
    Need("libxcb-cursor.so.0", _library, "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", _library, "libxcb-icccm4"),
    Need("libxcb-keysyms.so.1", _library, "libxcb-keysyms1"),
    Need("libxcb-shape.so.0", _library, "libxcb-shape0"),
    Need("libxkbcommon-x11.so.0", _library, "libxkbcommon-x11-0"),
)

TESTS = (
    Need("pdfinfo", _command, "poppler-utils"),
    Need("javac", _command, "default-jdk-headless"),
    Need("/usr/share/java/jaxb-runtime.jar", _file, "libjaxb-java"),
    Need("/usr/lib/libreoffice/program/libsclo.so", _file, "libreoffice-calc-nogui"),
    Need("/usr/lib/libreoffice/program/libswlo.so", _file, "libreoffice-writer-nogui"),
    Need("Xvfb", _command, "xvfb"),
    Need("openbox", _command, "openbox"),
    Need("setxkbmap", _command, "x11-xkb-utils"),
    Need("xdotool", _command, "xdotool"),
)

PYTHON_LIBRARY = Path(sysconfig.get_config_var("LIBDIR") or "", sysconfig.get_config_var("INSTSONAME") or "")
PACKAGING = (
    Need("objdump", _command, "binutils"),
    Need(str(PYTHON_LIBRARY), _file, f"libpython3.{sys.version_info.minor}"),
)


def missing(needs: Iterable[Need]) -> list[Need]:
    """Return those needs that this machine does not meet."""
    return [need for need in needs if not need.present(need.name)]


def provide(needs: Iterable[Need]) -> None:
    """Install what is missing where that is possible (root on Debian), else say what to install and go on."""
    if not sys.platform.startswith("linux"):
        return
    lacking = missing(needs)
    if not lacking:
        return
    packages = sorted({need.package for need in lacking})
    if shutil.which("apt-get") and os.geteuid() == 0:
        try:
            _install(packages)
        except subprocess.CalledProcessError:
            command = f"apt-get install {' '.join(packages)}"
            print(f"Det här gick inte att installera / this could not be installed: {command}", file=sys.stderr)
    elif shutil.which("apt-get"):
        command = f"sudo apt-get install {' '.join(packages)}"
        print(f"Installera som administratör / install as administrator: {command}", file=sys.stderr)
    else:
        names = ", ".join(f"{need.name} (Debian: {need.package})" for need in lacking)
        print(
            f"Installera med ditt systems pakethanterare / install with your package manager: {names}", file=sys.stderr
        )


def _install(packages: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    install = ["apt-get", "install", "-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", *packages]
    subprocess.run(install, check=True, env=quiet, stdout=subprocess.DEVNULL)

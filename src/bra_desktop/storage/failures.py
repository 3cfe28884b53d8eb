"""What the file and its disk can refuse, each as one sentence, and what a check finds wrong."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bra_desktop.domain.errors import NotTaken, RuleBroken, UnkeepableText


class StorageFailure(NotTaken):
    """The data cannot be opened, read or saved. Nothing has been changed."""


class DiskFull(StorageFailure):
    """The disk has no room left for what was to be saved."""

    def __init__(self) -> None:
        super().__init__("Disken är full. Det senaste är inte sparat. Frigör plats och försök igen.")


class DeviceGone(StorageFailure):
    """The device with the data does not answer."""

    def __init__(self) -> None:
        super().__init__("Enheten med kommunens data svarar inte. Anslut enheten igen. Det senaste är inte sparat.")


class FolderMissing(StorageFailure):
    """The data folder does not exist."""

    def __init__(self) -> None:
        super().__init__("Mappen för kommunens data finns inte. Anslut enheten eller välj en annan mapp.")


class FolderIsFile(StorageFailure):
    """A file is named where the data folder should be."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} är en fil, inte en mapp. Välj mappen som den ligger i.")


class FolderOutOfReach(StorageFailure):
    """The person may not even look where the folder should be."""

    def __init__(self) -> None:
        super().__init__(
            "Du har inte rätt att öppna mappen för kommunens data. Skaffa rätten eller välj en annan mapp."
        )


class NameTooLong(StorageFailure):
    """The disk takes no name, or no path, of that length."""

    def __init__(self) -> None:
        super().__init__("Mappen eller filen har för långt namn för disken. Välj en plats med kortare namn.")


class FolderReadOnly(StorageFailure):
    """The data folder or the file in it cannot be written."""

    def __init__(self) -> None:
        super().__init__("Mappen för kommunens data är skrivskyddad. Öppna den för skrivning eller välj en annan mapp.")


class OpenElsewhere(StorageFailure):
    """Another running instance on this computer holds the same data folder."""

    def __init__(self) -> None:
        super().__init__(
            "Kommunens data är öppna i ett annat fönster på den här datorn. Fortsätt där eller stäng det först."
        )


class NoDatabase(StorageFailure):
    """The folder is there, but nothing has been created in it yet."""

    def __init__(self) -> None:
        super().__init__(
            "I mappen finns inga data för en kommun. "
            "Välj en annan mapp, skapa en kommun eller återläs en säkerhetskopia."
        )


class NotOurDatabase(StorageFailure):
    """The file is no database, a damaged one, or one of another program."""

    def __init__(self) -> None:
        super().__init__(
            "Filen med kommunens data är inte skapad av det här programmet. "
            "Välj rätt mapp eller återläs en säkerhetskopia."
        )


class Damaged(StorageFailure):
    """SQLite has met a damaged page."""

    def __init__(self) -> None:
        super().__init__("Filen med kommunens data är skadad. Återläs den senaste säkerhetskopian.")


class NewerSchema(StorageFailure):
    """The file was written by a newer version of the program."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"Kommunens data är sparade med en nyare version av programmet ({version}). "
            "Uppdatera programmet på den här datorn. Inget har ändrats."
        )


class MigrationFailed(StorageFailure):
    """The schema could not be brought up to date; the file is as it was."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Kommunens data kunde inte föras över till den nya versionen ({what}). "
            "Inget har ändrats. Fortsätt med den förra versionen av programmet."
        )


class Busy(StorageFailure):
    """Another program holds the file."""

    def __init__(self) -> None:
        super().__init__(
            "Ett annat program håller filen med kommunens data. Stäng det (t.ex. en virussökning) och försök igen."
        )


class UnsavableText(UnkeepableText):
    """A text holds half a character (a lone surrogate), which no encoding can keep."""

    def __init__(self, place: int) -> None:
        super().__init__(
            f"Texten innehåller ett tecken som inte kan sparas (plats {place + 1}). Ta bort det och försök igen."
        )


def is_folder(path: Path) -> bool:
    """Whether a folder is there. Raises FolderIsFile, FolderOutOfReach, NameTooLong or DeviceGone."""
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        raise FolderOutOfReach from error
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
            return False
        with telling_disk():
            raise
    if not stat.S_ISDIR(mode):
        raise FolderIsFile(path.name)
    return True


@contextmanager
def telling_disk() -> Iterator[None]:
    """Turn what the disk refuses into the sentence for the person; anything else passes as it is."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise FolderReadOnly from error
        if error.errno == errno.ENAMETOOLONG:
            raise NameTooLong from error
        if error.errno in {errno.EIO, errno.ENODEV, errno.ENXIO}:
            raise DeviceGone from error
        raise


class Stale(RuleBroken):
    """Somebody else has saved the same thing since the person saw it."""

    def __init__(self) -> None:
        super().__init__(
            "Någon annan har ändrat samma sak sedan du öppnade den. Läs in den på nytt och gör om din ändring."
        )


class Gone(RuleBroken):
    """What was asked for has been removed or was never there."""

    def __init__(self) -> None:
        super().__init__("Det du vill ändra finns inte längre. Gå tillbaka till listan och läs in den på nytt.")


class MovedOn(RuleBroken):
    """A change cannot be undone because the rows it touched have been changed again."""

    def __init__(self) -> None:
        super().__init__("Ändringen kan inte ångras, för samma sak har ändrats igen sedan dess. Ändra den för hand.")


class LockedSince(RuleBroken):
    """A change of people, or of the meeting's day, place or times, that a § was locked on the strength of since.

    ``instead`` is the sentence that says why it stands, or what can be done.
    """

    def __init__(self, instead: str = "Ändra den för hand i de andra paragraferna.") -> None:
        super().__init__(
            f"Ändringen kan inte ångras, för en paragraf har låsts för omedelbar justering sedan dess. {instead}"
        )


class LockStays(RuleBroken):
    """A lock, of a § or of the whole, is not undone: what was locked may be in somebody's hand."""

    def __init__(self, *, item: bool, signed: bool = True) -> None:
        what, way = "Att paragrafen är låst", "Hur den skrivs under väljs under Underskrifter."
        if not item:
            what, way = "Att protokollet är låst", "Den som ska skriva under kan avböja med skäl."
        if not signed:
            what, way = "Att anteckningarna är fastställda", "Skriv en rättelse; den visas bredvid."
        super().__init__(f"{what} kan inte ångras. {way}")


class Disposed(RuleBroken):
    """A change cannot be undone because its content has been disposed of (gallring)."""

    def __init__(self) -> None:
        super().__init__("Ändringen kan inte ångras, för dess innehåll är gallrat.")


class Frozen(RuleBroken):
    """A lock trigger refused the change; the sentence is the trigger's."""


@dataclass(frozen=True)
class Finding:
    """One thing that a check found wrong: where, and what, in Swedish."""

    where: str
    what: str

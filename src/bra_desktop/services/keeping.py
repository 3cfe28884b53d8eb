"""Keeping the data safe: backup, restore, and the check of everything."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bra_desktop.domain.canonical import DecodeError, canonical_json, from_plain
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.numbering import named
from bra_desktop.domain.quoting import short
from bra_desktop.services.office import Office
from bra_desktop.storage.backup import Backup, BackupDamaged, make_backup, read_manifest, restore_backup
from bra_desktop.storage.checking import check as check_storage
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import DiskFull, Finding
from bra_desktop.storage.queries.contents import living_content, reading_session
from bra_desktop.system.machine import refuse_here
from bra_desktop.system.own_files import lies_with_data, refuse_own_file
from bra_desktop.system.paths import IN_DATA_FOLDER


def back_up(office: Office, file: Path, progress: Callable[[int, int], None] | None = None) -> Backup:
    """Write everything into one file, which is opened and compared before it counts.

    Raises UserError for a place that takes no file or lies with the data, else a StorageFailure with its sentence; then
    no file is left.
    """
    refuse_own_file(file)
    if lies_with_data(file):
        raise UserError(
            "Säkerhetskopian kan inte ligga i mappen med kommunens data, för då går den förlorad med mappen. "
            "Välj en annan mapp. Inget har ändrats.",
            where=str(file),
        )
    try:
        _refuse_taken(file)
        with tempfile.TemporaryFile(dir=file.parent):
            pass
    except OSError as error:
        raise UserError(
            f"Säkerhetskopian kan inte sparas som {short(file.name)} i {short(file.parent.name)}. "
            "Välj en mapp som finns och går att skriva i, och ett kortare namn om det är långt.",
            where=str(file),
        ) from error
    try:
        return make_backup(office.database, file, office.clock(), progress)
    except DiskFull as error:
        raise UserError(
            "Säkerhetskopian får inte plats, för disken är full. Frigör plats eller välj en annan disk.",
            where=str(file),
        ) from error


def _refuse_taken(file: Path) -> None:
    """An older backup may be replaced, as a scheduled job does; nothing else may be lost to one."""
    if file.is_dir():
        raise UserError(f"{file.name} är en mapp. Skriv även namnet på säkerhetskopian.", where=str(file))
    if not file.exists() or (file.is_file() and file.stat().st_size == 0):
        return
    try:
        read_manifest(file)
    except BackupDamaged as error:
        raise UserError(
            f"{short(file.name)} finns redan och är ingen säkerhetskopia. Välj ett annat namn. Inget har ändrats.",
            where=str(file),
        ) from error


def restore(file: Path, folder: Path) -> Backup:
    """Bring a backup back into an empty folder. Raises a StorageFailure with its sentence.

    Settings and log of this computer may lie in the folder already. Raises Unsuitable for a folder that is synced.
    """
    refuse_here(folder)
    try:
        file.open("rb").close()
    except OSError as error:
        raise UserError(
            f"Säkerhetskopian {short(file.name)} finns inte eller går inte att läsa. "
            "Välj en annan fil. Inget har ändrats.",
            where=str(file),
        ) from error
    return restore_backup(file, folder, frozenset(IN_DATA_FOLDER))


def check(office: Office) -> tuple[Finding, ...]:
    """Everything that is wrong in the data folder, frozen meetings compared with their rows; empty when all holds."""
    return check_database(office.database)


def check_database(database: Database) -> tuple[Finding, ...]:
    """As :func:`check`, for data that nobody works in."""
    return tuple(check_storage(database, compare_with_frozen))


def compare_with_frozen(connection: Any, meeting_id: str, item_id: str | None, text: str) -> list[Finding]:
    """What in the rows of a frozen meeting, or item, differs from what was frozen. Names may have changed since."""
    frozen = from_plain(MeetingContent, json.loads(text))
    with reading_session(connection) as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            return [Finding(frozen.ref, "Mötet saknas, men en låst version finns.")]
        try:
            now = living_content(session, meeting)
        except (ValueError, LookupError, DecodeError):
            return [Finding(frozen.ref, "En rad är ändrad utanför programmet och går inte att läsa.")]
    if item_id is None:
        return [
            Finding(frozen.ref, f"{part} skiljer sig från den låsta versionen.") for part in _differences(now, frozen)
        ]
    old, new = frozen.item(item_id), next((i for i in now.items if i.key == item_id), None)
    if new is None or _given(new) != _given(old):
        return [Finding(frozen.ref, f"{named(frozen.forum, old)} skiljer sig från den låsta versionen.")]
    return []


def _differences(now: MeetingContent, frozen: MeetingContent) -> list[str]:
    """The parts that differ, in words. What may change after freezing (state, names in the register) is left out."""
    found = []
    then, today = {i.key: i for i in frozen.items}, {i.key: i for i in now.items}
    for key, item in then.items():
        if key not in today or _given(today[key]) != _given(item):
            found.append(named(frozen.forum, item))
    if set(today) - set(then):
        found.append("Dagordningen")
    for words, field in _PARTS:
        if canonical_json(getattr(now, field)) != canonical_json(getattr(frozen, field)):
            found.append(words)
    return found


_PARTS = (
    ("Närvaron", "participants"),
    ("Ordförande, sekreterare eller justerare", "officers"),
    ("Bilagorna", "annexes"),
    ("Ajourneringen", "adjournments"),
    ("Mötets dag", "date"),
    ("Mötets tid", "starts"),
    ("Öppnandet", "opened_at"),
    ("Avslutandet", "closed_at"),
    ("Platsen", "place"),
)


def _given(item: ItemContent) -> str:
    """The item as it was given; an action's progress goes on after freezing."""
    return canonical_json(replace(item, actions=()))

"""Where the live data may not lie: in folders that are synced, redirected or on the network.

SQLite needs locks and renames that these do not keep, and a synced copy can come back and replace what was written.
What is known about the computer is passed in as :class:`Machine`, so that every platform can be judged on any.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePath, PurePosixPath, PureWindowsPath

from bra_desktop.domain.errors import UserError

NETWORK_TYPES = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs", "fuse.sshfs",
        "sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "ncpfs", "afs", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs",
        "9p", "beegfs", "lustre", "fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.s3fs",
    }
)  # fmt: skip

# A folder with one of these names, or beginning with it and a space, a hyphen or a bracket ("OneDrive - Almby").
SYNCED_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "min enhet": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "sharepoint": "SharePoint",
}
# Variables in which Windows tells where OneDrive keeps its folders, whatever they are called.
SYNC_VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}
# Files and folders that a sync program leaves in the root of what it syncs.
SYNC_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    "desktop.ini.onedrive": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
}


class DriveType(Enum):
    """What Windows' GetDriveTypeW answers."""

    UNKNOWN = 0
    MISSING = 1
    REMOVABLE = 2
    FIXED = 3
    REMOTE = 4
    OPTICAL = 5
    MEMORY = 6


class Unsuitable(UserError):
    """The live data cannot lie there."""


@dataclass(frozen=True)
class Machine:
    """What has to be known of a computer to judge a folder.

    `mounts` are mount points with their file system's type; `drives` Windows' drive letters (`C:`) with their type;
    `marks` the names in SYNC_MARKS that stand in the folder or in one above it.
    """

    platform: str
    variables: dict[str, str] = field(default_factory=dict)
    mounts: tuple[tuple[str, str], ...] = ()
    drives: dict[str, DriveType] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()


def refuse_unsuitable(folder: str, machine: Machine) -> None:
    """Raise Unsuitable, with the sentence for the person, when the live data may not lie in the folder.

    `folder` is absolute, with links resolved.
    """
    path: PurePath = _windows_path(folder) if machine.platform == "win32" else PurePosixPath(folder)
    if (program := _synced_by(path, machine)) is not None:
        raise Unsuitable(
            f"Mappen synkas av {program}, och då kan text försvinna. Välj en mapp på datorns egen disk; "
            "säkerhetskopior får däremot ligga här.",
            folder,
        )
    roaming = machine.variables.get("APPDATA")
    if machine.platform == "win32" and roaming and path.is_relative_to(PureWindowsPath(roaming)):
        raise Unsuitable(
            "Mappen följer med användaren mellan datorer, och då kan text försvinna. "
            "Välj en mapp på datorns egen disk.",
            folder,
        )
    if _on_network(path, machine):
        raise Unsuitable(
            "Mappen ligger på nätverket, där databasen kan skadas. Välj en mapp på datorns egen disk; "
            "säkerhetskopior får däremot ligga här.",
            folder,
        )


def _synced_by(path: PurePath, machine: Machine) -> str | None:
    for variable, program in SYNC_VARIABLES.items():
        root = machine.variables.get(variable)
        if root and machine.platform == "win32" and path.is_relative_to(PureWindowsPath(root)):
            return program
    if machine.platform == "darwin" and "CloudStorage" in path.parts and "Library" in path.parts:
        provider = path.parts[path.parts.index("CloudStorage") + 1 :][:1]
        return provider[0].split("-")[0] if provider else "en molntjänst"
    for part in path.parts:
        name = part.casefold()
        for known, program in SYNCED_NAMES.items():
            if name == known or name.startswith((f"{known} ", f"{known}-", f"{known}(")):
                return program
    return next((program for mark, program in SYNC_MARKS.items() if mark in machine.marks), None)


def _on_network(path: PurePath, machine: Machine) -> bool:
    if machine.platform == "win32":
        return path.drive.startswith("\\\\") or machine.drives.get(path.drive.upper()) is DriveType.REMOTE
    under = [(point, kind) for point, kind in machine.mounts if path.is_relative_to(point)]
    if not under:
        return False
    # A computer that has its root on the network (a thin client, a container) has no disk of its own to offer instead.
    under = [(point, kind) for point, kind in under if point != "/"] or [("/", "")]
    longest = max(len(PurePosixPath(point).parts) for point, _ in under)
    # Of two mounts on one point the later one is seen.
    kind = [kind for point, kind in under if len(PurePosixPath(point).parts) == longest][-1]
    return kind in NETWORK_TYPES


def _windows_path(folder: str) -> PureWindowsPath:
    """The path without the prefix of long paths: \\\\?\\C:\\x and \\\\?\\UNC\\server\\share."""
    if folder.upper().startswith("\\\\?\\UNC\\"):
        return PureWindowsPath("\\\\" + folder[8:])
    return PureWindowsPath(folder.removeprefix("\\\\?\\"))

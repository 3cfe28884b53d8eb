"""Live data lie on the computer's own disk; everything else is recognised and refused with one sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil
import pytest

from bra_desktop.system.live_folder import DriveType, Machine, Unsuitable, refuse_unsuitable
from bra_desktop.system.machine import refuse_here, this_machine

LINUX = Machine(
    "linux",
    mounts=(("/", "ext4"), ("/hem", "ext4"), ("/mnt/kommun", "nfs4"), ("/mnt/kommun/lokal", "ext4"), ("/s", "cifs")),
)
WINDOWS = Machine(
    "win32",
    variables={"OneDrive": r"D:\Moln\Almby", "APPDATA": r"C:\Users\åsa\AppData\Roaming"},
    drives={"C:": DriveType.FIXED, "D:": DriveType.FIXED, "H:": DriveType.REMOTE},
)
MAC = Machine("darwin", mounts=(("/", "apfs"), ("/Volumes/gemensam", "smbfs"), ("/Volumes/USB", "exfat")))


@pytest.mark.parametrize(
    ("folder", "machine"),
    [
        ("/hem/asa/.local/share/BRA Desktop/kommun", LINUX),
        ("/mnt/kommun/lokal/data", LINUX),
        ("/mnt/kommunen", LINUX),
        ("/hem/asa/onedrives", LINUX),
        (r"C:\Users\åsa\AppData\Local\BRA Desktop\kommun", WINDOWS),
        (r"\\?\C:\Users\åsa\AppData\Local\BRA Desktop", WINDOWS),
        (r"D:\Moln\Annat", WINDOWS),
        ("/Volumes/Disk/asa/Library/Application Support/BRA Desktop", MAC),
        ("/Volumes/USB/data", MAC),
        ("/root/data", Machine("linux", mounts=(("/", "9p"), ("/proc", "proc")))),
    ],
)
def test_a_folder_on_the_computers_own_disk_is_taken(folder: str, machine: Machine) -> None:
    refuse_unsuitable(folder, machine)


@pytest.mark.parametrize(
    ("folder", "machine", "program"),
    [
        ("/hem/asa/OneDrive/BRÅ", LINUX, "OneDrive"),
        ("/hem/asa/Dropbox/data", LINUX, "Dropbox"),
        ("/hem/asa/Dropbox (Almby kommun)/data", LINUX, "Dropbox"),
        ("/hem/asa/Nextcloud", LINUX, "Nextcloud"),
        (r"C:\Users\åsa\OneDrive - Almby kommun\Dokument\BRÅ", WINDOWS, "OneDrive"),
        (r"d:\moln\almby\Dokument", WINDOWS, "OneDrive"),
        (r"C:\Users\åsa\iCloudDrive\x", WINDOWS, "iCloud"),
        (r"C:\Users\åsa\Min enhet\x", WINDOWS, "Google Drive"),
        ("/Volumes/Disk/asa/Library/Mobile Documents/com~apple~CloudDocs/data", MAC, "iCloud"),
        ("/Volumes/Disk/asa/Library/CloudStorage/OneDrive-AlmbyKommun/data", MAC, "OneDrive"),
        ("/Volumes/Disk/asa/Library/CloudStorage/GoogleDrive-asa@almby.se/My Drive", MAC, "GoogleDrive"),
    ],
)
def test_a_synced_folder_is_refused_by_the_name_of_its_program(folder: str, machine: Machine, program: str) -> None:
    with pytest.raises(Unsuitable, match=f"synkas av {program}, .* Välj en mapp på datorns egen disk"):
        refuse_unsuitable(folder, machine)


@pytest.mark.parametrize(
    ("folder", "machine"),
    [
        ("/mnt/kommun/data", LINUX),
        ("/s", LINUX),
        (r"\\server\hem\åsa\BRÅ", WINDOWS),
        (r"\\?\UNC\server\hem\BRÅ", WINDOWS),
        (r"H:\BRÅ", WINDOWS),
        (r"h:\BRÅ", WINDOWS),
        ("/Volumes/gemensam/BRÅ", MAC),
    ],
)
def test_a_folder_on_the_network_is_refused(folder: str, machine: Machine) -> None:
    with pytest.raises(Unsuitable, match="ligger på nätverket"):
        refuse_unsuitable(folder, machine)


def test_a_folder_that_follows_the_user_between_computers_is_refused() -> None:
    with pytest.raises(Unsuitable, match="följer med användaren"):
        refuse_unsuitable(r"C:\Users\åsa\AppData\Roaming\BRA Desktop", WINDOWS)


def test_a_mount_over_another_on_the_same_point_is_the_one_that_counts() -> None:
    machine = Machine("linux", mounts=(("/", "ext4"), ("/hem", "ext4"), ("/hem", "nfs")))
    with pytest.raises(Unsuitable):
        refuse_unsuitable("/hem/asa", machine)


def test_a_sync_programs_mark_in_a_folder_above_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "delat" / "kommun"
    refuse_here(folder)
    (tmp_path / "delat").mkdir()
    (tmp_path / "delat" / ".dropbox").write_bytes(b"")
    with pytest.raises(Unsuitable, match="Dropbox"):
        refuse_here(folder)


@pytest.mark.skipif(not Path("/proc/mounts").exists(), reason="asks Linux for its mounts")
def test_this_computers_mounts_are_known() -> None:
    mounts = dict(this_machine(Path("/")).mounts)
    assert "/" in mounts or "/proc" in mounts  # a chroot sees no mount of its own root


@pytest.mark.skipif(sys.platform != "linux", reason="others are asked by psutil as it is")
def test_the_mounts_of_linux_are_those_that_psutil_lists() -> None:
    listed = tuple((part.mountpoint, part.fstype) for part in psutil.disk_partitions(all=True))
    assert listed
    assert this_machine(Path("/tmp")).mounts == listed
